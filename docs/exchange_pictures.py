"""Draws an exchange between systems as SVG to stand inside a page: its colour is that of the text around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from cim61968_9.verbs import KIND_OF

_STEP = re.compile(r"(?P<sender>\w+) -> (?P<receiver>\w+) (?P<verb>\w+)\((?P<noun>\w+)\)(?:: (?P<note>.+))?")
_HEAD, _ROW, _BOX, _MARGIN = 46, 52, 132, 8
_LABEL, _NOTE = 7.4, 6.5  # width of a character


class Step(NamedTuple):
    """One message of an exchange."""

    sender: str
    receiver: str
    verb: str
    noun: str
    note: str = ""

    @property
    def kind(self) -> str:
        """The kind of message, by its verb."""
        return KIND_OF[self.verb]

    @property
    def words(self) -> str:
        """The step in words."""
        note = f", {self.note}" if self.note else ""
        return f"{self.sender} to {self.receiver}: {self.verb}({self.noun}){note}"


def steps(texts: Sequence[str], **names: str) -> list[Step]:
    """Return the steps of an exchange from their texts, with the names of a page in their places."""
    found = []
    for text in texts:
        parts = _STEP.fullmatch(text.format(**names))
        if parts is None:
            raise ValueError(f"step is {text!r}; expected 'FROM -> TO verb(Noun): note'")
        found.append(Step(**{name: value or "" for name, value in parts.groupdict().items()}))
    return found


def picture(title: str, taken: Sequence[Step], *, subject: str) -> str:
    """Return the SVG of an exchange; the messages of the subject stand out."""
    parties = list(dict.fromkeys(name for step in taken for name in (step.sender, step.receiver)))
    gap = _gap(parties, taken)
    middle = {name: _MARGIN + _BOX / 2 + number * gap for number, name in enumerate(parties)}
    width = round(2 * _MARGIN + _BOX + (len(parties) - 1) * gap)
    height = _HEAD + len(taken) * _ROW + 20
    words = "; ".join(step.words for step in taken)
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    lines = [f'<div class="exchange"><svg role="img" {size} aria-label="{escape(f"{title}. {words}")}">']
    for name, x in middle.items():
        left = x - _BOX / 2
        lines += [
            f'<line class="life" x1="{x:g}" y1="{_HEAD - 10}" x2="{x:g}" y2="{height - 4}"/>',
            f'<rect class="party" x="{left:g}" y="6" width="{_BOX}" height="30" rx="5"/>',
            f'<text class="name" x="{x:g}" y="26">Northmoor-{name}</text>',
        ]
    for number, step in enumerate(taken):
        lines += _arrow(step, middle, _HEAD + number * _ROW + 34, step.noun == subject)
    return "\n".join([*lines, "</svg></div>"])


def _gap(parties: list[str], taken: Sequence[Step]) -> float:
    """Return how far the systems stand apart, so that each text has room over its arrow."""
    needs = [190.0]
    for step in taken:
        between = abs(parties.index(step.sender) - parties.index(step.receiver))
        text = max(len(f"{step.verb}({step.noun})") * _LABEL, len(step.note) * _NOTE)
        needs.append((text + 26) / between)
    return max(needs)


def _arrow(step: Step, middle: dict[str, float], y: int, stands_out: bool) -> Iterator[str]:
    start, end = middle[step.sender], middle[step.receiver]
    ahead = 1 if end > start else -1
    style = {"RequestMessage": "request", "ResponseMessage": "reply", "EventMessage": "event"}[step.kind]
    centre = (start + end) / 2
    yield f'<g class="{style}{" subject" if stands_out else ""}">'
    yield f'<line x1="{start:g}" y1="{y}" x2="{end - ahead * 2:g}" y2="{y}"/>'
    tip = f"M{end - ahead * 10:g},{y - 5} L{end - ahead:g},{y} L{end - ahead * 10:g},{y + 5}"
    yield f'<path d="{tip}{" Z" if style == "request" else ""}"/>'
    label = f'<a href="{step.noun}.html">{step.verb}({step.noun})</a>'
    yield f'<text class="label" x="{centre:g}" y="{y - 7}">{label}</text>'
    if step.note:
        yield f'<text class="note" x="{centre:g}" y="{y + 14}">{escape(step.note)}</text>'
    yield "</g>"
