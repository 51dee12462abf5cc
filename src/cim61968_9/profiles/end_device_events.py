# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: EndDeviceEvents.xsd, sha256 c0311736df4697b5ec76f9a0aefdbd7abfeb9bc0b4ff4cbea259e58f65df84e8
"""The classes of EndDeviceEvents: message that reports what devices noticed or did."""

from __future__ import annotations

from cim61968_9._generated.common.events import Asset, EndDeviceEvent, EndDeviceEventDetail
from cim61968_9._generated.common.identity import Name, NameType, NameTypeAuthority, Status, UsagePoint
from cim61968_9._generated.common.readings import EndDeviceEventType
from cim61968_9._generated.end_device_events import EndDeviceEvents

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
