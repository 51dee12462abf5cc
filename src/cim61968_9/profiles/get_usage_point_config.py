# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: GetUsagePointConfig.xsd, sha256 ca9b483aaea65a37df0b9c141e9d3cf6dc65513f39daf23533d39a775b5d8402
"""The classes of GetUsagePointConfig: query for the master data of usage points."""

from __future__ import annotations

from cim61968_9._generated.common.identity import Name, NameType, NameTypeAuthority, UsagePoint
from cim61968_9._generated.common.places import ServiceLocation
from cim61968_9._generated.common.selection import (
    Customer,
    CustomerAccount,
    CustomerAgreement,
    CustomerKind,
    Meter,
    UsagePointGroup,
)
from cim61968_9._generated.get_usage_point_config import GetUsagePointConfig

__all__ = [
    "Customer",
    "CustomerAccount",
    "CustomerAgreement",
    "CustomerKind",
    "GetUsagePointConfig",
    "Meter",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "ServiceLocation",
    "UsagePoint",
    "UsagePointGroup",
]
