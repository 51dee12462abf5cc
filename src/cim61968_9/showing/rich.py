"""Objects for the pretty printer of rich, which asks for their parts; rich itself is not needed here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .reprs import MANY, brief, shown_members

__all__ = ["parts"]

_LETTERS = 160


class _Shortened:
    """A value whose text is made already."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return self._text


def parts(subject: Any) -> Iterator[tuple[str, Any]]:
    """Yield name and value of each member that is not left at its default; lists and texts are shortened."""
    for name, value in shown_members(subject):
        yield name, _shortened(value)


def _shortened(value: Any) -> Any:
    if isinstance(value, list | tuple):
        shown = [_shortened(one) for one in value[:MANY]]
        if len(value) > MANY:
            shown.append(_Shortened(f"... {len(value) - MANY:,} more"))
        return shown
    text = brief(value)
    if text is None or (isinstance(value, str) and type(value) is str and len(value) <= _LETTERS):
        return value
    return _Shortened(text)
