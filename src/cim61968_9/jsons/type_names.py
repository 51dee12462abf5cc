"""The names of classes in JSON, as ``$type`` has them, and back.

- ``MeterReadings``: the root of one of the library's profiles, or a kind of envelope;
- ``MeterReadings.Meter``: a class inside of it;
- ``common.Name``: a class that several of the library's profiles share;
- ``{urn:example:acme}Report`` and ``{urn:example:acme}Report.Part``: classes of packages that were made known with
  ``cim.register``.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import Any

from ..model import Element, OpenEnum
from ..nouns import ENVELOPES, PROFILES, Profile, registry

__all__ = ["all_profiles", "class_called", "name_of", "named_base"]

_COMMON = "cim61968_9._generated.common"
_names: dict[type, tuple[int, str | None]] = {}


def all_profiles() -> Iterator[Profile]:
    """Yield every root element that is known: envelopes, the library's payloads, and what was registered."""
    yield from ENVELOPES.values()
    yield from PROFILES.values()
    yield from (profile for profile in registry._by_class.values() if not _is_own(profile))


def name_of(cls: type) -> str | None:
    """Return the name of a class, None when it belongs to no root that is known."""
    if not hasattr(cls, "__xml__") and (not issubclass(cls, OpenEnum) or cls is OpenEnum):
        return None
    version, name = _names.get(cls, (-1, None))
    if name is None and version != registry.version:  # what had no name may have got one since
        name = _found_name(cls)
        _names[cls] = registry.version, name
    return name


def named_base(cls: type) -> type | None:
    """Return the nearest class that has a name: the class itself, or one that it extends."""
    return next((base for base in cls.__mro__ if name_of(base) is not None), None)


def _is_own(profile: Profile) -> bool:
    return PROFILES.get(profile.name) is profile or ENVELOPES.get(profile.name) is profile


def _root_name(profile: Profile) -> str:
    return profile.name if _is_own(profile) else f"{{{profile.namespace}}}{profile.name}"


def _found_name(cls: type) -> str | None:
    module, name = cls.__module__, cls.__name__
    if module.startswith(f"{_COMMON}."):
        return f"common.{name}"
    beside = [profile for profile in all_profiles() if profile.module == module]
    for profile in beside:
        if profile.class_name == name and profile.cls is cls:
            return _root_name(profile)
    # of several roots in a module the one that the schema is named after
    beside.sort(key=lambda profile: profile.schema.rpartition(".")[0] != profile.name)
    beside += [profile for profile in all_profiles() if not _is_own(profile) and profile.module != module]
    for profile in beside:
        if vars(importlib.import_module(profile.module)).get(name) is cls:
            return f"{_root_name(profile)}.{name}"
    return None


@cache
def _common() -> dict[str, Any]:
    package = importlib.import_module(_COMMON)
    modules = [importlib.import_module(f"{_COMMON}.{one.name}") for one in pkgutil.iter_modules(package.__path__)]
    return {
        name: value
        for module in modules
        for name, value in vars(module).items()
        if getattr(value, "__module__", None) == module.__name__
    }


def class_called(name: str) -> type[Element] | None:
    """Return the message class of a name, None when there is none."""
    profile = _profile_called(name)
    if profile is not None:
        return profile.cls
    root, _, inner = name.rpartition(".")
    if root == "common":
        return _element(_common().get(inner))
    profile = _profile_called(root)
    return None if profile is None else _element(vars(importlib.import_module(profile.module)).get(inner))


def _profile_called(name: str) -> Profile | None:
    if name.startswith("{"):
        namespace, _, local = name[1:].rpartition("}")
        return next(
            (one for one in all_profiles() if (one.namespace, one.name) == (namespace, local) and not _is_own(one)),
            None,
        )
    return ENVELOPES.get(name) or PROFILES.get(name)


def _element(found: Any) -> type[Element] | None:
    return found if isinstance(found, type) and issubclass(found, Element) and found is not Element else None
