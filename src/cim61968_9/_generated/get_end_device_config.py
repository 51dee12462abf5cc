# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: GetEndDeviceConfig.xsd, sha256 6fc274fd72fc089ed09e61d64af2fd0c59a55dd9870ae9dde42aa5a1dc5e99bd
"""GetEndDeviceConfig: selection of end devices whose master data are wanted."""

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


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDevice(Element):
    """Any device at or near the customer that a head-end can talk to.

    Includes meters, load control switches, displays, gateways and devices on the premises network. Often only
    identified, by mRID or Names, without further data. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough.
    """

    amr_system: str | None = None
    """Head-end or other communication system in charge of the device.

    Useful for routing requests when a utility runs several head-ends.
    """

    is_pan: bool | None = None
    """True when the device belongs to a premises area network, such as an in-home display or thermostat.

    It is then usually reached through the meter or a gateway.
    """

    type: str | None = None
    """Category of equipment by the utility's own classification.

    Free text without a common code list, so partners must agree on the values.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "EndDevice",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("amr_system", "amrSystem", "xs:string"),
            Member("is_pan", "isPan", "xs:boolean"),
            Member("type", "type", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class GetEndDeviceConfig(Element):
    """Selection of end devices whose master data are wanted.

    Goes with a get request for EndDeviceConfig. Entries of one list are usually alternatives, while lists of
    different kinds narrow each other; confirm this with the responder. IEC 61968-9 edition 2.
    """

    customer: list[Customer] = field(factory=list)
    """Customers whose devices are wanted.

    None means no restriction by customer.
    """

    customer_account: list[CustomerAccount] = field(factory=list)
    """Accounts whose devices are wanted.

    None means no restriction by account. Confidence of this member: medium.
    """

    customer_agreement: list[CustomerAgreement] = field(factory=list)
    """Agreements or contracts whose devices are wanted.

    None means no restriction by agreement. Confidence of this member: medium.
    """

    end_device: list[EndDevice] = field(factory=list)
    """Individual devices whose data are wanted, by mRID or Names.

    None means no restriction by single device.
    """

    end_device_group: list[EndDeviceGroup] = field(factory=list)
    """Groups whose member devices are wanted.

    None means no restriction by device group. Confidence of this member: medium.
    """

    meter: list[Meter] = field(factory=list)
    """Meters whose device data are wanted.

    Agree whether devices attached to the meter are meant too. None means no restriction by meter.
    """

    service_location: list[ServiceLocation] = field(factory=list)
    """Premises whose devices are wanted.

    None means no restriction by premises. Confidence of this member: medium.
    """

    usage_point: list[UsagePoint] = field(factory=list)
    """Usage points whose devices are wanted.

    None means no restriction by usage point.
    """

    usage_point_group: list[UsagePointGroup] = field(factory=list)
    """Groups of usage points whose devices are wanted.

    None means no restriction by such groups. Confidence of this member: medium.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "GetEndDeviceConfig",
        (
            Member("customer", "Customer", "Customer", high=None),
            Member("customer_account", "CustomerAccount", "CustomerAccount", high=None),
            Member("customer_agreement", "CustomerAgreement", "CustomerAgreement", high=None),
            Member("end_device", "EndDevice", "EndDevice", high=None),
            Member("end_device_group", "EndDeviceGroup", "EndDeviceGroup", high=None),
            Member("meter", "Meter", "Meter", high=None),
            Member("service_location", "ServiceLocation", "ServiceLocation", high=None),
            Member("usage_point", "UsagePoint", "UsagePoint", high=None),
            Member("usage_point_group", "UsagePointGroup", "UsagePointGroup", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Meter(Element):
    """Device that measures electricity, gas, water or another commodity at a usage point.

    It is a kind of end device. In readings, requests and links only its identity is needed, mostly mRID or a name
    such as the utility's meter number. CIM class ``Meter``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    amr_system: str | None = None
    """Head-end or other communication system in charge of the device.

    Useful for routing requests when a utility runs several head-ends. CIM ``EndDevice.amrSystem``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Meter",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("amr_system", "amrSystem", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )
