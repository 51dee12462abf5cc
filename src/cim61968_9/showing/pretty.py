"""Objects for the pretty printers of IPython and Hypothesis: the call of ``repr``, in lines where it is long.

Both printers have the same interface, and neither is needed here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from .reprs import DEPTH, MANY, ROOM, brief, shown_members

__all__ = ["pretty"]

_INDENT = 4


def pretty(subject: Any, printer: Any) -> None:
    """Print the text of a call with what is not left at its default, shortened as ``repr`` shortens it."""
    _Writer(printer).call(subject)


class _Writer:
    """Writes one object, and what is in it, into the room that there is."""

    def __init__(self, printer: Any) -> None:
        self._printer = printer
        self._room = ROOM

    def call(self, subject: Any, depth: int = 0) -> None:
        name = type(subject).__name__
        self._room -= len(name) + 2
        if self._room <= 0 or depth > DEPTH:
            self._printer.text(f"{name}(...)")
            return
        members = (partial(self._member, name, value, depth) for name, value in shown_members(subject))
        self._group(f"{name}(", members, ")")

    def _member(self, name: str, value: Any, depth: int) -> None:
        self._text(f"{name}=")
        self._value(value, depth)

    def _value(self, value: Any, depth: int) -> None:
        text = brief(value)
        if text is not None:
            self._text(text)
        elif isinstance(value, list | tuple):
            shown = [partial(self._value, one, depth) for one in (value if len(value) <= MANY else value[:1])]
            if len(value) > MANY:
                shown.append(partial(self._text, f"... {len(value) - 1} more"))
            left, right = ("[", "]") if isinstance(value, list) else ("(", ",)" if len(value) == 1 else ")")
            self._group(left, shown, right)
        else:
            self.call(value, depth + 1)

    def _text(self, text: str) -> None:
        self._room -= len(text)
        self._printer.text(text)

    def _group(self, left: str, parts: Iterable[Callable[[], None]], right: str) -> None:
        """Write what stands in brackets: in one line, or each part in its own, further in."""
        self._printer.begin_group(0, left)
        number = 0
        with self._printer.indent(_INDENT):
            for number, write in enumerate(parts, 1):
                if number > 1:
                    self._printer.text(",")
                self._printer.breakable(" " if number > 1 else "")
                if self._room <= 0:
                    self._printer.text("...")
                    break
                write()
        if number:
            self._printer.breakable("")
        self._printer.end_group(0, right)
