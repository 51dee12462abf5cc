"""The nouns and Get profiles: names, namespaces, classes, and how sure their structure is."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from functools import cache
from types import ModuleType
from typing import Any, Literal

from attrs import field, frozen

from ._generated import ROOTS
from ._hints import ByName
from .model import Element

__all__ = ["ENVELOPES", "NOUNS", "PROFILES", "Confidence", "Profile", "Registry", "register", "registry"]

Confidence = Literal["confirmed", "corroborated", "single", "draft", "derived", ""]


@frozen
class Profile:
    """One root element that messages carry: a noun, a Get profile, or a kind of envelope.

    ``confidence`` says how well the structure is known, from ``confirmed`` to ``derived``; ``estimate`` is the share of
    a derived structure that is thought to agree with the published one.
    """

    name: str
    namespace: str
    module: str = field(repr=False)
    class_name: str = field(repr=False)
    schema: str = field(repr=False)
    edition: str
    confidence: Confidence
    evidence: str = field(repr=False)
    estimate: str = field(default="", repr=False)

    @property
    def cls(self) -> type[Element]:
        """The class of the root element; its module is loaded when first asked for."""
        return _class(self.module, self.class_name)

    @property
    def get_profile(self) -> Profile | None:
        """The profile that selects what a get request of this noun wants, None where there is none."""
        return PROFILES.get(f"Get{self.name}")


@cache
def _class(module: str, name: str) -> type[Element]:
    found: type[Element] = getattr(importlib.import_module(module), name)
    return found


class Registry:
    """Finds the class of a root element, and the root element of a class."""

    def __init__(self, profiles: Iterator[Profile]) -> None:
        self.version = 0
        self._by_tag: dict[tuple[str, str], Profile] = {}
        self._by_name: dict[str, Profile] = {}
        self._by_class: dict[tuple[str, str], Profile] = {}
        for profile in profiles:
            self.add(profile)

    def add(self, profile: Profile) -> None:
        """Make a profile known; the first of a name is the one that a foreign namespace resolves to."""
        self.version += 1
        self._by_tag[profile.namespace, profile.name] = profile
        self._by_name.setdefault(profile.name, profile)
        self._by_class[profile.module, profile.class_name] = profile

    def find(self, namespace: str, name: str) -> Profile | None:
        """Return the profile of a root element; by its name alone when the namespace is not known."""
        return self._by_tag.get((namespace, name)) or self._by_name.get(name)

    def of_class(self, cls: type) -> Profile | None:
        """Return the profile whose root element a class, or a base of it, stands for; None when it is no root."""
        for base in cls.__mro__:  # mostly the class itself
            if (found := self._by_class.get((base.__module__, base.__name__))) is not None:
                return found
        return None


def _profiles(rows: tuple[tuple[Any, ...], ...]) -> Iterator[Profile]:
    return (Profile(*row) for row in rows)


_ALL = {profile.name: profile for profile in _profiles(ROOTS)}
ENVELOPES: Mapping[str, Profile] = {name: one for name, one in _ALL.items() if one.schema == "Message.xsd"}
"""The five kinds of envelope by the name of their root element."""
PROFILES: Mapping[str, Profile] = ByName(
    "noun or Get profile", {name: one for name, one in _ALL.items() if name not in ENVELOPES}
)
"""Everything that may stand in a message: the nouns and their Get profiles, by name."""
NOUNS: Mapping[str, Profile] = ByName(
    "noun", {name: one for name, one in PROFILES.items() if not name.startswith("Get")}
)
"""The 25 nouns of IEC 61968-9 edition 2, by name."""
registry = Registry(iter(PROFILES.values()))


def register(package: ModuleType) -> tuple[Profile, ...]:
    """Make the roots of a package known that ``cim61968-9-codegen build`` generated; returns their profiles.

    An element is read into a registered class when namespace and name agree. A name that the library knows already
    keeps its meaning in every other namespace.

    Raises:
        TypeError: The module is not such a package.
    """
    rows = getattr(package, "ROOTS", None)
    if not isinstance(rows, tuple):
        raise TypeError(f"{package!r} has no table ROOTS; expected a package built by 'cim61968-9-codegen build'")
    found = tuple(_profiles(rows))
    for profile in found:
        registry.add(profile)
    return found
