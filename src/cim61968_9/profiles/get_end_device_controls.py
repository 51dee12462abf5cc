# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: GetEndDeviceControls.xsd, sha256 75e7aa4b9d8a43b50a50bf83736cef40bc667dcd46ee4bd093a0bcaa83fc32be
"""The classes of GetEndDeviceControls: selection for a request that asks which orders to end devices are known."""

from __future__ import annotations

from cim61968_9._generated.common.identity import DateTimeInterval, Name, NameType, NameTypeAuthority, UsagePoint
from cim61968_9._generated.common.selection import (
    Customer,
    CustomerKind,
    EndDeviceGroup,
    Meter,
    ServiceCategory,
    ServiceKind,
    TimeSchedule,
    UsagePointGroup,
)
from cim61968_9._generated.get_end_device_controls import (
    EndDeviceControl,
    EndDeviceControlType,
    GetEndDeviceControls,
)

__all__ = [
    "Customer",
    "CustomerKind",
    "DateTimeInterval",
    "EndDeviceControl",
    "EndDeviceControlType",
    "EndDeviceGroup",
    "GetEndDeviceControls",
    "Meter",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "ServiceCategory",
    "ServiceKind",
    "TimeSchedule",
    "UsagePoint",
    "UsagePointGroup",
]
