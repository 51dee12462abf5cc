# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: ServiceSupplierConfig.xsd, sha256 bd3541c1ed1fc2e5824d70f60dd1108ed383aff6e7a7c470405edbf278036ba8
"""ServiceSupplierConfig: message that creates, changes or deletes suppliers and the contact data of their
organisations.
"""

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
from cim61968_9._generated.common.selection import SupplierKind

__all__ = [
    "ConfigurationEvent",
    "ElectronicAddress",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "Organisation",
    "PostalAddress",
    "ServiceSupplier",
    "ServiceSupplierConfig",
    "Status",
    "StreetAddress",
    "StreetDetail",
    "SupplierKind",
    "TelephoneNumber",
    "TownDetail",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class ServiceSupplier(Element):
    """Company that provides a service to customers, either as network utility or as retailer.

    CIM class ``ServiceSupplier``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    issuer_identification_number: str | None = None
    """Number registered under ISO/IEC 7812 that marks the supplier in electronic payment transactions.

    A number in form, but keep it as text because of leading zeros. CIM
    ``ServiceSupplier.issuerIdentificationNumber``.
    """

    kind: SupplierKind | None = None
    """Part the supplier plays in the market: utility, retailer or other.

    CIM ``ServiceSupplier.kind``.
    """

    configuration_events: ConfigurationEvent | None = None
    """Trace of a change to the party's record: author, reason and start of validity.

    CIM ``OrganisationRole.ConfigurationEvents``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    organisation: Organisation | None = None
    """Organisation or person behind the role, with name, phones and addresses.

    CIM ``OrganisationRole.Organisation``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ServiceSupplier",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("issuer_identification_number", "issuerIdentificationNumber", "xs:string"),
            Member("kind", "kind", "SupplierKind"),
            Member("configuration_events", "ConfigurationEvents", "ConfigurationEvent"),
            Member("names", "Names", "Name", high=None),
            Member("organisation", "Organisation", "Organisation"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ServiceSupplierConfig(Element):
    """Message that creates, changes or deletes suppliers and the contact data of their organisations.

    IEC 61968-9 edition 2.
    """

    service_supplier: list[ServiceSupplier] = field(factory=list)
    """Suppliers that the message introduces, updates or removes."""

    __xml__: ClassVar[XmlType] = XmlType(
        "ServiceSupplierConfig",
        (
            Member("service_supplier", "ServiceSupplier", "ServiceSupplier", high=None),
        ),
    )
