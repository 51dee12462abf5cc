"""``cim61968-9 validate``: checks messages against the schemas and the rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from attrs import evolve

from ...sources import Item, find
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
from ..streams import tracked
from ..wording import finding_of

if TYPE_CHECKING:
    from ...validation.report import Report
    from ...validation.settings import Settings
    from ...xml.limits import Limits

__all__ = ["validate"]


def validate(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help=f"{SOURCES}, or - for standard input.",
            show_default=False,
        ),
    ],
    *,
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
    """Check messages against the schemas and the rules.

    Exit status: 0 when there is nothing to complain of, 1 for findings of the severity of --fail-on or worse, 2 when a
    source cannot be read (all others are checked all the same) or the arguments are wrong.
    """
    settings = settings_of(config, select, ignore, severity)
    least = least_of(fail_on, strict=strict)
    limits = limits_of(max_bytes, max_ratio, max_findings)
    items = list(find(sources, limits))
    refuse_source(output, items)
    reports = list(_reports(items, settings, limits))
    told(reports, output_format, output, least=least, show=show, statistics=statistics)
    return status_of(reports, least)


def _reports(items: list[Item], settings: Settings, limits: Limits) -> Iterator[Report]:
    for item in tracked(items, [item.size for item in items]):
        yield _report(item, settings, limits)


def _report(item: Item, settings: Settings, limits: Limits) -> Report:
    """Return what is found in one source, in the words of the command."""
    from ...validating import report_of

    report = report_of(item, settings=settings, limits=limits)
    return evolve(report, findings=tuple(finding_of(one, item.name) for one in report.findings))
