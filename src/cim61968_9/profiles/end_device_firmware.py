# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: EndDeviceFirmware.xsd, sha256 a2a83b63319fb7b4457d2f9823473710c697f9d9f82ad047a9566856436b0e06
"""The classes of EndDeviceFirmware: firmware and software versions present on devices, given by function."""

from __future__ import annotations

from cim61968_9._generated.common.devices import (
    ActivityRecord,
    ComDirectionKind,
    ComFunction,
    ComTechnologyKind,
    ElectronicAddress,
    EndDeviceFunctionKind,
    LifecycleDate,
    RemoteConnectDisconnectInfo,
)
from cim61968_9._generated.common.identity import Name, NameType, NameTypeAuthority, Status
from cim61968_9._generated.end_device_firmware import (
    ConnectDisconnectFunction,
    EndDevice,
    EndDeviceFirmware,
    SimpleEndDeviceFunction,
)

__all__ = [
    "ActivityRecord",
    "ComDirectionKind",
    "ComFunction",
    "ComTechnologyKind",
    "ConnectDisconnectFunction",
    "ElectronicAddress",
    "EndDevice",
    "EndDeviceFirmware",
    "EndDeviceFunctionKind",
    "LifecycleDate",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "RemoteConnectDisconnectInfo",
    "SimpleEndDeviceFunction",
    "Status",
]
