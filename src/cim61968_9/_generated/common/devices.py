# Generated code: do not edit.
# Generator: nox -s codegen
"""Types that several schemas share: devices."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, OpenEnum, XmlType
from cim61968_9._generated.common.identity import Name, Status

__all__ = [
    "ActivityRecord",
    "AssetModelUsageKind",
    "Channel",
    "ComDirectionKind",
    "ComFunction",
    "ComTechnologyKind",
    "ConnectDisconnectFunction",
    "CorporateStandardKind",
    "ElectronicAddress",
    "EndDeviceCapability",
    "EndDeviceFunctionKind",
    "EndDeviceInfo",
    "LifecycleDate",
    "Manufacturer",
    "MeterMultiplier",
    "MeterMultiplierKind",
    "ProductAssetModel",
    "Register",
    "RemoteConnectDisconnectInfo",
    "SealConditionKind",
    "SealKind",
    "SimpleEndDeviceFunction",
    "TimeInterval",
]


class AssetModelUsageKind(OpenEnum):
    """Part of the network or place in which a product model is meant to be used."""

    customerSubstation = "customerSubstation"
    """For a substation that serves or belongs to a single customer."""
    distributionOverhead = "distributionOverhead"
    """For overhead distribution lines."""
    distributionUnderground = "distributionUnderground"
    """For underground distribution cables."""
    other = "other"
    """For a place that none of the listed uses covers."""
    streetlight = "streetlight"
    """For street lighting."""
    substation = "substation"
    """For the network operator's substations."""
    transmission = "transmission"
    """For the high voltage transmission network."""
    unknown = "unknown"
    """Intended use is not known to the sender."""


class ComDirectionKind(OpenEnum):
    """Which way messages can travel on the link to a device."""

    biDirectional = "biDirectional"
    """Both ways: the device sends and receives."""
    fromDevice = "fromDevice"
    """One way, device to head-end.

    It reports but cannot be commanded or read on demand.
    """
    toDevice = "toDevice"
    """One way, head-end to device.

    It takes commands but cannot answer, as with a paged load switch.
    """


class ComTechnologyKind(OpenEnum):
    """Medium or network over which a device communicates."""

    cellular = "cellular"
    """Public mobile network.

    The generation, such as 2G or LTE, is not told apart.
    """
    ethernet = "ethernet"
    """Wired local network of the Ethernet kind."""
    homePlug = "homePlug"
    """HomePlug, broadband over the wiring inside a building."""
    pager = "pager"
    """Paging network, mostly used to send only."""
    phone = "phone"
    """Telephone line, usually with a modem."""
    plc = "plc"
    """Power line carrier, signals over the utility's supply lines."""
    rf = "rf"
    """Radio in general, such as point to point or star networks.

    For a radio mesh use rfMesh.
    """
    rfMesh = "rfMesh"
    """Radio network in which devices relay traffic for their neighbours."""
    zigbee = "zigbee"
    """ZigBee, short range radio often used on the premises network."""


class CorporateStandardKind(OpenEnum):
    """Standing of a product model within the utility's own purchasing standards."""

    experimental = "experimental"
    """In use on trial only."""
    other = "other"
    """Has a standing that is not in the list."""
    standard = "standard"
    """Approved for normal use."""
    underEvaluation = "underEvaluation"
    """Being assessed, with no decision yet on approval."""


class EndDeviceFunctionKind(OpenEnum):
    """What a simple function of an end device does.

    Communication and supply switching are not listed, as they have classes of their own.
    """

    autonomousDst = "autonomousDst"
    """Moving the device clock to and from daylight saving time without outside help."""
    demandResponse = "demandResponse"
    """Reacting to demand response signals, for example by reducing load."""
    electricMetering = "electricMetering"
    """Measuring electricity."""
    gasMetering = "gasMetering"
    """Measuring gas."""
    metrology = "metrology"
    """Measuring in general, with no commodity stated."""
    onRequestRead = "onRequestRead"
    """Giving readings on demand, outside any schedule."""
    outageHistory = "outageHistory"
    """Recording supply interruptions for later reading."""
    relaysProgramming = "relaysProgramming"
    """Running relays by a program stored in the device."""
    reverseFlow = "reverseFlow"
    """Detecting and measuring flow against the normal direction, such as feed-in."""
    waterMetering = "waterMetering"
    """Measuring water."""


class MeterMultiplierKind(OpenEnum):
    """Which factor or constant of a meter is given."""

    ctRatio = "ctRatio"
    """Ratio of the current transformers, primary to secondary; 40 for 200 to 5 A."""
    kE = "kE"
    """Ke, the test or pulse constant: quantity that one pulse of the meter stands for.

    The message has no unit for it, so agree whether it is Wh or kWh.
    """
    kH = "kH"
    """Kh, the watt-hour constant: Wh for one turn of the disc, or for one pulse of an electronic meter."""
    kR = "kR"
    """Kr, the register multiplier: factor that turns a register reading into kWh."""
    ptRatio = "ptRatio"
    """Ratio of the voltage (potential) transformers, primary to secondary; 60 for 7200 to 120 V."""
    transformerRatio = "transformerRatio"
    """Current and voltage transformer ratios multiplied together.

    Do not apply it on top of ctRatio and ptRatio.
    """


class SealConditionKind(OpenEnum):
    """State of a tamper seal when it was last looked at."""

    broken = "broken"
    """Damaged, so access may have taken place."""
    locked = "locked"
    """Closed and intact."""
    missing = "missing"
    """No longer there."""
    open = "open"
    """Unfastened without being broken."""
    other = "other"
    """In a state that no other value describes."""


class SealKind(OpenEnum):
    """Material or make of a tamper seal."""

    lead = "lead"
    """Soft lead pressed over the sealing wire."""
    lock = "lock"
    """Lock used as a seal, opened with a key or tool."""
    other = "other"
    """Of another make, such as a plastic seal."""
    steel = "steel"
    """Band or other seal made of steel."""


@define(slots=True, kw_only=True, repr=False, eq=False)
class ActivityRecord(Element):
    """Entry in the history of a device or piece of work: what happened, when and why.

    Device events and configuration events build upon it.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough.
    """

    created_date_time: dt.datetime | None = None
    """Instant the entry came about.

    In a device event this normally is the time of the event at the device, not of its arrival; in a configuration
    event, of making the change.
    """

    reason: str | None = None
    """Why it happened or was done, in free text or a value agreed by partners."""

    severity: str | None = None
    """How grave it is, in words agreed by partners, such as 'alarm'.

    There is no fixed list; one product accepts device events only with that word.
    """

    type: str | None = None
    """Class of activity in the utility's own scheme.

    A device event has its coded meaning in EndDeviceEventType, not here.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name.
    """

    status: Status | None = None
    """State that goes with the activity, with a time of its own.

    That time is not the time of the activity.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ActivityRecord",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("created_date_time", "createdDateTime", "xs:dateTime"),
            Member("reason", "reason", "xs:string"),
            Member("severity", "severity", "xs:string"),
            Member("type", "type", "xs:string"),
            Member("names", "Names", "Name", high=None),
            Member("status", "status", "Status"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Channel(Element):
    """One stream of values a meter delivers, such as 15-minute active energy.

    Part of the device set-up; holds no values itself. CIM class ``Channel``.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    is_virtual: bool | None = None
    """True when the stream is computed from other data rather than measured by the device.

    CIM ``Channel.isVirtual``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    reading_type: str | None = None
    """Quantity that the channel delivers.

    The ref holds the reading type code of 18 numbers, or an mRID, of a reading type listed at the root. CIM
    ``Channel.ReadingType``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Channel",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("is_virtual", "isVirtual", "xs:boolean"),
            Member("names", "Names", "Name", high=None),
            Member("reading_type", "ReadingType", "@ref"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ComFunction(Element):
    """Ability of a device or module to communicate: network address, technology and direction.

    Configuration messages list it once at their root and devices point to it by ref; CustomerMeterDataSet nests it
    in its owner. CIM class ``ComFunction``.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    amr_address: str | None = None
    """Address at which the head-end reaches the communication part, such as a phone number or IP address.

    Not to be confused with the serial number of the meter it serves. CIM ``ComFunction.amrAddress``.
    """

    amr_router: str | None = None
    """Address of the collector, router or gateway through which the device is reached.

    Absent when there is no such parent or it is not known. CIM ``ComFunction.amrRouter``.
    """

    config_id: str | None = None
    """Configuration or settings file the function has been set up with, by its identifier.

    CIM ``AssetFunction.configID``.
    """

    direction: ComDirectionKind | None = None
    """Which way data can flow between the device and the head-end.

    Only a two-way link lets the device both take commands and answer them. CIM ``ComFunction.direction``.
    """

    enabled: bool | None = None
    """True when the function is switched on in the device.

    A function may be present but not in use. CIM ``EndDeviceFunction.enabled``.
    """

    firmware_id: str | None = None
    """Firmware release that runs the function.

    In EndDeviceFirmware it is how the sender tells which version a device has; the image itself is not part of the
    message. CIM ``AssetFunction.firmwareID``.
    """

    hardware_id: str | None = None
    """Hardware version on which the function is built.

    CIM ``AssetFunction.hardwareID``.
    """

    password: str | None = None
    """Secret needed to get access to the function.

    Carried as plain text: keep it out of logs and send it only over protected channels. CIM
    ``AssetFunction.password``.
    """

    program_id: str | None = None
    """Program loaded into the device for the function, by name or number.

    Told apart from the firmware, which has firmwareID. CIM ``AssetFunction.programID``.
    """

    technology: ComTechnologyKind | None = None
    """Medium or network used for communication, such as cellular, power line or radio mesh.

    CIM ``ComFunction.technology``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ComFunction",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("amr_address", "amrAddress", "xs:string"),
            Member("amr_router", "amrRouter", "xs:string"),
            Member("config_id", "configID", "xs:string"),
            Member("direction", "direction", "ComDirectionKind"),
            Member("enabled", "enabled", "xs:boolean"),
            Member("firmware_id", "firmwareID", "xs:string"),
            Member("hardware_id", "hardwareID", "xs:string"),
            Member("password", "password", "xs:string"),
            Member("program_id", "programID", "xs:string"),
            Member("technology", "technology", "ComTechnologyKind"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ConnectDisconnectFunction(Element):
    """Ability of a device to switch the customer's supply on and off, with its settings and present state.

    To operate the switch send EndDeviceControls; the data here only describe it. CIM class
    ``ConnectDisconnectFunction``.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    enabled: bool | None = None
    """True when the function is switched on in the device.

    A function may be present but not in use. CIM ``EndDeviceFunction.enabled``.
    """

    event_count: int | None = None
    """How many times the switch has connected or disconnected so far.

    Counted over the life of the function, or since the counter was last cleared. CIM
    ``ConnectDisconnectFunction.eventCount``.
    """

    is_connected: bool | None = None
    """True when the switch is closed, so that the customer can be supplied; false when it is open.

    May be out of date: it is the state known to the sender. CIM ``ConnectDisconnectFunction.isConnected``.
    """

    is_delayed_discon: bool | None = None
    """True when the switch may wait for a set delay after the signal before it cuts the supply.

    False means it may open at once. CIM ``ConnectDisconnectFunction.isDelayedDiscon``.
    """

    is_local_auto_discon_op: bool | None = None
    """True when a disconnection initiated at the site runs without manual action.

    False means that someone on site has to operate the switch. CIM
    ``ConnectDisconnectFunction.isLocalAutoDisconOp``.
    """

    is_local_auto_recon_op: bool | None = None
    """True when a reconnection initiated at the site runs without manual action.

    False means that someone has to close the switch by hand. CIM ``ConnectDisconnectFunction.isLocalAutoReconOp``.
    """

    is_remote_auto_discon_op: bool | None = None
    """True when a remote disconnection opens the switch automatically, with no manual step.

    CIM ``ConnectDisconnectFunction.isRemoteAutoDisconOp``.
    """

    is_remote_auto_recon_op: bool | None = None
    """True when a remote reconnection closes the switch automatically.

    False means a manual step remains, often wanted for safety. CIM
    ``ConnectDisconnectFunction.isRemoteAutoReconOp``.
    """

    password: str | None = None
    """Secret needed to get access to the function.

    Carried as plain text: keep it out of logs and send it only over protected channels. CIM
    ``AssetFunction.password``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    rcd_info: RemoteConnectDisconnectInfo | None = None
    """Arming, limits and push-button rules of a switch that is worked remotely.

    Here 'rcd' means remote connect and disconnect, not a residual current device. CIM
    ``ConnectDisconnectFunction.rcdInfo``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ConnectDisconnectFunction",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("enabled", "enabled", "xs:boolean"),
            Member("event_count", "eventCount", "xs:integer"),
            Member("is_connected", "isConnected", "xs:boolean"),
            Member("is_delayed_discon", "isDelayedDiscon", "xs:boolean"),
            Member("is_local_auto_discon_op", "isLocalAutoDisconOp", "xs:boolean"),
            Member("is_local_auto_recon_op", "isLocalAutoReconOp", "xs:boolean"),
            Member("is_remote_auto_discon_op", "isRemoteAutoDisconOp", "xs:boolean"),
            Member("is_remote_auto_recon_op", "isRemoteAutoReconOp", "xs:boolean"),
            Member("password", "password", "xs:string"),
            Member("names", "Names", "Name", high=None),
            Member("rcd_info", "rcdInfo", "RemoteConnectDisconnectInfo"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ElectronicAddress(Element):
    """Electronic contacts of a person, organisation, place or device.

    They range from e-mail and web to network and radio addresses. CIM class ``ElectronicAddress``.
    """

    email1: str | None = None
    """First e-mail address to try.

    CIM ``ElectronicAddress.email1``.
    """

    email2: str | None = None
    """Alternative e-mail address, used when the first one fails.

    CIM ``ElectronicAddress.email2``.
    """

    lan: str | None = None
    """Address on a local network, commonly an IP address.

    The notation is up to the partners. CIM ``ElectronicAddress.lan``.
    """

    mac: str | None = None
    """Hardware (MAC) address of the network interface.

    Notation varies, with or without colons; normalise it before comparing. CIM ``ElectronicAddress.mac``.
    """

    password: str | None = None
    """Secret belonging to userID.

    It is plain text in the XML: avoid sending it, and keep it out of logs. CIM ``ElectronicAddress.password``.
    """

    radio: str | None = None
    """Address on a radio network, in the form that network uses.

    CIM ``ElectronicAddress.radio``.
    """

    user_id: str | None = None
    """Login name for reaching the system or device.

    Unrelated to the User in the message header. CIM ``ElectronicAddress.userID``.
    """

    web: str | None = None
    """Web address (URL) for information or access.

    CIM ``ElectronicAddress.web``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ElectronicAddress",
        (
            Member("email1", "email1", "xs:string"),
            Member("email2", "email2", "xs:string"),
            Member("lan", "lan", "xs:string"),
            Member("mac", "mac", "xs:string"),
            Member("password", "password", "xs:string"),
            Member("radio", "radio", "xs:string"),
            Member("user_id", "userID", "xs:string"),
            Member("web", "web", "xs:string"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDeviceCapability(Element):
    """Checklist of what a model of device is able to do.

    Says what is possible, not what is switched on: for that see the functions of the device. Read a missing flag as
    not stated rather than false. CIM class ``EndDeviceCapability``.
    """

    autonomous_dst: bool | None = None
    """True when the device can move its clock to and from summer time unaided.

    CIM ``EndDeviceCapability.autonomousDst``.
    """

    communication: bool | None = None
    """True when the device can exchange data with other systems, by any technology.

    CIM ``EndDeviceCapability.communication``.
    """

    connect_disconnect: bool | None = None
    """True when the device can connect and disconnect the supply to the customer.

    CIM ``EndDeviceCapability.connectDisconnect``.
    """

    demand_response: bool | None = None
    """True when the device can take part in demand response, for example by shedding load on a signal.

    CIM ``EndDeviceCapability.demandResponse``.
    """

    electric_metering: bool | None = None
    """True when the device can measure electricity.

    CIM ``EndDeviceCapability.electricMetering``.
    """

    gas_metering: bool | None = None
    """True when the device can measure gas.

    CIM ``EndDeviceCapability.gasMetering``.
    """

    metrology: bool | None = None
    """True when the device can measure at all, whatever the commodity.

    False suits a pure display or load switch. CIM ``EndDeviceCapability.metrology``.
    """

    on_request_read: bool | None = None
    """True when the device can be read at any time on demand, not only on schedule.

    CIM ``EndDeviceCapability.onRequestRead``.
    """

    outage_history: bool | None = None
    """True when the device keeps a record of supply interruptions that can be read later.

    CIM ``EndDeviceCapability.outageHistory``.
    """

    pressure_compensation: bool | None = None
    """True when a gas or other volume meter can correct what it measures for pressure.

    CIM ``EndDeviceCapability.pressureCompensation``.
    """

    pricing_info: bool | None = None
    """True when the device can receive and handle price information.

    CIM ``EndDeviceCapability.pricingInfo``.
    """

    pulse_output: bool | None = None
    """True when the device can give pulses as it measures, for use by other equipment.

    CIM ``EndDeviceCapability.pulseOutput``.
    """

    relays_programming: bool | None = None
    """True when the device has relays whose behaviour can be programmed.

    CIM ``EndDeviceCapability.relaysProgramming``.
    """

    reverse_flow: bool | None = None
    """True when the device recognises flow in the reverse direction, such as solar feed-in to the grid.

    CIM ``EndDeviceCapability.reverseFlow``.
    """

    super_compressibility_compensation: bool | None = None
    """True when a gas meter can correct for gas not compressing like an ideal gas.

    This supercompressibility matters mostly at high pressure. CIM
    ``EndDeviceCapability.superCompressibilityCompensation``.
    """

    temperature_compensation: bool | None = None
    """True when the device can correct a measured volume for temperature, mostly in gas metering.

    CIM ``EndDeviceCapability.temperatureCompensation``.
    """

    text_message: bool | None = None
    """True when the device can receive text and show it to the customer.

    CIM ``EndDeviceCapability.textMessage``.
    """

    water_metering: bool | None = None
    """True when the device can measure water.

    CIM ``EndDeviceCapability.waterMetering``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "EndDeviceCapability",
        (
            Member("autonomous_dst", "autonomousDst", "xs:boolean"),
            Member("communication", "communication", "xs:boolean"),
            Member("connect_disconnect", "connectDisconnect", "xs:boolean"),
            Member("demand_response", "demandResponse", "xs:boolean"),
            Member("electric_metering", "electricMetering", "xs:boolean"),
            Member("gas_metering", "gasMetering", "xs:boolean"),
            Member("metrology", "metrology", "xs:boolean"),
            Member("on_request_read", "onRequestRead", "xs:boolean"),
            Member("outage_history", "outageHistory", "xs:boolean"),
            Member("pressure_compensation", "pressureCompensation", "xs:boolean"),
            Member("pricing_info", "pricingInfo", "xs:boolean"),
            Member("pulse_output", "pulseOutput", "xs:boolean"),
            Member("relays_programming", "relaysProgramming", "xs:boolean"),
            Member("reverse_flow", "reverseFlow", "xs:boolean"),
            Member("super_compressibility_compensation", "superCompressibilityCompensation", "xs:boolean"),
            Member("temperature_compensation", "temperatureCompensation", "xs:boolean"),
            Member("text_message", "textMessage", "xs:boolean"),
            Member("water_metering", "waterMetering", "xs:boolean"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDeviceInfo(Element):
    """Nameplate data of an end device: ratings, phases, capabilities and product model.

    Describes the design of the device rather than the supply at its site. CIM class ``EndDeviceInfo``.
    """

    is_solid_state: bool | None = None
    """True when the device is electronic.

    False means electromechanical, such as a Ferraris disc meter. CIM ``EndDeviceInfo.isSolidState``.
    """

    phase_count: int | None = None
    """Number of phases the device can handle, such as 1 or 3.

    It may be more than the phases connected at the usage point; 0 suits a device to which phases do not apply. CIM
    ``EndDeviceInfo.phaseCount``.
    """

    rated_current: float | None = None
    """Current the device is rated for, in amperes.

    No multiplier is carried, so send plain amperes unless partners agree otherwise. CIM
    ``EndDeviceInfo.ratedCurrent``.
    """

    rated_voltage: float | None = None
    """Voltage the device is rated for, in volts.

    State in the partner agreement whether phase-to-neutral or phase-to-phase is meant, since the message does not
    say. CIM ``EndDeviceInfo.ratedVoltage``.
    """

    asset_model: ProductAssetModel | None = None
    """Product model of the unit, with its manufacturer, model number and version.

    CIM ``AssetInfo.AssetModel``.
    """

    capability: EndDeviceCapability | None = None
    """What the device model is able to do, as a set of yes or no flags.

    CIM ``EndDeviceInfo.capability``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "EndDeviceInfo",
        (
            Member("is_solid_state", "isSolidState", "xs:boolean"),
            Member("phase_count", "phaseCount", "xs:integer"),
            Member("rated_current", "ratedCurrent", "xs:float"),
            Member("rated_voltage", "ratedVoltage", "xs:float"),
            Member("asset_model", "AssetModel", "ProductAssetModel"),
            Member("capability", "capability", "EndDeviceCapability"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class LifecycleDate(Element):
    """Milestones in the life of a piece of equipment.

    They are calendar dates without a time of day; use readings or configuration events for exact instants. CIM
    class ``LifecycleDate``.
    """

    installation_date: dt.date | None = None
    """Day the equipment was put in at its present place.

    Absent for equipment still in stock. CIM ``LifecycleDate.installationDate``.
    """

    manufactured_date: dt.date | None = None
    """Day the equipment was made.

    CIM ``LifecycleDate.manufacturedDate``.
    """

    purchase_date: dt.date | None = None
    """Day the equipment was bought.

    This may be well before it arrives. CIM ``LifecycleDate.purchaseDate``.
    """

    received_date: dt.date | None = None
    """Day the equipment arrived at the utility, for example in the store.

    CIM ``LifecycleDate.receivedDate``.
    """

    removal_date: dt.date | None = None
    """Day the equipment was last taken out of service at a site.

    It may be installed again elsewhere. CIM ``LifecycleDate.removalDate``.
    """

    retired_date: dt.date | None = None
    """Day the equipment was written off for good and will not be used again.

    CIM ``LifecycleDate.retiredDate``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "LifecycleDate",
        (
            Member("installation_date", "installationDate", "xs:date"),
            Member("manufactured_date", "manufacturedDate", "xs:date"),
            Member("purchase_date", "purchaseDate", "xs:date"),
            Member("received_date", "receivedDate", "xs:date"),
            Member("removal_date", "removalDate", "xs:date"),
            Member("retired_date", "retiredDate", "xs:date"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Manufacturer(Element):
    """Company that made the equipment, identified by mRID or Names.

    Serial numbers are normally unique only within one manufacturer. CIM class ``Manufacturer``.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Manufacturer",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class MeterMultiplier(Element):
    """One factor or constant of a meter, such as a current transformer ratio.

    Partners must agree whether values they exchange are before or after it; the commodity in the reading type
    helps, as it tells secondary from primary metering. CIM class ``MeterMultiplier``.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    kind: MeterMultiplierKind | None = None
    """Which factor is meant: a transformer ratio or one of the meter constants Kh, Kr and Ke.

    CIM ``MeterMultiplier.kind``.
    """

    value: float | None = None
    """The factor as a plain number.

    A current transformer of 200 to 5 A is therefore 40. CIM ``MeterMultiplier.value``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "MeterMultiplier",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("kind", "kind", "MeterMultiplierKind"),
            Member("value", "value", "xs:float"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ProductAssetModel(Element):
    """Make and model of equipment as found in a product catalogue.

    Describes all units alike; an individual unit is told apart by its serial number. CIM class
    ``ProductAssetModel``.
    """

    corporate_standard_kind: CorporateStandardKind | None = None
    """Whether the utility has approved the model for normal use or is still trying it.

    CIM ``ProductAssetModel.corporateStandardKind``.
    """

    model_number: str | None = None
    """Manufacturer's number or code for the product.

    CIM ``ProductAssetModel.modelNumber``.
    """

    model_version: str | None = None
    """Revision of the product under the same model number.

    Firmware versions are given with the functions instead. CIM ``ProductAssetModel.modelVersion``.
    """

    usage_kind: AssetModelUsageKind | None = None
    """Part of the network for which the model is meant, such as overhead distribution.

    CIM ``ProductAssetModel.usageKind``.
    """

    manufacturer: Manufacturer | None = None
    """Company that makes the product.

    CIM ``ProductAssetModel.Manufacturer``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ProductAssetModel",
        (
            Member("corporate_standard_kind", "corporateStandardKind", "CorporateStandardKind"),
            Member("model_number", "modelNumber", "xs:string"),
            Member("model_version", "modelVersion", "xs:string"),
            Member("usage_kind", "usageKind", "AssetModelUsageKind"),
            Member("manufacturer", "Manufacturer", "Manufacturer"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Register(Element):
    """A counter or display item of a meter, for instance the peak-rate energy register.

    Describes the device; its readings travel in MeterReadings. CIM class ``Register``.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    is_virtual: bool | None = None
    """True when the register is worked out from other data, for instance as a sum, and not a physical one.

    CIM ``Register.isVirtual``.
    """

    left_digit_count: int | None = None
    """Digits before the decimal point.

    Tells where the register rolls over: with five digits, after 99999. CIM ``Register.leftDigitCount``.
    """

    right_digit_count: int | None = None
    """Digits after the decimal point.

    Needed to read a bare display correctly. CIM ``Register.rightDigitCount``.
    """

    tou_tier_name: str | None = None
    """Label of the time-of-use rate that the register counts, as people know it, for instance 'peak'.

    CIM ``Register.touTierName``.
    """

    channels: list[Channel] = field(factory=list)
    """Channels that deliver the values of the register.

    The reading types stand there, not on the register. CIM ``Register.Channels``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    tou_tier: TimeInterval | None = None
    """Hours of the day in which the register counts.

    Times of day without a date; absent for a register that always counts or when the hours are not told. CIM
    ``Register.touTier``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Register",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("is_virtual", "isVirtual", "xs:boolean"),
            Member("left_digit_count", "leftDigitCount", "xs:integer"),
            Member("right_digit_count", "rightDigitCount", "xs:integer"),
            Member("tou_tier_name", "touTierName", "xs:string"),
            Member("channels", "Channels", "Channel", high=None),
            Member("names", "Names", "Name", high=None),
            Member("tou_tier", "touTier", "TimeInterval"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class RemoteConnectDisconnectInfo(Element):
    """Settings of a supply switch that is operated from afar.

    They cover arming, push-button use and limits on voltage, power and energy. CIM class
    ``RemoteConnectDisconnectInfo``.
    """

    armed_timeout: float | None = None
    """Time the switch stays armed before the arming lapses, in seconds.

    Relevant where an operation has to be armed before it is carried out. CIM
    ``RemoteConnectDisconnectInfo.armedTimeout``.
    """

    customer_voltage_limit: float | None = None
    """Highest voltage on the customer side at which the switch may still close, in volts.

    More than that hints at another source, such as a generator. Applied when needsVoltageLimitCheck is true. CIM
    ``RemoteConnectDisconnectInfo.customerVoltageLimit``.
    """

    energy_limit: float | None = None
    """Energy the customer may use before the supply is cut, in Wh.

    Applied when isEnergyLimiting is true. No multiplier is carried, so partners must agree on the scale. CIM
    ``RemoteConnectDisconnectInfo.energyLimit``.
    """

    energy_usage_start_date_time: dt.datetime | None = None
    """Instant from which used energy counts towards the energy limit.

    CIM ``RemoteConnectDisconnectInfo.energyUsageStartDateTime``.
    """

    energy_usage_warning: float | None = None
    """Used energy at which a warning event is raised, in Wh.

    Set below energyLimit to be of use; the scale must be agreed, as no multiplier is carried. CIM
    ``RemoteConnectDisconnectInfo.energyUsageWarning``.
    """

    is_arm_connect: bool | None = None
    """True when the switch has to be armed before it can connect.

    On many meters the customer then completes the reconnection at the device. CIM
    ``RemoteConnectDisconnectInfo.isArmConnect``.
    """

    is_arm_disconnect: bool | None = None
    """True when the switch has to be armed before it can disconnect.

    CIM ``RemoteConnectDisconnectInfo.isArmDisconnect``.
    """

    is_energy_limiting: bool | None = None
    """True when energy use is limited and going over energyLimit disconnects the customer.

    CIM ``RemoteConnectDisconnectInfo.isEnergyLimiting``.
    """

    needs_power_limit_check: bool | None = None
    """True when the load is checked after connecting and too much of it opens the switch at once.

    The threshold is powerLimit. CIM ``RemoteConnectDisconnectInfo.needsPowerLimitCheck``.
    """

    needs_voltage_limit_check: bool | None = None
    """True when the customer side voltage is checked first and too high a value blocks the connection.

    The threshold is customerVoltageLimit. CIM ``RemoteConnectDisconnectInfo.needsVoltageLimitCheck``.
    """

    power_limit: float | None = None
    """Load above which the switch must not close, or must open again at once.

    In W; a multiplier is not carried, so partners must agree on the scale. CIM
    ``RemoteConnectDisconnectInfo.powerLimit``.
    """

    use_pushbutton: bool | None = None
    """True when someone must press a button at the device to complete the connection.

    CIM ``RemoteConnectDisconnectInfo.usePushbutton``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "RemoteConnectDisconnectInfo",
        (
            Member("armed_timeout", "armedTimeout", "xs:float"),
            Member("customer_voltage_limit", "customerVoltageLimit", "xs:float"),
            Member("energy_limit", "energyLimit", "xs:float"),
            Member("energy_usage_start_date_time", "energyUsageStartDateTime", "xs:dateTime"),
            Member("energy_usage_warning", "energyUsageWarning", "xs:float"),
            Member("is_arm_connect", "isArmConnect", "xs:boolean"),
            Member("is_arm_disconnect", "isArmDisconnect", "xs:boolean"),
            Member("is_energy_limiting", "isEnergyLimiting", "xs:boolean"),
            Member("needs_power_limit_check", "needsPowerLimitCheck", "xs:boolean"),
            Member("needs_voltage_limit_check", "needsVoltageLimitCheck", "xs:boolean"),
            Member("power_limit", "powerLimit", "xs:float"),
            Member("use_pushbutton", "usePushbutton", "xs:boolean"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class SimpleEndDeviceFunction(Element):
    """Function of an end device that needs no class of its own, such as metering.

    Which function it is stands in kind. Metering functions hold the registers and, inside them, the channels. CIM
    class ``SimpleEndDeviceFunction``.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    config_id: str | None = None
    """Configuration or settings file the function has been set up with, by its identifier.

    CIM ``AssetFunction.configID``.
    """

    enabled: bool | None = None
    """True when the function is switched on in the device.

    A function may be present but not in use. CIM ``EndDeviceFunction.enabled``.
    """

    firmware_id: str | None = None
    """Firmware release that runs the function.

    In EndDeviceFirmware it is how the sender tells which version a device has; the image itself is not part of the
    message. CIM ``AssetFunction.firmwareID``.
    """

    hardware_id: str | None = None
    """Hardware version on which the function is built.

    CIM ``AssetFunction.hardwareID``.
    """

    kind: EndDeviceFunctionKind | None = None
    """What the function does, such as electricity metering or demand response.

    CIM ``SimpleEndDeviceFunction.kind``.
    """

    password: str | None = None
    """Secret needed to get access to the function.

    Carried as plain text: keep it out of logs and send it only over protected channels. CIM
    ``AssetFunction.password``.
    """

    program_id: str | None = None
    """Program loaded into the device for the function, by name or number.

    Told apart from the firmware, which has firmwareID. CIM ``AssetFunction.programID``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    registers: list[Register] = field(factory=list)
    """Registers that belong to the function, each with the channels that hold its values.

    Used for metering functions. CIM ``EndDeviceFunction.Registers``.
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
            Member("registers", "Registers", "Register", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class TimeInterval(Element):
    """Span within a day, given by two clock times, such as the hours of a tariff tier.

    It says nothing about which days. CIM class ``TimeInterval``.
    """

    end: dt.time | None = None
    """Clock time the span stops, written before the start.

    One earlier than the start suggests a span across midnight, which partners should confirm. CIM
    ``TimeInterval.end``.
    """

    start: dt.time | None = None
    """Clock time the span begins.

    Without an offset it is usually meant as local time, so agree the time zone. CIM ``TimeInterval.start``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "TimeInterval",
        (
            Member("end", "end", "xs:time"),
            Member("start", "start", "xs:time"),
        ),
    )
