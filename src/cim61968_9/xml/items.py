"""What the items of a stream are: the elements of a payload that carry its bulk.

The general rule follows from the field table of a noun: an item is a child of its root that may come any number of
times and has children itself, unless it is a definition that items refer to (a class whose name ends in ``Type``, such
as ReadingType). Definitions stay together as the tables of a stream. ``ITEMS`` has the exceptions.

Operation sets have their operations as items, but are read as a whole before the first is handed out: the form of their
envelope part depends on what stands around it.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Element, Member
from ..nouns import registry
from .shape import is_plain
from .writing import OPERATION_SET

__all__ = ["ITEMS", "is_streamed", "items_of"]

ITEMS: Mapping[str, tuple[str, ...]] = {
    OPERATION_SET: ("Operation",),
}
"""Exceptions from the rule: the tags of the items, by the name of the root."""


_known: dict[type[Element], Mapping[str, Member]] = {}


def items_of(cls: type[Element]) -> Mapping[str, Member]:
    """Return the members of a root class that are items, by tag; none of what is no noun."""
    if cls not in _known:
        _known[cls] = _items_of(cls)
    return _known[cls]


def _items_of(cls: type[Element]) -> Mapping[str, Member]:
    table = cls.__xml__
    chosen = ITEMS.get(table.name)
    if chosen is not None:
        return {tag: table.elements[tag] for tag in chosen}
    profile = registry.of_class(cls)
    if profile is None or profile.name.startswith("Get"):
        return {}
    return {member.tag: member for member in table.elements.values() if _is_item(cls, member)}


def is_streamed(cls: type[Element]) -> bool:
    """Tell whether the items of a root class are handed out one by one, before the end of the document."""
    return cls.__xml__.name != OPERATION_SET and bool(items_of(cls))


def _is_item(cls: type[Element], member: Member) -> bool:
    return member.high is None and not is_plain(cls, member) and not member.type.endswith("Type")
