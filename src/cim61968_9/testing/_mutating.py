"""What changes that break rules have in common: the table they stand in, and the elements they look for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from lxml import etree

from ._drawing import Drawn
from ._placing import class_of, local

__all__ = ["MUTATIONS", "Mutation", "Root", "breaks", "drop", "inside", "named", "objects_in", "one_of", "some"]

Root: TypeAlias = etree._Element
Change: TypeAlias = Callable[[Root, Drawn], "str | None"]


class Mutation(NamedTuple):
    """How to break a rule: in which messages, and what to change; it returns where, None when there is no such place.

    ``noun`` is empty for any noun, ``verb`` for the one that it mostly goes with; ``blocks`` asks for readings with
    interval blocks, ``defined`` for the definitions of all types.
    """

    rule: str
    change: Change
    noun: str = ""
    verb: str = ""
    blocks: bool = False
    defined: bool = False


MUTATIONS: list[Mutation] = []
"""All changes; ``_structure_changes`` and ``_content_changes`` enter them."""


def breaks(
    rule: str, noun: str = "", verb: str = "", *, blocks: bool = False, defined: bool = False
) -> Callable[[Change], Change]:
    """Enter a function as a change that breaks a rule."""

    def enter(change: Change) -> Change:
        MUTATIONS.append(Mutation(rule, change, noun, verb, blocks, defined))
        return change

    return enter


def named(root: Root, *names: str) -> list[etree._Element]:
    """Return the elements of some local names."""
    return [one for one in root.iter(etree.Element) if local(one) in names]


def one_of(root: Root, name: str) -> etree._Element:
    """Return the first element of a local name."""
    return next(one for one in root.iter(etree.Element) if local(one) == name)


def inside(root: Root) -> Iterator[etree._Element]:
    """Yield the elements of payloads, their roots first."""
    space = etree.QName(root).namespace
    return (one for one in root.iter(etree.Element) if etree.QName(one).namespace != space)


def objects_in(root: Root) -> list[etree._Element]:
    """Return the elements of payloads that have children, none of them of a choice."""
    return [one for one in inside(root) if len(one) and class_of(one) is not None]


def some(drawn: Drawn, found: list[etree._Element]) -> etree._Element | None:
    """Return one of some elements, None when there is none."""
    return drawn.one_of(found) if found else None


def drop(element: etree._Element) -> None:
    """Take an element out of its parent."""
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
