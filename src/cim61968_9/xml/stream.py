"""The verb :func:`iter_items`: one item after the other, in memory that does not grow with the document."""

from __future__ import annotations

import warnings
from collections.abc import Generator, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from ..errors import CimWarning, InvalidMessageError
from ..validation.finding import Finding, Severity, tally
from ..validation.rendering.cleaning import one_line
from .batch import Batch
from .compile_reader import reader
from .dialect import Dialect
from .feed import Feed, Packed
from .frame import PLAIN, payload_of
from .limits import Limits
from .parse import Source
from .pausing import Paused
from .reader import MODES, Mode
from .reading import Reading
from .shape import resolve

if TYPE_CHECKING:
    from .._generated.message import Header, Reply, Request

__all__ = ["ItemStream", "iter_items"]

_LIMITS = Limits()


def iter_items(source: Source, *, mode: Mode = "lax", limits: Limits = _LIMITS) -> ItemStream:
    """Read the items of a message, or of a bare payload, one by one.

    An item is what a noun has many of: a MeterReading of MeterReadings, an EndDeviceEvent of EndDeviceEvents, a Meter
    of MeterConfig; :mod:`cim61968_9.xml.items` has the rule. Each equals the one that :func:`read` returns. Memory
    holds some items at a time, whatever the size of the document; a compressed payload is seen through.

    ``source``, ``mode`` and ``limits`` are as for :func:`read`. A source that breaks off gives the items before the
    break, and then the error. In strict mode, the items before the first that is not valid come, and then the error. In
    lax mode, the stream warns at its end of what it found.

    Raises:
        XmlError: It is not well-formed, has a DTD, or is beyond the limits, in any mode.
        UnknownMessageError: The root element is not known.
        OSError: A file cannot be read.
    """
    return ItemStream(source, mode=mode, limits=limits)


class ItemStream(Iterator[Any]):
    """The items of one document, and what is known of the document so far.

    As a context manager, it closes a file that it opened even when the items are not read to their end.
    """

    def __init__(self, source: Source | Packed, *, mode: Mode = "lax", limits: Limits = _LIMITS) -> None:
        if mode not in MODES:
            raise ValueError(f"mode is {mode!r}; expected one of {', '.join(MODES)}")
        self._mode = mode
        self._limits = limits
        self._feed = Feed(source, limits, checks=mode != "raw")
        self._inner: ItemStream | None = None
        self._warned = mode != "lax"
        self._count = 0
        self._items: Generator[Any, None, None] = self._run()
        try:
            next(self._items)  # up to the first items
        except BaseException:
            self.close()
            raise

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Any:
        try:
            item = next(self._items)
        except StopIteration:
            self._warn()
            raise
        self._count += 1
        return item

    def __repr__(self) -> str:
        found = tally(self.findings).total()
        what = one_line(str(self.noun or self.kind or "nothing known"), longest=80)
        items = f"{self._count} item{'' if self._count == 1 else 's'}"
        return f"<ItemStream {what}: {items} read, {found} finding{'' if found == 1 else 's'} so far>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the stream, and close the file if it was opened by its path."""
        self._items.close()
        if self._inner is not None:
            self._inner.close()
        self._feed.close()

    # ------------------------------------------------------------------ what is known

    @property
    def message(self) -> Any:
        """The message, or the bare payload, without items; complete when the items have been read."""
        return self._feed.message if self._feed.is_complete else self._feed.head

    @property
    def kind(self) -> str:
        """The name of the root element, such as ``EventMessage``, or that of a bare payload."""
        document = self._feed.document
        return document.frame.cls.__xml__.name if document is not None else ""

    @property
    def noun(self) -> str:
        """What the payload is, such as ``MeterReadings``; that of the header where the payload has not been seen."""
        opened = self._inner._feed.opened if self._inner is not None else self._feed.opened
        if opened is not None:
            return opened.__xml__.name
        header = self.header
        return header.noun if header is not None else self.kind

    @property
    def header(self) -> Header | None:
        """The header; None where there is none."""
        header: Header | None = getattr(self.message, "header", None)
        return header

    @property
    def request(self) -> Request | None:
        """What a request asks for; None where there is nothing."""
        request: Request | None = getattr(self.message, "request", None)
        return request

    @property
    def reply(self) -> Reply | None:
        """The result of a response; None in any other message."""
        reply: Reply | None = getattr(self.message, "reply", None)
        return reply

    @property
    def dialect(self) -> Dialect:
        """How the sender departs from the standard's own form, as far as it has been seen."""
        return self._feed.document.dialect if self._feed.document is not None else PLAIN

    @property
    def tables(self) -> Any:
        """The root of the payload without its items: type tables, and what no schema describes.

        What comes before the items is there at once, the rest at the end. None where no payload has been seen.
        """
        if self._inner is not None:
            return self._inner.tables
        return self._feed.tables()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found so far: around the items, then in them; never more than ``limits.max_findings``, and one.

        At the end these are the findings of :func:`load`.
        """
        inner = self._inner.findings if self._inner is not None else ()
        return (*self._feed.notes.findings, *inner)

    @property
    def ok(self) -> bool:
        """Whether no finding so far is an error."""
        return not any(finding.severity is Severity.ERROR for finding in self.findings)

    # ------------------------------------------------------------------ items

    def _run(self) -> Generator[Any, None, None]:
        try:
            yield from self._unclosed()
        finally:
            self._feed.close()

    def _unclosed(self) -> Iterator[Any]:
        feed = self._feed
        primed = False
        reading = Reading(self._limits, payload_of, reader)
        for batch in feed.batches():
            if not primed:
                primed = True
                self._raise_strictly(feed.notes.head)
                yield None
            items, reading, faults = self._read(batch, reading)
            del batch
            for index, item in enumerate(items):
                if faults and index in faults:
                    self._raise_strictly(faults[index])
                yield item
        if not primed:
            yield None
        self._raise_strictly(feed.notes.findings)
        yield from feed.left
        packed = feed.packed()
        if packed is not None:
            self._inner = ItemStream(packed, mode=self._mode, limits=self._limits)
            yield from self._inner._items

    def _read(self, batch: Batch, reading: Reading) -> tuple[list[Any], Reading, dict[int, list[Finding]]]:
        """Make the objects of a batch."""
        with Paused(self._limits):
            items = _objects(batch, reading)
            if reading.odd:
                reading = Reading(self._limits, payload_of, reader)  # a memo of odd values would hide the next
                if not batch.parsed.exact:
                    items = _objects(batch.with_layout(), Reading(self._limits, payload_of, reader))
                odd = True
            else:
                odd = batch.is_misplaced
            faults = self._feed.notes.add(batch) if odd and self._mode != "raw" else {}
        return items, reading, faults

    def _raise_strictly(self, findings: tuple[Finding, ...] | list[Finding]) -> None:
        if self._mode == "strict" and (errors := [one for one in findings if one.severity is Severity.ERROR]):
            raise InvalidMessageError(errors)

    def _warn(self) -> None:
        """Warn once, where the caller asks for the item after the last one."""
        if self._warned:
            return
        self._warned = True
        told = [one for one in self.findings if one.severity is not Severity.INFO]
        if told:
            number = tally(told).total()
            more = f" (the first of {number}; the findings of the stream are all of them)" if number > 1 else ""
            warnings.warn(f"{told[0]}{more}", CimWarning, stacklevel=3)


def _objects(batch: Batch, reading: Reading) -> list[Any]:
    cls, names = batch.cls, batch.names
    if len({item.member for item in batch.items}) == 1:
        read = reader(resolve(cls, batch.items[0].member.type))
        return [read(item.element, names, reading) for item in batch.items]
    return [reader(resolve(cls, item.member.type))(item.element, names, reading) for item in batch.items]
