"""Decimal numbers as messages write them, without the limits of a context."""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["finite", "shifted"]

_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,9})?")


def finite(text: str) -> Decimal | None:
    """Return the number of a text, None when it is none: ASCII digits, no separators, no infinity."""
    stripped = text.strip()
    return Decimal(stripped) if _NUMBER.fullmatch(stripped) else None


def shifted(number: Decimal, places: int) -> Decimal:
    """Return a number times a power of ten, exactly, however many digits it has."""
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)  # it is finite
    return Decimal((sign, digits, exponent + places))
