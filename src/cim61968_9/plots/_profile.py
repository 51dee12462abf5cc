"""A load profile: each value over the interval that it is for, with what is said of its quality."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ..codes.reading_quality import QualityCategory
from ..codes.reading_type import ReadingTypeCode
from ..describing import counted
from ..showing.bounds import expect
from ._drawing import label, library, new_axes, thinned, time_axis, zone_of
from ._readings import NO_CODE
from ._series import Channel, Interval, collected
from ._shapes import gaps, length_text, quantity, scale, steps, unit_code

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["load_profile"]

_LINES = ("-", "--", "-.", ":")
_MARKS = {1: "P", 2: "p", 3: "*", 4: "+", 5: "x", 6: "X", 7: "s", 8: "^", 9: "h", 10: "D", 11: "v", 12: ">"}
_MOST_MARKS = 1000
_MOST_SPANS = 500
_LEGEND_COLUMNS = 2
_GREY = "#7f7f7f"
_PALE = (0.5, 0.5, 0.5, 0.15)


def load_profile(
    source: Any,
    *,
    reading_type: str | ReadingTypeCode | None = None,
    zone: dt.tzinfo | str | None = None,
    ax: Axes | None = None,
    channels: int = 8,
    points: int = 5000,
) -> Axes:
    """Draw the values of a message, a payload, a reading or a block, or of several of them, over time.

    Each meter and reading type is a line of steps, one step from start to end of an interval; the line ends where there
    is no value, and the gap is hatched. Marks show what is said of the quality of values, but for that they are valid.
    Registers are dots, with an axis of their own where there are intervals, too. All lines have the unit of the first
    with its power of ten. What has another unit, or comes after the first ``channels``, is not drawn and counted below.

    ``reading_type`` chooses: a reference as it stands in the message, or a pattern of a code such as ``*.*.2.4.*...``.
    ``zone`` is a zone or its name; without it the times keep the offset that all of them have, else they are in UTC.
    Lines of more intervals than ``points`` are drawn as mean and range of several at a time, and say so.

    Raises:
        ImportError: matplotlib is not installed.
        TypeError: There are no readings in what is given, or an argument is of another type.
        ValueError: There is nothing to draw, no such zone, or a number is less than 1.
    """
    expect(1, channels=channels, points=points)
    library("matplotlib")
    series = collected(source, reading_type)
    lines = [one for one in series.channels if one.intervals]
    dots = [one for one in series.channels if one.dots]
    if not lines and not dots:
        what = f" of reading type {reading_type}" if reading_type is not None else ""
        raise ValueError("; ".join([f"there are no values{what} to draw", *series.notes]))
    tz = zone_of(zone, series.stamps())
    axes = ax if ax is not None else new_axes(9, 4)
    plot = _Plot(axes, channels, points, [one for one in series.channels if one.intervals or one.dots])
    plot.intervals(lines)
    plot.registers(dots, axes.twinx() if lines and dots else axes)
    plot.legend(beside=ax is None)
    if plot.alone:
        axes.set_title(label((lines or dots)[0].meter or "no meter named"))
    time_axis(axes, tz, [*plot.notes, *series.notes])
    return axes


class _Plot:
    """Draws on axes, and remembers what goes into the legend and below."""

    def __init__(self, axes: Axes, channels: int, points: int, found: list[Channel]) -> None:
        self._axes = axes
        self._channels = channels
        self._points = points
        self.alone = len({one.meter for one in found}) == 1
        self._alike = Counter((one.meter, one.what, one.length) for one in found)
        self.notes: list[str] = []
        self._lines = 0
        self._handles: list[Any] = []
        self._labels: list[str] = []
        self._marks: dict[int, list[tuple[dt.datetime, float, Any]]] = {}
        self._to_number = library("matplotlib.dates").date2num

    def intervals(self, found: list[Channel]) -> None:
        """Draw lines of steps, and hatch what has no value."""
        shown = self._chosen(found, "channel")
        self._lines = len(shown)
        empty: list[Interval] = []
        between: list[Interval] = []
        for index, channel in enumerate(shown):
            factor = scale(channel, shown[0])
            x, y, band = steps(channel.intervals, factor, self._points)
            (line,) = self._axes.plot(
                self._numbers(x), y, drawstyle="steps-pre", linestyle=_LINES[index % len(_LINES)], linewidth=1.4
            )
            if band is not None:
                self._axes.fill_between(
                    self._numbers(x), band[0], band[1], step="pre", alpha=0.25, color=line.get_color(), linewidth=0
                )
                self.notes.append(f"{self._name(channel)}: mean and range of {band[2]:,} intervals at a time")
            self._add(line, self._name(channel, per=channel.length))
            for one in channel.intervals:
                middle = one.start + (one.end - one.start) / 2
                if one.value is not None and one.qualities:
                    self._mark(middle, one.value * factor, one.qualities, line.get_color())
            empty += [one for one in channel.intervals if one.value is None]
            between += gaps(channel.intervals)
        if shown:
            self._axes.set_ylabel(label(quantity(shown)))
        self._draw_marks(self._axes)
        self._hatch(empty, "..", "sent without a value")
        self._hatch(between, "//", "not in the message")

    def registers(self, found: list[Channel], axes: Axes) -> None:
        """Draw dots at the moments of register values."""
        shown = self._chosen(found, "register")
        for index, channel in enumerate(shown):
            factor = scale(channel, shown[0])
            every = [(one.at, one.value * factor, one) for one in channel.dots if one.at and one.value is not None]
            held = thinned(every, self._points)
            if len(held) < len(every):
                self.notes.append(f"{self._name(channel)}: {len(held):,} of {len(every):,} registers drawn")
            (line,) = axes.plot(
                self._to_number([at for at, _, _ in held]),
                [value for _, value, _ in held],
                linestyle="none",
                marker="o" if index % 2 == 0 else "d",
                color=f"C{(self._lines + index) % 10}",
                zorder=3,
            )
            self._add(line, f"register: {self._name(channel)}")
            for at, value, one in held:
                if one.qualities:
                    self._mark(at, value, one.qualities, line.get_color())
        if shown:
            axes.set_ylabel(label(f"register: {quantity(shown)}" if axes is not self._axes else quantity(shown)))
            axes.ticklabel_format(axis="y", useOffset=False)
        self._draw_marks(axes)

    def legend(self, *, beside: bool) -> None:
        """Draw the legend: in a figure of its own below the axes, else on them where it covers least."""
        if not beside:
            self._axes.legend(self._handles, self._labels, loc="best", fontsize="small")
            return
        figure: Any = self._axes.figure  # one of its own, as new_axes makes it
        rows = -(-len(self._handles) // _LEGEND_COLUMNS)
        figure.set_size_inches(9, 4 + 0.22 * rows + 0.2 * len(self.notes))
        figure.legend(
            self._handles,
            self._labels,
            loc="outside lower left",
            ncols=_LEGEND_COLUMNS,
            fontsize="small",
            frameon=False,
        )

    def _chosen(self, found: list[Channel], word: str) -> list[Channel]:
        """Return what is drawn: channels with a unit that goes with that of the first, not too many of them."""
        if not found:
            return []
        code = unit_code(found[0].unit)
        fitting = [one for one in found if unit_code(one.unit) == code]
        others = Counter(str(one.unit or "no known unit") for one in found if unit_code(one.unit) != code)
        self.notes += [f"not drawn: {counted(count, word)} in {label(unit)}" for unit, count in others.items()]
        if len(fitting) > self._channels:
            self.notes.append(f"not drawn: {len(fitting) - self._channels:,} more of {len(fitting):,} {word}s")
        return fitting[: self._channels]

    def _name(self, channel: Channel, per: dt.timedelta | None = None) -> str:
        parts = [] if self.alone else [channel.meter or "no meter named"]
        parts.append(channel.what)
        if per is not None:
            parts.append(f"{'per' if channel.is_delta else 'every'} {length_text(per)}")
        if self._alike[channel.meter, channel.what, channel.length] > 1:
            parts.append(channel.reference)  # which says what words do not
        if channel.is_pending:
            parts.append("before the pending calculation")
        return label(", ".join(parts), 100)

    def _add(self, handle: Any, text: str) -> None:
        self._handles.append(handle)
        self._labels.append(text)

    def _numbers(self, stamps: Sequence[dt.datetime]) -> Any:
        return self._to_number(stamps)

    def _mark(self, at: dt.datetime, value: float, qualities: Iterable[int], colour: Any) -> None:
        for category in qualities:
            self._marks.setdefault(category, []).append((at, value, colour))

    def _draw_marks(self, axes: Axes) -> None:
        for category, marks in sorted(self._marks.items()):
            held = thinned(marks, _MOST_MARKS)
            (drawn,) = axes.plot(
                self._to_number([at for at, _, _ in held]),
                [value for _, value, _ in held],
                linestyle="none",
                marker=_MARKS.get(category, "8"),
                markerfacecolor="none",
                markeredgecolor=axes.xaxis.label.get_color(),
                markersize=7,
                zorder=4,
            )
            what = "quality not explained" if category == NO_CODE else QualityCategory(category).phrase
            few = f", {len(held):,} marked" if len(held) < len(marks) else ""
            self._add(drawn, label(f"{what} ({len(marks):,}{few})"))
        self._marks = {}

    def _hatch(self, spans: list[Interval], hatch: str, what: str) -> None:
        if not spans:
            return
        held = sorted(spans, key=lambda one: one.end - one.start)[-_MOST_SPANS:]
        starts, ends = (self._to_number([one[side] for one in held]) for side in (0, 1))
        drawn = self._axes.broken_barh(
            list(zip(starts, ends - starts, strict=True)),
            (0, 1),
            transform=self._axes.get_xaxis_transform(),
            facecolor=_PALE,
            edgecolor=_GREY,
            hatch=hatch,
            linewidth=0,
            zorder=0,
        )
        few = f", the longest {len(held):,} drawn" if len(held) < len(spans) else ""
        self._add(drawn, f"{what} ({len(spans):,}{few})")
