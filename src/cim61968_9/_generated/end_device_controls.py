# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: EndDeviceControls.xsd, sha256 c6398c8d8b7b74b6c51bbe6a2547c68f113c1c8e1edbf239efaac10614588cd6
"""EndDeviceControls: message that carries orders to end devices."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, OpenEnum, XmlType
from cim61968_9._mixins import ControlOfType, ControlTypeParts
from cim61968_9._generated.common.devices import ElectronicAddress
from cim61968_9._generated.common.identity import DateTimeInterval, Name, NameType, NameTypeAuthority, UsagePoint
from cim61968_9._generated.common.selection import EndDeviceGroup, UsagePointGroup

__all__ = [
    "ControlledAppliance",
    "DateTimeInterval",
    "ElectronicAddress",
    "EndDevice",
    "EndDeviceControl",
    "EndDeviceControlType",
    "EndDeviceControls",
    "EndDeviceGroup",
    "EndDeviceTiming",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "PanDemandResponse",
    "PanDisplay",
    "PanPricing",
    "PanPricingDetail",
    "RandomisationKind",
    "TransmissionModeKind",
    "UsagePoint",
    "UsagePointGroup",
]


class RandomisationKind(OpenEnum):
    """Which edges of a control period devices shift by a random time, to avoid switching all at once."""

    default = "default"
    """Spreading is left to the setting already held by the device or system."""
    end = "end"
    """Only the return to normal is shifted; the control begins exactly on time."""
    none = "none"
    """No shift at all: every device begins and ends exactly as ordered."""
    start = "start"
    """Only the beginning is shifted; the planned end is kept."""
    startAndEnd = "startAndEnd"
    """Both the beginning and the return to normal are shifted."""


class TransmissionModeKind(OpenEnum):
    """How a text is sent over the premises area network: as joined traffic, anonymously, or both ways."""

    anonymous = "anonymous"
    """Sent only as an anonymous message between networks.

    Devices that have not joined the PAN can pick it up too.
    """
    both = "both"
    """Sent in the regular way and anonymously as well."""
    normal = "normal"
    """Sent only in the regular way, to devices that have joined the network."""


@define(slots=True, kw_only=True, repr=False, eq=False)
class ControlledAppliance(Element):
    """Kinds of load at the premises that a demand response action is meant for.

    Several flags may be set at once. The schema does not say how an absent flag is to be read, so state every kind
    that matters. CIM class ``ControlledAppliance``. IEC 61968-9 edition 2.
    """

    is_electric_vehicle: bool | None = None
    """True when electric vehicle charging is to react.

    CIM ``ControlledAppliance.isElectricVehicle``.
    """

    is_exterior_lighting: bool | None = None
    """True when outdoor lamps, such as garden or car park lights, are to react.

    CIM ``ControlledAppliance.isExteriorLighting``.
    """

    is_generation_system: bool | None = None
    """True when generators behind the meter, such as solar or standby sets, are to react.

    Unlike the other flags it points at a source, not at a load. CIM ``ControlledAppliance.isGenerationSystem``.
    """

    is_hvac_compressor_or_furnace: bool | None = None
    """True when air conditioning compressors or heating furnaces are to react.

    Set points and offsets of the same action suit this kind of load. CIM
    ``ControlledAppliance.isHvacCompressorOrFurnace``.
    """

    is_interior_lighting: bool | None = None
    """True when lamps inside the building are to react.

    CIM ``ControlledAppliance.isInteriorLighting``.
    """

    is_irrigation_pump: bool | None = None
    """True when pumps that water fields or gardens are to react.

    CIM ``ControlledAppliance.isIrrigationPump``.
    """

    is_managed_commercial_industrial_load: bool | None = None
    """True when business or factory loads under energy management are to react.

    CIM ``ControlledAppliance.isManagedCommercialIndustrialLoad``.
    """

    is_pool_pump_spa_jacuzzi: bool | None = None
    """True when swimming pool pumps, spas or whirlpool baths are to react.

    CIM ``ControlledAppliance.isPoolPumpSpaJacuzzi``.
    """

    is_simple_misc_load: bool | None = None
    """True when small loads that can only be switched on or off are to react.

    CIM ``ControlledAppliance.isSimpleMiscLoad``.
    """

    is_smart_appliance: bool | None = None
    """True when household appliances with their own control logic are to react.

    An example is a washing machine that communicates. CIM ``ControlledAppliance.isSmartAppliance``.
    """

    is_strip_and_baseboard_heater: bool | None = None
    """True when direct electric room heaters, mounted as strips or along the skirting, are to react.

    CIM ``ControlledAppliance.isStripAndBaseboardHeater``.
    """

    is_water_heater: bool | None = None
    """True when hot water tanks or boilers are to react.

    CIM ``ControlledAppliance.isWaterHeater``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ControlledAppliance",
        (
            Member("is_electric_vehicle", "isElectricVehicle", "xs:boolean"),
            Member("is_exterior_lighting", "isExteriorLighting", "xs:boolean"),
            Member("is_generation_system", "isGenerationSystem", "xs:boolean"),
            Member("is_hvac_compressor_or_furnace", "isHvacCompressorOrFurnace", "xs:boolean"),
            Member("is_interior_lighting", "isInteriorLighting", "xs:boolean"),
            Member("is_irrigation_pump", "isIrrigationPump", "xs:boolean"),
            Member("is_managed_commercial_industrial_load", "isManagedCommercialIndustrialLoad", "xs:boolean"),
            Member("is_pool_pump_spa_jacuzzi", "isPoolPumpSpaJacuzzi", "xs:boolean"),
            Member("is_simple_misc_load", "isSimpleMiscLoad", "xs:boolean"),
            Member("is_smart_appliance", "isSmartAppliance", "xs:boolean"),
            Member("is_strip_and_baseboard_heater", "isStripAndBaseboardHeater", "xs:boolean"),
            Member("is_water_heater", "isWaterHeater", "xs:boolean"),
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

    install_code: str | None = None
    """Code supplied with a device to admit it to a network, for example at ZigBee joining.

    Treat it as confidential. CIM ``EndDevice.installCode``.
    """

    is_pan: bool | None = None
    """True when the device belongs to a premises area network, such as an in-home display or thermostat.

    It is then usually reached through the meter or a gateway. CIM ``EndDevice.isPan``.
    """

    electronic_address: ElectronicAddress | None = None
    """Where the device can be reached electronically, such as by its MAC, LAN or radio address.

    CIM ``Asset.electronicAddress``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "EndDevice",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("install_code", "installCode", "xs:string"),
            Member("is_pan", "isPan", "xs:boolean"),
            Member("electronic_address", "electronicAddress", "ElectronicAddress"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDeviceControl(ControlOfType, Element):
    """One order to meters or other end devices, such as opening a switch, shedding load or showing a text.

    A positive reply only means that the order was accepted; results usually follow as end device events. In a Get
    request it is a filter for orders. CIM class ``EndDeviceControl``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    dr_program_level: int | None = None
    """Severity step of a demand response order.

    Zero stands for an emergency; what the other numbers mean is a matter of the programme. CIM
    ``EndDeviceControl.drProgramLevel``.
    """

    dr_program_mandatory: bool | None = None
    """True when participants in the demand response programme may not opt out of this order.

    CIM ``EndDeviceControl.drProgramMandatory``.
    """

    issuer_id: str | None = None
    """Party or system that originated the order, for example the retailer.

    It may differ from the sender of the message, which only passes the order on. CIM ``EndDeviceControl.issuerID``.
    """

    issuer_tracking_id: str | None = None
    """The originator's own number for the order, text or load event.

    It lets a later cancellation or result event be matched; it is not the correlation identifier of the message
    header. CIM ``EndDeviceControl.issuerTrackingID``.
    """

    price_signal: float | None = None
    """Price passed along as a parameter of the order.

    Neither unit nor currency travels with it, so partners must agree on both. Tiered prices for a PAN belong in the
    pricing action instead. CIM ``EndDeviceControl.priceSignal``.
    """

    reason: str | None = None
    """Why the order is given, in free text, for example non-payment or moving out.

    CIM ``EndDeviceControl.reason``.
    """

    pan_demand_response: PanDemandResponse | None = None
    """Load reduction details for devices on a premises area network.

    At most one of the demand response, display and pricing actions may be present in an order.
    """

    pan_display: PanDisplay | None = None
    """Text to be shown by devices on a premises area network.

    Excludes the demand response and pricing actions in the same order.
    """

    pan_pricing: PanPricing | None = None
    """Price information to be published on a premises area network.

    Excludes the demand response and display actions in the same order.
    """

    end_device_control_type: str
    """What is to be done.

    The ref attribute holds the name or mRID of a control type, normally the code
    type.domain.subDomain.eventOrAction: 3.31.0.23 opens and 3.31.0.18 closes the switch of an electricity meter.
    CIM ``EndDeviceControl.EndDeviceControlType``.
    """

    end_device_groups: list[EndDeviceGroup] = field(factory=list)
    """Device groups that have to carry out the order.

    Only the group is named here; membership is exchanged by the EndDeviceGroups message. CIM
    ``EndDeviceControl.EndDeviceGroups``.
    """

    end_devices: list[EndDevice] = field(factory=list)
    """Meters or other devices that have to carry out the order, each identified by mRID or Names.

    An order needs at least one target: a device, a usage point or a group of either. CIM
    ``EndDeviceControl.EndDevices``.
    """

    primary_device_timing: EndDeviceTiming | None = None
    """When the addressed device is to act, and for how long.

    Some head-ends treat the start of its interval as the release time of the order. CIM
    ``EndDeviceControl.primaryDeviceTiming``.
    """

    secondary_device_timing: EndDeviceTiming | None = None
    """When a device behind the addressed one is to act, such as a PAN appliance behind a meter.

    The split between primary and secondary is not spelled out in the schema. CIM
    ``EndDeviceControl.secondaryDeviceTiming``.
    """

    usage_point_groups: list[UsagePointGroup] = field(factory=list)
    """Groups of usage points at which the order applies.

    The receiver has to find the devices installed there. CIM ``EndDeviceControl.UsagePointGroups``.
    """

    usage_points: list[UsagePoint] = field(factory=list)
    """Single usage points at which the order applies.

    Suits senders that know the place of supply but not the device. The receiver resolves them to the installed
    devices. CIM ``EndDeviceControl.UsagePoints``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "EndDeviceControl",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("dr_program_level", "drProgramLevel", "xs:integer"),
            Member("dr_program_mandatory", "drProgramMandatory", "xs:boolean"),
            Member("issuer_id", "issuerID", "xs:string"),
            Member("issuer_tracking_id", "issuerTrackingID", "xs:string"),
            Member("price_signal", "priceSignal", "xs:float"),
            Member("reason", "reason", "xs:string"),
            Member("pan_demand_response", "PanDemandResponse", "PanDemandResponse", choice=1),
            Member("pan_display", "PanDisplay", "PanDisplay", choice=1),
            Member("pan_pricing", "PanPricing", "PanPricing", choice=1),
            Member("end_device_control_type", "EndDeviceControlType", "@ref", low=1),
            Member("end_device_groups", "EndDeviceGroups", "EndDeviceGroup", high=None),
            Member("end_devices", "EndDevices", "EndDevice", high=None),
            Member("primary_device_timing", "primaryDeviceTiming", "EndDeviceTiming"),
            Member("secondary_device_timing", "secondaryDeviceTiming", "EndDeviceTiming"),
            Member("usage_point_groups", "UsagePointGroups", "UsagePointGroup", high=None),
            Member("usage_points", "UsagePoints", "UsagePoint", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDeviceControlType(ControlTypeParts, Element):
    """Full definition of a control code.

    Orders name it by reference only; the definition adds names and the four parts of the code
    type.domain.subDomain.eventOrAction. The same part lists serve events, with other combinations. CIM class
    ``EndDeviceControlType``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    domain: str | None = None
    """Second part of the control code: the area acted on.

    31 stands for the connect/disconnect switch and 15 for load control. CIM ``EndDeviceControlType.domain``.
    """

    event_or_action: str | None = None
    """Fourth part of the control code: the action ordered, for example 18 to connect or 23 to disconnect.

    CIM ``EndDeviceControlType.eventOrAction``.
    """

    sub_domain: str | None = None
    """Third part of the control code: a finer area within the domain, for example 112 for a text message.

    0 stands for none. CIM ``EndDeviceControlType.subDomain``.
    """

    type: str | None = None
    """First part of the control code: the kind of device addressed.

    3 stands for an electricity meter and 12 for a PAN device; 0 leaves the kind open. CIM
    ``EndDeviceControlType.type``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "EndDeviceControlType",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("domain", "domain", "xs:string"),
            Member("event_or_action", "eventOrAction", "xs:string"),
            Member("sub_domain", "subDomain", "xs:string"),
            Member("type", "type", "xs:string"),
            Member("names", "Names", "Name", low=1, high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDeviceControls(Element):
    """Message that carries orders to end devices.

    Connect and disconnect, load control, demand response, PAN texts and prices and prepayment settings all travel
    in it. It runs from MDM, billing, outage or load management systems to the head-end. IEC 61968-9 edition 2.
    """

    end_device_control: list[EndDeviceControl] = field(factory=list)
    """The orders of the message.

    Each has its own control code, targets and timing, and each may succeed or fail independently of the others.
    """

    end_device_control_type: list[EndDeviceControlType] = field(factory=list)
    """Definitions of the control codes that the orders refer to.

    May be left out when the reference already holds the complete four-part code.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "EndDeviceControls",
        (
            Member("end_device_control", "EndDeviceControl", "EndDeviceControl", high=None),
            Member("end_device_control_type", "EndDeviceControlType", "EndDeviceControlType", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class EndDeviceTiming(Element):
    """Time frame of an order: its window or length, and how starts and ends are spread.

    Spreading keeps many devices from switching at the same instant and jolting the network. CIM class
    ``EndDeviceTiming``. IEC 61968-9 edition 2.
    """

    duration: float | None = None
    """Time the order stays in force, in minutes.

    An alternative to giving the end of the interval; when both are sent they should agree. CIM
    ``EndDeviceTiming.duration``.
    """

    duration_indefinite: bool | None = None
    """True when the order stays in force until another order ends it.

    A duration or an interval end would contradict this. CIM ``EndDeviceTiming.durationIndefinite``.
    """

    randomisation: RandomisationKind | None = None
    """Whether devices shift the start, the end or both by a random time.

    The size of the shift is not part of the message. CIM ``EndDeviceTiming.randomisation``.
    """

    interval: DateTimeInterval | None = None
    """Window in which the order is in force.

    The end element comes before the start element in the sequence; an order without a planned end carries the start
    alone. CIM ``EndDeviceTiming.interval``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "EndDeviceTiming",
        (
            Member("duration", "duration", "xs:float"),
            Member("duration_indefinite", "durationIndefinite", "xs:boolean"),
            Member("randomisation", "randomisation", "RandomisationKind"),
            Member("interval", "interval", "DateTimeInterval"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class PanDemandResponse(Element):
    """Load reduction request to devices on a premises area network, for instance thermostats and switches.

    It combines limits, set points and the appliances meant, and can also cancel a running load event. CIM class
    ``PanDemandResponse``. IEC 61968-9 edition 2.
    """

    avg_load_adjustment: float | None = None
    """Energy allowance of a device, as a signed change in per cent of its own average use.

    A value of -20 asks the device to stay at or below 80 per cent of that average. CIM
    ``PanDemandResponse.avgLoadAdjustment``.
    """

    cancel_control_mode: str | None = None
    """How a load event is to be wound down on cancellation, for example at once or with a random delay.

    The codes come from the PAN profile, not from this schema. CIM ``PanDemandResponse.cancelControlMode``.
    """

    cancel_date_time: dt.datetime | None = None
    """Instant at which the cancellation takes effect.

    Needed only for a cancellation that is planned for later. CIM ``PanDemandResponse.cancelDateTime``.
    """

    cancel_now: bool | None = None
    """True when the load event is to stop without waiting for its planned end.

    CIM ``PanDemandResponse.cancelNow``.
    """

    command: str | None = None
    """Instruction to the PAN device, as free text.

    Values depend on the PAN profile in use and are agreed between the partners; the control code already says in
    general what is to happen. CIM ``EndDeviceAction.command``.
    """

    cooling_offset: float | None = None
    """Amount by which a thermostat raises its usual cooling set point.

    It is a temperature difference: a positive value means less cooling. Alternative to a fixed set point. CIM
    ``PanDemandResponse.coolingOffset``.
    """

    cooling_setpoint: float | None = None
    """Room temperature above which cooling may run during the load event.

    An absolute temperature, in contrast to the offset. CIM ``PanDemandResponse.coolingSetpoint``.
    """

    criticality_level: str | None = None
    """Urgency of the load event as devices on the PAN see it, in codes of the PAN profile.

    Separate from drProgramLevel, which grades the order in the utility's own programme. CIM
    ``PanDemandResponse.criticalityLevel``.
    """

    duration: float | None = None
    """How long the PAN action lasts, in minutes, counted from its start.

    Not needed when the action runs without a planned end. CIM ``EndDeviceAction.duration``.
    """

    duration_indefinite: bool | None = None
    """True when the PAN action has no planned end and goes on until it is cancelled or replaced.

    CIM ``EndDeviceAction.durationIndefinite``.
    """

    duty_cycle: float | None = None
    """Largest share of time, in per cent, that a load may stay switched on.

    It limits the on time, not the off time: 25 lets a load run for a quarter of the event. CIM
    ``PanDemandResponse.dutyCycle``.
    """

    enrollment_group: str | None = None
    """Enrolment group on the PAN whose devices should respond.

    Independent of the device groups that a head-end uses to address the order. CIM
    ``PanDemandResponse.enrollmentGroup``.
    """

    heating_offset: float | None = None
    """Amount by which a thermostat lowers its usual heating set point.

    It is a temperature difference: a positive value means less heating, so it is subtracted, not added. CIM
    ``PanDemandResponse.heatingOffset``.
    """

    heating_setpoint: float | None = None
    """Room temperature below which heating may run during the load event.

    An absolute value, not a difference. CIM ``PanDemandResponse.heatingSetpoint``.
    """

    start_date_time: dt.datetime | None = None
    """Instant at which the PAN action is to begin.

    Give it with a zone offset or as UTC: a local time without offset leaves it to the receiver which hour is meant.
    The schema does not say what its absence means. CIM ``EndDeviceAction.startDateTime``.
    """

    appliance: ControlledAppliance | None = None
    """Kinds of load that should respond to the request.

    Without it the request itself does not narrow the choice by kind of load. CIM ``PanDemandResponse.appliance``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "PanDemandResponse",
        (
            Member("avg_load_adjustment", "avgLoadAdjustment", "xs:float"),
            Member("cancel_control_mode", "cancelControlMode", "xs:string"),
            Member("cancel_date_time", "cancelDateTime", "xs:dateTime"),
            Member("cancel_now", "cancelNow", "xs:boolean"),
            Member("command", "command", "xs:string"),
            Member("cooling_offset", "coolingOffset", "xs:float"),
            Member("cooling_setpoint", "coolingSetpoint", "xs:float"),
            Member("criticality_level", "criticalityLevel", "xs:string"),
            Member("duration", "duration", "xs:float"),
            Member("duration_indefinite", "durationIndefinite", "xs:boolean"),
            Member("duty_cycle", "dutyCycle", "xs:float"),
            Member("enrollment_group", "enrollmentGroup", "xs:string"),
            Member("heating_offset", "heatingOffset", "xs:float"),
            Member("heating_setpoint", "heatingSetpoint", "xs:float"),
            Member("start_date_time", "startDateTime", "xs:dateTime"),
            Member("appliance", "appliance", "ControlledAppliance"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class PanDisplay(Element):
    """Text message for in-home displays and other devices on a premises area network.

    The inherited start and duration say when and how long it is shown. CIM class ``PanDisplay``. IEC 61968-9
    edition 2.
    """

    command: str | None = None
    """Instruction to the PAN device, as free text.

    Values depend on the PAN profile in use and are agreed between the partners; the control code already says in
    general what is to happen. CIM ``EndDeviceAction.command``.
    """

    confirmation_required: bool | None = None
    """True when the customer has to confirm on the device that the text was read.

    The confirmation can come back as an end device event. CIM ``PanDisplay.confirmationRequired``.
    """

    duration: float | None = None
    """How long the PAN action lasts, in minutes, counted from its start.

    Not needed when the action runs without a planned end. CIM ``EndDeviceAction.duration``.
    """

    duration_indefinite: bool | None = None
    """True when the PAN action has no planned end and goes on until it is cancelled or replaced.

    CIM ``EndDeviceAction.durationIndefinite``.
    """

    priority: str | None = None
    """Importance of the text compared with others, such as low, medium, high or critical.

    Plain text with no list of values in the schema. CIM ``PanDisplay.priority``.
    """

    start_date_time: dt.datetime | None = None
    """Instant at which the PAN action is to begin.

    Give it with a zone offset or as UTC: a local time without offset leaves it to the receiver which hour is meant.
    The schema does not say what its absence means. CIM ``EndDeviceAction.startDateTime``.
    """

    text_message: str | None = None
    """Wording to be shown to the customer.

    Displays may cut long texts; the schema sets no limit of its own. CIM ``PanDisplay.textMessage``.
    """

    transmission_mode: TransmissionModeKind | None = None
    """Whether the text goes to joined devices, out anonymously, or both.

    CIM ``PanDisplay.transmissionMode``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "PanDisplay",
        (
            Member("command", "command", "xs:string"),
            Member("confirmation_required", "confirmationRequired", "xs:boolean"),
            Member("duration", "duration", "xs:float"),
            Member("duration_indefinite", "durationIndefinite", "xs:boolean"),
            Member("priority", "priority", "xs:string"),
            Member("start_date_time", "startDateTime", "xs:dateTime"),
            Member("text_message", "textMessage", "xs:string"),
            Member("transmission_mode", "transmissionMode", "TransmissionModeKind"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class PanPricing(Element):
    """Price publication for in-home displays and devices on a premises area network that react to price.

    The inherited start and duration tell when the prices apply. CIM class ``PanPricing``. IEC 61968-9 edition 2.
    """

    command: str | None = None
    """Instruction to the PAN device, as free text.

    Values depend on the PAN profile in use and are agreed between the partners; the control code already says in
    general what is to happen. CIM ``EndDeviceAction.command``.
    """

    duration: float | None = None
    """How long the PAN action lasts, in minutes, counted from its start.

    Not needed when the action runs without a planned end. CIM ``EndDeviceAction.duration``.
    """

    duration_indefinite: bool | None = None
    """True when the PAN action has no planned end and goes on until it is cancelled or replaced.

    CIM ``EndDeviceAction.durationIndefinite``.
    """

    provider_id: int | None = None
    """Number of the commodity supplier whose prices are published.

    It lets a device tell suppliers apart when several serve the premises. CIM ``PanPricing.providerID``.
    """

    start_date_time: dt.datetime | None = None
    """Instant at which the PAN action is to begin.

    Give it with a zone offset or as UTC: a local time without offset leaves it to the receiver which hour is meant.
    The schema does not say what its absence means. CIM ``EndDeviceAction.startDateTime``.
    """

    pan_pricing_details: list[PanPricingDetail] = field(factory=list)
    """The prices published, for example one entry for each tier.

    CIM ``PanPricing.PanPricingDetails``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "PanPricing",
        (
            Member("command", "command", "xs:string"),
            Member("duration", "duration", "xs:float"),
            Member("duration_indefinite", "durationIndefinite", "xs:boolean"),
            Member("provider_id", "providerID", "xs:integer"),
            Member("start_date_time", "startDateTime", "xs:dateTime"),
            Member("pan_pricing_details", "PanPricingDetails", "PanPricingDetail", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class PanPricingDetail(Element):
    """One price as published on a premises area network, with its tier, labels and comparison values.

    CIM class ``PanPricingDetail``. IEC 61968-9 edition 2.
    """

    alternate_cost_delivered: float | None = None
    """Cost of supply on a scale other than money, for example carbon dioxide per kilowatt-hour.

    Its unit is given beside it in alternateCostUnit. CIM ``PanPricingDetail.alternateCostDelivered``.
    """

    alternate_cost_unit: str | None = None
    """Unit of the non-monetary cost, for example grams of carbon dioxide.

    Free text in this schema. CIM ``PanPricingDetail.alternateCostUnit``.
    """

    current_time_date: dt.datetime | None = None
    """Clock time of the device that publishes the price.

    It helps displays to judge a price by the same clock; it is not the start of the price. CIM
    ``PanPricingDetail.currentTimeDate``.
    """

    generation_price: Decimal | None = None
    """Price paid for energy that the premises feed into the network.

    Opposite flow direction to price. No currency is carried in the message, so partners must agree on it. CIM
    ``PanPricingDetail.generationPrice``.
    """

    generation_price_ratio: float | None = None
    """Feed-in price as a multiple of the supplier's normal price.

    0.5 means half of that price is paid; check with the supplier which price counts as normal. CIM
    ``PanPricingDetail.generationPriceRatio``.
    """

    price: Decimal | None = None
    """Price of the commodity delivered to the premises, for one unit as named in unitOfMeasure.

    The currency is a matter of agreement, as the message has no place for it. CIM ``PanPricingDetail.price``.
    """

    price_ratio: float | None = None
    """Delivery price as a multiple of the supplier's normal price.

    1.5 means half as much again, for example at peak times. CIM ``PanPricingDetail.priceRatio``.
    """

    price_tier: int | None = None
    """Number of the tier to which the price belongs.

    It identifies a step of the tariff and says nothing about the amount. CIM ``PanPricingDetail.priceTier``.
    """

    price_tier_count: int | None = None
    """How many tiers the tariff has in all, so that a display can show tier two of four.

    CIM ``PanPricingDetail.priceTierCount``.
    """

    price_tier_label: str | None = None
    """Customer-friendly wording for the tier, for example 'Peak'.

    CIM ``PanPricingDetail.priceTierLabel``.
    """

    rate_label: str | None = None
    """Customer-friendly wording for the whole rate plan, for example 'Night saver'.

    Broader than the label of a tier. CIM ``PanPricingDetail.rateLabel``.
    """

    register_tier: str | None = None
    """Register of the meter that counts consumption while this tier applies.

    A price tier and a register need not carry the same number. CIM ``PanPricingDetail.registerTier``.
    """

    unit_of_measure: str | None = None
    """Commodity and quantity to which a price applies.

    Examples are a kilowatt-hour of electricity and a cubic metre of gas; the schema does not fix the spelling. CIM
    ``PanPricingDetail.unitOfMeasure``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "PanPricingDetail",
        (
            Member("alternate_cost_delivered", "alternateCostDelivered", "xs:float"),
            Member("alternate_cost_unit", "alternateCostUnit", "xs:string"),
            Member("current_time_date", "currentTimeDate", "xs:dateTime"),
            Member("generation_price", "generationPrice", "xs:decimal"),
            Member("generation_price_ratio", "generationPriceRatio", "xs:float"),
            Member("price", "price", "xs:decimal"),
            Member("price_ratio", "priceRatio", "xs:float"),
            Member("price_tier", "priceTier", "xs:integer"),
            Member("price_tier_count", "priceTierCount", "xs:integer"),
            Member("price_tier_label", "priceTierLabel", "xs:string"),
            Member("rate_label", "rateLabel", "xs:string"),
            Member("register_tier", "registerTier", "xs:string"),
            Member("unit_of_measure", "unitOfMeasure", "xs:string"),
        ),
    )
