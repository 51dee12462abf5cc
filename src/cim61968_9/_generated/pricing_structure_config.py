# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: PricingStructureConfig.xsd, sha256 0ad69fca4672a0e46a0c7c84303fad2c262a58948012fd503e2d9b17876a6739
"""PricingStructureConfig: price plans with tariffs, blocks, time bands and charges, sent from billing."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._generated.common.identity import ConfigurationEvent, Name, NameType, NameTypeAuthority, Status
from cim61968_9._generated.common.payments import (
    AccountingUnit,
    Charge,
    ChargeKind,
    ChildCharge,
    Currency,
    RevenueKind,
    UnitMultiplier,
)
from cim61968_9._generated.common.selection import ServiceCategory, ServiceKind

__all__ = [
    "AccountingUnit",
    "Charge",
    "ChargeKind",
    "ChildCharge",
    "ConfigurationEvent",
    "ConsumptionTariffInterval",
    "Currency",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "PricingStructure",
    "PricingStructureConfig",
    "RevenueKind",
    "ServiceCategory",
    "ServiceKind",
    "Status",
    "Tariff",
    "TariffProfile",
    "TimeTariffInterval",
    "UnitMultiplier",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class ConsumptionTariffInterval(Element):
    """One block of a stepped tariff: the charges that apply from a certain consumption upwards.

    The block reaches to the start value of the next one. IEC 61968-9 edition 2.
    """

    sequence_number: int | None = None
    """Position of the block in the stepped tariff, in ascending order of consumption."""

    start_value: float | None = None
    """Consumption at which the block begins, counted from the start of the tariff cycle.

    Real energy in Wh; no multiplier is carried, so partners must agree on the scale.
    """

    charges: list[Charge] = field(factory=list)
    """Charges for the consumption that falls within this block."""

    __xml__: ClassVar[XmlType] = XmlType(
        "ConsumptionTariffInterval",
        (
            Member("sequence_number", "sequenceNumber", "xs:integer"),
            Member("start_value", "startValue", "xs:float"),
            Member("charges", "Charges", "Charge", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class PricingStructure(Element):
    """Price plan for a class of customers, made of one or more tariffs with their periods.

    Many messages only point to it by mRID, code or Names. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough.
    """

    code: str | None = None
    """Short key of the price plan, unique within the utility.

    Billing systems often match on it in place of the mRID.
    """

    created_date_time: dt.datetime | None = None
    """Instant the record was made.

    Not the date of signing, nor the start of validity.
    """

    daily_ceiling_usage: int | None = None
    """Highest daily consumption that is still believable on this plan.

    Used to check usage before billing. The unit is not carried.
    """

    daily_estimated_usage: int | None = None
    """Daily consumption to assume when a customer has no usable history.

    It is a whole number, and the message does not say in which unit.
    """

    daily_floor_usage: int | None = None
    """Lowest daily consumption that is still believable for customers on this plan.

    Lower figures call for a check; agree on the unit with the partner.
    """

    last_modified_date_time: dt.datetime | None = None
    """Instant of the latest change to the record.

    Helps to tell the newer of two copies.
    """

    revenue_kind: RevenueKind | None = None
    """Revenue class to which income from this plan is counted, such as residential or irrigation."""

    revision_number: str | None = None
    """Version of the record, as counted by the system that owns it.

    Text, so 10 does not sort after 9 by itself.
    """

    subject: str | None = None
    """What the record is about, in a few words."""

    tax_exemption: bool | None = None
    """True when supply under this price plan is free of tax.

    Absence leaves the question open.
    """

    title: str | None = None
    """Heading under which people know the record."""

    type: str | None = None
    """Class of record in the utility's own scheme, such as a kind of account or contract."""

    configuration_events: ConfigurationEvent | None = None
    """Record of the change to the plan: who made it, why, and when it takes effect."""

    doc_status: Status | None = None
    """Where the paperwork stands, such as draft, approved or withdrawn.

    What it deals with has its own state in status.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name.
    """

    service_category: ServiceCategory | None = None
    """Commodity the plan prices, such as electricity, gas or water."""

    status: Status | None = None
    """State of what is recorded, such as an open account or completed work.

    Progress of the paperwork goes into docStatus.
    """

    tariffs: list[Tariff] = field(factory=list)
    """Tariffs that belong to the plan, often one per period of validity."""

    __xml__: ClassVar[XmlType] = XmlType(
        "PricingStructure",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("code", "code", "xs:string"),
            Member("created_date_time", "createdDateTime", "xs:dateTime"),
            Member("daily_ceiling_usage", "dailyCeilingUsage", "xs:integer"),
            Member("daily_estimated_usage", "dailyEstimatedUsage", "xs:integer"),
            Member("daily_floor_usage", "dailyFloorUsage", "xs:integer"),
            Member("last_modified_date_time", "lastModifiedDateTime", "xs:dateTime"),
            Member("revenue_kind", "revenueKind", "RevenueKind"),
            Member("revision_number", "revisionNumber", "xs:string"),
            Member("subject", "subject", "xs:string"),
            Member("tax_exemption", "taxExemption", "xs:boolean"),
            Member("title", "title", "xs:string"),
            Member("type", "type", "xs:string"),
            Member("configuration_events", "ConfigurationEvents", "ConfigurationEvent"),
            Member("doc_status", "docStatus", "Status"),
            Member("names", "Names", "Name", high=None),
            Member("service_category", "ServiceCategory", "ServiceCategory"),
            Member("status", "status", "Status"),
            Member("tariffs", "Tariffs", "Tariff", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class PricingStructureConfig(Element):
    """Price plans with tariffs, blocks, time bands and charges, sent from billing.

    Typical receivers are vending systems, meter data management and head-ends that load tariffs into meters. IEC
    61968-9 edition 2.
    """

    pricing_structure: list[PricingStructure] = field(factory=list)
    """Price plans that are created, changed, deleted or reported, each with its tariffs."""

    __xml__: ClassVar[XmlType] = XmlType(
        "PricingStructureConfig",
        (
            Member("pricing_structure", "PricingStructure", "PricingStructure", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Tariff(Element):
    """Set of prices in force for a period, as part of a pricing structure.

    The actual prices sit further down, in the tariff profiles and their charges. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough.
    """

    created_date_time: dt.datetime | None = None
    """Instant the record was made.

    Not the date of signing, nor the start of validity.
    """

    end_date: dt.date | None = None
    """Last date of validity as stated by the sender.

    Absence normally means open-ended; agree whether the day itself still counts.
    """

    last_modified_date_time: dt.datetime | None = None
    """Instant of the latest change to the record.

    Helps to tell the newer of two copies.
    """

    revision_number: str | None = None
    """Version of the record, as counted by the system that owns it.

    Text, so 10 does not sort after 9 by itself.
    """

    start_date: dt.date | None = None
    """Date from which the prices apply.

    It is a date without time, so the local day of the utility is presumably meant.
    """

    subject: str | None = None
    """What the record is about, in a few words."""

    title: str | None = None
    """Heading under which people know the record."""

    type: str | None = None
    """Class of record in the utility's own scheme, such as a kind of account or contract."""

    doc_status: Status | None = None
    """Where the paperwork stands, such as draft, approved or withdrawn.

    What it deals with has its own state in status.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name.
    """

    status: Status | None = None
    """State of what is recorded, such as an open account or completed work.

    Progress of the paperwork goes into docStatus.
    """

    tariff_profiles: list[TariffProfile] = field(factory=list)
    """Schedules that say which charge applies at what consumption or time of day.

    A transaction carries profiles without their blocks and bands.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Tariff",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("created_date_time", "createdDateTime", "xs:dateTime"),
            Member("end_date", "endDate", "xs:date"),
            Member("last_modified_date_time", "lastModifiedDateTime", "xs:dateTime"),
            Member("revision_number", "revisionNumber", "xs:string"),
            Member("start_date", "startDate", "xs:date"),
            Member("subject", "subject", "xs:string"),
            Member("title", "title", "xs:string"),
            Member("type", "type", "xs:string"),
            Member("doc_status", "docStatus", "Status"),
            Member("names", "Names", "Name", high=None),
            Member("status", "status", "Status"),
            Member("tariff_profiles", "TariffProfiles", "TariffProfile", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class TariffProfile(Element):
    """Schedule of charges that repeats with the tariff cycle.

    It lists consumption blocks, time-of-day bands or both. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough.
    """

    created_date_time: dt.datetime | None = None
    """Instant the record was made.

    Not the date of signing, nor the start of validity.
    """

    last_modified_date_time: dt.datetime | None = None
    """Instant of the latest change to the record.

    Helps to tell the newer of two copies.
    """

    revision_number: str | None = None
    """Version of the record, as counted by the system that owns it.

    Text, so 10 does not sort after 9 by itself.
    """

    subject: str | None = None
    """What the record is about, in a few words."""

    tariff_cycle: str | None = None
    """How often the schedule starts afresh, for example daily or monthly, as free text.

    Block consumption is counted anew in each cycle.
    """

    title: str | None = None
    """Heading under which people know the record."""

    type: str | None = None
    """Class of record in the utility's own scheme, such as a kind of account or contract."""

    consumption_tariff_intervals: list[ConsumptionTariffInterval] = field(factory=list)
    """Blocks of a stepped tariff, where the price depends on consumption so far in the cycle."""

    doc_status: Status | None = None
    """Where the paperwork stands, such as draft, approved or withdrawn.

    What it deals with has its own state in status.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name.
    """

    status: Status | None = None
    """State of what is recorded, such as an open account or completed work.

    Progress of the paperwork goes into docStatus.
    """

    time_tariff_intervals: list[TimeTariffInterval] = field(factory=list)
    """Time-of-use bands, where the price depends on the hour of the day."""

    __xml__: ClassVar[XmlType] = XmlType(
        "TariffProfile",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("created_date_time", "createdDateTime", "xs:dateTime"),
            Member("last_modified_date_time", "lastModifiedDateTime", "xs:dateTime"),
            Member("revision_number", "revisionNumber", "xs:string"),
            Member("subject", "subject", "xs:string"),
            Member("tariff_cycle", "tariffCycle", "xs:string"),
            Member("title", "title", "xs:string"),
            Member("type", "type", "xs:string"),
            Member("consumption_tariff_intervals", "ConsumptionTariffIntervals", "ConsumptionTariffInterval", high=None),
            Member("doc_status", "docStatus", "Status"),
            Member("names", "Names", "Name", high=None),
            Member("status", "status", "Status"),
            Member("time_tariff_intervals", "TimeTariffIntervals", "TimeTariffInterval", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class TimeTariffInterval(Element):
    """One time band of a time-of-use tariff, from its start time to the start of the next band.

    IEC 61968-9 edition 2.
    """

    sequence_number: int | None = None
    """Position of the band in the daily schedule, in ascending order of start time."""

    start_time: dt.time | None = None
    """Time of day at which the band begins.

    Often without a zone, so check whether local time and daylight saving are meant.
    """

    charges: list[Charge] = field(factory=list)
    """Charges in force during the time band."""

    consumption_tariff_intervals: list[ConsumptionTariffInterval] = field(factory=list)
    """Consumption blocks that apply within the band, for tariffs that depend on both hour and quantity."""

    __xml__: ClassVar[XmlType] = XmlType(
        "TimeTariffInterval",
        (
            Member("sequence_number", "sequenceNumber", "xs:integer"),
            Member("start_time", "startTime", "xs:time"),
            Member("charges", "Charges", "Charge", high=None),
            Member("consumption_tariff_intervals", "ConsumptionTariffIntervals", "ConsumptionTariffInterval", high=None),
        ),
    )
