# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: UsagePointLocationConfig.xsd, sha256 dec967e5359861a95a08384bd3e6102fc57ef2046f967e204b6e960df6679907
"""The classes of UsagePointLocationConfig: message that creates, changes or deletes the exact spots of usage
points.
"""

from __future__ import annotations

from cim61968_9._generated.common.devices import ElectronicAddress
from cim61968_9._generated.common.identity import ConfigurationEvent, Name, NameType, NameTypeAuthority, Status
from cim61968_9._generated.common.places import (
    CoordinateSystem,
    PositionPoint,
    StreetAddress,
    StreetDetail,
    TelephoneNumber,
    TownDetail,
)
from cim61968_9._generated.usage_point_location_config import UsagePointLocation, UsagePointLocationConfig

__all__ = [
    "ConfigurationEvent",
    "CoordinateSystem",
    "ElectronicAddress",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "PositionPoint",
    "Status",
    "StreetAddress",
    "StreetDetail",
    "TelephoneNumber",
    "TownDetail",
    "UsagePointLocation",
    "UsagePointLocationConfig",
]
