# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: EndDeviceControls.xsd, sha256 c6398c8d8b7b74b6c51bbe6a2547c68f113c1c8e1edbf239efaac10614588cd6
"""The classes of EndDeviceControls: message that carries orders to end devices."""

from __future__ import annotations

from cim61968_9._generated.common.devices import ElectronicAddress
from cim61968_9._generated.common.identity import DateTimeInterval, Name, NameType, NameTypeAuthority, UsagePoint
from cim61968_9._generated.common.selection import EndDeviceGroup, UsagePointGroup
from cim61968_9._generated.end_device_controls import (
    ControlledAppliance,
    EndDevice,
    EndDeviceControl,
    EndDeviceControlType,
    EndDeviceControls,
    EndDeviceTiming,
    PanDemandResponse,
    PanDisplay,
    PanPricing,
    PanPricingDetail,
    RandomisationKind,
    TransmissionModeKind,
)

__all__ = [
    "ControlledAppliance",
    "DateTimeInterval",
    "ElectronicAddress",
    "EndDevice",
    "EndDeviceControl",
    "EndDeviceControlType",
    "EndDeviceControls",
    "EndDeviceGroup",
    "EndDeviceTiming",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "PanDemandResponse",
    "PanDisplay",
    "PanPricing",
    "PanPricingDetail",
    "RandomisationKind",
    "TransmissionModeKind",
    "UsagePoint",
    "UsagePointGroup",
]
