"""Prepayment: a debt is agreed, a customer pays at a shop, and the credit goes to the meter, at the second try.

create(AuxiliaryAgreementConfig) -> reply; created(TransactionRecord) and created(ReceiptRecord) from the shop;
create(EndDeviceControls) -> reply FAILED 7.5, no user is named; again -> reply -> created(EndDeviceEvents) with 79, an
error; and again -> with 44, done. They are the last field of the code, in place of that of the control.
"""

from __future__ import annotations

from decimal import Decimal

from simulated import Line, System

import cim61968_9 as cim
from cim61968_9.profiles import auxiliary_agreement_config as debts, receipt_record as receipts
from cim61968_9.profiles.end_device_controls import EndDevice, EndDeviceControl
from cim61968_9.profiles.end_device_events import Asset, EndDeviceEvent, EndDeviceEventDetail
from cim61968_9.profiles.transaction_record import (
    CustomerAccount,
    LineDetail,
    Meter,
    Receipt,
    Transaction,
    TransactionKind,
)

CREDIT = "3.20.22.13"
PROCESSED, ERROR = "44", "79"  # the end of the code in the result
METER, ACCOUNT, RECEIPT = "NM-E-0041885", "NM-CA-55012", "NM-R-0093311"


def main() -> Line:
    """Play the exchange and print its messages."""
    line = Line("Prepayment", "2026-01-14T12:05:00+00:00")
    cis, pos, hes = (line.system(f"Northmoor-{name}") for name in ("CIS", "POS", "HES"))

    agreed = cim.create(cim.AuxiliaryAgreementConfig(auxiliary_agreement=[debt(line)]), sender=cis.sender)
    pos.send(cim.reply(cis.send(agreed, to=pos).message, sender=pos.sender), to=cis)

    line.wait(days=3)
    pos.send(cim.event("created", sale(line), sender=pos.sender), to=cis)
    pos.send(cim.event("created", receipt(line), sender=pos.sender), to=cis)

    desk = cim.Service({"create": ["EndDeviceControls"]}, permits=may_give_credit, sender=hes.sender)
    asked = cis.send(credit(cis), to=hes).message
    hes.send(desk.examine(cim.to_bytes(asked)).refusal, to=cis)
    for end, details in ((ERROR, {"Cause": "relay busy"}), (PROCESSED, {"Credit amount": "16.00"})):
        accepted = cis.send(credit(cis, user="vending"), to=hes, expect_events=1).message
        assert desk.examine(cim.to_bytes(accepted)).ok
        hes.send(cim.reply(accepted, sender=hes.sender), to=cis)
        line.wait(minutes=2)
        hes.send(cim.event("created", result(line, end, details), caused_by=accepted, sender=hes.sender), to=cis)
    return line


def may_give_credit(header: cim.Header) -> bool:
    """Tell whether the head-end lets a user change the credit of meters."""
    return header.user is not None and header.user.user_id == "vending"


def debt(line: Line) -> debts.AuxiliaryAgreement:
    """Return the agreement that a fifth of each payment goes to an old debt."""
    account = cim.named(debts.AuxiliaryAccount, "NM-XA-0711")
    account.balance, account.principle_amount = Decimal("84.00"), Decimal("120.00")
    made = cim.named(debts.AuxiliaryAgreement, "NM-X-0711")
    made.type, made.vend_portion, made.sign_date, made.auxiliary_accounts = "arrears", 20, line.now.date(), [account]
    made.customer_agreement = cim.named(debts.CustomerAgreement, "NM-A-1180")
    return made


def sale(line: Line) -> cim.TransactionRecord:
    """Return what was sold: credit for the meter, and a part that goes to the debt."""
    made = []
    for kind, amount, note in (("tokenSalePayment", "16.00", "credit"), ("auxiliaryChargePayment", "4.00", "arrears")):
        paid = LineDetail(amount=Decimal(amount), date_time=line.now, note=note)
        one = Transaction(kind=TransactionKind(kind), line=paid, customer_account=cim.named(CustomerAccount, ACCOUNT))
        one.meter, one.receipt = cim.named(Meter, METER), cim.named(Receipt, RECEIPT)
        made.append(one)
    made[0].service_units_energy = 56.3
    return cim.TransactionRecord(transaction=made)


def receipt(line: Line) -> cim.ReceiptRecord:
    """Return the receipt of the shop, over the whole amount."""
    made = cim.named(receipts.Receipt, RECEIPT)
    made.is_bankable, made.line = True, receipts.LineDetail(amount=Decimal("20.00"), date_time=line.now)
    made.tenders = [receipts.Tender(kind=receipts.TenderKind.cash, amount=Decimal("50.00"), change=Decimal("30.00"))]
    return cim.ReceiptRecord(receipt=[made])


def credit(cis: System, user: str | None = None) -> cim.RequestMessage:
    """Return the order to add the credit; for its amount the noun has no place, so partners agree on an option."""
    control = EndDeviceControl(end_device_control_type=CREDIT, end_devices=[cim.named(EndDevice, METER)])
    control.mrid, control.issuer_id, control.issuer_tracking_id = cis.sender.new_id(), cis.name, RECEIPT
    content = cim.EndDeviceControls(end_device_control=[control])
    return cim.create(content, options={"Credit amount": "16.00"}, user=user, sender=cis.sender)


def result(line: Line, end: str, details: dict[str, str]) -> cim.EndDeviceEvents:
    """Return how the meter took the credit."""
    code = f"{CREDIT.rpartition('.')[0]}.{end}"
    event = EndDeviceEvent(created_date_time=line.now, end_device_event_type=code, assets=cim.named(Asset, METER))
    event.issuer_tracking_id = RECEIPT
    event.end_device_event_details = [EndDeviceEventDetail(name=name, value=value) for name, value in details.items()]
    return cim.EndDeviceEvents(end_device_event=[event])


if __name__ == "__main__":
    main()
