# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: GetEndDeviceEvents.xsd, sha256 c9fa791951cf216d7300790860b69f28afc1f4a07444dc6359314d58fa7bf89e
"""GetEndDeviceEvents: selection for a request that asks for device events already collected."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._generated.common.identity import DateTimeInterval, Name, NameType, NameTypeAuthority, UsagePoint
from cim61968_9._generated.common.places import ServiceLocation
from cim61968_9._generated.common.selection import (
    Customer,
    CustomerAccount,
    CustomerAgreement,
    CustomerKind,
    EndDeviceGroup,
    Meter,
    ServiceCategory,
    ServiceKind,
    TimeSchedule,
    UsagePointGroup,
)

__all__ = [
    "Customer",
    "CustomerAccount",
    "CustomerAgreement",
    "CustomerKind",
    "DateTimeInterval",
    "EndDeviceEvent",
    "EndDeviceEventType",
    "EndDeviceGroup",
    "GetEndDeviceEvents",
    "Meter",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "ServiceCategory",
    "ServiceKind",
    "ServiceLocation",
    "TimeSchedule",
    "UsagePoint",
    "UsagePointGroup",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDeviceEvent(Element):
    """Something a meter or other end device noticed or did: a power failure, tampering, an order's result.

    The device stands under Assets, the time of the event under createdDateTime. In a Get request it is a filter for
    events. CIM class ``EndDeviceEvent``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
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

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "EndDeviceEvent",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("issuer_id", "issuerID", "xs:string"),
            Member("issuer_tracking_id", "issuerTrackingID", "xs:string"),
            Member("reason", "reason", "xs:string"),
            Member("severity", "severity", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDeviceEventType(Element):
    """Full definition of an event code.

    Events name it by reference; the definition adds names and the four parts of the code
    type.domain.subDomain.eventOrAction. In Get requests only its identity is used. CIM class
    ``EndDeviceEventType``. IEC 61968-9 edition 2.
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
        "EndDeviceEventType",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class GetEndDeviceEvents(Element):
    """Selection for a request that asks for device events already collected.

    Filters of different kinds normally have to hold together, while entries of one list are alternatives; what is
    left out does not restrict. IEC 61968-9 edition 2.
    """

    customer: list[Customer] = field(factory=list)
    """Customers whose device events are wanted; none means events of all customers."""

    customer_account: list[CustomerAccount] = field(factory=list)
    """Billing accounts whose device events are wanted; without entries accounts are ignored."""

    customer_agreement: list[CustomerAgreement] = field(factory=list)
    """Supply contracts whose device events are wanted; leave out to search across all contracts."""

    end_device_event: list[EndDeviceEvent] = field(factory=list)
    """Particular events, or features of events such as severity, reason or tracking number.

    Leave out to find events by device, place or period.
    """

    end_device_event_type: list[EndDeviceEventType] = field(factory=list)
    """Event codes of interest, given by mRID or Names; none means every kind of event."""

    end_device_group: list[EndDeviceGroup] = field(factory=list)
    """Device groups whose members' events are wanted; an empty selection does not limit by device group."""

    meter: list[Meter] = field(factory=list)
    """Meters whose events are wanted; none means that events of any meter qualify."""

    service_category: list[ServiceCategory] = field(factory=list)
    """Commodities, such as water or gas, for which events are wanted; leave out for all of them."""

    service_location: list[ServiceLocation] = field(factory=list)
    """Premises whose device events are wanted.

    One premises can have several usage points, so this selects more widely than a usage point does.
    """

    time_schedule: list[TimeSchedule] = field(factory=list)
    """Periods from which events are wanted, as scheduleInterval.

    Used in place of StartTime and EndTime of the request; end precedes start in the sequence.
    """

    usage_point: list[UsagePoint] = field(factory=list)
    """Places of supply whose events are wanted, whatever meter is there; none means all places."""

    usage_point_group: list[UsagePointGroup] = field(factory=list)
    """Usage point groups from whose places of supply events are wanted; leave out for no such limit."""

    __xml__: ClassVar[XmlType] = XmlType(
        "GetEndDeviceEvents",
        (
            Member("customer", "Customer", "Customer", high=None),
            Member("customer_account", "CustomerAccount", "CustomerAccount", high=None),
            Member("customer_agreement", "CustomerAgreement", "CustomerAgreement", high=None),
            Member("end_device_event", "EndDeviceEvent", "EndDeviceEvent", high=None),
            Member("end_device_event_type", "EndDeviceEventType", "EndDeviceEventType", high=None),
            Member("end_device_group", "EndDeviceGroup", "EndDeviceGroup", high=None),
            Member("meter", "Meter", "Meter", high=None),
            Member("service_category", "ServiceCategory", "ServiceCategory", high=None),
            Member("service_location", "ServiceLocation", "ServiceLocation", high=None),
            Member("time_schedule", "TimeSchedule", "TimeSchedule", high=None),
            Member("usage_point", "UsagePoint", "UsagePoint", high=None),
            Member("usage_point_group", "UsagePointGroup", "UsagePointGroup", high=None),
        ),
    )
