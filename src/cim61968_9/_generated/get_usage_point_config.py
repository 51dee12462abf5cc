# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: GetUsagePointConfig.xsd, sha256 ca9b483aaea65a37df0b9c141e9d3cf6dc65513f39daf23533d39a775b5d8402
"""GetUsagePointConfig: query for the master data of usage points."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
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


@define(slots=True, kw_only=True, repr=False, eq=False)
class GetUsagePointConfig(Element):
    """Query for the master data of usage points.

    The lists narrow the answer, which comes as UsagePointConfig. IEC 61968-9 edition 2.
    """

    customer: list[Customer] = field(factory=list)
    """Customers whose usage points are wanted; none means no restriction by customer.

    Confidence of this member: low.
    """

    customer_account: list[CustomerAccount] = field(factory=list)
    """Accounts whose usage points are wanted; none means the account does not matter.

    Confidence of this member: low.
    """

    customer_agreement: list[CustomerAgreement] = field(factory=list)
    """Contracts whose usage points are wanted; none means any contract will do.

    Confidence of this member: low.
    """

    meter: list[Meter] = field(factory=list)
    """Meters whose usage points are wanted; none means no restriction by meter.

    Confidence of this member: low.
    """

    service_location: list[ServiceLocation] = field(factory=list)
    """Premises whose usage points are wanted; none means premises are not used to select.

    Confidence of this member: low.
    """

    usage_point: list[UsagePoint] = field(factory=list)
    """Usage points asked for directly, by mRID or Names; none leaves the choice to the other lists."""

    usage_point_group: list[UsagePointGroup] = field(factory=list)
    """Groups whose member usage points are wanted; none means membership plays no part.

    Confidence of this member: low.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "GetUsagePointConfig",
        (
            Member("customer", "Customer", "Customer", high=None),
            Member("customer_account", "CustomerAccount", "CustomerAccount", high=None),
            Member("customer_agreement", "CustomerAgreement", "CustomerAgreement", high=None),
            Member("meter", "Meter", "Meter", high=None),
            Member("service_location", "ServiceLocation", "ServiceLocation", high=None),
            Member("usage_point", "UsagePoint", "UsagePoint", high=None),
            Member("usage_point_group", "UsagePointGroup", "UsagePointGroup", high=None),
        ),
    )
