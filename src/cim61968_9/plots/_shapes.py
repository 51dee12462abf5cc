"""Shapes and words of a load profile: steps of a line, gaps between them, the unit they share."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

from ..codes.units import Unit
from ._series import Channel, Interval

_NOTHING = dt.timedelta(0)

__all__ = ["gaps", "length_text", "quantity", "scale", "steps", "unit_code"]


def steps(
    intervals: list[Interval], scale: float, points: int
) -> tuple[list[dt.datetime], list[float], tuple[list[float], list[float], int] | None]:
    """Return the corners of a line of steps, and, where each stands for several values, their range and number.

    Of each corner the value is that of the time before it; NaN breaks the line where there is no value.
    """
    size = -(-len(intervals) // points)
    x: list[dt.datetime] = []
    y: list[float] = []
    low: list[float] = []
    high: list[float] = []
    for run in _runs(intervals, points):
        if x:
            x.append(run[0].start)
            for values in (y, low, high):
                values.append(float("nan"))
        for index in range(0, len(run), size):
            group = run[index : index + size]
            found = [one.value * scale for one in group if one.value is not None]
            mean, least, most = sum(found) / len(found), min(found), max(found)
            for at in (run[0].start, group[-1].end) if index == 0 else (group[-1].end,):
                x.append(at)
                y.append(mean)
                low.append(least)
                high.append(most)
    return x, y, (low, high, size) if size > 1 else None


def _runs(intervals: list[Interval], points: int) -> list[list[Interval]]:
    """Return the intervals that have a value, in runs without a gap.

    Where there are more runs than points, those that are nearer to each other than a point is wide are one.
    """
    valued = [one for one in intervals if one.value is not None]
    if not valued:
        return []
    runs = _parted(valued, _NOTHING)
    return runs if len(runs) <= points else _parted(valued, (valued[-1].end - valued[0].start) / points)


def _parted(intervals: list[Interval], room: dt.timedelta) -> list[list[Interval]]:
    runs = [[intervals[0]]]
    for before, one in pairwise(intervals):
        if one.start - before.end > room:
            runs.append([one])
        else:
            runs[-1].append(one)
    return runs


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
    only = lengths.pop() if len(lengths) == 1 else None
    per = f" per {length_text(only)}" if only is not None and all(one.is_delta for one in shown) else ""
    return f"{name}, {unit.symbol or 'no unit'}{per}"


def length_text(length: dt.timedelta) -> str:
    """Return how long an interval is: ``15 min``, ``day``."""
    minutes = length / dt.timedelta(minutes=1)
    if minutes % (24 * 60) == 0:
        days = int(minutes // (24 * 60))
        return "day" if days == 1 else f"{days} days"
    return f"{minutes:g} min"
