# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: MeterServiceRequests.xsd, sha256 a57d12abc6fb430cb0b033c713a98c72ec9b188f3e019250201573f63624751c
"""The classes of MeterServiceRequests: work to be done on meters: installing, exchanging, disconnecting, testing
and the like.
"""

from __future__ import annotations

from cim61968_9._generated.common.devices import MeterMultiplierKind
from cim61968_9._generated.common.identity import DateTimeInterval, NameTypeAuthority, Status
from cim61968_9._generated.common.places import PhaseCode, ServiceMultiplierKind, StreetDetail, TownDetail
from cim61968_9._generated.common.readings import Reading, ReadingQuality, ReadingReasonKind
from cim61968_9._generated.common.selection import CustomerKind
from cim61968_9._generated.meter_service_requests import (
    ActivityRecord,
    Customer,
    CustomerAgreement,
    Meter,
    MeterMultiplier,
    MeterName,
    MeterReading,
    MeterServiceRequests,
    MeterServiceWork,
    MeterServiceWorkKind,
    Name,
    NameType,
    NamesNameType,
    ReadingQualityType,
    ReadingType,
    ServiceLocation,
    ServiceMultiplier,
    StreetAddress,
    UsagePoint,
)

__all__ = [
    "ActivityRecord",
    "Customer",
    "CustomerAgreement",
    "CustomerKind",
    "DateTimeInterval",
    "Meter",
    "MeterMultiplier",
    "MeterMultiplierKind",
    "MeterName",
    "MeterReading",
    "MeterServiceRequests",
    "MeterServiceWork",
    "MeterServiceWorkKind",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "NamesNameType",
    "PhaseCode",
    "Reading",
    "ReadingQuality",
    "ReadingQualityType",
    "ReadingReasonKind",
    "ReadingType",
    "ServiceLocation",
    "ServiceMultiplier",
    "ServiceMultiplierKind",
    "Status",
    "StreetAddress",
    "StreetDetail",
    "TownDetail",
    "UsagePoint",
]
