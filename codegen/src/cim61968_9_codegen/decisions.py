"""Reads the decision tables: how things are called, which behaviour they get, what is shared."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

from attrs import frozen

from .names import SHADOWED, identifier, safe, snake_case

__all__ = ["Decisions", "snake_case"]


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
        found = safe(identifier(renamed))
        return f"{found}_" if found in SHADOWED else found

    def member_name(self, tag: str) -> str:
        """Return the Python name of an element or attribute."""
        name: str = self.naming["members"].get(tag) or snake_case(tag)
        return safe(identifier(name).lstrip("_"), "n")

    def wildcard_name(self, type_name: str) -> str:
        """Return the Python name of the wildcard of a complex type."""
        table = self.naming["wildcards"]
        name: str = table.get(type_name, table["*"])
        return name

    def mixin(self, schema: str, class_name: str, members: Mapping[str, str]) -> str | None:
        """Return the name of the mixin a class inherits, or None.

        ``members`` are the annotations of the class by name. A class whose member is not what the mixin works on does
        not get it, whatever its name is; nor does one without that member, unless the table names its schema.
        """
        mixins = self.naming["mixins"]
        named: str | None = mixins.get(schema, {}).get(class_name)
        found: str | None = named
        if found is None and schema not in self.sharing["private"]:
            found = mixins["*"].get(class_name)
        if found is None:
            return None
        name, allowed = self.naming["needs"][found]
        hint = members.get(name)
        return found if hint in allowed or (hint is None and named is not None) else None

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
