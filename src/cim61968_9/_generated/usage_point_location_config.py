# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: UsagePointLocationConfig.xsd, sha256 dec967e5359861a95a08384bd3e6102fc57ef2046f967e204b6e960df6679907
"""UsagePointLocationConfig: message that creates, changes or deletes the exact spots of usage points."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._generated.common.devices import ElectronicAddress
from cim61968_9._generated.common.identity import ConfigurationEvent, Name, NameType, NameTypeAuthority, Status
from cim61968_9._generated.common.places import (
    CoordinateSystem,
    PositionPoint,
    StreetAddress,
    StreetDetail,
    TelephoneNumber,
    TownDetail,
)

__all__ = [
    "ConfigurationEvent",
    "CoordinateSystem",
    "ElectronicAddress",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "PositionPoint",
    "Status",
    "StreetAddress",
    "StreetDetail",
    "TelephoneNumber",
    "TownDetail",
    "UsagePointLocation",
    "UsagePointLocationConfig",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class UsagePointLocation(Element):
    """Exact spot of a usage point, such as a cellar or street cabinet.

    Finer than the service location, which is the premises as a whole. CIM class ``UsagePointLocation``. IEC 61968-9
    edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    access_method: str | None = None
    """How to get to the meter itself, for example through the basement with a caretaker's key.

    CIM ``UsagePointLocation.accessMethod``.
    """

    direction: str | None = None
    """Hint on which way to look for the equipment once on site, for example 'rear wall, left of the gate'.

    CIM ``Location.direction``.
    """

    geo_info_reference: str | None = None
    """Key of this place in a geographic information system, often one outside the utility.

    CIM ``Location.geoInfoReference``.
    """

    remark: str | None = None
    """Note that helps to find or work on the installation.

    CIM ``UsagePointLocation.remark``.
    """

    site_access_problem: str | None = None
    """What stands in the way at the spot, such as a blocked cupboard or a high wall mounting.

    CIM ``UsagePointLocation.siteAccessProblem``.
    """

    type: str | None = None
    """Utility's own category of place, such as house, flat, pumping station or pole.

    No standard list exists. CIM ``Location.type``.
    """

    configuration_events: ConfigurationEvent | None = None
    """When and by whom the location data was altered, and from when the alteration is valid.

    CIM ``Location.ConfigurationEvents``.
    """

    coordinate_system: CoordinateSystem | None = None
    """Reference system that gives meaning to the coordinates in PositionPoints.

    CIM ``Location.CoordinateSystem``.
    """

    electronic_address: ElectronicAddress | None = None
    """E-mail, web or network contact for the place itself rather than for the customer.

    CIM ``Location.electronicAddress``.
    """

    main_address: StreetAddress | None = None
    """Street address of the place.

    Bills may go elsewhere; the mailing address belongs to the Organisation. CIM ``Location.mainAddress``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    phone1: TelephoneNumber | None = None
    """Telephone number to call first about access to the site.

    CIM ``Location.phone1``.
    """

    phone2: TelephoneNumber | None = None
    """Second telephone number for the site, for when nobody answers the first.

    CIM ``Location.phone2``.
    """

    position_points: list[PositionPoint] = field(factory=list)
    """Coordinates of the place: a single point, or several for a line or outline.

    CIM ``Location.PositionPoints``.
    """

    secondary_address: StreetAddress | None = None
    """Another street address of the same place, for instance that of a second entrance on another road.

    CIM ``Location.secondaryAddress``.
    """

    status: Status | None = None
    """State of the location, such as in use or demolished, in words the partners agree on.

    CIM ``Location.status``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "UsagePointLocation",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("access_method", "accessMethod", "xs:string"),
            Member("direction", "direction", "xs:string"),
            Member("geo_info_reference", "geoInfoReference", "xs:string"),
            Member("remark", "remark", "xs:string"),
            Member("site_access_problem", "siteAccessProblem", "xs:string"),
            Member("type", "type", "xs:string"),
            Member("configuration_events", "ConfigurationEvents", "ConfigurationEvent"),
            Member("coordinate_system", "CoordinateSystem", "CoordinateSystem"),
            Member("electronic_address", "electronicAddress", "ElectronicAddress"),
            Member("main_address", "mainAddress", "StreetAddress"),
            Member("names", "Names", "Name", high=None),
            Member("phone1", "phone1", "TelephoneNumber"),
            Member("phone2", "phone2", "TelephoneNumber"),
            Member("position_points", "PositionPoints", "PositionPoint", high=None),
            Member("secondary_address", "secondaryAddress", "StreetAddress"),
            Member("status", "status", "Status"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class UsagePointLocationConfig(Element):
    """Message that creates, changes or deletes the exact spots of usage points.

    IEC 61968-9 edition 2.
    """

    usage_point_location: list[UsagePointLocation] = field(factory=list)
    """Spots of usage points whose address, coordinates or access notes the message sets or removes."""

    __xml__: ClassVar[XmlType] = XmlType(
        "UsagePointLocationConfig",
        (
            Member("usage_point_location", "UsagePointLocation", "UsagePointLocation", high=None),
        ),
    )
