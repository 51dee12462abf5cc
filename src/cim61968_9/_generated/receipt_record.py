# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: ReceiptRecord.xsd, sha256 f6946506f173260396d082c3d28195973037d653e5417b5ac8d0e45407f9bd9e
"""ReceiptRecord: report of payments taken at points of sale."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, OpenEnum, XmlType
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


class ChequeKind(OpenEnum):
    """Sorts of cheque and paper order accepted as payment."""

    bankOrder = "bankOrder"
    """Order drawn on or issued by a bank."""
    other = "other"
    """Paper order of another sort."""
    postalOrder = "postalOrder"
    """Order bought at and paid out by the post."""


class TenderKind(OpenEnum):
    """Means by which a customer pays."""

    card = "card"
    """Credit, debit or similar payment card.

    Details may follow in the Card of the tender.
    """
    cash = "cash"
    """Notes and coins."""
    cheque = "cheque"
    """Payment by cheque or paper order.

    Details may follow in the Cheque of the tender.
    """
    other = "other"
    """Known means of payment outside the list, such as mobile money."""
    unspecified = "unspecified"
    """Means of payment not recorded."""


@define(slots=True, kw_only=True, repr=False, eq=False)
class BankAccountDetail(Element):
    """Identity of a bank account, used here for the account a cheque is drawn on.

    IEC 61968-9 edition 2.
    """

    account_number: str | None = None
    """Number under which the bank keeps the account.

    No format is fixed: it may be national or an IBAN.
    """

    bank_name: str | None = None
    """Bank that keeps the account, in words."""

    branch_code: str | None = None
    """Code that identifies the branch of the bank, such as a sort code."""

    holder_id: str | None = None
    """Identification of the person or company that owns the account, such as a national identity number.

    This is personal data; treat it accordingly.
    """

    holder_name: str | None = None
    """Person or company that owns the bank account."""

    __xml__: ClassVar[XmlType] = XmlType(
        "BankAccountDetail",
        (
            Member("account_number", "accountNumber", "xs:string"),
            Member("bank_name", "bankName", "xs:string"),
            Member("branch_code", "branchCode", "xs:string"),
            Member("holder_id", "holderID", "xs:string"),
            Member("holder_name", "holderName", "xs:string"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Card(Element):
    """Payment card used to settle a receipt, such as a credit or debit card.

    Payment card rules normally forbid passing all of these details on in clear. IEC 61968-9 edition 2.
    """

    account_holder_name: str | None = None
    """Cardholder as printed or encoded on the card."""

    cv_number: str | None = None
    """Verification digits printed on the card.

    Card scheme rules do not allow keeping them after authorisation, so do not expect the field to be filled.
    """

    expiry_date: dt.date | None = None
    """Last date on which the card is valid.

    Cards print only month and year, so the day is a convention of the sender.
    """

    pan: str | None = None
    """Primary account number, the long number of the card.

    Expect it masked or truncated, and never log it in full.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Card",
        (
            Member("account_holder_name", "accountHolderName", "xs:string"),
            Member("cv_number", "cvNumber", "xs:string"),
            Member("expiry_date", "expiryDate", "xs:date"),
            Member("pan", "pan", "xs:string"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Cheque(Element):
    """Cheque or similar paper order handed over as payment.

    IEC 61968-9 edition 2.
    """

    cheque_number: str | None = None
    """Serial number printed on the cheque, as chosen by the issuing bank."""

    date: dt.date | None = None
    """Date written on the cheque.

    It can lie after the day of payment if the cheque is post-dated.
    """

    kind: ChequeKind | None = None
    """Sort of paper order: bank order, postal order or something else."""

    micr_number: str | None = None
    """Machine-readable line at the foot of the cheque, printed in magnetic ink (MICR).

    It usually encodes the bank, account and cheque numbers.
    """

    bank_account_detail: BankAccountDetail | None = None
    """Account the cheque is drawn on."""

    __xml__: ClassVar[XmlType] = XmlType(
        "Cheque",
        (
            Member("cheque_number", "chequeNumber", "xs:string"),
            Member("date", "date", "xs:date"),
            Member("kind", "kind", "ChequeKind"),
            Member("micr_number", "micrNumber", "xs:string"),
            Member("bank_account_detail", "bankAccountDetail", "BankAccountDetail"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Receipt(Element):
    """Proof that a customer paid, with the means of payment used.

    One receipt can cover several transactions, which point to it from the TransactionRecord. IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough.
    """

    is_bankable: bool | None = None
    """True when the money has to be paid in at a bank, as cash or a cheque does.

    False for electronic transfers.
    """

    cashier_shift: CashierShift | None = None
    """Shift of the cashier during which the money was taken."""

    line: LineDetail | None = None
    """Amount, time, rounding and note of the receipt as a whole."""

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name.
    """

    tenders: list[Tender] = field(factory=list)
    """Means of payment handed over, one entry each.

    Part cash and part card gives two entries.
    """

    vendor_shift: VendorShift | None = None
    """Shift of the vendor to which the receipt is counted."""

    __xml__: ClassVar[XmlType] = XmlType(
        "Receipt",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("is_bankable", "isBankable", "xs:boolean"),
            Member("cashier_shift", "CashierShift", "CashierShift"),
            Member("line", "line", "LineDetail"),
            Member("names", "Names", "Name", high=None),
            Member("tenders", "Tenders", "Tender", high=None),
            Member("vendor_shift", "VendorShift", "VendorShift"),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class ReceiptRecord(Element):
    """Report of payments taken at points of sale.

    Vending publishes it so that the customer and finance systems can account for the money. IEC 61968-9 edition 2.
    """

    receipt: list[Receipt] = field(factory=list)
    """Receipts reported by this message, one for each payment taken."""

    __xml__: ClassVar[XmlType] = XmlType(
        "ReceiptRecord",
        (
            Member("receipt", "Receipt", "Receipt", high=None),
        ),
    )


@define(slots=True, kw_only=True, repr=False, eq=False)
class Tender(Element):
    """One means of payment given by the customer towards a receipt, with any change returned.

    IEC 61968-9 edition 2.
    """

    mrid: str | None = None
    """Identifier that is unique everywhere and does not change, usually a UUID.

    Use Names for meter, account or premises numbers. As a rule either is enough.
    """

    amount: Decimal | None = None
    """Money handed over by this means of payment, before change is given back."""

    change: Decimal | None = None
    """Money given back because more was handed over than was to be paid.

    Subtract it to get what was kept.
    """

    kind: TenderKind | None = None
    """How the customer paid: cash, cheque, card or other."""

    card: Card | None = None
    """Details of the card, when the customer paid by card."""

    cheque: Cheque | None = None
    """Details of the cheque, when the customer paid by cheque."""

    names: list[Name] = field(factory=list)
    """Business identifiers of the object, such as a meter number, each with its kind and issuer.

    Type objects, such as a reading type, carry their code here. Where only a reference is allowed, the ref
    attribute holds a name.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "Tender",
        (
            Member("mrid", "mRID", "xs:string"),
            Member("amount", "amount", "xs:decimal"),
            Member("change", "change", "xs:decimal"),
            Member("kind", "kind", "TenderKind"),
            Member("card", "Card", "Card"),
            Member("cheque", "Cheque", "Cheque"),
            Member("names", "Names", "Name", high=None),
        ),
    )
