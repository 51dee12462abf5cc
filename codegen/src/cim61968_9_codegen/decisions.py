"""Reads the decision tables: how things are called, which behaviour they get, what is shared."""

from __future__ import annotations

import builtins
import keyword
import re
import tomllib
from importlib import resources
from typing import Any

from attrs import frozen

__all__ = ["Decisions", "snake_case"]

_WORD_BREAK = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NOT_NAME = re.compile(r"\W")
_RESERVED_IN_ENUMS = {*dir(str), "name", "value"}


def snake_case(name: str) -> str:
    """Put a CIM name into snake case: ``isHvacCompressor`` becomes ``is_hvac_compressor``."""
    return _WORD_BREAK.sub("_", name).lower()


def _table(name: str) -> dict[str, Any]:
    text = resources.files(__package__).joinpath("tables").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@frozen
class Decisions:
    """All naming, behaviour and sharing decisions of one run."""

    naming: dict[str, Any]
    sharing: dict[str, Any]

    @classmethod
    def load(cls) -> Decisions:
        """Read the tables that come with this package."""
        return cls(_table("naming"), _table("sharing"))

    def class_name(self, schema: str, name: str) -> str:
        """Return the Python name of a complex or simple type."""
        renamed: str = self.naming["classes"].get(schema, {}).get(name, name)
        return _safe(_NOT_NAME.sub("_", renamed))

    def member_name(self, tag: str) -> str:
        """Return the Python name of an element or attribute."""
        name: str = self.naming["members"].get(tag) or snake_case(tag)
        return _safe(_NOT_NAME.sub("_", name))

    def wildcard_name(self, type_name: str) -> str:
        """Return the Python name of the wildcard of a complex type."""
        table = self.naming["wildcards"]
        name: str = table.get(type_name, table["*"])
        return name

    def enum_member(self, value: str) -> str:
        """Return the Python name of an enumeration value: the value itself wherever Python allows it."""
        name = _NOT_NAME.sub("_", value) or "empty"
        if name[0].isdigit():
            name = f"_{name}_"
        if name in _RESERVED_IN_ENUMS or (name.startswith("_") and not name.endswith("_")):
            name = f"{name.lstrip('_')}_"
        return _safe(name)

    def mixin(self, schema: str, class_name: str) -> str | None:
        """Return the name of the mixin a class inherits, or None."""
        mixins = self.naming["mixins"]
        found: str | None = mixins.get(schema, {}).get(class_name)
        if found is None and schema not in self.sharing["private"]:
            found = mixins["*"].get(class_name)
        return found

    def topic(self, class_name: str) -> str:
        """Return the module of ``common`` that holds a shared class."""
        topics: dict[str, list[str]] = self.sharing["topics"]
        for topic, names in topics.items():
            if class_name in names:
                return topic
        return list(topics)[-1]

    def is_private(self, schema: str) -> bool:
        """Tell whether a schema keeps its types to itself."""
        return schema in self.sharing["private"]


def _safe(name: str) -> str:
    if not name or name[0].isdigit():
        name = f"_{name}"
    return f"{name}_" if keyword.iskeyword(name) or name in {"None", "True", "False"} else name


# Names that generated annotations use must not be hidden by a class of the same name.
SHADOWED = frozenset(dir(builtins)) | {
    "ClassVar",
    "Decimal",
    "Element",
    "Member",
    "OpenEnum",
    "XmlType",
    "define",
    "field",
    "dt",
}
