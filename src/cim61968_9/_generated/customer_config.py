# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: CustomerConfig.xsd, sha256 c2b5cd8d28f651141f9567f9ea0a861d769256e3d632bdb095e52703a9f466c7
"""CustomerConfig: message that creates, changes or deletes customer records: kind, special needs, contact data."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._generated.common.devices import ElectronicAddress
from cim61968_9._generated.common.identity import ConfigurationEvent, Name, NameType, NameTypeAuthority, Status
from cim61968_9._generated.common.places import (
    Organisation,
    PostalAddress,
    StreetAddress,
    StreetDetail,
    TelephoneNumber,
    TownDetail,
)
from cim61968_9._generated.common.selection import CustomerKind

__all__ = [
    "ConfigurationEvent",
    "Customer",
    "CustomerConfig",
    "CustomerKind",
    "ElectronicAddress",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "Organisation",
    "PostalAddress",
    "Status",
    "StreetAddress",
    "StreetDetail",
    "TelephoneNumber",
    "TownDetail",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class Customer(Element):
    """Person or body that takes energy, water or another service from a supplier.

    Many messages carry only its identity (mRID or Names) to link or select; names, phones and addresses sit in the
    Organisation. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough.
    """

    kind: CustomerKind | None = None
    """Class of customer by what the service is used for, for example residential or pumpingLoad."""

    puc_number: str | None = None
    """Registration number of the customer with a public utility commission.

    Absent where the regulator issues none.
    """

    special_need: str | None = None
    """Special care the customer must get, such as continued supply for home dialysis.

    Free text, so partners agree on wording; check it before a remote disconnection. An empty or missing value does
    not prove that there is no need.
    """

    vip: bool | None = None
    """True when the customer ranks as especially important.

    Medical and similar needs go into specialNeed.
    """

    configuration_events: ConfigurationEvent | None = None
    """Who changed this customer record, why, and from when the change applies."""

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name.
    """

    organisation: Organisation | None = None
    """Organisation or person behind the role, with name, phones and addresses."""

    status: Status | None = None
    """State of the customer relationship, for instance active or closed.

    The words in its value are not standardised.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Customer",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("kind", "kind", "CustomerKind"),
            Member("puc_number", "pucNumber", "xs:string"),
            Member("special_need", "specialNeed", "xs:string"),
            Member("vip", "vip", "xs:boolean"),
            Member("configuration_events", "ConfigurationEvents", "ConfigurationEvent"),
            Member("names", "Names", "Name", high=None),
            Member("organisation", "Organisation", "Organisation"),
            Member("status", "status", "Status"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class CustomerConfig(Element):
    """Message that creates, changes or deletes customer records: kind, special needs, contact data.

    IEC 61968-9 edition 2.
    """

    customer: list[Customer] = field(factory=list)
    """Customer records to add, update or remove.

    Personal data travels here, so protect the transport.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "CustomerConfig",
        (
            Member("customer", "Customer", "Customer", high=None),
        ),
    )
