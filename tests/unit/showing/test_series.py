"""What is drawn and told of values: whose they are, how long they are for, what they are called, all their digits."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pytest

from cim61968_9.plots._drawing import zone_of
from cim61968_9.plots._series import Channel, Series, collected
from cim61968_9.plots._shapes import quantity, steps
from cim61968_9.profiles.meter_readings import (
    DateTimeInterval,
    IntervalBlock,
    IntervalReading,
    Meter,
    MeterReading,
    Name,
    NameType,
    Reading,
    UsagePoint,
)

START = dt.datetime(2026, 1, 13, tzinfo=dt.UTC)
QUARTER = dt.timedelta(minutes=15)
WH = "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.0.72.0"
MONTHLY = "13.0.0.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0"


def block(*values: str | None, code: str = WH, start: dt.datetime = START) -> IntervalBlock:
    """Return a block; where there is None, there is no interval."""
    readings = [
        IntervalReading(time_stamp=start + number * QUARTER, value=value)
        for number, value in enumerate(values, 1)
        if value is not None
    ]
    return IntervalBlock(interval_readings=readings, reading_type=code)


def of(meter: Meter | None = None, point: UsagePoint | None = None, value: str = "1") -> MeterReading:
    return MeterReading(meter=meter, usage_point=point, interval_blocks=[block(value)])


def named(name: str, kind: str = "") -> list[Name]:
    return [Name(name=name, name_type=NameType(name=kind) if kind else None)]


def series(*items: Any) -> Series:
    return collected(list(items), None)


def only(*items: Any) -> Channel:
    (channel,) = series(*items).channels
    return channel


@pytest.mark.parametrize(
    ("items", "meters"),
    [
        ([of(Meter(mrid="M-1", names=named("1"))), of(Meter(mrid="M-2", names=named("1")))], ["1 (M-1)", "1 (M-2)"]),
        ([of(Meter(names=named("1", "serial"))), of(Meter(names=named("1", "badge")))], ["1 (1)", "1 (2)"]),
        ([of(), of(), of()], ["no meter named (1)", "no meter named (2)", "no meter named (3)"]),
        ([of(Meter(names=named("a"))), of(Meter(names=named("b")))], ["a", "b"]),
        ([of(Meter(names=named("a"))), of(Meter(names=named("a")))], ["a"]),
        ([of(Meter(mrid="M-1", names=named("a"))), of(Meter(mrid="M-1"))], ["a"]),
        ([of(Meter(mrid="M-1", names=named("a"))), of(Meter(names=named("a")))], ["a"]),
        (
            [
                of(Meter(mrid="M-1", names=named("a"))),
                of(Meter(names=named("a"))),
                of(Meter(mrid="M-2", names=named("a"))),
            ],
            ["a (M-1)", "a (2)", "a (M-2)"],
        ),
        ([of(point=UsagePoint(mrid="P-1")), of(Meter(), UsagePoint(mrid="P-1"))], ["P-1"]),
        ([of()], [""]),
    ],
)
def test_values_are_of_those_that_identify_themselves_alike(items: list[MeterReading], meters: list[str]) -> None:
    found = series(*items).channels
    assert [one.meter for one in found] == meters
    assert sum(len(one.intervals) for one in found) == len(items)


@pytest.mark.parametrize(
    ("code", "told", "axis"),
    [
        ("0.2.2.12.0.1.54.0.0.0.0.0.0.0.128.0.29.0", "average RMS voltage on phase A", "electric potential, V"),
        ("0.8.2.12.0.1.54.0.0.0.0.0.0.0.128.0.29.0", "maximum RMS voltage on phase A", "electric potential, V"),
        ("0.2.2.12.1.1.37.0.0.0.0.0.0.0.224.3.38.0", "average forward active power on phases A, B and C", "power, kW"),
        ("0.0.2.4.1.2.12.0.0.0.0.0.0.0.0.3.72.0", "forward active energy, primary metered electricity", ""),
        ("0.0.2.4.1.1.12.0.0.0.0.2.0.0.0.3.72.0", "forward active energy, rate 2", "energy, kWh per 15 min"),
        ("0.0.2.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0", "running total of forward active energy", "energy, kWh"),
        ("11.0.0.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0", "forward active energy", "energy, kWh per day"),
        ("0.12.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0", "normal value of forward active energy", ""),
    ],
)
def test_what_is_drawn_has_a_name_that_tells_it_from_others(code: str, told: str, axis: str) -> None:
    channel = only(block("1", "2", code=code))
    assert channel.what == told
    assert quantity([channel]) == axis or not axis


def test_registers_keep_their_long_period_in_their_name() -> None:
    peak = Reading(time_stamp=START, value="4.2", reading_type="13.8.2.6.1.1.8.0.0.0.0.0.0.0.0.3.38.0")
    assert only(peak).what == "monthly maximum forward active demand"


def test_months_begin_where_the_one_before_ends() -> None:
    ends = [dt.datetime(2025 + month // 12, month % 12 + 1, 1, tzinfo=dt.UTC) for month in range(1, 13)]
    readings = [IntervalReading(time_stamp=end, value="1") for end in ends]
    found = series(IntervalBlock(interval_readings=readings, reading_type=MONTHLY))
    (channel,) = found.channels
    assert [one.start for one in channel.intervals] == [dt.datetime(2025, 1, 1, tzinfo=dt.UTC), *ends[:-1]]
    assert found.notes == []


def test_a_month_that_is_alone_is_as_long_as_the_calendar_says() -> None:
    for end, start in (("2026-03-31", "2026-02-28"), ("2026-03-01", "2026-02-01"), ("2026-01-15", "2025-12-15")):
        one = IntervalReading(time_stamp=dt.datetime.fromisoformat(f"{end}T00:00:00Z"), value="1")
        channel = only(IntervalBlock(interval_readings=[one], reading_type=MONTHLY))
        assert f"{channel.intervals[0].start:%Y-%m-%d}" == start


def test_no_length_is_guessed_where_each_value_has_a_period() -> None:
    readings = [
        IntervalReading(
            time_period=DateTimeInterval(start=START + number * QUARTER, end=START + (number + 1) * QUARTER), value="1"
        )
        for number in range(3)
    ]
    assert series(IntervalBlock(interval_readings=readings, reading_type="x")).notes == []


def test_thinned_lines_end_where_there_is_no_value() -> None:
    values = [str(10 + number % 7) if not 960 <= number < 1632 else None for number in range(5760)]
    x, y, band = steps(only(block(*values)).intervals, 1.0, 700)
    assert band is not None
    assert len(x) < 1500
    (at,) = [index for index, value in enumerate(y) if math.isnan(value)]
    assert (x[at - 1], x[at]) == (START + 960 * QUARTER, START + 1632 * QUARTER)
    assert sum(math.isnan(value) for value in band[0]) == 1


def test_empty_values_break_a_thinned_line_too() -> None:
    values = ["" if 5000 <= number < 5040 else "1" for number in range(35_040)]
    _, y, _ = steps(only(block(*values)).intervals, 1.0, 5000)
    assert sum(map(math.isnan, y)) == 1


def test_gaps_narrower_than_a_point_do_not_make_a_line_longer() -> None:
    values = [str(number) if number % 2 else None for number in range(20_000)]
    x, y, _ = steps(only(block(*values)).intervals, 1.0, 700)
    assert len(x) < 1500
    assert not any(map(math.isnan, y))


def test_the_range_of_a_break_is_not_drawn_across_it() -> None:
    x, y, _ = steps(only(block("4", None, "5")).intervals, 1.0, 10)
    assert [(one - START) / QUARTER for one in x] == [0, 1, 2, 2, 3]  # steps have the value that follows
    assert [str(one) for one in y] == ["4.0", "4.0", "nan", "5.0", "5.0"]


@pytest.mark.parametrize("zone", ["Europe/Vienna", dt.timezone(dt.timedelta(hours=2)), None])
def test_times_without_a_zone_are_never_shifted(zone: Any) -> None:
    assert zone_of(zone, [START.replace(tzinfo=None)]) is None


def test_what_is_no_zone_is_an_error() -> None:
    wrong: Any = 5
    with pytest.raises(TypeError, match="^zone is 5; expected a name such as 'Europe/Vienna', or a tzinfo$"):
        zone_of(wrong, [START])


def test_registers_keep_what_cannot_be_drawn() -> None:
    channel = only(
        Reading(time_stamp=START, value="FW 2.1", reading_type=WH),
        Reading(value="18346.029", reading_type=WH),
        Reading(time_stamp=START.replace(tzinfo=None), value="1", reading_type=WH),
        Reading(time_stamp=START, value="0.10", reading_type=WH),
    )
    assert [one.text for one in channel.registers] == ["FW 2.1", "0.10", "18346.029", "1"]
    assert [one.text for one in channel.dots] == ["0.10"]
    assert channel.registers[-1].stamp == START.replace(tzinfo=None)
