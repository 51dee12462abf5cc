"""What is in a message: its codes, each once and explained, its events in order of time, and all of it as a tree."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

from attrs import frozen

from .._mixins import EventOfType
from ..describing import children_of
from ..inspecting import Coded, Content
from ..inspecting._content import content_of
from ..model import Element
from ..outcomes import Outcome
from ..showing.html import message_html
from ..showing.meanings import name_of
from ..showing.style import CLASS
from ..showing.texts import plain_value
from ..validation.rendering.cleaning import one_line
from .markup import code, folded, heading, more, note, table, told

__all__ = ["Contents", "contents_of", "events_html", "explained_html", "tree_html"]

_CODES = 60
_FIRST = 10
_EVENTS = 200
_NAME = 60
_KINDS = {
    "reading_types": "reading type",
    "qualities": "reading quality",
    "events": "event type",
    "controls": "control type",
}


@frozen
class Contents:
    """What is in all payloads of a message: how many there are, the first of them, and each code of all."""

    number: int
    first: tuple[Content, ...]
    codes: dict[str, dict[str, Coded]]
    """Each code once, by the member of :class:`Content` that it is in."""


def contents_of(payloads: list[Any]) -> Contents:
    """Return what is in payloads, in numbers."""
    first: list[Content] = []
    codes: dict[str, dict[str, Coded]] = {member: {} for member in _KINDS}
    for one in payloads:
        content = content_of(one)
        if len(first) < _FIRST:
            first.append(content)
        for member, merged in codes.items():
            _merge(merged, getattr(content, member))
    return Contents(len(payloads), tuple(first), codes)


def _merge(merged: dict[str, Coded], codes: tuple[Coded, ...]) -> None:
    for one in codes:
        before = merged.get(one.code)
        count = one.count + (before.count if before is not None else 0)
        merged[one.code] = Coded(one.code, count, one.meaning or (before.meaning if before is not None else ""))


def explained_html(contents: Contents, outcome: Outcome | None) -> str:
    """Return each code of payloads and of a reply once, with its words and how often it is used; else empty."""
    found = list(chain.from_iterable(_of_kind(kind, contents.codes[member]) for member, kind in _KINDS.items()))
    if outcome is not None:
        found += _errors(outcome)
    if not found:
        return ""
    counts = Counter(kind for kind, _ in found)
    shown: Counter[str] = Counter()
    rows, rest = [], Counter[str]()
    for kind, one in found:
        shown[kind] += 1
        if shown[kind] > _CODES:
            rest[kind] += 1
            continue
        meaning = told(one.meaning) if one.meaning else '<span class="quiet">not explained here</span>'
        label = kind if shown[kind] == 1 else ""
        rows.append((label, code(one.code or "(none)"), meaning, f"{one.count:,}"))
    left = "".join(more(number, f"{kind} code", f" of {counts[kind]:,}") for kind, number in rest.items())
    shown_table = table(("Kind", "Code", "Meaning", "Uses"), rows, numbers=frozenset({3}))
    return f"{heading(3, 'Codes')}{shown_table}{left}"


def _of_kind(kind: str, codes: dict[str, Coded]) -> Iterator[tuple[str, Coded]]:
    for one in sorted(codes.values(), key=lambda coded: -coded.count):
        yield kind, one


def _errors(outcome: Outcome) -> Iterator[tuple[str, Coded]]:
    entries = [*outcome.errors, *outcome.notes]
    counts = Counter(one.code.code or "" for one in entries)
    known = {one.code.code or "": one.code for one in entries}
    for text, count in counts.most_common():
        advice = f"; {known[text].advice}" if known[text].advice else ""
        yield "reply code", Coded(text, count, f"{known[text].meaning}{advice}" if known[text].meaning else "")


class _Event(NamedTuple):
    at: Any
    device: str
    event: Any


def events_html(payloads: list[Any]) -> str:
    """Return the events of payloads in the order of their times, empty when there are none."""
    found = [event for one in payloads for event in _events(one, "")]
    if not found:
        return ""
    found.sort(key=_order)
    rows = [tuple(_cells(one)) for one in found[:_EVENTS]]
    heads = ("Time", "Device", "Event", "Severity", "Reason")
    return f"{heading(3, 'Events')}{table(heads, rows)}{more(len(found) - _EVENTS, 'event', ', later ones')}"


def _events(source: Any, device: str) -> Iterator[_Event]:
    if isinstance(source, EventOfType):
        has_own = getattr(source, "assets", None) or getattr(source, "usage_point", None)
        own = name_of(source) if has_own else ""
        yield _Event(getattr(source, "created_date_time", None), own or device, source)
        return
    named = getattr(source, "meter", None) or getattr(source, "usage_point", None)
    below = name_of(source) if isinstance(named, Element) else device
    for child in children_of(source):
        yield from _events(child, below)


def _order(one: _Event) -> tuple[bool, dt.datetime]:
    """Return what sorts events: those without a usable time come last, and those without a zone count as UTC."""
    if not isinstance(one.at, dt.datetime):
        return True, dt.datetime.max.replace(tzinfo=dt.UTC)
    try:
        return False, one.at.replace(tzinfo=dt.UTC) if one.at.tzinfo is None else one.at.astimezone(dt.UTC)
    except OverflowError:
        return True, dt.datetime.max.replace(tzinfo=dt.UTC)


def _cells(one: _Event) -> Iterator[str]:
    yield told(plain_value(one.at)) if one.at is not None else '<span class="quiet">none given</span>'
    yield told(one.device or "no device named", _NAME)
    found = one.event.type_code
    reference = one.event.end_device_event_type or "(none)"
    yield f"{told(found.describe())} {code(reference)}" if found is not None else code(reference)
    yield told(getattr(one.event, "severity", None) or "", _NAME)
    yield told(getattr(one.event, "reason", None) or "")


def tree_html(message: Any, *, is_open: bool) -> str:
    """Return all of a message as lines that open and close, bounded."""
    if not isinstance(message, Element):
        return ""
    shown = f'<div class="{CLASS} tree">{message_html(message)}</div>'
    said = note("Of long lists the first entries are shown; what is left out is counted in its place.")
    return heading(3, "Content") + folded(
        f"all of <code>{one_line(type(message).__name__)}</code>", shown, said, is_open=is_open
    )
