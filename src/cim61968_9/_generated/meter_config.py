# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: MeterConfig.xsd, sha256 93a58cd2c48e6a45d77d36c341a5ea7bb599efc23f176375b9cee217ec1d4d75
"""MeterConfig: master data of meters: nameplate, functions, registers, channels, multipliers and seals."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
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


@define(slots=True, kw_only=True, repr=False, eq=False)
class Meter(Element):
    """Device that measures electricity, gas, water or another commodity at a usage point.

    It is a kind of end device. In readings, requests and links only its identity is needed, mostly mRID or a name
    such as the utility's meter number. CIM class ``Meter``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    amr_system: str | None = None
    """Head-end or other communication system in charge of the device.

    Useful for routing requests when a utility runs several head-ends. CIM ``EndDevice.amrSystem``.
    """

    form_number: str | None = None
    """Code for the wiring and terminal layout of the meter, as in the North American meter forms.

    Examples are 2S and 9S of ANSI C12.10. CIM ``Meter.formNumber``.
    """

    initial_condition: str | None = None
    """State the equipment was in when it entered stock or was fitted, such as new or refurbished.

    Free text: agree on the wording with partners. CIM ``Asset.initialCondition``.
    """

    initial_loss_of_life: float | None = None
    """Part of the expected service life already used up when the equipment was put in.

    Given in per cent, so 0 suits equipment that has never been used. CIM ``Asset.initialLossOfLife``.
    """

    is_virtual: bool | None = None
    """True when no physical unit exists behind the device, as for a meter computed from several others.

    Such a device cannot be reached or read directly. CIM ``EndDevice.isVirtual``.
    """

    lot_number: str | None = None
    """Production or delivery batch the unit came from.

    Useful for sample testing and for recalling a faulty series of meters. CIM ``Asset.lotNumber``.
    """

    purchase_price: Decimal | None = None
    """Amount paid for the equipment when it was bought.

    No currency is carried here, so partners must agree on one. CIM ``Asset.purchasePrice``.
    """

    serial_number: str | None = None
    """Number the manufacturer gave to the individual unit, usually the one on its nameplate.

    It may repeat between manufacturers, so use mRID or Names to match records safely. CIM ``Asset.serialNumber``.
    """

    time_zone_offset: float | None = None
    """Difference between local time at the device and UTC, in minutes.

    Partners must agree on the sign and on whether daylight saving is included; it does not shift any time stamp in
    the message. CIM ``EndDevice.timeZoneOffset``.
    """

    type: str | None = None
    """Category of equipment by the utility's own classification.

    Free text without a common code list, so partners must agree on the values. CIM ``Asset.type``.
    """

    utc_number: str | None = None
    """Number from a scheme that tracks every stocked unit on its own.

    UTC here means uniquely tracked commodity, not the time standard. CIM ``Asset.utcNumber``.
    """

    activity_records: list[ActivityRecord] = field(factory=list)
    """Log entries of what happened to the equipment, such as tests or field visits.

    CIM ``Asset.ActivityRecords``.
    """

    configuration_events: ConfigurationEvent | None = None
    """Who changed the master data, why, and when the change takes effect.

    It describes the change that the message reports or asks for, not the history of the device. CIM
    ``Asset.ConfigurationEvents``.
    """

    electronic_address: ElectronicAddress | None = None
    """Where the device can be reached electronically, such as by its MAC, LAN or radio address.

    CIM ``Asset.electronicAddress``.
    """

    com_function: list[str] = field(factory=list)
    """Communication function of the meter.

    MeterConfig has ref with the mRID or name of a ComFunction at the root, CustomerMeterDataSet the whole object in
    place.
    """

    connect_disconnect_function: list[str] = field(factory=list)
    """Supply switch of the meter.

    In MeterConfig ref names a ConnectDisconnectFunction at the root by mRID or name; CustomerMeterDataSet embeds
    the object.
    """

    simple_end_device_function: list[str] = field(factory=list)
    """Metering or other function of the meter, the holder of its registers.

    Embedded in CustomerMeterDataSet; elsewhere ref gives the mRID or name of one listed at the root.
    """

    end_device_info: EndDeviceInfo | None = None
    """Nameplate data of the device: model, ratings, phases and capabilities.

    CIM ``EndDevice.EndDeviceInfo``.
    """

    lifecycle: LifecycleDate | None = None
    """Calendar dates from manufacture through installation to removal and retirement.

    CIM ``Asset.lifecycle``.
    """

    meter_multipliers: list[MeterMultiplier] = field(factory=list)
    """Factors and constants of the meter, such as transformer ratios and Kh.

    Their presence does not tell whether readings already include them. CIM ``Meter.MeterMultipliers``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    seals: list[Seal] = field(factory=list)
    """Tamper seals fitted to the device.

    Each entry gives one seal with its number, kind and condition. CIM ``AssetContainer.Seals``.
    """

    status: Status | None = None
    """State the equipment is in, with the time and the reason of that state.

    The values are free text; agree on them between systems. CIM ``Asset.status``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Meter",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("amr_system", "amrSystem", "xs:string"),
            Member("form_number", "formNumber", "xs:string"),
            Member("initial_condition", "initialCondition", "xs:string"),
            Member("initial_loss_of_life", "initialLossOfLife", "xs:float"),
            Member("is_virtual", "isVirtual", "xs:boolean"),
            Member("lot_number", "lotNumber", "xs:string"),
            Member("purchase_price", "purchasePrice", "xs:decimal"),
            Member("serial_number", "serialNumber", "xs:string"),
            Member("time_zone_offset", "timeZoneOffset", "xs:float"),
            Member("type", "type", "xs:string"),
            Member("utc_number", "utcNumber", "xs:string"),
            Member("activity_records", "ActivityRecords", "ActivityRecord", high=None),
            Member("configuration_events", "ConfigurationEvents", "ConfigurationEvent"),
            Member("electronic_address", "electronicAddress", "ElectronicAddress"),
            Member("com_function", "ComFunction", "@ref", high=None, choice=1, repeats=True),
            Member("connect_disconnect_function", "ConnectDisconnectFunction", "@ref", high=None, choice=1, repeats=True),
            Member("simple_end_device_function", "SimpleEndDeviceFunction", "@ref", high=None, choice=1, repeats=True),
            Member("end_device_info", "EndDeviceInfo", "EndDeviceInfo"),
            Member("lifecycle", "lifecycle", "LifecycleDate"),
            Member("meter_multipliers", "MeterMultipliers", "MeterMultiplier", high=None),
            Member("names", "Names", "Name", high=None),
            Member("seals", "Seals", "Seal", high=None),
            Member("status", "status", "Status"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class MeterConfig(Element):
    """Master data of meters: nameplate, functions, registers, channels, multipliers and seals.

    Meter or asset management and CIS send it to MDM and head-end. Where a meter is installed is told by
    MasterDataLinkageConfig. IEC 61968-9 edition 2.
    """

    com_function: list[ComFunction] = field(factory=list)
    """Communication functions of the listed meters, described once here and pointed to by ref."""

    connect_disconnect_function: list[ConnectDisconnectFunction] = field(factory=list)
    """Supply switch functions of the listed meters; only meters with a switch refer to one."""

    meter: list[Meter] = field(factory=list)
    """Meters that are to be created, changed or deleted, or that answer a query.

    On a change, identity and the changed data are enough.
    """

    reading_type: list[ReadingType] = field(factory=list)
    """Full reading types behind the codes that the meters' channels refer to.

    Lets a receiver understand a code it has not met before.
    """

    simple_end_device_function: list[SimpleEndDeviceFunction] = field(factory=list)
    """Metering and other functions of the listed meters.

    Registers and channels are found inside them, not inside the meter.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "MeterConfig",
        (
            Member("com_function", "ComFunction", "ComFunction", high=None),
            Member("connect_disconnect_function", "ConnectDisconnectFunction", "ConnectDisconnectFunction", high=None),
            Member("meter", "Meter", "Meter", high=None),
            Member("reading_type", "ReadingType", "ReadingType", high=None),
            Member("simple_end_device_function", "SimpleEndDeviceFunction", "SimpleEndDeviceFunction", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Seal(Element):
    """Tamper seal on a meter or other device.

    A changed number or condition on a later visit can point to tampering. CIM class ``Seal``. IEC 61968-9 edition
    2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    applied_date_time: dt.datetime | None = None
    """Instant the seal was put on.

    CIM ``Seal.appliedDateTime``.
    """

    condition: SealConditionKind | None = None
    """State in which the seal was found, for example whole or broken.

    CIM ``Seal.condition``.
    """

    kind: SealKind | None = None
    """Sort of seal used, such as lead or steel.

    CIM ``Seal.kind``.
    """

    seal_number: str | None = None
    """Number stamped or printed on the seal by which it can be told from others.

    CIM ``Seal.sealNumber``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Seal",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("applied_date_time", "appliedDateTime", "xs:dateTime"),
            Member("condition", "condition", "SealConditionKind"),
            Member("kind", "kind", "SealKind"),
            Member("seal_number", "sealNumber", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )
