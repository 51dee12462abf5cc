# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: ServiceLocationConfig.xsd, sha256 c6989e6e494536c146a7a4096dae3bcee6bed8ce7a0f128f1173ed240566bdc1
"""The classes of ServiceLocationConfig: message that creates, changes or deletes premises, with address, access
notes and coordinates.
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
from cim61968_9._generated.service_location_config import ServiceLocation, ServiceLocationConfig

__all__ = [
    "ConfigurationEvent",
    "CoordinateSystem",
    "ElectronicAddress",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "PositionPoint",
    "ServiceLocation",
    "ServiceLocationConfig",
    "Status",
    "StreetAddress",
    "StreetDetail",
    "TelephoneNumber",
    "TownDetail",
]
