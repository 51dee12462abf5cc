# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: GetPricingStructureConfig.xsd, sha256 12063c7f77e163c03470e6c9bd70640bdaf83e0f1cf4e5c90fb10a34c04d40e7
"""The classes of GetPricingStructureConfig: query for pricing structures and their tariffs."""

from __future__ import annotations

from cim61968_9._generated.common.identity import Name, NameType, NameTypeAuthority
from cim61968_9._generated.common.selection import PricingStructure
from cim61968_9._generated.get_pricing_structure_config import GetPricingStructureConfig

__all__ = [
    "GetPricingStructureConfig",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "PricingStructure",
]
