"""Load profiles and registers: pictures of intervals, a table of register values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from ..codes.reading_quality import QualityCategory
from ..describing import counted
from ..plots._drawing import zone_of
from ..plots._series import NO_CODE, Channel, collected
from ..plots._shapes import gaps, length_text, quantity
from ..showing.texts import plain_value, safe
from .chart import POINTS, icon, load_profile_svg, marked
from .markup import code, heading, more, note, table, told

__all__ = ["profiles_html"]

_CHARTS = 12
_REGISTERS = 100
_NAME = 60


def profiles_html(payloads: list[Any], prefix: str) -> str:
    """Return what there is of values over time in payloads, empty when there is nothing; ids begin with a prefix."""
    series = collected(payloads, None)
    lines = [one for one in series.channels if one.intervals]
    dots = [one for one in series.channels if one.registers]
    zone = zone_of(None, series.stamps()) if lines else None
    parts = []
    if lines:
        parts.append(heading(3, "Load profiles"))
        parts += [_figure(one, zone, f"{prefix}p{number}") for number, one in enumerate(lines[:_CHARTS])]
        parts.append(more(len(lines) - _CHARTS, "load profile", " not drawn"))
    if dots:
        parts += _registers(dots)
    parts += [note(f"Of these values: {text}.") for text in series.notes]
    return "".join(parts)


def _figure(channel: Channel, zone: dt.tzinfo | None, name: str) -> str:
    meter = safe(channel.meter or "no meter named", _NAME)
    what = f"{channel.what}{' (before the pending calculation)' if channel.is_pending else ''}"
    said = "; ".join(_said(channel))
    axes = quantity([channel]), f"time ({_zone_text(zone)}), {_days(channel, zone)}"
    drawn = load_profile_svg(
        channel, zone, name=name, title=f"Load profile of {meter}: {safe(what)}", description=said, axes=axes
    )
    shown = f'<div class="scroll" tabindex="0" role="region" aria-label="load profile">{drawn}</div>'
    if not drawn:
        shown = note("not drawn: values are too large for a picture")
    caption = f"<b>{told(channel.meter or 'no meter named', _NAME)}</b> {told(what)}{_reference(channel)}"
    return (
        f"<figure><figcaption>{caption}</figcaption>{shown}"
        f'<p class="said">{told(said, 400)}</p>{_legend(channel)}</figure>'
    )


def _reference(channel: Channel) -> str:
    return f" {code(channel.reference)}" if channel.reference and channel.code is not None else ""


def _said(channel: Channel) -> Iterator[str]:
    """Yield how many intervals there are, how high they are, and how they are drawn."""
    values = [one.value for one in channel.intervals if one.value is not None]
    unit = channel.unit.symbol if channel.unit is not None else ""
    length = f", {length_text(channel.length).replace('per ', 'one per ', 1)}" if channel.length is not None else ""
    yield f"{len(channel.intervals):,} interval{'' if len(channel.intervals) == 1 else 's'}{length}"
    if values:
        yield f"lowest {min(values):.6g}, highest {max(values):.6g} {unit}".rstrip()
    if len(channel.intervals) > POINTS:
        yield f"drawn as mean and range of {-(-len(channel.intervals) // POINTS):,} intervals at a time"


def _legend(channel: Channel) -> str:
    """Return what the marks and hatches of a picture mean, and how many there are."""
    shown = []
    for category, count, held in marked(channel):
        few = f", {len(held):,} of them marked" if len(held) < count else ""
        shown.append(f"<li>{icon(category)} {told(_quality(category))} ({count:,}{few})</li>")
    empty = sum(one.value is None for one in channel.intervals)
    between = len(gaps(channel.intervals))
    if empty:
        shown.append(f'<li><i class="dotted"></i> sent without a value ({empty:,})</li>')
    if between:
        shown.append(f'<li><i class="hatched"></i> not in the message ({counted(between, "gap")})</li>')
    return f'<ul class="legend">{"".join(shown)}</ul>' if shown else ""


def _quality(category: int) -> str:
    return "quality not explained" if category == NO_CODE else QualityCategory(category).phrase


def _registers(channels: list[Channel]) -> Iterator[str]:
    yield heading(3, "Registers")
    rows = [
        (
            told(channel.meter or "no meter named", _NAME),
            told(channel.what) + _reference(channel),
            told(plain_value(one.at)),
            told(f"{one.value:,.12g} {channel.unit.symbol if channel.unit is not None else ''}".rstrip()),
            told(", ".join(_quality(category) for category in sorted(one.qualities))) if one.qualities else "",
        )
        for channel in channels
        for one in channel.registers[:_REGISTERS]
    ][:_REGISTERS]
    yield table(("Meter", "What", "Time", "Value", "Quality"), rows, numbers=frozenset({3}))
    yield more(sum(len(one.registers) for one in channels) - len(rows), "register value")


def _zone_text(zone: dt.tzinfo | None) -> str:
    return "no zone given" if zone is None else str(zone).removeprefix("UTC") or "UTC"


def _days(channel: Channel, zone: dt.tzinfo | None) -> str:
    """Return the days that a picture is about."""
    start, end = min(one.start for one in channel.intervals), max(one.end for one in channel.intervals)
    first, last = (one if zone is None else one.astimezone(zone) for one in (start, end - dt.timedelta(microseconds=1)))
    days = [one.date().isoformat() for one in (first, last)]
    return days[0] if days[0] == days[1] else f"{days[0]} to {days[1]}"
