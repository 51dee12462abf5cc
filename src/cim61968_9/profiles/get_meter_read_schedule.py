# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: GetMeterReadSchedule.xsd, sha256 b640df1c9fb94986c392f826120909a3045d4368a785610ded6c695f6e5ea391
"""The classes of GetMeterReadSchedule: request for read schedules that are in place."""

from __future__ import annotations

from cim61968_9._generated.common.identity import DateTimeInterval, Name, NameType, NameTypeAuthority, UsagePoint
from cim61968_9._generated.common.selection import (
    CustomerAccount,
    CustomerAgreement,
    EndDevice,
    EndDeviceGroup,
    Meter,
    TimeSchedule,
    UsagePointGroup,
)
from cim61968_9._generated.get_meter_read_schedule import GetMeterReadSchedule, ReadingType

__all__ = [
    "CustomerAccount",
    "CustomerAgreement",
    "DateTimeInterval",
    "EndDevice",
    "EndDeviceGroup",
    "GetMeterReadSchedule",
    "Meter",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "ReadingType",
    "TimeSchedule",
    "UsagePoint",
    "UsagePointGroup",
]
