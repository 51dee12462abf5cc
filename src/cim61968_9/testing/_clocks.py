"""Clocks of places where meters hang: offsets from UTC, and the days on which they change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from typing import TypeAlias

__all__ = ["CLOCKS", "Clock", "days_of_change", "local", "midnight"]

_HOUR, _DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
_SUNDAY = 6
Changes: TypeAlias = Callable[[int], tuple[dt.datetime, dt.datetime]]
"""The instants of a year at which summer time begins and ends, in UTC, without zone."""


class Clock(dt.tzinfo):
    """A zone that needs no database: an offset in winter, and the rule by which clocks go forward by an hour."""

    def __init__(self, name: str, hours: float, changes: Changes | None = None) -> None:
        self._name = name
        self._winter = dt.timedelta(hours=hours)
        self._changes = changes

    def __repr__(self) -> str:
        return f"Clock({self._name!r})"

    def is_summer(self, instant: dt.datetime) -> bool:
        """Tell whether clocks are forward at an instant in UTC, without zone."""
        if self._changes is None:
            return False
        begin, end = self._changes(instant.year)
        return begin <= instant < end if begin < end else not end <= instant < begin

    def changes(self, year: int) -> tuple[dt.datetime, ...]:
        """Return the instants of a year at which the offset changes, in UTC, without zone."""
        return () if self._changes is None else self._changes(year)

    def fromutc(self, instant: dt.datetime) -> dt.datetime:
        """Return the local time of an instant; the second of two equal ones has a fold."""
        plain = instant.replace(tzinfo=None)
        if self.is_summer(plain):
            return instant + self._winter + _HOUR
        return (instant + self._winter).replace(fold=int(self.is_summer(plain - _HOUR)))

    def utcoffset(self, local: dt.datetime | None) -> dt.timedelta:
        """Return the offset of a local time; without a local time, that of winter."""
        return self._winter + (self.dst(local) or dt.timedelta(0))

    def dst(self, local: dt.datetime | None) -> dt.timedelta | None:
        """Return by how much clocks are forward at a local time."""
        if local is None:
            return None
        in_winter = local.replace(tzinfo=None) - self._winter
        summer = self.is_summer(in_winter - _HOUR) and (not local.fold or self.is_summer(in_winter))
        return _HOUR if summer else dt.timedelta(0)

    def tzname(self, local: dt.datetime | None) -> str:
        """Return the name of the place."""
        return self._name


def _sunday(year: int, month: int, number: int) -> dt.datetime:
    """Return a Sunday of a month: the first is 1, the last is -1."""
    if number < 0:
        last = dt.datetime(year + month // 12, month % 12 + 1, 1) - _DAY  # noqa: DTZ001
        return last - (last.weekday() - _SUNDAY) % 7 * _DAY
    first = dt.datetime(year, month, 1)  # noqa: DTZ001
    return first + ((_SUNDAY - first.weekday()) % 7 + 7 * (number - 1)) * _DAY


@cache
def _europe(year: int) -> tuple[dt.datetime, dt.datetime]:
    return _sunday(year, 3, -1) + _HOUR, _sunday(year, 10, -1) + _HOUR


@cache
def _america(year: int) -> tuple[dt.datetime, dt.datetime]:
    return _sunday(year, 3, 2) + 7 * _HOUR, _sunday(year, 11, 1) + 6 * _HOUR


@cache
def _australia(year: int) -> tuple[dt.datetime, dt.datetime]:
    return _sunday(year, 10, 1) - 8 * _HOUR, _sunday(year, 4, 1) - 8 * _HOUR


CLOCKS: tuple[dt.tzinfo, ...] = (
    dt.UTC,
    Clock("Europe/Berlin", 1, _europe),
    Clock("America/New_York", -5, _america),
    Clock("Asia/Kolkata", 5.5),
    Clock("Australia/Sydney", 10, _australia),
)
"""UTC first; America has the hours of its east, where changes are at 7:00 and 6:00 UTC."""


@cache
def _fixed(offset: dt.timedelta) -> dt.timezone:
    return dt.timezone(offset) if offset else dt.UTC


def local(instant: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """Return an instant with the offset that a zone has then, as messages write it."""
    if zone is dt.UTC:
        return instant.astimezone(dt.UTC)
    shown = instant.astimezone(zone)
    return shown.replace(tzinfo=_fixed(shown.utcoffset() or dt.timedelta(0)), fold=0)


def midnight(day: dt.date, zone: dt.tzinfo) -> dt.datetime:
    """Return the beginning of a day in a zone."""
    start = dt.datetime.combine(day, dt.time(), zone)
    return start.replace(tzinfo=_fixed(start.utcoffset() or dt.timedelta(0)))


@cache
def days_of_change(zone: dt.tzinfo, year: int) -> tuple[dt.date, ...]:
    """Return the days of a year that are not 24 hours long in a zone."""
    first = dt.date(year, 1, 1)
    days = [first + number * _DAY for number in range(366)]
    return tuple(day for day in days if midnight(day + _DAY, zone) - midnight(day, zone) != _DAY)
