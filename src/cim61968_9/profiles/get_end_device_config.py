# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: GetEndDeviceConfig.xsd, sha256 6fc274fd72fc089ed09e61d64af2fd0c59a55dd9870ae9dde42aa5a1dc5e99bd
"""The classes of GetEndDeviceConfig: selection of end devices whose master data are wanted."""

from __future__ import annotations

from cim61968_9._generated.common.identity import Name, NameType, NameTypeAuthority, UsagePoint
from cim61968_9._generated.common.places import ServiceLocation
from cim61968_9._generated.common.selection import (
    Customer,
    CustomerAccount,
    CustomerAgreement,
    CustomerKind,
    EndDeviceGroup,
    UsagePointGroup,
)
from cim61968_9._generated.get_end_device_config import EndDevice, GetEndDeviceConfig, Meter

__all__ = [
    "Customer",
    "CustomerAccount",
    "CustomerAgreement",
    "CustomerKind",
    "EndDevice",
    "EndDeviceGroup",
    "GetEndDeviceConfig",
    "Meter",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "ServiceLocation",
    "UsagePoint",
    "UsagePointGroup",
]
