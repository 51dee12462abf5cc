"""Times and periods as the rules compare and tell them, whatever a tolerant read has left there."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ._search import shown

__all__ = ["ends_of", "is_before", "told"]


def ends_of(period: Any) -> tuple[Any, Any]:
    """Return the start and the end of a period, None where there is none."""
    return getattr(period, "start", None), getattr(period, "end", None)


def is_before(one: Any, other: Any) -> bool:
    """Tell whether a time or date is before another; of a time with zone and one without nobody can say."""
    if isinstance(one, dt.datetime) and isinstance(other, dt.datetime):
        return (one.tzinfo is None) == (other.tzinfo is None) and one < other
    dates = isinstance(one, dt.date) and isinstance(other, dt.date)
    return dates and not isinstance(one, dt.datetime) and not isinstance(other, dt.datetime) and one < other


def told(value: Any) -> str:
    """Return a time or date for a message."""
    return value.isoformat() if isinstance(value, dt.date) else shown(value)
