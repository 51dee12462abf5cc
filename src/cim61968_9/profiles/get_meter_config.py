# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: GetMeterConfig.xsd, sha256 35a7b9dd7be518d62852bfe0654a4b714d8a7e7fa3c2d35f703066ebe73c4282
"""The classes of GetMeterConfig: selection of meters whose master data are wanted."""

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
from cim61968_9._generated.get_end_device_config import Meter
from cim61968_9._generated.get_meter_config import GetMeterConfig

__all__ = [
    "Customer",
    "CustomerAccount",
    "CustomerAgreement",
    "CustomerKind",
    "EndDeviceGroup",
    "GetMeterConfig",
    "Meter",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "ServiceLocation",
    "UsagePoint",
    "UsagePointGroup",
]
