"""How the items of a list are called in paths."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations, islice
from typing import Any, TypeAlias

from ._keys import Key, keys_of
from ._lists import Tokens

__all__ = ["Path", "Steps", "joined"]

Path: TypeAlias = tuple[str, str]
"""Where something is, in the left message and in the right one."""

_MOST = 4  # keys that are told of an item


def joined(path: Path, step: str) -> Path:
    """Return the path of a part."""
    return (f"{path[0]}/{step}", f"{path[1]}/{step}") if step else path


class Steps:
    """The steps of paths to the items of a list: the tag, and in brackets what tells an item from all the others.

    That is one key or more, else the position. ``name`` gives the tag of each item, where they have tags of their own.
    """

    def __init__(self, items: Sequence[Any], tag: str, name: Callable[[Any], str] | None = None) -> None:
        self._items = items
        self._tag = tag
        self._name = name
        self._counts: dict[int, Counter[frozenset[tuple[str, Any]]]] = {}
        self._numbers: list[int] = []
        self._tags: Counter[str] = Counter()

    def tokens(self, item: Any) -> Tokens:
        """Return what identifies an item for the matching of lists."""
        if self._name is not None:
            return [("", self._name(item))]
        return [(key.label, key.token) for key in keys_of(item)]

    def at(self, index: int) -> str:
        """Return the step to an item."""
        if self._name is not None:
            return self._by_position(self._name(self._items[index]), index)
        if len(self._items) == 1:
            return self._tag
        keys = [key for key in islice(keys_of(self._items[index]), _MOST) if key.step]
        keys.sort(key=lambda key: key.label != "name")
        names = ([key] for key in keys if key.label in {"name", "mRID"})
        for some in (*names, *(keys[:number] for number in range(1, len(keys) + 1))):
            if self._count(some) == 1:
                return self._tag + "".join(key.step for key in some)
        return f"{self._tag}[{index + 1}]"

    def _count(self, keys: list[Key]) -> int:
        """Return how many items answer to all of some keys."""
        number = len(keys)
        if number not in self._counts:
            self._counts[number] = Counter(
                _named(some) for item in self._items for some in combinations(islice(keys_of(item), _MOST), number)
            )
        return self._counts[number][_named(keys)]

    def _by_position(self, tag: str, index: int) -> str:
        """Return the step to an item with a tag of its own, with its position among those of the same tag."""
        assert self._name is not None
        if not self._numbers:
            for item in self._items:
                self._tags[self._name(item)] += 1
                self._numbers.append(self._tags[self._name(item)])
        return f"{tag}[{self._numbers[index]}]" if self._tags[tag] > 1 else tag


def _named(keys: Iterable[Key]) -> frozenset[tuple[str, Any]]:
    return frozenset((key.label, key.told) for key in keys)
