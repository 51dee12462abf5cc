"""Escapes texts and attribute values for XML."""

from __future__ import annotations

import re

__all__ = ["attribute", "forbidden", "text", "unsafe", "unsafe_attribute"]

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
unsafe = re.compile("[&<>\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]").search
"""Find the first character of a text that cannot be written as it is."""
unsafe_attribute = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]').search
"""Find the first character of an attribute value that cannot be written as it is."""
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def text(value: str) -> str:
    """Escape the text of an element.

    Raises:
        ValueError: It has a character that XML cannot carry.
    """
    _check(value)
    return value.translate(_TEXT)


def attribute(value: str) -> str:
    """Escape the value of an attribute.

    Raises:
        ValueError: It has a character that XML cannot carry.
    """
    _check(value)
    return value.translate(_ATTRIBUTE)


def forbidden(value: str) -> str | None:
    """Return the first character that XML cannot carry at all, as ``U+0000``; None when there is none."""
    found = _FORBIDDEN.search(value)
    return f"U+{ord(found.group()):04X}" if found else None


def _check(value: str) -> None:
    if (found := forbidden(value)) is not None:
        raise ValueError(f"the text has the character {found}, which XML cannot carry; remove it")
