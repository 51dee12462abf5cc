"""Walks two messages side by side, member by member."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .._mixins import TextValue
from ..model import Element, Member, _same
from ..xml.foreign import RawElement
from ._difference import Difference, Kind
from ._foreign import foreign_parts
from ._keys import root_name
from ._lists import Match, matches
from ._raw import changed_in_raw
from ._steps import Path, Steps, joined
from ._values import is_same_value, mark, text_of

__all__ = ["differences"]


def differences(left: Element, right: Element, *, texts: bool = False) -> list[Difference]:
    """Return in what two messages, or two payloads, differ; empty when they are equal, and only then.

    Content that no schema knows counts as well. What differs in its text and not in its value, such as a reading of
    ``1.0`` and one of ``1``, is marked as such. Equality looks through the spelling of typed values: the same instant
    with another offset from UTC is no difference; with ``texts=True`` it is one, marked as well.

    Raises:
        TypeError: One of the two is neither a message nor a payload.
    """
    for one in (left, right):
        if not isinstance(one, Element):
            raise TypeError(f"found {type(one).__name__}, expected a message or a payload, as cim.read returns it")
    walk = _Walk(texts=texts)
    walk.value(left, right, (f"/{root_name(left)}", f"/{root_name(right)}"))
    return walk.found


class _Walk:
    """The differences found so far."""

    def __init__(self, *, texts: bool) -> None:
        self.texts = texts
        self.found: list[Difference] = []

    def note(self, kind: Kind, path: Path, left: Any, right: Any, *, same_value: bool = False) -> None:
        """Enter a difference; what only one message has has one path."""
        first, second = (path[1], path[1]) if kind == "added" else path
        self.found.append(
            Difference(
                first, left, right, kind=kind, right_path=first if kind == "removed" else second, same_value=same_value
            )
        )

    def value(self, left: Any, right: Any, path: Path, *, numbers: bool = False) -> None:
        """Compare what stands at one place in both; ``numbers`` says that texts may be numbers."""
        if left is right or ((same := _same(left, right)) and not self.texts):
            return
        if left is None or right is None:
            self.note("added" if left is None else "removed", path, left, right)
        elif isinstance(left, Element) and type(left) is type(right):
            self._element(left, right, path)
        elif isinstance(left, RawElement) and isinstance(right, RawElement):
            self.found += changed_in_raw(left, right, path)
        elif not same:
            told = is_same_value(left, right, numbers=numbers)
            self.note("changed", path, left, right, same_value=told)
        elif text_of(left) != text_of(right):
            self.note("changed", path, left, right, same_value=True)

    def _element(self, left: Element, right: Element, path: Path) -> None:
        before = len(self.found)
        numbers = isinstance(left, TextValue)
        for member in left.__xml__.members:
            one, other = getattr(left, member.name), getattr(right, member.name)
            if one is other:
                continue
            if isinstance(one, list | tuple) and isinstance(other, list | tuple):
                self._list(one, other, path, member)
            else:
                step = _step(member, one if one is not None else other)
                self.value(one, other, joined(path, step), numbers=numbers and member.name == "value")
        if not _same(left.foreign, right.foreign):
            for part in foreign_parts(left, right):
                here = joined(path, part.left_step)[0], joined(path, part.right_step)[1]
                if part.kind == "changed" and isinstance(part.left, RawElement):
                    self.found += changed_in_raw(part.left, part.right, here)
                else:
                    self.note(part.kind, here, part.left, part.right)
        if len(self.found) == before and left != right:  # in nothing that has a place of its own
            self.note("changed", path, left.foreign or left, right.foreign or right)

    def _list(self, left: Sequence[Any], right: Sequence[Any], path: Path, member: Member) -> None:
        if not self.texts and left == right:
            return
        name = root_name if member.type == "any" else None
        self._items(left, right, path, (Steps(left, member.tag, name), Steps(right, member.tag, name)))

    def _items(self, left: Sequence[Any], right: Sequence[Any], path: Path, steps: tuple[Steps, Steps]) -> None:
        for match in matches(left, right, same=_same, tokens=steps[0].tokens, mark=mark):
            self._match(match, left, right, path, steps)

    def _match(
        self, match: Match, left: Sequence[Any], right: Sequence[Any], path: Path, steps: tuple[Steps, Steps]
    ) -> None:
        one, other = match.left, match.right
        if one is not None and other is not None:
            if not (match.moved or self.texts) and (match.equal or _same(left[one], right[other])):
                return  # before looking for a name of the place
            here = (f"{path[0]}/{steps[0].at(one)}", f"{path[1]}/{steps[1].at(other)}")
            if match.moved:
                self.note("moved", here, one + 1, other + 1)
            self.value(left[one], right[other], here)
        elif one is not None:
            self.note("removed", (f"{path[0]}/{steps[0].at(one)}",) * 2, left[one], None)
        elif other is not None:
            self.note("added", (f"{path[1]}/{steps[1].at(other)}",) * 2, None, right[other])


def _step(member: Member, value: Any) -> str:
    """Return the step to a member that is no list."""
    if member.type == "any":
        return root_name(value)
    return {"attribute": f"@{member.tag}", "text": "text()"}.get(member.kind, member.tag)
