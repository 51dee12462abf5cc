# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: GetUsagePointLocationConfig.xsd, sha256 ea1627487656941e9c08092795a6b210c2a399a8138dd93eb1f99835895d40ef
"""The classes of GetUsagePointLocationConfig: query for the exact spots of usage points."""

from __future__ import annotations

from cim61968_9._generated.common.identity import Name, NameType, NameTypeAuthority, UsagePoint
from cim61968_9._generated.common.places import UsagePointLocation
from cim61968_9._generated.get_usage_point_location_config import GetUsagePointLocationConfig

__all__ = [
    "GetUsagePointLocationConfig",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "UsagePoint",
    "UsagePointLocation",
]
