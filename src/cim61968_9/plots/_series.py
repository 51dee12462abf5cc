"""Values of a message as series that can be drawn: for each interval its start, end, value and qualities."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from attrs import define, field, frozen

from .._decimals import finite
from .._mixins import QualityOfType
from ..codes.looking import reading_quality_code
from ..codes.reading_type import ReadingTypeCode
from ..codes.units import Unit
from ..describing import children_of
from ..errors import CodeError
from ..model import Element
from ..showing.meanings import Types, code_of, name_of, types_of
from ..validation.rules._series import step_of
from ._drawing import is_drawable, noted

__all__ = ["NO_CODE", "Channel", "Interval", "Register", "Series", "collected"]

NO_CODE = -1
"""Stands for the category of a quality that is no code."""
_VALID = frozenset({0})
_NONE: frozenset[int] = frozenset()
_DAY = dt.timedelta(days=1)
_YEAR = dt.timedelta(days=366)
_HOUR = dt.timedelta(hours=1)
_MINUTE = dt.timedelta(minutes=1)


class Interval(NamedTuple):
    """A value for the time from start to end; None where the message has none."""

    start: dt.datetime
    end: dt.datetime
    value: float | None
    qualities: frozenset[int]


class Register(NamedTuple):
    """A value at a moment."""

    at: dt.datetime
    value: float
    qualities: frozenset[int]


@define
class Channel:
    """What one meter has of one reading type."""

    meter: str
    reference: str
    code: ReadingTypeCode | None
    intervals: list[Interval] = field(factory=list)
    registers: list[Register] = field(factory=list)
    length: dt.timedelta | None = None
    is_pending: bool = False

    @property
    def unit(self) -> Unit | None:
        """The unit of the values, None without a code."""
        return self.code.unit if self.code is not None else None

    @property
    def what(self) -> str:
        """What is measured, in a few words."""
        if self.code is None:
            return self.reference or "no reading type"
        return self.code.describe().partition(" of ")[2].partition(", ")[0] or self.code.describe()

    def put_in_order(self) -> int:
        """Sort the intervals, let each begin where the one before ends if it is close; return how many overlap."""
        self.registers.sort(key=lambda one: one.at)
        self.intervals.sort(key=lambda one: one.end)
        overlapping = 0
        for index, (before, one) in enumerate(pairwise(self.intervals[:]), 1):
            if one.start == before.end:
                continue
            length = one.end - one.start
            slack = _HOUR if length >= _DAY else min(length / 100, _MINUTE)
            if abs(one.start - before.end) <= slack:
                self.intervals[index] = one._replace(start=min(before.end, one.end))
            elif one.start < before.end:
                overlapping += 1
                self.intervals[index] = one._replace(start=min(before.end, one.end))
        return overlapping


@frozen
class Series:
    """The channels that were found, and how much could not be used, by reason."""

    channels: tuple[Channel, ...]
    unused: Counter[str]

    @property
    def notes(self) -> list[str]:
        """What could not be used, in words."""
        return [noted(number, reason) for reason, number in self.unused.items() if number]

    def stamps(self) -> Iterator[dt.datetime]:
        """Yield all times."""
        for channel in self.channels:
            yield from (one.end for one in channel.intervals)
            yield from (one.at for one in channel.registers)


def collected(source: Any, wanted: str | ReadingTypeCode | None) -> Series:
    """Return the channels of a message, a payload, a reading or a block, or of several of them.

    Raises:
        TypeError: It is none of these.
        CodeError: ``wanted`` is neither a reading type that is there nor a pattern of one.
    """
    collector = _Collector(wanted)
    collector.walk(source, {}, "")
    return collector.series()


class _Collector:
    def __init__(self, wanted: str | ReadingTypeCode | None) -> None:
        self._wanted = wanted
        self._channels: dict[tuple[str, str], Channel] = {}
        self._unused: Counter[str] = Counter()
        self._fits: dict[str, bool] = {}

    def walk(self, source: Any, types: Types, meter: str) -> None:
        """Collect from an object and all that is in it."""
        if isinstance(source, Element):
            self._element(source, types, meter)
        elif isinstance(source, Iterable) and not isinstance(source, str | bytes):
            for one in source:
                self.walk(one, types, meter)
        else:
            raise TypeError(f"found {type(source).__name__}, expected a message, a payload, or readings of one")

    def _element(self, source: Any, types: Types, meter: str) -> None:
        if isinstance(getattr(source, "reading_type", None), list):
            types = types | types_of(source)
        meter = name_of(source) if getattr(source, "meter", None) or getattr(source, "usage_point", None) else meter
        if isinstance(readings := getattr(source, "interval_readings", None), list):
            self._block(source, readings, types, meter)
        elif "time_stamp" in source.__xml__.names and isinstance(getattr(source, "reading_type", None), str):
            self._register(source, types, meter)
        else:
            for child in children_of(source):
                self._element(child, types, meter)

    def _channel(self, reference: Any, types: Types, meter: str) -> Channel | None:
        reference = reference if isinstance(reference, str) else ""
        code = code_of(reference, types)
        if reference not in self._fits:
            self._fits[reference] = self._fit(reference, code)
        if not self._fits[reference]:
            return None
        return self._channels.setdefault((meter, reference), Channel(meter, reference, code))

    def _fit(self, reference: str, code: ReadingTypeCode | None) -> bool:
        if self._wanted is None or self._wanted == reference:
            return True
        try:
            return code is not None and code.matches(self._wanted)
        except CodeError:
            if isinstance(self._wanted, str) and self._wanted.count(".") == 0:
                return False  # a name or an mRID
            raise

    def _block(self, block: Any, readings: list[Any], types: Types, meter: str) -> None:
        channel = self._channel(block.reading_type, types, meter)
        if channel is None:
            return
        channel.is_pending |= getattr(block, "pending_calculation", None) is not None
        length = self._length(channel, readings)
        for one in readings:
            start, end = _period(one)
            if end is None:
                self._unused["interval without a usable time"] += 1
            elif start is None and length is None:
                self._unused["interval of unknown length"] += 1
            else:
                start = start if start is not None else end - (length or _MINUTE)
                channel.intervals.append(Interval(start, end, _number(one.value), _qualities(one)))

    def _length(self, channel: Channel, readings: list[Any]) -> dt.timedelta | None:
        """Return how long an interval is: by its reading type, else by the distance that is most frequent."""
        if channel.length is not None:
            return channel.length
        step = step_of(str(channel.code)) if channel.code is not None else None
        if step is not None:
            channel.length = step.length
            return step.length
        ends = [end for _, end in map(_period, readings) if end is not None and end.tzinfo is not None]
        distances = Counter(two - one for one, two in pairwise(sorted(set(ends))) if two - one <= _YEAR)
        if not distances:
            return None
        self._unused["block drawn by the distance of times, as its reading type has no interval"] += 1
        return distances.most_common(1)[0][0]

    def _register(self, reading: Any, types: Types, meter: str) -> None:
        channel = self._channel(reading.reading_type, types, meter)
        if channel is None:
            return
        number = _number(reading.value)
        at = _period(reading)[1]
        if at is None:
            self._unused["register without a usable time"] += 1
        elif number is None:
            self._unused["register without a number as value"] += 1
        else:
            channel.registers.append(Register(at, number, _qualities(reading)))

    def series(self) -> Series:
        """Return what was found, in order."""
        channels = [one for one in self._channels.values() if one.intervals or one.registers]
        stamps = Series(tuple(channels), self._unused).stamps
        if len({stamp.tzinfo is None for stamp in stamps()}) > 1:  # those without cannot be placed among the others
            for channel in channels:
                before = len(channel.intervals) + len(channel.registers)
                channel.intervals = [one for one in channel.intervals if one.end.tzinfo is not None]
                channel.registers = [one for one in channel.registers if one.at.tzinfo is not None]
                self._unused["value of a time without zone"] += before - len(channel.intervals) - len(channel.registers)
        for channel in channels:
            self._unused["overlap of an interval with the one before"] += channel.put_in_order()
        return Series(tuple(one for one in channels if one.intervals or one.registers), self._unused)


def _period(reading: Any) -> tuple[dt.datetime | None, dt.datetime | None]:
    """Return start and end of an interval, as far as they are told; the time stamp is its end."""
    period = getattr(reading, "time_period", None)
    start, end = getattr(period, "start", None), getattr(period, "end", None)
    stamp = getattr(reading, "time_stamp", None)
    end = stamp if isinstance(stamp, dt.datetime) else end
    if not is_drawable(end):
        return None, None
    if not is_drawable(start) or (start.tzinfo is None) != (end.tzinfo is None):
        return None, end
    return (start, end) if start < end else (None, end)


def _number(text: Any) -> float | None:
    """Return a value as a number that can be drawn."""
    number = finite(text) if isinstance(text, str) else None
    drawn = float(number) if number is not None else math.inf
    return drawn if math.isfinite(drawn) else None


def _qualities(reading: Any) -> frozenset[int]:
    """Return the categories of what is said of a value, but for those that say it is valid."""
    qualities = getattr(reading, "reading_qualities", None)
    if not qualities:
        return _NONE
    references = (one.reading_quality_type if isinstance(one, QualityOfType) else None for one in qualities)
    return frozenset(_category(reference) for reference in references) - _VALID


@lru_cache(maxsize=1024)
def _category(reference: str | None) -> int:
    code = reading_quality_code(reference)
    return NO_CODE if code is None else code.numbers[1]
