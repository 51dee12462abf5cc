"""Law: values of realistic messages are those that one meter can have shown before the message was sent."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import Phase, find, given, settings, strategies as st

import cim61968_9 as cim
from cim61968_9.codes import ReadingQualityCode, ReadingTypeCode
from cim61968_9.testing import exchanges, realistic_messages, realistic_objects

BERLIN = ZoneInfo("Europe/Berlin")
PREFIXES = {"electricitySecondaryMetered": "E", "electricityPrimaryMetered": "E", "naturalGas": "G"}
PREFIXES |= {"potableWater": "W", "nonpotableWater": "W", "heatingFluid": "H", "steam": "H"}
MOST = {"Wh": 4_000_000_000, "VArh": 4_000_000_000, "J": 10**13, "m3": 20_000, "ft3": 800_000}
SETS = realistic_objects(cim.MeterReadings, max_items=3, max_intervals=8, max_size=6)
SEEK = settings(max_examples=2_000, database=None, phases=[Phase.generate], derandomize=True)
"""To look whether something comes; how small it can be is no matter."""
DAYS = realistic_messages("MeterReadings", verb="created", max_intervals=100)


def sets(message: Any) -> list[Any]:
    return [one for root in message.payload.content for one in root.meter_reading]


def scaled(value: str, code: ReadingTypeCode) -> Decimal:
    return Decimal(value).scaleb(int(code.multiplier))


def measured(one: Any) -> Iterator[dt.datetime]:
    """Yield the times of what was measured, and of what was done with it since."""
    values = [*one.readings, *(value for block in one.interval_blocks for value in block.interval_readings)]
    for value in values:
        yield value.time_stamp
        times = [value.reported_date_time, *(quality.time_stamp for quality in value.reading_qualities)]
        for time in times:
            if time is not None:
                assert time >= value.time_stamp
                yield time
    yield from (event.created_date_time for event in one.end_device_events)


@given(DAYS)
def test_nothing_is_later_than_the_message(message: cim.EventMessage) -> None:
    for one in sets(message):
        assert all(time <= message.header.timestamp for time in measured(one))
        if (period := one.values_interval) is not None and (one.readings or one.interval_blocks):
            assert period.start < period.end or one.readings
            assert period.end <= message.header.timestamp


@given(realistic_messages("EndDeviceEvents", verb="created", max_items=4))
def test_events_happen_before_they_are_told(message: cim.EventMessage) -> None:
    assert message.payload is not None
    for event in message.payload.one(cim.EndDeviceEvents).end_device_event:
        assert event.created_date_time is not None
        assert event.created_date_time < message.header.timestamp


def test_events_are_not_always_as_old() -> None:
    def ages(message: Any) -> set[dt.timedelta]:
        events = message.payload.one(cim.EndDeviceEvents).end_device_event
        return {message.header.timestamp - one.created_date_time for one in events}

    strategy = realistic_messages("EndDeviceEvents", verb="created", max_items=4)
    assert find(strategy, lambda message: len(ages(message)) > 1, settings=SEEK)


@given(SETS)
def test_everything_in_a_set_is_of_its_meter(readings: cim.MeterReadings) -> None:
    for one in readings.meter_reading:
        assert one.meter is not None
        for event in one.end_device_events:
            if event.assets is not None:
                told = [{name.name for name in asset.names} for asset in (event.assets, one.meter)]
                assert not all(told) or told[0] == told[1]
                assert None in {event.assets.mrid, one.meter.mrid} or event.assets.mrid == one.meter.mrid
            if event.usage_point is not None and one.usage_point is not None:
                both = {event.usage_point.mrid, one.usage_point.mrid}
                assert None in both or len(both) == 1


@given(SETS | realistic_objects(cim.GetMeterReadings, max_items=3))
def test_a_meter_measures_one_commodity(asked: Any) -> None:
    if isinstance(asked, cim.GetMeterReadings):
        names = [name.name for device in asked.end_device for name in device.names]
        codes = [ReadingTypeCode.parse(name.name) for one in asked.reading_type for name in one.names]
        assert {PREFIXES[code.commodity.name] for code in codes} == {name[3] for name in names}
        return
    for one in asked.meter_reading:
        texts = [value.reading_type for value in (*one.readings, *one.interval_blocks)]
        assert {PREFIXES[ReadingTypeCode.parse(text).commodity.name] for text in texts} <= {one.meter.names[0].name[3]}


@given(SETS)
def test_registers_grow_and_rates_are_parts_of_totals(readings: cim.MeterReadings) -> None:
    for one in readings.meter_reading:
        series = defaultdict(list)
        rates = defaultdict(dict)
        for value in one.readings:
            code = ReadingTypeCode.parse(str(value.reading_type))
            assert value.value is not None
            if code.is_cumulative:
                amount = scaled(value.value, code)
                assert 0 <= amount <= MOST[code.unit.name]
                series[code].append((value.time_stamp, amount))
                rates[code.replace(tou=0, multiplier="none"), value.time_stamp][code.tou, code.multiplier] = amount
        for found in series.values():
            assert all(one[0] < other[0] and one[1] <= other[1] for one, other in pairwise(found))
        for amounts in rates.values():
            for scale in {scale for _, scale in amounts}:
                total = amounts.get((0, scale))
                parts = [amount for (rate, unit), amount in amounts.items() if rate and unit == scale]
                assert total is None or sum(parts) <= total


def test_registers_come_in_series_and_at_any_time_of_day() -> None:
    def several(readings: cim.MeterReadings) -> bool:
        return any(
            len(one.readings) > 2 and len({value.reading_type for value in one.readings}) == 1
            for one in readings.meter_reading
        )

    def at_noon(readings: cim.MeterReadings) -> bool:
        return any(value.time_stamp.hour for one in readings.meter_reading for value in one.readings)

    assert find(SETS, several, settings=SEEK)
    assert find(SETS, at_noon, settings=SEEK)


@given(SETS)
def test_instants_are_near_nominal(readings: cim.MeterReadings) -> None:
    for value in (value for one in readings.meter_reading for value in one.readings):
        code = ReadingTypeCode.parse(str(value.reading_type))
        if code.measurement_kind.name == "rmsVoltage":
            volts = scaled(str(value.value), code)
            assert 220 <= volts <= 240 or 19_200 <= volts <= 20_800
        if code.measurement_kind.name == "frequency":
            assert abs(Decimal(str(value.value)) - 50) < 1


@given(SETS)
def test_comments_fit_their_qualities(readings: cim.MeterReadings) -> None:
    values = [value for one in readings.meter_reading for value in one.readings]
    for quality in (quality for value in values for quality in value.reading_qualities):
        category = ReadingQualityCode.parse(str(quality.reading_quality_type)).category.name
        if quality.comment is not None:
            assert quality.comment.startswith("Estimated") == (category == "estimated")


@given(realistic_messages("MeterReadings", verb="created", max_intervals=100, zone=BERLIN))
def test_times_have_the_offset_of_their_zone(message: cim.EventMessage) -> None:
    for stamp in (time for one in sets(message) for time in measured(one)):
        assert stamp.utcoffset() == stamp.astimezone(BERLIN).utcoffset()


def test_days_of_92_and_100_quarter_hours_come() -> None:
    both, seen = {dt.timedelta(hours=1), dt.timedelta(hours=2)}, set()

    def have_come(readings: Any) -> bool:
        blocks = [block.interval_readings for one in readings.meter_reading for block in one.interval_blocks]
        seen.update(len(values) for values in blocks if {value.time_stamp.utcoffset() for value in values} == both)
        return {92, 100} <= seen

    strategy = realistic_objects(cim.MeterReadings, max_items=3, max_intervals=100, max_size=8, zone=BERLIN)
    assert find(strategy, have_come, settings=settings(SEEK, max_examples=10_000))


@pytest.mark.parametrize(("month", "offset"), [(1, 0), (4, 5.5), (7, -4), (7, 2), (10, 11), (1, -5)])
def test_seasons_and_offsets_are_drawn(month: int, offset: float) -> None:
    def moments(message: Any) -> list[tuple[int, dt.timedelta]]:
        events = message.payload.one(cim.EndDeviceEvents).end_device_event
        return [(one.created_date_time.month, one.created_date_time.utcoffset()) for one in events]

    strategy = realistic_messages("EndDeviceEvents", verb="created", max_items=1)
    assert find(strategy.map(moments), lambda found: (month, dt.timedelta(hours=offset)) in found, settings=SEEK)


@given(exchanges("MeterReadings", patterns="answered", zone=BERLIN), st.data())
def test_zones_and_definitions_are_given(talk: Any, data: st.DataObject) -> None:
    periods = cim.selected(talk.request).periods
    assert all(one.start is None or one.start == one.start.astimezone(BERLIN) for one in periods)
    assert all(one.start is None or one.start.astimezone(BERLIN).hour == 0 for one in periods)
    readings = data.draw(realistic_objects("MeterReadings", defined=True, zone=dt.UTC))
    used = {value.reading_type for one in readings.meter_reading for value in (*one.readings, *one.interval_blocks)}
    assert used <= {name.name for one in readings.reading_type for name in one.names}
    assert not data.draw(realistic_objects(cim.MeterReadings, defined=False)).reading_type
