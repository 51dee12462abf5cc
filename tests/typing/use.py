"""How users write code; mypy --strict reads this, nothing runs it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import assert_type

import cim61968_9 as cim
from cim61968_9 import codes
from cim61968_9.profiles.meter_readings import IntervalReading, Meter, MeterReading, Name, Reading
from cim61968_9.testing import messages, objects


def read_and_change() -> None:
    """Read a message of unknown kind, then be specific."""
    message = cim.read("reply.xml", mode="strict")
    if isinstance(message, cim.ResponseMessage):
        assert_type(message.reply.result, cim.Result)
        assert_type(message.header.timestamp, dt.datetime | None)
        assert message.payload is not None
        readings = message.payload.one(cim.MeterReadings)
        assert_type(readings, cim.MeterReadings)
        assert_type(readings.meter_reading, list[MeterReading])
        reading = readings.meter_reading[0].readings[0]
        assert_type(reading, Reading)
        assert_type(reading.value, str | None)
        assert_type(reading.decimal, Decimal | None)
        assert_type(reading.reading_type, str)


def build() -> bytes:
    """Build a message from objects."""
    meter = Meter(names=[Name(name="M-17")])
    block = IntervalReading(value="12.5", time_stamp=dt.datetime.now(dt.UTC))
    header = cim.Header(verb=cim.Verb.created, noun="MeterReadings")
    payload = cim.Payload(content=[cim.MeterReadings(meter_reading=[MeterReading(meter=meter)])])
    assert_type(block.reading_qualities[0].reading_quality_type, str)
    return cim.to_bytes(cim.EventMessage(header=header, payload=payload), pretty=True)


def inspect() -> None:
    """Look at findings, profiles and limits."""
    loaded = cim.load(b"<x/>", limits=cim.Limits(max_bytes=1000))
    assert_type(loaded, cim.Loaded)
    assert_type(loaded.findings, tuple[cim.Finding, ...])
    for finding in loaded.findings:
        assert_type(finding.severity, cim.Severity)
        assert_type(finding.line, int | None)
    assert_type(cim.NOUNS["MeterReadings"].get_profile, cim.Profile | None)
    try:
        cim.read("x.xml", mode="strict")
    except cim.InvalidMessageError as error:
        assert_type(error.findings, tuple[cim.Finding, ...])


def explain(reading: Reading, event: cim.EndDeviceEvents) -> str:
    """Look at codes."""
    code = codes.ReadingTypeCode.parse("0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0")
    assert_type(code, codes.ReadingTypeCode)
    assert_type(code.accumulation, codes.Accumulation)
    assert_type(code.interval, dt.timedelta | None)
    assert_type(code.measure("1").to("Wh").value, Decimal)
    assert_type(reading.reading_type_code, codes.ReadingTypeCode | None)
    assert_type(codes.EndDeviceEventCode.parse("3.26.0.85").for_device("*"), codes.EndDeviceEventCode)
    assert_type(codes.ReadingTypeCode.parse_lenient("1.2").code, codes.ReadingTypeCode | None)
    for answer in codes.EndDeviceEventCode.named("RCDSwitch.Disconnected").answers:
        assert_type(answer.control, codes.EndDeviceControlCode)
    assert_type(codes.search("sag"), list[codes.Hit])
    for one in event.end_device_event:
        assert_type(one.type_code, codes.EndDeviceEventCode | None)
    return cim.describe(event)


def generate() -> None:
    """Use the strategies."""
    assert_type(objects(cim.MeterReadings).example(), cim.MeterReadings)
    messages("EventMessage")


def wrong() -> None:
    """Mistakes that the type checker has to see: each ignore is an error when it is not needed."""
    cim.Header(verb="create", noun=5)  # type: ignore[arg-type]
    cim.Header(noun="MeterReadings")  # type: ignore[call-arg]
    cim.read("x.xml", mode="careless")  # type: ignore[call-overload]
    cim.to_bytes(cim.MeterReadings(meterReading=[]))  # type: ignore[call-arg]
