# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: UsagePointConfig.xsd, sha256 f5b7699163947c20463cf63512d1891f543f44bcdadef90fc1423dfc3e4c76cd
"""The classes of UsagePointConfig: message that creates, changes or deletes usage points, or answers
GetUsagePointConfig.
"""

from __future__ import annotations

from cim61968_9._generated.common.identity import ConfigurationEvent, Name, NameType, NameTypeAuthority, Status
from cim61968_9._generated.common.places import (
    AmiBillingReadyKind,
    PhaseCode,
    ServiceLocation,
    ServiceMultiplierKind,
    TransformerTank,
    UsagePointConnectedKind,
    UsagePointLocation,
)
from cim61968_9._generated.common.readings import (
    RationalNumber,
    ReadingInterharmonic,
    ReadingReasonKind,
    ReadingType,
)
from cim61968_9._generated.common.selection import (
    PricingStructure,
    ServiceCategory,
    ServiceKind,
    ServiceSupplier,
    SupplierKind,
)
from cim61968_9._generated.usage_point_config import (
    MetrologyRequirement,
    ServiceMultiplier,
    ServiceMultiplierName,
    UsagePoint,
    UsagePointConfig,
)

__all__ = [
    "AmiBillingReadyKind",
    "ConfigurationEvent",
    "MetrologyRequirement",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "PhaseCode",
    "PricingStructure",
    "RationalNumber",
    "ReadingInterharmonic",
    "ReadingReasonKind",
    "ReadingType",
    "ServiceCategory",
    "ServiceKind",
    "ServiceLocation",
    "ServiceMultiplier",
    "ServiceMultiplierKind",
    "ServiceMultiplierName",
    "ServiceSupplier",
    "Status",
    "SupplierKind",
    "TransformerTank",
    "UsagePoint",
    "UsagePointConfig",
    "UsagePointConnectedKind",
    "UsagePointLocation",
]
