"""A timeline of events: one row for what happened at one device."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from .._mixins import EventOfType
from ..describing import children_of
from ..model import Element
from ..showing.bounds import expect
from ._drawing import is_drawable, label, library, new_axes, noted, thinned, time_axis, zone_of
from ._owners import NOBODY, Owner, device_of, owner_of, told_apart

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["event_timeline"]

_STYLES = {
    "alarm critical emergency fatal": ("#b3261e", "X"),
    "error high major severe": ("#d55e00", "^"),
    "medium minor moderate warning": ("#b98500", "s"),
    "info information informational low normal notice": ("#2563a8", "o"),
}
_STYLE_OF = {word: style for words, style in _STYLES.items() for word in words.split()}
_NO_SEVERITY = ("#7f7f7f", "d")
_OTHER_WORDS = ("#7b3f99", "P")
_MOST_MARKS = 2000
_MOST_WORDS = 8
_WORD = 40
_INCHES = 0.08


class _Event(NamedTuple):
    at: Any
    device: Owner
    what: str
    severity: str


def event_timeline(source: Any, *, zone: dt.tzinfo | str | None = None, ax: Axes | None = None, rows: int = 30) -> Axes:
    """Draw the events of a message, a payload or a reading, or of several of them, over time.

    A row is what happened at one device, in words; colour and shape of a mark are the severity that the sender gives.
    There is no fixed list of severities: usual English words have a colour from red to blue, all others one of their
    own. Of more than ``rows`` rows those with the most events are drawn, and the others counted below.

    Raises:
        ImportError: matplotlib is not installed.
        TypeError: There are no events in what is given, or an argument is of another type.
        ValueError: There is nothing to draw, no such zone, or ``rows`` is less than 1.
    """
    expect(1, rows=rows)
    library("matplotlib")
    found = list(_events(source, NOBODY))
    devices = told_apart(one.device for one in found)
    events = [one for one in found if is_drawable(one.at)]
    notes = [noted(len(found) - len(events), "event without a usable time")] if len(events) < len(found) else []
    if any(one.at.tzinfo for one in events) and not all(one.at.tzinfo for one in events):
        zoned = [one for one in events if one.at.tzinfo is not None]
        notes.append(noted(len(events) - len(zoned), "event of a time without zone"))
        events = zoned
    if not events:
        raise ValueError("; ".join(["there are no events to draw", *notes]))
    counts = Counter((devices[one.device], one.what) for one in events)
    shown = sorted(key for key, _ in counts.most_common(rows))
    if len(counts) > rows:
        left = sum(counts.values()) - sum(counts[key] for key in shown)
        notes.append(f"not drawn: {len(counts) - rows:,} more rows with {left:,} events")
    names = [f"{label(device or 'no device named', 40)}: {label(what, 60)}" for device, what in shown]
    axes = ax if ax is not None else new_axes(6 + _INCHES * max(len(one) for one in names), 1.6 + 0.32 * len(shown))
    row = {key: number for number, key in enumerate(shown)}
    placed = [(row[key], one) for one in events if (key := (devices[one.device], one.what)) in row]
    notes += _draw(axes, placed, names)
    time_axis(axes, zone_of(zone, (one.at for one in events)), notes)
    return axes


def _draw(axes: Axes, placed: list[tuple[int, _Event]], names: list[str]) -> Iterator[str]:
    """Draw marks in their rows, and labels; yields what is to be said of them."""
    words = [word for word, _ in Counter(one.severity for _, one in placed).most_common(_MOST_WORDS)]
    groups: dict[str, list[tuple[int, _Event]]] = defaultdict(list)
    for row, one in placed:
        groups[one.severity if one.severity in words else "other words"].append((row, one))
    handles, labels = [], []
    to_number = library("matplotlib.dates").date2num
    for word, group in groups.items():
        colour, marker = _STYLE_OF.get(word.strip().lower(), _OTHER_WORDS) if word else _NO_SEVERITY
        held = thinned(group, _MOST_MARKS)
        (drawn,) = axes.plot(
            to_number([one.at for _, one in held]),
            [row for row, _ in held],
            linestyle="none",
            marker=marker,
            color=colour,
            markersize=8,
            zorder=3,
        )
        handles.append(drawn)
        labels.append(f"{label(word or 'no severity', _WORD)} ({len(group):,})")
        if len(held) < len(group):
            yield f"{label(word or 'no severity', _WORD)}: {len(held):,} of {len(group):,} events marked"
    axes.set_yticks(range(len(names)), labels=names, fontsize="small")
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.grid(axis="y", alpha=0.3)
    axes.legend(
        handles, labels, loc="lower left", bbox_to_anchor=(0, 1), ncols=3, fontsize="small", frameon=False, borderpad=0
    )


def _events(source: Any, device: Owner) -> Iterator[_Event]:
    if isinstance(source, EventOfType) and isinstance(source, Element):
        code = source.type_code
        reference = source.end_device_event_type
        what = code.describe().partition(": ")[2] if code is not None else str(reference or "no type")
        severity = getattr(source, "severity", None) or ""
        yield _Event(getattr(source, "created_date_time", None), device_of(source) or device, what, str(severity))
    elif isinstance(source, Element):
        below = owner_of(source) or device
        for child in children_of(source):
            yield from _events(child, below)
    elif isinstance(source, Iterable) and not isinstance(source, str | bytes):
        for one in source:
            yield from _events(one, device)
    else:
        raise TypeError(f"found {type(source).__name__}, expected a message, a payload, or events of one")
