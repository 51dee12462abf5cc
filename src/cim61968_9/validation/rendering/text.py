"""Reports for people: a line a finding that editors and terminals jump from, and a summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..finding import Finding, Severity, tally
from ..report import Report
from .cleaning import one_line

__all__ = ["as_text", "place_of", "summary_of", "unlisted_of"]

_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.INFO: "36"}
_BOLD, _DIM = "1", "2"


def as_text(reports: Sequence[Report], *, colour: bool = False) -> str:
    """Return the findings of each source with place, severity, rule, message, path and hint, then a summary.

    They are in the order of their places; those without one come last.
    """
    paint = _Paint(on=colour)
    blocks = ["\n".join(_source(report, paint)) for report in reports if report.findings or report.problem]
    unlisted = unlisted_of(report.unlisted for report in reports)
    ending = [*([unlisted] if unlisted else []), paint(summary_of(reports), _BOLD)]
    return "\n\n".join([*blocks, "\n".join(ending)]) + "\n"


def place_of(source: str, line: int | None, column: int | None) -> str:
    """Return ``source:line:column``, as far as they are known."""
    return ":".join([one_line(source), *(str(one) for one in (line, column) if one is not None)])


def unlisted_of(findings: Iterable[Sequence[Finding]]) -> str:
    """Return how many findings count but are not shown, empty when there are none."""
    number = sum(tally(one).total() for one in findings)
    return f"{_number(number, 'finding')} below --show {'is' if number == 1 else 'are'} not listed" if number else ""


def summary_of(reports: Sequence[Report]) -> str:
    """Return how many sources were checked, and how many findings of which severity there are."""
    checked = [report for report in reports if not report.problem]
    broken = sum(bool(report.findings or report.unlisted) for report in checked)
    counts = [(severity, sum(report.count(severity) for report in checked)) for severity in Severity]
    found = ", ".join(_number(count, severity) for severity, count in counts if count)
    text = f"{_number(len(checked), 'source')} checked: "
    text += f"{found} in {broken}" if found and len(checked) > 1 else found or "no findings"
    failed = len(reports) - len(checked)
    return f"{text}; {_number(failed, 'source')} could not be read" if failed else text


class _Paint:
    """Puts terminal colours around texts, or does not."""

    def __init__(self, *, on: bool) -> None:
        self.on = on

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on else text


def _source(report: Report, paint: _Paint) -> Iterator[str]:
    if report.problem:
        label = paint("cannot be read", _COLOURS[Severity.ERROR])
        yield f"{paint(one_line(report.source), _BOLD)}: {label}: {one_line(report.problem)}"
    told: set[tuple[str, str]] = set()
    for finding in sorted(report.findings, key=_order):
        yield from _finding(report.source, finding, paint)
        if finding.hint and (finding.rule, finding.hint) not in told:  # once is enough
            told.add((finding.rule, finding.hint))
            yield paint(f"    {one_line(finding.hint)}", _DIM)


def _order(finding: Finding) -> tuple[bool, int, int]:
    return finding.line is None, finding.line or 0, finding.column or 0


def _finding(source: str, finding: Finding, paint: _Paint) -> Iterator[str]:
    place = paint(place_of(source, finding.line, finding.column), _BOLD)
    severity = paint(finding.severity, _COLOURS[finding.severity])
    yield f"{place}: {severity} {one_line(finding.rule)} {one_line(finding.message)}"
    if finding.path:
        yield paint(f"    at {one_line(finding.path)}", _DIM)


def _number(count: int, word: str) -> str:
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"
