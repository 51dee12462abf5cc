"""Values of members: as text for people, as text that tells whether two are the same, and what is the same in spite."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from .._decimals import finite
from ..model import Element
from ..xml.foreign import Foreign, RawElement
from ..xml.instants import render_date, render_date_time, render_time
from ..xml.values import Duration, ExactDate, ExactDateTime, ExactTime, QualifiedName

__all__ = ["is_same_value", "mark", "shown", "text_of"]

_LETTERS = 100


def text_of(value: Any) -> str:
    """Return a value as it would be written."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dt.datetime):
        return render_date_time(value)
    if isinstance(value, dt.date):
        return render_date(value)
    if isinstance(value, dt.time):
        return render_time(value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def shown(value: Any) -> str:
    """Return a value or an object for people: in one line, and no longer than a line should be."""
    if isinstance(value, Element):
        text = f"{{{_brief(value)}}}"
    elif isinstance(value, str):
        text = repr(str(value))
    elif isinstance(value, Foreign | list | tuple):
        text = repr(value)
    else:
        text = "nothing" if value is None else text_of(value)
    line = " ".join(text.split())
    return line if len(line) <= _LETTERS else f"{line[: _LETTERS - 3]}..."


def _brief(element: Element) -> str:
    parts = []
    for member in element.__xml__.members:
        value = getattr(element, member.name)
        tag = member.tag if member.kind != "any" else "content"
        if isinstance(value, list):
            parts += [f"{len(value)} x {tag}"] if value else []
        elif isinstance(value, Element | RawElement):
            parts.append(tag)
        elif value is not None:
            parts.append(f"{tag} {text_of(value)}")
    return ", ".join(parts) or type(element).__name__


def is_same_value(left: Any, right: Any, *, numbers: bool) -> bool:
    """Tell whether two texts that differ stand for one value; ``numbers`` says that they may be numbers."""
    if isinstance(left, Duration) and isinstance(right, Duration):
        try:
            return left.to_timedelta() == right.to_timedelta()
        except ValueError:
            return False
    if not (numbers and isinstance(left, str) and isinstance(right, str)):
        return False
    number = finite(left)
    return number is not None and number == finite(right)


def mark(item: Any) -> str:
    """Return a text that two items have in common when they are the same: most often, and not for certain."""
    if isinstance(item, Element):
        parts = [type(item).__name__]
        for name in item.__xml__.names:
            value = getattr(item, name)
            if value is not None and value != []:
                parts.append(f"{name}={mark(value)}")
        if item.foreign is not None:
            parts.append(mark(item.foreign))
        return f"({', '.join(parts)})"
    if isinstance(item, list | tuple):
        return f"[{', '.join(map(mark, item))}]"
    return _plain(item)


def _instant(value: dt.datetime) -> str:
    """Return a time in a form that is the same for every spelling of the same instant."""
    try:
        plain = value.astimezone(dt.UTC) if value.tzinfo is not None else value
    except OverflowError:  # at the ends of the calendar
        plain = value
    return plain.replace(fold=0).isoformat() + (value._digits if isinstance(value, ExactDateTime) else "")


def _plain(value: Any) -> str:
    if isinstance(value, dt.datetime):
        return _instant(value)
    if isinstance(value, ExactDate | ExactTime):
        return f"{value.isoformat()}{value.zone if isinstance(value, ExactDate) else value.lexical}"
    if isinstance(value, int | float | Decimal):
        return "nan" if value != value else f"#{hash(value)}"  # noqa: PLR0124  # NaN is the one that is not itself
    if isinstance(value, QualifiedName) and value.namespace:
        return f"{{{value.namespace}}}{value.local}"
    return value.xml if isinstance(value, RawElement) else repr(str(value))
