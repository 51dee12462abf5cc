"""Codes are reached from messages, and messages are told in words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

import cim61968_9 as cim
from cim61968_9.codes import EndDeviceControlCode, EndDeviceEventCode, ReadingQualityCode, ReadingTypeCode
from cim61968_9.profiles import end_device_events as events
from cim61968_9.profiles.end_device_controls import EndDeviceControl, EndDeviceControlType
from cim61968_9.profiles.meter_readings import (
    EndDeviceEvent,
    IntervalBlock,
    IntervalReading,
    Meter,
    MeterReading,
    Name,
    Reading,
    ReadingQuality,
    ReadingQualityType,
    ReadingType,
)

KWH = "0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
NOON = dt.datetime(2026, 1, 13, 12, tzinfo=dt.UTC)


def test_readings_and_blocks_have_codes() -> None:
    reading = Reading(reading_type=KWH, value="18346.029")

    assert reading.reading_type_code is ReadingTypeCode.parse(KWH)
    assert IntervalBlock(reading_type=KWH).reading_type_code == reading.reading_type_code
    assert reading.measure is not None
    assert reading.measure.to("MWh").value == Decimal("18.346029")
    assert reading.decimal == Decimal("18346.029")


@pytest.mark.parametrize(
    "reference", ["d810c255-d085-56db-86aa-2ee2c3fe3f33", "Energy", "", "0.0.0.1.1", "2.0.4.1.1.12.0.0.0.3.72"]
)
def test_references_that_are_no_codes_are_none(reference: str) -> None:
    reading = Reading(reading_type=reference, value="1")

    assert reading.reading_type_code is None
    assert reading.measure is None
    assert ReadingQuality(reading_quality_type=reference).type_code is None
    assert EndDeviceEvent(created_date_time=NOON, end_device_event_type=reference).type_code is None
    assert EndDeviceControl(end_device_control_type=reference).type_code is None


def test_missing_reference_or_value_is_none() -> None:
    reading = Reading(reading_type=KWH)
    assert reading.measure is None
    reading.reading_type = None  # type: ignore[assignment]  # as a tolerant read leaves it
    assert reading.reading_type_code is None


def test_codes_with_blanks_or_leading_zeros_are_found() -> None:
    assert Reading(reading_type=f" {KWH}").reading_type_code == ReadingTypeCode.parse(KWH)
    event = EndDeviceEvent(created_date_time=NOON, end_device_event_type=" 3.26.0.085")
    assert event.type_code == EndDeviceEventCode.parse("3.26.0.85")


def test_events_controls_and_qualities_have_codes() -> None:
    event = EndDeviceEvent(created_date_time=NOON, end_device_event_type="3.26.0.85")
    assert event.type_code == EndDeviceEventCode.parse("3.26.0.85")
    control = EndDeviceControl(end_device_control_type="3.31.0.23")
    assert control.type_code == EndDeviceControlCode.parse("3.31.0.23")
    assert ReadingQuality(reading_quality_type="3.8.0").type_code == ReadingQualityCode.parse("3.8.0")


def test_definitions_of_types_have_codes() -> None:
    event = events.EndDeviceEventType(names=[events.Name(name="Last gasp"), events.Name(name="3.26.0.85")])
    assert event.type_code == EndDeviceEventCode.parse("3.26.0.85")
    parts = events.EndDeviceEventType(type="3", domain="Power", sub_domain="0", event_or_action="Failed")
    assert parts.type_code == event.type_code
    assert events.EndDeviceEventType(domain="26").type_code == EndDeviceEventCode.parse("*.26.0.0")
    assert events.EndDeviceEventType(type="3", names=[events.Name(name="Last gasp")]).type_code is None

    control = EndDeviceControlType(domain="31", event_or_action="23")
    assert control.type_code == EndDeviceControlCode.parse("*.31.0.23")

    quality = ReadingQualityType(names=[Name(name="3.8.0")])
    assert quality.type_code == ReadingQualityCode.parse("3.8.0")
    assert ReadingQualityType(system_id="3", category="8", sub_category=" 0 ").type_code == quality.type_code
    assert ReadingQualityType(category="8", sub_category="genericEstimate").type_code == ReadingQualityCode((0, 8, 0))
    assert ReadingQualityType(mrid="x").type_code is None
    with pytest.raises(cim.CodeError, match="is no domain"):
        _ = events.EndDeviceEventType(domain="Wizardry").type_code


def test_errors_of_replies_have_a_meaning() -> None:
    message = cim.read("examples/data/reply-with-errors.xml")
    errors = message.reply.error

    assert [error.meaning for error in errors] == ["meter unknown or not valid", "requested data not available"]
    assert errors[0].reply_code.retry is False
    assert cim.Error(code="SIM4002").meaning == ""


def told(payload: cim.Element) -> list[str]:
    return cim.describe(payload).splitlines()


def test_reading_types_by_mrid_or_name_are_looked_up_in_the_payload() -> None:
    kinds = [
        ReadingType(mrid="rt-1", names=[Name(name="Energy in"), Name(name=KWH)]),
        ReadingType(names=[Name(name="Delta")], accumulation="deltaData", unit="Wh", measurement_kind="energy"),
        ReadingType(names=[Name(name="Broken")], accumulation="no such word"),
    ]
    readings = [Reading(reading_type=name, value="1") for name in ("rt-1", "Energy in", "Delta", "Broken", "other")]
    payload = cim.MeterReadings(meter_reading=[MeterReading(readings=readings)], reading_type=kinds)

    assert told(payload) == [
        "5 values",
        "  1 x running total of forward active energy, kWh, secondary metered electricity (rt-1)",
        "  1 x running total of forward active energy, kWh, secondary metered electricity (Energy in)",
        "  1 x delta of active energy, Wh (Delta)",
        "  1 x reading type not explained here (Broken)",
        "  1 x reading type not explained here (other)",
    ]


def test_readings_are_told_by_meter_period_and_quality() -> None:
    values = [
        IntervalReading(
            time_stamp=NOON + dt.timedelta(hours=number),
            value=str(number),
            reading_qualities=[ReadingQuality(reading_quality_type=quality)],
        )
        for number, quality in enumerate(["3.8.0", "3.8.0", "private"])
    ]
    block = IntervalBlock(reading_type=KWH.replace("0.0.0.1", "0.0.7.4"), interval_readings=values)
    meters = [Meter(names=[Name(name=f"M-{n}")]) for n in range(6)] + [Meter(mrid="m7"), Meter()]
    payload = cim.MeterReadings(meter_reading=[MeterReading(meter=meter, interval_blocks=[block]) for meter in meters])

    assert told(payload) == [
        "24 values of 8 meters: M-0, M-1, M-2, M-3, M-4 and 3 more",
        f"  24 x {block.reading_type_code.describe()} ({block.reading_type})",
        "  16 x quality MDM: estimated, by a method that is not told (3.8.0)",
        "  8 x quality not explained here (private)",
        "  from 2026-01-13 11:00:00+00:00 to 2026-01-13 14:00:00+00:00",
    ]


def test_one_time_is_told_once() -> None:
    payload = cim.MeterReadings(
        meter_reading=[MeterReading(readings=[Reading(reading_type="", time_stamp=NOON, value="1")])]
    )
    assert told(payload) == [
        "1 value",
        "  1 x reading type not explained here (no reading type)",
        "  at 2026-01-13 12:00:00+00:00",
    ]


def test_events_are_told_by_type_with_their_devices() -> None:
    def event(code: str, *names: str) -> events.EndDeviceEvent:
        asset = events.Asset(names=[events.Name(name=name) for name in names]) if names else None
        return events.EndDeviceEvent(created_date_time=NOON, end_device_event_type=code, assets=asset)

    payload = cim.EndDeviceEvents(
        end_device_event=[event("3.26.0.85", "A"), event("3.26.0.85", "B"), event("3.26.0.85", "A"), event("private")]
    )
    assert told(payload) == [
        "4 events:",
        "  3 x electricity meter: power failure, last gasp (3.26.0.85): A, B",
        "  1 x type not explained here (private)",
        "  at 2026-01-13 12:00:00+00:00",
    ]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("interval-day", "413 values of 4 meters: NM-E-0041871, NM-E-0041872, NM-E-0041873, NM-G-0009315"),
        ("interval-day", "  from 2026-01-13 00:00:00+00:00 to 2026-01-14 00:00:00+00:00"),
        ("outage-event", "created EndDeviceEvents from Northmoor-HES at 2026-01-14 09:25:02.118000+00:00"),
        ("outage-event", "  1 x electricity meter: power back (3.26.0.216): NM-E-0041912"),
        ("reply-with-errors", "  2.4 FATAL Meter NM-E-0041999 (MeterNumber, Northmoor Grid): Invalid meter"),
        ("master-data", "3 operations, all or nothing:"),
        ("master-data", "  1: create UsagePointConfig"),
    ],
)
def test_messages_are_told_in_a_few_lines(name: str, line: str) -> None:
    lines = told(cim.read(f"examples/data/{name}.xml", mode="raw"))
    assert line in lines
    assert len(lines) <= 16


def test_requests_faults_and_compressed_payloads_are_told() -> None:
    request = cim.get(cim.select(cim.GetMeterReadings, meters=["M-17"]), source="MDM")
    assert told(request)[0].startswith("get MeterReadings from MDM at ")
    assert told(request)[1].startswith("GetMeterReadings: 1 x end_device")

    fault = cim.FaultMessage(reply=cim.Reply(result="FAILED", error=[cim.Error(code="5.0")]))
    assert told(fault)[:2] == ["FaultMessage", "FAILED: nothing of what was asked for was done"]

    readings = cim.MeterReadings(meter_reading=[MeterReading(readings=[Reading(reading_type=KWH, value="1")])])
    packed = cim.compress(cim.event("created", readings, source="MDM"))
    assert told(packed)[-1] == "a compressed payload; cim.expand(message) opens it"


def test_unknown_and_empty_payloads_are_told() -> None:
    assert told(cim.MeterReadings()) == ["MeterReadings: empty"]
    message = cim.read(
        '<EventMessage xmlns="http://iec.ch/TC57/2011/schema/message"><Header><Verb>created</Verb><Noun>Other</Noun></Header>'
        '<Payload><x:Thing xmlns:x="urn:x"/></Payload></EventMessage>',
        mode="raw",
    )
    assert told(message) == ["created Other", "an unknown payload: Thing"]


@pytest.mark.parametrize("thing", [None, "a text", 17])
def test_only_messages_and_payloads_are_told(thing: object) -> None:
    with pytest.raises(TypeError, match="expected a message or a payload"):
        cim.describe(thing)
