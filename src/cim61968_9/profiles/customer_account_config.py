# Generated code: do not edit.
# Generator: nox -s codegen
# Schema: CustomerAccountConfig.xsd, sha256 613523548cd17e568038db5ac44d0f068b28cdcd1a90886cd8488a84954c3a5f
"""The classes of CustomerAccountConfig: message that creates, changes or deletes customer accounts, usually sent
from CIS to other systems.
"""

from __future__ import annotations

from cim61968_9._generated.common.identity import ConfigurationEvent, Name, NameType, NameTypeAuthority, Status
from cim61968_9._generated.customer_account_config import CustomerAccount, CustomerAccountConfig

__all__ = [
    "ConfigurationEvent",
    "CustomerAccount",
    "CustomerAccountConfig",
    "Name",
    "NameType",
    "NameTypeAuthority",
    "Status",
]
