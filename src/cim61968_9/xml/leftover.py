"""Takes the items that were not split out of the objects of a whole message."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from .._mixins import EnvelopeMessage
from ..model import Element
from .document import Document
from .frame import payload_of
from .items import items_of
from .names import Names
from .writing import operation_set

__all__ = ["payload_element", "take_items"]


def payload_element(document: Document) -> etree._Element | None:
    """Return the element that is read as the payload of a message."""
    frame = document.frame
    return next((one for one in frame.element.iterchildren(etree.Element) if frame.names[one.tag] == "Payload"), None)


def take_items(document: Document, message: Any, held: set[etree._Element]) -> Iterator[Any]:
    """Take the items that were not split out of the objects, in the order of the document."""
    if not isinstance(message, EnvelopeMessage):
        yield from _taken(document.frame.element, document.frame.names, message, held)
        return
    payload = getattr(message, "payload", None)
    element = payload_element(document)
    if payload is None or element is None:
        return
    names = document.frame.names
    contents = iter(payload.content)
    for child in element.iterchildren(etree.Element):
        name = names[child.tag]
        if name[:1] == "{":
            found = payload_of(child)
            content = next(contents)
            if found is not None:
                yield from _taken(child, found.names, content, held)
        elif name == operation_set().__xml__.name and payload.operation_set is not None:
            yield from _taken(child, names, payload.operation_set, held)


def _taken(element: etree._Element, names: Names, obj: Any, held: set[etree._Element]) -> Iterator[Any]:
    members = items_of(type(obj)) if isinstance(obj, Element) else {}
    waiting = {tag: iter(getattr(obj, member.name)) for tag, member in members.items()}
    found = []
    for child in element.iterchildren(etree.Element):
        tag = names[child.tag]
        if tag in waiting:
            item = next(waiting[tag])
            if child not in held:
                found.append(item)
    for member in members.values():
        setattr(obj, member.name, [])
    yield from found
