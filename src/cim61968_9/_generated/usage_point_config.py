# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: UsagePointConfig.xsd, sha256 f5b7699163947c20463cf63512d1891f543f44bcdadef90fc1423dfc3e4c76cd
"""UsagePointConfig: message that creates, changes or deletes usage points, or answers GetUsagePointConfig."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._generated.common.identity import ConfigurationEvent, Name, NameType, NameTypeAuthority, Status
from cim61968_9._generated.common.places import (
    AmiBillingReadyKind,
    PhaseCode,
    ServiceLocation,
    ServiceMultiplierKind,
    TransformerTank,
    UsagePointConnectedKind,
    UsagePointLocation,
)
from cim61968_9._generated.common.readings import (
    RationalNumber,
    ReadingInterharmonic,
    ReadingReasonKind,
    ReadingType,
)
from cim61968_9._generated.common.selection import (
    PricingStructure,
    ServiceCategory,
    ServiceKind,
    ServiceSupplier,
    SupplierKind,
)

__all__ = [
    "AmiBillingReadyKind",
    "ConfigurationEvent",
    "MetrologyRequirement",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "PhaseCode",
    "PricingStructure",
    "RationalNumber",
    "ReadingInterharmonic",
    "ReadingReasonKind",
    "ReadingType",
    "ServiceCategory",
    "ServiceKind",
    "ServiceLocation",
    "ServiceMultiplier",
    "ServiceMultiplierKind",
    "ServiceMultiplierName",
    "ServiceSupplier",
    "Status",
    "SupplierKind",
    "TransformerTank",
    "UsagePoint",
    "UsagePointConfig",
    "UsagePointConnectedKind",
    "UsagePointLocation",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class MetrologyRequirement(Element):
    """Set of quantities that must be measured at a usage point, and for what purpose.

    Tells what the meter there has to provide; it does not order a read. CIM class ``MetrologyRequirement``. IEC
    61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    reason: ReadingReasonKind | None = None
    """Purpose for which the quantities are needed, such as billing or load research.

    Uses the same list as the reason of a reading. CIM ``MetrologyRequirement.reason``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    reading_types: list[str] = field(factory=list)
    """Quantities that have to be available.

    As a reference, the ref holds the code of 18 numbers or an mRID; CustomerMeterDataSet gives objects with mRID or
    Names instead. CIM ``MetrologyRequirement.ReadingTypes``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "MetrologyRequirement",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("reason", "reason", "ReadingReasonKind"),
            Member("names", "Names", "Name", high=None),
            Member("reading_types", "ReadingTypes", "@ref", low=1, high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ServiceMultiplier(Element):
    """Factor by which readings of a usage point are scaled because of instrument transformers.

    Settle in writing whether meter, head-end or MDM applies it: factors applied twice or never are a common billing
    error. CIM class ``ServiceMultiplier``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    kind: ServiceMultiplierKind | None = None
    """What the factor stands for: current transformer, voltage transformer or both together.

    In CustomerMeterDataSet it is a reference and its ref is expected to hold the kind, such as ctRatio; elsewhere
    the kind is written out. CIM ``ServiceMultiplier.kind``.
    """

    value: float | None = None
    """The factor as a plain number: a 200:5 current transformer is usually stated as 40.

    CIM ``ServiceMultiplier.value``.
    """

    names: list[ServiceMultiplierName] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ServiceMultiplier",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("kind", "kind", "ServiceMultiplierKind"),
            Member("value", "value", "xs:float"),
            Member("names", "Names", "ServiceMultiplierName", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ServiceMultiplierName(Element):
    """Further name of a service multiplier; unlike other names it must say of which type it is.

    CIM class ``Name``. IEC 61968-9 edition 2.
    """

    name: str
    """Identifying text itself, such as the number printed on a meter.

    CIM ``Name.name``.
    """

    name_type: NameType
    """Type of this name.

    Mandatory here, although optional everywhere else. CIM ``Name.NameType``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ServiceMultiplierName",
        (
            Member("name", "name", "xs:string", low=1),
            Member("name_type", "NameType", "NameType", low=1),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class UsagePoint(Element):
    """Place where a service is delivered or measured, called service delivery point in edition 1.

    It outlives the meters installed there, so contracts and history should hang on it. CIM class ``UsagePoint``.
    IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    ami_billing_ready: AmiBillingReadyKind | None = None
    """How far the point has come on the way to billing from AMI reads.

    Only billingApproved states that these reads are accepted for billing. CIM ``UsagePoint.amiBillingReady``.
    """

    check_billing: bool | None = None
    """True when earlier bills for this point may be wrong and ought to be reviewed.

    Who clears the flag, and when, is for the partners to arrange. CIM ``UsagePoint.checkBilling``.
    """

    connection_state: UsagePointConnectedKind | None = None
    """Whether service is on, and if it is off, whether the meter's switch or the network side did it.

    It reports the known state; it does not command a switch. CIM ``UsagePoint.connectionState``.
    """

    estimated_load: float | None = None
    """Current the point is expected to draw, in amperes, for planning rather than billing.

    CIM ``UsagePoint.estimatedLoad``.
    """

    grounded: bool | None = None
    """True when the service at this point is earthed.

    CIM ``UsagePoint.grounded``.
    """

    is_sdp: bool | None = None
    """True when supply passes from supplier to customer here (service delivery point).

    False fits, for example, a measuring point inside the network. CIM ``UsagePoint.isSdp``.
    """

    is_virtual: bool | None = None
    """True when the point exists only on paper, for example as the sum of several sites.

    No meter stands there, so it cannot be read on demand. CIM ``UsagePoint.isVirtual``.
    """

    minimal_usage_expected: bool | None = None
    """True when little or no consumption is normal, such as in a vacant house.

    Validation then should not flag zero usage as an error. CIM ``UsagePoint.minimalUsageExpected``.
    """

    nominal_service_voltage: float | None = None
    """Voltage the service is designed for, in volts.

    Say between partners whether it is phase to neutral or phase to phase. CIM ``UsagePoint.nominalServiceVoltage``.
    """

    outage_region: str | None = None
    """Region to which outage management counts this point, by the utility's own code or name.

    CIM ``UsagePoint.outageRegion``.
    """

    phase_code: PhaseCode | None = None
    """Conductors that supply the point, such as ABCN for three phases with neutral.

    Not to be mixed up with the phase number inside a reading type code. CIM ``UsagePoint.phaseCode``.
    """

    rated_current: float | None = None
    """Current the service is built or contracted to carry, in amperes.

    CIM ``UsagePoint.ratedCurrent``.
    """

    rated_power: float | None = None
    """Active power the point is set up to deliver.

    The base unit is the watt, but no multiplier is carried: partners must agree whether W or kW is meant. CIM
    ``UsagePoint.ratedPower``.
    """

    read_cycle: str | None = None
    """Cycle or day on which the meter here is normally read, in the utility's own coding.

    For exact times use MeterReadSchedule. CIM ``UsagePoint.readCycle``.
    """

    read_route: str | None = None
    """Meter reading route that includes this point.

    Needed for walk-by and drive-by reading, rarely for fixed networks. CIM ``UsagePoint.readRoute``.
    """

    service_delivery_remark: str | None = None
    """Free note on the supply here, such as 'fed from the shared riser'.

    CIM ``UsagePoint.serviceDeliveryRemark``.
    """

    service_priority: str | None = None
    """Rank of the point when supply is shed or restored.

    The scale is local: agree on it, and on whether 1 is the highest or the lowest. CIM
    ``UsagePoint.servicePriority``.
    """

    configuration_events: ConfigurationEvent | None = None
    """Author, reason and effective time of a change to the point's data.

    CIM ``UsagePoint.ConfigurationEvents``.
    """

    equipments: TransformerTank | None = None
    """Transformer that connects this point to the network.

    Despite the general name only a TransformerTank can be given. CIM ``UsagePoint.Equipments``.
    """

    metrology_requirements: list[MetrologyRequirement] = field(factory=list)
    """Quantities that must be measured here and for what purpose.

    They state the need; what the meter really records is in its own configuration. CIM
    ``UsagePoint.MetrologyRequirements``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    pricing_structures: PricingStructure | None = None
    """Tariff applied at this point.

    Usually just its identity or code, in the combined data set with full detail. CIM
    ``UsagePoint.PricingStructures``.
    """

    service_category: ServiceCategory | None = None
    """Commodity delivered at the point.

    One point has one; a dual-fuel home has two points. CIM ``UsagePoint.ServiceCategory``.
    """

    service_location: ServiceLocation | None = None
    """Premises the point belongs to.

    Sent as identity only in UsagePointConfig; work orders give address and access notes instead. CIM
    ``UsagePoint.ServiceLocation``.
    """

    service_multipliers: list[ServiceMultiplier] = field(factory=list)
    """Instrument transformer factors that belong to the installation rather than the meter.

    Multipliers of the meter itself are sent in MeterConfig: do not apply both for the same transformer. CIM
    ``UsagePoint.ServiceMultipliers``.
    """

    service_supplier: ServiceSupplier | None = None
    """Company supplying this point.

    A switch of supplier is best sent as a linkage with its own effective time. CIM ``UsagePoint.ServiceSupplier``.
    """

    usage_point_location: UsagePointLocation | None = None
    """Exact spot of the point, by mRID or Names.

    Its address is sent in UsagePointLocationConfig. CIM ``UsagePoint.UsagePointLocation``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "UsagePoint",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("ami_billing_ready", "amiBillingReady", "AmiBillingReadyKind"),
            Member("check_billing", "checkBilling", "xs:boolean"),
            Member("connection_state", "connectionState", "UsagePointConnectedKind"),
            Member("estimated_load", "estimatedLoad", "xs:float"),
            Member("grounded", "grounded", "xs:boolean"),
            Member("is_sdp", "isSdp", "xs:boolean"),
            Member("is_virtual", "isVirtual", "xs:boolean"),
            Member("minimal_usage_expected", "minimalUsageExpected", "xs:boolean"),
            Member("nominal_service_voltage", "nominalServiceVoltage", "xs:float"),
            Member("outage_region", "outageRegion", "xs:string"),
            Member("phase_code", "phaseCode", "PhaseCode"),
            Member("rated_current", "ratedCurrent", "xs:float"),
            Member("rated_power", "ratedPower", "xs:float"),
            Member("read_cycle", "readCycle", "xs:string"),
            Member("read_route", "readRoute", "xs:string"),
            Member("service_delivery_remark", "serviceDeliveryRemark", "xs:string"),
            Member("service_priority", "servicePriority", "xs:string"),
            Member("configuration_events", "ConfigurationEvents", "ConfigurationEvent"),
            Member("equipments", "Equipments", "TransformerTank"),
            Member("metrology_requirements", "MetrologyRequirements", "MetrologyRequirement", high=None),
            Member("names", "Names", "Name", high=None),
            Member("pricing_structures", "PricingStructures", "PricingStructure"),
            Member("service_category", "ServiceCategory", "ServiceCategory"),
            Member("service_location", "ServiceLocation", "ServiceLocation"),
            Member("service_multipliers", "ServiceMultipliers", "ServiceMultiplier", high=None),
            Member("service_supplier", "ServiceSupplier", "ServiceSupplier"),
            Member("usage_point_location", "UsagePointLocation", "UsagePointLocation"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class UsagePointConfig(Element):
    """Message that creates, changes or deletes usage points, or answers GetUsagePointConfig.

    It covers connection, ratings, reading cycle and required quantities. IEC 61968-9 edition 2.
    """

    reading_type: list[ReadingType] = field(factory=list)
    """Reading types that the metrology requirements refer to by code.

    Listed here once, with their decomposition if wanted, so that the references resolve.
    """

    usage_point: list[UsagePoint] = field(factory=list)
    """Usage points to add, update or remove.

    Anything left out of a change stays as it was.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "UsagePointConfig",
        (
            Member("reading_type", "ReadingType", "ReadingType", high=None),
            Member("usage_point", "UsagePoint", "UsagePoint", high=None),
        ),
    )
