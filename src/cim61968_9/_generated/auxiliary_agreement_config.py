# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: AuxiliaryAgreementConfig.xsd, sha256 0b98ea44488d1e05dbca72a123580f20a0490204948e3e9346a1e6e21bd9c0c3
"""AuxiliaryAgreementConfig: master data of debt and levy agreements, sent from the customer system to vending."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._generated.common.identity import (
    ConfigurationEvent,
    DateTimeInterval,
    Name,
    NameType,
    NameTypeAuthority,
    Status,
)
from cim61968_9._generated.common.payments import (
    AccountMovement,
    AccountingUnit,
    AuxiliaryAccount,
    Charge,
    ChargeKind,
    ChildCharge,
    Currency,
    Due,
    UnitMultiplier,
)
from cim61968_9._generated.common.selection import CustomerAgreement

__all__ = [
    "AccountMovement",
    "AccountingUnit",
    "AuxiliaryAccount",
    "AuxiliaryAgreement",
    "AuxiliaryAgreementConfig",
    "Charge",
    "ChargeKind",
    "ChildCharge",
    "ConfigurationEvent",
    "Currency",
    "CustomerAgreement",
    "DateTimeInterval",
    "Due",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "Status",
    "UnitMultiplier",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class AuxiliaryAgreement(Element):
    """Arrangement to collect something besides supply, such as old debt, a connection fee or a levy.

    In prepayment the money is usually withheld from token purchases under the terms given here. IEC 61968-9 edition
    2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough.
    """

    arrears_interest: float | None = None
    """Yearly interest rate applied to amounts that are past due, in per cent."""

    aux_cycle: str | None = None
    """How often the recurring charge of the agreement is raised, for example weekly or monthly.

    It is free text; compare payCycle, which is about paying.
    """

    aux_priority_code: str | None = None
    """Rank of this agreement when several debts compete for the same payment.

    The code scheme is set by the utility, including whether a low code comes first.
    """

    created_date_time: dt.datetime | None = None
    """Instant the record was made.

    Not the date of signing, nor the start of validity.
    """

    fixed_amount: Decimal | None = None
    """Set sum taken from every purchase, however large the purchase is.

    Compare vendPortion, which takes a percentage.
    """

    last_modified_date_time: dt.datetime | None = None
    """Instant of the latest change to the record.

    Helps to tell the newer of two copies.
    """

    min_amount: Decimal | None = None
    """Smallest sum the customer must pay towards the agreement at each purchase."""

    pay_cycle: str | None = None
    """How often the customer has agreed to pay, for example every month.

    It is free text, so partners should settle the wording.
    """

    revision_number: str | None = None
    """Version of the record, as counted by the system that owns it.

    Text, so 10 does not sort after 9 by itself.
    """

    sign_date: dt.date | None = None
    """Day the parties signed.

    A date without time; the contract may take effect on another day.
    """

    subject: str | None = None
    """What the record is about, in a few words."""

    sub_type: str | None = None
    """Finer classification within the agreement type, as a utility-defined text."""

    title: str | None = None
    """Heading under which people know the record."""

    type: str | None = None
    """Class of record in the utility's own scheme, such as a kind of account or contract."""

    vend_portion: float | None = None
    """Percentage of each purchase that goes to the agreement while payments are up to date."""

    vend_portion_arrear: float | None = None
    """Percentage of each purchase that goes to the agreement while payments are overdue.

    It takes the place of vendPortion for a customer in arrears.
    """

    auxiliary_accounts: list[AuxiliaryAccount] = field(factory=list)
    """Ledgers that carry the money side of the agreement: what is owed, what is due and the last postings."""

    configuration_events: ConfigurationEvent | None = None
    """Who changed the agreement data, why and from when.

    It documents the change that led to this message.
    """

    customer_agreement: CustomerAgreement | None = None
    """Supply contract of the customer to which the extra collection is attached.

    Only its mRID or Names are carried. Confidence of this member: low.
    """

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

    validity_interval: DateTimeInterval | None = None
    """Period in which the contract is in force.

    A missing end means that none has been set.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "AuxiliaryAgreement",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("arrears_interest", "arrearsInterest", "xs:float"),
            Member("aux_cycle", "auxCycle", "xs:string"),
            Member("aux_priority_code", "auxPriorityCode", "xs:string"),
            Member("created_date_time", "createdDateTime", "xs:dateTime"),
            Member("fixed_amount", "fixedAmount", "xs:decimal"),
            Member("last_modified_date_time", "lastModifiedDateTime", "xs:dateTime"),
            Member("min_amount", "minAmount", "xs:decimal"),
            Member("pay_cycle", "payCycle", "xs:string"),
            Member("revision_number", "revisionNumber", "xs:string"),
            Member("sign_date", "signDate", "xs:date"),
            Member("subject", "subject", "xs:string"),
            Member("sub_type", "subType", "xs:string"),
            Member("title", "title", "xs:string"),
            Member("type", "type", "xs:string"),
            Member("vend_portion", "vendPortion", "xs:float"),
            Member("vend_portion_arrear", "vendPortionArrear", "xs:float"),
            Member("auxiliary_accounts", "AuxiliaryAccounts", "AuxiliaryAccount", high=None),
            Member("configuration_events", "ConfigurationEvents", "ConfigurationEvent"),
            Member("customer_agreement", "CustomerAgreement", "CustomerAgreement"),
            Member("doc_status", "docStatus", "Status"),
            Member("names", "Names", "Name", high=None),
            Member("status", "status", "Status"),
            Member("validity_interval", "validityInterval", "DateTimeInterval"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class AuxiliaryAgreementConfig(Element):
    """Master data of debt and levy agreements, sent from the customer system to vending.

    Token sales can then withhold the agreed share. IEC 61968-9 edition 2.
    """

    auxiliary_agreement: list[AuxiliaryAgreement] = field(factory=list)
    """Agreements that are created, changed or reported by this message, each with its terms and accounts."""

    __xml__: ClassVar[XmlType] = XmlType(
        "AuxiliaryAgreementConfig",
        (
            Member("auxiliary_agreement", "AuxiliaryAgreement", "AuxiliaryAgreement", high=None),
        ),
    )
