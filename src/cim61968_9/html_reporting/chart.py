"""A load profile as a picture in SVG, with axes, gaps and marks of quality; a title and a description stand for it."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape

from ..plots._drawing import thinned
from ..plots._readings import NO_CODE
from ..plots._series import Channel, Interval
from ..plots._shapes import gaps, steps
from ..showing.texts import safe
from .ticks import number_text, number_ticks, time_ticks

__all__ = ["POINTS", "icon", "load_profile_svg", "marked"]

POINTS = 700
_WIDTH, _HEIGHT = 760, 232
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 16, 12, 44
_MOST_SPANS = 200
_MOST_MARKS = 200
_LEAST_MARKS = 20
_LARGEST = 1e300
_LEAST = 1e-300
_ICONS = {
    1: "M-4,-4H4V4H-4Z",
    2: "M0,-5L5,0L0,5L-5,0Z",
    3: "M-5,0H5M0,-5V5M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5",
    4: "M-5,0H5M0,-5V5",
    5: "M-4,-4L4,4M-4,4L4,-4",
    6: "M-4.5,-4.5L4.5,4.5M-4.5,4.5L4.5,-4.5M-4.5,-4.5H4.5M-4.5,4.5H4.5",
    7: "M-5,-2.5H5V2.5H-5Z",
    8: "M0,-5L4.8,3.6H-4.8Z",
    9: "M-2.5,-4.5H2.5L5,0L2.5,4.5H-2.5L-5,0Z",
    10: "M-3,-5H3V5H-3Z",
    11: "M0,5L4.8,-3.6H-4.8Z",
    12: "M5,0L-3.6,4.8V-4.8Z",
}
_OTHER = "M0,-4.5A4.5,4.5 0 1 1 -0.01,-4.5Z"


def icon(category: int) -> str:
    """Return the mark of a kind of quality, to stand in a text."""
    return f'<svg class="icon" viewBox="-7 -7 14 14" aria-hidden="true">{_mark(category)}</svg>'


def load_profile_svg(
    channel: Channel, zone: dt.tzinfo | None, *, name: str, title: str, description: str, axes: tuple[str, str]
) -> str:
    """Return a picture of the intervals of a channel, empty when its values are too large for one.

    ``name`` is unique on the page; ``axes`` are what is written along the value and the time. Of more intervals than
    :data:`POINTS` several are drawn as mean and range.
    """
    values = [one.value for one in channel.intervals if one.value is not None]
    if values and max(map(abs, values)) > _LARGEST / len(values):
        return ""
    is_total = channel.code is not None and channel.code.is_cumulative
    frame = _Frame(channel.intervals, values, zone, from_zero=not is_total)
    parts = [
        *_grid(frame, axes),
        *_spans([one for one in channel.intervals if one.value is None], frame, f"{name}e"),
        *_spans(gaps(channel.intervals), frame, f"{name}g"),
        *_line(channel, frame),
        *_marks(channel, frame),
    ]
    return (
        f'<svg class="chart" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-labelledby="{name}t {name}d">'
        f'<title id="{name}t">{escape(title)}</title><desc id="{name}d">{escape(description)}</desc>'
        f"{_patterns(name)}{''.join(parts)}</svg>"
    )


class _Frame:
    """Leads from times and values to places in the picture."""

    def __init__(
        self, intervals: list[Interval], values: Iterable[float], zone: dt.tzinfo | None, *, from_zero: bool
    ) -> None:
        self._zone = zone
        self.start = self.local(min(one.start for one in intervals))
        self.end = self.local(max(one.end for one in intervals))
        self._length = (self.end - self.start).total_seconds() or 1.0
        found = [*values, *([0.0] if from_zero else [])] or [0.0]
        low, high = min(found), max(found)
        if high - low < max(_LEAST, abs(high) * 1e-12):
            low, high = low - (abs(low) * 0.01 or 0.0), high + (abs(high) * 0.01 or 1.0)
        room = (high - low) * 0.06
        self.low = low if from_zero and low == 0 else low - room
        self.high = high if from_zero and high == 0 else high + room

    def local(self, stamp: dt.datetime) -> dt.datetime:
        """Return a time on the clock of the chart."""
        return stamp.replace(tzinfo=None) if self._zone is None else stamp.astimezone(self._zone).replace(tzinfo=None)

    def x(self, stamp: dt.datetime) -> float:
        """Return where a time is."""
        return self.across(self.local(stamp))

    def across(self, local: dt.datetime) -> float:
        """Return where a time on the clock of the chart is."""
        return _LEFT + (local - self.start).total_seconds() / self._length * (_WIDTH - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        """Return where a value is."""
        return _HEIGHT - _BOTTOM - (value - self.low) / (self.high - self.low) * (_HEIGHT - _BOTTOM - _TOP)


def _grid(frame: _Frame, axes: tuple[str, str]) -> Iterator[str]:
    bottom, right = _HEIGHT - _BOTTOM, _WIDTH - _RIGHT
    ticks = number_ticks(frame.low, frame.high)
    step = ticks[1] - ticks[0] if len(ticks) > 1 else 1.0
    lines, texts = [], []
    for value in ticks:
        y = frame.y(value)
        lines.append(f"M{_LEFT},{y:.1f}H{right}")
        texts.append(f'<text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{number_text(value, step)}</text>')
    for at, text, is_strong in time_ticks(frame.start, frame.end):
        x = frame.across(at)
        lines.append(f"M{x:.1f},{bottom}v4")
        strong = ' class="strong"' if is_strong else ""
        side = "start" if x < _LEFT + 12 else "end" if x > right - 12 else "middle"
        place = {"start": _LEFT - 2, "end": right + 8, "middle": x}[side]
        texts.append(f'<text{strong} x="{place:.1f}" y="{bottom + 17}" text-anchor="{side}">{text}</text>')
    yield f'<path class="grid" d="{"".join(lines)}"/><path class="axis" d="M{_LEFT},{_TOP}V{bottom}H{right}"/>'
    yield from texts
    middle = (_TOP + bottom) / 2
    value_axis, time_axis = (escape(safe(text, 60)) for text in axes)
    yield f'<text transform="translate(12,{middle:.0f}) rotate(-90)" text-anchor="middle">{value_axis}</text>'
    yield f'<text x="{(_LEFT + right) / 2:.0f}" y="{_HEIGHT - 6}" text-anchor="middle">{time_axis}</text>'


def _line(channel: Channel, frame: _Frame) -> Iterator[str]:
    x, y, band = steps(channel.intervals, 1.0, POINTS)
    across = [frame.x(stamp) for stamp in x]
    if band is not None:
        low, high, _ = band
        yield f'<path class="band" d="{"".join(_areas(across, low, high, frame))}"/>'
    path, is_down = [], False
    for at, value in zip(across, y, strict=True):
        if math.isnan(value):
            is_down = False
            continue
        path.append(f"V{frame.y(value):.1f}H{at:.1f}" if is_down else f"M{at:.1f},{frame.y(value):.1f}")
        is_down = True
    yield f'<path class="line" d="{"".join(path)}"/>'


def _areas(across: list[float], low: list[float], high: list[float], frame: _Frame) -> Iterator[str]:
    """Yield a box around the values of each step."""
    for index in range(1, len(across)):
        if not math.isnan(low[index]) and not math.isnan(low[index - 1]):
            top, bottom = frame.y(high[index]), frame.y(low[index])
            yield f"M{across[index - 1]:.1f},{top:.1f}H{across[index]:.1f}V{bottom:.1f}H{across[index - 1]:.1f}Z"


def _spans(spans: list[Interval], frame: _Frame, pattern: str) -> Iterator[str]:
    """Yield times without a value, hatched; of very many the longest."""
    boxes = []
    for one in sorted(spans, key=lambda span: span.end - span.start)[-_MOST_SPANS:]:
        start, end = frame.x(one.start), frame.x(one.end)
        boxes.append(f"M{start:.1f},{_TOP}H{max(end, start + 1):.1f}V{_HEIGHT - _BOTTOM}H{start:.1f}Z")
    if boxes:
        yield f'<path fill="url(#{pattern})" d="{"".join(boxes)}"/>'


def marked(channel: Channel) -> Iterator[tuple[int, int, list[Interval]]]:
    """Yield each kind of quality of values, how many there are, and which of them are marked: of very many some."""
    found = [one for one in channel.intervals if one.value is not None and one.qualities]
    kinds = Counter(category for one in found for category in one.qualities)
    for category in sorted(kinds):
        every = [one for one in found if category in one.qualities]
        yield category, len(every), list(thinned(every, max(_MOST_MARKS // len(kinds), _LEAST_MARKS)))


def _marks(channel: Channel, frame: _Frame) -> Iterator[str]:
    for category, _, shown in marked(channel):
        for one in shown:
            middle = one.start + (one.end - one.start) / 2
            place = f"translate({frame.x(middle):.1f},{frame.y(one.value or 0.0):.1f})"
            yield f'<g transform="{place}">{_mark(category)}</g>'


def _mark(category: int) -> str:
    shape = _OTHER if category == NO_CODE else _ICONS.get(category, _OTHER)
    return f'<path class="mark" d="{shape}"/>'


def _patterns(name: str) -> str:
    return (
        f'<defs><pattern id="{name}g" width="7" height="7" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><path class="hatch" d="M0,0V7"/></pattern>'
        f'<pattern id="{name}e" width="6" height="6" patternUnits="userSpaceOnUse">'
        '<circle class="dot" cx="2" cy="2" r="1"/></pattern></defs>'
    )
