"""The glossary: what every class, attribute and value means, keyed by CIM class and attribute."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

from attrs import field, frozen

__all__ = ["Glossary", "MissingTextError"]


class MissingTextError(KeyError):
    """No text in the glossary for something a schema declares."""


@frozen
class Glossary:
    """All texts of the library, from the TOML files of this package.

    ``texts`` maps a section (a class, ``enum.NAME`` or ``simple.NAME``) to its texts by member; ``_`` is the text of
    the section itself. ``inherits`` names, for a class, those whose attributes it takes over.
    """

    texts: Mapping[str, Mapping[str, str]] = field(repr=False)
    inherits: Mapping[str, tuple[str, ...]] = field(repr=False, factory=dict)

    @classmethod
    def load(cls) -> Glossary:
        """Read the glossary that comes with this package.

        Raises:
            ValueError: Two files define the same section.
        """
        texts: dict[str, Mapping[str, str]] = {}
        inherits: dict[str, tuple[str, ...]] = {}
        for entry in sorted(resources.files(__package__).joinpath("glossary").iterdir(), key=lambda path: path.name):
            if not entry.name.endswith(".toml"):
                continue
            data: dict[str, Any] = tomllib.loads(entry.read_text(encoding="utf-8"))
            inherits.update({name: tuple(parents) for name, parents in data.pop("inherits", {}).items()})
            for kind in ("enum", "simple"):
                data.update({f"{kind}.{name}": table for name, table in data.pop(kind, {}).items()})
            if twice := texts.keys() & data.keys():
                raise ValueError(f"{entry.name}: sections defined twice: {', '.join(sorted(twice))}")
            texts.update(data)
        return cls(texts, inherits)

    def section(self, name: str, cim: str | None = None) -> str:
        """Return the text of a class, ``enum.NAME`` or ``simple.NAME``, else that of the CIM class behind it.

        Raises:
            MissingTextError: There is none.
        """
        for key in (name, cim):
            if key and "_" in self.texts.get(key, ()):
                return self.texts[key]["_"]
        raise MissingTextError(f"the glossary has no text for {name}; add '_' to [{name}]")

    def member(self, owner: str, name: str, cim: str | None = None) -> str:
        """Return the text of a member: of its own class first, then of its CIM attribute, then by inheritance.

        Raises:
            MissingTextError: There is none.
        """
        for section, key in self._keys(owner, name, cim):
            if key in self.texts.get(section, ()):
                return self.texts[section][key]
        raise MissingTextError(f"the glossary has no text for {owner}.{name}; add '{name}' to [{owner}]")

    def _keys(self, owner: str, name: str, cim: str | None) -> Iterator[tuple[str, str]]:
        yield owner, name
        if cim:
            section, _, key = cim.partition(".")
            yield section, key
        for parent in self.inherits.get(owner, ()):
            yield parent, name
