# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: CustomerAgreementConfig.xsd, sha256 4a54218a6822e9fd414b631447036ddfa7ee5c6ee626a2a036021ece992f46fc
"""The classes of CustomerAgreementConfig: message that creates, changes or deletes supply contracts."""

from __future__ import annotations

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
from cim61968_9._generated.customer_agreement_config import Customer, CustomerAgreement, CustomerAgreementConfig

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
