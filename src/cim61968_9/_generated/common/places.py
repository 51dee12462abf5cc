# Generated code: do not edit.
# Generator: nox -s codegen
"""Types that several schemas share: places."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, OpenEnum, XmlType
from cim61968_9._generated.common.devices import ElectronicAddress
from cim61968_9._generated.common.identity import Name, Status

__all__ = [
    "AmiBillingReadyKind",
    "CoordinateSystem",
    "Organisation",
    "PhaseCode",
    "PositionPoint",
    "PostalAddress",
    "ServiceLocation",
    "ServiceMultiplierKind",
    "StreetAddress",
    "StreetDetail",
    "TelephoneNumber",
    "TownDetail",
    "TransformerTank",
    "UsagePointConnectedKind",
    "UsagePointLocation",
]


class AmiBillingReadyKind(OpenEnum):
    """Stage of a usage point on the way to billing from AMI reads."""

    amiCapable = "amiCapable"
    """The meter could join the AMI once a communication module is fitted."""
    amiDisabled = "amiDisabled"
    """The meter has AMI features, but they are switched off or left unused."""
    billingApproved = "billingApproved"
    """AMI works here and the reads have been accepted for billing."""
    enabled = "enabled"
    """The AMI meter has its communication hardware; working contact with the head-end is not implied."""
    nonAmi = "nonAmi"
    """A meter is present that cannot take part in AMI, so reads come by other means."""
    nonMetered = "nonMetered"
    """No meter is fitted at present."""
    operable = "operable"
    """The AMI meter runs and talks to the head-end, but approval for billing is still to come."""


class PhaseCode(OpenEnum):
    """Conductors to which something is connected or on which it is measured.

    A, B and C are line conductors, N the neutral, s1 and s2 the legs of a split-phase secondary. Letters here,
    unlike the number in a reading type code.
    """

    A = "A"
    """Line A alone."""
    AB = "AB"
    """Lines A and B, no neutral."""
    ABC = "ABC"
    """All three lines, no neutral."""
    ABCN = "ABCN"
    """All three lines and the neutral."""
    ABN = "ABN"
    """Lines A and B with neutral."""
    AC = "AC"
    """Lines A and C, no neutral.

    Has nothing to do with alternating current.
    """
    ACN = "ACN"
    """Lines A and C with neutral."""
    AN = "AN"
    """Line A and neutral."""
    B = "B"
    """Line B alone."""
    BC = "BC"
    """Lines B and C, no neutral."""
    BCN = "BCN"
    """Lines B and C with neutral."""
    BN = "BN"
    """Line B and neutral."""
    C = "C"
    """Line C alone."""
    CN = "CN"
    """Line C and neutral."""
    N = "N"
    """Neutral alone."""
    s1 = "s1"
    """Split-phase leg 1 alone."""
    s12 = "s12"
    """Both split-phase legs, no neutral."""
    s12N = "s12N"
    """Both split-phase legs and the neutral, as in a North American three-wire home service."""
    s1N = "s1N"
    """Split-phase leg 1 and neutral."""
    s2 = "s2"
    """Split-phase leg 2 alone."""
    s2N = "s2N"
    """Split-phase leg 2 and neutral."""


class ServiceMultiplierKind(OpenEnum):
    """What an installation factor accounts for."""

    ctRatio = "ctRatio"
    """Ratio of the current transformers, primary to secondary."""
    ptRatio = "ptRatio"
    """Ratio of the voltage (potential) transformers, primary to secondary."""
    transformerRatio = "transformerRatio"
    """Current and voltage transformer ratios multiplied together.

    Applying it along with the single ratios would count them twice.
    """


class UsagePointConnectedKind(OpenEnum):
    """Whether a usage point is supplied, and if not, how it was cut off."""

    connected = "connected"
    """Service is available to the customer."""
    logicallyDisconnected = "logicallyDisconnected"
    """Cut off by the switch or valve of the meter.

    As a rule it can be restored remotely.
    """
    physicallyDisconnected = "physicallyDisconnected"
    """Cut off on the network side, ahead of the meter.

    The meter may have lost its supply too, so do not be surprised when it stays silent.
    """


@define(slots=True, kw_only=True, repr=False, eq=False)
class CoordinateSystem(Element):
    """Reference system in which the coordinates of a location are stated.

    CIM class ``CoordinateSystem``.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    crs_urn: str | None = None
    """URN of the coordinate reference system, for example 'urn:ogc:def:crs:EPSG::4326' for WGS84.

    When absent, partners must know the system, its units and its axis order by agreement. CIM
    ``CoordinateSystem.crsUrn``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "CoordinateSystem",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("crs_urn", "crsUrn", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Organisation(Element):
    """Company, public body, household or person with name and contact data.

    What part it plays is told by the Customer or ServiceSupplier that holds it; its name is in Names. CIM class
    ``Organisation``.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    electronic_address: ElectronicAddress | None = None
    """E-mail, web and similar contacts of the organisation.

    CIM ``Organisation.electronicAddress``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    phone1: TelephoneNumber | None = None
    """Main telephone number of the organisation.

    CIM ``Organisation.phone1``.
    """

    phone2: TelephoneNumber | None = None
    """Further telephone number of the organisation, such as a mobile or out-of-hours line.

    CIM ``Organisation.phone2``.
    """

    postal_address: PostalAddress | None = None
    """Where letters and bills are mailed, possibly a post office box.

    CIM ``Organisation.postalAddress``.
    """

    street_address: StreetAddress | None = None
    """Where the organisation is seated or the person lives.

    The service may be delivered somewhere else. CIM ``Organisation.streetAddress``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Organisation",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("electronic_address", "electronicAddress", "ElectronicAddress"),
            Member("names", "Names", "Name", high=None),
            Member("phone1", "phone1", "TelephoneNumber"),
            Member("phone2", "phone2", "TelephoneNumber"),
            Member("postal_address", "postalAddress", "PostalAddress"),
            Member("street_address", "streetAddress", "StreetAddress"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class PositionPoint(Element):
    """One point of a location, in two or three coordinates.

    Read them in the coordinate system of that location. CIM class ``PositionPoint``.
    """

    sequence_number: int | None = None
    """Order of the point when several points make up a line or outline.

    Partners agree whether counting starts at 0 or 1. CIM ``PositionPoint.sequenceNumber``.
    """

    x_position: str
    """First coordinate, by custom the easting or longitude.

    It is text: use a full stop as decimal sign. Reference systems such as EPSG 4326 put latitude first by
    definition, so agree which goes where. CIM ``PositionPoint.xPosition``.
    """

    y_position: str
    """Second coordinate, by custom the northing or latitude.

    A map point in the wrong country usually means x and y were swapped. CIM ``PositionPoint.yPosition``.
    """

    z_position: str | None = None
    """Height or depth of the point, where known.

    Its unit and zero level follow from the coordinate system. CIM ``PositionPoint.zPosition``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "PositionPoint",
        (
            Member("sequence_number", "sequenceNumber", "xs:integer"),
            Member("x_position", "xPosition", "xs:string", low=1),
            Member("y_position", "yPosition", "xs:string", low=1),
            Member("z_position", "zPosition", "xs:string"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class PostalAddress(Element):
    """Address for mail, by street or by post office box.

    CIM class ``PostalAddress``.
    """

    po_box: str | None = None
    """Number of a post office box, used instead of or along with the street.

    CIM ``PostalAddress.poBox``.
    """

    postal_code: str | None = None
    """Postcode or ZIP code.

    Text, so that leading zeros and letters survive. CIM ``PostalAddress.postalCode``.
    """

    street_detail: StreetDetail | None = None
    """Street part of the mailing address: road, house number, flat.

    CIM ``PostalAddress.streetDetail``.
    """

    town_detail: TownDetail | None = None
    """Town, region and country of the mailing address.

    CIM ``PostalAddress.townDetail``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "PostalAddress",
        (
            Member("po_box", "poBox", "xs:string"),
            Member("postal_code", "postalCode", "xs:string"),
            Member("street_detail", "streetDetail", "StreetDetail"),
            Member("town_detail", "townDetail", "TownDetail"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ServiceLocation(Element):
    """Premises where one or more services are delivered, such as a house, a shop or a farm.

    Several usage points, even of different services, can share one. CIM class ``ServiceLocation``.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ServiceLocation",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class StreetAddress(Element):
    """Physical address of a building or site, split into street and town.

    It has no postcode member of its own; that sits in PostalAddress. CIM class ``StreetAddress``.
    """

    status: Status | None = None
    """State of the address, for instance confirmed, provisional or obsolete.

    CIM ``StreetAddress.status``.
    """

    street_detail: StreetDetail | None = None
    """Road, house number and flat of the physical address.

    CIM ``StreetAddress.streetDetail``.
    """

    town_detail: TownDetail | None = None
    """Town, district, region and country of the physical address.

    CIM ``StreetAddress.townDetail``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "StreetAddress",
        (
            Member("status", "status", "Status"),
            Member("street_detail", "streetDetail", "StreetDetail"),
            Member("town_detail", "townDetail", "TownDetail"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class StreetDetail(Element):
    """Parts of an address from the road down to the flat.

    Countries order these parts differently, so assemble them by local custom for display. CIM class
    ``StreetDetail``.
    """

    address_general: str | None = None
    """Free line for what fits no other part of the address, such as a mail stop or 'care of' note.

    CIM ``StreetDetail.addressGeneral``.
    """

    building_name: str | None = None
    """Name of the building or complex, such as 'Harbour House'.

    CIM ``StreetDetail.buildingName``.
    """

    code: str | None = None
    """Key of the street in an official street register.

    CIM ``StreetDetail.code``.
    """

    name: str | None = None
    """Bare street name, without prefix, suffix or the word for its type.

    CIM ``StreetDetail.name``.
    """

    number: str | None = None
    """House number.

    Text, because entries such as '12A' and '7-9' occur. CIM ``StreetDetail.number``.
    """

    prefix: str | None = None
    """Word placed before the street name, such as 'North' in 'North Main Street'.

    CIM ``StreetDetail.prefix``.
    """

    suffix: str | None = None
    """Word placed after the street name, such as 'South' in 'Park Avenue South'.

    CIM ``StreetDetail.suffix``.
    """

    suite_number: str | None = None
    """Flat, apartment or office within the building.

    Often the only part that tells two usage points of one building apart. CIM ``StreetDetail.suiteNumber``.
    """

    type: str | None = None
    """Word for the sort of road, such as street, avenue or lane.

    CIM ``StreetDetail.type``.
    """

    within_town_limits: bool | None = None
    """True when the street lies inside the official boundary of the town named.

    Can decide local taxes and charges. CIM ``StreetDetail.withinTownLimits``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "StreetDetail",
        (
            Member("address_general", "addressGeneral", "xs:string"),
            Member("building_name", "buildingName", "xs:string"),
            Member("code", "code", "xs:string"),
            Member("name", "name", "xs:string"),
            Member("number", "number", "xs:string"),
            Member("prefix", "prefix", "xs:string"),
            Member("suffix", "suffix", "xs:string"),
            Member("suite_number", "suiteNumber", "xs:string"),
            Member("type", "type", "xs:string"),
            Member("within_town_limits", "withinTownLimits", "xs:boolean"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class TelephoneNumber(Element):
    """Telephone number split into its dialling parts.

    Systems that hold one string commonly fill localNumber only. CIM class ``TelephoneNumber``.
    """

    area_code: str | None = None
    """Regional dialling code.

    Agree whether a leading trunk zero is included. CIM ``TelephoneNumber.areaCode``.
    """

    city_code: str | None = None
    """Dialling code of the town, in countries that have one besides or instead of an area code.

    CIM ``TelephoneNumber.cityCode``.
    """

    country_code: str | None = None
    """International dialling code, such as 44 for the United Kingdom.

    Not an ISO country code; agree whether the plus sign is written. CIM ``TelephoneNumber.countryCode``.
    """

    extension: str | None = None
    """Internal number to dial behind a switchboard.

    CIM ``TelephoneNumber.extension``.
    """

    local_number: str | None = None
    """Subscriber's own number, left over once country, area and city codes are taken off.

    CIM ``TelephoneNumber.localNumber``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "TelephoneNumber",
        (
            Member("area_code", "areaCode", "xs:string"),
            Member("city_code", "cityCode", "xs:string"),
            Member("country_code", "countryCode", "xs:string"),
            Member("extension", "extension", "xs:string"),
            Member("local_number", "localNumber", "xs:string"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class TownDetail(Element):
    """Parts of an address from the town district up to the country.

    CIM class ``TownDetail``.
    """

    code: str | None = None
    """Key of the town in an official list, such as a municipality number.

    Not the postcode. CIM ``TownDetail.code``.
    """

    country: str | None = None
    """Country of the address.

    A name or an ISO 3166 code, whichever the partners settle on. CIM ``TownDetail.country``.
    """

    name: str | None = None
    """Town or city of the address, as it is spoken and written locally.

    CIM ``TownDetail.name``.
    """

    section: str | None = None
    """District, quarter or surveyed section within the town.

    CIM ``TownDetail.section``.
    """

    state_or_province: str | None = None
    """State, province, canton or county that the town belongs to.

    CIM ``TownDetail.stateOrProvince``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "TownDetail",
        (
            Member("code", "code", "xs:string"),
            Member("country", "country", "xs:string"),
            Member("name", "name", "xs:string"),
            Member("section", "section", "xs:string"),
            Member("state_or_province", "stateOrProvince", "xs:string"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class TransformerTank(Element):
    """Distribution transformer unit that feeds usage points.

    Only its identity is carried: enough to group points, loads and outages by transformer. CIM class
    ``TransformerTank``.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "TransformerTank",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class UsagePointLocation(Element):
    """Exact spot of a usage point, such as a cellar or street cabinet.

    Finer than the service location, which is the premises as a whole. CIM class ``UsagePointLocation``.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "UsagePointLocation",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )
