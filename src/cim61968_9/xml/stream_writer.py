"""The writer of messages that are larger than memory: :class:`ItemWriter`."""

from __future__ import annotations

import gzip
import os
import secrets
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Literal, Self

from attrs import evolve

from .._mixins import EnvelopeMessage
from ..errors import InvalidMessageError
from ..model import Element, Member
from ..nouns import PROFILES, registry
from .files import keep, keep_name
from .items import is_streamed, items_of
from .shape import resolve
from .writer import to_bytes

__all__ = ["ItemWriter"]

_SIZE = 1 << 16


class ItemWriter:
    """Writes a message item by item; the bytes are those of :func:`~cim61968_9.to_bytes` for the whole.

    ::

        with cim.ItemWriter("day.xml.gz", message, gzip=True) as out:
            for reading in readings:
                out.write(reading)

    ``message`` is all but the items: an envelope whose payload has one noun, which may have type tables and first
    items, or no payload when ``noun`` names one; or a noun alone. ``target`` is a path or a binary file object. Items
    come in the order of the schema where a noun has several kinds. Each is checked when it is written; one that is
    refused leaves the writer as it was. When the target fails, nothing more can be written. ``mode``, ``pretty`` and
    ``prefixes`` are as for :func:`~cim61968_9.to_bytes`.

    A path gets its content under another name, and its own name at the end. After an exception in the ``with`` block
    there is no file; what a file object has received by then is cut off, so that no reader takes it for whole.

    Raises:
        ValueError: There is no noun, more than one, or content that no schema describes among the items.
        InvalidMessageError: The message, or an item, cannot be written.
    """

    def __init__(
        self,
        target: str | os.PathLike[str] | BinaryIO,
        message: Any,
        *,
        noun: str | None = None,
        gzip: bool = False,
        mode: Literal["strict", "lax"] = "strict",
        pretty: bool = False,
        prefixes: Mapping[str, str] | None = None,
    ) -> None:
        self.count: int = 0
        self._options: dict[str, Any] = {"mode": mode, "pretty": pretty, "prefixes": prefixes}
        self._message, self._root = _parted(message, noun)
        self._cls: type[Element] = type(self._root)
        self._members = [member for member in self._cls.__xml__.members if member.kind == "element"]
        self._items = items_of(self._cls)
        self._by_class = _classes(self._cls, self._items)
        self._begin, self._end = self._frame()
        self._tables = [self._table(member) for member in self._members]
        self._numbers: dict[str, int] = {}
        self._at = 0
        self._started = False
        self._buffer: list[bytes] = []
        self._size = 0
        self._error: BaseException | None = None
        first = [item for tag in self._items for item in getattr(self._root, self._items[tag].name)]
        self._out = _Target(target, gzip=gzip)
        try:
            for item in first:
                self.write(item)
        except BaseException:
            self.abandon()
            raise

    def __repr__(self) -> str:
        items = f"{self.count} item{'' if self.count == 1 else 's'} written"
        return f"<ItemWriter {self._cls.__xml__.name}: {items}{', closed' if self._out.is_closed else ''}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.abandon()

    def write(self, item: Any) -> None:
        """Write an item.

        Raises:
            InvalidMessageError: It is not valid; nothing of it has been written.
            ValueError: It comes after what the schema has behind it, or the writer is closed.
            OSError: The target cannot be written to; the writer is closed then, and there is no file.
        """
        member = self._by_class.get(type(item)) or next(
            (member for cls, member in self._by_class.items() if isinstance(item, cls)), None
        )
        if member is None:
            known = ", ".join(cls.__name__ for cls in self._by_class)
            raise TypeError(f"found {type(item).__name__}, expected an item of {self._cls.__name__}: {known}")
        if self._out.is_closed:
            raise ValueError("the writer is closed; open another one")
        place = self._members.index(member)
        if place < self._at:
            late = self._members[self._at].tag
            raise ValueError(f"found {member.tag} after {late}, expected it before; write the items in that order")
        try:
            data = self._inside({member.name: [item]})
        except InvalidMessageError as error:
            raise self._placed(error, member) from None
        try:
            self._reach(place)
            self._put(data)
        except BaseException as error:  # nobody knows how much of it was written
            self.abandon()
            self._error = error
            raise
        self.count += 1
        self._numbers[member.tag] = self._numbers.get(member.tag, 0) + 1

    def write_all(self, items: Iterable[Any]) -> None:
        """Write items one after the other."""
        for item in items:
            self.write(item)

    def close(self) -> None:
        """Write what comes after the items, and give the file its name.

        Raises:
            OSError: The target cannot be written to, or could not when an item was written.
        """
        if self._error is not None:
            raise self._error
        if self._out.is_closed:
            return
        try:
            self._reach(len(self._members))
            self._put(self._end if self._started else b"")
            if not self._started:
                self._buffer = [self._empty_whole]
            self._flush()
            self._out.finish()
        except BaseException:
            self.abandon()
            raise

    def abandon(self) -> None:
        """Give up: no file stays under any name."""
        self._buffer = []
        self._error = None
        self._out.abandon()

    # ------------------------------------------------------------------ parts of the text

    def _empty(self, **members: Any) -> Any:
        return self._cls(**members)

    def _with(self, root: Any) -> Any:
        """Return the message around a payload."""
        if self._message is None:
            return root
        return evolve(self._message, payload=evolve(self._message.payload, content=[root]))

    def _frame(self) -> tuple[bytes, bytes]:
        """Return what stands before and after the content of the payload."""
        bare = to_bytes(self._empty(), **self._options)
        declaration = bare.index(b"\n") + 1
        root = bare[declaration:-1]  # <m:MeterReadings xmlns:m="..."/>
        whole = to_bytes(self._with(self._empty()), **self._options)
        if whole.count(root) != 1:
            raise ValueError(f"the text of an empty {self._cls.__name__} comes more than once in the message")
        start = whole.index(root)
        name = root[1:].split(b" ", 1)[0].rstrip(b"/>")
        line = whole.rfind(b"\n", 0, start) + 1
        indent = b"\n" + whole[line:start] if self._options["pretty"] else b""
        self._empty_whole = whole
        return whole[:start] + root[:-2] + b">", indent + b"</" + name + b">" + whole[start + len(root) :]

    def _inside(self, members: dict[str, Any]) -> bytes:
        """Return the text of some members of the payload's root, as it stands in the whole."""
        root = self._empty(**members)
        if self._options["pretty"]:  # how far it is indented depends on what is around
            data = to_bytes(self._with(root), **self._options)
            return data[len(self._begin) : len(data) - len(self._end)]
        data = to_bytes(root, **self._options)
        return data[data.index(b">", data.index(b"\n")) + 1 : data.rindex(b"</")]

    def _table(self, member: Member) -> bytes:
        """Return the text of what the message has of a member that is no item."""
        values = getattr(self._root, member.name)
        return self._inside({member.name: values}) if member.tag not in self._items and values else b""

    def _reach(self, place: int) -> None:
        """Write the tables that come before a place in the schema."""
        while self._at < place:
            self._put(self._tables[self._at])
            self._at += 1

    def _put(self, data: bytes) -> None:
        if not data:
            return
        if not self._started:
            self._started = True
            self._buffer.append(self._begin)
        self._buffer.append(data)
        self._size += len(data)
        if self._size > _SIZE:
            self._flush()

    def _flush(self) -> None:
        self._out.write(b"".join(self._buffer))
        self._buffer, self._size = [], 0

    def _placed(self, error: InvalidMessageError, member: Member) -> InvalidMessageError:
        """Return the error with paths of the whole message."""
        above = "" if self._options["pretty"] or self._message is None else f"/{self._message.kind}/Payload"
        number = self._numbers.get(member.tag, 0) + 1
        before, after = f"/{self._cls.__xml__.name}/{member.tag}", f"[{number}]"
        findings = []
        for one in error.findings:
            start, _, rest = one.path.partition(before)
            findings.append(evolve(one, path=f"{above}{start}{before}{after}{rest}"))
        return InvalidMessageError(findings)


class _Target:
    """Where the bytes go: a file under another name until it is complete, or a file object."""

    def __init__(self, target: str | os.PathLike[str] | BinaryIO, *, gzip: bool) -> None:
        self.is_closed = False
        self._path: Path | None = None
        if isinstance(target, str | os.PathLike):
            self._path = Path(target).resolve()  # through a symbolic link, not in place of it
            self._part = self._path.with_name(f".{self._path.name}.{secrets.token_hex(8)}.part")
            self._file: Any = self._part.open("xb")
        else:
            self._file = target
        self._zip = _gzip(self._file) if gzip else None

    def write(self, data: bytes) -> None:
        (self._zip or self._file).write(data)

    def finish(self) -> None:
        """Close, and give the file its name."""
        if self._zip is not None:
            self._zip.close()
        if self._path is not None:
            keep(self._file)
            self._file.close()
            self._part.replace(self._path)
            keep_name(self._path)
        self.is_closed = True

    def abandon(self) -> None:
        """Leave nothing that looks complete: no file, and no end of the compressed data."""
        if self.is_closed:
            return
        self.is_closed = True
        if self._zip is not None:
            self._zip.fileobj = None  # type: ignore[assignment]  # else it would write its end
            self._zip = None
        if self._path is not None:
            with suppress(OSError):  # what is left in its buffer has no room either
                self._file.close()
            self._part.unlink(missing_ok=True)


def _gzip(file: Any) -> gzip.GzipFile:
    """Open gzip data without a name or a time, so that the same message gives the same bytes."""
    return gzip.GzipFile(filename="", fileobj=file, mode="wb", mtime=0)


def _parted(message: Any, noun: str | None) -> tuple[Any, Any]:
    """Return the envelope, None where there is none, and the root of the payload.

    Raises:
        ValueError: There is no noun with items, or more than one.
    """
    if not isinstance(message, EnvelopeMessage):
        if not isinstance(message, Element) or registry.of_class(type(message)) is None:
            raise ValueError(f"found {type(message).__name__}, expected a message or a noun such as MeterReadings")
        root: Any = message
        envelope: Any = None
    else:
        envelope = message
        payload = getattr(message, "payload", None)
        content = list(payload.content) if payload is not None else []
        if not content and noun is not None:
            if noun not in PROFILES:
                raise ValueError(f"noun is {noun!r}; expected one of cim.NOUNS, such as 'MeterReadings'")
            content = [PROFILES[noun].cls()]
        if len(content) != 1 or (payload is not None and (payload.operation_set or payload.compressed)):
            raise ValueError(f"found {len(content)} elements in the payload, expected one noun; name it with noun=")
        root = content[0]
        if payload is None:
            envelope = evolve(envelope, payload=_payload_class(message)())
    if not isinstance(root, Element) or not is_streamed(type(root)):
        raise ValueError(f"{type(root).__name__} has no items that could be written one by one")
    if root.foreign:
        raise ValueError(f"this {type(root).__name__} has content that no schema describes, whose place is not known")
    return envelope, root


def _payload_class(message: Any) -> Any:
    return resolve(type(message), "Payload")


def _classes(cls: type[Element], items: Mapping[str, Member]) -> dict[type, Member]:
    return {resolve(cls, member.type): member for member in items.values()}
