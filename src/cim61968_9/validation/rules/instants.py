"""Rules of the times in a payload: their zones, the order of start and end, and what the clock of the sender says."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter
from typing import Any, NamedTuple

from ...model import Element
from ..finding import Severity
from ._moments import ends_of, is_before, told
from ._rule import Broken, rule
from ._search import Search, Values, items_of, joined, more, recalled, step

__all__: list[str] = []

_HOUR = dt.timedelta(hours=1)
_NOON = dt.datetime(2001, 1, 1, 12, tzinfo=dt.UTC)
_BEGINNING = dt.datetime(1, 1, 1, tzinfo=dt.UTC)
_LONG_AGO = dt.timedelta(days=3653)
_SEASON, _YEAR = dt.timedelta(days=28), dt.timedelta(days=330)
"""What lies between two changes of clocks at least, and between a change and that of the year after."""
_HALF_HOUR_SUMMER = frozenset({dt.timedelta(hours=10, minutes=30), dt.timedelta(hours=11)})
"""Of Lord Howe Island, the only place whose clocks change by half an hour."""
_SUMMERS = frozenset(
    dt.timedelta(minutes=60 * hours)
    for hours in (-10, -9, -8, -7, -6, -5, -4, -3.5, -3, -2, -1, 0, 1, 2, 3, 9.5, 10, 12, 12.75)
)
"""Offsets from UTC of the places where clocks go forward by an hour in summer."""
_MEASURED = frozenset({"IntervalReading", "Reading", "EndDeviceEvent"})
_MEASURED_AT = ("time_stamp", "reported_date_time", "created_date_time")


_TIMES = Values(dt.datetime, lambda _, one: one.type == "xs:dateTime")
_STAMPS = Values(dt.datetime, lambda cls, one: cls.__xml__.name in _MEASURED and one.name in _MEASURED_AT)
_PERIODS = Search(lambda cls: cls.__xml__.name == "DateTimeInterval")


def _zones(root: Any) -> set[dt.tzinfo | None]:
    return recalled(_zones, root, _zones_in)


def _zones_in(root: Any) -> set[dt.tzinfo | None]:
    found: set[dt.tzinfo | None] = set()
    for values in _TIMES.lists(root):
        found.update(map(attrgetter("tzinfo"), values))
    return found


def _offsets(root: Any) -> Counter[dt.timedelta]:
    """Return the offsets from UTC in a payload with their counts; just one, uncounted, where there is only one zone."""
    zones = _zones(root) - {None}
    if all(isinstance(zone, dt.timezone) for zone in zones):
        fixed = Counter({offset for zone in zones if zone is not None and (offset := zone.utcoffset(None)) is not None})
        if len(fixed) < 2:
            return fixed
    times = (one for values in _TIMES.lists(root) for one in values)
    return Counter(offset for one in times if (offset := one.utcoffset()) is not None)


class _Mixed(NamedTuple):
    """A set of values, or all of a payload, whose times have several offsets."""

    path: str
    item: Any
    offsets: Counter[dt.timedelta]
    is_summer: bool


def _mixed(root: Any) -> list[_Mixed]:
    """Return what has several offsets, each set of values by itself: a utility may have meters in several zones."""
    return recalled(_mixed, root, _mixed_in) if len(_offsets(root)) > 1 else []


def _mixed_in(root: Any) -> list[_Mixed]:
    items = [(path, item) for path, item in _items(root) if any(_TIMES.lists(item))]
    found = []
    for path, item in items if len(items) > 1 else [("", root)]:
        if len(offsets := _offsets(item)) > 1:
            found.append(_Mixed(path, item, offsets, _is_summer(offsets, item)))
    return found


def _items(root: Any) -> Iterator[tuple[str, Element]]:
    for member in type(root).__xml__.members:
        items = items_of(root, member) if member.kind == "element" and member.is_list else []
        for number, item in enumerate(items, 1):
            if isinstance(item, Element):
                yield step(member.tag, number, len(items)), item


def _is_summer(offsets: Counter[dt.timedelta], item: Any) -> bool:
    """Tell whether offsets are those of one place in winter and summer, and change no more often than its clocks do."""
    least, most = min(offsets), max(offsets)
    if len(offsets) != 2 or ((most - least != _HOUR or least not in _SUMMERS) and offsets.keys() != _HALF_HOUR_SUMMER):
        return False
    changes = _changes(item)
    return all(
        later[1] - earlier[0] >= least_apart
        for count, least_apart in ((1, _SEASON), (2, _YEAR))
        for earlier, later in zip(changes, changes[count:], strict=False)
    )


def _changes(item: Any) -> list[tuple[dt.timedelta, dt.timedelta]]:
    """Return when offsets change: the last instant before and the first after, since the beginning of the calendar."""
    seen: dict[dt.timedelta, set[dt.timedelta]] = {}
    for values in _TIMES.lists(item):
        for one in values:
            if (offset := one.utcoffset()) is not None:
                seen.setdefault(one.replace(tzinfo=dt.UTC) - _BEGINNING - offset, set()).add(offset)
    ordered: list[tuple[dt.timedelta, dt.timedelta]] = []
    for instant in sorted(seen):
        offsets = seen[instant]
        if ordered and (before := ordered[-1][1]) in offsets:
            ordered.append((instant, before))  # at the change an end may have one offset, the next start the other
            offsets = offsets - {before}
        ordered += [(instant, offset) for offset in sorted(offsets)]
    return [(one, other) for (one, offset), (other, new) in pairwise(ordered) if offset != new]


@rule(
    "TIM301",
    Severity.WARNING,
    "time in the payload without zone",
    hint="write Z, or the offset from UTC",
    source="IEC 61968-100 ed. 1, 6.11",
    on="Root",
)
def payload_times_have_zones(root: Any, _: Any) -> Iterator[Broken]:
    """Without offset nobody but the sender knows which instant is meant, and twice a year not even the sender."""
    if None not in _zones(root):
        return
    naive = [(path, value) for path, value in _TIMES.placed(root) if value.tzinfo is None]
    for path, value in naive[:1]:
        rest = more(len(naive), "in this payload")
        yield Broken(path, f"found {value.isoformat()} without Z or offset{rest}", value.isoformat())


@rule(
    "TIM302",
    Severity.WARNING,
    "times in several zones",
    hint="write all times of a payload in UTC, or with the offset of one place",
    source="IEC 61968-100 ed. 1, 6.11: one prevailing offset",
    on="Root",
)
def times_are_in_one_zone(root: Any, _: Any) -> Iterator[Broken]:
    """The instants are clear, but mostly one part of the sender forgets to convert, and its times are hours off."""
    yield from _told_of([one for one in _mixed(root) if not one.is_summer])


@rule(
    "TIM303",
    Severity.INFO,
    "times of summer and of winter",
    hint="nothing, where clocks changed between them; else write all times in UTC",
    source="IEC 61968-100 ed. 1, 6.11",
    on="Root",
)
def clocks_may_have_changed(root: Any, _: Any) -> Iterator[Broken]:
    """Two offsets an hour apart are right when clocks change in between, and wrong when a sender ignores that."""
    yield from _told_of([one for one in _mixed(root) if one.is_summer])


def _told_of(mixed: list[_Mixed]) -> Iterator[Broken]:
    """Yield the first time with the offset that is the least usual one, in the first of several sets."""
    for where, item, offsets, _ in mixed[:1]:
        rare = min(offsets, key=lambda one: (offsets[one], one))
        path, value = next((path, value) for path, value in _TIMES.placed(item) if value.utcoffset() == rare)
        counts = ", ".join(f"{count} at {_offset_text(one)}" for one, count in sorted(offsets.items()))
        what = f"this {type(item).__xml__.name}" if where else "this payload"
        text = f"found {told(value)}; in {what} {counts}{more(len(mixed), 'in this payload')}"
        yield Broken(joined(where, path), text, told(value))


def _offset_text(offset: dt.timedelta) -> str:
    return "Z" if not offset else _NOON.replace(tzinfo=dt.timezone(offset)).isoformat()[19:]


@rule(
    "TIM304",
    Severity.ERROR,
    "end before start in the payload",
    hint="exchange start and end; in a DateTimeInterval the end is written first",
    source="IEC 61968-9 ed. 2, DateTimeInterval",
    on="Root",
)
def ends_are_after_starts(root: Any, _: Any) -> Iterator[Broken]:
    """Nothing can lie in such a period, so no receiver can use it."""
    wrong = {id(one) for one in _PERIODS.all(root) if is_before(*reversed(ends_of(one)))}
    for path, one in _PERIODS.placed(root) if wrong else ():
        if id(one) in wrong:
            start, end = map(told, ends_of(one))
            yield Broken(joined(path, "end"), f"found {end} before {start}", end)


@rule(
    "TIM305",
    Severity.ERROR,
    "end of a tariff before its start",
    hint="exchange startDate and endDate",
    source="IEC 61968-9 ed. 2, Tariff",
    on="Tariff",
)
def tariffs_end_after_they_start(tariff: Any) -> Iterator[Broken]:
    """The tariff is never valid."""
    start, end = getattr(tariff, "start_date", None), getattr(tariff, "end_date", None)
    if is_before(end, start):
        yield Broken("endDate", f"found {told(end)} before {told(start)}", told(end))


@rule(
    "TIM306",
    Severity.INFO,
    "measured after the message was sent",
    hint="look at the zone of the times, and at the clocks of meter, head-end and sender",
    source="Timestamp of the header is the time of sending, IEC 61968-100 ed. 1, 6.3.2",
    on="Root",
)
def nothing_is_measured_in_the_future(root: Any, around: Any) -> Iterator[Broken]:
    """Mostly times are local and say that they are UTC, or a clock is wrong by hours."""
    sent = _sent(around)
    if sent is not None:
        yield from _beyond(root, lambda value: value - sent > _HOUR, f"more than an hour after {told(sent)}")


@rule(
    "TIM307",
    Severity.INFO,
    "measured long before the message was sent",
    hint="look at the clock of the meter; after a loss of power some begin again at 1970, 1980 or 2000",
    source="experience; ten years is our choice",
    on="Root",
)
def nothing_is_measured_long_ago(root: Any, around: Any) -> Iterator[Broken]:
    """A meter whose clock was lost reports values of a day before it was made."""
    sent = _sent(around)
    if sent is not None:
        yield from _beyond(root, lambda value: sent - value > _LONG_AGO, f"more than ten years before {told(sent)}")


def _beyond(root: Any, test: Any, told_how: str) -> Iterator[Broken]:
    extremes: list[dt.datetime] = []
    for values in _STAMPS.lists(root):
        times = [one for one in values if one.tzinfo is not None]
        extremes += (min(times), max(times)) if times else ()
    if not any(map(test, extremes)):
        return
    stamps = ((path, one) for path, one in _STAMPS.placed(root) if one.tzinfo is not None)
    found = [(path, one) for path, one in stamps if test(one)]
    rest = more(len(found), "in this payload")
    path, value = found[0]
    yield Broken(path, f"found {told(value)}, {told_how}{rest}", told(value))


def _sent(around: Any) -> dt.datetime | None:
    stamp = getattr(getattr(around, "header", None), "timestamp", None)
    return stamp if isinstance(stamp, dt.datetime) and stamp.tzinfo is not None else None
