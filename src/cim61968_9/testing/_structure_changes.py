"""Changes that break the structure of plausible messages: each says which rule finds it, and where."""

from __future__ import annotations

import copy

from lxml import etree

from ..model import OpenEnum
from ..xml.shape import resolve
from ._drawing import Drawn
from ._mutating import Root, breaks, drop, inside, objects_in, some
from ._placing import class_of, member_of, path_of

__all__: list[str] = []

_PARSED = frozenset({"xs:boolean", "xs:dateTime", "xs:date", "xs:decimal", "xs:float", "xs:integer"})
_OTHERS = "urn:example:vendor"


@breaks("XSD101")
def _unknown_element(root: Root, drawn: Drawn) -> str | None:
    if (parent := some(drawn, objects_in(root))) is None:
        return None
    added = etree.SubElement(parent, f"{{{_OTHERS}}}SignalStrength")
    added.text = "-97"
    return path_of(added)


@breaks("XSD102")
def _unknown_attribute(root: Root, drawn: Drawn) -> str | None:
    found = [one for one in inside(root) if not len(one) and one.text and member_of(one) is not None]
    if (value := some(drawn, found)) is None:
        return None
    value.set("unit", "kWh")
    return path_of(value)


@breaks("XSD103")
def _missing_element(root: Root, drawn: Drawn) -> str | None:
    found = []
    for one in inside(root):
        member, parent = member_of(one), one.getparent()
        if member is not None and member.low and parent is not None and member.choice is None:
            found += [one] if sum(child.tag == one.tag for child in parent) == member.low else []
    if (gone := some(drawn, found)) is None:
        return None
    parent = gone.getparent()
    assert parent is not None
    drop(gone)
    return path_of(parent)


@breaks("XSD104")
def _second_value(root: Root, drawn: Drawn) -> str | None:
    found = [one for one in inside(root) if (member := member_of(one)) is not None and member.high == 1]
    if (value := some(drawn, found)) is None:
        return None
    parent = value.getparent()
    assert parent is not None
    value.addnext(copy.deepcopy(value))
    return path_of(parent)


@breaks("XSD105")
def _wrong_order(root: Root, drawn: Drawn) -> str | None:
    found = []
    for one in inside(root):
        member, after = member_of(one), one.getnext()
        other = member_of(after) if after is not None else None
        if member is not None and other is not None and not member.repeats and other.tag != member.tag:
            found.append(one)
    if (moved := some(drawn, found)) is None:
        return None
    parent, after = moved.getparent(), moved.getnext()
    assert parent is not None
    assert after is not None
    after.addnext(moved)
    return path_of(parent)


@breaks("XSD107")
def _no_value(root: Root, drawn: Drawn) -> str | None:
    found = [one for one in inside(root) if (member := member_of(one)) is not None and member.type in _PARSED]
    if (value := some(drawn, found)) is None:
        return None
    value.text = "unknown"
    return path_of(value)


@breaks("XSD108")
def _text_between(root: Root, drawn: Drawn) -> str | None:
    if (parent := some(drawn, objects_in(root))) is None:
        return None
    parent[0].tail = "see attachment"
    return path_of(parent)


@breaks("XSD110")
def _unknown_word(root: Root, drawn: Drawn) -> str | None:
    found = []
    for one in inside(root):
        member, parent = member_of(one), one.getparent()
        around = class_of(parent) if parent is not None else None
        if member is not None and around is not None and not member.type.startswith(("xs:", "@", "any")):
            found += [one] if issubclass(resolve(around, member.type), OpenEnum) else []
    if (value := some(drawn, found)) is None:
        return None
    value.text = "noSuchWord"
    return path_of(value)
