"""What strategies are called with: classes by themselves or by name, and bounds; mistakes are told at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

from .._hints import perhaps
from ..model import Element
from ..nouns import ENVELOPES, NOUNS, PROFILES, registry

__all__ = ["class_named", "kind_named", "name_of", "noun_named", "profile_named", "zone_given"]


def name_of(given: Any) -> str:
    """Return the name of a noun, a Get profile or a kind of message, which is given as such or by its class.

    Raises:
        TypeError: It is neither a name nor such a class.
    """
    if isinstance(given, str):
        return given
    if isinstance(given, type) and issubclass(given, Element):
        known = registry.of_class(given)
        return known.name if known is not None else given.__name__
    raise TypeError(f"found {given!r}, expected a class such as MeterReadings, or its name")


def class_named(given: Any) -> type[Element]:
    """Return a message class that is given by itself, or by name where it is that of a noun or a kind of message.

    Raises:
        TypeError: It is neither a name nor such a class.
        LookupError: There is no such name.
    """
    name = name_of(given)
    if not isinstance(given, str):
        found: type[Element] = given
        return found
    for table in (PROFILES, ENVELOPES):
        if name in table:
            return table[name].cls
    hint = perhaps(name, [*PROFILES, *ENVELOPES])
    raise LookupError(f"no noun or kind of message {name!r}{hint}; classes inside of one are given by themselves")


def kind_named(given: Any) -> str:
    """Return the name of a kind of message.

    Raises:
        TypeError: It is neither a name nor a class of a message.
        LookupError: There is no such kind.
    """
    name = name_of(given)
    if name not in ENVELOPES:
        instead = "; objects() and realistic_messages() take nouns" if name in PROFILES else perhaps(name, ENVELOPES)
        raise LookupError(f"no kind of message {name!r}{instead}; expected one of {', '.join(ENVELOPES)}")
    return name


def noun_named(given: Any) -> str:
    """Return the name of a noun.

    Raises:
        TypeError: It is neither a name nor a class of a message.
        LookupError: There is no such noun.
    """
    return _listed(given, NOUNS, "NOUNS")


def profile_named(given: Any) -> str:
    """Return the name of a noun or a Get profile.

    Raises:
        TypeError: It is neither a name nor a class of a message.
        LookupError: There is no such noun.
    """
    return _listed(given, PROFILES, "PROFILES")


def _listed(given: Any, table: Collection[str], where: str) -> str:
    name = name_of(given)
    if name not in table:
        raise LookupError(f"no noun {name!r}{perhaps(name, table) or f'; expected a name in cim61968_9.{where}'}")
    return name


def zone_given(zone: Any) -> dt.tzinfo | None:
    """Return a zone, None where none is given.

    Raises:
        TypeError: It is no zone.
    """
    if zone is not None and not isinstance(zone, dt.tzinfo):
        raise TypeError(f"zone is {zone!r}; expected a tzinfo such as datetime.UTC or ZoneInfo('Europe/Berlin')")
    return zone
