"""Compares two XML trees in value space: names, attributes, order and values, whatever the prefixes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from lxml import etree

_IGNORED = {
    "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation",
    "{http://www.w3.org/2001/XMLSchema-instance}noNamespaceSchemaLocation",
}


def differences(
    one: etree._Element, other: etree._Element, path: str = "", *, namespaces: bool = True, order: bool = True
) -> Iterator[str]:
    """Yield what differs between two elements; ``namespaces`` and ``order`` tell whether they matter."""
    here = f"{path}/{etree.QName(one).localname}"
    if _name(one, namespaces) != _name(other, namespaces):
        yield f"{here}: {one.tag} became {other.tag}"
    if _attributes(one) != _attributes(other):
        yield f"{here}: attributes {_attributes(one)} became {_attributes(other)}"
    mine, theirs = _children(one), _children(other)
    if not order:
        mine, theirs = (sorted(nodes, key=lambda node: etree.QName(node).localname) for nodes in (mine, theirs))
    if [_name(child, namespaces) for child in mine] != [_name(child, namespaces) for child in theirs]:
        yield f"{here}: children {[child.tag for child in mine]} became {[child.tag for child in theirs]}"
        return
    if not mine and not same_value(text(one), text(other)):
        yield f"{here}: {text(one)!r} became {text(other)!r}"
    if mine and "".join(text(one).split()) != "".join(text(other).split()):
        yield f"{here}: text between elements {text(one)!r} became {text(other)!r}"
    for a, b in zip(mine, theirs, strict=True):
        yield from differences(a, b, here, namespaces=namespaces, order=order)


def _name(element: etree._Element, namespaces: bool) -> str:
    return str(element.tag) if namespaces else etree.QName(element).localname


def text(element: etree._Element) -> str:
    """Return the text directly inside an element, comments and instructions left out."""
    return "".join([element.text or "", *(child.tail or "" for child in element)])


def same_value(one: str, other: str) -> bool:
    """Tell whether two texts are the same value: as text, number, truth value or instant with its offset."""
    if one == other or one.strip() == other.strip() == "":
        return True
    return any(value(one) is not None and value(one) == value(other) for value in (_number, _truth, _instant))


def _number(value: str) -> float | None:
    try:
        return float(value)
    except ValueError:
        return None


def _truth(value: str) -> bool | None:
    return {"true": True, "1": True, "false": False, "0": False}.get(value.strip())


def _instant(value: str) -> tuple[dt.datetime, dt.timedelta | None] | None:
    try:
        found = dt.datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    return found, found.utcoffset()


def _attributes(element: etree._Element) -> dict[str, str]:
    return {str(name): _value(element, name, value) for name, value in element.attrib.items() if name not in _IGNORED}


def _value(element: etree._Element, name: str, value: str) -> str:
    """Return the value of an attribute; that of ``xsi:type`` with its namespace instead of its prefix."""
    if not name.endswith("}type"):
        return value
    prefix, _, local = value.rpartition(":")
    return f"{{{element.nsmap.get(prefix or None)}}}{local}"


def _children(element: etree._Element) -> list[etree._Element]:
    return list(element.iterchildren(etree.Element))
