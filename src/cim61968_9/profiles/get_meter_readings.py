# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: GetMeterReadings.xsd, sha256 174d250f116435794b8b587121460738ab2d246891df5e32c3b6895602ca48e1
"""The classes of GetMeterReadings: request for metered data."""

from __future__ import annotations

from cim61968_9._generated.common.identity import DateTimeInterval, Name, NameType, NameTypeAuthority, UsagePoint
from cim61968_9._generated.common.places import TransformerTank
from cim61968_9._generated.common.readings import ReadingReasonKind
from cim61968_9._generated.common.selection import EndDevice, EndDeviceGroup, Meter, TimeSchedule, UsagePointGroup
from cim61968_9._generated.get_end_device_events import EndDeviceEventType
from cim61968_9._generated.get_meter_read_schedule import ReadingType
from cim61968_9._generated.get_meter_readings import (
    CoincidentReading,
    EndDeviceEvent,
    GetMeterReadings,
    MeterReadings,
    Reading,
    ReadingQuality,
    ReadingQualityType,
)

__all__ = [
    "CoincidentReading",
    "DateTimeInterval",
    "EndDevice",
    "EndDeviceEvent",
    "EndDeviceEventType",
    "EndDeviceGroup",
    "GetMeterReadings",
    "Meter",
    "MeterReadings",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "Reading",
    "ReadingQuality",
    "ReadingQualityType",
    "ReadingReasonKind",
    "ReadingType",
    "TimeSchedule",
    "TransformerTank",
    "UsagePoint",
    "UsagePointGroup",
]
