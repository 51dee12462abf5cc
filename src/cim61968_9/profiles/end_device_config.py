# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: EndDeviceConfig.xsd, sha256 dd7f602f6ede4f58cacdb8c5e91c1eebb9760937904cf05e2d71eca80b52d3b4
"""The classes of EndDeviceConfig: master data of end devices that are not meters, such as load switches and
displays.
"""

from __future__ import annotations

from cim61968_9._generated.common.devices import (
    AssetModelUsageKind,
    Channel,
    ComDirectionKind,
    ComFunction,
    ComTechnologyKind,
    ConnectDisconnectFunction,
    CorporateStandardKind,
    ElectronicAddress,
    EndDeviceCapability,
    EndDeviceFunctionKind,
    EndDeviceInfo,
    LifecycleDate,
    Manufacturer,
    ProductAssetModel,
    Register,
    RemoteConnectDisconnectInfo,
    SealConditionKind,
    SealKind,
    SimpleEndDeviceFunction,
    TimeInterval,
)
from cim61968_9._generated.common.identity import ConfigurationEvent, Name, NameType, NameTypeAuthority, Status
from cim61968_9._generated.common.readings import RationalNumber, ReadingInterharmonic, ReadingType
from cim61968_9._generated.end_device_config import ActivityRecord, EndDevice, EndDeviceConfig, Seal

__all__ = [
    "ActivityRecord",
    "AssetModelUsageKind",
    "Channel",
    "ComDirectionKind",
    "ComFunction",
    "ComTechnologyKind",
    "ConfigurationEvent",
    "ConnectDisconnectFunction",
    "CorporateStandardKind",
    "ElectronicAddress",
    "EndDevice",
    "EndDeviceCapability",
    "EndDeviceConfig",
    "EndDeviceFunctionKind",
    "EndDeviceInfo",
    "LifecycleDate",
    "Manufacturer",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "ProductAssetModel",
    "RationalNumber",
    "ReadingInterharmonic",
    "ReadingType",
    "Register",
    "RemoteConnectDisconnectInfo",
    "Seal",
    "SealConditionKind",
    "SealKind",
    "SimpleEndDeviceFunction",
    "Status",
    "TimeInterval",
]
