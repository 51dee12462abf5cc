"""What simple types come down to: a built-in type, or a list of values."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen
from lxml import etree
from xsdata.models.enums import DataType

from .documents import XS, Component, Part, Vocabulary, below

__all__ = ["ANY", "Simple", "Values", "simple", "type_of"]

ANY = "xs:anyType"
_BUILTIN = frozenset(item.code for item in DataType)
_TEXT = "xs:string"


@frozen(eq=False)
class Values:
    """An enumeration: the node that declares it, the name it has there if any, and the nodes of its values."""

    node: etree._Element
    name: str
    values: tuple[etree._Element, ...]


Simple: TypeAlias = str | Values


def type_of(
    part: Part, node: etree._Element, text: str, vocabulary: Vocabulary, above: tuple[etree._Element, ...] = ()
) -> Simple | Component:
    """Return what the name of a type at a node means; a complex type as its declaration.

    Raises:
        ValueError: There is no such type.
    """
    space, local = part.name(node, text)
    if space == XS[1:-1]:
        if local not in _BUILTIN:
            raise ValueError(f"{part.document.place(node)}: {text!r} is no built-in type of XML Schema")
        return f"xs:{local}"
    found = vocabulary.find("type", part, node, text)
    if found.node.tag == f"{XS}complexType":
        return found
    return simple(found.node, found.part, vocabulary, above)


def simple(node: etree._Element, part: Part, vocabulary: Vocabulary, above: tuple[etree._Element, ...] = ()) -> Simple:
    """Return what a simple type comes down to. Lists, and unions of more than values, are texts.

    Raises:
        ValueError: It refers to no simple type, or to itself.
    """
    if node in above:
        raise ValueError(f"{part.document.place(node)}: the type {node.get('name')} comes down to itself")
    above = (*above, node)
    for child in below(node, "restriction", "union", "list"):
        if child.tag == f"{XS}restriction":
            values = tuple(below(child, "enumeration"))
            base = _bases(child, "base", part, vocabulary, above)
            if values:
                return Values(node, node.get("name", ""), values)
            return base[0] if base else _TEXT
        if child.tag == f"{XS}union":
            return _union(node, _bases(child, "memberTypes", part, vocabulary, above))
        _bases(child, "itemType", part, vocabulary, above)
        return _TEXT
    raise ValueError(f"{part.document.place(node)}: a simple type without a restriction, a list or a union")


def _bases(
    node: etree._Element, name: str, part: Part, vocabulary: Vocabulary, above: tuple[etree._Element, ...]
) -> list[Simple]:
    found: list[Simple] = []
    for text in node.get(name, "").split():
        base = type_of(part, node, text, vocabulary, above)
        if isinstance(base, Component):
            raise ValueError(f"{part.document.place(node)}: {text!r} is a complex type; expected a simple one")
        found.append(base)
    return found + [simple(child, part, vocabulary, above) for child in below(node, "simpleType")]


def _union(node: etree._Element, members: list[Simple]) -> Simple:
    enumerations = [member for member in members if isinstance(member, Values)]
    if enumerations and len(enumerations) == len(members):
        values: dict[str, etree._Element] = {}
        for value in (value for member in enumerations for value in member.values):
            values.setdefault(value.get("value", ""), value)
        return Values(node, node.get("name", ""), tuple(values.values()))
    builtin = {member for member in members if isinstance(member, str)}
    return builtin.pop() if not enumerations and len(builtin) == 1 else _TEXT
