"""Where the axes of a chart have their marks, and what stands there."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator

__all__ = ["date_text", "number_text", "number_ticks", "time_ticks"]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MINUTES = (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10080, 20160)
_IN_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 12000)
_MOST = 8
_A_DAY = 1440
_MONTH = 30.44 * _A_DAY
_LARGE = 1e12
_DECIMALS = 6


def number_ticks(low: float, high: float) -> list[float]:
    """Return round numbers from one to another, four to nine of them."""
    rough = (high - low) / 5
    size = 10.0 ** math.floor(math.log10(rough))
    step = next((factor * size for factor in (1, 2, 2.5, 5) if factor * size >= rough), 10 * size)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]


def number_text(value: float, step: float) -> str:
    """Return a number with as many decimals as the distance to the next one needs."""
    if value == 0:
        return "0"
    if abs(value) >= _LARGE or step < 10.0**-_DECIMALS:
        return f"{value:.4g}"
    decimals = next((number for number in range(_DECIMALS) if math.isclose(round(step, number), step)), _DECIMALS)
    return f"{value:,.{decimals}f}"


def time_ticks(start: dt.datetime, end: dt.datetime) -> Iterator[tuple[dt.datetime, str, bool]]:
    """Yield round times from one to another, at most eight, with their text; whether a day, or a year, begins there."""
    minutes = (end - start) / dt.timedelta(minutes=1)
    step = next((one for one in _MINUTES if minutes / one < _MOST), None)
    if step is None:
        yield from _months(start, end, next(one for one in _IN_MONTHS if minutes / (one * _MONTH) < _MOST))
        return
    midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
    number = math.ceil((start - midnight) / dt.timedelta(minutes=step))
    while (at := midnight + number * dt.timedelta(minutes=step)) <= end:
        is_day = at.hour == at.minute == 0
        yield at, date_text(at) if is_day else f"{at:%H:%M}", is_day and step < _A_DAY
        number += 1


def date_text(at: dt.datetime) -> str:
    """Return the day of a time: ``14 Jan``."""
    return f"{at.day} {_MONTHS[at.month - 1]}"


def _months(start: dt.datetime, end: dt.datetime, step: int) -> Iterator[tuple[dt.datetime, str, bool]]:
    month = math.ceil((start.year * 12 + start.month - (start.day == 1)) / step) * step
    while (at := dt.datetime(month // 12, month % 12 + 1, 1)) <= end:  # noqa: DTZ001 - the zone is taken off
        yield at, f"{_MONTHS[at.month - 1]} {at.year}" if step % 12 else f"{at.year}", at.month == 1 and step < 12
        month += step
