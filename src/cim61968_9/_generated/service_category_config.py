# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: ServiceCategoryConfig.xsd, sha256 9340ef143dbfa236d8540f76e57c24e31c69ae1707cba7d971b9b467420a47c2
"""ServiceCategoryConfig: message that creates, changes or deletes the kinds of service a utility offers."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._generated.common.identity import ConfigurationEvent, Name, NameType, NameTypeAuthority, Status
from cim61968_9._generated.common.selection import ServiceKind

__all__ = [
    "ConfigurationEvent",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "ServiceCategory",
    "ServiceCategoryConfig",
    "ServiceKind",
    "Status",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class ServiceCategory(Element):
    """Kind of service a usage point, contract or tariff is for, such as electricity, gas or water.

    CIM class ``ServiceCategory``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    kind: ServiceKind | None = None
    """Which service this is.

    A gas meter and an electricity meter in one house belong to two usage points that differ here. CIM
    ``ServiceCategory.kind``.
    """

    configuration_events: ConfigurationEvent | None = None
    """Who defined or altered the service category, and from what time it holds.

    CIM ``ServiceCategory.ConfigurationEvents``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ServiceCategory",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("kind", "kind", "ServiceKind"),
            Member("configuration_events", "ConfigurationEvents", "ConfigurationEvent"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ServiceCategoryConfig(Element):
    """Message that creates, changes or deletes the kinds of service a utility offers.

    Reference data that seldom changes. IEC 61968-9 edition 2.
    """

    service_category: list[ServiceCategory] = field(factory=list)
    """Kinds of service being defined, altered or withdrawn."""

    __xml__: ClassVar[XmlType] = XmlType(
        "ServiceCategoryConfig",
        (
            Member("service_category", "ServiceCategory", "ServiceCategory", high=None),
        ),
    )
