"""Asks libxml2 whether a document is valid: the envelope and every payload in it, each against its own schema."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from .._mixins import EnvelopeMessage
from ..nouns import PROFILES
from ..xml.frame import MESSAGE, Frame, payload_of
from ..xml.writing import OPERATION_SET
from .schema import schema

__all__ = ["is_valid", "payload_elements"]


def is_valid(frame: Frame) -> bool:
    """Tell whether a document is of the standard's own form and valid against the schemas.

    No is not the last word: libxml2 refuses some integers that are valid, and nothing here knows schemas of users.
    """
    if frame.problems or frame.typed:
        return False
    is_message = issubclass(frame.cls, EnvelopeMessage)
    if is_message and (frame.namespace != MESSAGE or not schema().validate(frame.element)):
        return False
    return (is_message or frame.cls.__xml__.name != OPERATION_SET) and all(
        _is_valid_payload(element) for element in payload_elements(frame)
    )


def _is_valid_payload(element: etree._Element) -> bool:
    found = payload_of(element)
    known = PROFILES.get(found.noun) if found is not None and found.is_expected else None
    if found is None or known is None or found.cls is not known.cls:
        return False
    valid: bool = schema(known.name).validate(element)
    return valid


def payload_elements(frame: Frame) -> Iterator[etree._Element]:
    """Yield the roots of payloads in a document: itself, or what stands in its envelope in other namespaces."""
    is_message = issubclass(frame.cls, EnvelopeMessage)
    if not is_message and frame.cls.__xml__.name != OPERATION_SET:
        yield frame.element
        return
    waiting = [frame.element]
    while waiting:
        for child in waiting.pop().iterchildren(etree.Element):
            if frame.names[child.tag][:1] == "{":
                yield child
            else:
                waiting.append(child)
