"""Rules of the times in a payload: their zones, the order of start and end, and what the clock of the sender says."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from ..finding import Severity
from ._rule import Broken, rule
from ._search import Search, Values, joined, more, recalled, shown

__all__: list[str] = []

_HOUR = dt.timedelta(hours=1)
_NOON = dt.datetime(2001, 1, 1, 12, tzinfo=dt.UTC)
_LONG_AGO = dt.timedelta(days=3653)
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


def _is_summer(offsets: Counter[dt.timedelta]) -> bool:
    """Tell whether offsets are those of one place in winter and summer."""
    least, most = min(offsets), max(offsets)
    return len(offsets) == 2 and ((most - least == _HOUR and least in _SUMMERS) or offsets.keys() == _HALF_HOUR_SUMMER)


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
    offsets = _offsets(root)
    if len(offsets) > 1 and not _is_summer(offsets):
        yield _rarest(root, offsets)


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
    offsets = _offsets(root)
    if len(offsets) > 1 and _is_summer(offsets):
        yield _rarest(root, offsets)


def _rarest(root: Any, offsets: Counter[dt.timedelta]) -> Broken:
    """Return the first time with the offset that is the least usual one."""
    rare = min(offsets, key=lambda one: (offsets[one], one))
    path, value = next((path, value) for path, value in _TIMES.placed(root) if value.utcoffset() == rare)
    told = ", ".join(f"{count} at {_offset_text(one)}" for one, count in sorted(offsets.items()))
    return Broken(path, f"found {value.isoformat()}; in this payload {told}", value.isoformat())


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
    wrong = {id(one) for one in _PERIODS.all(root) if _is_later(*_ends(one))}
    for path, one in _PERIODS.placed(root) if wrong else ():
        if id(one) in wrong:
            start, end = map(_text, _ends(one))
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
    if _is_later(start, end):
        yield Broken("endDate", f"found {_text(end)} before {_text(start)}", _text(end))


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
        yield from _beyond(root, lambda value: value - sent > _HOUR, f"more than an hour after {_text(sent)}")


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
        yield from _beyond(root, lambda value: sent - value > _LONG_AGO, f"more than ten years before {_text(sent)}")


def _beyond(root: Any, test: Any, told: str) -> Iterator[Broken]:
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
    yield Broken(path, f"found {_text(value)}, {told}{rest}", _text(value))


def _sent(around: Any) -> dt.datetime | None:
    stamp = getattr(getattr(around, "header", None), "timestamp", None)
    return stamp if isinstance(stamp, dt.datetime) and stamp.tzinfo is not None else None


def _ends(period: Any) -> tuple[Any, Any]:
    return getattr(period, "start", None), getattr(period, "end", None)


def _is_later(start: Any, end: Any) -> bool:
    """Tell whether a start is later than an end; of a time with zone and one without nobody can say."""
    if isinstance(start, dt.datetime) and isinstance(end, dt.datetime):
        return (start.tzinfo is None) == (end.tzinfo is None) and end < start
    dates = isinstance(start, dt.date) and isinstance(end, dt.date)
    return dates and not isinstance(start, dt.datetime) and not isinstance(end, dt.datetime) and end < start


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, dt.date) else shown(value)
