"""``cim61968-9 report``: writes a page about messages that a browser shows."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from attrs import evolve

from ...sources import find
from ..guard import CLEAN, FINDINGS, UNREADABLE, usage
from ..options import LIMITS, MaxBytes, MaxFindings, MaxRatio, Output, limits_of
from ..streams import complain, put_bytes, tracked
from ..wording import finding_of
from .validate import _settings

if TYPE_CHECKING:
    from ...validation.report import Report

__all__ = ["report"]


def report(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Files, folders, patterns in quotes, .gz and .zip archives, or - for standard input.",
            show_default=False,
        ),
    ],
    *,
    output: Output = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULES", help="Check only these rules: ids or their beginnings, as in XSD,ENV2."),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="RULES", help="Leave these rules out.")] = None,
    severity: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE=LEVEL", help="Rank a rule as error, warning or info, or turn it off."),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Take [tool.cim61968-9] from FILE, not from the nearest pyproject.toml."),
    ] = None,
    fail_on: Annotated[
        Literal["error", "warning", "info"], typer.Option(help="The least severity that makes the exit status 1.")
    ] = "error",
    strict: Annotated[bool, typer.Option("--strict", help="The same as --fail-on warning.")] = False,
    max_bytes: MaxBytes = LIMITS.max_bytes,
    max_ratio: MaxRatio = LIMITS.max_ratio,
    max_findings: MaxFindings = LIMITS.max_findings,
) -> int:
    """Write one page of HTML about messages.

    Findings with the lines they are about, envelope, explained codes, load profiles, events and the content as a tree.
    The page needs no network and no script, and is at most about 5 MB. Standard output must not be a terminal.

    Exit status: that of validate.
    """
    from ...html_reporting import Page, checked

    if output is None and sys.stdout.isatty():
        usage("a page is nothing to read on a terminal; name a file, as in --output report.html")
    settings = _settings(config, select, ignore, severity)
    limits = limits_of(max_bytes, max_ratio, max_findings)
    page = Page(limits)
    items = list(find(sources, limits))
    for item in tracked(items, [item.size for item in items]):
        found = checked(item, settings, limits)
        page.add(evolve(found, findings=tuple(finding_of(one, item.name) for one in found.findings)), item)
    put_bytes(page.html().encode("utf-8", "backslashreplace"), output)
    _tell(page.reports)
    if any(one.problem for one in page.reports):
        return UNREADABLE
    least = "warning" if strict and fail_on == "error" else fail_on
    return FINDINGS if any(one.at_least(least) for one in page.reports) else CLEAN


def _tell(reports: list[Report]) -> None:
    """Say on standard error what could not be read, and how much was found."""
    from ...validation.rendering.text import summary_of

    for one in reports:
        if one.problem:
            complain(f"{one.source}: cannot be read: {one.problem}")
    if sys.stderr.isatty() or not all(one.ok for one in reports):
        complain(summary_of(reports))
