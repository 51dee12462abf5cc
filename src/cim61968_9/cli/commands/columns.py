"""``cim61968-9 columns``: turns messages into files of tables, and checks them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from attrs import evolve

from ...sources import find
from ..guard import INTERRUPTED, usage
from ..options import (
    LIMITS,
    SOURCES,
    Config,
    FailOn,
    Ignore,
    MaxBytes,
    MaxFindings,
    MaxRatio,
    Output,
    OutputFormat,
    Ranks,
    Select,
    Show,
    Statistics,
    Strict,
    limits_of,
)
from ..outputs import refuse_source
from ..reporting import least_of, settings_of, status_of, told
from ..streams import complain, progress
from ..wording import finding_of

if TYPE_CHECKING:
    from ...exporting import Export, Progress

__all__ = ["columns"]


def columns(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help=f"{SOURCES}.", show_default=False)],
    *,
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Folder of the files; new, empty, or that of an earlier run.")
    ],
    to: Annotated[
        Literal["parquet", "csv", "arrow", "duckdb"], typer.Option("--to", help="The kind of files.")
    ] = "parquet",
    table: Annotated[
        Literal["readings", "events", "controls", "usage_points", "meters"],
        typer.Option("--table", help="What a row is."),
    ] = "readings",
    values: Annotated[
        Literal["text", "decimal", "float"], typer.Option("--values", help="What values of readings are.")
    ] = "text",
    on_error: Annotated[
        Literal["drop", "keep", "stop"],
        typer.Option(
            "--on-error",
            help="Of a source that breaks off: take no row, keep those before the break, or stop the run.",
        ),
    ] = "drop",
    checks: Annotated[
        Literal["all", "structure"],
        typer.Option("--checks", help="Check all rules, or only what streams see; the latter takes less time."),
    ] = "all",
    processes: Annotated[
        int | None,
        typer.Option("--processes", "-p", metavar="N", min=1, help="Processes; as many as cores unless given."),
    ] = None,
    output_format: OutputFormat = "text",
    output: Output = None,
    select: Select = None,
    ignore: Ignore = None,
    severity: Ranks = None,
    config: Config = None,
    fail_on: FailOn = "error",
    strict: Strict = False,
    show: Show = "info",
    statistics: Statistics = False,
    max_bytes: MaxBytes = LIMITS.max_bytes,
    max_ratio: MaxRatio = LIMITS.max_ratio,
    max_findings: MaxFindings = LIMITS.max_findings,
) -> int:
    """Turn messages into tables, and check them.

    The findings are those of validate. Files get their names when they are complete. What is done is remembered in the
    folder: after a crash, the same command goes on where it was, and later it reads what is new or has changed.

    Exit status: 0 when there is nothing to complain of, 1 for findings of the severity of --fail-on or worse, 2 when a
    source cannot be read (all others are taken all the same), the folder cannot be written to, or the arguments are
    wrong.
    """
    from ...exporting import Progress, export

    settings = settings_of(config, select, ignore, severity)
    limits = limits_of(max_bytes, max_ratio, max_findings)
    refuse_source(output, find([one for one in sources if one != "-"], limits))  # what is read there is gone
    far = Progress(0, 0, 0, 0)
    try:
        with progress("reading") as advance:

            def note(reached: Progress) -> None:
                nonlocal far
                far = reached
                advance(reached.bytes, reached.of_bytes)

            made = export(
                sources,
                out,
                to=to,
                table=table,
                values=values,
                processes=processes or _cores(),
                on_error=on_error,
                checks=checks,
                settings=settings,
                limits=limits,
                progress=note,
            )
    except ImportError as error:
        usage(str(error))
    except KeyboardInterrupt:
        complain(f"interrupted: {far.sources} of {far.of_sources} sources are done, the same command goes on")
        return INTERRUPTED
    reports = [
        evolve(report, findings=tuple(finding_of(one, report.source) for one in report.findings))
        for report in made.reports
    ]
    least = least_of(fail_on, strict=strict)
    told(reports, output_format, output, least=least, show=show, statistics=statistics)
    complain(_summary(made))
    return status_of(reports, least)


def _cores() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


def _summary(made: Export) -> str:
    """Return in one line what was made, and of what there is nothing in it."""
    known = f" ({made.before:,} of them before)" if made.before else ""
    parts = [f"{_count(made.rows, 'row')} of {_count(len(made.reports), 'source')}{known} in {made.folder}"]
    if made.skipped:
        nouns = ", ".join(sorted(set(made.skipped.values())))
        parts.append(f"{_count(len(made.skipped), 'source')} of other nouns ({nouns})")
    if made.failed:
        named = ", ".join(made.failed[:3]) + (", ..." if len(made.failed) > 3 else "")
        parts.append(f"{_count(len(made.failed), 'source')} not read to the end: {named}")
    return "; ".join(parts)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
