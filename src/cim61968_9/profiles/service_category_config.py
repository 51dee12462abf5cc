# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: ServiceCategoryConfig.xsd, sha256 9340ef143dbfa236d8540f76e57c24e31c69ae1707cba7d971b9b467420a47c2
"""The classes of ServiceCategoryConfig: message that creates, changes or deletes the kinds of service a utility
offers.
"""

from __future__ import annotations

from cim61968_9._generated.common.identity import ConfigurationEvent, Name, NameType, NameTypeAuthority, Status
from cim61968_9._generated.common.selection import ServiceKind
from cim61968_9._generated.service_category_config import ServiceCategory, ServiceCategoryConfig

__all__ = [
    "ConfigurationEvent",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "ServiceCategory",
    "ServiceCategoryConfig",
    "ServiceKind",
    "Status",
]
