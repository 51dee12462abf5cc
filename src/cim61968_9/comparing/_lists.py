"""Which item of one list belongs to which of another: by what identifies them, else by content, else by place."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from ._values import mark

__all__ = ["Match", "matches"]

T = TypeVar("T")
Tokens: TypeAlias = Sequence[tuple[str, Any]]


class Match(NamedTuple):
    """Two items that belong together, by their indices; one of them is None for what only one list has."""

    left: int | None
    right: int | None
    moved: bool = False
    equal: bool = False
    """Whether the two are known to be the same."""


class _Pair(NamedTuple):
    left: int
    right: int
    label: tuple[Any, ...]
    """Something whose text orders pairs, whichever list is the left one."""


def matches(
    left: Sequence[T],
    right: Sequence[T],
    *,
    same: Callable[[T, T], bool],
    tokens: Callable[[T], Tokens],
    mark: Callable[[T], str],
) -> Iterator[Match]:
    """Yield all items of both lists, each once, in an order that is natural for readers.

    ``tokens`` are what identifies an item, in the order in which it counts, as pairs of label and text; ``mark`` is a
    text that equal items have in common. The result is the same when the lists are exchanged. Of items that are equal
    at the beginning and the end of both lists nothing is asked.
    """
    start, most = 0, min(len(left), len(right))
    while start < most and same(left[start], right[start]):
        start += 1
    end = 0
    while end < most - start and same(left[-1 - end], right[-1 - end]):
        end += 1
    yield from (Match(index, index, equal=True) for index in range(start))
    middle = _Matching(left[start : len(left) - end], right[start : len(right) - end], tokens, mark)
    for one in middle.matches():
        first, second = (None if index is None else index + start for index in one[:2])
        yield Match(first, second, one.moved)
    yield from (Match(len(left) - index, len(right) - index, equal=True) for index in range(end, 0, -1))


class _Matching(Generic[T]):
    """The matching of two lists that differ at both ends."""

    def __init__(
        self, left: Sequence[T], right: Sequence[T], tokens: Callable[[T], Tokens], mark: Callable[[T], str]
    ) -> None:
        self.left, self.right, self.mark = left, right, mark
        self.tokens = [tokens(item) for item in left], [tokens(item) for item in right]
        self.pairs: list[_Pair] = []

    def matches(self) -> Iterator[Match]:
        """Yield what belongs together."""
        self._by_levels(range(len(self.left)), range(len(self.right)), 0, ())
        self._by_any_key()
        self.pairs.sort(key=lambda pair: pair.left)
        fixed = _in_order(self.pairs)
        nearby = self._nearby([pair for pair in self.pairs if pair.left in fixed])
        found = [((pair.left, 0, 0), Match(pair.left, pair.right, pair.left not in fixed)) for pair in self.pairs]
        found += [((one, 0, 0), Match(one, other)) for one, other in nearby]
        lefts = {match.left for _, match in found}
        rights = {match.right: match.left for _, match in found if not match.moved}
        moved = {match.right for _, match in found if match.moved}
        found += [((one, 0, 0), Match(one, None)) for one in range(len(self.left)) if one not in lefts]
        following = len(self.left)  # what is added stands before the next that both have
        for other in reversed(range(len(self.right))):
            if other in rights:
                following = rights[other] or 0
            elif other not in moved:
                found.append(((following, -1, other), Match(None, other)))
        found.sort(key=lambda one: one[0])
        yield from (match for _, match in found)

    def _by_levels(self, lefts: Iterable[int], rights: Iterable[int], level: int, label: tuple[Any, ...]) -> None:
        """Pair what has the same key, and as long as several have it, the next key beside it."""
        groups = _grouped(lefts, rights, lambda side, index: self._token(side, index, level))
        for token, (ones, others) in groups.items():
            if token is None:
                self._by_content(ones, others, label)
            elif len(ones) == len(others) == 1:
                self.pairs.append(_Pair(ones[0], others[0], (*label, *token)))
            elif ones and others:
                self._by_levels(ones, others, level + 1, (*label, *token))

    def _token(self, side: int, index: int, level: int) -> tuple[str, Any] | None:
        tokens = self.tokens[side][index]
        return tokens[level] if level < len(tokens) else None

    def _by_content(self, lefts: list[int], rights: list[int], label: tuple[Any, ...]) -> None:
        """Pair what is the same: the first with the first, the second with the second."""
        if not lefts or not rights:
            return
        sides = self.left, self.right
        for text, (ones, others) in _grouped(lefts, rights, lambda side, index: self.mark(sides[side][index])).items():
            for number, (one, other) in enumerate(zip(ones, others, strict=False)):
                self.pairs.append(_Pair(one, other, (*label, text, f"{number:09}")))

    def _by_any_key(self) -> None:
        """Pair what has one of its keys in common, although only one of the two has the key that counts more."""
        lefts, rights = self._rest()
        both = (*(self.tokens[0][index] for index in lefts), *(self.tokens[1][index] for index in rights))
        for label in sorted({label for tokens in both for label, _ in tokens}):
            groups = _grouped(lefts, rights, lambda side, index: dict(self.tokens[side][index]).get(label))  # noqa: B023
            for token, (ones, others) in groups.items():
                if token is not None and len(ones) == len(others) == 1 and self._agree(ones[0], others[0]):
                    self.pairs.append(_Pair(ones[0], others[0], (label, token)))
            lefts, rights = self._rest()

    def _agree(self, one: int, other: int) -> bool:
        first, second = dict(self.tokens[0][one]), dict(self.tokens[1][other])
        return all(second[label] == text for label, text in first.items() if label in second)

    def _rest(self) -> tuple[list[int], list[int]]:
        lefts, rights = {pair.left for pair in self.pairs}, {pair.right for pair in self.pairs}
        return (
            [index for index in range(len(self.left)) if index not in lefts],
            [index for index in range(len(self.right)) if index not in rights],
        )

    def _nearby(self, fixed: list[_Pair]) -> Iterator[tuple[int, int]]:
        """Yield pairs of what is left over between the same neighbours, of the same keys or without any."""
        lefts, rights = self._rest()
        starts = [pair.left for pair in fixed], [pair.right for pair in fixed]
        groups = _grouped(
            lefts,
            rights,
            lambda side, index: (bisect_left(starts[side], index), self._kind(side, index), *self.tokens[side][index]),
        )
        for ones, others in groups.values():
            yield from zip(ones, others, strict=False)

    def _kind(self, side: int, index: int) -> str:
        return type((self.left, self.right)[side][index]).__name__


def _grouped(
    lefts: Iterable[int], rights: Iterable[int], key: Callable[[int, int], Any]
) -> dict[Any, tuple[list[int], list[int]]]:
    """Return the indices of both lists by something that they have in common."""
    groups: dict[Any, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, indices in enumerate((lefts, rights)):
        for index in indices:
            groups[key(side, index)][side].append(index)
    return groups


def _in_order(pairs: list[_Pair]) -> set[int]:
    """Return as many pairs as possible that are in the same order in both lists, by their left index.

    There may be several ways to choose them; the labels decide from which side it is looked, so that exchanging the
    lists gives the same.
    """
    if all(one.right < other.right for one, other in pairwise(pairs)):
        return {pair.left for pair in pairs}
    by_right = sorted(pairs, key=lambda pair: pair.right)
    labels = {pair.left: [mark(part) for part in pair.label] for pair in pairs}
    if [labels[pair.left] for pair in pairs] <= [labels[pair.left] for pair in by_right]:
        return {pairs[number].left for number in _longest([pair.right for pair in pairs])}
    return {by_right[number].left for number in _longest([pair.left for pair in by_right])}


def _longest(places: list[int]) -> list[int]:
    """Return the indices of a longest increasing sequence."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for number, place in enumerate(places):
        length = bisect_left(tails, place)
        before.append(last[length - 1] if length else None)
        tails[length : length + 1] = [place]
        last[length : length + 1] = [number]
    found: list[int] = []
    at = last[-1] if last else None
    while at is not None:
        found.append(at)
        at = before[at]
    return found
