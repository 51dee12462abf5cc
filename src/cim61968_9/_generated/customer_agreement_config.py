# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: CustomerAgreementConfig.xsd, sha256 4a54218a6822e9fd414b631447036ddfa7ee5c6ee626a2a036021ece992f46fc
"""CustomerAgreementConfig: message that creates, changes or deletes supply contracts."""

from __future__ import annotations

import datetime as dt
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
from cim61968_9._generated.common.selection import (
    CustomerAccount,
    PricingStructure,
    ServiceCategory,
    ServiceKind,
    ServiceSupplier,
    SupplierKind,
)

__all__ = [
    "ConfigurationEvent",
    "Customer",
    "CustomerAccount",
    "CustomerAgreement",
    "CustomerAgreementConfig",
    "DateTimeInterval",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "PricingStructure",
    "ServiceCategory",
    "ServiceKind",
    "ServiceSupplier",
    "Status",
    "SupplierKind",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class Customer(Element):
    """Person or body that takes energy, water or another service from a supplier.

    Many messages carry only its identity (mRID or Names) to link or select; names, phones and addresses sit in the
    Organisation. CIM class ``Customer``. IEC 61968-9 edition 2.
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
        "Customer",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class CustomerAgreement(Element):
    """Contract under which a customer is supplied with one service.

    It ties together customer, account, supplier and tariff; who is supplied where is settled by linking it to a
    usage point. IEC 61968-9 edition 2.
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

    load_mgmt: str | None = None
    """Utility's code for the load management the customer has signed up to.

    It only describes the contract; control of devices is sent as EndDeviceControls.
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

    title: str | None = None
    """Heading under which people know the record."""

    type: str | None = None
    """Class of record in the utility's own scheme, such as a kind of account or contract."""

    configuration_events: ConfigurationEvent | None = None
    """Record of who altered the contract data and when the alteration starts to count."""

    customer: Customer | None = None
    """The contracting party.

    Some messages give only mRID or Names, others the whole customer record. Confidence of this member: low.
    """

    customer_account: CustomerAccount | None = None
    """Account that is charged for what is supplied under this contract.

    Confidence of this member: low.
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

    pricing_structures: list[PricingStructure] = field(factory=list)
    """Tariffs agreed in the contract, named by mRID, code or Names.

    Their prices are sent in PricingStructureConfig. Confidence of this member: medium.
    """

    service_category: ServiceCategory | None = None
    """Commodity or service the contract covers, such as electricity or gas."""

    service_supplier: ServiceSupplier | None = None
    """Company that sells the service under this contract.

    With retail competition it need not be the network operator. Confidence of this member: low.
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
        "CustomerAgreement",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("created_date_time", "createdDateTime", "xs:dateTime"),
            Member("last_modified_date_time", "lastModifiedDateTime", "xs:dateTime"),
            Member("load_mgmt", "loadMgmt", "xs:string"),
            Member("revision_number", "revisionNumber", "xs:string"),
            Member("sign_date", "signDate", "xs:date"),
            Member("subject", "subject", "xs:string"),
            Member("title", "title", "xs:string"),
            Member("type", "type", "xs:string"),
            Member("configuration_events", "ConfigurationEvents", "ConfigurationEvent"),
            Member("customer", "Customer", "Customer"),
            Member("customer_account", "CustomerAccount", "CustomerAccount"),
            Member("doc_status", "docStatus", "Status"),
            Member("names", "Names", "Name", high=None),
            Member("pricing_structures", "PricingStructures", "PricingStructure", high=None),
            Member("service_category", "ServiceCategory", "ServiceCategory"),
            Member("service_supplier", "ServiceSupplier", "ServiceSupplier"),
            Member("status", "status", "Status"),
            Member("validity_interval", "validityInterval", "DateTimeInterval"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class CustomerAgreementConfig(Element):
    """Message that creates, changes or deletes supply contracts.

    Linking a contract to a usage point is the task of MasterDataLinkageConfig. IEC 61968-9 edition 2.
    """

    customer_agreement: list[CustomerAgreement] = field(factory=list)
    """Supply contracts that the message adds, updates or removes."""

    __xml__: ClassVar[XmlType] = XmlType(
        "CustomerAgreementConfig",
        (
            Member("customer_agreement", "CustomerAgreement", "CustomerAgreement", high=None),
        ),
    )
