# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: GetEndDeviceEvents.xsd, sha256 c9fa791951cf216d7300790860b69f28afc1f4a07444dc6359314d58fa7bf89e
"""The classes of GetEndDeviceEvents: selection for a request that asks for device events already collected."""

from __future__ import annotations

from cim61968_9._generated.common.identity import DateTimeInterval, Name, NameType, NameTypeAuthority, UsagePoint
from cim61968_9._generated.common.places import ServiceLocation
from cim61968_9._generated.common.selection import (
    Customer,
    CustomerAccount,
    CustomerAgreement,
    CustomerKind,
    EndDeviceGroup,
    Meter,
    ServiceCategory,
    ServiceKind,
    TimeSchedule,
    UsagePointGroup,
)
from cim61968_9._generated.get_end_device_events import EndDeviceEvent, EndDeviceEventType, GetEndDeviceEvents

__all__ = [
    "Customer",
    "CustomerAccount",
    "CustomerAgreement",
    "CustomerKind",
    "DateTimeInterval",
    "EndDeviceEvent",
    "EndDeviceEventType",
    "EndDeviceGroup",
    "GetEndDeviceEvents",
    "Meter",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "ServiceCategory",
    "ServiceKind",
    "ServiceLocation",
    "TimeSchedule",
    "UsagePoint",
    "UsagePointGroup",
]
