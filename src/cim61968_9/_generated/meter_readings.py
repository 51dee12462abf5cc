# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: MeterReadings.xsd, sha256 b3db5b97ee3e22d1ca006c8d12db27cea51642765ad25b480529d90b4962825e
"""MeterReadings: metered data as a message: values with the types, qualities and events they refer to."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._mixins import QualityTypeParts, ReadingValue, TypedValues
from cim61968_9._generated.common.events import Asset, EndDeviceEvent, EndDeviceEventDetail
from cim61968_9._generated.common.identity import (
    DateTimeInterval,
    Name,
    NameType,
    NameTypeAuthority,
    Status,
    UsagePoint,
)
from cim61968_9._generated.common.readings import (
    EndDeviceEventType,
    RationalNumber,
    Reading,
    ReadingInterharmonic,
    ReadingQuality,
    ReadingReasonKind,
    ReadingType,
)

__all__ = [
    "Asset",
    "DateTimeInterval",
    "EndDeviceEvent",
    "EndDeviceEventDetail",
    "EndDeviceEventType",
    "IntervalBlock",
    "IntervalReading",
    "Meter",
    "MeterReading",
    "MeterReadings",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "PendingCalculation",
    "RationalNumber",
    "Reading",
    "ReadingInterharmonic",
    "ReadingQuality",
    "ReadingQualityType",
    "ReadingReasonKind",
    "ReadingType",
    "Status",
    "UsagePoint",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class IntervalBlock(TypedValues, Element):
    """A run of interval values of one quantity.

    The reading type is given once for the whole block, so each quantity needs a block of its own. CIM class
    ``IntervalBlock``. IEC 61968-9 edition 2.
    """

    interval_readings: list[IntervalReading] = field(factory=list)
    """The values of the block, one for each interval.

    A gap in the times means that the message has no value there, which is not the same as zero. CIM
    ``IntervalBlock.IntervalReadings``.
    """

    pending_calculation: PendingCalculation | None = None
    """Scaling that the receiver still has to apply to every value of the block.

    Absent when the figures are ready for use. CIM ``IntervalBlock.PendingCalculation``.
    """

    reading_type: str
    """Quantity, unit and interval length common to all values of the block.

    The ref holds the reading type code of 18 numbers or an mRID. With a pending calculation it describes the
    figures before that calculation. CIM ``IntervalBlock.ReadingType``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "IntervalBlock",
        (
            Member("interval_readings", "IntervalReadings", "IntervalReading", high=None),
            Member("pending_calculation", "PendingCalculation", "PendingCalculation"),
            Member("reading_type", "ReadingType", "@ref", low=1),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class IntervalReading(ReadingValue, Element):
    """The figure for a single interval within a block, for instance one quarter of an hour.

    Takes its reading type from the block; its time stamp marks the end of the interval. CIM class
    ``IntervalReading``. IEC 61968-9 edition 2.
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

    time_period: DateTimeInterval | None = None
    """Span of time a value covers, or, in a request, the span for which values are wanted.

    Useful for demand or billing-period figures. On the wire the end is written before the start. CIM
    ``BaseReading.timePeriod``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "IntervalReading",
        (
            Member("reported_date_time", "reportedDateTime", "xs:dateTime"),
            Member("source", "source", "xs:string"),
            Member("time_stamp", "timeStamp", "xs:dateTime"),
            Member("value", "value", "xs:string"),
            Member("reading_qualities", "ReadingQualities", "ReadingQuality", high=None),
            Member("time_period", "timePeriod", "DateTimeInterval"),
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

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    status: Status | None = None
    """State the equipment is in, with the time and the reason of that state.

    The values are free text; agree on them between systems. CIM ``Asset.status``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Meter",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
            Member("status", "status", "Status"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class MeterReading(Element):
    """A set of values for one meter or usage point.

    Holds register readings, interval blocks and related events. Name the meter or the usage point, else nobody can
    tell whose values they are. CIM class ``MeterReading``. IEC 61968-9 edition 2.
    """

    is_coincident_trigger: bool | None = None
    """True when other values are taken, or asked for, at the moment of this one.

    Example: the maximum demand that fixes the time for which the voltage is wanted too. CIM
    ``MeterReading.isCoincidentTrigger``.
    """

    end_device_events: list[EndDeviceEvent] = field(factory=list)
    """Device events that belong with the values, such as a tamper alarm read out together with them.

    In a request, the event that triggers coincident values. CIM ``MeterReading.EndDeviceEvents``.
    """

    interval_blocks: list[IntervalBlock] = field(factory=list)
    """Load-profile data, one block for each quantity.

    Stands beside the single readings: one set can have either or both. CIM ``MeterReading.IntervalBlocks``.
    """

    meter: Meter | None = None
    """Meter that produced the values, identified by mRID or by Names.

    After an exchange, old and new meter have separate sets even at the same usage point. CIM
    ``MeterReading.Meter``.
    """

    readings: list[Reading] = field(factory=list)
    """Single values such as register reads or demand peaks, each with its own reading type.

    In a request, the triggering value rather than any figure. CIM ``MeterReading.Readings``.
    """

    usage_point: UsagePoint | None = None
    """Place of supply for which the values hold.

    May replace the meter when the sender does not know or does not wish to tell which device was there. CIM
    ``MeterReading.UsagePoint``.
    """

    values_interval: DateTimeInterval | None = None
    """Period within which all values of the set fall.

    In the XML its end comes ahead of its start; it bounds the set and says nothing about completeness. CIM
    ``MeterReading.valuesInterval``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "MeterReading",
        (
            Member("is_coincident_trigger", "isCoincidentTrigger", "xs:boolean"),
            Member("end_device_events", "EndDeviceEvents", "EndDeviceEvent", high=None),
            Member("interval_blocks", "IntervalBlocks", "IntervalBlock", high=None),
            Member("meter", "Meter", "Meter"),
            Member("readings", "Readings", "Reading", high=None),
            Member("usage_point", "UsagePoint", "UsagePoint"),
            Member("values_interval", "valuesInterval", "DateTimeInterval"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class MeterReadings(Element):
    """Metered data as a message: values with the types, qualities and events they refer to.

    Within GetMeterReadings the same name is a filter that describes a coincidence trigger and has none of these
    lists. IEC 61968-9 edition 2.
    """

    end_device_event_type: list[EndDeviceEventType] = field(factory=list)
    """Kinds of event used in the message, each coded type.domain.subDomain.eventOrAction.

    Listed once so that events can refer to them.
    """

    meter_reading: list[MeterReading] = field(factory=list)
    """The sets of values, each for a meter or a usage point.

    This list is the actual content; the other root lists explain its codes.
    """

    reading_quality_type: list[ReadingQualityType] = field(factory=list)
    """Quality codes that occur in the message, each written system.category.subcategory.

    Listed so that readings can point to them rather than repeat them.
    """

    reading_type: list[ReadingType] = field(factory=list)
    """Quantities that occur in the message, each with its code of 18 numbers in Names.

    Readings and blocks refer to them; senders may leave out the list when the codes speak for themselves.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "MeterReadings",
        (
            Member("end_device_event_type", "EndDeviceEventType", "EndDeviceEventType", high=None),
            Member("meter_reading", "MeterReading", "MeterReading", high=None),
            Member("reading_quality_type", "ReadingQualityType", "ReadingQualityType", high=None),
            Member("reading_type", "ReadingType", "ReadingType", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class PendingCalculation(Element):
    """Scaling not yet applied to the interval values of a block.

    Holds a factor, an offset and the order of the two; the receiver does the sum before using the figures. CIM
    class ``PendingCalculation``. IEC 61968-9 edition 2.
    """

    multiply_before_add: bool | None = None
    """True when the factor is applied first and the offset added afterwards.

    When false, the offset is added first and the sum is multiplied. CIM ``PendingCalculation.multiplyBeforeAdd``.
    """

    offset: int | None = None
    """Whole number added to each value.

    Its scale depends on the order of the steps: added last, it is on the scale of the result; added first, on that
    of the raw value. CIM ``PendingCalculation.offset``.
    """

    scalar_denominator: int | None = None
    """Lower part of the factor when that is a fraction: values are divided by it.

    Must not be zero; absent when the factor is a decimal number. CIM ``PendingCalculation.scalarDenominator``.
    """

    scalar_float: float | None = None
    """Factor as a decimal number.

    Use it or the fraction, not both, since a receiver cannot tell which should win. CIM
    ``PendingCalculation.scalarFloat``.
    """

    scalar_numerator: int | None = None
    """Upper part of the factor when that is a fraction: values are multiplied by it.

    Goes together with the denominator. CIM ``PendingCalculation.scalarNumerator``.
    """

    reading_type: str
    """Quantity and unit the values have once the calculation is done.

    The ref holds a reading type code of 18 numbers or an mRID; it normally differs from that of the block. CIM
    ``PendingCalculation.ReadingType``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "PendingCalculation",
        (
            Member("multiply_before_add", "multiplyBeforeAdd", "xs:boolean"),
            Member("offset", "offset", "xs:integer"),
            Member("scalar_denominator", "scalarDenominator", "xs:integer"),
            Member("scalar_float", "scalarFloat", "xs:float"),
            Member("scalar_numerator", "scalarNumerator", "xs:integer"),
            Member("reading_type", "ReadingType", "@ref", low=1),
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
