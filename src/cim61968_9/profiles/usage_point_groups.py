# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: UsagePointGroups.xsd, sha256 a6f3d97ff3f1c73f7c6251663e26950f40e5458f32403ed72961649b1e8d66d2
"""The classes of UsagePointGroups: message that keeps groups of usage points aligned between head-end, MDM and load
management.
"""

from __future__ import annotations

from cim61968_9._generated.common.identity import Name, NameType, NameTypeAuthority, UsagePoint
from cim61968_9._generated.common.selection import DemandResponseProgram
from cim61968_9._generated.usage_point_groups import UsagePointGroup, UsagePointGroups

__all__ = [
    "DemandResponseProgram",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "UsagePoint",
    "UsagePointGroup",
    "UsagePointGroups",
]
