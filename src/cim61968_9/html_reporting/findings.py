"""The findings of a source by severity, with the lines they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

from ..describing import counted
from ..sources import Item
from ..validation.finding import Finding, Severity
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
    left = more(
        len(report.unlisted),
        "finding",
        " that counts, but is not listed" if len(report.unlisted) == 1 else " that count, but are not listed",
    )
    if not report.findings:
        return heading(3, "Findings") + left if left else ""
    groups = {severity: [one for one in report.findings if one.severity == severity] for severity in Severity}
    chosen = {severity: _chosen(group) for severity, group in groups.items()}
    places = [(one.line, one.column) for group in chosen.values() for one in group if one.line is not None]
    excerpts = excerpts_of(item, places, limits) if item is not None else {}
    parts = [heading(3, "Findings")]
    for severity, group in groups.items():
        if group:
            parts.append(_group(severity, group, chosen[severity], excerpts, rules))
    return "".join([*parts, left])


def _chosen(group: list[Finding]) -> list[Finding]:
    """Return the findings of a severity that are shown, in the order of their places: of each rule some."""
    counts: Counter[str] = Counter()
    found: list[Finding] = []
    for one in sorted(group, key=lambda each: (each.line is None, each.line or 0, each.column or 0)):
        counts[one.rule] += 1
        if counts[one.rule] <= _OF_RULE and len(found) < _OF_SEVERITY:
            found.append(one)
    return found


def _group(
    severity: Severity,
    group: Sequence[Finding],
    chosen: Sequence[Finding],
    excerpts: dict[Place, Excerpt],
    rules: set[str],
) -> str:
    parts: list[str] = []
    shown: Counter[str] = Counter()
    hints: set[str] = set()
    room = _ROOM
    for one in chosen:
        if room < 0:
            break
        excerpt = excerpts.get((one.line, one.column)) if one.line is not None else None
        parts.append(_finding(one, excerpt, hints))
        room -= len(parts[-1])
        shown[one.rule] += 1
        rules.add(one.rule)
    for rule, count in Counter(one.rule for one in group).items():
        if rest := count - shown[rule]:
            rules.add(rule)
            parts.append(f'<p class="note">… {counted(rest, "more finding")} of {_rule(rule)}</p>')
    title = badge(f"{len(group):,} {severity}{'' if len(group) == 1 else 's'}", severity)
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
