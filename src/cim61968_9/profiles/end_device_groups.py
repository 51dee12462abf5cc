# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: EndDeviceGroups.xsd, sha256 5368c99e1c15ff67f1772897ee662a49cf89601c50d82cdeea7bb8da2b305a73
"""The classes of EndDeviceGroups: message that keeps device groups aligned between head-end, MDM and load
management.
"""

from __future__ import annotations

from cim61968_9._generated.common.identity import Name, NameType, NameTypeAuthority
from cim61968_9._generated.common.selection import DemandResponseProgram, EndDevice
from cim61968_9._generated.end_device_groups import EndDeviceGroup, EndDeviceGroups

__all__ = [
    "DemandResponseProgram",
    "EndDevice",
    "EndDeviceGroup",
    "EndDeviceGroups",
    "Name",
    "NameType",
    "NameTypeAuthority",
]
