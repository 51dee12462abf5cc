# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: ServiceSupplierConfig.xsd, sha256 bd3541c1ed1fc2e5824d70f60dd1108ed383aff6e7a7c470405edbf278036ba8
"""The classes of ServiceSupplierConfig: message that creates, changes or deletes suppliers and the contact data of
their organisations.
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
from cim61968_9._generated.common.selection import SupplierKind
from cim61968_9._generated.service_supplier_config import ServiceSupplier, ServiceSupplierConfig

__all__ = [
    "ConfigurationEvent",
    "ElectronicAddress",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "Organisation",
    "PostalAddress",
    "ServiceSupplier",
    "ServiceSupplierConfig",
    "Status",
    "StreetAddress",
    "StreetDetail",
    "SupplierKind",
    "TelephoneNumber",
    "TownDetail",
]
