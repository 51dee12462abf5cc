# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: CustomerAccountConfig.xsd, sha256 613523548cd17e568038db5ac44d0f068b28cdcd1a90886cd8488a84954c3a5f
"""CustomerAccountConfig: message that creates, changes or deletes customer accounts, usually sent from CIS to other
systems.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._generated.common.identity import ConfigurationEvent, Name, NameType, NameTypeAuthority, Status

__all__ = [
    "ConfigurationEvent",
    "CustomerAccount",
    "CustomerAccountConfig",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "Status",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class CustomerAccount(Element):
    """Account to which a customer's charges and payments are posted.

    One account may gather several agreements; in linkage and request messages only its identity appears. IEC
    61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough.
    """

    billing_cycle: str | None = None
    """Cycle in which bills for the account are normally produced, in the utility's own coding.

    Often aligned with UsagePoint.readCycle so that reads arrive before the bill run.
    """

    budget_bill: str | None = None
    """Utility's code for a levelled-payment plan on the account.

    The code list belongs to the billing system.
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

    title: str | None = None
    """Heading under which people know the record."""

    type: str | None = None
    """Class of record in the utility's own scheme, such as a kind of account or contract."""

    configuration_events: ConfigurationEvent | None = None
    """Origin and effective time of a change to the account's master data."""

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

    __xml__: ClassVar[XmlType] = XmlType(
        "CustomerAccount",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("billing_cycle", "billingCycle", "xs:string"),
            Member("budget_bill", "budgetBill", "xs:string"),
            Member("created_date_time", "createdDateTime", "xs:dateTime"),
            Member("last_modified_date_time", "lastModifiedDateTime", "xs:dateTime"),
            Member("revision_number", "revisionNumber", "xs:string"),
            Member("subject", "subject", "xs:string"),
            Member("title", "title", "xs:string"),
            Member("type", "type", "xs:string"),
            Member("configuration_events", "ConfigurationEvents", "ConfigurationEvent"),
            Member("doc_status", "docStatus", "Status"),
            Member("names", "Names", "Name", high=None),
            Member("status", "status", "Status"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class CustomerAccountConfig(Element):
    """Message that creates, changes or deletes customer accounts, usually sent from CIS to other systems.

    IEC 61968-9 edition 2.
    """

    customer_account: list[CustomerAccount] = field(factory=list)
    """Accounts being created, changed or deleted.

    For a change or delete, give the mRID or a name and only the data that changes.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "CustomerAccountConfig",
        (
            Member("customer_account", "CustomerAccount", "CustomerAccount", high=None),
        ),
    )
