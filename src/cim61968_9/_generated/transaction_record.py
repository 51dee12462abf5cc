# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: TransactionRecord.xsd, sha256 eea4097284e7ec8d8d548f69d38446d71b1750a0e8df6e829067dbb2e0f1b36a
"""TransactionRecord: report of sales, payments and tokens handled by a vending system."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, OpenEnum, XmlType
from cim61968_9._generated.common.devices import ElectronicAddress
from cim61968_9._generated.common.identity import DateTimeInterval, Name, NameType, NameTypeAuthority, Status
from cim61968_9._generated.common.payments import (
    AccountMovement,
    AccountingUnit,
    AuxiliaryAccount,
    Cashier,
    CashierShift,
    Charge,
    ChargeKind,
    ChildCharge,
    Currency,
    Due,
    LineDetail,
    MerchantAccount,
    MerchantAgreement,
    PointOfSale,
    RevenueKind,
    Transactor,
    UnitMultiplier,
    Vendor,
    VendorShift,
)
from cim61968_9._generated.common.selection import CustomerAccount, Meter

__all__ = [
    "AccountMovement",
    "AccountingUnit",
    "AuxiliaryAccount",
    "Cashier",
    "CashierShift",
    "Charge",
    "ChargeKind",
    "ChildCharge",
    "Currency",
    "CustomerAccount",
    "DateTimeInterval",
    "Due",
    "ElectronicAddress",
    "LineDetail",
    "MerchantAccount",
    "MerchantAgreement",
    "Meter",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "PointOfSale",
    "PricingStructure",
    "Receipt",
    "RevenueKind",
    "Status",
    "Tariff",
    "TariffProfile",
    "Transaction",
    "TransactionKind",
    "TransactionRecord",
    "Transactor",
    "UnitMultiplier",
    "UserAttribute",
    "Vendor",
    "VendorShift",
]


class TransactionKind(OpenEnum):
    """Kinds of step a vending system reports, from payments to tokens."""

    accountPayment = "accountPayment"
    """Payment towards the account of the customer, as when settling a bill."""
    auxiliaryChargePayment = "auxiliaryChargePayment"
    """Payment of a charge on an auxiliary account, such as an instalment of old debt."""
    diversePayment = "diversePayment"
    """Payment collected for something other than supply, such as a fine.

    See diverseReference.
    """
    meterConfigurationToken = "meterConfigurationToken"
    """Token that changes settings of a meter, such as its keys or power limit, and carries no credit."""
    other = "other"
    """Step of a nature that is not listed."""
    serviceChargePayment = "serviceChargePayment"
    """Payment of a charge for a service, as distinct from tax, debt or the sale of a token."""
    taxChargePayment = "taxChargePayment"
    """Payment of a tax, shown apart from what it is levied on."""
    tokenCancellation = "tokenCancellation"
    """Withdrawal of a token that was issued before.

    Whether the meter can still accept it depends on the token technology.
    """
    tokenExchange = "tokenExchange"
    """Replacement of a token by a new one, for example after the meter was exchanged."""
    tokenFreeIssue = "tokenFreeIssue"
    """Token handed out without payment, such as a free basic energy allowance."""
    tokenGrant = "tokenGrant"
    """Token given as a grant, for example under a subsidy scheme.

    Where it differs from tokenFreeIssue is a local convention.
    """
    tokenSalePayment = "tokenSalePayment"
    """Sale of a credit token to a prepayment customer, the everyday case."""
    transactionReversal = "transactionReversal"
    """Undoing of an earlier transaction.

    The one undone is named in reversedId.
    """


@define(slots=True, kw_only=True, repr=False, eq=False)
class PricingStructure(Element):
    """Price plan for a class of customers, made of one or more tariffs with their periods.

    Many messages only point to it by mRID, code or Names. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. Confidence of this member: medium.
    """

    code: str | None = None
    """Short key of the price plan, unique within the utility.

    Billing systems often match on it in place of the mRID. Confidence of this member: medium.
    """

    created_date_time: dt.datetime | None = None
    """Instant the record was made.

    Not the date of signing, nor the start of validity. Confidence of this member: medium.
    """

    daily_ceiling_usage: int | None = None
    """Highest daily consumption that is still believable on this plan.

    Used to check usage before billing. The unit is not carried. Confidence of this member: medium.
    """

    daily_estimated_usage: int | None = None
    """Daily consumption to assume when a customer has no usable history.

    It is a whole number, and the message does not say in which unit. Confidence of this member: medium.
    """

    daily_floor_usage: int | None = None
    """Lowest daily consumption that is still believable for customers on this plan.

    Lower figures call for a check; agree on the unit with the partner. Confidence of this member: medium.
    """

    last_modified_date_time: dt.datetime | None = None
    """Instant of the latest change to the record.

    Helps to tell the newer of two copies. Confidence of this member: medium.
    """

    revenue_kind: RevenueKind | None = None
    """Revenue class to which income from this plan is counted, such as residential or irrigation.

    Confidence of this member: medium.
    """

    revision_number: str | None = None
    """Version of the record, as counted by the system that owns it.

    Text, so 10 does not sort after 9 by itself. Confidence of this member: medium.
    """

    subject: str | None = None
    """What the record is about, in a few words.

    Confidence of this member: medium.
    """

    tax_exemption: bool | None = None
    """True when supply under this price plan is free of tax.

    Absence leaves the question open. Confidence of this member: medium.
    """

    title: str | None = None
    """Heading under which people know the record.

    Confidence of this member: medium.
    """

    type: str | None = None
    """Class of record in the utility's own scheme, such as a kind of account or contract.

    Confidence of this member: medium.
    """

    doc_status: Status | None = None
    """Where the paperwork stands, such as draft, approved or withdrawn.

    What it deals with has its own state in status. Confidence of this member: medium.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. Confidence of this member: medium.
    """

    status: Status | None = None
    """State of what is recorded, such as an open account or completed work.

    Progress of the paperwork goes into docStatus. Confidence of this member: medium.
    """

    tariffs: list[Tariff] = field(factory=list)
    """Tariffs that belong to the plan, often one per period of validity.

    Confidence of this member: medium.
    """

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
            Member("doc_status", "docStatus", "Status"),
            Member("names", "Names", "Name", high=None),
            Member("status", "status", "Status"),
            Member("tariffs", "Tariffs", "Tariff", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Receipt(Element):
    """Proof that a customer paid, with the means of payment used.

    One receipt can cover several transactions, which point to it from the TransactionRecord. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. Confidence of this member: medium.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. Confidence of this member: medium.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Receipt",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Tariff(Element):
    """Set of prices in force for a period, as part of a pricing structure.

    The actual prices sit further down, in the tariff profiles and their charges. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. Confidence of this member: medium.
    """

    created_date_time: dt.datetime | None = None
    """Instant the record was made.

    Not the date of signing, nor the start of validity. Confidence of this member: medium.
    """

    end_date: dt.date | None = None
    """Last date of validity as stated by the sender.

    Absence normally means open-ended; agree whether the day itself still counts. Confidence of this member: medium.
    """

    last_modified_date_time: dt.datetime | None = None
    """Instant of the latest change to the record.

    Helps to tell the newer of two copies. Confidence of this member: medium.
    """

    revision_number: str | None = None
    """Version of the record, as counted by the system that owns it.

    Text, so 10 does not sort after 9 by itself. Confidence of this member: medium.
    """

    start_date: dt.date | None = None
    """Date from which the prices apply.

    It is a date without time, so the local day of the utility is presumably meant. Confidence of this member:
    medium.
    """

    subject: str | None = None
    """What the record is about, in a few words.

    Confidence of this member: medium.
    """

    title: str | None = None
    """Heading under which people know the record.

    Confidence of this member: medium.
    """

    type: str | None = None
    """Class of record in the utility's own scheme, such as a kind of account or contract.

    Confidence of this member: medium.
    """

    doc_status: Status | None = None
    """Where the paperwork stands, such as draft, approved or withdrawn.

    What it deals with has its own state in status. Confidence of this member: medium.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. Confidence of this member: medium.
    """

    status: Status | None = None
    """State of what is recorded, such as an open account or completed work.

    Progress of the paperwork goes into docStatus. Confidence of this member: medium.
    """

    tariff_profiles: list[TariffProfile] = field(factory=list)
    """Schedules that say which charge applies at what consumption or time of day.

    A transaction carries profiles without their blocks and bands. Confidence of this member: low.
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

    Use Names for meter, account or premises numbers. As a rule either is enough. Confidence of this member: low.
    """

    created_date_time: dt.datetime | None = None
    """Instant the record was made.

    Not the date of signing, nor the start of validity. Confidence of this member: low.
    """

    last_modified_date_time: dt.datetime | None = None
    """Instant of the latest change to the record.

    Helps to tell the newer of two copies. Confidence of this member: low.
    """

    revision_number: str | None = None
    """Version of the record, as counted by the system that owns it.

    Text, so 10 does not sort after 9 by itself. Confidence of this member: low.
    """

    subject: str | None = None
    """What the record is about, in a few words.

    Confidence of this member: low.
    """

    tariff_cycle: str | None = None
    """How often the schedule starts afresh, for example daily or monthly, as free text.

    Block consumption is counted anew in each cycle. Confidence of this member: low.
    """

    title: str | None = None
    """Heading under which people know the record.

    Confidence of this member: low.
    """

    type: str | None = None
    """Class of record in the utility's own scheme, such as a kind of account or contract.

    Confidence of this member: low.
    """

    doc_status: Status | None = None
    """Where the paperwork stands, such as draft, approved or withdrawn.

    What it deals with has its own state in status. Confidence of this member: low.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. Confidence of this member: low.
    """

    status: Status | None = None
    """State of what is recorded, such as an open account or completed work.

    Progress of the paperwork goes into docStatus. Confidence of this member: low.
    """

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
            Member("doc_status", "docStatus", "Status"),
            Member("names", "Names", "Name", high=None),
            Member("status", "status", "Status"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Transaction(Element):
    """One business step at a point of sale: a token sale, a debt payment, a reversal and so on.

    How the money was handed over is on the receipt, not here. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough.
    """

    diverse_reference: str | None = None
    """Reference for a payment that has nothing to do with supply, such as a fine or licence number.

    Used with the kind diversePayment.
    """

    donor_reference: str | None = None
    """Reference of the party that provides the value.

    That is, for example, the customer who pays or the body that funds a free token.
    """

    kind: TransactionKind | None = None
    """Nature of the step, such as token sale, account payment or reversal."""

    receiver_reference: str | None = None
    """Reference of the party that receives the value, such as the supplier or the tax authority."""

    reversed_id: str | None = None
    """Identifier of the earlier transaction that is undone.

    Used with the kind transactionReversal.
    """

    service_units_energy: float | None = None
    """Energy the customer gets for the money, as loaded on the token.

    Real energy in Wh; no multiplier is carried, so agree whether the figure is in kWh.
    """

    service_units_error: float | None = None
    """Energy lost or gained by rounding or truncating and not contained in serviceUnitsEnergy.

    It follows the scale agreed for that field.
    """

    auxiliary_account: AuxiliaryAccount | None = None
    """Debt or levy account to which the payment is booked, with its state."""

    cashier_shift: CashierShift | None = None
    """Cashier shift in which the transaction was made.

    Use it to balance sales against the drawer.
    """

    customer_account: CustomerAccount | None = None
    """Account of the customer that pays or is credited, given by mRID or Names."""

    line: LineDetail | None = None
    """Amount, time, rounding and note of the transaction."""

    meter: Meter | None = None
    """Meter for which the token was issued, given by mRID or Names.

    Confidence of this member: low.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name.
    """

    pricing_structure: PricingStructure | None = None
    """Price plan used to convert money into energy.

    A code or mRID may be enough; it need not be sent in full. Confidence of this member: medium.
    """

    receipt: Receipt | None = None
    """Receipt on which the transaction appears, named by mRID or Names.

    Its full content travels in a ReceiptRecord. Confidence of this member: medium.
    """

    user_attributes: list[UserAttribute] = field(factory=list)
    """Extra name and value pairs agreed between partners, for data the schema does not foresee."""

    vendor_shift: VendorShift | None = None
    """Vendor shift to which the sale is counted when it is settled with the merchant."""

    __xml__: ClassVar[XmlType] = XmlType(
        "Transaction",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("diverse_reference", "diverseReference", "xs:string"),
            Member("donor_reference", "donorReference", "xs:string"),
            Member("kind", "kind", "TransactionKind"),
            Member("receiver_reference", "receiverReference", "xs:string"),
            Member("reversed_id", "reversedId", "xs:string"),
            Member("service_units_energy", "serviceUnitsEnergy", "xs:float"),
            Member("service_units_error", "serviceUnitsError", "xs:float"),
            Member("auxiliary_account", "AuxiliaryAccount", "AuxiliaryAccount"),
            Member("cashier_shift", "CashierShift", "CashierShift"),
            Member("customer_account", "CustomerAccount", "CustomerAccount"),
            Member("line", "line", "LineDetail"),
            Member("meter", "Meter", "Meter"),
            Member("names", "Names", "Name", high=None),
            Member("pricing_structure", "PricingStructure", "PricingStructure"),
            Member("receipt", "Receipt", "Receipt"),
            Member("user_attributes", "UserAttributes", "UserAttribute", high=None),
            Member("vendor_shift", "VendorShift", "VendorShift"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class TransactionRecord(Element):
    """Report of sales, payments and tokens handled by a vending system.

    Customer and finance systems use it to keep accounts and energy sold in step. IEC 61968-9 edition 2.
    """

    transaction: list[Transaction] = field(factory=list)
    """Transactions reported by this message, each a separate sale, payment, token issue or reversal."""

    __xml__: ClassVar[XmlType] = XmlType(
        "TransactionRecord",
        (
            Member("transaction", "Transaction", "Transaction", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class UserAttribute(Element):
    """Extra piece of data with a name and a value, for needs beyond the schema.

    IEC 61968-9 edition 2.
    """

    name: str | None = None
    """Key of the extra value, as agreed between the partners."""

    sequence_number: int | None = None
    """Position among the extra values, for displaying or processing them in a set order."""

    value: str | None = None
    """Content of the extra value, as text.

    Its format depends on what was agreed for the key.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "UserAttribute",
        (
            Member("name", "name", "xs:string"),
            Member("sequence_number", "sequenceNumber", "xs:integer"),
            Member("value", "value", "xs:string"),
        ),
    )
