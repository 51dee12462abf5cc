"""What Hypothesis draws in place of the dice of samples: numbers, texts, identifiers, and the time of a message."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st

from ..sampling._draws import Draws
from ._clocks import CLOCKS, days_of_change, local, midnight

__all__ = ["Drawn"]

T = TypeVar("T")
_LARGEST = 2**122 - 1
_FIRST_DAY = dt.date(2024, 1, 5)
_DAYS = 730
_SECONDS = 86_399
_DAY = dt.timedelta(days=1)
_CHANCES_OF_CHANGE = 8
"""One message of so many is of the day after clocks went forward, and one of the day after they went back."""


@cache
def _numbers(low: int, high: int) -> st.SearchStrategy[int]:
    return st.integers(low, high)


class Drawn(Draws):
    """A source of what is drawn, which Hypothesis can make smaller; its times have the offsets of one place."""

    def __init__(self, draw: st.DrawFn, zone: dt.tzinfo | None = None) -> None:
        self._draw = draw
        self._given: set[str] = set()
        self.zone = zone if zone is not None else self.one_of(CLOCKS)
        super().__init__(0)

    def _moment(self) -> dt.datetime:
        day = _FIRST_DAY + self.number(0, _DAYS) * _DAY
        changes = days_of_change(self.zone, day.year)
        chance = self.number(0, _CHANCES_OF_CHANGE - 1) if changes else 0
        if chance >= _CHANCES_OF_CHANGE - len(changes):
            day = changes[chance - _CHANCES_OF_CHANGE] + _DAY
        self._today = day
        return local(midnight(day, self.zone) + dt.timedelta(seconds=self.number(0, _SECONDS)), self.zone)

    def at(self, instant: dt.datetime) -> dt.datetime:
        """Return an instant as clocks of the place show it."""
        return local(instant, self.zone)

    def midnight(self, days: int = 0) -> dt.datetime:
        """Return the beginning of the day of the message, or of one some days after it."""
        return midnight(self._today + days * _DAY, self.zone)

    def midnight_of(self, instant: dt.datetime, days: int = 0) -> dt.datetime:
        """Return the beginning of the day of an instant, or of one some days after it."""
        return midnight(self.at(instant).date() + days * _DAY, self.zone)

    def minutes(self, count: int) -> dt.datetime:
        """Return the time some minutes after the message was sent."""
        return self.at(self.now + dt.timedelta(minutes=count))

    def number(self, low: int, high: int) -> int:
        """Return a number, the bounds included."""
        return self._draw(_numbers(low, high)) if low < high else low

    def flag(self) -> bool:
        """Return one of both."""
        return bool(self.number(0, 1))

    def one_of(self, options: Sequence[T]) -> T:
        """Return one of some things."""
        return options[self.number(0, len(options) - 1)]

    def text(self, templates: Sequence[str]) -> str:
        """Return one of some texts, with digits in place of ``#``."""
        template = self.one_of(templates)
        count = template.count("#")
        digits = iter(f"{self.number(0, 10**count - 1):0{count}}" if count else "")
        return "".join(next(digits) if one == "#" else one for one in template)

    def mrid(self) -> str:
        """Return a UUID that was not drawn before."""
        number = self.number(0, _LARGEST)
        while (found := str(uuid.UUID(int=number, version=4))) in self._given:
            number += 1
        self._given.add(found)
        return found

    def some(self, options: Sequence[T], most: int) -> list[T]:
        """Return a few of some things, in their order."""
        count = self.number(0, min(most, len(options)))
        taken = {self.number(0, len(options) - 1) for _ in range(count)}
        return [options[index] for index in sorted(taken)]
