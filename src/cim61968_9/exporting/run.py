"""An export from its sources to its files: what is done is left alone, what is new or has changed is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from attrs import field, frozen

from ..columns._arrow import extra
from ..columns.schema import TABLES, Values
from ..errors import ExportError
from ..sources import Item, Named, find
from ..validating import report_of
from ..validation.plugins import load_rules
from ..validation.report import Report
from ..validation.settings import Settings
from ..xml.files import readable
from ..xml.limits import Limits
from .database import database_of, load
from .formats import FORMATS
from .journal import Journal
from .parts import Checks, OnError, Options, SourceResult, planned, written
from .pool import results

__all__ = ["Export", "Progress", "export"]

To: TypeAlias = Literal["parquet", "csv", "arrow", "duckdb"]
_ALL = Settings()
_LIMITS = Limits()
FEW_BYTES = 1_000_000
"""Of so many bytes of sources on, other processes are worth their start."""
PART_BYTES = 64_000_000
"""Bytes of sources whose rows go into one file, unless told otherwise."""


class Progress(NamedTuple):
    """How far an export is: sources and bytes that are done, of how many that were to do."""

    sources: int
    of_sources: int
    bytes: int
    of_bytes: int


@frozen
class Export:
    """What an export has made.

    ``files`` are all files of the folder with rows, also those that were there before; ``rows`` are those of the
    sources of this call. ``reports`` has one entry for each source, in their order; ``skipped`` names those that have
    nothing for the table, with their nouns; ``failed`` those that could not be read to their end. ``before`` counts the
    sources that had been done before.
    """

    folder: Path
    files: tuple[Path, ...] = field(repr=False)
    rows: int
    reports: tuple[Report, ...] = field(repr=False)
    skipped: dict[str, str] = field(repr=False)
    failed: tuple[str, ...] = field(repr=False)
    before: int

    @property
    def ok(self) -> bool:
        """Whether all sources were read to their end, and none has an error."""
        return not self.failed and all(report.ok for report in self.reports)


def export(
    sources: Named | Iterable[Named],
    folder: Named,
    *,
    to: To = "parquet",
    table: str = "readings",
    values: Values = "text",
    processes: int = 1,
    on_error: OnError = "drop",
    checks: Checks = "all",
    settings: Settings = _ALL,
    limits: Limits = _LIMITS,
    part_bytes: int = PART_BYTES,
    progress: Callable[[Progress], None] | None = None,
) -> Export:
    """Write the rows of many messages to files in a folder, and check the messages.

    ``sources`` are files, folders, patterns and archives, as for :func:`cim61968_9.sources.find
    <cim61968_9.sources.find>`. About ``part_bytes`` of them go into one file, whose name appears when it is complete.
    What is done is remembered in the folder: after a crash, the same call goes on where it was; later, it reads what is
    new or has changed. ``to="duckdb"`` makes one database, which gets its name when all is in it.

    ``on_error`` says what becomes of a source that cannot be read to its end: ``"drop"`` takes no row of it, ``"keep"``
    those before the break, and ``"stop"`` ends the export. In each case it is in ``failed``, and its report says why.

    With ``checks="all"`` the reports are those of :func:`~cim61968_9.validate`, which holds one message in memory at a
    time; with ``"structure"``, those of the streams: schemas, envelope and headers. ``settings`` chooses rules.

    With more than one of ``processes``, scripts need ``if __name__ == "__main__":`` around what they do, as always
    with :mod:`multiprocessing`. A source whose process is killed is left out and reported.

    Raises:
        ExportError: The folder cannot be written to, is in use, or was begun with other options; or a source ends the
            export with ``on_error="stop"``. What is done stays done.
        ImportError: pyarrow, or DuckDB for a database, is not installed.
    """
    _check(to, table, values, processes, part_bytes, on_error, checks)
    for module, name in FORMATS[to].needs:
        extra(module, name, f"an export to {to}")
    load_rules()
    options = Options(
        table=table, to=to, values=values, on_error=on_error, checks=checks, settings=settings, limits=limits
    )
    items = [_checked(item) for item in find(sources, limits)]
    with Journal(Path(folder), options) as journal:
        if FORMATS[to].is_staged and not database_of(journal.folder, table).exists():
            journal.forget_loaded()
        todo, before = _todo(journal, items)
        _work(journal, todo, options, processes, part_bytes, progress)
        files = tuple(journal.files().values())
        if FORMATS[to].is_staged:
            files = (load(journal, table),)
        return _export(journal, items, files, before)


def _check(*given: object) -> None:
    names = ("to", "table", "values", "processes", "part_bytes", "on_error", "checks")
    allowed = {
        "to": FORMATS,
        "table": TABLES,
        "values": ("text", "decimal", "float"),
        "on_error": ("drop", "keep", "stop"),
        "checks": ("all", "structure"),
    }
    for name, value in zip(names, given, strict=True):
        if name in allowed and value not in allowed[name]:
            raise ValueError(f"{name} is {value!r}; expected one of {', '.join(allowed[name])}")
        if name not in allowed and (not isinstance(value, int) or value < 1):
            raise ValueError(f"{name} is {value!r}; expected at least 1")


def _checked(item: Item) -> Item:
    if not item.place and not item.problem:
        raise ExportError("standard input (-) cannot be read again after a crash; save it to a file, and name that")
    return item


def _todo(journal: Journal, items: list[Item]) -> tuple[list[Item], int]:
    """Return the sources that are new, have changed, or are tried again; and how many are done.

    Of what has changed, and of members that archives have no more, the rows are taken out of the files.
    """
    entries = journal.entries()
    places = {entry.name: place for place, entry in entries.items()}
    there = {readable(item.place) for item in items}
    archives = {place.rpartition("!")[0] for place in there if "!" in place}
    gone = {place for place in entries.keys() - there if "!" in place and place.rpartition("!")[0] in archives}
    for item in items:
        place, name = readable(item.place), readable(item.name)
        if place and not item.archive and places.get(name, place) != place:
            raise ExportError(f"{item.name}: was another file before ({places[name]}); name it by its whole path")
        entry = entries.get(place)
        if entry is None or item.problem:
            continue
        if (entry.size, entry.stamp) != (item.size, item.stamp) or entry.again:
            gone.add(place)
    journal.drop(gone)
    todo = [item for item in items if not item.problem and readable(item.place) not in entries.keys() - gone]
    return todo, sum(not item.problem for item in items) - len(todo)


def _work(
    journal: Journal,
    items: list[Item],
    options: Options,
    processes: int,
    part_bytes: int,
    progress: Callable[[Progress], None] | None,
) -> None:
    """Write the parts of the sources that are to do, and enter each when it is done."""
    parts = list(planned(items, journal.next_number(), part_bytes, processes))
    sources = size = 0
    total = sum(item.size for item in items)
    processes = processes if total > FEW_BYTES else 1
    try:
        for part, result in results(parts, partial(written, folder=journal.folder, options=options), processes):
            if result.stopped:
                raise ExportError(result.stopped)
            journal.enter(part.number, result)
            sources, size = sources + len(part.items), size + part.size
            if progress is not None:
                progress(Progress(sources, len(items), size, total))
    except ExportError as error:
        raise ExportError(f"{error}; {sources} of {len(items)} sources are done, the same call goes on") from None


def _export(journal: Journal, items: list[Item], files: tuple[Path, ...], before: int) -> Export:
    found = [
        SourceResult(item, 0, report_of(item), failed=True) if item.problem else journal.result(item) for item in items
    ]
    return Export(
        folder=journal.folder,
        files=files,
        rows=sum(one.rows for one in found),
        reports=tuple(one.report for one in found),
        skipped={one.item.name: one.skipped for one in found if one.skipped},
        failed=tuple(one.item.name for one in found if one.failed),
        before=before,
    )
