"""What the rules that are broken are about: why, what to do, and an example."""

from __future__ import annotations

from html import escape

from ..validation.rules import RULES
from ..validation.rules.examples import example, reason
from .markup import badge, facts, heading

__all__ = ["rules_html"]


def rules_html(names: set[str]) -> str:
    """Return the explanation of each rule, each with an id of its own; empty when there are none."""
    known = sorted(name for name in names if name in RULES)
    if not known:
        return ""
    return f'<section id="rules">{heading(2, "The rules")}{"".join(map(_rule, known))}</section>'


def _rule(name: str) -> str:
    rule = RULES[name]
    parts = [f"<h3>{name} {escape(rule.title)} {badge(rule.severity, rule.severity)}</h3>"]
    if why := reason(name):
        parts.append(f"<p>{escape(_plain(why))}</p>")
    parts.append(facts([("what to do", escape(rule.hint)), ("source", escape(rule.source))]))
    if (shown := example(name)) is not None:
        place = f" {shown.place}" if shown.place else ""
        for word, text in (("bad", shown.bad), ("good", shown.good)):
            parts.append(f'<p class="quiet">{word}{escape(place)}:</p><pre>{escape(text.strip() or "(nothing)")}</pre>')
    return f'<article class="rule" id="rule-{name}">{"".join(parts)}</article>'


def _plain(text: str) -> str:
    return text.replace("``", "")
