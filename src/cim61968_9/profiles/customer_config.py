# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: CustomerConfig.xsd, sha256 c2b5cd8d28f651141f9567f9ea0a861d769256e3d632bdb095e52703a9f466c7
"""The classes of CustomerConfig: message that creates, changes or deletes customer records: kind, special needs,
contact data.
"""

from __future__ import annotations

from cim61968_9._generated.common.devices import ElectronicAddress
from cim61968_9._generated.common.identity import ConfigurationEvent, Name, NameType, NameTypeAuthority, Status
from cim61968_9._generated.common.places import (
    Organisation,
    PostalAddress,
    StreetAddress,
    StreetDetail,
    TelephoneNumber,
    TownDetail,
)
from cim61968_9._generated.common.selection import CustomerKind
from cim61968_9._generated.customer_config import Customer, CustomerConfig

__all__ = [
    "ConfigurationEvent",
    "Customer",
    "CustomerConfig",
    "CustomerKind",
    "ElectronicAddress",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "Organisation",
    "PostalAddress",
    "Status",
    "StreetAddress",
    "StreetDetail",
    "TelephoneNumber",
    "TownDetail",
]
