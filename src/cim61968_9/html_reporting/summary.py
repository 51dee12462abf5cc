"""All sources in one table: what they are, and how much was found in them."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from ..validation.finding import Severity
from ..validation.rendering.text import summary_of
from ..validation.report import Report
from .markup import badge, link, more, note, size_text, table, told

__all__ = ["Entry", "rank_of", "summary_html"]

_ROWS = 1000
_NAME = 120


@frozen
class Entry:
    """One source: its number on the page, its report without the message, its size, and whether there are details."""

    number: int
    report: Report
    size: int


def rank_of(report: Report) -> int:
    """Return how much a source wants to be seen: the lower the more."""
    if report.problem:
        return 0
    return list(Severity).index(report.worst) if report.worst is not None else len(Severity)


def summary_html(entries: Sequence[Entry], detailed: set[int]) -> str:
    """Return a table of sources; of very many, those with the worst findings."""
    shown = sorted(
        sorted(entries, key=lambda one: (rank_of(one.report), one.number))[:_ROWS], key=lambda one: one.number
    )
    heads = ("Source", "Message", "Size", "Errors", "Warnings", "Infos")
    rows = [_row(one, detailed) for one in shown]
    said = summary_of([one.report for one in entries])
    left = more(len(entries) - _ROWS, "source", " without worse findings than these")
    hidden = sum(one.number not in detailed for one in shown)
    parts = [f"<p>{told(said, 400)}</p>", table(heads, rows, numbers=frozenset({2, 3, 4, 5})) if rows else "", left]
    if hidden:
        parts.append(note(f"{hidden:,} of these sources have no details below: the page has no room for more."))
    return "".join(parts)


def _row(entry: Entry, detailed: set[int]) -> tuple[str, ...]:
    report = entry.report
    name = told(report.source, _NAME)
    name = link(f"source-{entry.number}", name) if entry.number in detailed else name
    what = " ".join(told(one, _NAME) for one in (report.verb, report.noun) if one) or told(report.kind, _NAME)
    if report.problem:
        return name, badge("cannot be read", "error"), "", "", "", ""
    counts = [report.count(severity) for severity in Severity]
    cells = [badge(f"{count:,}", one) if count else "0" for one, count in zip(Severity, counts, strict=True)]
    return name, what, size_text(entry.size) if entry.size else "", *cells
