# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: EndDeviceFirmware.xsd, sha256 a2a83b63319fb7b4457d2f9823473710c697f9d9f82ad047a9566856436b0e06
"""EndDeviceFirmware: firmware and software versions present on devices, given by function."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
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


@define(slots=True, kw_only=True, repr=False, eq=False)
class ConnectDisconnectFunction(Element):
    """Ability of a device to switch the customer's supply on and off, with its settings and present state.

    To operate the switch send EndDeviceControls; the data here only describe it. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. Confidence of this member: low.
    """

    config_id: str | None = None
    """Configuration or settings file the function has been set up with, by its identifier.

    Confidence of this member: low.
    """

    enabled: bool | None = None
    """True when the function is switched on in the device.

    A function may be present but not in use. Confidence of this member: low.
    """

    event_count: int | None = None
    """How many times the switch has connected or disconnected so far.

    Counted over the life of the function, or since the counter was last cleared. Confidence of this member: low.
    """

    firmware_id: str | None = None
    """Firmware release that runs the function.

    In EndDeviceFirmware it is how the sender tells which version a device has; the image itself is not part of the
    message. Confidence of this member: low.
    """

    hardware_id: str | None = None
    """Hardware version on which the function is built.

    Confidence of this member: low.
    """

    is_connected: bool | None = None
    """True when the switch is closed, so that the customer can be supplied; false when it is open.

    May be out of date: it is the state known to the sender. Confidence of this member: low.
    """

    is_delayed_discon: bool | None = None
    """True when the switch may wait for a set delay after the signal before it cuts the supply.

    False means it may open at once. Confidence of this member: low.
    """

    is_local_auto_discon_op: bool | None = None
    """True when a disconnection initiated at the site runs without manual action.

    False means that someone on site has to operate the switch. Confidence of this member: low.
    """

    is_local_auto_recon_op: bool | None = None
    """True when a reconnection initiated at the site runs without manual action.

    False means that someone has to close the switch by hand. Confidence of this member: low.
    """

    is_remote_auto_discon_op: bool | None = None
    """True when a remote disconnection opens the switch automatically, with no manual step.

    Confidence of this member: low.
    """

    is_remote_auto_recon_op: bool | None = None
    """True when a remote reconnection closes the switch automatically.

    False means a manual step remains, often wanted for safety. Confidence of this member: low.
    """

    password: str | None = None
    """Secret needed to get access to the function.

    Carried as plain text: keep it out of logs and send it only over protected channels. Confidence of this member:
    low.
    """

    program_id: str | None = None
    """Program loaded into the device for the function, by name or number.

    Told apart from the firmware, which has firmwareID. Confidence of this member: low.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. Confidence of this member: low.
    """

    rcd_info: RemoteConnectDisconnectInfo | None = None
    """Arming, limits and push-button rules of a switch that is worked remotely.

    Here 'rcd' means remote connect and disconnect, not a residual current device. Confidence of this member: low.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ConnectDisconnectFunction",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("config_id", "configID", "xs:string"),
            Member("enabled", "enabled", "xs:boolean"),
            Member("event_count", "eventCount", "xs:integer"),
            Member("firmware_id", "firmwareID", "xs:string"),
            Member("hardware_id", "hardwareID", "xs:string"),
            Member("is_connected", "isConnected", "xs:boolean"),
            Member("is_delayed_discon", "isDelayedDiscon", "xs:boolean"),
            Member("is_local_auto_discon_op", "isLocalAutoDisconOp", "xs:boolean"),
            Member("is_local_auto_recon_op", "isLocalAutoReconOp", "xs:boolean"),
            Member("is_remote_auto_discon_op", "isRemoteAutoDisconOp", "xs:boolean"),
            Member("is_remote_auto_recon_op", "isRemoteAutoReconOp", "xs:boolean"),
            Member("password", "password", "xs:string"),
            Member("program_id", "programID", "xs:string"),
            Member("names", "Names", "Name", high=None),
            Member("rcd_info", "rcdInfo", "RemoteConnectDisconnectInfo"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDevice(Element):
    """Any device at or near the customer that a head-end can talk to.

    Includes meters, load control switches, displays, gateways and devices on the premises network. Often only
    identified, by mRID or Names, without further data. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. Confidence of this member: low.
    """

    amr_system: str | None = None
    """Head-end or other communication system in charge of the device.

    Useful for routing requests when a utility runs several head-ends. Confidence of this member: low.
    """

    initial_condition: str | None = None
    """State the equipment was in when it entered stock or was fitted, such as new or refurbished.

    Free text: agree on the wording with partners. Confidence of this member: low.
    """

    initial_loss_of_life: float | None = None
    """Part of the expected service life already used up when the equipment was put in.

    Given in per cent, so 0 suits equipment that has never been used. Confidence of this member: low.
    """

    install_code: str | None = None
    """Code supplied with a device to admit it to a network, for example at ZigBee joining.

    Treat it as confidential. Confidence of this member: low.
    """

    is_pan: bool | None = None
    """True when the device belongs to a premises area network, such as an in-home display or thermostat.

    It is then usually reached through the meter or a gateway. Confidence of this member: low.
    """

    is_virtual: bool | None = None
    """True when no physical unit exists behind the device, as for a meter computed from several others.

    Such a device cannot be reached or read directly. Confidence of this member: low.
    """

    lot_number: str | None = None
    """Production or delivery batch the unit came from.

    Useful for sample testing and for recalling a faulty series of meters. Confidence of this member: low.
    """

    purchase_price: Decimal | None = None
    """Amount paid for the equipment when it was bought.

    No currency is carried here, so partners must agree on one. Confidence of this member: low.
    """

    serial_number: str | None = None
    """Number the manufacturer gave to the individual unit, usually the one on its nameplate.

    It may repeat between manufacturers, so use mRID or Names to match records safely. Confidence of this member:
    low.
    """

    time_zone_offset: float | None = None
    """Difference between local time at the device and UTC, in minutes.

    Partners must agree on the sign and on whether daylight saving is included; it does not shift any time stamp in
    the message. Confidence of this member: low.
    """

    type: str | None = None
    """Category of equipment by the utility's own classification.

    Free text without a common code list, so partners must agree on the values. Confidence of this member: low.
    """

    utc_number: str | None = None
    """Number from a scheme that tracks every stocked unit on its own.

    UTC here means uniquely tracked commodity, not the time standard. Confidence of this member: low.
    """

    activity_records: list[ActivityRecord] = field(factory=list)
    """Log entries of what happened to the equipment, such as tests or field visits.

    Confidence of this member: low.
    """

    com_function: list[str] = field(factory=list)
    """Communication function of the device, by reference.

    The attribute ref holds the mRID or name of a ComFunction in the same message. Confidence of this member: low.
    """

    connect_disconnect_function: list[str] = field(factory=list)
    """Supply switch of the device, by reference.

    The attribute ref holds the mRID or name of a ConnectDisconnectFunction in the same message. Confidence of this
    member: low.
    """

    electronic_address: ElectronicAddress | None = None
    """Where the device can be reached electronically, such as by its MAC, LAN or radio address.

    Confidence of this member: low.
    """

    lifecycle: LifecycleDate | None = None
    """Calendar dates from manufacture through installation to removal and retirement.

    Confidence of this member: low.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. Confidence of this member: low.
    """

    simple_end_device_function: list[str] = field(factory=list)
    """Other function of the device, such as demand response, by reference.

    The attribute ref holds the mRID or name of a SimpleEndDeviceFunction in the same message. Confidence of this
    member: low.
    """

    status: Status | None = None
    """State the equipment is in, with the time and the reason of that state.

    The values are free text; agree on them between systems. Confidence of this member: low.
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
            Member("com_function", "ComFunction", "@ref", high=None),
            Member("connect_disconnect_function", "ConnectDisconnectFunction", "@ref", high=None),
            Member("electronic_address", "electronicAddress", "ElectronicAddress"),
            Member("lifecycle", "lifecycle", "LifecycleDate"),
            Member("names", "Names", "Name", high=None),
            Member("simple_end_device_function", "SimpleEndDeviceFunction", "@ref", high=None),
            Member("status", "status", "Status"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDeviceFirmware(Element):
    """Firmware and software versions present on devices, given by function.

    Serves inventory queries and notices after an upgrade. The firmware image itself travels by other means. The
    schema is derived from the public class model, not from a published schema. IEC 61968-9 edition 2.
    """

    com_function: list[ComFunction] = field(factory=list)
    """Communication functions whose firmware, hardware and program identifiers are told.

    Confidence of this member: low.
    """

    connect_disconnect_function: list[ConnectDisconnectFunction] = field(factory=list)
    """Supply switch functions whose versions are told, where the switch runs firmware of its own.

    Confidence of this member: low.
    """

    end_device: list[EndDevice] = field(factory=list)
    """Devices on which the listed versions run.

    A device points to its functions by ref; its ActivityRecords and status may tell how an upgrade went. Confidence
    of this member: low.
    """

    simple_end_device_function: list[SimpleEndDeviceFunction] = field(factory=list)
    """Metering and other functions whose versions are told, for example the metrology firmware.

    Confidence of this member: low.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "EndDeviceFirmware",
        (
            Member("com_function", "ComFunction", "ComFunction", high=None),
            Member("connect_disconnect_function", "ConnectDisconnectFunction", "ConnectDisconnectFunction", high=None),
            Member("end_device", "EndDevice", "EndDevice", high=None),
            Member("simple_end_device_function", "SimpleEndDeviceFunction", "SimpleEndDeviceFunction", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class SimpleEndDeviceFunction(Element):
    """Function of an end device that needs no class of its own, such as metering.

    Which function it is stands in kind. Metering functions hold the registers and, inside them, the channels. IEC
    61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. Confidence of this member: low.
    """

    config_id: str | None = None
    """Configuration or settings file the function has been set up with, by its identifier.

    Confidence of this member: low.
    """

    enabled: bool | None = None
    """True when the function is switched on in the device.

    A function may be present but not in use. Confidence of this member: low.
    """

    firmware_id: str | None = None
    """Firmware release that runs the function.

    In EndDeviceFirmware it is how the sender tells which version a device has; the image itself is not part of the
    message. Confidence of this member: low.
    """

    hardware_id: str | None = None
    """Hardware version on which the function is built.

    Confidence of this member: low.
    """

    kind: EndDeviceFunctionKind | None = None
    """What the function does, such as electricity metering or demand response.

    Confidence of this member: low.
    """

    password: str | None = None
    """Secret needed to get access to the function.

    Carried as plain text: keep it out of logs and send it only over protected channels. Confidence of this member:
    low.
    """

    program_id: str | None = None
    """Program loaded into the device for the function, by name or number.

    Told apart from the firmware, which has firmwareID. Confidence of this member: low.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. Confidence of this member: low.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "SimpleEndDeviceFunction",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("config_id", "configID", "xs:string"),
            Member("enabled", "enabled", "xs:boolean"),
            Member("firmware_id", "firmwareID", "xs:string"),
            Member("hardware_id", "hardwareID", "xs:string"),
            Member("kind", "kind", "EndDeviceFunctionKind"),
            Member("password", "password", "xs:string"),
            Member("program_id", "programID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )
