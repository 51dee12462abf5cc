"""Record batches of one table from many sources, one after the other, in memory that does not grow."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from attrs import define, field, frozen
from lxml import etree

from ..errors import WrongNounError
from ..nouns import PROFILES
from ..sources import Item
from ..validation.finding import Finding
from ..xml.batch import Batch
from ..xml.compile_reader import reader
from ..xml.feed import Feed
from ..xml.files import readable
from ..xml.frame import payload_of
from ..xml.items import items_of
from ..xml.limits import Limits
from ..xml.parse import Source
from ..xml.pausing import Paused
from ..xml.reading import Reading
from ..xml.shape import resolve
from ._arrow import arrow
from .cutting import Run, cut
from .held import Held
from .objects import ROWS
from .rows import Rows
from .schema import PLAIN, TABLES, Values
from .walk import Walk
from .whole import Whole

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["ColumnStream", "Errors", "Outcome", "Sources"]

Sources: TypeAlias = "Source | Item | Iterable[Source | Item]"
Errors = Literal["raise", "keep", "drop"]


@frozen
class Outcome:
    """What became of one source: the rows it gave, what was found in it, and the error that ended it.

    ``file`` is as it stands in the rows.
    """

    file: str
    rows: int = 0
    findings: tuple[Finding, ...] = field(default=())
    error: Exception | None = None

    @property
    def ok(self) -> bool:
        """Whether the source was read to its end."""
        return self.error is None


class ColumnStream:
    """Record batches, as an iterator and as an Arrow stream; it can be read once.

    ``outcomes`` has one entry for each source that is done.
    """

    def __init__(
        self, table: str, sources: Any, *, batch_rows: int, values: Values, errors: Errors, limits: Limits
    ) -> None:
        if values not in {"text", "decimal", "float"}:
            raise ValueError(f"values is {values!r}; expected 'text', 'decimal' or 'float'")
        if errors not in {"raise", "keep", "drop"}:
            raise ValueError(f"errors is {errors!r}; expected 'raise', 'keep' or 'drop'")
        if batch_rows < 1:
            raise ValueError(f"batch_rows is {batch_rows}; expected at least 1")
        self.outcomes: list[Outcome] = []
        self._table = table
        self._values = values
        self._rows = Rows(table, values)
        self._batch_rows = batch_rows
        self._errors = errors
        self._limits = limits
        self._walk = Walk() if table == "readings" else None
        self._whole = Whole(limits)
        self._runs: Sequence[Run] = ()
        self._nouns = TABLES[table].nouns
        self._classes, self._rows_of = _classes(table), ROWS[table][1]
        self._begin = 0
        self._held = Held(self._rows.schema) if errors == "drop" else None
        self._batches = self._run(_listed(sources))

    def __repr__(self) -> str:
        rows, sources = sum(one.rows for one in self.outcomes), len(self.outcomes)
        return f"<ColumnStream {self._table}: {len(self.schema)} columns, {rows} rows of {sources} sources done>"

    def _repr_html_(self) -> str:
        from ..showing.pages import stream_page

        columns = TABLES[self._table].columns
        return stream_page(
            self, [(one.name, PLAIN[self._values if one.kind == "value" else one.kind]) for one in columns]
        )

    @property
    def name(self) -> str:
        """The name of the table, such as ``readings``."""
        return self._table

    @property
    def schema(self) -> pa.Schema:
        """The schema of all batches."""
        return self._rows.schema

    @property
    def findings(self) -> list[tuple[str, Finding]]:
        """What was found in the sources that are done, each with the name of the source."""
        return [(outcome.file, finding) for outcome in self.outcomes for finding in outcome.findings]

    def __iter__(self) -> Iterator[pa.RecordBatch]:
        return self._batches

    def reader(self) -> pa.RecordBatchReader:
        """Return the batches as Arrow's own kind of stream."""
        return arrow().RecordBatchReader.from_batches(self.schema, self._batches)

    def table(self) -> pa.Table:
        """Return everything as one table in memory."""
        return arrow().Table.from_batches(self._batches, self.schema)

    def __arrow_c_schema__(self) -> Any:
        return self.schema.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return self.reader().__arrow_c_stream__(requested_schema)

    def close(self) -> None:
        """End the stream, and close the file that is being read."""
        self._batches.close()  # type: ignore[attr-defined]  # it is a generator

    # ------------------------------------------------------------------ rows

    def _run(self, sources: Iterable[Source | Item]) -> Iterator[pa.RecordBatch]:
        try:
            for source in sources:
                yield from self._one(source)
            if len(self._rows):
                yield from self._cut()
        finally:
            if self._held is not None:
                self._held.drop()

    def _one(self, source: Source | Item) -> Iterator[pa.RecordBatch]:
        self._begin = len(self._rows)
        done = _Done(readable(source.name if isinstance(source, Item) else _name(source)))
        for _ in self._read(source, done):
            if len(self._rows) >= self._batch_rows or self._rows.is_heavy():
                yield from self._cut()
        if done.error is not None and self._errors != "keep":
            self._rows.cut_to(self._begin)
            done.rows = 0 if self._held is not None else done.rows
        self._begin = len(self._rows)
        self.outcomes.append(Outcome(done.file, done.rows, done.findings, done.error))
        if done.error is not None and self._errors == "raise":
            if len(self._rows):
                yield from self._cut()
            done.error.add_note(f"while reading {done.file}")
            raise done.error
        if self._held is not None:
            if done.error is None:
                yield from self._held.taken()
            self._held.drop()

    def _read(self, source: Source | Item, done: _Done) -> Iterator[None]:
        """Add the rows of a source, some items at a time; an error ends them, and is told in what is done."""
        feed: Feed | None = None
        opened: Any = None
        try:
            opened = source.opened() if isinstance(source, Item) else source
            if self._as_a_whole(opened, done):
                yield
                return
            feed = Feed(_named(opened, source), self._limits, checks=True)
            done.file = done.file or readable(feed.name)
            yield from self._steps(feed, done)
            self._check(feed.name, done.nouns)
        except Exception as error:  # noqa: BLE001 - the next source follows, whatever it is
            done.error = error
        finally:
            if feed is not None:
                done.findings = feed.notes.findings
                feed.close()
            if isinstance(source, Item) and hasattr(opened, "close"):
                opened.close()

    def _as_a_whole(self, source: Source, done: _Done) -> bool:
        if self._walk is None:
            return False
        with Paused(self._limits), self._counted(done):
            found = self._whole.take(source, self._walk, self._rows, done.file)
        if found is None:
            return False
        done.file, done.findings = done.file or found.name, found.findings
        return True

    @contextmanager
    def _counted(self, done: _Done) -> Iterator[None]:
        """Count the rows that are added; when that fails, none of them was."""
        before = len(self._rows)
        try:
            yield
        except BaseException:
            self._rows.cut_to(before)
            raise
        done.rows += len(self._rows) - before

    def _steps(self, feed: Feed, done: _Done) -> Iterator[None]:
        number = 1
        for batch in feed.batches(self._shortened) if self._walk is not None else feed.batches():
            if feed.head is None:  # without an envelope nothing else can follow
                self._check(feed.name, [*done.nouns, *feed.nouns])
            with self._counted(done):
                self._take(feed, batch, done.file, number)
            number += len(batch.items)
            yield
        with self._counted(done):
            for index, item in enumerate(feed.left, number):
                self._add(item, done.file, index)
        done.nouns += feed.nouns
        yield
        packed = feed.packed()
        if packed is not None:
            inner = Feed(packed, self._limits, checks=True)
            yield from self._steps(inner, done)
            feed.notes.extend(inner.notes.findings)

    def _shortened(self, data: bytes) -> bytes:
        """Cut plain values out of the text of a batch, and remember them until it is taken."""
        shorter = cut(data)
        self._runs = shorter.runs if shorter is not None else ()
        return shorter.data if shorter is not None else data

    def _check(self, name: str, found: list[str]) -> None:
        if found and not set(found) & set(self._nouns):
            names = ", ".join(dict.fromkeys(found))
            expected = " or ".join(self._nouns)
            raise WrongNounError(f"{name}: found {names}, expected {expected} for {self._table}", names)

    def _take(self, feed: Feed, batch: Batch, name: str, number: int) -> None:
        """Add the rows of a batch; one of another noun has none, and findings all the same."""
        walk = self._walk if batch.cls.__xml__.name in self._nouns else None
        with Paused(self._limits):
            if walk is not None and walk.take(batch, self._rows, name, number, self._runs):
                if batch.is_misplaced:
                    feed.notes.add(batch.restored(self._limits))
                return
            self._by_objects(feed, batch.restored(self._limits), name, number)

    def _by_objects(self, feed: Feed, batch: Batch, name: str, number: int) -> None:
        reading = Reading(self._limits, payload_of, reader)
        items = [
            reader(resolve(batch.cls, item.member.type))(item.element, batch.names, reading) for item in batch.items
        ]
        if reading.odd or batch.is_misplaced:
            feed.notes.add(batch.with_layout())
        self._rows.text += len(batch.split.data)
        for index, item in enumerate(items, number):
            self._add(item, name, index)

    def _add(self, item: Any, name: str, number: int) -> None:
        if isinstance(item, self._classes):
            where = {"file": name, "item": number}
            for row in self._rows_of(item):
                self._rows.add(where | row)

    def _cut(self) -> Iterator[pa.RecordBatch]:
        """Yield the rows so far, in batches of no more than was asked for; rows that may be dropped are held."""
        batch = self._rows.batch()
        ready = batch.num_rows
        if self._held is not None:
            ready = self._begin
            self._held_back(batch.slice(ready))
        self._begin = 0
        for start in range(0, ready, self._batch_rows):
            yield batch.slice(start, min(self._batch_rows, ready - start))

    def _held_back(self, batch: pa.RecordBatch) -> None:
        assert self._held is not None
        for start in range(0, batch.num_rows, self._batch_rows):
            self._held.add(batch.slice(start, self._batch_rows))


@define
class _Done:
    """What is known of the source that is being read."""

    file: str
    rows: int = 0
    findings: tuple[Finding, ...] = ()
    error: Exception | None = None
    nouns: list[str] = field(factory=list)


def _classes(table: str) -> tuple[type, ...]:
    """Return the classes of the items that a table is made of."""
    tags, nouns = ROWS[table][0].split(), [PROFILES[noun].cls for noun in TABLES[table].nouns]
    return tuple(resolve(cls, member.type) for cls in nouns for tag, member in items_of(cls).items() if tag in tags)


def _named(opened: Source, source: Source | Item) -> Source:
    """Return what a feed takes; the members of archives keep their names."""
    if not (isinstance(source, Item) and isinstance(opened, bytes)):
        return opened
    stream = io.BytesIO(opened)
    stream.name = source.name
    return stream


def _listed(sources: Any) -> Iterable[Source | Item]:
    """Return sources one by one; one alone is as good as a list of it."""
    single = (str, os.PathLike, bytes, bytearray, memoryview, etree._Element, etree._ElementTree, Item)
    if isinstance(sources, single) or hasattr(sources, "read"):
        return [sources]
    listed: Iterable[Source | Item] = iter(sources)
    return listed


def _name(source: Source) -> str:
    """Return the name of a path; what else there is has its name when it is opened."""
    if isinstance(source, os.PathLike):
        return os.fspath(source)
    if isinstance(source, str) and not source.lstrip("\ufeff \t\r\n").startswith("<"):
        return source
    return ""
