# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: CustomerMeterDataSet.xsd, sha256 e056ccab9f19281415b6067086bac6420d427295a1fdecfb113f615f05c990c8
"""CustomerMeterDataSet: meters with their modules, functions and usage point as one nested set, for exchange in
bulk.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._generated.common.devices import (
    AssetModelUsageKind,
    Channel,
    ComDirectionKind,
    ComFunction,
    ComTechnologyKind,
    ConnectDisconnectFunction,
    CorporateStandardKind,
    ElectronicAddress,
    EndDeviceCapability,
    EndDeviceFunctionKind,
    EndDeviceInfo,
    LifecycleDate,
    Manufacturer,
    MeterMultiplier,
    MeterMultiplierKind,
    ProductAssetModel,
    Register,
    RemoteConnectDisconnectInfo,
    SealConditionKind,
    SealKind,
    SimpleEndDeviceFunction,
    TimeInterval,
)
from cim61968_9._generated.common.identity import DateTimeInterval, Name, NameType, NameTypeAuthority, Status
from cim61968_9._generated.common.payments import ChargeKind, Currency, RevenueKind, UnitMultiplier
from cim61968_9._generated.common.places import (
    AmiBillingReadyKind,
    CoordinateSystem,
    Organisation,
    PhaseCode,
    PositionPoint,
    PostalAddress,
    StreetAddress,
    StreetDetail,
    TelephoneNumber,
    TownDetail,
    TransformerTank,
    UsagePointConnectedKind,
)
from cim61968_9._generated.common.readings import (
    RationalNumber,
    ReadingInterharmonic,
    ReadingReasonKind,
    ReadingType,
)
from cim61968_9._generated.common.selection import CustomerKind, ServiceKind, SupplierKind

__all__ = [
    "AccountingUnit",
    "AmiBillingReadyKind",
    "AssetInfo",
    "AssetModelUsageKind",
    "Channel",
    "Charge",
    "ChargeKind",
    "ChargesCharge",
    "ComDirectionKind",
    "ComFunction",
    "ComModule",
    "ComTechnologyKind",
    "ConnectDisconnectFunction",
    "ConsumptionTariffInterval",
    "CoordinateSystem",
    "CorporateStandardKind",
    "Currency",
    "Customer",
    "CustomerAccount",
    "CustomerAgreement",
    "CustomerKind",
    "CustomerMeterDataSet",
    "DateTimeInterval",
    "ElectronicAddress",
    "EndDevice",
    "EndDeviceCapability",
    "EndDeviceFunctionKind",
    "EndDeviceInfo",
    "LifecycleDate",
    "Manufacturer",
    "Meter",
    "MeterMultiplier",
    "MeterMultiplierKind",
    "MeterSeal",
    "MetrologyRequirement",
    "MetrologyRequirementsReadingType",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "Organisation",
    "PhaseCode",
    "PositionPoint",
    "PostalAddress",
    "PricingStructure",
    "ProductAssetModel",
    "RationalNumber",
    "ReadingInterharmonic",
    "ReadingReasonKind",
    "ReadingType",
    "Register",
    "RemoteConnectDisconnectInfo",
    "RevenueKind",
    "Seal",
    "SealConditionKind",
    "SealKind",
    "ServiceKind",
    "ServiceLocation",
    "ServiceMultiplier",
    "ServiceSupplier",
    "SimpleEndDeviceFunction",
    "Status",
    "StreetAddress",
    "StreetDetail",
    "SupplierKind",
    "Tariff",
    "TariffProfile",
    "TelephoneNumber",
    "TimeInterval",
    "TimeTariffInterval",
    "TownDetail",
    "TransformerTank",
    "UnitMultiplier",
    "UsagePoint",
    "UsagePointConnectedKind",
    "UsagePointLocation",
    "UsagePointServiceCategory",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class AccountingUnit(Element):
    """Quantity counted in money or in energy, used to state the fixed part of a charge.

    Read it as value, scaled by multiplier, in the currency or energy basis given. CIM class ``AccountingUnit``. IEC
    61968-9 edition 2.
    """

    energy_unit: float | None = None
    """Energy basis, for an amount counted in energy and not in money.

    Real energy in Wh without a multiplier: a number that plays the part of a unit, so partners must agree on scale
    and use. CIM ``AccountingUnit.energyUnit``.
    """

    monetary_unit: Currency | None = None
    """Currency of the value, as an ISO 4217 code or other.

    Leave it out when the amount is counted in energy. CIM ``AccountingUnit.monetaryUnit``.
    """

    multiplier: UnitMultiplier | None = None
    """Power of ten that scales the value.

    With c the value counts hundredths of the currency unit. Absence is commonly read as no scaling. CIM
    ``AccountingUnit.multiplier``.
    """

    value: float
    """Number that states how much, before the multiplier is applied.

    It is a floating-point figure, so rounding to the currency is left to the receiver. CIM
    ``AccountingUnit.value``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "AccountingUnit",
        (
            Member("energy_unit", "energyUnit", "xs:float"),
            Member("monetary_unit", "monetaryUnit", "Currency"),
            Member("multiplier", "multiplier", "UnitMultiplier"),
            Member("value", "value", "xs:float", low=1),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class AssetInfo(Element):
    """Nameplate data shared by all units of one model.

    Adds nothing of its own here beyond the link to the product model. CIM class ``AssetInfo``. IEC 61968-9 edition
    2.
    """

    asset_model: ProductAssetModel | None = None
    """Product model of the unit, with its manufacturer, model number and version.

    CIM ``AssetInfo.AssetModel``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "AssetInfo",
        (
            Member("asset_model", "AssetModel", "ProductAssetModel"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Charge(Element):
    """Element of a price or fee, with a fixed part, a percentage part or both.

    Charges can be nested, for example a tax beneath a consumption charge. CIM class ``Charge``. IEC 61968-9 edition
    2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    kind: ChargeKind | None = None
    """What the charge is for, such as consumption, demand or tax.

    CIM ``Charge.kind``.
    """

    variable_portion: float | None = None
    """Percentage that makes up the variable part of the charge.

    In a nested charge it is taken of the parent charge, as with a sales tax. CIM ``Charge.variablePortion``.
    """

    child_charges: list[ChargesCharge] = field(factory=list)
    """Charges that belong to this one and build on it, one level deep in these messages.

    CIM ``Charge.ChildCharges``.
    """

    fixed_portion: AccountingUnit | None = None
    """Set amount of the charge, in money or in energy.

    CIM ``Charge.fixedPortion``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Charge",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("kind", "kind", "ChargeKind"),
            Member("variable_portion", "variablePortion", "xs:float"),
            Member("child_charges", "ChildCharges", "ChargesCharge", high=None),
            Member("fixed_portion", "fixedPortion", "AccountingUnit"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ChargesCharge(Element):
    """Charge nested under another one in the customer and meter data set.

    It has the same content as its parent but cannot be nested again. CIM class ``Charge``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    kind: ChargeKind | None = None
    """What the charge is for, such as consumption, demand or tax.

    CIM ``Charge.kind``.
    """

    variable_portion: float | None = None
    """Percentage that makes up the variable part of the charge.

    In a nested charge it is taken of the parent charge, as with a sales tax. CIM ``Charge.variablePortion``.
    """

    fixed_portion: AccountingUnit | None = None
    """Set amount of the charge, in money or in energy.

    CIM ``Charge.fixedPortion``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ChargesCharge",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("kind", "kind", "ChargeKind"),
            Member("variable_portion", "variablePortion", "xs:float"),
            Member("fixed_portion", "fixedPortion", "AccountingUnit"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ComModule(Element):
    """Communication unit that links a meter or other device to the head-end, held as equipment of its own.

    It has a serial number and life cycle apart from the meter, so either can be exchanged alone. CIM class
    ``ComModule``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    amr_system: str | None = None
    """Head-end or communication system that talks to the module.

    Names a system, not a network address. CIM ``ComModule.amrSystem``.
    """

    initial_condition: str | None = None
    """State the equipment was in when it entered stock or was fitted, such as new or refurbished.

    Free text: agree on the wording with partners. CIM ``Asset.initialCondition``.
    """

    initial_loss_of_life: float | None = None
    """Part of the expected service life already used up when the equipment was put in.

    Given in per cent, so 0 suits equipment that has never been used. CIM ``Asset.initialLossOfLife``.
    """

    lot_number: str | None = None
    """Production or delivery batch the unit came from.

    Useful for sample testing and for recalling a faulty series of meters. CIM ``Asset.lotNumber``.
    """

    purchase_price: Decimal | None = None
    """Amount paid for the equipment when it was bought.

    No currency is carried here, so partners must agree on one. CIM ``Asset.purchasePrice``.
    """

    serial_number: str | None = None
    """Number the manufacturer gave to the individual unit, usually the one on its nameplate.

    It may repeat between manufacturers, so use mRID or Names to match records safely. CIM ``Asset.serialNumber``.
    """

    supports_autonomous_dst: bool | None = None
    """True when the module changes its clock to and from daylight saving time by itself.

    CIM ``ComModule.supportsAutonomousDst``.
    """

    time_zone_offset: float | None = None
    """Difference between local time at the module and UTC, in minutes.

    The schema does not say whether daylight saving is included, nor names a time zone, so agree on both. CIM
    ``ComModule.timeZoneOffset``.
    """

    type: str | None = None
    """Category of equipment by the utility's own classification.

    Free text without a common code list, so partners must agree on the values. CIM ``Asset.type``.
    """

    utc_number: str | None = None
    """Number from a scheme that tracks every stocked unit on its own.

    UTC here means uniquely tracked commodity, not the time standard. CIM ``Asset.utcNumber``.
    """

    asset_info: AssetInfo | None = None
    """Nameplate data of the unit, chiefly its product model.

    CIM ``Asset.AssetInfo``.
    """

    com_functions: list[ComFunction] = field(factory=list)
    """Communication functions the module provides.

    In ComModuleConfig ref holds the mRID or name of a ComFunction listed at the root; CustomerMeterDataSet nests
    each one in full. CIM ``ComModule.ComFunctions``.
    """

    electronic_address: ElectronicAddress | None = None
    """Where the device can be reached electronically, such as by its MAC, LAN or radio address.

    CIM ``Asset.electronicAddress``.
    """

    lifecycle: LifecycleDate | None = None
    """Calendar dates from manufacture through installation to removal and retirement.

    CIM ``Asset.lifecycle``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    status: Status | None = None
    """State the equipment is in, with the time and the reason of that state.

    The values are free text; agree on them between systems. CIM ``Asset.status``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ComModule",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("amr_system", "amrSystem", "xs:string"),
            Member("initial_condition", "initialCondition", "xs:string"),
            Member("initial_loss_of_life", "initialLossOfLife", "xs:float"),
            Member("lot_number", "lotNumber", "xs:string"),
            Member("purchase_price", "purchasePrice", "xs:decimal"),
            Member("serial_number", "serialNumber", "xs:string"),
            Member("supports_autonomous_dst", "supportsAutonomousDst", "xs:boolean"),
            Member("time_zone_offset", "timeZoneOffset", "xs:float"),
            Member("type", "type", "xs:string"),
            Member("utc_number", "utcNumber", "xs:string"),
            Member("asset_info", "AssetInfo", "AssetInfo"),
            Member("com_functions", "ComFunctions", "ComFunction", high=None),
            Member("electronic_address", "electronicAddress", "ElectronicAddress"),
            Member("lifecycle", "lifecycle", "LifecycleDate"),
            Member("names", "Names", "Name", high=None),
            Member("status", "status", "Status"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ConsumptionTariffInterval(Element):
    """One block of a stepped tariff: the charges that apply from a certain consumption upwards.

    The block reaches to the start value of the next one. CIM class ``ConsumptionTariffInterval``. IEC 61968-9
    edition 2.
    """

    sequence_number: int | None = None
    """Position of the block in the stepped tariff, in ascending order of consumption.

    CIM ``ConsumptionTariffInterval.sequenceNumber``.
    """

    start_value: float | None = None
    """Consumption at which the block begins, counted from the start of the tariff cycle.

    Real energy in Wh; no multiplier is carried, so partners must agree on the scale. CIM
    ``ConsumptionTariffInterval.startValue``.
    """

    charges: list[Charge] = field(factory=list)
    """Charges for the consumption that falls within this block.

    CIM ``ConsumptionTariffInterval.Charges``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ConsumptionTariffInterval",
        (
            Member("sequence_number", "sequenceNumber", "xs:integer"),
            Member("start_value", "startValue", "xs:float"),
            Member("charges", "Charges", "Charge", high=None),
        ),
    )


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

    kind: CustomerKind | None = None
    """Class of customer by what the service is used for, for example residential or pumpingLoad.

    CIM ``Customer.kind``.
    """

    puc_number: str | None = None
    """Registration number of the customer with a public utility commission.

    Absent where the regulator issues none. CIM ``Customer.pucNumber``.
    """

    special_need: str | None = None
    """Special care the customer must get, such as continued supply for home dialysis.

    Free text, so partners agree on wording; check it before a remote disconnection. An empty or missing value does
    not prove that there is no need. CIM ``Customer.specialNeed``.
    """

    vip: bool | None = None
    """True when the customer ranks as especially important.

    Medical and similar needs go into specialNeed. CIM ``Customer.vip``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    organisation: Organisation | None = None
    """Organisation or person behind the role, with name, phones and addresses.

    CIM ``OrganisationRole.Organisation``.
    """

    status: Status | None = None
    """State of the customer relationship, for instance active or closed.

    The words in its value are not standardised. CIM ``Customer.status``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Customer",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("kind", "kind", "CustomerKind"),
            Member("puc_number", "pucNumber", "xs:string"),
            Member("special_need", "specialNeed", "xs:string"),
            Member("vip", "vip", "xs:boolean"),
            Member("names", "Names", "Name", high=None),
            Member("organisation", "Organisation", "Organisation"),
            Member("status", "status", "Status"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class CustomerAccount(Element):
    """Account to which a customer's charges and payments are posted.

    One account may gather several agreements; in linkage and request messages only its identity appears. CIM class
    ``CustomerAccount``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    billing_cycle: str | None = None
    """Cycle in which bills for the account are normally produced, in the utility's own coding.

    Often aligned with UsagePoint.readCycle so that reads arrive before the bill run. CIM
    ``CustomerAccount.billingCycle``.
    """

    budget_bill: str | None = None
    """Utility's code for a levelled-payment plan on the account.

    The code list belongs to the billing system. CIM ``CustomerAccount.budgetBill``.
    """

    created_date_time: dt.datetime | None = None
    """Instant the record was made.

    Not the date of signing, nor the start of validity. CIM ``Document.createdDateTime``.
    """

    last_modified_date_time: dt.datetime | None = None
    """Instant of the latest change to the record.

    Helps to tell the newer of two copies. CIM ``Document.lastModifiedDateTime``.
    """

    revision_number: str | None = None
    """Version of the record, as counted by the system that owns it.

    Text, so 10 does not sort after 9 by itself. CIM ``Document.revisionNumber``.
    """

    subject: str | None = None
    """What the record is about, in a few words.

    CIM ``Document.subject``.
    """

    title: str | None = None
    """Heading under which people know the record.

    CIM ``Document.title``.
    """

    type: str | None = None
    """Class of record in the utility's own scheme, such as a kind of account or contract.

    CIM ``Document.type``.
    """

    doc_status: Status | None = None
    """Where the paperwork stands, such as draft, approved or withdrawn.

    What it deals with has its own state in status. CIM ``Document.docStatus``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    status: Status | None = None
    """State of what is recorded, such as an open account or completed work.

    Progress of the paperwork goes into docStatus. CIM ``Document.status``.
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
            Member("doc_status", "docStatus", "Status"),
            Member("names", "Names", "Name", high=None),
            Member("status", "status", "Status"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class CustomerAgreement(Element):
    """Contract under which a customer is supplied with one service.

    It ties together customer, account, supplier and tariff; who is supplied where is settled by linking it to a
    usage point. CIM class ``CustomerAgreement``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    created_date_time: dt.datetime | None = None
    """Instant the record was made.

    Not the date of signing, nor the start of validity. CIM ``Document.createdDateTime``.
    """

    last_modified_date_time: dt.datetime | None = None
    """Instant of the latest change to the record.

    Helps to tell the newer of two copies. CIM ``Document.lastModifiedDateTime``.
    """

    load_mgmt: str | None = None
    """Utility's code for the load management the customer has signed up to.

    It only describes the contract; control of devices is sent as EndDeviceControls. CIM
    ``CustomerAgreement.loadMgmt``.
    """

    revision_number: str | None = None
    """Version of the record, as counted by the system that owns it.

    Text, so 10 does not sort after 9 by itself. CIM ``Document.revisionNumber``.
    """

    sign_date: dt.date | None = None
    """Day the parties signed.

    A date without time; the contract may take effect on another day. CIM ``Agreement.signDate``.
    """

    subject: str | None = None
    """What the record is about, in a few words.

    CIM ``Document.subject``.
    """

    title: str | None = None
    """Heading under which people know the record.

    CIM ``Document.title``.
    """

    type: str | None = None
    """Class of record in the utility's own scheme, such as a kind of account or contract.

    CIM ``Document.type``.
    """

    customer: Customer | None = None
    """The contracting party.

    Some messages give only mRID or Names, others the whole customer record. CIM ``CustomerAgreement.Customer``.
    """

    customer_account: CustomerAccount | None = None
    """Account that is charged for what is supplied under this contract.

    CIM ``CustomerAgreement.CustomerAccount``.
    """

    doc_status: Status | None = None
    """Where the paperwork stands, such as draft, approved or withdrawn.

    What it deals with has its own state in status. CIM ``Document.docStatus``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    service_category: UsagePointServiceCategory | None = None
    """Commodity or service the contract covers, such as electricity or gas.

    CIM ``CustomerAgreement.ServiceCategory``.
    """

    status: Status | None = None
    """State of what is recorded, such as an open account or completed work.

    Progress of the paperwork goes into docStatus. CIM ``Document.status``.
    """

    validity_interval: DateTimeInterval | None = None
    """Period in which the contract is in force.

    A missing end means that none has been set. CIM ``Agreement.validityInterval``.
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
            Member("customer", "Customer", "Customer"),
            Member("customer_account", "CustomerAccount", "CustomerAccount"),
            Member("doc_status", "docStatus", "Status"),
            Member("names", "Names", "Name", high=None),
            Member("service_category", "ServiceCategory", "UsagePointServiceCategory"),
            Member("status", "status", "Status"),
            Member("validity_interval", "validityInterval", "DateTimeInterval"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class CustomerMeterDataSet(Element):
    """Meters with their modules, functions and usage point as one nested set, for exchange in bulk.

    Unlike MeterConfig, the functions of a meter are written inside it. The schema is known from a committee draft
    only. IEC 61968-9 edition 2.
    """

    meter: list[Meter] = field(factory=list)
    """Meters of the set, each complete with the usage point where it is installed."""

    reading_type: list[ReadingType] = field(factory=list)
    """Reading types that the channels in the set refer to by code, described in full."""

    __xml__: ClassVar[XmlType] = XmlType(
        "CustomerMeterDataSet",
        (
            Member("meter", "Meter", "Meter", high=None),
            Member("reading_type", "ReadingType", "ReadingType", high=None),
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

    amr_system: str | None = None
    """Head-end or other communication system in charge of the device.

    Useful for routing requests when a utility runs several head-ends. CIM ``EndDevice.amrSystem``.
    """

    initial_condition: str | None = None
    """State the equipment was in when it entered stock or was fitted, such as new or refurbished.

    Free text: agree on the wording with partners. CIM ``Asset.initialCondition``.
    """

    initial_loss_of_life: float | None = None
    """Part of the expected service life already used up when the equipment was put in.

    Given in per cent, so 0 suits equipment that has never been used. CIM ``Asset.initialLossOfLife``.
    """

    install_code: str | None = None
    """Code supplied with a device to admit it to a network, for example at ZigBee joining.

    Treat it as confidential. CIM ``EndDevice.installCode``.
    """

    is_pan: bool | None = None
    """True when the device belongs to a premises area network, such as an in-home display or thermostat.

    It is then usually reached through the meter or a gateway. CIM ``EndDevice.isPan``.
    """

    is_virtual: bool | None = None
    """True when no physical unit exists behind the device, as for a meter computed from several others.

    Such a device cannot be reached or read directly. CIM ``EndDevice.isVirtual``.
    """

    lot_number: str | None = None
    """Production or delivery batch the unit came from.

    Useful for sample testing and for recalling a faulty series of meters. CIM ``Asset.lotNumber``.
    """

    purchase_price: Decimal | None = None
    """Amount paid for the equipment when it was bought.

    No currency is carried here, so partners must agree on one. CIM ``Asset.purchasePrice``.
    """

    serial_number: str | None = None
    """Number the manufacturer gave to the individual unit, usually the one on its nameplate.

    It may repeat between manufacturers, so use mRID or Names to match records safely. CIM ``Asset.serialNumber``.
    """

    time_zone_offset: float | None = None
    """Difference between local time at the device and UTC, in minutes.

    Partners must agree on the sign and on whether daylight saving is included; it does not shift any time stamp in
    the message. CIM ``EndDevice.timeZoneOffset``.
    """

    type: str | None = None
    """Category of equipment by the utility's own classification.

    Free text without a common code list, so partners must agree on the values. CIM ``Asset.type``.
    """

    utc_number: str | None = None
    """Number from a scheme that tracks every stocked unit on its own.

    UTC here means uniquely tracked commodity, not the time standard. CIM ``Asset.utcNumber``.
    """

    com_function: list[str] = field(factory=list)
    """Communication function of the device, by reference.

    The attribute ref holds the mRID or name of a ComFunction in the same message.
    """

    connect_disconnect_function: list[str] = field(factory=list)
    """Supply switch of the device, by reference.

    The attribute ref holds the mRID or name of a ConnectDisconnectFunction in the same message.
    """

    simple_end_device_function: list[str] = field(factory=list)
    """Other function of the device, such as demand response, by reference.

    The attribute ref holds the mRID or name of a SimpleEndDeviceFunction in the same message.
    """

    end_device_info: EndDeviceInfo | None = None
    """Nameplate data of the device: model, ratings, phases and capabilities.

    CIM ``EndDevice.EndDeviceInfo``.
    """

    lifecycle: LifecycleDate | None = None
    """Calendar dates from manufacture through installation to removal and retirement.

    CIM ``Asset.lifecycle``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    seals: list[Seal] = field(factory=list)
    """Tamper seals fitted to the device.

    Each entry gives one seal with its number, kind and condition. CIM ``AssetContainer.Seals``.
    """

    status: Status | None = None
    """State the equipment is in, with the time and the reason of that state.

    The values are free text; agree on them between systems. CIM ``Asset.status``.
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
            Member("com_function", "ComFunction", "@ref", high=None, choice=1, repeats=True),
            Member("connect_disconnect_function", "ConnectDisconnectFunction", "@ref", high=None, choice=1, repeats=True),
            Member("simple_end_device_function", "SimpleEndDeviceFunction", "@ref", high=None, choice=1, repeats=True),
            Member("end_device_info", "EndDeviceInfo", "EndDeviceInfo"),
            Member("lifecycle", "lifecycle", "LifecycleDate"),
            Member("names", "Names", "Name", high=None),
            Member("seals", "Seals", "Seal", high=None),
            Member("status", "status", "Status"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Meter(Element):
    """Device that measures electricity, gas, water or another commodity at a usage point.

    It is a kind of end device. In readings, requests and links only its identity is needed, mostly mRID or a name
    such as the utility's meter number. CIM class ``Meter``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    amr_system: str | None = None
    """Head-end or other communication system in charge of the device.

    Useful for routing requests when a utility runs several head-ends. CIM ``EndDevice.amrSystem``.
    """

    form_number: str | None = None
    """Code for the wiring and terminal layout of the meter, as in the North American meter forms.

    Examples are 2S and 9S of ANSI C12.10. CIM ``Meter.formNumber``.
    """

    initial_condition: str | None = None
    """State the equipment was in when it entered stock or was fitted, such as new or refurbished.

    Free text: agree on the wording with partners. CIM ``Asset.initialCondition``.
    """

    initial_loss_of_life: float | None = None
    """Part of the expected service life already used up when the equipment was put in.

    Given in per cent, so 0 suits equipment that has never been used. CIM ``Asset.initialLossOfLife``.
    """

    is_virtual: bool | None = None
    """True when no physical unit exists behind the device, as for a meter computed from several others.

    Such a device cannot be reached or read directly. CIM ``EndDevice.isVirtual``.
    """

    lot_number: str | None = None
    """Production or delivery batch the unit came from.

    Useful for sample testing and for recalling a faulty series of meters. CIM ``Asset.lotNumber``.
    """

    purchase_price: Decimal | None = None
    """Amount paid for the equipment when it was bought.

    No currency is carried here, so partners must agree on one. CIM ``Asset.purchasePrice``.
    """

    serial_number: str | None = None
    """Number the manufacturer gave to the individual unit, usually the one on its nameplate.

    It may repeat between manufacturers, so use mRID or Names to match records safely. CIM ``Asset.serialNumber``.
    """

    time_zone_offset: float | None = None
    """Difference between local time at the device and UTC, in minutes.

    Partners must agree on the sign and on whether daylight saving is included; it does not shift any time stamp in
    the message. CIM ``EndDevice.timeZoneOffset``.
    """

    type: str | None = None
    """Category of equipment by the utility's own classification.

    Free text without a common code list, so partners must agree on the values. CIM ``Asset.type``.
    """

    utc_number: str | None = None
    """Number from a scheme that tracks every stocked unit on its own.

    UTC here means uniquely tracked commodity, not the time standard. CIM ``Asset.utcNumber``.
    """

    com_module: list[ComModule] = field(factory=list)
    """Communication unit that serves the meter, given in full within it."""

    end_device: list[EndDevice] = field(factory=list)
    """Another device attached to the meter, such as one on its premises network, given in full."""

    electronic_address: ElectronicAddress | None = None
    """Where the device can be reached electronically, such as by its MAC, LAN or radio address.

    CIM ``Asset.electronicAddress``.
    """

    com_function: list[ComFunction] = field(factory=list)
    """Communication function of the meter.

    MeterConfig has ref with the mRID or name of a ComFunction at the root, CustomerMeterDataSet the whole object in
    place.
    """

    connect_disconnect_function: list[ConnectDisconnectFunction] = field(factory=list)
    """Supply switch of the meter.

    In MeterConfig ref names a ConnectDisconnectFunction at the root by mRID or name; CustomerMeterDataSet embeds
    the object.
    """

    simple_end_device_function: list[SimpleEndDeviceFunction] = field(factory=list)
    """Metering or other function of the meter, the holder of its registers.

    Embedded in CustomerMeterDataSet; elsewhere ref gives the mRID or name of one listed at the root.
    """

    end_device_info: EndDeviceInfo | None = None
    """Nameplate data of the device: model, ratings, phases and capabilities.

    CIM ``EndDevice.EndDeviceInfo``.
    """

    lifecycle: LifecycleDate | None = None
    """Calendar dates from manufacture through installation to removal and retirement.

    CIM ``Asset.lifecycle``.
    """

    meter_multipliers: list[MeterMultiplier] = field(factory=list)
    """Factors and constants of the meter, such as transformer ratios and Kh.

    Their presence does not tell whether readings already include them. CIM ``Meter.MeterMultipliers``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    seals: list[MeterSeal] = field(factory=list)
    """Tamper seals fitted to the device.

    Each entry gives one seal with its number, kind and condition. CIM ``AssetContainer.Seals``.
    """

    status: Status | None = None
    """State the equipment is in, with the time and the reason of that state.

    The values are free text; agree on them between systems. CIM ``Asset.status``.
    """

    usage_point: UsagePoint
    """Place of delivery or measurement at which the device is installed.

    CIM ``EndDevice.UsagePoint``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Meter",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("amr_system", "amrSystem", "xs:string"),
            Member("form_number", "formNumber", "xs:string"),
            Member("initial_condition", "initialCondition", "xs:string"),
            Member("initial_loss_of_life", "initialLossOfLife", "xs:float"),
            Member("is_virtual", "isVirtual", "xs:boolean"),
            Member("lot_number", "lotNumber", "xs:string"),
            Member("purchase_price", "purchasePrice", "xs:decimal"),
            Member("serial_number", "serialNumber", "xs:string"),
            Member("time_zone_offset", "timeZoneOffset", "xs:float"),
            Member("type", "type", "xs:string"),
            Member("utc_number", "utcNumber", "xs:string"),
            Member("com_module", "ComModule", "ComModule", high=None, choice=1, repeats=True),
            Member("end_device", "EndDevice", "EndDevice", high=None, choice=1, repeats=True),
            Member("electronic_address", "electronicAddress", "ElectronicAddress"),
            Member("com_function", "ComFunction", "ComFunction", high=None, choice=2, repeats=True),
            Member("connect_disconnect_function", "ConnectDisconnectFunction", "ConnectDisconnectFunction", high=None, choice=2, repeats=True),
            Member("simple_end_device_function", "SimpleEndDeviceFunction", "SimpleEndDeviceFunction", high=None, choice=2, repeats=True),
            Member("end_device_info", "EndDeviceInfo", "EndDeviceInfo"),
            Member("lifecycle", "lifecycle", "LifecycleDate"),
            Member("meter_multipliers", "MeterMultipliers", "MeterMultiplier", high=None),
            Member("names", "Names", "Name", high=None),
            Member("seals", "Seals", "MeterSeal", high=None),
            Member("status", "status", "Status"),
            Member("usage_point", "UsagePoint", "UsagePoint", low=1),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class MeterSeal(Element):
    """Seal on a meter that protects it against opening, identified by an mRID or Names.

    Tells its number, kind, condition and when it was fitted. CIM class ``Seal``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    applied_date_time: dt.datetime | None = None
    """Instant the seal was put on.

    CIM ``Seal.appliedDateTime``.
    """

    condition: SealConditionKind | None = None
    """State in which the seal was found, for example whole or broken.

    CIM ``Seal.condition``.
    """

    kind: SealKind | None = None
    """Sort of seal used, such as lead or steel.

    CIM ``Seal.kind``.
    """

    seal_number: str | None = None
    """Number stamped or printed on the seal by which it can be told from others.

    CIM ``Seal.sealNumber``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "MeterSeal",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("applied_date_time", "appliedDateTime", "xs:dateTime"),
            Member("condition", "condition", "SealConditionKind"),
            Member("kind", "kind", "SealKind"),
            Member("seal_number", "sealNumber", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


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

    names: list[str] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    reading_types: list[MetrologyRequirementsReadingType] = field(factory=list)
    """Quantities that have to be available.

    As a reference, the ref holds the code of 18 numbers or an mRID; CustomerMeterDataSet gives objects with mRID or
    Names instead. CIM ``MetrologyRequirement.ReadingTypes``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "MetrologyRequirement",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("reason", "reason", "ReadingReasonKind"),
            Member("names", "Names", "@ref", high=None),
            Member("reading_types", "ReadingTypes", "MetrologyRequirementsReadingType", low=1, high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class MetrologyRequirementsReadingType(Element):
    """Pointer to a required quantity: just mRID or Names, with the reading type code as the name.

    Details stand in the full reading type, if the message lists it. CIM class ``ReadingType``. IEC 61968-9 edition
    2.
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
        "MetrologyRequirementsReadingType",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class PricingStructure(Element):
    """Price plan for a class of customers, made of one or more tariffs with their periods.

    Many messages only point to it by mRID, code or Names. CIM class ``PricingStructure``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    code: str | None = None
    """Short key of the price plan, unique within the utility.

    Billing systems often match on it in place of the mRID. CIM ``PricingStructure.code``.
    """

    created_date_time: dt.datetime | None = None
    """Instant the record was made.

    Not the date of signing, nor the start of validity. CIM ``Document.createdDateTime``.
    """

    daily_ceiling_usage: int | None = None
    """Highest daily consumption that is still believable on this plan.

    Used to check usage before billing. The unit is not carried. CIM ``PricingStructure.dailyCeilingUsage``.
    """

    daily_estimated_usage: int | None = None
    """Daily consumption to assume when a customer has no usable history.

    It is a whole number, and the message does not say in which unit. CIM ``PricingStructure.dailyEstimatedUsage``.
    """

    daily_floor_usage: int | None = None
    """Lowest daily consumption that is still believable for customers on this plan.

    Lower figures call for a check; agree on the unit with the partner. CIM ``PricingStructure.dailyFloorUsage``.
    """

    last_modified_date_time: dt.datetime | None = None
    """Instant of the latest change to the record.

    Helps to tell the newer of two copies. CIM ``Document.lastModifiedDateTime``.
    """

    revenue_kind: RevenueKind | None = None
    """Revenue class to which income from this plan is counted, such as residential or irrigation.

    CIM ``PricingStructure.revenueKind``.
    """

    revision_number: str | None = None
    """Version of the record, as counted by the system that owns it.

    Text, so 10 does not sort after 9 by itself. CIM ``Document.revisionNumber``.
    """

    subject: str | None = None
    """What the record is about, in a few words.

    CIM ``Document.subject``.
    """

    tax_exemption: bool | None = None
    """True when supply under this price plan is free of tax.

    Absence leaves the question open. CIM ``PricingStructure.taxExemption``.
    """

    title: str | None = None
    """Heading under which people know the record.

    CIM ``Document.title``.
    """

    type: str | None = None
    """Class of record in the utility's own scheme, such as a kind of account or contract.

    CIM ``Document.type``.
    """

    doc_status: Status | None = None
    """Where the paperwork stands, such as draft, approved or withdrawn.

    What it deals with has its own state in status. CIM ``Document.docStatus``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    service_category: UsagePointServiceCategory | None = None
    """Commodity the plan prices, such as electricity, gas or water.

    CIM ``PricingStructure.ServiceCategory``.
    """

    status: Status | None = None
    """State of what is recorded, such as an open account or completed work.

    Progress of the paperwork goes into docStatus. CIM ``Document.status``.
    """

    tariffs: list[Tariff] = field(factory=list)
    """Tariffs that belong to the plan, often one per period of validity.

    CIM ``PricingStructure.Tariffs``.
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
            Member("service_category", "ServiceCategory", "UsagePointServiceCategory"),
            Member("status", "status", "Status"),
            Member("tariffs", "Tariffs", "Tariff", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Seal(Element):
    """Tamper seal on a meter or other device.

    A changed number or condition on a later visit can point to tampering. CIM class ``Seal``. IEC 61968-9 edition
    2.
    """

    applied_date_time: dt.datetime | None = None
    """Instant the seal was put on.

    CIM ``Seal.appliedDateTime``.
    """

    condition: SealConditionKind | None = None
    """State in which the seal was found, for example whole or broken.

    CIM ``Seal.condition``.
    """

    kind: SealKind | None = None
    """Sort of seal used, such as lead or steel.

    CIM ``Seal.kind``.
    """

    seal_number: str | None = None
    """Number stamped or printed on the seal by which it can be told from others.

    CIM ``Seal.sealNumber``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Seal",
        (
            Member("applied_date_time", "appliedDateTime", "xs:dateTime"),
            Member("condition", "condition", "SealConditionKind"),
            Member("kind", "kind", "SealKind"),
            Member("seal_number", "sealNumber", "xs:string"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ServiceLocation(Element):
    """Premises where one or more services are delivered, such as a house, a shop or a farm.

    Several usage points, even of different services, can share one. CIM class ``ServiceLocation``. IEC 61968-9
    edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    access_method: str | None = None
    """How field staff get into the premises, for example key box, doorman or appointment.

    CIM ``ServiceLocation.accessMethod``.
    """

    direction: str | None = None
    """Hint on which way to look for the equipment once on site, for example 'rear wall, left of the gate'.

    CIM ``Location.direction``.
    """

    geo_info_reference: str | None = None
    """Key of this place in a geographic information system, often one outside the utility.

    CIM ``Location.geoInfoReference``.
    """

    needs_inspection: bool | None = None
    """True when someone should visit and check the premises, for instance after suspected tampering.

    CIM ``ServiceLocation.needsInspection``.
    """

    site_access_problem: str | None = None
    """What hinders or endangers a visit to the premises, such as a dog or a locked gate.

    CIM ``ServiceLocation.siteAccessProblem``.
    """

    type: str | None = None
    """Utility's own category of place, such as house, flat, pumping station or pole.

    No standard list exists. CIM ``Location.type``.
    """

    coordinate_system: CoordinateSystem | None = None
    """Reference system that gives meaning to the coordinates in PositionPoints.

    CIM ``Location.CoordinateSystem``.
    """

    electronic_address: ElectronicAddress | None = None
    """E-mail, web or network contact for the place itself rather than for the customer.

    CIM ``Location.electronicAddress``.
    """

    main_address: StreetAddress | None = None
    """Street address of the place.

    Bills may go elsewhere; the mailing address belongs to the Organisation. CIM ``Location.mainAddress``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    phone1: TelephoneNumber | None = None
    """Telephone number to call first about access to the site.

    CIM ``Location.phone1``.
    """

    phone2: TelephoneNumber | None = None
    """Second telephone number for the site, for when nobody answers the first.

    CIM ``Location.phone2``.
    """

    position_points: list[PositionPoint] = field(factory=list)
    """Coordinates of the place: a single point, or several for a line or outline.

    CIM ``Location.PositionPoints``.
    """

    secondary_address: StreetAddress | None = None
    """Another street address of the same place, for instance that of a second entrance on another road.

    CIM ``Location.secondaryAddress``.
    """

    status: Status | None = None
    """State of the location, such as in use or demolished, in words the partners agree on.

    CIM ``Location.status``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ServiceLocation",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("access_method", "accessMethod", "xs:string"),
            Member("direction", "direction", "xs:string"),
            Member("geo_info_reference", "geoInfoReference", "xs:string"),
            Member("needs_inspection", "needsInspection", "xs:boolean"),
            Member("site_access_problem", "siteAccessProblem", "xs:string"),
            Member("type", "type", "xs:string"),
            Member("coordinate_system", "CoordinateSystem", "CoordinateSystem"),
            Member("electronic_address", "electronicAddress", "ElectronicAddress"),
            Member("main_address", "mainAddress", "StreetAddress"),
            Member("names", "Names", "Name", high=None),
            Member("phone1", "phone1", "TelephoneNumber"),
            Member("phone2", "phone2", "TelephoneNumber"),
            Member("position_points", "PositionPoints", "PositionPoint", high=None),
            Member("secondary_address", "secondaryAddress", "StreetAddress"),
            Member("status", "status", "Status"),
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

    kind: str | None = None
    """What the factor stands for: current transformer, voltage transformer or both together.

    In CustomerMeterDataSet it is a reference and its ref is expected to hold the kind, such as ctRatio; elsewhere
    the kind is written out. CIM ``ServiceMultiplier.kind``.
    """

    value: float | None = None
    """The factor as a plain number: a 200:5 current transformer is usually stated as 40.

    CIM ``ServiceMultiplier.value``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ServiceMultiplier",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("kind", "kind", "@ref"),
            Member("value", "value", "xs:float"),
            Member("names", "Names", "Name", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ServiceSupplier(Element):
    """Company that provides a service to customers, either as network utility or as retailer.

    CIM class ``ServiceSupplier``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    issuer_identification_number: str | None = None
    """Number registered under ISO/IEC 7812 that marks the supplier in electronic payment transactions.

    A number in form, but keep it as text because of leading zeros. CIM
    ``ServiceSupplier.issuerIdentificationNumber``.
    """

    kind: SupplierKind | None = None
    """Part the supplier plays in the market: utility, retailer or other.

    CIM ``ServiceSupplier.kind``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    organisation: Organisation | None = None
    """Organisation or person behind the role, with name, phones and addresses.

    CIM ``OrganisationRole.Organisation``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "ServiceSupplier",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("issuer_identification_number", "issuerIdentificationNumber", "xs:string"),
            Member("kind", "kind", "SupplierKind"),
            Member("names", "Names", "Name", high=None),
            Member("organisation", "Organisation", "Organisation"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Tariff(Element):
    """Set of prices in force for a period, as part of a pricing structure.

    The actual prices sit further down, in the tariff profiles and their charges. CIM class ``Tariff``. IEC 61968-9
    edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    created_date_time: dt.datetime | None = None
    """Instant the record was made.

    Not the date of signing, nor the start of validity. CIM ``Document.createdDateTime``.
    """

    end_date: dt.date | None = None
    """Last date of validity as stated by the sender.

    Absence normally means open-ended; agree whether the day itself still counts. CIM ``Tariff.endDate``.
    """

    last_modified_date_time: dt.datetime | None = None
    """Instant of the latest change to the record.

    Helps to tell the newer of two copies. CIM ``Document.lastModifiedDateTime``.
    """

    revision_number: str | None = None
    """Version of the record, as counted by the system that owns it.

    Text, so 10 does not sort after 9 by itself. CIM ``Document.revisionNumber``.
    """

    start_date: dt.date | None = None
    """Date from which the prices apply.

    It is a date without time, so the local day of the utility is presumably meant. CIM ``Tariff.startDate``.
    """

    subject: str | None = None
    """What the record is about, in a few words.

    CIM ``Document.subject``.
    """

    title: str | None = None
    """Heading under which people know the record.

    CIM ``Document.title``.
    """

    type: str | None = None
    """Class of record in the utility's own scheme, such as a kind of account or contract.

    CIM ``Document.type``.
    """

    doc_status: Status | None = None
    """Where the paperwork stands, such as draft, approved or withdrawn.

    What it deals with has its own state in status. CIM ``Document.docStatus``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    status: Status | None = None
    """State of what is recorded, such as an open account or completed work.

    Progress of the paperwork goes into docStatus. CIM ``Document.status``.
    """

    tariff_profiles: list[TariffProfile] = field(factory=list)
    """Schedules that say which charge applies at what consumption or time of day.

    A transaction carries profiles without their blocks and bands. CIM ``Tariff.TariffProfiles``.
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

    It lists consumption blocks, time-of-day bands or both. CIM class ``TariffProfile``. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    created_date_time: dt.datetime | None = None
    """Instant the record was made.

    Not the date of signing, nor the start of validity. CIM ``Document.createdDateTime``.
    """

    last_modified_date_time: dt.datetime | None = None
    """Instant of the latest change to the record.

    Helps to tell the newer of two copies. CIM ``Document.lastModifiedDateTime``.
    """

    revision_number: str | None = None
    """Version of the record, as counted by the system that owns it.

    Text, so 10 does not sort after 9 by itself. CIM ``Document.revisionNumber``.
    """

    subject: str | None = None
    """What the record is about, in a few words.

    CIM ``Document.subject``.
    """

    tariff_cycle: str | None = None
    """How often the schedule starts afresh, for example daily or monthly, as free text.

    Block consumption is counted anew in each cycle. CIM ``TariffProfile.tariffCycle``.
    """

    title: str | None = None
    """Heading under which people know the record.

    CIM ``Document.title``.
    """

    type: str | None = None
    """Class of record in the utility's own scheme, such as a kind of account or contract.

    CIM ``Document.type``.
    """

    consumption_tariff_intervals: list[ConsumptionTariffInterval] = field(factory=list)
    """Blocks of a stepped tariff, where the price depends on consumption so far in the cycle.

    CIM ``TariffProfile.ConsumptionTariffIntervals``.
    """

    doc_status: Status | None = None
    """Where the paperwork stands, such as draft, approved or withdrawn.

    What it deals with has its own state in status. CIM ``Document.docStatus``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    status: Status | None = None
    """State of what is recorded, such as an open account or completed work.

    Progress of the paperwork goes into docStatus. CIM ``Document.status``.
    """

    time_tariff_intervals: list[TimeTariffInterval] = field(factory=list)
    """Time-of-use bands, where the price depends on the hour of the day.

    CIM ``TariffProfile.TimeTariffIntervals``.
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

    CIM class ``TimeTariffInterval``. IEC 61968-9 edition 2.
    """

    sequence_number: int | None = None
    """Position of the band in the daily schedule, in ascending order of start time.

    CIM ``TimeTariffInterval.sequenceNumber``.
    """

    start_time: dt.time | None = None
    """Time of day at which the band begins.

    Often without a zone, so check whether local time and daylight saving are meant. CIM
    ``TimeTariffInterval.startTime``.
    """

    charges: list[Charge] = field(factory=list)
    """Charges in force during the time band.

    CIM ``TimeTariffInterval.Charges``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "TimeTariffInterval",
        (
            Member("sequence_number", "sequenceNumber", "xs:integer"),
            Member("start_time", "startTime", "xs:time"),
            Member("charges", "Charges", "Charge", high=None),
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

    customer_agreement: CustomerAgreement | None = None
    """Contract under which service is taken here, given with its customer and account.

    CIM ``UsagePoint.CustomerAgreement``.
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

    service_category: UsagePointServiceCategory | None = None
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

    usage_point_locations: UsagePointLocation | None = None
    """Exact spot of the point with address and coordinates.

    CustomerMeterDataSet spells it in the plural; UsagePointConfig has the singular and identity only. CIM
    ``UsagePoint.UsagePointLocations``.
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
            Member("customer_agreement", "CustomerAgreement", "CustomerAgreement"),
            Member("equipments", "Equipments", "TransformerTank"),
            Member("metrology_requirements", "MetrologyRequirements", "MetrologyRequirement", high=None),
            Member("names", "Names", "Name", high=None),
            Member("pricing_structures", "PricingStructures", "PricingStructure"),
            Member("service_category", "ServiceCategory", "UsagePointServiceCategory"),
            Member("service_location", "ServiceLocation", "ServiceLocation"),
            Member("service_multipliers", "ServiceMultipliers", "ServiceMultiplier", high=None),
            Member("service_supplier", "ServiceSupplier", "ServiceSupplier"),
            Member("usage_point_locations", "UsagePointLocations", "UsagePointLocation"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class UsagePointLocation(Element):
    """Exact spot of a usage point, such as a cellar or street cabinet.

    Finer than the service location, which is the premises as a whole. CIM class ``UsagePointLocation``. IEC 61968-9
    edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    access_method: str | None = None
    """How to get to the meter itself, for example through the basement with a caretaker's key.

    CIM ``UsagePointLocation.accessMethod``.
    """

    direction: str | None = None
    """Hint on which way to look for the equipment once on site, for example 'rear wall, left of the gate'.

    CIM ``Location.direction``.
    """

    geo_info_reference: str | None = None
    """Key of this place in a geographic information system, often one outside the utility.

    CIM ``Location.geoInfoReference``.
    """

    remark: str | None = None
    """Note that helps to find or work on the installation.

    CIM ``UsagePointLocation.remark``.
    """

    site_access_problem: str | None = None
    """What stands in the way at the spot, such as a blocked cupboard or a high wall mounting.

    CIM ``UsagePointLocation.siteAccessProblem``.
    """

    type: str | None = None
    """Utility's own category of place, such as house, flat, pumping station or pole.

    No standard list exists. CIM ``Location.type``.
    """

    coordinate_system: CoordinateSystem | None = None
    """Reference system that gives meaning to the coordinates in PositionPoints.

    CIM ``Location.CoordinateSystem``.
    """

    electronic_address: ElectronicAddress | None = None
    """E-mail, web or network contact for the place itself rather than for the customer.

    CIM ``Location.electronicAddress``.
    """

    main_address: StreetAddress | None = None
    """Street address of the place.

    Bills may go elsewhere; the mailing address belongs to the Organisation. CIM ``Location.mainAddress``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    phone1: TelephoneNumber | None = None
    """Telephone number to call first about access to the site.

    CIM ``Location.phone1``.
    """

    phone2: TelephoneNumber | None = None
    """Second telephone number for the site, for when nobody answers the first.

    CIM ``Location.phone2``.
    """

    position_points: list[PositionPoint] = field(factory=list)
    """Coordinates of the place: a single point, or several for a line or outline.

    CIM ``Location.PositionPoints``.
    """

    secondary_address: StreetAddress | None = None
    """Another street address of the same place, for instance that of a second entrance on another road.

    CIM ``Location.secondaryAddress``.
    """

    status: Status | None = None
    """State of the location, such as in use or demolished, in words the partners agree on.

    CIM ``Location.status``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "UsagePointLocation",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("access_method", "accessMethod", "xs:string"),
            Member("direction", "direction", "xs:string"),
            Member("geo_info_reference", "geoInfoReference", "xs:string"),
            Member("remark", "remark", "xs:string"),
            Member("site_access_problem", "siteAccessProblem", "xs:string"),
            Member("type", "type", "xs:string"),
            Member("coordinate_system", "CoordinateSystem", "CoordinateSystem"),
            Member("electronic_address", "electronicAddress", "ElectronicAddress"),
            Member("main_address", "mainAddress", "StreetAddress"),
            Member("names", "Names", "Name", high=None),
            Member("phone1", "phone1", "TelephoneNumber"),
            Member("phone2", "phone2", "TelephoneNumber"),
            Member("position_points", "PositionPoints", "PositionPoint", high=None),
            Member("secondary_address", "secondaryAddress", "StreetAddress"),
            Member("status", "status", "Status"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class UsagePointServiceCategory(Element):
    """Service category as embedded in CustomerMeterDataSet, for its usage point and contract.

    Carries the same content as ServiceCategory under another type name. CIM class ``ServiceCategory``. IEC 61968-9
    edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough. CIM ``IdentifiedObject.mRID``.
    """

    kind: ServiceKind | None = None
    """Which service this is.

    A gas meter and an electricity meter in one house belong to two usage points that differ here. CIM
    ``ServiceCategory.kind``.
    """

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name. CIM ``IdentifiedObject.Names``.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "UsagePointServiceCategory",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("kind", "kind", "ServiceKind"),
            Member("names", "Names", "Name", high=None),
        ),
    )
