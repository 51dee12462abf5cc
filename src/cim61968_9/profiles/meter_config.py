# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: MeterConfig.xsd, sha256 93a58cd2c48e6a45d77d36c341a5ea7bb599efc23f176375b9cee217ec1d4d75
"""The classes of MeterConfig: master data of meters: nameplate, functions, registers, channels, multipliers and
seals.
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
    MeterMultiplier,
    MeterMultiplierKind,
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
from cim61968_9._generated.end_device_config import ActivityRecord
from cim61968_9._generated.meter_config import Meter, MeterConfig, Seal

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
    "EndDeviceCapability",
    "EndDeviceFunctionKind",
    "EndDeviceInfo",
    "LifecycleDate",
    "Manufacturer",
    "Meter",
    "MeterConfig",
    "MeterMultiplier",
    "MeterMultiplierKind",
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
