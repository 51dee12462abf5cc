# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: ComModuleConfig.xsd, sha256 89e0b1532726835925f4f18cb994f32d8fb1d403a34f66efccc9e18789156d02
"""The classes of ComModuleConfig: master data of communication modules, typically sent by asset management to the
head-end.
"""

from __future__ import annotations

from cim61968_9._generated.com_module_config import ComModule, ComModuleConfig, EndDeviceInfo
from cim61968_9._generated.common.devices import (
    ActivityRecord,
    AssetModelUsageKind,
    ComDirectionKind,
    ComFunction,
    ComTechnologyKind,
    CorporateStandardKind,
    ElectronicAddress,
    LifecycleDate,
    Manufacturer,
    ProductAssetModel,
)
from cim61968_9._generated.common.identity import ConfigurationEvent, Name, NameType, NameTypeAuthority, Status

__all__ = [
    "ActivityRecord",
    "AssetModelUsageKind",
    "ComDirectionKind",
    "ComFunction",
    "ComModule",
    "ComModuleConfig",
    "ComTechnologyKind",
    "ConfigurationEvent",
    "CorporateStandardKind",
    "ElectronicAddress",
    "EndDeviceInfo",
    "LifecycleDate",
    "Manufacturer",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "ProductAssetModel",
    "Status",
]
