"""Load profiles and registers: pictures of intervals, a table of register values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Context, Decimal, Inexact, localcontext
from typing import Any

from ..codes.reading_quality import QualityCategory
from ..describing import counted
from ..plots._drawing import noted, zone_of
from ..plots._readings import NO_CODE
from ..plots._series import Channel, Register, collected
from ..plots._shapes import gaps, length_text, quantity
from ..showing.texts import plain_value, safe
from .chart import POINTS, icon, load_profile_svg, marked
from .markup import code, heading, more, note, table, told

__all__ = ["profiles_html"]

_CHARTS = 12
_REGISTERS = 100
_NAME = 60
_PLACES = 20
_EXACTLY = Context(prec=400, traps=[Inexact])


def profiles_html(payloads: list[Any], prefix: str, zone: dt.tzinfo | str | None = None) -> str:
    """Return what there is of values over time in payloads, empty when there is nothing; ids begin with a prefix.

    ``zone`` is that of pictures; without it times keep the offset that all of them have, else they are in UTC.
    """
    series = collected(payloads, None)
    lines = [one for one in series.channels if one.intervals]
    registers = [one for one in series.channels if one.registers]
    shown_in = zone_of(zone, series.stamps()) if lines else None
    parts = []
    if lines:
        parts.append(heading(3, "Load profiles"))
        parts += [_figure(one, shown_in, f"{prefix}p{number}") for number, one in enumerate(lines[:_CHARTS])]
        parts.append(more(len(lines) - _CHARTS, "load profile", " not drawn"))
    if registers:
        parts += _registers(registers)
    unused = {reason: count for reason, count in series.unused.items() if count and not reason.startswith("register")}
    parts += [note(f"Of these values: {noted(count, reason)}.") for reason, count in unused.items()]
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
    values = [one.exact for one in channel.intervals if one.exact is not None]
    unit = _unit(channel)
    length = f", one per {length_text(channel.length)}" if channel.length is not None else ""
    yield f"{noted(len(channel.intervals), 'interval').rstrip()}{length}"
    if values:
        yield f"lowest {exact_text(min(values))}, highest {exact_text(max(values))} {unit}".rstrip()
    total = _total(values) if values and channel.is_delta and not channel.overlapping else None
    if total is not None:
        some = f" in {noted(len(values), 'interval with a value')}" if len(values) < len(channel.intervals) else ""
        yield f"total {exact_text(total)} {unit}".rstrip() + some
    if len(channel.intervals) > POINTS:
        yield f"drawn as mean and range of {-(-len(channel.intervals) // POINTS):,} intervals at a time"


def _total(values: list[Decimal]) -> Decimal | None:
    """Return the sum of values, None where it would have to be rounded."""
    try:
        with localcontext(_EXACTLY):
            return sum(values, Decimal())
    except Inexact:
        return None


def exact_text(value: Decimal) -> str:
    """Return a number with all of its digits; a very large or small one with a power of ten."""
    return f"{value:,f}" if -_PLACES < value.adjusted() < _PLACES else str(value)


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
            _time(one),
            told(f"{one.text} {_unit(channel) if one.value is not None else ''}".rstrip()),
            told(", ".join(_quality(category) for category in sorted(one.qualities))) if one.qualities else "",
        )
        for channel in channels
        for one in channel.registers[:_REGISTERS]
    ][:_REGISTERS]
    yield table(("Meter", "What", "Time", "Value", "Quality"), rows, numbers=frozenset({3}))
    yield more(sum(len(one.registers) for one in channels) - len(rows), "register value")


def _unit(channel: Channel) -> str:
    return channel.unit.symbol if channel.unit is not None else ""


def _time(one: Register) -> str:
    """Return when a value was taken, and below it the time that it is about."""
    parts = [told(plain_value(one.stamp))] if one.stamp is not None else []
    told_of = [plain_value(side) if side is not None else "?" for side in (one.start, one.end)]
    if told_of != ["?", "?"]:
        parts.append(f'<span class="quiet">{told(" to ".join(told_of))}</span>')
    return "<br>".join(parts) or '<span class="quiet">none given</span>'


def _zone_text(zone: dt.tzinfo | None) -> str:
    return "no zone given" if zone is None else str(zone).removeprefix("UTC") or "UTC"


def _days(channel: Channel, zone: dt.tzinfo | None) -> str:
    """Return the days that a picture is about."""
    start, end = min(one.start for one in channel.intervals), max(one.end for one in channel.intervals)
    first, last = (one if zone is None else one.astimezone(zone) for one in (start, end - dt.timedelta(microseconds=1)))
    days = [one.date().isoformat() for one in (first, last)]
    return days[0] if days[0] == days[1] else f"{days[0]} to {days[1]}"
