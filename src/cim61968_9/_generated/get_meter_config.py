# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: GetMeterConfig.xsd, sha256 35a7b9dd7be518d62852bfe0654a4b714d8a7e7fa3c2d35f703066ebe73c4282
"""GetMeterConfig: selection of meters whose master data are wanted."""

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
    EndDeviceGroup,
    UsagePointGroup,
)
from cim61968_9._generated.get_end_device_config import Meter

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


@define(slots=True, kw_only=True, repr=False, eq=False)
class GetMeterConfig(Element):
    """Selection of meters whose master data are wanted.

    Goes with a get request for MeterConfig. Name the meters directly or let customers, premises or groups stand for
    them. IEC 61968-9 edition 2.
    """

    customer: list[Customer] = field(factory=list)
    """Customers whose meters are wanted.

    An empty list does not limit the selection by customer.
    """

    customer_account: list[CustomerAccount] = field(factory=list)
    """Accounts whose meters are wanted.

    An empty list does not limit the selection by account.
    """

    customer_agreement: list[CustomerAgreement] = field(factory=list)
    """Agreements or contracts whose meters are wanted.

    An empty list does not limit the selection by agreement.
    """

    end_device_group: list[EndDeviceGroup] = field(factory=list)
    """Device groups whose member meters are wanted.

    An empty list does not limit the selection by device group.
    """

    meter: list[Meter] = field(factory=list)
    """Individual meters wanted, by mRID or Names.

    An empty list does not limit the selection to certain meters.
    """

    service_location: list[ServiceLocation] = field(factory=list)
    """Premises whose meters are wanted.

    An empty list does not limit the selection by premises.
    """

    usage_point: list[UsagePoint] = field(factory=list)
    """Usage points whose meters are wanted.

    An empty list does not limit the selection by usage point.
    """

    usage_point_group: list[UsagePointGroup] = field(factory=list)
    """Groups of usage points whose meters are wanted.

    An empty list does not limit the selection by such groups.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "GetMeterConfig",
        (
            Member("customer", "Customer", "Customer", high=None),
            Member("customer_account", "CustomerAccount", "CustomerAccount", high=None),
            Member("customer_agreement", "CustomerAgreement", "CustomerAgreement", high=None),
            Member("end_device_group", "EndDeviceGroup", "EndDeviceGroup", high=None),
            Member("meter", "Meter", "Meter", high=None),
            Member("service_location", "ServiceLocation", "ServiceLocation", high=None),
            Member("usage_point", "UsagePoint", "UsagePoint", high=None),
            Member("usage_point_group", "UsagePointGroup", "UsagePointGroup", high=None),
        ),
    )
