# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: AuxiliaryAgreementConfig.xsd, sha256 0b98ea44488d1e05dbca72a123580f20a0490204948e3e9346a1e6e21bd9c0c3
"""The classes of AuxiliaryAgreementConfig: master data of debt and levy agreements, sent from the customer system
to vending.
"""

from __future__ import annotations

from cim61968_9._generated.auxiliary_agreement_config import AuxiliaryAgreement, AuxiliaryAgreementConfig
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
