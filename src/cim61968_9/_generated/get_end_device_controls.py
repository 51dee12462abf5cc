# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: GetEndDeviceControls.xsd, sha256 75e7aa4b9d8a43b50a50bf83736cef40bc667dcd46ee4bd093a0bcaa83fc32be
"""GetEndDeviceControls: selection for a request that asks which orders to end devices are known."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._generated.common.identity import DateTimeInterval, Name, NameType, NameTypeAuthority, UsagePoint
from cim61968_9._generated.common.selection import (
    Customer,
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
    "CustomerKind",
    "DateTimeInterval",
    "EndDeviceControl",
    "EndDeviceControlType",
    "EndDeviceGroup",
    "GetEndDeviceControls",
    "Meter",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "ServiceCategory",
    "ServiceKind",
    "TimeSchedule",
    "UsagePoint",
    "UsagePointGroup",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDeviceControl(Element):
    """One order to meters or other end devices, such as opening a switch, shedding load or showing a text.

    A positive reply only means that the order was accepted; results usually follow as end device events. In a Get
    request it is a filter for orders. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough.
    """

    issuer_id: str | None = None
    """Party or system that originated the order, for example the retailer.

    It may differ from the sender of the message, which only passes the order on.
    """

    issuer_tracking_id: str | None = None
    """The originator's own number for the order, text or load event.

    It lets a later cancellation or result event be matched; it is not the correlation identifier of the message
    header.
    """

    reason: str | None = None
    """Why the order is given, in free text, for example non-payment or moving out."""

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "EndDeviceControl",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("issuer_id", "issuerID", "xs:string"),
            Member("issuer_tracking_id", "issuerTrackingID", "xs:string"),
            Member("reason", "reason", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDeviceControlType(Element):
    """Full definition of a control code.

    Orders name it by reference only; the definition adds names and the four parts of the code
    type.domain.subDomain.eventOrAction. The same part lists serve events, with other combinations. IEC 61968-9
    edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "EndDeviceControlType",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class GetEndDeviceControls(Element):
    """Selection for a request that asks which orders to end devices are known.

    Lists of different kinds are commonly combined with AND, entries of one list with OR; an absent list sets no
    restriction. IEC 61968-9 edition 2.
    """

    customer: list[Customer] = field(factory=list)
    """Customers to whose premises the wanted orders apply; none means orders for any customer."""

    end_device_control: list[EndDeviceControl] = field(factory=list)
    """Particular orders, found by mRID, Names, originator, tracking number or reason.

    Leave out to find orders by target or time alone.
    """

    end_device_control_type: list[EndDeviceControlType] = field(factory=list)
    """Control codes of the wanted orders, given by mRID or Names; none means every kind of order."""

    end_device_group: list[EndDeviceGroup] = field(factory=list)
    """Device groups whose orders are wanted; without entries there is no limit by device group.

    Confidence of this member: medium.
    """

    meter: list[Meter] = field(factory=list)
    """Meters whose orders are wanted; none means no restriction by meter."""

    service_category: list[ServiceCategory] = field(factory=list)
    """Commodities, such as electricity or gas, for which orders are wanted; none means all commodities."""

    time_schedule: list[TimeSchedule] = field(factory=list)
    """Periods for which orders are wanted, as scheduleInterval.

    Used in place of StartTime and EndTime of the request; the schema does not say which time of an order is
    compared.
    """

    usage_point: list[UsagePoint] = field(factory=list)
    """Places of supply whose orders are wanted; leave out to search without regard to place."""

    usage_point_group: list[UsagePointGroup] = field(factory=list)
    """Usage point groups for which orders are wanted; no entry, no limit by such a group.

    Confidence of this member: medium.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "GetEndDeviceControls",
        (
            Member("customer", "Customer", "Customer", high=None),
            Member("end_device_control", "EndDeviceControl", "EndDeviceControl", high=None),
            Member("end_device_control_type", "EndDeviceControlType", "EndDeviceControlType", high=None),
            Member("end_device_group", "EndDeviceGroup", "EndDeviceGroup", high=None),
            Member("meter", "Meter", "Meter", high=None),
            Member("service_category", "ServiceCategory", "ServiceCategory", high=None),
            Member("time_schedule", "TimeSchedule", "TimeSchedule", high=None),
            Member("usage_point", "UsagePoint", "UsagePoint", high=None),
            Member("usage_point_group", "UsagePointGroup", "UsagePointGroup", high=None),
        ),
    )
