# Generated code: do not edit.
# Generator: nox -s codegen
"""Types that several schemas share: identity."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._mixins import NameText

__all__ = [
    "ConfigurationEvent",
    "DateTimeInterval",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "Status",
    "UsagePoint",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class ConfigurationEvent(Element):
    """Who changed master data or links, why, and from when it counts.

    Sent with the objects it explains. CIM class ``ConfigurationEvent``.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    created_date_time: dt.datetime | None = None
    """Instant the entry came about.

    In a device event this normally is the time of the event at the device, not of its arrival; in a configuration
    event, of making the change. CIM ``ActivityRecord.createdDateTime``.
    """

    effective_date_time: dt.datetime | None = None
    """Instant from which the change counts.

    It may lie in the past or the future and differs from the time the entry was made. CIM
    ``ConfigurationEvent.effectiveDateTime``.
    """

    modified_by: str | None = None
    """Person or system that made the change.

    CIM ``ConfigurationEvent.modifiedBy``.
    """

    reason: str | None = None
    """Why it happened or was done, in free text or a value agreed by partners.

    CIM ``ActivityRecord.reason``.
    """

    remark: str | None = None
    """Free note on the change.

    Keep anything software must act upon out of it. CIM ``ConfigurationEvent.remark``.
    """

    severity: str | None = None
    """How grave it is, in words agreed by partners, such as 'alarm'.

    There is no fixed list; one product accepts device events only with that word. CIM ``ActivityRecord.severity``.
    """

    type: str | None = None
    """Class of activity in the utility's own scheme.

    A device event has its coded meaning in EndDeviceEventType, not here. CIM ``ActivityRecord.type``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    status: Status | None = None
    """State that goes with the activity, with a time of its own.

    That time is not the time of the activity. CIM ``ActivityRecord.status``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ConfigurationEvent",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("created_date_time", "createdDateTime", "xs:dateTime"),
            Member("effective_date_time", "effectiveDateTime", "xs:dateTime"),
            Member("modified_by", "modifiedBy", "xs:string"),
            Member("reason", "reason", "xs:string"),
            Member("remark", "remark", "xs:string"),
            Member("severity", "severity", "xs:string"),
            Member("type", "type", "xs:string"),
            Member("names", "Names", "Name", high=None),
            Member("status", "status", "Status"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class DateTimeInterval(Element):
    """Period between two instants.

    In XML the end is written before the start. Whether the limits belong to the period is for partners to agree.
    CIM class ``DateTimeInterval``.
    """

    end: dt.datetime | None = None
    """Instant the period stops.

    It comes first in the XML. Left out, the period is generally taken as open-ended. CIM ``DateTimeInterval.end``.
    """

    start: dt.datetime | None = None
    """Instant the period begins.

    Mind the offset: a local time without one is ambiguous at the change of clocks. CIM ``DateTimeInterval.start``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "DateTimeInterval",
        (
            Member("end", "end", "xs:dateTime"),
            Member("start", "start", "xs:dateTime"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Name(NameText, Element):
    """Identifier in people's or systems' terms, such as a meter or account number.

    It is unique only together with its name type and authority. CIM class ``Name``.
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

    CIM class ``NameType``.
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
        "NameType",
        (
            Member("description", "description", "xs:string"),
            Member("name", "name", "xs:string", low=1),
            Member("name_type_authority", "NameTypeAuthority", "NameTypeAuthority"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class NameTypeAuthority(Element):
    """Body or system that issues identifiers, such as a utility, a maker or a billing system.

    A name of one type should be unique within it. CIM class ``NameTypeAuthority``.
    """

    description: str | None = None
    """Remark for people about the issuing body or system.

    CIM ``NameTypeAuthority.description``.
    """

    name: str
    """Short name of the issuing body or system, as agreed between partners.

    CIM ``NameTypeAuthority.name``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "NameTypeAuthority",
        (
            Member("description", "description", "xs:string"),
            Member("name", "name", "xs:string", low=1),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Status(Element):
    """State of an object, with the time, cause and a remark.

    Values are free text, so partners agree them. CIM class ``Status``.
    """

    date_time: dt.datetime | None = None
    """Instant from which the state applies.

    CIM ``Status.dateTime``.
    """

    reason: str | None = None
    """Why the object came into this state, such as non-payment.

    CIM ``Status.reason``.
    """

    remark: str | None = None
    """Free note on the state, for people.

    CIM ``Status.remark``.
    """

    value: str | None = None
    """State itself, such as 'active' or 'closed'.

    No fixed list; expect differences in spelling and case between systems. CIM ``Status.value``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Status",
        (
            Member("date_time", "dateTime", "xs:dateTime"),
            Member("reason", "reason", "xs:string"),
            Member("remark", "remark", "xs:string"),
            Member("value", "value", "xs:string"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class UsagePoint(Element):
    """Place where a service is delivered or measured, called service delivery point in edition 1.

    It outlives the meters installed there, so contracts and history should hang on it. CIM class ``UsagePoint``.
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
        "UsagePoint",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )
