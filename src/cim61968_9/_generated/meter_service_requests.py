# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: MeterServiceRequests.xsd, sha256 a57d12abc6fb430cb0b033c713a98c72ec9b188f3e019250201573f63624751c
"""MeterServiceRequests: work to be done on meters: installing, exchanging, disconnecting, testing and the like."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, OpenEnum, XmlType
from cim61968_9._mixins import NameText, QualityTypeParts, ReadingTypeFields
from cim61968_9._generated.common.devices import MeterMultiplierKind
from cim61968_9._generated.common.identity import DateTimeInterval, NameTypeAuthority, Status
from cim61968_9._generated.common.places import PhaseCode, ServiceMultiplierKind, StreetDetail, TownDetail
from cim61968_9._generated.common.readings import Reading, ReadingQuality, ReadingReasonKind
from cim61968_9._generated.common.selection import CustomerKind

__all__ = [
    "ActivityRecord",
    "Customer",
    "CustomerAgreement",
    "CustomerKind",
    "DateTimeInterval",
    "Meter",
    "MeterMultiplier",
    "MeterMultiplierKind",
    "MeterName",
    "MeterReading",
    "MeterServiceRequests",
    "MeterServiceWork",
    "MeterServiceWorkKind",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "NamesNameType",
    "PhaseCode",
    "Reading",
    "ReadingQuality",
    "ReadingQualityType",
    "ReadingReasonKind",
    "ReadingType",
    "ServiceLocation",
    "ServiceMultiplier",
    "ServiceMultiplierKind",
    "Status",
    "StreetAddress",
    "StreetDetail",
    "TownDetail",
    "UsagePoint",
]


class MeterServiceWorkKind(OpenEnum):
    """Nature of a job on a meter or its supply.

    Values overlap, so partners should agree which one they use for a given task.
    """

    construction = "construction"
    """Building new supply or metering equipment."""
    disconnect = "disconnect"
    """Cutting off the supply."""
    inspection = "inspection"
    """Looking the installation over without changing it."""
    maintenance = "maintenance"
    """Upkeep meant to prevent faults."""
    meter = "meter"
    """Work on the meter itself, such as fitting or exchanging it."""
    other = "other"
    """Work that none of the remaining values describes."""
    reconnect = "reconnect"
    """Restoring a supply that was cut off."""
    repair = "repair"
    """Putting right something that is broken."""
    service = "service"
    """Work on the customer's supply connection or a general service call.

    The schema draws no sharper line.
    """
    test = "test"
    """Checking the meter's function or accuracy."""


@define(slots=True, kw_only=True, repr=False, eq=False)
class ActivityRecord(Element):
    """Entry in the history of a device or piece of work: what happened, when and why.

    Device events and configuration events build upon it. CIM class ``ActivityRecord``. IEC 61968-9 edition 2.
    """

    created_date_time: dt.datetime | None = None
    """Instant the entry came about.

    In a device event this normally is the time of the event at the device, not of its arrival; in a configuration
    event, of making the change. CIM ``ActivityRecord.createdDateTime``.
    """

    reason: str | None = None
    """Why it happened or was done, in free text or a value agreed by partners.

    CIM ``ActivityRecord.reason``.
    """

    severity: str | None = None
    """How grave it is, in words agreed by partners, such as 'alarm'.

    There is no fixed list; one product accepts device events only with that word. CIM ``ActivityRecord.severity``.
    """

    type: str | None = None
    """Class of activity in the utility's own scheme.

    A device event has its coded meaning in EndDeviceEventType, not here. CIM ``ActivityRecord.type``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ActivityRecord",
        (
            Member("created_date_time", "createdDateTime", "xs:dateTime"),
            Member("reason", "reason", "xs:string"),
            Member("severity", "severity", "xs:string"),
            Member("type", "type", "xs:string"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Customer(Element):
    """Person or body that takes energy, water or another service from a supplier.

    Many messages carry only its identity (mRID or Names) to link or select; names, phones and addresses sit in the
    Organisation. CIM class ``Customer``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    kind: CustomerKind | None = None
    """Class of customer by what the service is used for, for example residential or pumpingLoad.

    CIM ``Customer.kind``.
    """

    puc_number: str | None = None
    """Registration number of the customer with a public utility commission.

    Absent where the regulator issues none. CIM ``Customer.pucNumber``.
    """

    special_need: str | None = None
    """Special care the customer must get, such as continued supply for home dialysis.

    Free text, so partners agree on wording; check it before a remote disconnection. An empty or missing value does
    not prove that there is no need. CIM ``Customer.specialNeed``.
    """

    vip: bool | None = None
    """True when the customer ranks as especially important.

    Medical and similar needs go into specialNeed. CIM ``Customer.vip``.
    """

    customer_agreements: list[CustomerAgreement] = field(factory=list)
    """Contracts this customer holds.

    In a work order they tell crews and billing which ones the job touches. CIM ``Customer.CustomerAgreements``.
    """

    names: list[MeterName] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    status: Status | None = None
    """State of the customer relationship, for instance active or closed.

    The words in its value are not standardised. CIM ``Customer.status``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Customer",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("kind", "kind", "CustomerKind"),
            Member("puc_number", "pucNumber", "xs:string"),
            Member("special_need", "specialNeed", "xs:string"),
            Member("vip", "vip", "xs:boolean"),
            Member("customer_agreements", "CustomerAgreements", "CustomerAgreement", high=None),
            Member("names", "Names", "MeterName", high=None),
            Member("status", "status", "Status"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class CustomerAgreement(Element):
    """Contract under which a customer is supplied with one service.

    It ties together customer, account, supplier and tariff; who is supplied where is settled by linking it to a
    usage point. CIM class ``CustomerAgreement``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    names: list[MeterName] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "CustomerAgreement",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "MeterName", high=None),
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

    form_number: str | None = None
    """Code for the wiring and terminal layout of the meter, as in the North American meter forms.

    Examples are 2S and 9S of ANSI C12.10. CIM ``Meter.formNumber``.
    """

    serial_number: str | None = None
    """Number the manufacturer gave to the individual unit, usually the one on its nameplate.

    It may repeat between manufacturers, so use mRID or Names to match records safely. CIM ``Asset.serialNumber``.
    """

    meter_multipliers: list[MeterMultiplier] = field(factory=list)
    """Factors and constants of the meter, such as transformer ratios and Kh.

    Their presence does not tell whether readings already include them. CIM ``Meter.MeterMultipliers``.
    """

    meter_readings: list[MeterReading] = field(factory=list)
    """Readings taken in the course of a service order.

    Typically the final values of a removed meter or the first of a new one. CIM ``Meter.MeterReadings``.
    """

    names: list[MeterName] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Meter",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("amr_system", "amrSystem", "xs:string"),
            Member("form_number", "formNumber", "xs:string"),
            Member("serial_number", "serialNumber", "xs:string"),
            Member("meter_multipliers", "MeterMultipliers", "MeterMultiplier", high=None),
            Member("meter_readings", "MeterReadings", "MeterReading", high=None),
            Member("names", "Names", "MeterName", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class MeterMultiplier(Element):
    """One factor or constant of a meter, such as a current transformer ratio.

    Partners must agree whether values they exchange are before or after it; the commodity in the reading type
    helps, as it tells secondary from primary metering. CIM class ``MeterMultiplier``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    kind: MeterMultiplierKind | None = None
    """Which factor is meant: a transformer ratio or one of the meter constants Kh, Kr and Ke.

    CIM ``MeterMultiplier.kind``.
    """

    value: float | None = None
    """The factor as a plain number.

    A current transformer of 200 to 5 A is therefore 40. CIM ``MeterMultiplier.value``.
    """

    names: list[MeterName] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "MeterMultiplier",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("kind", "kind", "MeterMultiplierKind"),
            Member("value", "value", "xs:float"),
            Member("names", "Names", "MeterName", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class MeterName(Element):
    """Identifier of an object in a meter service request, with the scheme it belongs to.

    Used for meters, multipliers, customers and agreements alike, despite its own name. CIM class ``Name``. IEC
    61968-9 edition 2.
    """

    name: str
    """Identifying text itself, such as the number printed on a meter.

    CIM ``Name.name``.
    """

    name_type: NamesNameType | None = None
    """Kind of identifier, such as serial number or premises number.

    Without it, partners must agree what the text stands for. CIM ``Name.NameType``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "MeterName",
        (
            Member("name", "name", "xs:string", low=1),
            Member("name_type", "NameType", "NamesNameType"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class MeterReading(Element):
    """A set of values for one meter or usage point.

    Holds register readings, interval blocks and related events. Name the meter or the usage point, else nobody can
    tell whose values they are. CIM class ``MeterReading``. IEC 61968-9 edition 2.
    """

    readings: list[Reading] = field(factory=list)
    """Single values such as register reads or demand peaks, each with its own reading type.

    In a request, the triggering value rather than any figure. CIM ``MeterReading.Readings``.
    """

    values_interval: DateTimeInterval | None = None
    """Period within which all values of the set fall.

    In the XML its end comes ahead of its start; it bounds the set and says nothing about completeness. CIM
    ``MeterReading.valuesInterval``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "MeterReading",
        (
            Member("readings", "Readings", "Reading", high=None),
            Member("values_interval", "valuesInterval", "DateTimeInterval"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class MeterServiceRequests(Element):
    """Work to be done on meters: installing, exchanging, disconnecting, testing and the like.

    Sent to order work and again to report how it went. IEC 61968-9 edition 2.
    """

    meter_service_work: list[MeterServiceWork] = field(factory=list)
    """The jobs, each for one meter and, on an exchange, for the meter it replaces."""

    reading_quality_type: list[ReadingQualityType] = field(factory=list)
    """Quality codes used by readings taken during the work.

    Those readings refer to this list by code or mRID.
    """

    reading_type: list[ReadingType] = field(factory=list)
    """Quantities used by readings taken during the work, for instance the final read of the removed meter."""

    __xml__: ClassVar[XmlType] = XmlType(
        "MeterServiceRequests",
        (
            Member("meter_service_work", "MeterServiceWork", "MeterServiceWork", high=None),
            Member("reading_quality_type", "ReadingQualityType", "ReadingQualityType", high=None),
            Member("reading_type", "ReadingType", "ReadingType", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class MeterServiceWork(Element):
    """One job on a meter, from the request to its completion.

    Readings taken on site travel inside the meters concerned. CIM class ``MeterServiceWork``. IEC 61968-9 edition
    2.
    """

    kind: MeterServiceWorkKind | None = None
    """Nature of the job, for instance repair or disconnection.

    CIM ``Work.kind``.
    """

    last_modified_date_time: dt.datetime | None = None
    """Instant of the latest change to the record.

    Helps to tell the newer of two copies. CIM ``Document.lastModifiedDateTime``.
    """

    priority: str | None = None
    """Urgency of the job.

    Free text, as the scale is for the partners to agree. CIM ``Work.priority``.
    """

    request_date_time: dt.datetime | None = None
    """When the job was asked for.

    Neither a deadline nor the date planned for the visit. CIM ``Work.requestDateTime``.
    """

    type: str | None = None
    """Class of record in the utility's own scheme, such as a kind of account or contract.

    CIM ``Document.type``.
    """

    activity_records: list[ActivityRecord] = field(factory=list)
    """History of what was done about the record, such as visits and calls made for a piece of meter work.

    CIM ``Document.ActivityRecords``.
    """

    customers: list[Customer] = field(factory=list)
    """Customers touched by the job, for instance to arrange access or to look after special needs.

    CIM ``Work.Customers``.
    """

    meter: Meter
    """Meter to be worked on.

    On an exchange this is the new one; its readings can hold the opening values. CIM ``MeterServiceWork.Meter``.
    """

    old_meter: Meter | None = None
    """Meter taken away in an exchange, with its closing readings if known.

    Absent for jobs that replace nothing. CIM ``MeterServiceWork.OldMeter``.
    """

    status: Status | None = None
    """State of what is recorded, such as an open account or completed work.

    Progress of the paperwork goes into docStatus. CIM ``Document.status``.
    """

    usage_point: UsagePoint | None = None
    """Place of supply where the work is done, with technical data and address for the crew.

    CIM ``MeterServiceWork.UsagePoint``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "MeterServiceWork",
        (
            Member("kind", "kind", "MeterServiceWorkKind"),
            Member("last_modified_date_time", "lastModifiedDateTime", "xs:dateTime"),
            Member("priority", "priority", "xs:string"),
            Member("request_date_time", "requestDateTime", "xs:dateTime"),
            Member("type", "type", "xs:string"),
            Member("activity_records", "ActivityRecords", "ActivityRecord", high=None),
            Member("customers", "Customers", "Customer", high=None),
            Member("meter", "Meter", "Meter", low=1),
            Member("old_meter", "OldMeter", "Meter"),
            Member("status", "status", "Status"),
            Member("usage_point", "UsagePoint", "UsagePoint"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Name(NameText, Element):
    """Identifier in people's or systems' terms, such as a meter or account number.

    It is unique only together with its name type and authority. CIM class ``Name``. IEC 61968-9 edition 2.
    """

    name: str
    """Identifying text itself, such as the number printed on a meter.

    CIM ``Name.name``.
    """

    name_type: NameType | None = None
    """Kind of identifier, such as serial number or premises number.

    Without it, partners must agree what the text stands for. CIM ``Name.NameType``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Name",
        (
            Member("name", "name", "xs:string", low=1),
            Member("name_type", "NameType", "NameType"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class NameType(Element):
    """Sort of identifier, so that a serial number is not taken for an account number.

    CIM class ``NameType``. IEC 61968-9 edition 2.
    """

    name: str
    """Label of the sort of identifier, such as 'MeterNumber'.

    Partners agree the labels, so compare them exactly. CIM ``NameType.name``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "NameType",
        (
            Member("name", "name", "xs:string", low=1),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class NamesNameType(Element):
    """Kind of identifier of a meter in MeterServiceRequests.

    Same content as NameType; only the schema type is called differently there. CIM class ``NameType``. IEC 61968-9
    edition 2.
    """

    description: str | None = None
    """Explanation for people of what such identifiers are and how they are formed.

    Not needed to resolve a name. CIM ``NameType.description``.
    """

    name: str
    """Label of the sort of identifier, such as 'MeterNumber'.

    Partners agree the labels, so compare them exactly. CIM ``NameType.name``.
    """

    name_type_authority: NameTypeAuthority | None = None
    """Issuer of such identifiers.

    Needed when two of them use the same kind, such as two utilities with account numbers. CIM
    ``NameType.NameTypeAuthority``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "NamesNameType",
        (
            Member("description", "description", "xs:string"),
            Member("name", "name", "xs:string", low=1),
            Member("name_type_authority", "NameTypeAuthority", "NameTypeAuthority"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ReadingQualityType(QualityTypeParts, Element):
    """A kind of quality finding, identified by three numbers: system, category and subcategory.

    Example: 1.4.4, a skipped interval reported by the device. CIM class ``ReadingQualityType``. IEC 61968-9 edition
    2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    category: str | None = None
    """Second part of the quality code, the broad class of finding.

    0 is valid, 5 failed reasonability, 6 failed validation, 7 edited, 8 estimated. CIM
    ``ReadingQualityType.category``.
    """

    sub_category: str | None = None
    """Third part of the quality code, the precise finding within its category.

    The same number means different things in different categories. CIM ``ReadingQualityType.subCategory``.
    """

    system_id: str | None = None
    """First part of the quality code, the kind of system that made the finding.

    1 is the end device, 2 the metering system, 3 the meter data management. CIM ``ReadingQualityType.systemId``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ReadingQualityType",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("category", "category", "xs:string"),
            Member("sub_category", "subCategory", "xs:string"),
            Member("system_id", "systemId", "xs:string"),
            Member("names", "Names", "Name", low=1, high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ReadingType(ReadingTypeFields, Element):
    """Full description of what a value means, summed up in a code of 18 numbers.

    The code stands in Names and identifies the type; the single fields are an optional break-down. Requests use
    identity only. CIM class ``ReadingType``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    accumulation: str | None = None
    """How the figure builds up over time: running total, change within an interval or momentary value.

    Fourth number of the code; 1 is a dial-like total, 4 interval delta, 12 instantaneous. CIM
    ``ReadingType.accumulation``.
    """

    aggregate: str | None = None
    """Statistic applied to the samples, such as average, maximum or minimum.

    Second number of the code; 0 means none. CIM ``ReadingType.aggregate``.
    """

    commodity: str | None = None
    """What is metered: electricity, natural gas, water and so on.

    Sixth number of the code. For electricity, 1 is the secondary and 2 the primary side of the transformers, which
    tells whether their ratio is applied. CIM ``ReadingType.commodity``.
    """

    consumption_tier: int | None = None
    """Step of a block tariff, in which the price depends on the amount used.

    Fourteenth number of the code; 0 means no step. CIM ``ReadingType.consumptionTier``.
    """

    cpp: int | None = None
    """Critical peak period to which the value belongs, for tariffs with announced peak events.

    Thirteenth number of the code; 0 means none. CIM ``ReadingType.cpp``.
    """

    currency: str | None = None
    """Currency of a money value.

    Last of the 18 numbers, as ISO 4217 numeric code, for instance 978 for the euro; 0 for quantities that are not
    money. CIM ``ReadingType.currency``.
    """

    flow_direction: str | None = None
    """Direction of flow as seen from the supply, or a set of quadrants.

    Fifth number of the code: 1 forward, delivered to the customer; 19 reverse, received from the customer; 4 net;
    20 total. CIM ``ReadingType.flowDirection``.
    """

    macro_period: str | None = None
    """Long period the value refers to, such as a day, a month or a billing period.

    First number of the code; 0 if none. Interval length is a field of its own. CIM ``ReadingType.macroPeriod``.
    """

    measurement_kind: str | None = None
    """Physical or logical quantity, such as energy, demand or voltage.

    Seventh number of the code: 12 is energy, 8 demand, 37 power. The direction and the unit are told elsewhere in
    the code. CIM ``ReadingType.measurementKind``.
    """

    measuring_period: str | None = None
    """Length of the interval or demand block behind the value.

    Third number of the code, a list entry rather than minutes: 2 is 15 minutes, 7 is an hour, 4 a day. CIM
    ``ReadingType.measuringPeriod``.
    """

    multiplier: str | None = None
    """Power of ten by which the figure is scaled.

    Sixteenth number of the code: 3 is kilo, -3 is milli, 0 leaves it as it is. Instrument transformer ratios do not
    belong here. CIM ``ReadingType.multiplier``.
    """

    phases: str | None = None
    """Conductors on which the quantity is measured.

    Fifteenth number of the code, a sum of bits: 128 is A, 64 B, 32 C, thus 224 is ABC. Bits 8, 4, 2 and 1 name the
    conductor measured against: 129 is A to neutral, 132 A to B. 0 if not stated. CIM ``ReadingType.phases``.
    """

    tou: int | None = None
    """Time-of-use rate in which the value was registered.

    Twelfth number of the code; 0 is the total over all rates. What each number means depends on the tariff. CIM
    ``ReadingType.tou``.
    """

    unit: str | None = None
    """Unit of measure without prefix.

    Seventeenth number of the code: 72 is Wh, 38 W, 29 V, 5 A. A kWh value therefore combines this with multiplier
    3. CIM ``ReadingType.unit``.
    """

    argument: str | None = None
    """Extra number that narrows the quantity, given as a fraction.

    Tenth and eleventh numbers of the code. MeterServiceRequests has only a reference here; what its ref holds is
    not laid down, so take the numbers from the code. CIM ``ReadingType.argument``.
    """

    interharmonic: str | None = None
    """Harmonic or interharmonic to which the value is restricted.

    Eighth and ninth numbers of the code; absent or 0 over 0 for the full signal. In MeterServiceRequests it is a
    mere reference whose ref has no agreed content; read the numbers from the code. CIM
    ``ReadingType.interharmonic``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ReadingType",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("accumulation", "accumulation", "xs:string"),
            Member("aggregate", "aggregate", "xs:string"),
            Member("commodity", "commodity", "xs:string"),
            Member("consumption_tier", "consumptionTier", "xs:integer"),
            Member("cpp", "cpp", "xs:integer"),
            Member("currency", "currency", "xs:string"),
            Member("flow_direction", "flowDirection", "xs:string"),
            Member("macro_period", "macroPeriod", "xs:string"),
            Member("measurement_kind", "measurementKind", "xs:string"),
            Member("measuring_period", "measuringPeriod", "xs:string"),
            Member("multiplier", "multiplier", "xs:string"),
            Member("phases", "phases", "xs:string"),
            Member("tou", "tou", "xs:integer"),
            Member("unit", "unit", "xs:string"),
            Member("argument", "argument", "@ref"),
            Member("interharmonic", "interharmonic", "@ref"),
            Member("names", "Names", "Name", low=1, high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ServiceLocation(Element):
    """Premises where one or more services are delivered, such as a house, a shop or a farm.

    Several usage points, even of different services, can share one. CIM class ``ServiceLocation``. IEC 61968-9
    edition 2.
    """

    access_method: str | None = None
    """How field staff get into the premises, for example key box, doorman or appointment.

    CIM ``ServiceLocation.accessMethod``.
    """

    needs_inspection: bool | None = None
    """True when someone should visit and check the premises, for instance after suspected tampering.

    CIM ``ServiceLocation.needsInspection``.
    """

    site_access_problem: str | None = None
    """What hinders or endangers a visit to the premises, such as a dog or a locked gate.

    CIM ``ServiceLocation.siteAccessProblem``.
    """

    main_address: StreetAddress | None = None
    """Street address of the place.

    Bills may go elsewhere; the mailing address belongs to the Organisation. CIM ``Location.mainAddress``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ServiceLocation",
        (
            Member("access_method", "accessMethod", "xs:string"),
            Member("needs_inspection", "needsInspection", "xs:boolean"),
            Member("site_access_problem", "siteAccessProblem", "xs:string"),
            Member("main_address", "mainAddress", "StreetAddress"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ServiceMultiplier(Element):
    """Factor by which readings of a usage point are scaled because of instrument transformers.

    Settle in writing whether meter, head-end or MDM applies it: factors applied twice or never are a common billing
    error. CIM class ``ServiceMultiplier``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    kind: ServiceMultiplierKind | None = None
    """What the factor stands for: current transformer, voltage transformer or both together.

    In CustomerMeterDataSet it is a reference and its ref is expected to hold the kind, such as ctRatio; elsewhere
    the kind is written out. CIM ``ServiceMultiplier.kind``.
    """

    value: float | None = None
    """The factor as a plain number: a 200:5 current transformer is usually stated as 40.

    CIM ``ServiceMultiplier.value``.
    """

    names: list[MeterName] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ServiceMultiplier",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("kind", "kind", "ServiceMultiplierKind"),
            Member("value", "value", "xs:float"),
            Member("names", "Names", "MeterName", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class StreetAddress(Element):
    """Physical address of a building or site, split into street and town.

    It has no postcode member of its own; that sits in PostalAddress. CIM class ``StreetAddress``. IEC 61968-9
    edition 2.
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
            Member("street_detail", "streetDetail", "StreetDetail"),
            Member("town_detail", "townDetail", "TownDetail"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class UsagePoint(Element):
    """Place where a service is delivered or measured, called service delivery point in edition 1.

    It outlives the meters installed there, so contracts and history should hang on it. CIM class ``UsagePoint``.
    IEC 61968-9 edition 2.
    """

    check_billing: bool | None = None
    """True when earlier bills for this point may be wrong and ought to be reviewed.

    Who clears the flag, and when, is for the partners to arrange. CIM ``UsagePoint.checkBilling``.
    """

    grounded: bool | None = None
    """True when the service at this point is earthed.

    CIM ``UsagePoint.grounded``.
    """

    is_virtual: bool | None = None
    """True when the point exists only on paper, for example as the sum of several sites.

    No meter stands there, so it cannot be read on demand. CIM ``UsagePoint.isVirtual``.
    """

    nominal_service_voltage: float | None = None
    """Voltage the service is designed for, in volts.

    Say between partners whether it is phase to neutral or phase to phase. CIM ``UsagePoint.nominalServiceVoltage``.
    """

    phase_code: PhaseCode | None = None
    """Conductors that supply the point, such as ABCN for three phases with neutral.

    Not to be mixed up with the phase number inside a reading type code. CIM ``UsagePoint.phaseCode``.
    """

    rated_current: float | None = None
    """Current the service is built or contracted to carry, in amperes.

    CIM ``UsagePoint.ratedCurrent``.
    """

    rated_power: float | None = None
    """Active power the point is set up to deliver.

    The base unit is the watt, but no multiplier is carried: partners must agree whether W or kW is meant. CIM
    ``UsagePoint.ratedPower``.
    """

    service_delivery_remark: str | None = None
    """Free note on the supply here, such as 'fed from the shared riser'.

    CIM ``UsagePoint.serviceDeliveryRemark``.
    """

    service_priority: str | None = None
    """Rank of the point when supply is shed or restored.

    The scale is local: agree on it, and on whether 1 is the highest or the lowest. CIM
    ``UsagePoint.servicePriority``.
    """

    service_location: ServiceLocation | None = None
    """Premises the point belongs to.

    Sent as identity only in UsagePointConfig; work orders give address and access notes instead. CIM
    ``UsagePoint.ServiceLocation``.
    """

    service_multipliers: list[ServiceMultiplier] = field(factory=list)
    """Instrument transformer factors that belong to the installation rather than the meter.

    Multipliers of the meter itself are sent in MeterConfig: do not apply both for the same transformer. CIM
    ``UsagePoint.ServiceMultipliers``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "UsagePoint",
        (
            Member("check_billing", "checkBilling", "xs:boolean"),
            Member("grounded", "grounded", "xs:boolean"),
            Member("is_virtual", "isVirtual", "xs:boolean"),
            Member("nominal_service_voltage", "nominalServiceVoltage", "xs:float"),
            Member("phase_code", "phaseCode", "PhaseCode"),
            Member("rated_current", "ratedCurrent", "xs:float"),
            Member("rated_power", "ratedPower", "xs:float"),
            Member("service_delivery_remark", "serviceDeliveryRemark", "xs:string"),
            Member("service_priority", "servicePriority", "xs:string"),
            Member("service_location", "ServiceLocation", "ServiceLocation"),
            Member("service_multipliers", "ServiceMultipliers", "ServiceMultiplier", high=None),
        ),
    )
