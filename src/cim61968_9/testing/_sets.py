"""The values of a MeterReading: of what stands in it already, the times and the figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, TypeAlias

from ..codes.reading_quality import ReadingQualityCode
from ..codes.reading_type import ReadingTypeCode
from ._drawn import Drawn
from ._figures import Figures

__all__ = ["Period", "ReadingSet", "comment_on", "spanned"]

Period: TypeAlias = tuple[dt.datetime, dt.datetime]
_QUARTER, _HOUR, _MINUTE = dt.timedelta(minutes=15), dt.timedelta(hours=1), dt.timedelta(minutes=1)
_DAY, _SHORTEST_DAY = 24 * _HOUR, 23 * _HOUR
_ODD_DAYS = 5
_COMMENTS = {
    "valid": "Passed all checks",
    "diagnostics": "Reported by the device itself",
    "powerQuality": "Seen by the supervision of voltage",
    "tamper": "To be inspected on site",
    "dataCollection": "Noted while the data was collected",
    "reasonability": "Compared with the days before",
    "validation": "Looked at by the validation of the day",
    "edited": "Put right by hand",
    "questionable": "To be looked at",
    "derived": "Computed from other readings",
    "projected": "Expected from the year before",
}


def comment_on(quality: str, comment: str) -> str | None:
    """Return a comment that fits a reading quality: the given one is on estimates."""
    category = ReadingQualityCode.parse(quality).category.name
    return comment if category == "estimated" else _COMMENTS.get(category)


class ReadingSet:
    """The values of one meter in a period, none of them later than the message."""

    def __init__(self, drawn: Drawn, period: Period, commodity: str) -> None:
        self._drawn = drawn
        self._start, self._end = period
        self._figures = Figures(drawn, commodity)

    def block(self, made: dict[str, Any], most: int) -> None:
        """Give an interval block a series: a part of the period, or a whole day, where there may be as many values."""
        code = ReadingTypeCode.parse(made["reading_type"])
        step = code.interval or _QUARTER
        values = made["interval_readings"]
        ends = self._ends(step, len(values), most)
        del values[len(ends) :]
        cls = type(values[0])
        values += [cls() for _ in range(len(ends) - len(values))]
        figures = self._figures.profile(code, step, len(ends))
        for one, end, figure in zip(values, ends, figures, strict=True):
            one.time_stamp, one.value = end, figure
            if one.time_period is not None:
                one.time_period.start, one.time_period.end = self._drawn.at(end - step), end
            self._follow(one)

    def _ends(self, step: dt.timedelta, count: int, most: int) -> list[dt.datetime]:
        drawn = self._drawn
        if most * step >= _SHORTEST_DAY and (days := self._whole_days(step, most)) and drawn.flag():
            first, last = drawn.one_of(days)
            return [drawn.at(first + number * step) for number in range(1, (last - first) // step + 1)]
        base = drawn.midnight_of(self._start)
        first_end, last_end = (self._start - base) // step + 1, (self._end - base) // step
        count = max(min(count, last_end - first_end + 1), 1)
        number = drawn.number(first_end, max(last_end - count + 1, first_end))
        return [drawn.at(base + (number + further) * step) for further in range(count)]

    def _whole_days(self, step: dt.timedelta, most: int) -> list[Period]:
        """Return the days of the period that have few enough intervals; those on which clocks change more often."""
        midnights = self._midnights()
        days = zip(midnights[1:], midnights, strict=False)
        found = [(first, last) for first, last in days if last - first <= most * step]
        return found + [(first, last) for first, last in found if last - first != _DAY] * _ODD_DAYS

    def _midnights(self) -> list[dt.datetime]:
        """Return the beginnings of days in the period, the last first."""
        found, number = [], 0
        while (midnight := self._drawn.midnight_of(self._end, -number)) >= self._start:
            found.append(midnight)
            number += 1
        return found

    def readings(self, readings: list[Any], kinds: int) -> None:
        """Give readings their times and values; so many types alternate, each with one value at a time."""
        codes = [ReadingTypeCode.parse(one.reading_type) for one in readings]
        moments = self._moments(-(-len(readings) // kinds))
        stamps = [moments[number // kinds] for number in range(len(readings))]
        for one, stamp, value in zip(readings, stamps, self._figures.registers(codes, stamps), strict=True):
            one.time_stamp, one.value = stamp, value
            if one.time_period is not None:
                one.time_period.start, one.time_period.end = self._drawn.midnight_of(stamp, -1), stamp
            self._follow(one)

    def _moments(self, count: int) -> list[dt.datetime]:
        drawn = self._drawn
        midnights = self._midnights()
        if len(midnights) >= count and drawn.flag():
            first = drawn.number(0, len(midnights) - count)
            return midnights[first : first + count][::-1]
        span = (self._end - self._start) // _MINUTE
        last = self._end.replace(second=0, microsecond=0) - drawn.number(1, max(span // 2, 1)) * _MINUTE
        gap = min(_HOUR, (last - self._start) // max(count - 1, 1))
        return [drawn.at(last - number * gap) for number in reversed(range(count))]

    def _follow(self, one: Any) -> None:
        """Let what was done with a value come after it."""
        if one.reported_date_time is not None:
            one.reported_date_time = max(one.reported_date_time, one.time_stamp)
        for quality in one.reading_qualities:
            if quality.time_stamp is not None:
                quality.time_stamp = max(quality.time_stamp, one.time_stamp)


def spanned(blocks: Iterable[Any], readings: Iterable[Any]) -> Period | None:
    """Return the period from the first beginning to the last end of values."""
    starts, ends = [], []
    for block in blocks:
        values = block.interval_readings
        step = ReadingTypeCode.parse(block.reading_type).interval or _QUARTER
        starts.append(values[0].time_stamp - step)
        ends.append(values[-1].time_stamp)
    for one in readings:
        if one.time_stamp is not None:
            starts.append(one.time_stamp if one.time_period is None else one.time_period.start)
            ends.append(one.time_stamp)
    return (min(starts), max(ends)) if starts else None
