"""Values of a message as series that can be drawn: for each interval its start, end, value and qualities."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from attrs import define, field, frozen

from ..codes._phrases import brief
from ..codes.reading_fields import Accumulation, MacroPeriod
from ..codes.reading_type import ReadingTypeCode
from ..codes.units import Unit
from ..describing import children_of
from ..errors import CodeError
from ..model import Element
from ..showing.meanings import Types, code_of, types_of
from ..validation.rules._series import step_of
from ._drawing import noted
from ._owners import NOBODY, Owner, owner_of, told_apart
from ._readings import number, period, qualities
from ._starts import Months, Starts, usual_distance

__all__ = ["Channel", "Interval", "Register", "Series", "collected"]

_DAY = dt.timedelta(days=1)
_HOUR = dt.timedelta(hours=1)
_MINUTE = dt.timedelta(minutes=1)


class Interval(NamedTuple):
    """A value for the time from start to end; None where the message has none. ``exact`` has all of its digits."""

    start: dt.datetime
    end: dt.datetime
    value: float | None
    qualities: frozenset[int]
    exact: Decimal | None = None


class Register(NamedTuple):
    """A value at a moment; time and number are None where there is none that can be drawn.

    ``text``, ``stamp``, ``start`` and ``end`` are what was sent.
    """

    at: dt.datetime | None
    value: float | None
    qualities: frozenset[int]
    text: str = ""
    stamp: Any = None
    start: Any = None
    end: Any = None


@define
class Channel:
    """What one meter has of one reading type; ``meter`` is a name that no other meter of the series has."""

    meter: str
    reference: str
    code: ReadingTypeCode | None
    intervals: list[Interval] = field(factory=list)
    registers: list[Register] = field(factory=list)
    length: dt.timedelta | None = None
    is_pending: bool = False
    overlapping: int = 0

    @property
    def unit(self) -> Unit | None:
        """The unit of the values, None without a code."""
        return self.code.unit if self.code is not None else None

    @property
    def what(self) -> str:
        """What is measured, in a few words."""
        if self.code is None:
            return self.reference or "no reading type"
        told = brief(self.code, long_period=not self.intervals or self.length is None) or self.code.describe()
        return f"{self.code.accumulation.phrase} of {told}" if self.intervals and self.code.is_cumulative else told

    @property
    def dots(self) -> list[Register]:
        """The registers that have a time and a number."""
        return [one for one in self.registers if one.at is not None and one.value is not None]

    @property
    def is_delta(self) -> bool:
        """Whether values are amounts of their intervals, so that they can be added."""
        return self.code is not None and self.code.accumulation == Accumulation.deltaData

    def put_in_order(self) -> None:
        """Sort the intervals, let each begin where the one before ends if it is close; count those that overlap."""
        timed = [(one.at, one) for one in self.registers if one.at is not None]
        timed.sort(key=lambda one: one[0])
        self.registers = [*(one for _, one in timed), *(one for one in self.registers if one.at is None)]
        self.intervals.sort(key=lambda one: one.end)
        self.overlapping = 0
        for index, (before, one) in enumerate(pairwise(self.intervals[:]), 1):
            if one.start == before.end:
                continue
            length = one.end - one.start
            slack = _HOUR if length >= _DAY else min(length / 100, _MINUTE)
            if abs(one.start - before.end) <= slack:
                self.intervals[index] = one._replace(start=min(before.end, one.end))
            elif one.start < before.end:
                self.overlapping += 1
                self.intervals[index] = one._replace(start=min(before.end, one.end))


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
            yield from (one.at for one in channel.registers if one.at is not None)


def collected(source: Any, wanted: str | ReadingTypeCode | None) -> Series:
    """Return the channels of a message, a payload, a reading or a block, or of several of them.

    Raises:
        TypeError: It is none of these.
        CodeError: ``wanted`` is neither a reading type that is there nor a pattern of one.
    """
    collector = _Collector(wanted)
    collector.walk(source, {}, NOBODY)
    return collector.series()


class _Collector:
    def __init__(self, wanted: str | ReadingTypeCode | None) -> None:
        self._wanted = wanted
        self._channels: dict[tuple[Owner, str], Channel] = {}
        self._unused: Counter[str] = Counter()
        self._fits: dict[str, bool] = {}

    def walk(self, source: Any, types: Types, owner: Owner) -> None:
        """Collect from an object and all that is in it."""
        if isinstance(source, Element):
            self._element(source, types, owner)
        elif isinstance(source, Iterable) and not isinstance(source, str | bytes):
            for one in source:
                self.walk(one, types, owner)
        else:
            raise TypeError(f"found {type(source).__name__}, expected a message, a payload, or readings of one")

    def _element(self, source: Any, types: Types, owner: Owner) -> None:
        if isinstance(getattr(source, "reading_type", None), list):
            types = types | types_of(source)
        owner = owner_of(source) or owner
        if isinstance(readings := getattr(source, "interval_readings", None), list):
            self._block(source, readings, types, owner)
        elif "time_stamp" in source.__xml__.names and isinstance(getattr(source, "reading_type", None), str):
            self._register(source, types, owner)
        else:
            for child in children_of(source):
                self._element(child, types, owner)

    def _channel(self, reference: Any, types: Types, owner: Owner) -> Channel | None:
        reference = reference if isinstance(reference, str) else ""
        code = code_of(reference, types)
        if reference not in self._fits:
            self._fits[reference] = self._fit(reference, code)
        if not self._fits[reference]:
            return None
        return self._channels.setdefault((owner, reference), Channel(owner.name, reference, code))

    def _fit(self, reference: str, code: ReadingTypeCode | None) -> bool:
        if self._wanted is None or self._wanted == reference:
            return True
        try:
            return code is not None and code.matches(self._wanted)
        except CodeError:
            if isinstance(self._wanted, str) and self._wanted.count(".") == 0:
                return False  # a name or an mRID
            raise

    def _block(self, block: Any, readings: list[Any], types: Types, owner: Owner) -> None:
        channel = self._channel(block.reading_type, types, owner)
        if channel is None:
            return
        channel.is_pending |= getattr(block, "pending_calculation", None) is not None
        starts = self._starts(channel, readings)
        for one in readings:
            start, end = period(one)
            if end is None:
                self._unused["interval without a usable time"] += 1
                continue
            start = start if start is not None else starts.before(end)
            if start is None:
                self._unused["interval of unknown length"] += 1
                continue
            exact = number(one.value)
            value = float(exact) if exact is not None else None
            channel.intervals.append(Interval(start, end, value, qualities(one), exact))

    def _starts(self, channel: Channel, readings: list[Any]) -> Starts:
        """Return where intervals begin that do not say it themselves."""
        step = step_of(str(channel.code)) if channel.code is not None else None
        if step is not None:
            channel.length = step.length
            return Starts(step.length)
        ends = [end for start, end in map(period, readings) if end is not None and start is None]
        if channel.code is not None and channel.code.macro_period == MacroPeriod.monthly:
            return Months(ends)
        length = usual_distance(ends)
        if length is not None:
            self._unused["block drawn by the distance of times, as its reading type has no interval"] += 1
        return Starts(length)

    def _register(self, reading: Any, types: Types, owner: Owner) -> None:
        channel = self._channel(reading.reading_type, types, owner)
        if channel is None:
            return
        exact = number(reading.value)
        at = period(reading)[1]
        if at is None:
            self._unused["register without a usable time"] += 1
        elif exact is None:
            self._unused["register without a number as value"] += 1
        told = getattr(reading, "time_period", None)
        channel.registers.append(
            Register(
                at,
                float(exact) if exact is not None else None,
                qualities(reading),
                reading.value if isinstance(reading.value, str) else "",
                getattr(reading, "time_stamp", None),
                getattr(told, "start", None),
                getattr(told, "end", None),
            )
        )

    def _brought_together(self) -> Iterable[Channel]:
        """Return a channel for each meter and reading type, since a meter may be named in several ways."""
        names = told_apart(owner for owner, _ in self._channels)
        found: dict[tuple[str, str], Channel] = {}
        for (owner, reference), channel in self._channels.items():
            channel.meter = names[owner]
            first = found.setdefault((channel.meter, reference), channel)
            if first is not channel:
                first.intervals += channel.intervals
                first.registers += channel.registers
                first.is_pending |= channel.is_pending
        return found.values()

    def series(self) -> Series:
        """Return what was found, in order."""
        channels = [one for one in self._brought_together() if one.intervals or one.registers]
        stamps = Series(tuple(channels), self._unused).stamps
        if len({stamp.tzinfo is None for stamp in stamps()}) > 1:  # those without cannot be placed among the others
            for channel in channels:
                naive = sum(one.at is not None and one.at.tzinfo is None for one in channel.registers)
                channel.registers = [
                    one._replace(at=None) if one.at is not None and one.at.tzinfo is None else one
                    for one in channel.registers
                ]
                before = len(channel.intervals)
                channel.intervals = [one for one in channel.intervals if one.end.tzinfo is not None]
                self._unused["value of a time without zone"] += naive + before - len(channel.intervals)
        for channel in channels:
            channel.put_in_order()
            self._unused["overlap of an interval with the one before"] += channel.overlapping
        return Series(tuple(one for one in channels if one.intervals or one.registers), self._unused)
