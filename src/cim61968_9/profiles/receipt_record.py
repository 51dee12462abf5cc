# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: ReceiptRecord.xsd, sha256 f6946506f173260396d082c3d28195973037d653e5417b5ac8d0e45407f9bd9e
"""The classes of ReceiptRecord: report of payments taken at points of sale."""

from __future__ import annotations

from cim61968_9._generated.common.devices import ElectronicAddress
from cim61968_9._generated.common.identity import DateTimeInterval, Name, NameType, NameTypeAuthority, Status
from cim61968_9._generated.common.payments import (
    Cashier,
    CashierShift,
    LineDetail,
    MerchantAccount,
    MerchantAgreement,
    PointOfSale,
    Transactor,
    Vendor,
    VendorShift,
)
from cim61968_9._generated.receipt_record import (
    BankAccountDetail,
    Card,
    Cheque,
    ChequeKind,
    Receipt,
    ReceiptRecord,
    Tender,
    TenderKind,
)

__all__ = [
    "BankAccountDetail",
    "Card",
    "Cashier",
    "CashierShift",
    "Cheque",
    "ChequeKind",
    "DateTimeInterval",
    "ElectronicAddress",
    "LineDetail",
    "MerchantAccount",
    "MerchantAgreement",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "PointOfSale",
    "Receipt",
    "ReceiptRecord",
    "Status",
    "Tender",
    "TenderKind",
    "Transactor",
    "Vendor",
    "VendorShift",
]
