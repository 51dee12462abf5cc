# Generated code: do not edit.
# Generator: nox -s codegen
"""Types that several schemas share: readings."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, OpenEnum, XmlType
from cim61968_9._mixins import EventTypeParts, QualityOfType, ReadingTypeFields, TypedReading
from cim61968_9._generated.common.identity import DateTimeInterval, Name

__all__ = [
    "EndDeviceEventType",
    "RationalNumber",
    "Reading",
    "ReadingInterharmonic",
    "ReadingQuality",
    "ReadingReasonKind",
    "ReadingType",
]


class ReadingReasonKind(OpenEnum):
    """Occasion or purpose of a reading.

    Also states why quantities are required at a usage point.
    """

    billing = "billing"
    """Regular bill for a billing period."""
    demandReset = "demandReset"
    """Reset of the maximum demand; the reading keeps the peak reached up to then."""
    inquiry = "inquiry"
    """Question to be answered, for instance a complaint about a bill."""
    installation = "installation"
    """Fitting of a meter; gives the opening read."""
    loadManagement = "loadManagement"
    """Control of load or a check on it, for instance in demand response."""
    loadResearch = "loadResearch"
    """Study of how customers use energy, apart from billing."""
    moveIn = "moveIn"
    """Arrival of a new customer at the place of supply."""
    moveOut = "moveOut"
    """Departure of the present customer from the place of supply."""
    other = "other"
    """An occasion for which the list has no value."""
    removal = "removal"
    """Taking out of a meter; gives the closing read."""
    serviceConnect = "serviceConnect"
    """Supply switched on, for the first time or after a disconnection."""
    serviceDisconnect = "serviceDisconnect"
    """Supply switched off; the reading records the final figure."""


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDeviceEventType(EventTypeParts, Element):
    """Full definition of an event code.

    Events name it by reference; the definition adds names and the four parts of the code
    type.domain.subDomain.eventOrAction. In Get requests only its identity is used. CIM class
    ``EndDeviceEventType``.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    domain: str | None = None
    """Second part of the event code: the area concerned, such as 26 for power or 12 for security.

    CIM ``EndDeviceEventType.domain``.
    """

    event_or_action: str | None = None
    """Fourth part of the event code: what occurred, for example 85 for failed or 216 for restored.

    CIM ``EndDeviceEventType.eventOrAction``.
    """

    sub_domain: str | None = None
    """Third part of the event code: a narrower subject within the area.

    22, for instance, is the charge of a battery; 0 means that none is needed. CIM ``EndDeviceEventType.subDomain``.
    """

    type: str | None = None
    """First part of the event code: the kind of device that reports, for example 4 for a gas meter.

    Published code lists show a star here, to be replaced by the real kind. CIM ``EndDeviceEventType.type``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "EndDeviceEventType",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("domain", "domain", "xs:string"),
            Member("event_or_action", "eventOrAction", "xs:string"),
            Member("sub_domain", "subDomain", "xs:string"),
            Member("type", "type", "xs:string"),
            Member("names", "Names", "Name", low=1, high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class RationalNumber(Element):
    """A fraction of two whole numbers, used where a decimal would lose accuracy.

    In a reading type it is the argument, and 0 over 0 stands for no argument. CIM class ``RationalNumber``.
    """

    denominator: int
    """Lower part of the fraction.

    In the reading type code it is the eleventh number, 0 when no argument is given, so check before dividing. CIM
    ``RationalNumber.denominator``.
    """

    numerator: int
    """Upper part of the fraction.

    Tenth of the 18 numbers when it belongs to the argument of a reading type. CIM ``RationalNumber.numerator``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "RationalNumber",
        (
            Member("denominator", "denominator", "xs:integer", low=1),
            Member("numerator", "numerator", "xs:integer", low=1),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Reading(TypedReading, Element):
    """One metered value with its own quantity and time, such as a register read or a peak demand.

    In a request it holds only conditions: reason, source and period. CIM class ``Reading``.
    """

    reason: ReadingReasonKind | None = None
    """Business occasion for the value, such as billing or moving out.

    In a request it asks for values taken on that occasion; absence means that the occasion is not stated. CIM
    ``Reading.reason``.
    """

    reported_date_time: dt.datetime | None = None
    """Moment at which the value reached the metering system.

    Often hours after the time stamp, because data is collected late; never use it as the time of measurement. CIM
    ``BaseReading.reportedDateTime``.
    """

    source: str | None = None
    """System, device or person that supplied the value.

    Free text, so partners agree on the words; in a request it names the origin from which values are wanted, for
    instance the meter itself or a store. CIM ``BaseReading.source``.
    """

    time_stamp: dt.datetime | None = None
    """Time the value belongs to.

    A register read was taken then; for interval data it is when the interval ended, not when it began. Send it with
    'Z' or an offset, since a bare local time is ambiguous. CIM ``MeasurementValue.timeStamp``.
    """

    value: str | None = None
    """The measured figure, written as text.

    Multiply by ten to the power of the reading type's multiplier to get the plain unit. Whether current and voltage
    transformer ratios are included shows in the commodity, not here. CIM ``BaseReading.value``.
    """

    reading_qualities: list[ReadingQuality] = field(factory=list)
    """Findings on the trustworthiness of the value, for instance validated, estimated or edited.

    Several may hold at once; with none, the message says nothing about quality. CIM
    ``BaseReading.ReadingQualities``.
    """

    reading_type: str
    """Quantity, unit and scale of the value.

    A reference whose ref holds the reading type code of 18 numbers or an mRID; a coincidence filter gives the
    object itself, by code or mRID. CIM ``Reading.ReadingType``.
    """

    time_period: DateTimeInterval | None = None
    """Span of time a value covers, or, in a request, the span for which values are wanted.

    Useful for demand or billing-period figures. On the wire the end is written before the start. CIM
    ``BaseReading.timePeriod``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Reading",
        (
            Member("reason", "reason", "ReadingReasonKind"),
            Member("reported_date_time", "reportedDateTime", "xs:dateTime"),
            Member("source", "source", "xs:string"),
            Member("time_stamp", "timeStamp", "xs:dateTime"),
            Member("value", "value", "xs:string"),
            Member("reading_qualities", "ReadingQualities", "ReadingQuality", high=None),
            Member("reading_type", "ReadingType", "@ref", low=1),
            Member("time_period", "timePeriod", "DateTimeInterval"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ReadingInterharmonic(Element):
    """Order of a harmonic or interharmonic, as a multiple of the fundamental.

    Written as a fraction: 3 over 1 is the third harmonic, 0 over 0 means the whole signal. CIM class
    ``ReadingInterharmonic``.
    """

    denominator: int
    """Lower part of the order: 1 for whole harmonics, larger for orders in between.

    Ninth of the 18 numbers of the reading type code; 0 when harmonics play no part. CIM
    ``ReadingInterharmonic.denominator``.
    """

    numerator: int
    """Upper part of the order, for instance 5 in the fifth harmonic.

    Eighth number of the reading type code. CIM ``ReadingInterharmonic.numerator``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ReadingInterharmonic",
        (
            Member("denominator", "denominator", "xs:integer", low=1),
            Member("numerator", "numerator", "xs:integer", low=1),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ReadingQuality(QualityOfType, Element):
    """One finding on the quality of a value, with its author and time.

    Values that pass several checks can carry several findings. CIM class ``ReadingQuality``.
    """

    comment: str | None = None
    """Free remark on the finding, for instance why a person edited the value.

    CIM ``ReadingQuality.comment``.
    """

    source: str | None = None
    """System or person that made the finding.

    May differ from the source of the value, as when the MDM estimates what the head-end failed to read. CIM
    ``ReadingQuality.source``.
    """

    time_stamp: dt.datetime | None = None
    """When the finding was made.

    Not the time of the value it judges. CIM ``ReadingQuality.timeStamp``.
    """

    reading_quality_type: str
    """Kind of finding, coded system.category.subcategory.

    In data the ref holds that code or an mRID; a request gives the type as an object instead. CIM
    ``ReadingQuality.ReadingQualityType``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ReadingQuality",
        (
            Member("comment", "comment", "xs:string"),
            Member("source", "source", "xs:string"),
            Member("time_stamp", "timeStamp", "xs:dateTime"),
            Member("reading_quality_type", "ReadingQualityType", "@ref", low=1),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ReadingType(ReadingTypeFields, Element):
    """Full description of what a value means, summed up in a code of 18 numbers.

    The code stands in Names and identifies the type; the single fields are an optional break-down. Requests use
    identity only. CIM class ``ReadingType``.
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

    argument: RationalNumber | None = None
    """Extra number that narrows the quantity, given as a fraction.

    Tenth and eleventh numbers of the code. MeterServiceRequests has only a reference here; what its ref holds is
    not laid down, so take the numbers from the code. CIM ``ReadingType.argument``.
    """

    interharmonic: ReadingInterharmonic | None = None
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
            Member("argument", "argument", "RationalNumber"),
            Member("interharmonic", "interharmonic", "ReadingInterharmonic"),
            Member("names", "Names", "Name", low=1, high=None),
        ),
    )
