"""Shapes and words of a load profile: steps of a line, gaps between them, the unit they share."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

from ..codes.units import Unit
from ._series import Channel, Interval

__all__ = ["gaps", "length_text", "quantity", "scale", "steps", "unit_code"]


def steps(
    intervals: list[Interval], scale: float, points: int
) -> tuple[list[dt.datetime], list[float], tuple[list[float], list[float], int] | None]:
    """Return the corners of a line of steps, and, where each stands for several values, their range and number.

    Of each corner the value is that of the time before it; NaN breaks the line.
    """
    size = -(-len(intervals) // points)
    x: list[dt.datetime] = []
    y: list[float] = []
    low: list[float] = []
    high: list[float] = []
    last: dt.datetime | None = None
    for index in range(0, len(intervals), size):
        group = [one for one in intervals[index : index + size] if one.value is not None]
        values = [one.value * scale for one in group if one.value is not None]
        if not values:
            continue
        mean = sum(values) / len(values)
        corners = [(group[0].start, mean), (group[-1].end, mean)]
        if last is not None and last == group[0].start:
            del corners[0]
        elif last is not None:
            corners.insert(0, (last, float("nan")))
        for at, value in corners:
            broken = value != value  # noqa: PLR0124  # NaN
            x.append(at)
            y.append(value)
            low.append(value if broken else min(values))
            high.append(value if broken else max(values))
        last = group[-1].end
    return x, y, (low, high, size) if size > 1 else None


def gaps(intervals: list[Interval]) -> list[Interval]:
    """Return the times between intervals that none is for."""
    return [
        Interval(before.end, one.start, None, frozenset())
        for before, one in pairwise(intervals)
        if one.start > before.end
    ]


def unit_code(unit: Unit | None) -> Any:
    return unit.code if unit is not None else None


def scale(channel: Channel, first: Channel) -> float:
    """Return what leads from the unit of a channel to that of the first: a power of ten."""
    if channel.unit is None or first.unit is None:
        return 1.0
    return float(10.0 ** max(-300, min(300, channel.unit.power - first.unit.power)))


def quantity(shown: list[Channel]) -> str:
    unit = shown[0].unit
    if unit is None:
        return "value, unit not known"
    name = unit.quantity or "value"
    lengths = {one.length for one in shown if one.intervals}
    deltas = all(one.code is not None and not one.code.is_cumulative for one in shown)
    only = lengths.pop() if len(lengths) == 1 else None
    per = f" {length_text(only)}" if only is not None and deltas else ""
    return f"{name}, {unit.symbol or 'no unit'}{per}"


def length_text(length: dt.timedelta) -> str:
    minutes = length / dt.timedelta(minutes=1)
    if minutes % (24 * 60) == 0:
        days = int(minutes // (24 * 60))
        return "per day" if days == 1 else f"per {days} days"
    return f"per {minutes:g} min"
