"""Differences in content that no schema knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any, NamedTuple

from ..model import Element
from ..xml.foreign import Foreign, Kept
from ..xml.values import QualifiedName
from ._difference import Kind
from ._keys import root_name
from ._lists import matches
from ._steps import Steps
from ._values import mark

__all__ = ["Part", "foreign_parts"]

_NOTHING = Foreign()


class Part(NamedTuple):
    """A difference in foreign content, with the steps from the element around it."""

    kind: Kind
    left_step: str
    right_step: str
    left: Any
    right: Any


def foreign_parts(left: Element, right: Element) -> Iterator[Part]:
    """Yield everything in which the foreign content of two elements differs."""
    one, other = left.foreign or _NOTHING, right.foreign or _NOTHING
    yield from _of_mapping(one.attributes, other.attributes)
    for key in dict.fromkeys((*one.leaves, *other.leaves)):
        name, index = key
        tag = next((member.tag for member in left.__xml__.members if member.name == name), name)
        values = [getattr(side, name, None) for side in (left, right)]
        steps = [f"{tag}[{index + 1}]" if isinstance(v, list) and len(v) > 1 else tag for v in values]
        parts = _of_mapping(one.leaves.get(key, {}), other.leaves.get(key, {}))
        for part in parts:
            yield part._replace(left_step=f"{steps[0]}/{part.left_step}", right_step=f"{steps[1]}/{part.right_step}")
    yield from _elements(one.elements, other.elements, _children(right) - _children(left))
    for first, second in zip_longest(one.text, other.text, fillvalue=(0, None)):
        if first[1] != second[1]:
            kind: Kind = "added" if first[1] is None else "removed" if second[1] is None else "changed"
            yield Part(kind, "text()", "text()", first[1], second[1])
    for choice in dict.fromkeys((*one.order, *other.order)):
        order, another = _order(left, one, choice), _order(right, other, choice)
        if order != another and sorted(order) == sorted(another):
            yield Part("moved", "", "", order, another)


def _order(element: Element, foreign: Foreign, choice: int) -> tuple[str, ...]:
    """Return the sequence of the members of a repeating choice, which is not kept where it is that of the schema."""
    if (kept := foreign.order.get(choice)) is not None:
        return kept
    members = [member.name for member in element.__xml__.members if member.choice == choice]
    values = {name: getattr(element, name) for name in members}
    return tuple(name for name, value in values.items() for _ in (value if isinstance(value, list) else ()))


def _of_mapping(left: Mapping[str, Any], right: Mapping[str, Any]) -> Iterator[Part]:
    for name in dict.fromkeys((*left, *right)):
        one, other = left.get(name), right.get(name)
        if name not in left or name not in right:
            yield Part("removed" if name in left else "added", f"@{name}", f"@{name}", one, other)
        elif _resolved(one) != _resolved(other):
            yield Part("changed", f"@{name}", f"@{name}", one, other)


def _resolved(value: Any) -> Any:
    """Return a value for comparison: of a name, the namespace counts and not the prefix."""
    return (value.namespace, value.local) if isinstance(value, QualifiedName) and value.namespace else value


def _elements(left: list[Kept], right: list[Kept], more: int) -> Iterator[Part]:
    """Yield what differs in the elements; ``more`` is how many children there are more to the right, before or after.

    An element stands behind others, and what only these have brought about by being more or fewer is not told.
    """
    items = [one.element for one in left], [one.element for one in right]
    steps = Steps(items[0], "", root_name), Steps(items[1], "", root_name)
    for match in matches(*items, same=lambda one, other: one == other, tokens=steps[0].tokens, mark=mark):
        if match.left is None or match.right is None:
            if match.left is not None:
                step = steps[0].at(match.left)
                yield Part("removed", step, step, items[0][match.left], None)
            elif match.right is not None:
                step = steps[1].at(match.right)
                yield Part("added", step, step, None, items[1][match.right])
            continue
        here = steps[0].at(match.left), steps[1].at(match.right)
        first, second = left[match.left], right[match.right]
        shift = second.index - first.index
        if match.moved or not min(0, more) <= shift <= max(0, more):
            yield Part("moved", *here, first.index + 1, second.index + 1)
        if first.element != second.element:
            yield Part("changed", *here, first.element, second.element)


def _children(element: Element) -> int:
    """Return how many child elements there are."""
    found = len(element.foreign.elements) if element.foreign is not None else 0
    for member in element.__xml__.members:
        value = getattr(element, member.name)
        if member.kind in {"element", "any"} and value is not None:
            found += len(value) if isinstance(value, list | tuple) else 1
    return found
