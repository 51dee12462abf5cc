"""How the values of an interval block follow each other in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import sub
from typing import Any, NamedTuple

__all__ = ["Latest", "Series", "Step", "series_of", "stamps_in", "step_of", "values_in"]

_NOTHING = dt.timedelta(0)
_HOUR = dt.timedelta(hours=1)
_DAY = dt.timedelta(days=1)
_MACRO = {11: _DAY, 24: 7 * _DAY}
_PEAKS = frozenset({8, 9, 16, 17, 23, 24, 25, 27, 28})
"""Aggregates that are one moment of a period: maximum, minimum, those after them, high and low."""
_MOST_DRIFT = dt.timedelta(minutes=1)
_LONGEST = 200


class Step(NamedTuple):
    """How far apart values should be; rolling blocks may come at every part of their length."""

    length: dt.timedelta
    rolls: bool = False

    @property
    def slack(self) -> dt.timedelta:
        """How far a distance may be off: clocks drift by seconds, and a day has 23 to 25 hours where they change."""
        return _HOUR if self.length >= _DAY else min(self.length / 100, _MOST_DRIFT)


class Series(NamedTuple):
    """What is remarkable about the time stamps of a block, by position from 0.

    ``missing`` have none, ``repeated`` repeat that of the position beside, ``late`` stand after a later one; ``gaps``
    follow that many missing intervals, and ``odd`` follow at a distance that is no multiple of the step.
    """

    missing: tuple[int, ...] = ()
    repeated: tuple[tuple[int, int], ...] = ()
    late: tuple[int, ...] = ()
    gaps: tuple[tuple[int, int], ...] = ()
    odd: tuple[tuple[int, dt.timedelta], ...] = ()


_REGULAR = Series()


class Latest:
    """A function that remembers its last answer: the rules of a block ask the same, and so do blocks of one day.

    The arguments are compared, not trusted: objects can change between two questions.
    """

    def __init__(self, work: Callable[..., Any]) -> None:
        self._work = work
        self._last: tuple[tuple[Any, ...], Any] | None = None

    def __call__(self, *key: Any) -> Any:
        last = self._last
        if last is not None and last[0] == key:
            return last[1]
        answer = self._work(*key)
        self._last = key, answer
        return answer


def stamps_in(readings: Any) -> list[Any]:
    """Return the time stamps of readings; none where they are no readings, which the schema tells."""
    try:
        return [one.time_stamp for one in readings]
    except (AttributeError, TypeError):
        return []


def values_in(readings: Any) -> list[Any]:
    """Return the values of readings; none where they are no readings, which the schema tells."""
    try:
        return [one.value for one in readings]
    except (AttributeError, TypeError):
        return []


def step_of(reading_type: Any) -> Step | None:
    """Return the distance that values of a reading type have, None when it says none."""
    return _step(reading_type) if isinstance(reading_type, str) and len(reading_type) <= _LONGEST else None


@lru_cache(maxsize=1024)
def _step(reading_type: str) -> Step | None:
    from ...codes.looking import reading_type_code

    code = reading_type_code(reading_type)
    if code is None:
        return None
    if (macro := code.numbers[0]) != 0:
        moments = code.numbers[1] in _PEAKS  # the maximum of a day has the time of the peak, or the end of the day
        return Step(_MACRO[macro]) if macro in _MACRO and not moments else None
    entry = code.measuring_period.entry
    minutes = entry.more.get("step", entry.more.get("minutes")) if entry is not None else None
    return None if minutes is None else Step(dt.timedelta(minutes=minutes), entry is not None and "step" in entry.more)


def _series(stamps: Sequence[Any], step: Step | None) -> Series:
    try:
        distances: list[Any] = list(map(sub, stamps[1:], stamps))
        regular = not distances or (
            distances.count(step.length) == len(distances) if step is not None else min(distances) > _NOTHING
        )
        if regular and (distances or not stamps or isinstance(stamps[0], dt.datetime)):
            return _REGULAR
    except TypeError:
        pass  # some are missing, are no times, or lack a zone that others have
    missing = tuple(number for number, stamp in enumerate(stamps) if stamp is None)
    times = _comparable(stamps)
    first: dict[dt.datetime, int] = {}
    repeated = [(number, seen) for number, stamp in times if (seen := first.setdefault(stamp, number)) != number]
    late, latest = [], None
    for number, stamp in times:
        if latest is not None and stamp < latest:
            late.append(number)
        latest = stamp if latest is None or stamp > latest else latest
    gaps, odd = [], []
    for one, other in pairwise(sorted(first)):
        if step is None:
            break
        count = round((distance := other - one) / step.length)
        if count < 1 or abs(distance - count * step.length) > step.slack:
            odd.append((first[other], distance))
        elif count > 1 and not step.rolls:
            gaps.append((first[other], count - 1))
    return Series(missing, tuple(repeated), tuple(late), tuple(gaps), tuple(odd))


def _comparable(stamps: Sequence[Any]) -> list[tuple[int, dt.datetime]]:
    """Return those time stamps that can be compared with the first, with their positions."""
    times = [(number, stamp) for number, stamp in enumerate(stamps) if isinstance(stamp, dt.datetime)]
    return [(number, stamp) for number, stamp in times if (stamp.tzinfo is None) == (times[0][1].tzinfo is None)]


series_of = Latest(_series)
"""Return what is remarkable about time stamps, given as a list, and the step that they should have."""
