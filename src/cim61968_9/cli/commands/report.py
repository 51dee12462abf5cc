"""``cim61968-9 report``: writes a page about messages that a browser shows."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer
from attrs import evolve

from ...sources import find
from ..guard import usage
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
    Ranks,
    Select,
    Strict,
    limits_of,
)
from ..outputs import refuse_source
from ..reporting import least_of, settings_of, status_of
from ..streams import complain, put_bytes, tracked
from ..wording import finding_of

if TYPE_CHECKING:
    from ...validation.report import Report

__all__ = ["report"]


def report(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help=f"{SOURCES}, or - for standard input.",
            show_default=False,
        ),
    ],
    *,
    output: Output = None,
    select: Select = None,
    ignore: Ignore = None,
    severity: Ranks = None,
    config: Config = None,
    fail_on: FailOn = "error",
    strict: Strict = False,
    max_bytes: MaxBytes = LIMITS.max_bytes,
    max_ratio: MaxRatio = LIMITS.max_ratio,
    max_findings: MaxFindings = LIMITS.max_findings,
    zone: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Zone that load profiles are drawn in, such as Europe/Vienna.", show_default=False
        ),
    ] = None,
) -> int:
    """Write one page of HTML about messages.

    Findings with the lines they are about, envelope, explained codes, load profiles, events and the content as a tree.
    The page needs no network and no script, and is at most about 5 MB. Standard output must not be a terminal.

    Exit status: that of validate.
    """
    from ...html_reporting import Page, checked

    if output is None and sys.stdout.isatty():
        usage("a page is nothing to read on a terminal; name a file, as in --output report.html")
    settings = settings_of(config, select, ignore, severity)
    limits = limits_of(max_bytes, max_ratio, max_findings)
    try:
        page = Page(limits, zone)
    except ValueError as error:
        usage(str(error))
    items = list(find(sources, limits))
    refuse_source(output, items)
    for item in tracked(items, [item.size for item in items]):
        found = checked(item, settings, limits)
        page.add(evolve(found, findings=tuple(finding_of(one, item.name) for one in found.findings)), item)
    put_bytes(page.html().encode("utf-8", "backslashreplace"), output)
    _tell(page.reports)
    return status_of(page.reports, least_of(fail_on, strict=strict))


def _tell(reports: list[Report]) -> None:
    """Say on standard error what could not be read, and how much was found."""
    from ...validation.rendering.text import summary_of

    for one in reports:
        if one.problem:
            complain(f"{one.source}: cannot be read: {one.problem}")
    if sys.stderr.isatty() or not all(one.ok for one in reports):
        complain(summary_of(reports))
