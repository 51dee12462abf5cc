"""What all plots have in common: the door to matplotlib, texts that are safe there, and the axis of time."""

from __future__ import annotations

import datetime as dt
import importlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeGuard
from zoneinfo import ZoneInfo

from ..showing.texts import safe

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["is_drawable", "label", "library", "new_axes", "noted", "thinned", "time_axis", "zone_of"]

_LETTERS = 60
_YEARS = 1000, 9000


def library(name: str) -> Any:
    """Import a module of matplotlib.

    Raises:
        ImportError: It is not installed; the text says what to do.
    """
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise ImportError('a plot needs matplotlib, which is not installed: pip install "cim61968-9[plot]"') from error


def new_axes(width: float, height: float) -> Axes:
    """Return the axes of a new figure."""
    axes: Axes
    _, axes = library("matplotlib.pyplot").subplots(figsize=(width, height), layout="constrained")
    return axes


def is_drawable(stamp: object) -> TypeGuard[dt.datetime]:
    """Tell whether something is a time that has a place on an axis, which ends some way before the year 1."""
    return isinstance(stamp, dt.datetime) and _YEARS[0] <= stamp.year <= _YEARS[1]


def label(text: object, longest: int = _LETTERS) -> str:
    """Return a text in one line that matplotlib neither takes for a formula nor leaves out of a legend."""
    plain = safe(text, longest).replace("$", r"\$")
    return f" {plain}" if plain.startswith("_") else plain


def noted(number: int, what: str) -> str:
    """Return how often there is what a noun begins: ``3 intervals of unknown length``."""
    noun, _, rest = what.partition(" ")
    return f"{number:,} {noun}{'' if number == 1 else 's'} {rest}"


def zone_of(zone: dt.tzinfo | str | None, stamps: Iterable[dt.datetime]) -> dt.tzinfo | None:
    """Return the zone to draw in: the one that is asked for, the offset that all stamps have, else UTC.

    None stands for times that are given without a zone.

    Raises:
        TypeError: It is neither a name nor a zone.
        ValueError: There is no zone of this name.
    """
    if isinstance(zone, str):
        try:
            zone = ZoneInfo(zone)
        except (KeyError, OSError, ValueError) as error:
            raise ValueError(f"{zone!r} is no known time zone; expected a name such as 'Europe/Vienna'") from error
    elif zone is not None and not isinstance(zone, dt.tzinfo):
        raise TypeError(f"zone is {zone!r}; expected a name such as 'Europe/Vienna', or a tzinfo")
    offsets = {stamp.utcoffset() for stamp in stamps}
    if offsets == {None}:
        return None
    if zone is not None:
        return zone
    only = offsets.pop() if len(offsets) == 1 else None
    return dt.timezone(only) if only else dt.UTC


def time_axis(axes: Axes, zone: dt.tzinfo | None, notes: Sequence[str]) -> None:
    """Make the horizontal axis one of time that says its zone, with notes below."""
    dates = library("matplotlib.dates")
    axes.xaxis_date(zone or dt.UTC)
    locator = dates.AutoDateLocator(tz=zone or dt.UTC)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator, tz=zone or dt.UTC))
    name = "no zone given" if zone is None else str(zone).removeprefix("UTC") or "UTC"
    axes.set_xlabel("\n".join([f"time ({name})", *notes]))


def thinned(items: Sequence[Any], most: int) -> Sequence[Any]:
    """Return at most so many of them, evenly chosen."""
    if len(items) <= most:
        return items
    return items[:: -(-len(items) // most)]
