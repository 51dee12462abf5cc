# Generated code: do not edit.
# Generator: nox -s codegen
"""Types that several schemas share: selection."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, OpenEnum, XmlType
from cim61968_9._generated.common.identity import DateTimeInterval, Name

__all__ = [
    "Customer",
    "CustomerAccount",
    "CustomerAgreement",
    "CustomerKind",
    "DemandResponseProgram",
    "EndDevice",
    "EndDeviceGroup",
    "Meter",
    "PricingStructure",
    "ServiceCategory",
    "ServiceKind",
    "ServiceSupplier",
    "SupplierKind",
    "TimeSchedule",
    "UsagePointGroup",
]


class CustomerKind(OpenEnum):
    """Class of customer by use of the service.

    Some values bundle several uses under one customer.
    """

    commercialIndustrial = "commercialIndustrial"
    """Business or industrial customer."""
    energyServiceScheduler = "energyServiceScheduler"
    """Market party that schedules energy deliveries for others."""
    energyServiceSupplier = "energyServiceSupplier"
    """Energy supplier that is itself a customer, for example of the network company."""
    internalUse = "internalUse"
    """The utility's own consumption, as in its offices and substations."""
    other = "other"
    """Customer that fits none of the other kinds."""
    pumpingLoad = "pumpingLoad"
    """Customer that mainly runs pumps, for irrigation or water works."""
    residential = "residential"
    """Private household or dwelling."""
    residentialAndCommercial = "residentialAndCommercial"
    """Household and business served together, such as a flat with a shop."""
    residentialAndStreetlight = "residentialAndStreetlight"
    """Household together with street lighting."""
    residentialFarmService = "residentialFarmService"
    """Household on a farm, together with the farm's own load."""
    residentialStreetlightOthers = "residentialStreetlightOthers"
    """Residential street lighting and related uses."""
    windMachine = "windMachine"
    """Customer running a wind machine.

    Local meaning differs, from orchard frost fans to wind generators, so check with the partner.
    """


class ServiceKind(OpenEnum):
    """Commodities and services a utility may deliver or bill."""

    electricity = "electricity"
    """Electric energy supply."""
    gas = "gas"
    """Fuel gas supply."""
    heat = "heat"
    """Heat supply, for example district heating."""
    internet = "internet"
    """Internet access sold as a service."""
    other = "other"
    """A service not listed here."""
    rates = "rates"
    """Public levies such as local taxes, billed like a service."""
    refuse = "refuse"
    """Waste collection."""
    sewerage = "sewerage"
    """Waste water disposal."""
    time = "time"
    """Time itself is what is supplied or charged for.

    The schema explains no further, so agree on its use.
    """
    tvLicence = "tvLicence"
    """Television licence fee."""
    water = "water"
    """Water supply."""


class SupplierKind(OpenEnum):
    """Part a supplier plays in the market."""

    other = "other"
    """A party that is neither network utility nor retailer."""
    retailer = "retailer"
    """Seller of energy that uses another company's network."""
    utility = "utility"
    """Company that delivers the service itself, usually over its own network."""


@define(slots=True, kw_only=True, repr=False, eq=False)
class Customer(Element):
    """Person or body that takes energy, water or another service from a supplier.

    Many messages carry only its identity (mRID or Names) to link or select; names, phones and addresses sit in the
    Organisation. CIM class ``Customer``.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    kind: CustomerKind | None = None
    """Class of customer by what the service is used for, for example residential or pumpingLoad.

    CIM ``Customer.kind``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Customer",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("kind", "kind", "CustomerKind"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class CustomerAccount(Element):
    """Account to which a customer's charges and payments are posted.

    One account may gather several agreements; in linkage and request messages only its identity appears. CIM class
    ``CustomerAccount``.
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
        "CustomerAccount",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class CustomerAgreement(Element):
    """Contract under which a customer is supplied with one service.

    It ties together customer, account, supplier and tariff; who is supplied where is settled by linking it to a
    usage point. CIM class ``CustomerAgreement``.
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
        "CustomerAgreement",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class DemandResponseProgram(Element):
    """A demand response offer in which groups of devices or usage points are enrolled.

    Groups point to it by reference; the offer itself stands once at the root of the message. CIM class
    ``DemandResponseProgram``.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    type: str | None = None
    """Sort of demand response offer, for example direct load control or critical peak pricing.

    The schema fixes no list of values, so partners have to settle one. CIM ``DemandResponseProgram.type``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "DemandResponseProgram",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("type", "type", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDevice(Element):
    """Any device at or near the customer that a head-end can talk to.

    Includes meters, load control switches, displays, gateways and devices on the premises network. Often only
    identified, by mRID or Names, without further data. CIM class ``EndDevice``.
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
        "EndDevice",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDeviceGroup(Element):
    """A named set of end devices that can be addressed together.

    Only the EndDeviceGroups message lists its members; all others merely identify it. CIM class ``EndDeviceGroup``.
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
        "EndDeviceGroup",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Meter(Element):
    """Device that measures electricity, gas, water or another commodity at a usage point.

    It is a kind of end device. In readings, requests and links only its identity is needed, mostly mRID or a name
    such as the utility's meter number. CIM class ``Meter``.
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
        "Meter",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class PricingStructure(Element):
    """Price plan for a class of customers, made of one or more tariffs with their periods.

    Many messages only point to it by mRID, code or Names. CIM class ``PricingStructure``.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    code: str | None = None
    """Short key of the price plan, unique within the utility.

    Billing systems often match on it in place of the mRID. CIM ``PricingStructure.code``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "PricingStructure",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("code", "code", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ServiceCategory(Element):
    """Kind of service a usage point, contract or tariff is for, such as electricity, gas or water.

    CIM class ``ServiceCategory``.
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
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ServiceSupplier(Element):
    """Company that provides a service to customers, either as network utility or as retailer.

    CIM class ``ServiceSupplier``.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    kind: SupplierKind | None = None
    """Part the supplier plays in the market: utility, retailer or other.

    CIM ``ServiceSupplier.kind``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ServiceSupplier",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("kind", "kind", "SupplierKind"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class TimeSchedule(Element):
    """When reads are to be taken, once or again and again.

    In a Get profile it only selects the period of the data wanted. CIM class ``TimeSchedule``.
    """

    schedule_interval: DateTimeInterval
    """Period from the first to the last moment covered.

    In a query it selects the data by time and takes the place of StartTime and EndTime in the request. CIM
    ``TimeSchedule.scheduleInterval``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "TimeSchedule",
        (
            Member("schedule_interval", "scheduleInterval", "DateTimeInterval", low=1),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class UsagePointGroup(Element):
    """A named set of usage points that can be addressed together, whichever devices are installed there.

    Members are listed only in the UsagePointGroups message; elsewhere the group is merely identified. CIM class
    ``UsagePointGroup``.
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
        "UsagePointGroup",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )
