# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: GetUsagePointLocationConfig.xsd, sha256 ea1627487656941e9c08092795a6b210c2a399a8138dd93eb1f99835895d40ef
"""GetUsagePointLocationConfig: query for the exact spots of usage points."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from cim61968_9.model import Element, Member, XmlType
from cim61968_9._generated.common.identity import Name, NameType, NameTypeAuthority, UsagePoint
from cim61968_9._generated.common.places import UsagePointLocation

__all__ = [
    "GetUsagePointLocationConfig",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "UsagePoint",
    "UsagePointLocation",
]


@define(slots=True, kw_only=True, repr=False, eq=False)
class GetUsagePointLocationConfig(Element):
    """Query for the exact spots of usage points.

    The answer comes as UsagePointLocationConfig. IEC 61968-9 edition 2.
    """

    usage_point: list[UsagePoint] = field(factory=list)
    """Usage points whose spots are wanted; none means no restriction by usage point.

    Confidence of this member: low.
    """

    usage_point_location: list[UsagePointLocation] = field(factory=list)
    """Spots asked for directly, by mRID or Names; none means all that fit the usage points given."""

    __xml__: ClassVar[XmlType] = XmlType(
        "GetUsagePointLocationConfig",
        (
            Member("usage_point", "UsagePoint", "UsagePoint", high=None),
            Member("usage_point_location", "UsagePointLocation", "UsagePointLocation", high=None),
        ),
    )
