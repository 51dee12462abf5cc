"""White space as XML has it, and texts that stand in place of a value."""

from __future__ import annotations

from typing import Any

from .values import BeyondRange, InvalidText

__all__ = ["SPACE", "kept"]

SPACE = " \t\r\n"
"""What counts as white space in XML; a non-breaking space does not."""


def kept(value: Any, expected: str) -> str:
    """Write a value beyond Python's range; anything else is of the wrong type."""
    if isinstance(value, BeyondRange):
        return str(value)
    if isinstance(value, InvalidText):
        raise ValueError(str(value))
    raise TypeError(f"expected {expected}, got {type(value).__name__}")
