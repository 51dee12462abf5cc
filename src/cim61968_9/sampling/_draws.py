"""What is drawn: numbers, texts, identifiers, and the time that a sample was sent."""

from __future__ import annotations

import datetime as dt
import random
import re
import uuid
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from ._tables import values

__all__ = ["Draws", "Identity"]

T = TypeVar("T")
_FIRST_DAY = dt.datetime(2026, 1, 5, 6, 0, tzinfo=dt.UTC)
_DIGIT = re.compile("#")


class Identity(NamedTuple):
    """How an object is called."""

    mrid: str
    name: str
    kind_of_name: str


class Draws:
    """A source of all that is random in a sample; the same seed gives the same."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311  # nothing is to be kept secret
        self.now = self._moment()
        """When the sample was sent."""
        self._names: set[tuple[str, str]] = set()
        self._turn = self.number(0, 59)

    def _moment(self) -> dt.datetime:
        return _FIRST_DAY + dt.timedelta(days=self.number(0, 40), minutes=self.number(0, 900))

    def midnight(self, days: int = 0) -> dt.datetime:
        """Return the beginning of the day on which the sample was sent, or of one some days after it."""
        return self.now.replace(hour=0, minute=0) + dt.timedelta(days=days)

    def number(self, low: int, high: int) -> int:
        """Return a number, the bounds included."""
        return self._random.randint(low, high)

    def one_of(self, options: Sequence[T]) -> T:
        """Return one of some things."""
        return self._random.choice(options)

    def in_turn(self, options: Sequence[T], index: int) -> T:
        """Return one of some things, another one for each index as long as there are any."""
        return options[(self._turn + index) % len(options)]

    def text(self, templates: Sequence[str]) -> str:
        """Return one of some texts, with digits in place of ``#``."""
        return _DIGIT.sub(lambda _: str(self.number(0, 9)), self.one_of(templates))

    def mrid(self) -> str:
        """Return a new UUID."""
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))

    def identity(self, kind: str) -> Identity:
        """Return a new identity for an object of a kind."""
        template, kind_of_name = values("names", kind) or (f"{kind} ##", "Name")
        name = self.text([template])
        while (kind, name) in self._names:
            name += str(self.number(0, 9))
        self._names.add((kind, name))
        return Identity(self.mrid(), name, kind_of_name)

    def minutes(self, count: int) -> dt.datetime:
        """Return the time some minutes after the sample was sent."""
        return self.now + dt.timedelta(minutes=count)
