# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: ComModuleConfig.xsd, sha256 89e0b1532726835925f4f18cb994f32d8fb1d403a34f66efccc9e18789156d02
"""ComModuleConfig: master data of communication modules, typically sent by asset management to the head-end."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
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


@define(slots=True, kw_only=True, repr=False, eq=False)
class ComModule(Element):
    """Communication unit that links a meter or other device to the head-end, held as equipment of its own.

    It has a serial number and life cycle apart from the meter, so either can be exchanged alone. IEC 61968-9
    edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough.
    """

    amr_system: str | None = None
    """Head-end or communication system that talks to the module.

    Names a system, not a network address.
    """

    initial_condition: str | None = None
    """State the equipment was in when it entered stock or was fitted, such as new or refurbished.

    Free text: agree on the wording with partners.
    """

    initial_loss_of_life: float | None = None
    """Part of the expected service life already used up when the equipment was put in.

    Given in per cent, so 0 suits equipment that has never been used.
    """

    lot_number: str | None = None
    """Production or delivery batch the unit came from.

    Useful for sample testing and for recalling a faulty series of meters.
    """

    purchase_price: Decimal | None = None
    """Amount paid for the equipment when it was bought.

    No currency is carried here, so partners must agree on one.
    """

    serial_number: str | None = None
    """Number the manufacturer gave to the individual unit, usually the one on its nameplate.

    It may repeat between manufacturers, so use mRID or Names to match records safely.
    """

    supports_autonomous_dst: bool | None = None
    """True when the module changes its clock to and from daylight saving time by itself."""

    time_zone_offset: float | None = None
    """Difference between local time at the module and UTC, in minutes.

    The schema does not say whether daylight saving is included, nor names a time zone, so agree on both.
    """

    type: str | None = None
    """Category of equipment by the utility's own classification.

    Free text without a common code list, so partners must agree on the values.
    """

    utc_number: str | None = None
    """Number from a scheme that tracks every stocked unit on its own.

    UTC here means uniquely tracked commodity, not the time standard.
    """

    activity_records: list[ActivityRecord] = field(factory=list)
    """Log of work done on the module or occurrences on it, such as fitting or repair."""

    asset_info: EndDeviceInfo | None = None
    """Nameplate data of the unit, chiefly its product model."""

    com_functions: list[str] = field(factory=list)
    """Communication functions the module provides.

    In ComModuleConfig ref holds the mRID or name of a ComFunction listed at the root; CustomerMeterDataSet nests
    each one in full.
    """

    configuration_events: ConfigurationEvent | None = None
    """Change notice for the module's master data: when it takes effect, who made it and why."""

    electronic_address: ElectronicAddress | None = None
    """Where the device can be reached electronically, such as by its MAC, LAN or radio address."""

    lifecycle: LifecycleDate | None = None
    """Calendar dates from manufacture through installation to removal and retirement."""

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name.
    """

    status: Status | None = None
    """State the equipment is in, with the time and the reason of that state.

    The values are free text; agree on them between systems.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ComModule",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("amr_system", "amrSystem", "xs:string"),
            Member("initial_condition", "initialCondition", "xs:string"),
            Member("initial_loss_of_life", "initialLossOfLife", "xs:float"),
            Member("lot_number", "lotNumber", "xs:string"),
            Member("purchase_price", "purchasePrice", "xs:decimal"),
            Member("serial_number", "serialNumber", "xs:string"),
            Member("supports_autonomous_dst", "supportsAutonomousDst", "xs:boolean"),
            Member("time_zone_offset", "timeZoneOffset", "xs:float"),
            Member("type", "type", "xs:string"),
            Member("utc_number", "utcNumber", "xs:string"),
            Member("activity_records", "ActivityRecords", "ActivityRecord", high=None),
            Member("asset_info", "AssetInfo", "EndDeviceInfo"),
            Member("com_functions", "ComFunctions", "@ref", high=None),
            Member("configuration_events", "ConfigurationEvents", "ConfigurationEvent"),
            Member("electronic_address", "electronicAddress", "ElectronicAddress"),
            Member("lifecycle", "lifecycle", "LifecycleDate"),
            Member("names", "Names", "Name", high=None),
            Member("status", "status", "Status"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ComModuleConfig(Element):
    """Master data of communication modules, typically sent by asset management to the head-end.

    Says what the modules are; which meter they serve is told by MasterDataLinkageConfig. IEC 61968-9 edition 2.
    """

    com_function: list[ComFunction] = field(factory=list)
    """Communication functions of the listed modules, each described once.

    The modules point to them by ref.
    """

    com_module: list[ComModule] = field(factory=list)
    """Modules that are to be created, changed or deleted, or that answer a query."""

    __xml__: ClassVar[XmlType] = XmlType(
        "ComModuleConfig",
        (
            Member("com_function", "ComFunction", "ComFunction", high=None),
            Member("com_module", "ComModule", "ComModule", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDeviceInfo(Element):
    """Nameplate data of an end device: ratings, phases, capabilities and product model.

    Describes the design of the device rather than the supply at its site. IEC 61968-9 edition 2.
    """

    asset_model: ProductAssetModel | None = None
    """Product model of the unit, with its manufacturer, model number and version."""

    __xml__: ClassVar[XmlType] = XmlType(
        "EndDeviceInfo",
        (
            Member("asset_model", "AssetModel", "ProductAssetModel"),
        ),
    )
