# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: TransactionRecord.xsd, sha256 eea4097284e7ec8d8d548f69d38446d71b1750a0e8df6e829067dbb2e0f1b36a
"""The classes of TransactionRecord: report of sales, payments and tokens handled by a vending system."""

from __future__ import annotations

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
from cim61968_9._generated.transaction_record import (
    PricingStructure,
    Receipt,
    Tariff,
    TariffProfile,
    Transaction,
    TransactionKind,
    TransactionRecord,
    UserAttribute,
)

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
