"""Rules of content on what no sender should send: they tell or pass over it, and never fail."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from unit.rules.made import DELTA, TOTAL, controls, doc, events, readings, ref, told

import cim61968_9 as cim
from cim61968_9.profiles.end_device_controls import EndDeviceControl, EndDeviceTiming
from cim61968_9.profiles.meter_readings import (
    IntervalBlock,
    IntervalReading,
    Meter,
    MeterReading,
    Name,
    Reading,
    ReadingType as Definition,
)
from cim61968_9.validation.rules import RULES, review_content
from cim61968_9.validation.rules._search import remembered

NOON = dt.datetime(2026, 1, 13, 12, tzinfo=dt.UTC)
FIRST = dt.datetime.min.replace(tzinfo=dt.timezone(dt.timedelta(hours=14)))
LAST = dt.datetime.max.replace(tzinfo=dt.timezone(dt.timedelta(hours=-14)))
DIGITS = "9" * 10**6
TEXTS: list[Any] = [
    DIGITS,
    f"-{DIGITS}",
    f"0.{DIGITS}",
    f"1e{DIGITS}",
    ".".join(["1"] * 10**6),
    "\ud800",
    "3.\udfff.0",
    "\u0661.\u0662",
    "{}{0}%s",
    "*.*.*.*",
    "",
    " ",
    cim.InvalidText("x"),
    None,
]
TIMES: list[Any] = [
    None,
    NOON,
    NOON.replace(tzinfo=None),
    FIRST,
    LAST,
    cim.InvalidText("yesterday"),
    cim.BeyondRange("12026-01-13T00:00:00Z"),
    cim.ExactDateTime.of(NOON, "2026-01-13T12:00:00.0000000001Z"),
]


def message(text: Any = TOTAL, value: Any = "1", times: list[Any] = TIMES) -> cim.MeterReadings:
    """Return readings of a type, with a value at some times."""
    values = [IntervalReading(time_stamp=stamp, value=value) for stamp in times]
    registers = [Reading(time_stamp=stamp, value=value, reading_type=text) for stamp in times]
    one = MeterReading(
        meter=Meter(mrid="NM-1"),
        interval_blocks=[IntervalBlock(interval_readings=values, reading_type=text)],
        readings=registers,
    )
    return cim.MeterReadings(meter_reading=[one], reading_type=[Definition(names=[Name(name=text)], tou=10**4000)])


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text)[:20])
def test_texts_of_any_kind(text: Any) -> None:
    found = [
        *review_content(message(text)),
        *review_content(message(value=text)),
        *review_content(message(DELTA, text)),
    ]
    found += review_content(
        cim.EndDeviceControls(end_device_control=[EndDeviceControl(mrid=text, end_device_control_type=text)])
    )

    assert all(len(broken.message) < 1000 and broken.message.isprintable() for _, broken in found)
    assert {rule for rule, _ in found} <= RULES.keys()


def test_times_of_any_kind() -> None:
    found = {rule for rule, _ in review_content(message())}

    assert found == {"RDT111", "RDT122", "TIM301", "TIM302", "TIM312", "TIM313", "TIM319"}


@pytest.mark.parametrize("number", [10**400, -(10**400), float("nan"), float("inf"), float("-inf"), -0.0, "5", None])
def test_numbers_of_any_kind(number: Any) -> None:
    timing = EndDeviceTiming(duration=number, duration_indefinite=True)
    control = EndDeviceControl(end_device_control_type="3.31.0.23", primary_device_timing=timing)

    rules = {rule for rule, _ in review_content(cim.EndDeviceControls(end_device_control=[control]))}

    assert rules <= {"EVT221", "EVT231", "EVT233"}
    assert "EVT221" in rules


@pytest.mark.parametrize(
    "odd", [None, "x", 17, cim.RawElement("<x/>"), Meter(mrid="NM-2"), cim.MeterConfig()], ids=repr
)
def test_objects_of_another_kind_are_left_to_the_schema(odd: Any) -> None:
    """Where a reading is expected there may be anything in memory; a finding of the schema says so."""
    made = message(times=[NOON])
    made.meter_reading[0].interval_blocks[0].interval_readings.append(odd)
    made.meter_reading[0].readings.append(odd)
    made.meter_reading[0].interval_blocks[0].reading_type = odd
    made.meter_reading.append(MeterReading(meter=odd, values_interval=odd))
    made.reading_type.append(Definition(names=[odd] if odd else []))

    assert {"XSD113"} <= {one.rule for one in cim.check(made)}


def test_what_a_tolerant_read_leaves_out() -> None:
    """Required elements and references may be missing, and a payload may be of an unknown vocabulary."""
    texts = [
        readings("<IntervalBlocks/><Readings/><valuesInterval/>", meter="<Meter/><UsagePoint/>", root="<ReadingType/>"),
        controls("<PanDemandResponse/><primaryDeviceTiming><interval/></primaryDeviceTiming>").replace(
            ' ref="3.31.0.23"', ""
        ),
        events(target="<Assets/>").replace("<createdDateTime>2026-01-14T09:21:48Z</createdDateTime>", ""),
        doc("MasterDataLinkageConfig", "<Meter><Names/></Meter><Meter><Names><name/></Names></Meter>"),
        doc("MeterServiceRequests", "<MeterServiceWork/>"),
        doc("EndDeviceEvents", f"<EndDeviceEventType/><EndDeviceEvent>{ref('x', 'y')}</EndDeviceEvent>"),
    ]

    assert [bool(told(text)) for text in texts] == [True] * len(texts)


def test_payloads_of_other_vocabularies_are_passed_over() -> None:
    raw = cim.event("created", cim.RawElement("<Reading xmlns='urn:x'><value>x</value></Reading>"))

    assert told(raw) == []


def test_many_values_are_one_finding_of_a_block() -> None:
    values = [IntervalReading(time_stamp=NOON, value="x") for _ in range(10**5)]
    block = IntervalBlock(interval_readings=values, reading_type=DELTA)
    made = cim.MeterReadings(meter_reading=[MeterReading(meter=Meter(mrid="NM-1"), interval_blocks=[block])])
    found = list(review_content(made))

    assert [rule for rule, _ in found] == ["TIM311", "VAL101"]


def test_a_thousand_unknown_types_are_told_once_each() -> None:
    registers = [
        Reading(time_stamp=NOON + dt.timedelta(hours=number), value="1", reading_type=f"type {number % 1000}")
        for number in range(3000)
    ]
    made = cim.MeterReadings(meter_reading=[MeterReading(meter=Meter(mrid="NM-1"), readings=registers)])

    assert len(list(review_content(made))) == 1000


def test_what_is_remembered_is_forgotten() -> None:
    """Within one review searches may be shared; after it the objects are looked at again."""
    made = message(times=[NOON])
    with remembered():
        before = list(review_content(made))
    made.meter_reading[0].readings[0].value = "x"
    with remembered():
        after = list(review_content(made))

    assert [rule for rule, _ in after if rule != "VAL101"] == [rule for rule, _ in before]
    assert "VAL101" in dict(after)
    assert "VAL101" not in dict(before)
