"""Parts of an export: the sources that go into one file, and the work of writing it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from attrs import astuple, evolve, field, frozen

from .. import columns
from ..columns.schema import Values
from ..columns.stream import ColumnStream, Outcome
from ..errors import Cim61968Error, ExportError, WrongNounError
from ..sources import Item, close_archives, reason_of
from ..validating import report_of
from ..validation.rendering.cleaning import one_line
from ..validation.report import Report
from ..validation.rules import RULES, finding
from ..validation.settings import Settings
from ..xml.limits import Limits
from .formats import FORMATS, Format

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = [
    "UNFINISHED",
    "Checks",
    "OnError",
    "Options",
    "Part",
    "Result",
    "SourceResult",
    "killed",
    "planned",
    "written",
]

OnError: TypeAlias = Literal["drop", "keep", "stop"]
Checks: TypeAlias = Literal["all", "structure"]
_POLICIES: dict[str, Any] = {"drop": "drop", "keep": "keep", "stop": "raise"}
_SMALLEST = 1_000_000
UNFINISHED = ".unfinished"
"""What the name of a file ends with before it is complete."""


@frozen(kw_only=True)
class Options:
    """What an export was asked for; all parts of one folder have the same."""

    table: str
    to: str
    values: Values
    on_error: OnError
    checks: Checks
    settings: Settings
    limits: Limits

    def file(self, number: int) -> str:
        """Return the name of the file of a part."""
        return f"{self.table}-{number:05}.{FORMATS[self.to].ending}"

    def unfinished(self, number: int) -> str:
        """Return the name that it has before it is complete."""
        return f".{self.file(number)}{UNFINISHED}"

    def told(self) -> dict[str, str]:
        """Return what makes a difference to the rows or the findings, as texts."""
        chosen = self.settings
        ranks = ",".join(f"{rule}={level}" for rule, level in sorted(chosen.severity.items()))
        return {
            "table": self.table,
            "to": self.to,
            "values": self.values,
            "on-error": self.on_error,
            "checks": self.checks,
            "select": ",".join(sorted(chosen.select)),
            "ignore": ",".join(sorted(chosen.ignore)),
            "severity": ranks,
            "schema version": columns.VERSION,
        }

    def bounds(self) -> str:
        """Return the limits as a text: what they refuse is tried again with others."""
        return ",".join(map(str, astuple(self.limits)))


@frozen
class Part:
    """Some sources whose rows go into one file; its number is that of the first among all sources of a run."""

    number: int
    items: tuple[Item, ...]

    @property
    def size(self) -> int:
        """The bytes of all sources."""
        return sum(item.size for item in self.items)

    def halves(self) -> tuple[Part, ...]:
        """Return two parts with the same sources; one that cannot be halved is alone."""
        middle = len(self.items) // 2
        if not middle:
            return (self,)
        return Part(self.number, self.items[:middle]), Part(self.number + middle, self.items[middle:])


@frozen
class SourceResult:
    """What became of one source: its rows, its findings, and the noun of what has no rows in this table."""

    item: Item
    rows: int
    report: Report
    skipped: str = ""
    failed: bool = False
    """Whether it could not be read to its end."""


@frozen
class Result:
    """What became of a part."""

    rows: int
    sources: tuple[SourceResult, ...] = field(repr=False)
    stopped: str = ""
    """Why the whole export is to stop; empty when it goes on."""


def planned(items: Iterable[Item], number: int, most: int, processes: int) -> Iterator[Part]:
    """Yield parts of about ``most`` bytes, or of fewer where else a process would have nothing to do."""
    listed = list(items)
    share = sum(item.size for item in listed) // (16 * processes)
    bound = max(min(most, share), min(most, _SMALLEST))
    group: list[Item] = []
    size = 0
    for item in listed:
        if group and size + item.size > bound:
            yield Part(number, tuple(group))
            number += len(group)
            group, size = [], 0
        group.append(item)
        size += item.size
    if group:
        yield Part(number, tuple(group))


def written(part: Part, folder: Path, options: Options) -> Result:
    """Write the rows of a part to its unfinished file; where there are none, there is no file.

    Raises:
        ExportError: The file cannot be written.
    """
    stream = ColumnStream(
        options.table,
        part.items,
        batch_rows=columns.ROWS_OF_A_BATCH,
        values=options.values,
        errors=_POLICIES[options.on_error],
        limits=options.limits,
    )
    stopped = ""
    try:
        rows = _write(stream, folder / options.unfinished(part.number), FORMATS[options.to])
    except _SourceError as error:
        rows, stopped = 0, str(error)
    finally:
        close_archives()
    results = tuple(_result(item, outcome, options) for item, outcome in zip(part.items, stream.outcomes, strict=False))
    return Result(rows, results, stopped)


class _SourceError(Exception):
    """A source ends the export, as was asked for."""


def _write(stream: ColumnStream, path: Path, form: Format) -> int:
    batches = _batches(stream)
    first = next(batches, None)
    return 0 if first is None else put(chain([first], batches), stream.schema, path, form)


def put(batches: Iterable[pa.RecordBatch], schema: pa.Schema, path: Path, form: Format) -> int:
    """Write batches to a file, make them last, and return how many rows there are.

    Raises:
        ExportError: The file cannot be written; then there is none.
    """
    rows = 0
    held = form.held(schema)
    try:
        with path.open("wb") as sink:
            with form.open(sink, held) as writer:
                for batch in batches:
                    writer.write_batch(form.batch(batch, held))
                    rows += batch.num_rows
            sink.flush()
            os.fsync(sink.fileno())
    except OSError as error:
        path.unlink(missing_ok=True)
        raise ExportError(f"{path.parent}: cannot be written to: {_why(error)}") from None
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return rows


def _batches(stream: ColumnStream) -> Iterator[Any]:
    """Yield the batches of a stream; what a source raises is told from what writing raises."""
    batches = iter(stream)
    while True:
        try:
            batch = next(batches)
        except StopIteration:
            return
        except Exception as error:
            if stream.outcomes and stream.outcomes[-1].error is error:
                raise _SourceError(f"{stream.outcomes[-1].file}: {reason_of(error)}") from error
            raise
        yield batch


def _why(error: OSError) -> str:
    """Return why; pyarrow puts the text of the system behind its own."""
    return os.strerror(error.errno).lower() if error.errno else str(error)


def _result(item: Item, outcome: Outcome, options: Options) -> SourceResult:
    error = outcome.error
    skipped = error.found if isinstance(error, WrongNounError) else ""
    report = _report(item, evolve(outcome, error=None) if skipped else outcome, options)
    if skipped:
        return SourceResult(item, 0, report, skipped)
    return SourceResult(item, outcome.rows, report, failed=error is not None)


def _report(item: Item, outcome: Outcome, options: Options) -> Report:
    """Return what is found in a source, and the error that ended it."""
    error = outcome.error
    if options.checks == "all":
        report = report_of(item, settings=options.settings, limits=options.limits)
        report = evolve(report, dialect=str(report.dialect))
    else:
        findings = options.settings.apply(outcome.findings)
        report = Report(source=item.name, findings=findings, archive=item.archive)
    if isinstance(error, OSError) and not report.problem:
        return evolve(report, problem=reason_of(OSError(error.errno, error.strerror or str(error))))
    if error is not None and not isinstance(error, Cim61968Error | OSError):
        return evolve(report, problem=f"the library failed: {type(error).__name__}: {one_line(str(error))}")
    if error is None or report.problem or any(one.rule == _rule(error) for one in report.findings):
        return report
    place = {"line": getattr(error, "line", None), "column": getattr(error, "column", None)}
    found = finding(_rule(error), getattr(error, "reason", "") or str(error), hint=RULES[_rule(error)].hint, **place)
    return evolve(report, findings=(*report.findings, found))


def _rule(error: Exception) -> str:
    return getattr(error, "rule", "ENV125")  # of what is compressed


def killed(part: Part) -> Result:
    """Return the result of a source whose process was ended from outside, each time that it was tried."""
    why = "the process that read it was killed, as systems do when memory is short; give it more, or split the file"
    reports = [(item, Report(source=item.name, problem=why, archive=item.archive)) for item in part.items]
    return Result(0, tuple(SourceResult(item, 0, report, failed=True) for item, report in reports))
