"""What a document is taken apart into, and what has to be known for it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from .places import Places

__all__ = ["Candidate", "Gathering", "Level", "Opened", "Split"]


class Candidate(NamedTuple):
    """An element that may be the root of a payload, ``depth`` levels below the root.

    ``whole`` returns the document up to there, closed, of ``size`` bytes without the end tags, and ``short`` only the
    elements around. ``above`` is the number of the element above, 0 where there is none; ``place`` counts the siblings
    before it.
    """

    whole: Callable[[], bytes]
    short: Callable[[], bytes]
    size: int
    depth: int
    place: int
    above: int


class Opened(NamedTuple):
    """What is known of the root of a payload: the tags of its items, and of all its children, without prefixes.

    ``is_item`` tells from a document, in which it is the last child of the payload, whether an element is an item.
    """

    items: Collection[bytes]
    known: Collection[bytes]
    is_item: Callable[[bytes], bool]


class Split(NamedTuple):
    """A document with items of one payload: children of the element ``depth`` levels below its root.

    The first ``held`` children are empty; they stand for what came before, where order matters. What was in the source
    begins at ``start``. ``root`` counts the payloads.
    """

    data: bytes
    start: int
    depth: int
    held: int
    places: Places
    root: int


class Level:
    """An open element: its tag without attributes, local name, children so far, and a number that no other has."""

    __slots__ = ("children", "local", "number", "tag")

    def __init__(self, tag: bytes, local: bytes, number: int) -> None:
        self.tag = tag
        self.local = local
        self.number = number
        self.children = 0


class Gathering:
    """The items of a payload that have come since the last batch.

    ``kinds`` has an empty element for each kind of child there was, by name, in the order in which they came first;
    those in ``fresh`` began in this batch. ``asked`` remembers which empty elements are items.
    """

    def __init__(self, root: Opened, begin: int) -> None:
        self.root = root
        self.begin = begin
        self.items = 0
        self.kinds: dict[bytes, bytes] = {}
        self.fresh: list[bytes] = []
        self.asked: dict[bytes, bool] = {}

    def before(self) -> list[bytes]:
        """Return the empty elements for what came before the batch; none where there is only one kind."""
        return [empty for local, empty in self.kinds.items() if local not in self.fresh] if len(self.kinds) > 1 else []
