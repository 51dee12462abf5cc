"""Record batches of one table from many sources, one after the other, in memory that does not grow."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal

from attrs import field, frozen
from lxml import etree

from ..errors import Cim61968Error, UnknownMessageError
from ..validation.finding import Finding
from ..xml.batch import Batch
from ..xml.compile_reader import reader
from ..xml.feed import Feed
from ..xml.frame import payload_of
from ..xml.limits import Limits
from ..xml.parse import Source
from ..xml.reading import Reading
from ..xml.shape import resolve
from ._arrow import arrow
from .objects import ROWS
from .rows import Rows
from .schema import TABLES, Values
from .walk import Walk

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["ColumnStream", "Errors", "Outcome"]

Errors = Literal["raise", "keep"]


@frozen
class Outcome:
    """What became of one source: the rows it gave, what was found in it, and the error that ended it."""

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
        if errors not in {"raise", "keep"}:
            raise ValueError(f"errors is {errors!r}; expected 'raise' or 'keep'")
        if batch_rows < 1:
            raise ValueError(f"batch_rows is {batch_rows}; expected at least 1")
        self.outcomes: list[Outcome] = []
        self._table = table
        self._rows = Rows(table, values)
        self._batch_rows = batch_rows
        self._errors = errors
        self._limits = limits
        self._walk = Walk() if table == "readings" else None
        self._tags, self._rows_of = ROWS[table][0].split(), ROWS[table][1]
        self._counted = self._begin = 0
        self._batches = self._run(_listed(sources))

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

    def _run(self, sources: Iterable[Source]) -> Iterator[pa.RecordBatch]:
        for source in sources:
            yield from self._one(source)
        if len(self._rows):
            yield from self._cut()

    def _one(self, source: Source) -> Iterator[pa.RecordBatch]:
        name = _name(source)
        self._counted, self._begin = 0, len(self._rows)
        feed: Feed | None = None
        error: Exception | None = None
        try:
            feed = Feed(source, self._limits, checks=True)
            name = name or feed.name
            for _ in self._steps(feed, name):
                if len(self._rows) >= self._batch_rows:
                    yield from self._cut()
        except (Cim61968Error, OSError) as reason:
            error = reason
        finally:
            if feed is not None:
                feed.close()
        self.outcomes.append(Outcome(name, self._counted, feed.notes.findings if feed is not None else (), error))
        if error is not None and self._errors == "raise":
            self._rows.cut_to(self._begin)
            if len(self._rows):
                yield from self._cut()
            raise error

    def _steps(self, feed: Feed, name: str) -> Iterator[None]:
        """Add the rows of a source, some items at a time."""
        number = 1
        for batch in feed.batches():
            self._check(feed)
            before = len(self._rows)
            self._take(feed, batch, name, number)
            number += len(batch.items)
            self._counted += len(self._rows) - before
            yield
        self._check(feed)
        before = len(self._rows)
        for item in feed.left:
            self._add(item, type(item).__xml__.name, name, number)
            number += 1
        self._counted += len(self._rows) - before
        yield
        packed = feed.packed()
        if packed is not None:
            inner = Feed(packed, self._limits, checks=True)
            yield from self._steps(inner, name)
            feed.notes.extend(inner.notes.findings)

    def _check(self, feed: Feed) -> None:
        nouns = TABLES[self._table].nouns
        found = feed.nouns
        if found and not set(found) & set(nouns):
            raise UnknownMessageError(
                f"{feed.name}: found {', '.join(found)}, expected {' or '.join(nouns)} for {self._table}"
            )

    def _take(self, feed: Feed, batch: Batch, name: str, number: int) -> None:
        paused = self._limits.pause_gc and gc.isenabled()
        if paused:
            gc.disable()
        try:
            if self._walk is not None and self._walk.take(batch, self._rows, name, number):
                if batch.is_misplaced:
                    feed.notes.add(batch)
                return
            self._by_objects(feed, batch, name, number)
        finally:
            if paused:
                gc.enable()

    def _by_objects(self, feed: Feed, batch: Batch, name: str, number: int) -> None:
        reading = Reading(self._limits, payload_of, reader)
        items = [
            (item.member.tag, reader(resolve(batch.cls, item.member.type))(item.element, batch.names, reading))
            for item in batch.items
        ]
        if reading.odd or batch.is_misplaced:
            feed.notes.add(batch.with_layout())
        for index, (tag, item) in enumerate(items, number):
            self._add(item, tag, name, index)

    def _add(self, item: Any, tag: str, name: str, number: int) -> None:
        if tag in self._tags:
            where = {"file": name, "item": number}
            for row in self._rows_of(item):
                self._rows.add(where | row)

    def _cut(self) -> Iterator[pa.RecordBatch]:
        """Yield the rows so far, in batches of no more than was asked for."""
        batch = self._rows.batch()
        self._begin = 0
        for start in range(0, batch.num_rows, self._batch_rows):
            yield batch.slice(start, self._batch_rows)


def _listed(sources: Any) -> Iterable[Source]:
    """Return sources one by one; one alone is as good as a list of it."""
    single = (str, os.PathLike, bytes, bytearray, memoryview, etree._Element, etree._ElementTree)
    if isinstance(sources, single) or hasattr(sources, "read"):
        return [sources]
    listed: Iterable[Source] = iter(sources)
    return listed


def _name(source: Source) -> str:
    """Return the name of a path; what else there is has its name when it is opened."""
    if isinstance(source, os.PathLike):
        return os.fspath(source)
    if isinstance(source, str) and not source.lstrip("\ufeff \t\r\n").startswith("<"):
        return source
    return ""
