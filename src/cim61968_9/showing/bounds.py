"""Numbers that a caller gives to bound what is shown or drawn."""

from __future__ import annotations

__all__ = ["expect"]


def expect(least: int, **numbers: int) -> None:
    """See that numbers, by the names of their arguments, are whole and not too small.

    Raises:
        TypeError: One is no whole number.
        ValueError: One is less than ``least``.
    """
    for name, number in numbers.items():
        if not isinstance(number, int):
            raise TypeError(f"{name} is {number!r}; expected a whole number")
        if number < least:
            raise ValueError(f"{name} is {number}; expected {least} or more")
