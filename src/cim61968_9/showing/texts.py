"""Texts and values of messages in one line that can be shown anywhere."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ..validation.rendering.cleaning import one_line
from ..xml.instants import render_date, render_date_time, render_time
from ..xml.values import ExactDateTime

__all__ = ["LONGEST", "plain_value", "safe", "time_text"]

_FEW = 80
LONGEST = 160
"""Letters of a text that are shown."""


def safe(text: Any, longest: int = LONGEST) -> str:
    """Return a text in one line, with invisible characters and marks of direction as escapes, shortened.

    Of a long text the beginning and the end are kept, and how much is between them; of few letters only the beginning.
    """
    whole = str(text)
    if longest < _FEW and len(whole) > longest:
        return f"{one_line(whole[: longest - 1])}…"
    return one_line(whole, longest=longest)


def time_text(value: dt.datetime) -> str:
    """Return a time as people write it, with its zone: ``2026-01-14 09:21:48 UTC``."""
    try:
        text = render_date_time(value)
    except ValueError:  # a zone that XML cannot write
        return str(value)
    if isinstance(value, ExactDateTime) and value.lexical is not None:
        return safe(text)
    date, _, clock = text.partition("T")
    if clock.endswith("Z"):
        return f"{date} {clock[:-1]} UTC"
    if value.tzinfo is None:
        return f"{date} {clock}, no zone"
    return f"{date} {clock[:-6]} {clock[-6:]}"


def plain_value(value: Any, longest: int = LONGEST) -> str:
    """Return the text of a value that is neither an object nor a list."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.datetime):
        return time_text(value)
    if isinstance(value, dt.date):
        return safe(render_date(value), longest)
    if isinstance(value, dt.time):
        return safe(render_time(value), longest)
    return safe(value, longest) if value != "" else "(empty)"
