# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: GetMeterReadings.xsd, sha256 174d250f116435794b8b587121460738ab2d246891df5e32c3b6895602ca48e1
"""GetMeterReadings: request for metered data."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._generated.common.identity import DateTimeInterval, Name, NameType, NameTypeAuthority, UsagePoint
from cim61968_9._generated.common.places import TransformerTank
from cim61968_9._generated.common.readings import ReadingReasonKind
from cim61968_9._generated.common.selection import EndDevice, EndDeviceGroup, Meter, TimeSchedule, UsagePointGroup
from cim61968_9._generated.get_end_device_events import EndDeviceEventType
from cim61968_9._generated.get_meter_read_schedule import ReadingType

__all__ = [
    "CoincidentReading",
    "DateTimeInterval",
    "EndDevice",
    "EndDeviceEvent",
    "EndDeviceEventType",
    "EndDeviceGroup",
    "GetMeterReadings",
    "Meter",
    "MeterReadings",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "Reading",
    "ReadingQuality",
    "ReadingQualityType",
    "ReadingReasonKind",
    "ReadingType",
    "TimeSchedule",
    "TransformerTank",
    "UsagePoint",
    "UsagePointGroup",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class CoincidentReading(Element):
    """Description of the value that triggers coincident values, in a request for readings.

    Names its reading type and may narrow it by reason, source and period; it holds no figure. CIM class
    ``Reading``. IEC 61968-9 edition 2.
    """

    reason: ReadingReasonKind | None = None
    """Business occasion for the value, such as billing or moving out.

    In a request it asks for values taken on that occasion; absence means that the occasion is not stated. CIM
    ``Reading.reason``.
    """

    source: str | None = None
    """System, device or person that supplied the value.

    Free text, so partners agree on the words; in a request it names the origin from which values are wanted, for
    instance the meter itself or a store. CIM ``BaseReading.source``.
    """

    reading_type: ReadingType
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
        "CoincidentReading",
        (
            Member("reason", "reason", "ReadingReasonKind"),
            Member("source", "source", "xs:string"),
            Member("reading_type", "ReadingType", "ReadingType", low=1),
            Member("time_period", "timePeriod", "DateTimeInterval"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDeviceEvent(Element):
    """Something a meter or other end device noticed or did: a power failure, tampering, an order's result.

    The device stands under Assets, the time of the event under createdDateTime. In a Get request it is a filter for
    events. CIM class ``EndDeviceEvent``. IEC 61968-9 edition 2.
    """

    end_device_event_type: EndDeviceEventType
    """What happened.

    The ref attribute holds the name or mRID of an event type, normally the code
    type.domain.subDomain.eventOrAction: 3.26.0.85 is a power failure. In GetMeterReadings the type is given as an
    object with mRID or Names. CIM ``EndDeviceEvent.EndDeviceEventType``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "EndDeviceEvent",
        (
            Member("end_device_event_type", "EndDeviceEventType", "EndDeviceEventType", low=1),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class GetMeterReadings(Element):
    """Request for metered data.

    Lists of different kinds are commonly taken to narrow each other, entries of one list to widen it; an empty list
    sets no limit. IEC 61968-9 edition 2.
    """

    end_device: list[EndDevice] = field(factory=list)
    """Meters or other devices whose data is wanted.

    None means no restriction by device.
    """

    end_device_group: list[EndDeviceGroup] = field(factory=list)
    """Device groups whose members' data is wanted, given by identity.

    Not every head-end supports groups here.
    """

    meter_readings: MeterReadings | None = None
    """Trigger for coincident values: data is wanted for the moments at which this value or event occurred.

    Leave it out for an ordinary read.
    """

    reading: list[Reading] = field(factory=list)
    """Conditions on single values: reason, source and period.

    The period here takes the place of start and end time in the request part of the message.
    """

    reading_quality: list[ReadingQuality] = field(factory=list)
    """Qualities wanted, for instance only validated values.

    Without it, values of any quality may be returned.
    """

    reading_type: list[ReadingType] = field(factory=list)
    """Quantities asked for, each by its code of 18 numbers in Names or by mRID.

    Without any, the choice of quantities is left open.
    """

    time_schedule: list[TimeSchedule] = field(factory=list)
    """Periods for which data is wanted, as schedule intervals.

    An alternative to the period of a reading; no recurrence can be asked for here.
    """

    transformer_tank: list[TransformerTank] = field(factory=list)
    """Distribution transformers by which data is selected.

    Agree whether this means meters at the transformer or those it feeds, as the schema does not tell.
    """

    usage_point: list[UsagePoint] = field(factory=list)
    """Places of supply whose data is wanted, whichever meter served them in the period."""

    usage_point_group: list[UsagePointGroup] = field(factory=list)
    """Groups of places of supply whose data is wanted.

    The receiver must already know who belongs to each.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "GetMeterReadings",
        (
            Member("end_device", "EndDevice", "EndDevice", high=None),
            Member("end_device_group", "EndDeviceGroup", "EndDeviceGroup", high=None),
            Member("meter_readings", "MeterReadings", "MeterReadings"),
            Member("reading", "Reading", "Reading", high=None),
            Member("reading_quality", "ReadingQuality", "ReadingQuality", high=None),
            Member("reading_type", "ReadingType", "ReadingType", high=None),
            Member("time_schedule", "TimeSchedule", "TimeSchedule", high=None),
            Member("transformer_tank", "TransformerTank", "TransformerTank", high=None),
            Member("usage_point", "UsagePoint", "UsagePoint", high=None),
            Member("usage_point_group", "UsagePointGroup", "UsagePointGroup", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class MeterReadings(Element):
    """Metered data as a message: values with the types, qualities and events they refer to.

    Within GetMeterReadings the same name is a filter that describes a coincidence trigger and has none of these
    lists. CIM class ``MeterReading``. IEC 61968-9 edition 2.
    """

    is_coincident_trigger: bool | None = None
    """True when other values are taken, or asked for, at the moment of this one.

    Example: the maximum demand that fixes the time for which the voltage is wanted too. CIM
    ``MeterReading.isCoincidentTrigger``.
    """

    end_device_events: EndDeviceEvent | None = None
    """Device events that belong with the values, such as a tamper alarm read out together with them.

    In a request, the event that triggers coincident values. CIM ``MeterReading.EndDeviceEvents``.
    """

    meter: Meter | None = None
    """Meter that produced the values, identified by mRID or by Names.

    After an exchange, old and new meter have separate sets even at the same usage point. CIM
    ``MeterReading.Meter``.
    """

    readings: CoincidentReading | None = None
    """Single values such as register reads or demand peaks, each with its own reading type.

    In a request, the triggering value rather than any figure. CIM ``MeterReading.Readings``.
    """

    usage_point: UsagePoint | None = None
    """Place of supply for which the values hold.

    May replace the meter when the sender does not know or does not wish to tell which device was there. CIM
    ``MeterReading.UsagePoint``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "MeterReadings",
        (
            Member("is_coincident_trigger", "isCoincidentTrigger", "xs:boolean"),
            Member("end_device_events", "EndDeviceEvents", "EndDeviceEvent"),
            Member("meter", "Meter", "Meter"),
            Member("readings", "Readings", "CoincidentReading"),
            Member("usage_point", "UsagePoint", "UsagePoint"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Reading(Element):
    """One metered value with its own quantity and time, such as a register read or a peak demand.

    In a request it holds only conditions: reason, source and period. CIM class ``Reading``. IEC 61968-9 edition 2.
    """

    reason: ReadingReasonKind | None = None
    """Business occasion for the value, such as billing or moving out.

    In a request it asks for values taken on that occasion; absence means that the occasion is not stated. CIM
    ``Reading.reason``.
    """

    source: str | None = None
    """System, device or person that supplied the value.

    Free text, so partners agree on the words; in a request it names the origin from which values are wanted, for
    instance the meter itself or a store. CIM ``BaseReading.source``.
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
            Member("source", "source", "xs:string"),
            Member("time_period", "timePeriod", "DateTimeInterval"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ReadingQuality(Element):
    """One finding on the quality of a value, with its author and time.

    Values that pass several checks can carry several findings. CIM class ``ReadingQuality``. IEC 61968-9 edition 2.
    """

    reading_quality_type: ReadingQualityType
    """Kind of finding, coded system.category.subcategory.

    In data the ref holds that code or an mRID; a request gives the type as an object instead. CIM
    ``ReadingQuality.ReadingQualityType``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ReadingQuality",
        (
            Member("reading_quality_type", "ReadingQualityType", "ReadingQualityType", low=1),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ReadingQualityType(Element):
    """A kind of quality finding, identified by three numbers: system, category and subcategory.

    Example: 1.4.4, a skipped interval reported by the device. CIM class ``ReadingQualityType``. IEC 61968-9 edition
    2.
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
        "ReadingQualityType",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )
