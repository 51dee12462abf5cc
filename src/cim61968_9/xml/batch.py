"""A tree with some items of a payload."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from ..model import Element, Member
from .audit import Problem, audit
from .frame import payload_of
from .items import items_of
from .limits import Limits
from .names import Names
from .parse import Parsed, parse_document
from .parts import Split

__all__ = ["Batch", "Item"]


class Item(NamedTuple):
    """An element that is an item: its member of the root class, and its number among those of its tag, from 1."""

    element: Any
    member: Member
    tag: str
    number: int


class Batch:
    """A tree with some items: children of ``root``, which is read as ``cls`` under ``names``."""

    def __init__(self, parsed: Parsed, split: Split, counts: Counter[str]) -> None:
        self.split = split
        self._counts = counts
        self._take(parsed)
        counts.update(item.tag for item in self.items)

    def _take(self, parsed: Parsed) -> None:
        self.parsed = parsed
        root = parsed.root
        for _ in range(self.split.depth):
            root = root[0]
        found = payload_of(root)
        assert found is not None  # else it would not have been split
        self.root: etree._Element = root
        self.cls: type[Element] = found.cls
        self.names: Names = found.names
        children = root[:]
        self.held, numbers = children[: self.split.held], Counter(self._counts)
        members = items_of(found.cls)
        self.items: list[Item] = []
        for element in children[self.split.held :]:
            member = members[found.names[element.tag]]
            tag = str(element.tag)
            numbers[tag] += 1
            self.items.append(Item(element, member, tag, numbers[tag]))

    def with_layout(self) -> Batch:
        """Return the same batch, parsed with all of its layout."""
        if not self.parsed.exact:
            self._counts.subtract(item.tag for item in self.items)
            self.parsed.lay_out()
            self._take(self.parsed)
            self._counts.update(item.tag for item in self.items)
        return self

    def restored(self, limits: Limits) -> Batch:
        """Return the same batch, parsed with all of its text, where some was taken away."""
        if self.parsed.data != self.split.data:
            self._counts.subtract(item.tag for item in self.items)
            self._take(parse_document(self.split.data, self.parsed.encoding, self.parsed.name, limits))
            self._counts.update(item.tag for item in self.items)
        return self

    @property
    def is_misplaced(self) -> bool:
        """Whether an item comes after something that the schema has behind it."""
        if not self.held:
            return False
        table = self.cls.__xml__
        before = (table.elements.get(self.names[one.tag]) for one in self.held)
        reached = max((table.position[member.name] for member in before if member is not None), default=0)
        highest = 0
        for item in self.items:
            place = table.position[item.member.name]
            highest = max(highest, place)
            if place < max(reached, highest):
                return True
        return False

    def problems(self, limits: Limits) -> Iterator[tuple[Problem, Item]]:
        """Yield the deviations in items, each with the item."""
        items = {item.element: item for item in self.items}
        for problem in audit(self.root, self.names, self.cls, payload_of, limits):
            element = problem.element
            while element is not self.root and element.getparent() is not self.root:
                element = element.getparent()  # type: ignore[assignment]  # the root is above
            if element in items:
                yield problem, items[element]
