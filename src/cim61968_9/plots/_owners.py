"""Whose values and events they are: meters and usage points, told apart by what identifies them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from ..model import Element
from ..showing.meanings import name_of

__all__ = ["NOBODY", "Owner", "device_of", "owner_of", "told_apart"]

_OF_VALUES = ("meter", "usage_point")
_OF_EVENTS = ("assets", "usage_point")


class Owner(NamedTuple):
    """Whose values these are: what it is called, its mRID, all its names with their types; else the item's number."""

    name: str = ""
    mrid: str = ""
    names: tuple[tuple[str, ...], ...] = ()
    item: int = 0


NOBODY = Owner()
"""Owns what was given without the item that it is of."""


def owner_of(source: Any) -> Owner | None:
    """Return whose values an item holds, None for what is no item.

    That is the meter, else the usage point. An item that says neither is alone: nobody knows whose values those are.
    """
    if not any(member in source.__xml__.names for member in _OF_VALUES):
        return None
    return _named(source, _OF_VALUES) or Owner(name_of(source), item=id(source))


def device_of(event: Any) -> Owner | None:
    """Return the device, or the usage point, that an event names, None where it names none."""
    return _named(event, _OF_EVENTS)


def _named(source: Any, members: tuple[str, ...]) -> Owner | None:
    for member in members:
        bearer = getattr(source, member, None)
        bearer = bearer[0] if isinstance(bearer, list) and bearer else bearer
        if not isinstance(bearer, Element):
            continue
        mrid, names = getattr(bearer, "mrid", None), getattr(bearer, "names", None)
        mrid = mrid if isinstance(mrid, str) else ""
        identities = tuple(map(_identity, names)) if isinstance(names, list) else ()
        if mrid or identities:
            return Owner(name_of(source), mrid, identities)
    return None


def _identity(name: Any) -> tuple[str, ...]:
    kind = getattr(name, "name_type", None)
    authority = getattr(kind, "name_type_authority", None)
    return tuple(str(getattr(one, "name", None) or "") for one in (name, kind, authority))


def told_apart(owners: Iterable[Owner]) -> dict[Owner, str]:
    """Return a name for each owner; different ones that are called the same have their mRID or a number behind it.

    Equal mRIDs are the same, and equal names with their types, unless there are several mRIDs for them.
    """
    every = list(dict.fromkeys(owners))
    mrids: dict[Any, set[str]] = defaultdict(set)
    for one in every:
        mrids[one.names].add(one.mrid)
    identities = {one: _same(one, mrids[one.names] - {""}) for one in every}
    first: dict[Any, str] = {}
    for one in every:  # one mRID may come with several names, or with none
        first.setdefault(identities[one], one.name)
    alike = Counter(first.values())
    numbers = {identity: number for number, identity in enumerate(first, 1)}
    found = {}
    for one in every:
        identity = identities[one]
        name = first[identity]
        more = f" ({identity[1] if identity[0] == 'mRID' else numbers[identity]})" if alike[name] > 1 else ""
        found[one] = f"{name or 'no meter named'}{more}" if more else name
    return found


def _same(one: Owner, mrids: set[str]) -> tuple[Any, ...]:
    """Return what is equal for owners that are the same; ``mrids`` are those that its names come with."""
    if one.mrid:
        return ("mRID", one.mrid)
    if one.names:
        return ("mRID", *mrids) if len(mrids) == 1 else ("names", one.names)
    return ("item", one.item)
