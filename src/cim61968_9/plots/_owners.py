"""Whose values they are: meters and usage points, told apart by what identifies them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Any, NamedTuple, TypeAlias

from ..model import Element
from ..showing.meanings import name_of

__all__ = ["NOBODY", "Key", "Owner", "owner_of", "told_apart"]

Key: TypeAlias = tuple[Any, ...]
_BEARERS = ("meter", "usage_point")


class Owner(NamedTuple):
    """Whose values these are: what tells it from others, what it is called, and its mRID."""

    key: Key
    name: str
    mrid: str


NOBODY = Owner((), "", "")
"""Owns what was given without the item that it is of."""


def owner_of(source: Any) -> Owner | None:
    """Return whose values an item holds, None for what is no item.

    The mRID of the meter counts, else its names with their types; then those of the usage point. An item that says
    neither is alone: nobody knows whose values those are.
    """
    members = [member for member in _BEARERS if member in source.__xml__.names]
    if not members:
        return None
    found = [getattr(source, member, None) for member in members]
    for bearer in found:
        if isinstance(bearer, Element) and (key := _key(bearer)):
            return Owner(key, name_of(source), str(getattr(bearer, "mrid", None) or ""))
    return Owner(("item", id(source)), name_of(source), "")


def _key(bearer: Any) -> Key:
    mrid, names = getattr(bearer, "mrid", None), getattr(bearer, "names", None)
    if isinstance(mrid, str) and mrid:
        return ("mRID", mrid)
    return ("names", *map(_identity, names)) if isinstance(names, list) and names else ()


def _identity(name: Any) -> tuple[str, ...]:
    kind = getattr(name, "name_type", None)
    authority = getattr(kind, "name_type_authority", None)
    return tuple(str(getattr(one, "name", None) or "") for one in (name, kind, authority))


def told_apart(owners: Collection[Owner]) -> dict[Key, str]:
    """Return a name for each owner that no other has: where several are called the same, with an mRID or a number."""
    alike = Counter(owner.name for owner in owners)
    return {
        owner.key: f"{owner.name or 'no meter named'} ({owner.mrid or number})" if alike[owner.name] > 1 else owner.name
        for number, owner in enumerate(owners, 1)
    }
