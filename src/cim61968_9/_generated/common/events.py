# Generated code: do not edit.
# Generator: nox -s codegen
"""Types that several schemas share: events."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._mixins import EventOfType, TextValue
from cim61968_9._generated.common.identity import Name, Status, UsagePoint

__all__ = [
    "Asset",
    "EndDeviceEvent",
    "EndDeviceEventDetail",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class Asset(Element):
    """A tangible piece of equipment that the utility owns or looks after.

    In readings and events it only identifies the device concerned, by mRID or one of its Names. Meters, other end
    devices and communication modules also carry its purchase, condition and life cycle data. CIM class ``Asset``.
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
        "Asset",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDeviceEvent(EventOfType, Element):
    """Something a meter or other end device noticed or did: a power failure, tampering, an order's result.

    The device stands under Assets, the time of the event under createdDateTime. In a Get request it is a filter for
    events. CIM class ``EndDeviceEvent``.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    created_date_time: dt.datetime
    """Instant the entry came about.

    In a device event this normally is the time of the event at the device, not of its arrival; in a configuration
    event, of making the change. CIM ``ActivityRecord.createdDateTime``.
    """

    issuer_id: str | None = None
    """Originator of the order that led to the event.

    Usually absent from spontaneous events such as a power failure. CIM ``EndDeviceEvent.issuerID``.
    """

    issuer_tracking_id: str | None = None
    """Number that the originator gave to the order behind the event.

    It ties the result to a load event or text message even where the header carries no correlation. CIM
    ``EndDeviceEvent.issuerTrackingID``.
    """

    reason: str | None = None
    """Why it happened or was done, in free text or a value agreed by partners.

    CIM ``ActivityRecord.reason``.
    """

    severity: str | None = None
    """How grave it is, in words agreed by partners, such as 'alarm'.

    There is no fixed list; one product accepts device events only with that word. CIM ``ActivityRecord.severity``.
    """

    user_id: str | None = None
    """Person or account whose action caused the event, for example a field technician.

    Normally missing when the device reported by itself. CIM ``EndDeviceEvent.userID``.
    """

    assets: Asset | None = None
    """Device the event is about, by mRID or name.

    One device only, in spite of the plural. CIM ``ActivityRecord.Assets``.
    """

    end_device_event_details: list[EndDeviceEventDetail] = field(factory=list)
    """Extra facts about the event as pairs of name and value, such as switch position after a disconnect.

    CIM ``EndDeviceEvent.EndDeviceEventDetails``.
    """

    end_device_event_type: str
    """What happened.

    The ref attribute holds the name or mRID of an event type, normally the code
    type.domain.subDomain.eventOrAction: 3.26.0.85 is a power failure. In GetMeterReadings the type is given as an
    object with mRID or Names. CIM ``EndDeviceEvent.EndDeviceEventType``.
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

    usage_point: UsagePoint | None = None
    """Point of supply where the event occurred.

    Gives outage and billing systems the place directly, with no need to look up which device is installed there.
    CIM ``EndDeviceEvent.UsagePoint``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "EndDeviceEvent",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("created_date_time", "createdDateTime", "xs:dateTime", low=1),
            Member("issuer_id", "issuerID", "xs:string"),
            Member("issuer_tracking_id", "issuerTrackingID", "xs:string"),
            Member("reason", "reason", "xs:string"),
            Member("severity", "severity", "xs:string"),
            Member("user_id", "userID", "xs:string"),
            Member("assets", "Assets", "Asset"),
            Member("end_device_event_details", "EndDeviceEventDetails", "EndDeviceEventDetail", high=None),
            Member("end_device_event_type", "EndDeviceEventType", "@ref", low=1),
            Member("names", "Names", "Name", high=None),
            Member("status", "status", "Status"),
            Member("usage_point", "UsagePoint", "UsagePoint"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDeviceEventDetail(TextValue, Element):
    """One extra fact about an event, as a name and its value.

    Neither names nor values are fixed by the schema; they depend on the event type and the head-end. CIM class
    ``EndDeviceEventDetail``.
    """

    name: str
    """Label of the fact, for example 'Contactor status'.

    It is plain text here, unlike the structured Names of identified objects. CIM ``EndDeviceEventDetail.name``.
    """

    value: str | None = None
    """Content belonging to the label, for example 'Opened'.

    Numbers are written as text, and a unit has to be known from the label or by agreement. CIM
    ``EndDeviceEventDetail.value``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "EndDeviceEventDetail",
        (
            Member("name", "name", "xs:string", low=1),
            Member("value", "value", "xs:string"),
        ),
    )
