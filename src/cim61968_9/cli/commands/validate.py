"""``cim61968-9 validate``: checks messages against the schemas and the rules."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from attrs import evolve

from ...sources import Item, find
from ..guard import CLEAN, FINDINGS, UNREADABLE, usage
from ..options import LIMITS, MaxBytes, MaxFindings, MaxRatio, Output, limits_of
from ..streams import coloured, complain, put, tracked
from ..tables import table
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
            help="Files, folders, patterns in quotes, .gz and .zip archives, or - for standard input.",
            show_default=False,
        ),
    ],
    *,
    output_format: Annotated[
        Literal["text", "json", "junit", "sarif", "github"],
        typer.Option("--output-format", "-f", help="How the findings are written."),
    ] = "text",
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
    show: Annotated[
        Literal["error", "warning", "info"], typer.Option(help="The least severity that is shown.")
    ] = "info",
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Count the findings of each rule instead of listing them.")
    ] = False,
    max_bytes: MaxBytes = LIMITS.max_bytes,
    max_ratio: MaxRatio = LIMITS.max_ratio,
    max_findings: MaxFindings = LIMITS.max_findings,
) -> int:
    """Check messages against the schemas and the rules.

    Exit status: 0 when there is nothing to complain of, 1 for findings of the severity of --fail-on or worse, 2 when a
    source cannot be read (all others are checked all the same) or the arguments are wrong.
    """
    from ...validation.rendering import render

    settings = _settings(config, select, ignore, severity)
    least = "warning" if strict and fail_on == "error" else fail_on
    limits = limits_of(max_bytes, max_ratio, max_findings)
    items = list(find(sources, limits))
    reports = list(_reports(items, settings, limits))
    shown = [_shown(report, show) for report in reports]
    if statistics:
        put(_statistics(shown), output)
    else:
        put(render(shown, output_format, colour=output is None and coloured(), fail_on=least), output)
    if output is not None or output_format != "text" or statistics:
        _tell(reports, summary=output is not None or not statistics)
    if any(report.problem for report in reports):
        return UNREADABLE
    return FINDINGS if any(report.at_least(least) for report in reports) else CLEAN


def _reports(items: list[Item], settings: Settings, limits: Limits) -> Iterator[Report]:
    for item in tracked(items, [item.size for item in items]):
        yield _report(item, settings, limits)


def _report(item: Item, settings: Settings, limits: Limits) -> Report:
    """Return what is found in one source, in the words of the command."""
    from ...validating import report_of

    report = report_of(item, settings=settings, limits=limits)
    return evolve(report, findings=tuple(finding_of(one, item.name) for one in report.findings))


def _settings(
    config: Path | None, select: list[str] | None, ignore: list[str] | None, severity: list[str] | None
) -> Settings:
    from ...validation.plugins import load_rules
    from ...validation.settings import Settings

    load_rules()
    settings = Settings.find() if config is None else Settings.load(config)
    if settings is None:
        usage(f"{config}: found no table [tool.cim61968-9]")
    return settings.with_options(select=_rules(select), ignore=_rules(ignore), severity=dict(_ranks(severity)))


def _shown(report: Report, least: str) -> Report:
    from ...validation.finding import Severity

    ranks = [str(severity) for severity in Severity]
    wanted = ranks[: ranks.index(least) + 1]
    listed = tuple(one for one in report.findings if one.severity in wanted)
    return evolve(report, findings=listed, unlisted=tuple(one for one in report.findings if one.severity not in wanted))


def _statistics(reports: list[Report]) -> str:
    """Return how often each rule is broken, and in how many sources, most often first."""
    from ...validation.rendering.text import summary_of, unlisted_of
    from ...validation.rules import RULES

    rules = [(one.rule, one.severity) for report in reports for one in report.findings]
    counts = Counter(rules)
    places = Counter(key for report in reports for key in {(one.rule, one.severity) for one in report.findings})
    rows = [
        (number, places[rule, severity], rule, severity, RULES[rule].title if rule in RULES else "")
        for (rule, severity), number in counts.most_common()
    ]
    listed = table(("FINDINGS", "SOURCES", "RULE", "SEVERITY", "TITLE"), rows) + "\n" if rows else ""
    unlisted = unlisted_of(report.unlisted for report in reports)
    return f"{listed}{unlisted}{chr(10) if unlisted else ''}{summary_of(reports)}\n"


def _names(given: list[str] | None) -> list[str]:
    return [name.strip() for one in given or () for name in one.split(",") if name.strip()]


def _rules(given: list[str] | None) -> list[str]:
    return [name.upper() for name in _names(given)]


def _ranks(given: list[str] | None) -> Iterator[tuple[str, str]]:
    for one in _names(given):
        rule, mark, level = one.partition("=")
        if not mark:
            usage(f"--severity: found {one!r}, expected RULE=LEVEL as in COR201=error")
        yield rule.strip().upper(), level.strip().lower()


def _tell(reports: list[Report], *, summary: bool) -> None:
    """Say on standard error what could not be read, and what the document holds, when neither is shown as text."""
    from ...validation.rendering.text import summary_of

    for report in reports:
        if report.problem:
            complain(f"{report.source}: cannot be read: {report.problem}")
    if summary and (sys.stderr.isatty() or not all(report.ok for report in reports)):
        complain(summary_of(reports))
