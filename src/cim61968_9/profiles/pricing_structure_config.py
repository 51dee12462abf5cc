# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: PricingStructureConfig.xsd, sha256 0ad69fca4672a0e46a0c7c84303fad2c262a58948012fd503e2d9b17876a6739
"""The classes of PricingStructureConfig: price plans with tariffs, blocks, time bands and charges, sent from
billing.
"""

from __future__ import annotations

from cim61968_9._generated.common.identity import ConfigurationEvent, Name, NameType, NameTypeAuthority, Status
from cim61968_9._generated.common.payments import (
    AccountingUnit,
    Charge,
    ChargeKind,
    ChildCharge,
    Currency,
    RevenueKind,
    UnitMultiplier,
)
from cim61968_9._generated.common.selection import ServiceCategory, ServiceKind
from cim61968_9._generated.pricing_structure_config import (
    ConsumptionTariffInterval,
    PricingStructure,
    PricingStructureConfig,
    Tariff,
    TariffProfile,
    TimeTariffInterval,
)

__all__ = [
    "AccountingUnit",
    "Charge",
    "ChargeKind",
    "ChildCharge",
    "ConfigurationEvent",
    "ConsumptionTariffInterval",
    "Currency",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "PricingStructure",
    "PricingStructureConfig",
    "RevenueKind",
    "ServiceCategory",
    "ServiceKind",
    "Status",
    "Tariff",
    "TariffProfile",
    "TimeTariffInterval",
    "UnitMultiplier",
]
