# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: EndDeviceConfig.xsd, sha256 dd7f602f6ede4f58cacdb8c5e91c1eebb9760937904cf05e2d71eca80b52d3b4
"""EndDeviceConfig: master data of end devices that are not meters, such as load switches and displays."""

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


@define(slots=True, kw_only=True, repr=False, eq=False)
class ActivityRecord(Element):
    """Entry in the history of a device or piece of work: what happened, when and why.

    Device events and configuration events build upon it. CIM class ``ActivityRecord``. IEC 61968-9 edition 2.
    """

    created_date_time: dt.datetime | None = None
    """Instant the entry came about.

    In a device event this normally is the time of the event at the device, not of its arrival; in a configuration
    event, of making the change. CIM ``ActivityRecord.createdDateTime``.
    """

    reason: str | None = None
    """Why it happened or was done, in free text or a value agreed by partners.

    CIM ``ActivityRecord.reason``.
    """

    severity: str | None = None
    """How grave it is, in words agreed by partners, such as 'alarm'.

    There is no fixed list; one product accepts device events only with that word. CIM ``ActivityRecord.severity``.
    """

    type: str | None = None
    """Class of activity in the utility's own scheme.

    A device event has its coded meaning in EndDeviceEventType, not here. CIM ``ActivityRecord.type``.
    """

    status: Status | None = None
    """State that goes with the activity, with a time of its own.

    That time is not the time of the activity. CIM ``ActivityRecord.status``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ActivityRecord",
        (
            Member("created_date_time", "createdDateTime", "xs:dateTime"),
            Member("reason", "reason", "xs:string"),
            Member("severity", "severity", "xs:string"),
            Member("type", "type", "xs:string"),
            Member("status", "status", "Status"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDevice(Element):
    """Any device at or near the customer that a head-end can talk to.

    Includes meters, load control switches, displays, gateways and devices on the premises network. Often only
    identified, by mRID or Names, without further data. CIM class ``EndDevice``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    amr_system: str | None = None
    """Head-end or other communication system in charge of the device.

    Useful for routing requests when a utility runs several head-ends. CIM ``EndDevice.amrSystem``.
    """

    initial_condition: str | None = None
    """State the equipment was in when it entered stock or was fitted, such as new or refurbished.

    Free text: agree on the wording with partners. CIM ``Asset.initialCondition``.
    """

    initial_loss_of_life: float | None = None
    """Part of the expected service life already used up when the equipment was put in.

    Given in per cent, so 0 suits equipment that has never been used. CIM ``Asset.initialLossOfLife``.
    """

    install_code: str | None = None
    """Code supplied with a device to admit it to a network, for example at ZigBee joining.

    Treat it as confidential. CIM ``EndDevice.installCode``.
    """

    is_pan: bool | None = None
    """True when the device belongs to a premises area network, such as an in-home display or thermostat.

    It is then usually reached through the meter or a gateway. CIM ``EndDevice.isPan``.
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
    """Communication function of the device, by reference.

    The attribute ref holds the mRID or name of a ComFunction in the same message.
    """

    connect_disconnect_function: list[str] = field(factory=list)
    """Supply switch of the device, by reference.

    The attribute ref holds the mRID or name of a ConnectDisconnectFunction in the same message.
    """

    simple_end_device_function: list[str] = field(factory=list)
    """Other function of the device, such as demand response, by reference.

    The attribute ref holds the mRID or name of a SimpleEndDeviceFunction in the same message.
    """

    end_device_info: EndDeviceInfo | None = None
    """Nameplate data of the device: model, ratings, phases and capabilities.

    CIM ``EndDevice.EndDeviceInfo``.
    """

    lifecycle: LifecycleDate | None = None
    """Calendar dates from manufacture through installation to removal and retirement.

    CIM ``Asset.lifecycle``.
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
        "EndDevice",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("amr_system", "amrSystem", "xs:string"),
            Member("initial_condition", "initialCondition", "xs:string"),
            Member("initial_loss_of_life", "initialLossOfLife", "xs:float"),
            Member("install_code", "installCode", "xs:string"),
            Member("is_pan", "isPan", "xs:boolean"),
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
            Member("names", "Names", "Name", high=None),
            Member("seals", "Seals", "Seal", high=None),
            Member("status", "status", "Status"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDeviceConfig(Element):
    """Master data of end devices that are not meters, such as load switches and displays.

    Usually sent by asset management to head-end or MDM. Meters have their own message, MeterConfig. IEC 61968-9
    edition 2.
    """

    com_function: list[ComFunction] = field(factory=list)
    """Communication functions used by the listed devices.

    Each stands here once and the devices point to it by ref.
    """

    connect_disconnect_function: list[ConnectDisconnectFunction] = field(factory=list)
    """Supply switch functions of the listed devices, kept apart so that devices only refer to them."""

    end_device: list[EndDevice] = field(factory=list)
    """Devices that are to be created, changed or deleted, or that answer a query.

    A change or deletion needs only the identity plus what changes.
    """

    reading_type: list[ReadingType] = field(factory=list)
    """Full descriptions of the reading types that channels refer to.

    May be left out when receivers know the 18 number codes.
    """

    simple_end_device_function: list[SimpleEndDeviceFunction] = field(factory=list)
    """Other functions of the listed devices, such as demand response.

    They hold the registers and channels, if any.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "EndDeviceConfig",
        (
            Member("com_function", "ComFunction", "ComFunction", high=None),
            Member("connect_disconnect_function", "ConnectDisconnectFunction", "ConnectDisconnectFunction", high=None),
            Member("end_device", "EndDevice", "EndDevice", high=None),
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

    seal_number: str
    """Number stamped or printed on the seal by which it can be told from others.

    CIM ``Seal.sealNumber``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Seal",
        (
            Member("applied_date_time", "appliedDateTime", "xs:dateTime"),
            Member("condition", "condition", "SealConditionKind"),
            Member("kind", "kind", "SealKind"),
            Member("seal_number", "sealNumber", "xs:string", low=1),
        ),
    )
