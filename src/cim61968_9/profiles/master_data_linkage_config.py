# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: MasterDataLinkageConfig.xsd, sha256 ca74010e753b5e35e18365552628524f59013cbab513ef23d2f69ccd2b9b9365
"""The classes of MasterDataLinkageConfig: message that ties existing objects together, such as meter to usage point
to customer.
"""

from __future__ import annotations

from cim61968_9._generated.common.identity import (
    ConfigurationEvent,
    Name,
    NameType,
    NameTypeAuthority,
    Status,
    UsagePoint,
)
from cim61968_9._generated.common.places import ServiceLocation, TransformerTank, UsagePointLocation
from cim61968_9._generated.common.selection import CustomerAccount, CustomerAgreement, EndDevice, Meter
from cim61968_9._generated.customer_agreement_config import Customer
from cim61968_9._generated.master_data_linkage_config import (
    AuxiliaryAgreement,
    ComModule,
    MasterDataLinkageConfig,
    PricingStructure,
    ServiceSupplier,
)

__all__ = [
    "AuxiliaryAgreement",
    "ComModule",
    "ConfigurationEvent",
    "Customer",
    "CustomerAccount",
    "CustomerAgreement",
    "EndDevice",
    "MasterDataLinkageConfig",
    "Meter",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "PricingStructure",
    "ServiceLocation",
    "ServiceSupplier",
    "Status",
    "TransformerTank",
    "UsagePoint",
    "UsagePointLocation",
]
