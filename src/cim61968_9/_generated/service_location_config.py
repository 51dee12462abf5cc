# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: ServiceLocationConfig.xsd, sha256 c6989e6e494536c146a7a4096dae3bcee6bed8ce7a0f128f1173ed240566bdc1
"""ServiceLocationConfig: message that creates, changes or deletes premises, with address, access notes and
coordinates.
"""

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
    "ServiceLocation",
    "ServiceLocationConfig",
    "Status",
    "StreetAddress",
    "StreetDetail",
    "TelephoneNumber",
    "TownDetail",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class ServiceLocation(Element):
    """Premises where one or more services are delivered, such as a house, a shop or a farm.

    Several usage points, even of different services, can share one. CIM class ``ServiceLocation``. IEC 61968-9
    edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    access_method: str | None = None
    """How field staff get into the premises, for example key box, doorman or appointment.

    CIM ``ServiceLocation.accessMethod``.
    """

    direction: str | None = None
    """Hint on which way to look for the equipment once on site, for example 'rear wall, left of the gate'.

    CIM ``Location.direction``.
    """

    geo_info_reference: str | None = None
    """Key of this place in a geographic information system, often one outside the utility.

    CIM ``Location.geoInfoReference``.
    """

    needs_inspection: bool | None = None
    """True when someone should visit and check the premises, for instance after suspected tampering.

    CIM ``ServiceLocation.needsInspection``.
    """

    site_access_problem: str | None = None
    """What hinders or endangers a visit to the premises, such as a dog or a locked gate.

    CIM ``ServiceLocation.siteAccessProblem``.
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
        "ServiceLocation",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("access_method", "accessMethod", "xs:string"),
            Member("direction", "direction", "xs:string"),
            Member("geo_info_reference", "geoInfoReference", "xs:string"),
            Member("needs_inspection", "needsInspection", "xs:boolean"),
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
class ServiceLocationConfig(Element):
    """Message that creates, changes or deletes premises, with address, access notes and coordinates.

    IEC 61968-9 edition 2.
    """

    service_location: list[ServiceLocation] = field(factory=list)
    """Premises whose master data the message adds, updates or removes."""

    __xml__: ClassVar[XmlType] = XmlType(
        "ServiceLocationConfig",
        (
            Member("service_location", "ServiceLocation", "ServiceLocation", high=None),
        ),
    )
