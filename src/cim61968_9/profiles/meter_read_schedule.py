# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: MeterReadSchedule.xsd, sha256 105a71cf3cd936fb52f4bca4e4f50cb14be3cd70f5fcd6588e58cb52cdea5209
"""The classes of MeterReadSchedule: order for reads at set times: what to read, from whom and when."""

from __future__ import annotations

from cim61968_9._generated.common.identity import DateTimeInterval, Name, NameType, NameTypeAuthority, UsagePoint
from cim61968_9._generated.common.selection import (
    CustomerAccount,
    CustomerAgreement,
    EndDeviceGroup,
    UsagePointGroup,
)
from cim61968_9._generated.get_meter_read_schedule import ReadingType
from cim61968_9._generated.meter_read_schedule import EndDevice, MeterReadSchedule, TimePoint, TimeSchedule

__all__ = [
    "CustomerAccount",
    "CustomerAgreement",
    "DateTimeInterval",
    "EndDevice",
    "EndDeviceGroup",
    "MeterReadSchedule",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "ReadingType",
    "TimePoint",
    "TimeSchedule",
    "UsagePoint",
    "UsagePointGroup",
]
