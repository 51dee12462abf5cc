# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: GetPricingStructureConfig.xsd, sha256 12063c7f77e163c03470e6c9bd70640bdaf83e0f1cf4e5c90fb10a34c04d40e7
"""GetPricingStructureConfig: query for pricing structures and their tariffs."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._generated.common.identity import Name, NameType, NameTypeAuthority
from cim61968_9._generated.common.selection import PricingStructure

__all__ = [
    "GetPricingStructureConfig",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "PricingStructure",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class GetPricingStructureConfig(Element):
    """Query for pricing structures and their tariffs.

    The answer comes as a PricingStructureConfig message. IEC 61968-9 edition 2.
    """

    pricing_structure: list[PricingStructure] = field(factory=list)
    """Pricing structures that are wanted, named by mRID, code or Names.

    None means no restriction.
    """

    __xml__: ClassVar[XmlType] = XmlType(
        "GetPricingStructureConfig",
        (
            Member("pricing_structure", "PricingStructure", "PricingStructure", high=None),
        ),
    )
