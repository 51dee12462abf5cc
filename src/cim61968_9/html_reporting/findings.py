"""The findings of a source by severity, with the lines they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from ..sources import Item
from ..validation.finding import Finding, Severity, tally
from ..validation.report import Report
from ..validation.rules import RULES
from ..xml.limits import Limits
from .excerpts import Excerpt, Place, excerpt_html, excerpts_of
from .markup import badge, code, folded, heading, link, more, told

__all__ = ["findings_html"]

_OF_RULE = 20
_OF_SEVERITY = 80
_ROOM = 250_000
"""Letters of HTML that the findings of one severity take."""


def findings_html(report: Report, item: Item | None, limits: Limits, rules: set[str]) -> str:
    """Return findings by severity, the worst first; enters the rules that are to be explained. Empty without any."""
    number = tally(report.unlisted).total()
    left = more(number, "finding", f" that count{'s' * (number == 1)}, but {'is' if number == 1 else 'are'} not listed")
    counts = tally(report.findings)
    if not counts:
        return heading(3, "Findings") + left if left else ""
    listed = [one for one in report.findings if not one.stands_for]
    chosen = {severity: _chosen([one for one in listed if one.severity == severity]) for severity in Severity}
    places = [(one.line, one.column) for group in chosen.values() for one in group if one.line is not None]
    excerpts = excerpts_of(item, places, limits) if item is not None else {}
    parts = [heading(3, "Findings")]
    for severity, group in chosen.items():
        numbers = {rule: number for (rule, rank), number in counts.items() if rank == severity}
        if numbers:
            parts.append(_group(severity, numbers, _fitting(group, excerpts), rules))
    return "".join([*parts, left])


def _chosen(group: list[Finding]) -> list[Finding]:
    """Return the findings of a severity that are to be shown: the first of every rule, then the second, and so on."""
    counts: Counter[str] = Counter()
    turns: list[tuple[int, Finding]] = []
    for one in sorted(group, key=_place):
        counts[one.rule] += 1
        if counts[one.rule] <= _OF_RULE:
            turns.append((counts[one.rule], one))
    turns.sort(key=lambda turn: turn[0])
    return [one for _, one in turns[:_OF_SEVERITY]]


def _fitting(chosen: Iterable[Finding], excerpts: dict[Place, Excerpt]) -> list[tuple[Finding, Excerpt | None]]:
    """Return the findings that there is room for, in the order of their places, with their lines."""
    found: list[tuple[Finding, Excerpt | None]] = []
    room = _ROOM
    for one in chosen:
        excerpt = excerpts.get((one.line, one.column)) if one.line is not None else None
        room -= len(_finding(one, excerpt, set()))
        if room < 0 and found:
            break
        found.append((one, excerpt))
    return sorted(found, key=lambda each: _place(each[0]))


def _place(one: Finding) -> tuple[bool, int, int]:
    return one.line is None, one.line or 0, one.column or 0


def _group(
    severity: Severity,
    numbers: Mapping[str, int],
    shown: Sequence[tuple[Finding, Excerpt | None]],
    rules: set[str],
) -> str:
    parts: list[str] = []
    hints: set[str] = set()
    for one, excerpt in shown:
        parts.append(_finding(one, excerpt, hints))
        rules.add(one.rule)
    told_of = Counter(one.rule for one, _ in shown)
    for rule, count in numbers.items():
        if rest := count - told_of[rule]:
            rules.add(rule)
            parts.append(f'<p class="note">… {rest:,} more finding{"" if rest == 1 else "s"} of {_rule(rule)}</p>')
    total = sum(numbers.values())
    title = badge(f"{total:,} {severity}{'' if total == 1 else 's'}", severity)
    return folded(title, *parts, is_open=severity is not Severity.INFO)


def _finding(one: Finding, excerpt: Excerpt | None, hints: set[str]) -> str:
    title = RULES[one.rule].title if one.rule in RULES else ""
    said = one.message.removeprefix(f"{title}: ") if title else one.message
    place = ":".join(str(number) for number in (one.line, one.column) if number is not None)
    where = f'<span class="place">line {place}</span>' if place else '<span class="place quiet">no line</span>'
    parts = [
        f'<p class="first">{_rule(one.rule)} <b>{told(title)}</b> {where}</p>',
        f"<p>{told(said, 600)}</p>",
        excerpt_html(excerpt) if excerpt is not None else "",
    ]
    path = f"<div><dt>path</dt><dd>{code(one.path, 400)}</dd></div>" if one.path else ""
    value = f"<div><dt>value</dt><dd>{code(one.value, 400)}</dd></div>" if one.value else ""
    hint = ""
    if one.hint and one.hint not in hints:  # once is enough
        hints.add(one.hint)
        hint = f"<div><dt>hint</dt><dd>{told(one.hint, 400)}</dd></div>"
    if path or value or hint:
        parts.append(f'<dl class="facts">{path}{value}{hint}</dl>')
    return f'<article class="finding {escape(one.severity)}">{"".join(parts)}</article>'


def _rule(name: str) -> str:
    return link(f"rule-{name}", escape(name)) if name in RULES else code(name)
