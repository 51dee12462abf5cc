"""How users make and read the generated classes; mypy and pyright read this, nothing runs it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import assert_type

import cim61968_9 as cim
from cim61968_9 import codes
from cim61968_9.profiles import end_device_controls, meter_config, meter_readings, usage_point_config
from cim61968_9.profiles.end_device_controls import EndDeviceControl
from cim61968_9.profiles.meter_config import Meter, Seal, SealKind, Status
from cim61968_9.profiles.meter_readings import IntervalBlock, MeterReading, Name, NameType, Reading


def members(meter: Meter, control: EndDeviceControl) -> None:
    """Simple values, numbers, lists, objects and references."""
    assert_type(meter.mrid, str | None)
    assert_type(meter.is_virtual, bool | None)
    assert_type(meter.initial_loss_of_life, float | None)
    assert_type(meter.purchase_price, Decimal | None)
    assert_type(meter.names, list[Name])
    assert_type(meter.names[0].name_type, NameType | None)
    assert_type(meter.status, Status | None)
    assert_type(meter.foreign, cim.Foreign | None)
    assert_type(control.end_device_control_type, str)
    assert_type(control.type_code, codes.EndDeviceControlCode | None)
    assert_type(control.dr_program_level, int | None)


def references(block: IntervalBlock, reading: Reading) -> None:
    """An element that has nothing but a reference is a text."""
    assert_type(block.reading_type, str)
    assert_type(block.reading_type_code, codes.ReadingTypeCode | None)
    assert_type(reading.reading_qualities[0].reading_quality_type, str)
    assert_type(reading.time_stamp, dt.datetime | None)
    assert_type(reading.measure, codes.Measure | None)


def enumerations(seal: Seal) -> str:
    """Enumerations are open: they keep what they do not know."""
    assert_type(seal.kind, SealKind | None)
    unknown = SealKind("welded")
    assert_type(unknown, SealKind)
    assert_type(unknown.is_known, bool)
    text_of_verb: str = cim.Verb.create.value
    print(text_of_verb)
    if seal.kind is not None:
        text: str = seal.kind
        return text
    return cim.Verb("modify")


def shared(meter: meter_config.Meter) -> None:
    """A type that nouns share is one class; one that differs is another in each."""
    name = meter_readings.Name(name="NM-E-0041871")
    meter.names.append(name)
    usage_point_config.UsagePoint(names=[name])
    end_device_controls.EndDevice(names=[name])
    meter_readings.Meter(names=meter.names)


def make(when: dt.datetime) -> cim.MeterReadings:
    """Members are keywords; what the schema requires must be given."""
    reading = Reading(value="12.5", time_stamp=when, reading_type="0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0")
    reading.value = None
    reading.time_stamp = when
    return cim.MeterReadings(meter_reading=[MeterReading(readings=[reading])])


def payload(message: cim.EventMessage) -> None:
    """What a message carries."""
    assert message.payload is not None
    assert_type(message.payload.all(cim.EndDeviceEvents), list[cim.EndDeviceEvents])
    assert_type(message.payload.one(cim.MeterReadings).meter_reading[0].meter, meter_readings.Meter | None)
    assert_type(message.header.replay_detection, cim.ReplayDetection | None)
    assert_type(message.header.property, list[cim.Property])


def own_values(value: cim.Duration, moment: cim.ExactDateTime) -> None:
    """Values beyond Python's own."""
    assert_type(value.to_timedelta(), dt.timedelta)
    assert_type(moment.lexical, str | None)
    moment_or_more: dt.datetime = moment
    print(moment_or_more)


def match(message: cim.RequestMessage | cim.ResponseMessage | cim.EventMessage | cim.FaultMessage) -> str:
    """Kinds of message can be told apart."""
    match message:
        case cim.RequestMessage():
            return str(message.request)
        case cim.ResponseMessage(reply=reply):
            assert_type(reply, cim.Reply)
            return str(message.reply.result)
        case cim.EventMessage():
            return message.header.noun
        case cim.FaultMessage():
            return str(message.reply)


def wrong(meter: Meter, reading: Reading, seal: Seal) -> None:
    """Mistakes that the type checker has to see: each ignore is an error when it is not needed."""
    Meter(mRID="m-1")  # type: ignore[call-arg]
    Meter("m-1")  # type: ignore[call-arg, arg-type]
    Name()  # type: ignore[call-arg]
    Name(name=5)  # type: ignore[arg-type]
    Meter(names=["NM-E-0041871"])  # type: ignore[list-item]
    Reading(reading_type=codes.ReadingTypeCode.parse("1"))  # type: ignore[arg-type]
    Reading(value=12.5, reading_type="x")  # type: ignore[arg-type]
    Reading(reading_type="x", time_stamp="2026-01-14")  # type: ignore[arg-type]
    print(meter.serialNumber)  # type: ignore[attr-defined]
    meter.serial_nmber = "17"  # type: ignore[attr-defined]
    meter.purchase_price = 12.5  # type: ignore[assignment]
    reading.value = 5  # type: ignore[assignment]
    seal.kind = "lock"  # type: ignore[assignment]
    meter.names = ()  # type: ignore[assignment]
    meter_readings.MeterReading(meter=meter)  # type: ignore[arg-type]
    print(cim.Verb.modify)  # type: ignore[attr-defined]
    print(meter_readings.Seal)  # type: ignore[attr-defined]
