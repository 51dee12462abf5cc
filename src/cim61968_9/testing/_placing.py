"""Places in documents: what an element is read as, and examples of rules put into the messages around them."""

from __future__ import annotations

from lxml import etree

from ..model import Element, Member
from ..nouns import ENVELOPES, registry
from ..validation.rules.examples import Example
from ..xml.locate import locate
from ..xml.shape import resolve
from ._bases import BASES

__all__ = ["class_of", "local", "member_of", "path_of", "placed"]


def local(element: etree._Element) -> str:
    """Return the local name of an element."""
    return etree.QName(element).localname


def path_of(element: etree._Element) -> str:
    """Return the path of an element, as findings give it."""
    found = locate(element.getroottree().getroot(), [element], None)
    return found[id(element)].path


def class_of(element: etree._Element) -> type[Element] | None:
    """Return the class that an element is read as, None for a value and for what is not known."""
    name, parent = etree.QName(element), element.getparent()
    known = registry.find(name.namespace or "", name.localname)
    if known is not None and known.namespace == name.namespace:
        return known.cls
    if parent is None:
        envelope = ENVELOPES.get(name.localname)
        return envelope.cls if envelope is not None else None
    around, member = class_of(parent), member_of(element)
    if around is None or member is None or member.type.startswith(("xs:", "@", "any")):
        return None
    found = resolve(around, member.type)
    return found if issubclass(found, Element) else None


def member_of(element: etree._Element) -> Member | None:
    """Return the member that an element is read into, None at the root and for what is not known."""
    parent = element.getparent()
    around = class_of(parent) if parent is not None else None
    return around.__xml__.elements.get(local(element)) if around is not None else None


def placed(shown: Example, part: str) -> bytes:
    """Return the base of an example with a part in place of the children of the same names as in either part."""
    root = etree.fromstring(BASES[shown.base])
    parent = _at(root, shown.at)
    space = etree.QName(parent).namespace
    bad, good, wanted = (etree.fromstring(f'<x xmlns="{space}">{text}</x>') for text in (shown.bad, shown.good, part))
    names = {local(child) for child in (*bad, *good)}
    replaced = [child for child in parent if local(child) in names]
    cls = class_of(parent)
    order = [member.tag for member in cls.__xml__.members] if cls is not None else []
    rank = {name: number for number, name in enumerate(order)}
    first = min(rank.get(name, len(order)) for name in names)
    before = [child for child in parent if rank.get(local(child), len(order)) < first and local(child) not in names]
    index = parent.index(replaced[0]) if replaced else len(before)
    for child in replaced:
        parent.remove(child)
    parent[index:index] = list(wanted)
    return etree.tostring(root)


def _at(root: etree._Element, path: str) -> etree._Element:
    """Return the element at a path such as ``Payload/OperationSet/Operation[2]``."""
    for step in path.split("/") if path else ():
        name, _, number = step.rstrip("]").partition("[")
        root = [child for child in root if local(child) == name][int(number or 1) - 1]
    return root
