# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: MeterReadings.xsd, sha256 b3db5b97ee3e22d1ca006c8d12db27cea51642765ad25b480529d90b4962825e
"""The classes of MeterReadings: metered data as a message: values with the types, qualities and events they refer
to.
"""

from __future__ import annotations

from cim61968_9._generated.common.events import Asset, EndDeviceEvent, EndDeviceEventDetail
from cim61968_9._generated.common.identity import (
    DateTimeInterval,
    Name,
    NameType,
    NameTypeAuthority,
    Status,
    UsagePoint,
)
from cim61968_9._generated.common.readings import (
    EndDeviceEventType,
    RationalNumber,
    Reading,
    ReadingInterharmonic,
    ReadingQuality,
    ReadingReasonKind,
    ReadingType,
)
from cim61968_9._generated.meter_readings import (
    IntervalBlock,
    IntervalReading,
    Meter,
    MeterReading,
    MeterReadings,
    PendingCalculation,
    ReadingQualityType,
)

__all__ = [
    "Asset",
    "DateTimeInterval",
    "EndDeviceEvent",
    "EndDeviceEventDetail",
    "EndDeviceEventType",
    "IntervalBlock",
    "IntervalReading",
    "Meter",
    "MeterReading",
    "MeterReadings",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "PendingCalculation",
    "RationalNumber",
    "Reading",
    "ReadingInterharmonic",
    "ReadingQuality",
    "ReadingQualityType",
    "ReadingReasonKind",
    "ReadingType",
    "Status",
    "UsagePoint",
]
