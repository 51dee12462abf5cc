"""Recognises what a document is: an envelope, a strongly typed message, a bare payload, and what wraps it.

The namespaces and name patterns are tables; the next variant is an entry.
"""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import define, field
from lxml import etree

from ..errors import UnknownMessageError
from ..model import Element
from ..nouns import ENVELOPES, PROFILES, registry
from .audit import Problem
from .names import Names
from .reading import Resolved
from .writing import OPERATION_SET, operation_set

__all__ = ["MESSAGE", "Frame", "frame_of", "payload_of"]

MESSAGE = "http://iec.ch/TC57/2011/schema/message"
MESSAGE_VARIANTS = {
    "http://www.iec.ch/TC57/2011/schema/message": "the draft of April 2011",
    "http://www.iec.ch/TC57/2010/schema/message": "the draft of 2010",
    "http://iec.ch/TC57/2010/schema/message": "the draft of 2010",
    "http://iec.ch/TC57/2016/schema/message": "a copy dated 2016",
}
"""Namespaces under which deployed systems send the same envelope, and what is known of each."""
SOAP = {
    "http://schemas.xmlsoap.org/soap/envelope/": "SOAP 1.1",
    "http://www.w3.org/2003/05/soap-envelope": "SOAP 1.2",
}
_USUAL = {f"{{{MESSAGE}}}{name}": name for name in ENVELOPES}
_VERBS = "Create|Change|Cancel|Close|Delete|Execute|Get"
_PAST = "Created|Changed|Canceled|Cancelled|Closed|Deleted|Executed"
TYPED = (
    (re.compile(r"[A-Z]\w+ResponseMessage"), "ResponseMessage"),
    (re.compile(r"[A-Z]\w+FaultMessage"), "FaultMessage"),
    (re.compile(r"[A-Z]\w+EventMessage"), "EventMessage"),
    (re.compile(r"[A-Z]\w+(Request|Payload)Message"), "RequestMessage"),
    (re.compile(rf"({_PAST})[A-Z]\w+"), "EventMessage"),
    (re.compile(rf"({_VERBS})[A-Z]\w+"), "RequestMessage"),
)
"""How the root of a strongly typed message is called, and the kind of message it is."""


@define
class Frame:
    """What a document turned out to be: the element to read, as which class, under which names."""

    element: etree._Element
    cls: type[Element]
    names: Names
    dialect: list[str] = field(factory=list)
    problems: list[Problem] = field(factory=list)
    typed: bool = False


def frame_of(root: etree._Element) -> Frame:
    """Recognise a document by its root.

    Raises:
        UnknownMessageError: It is no message and no payload that the library knows.
    """
    usual = _USUAL.get(str(root.tag))
    if usual is not None:
        return Frame(root, ENVELOPES[usual].cls, _envelope_names((MESSAGE,)))
    name = etree.QName(root)
    if name.localname == "Envelope" and name.namespace in SOAP:
        return _soap(root, SOAP[name.namespace])
    namespace = name.namespace or ""
    if name.localname in ENVELOPES:
        frame = Frame(root, ENVELOPES[name.localname].cls, _envelope_names((namespace,)))
        _note_message_namespace(frame, root, namespace)
        return frame
    if name.localname == OPERATION_SET:
        frame = Frame(root, operation_set(), _envelope_names((namespace,)), ["bare payload"])
        _note_message_namespace(frame, root, namespace)
        return frame
    profile = registry.find(namespace, name.localname)
    if (profile is None or profile.namespace != namespace) and (typed := _typed(root, name.localname, namespace)):
        return typed
    found = payload_of(root)
    if found is None:
        raise _unknown(root)
    frame = Frame(root, found.cls, found.names, ["bare payload"])
    if not found.is_expected:
        message = f"found the namespace {namespace!r}, expected {found.expected!r}"
        frame.problems.append(Problem("XSD112", root, message, namespace))
    return frame


def payload_of(element: etree._Element) -> Resolved | None:
    """Find the class of a payload: by namespace and name, else by its name alone; None when it is not known."""
    return _payload_of(str(element.tag), registry.version)


@lru_cache(maxsize=256)
def _payload_of(tag: str, _version: int) -> Resolved | None:
    name = etree.QName(tag)
    namespace = name.namespace or ""
    profile = registry.find(namespace, name.localname)
    if profile is None:
        return None
    return Resolved(profile.cls, _names((namespace,)), profile.namespace, namespace == profile.namespace)


@lru_cache(maxsize=64)
def _names(namespaces: tuple[str, ...]) -> Names:
    return Names(namespaces)


@lru_cache(maxsize=64)
def _envelope_names(namespaces: tuple[str, ...]) -> Names:
    return Names(namespaces, PROFILES)


def _note_message_namespace(frame: Frame, element: etree._Element, namespace: str) -> None:
    if namespace == MESSAGE:
        return
    if namespace in MESSAGE_VARIANTS:
        known = MESSAGE_VARIANTS[namespace]
        frame.dialect.append(f"envelope of {known}")
        frame.problems.append(Problem("ENV101", element, f"found {namespace!r}, known from {known}", namespace))
    else:
        frame.problems.append(Problem("ENV105", element, f"found {namespace!r}, expected {MESSAGE!r}", namespace))


def _soap(root: etree._Element, version: str) -> Frame:
    namespace = etree.QName(root).namespace
    body = root.find(f"{{{namespace}}}Body")
    inside = list(body.iterchildren(etree.Element)) if body is not None else []
    if len(inside) != 1:
        raise UnknownMessageError(f"expected one element in the {version} Body, found {len(inside)}")
    if etree.QName(inside[0]).localname == "Envelope":
        raise UnknownMessageError(f"expected a message in the {version} Body, found another envelope")
    frame = frame_of(inside[0])
    frame.dialect.insert(0, version)
    frame.problems.insert(0, Problem("ENV102", root, f"found a {version} envelope around the message"))
    blocks = [child for child in root.iterfind(f"{{{namespace}}}Header/*") if isinstance(child.tag, str)]
    if blocks:
        listed = ", ".join(etree.QName(block).localname for block in blocks)
        frame.problems.insert(1, Problem("ENV104", blocks[0], f"found SOAP header blocks: {listed}"))
    return frame


def _typed(root: etree._Element, name: str, namespace: str) -> Frame | None:
    """Recognise a message whose root names verb and noun, and whose parts stand in a namespace of its own."""
    kind = next((kind for pattern, kind in TYPED if pattern.fullmatch(name)), None)
    part = "Reply" if kind == "FaultMessage" else "Header"
    first = root.find(f"{{{namespace}}}{part}" if namespace else part)
    if kind is None or first is None:
        return None
    inside = next(first.iterchildren(etree.Element), None)
    message = (etree.QName(inside).namespace or "") if inside is not None else MESSAGE
    frame = Frame(
        root, ENVELOPES[kind].cls, _envelope_names((namespace, message)), [f"strongly typed {name}"], typed=True
    )
    frame.problems.append(Problem("ENV103", root, f"found the strongly typed root {name} of {namespace!r}", namespace))
    _note_message_namespace(frame, first, message)
    return frame


def _unknown(root: etree._Element) -> UnknownMessageError:
    name = etree.QName(root)
    envelopes = ", ".join(ENVELOPES)
    return UnknownMessageError(
        f"the root element {name.localname!r} of namespace {name.namespace or '(none)'!r} is no message and no payload "
        f"that is known; expected one of {envelopes}, or a noun such as MeterReadings; cim.PROFILES lists them, and "
        "cim.register() adds your own"
    )
