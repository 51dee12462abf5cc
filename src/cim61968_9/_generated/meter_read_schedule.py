# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: MeterReadSchedule.xsd, sha256 105a71cf3cd936fb52f4bca4e4f50cb14be3cd70f5fcd6588e58cb52cdea5209
"""MeterReadSchedule: order for reads at set times: what to read, from whom and when."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._generated.common.identity import DateTimeInterval, Name, NameType, NameTypeAuthority, UsagePoint
from cim61968_9._generated.common.selection import (
    CustomerAccount,
    CustomerAgreement,
    EndDeviceGroup,
    UsagePointGroup,
)
from cim61968_9._generated.get_meter_read_schedule import ReadingType

__all__ = [
    "CustomerAccount",
    "CustomerAgreement",
    "DateTimeInterval",
    "EndDevice",
    "EndDeviceGroup",
    "MeterReadSchedule",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "ReadingType",
    "TimePoint",
    "TimeSchedule",
    "UsagePoint",
    "UsagePointGroup",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDevice(Element):
    """Any device at or near the customer that a head-end can talk to.

    Includes meters, load control switches, displays, gateways and devices on the premises network. Often only
    identified, by mRID or Names, without further data. CIM class ``EndDevice``. IEC 61968-9 edition 2.
    """

    mrid: str
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
            Member("mrid", "mRID", "xs:string", low=1),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class MeterReadSchedule(Element):
    """Order for reads at set times: what to read, from whom and when.

    Its flat lists are understood to combine: all quantities, from all targets, at all times; another combination
    takes another message. IEC 61968-9 edition 2.
    """

    customer_account: list[CustomerAccount] = field(factory=list)
    """Accounts whose metering is to be read.

    The receiver must know which usage points or devices belong to each account.
    """

    customer_agreement: list[CustomerAgreement] = field(factory=list)
    """Contracts whose metering is to be read on schedule.

    Only identities are sent, so the link to devices must already be on file.
    """

    end_device: list[EndDevice] = field(factory=list)
    """Meters or other devices to read, each identified by an mRID and optionally by Names.

    There is no separate list for meters.
    """

    end_device_group: list[EndDeviceGroup] = field(factory=list)
    """Device groups to read.

    Members are not listed here; the receiver takes them from its own records or from an EndDeviceGroups message.
    """

    reading_type: list[ReadingType] = field(factory=list)
    """Quantities to collect at each due time, given by code in Names or by mRID.

    They hold for every device and place listed.
    """

    time_schedule: list[TimeSchedule] = field(factory=list)
    """When to read: a period with a recurrence, or explicit points in time.

    Results follow later as created MeterReadings messages.
    """

    usage_point: list[UsagePoint] = field(factory=list)
    """Places of supply to read, whichever meter is installed there at the due time."""

    usage_point_group: list[UsagePointGroup] = field(factory=list)
    """Groups of places of supply to read.

    Membership comes from elsewhere, for instance from a UsagePointGroups message.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "MeterReadSchedule",
        (
            Member("customer_account", "CustomerAccount", "CustomerAccount", high=None),
            Member("customer_agreement", "CustomerAgreement", "CustomerAgreement", high=None),
            Member("end_device", "EndDevice", "EndDevice", high=None),
            Member("end_device_group", "EndDeviceGroup", "EndDeviceGroup", high=None),
            Member("reading_type", "ReadingType", "ReadingType", high=None),
            Member("time_schedule", "TimeSchedule", "TimeSchedule", high=None),
            Member("usage_point", "UsagePoint", "UsagePoint", high=None),
            Member("usage_point_group", "UsagePointGroup", "UsagePointGroup", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class TimePoint(Element):
    """One moment of a schedule at which meters are to be read.

    Given as an instant, as a delay from the start, or just by its place in the order. CIM class ``TimePoint``. IEC
    61968-9 edition 2.
    """

    date_time: dt.datetime | None = None
    """Instant at which the read is due.

    CIM ``TimePoint.dateTime``.
    """

    relative_time_interval: float | None = None
    """Delay from the start of the schedule until the read is due, in seconds.

    CIM ``TimePoint.relativeTimeInterval``.
    """

    sequence_number: int | None = None
    """Place of this moment in the order of the schedule.

    It gives order only, no time. CIM ``TimePoint.sequenceNumber``.
    """

    window: DateTimeInterval | None = None
    """Period outside which this moment of the schedule does not apply, such as a season.

    CIM ``TimePoint.window``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "TimePoint",
        (
            Member("date_time", "dateTime", "xs:dateTime"),
            Member("relative_time_interval", "relativeTimeInterval", "xs:float"),
            Member("sequence_number", "sequenceNumber", "xs:integer"),
            Member("window", "window", "DateTimeInterval"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class TimeSchedule(Element):
    """When reads are to be taken, once or again and again.

    In a Get profile it only selects the period of the data wanted. CIM class ``TimeSchedule``. IEC 61968-9 edition
    2.
    """

    disabled: bool | None = None
    """True when the schedule is switched off but kept.

    No reads are taken under it meanwhile. CIM ``TimeSchedule.disabled``.
    """

    offset: float | None = None
    """Shift of the repeated reads from midnight, in seconds.

    For a daily read, 7200 means two in the morning. Agree the time zone of that midnight. CIM
    ``TimeSchedule.offset``.
    """

    recurrence_pattern: str | None = None
    """Calendar rule of repetition in words, such as every second Tuesday.

    Partners agree the wording or syntax, as none is fixed. CIM ``TimeSchedule.recurrencePattern``.
    """

    recurrence_period: float | None = None
    """Time from one repetition to the next, in seconds; 86400 means daily.

    Months have no fixed length, so use a pattern for them. CIM ``TimeSchedule.recurrencePeriod``.
    """

    schedule_interval: DateTimeInterval | None = None
    """Period from the first to the last moment covered.

    In a query it selects the data by time and takes the place of StartTime and EndTime in the request. CIM
    ``TimeSchedule.scheduleInterval``.
    """

    time_points: list[TimePoint] = field(factory=list)
    """Single moments of the schedule, when they are listed one by one instead of repeated by rule.

    CIM ``TimeSchedule.TimePoints``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "TimeSchedule",
        (
            Member("disabled", "disabled", "xs:boolean"),
            Member("offset", "offset", "xs:float"),
            Member("recurrence_pattern", "recurrencePattern", "xs:string"),
            Member("recurrence_period", "recurrencePeriod", "xs:float"),
            Member("schedule_interval", "scheduleInterval", "DateTimeInterval"),
            Member("time_points", "TimePoints", "TimePoint", high=None),
        ),
    )
