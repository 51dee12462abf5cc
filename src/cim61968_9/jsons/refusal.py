"""What is thrown, from deep inside, where an object or a JSON text does not fit, and gathers its place on the way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Never

from ..errors import JsonError

__all__ = ["Refusal", "at", "kind_of", "quoted", "refuse"]

_MOST_LETTERS = 80


class Refusal(Exception):  # noqa: N818  # never leaves this package
    """Something does not fit; ``steps`` are the keys and indexes that lead to it, the innermost first."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.steps: list[str | int] = []

    def error(self) -> JsonError:
        """Return the error for callers, with the place as a JSON Pointer."""
        path = "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in reversed(self.steps))
        where = path if len(path) <= 4 * _MOST_LETTERS else f"...{path[-4 * _MOST_LETTERS :]}"
        return JsonError(f"{ascii(where)[1:-1] or 'at the root'}: {self.reason}", path=path)


def refuse(reason: str) -> Never:
    """Throw a refusal."""
    raise Refusal(reason)


@contextmanager
def at(*steps: str | int) -> Iterator[None]:
    """Add the way that leads here, the outermost first, to what is refused inside."""
    try:
        yield
    except Refusal as refusal:
        refusal.steps += reversed(steps)
        raise


def quoted(text: str) -> str:
    """Return a text of the input between quotes, in one line and not longer than a line."""
    if len(text) > _MOST_LETTERS:
        return f"{text[:_MOST_LETTERS]!a}... ({len(text):,} characters)"
    return repr(text) if text.isprintable() else ascii(text)


def kind_of(found: Any) -> str:
    """Return a value of JSON in words."""
    if isinstance(found, dict):
        return f"an object with the keys {', '.join(quoted(key) for key in list(found)[:5])}" if found else "{}"
    if isinstance(found, list):
        return f"a list of {len(found)}"
    if isinstance(found, str):
        return f"the text {quoted(found)}"
    if found is None:
        return "null"
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, int) and found.bit_length() > 4 * _MOST_LETTERS:
        return "a very long number"
    return f"the number {found!r}"
