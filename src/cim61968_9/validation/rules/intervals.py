"""Rules of the times of values: whether they are there, in order, once, and as far apart as the type says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from ..._mixins import TypedReading, TypedValues
from ..finding import Severity
from ._identity import names_of
from ._moments import ends_of, is_before, told
from ._rule import Broken, rule
from ._search import Search, joined, more, shown, step
from ._series import Series, series_of, stamps_in, step_of

__all__: list[str] = []

_IN_BLOCK = "in this block"
_SOURCE = "IEC 61968-9 ed. 2, MeterReadings: timeStamp is the end of the interval"
_SETS = Search(lambda cls: cls.__xml__.name == "MeterReading")


def _series(block: Any) -> Series:
    found: Series = series_of(stamps_in(_values(block)), step_of(getattr(block, "reading_type", None)))
    return found


def _values(block: Any) -> Any:
    return getattr(block, "interval_readings", [])


def _path(block: Any, index: int, rest: str = "/timeStamp") -> str:
    return step("IntervalReadings", index + 1, len(_values(block))) + rest


def _ends(block: Any) -> list[Any]:
    """Return the ends of the intervals of a block: the time stamps, and where there is none the end of the period."""
    stamps = stamps_in(_values(block))
    if None not in stamps:
        return stamps
    return [one.time_stamp if one.time_stamp is not None else ends_of(one.time_period)[1] for one in _values(block)]


def _end_path(block: Any, index: int) -> str:
    return _path(block, index, "/timeStamp" if _stamp(block, index) is not None else "/timePeriod/end")


def _stamp(block: Any, index: int) -> Any:
    return _values(block)[index].time_stamp


@rule(
    "TIM311",
    Severity.WARNING,
    "time stamp twice in a block",
    hint="send each interval once; two stamps an hour apart in local time need their offsets when clocks go back",
    source=_SOURCE,
    on="IntervalBlock",
)
def intervals_come_once(block: Any) -> Iterator[Broken]:
    """Of two values for one interval some receivers keep the first, some the last, and some add them."""
    found = _series(block)
    ends = _ends(block)
    repeated = series_of(ends, None).repeated if found.missing else found.repeated
    if repeated:
        index, first = repeated[0]
        text = f"found {told(ends[index])} in the values {first + 1} and {index + 1}"
        yield Broken(_end_path(block, index), f"{text}{more(len(repeated), _IN_BLOCK)}", told(ends[index]))


@rule(
    "TIM312",
    Severity.WARNING,
    "time stamps out of order",
    hint="sort the values by their time stamps",
    source=_SOURCE,
    on="IntervalBlock",
)
def intervals_are_in_order(block: Any) -> Iterator[Broken]:
    """Receivers that read a block as a stream take a step back for a clock that was set, or refuse the rest."""
    if late := _series(block).late:
        before, stamp = told(_stamp(block, late[0] - 1)), told(_stamp(block, late[0]))
        yield Broken(_path(block, late[0]), f"found {stamp} after {before}{more(len(late), _IN_BLOCK)}", stamp)


@rule(
    "TIM313",
    Severity.WARNING,
    "interval without time stamp",
    hint="give the end of the interval as timeStamp",
    source=_SOURCE,
    on="IntervalBlock",
)
def intervals_have_time_stamps(block: Any) -> Iterator[Broken]:
    """Only the time stamp says which interval a value is of; places in the block do not, as gaps are allowed."""
    values = _values(block)
    if missing := [index for index in _series(block).missing if values[index].time_period is None]:
        yield Broken(_path(block, missing[0], ""), f"found no timeStamp{more(len(missing), _IN_BLOCK)}")


@rule(
    "TIM314",
    Severity.INFO,
    "gap in a block",
    hint="ask the head-end for the missing intervals, or send them with a quality that says why there is no value",
    source=_SOURCE,
    on="IntervalBlock",
)
def blocks_have_no_gaps(block: Any) -> Iterator[Broken]:
    """Intervals that are left out are not zero: sums over the block are too small, and estimates are due."""
    if gaps := _series(block).gaps:
        index, count = gaps[0]
        what = f"{count} intervals" if count > 1 else "1 interval"
        text = f"found {what} missing before {told(_stamp(block, index))}{more(len(gaps), _IN_BLOCK)}"
        yield Broken(_path(block, index), text, told(_stamp(block, index)))


@rule(
    "TIM315",
    Severity.WARNING,
    "spacing unlike the reading type",
    hint="compare the time stamps with measuringPeriod, the third number of the reading type",
    source="IEC 61968-9 ed. 2, reading types: measuringPeriod is the length of the interval",
    on="IntervalBlock",
)
def spacing_fits_the_type(block: Any) -> Iterator[Broken]:
    """Either the reading type or the times are wrong, and power that is computed from them is wrong as well."""
    if odd := _series(block).odd:
        index, distance = odd[0]
        expected = step_of(block.reading_type)
        length = expected.length if expected is not None else ""
        text = f"found {distance} before {told(_stamp(block, index))}, expected {length} or a multiple"
        yield Broken(_path(block, index), f"{text}{more(len(odd), _IN_BLOCK)}", told(_stamp(block, index)))


@rule(
    "TIM316",
    Severity.WARNING,
    "value outside of the period of its set",
    hint="let valuesInterval span all values, or leave it out",
    source="IEC 61968-9 ed. 2, MeterReading: valuesInterval is the period of all values",
    on="MeterReading",
)
def values_are_in_the_period(reading: Any) -> Iterator[Broken]:
    """Receivers that select by the period of the set never see the values outside of it."""
    start, end = ends_of(getattr(reading, "values_interval", None))
    found: list[tuple[str, Any]] = []
    for path, stamps in _stamps(reading) if start is not None or end is not None else ():
        if _are_within(stamps, start, end):
            continue
        outside = [
            (number, stamp)
            for number, stamp in enumerate(stamps, 1)
            if is_before(stamp, start) or is_before(end, stamp)
        ]
        found += [(path.format(number), stamp) for number, stamp in outside]
    if found:
        path, stamp = found[0]
        edge = f"before {told(start)}" if is_before(stamp, start) else f"after {told(end)}"
        yield Broken(path, f"found {told(stamp)}, {edge}{more(len(found), 'in this set')}", told(stamp))


@rule(
    "TIM317",
    Severity.WARNING,
    "interval in two blocks",
    hint="send each interval of a reading type once",
    source=_SOURCE,
    on="Root",
)
def blocks_do_not_overlap(root: Any, _: Any) -> Iterator[Broken]:
    """Of two values for one interval some receivers keep the first, some the last, and some add them."""
    known: dict[tuple[object, ...], list[Any]] = {}
    for reading in _SETS.all(root):
        for key, block in _keyed(reading):
            known.setdefault(key, []).append(block)
    doubtful = {key for key, blocks in known.items() if len(blocks) > 1 and _overlap(blocks)}
    seen: dict[tuple[object, ...], str] = {}
    for path, reading in _SETS.placed(root) if doubtful else ():
        blocks = _blocks(reading)
        for number, (key, block) in enumerate(_keyed(reading), 1):
            if key not in doubtful:
                continue
            place = joined(path, step("IntervalBlocks", number, len(blocks)))
            ends = [(index, end) for index, end in enumerate(_ends(block)) if isinstance(end, dt.datetime)]
            again = [(index, end) for index, end in ends if seen.setdefault((*key, end), place) != place]
            for index, end in again[:1]:
                text = f"found {told(end)} of {shown(block.reading_type)} in {seen[(*key, end)]} as well"
                where = f"{place}/{_end_path(block, index)}"
                yield Broken(where, f"{text}{more(len(again), _IN_BLOCK)}", told(end))


def _keyed(reading: Any) -> Iterator[tuple[tuple[object, ...], Any]]:
    """Yield the blocks of a set, each with what it is of: device, usage point and reading type."""
    whose = [_identity(getattr(reading, name, None)) for name in ("meter", "usage_point")]
    for block in _blocks(reading):
        text = block.reading_type
        yield (*(whose if any(whose) else [id(reading)]), text if isinstance(text, str) else id(block)), block


def _identity(obj: Any) -> tuple[str, ...]:
    mrid = getattr(obj, "mrid", None)
    return (mrid,) if isinstance(mrid, str) and mrid.strip() else tuple(names_of(obj))


def _overlap(blocks: list[Any]) -> bool:
    """Tell whether blocks have an interval twice; also where it is twice in one block, which another rule tells."""
    ends = [one for block in blocks for one in _ends(block) if isinstance(one, dt.datetime)]
    return len(set(ends)) < len(ends)


@rule(
    "TIM319",
    Severity.WARNING,
    "reading at no time",
    hint="give the time of reading as timeStamp, or the timePeriod that the value is of",
    source="IEC 61968-9 ed. 2, MeterReadings",
    on="MeterReading",
)
def readings_have_a_time(reading: Any) -> Iterator[Broken]:
    """A register without time cannot be billed, and no receiver can tell whether it has the value already."""
    readings = _readings(reading)
    if None not in stamps_in(readings):
        return
    found = [number for number, one in enumerate(readings, 1) if _is_timeless(one)]
    if found:
        path = step("Readings", found[0], len(readings))
        yield Broken(path, f"found neither timeStamp nor timePeriod{more(len(found), 'in this set')}")


def _is_timeless(reading: Any) -> bool:
    if reading.value is None or reading.time_stamp is not None:
        return False
    return ends_of(reading.time_period) == (None, None)


@rule(
    "TIM318",
    Severity.WARNING,
    "two readings of one type at one time",
    hint="send the reading that holds; tell apart readings of several sources or reasons by these",
    source="IEC 61968-9 ed. 2, MeterReadings",
    on="MeterReading",
)
def readings_come_once(reading: Any) -> Iterator[Broken]:
    """A register has one value at a time; a receiver that gets two keeps the one that it likes."""
    readings = _readings(reading)
    if len({(one.reading_type, one.time_stamp) for one in readings}) == len(readings):
        return
    seen: dict[tuple[object, ...], int] = {}
    for number, one in enumerate(readings, 1):
        period = one.time_period
        key = one.reading_type, one.time_stamp, *ends_of(period), _word(one.source), _word(one.reason)
        if one.reading_type is None or (one.time_stamp is None and period is None):
            continue
        if (first := seen.setdefault(key, number)) != number:
            at = one.time_stamp if one.time_stamp is not None else ends_of(period)[1]
            text = f"found a second reading of {shown(one.reading_type)} at {told(at)}"
            yield Broken(step("Readings", number, len(readings)), f"{text}, beside Readings[{first}]", one.value)


def _stamps(reading: Any) -> Iterator[tuple[str, list[Any]]]:
    """Yield the time stamps of a set, with a form for their paths that lacks the position."""
    blocks, readings = _blocks(reading), _readings(reading)
    for number, block in enumerate(blocks, 1):
        place = f"{step('IntervalBlocks', number, len(blocks))}/IntervalReadings"
        form = f"{place}[{{}}]/timeStamp" if len(_values(block)) > 1 else f"{place}/timeStamp"
        yield form, stamps_in(_values(block))
    form = "Readings[{}]/timeStamp" if len(readings) > 1 else "Readings/timeStamp"
    yield form, stamps_in(readings)


def _blocks(reading: Any) -> list[Any]:
    return _only(TypedValues, getattr(reading, "interval_blocks", []))


def _readings(reading: Any) -> list[Any]:
    found = _only(TypedReading, getattr(reading, "readings", []))
    return found if all(isinstance(one.reading_type, (str, type(None))) for one in found) else []


def _only(cls: type, items: Any) -> list[Any]:
    """Return a list when all in it are of a class; what else is there the schema tells."""
    return items if isinstance(items, list) and all(isinstance(one, cls) for one in items) else []


def _are_within(stamps: list[Any], start: Any, end: Any) -> bool:
    """Tell in little time that all is as it should be; of anything unusual it says no."""
    try:
        return not stamps or bool(start <= min(stamps) and max(stamps) <= end)
    except TypeError:
        return False


def _word(value: Any) -> str | None:
    return None if value is None else str(value)
