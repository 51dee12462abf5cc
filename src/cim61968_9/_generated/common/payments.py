# Generated code: do not edit.
# Generator: nox -s codegen
"""Types that several schemas share: payments."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, OpenEnum, XmlType
from cim61968_9._generated.common.devices import ElectronicAddress
from cim61968_9._generated.common.identity import DateTimeInterval, Name, Status

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
    "Due",
    "LineDetail",
    "MerchantAccount",
    "MerchantAgreement",
    "PointOfSale",
    "RevenueKind",
    "Transactor",
    "UnitMultiplier",
    "Vendor",
    "VendorShift",
]


class ChargeKind(OpenEnum):
    """What a charge is levied for."""

    auxiliaryCharge = "auxiliaryCharge"
    """Charge outside normal supply, such as debt recovery or a levy."""
    consumptionCharge = "consumptionCharge"
    """Charge for the quantity used, such as a price per kilowatt-hour."""
    demandCharge = "demandCharge"
    """Charge for the highest load drawn, as opposed to the quantity used."""
    other = "other"
    """Charge of a nature that is not listed."""
    taxCharge = "taxCharge"
    """Tax or duty collected for an authority, such as value added tax."""


class Currency(OpenEnum):
    """Currencies by ISO 4217 code.

    The list is short; use other for a currency that is missing and agree on its meaning.
    """

    AUD = "AUD"
    """Australian dollar."""
    CAD = "CAD"
    """Canadian dollar."""
    CHF = "CHF"
    """Swiss franc."""
    CNY = "CNY"
    """Chinese yuan renminbi."""
    DKK = "DKK"
    """Danish krone."""
    EUR = "EUR"
    """Euro, the common currency of the euro area."""
    GBP = "GBP"
    """British pound sterling."""
    INR = "INR"
    """Indian rupee."""
    JPY = "JPY"
    """Japanese yen.

    It has no subunit in everyday use, so amounts are whole numbers.
    """
    NOK = "NOK"
    """Norwegian krone."""
    RUR = "RUR"
    """Russian rouble under its former code.

    ISO 4217 has replaced it by RUB, but this list knows only RUR.
    """
    SEK = "SEK"
    """Swedish krona."""
    USD = "USD"
    """United States dollar."""
    other = "other"
    """Currency that is not in the list.

    The message does not say which one.
    """


class RevenueKind(OpenEnum):
    """Classes by which income from supply is grouped for accounting and statistics."""

    commercial = "commercial"
    """Shops, offices and other trade customers."""
    industrial = "industrial"
    """Factories and other producing customers."""
    irrigation = "irrigation"
    """Pumping of water for fields and farms."""
    nonResidential = "nonResidential"
    """Any customer that is not a household, where no finer class is used."""
    other = "other"
    """Revenue class that is not listed."""
    residential = "residential"
    """Private households."""
    streetLight = "streetLight"
    """Public lighting of streets and roads."""


class UnitMultiplier(OpenEnum):
    """Prefixes that scale a value by a power of ten.

    Letter case matters: m is a thousandth and M a million.
    """

    G = "G"
    """Giga: ten to the power 9, as in GWh."""
    M = "M"
    """Mega: ten to the power 6, as in MWh."""
    T = "T"
    """Tera: ten to the power 12, as in TWh."""
    c = "c"
    """Centi: ten to the power -2, one hundredth, as for cents of a currency."""
    d = "d"
    """Deci: ten to the power -1, one tenth."""
    k = "k"
    """Kilo: ten to the power 3, as in kWh."""
    m = "m"
    """Milli: ten to the power -3, one thousandth, as in mA."""
    micro = "micro"
    """Micro: ten to the power -6, one millionth.

    Written out because the Greek letter is not used as a code.
    """
    n = "n"
    """Nano: ten to the power -9, one thousand-millionth."""
    none = "none"
    """No scaling: ten to the power 0.

    The value is in the plain unit.
    """
    p = "p"
    """Pico: ten to the power -12, one million-millionth."""


@define(slots=True, kw_only=True, repr=False, eq=False)
class AccountMovement(Element):
    """One posting on an account, with its amount, instant and cause.

    Whether it is a credit or a debit follows from where it stands, such as lastCredit or lastDebit.
    """

    amount: Decimal | None = None
    """Sum of money moved by the posting.

    The direction comes from the surrounding field; a sign convention is not laid down here, so agree on one.
    """

    date_time: dt.datetime | None = None
    """Instant at which the posting was made on the account."""

    reason: str | None = None
    """Free text saying why the account was credited or debited."""

    __xml__: ClassVar[XmlType] = XmlType(
        "AccountMovement",
        (
            Member("amount", "amount", "xs:decimal"),
            Member("date_time", "dateTime", "xs:dateTime"),
            Member("reason", "reason", "xs:string"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class AccountingUnit(Element):
    """Quantity counted in money or in energy, used to state the fixed part of a charge.

    Read it as value, scaled by multiplier, in the currency or energy basis given.
    """

    energy_unit: float | None = None
    """Energy basis, for an amount counted in energy and not in money.

    Real energy in Wh without a multiplier: a number that plays the part of a unit, so partners must agree on scale
    and use. Confidence of this member: low.
    """

    monetary_unit: Currency | None = None
    """Currency of the value, as an ISO 4217 code or other.

    Leave it out when the amount is counted in energy. Confidence of this member: low.
    """

    multiplier: UnitMultiplier | None = None
    """Power of ten that scales the value.

    With c the value counts hundredths of the currency unit. Absence is commonly read as no scaling. Confidence of
    this member: low.
    """

    value: float | None = None
    """Number that states how much, before the multiplier is applied.

    It is a floating-point figure, so rounding to the currency is left to the receiver. Confidence of this member:
    low.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "AccountingUnit",
        (
            Member("energy_unit", "energyUnit", "xs:float"),
            Member("monetary_unit", "monetaryUnit", "Currency"),
            Member("multiplier", "multiplier", "UnitMultiplier"),
            Member("value", "value", "xs:float"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class AuxiliaryAccount(Element):
    """Ledger of a debt or levy that is recovered besides normal supply charges.

    It belongs to an auxiliary agreement and shows what is owed, due and paid.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough.
    """

    balance: Decimal | None = None
    """Debt left on the auxiliary account.

    In the CIM, instalments that are due but unpaid are kept apart, under due.
    """

    created_date_time: dt.datetime | None = None
    """Instant the record was made.

    Not the date of signing, nor the start of validity.
    """

    last_modified_date_time: dt.datetime | None = None
    """Instant of the latest change to the record.

    Helps to tell the newer of two copies.
    """

    principle_amount: Decimal | None = None
    """Original sum of the debt or loan when the account was opened.

    The name is spelt this way in the schema; principal is meant.
    """

    revision_number: str | None = None
    """Version of the record, as counted by the system that owns it.

    Text, so 10 does not sort after 9 by itself.
    """

    subject: str | None = None
    """What the record is about, in a few words."""

    title: str | None = None
    """Heading under which people know the record."""

    type: str | None = None
    """Class of record in the utility's own scheme, such as a kind of account or contract."""

    charges: list[Charge] = field(factory=list)
    """Charges levied on this account, for example a handling fee or a tax on the debt."""

    doc_status: Status | None = None
    """Where the paperwork stands, such as draft, approved or withdrawn.

    What it deals with has its own state in status.
    """

    due: Due | None = None
    """Breakdown of what the customer should pay now on this account."""

    last_credit: AccountMovement | None = None
    """Most recent posting that reduced the debt, typically a payment taken with a token sale."""

    last_debit: AccountMovement | None = None
    """Most recent posting that added to the debt, such as interest or a new levy."""

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name.
    """

    status: Status | None = None
    """State of what is recorded, such as an open account or completed work.

    Progress of the paperwork goes into docStatus.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "AuxiliaryAccount",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("balance", "balance", "xs:decimal"),
            Member("created_date_time", "createdDateTime", "xs:dateTime"),
            Member("last_modified_date_time", "lastModifiedDateTime", "xs:dateTime"),
            Member("principle_amount", "principleAmount", "xs:decimal"),
            Member("revision_number", "revisionNumber", "xs:string"),
            Member("subject", "subject", "xs:string"),
            Member("title", "title", "xs:string"),
            Member("type", "type", "xs:string"),
            Member("charges", "Charges", "Charge", high=None),
            Member("doc_status", "docStatus", "Status"),
            Member("due", "due", "Due"),
            Member("last_credit", "lastCredit", "AccountMovement"),
            Member("last_debit", "lastDebit", "AccountMovement"),
            Member("names", "Names", "Name", high=None),
            Member("status", "status", "Status"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Cashier(Element):
    """Person or automated operator who takes payments at a point of sale."""

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough.
    """

    electronic_address: ElectronicAddress | None = None
    """E-mail, web or similar contact data of the cashier."""

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Cashier",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("electronic_address", "electronicAddress", "ElectronicAddress"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class CashierShift(Element):
    """Working period of one cashier at one point of sale, with the totals taken in it.

    It allows the drawer to be balanced against receipts and transactions.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough.
    """

    cash_float: Decimal | None = None
    """Change money the cashier starts with and takes away again at the end.

    It is not income and is not banked.
    """

    receipts_grand_total_bankable: Decimal | None = None
    """Sum received in the cashier shift that has to be carried to the bank, such as cash and cheques."""

    receipts_grand_total_non_bankable: Decimal | None = None
    """Sum received in the cashier shift that needs no paying in by hand, such as electronic transfers."""

    receipts_grand_total_rounding: Decimal | None = None
    """Rounding differences summed over all receipts of the cashier shift.

    They are not contained in the two receipt totals.
    """

    transactions_grand_total: Decimal | None = None
    """Value of all transactions made in the cashier shift.

    It counts what was sold or paid for; money received is in the receipt totals.
    """

    transactions_grand_total_rounding: Decimal | None = None
    """Rounding differences summed over the transactions of the cashier shift."""

    activity_interval: DateTimeInterval | None = None
    """When the cashier was at work, from opening to closing of the shift.

    The end comes before the start in the sequence and may be missing while the shift is open.
    """

    cashier: Cashier | None = None
    """Who worked the shift and answers for the drawer."""

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name.
    """

    point_of_sale: PointOfSale | None = None
    """Counter, kiosk or terminal at which the cashier worked."""

    __xml__: ClassVar[XmlType] = XmlType(
        "CashierShift",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("cash_float", "cashFloat", "xs:decimal"),
            Member("receipts_grand_total_bankable", "receiptsGrandTotalBankable", "xs:decimal"),
            Member("receipts_grand_total_non_bankable", "receiptsGrandTotalNonBankable", "xs:decimal"),
            Member("receipts_grand_total_rounding", "receiptsGrandTotalRounding", "xs:decimal"),
            Member("transactions_grand_total", "transactionsGrandTotal", "xs:decimal"),
            Member("transactions_grand_total_rounding", "transactionsGrandTotalRounding", "xs:decimal"),
            Member("activity_interval", "activityInterval", "DateTimeInterval"),
            Member("cashier", "Cashier", "Cashier"),
            Member("names", "Names", "Name", high=None),
            Member("point_of_sale", "PointOfSale", "PointOfSale"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Charge(Element):
    """Element of a price or fee, with a fixed part, a percentage part or both.

    Charges can be nested, for example a tax beneath a consumption charge.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough.
    """

    kind: ChargeKind | None = None
    """What the charge is for, such as consumption, demand or tax."""

    variable_portion: float | None = None
    """Percentage that makes up the variable part of the charge.

    In a nested charge it is taken of the parent charge, as with a sales tax.
    """

    child_charges: list[ChildCharge] = field(factory=list)
    """Charges that belong to this one and build on it, one level deep in these messages.

    Confidence of this member: low.
    """

    fixed_portion: AccountingUnit | None = None
    """Set amount of the charge, in money or in energy."""

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Charge",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("kind", "kind", "ChargeKind"),
            Member("variable_portion", "variablePortion", "xs:float"),
            Member("child_charges", "ChildCharges", "ChildCharge", high=None),
            Member("fixed_portion", "fixedPortion", "AccountingUnit"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ChildCharge(Element):
    """Charge listed beneath a parent charge, as in tax on a consumption charge.

    Nesting ends here: it has no children of its own.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. Confidence of this member: low.
    """

    kind: ChargeKind | None = None
    """What the charge is for, such as consumption, demand or tax.

    Confidence of this member: low.
    """

    variable_portion: float | None = None
    """Percentage that makes up the variable part of the charge.

    In a nested charge it is taken of the parent charge, as with a sales tax. Confidence of this member: low.
    """

    fixed_portion: AccountingUnit | None = None
    """Set amount of the charge, in money or in energy.

    Confidence of this member: low.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. Confidence of this member: low.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ChildCharge",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("kind", "kind", "ChargeKind"),
            Member("variable_portion", "variablePortion", "xs:float"),
            Member("fixed_portion", "fixedPortion", "AccountingUnit"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Due(Element):
    """What should be paid now on an account, split by origin of the debt.

    The field current is the total, the others are its parts.
    """

    arrears: Decimal | None = None
    """Part that was payable earlier and was not paid in time."""

    charges: Decimal | None = None
    """Part that consists of fees, such as handling or reconnection costs."""

    current: Decimal | None = None
    """Total to be paid at present.

    In the CIM it adds up principal, arrears, interest and charges.
    """

    interest: Decimal | None = None
    """Part that is interest on the money owed."""

    principle: Decimal | None = None
    """Part that pays back the original debt, without interest or fees.

    Spelt this way in the schema; principal is meant.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Due",
        (
            Member("arrears", "arrears", "xs:decimal"),
            Member("charges", "charges", "xs:decimal"),
            Member("current", "current", "xs:decimal"),
            Member("interest", "interest", "xs:decimal"),
            Member("principle", "principle", "xs:decimal"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class LineDetail(Element):
    """Amount, time and remark that a receipt or transaction shows as its line."""

    amount: Decimal | None = None
    """Money shown on the line.

    Differences from rounding are not in it; they are stated under rounding.
    """

    date_time: dt.datetime | None = None
    """Instant at which the line was entered."""

    note: str | None = None
    """Remark printed or kept with the line, in free text."""

    rounding: Decimal | None = None
    """Money lost or gained by rounding and not contained in the amount.

    Zero means nothing was rounded; absence says nothing either way.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "LineDetail",
        (
            Member("amount", "amount", "xs:decimal"),
            Member("date_time", "dateTime", "xs:dateTime"),
            Member("note", "note", "xs:string"),
            Member("rounding", "rounding", "xs:decimal"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class MerchantAccount(Element):
    """Account a merchant keeps with the supplier to cover the tokens sold.

    Sales of the vendors draw it down; deposits of the merchant fill it up.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. Confidence of this member: medium.
    """

    created_date_time: dt.datetime | None = None
    """Instant the record was made.

    Not the date of signing, nor the start of validity. Confidence of this member: medium.
    """

    current_balance: Decimal | None = None
    """Balance as booked at present, without postings that are still to come.

    Confidence of this member: medium.
    """

    last_modified_date_time: dt.datetime | None = None
    """Instant of the latest change to the record.

    Helps to tell the newer of two copies. Confidence of this member: medium.
    """

    provisional_balance: Decimal | None = None
    """Balance expected once pending postings are booked, such as vendor shifts not yet posted.

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

    merchant_agreement: MerchantAgreement | None = None
    """Contract under which the account is kept.

    Confidence of this member: low.
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

    transactors: list[Transactor] = field(factory=list)
    """Parties that carry out transactions against the account, such as a bank or a vending operator.

    Confidence of this member: low.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "MerchantAccount",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("created_date_time", "createdDateTime", "xs:dateTime"),
            Member("current_balance", "currentBalance", "xs:decimal"),
            Member("last_modified_date_time", "lastModifiedDateTime", "xs:dateTime"),
            Member("provisional_balance", "provisionalBalance", "xs:decimal"),
            Member("revision_number", "revisionNumber", "xs:string"),
            Member("subject", "subject", "xs:string"),
            Member("title", "title", "xs:string"),
            Member("type", "type", "xs:string"),
            Member("doc_status", "docStatus", "Status"),
            Member("merchant_agreement", "MerchantAgreement", "MerchantAgreement"),
            Member("names", "Names", "Name", high=None),
            Member("status", "status", "Status"),
            Member("transactors", "Transactors", "Transactor", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class MerchantAgreement(Element):
    """Contract between a supplier and a merchant for selling tokens and taking payments.

    It has only general document data: dates, status, signature and validity.
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

    sign_date: dt.date | None = None
    """Day the parties signed.

    A date without time; the contract may take effect on another day. Confidence of this member: low.
    """

    subject: str | None = None
    """What the record is about, in a few words.

    Confidence of this member: low.
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

    validity_interval: DateTimeInterval | None = None
    """Period in which the contract is in force.

    A missing end means that none has been set. Confidence of this member: low.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "MerchantAgreement",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("created_date_time", "createdDateTime", "xs:dateTime"),
            Member("last_modified_date_time", "lastModifiedDateTime", "xs:dateTime"),
            Member("revision_number", "revisionNumber", "xs:string"),
            Member("sign_date", "signDate", "xs:date"),
            Member("subject", "subject", "xs:string"),
            Member("title", "title", "xs:string"),
            Member("type", "type", "xs:string"),
            Member("doc_status", "docStatus", "Status"),
            Member("names", "Names", "Name", high=None),
            Member("status", "status", "Status"),
            Member("validity_interval", "validityInterval", "DateTimeInterval"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class PointOfSale(Element):
    """Place or device where customers pay and buy tokens, such as a shop till, kiosk or web shop."""

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough.
    """

    location: str | None = None
    """Where the point of sale stands, in words a local person would understand.

    It is not a coordinate.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "PointOfSale",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("location", "location", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Transactor(Element):
    """Party that carries out transactions on a merchant account, such as a bank or vending company.

    It is identified by mRID or Names only.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. Confidence of this member: low.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. Confidence of this member: low.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Transactor",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Vendor(Element):
    """Business that runs points of sale and employs cashiers to sell tokens and take payments.

    It is identified by mRID or Names only.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Vendor",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class VendorShift(Element):
    """Trading period of a vendor, summing up the cashier shifts within it.

    At its end the vendor settles with the merchant account.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough.
    """

    merchant_debit_amount: Decimal | None = None
    """Money to be taken from the merchant account for the sales of this vendor shift."""

    posted: bool | None = None
    """True when the debit for this shift has already been booked to the merchant account.

    While false, the booked balance does not yet contain it.
    """

    receipts_grand_total_bankable: Decimal | None = None
    """Cash, cheques and other money to be paid in at the bank, totalled over the vendor shift."""

    receipts_grand_total_non_bankable: Decimal | None = None
    """Electronic and other payments that need no deposit, totalled over the vendor shift."""

    receipts_grand_total_rounding: Decimal | None = None
    """Receipt rounding differences, totalled over the vendor shift.

    Its other receipt totals leave them out.
    """

    transactions_grand_total: Decimal | None = None
    """Value of everything sold or paid for in the vendor shift, across all its cashiers."""

    transactions_grand_total_rounding: Decimal | None = None
    """Transaction rounding differences, totalled over the vendor shift."""

    activity_interval: DateTimeInterval | None = None
    """Period the vendor shift covers.

    Mind that end is written before start; an open shift may have no end.
    """

    merchant_account: MerchantAccount | None = None
    """Account from which the sales of the shift are paid to the supplier.

    Confidence of this member: medium.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name.
    """

    vendor: Vendor | None = None
    """Business whose trading the shift sums up."""

    __xml__: ClassVar[XmlType] = XmlType(
        "VendorShift",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("merchant_debit_amount", "merchantDebitAmount", "xs:decimal"),
            Member("posted", "posted", "xs:boolean"),
            Member("receipts_grand_total_bankable", "receiptsGrandTotalBankable", "xs:decimal"),
            Member("receipts_grand_total_non_bankable", "receiptsGrandTotalNonBankable", "xs:decimal"),
            Member("receipts_grand_total_rounding", "receiptsGrandTotalRounding", "xs:decimal"),
            Member("transactions_grand_total", "transactionsGrandTotal", "xs:decimal"),
            Member("transactions_grand_total_rounding", "transactionsGrandTotalRounding", "xs:decimal"),
            Member("activity_interval", "activityInterval", "DateTimeInterval"),
            Member("merchant_account", "MerchantAccount", "MerchantAccount"),
            Member("names", "Names", "Name", high=None),
            Member("vendor", "Vendor", "Vendor"),
        ),
    )
