"""What a single reading says: its time, its value as a number, its qualities."""

from __future__ import annotations

import datetime as dt
import math
from decimal import Decimal
from functools import lru_cache
from typing import Any

from .._decimals import finite
from .._mixins import QualityOfType
from ..codes.looking import reading_quality_code
from ._drawing import is_drawable

__all__ = ["NO_CODE", "number", "period", "qualities"]

NO_CODE = -1
"""Stands for the category of a quality that is no code."""
_VALID = frozenset({0})
_NONE: frozenset[int] = frozenset()


def period(reading: Any) -> tuple[dt.datetime | None, dt.datetime | None]:
    """Return start and end of an interval, as far as they are told; the time stamp is its end."""
    told = getattr(reading, "time_period", None)
    start, end = getattr(told, "start", None), getattr(told, "end", None)
    stamp = getattr(reading, "time_stamp", None)
    end = stamp if isinstance(stamp, dt.datetime) else end
    if not is_drawable(end):
        return None, None
    if not is_drawable(start) or (start.tzinfo is None) != (end.tzinfo is None):
        return None, end
    return (start, end) if start < end else (None, end)


def number(text: Any) -> Decimal | None:
    """Return a value as a number, None where it is none that can be drawn."""
    found = finite(text) if isinstance(text, str) else None
    return found if found is not None and math.isfinite(float(found)) else None


def qualities(reading: Any) -> frozenset[int]:
    """Return the categories of what is said of a value, but for those that say it is valid."""
    found = getattr(reading, "reading_qualities", None)
    if not found:
        return _NONE
    references = (one.reading_quality_type if isinstance(one, QualityOfType) else None for one in found)
    return frozenset(_category(reference) for reference in references) - _VALID


@lru_cache(maxsize=1024)
def _category(reference: str | None) -> int:
    code = reading_quality_code(reference)
    return NO_CODE if code is None else code.numbers[1]
