# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: EndDeviceEvents.xsd, sha256 c0311736df4697b5ec76f9a0aefdbd7abfeb9bc0b4ff4cbea259e58f65df84e8
"""EndDeviceEvents: message that reports what devices noticed or did."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._generated.common.events import Asset, EndDeviceEvent, EndDeviceEventDetail
from cim61968_9._generated.common.identity import Name, NameType, NameTypeAuthority, Status, UsagePoint
from cim61968_9._generated.common.readings import EndDeviceEventType

__all__ = [
    "Asset",
    "EndDeviceEvent",
    "EndDeviceEventDetail",
    "EndDeviceEventType",
    "EndDeviceEvents",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "Status",
    "UsagePoint",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDeviceEvents(Element):
    """Message that reports what devices noticed or did.

    Outages, restorations, tampering, alarms and results of orders are typical. It runs from the head-end, often
    through the MDM, to outage, billing and load management systems. IEC 61968-9 edition 2.
    """

    end_device_event: list[EndDeviceEvent] = field(factory=list)
    """The reported events.

    One message may hold events of many devices, for example the last gasps of a whole outage.
    """

    end_device_event_type: list[EndDeviceEventType] = field(factory=list)
    """Definitions of the event codes that the reported events refer to.

    Not needed when receiver and sender share the code list.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "EndDeviceEvents",
        (
            Member("end_device_event", "EndDeviceEvent", "EndDeviceEvent", high=None),
            Member("end_device_event_type", "EndDeviceEventType", "EndDeviceEventType", high=None),
        ),
    )
