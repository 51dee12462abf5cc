"""Findings of many sources, as subcommands tell them: which rules, in which form, and the exit status."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from .guard import CLEAN, FINDINGS, UNREADABLE, usage
from .streams import coloured, complain, put
from .tables import table

if TYPE_CHECKING:
    from ..validation.report import Report
    from ..validation.settings import Settings

__all__ = ["least_of", "settings_of", "status_of", "told"]


def least_of(fail_on: str, *, strict: bool) -> str:
    """Return the least severity that counts."""
    return "warning" if strict and fail_on == "error" else fail_on


def status_of(reports: list[Report], least: str) -> int:
    """Return the exit status that findings and unreadable sources make."""
    if any(report.problem for report in reports):
        return UNREADABLE
    return FINDINGS if any(report.at_least(least) for report in reports) else CLEAN


def told(
    reports: list[Report], output_format: str, output: Path | None, *, least: str, show: str, statistics: bool
) -> None:
    """Write the findings, or how many there are, and say what could not be read."""
    from ..validation.rendering import render

    shown = [_shown(report, show) for report in reports]
    if statistics:
        put(_statistics(shown), output)
    else:
        put(render(shown, output_format, colour=output is None and coloured(), fail_on=least), output)
    if output is not None or output_format != "text" or statistics:
        _tell(reports, summary=output is not None or not statistics)


def settings_of(
    config: Path | None, select: list[str] | None, ignore: list[str] | None, severity: list[str] | None
) -> Settings:
    """Return the settings of the project, with those of options."""
    from ..validation.plugins import load_rules
    from ..validation.settings import Settings

    load_rules()
    settings = Settings.find() if config is None else Settings.load(config)
    if settings is None:
        usage(f"{config}: found no table [tool.cim61968-9]")
    return settings.with_options(select=_rules(select), ignore=_rules(ignore), severity=dict(_ranks(severity)))


def _shown(report: Report, least: str) -> Report:
    from ..validation.finding import Severity

    ranks = [str(severity) for severity in Severity]
    wanted = ranks[: ranks.index(least) + 1]
    listed = tuple(one for one in report.findings if one.severity in wanted)
    return evolve(report, findings=listed, unlisted=tuple(one for one in report.findings if one.severity not in wanted))


def _statistics(reports: list[Report]) -> str:
    """Return how often each rule is broken, and in how many sources, most often first."""
    from ..validation.finding import Severity, tally
    from ..validation.rendering.text import summary_of, unlisted_of
    from ..validation.rules import RULES

    tallies = [tally(report.findings) for report in reports]
    counts = sum(tallies, Counter[tuple[str, Severity]]())
    places = Counter(chain.from_iterable(tallies))
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
    from ..validation.rendering.text import summary_of

    for report in reports:
        if report.problem:
            complain(f"{report.source}: cannot be read: {report.problem}")
    if summary and (sys.stderr.isatty() or not all(report.ok for report in reports)):
        complain(summary_of(reports))
