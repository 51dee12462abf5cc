"""Recognises what a document is: an envelope, a strongly typed message, a bare payload, and what wraps it.

The name patterns are tables here; namespaces and words of known systems are in :mod:`.dialects`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from attrs import define, field
from lxml import etree

from ..errors import SoapFaultError, UnknownMessageError
from ..model import Element
from ..nouns import ENVELOPES, PROFILES, registry
from . import dialects
from .audit import Problem, payload_problem
from .dialect import MESSAGE, Dialect, SoapForm
from .dialects import NOUN_ALIASES, Variant, message_variant, payload_variant
from .foreign import RawElement
from .limits import Limits
from .names import Names
from .reading import Resolved
from .writing import OPERATION_SET, operation_set

__all__ = ["MESSAGE", "SOAP", "Frame", "frame_of", "payload_of"]

SOAP = {
    "http://schemas.xmlsoap.org/soap/envelope/": "1.1",
    "http://www.w3.org/2003/05/soap-envelope": "1.2",
}
_USUAL = {f"{{{MESSAGE}}}{name}": name for name in ENVELOPES}
_BY_LOWER = {name.lower(): name for name in ENVELOPES}
_VERBS = "Create|Change|Cancel|Close|Delete|Execute|Get"
_PAST = "Created|Changed|Canceled|Cancelled|Closed|Deleted|Executed"
TYPED = (
    (re.compile(r"[A-Z]\w+ResponseMessage"), "ResponseMessage"),
    (re.compile(r"[A-Z]\w+FaultMessage"), "FaultMessage"),
    (re.compile(r"[A-Z]\w+EventMessage"), "EventMessage"),
    (re.compile(r"[A-Z]\w+(Request|Payload)Message"), "RequestMessage"),
    (re.compile(r"Reply[A-Z]\w+"), "ResponseMessage"),
    (re.compile(rf"({_PAST})[A-Z]\w+"), "EventMessage"),
    (re.compile(rf"({_VERBS})[A-Z]\w+"), "RequestMessage"),
)
"""How the root of a strongly typed message is called, and the kind of message it is."""
OPERATIONS = {"Request": "RequestMessage", "Response": "ResponseMessage", "PublishEvent": "EventMessage"}
"""The operations of the generic SOAP binding; their elements stand for, or around, the root of the message."""
_UNQUALIFIED = Variant("ENV111", "elements without namespace")
_LIMITS = Limits()


@define
class Frame:
    """What a document turned out to be: the element to read, as which class, under which names.

    ``form`` holds what differs from the standard, by the members of :class:`.dialect.Dialect`, and ``traits`` the words
    for it. ``added`` are elements that :mod:`.translate` put into the tree; the source does not have them.
    """

    element: etree._Element
    cls: type[Element]
    names: Names
    traits: list[str] = field(factory=list)
    problems: list[Problem] = field(factory=list)
    typed: bool = False
    form: dict[str, Any] = field(factory=dict)
    added: list[etree._Element] = field(factory=list)

    @property
    def namespace(self) -> str:
        """The namespace of what stands inside of the envelope."""
        return self.names.namespaces[-1]

    @property
    def dialect(self) -> Dialect:
        """The form the message came in."""
        return Dialect(name=", ".join(dict.fromkeys(self.traits)), **self.form) if self.form or self.traits else PLAIN


PLAIN = Dialect()
"""The form of the standard."""


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
    if (envelope := _envelope(name.localname, namespace)) is not None:
        return _generic(root, envelope, namespace)
    if name.localname == OPERATION_SET:
        frame = Frame(root, operation_set(), _envelope_names((namespace,)), ["bare payload"])
        _note_message_namespace(frame, root, namespace)
        return frame
    if name.localname in OPERATIONS and (inside := _operation(root, OPERATIONS[name.localname])) is not None:
        return inside
    profile = registry.find(namespace, name.localname)
    if (profile is None or profile.namespace != namespace) and (typed := _typed(root, name.localname, namespace)):
        return typed
    found = payload_of(root)
    if found is None:
        raise _unknown(root)
    frame = Frame(root, found.cls, found.names, ["bare payload"])
    if not found.is_expected:
        note_payload(frame, root, found)
    return frame


def note_payload(frame: Frame, root: etree._Element, found: Resolved) -> None:
    """Note the form of a bare payload that is not the standard's."""
    namespace = etree.QName(root).namespace or ""
    frame.problems.append(payload_problem(root, found))
    if namespace != found.expected:
        frame.form["namespaces"] = {found.noun: namespace}
    if found.variant is not None:
        frame.traits.append(found.variant.known)
        frame.form["unqualified_payload"] = found.variant is _UNQUALIFIED
        frame.form["edition"] = found.variant.edition
    if (local := etree.QName(root).localname) != found.noun:
        frame.form["nouns"] = {local: found.noun}


def payload_of(element: etree._Element) -> Resolved | None:
    """Find the class of a payload: by namespace and name, else by its name alone; None when it is not known."""
    found = _payload_of(str(element.tag), registry.version, dialects.version())
    if found is not None and len(found.names.namespaces) == 1 and found.names.namespaces[0]:
        first = next(element.iterchildren(etree.Element), None)
        if first is not None and str(first.tag)[0] != "{":
            names = _names((*found.names.namespaces, ""))
            return found._replace(names=names, is_expected=False, variant=_UNQUALIFIED)
    return found


@lru_cache(maxsize=256)
def _payload_of(tag: str, _registered: int, _dialects: int) -> Resolved | None:
    name = etree.QName(tag)
    namespace, local = name.namespace or "", name.localname
    profile = registry.find(namespace, local)
    if profile is None:
        aliases = dict(NOUN_ALIASES)
        for dialect in dialects.dialects(namespace):
            aliases.update(dialect.nouns)
        profile = registry.find(namespace, aliases.get(local, ""))
    if profile is None:
        return None
    expected = namespace == profile.namespace
    variant = None if expected else payload_variant(namespace, profile.name)
    names = _names((namespace,))
    return Resolved(profile.cls, names, profile.namespace, expected and local == profile.name, profile.name, variant)


@lru_cache(maxsize=64)
def _names(namespaces: tuple[str, ...]) -> Names:
    return Names(namespaces)


@lru_cache(maxsize=64)
def _envelope_names(namespaces: tuple[str, ...]) -> Names:
    return Names(namespaces, PROFILES)


def _envelope(local: str, namespace: str) -> str | None:
    """Return the kind of envelope that a root is, in another spelling too where its namespace is known."""
    if local in ENVELOPES:
        return local
    known = _BY_LOWER.get(local.lower())
    return known if known is not None and message_variant(namespace) is not None else None


def _generic(root: etree._Element, envelope: str, namespace: str) -> Frame:
    frame = Frame(root, ENVELOPES[envelope].cls, _envelope_names((namespace,)))
    if etree.QName(root).localname != envelope:
        frame.form["root"] = str(root.tag)
        local = etree.QName(root).localname
        frame.problems.append(Problem("ENV114", root, f"found {local!r}, expected {envelope!r}", local))
    _note_message_namespace(frame, root, namespace)
    return frame


def _note_message_namespace(frame: Frame, element: etree._Element, namespace: str) -> None:
    if namespace == MESSAGE:
        return
    frame.form["message"] = namespace
    variant = message_variant(namespace)
    if variant is not None:
        frame.traits.append(variant.known if "envelope" in variant.known else f"envelope of {variant.known}")
        frame.form["edition"] = variant.edition
        known = f"found {namespace!r}, known from {variant.known}"
        frame.problems.append(Problem(variant.rule, element, known, namespace))
    elif not namespace:
        frame.traits.append("no namespace")
        frame.problems.append(Problem("ENV110", element, f"found no namespace, expected {MESSAGE!r}", ""))
    else:
        frame.problems.append(Problem("ENV105", element, f"found {namespace!r}, expected {MESSAGE!r}", namespace))


def _soap(root: etree._Element, version: str) -> Frame:
    namespace = etree.QName(root).namespace
    body = root.find(f"{{{namespace}}}Body")
    inside = list(body.iterchildren(etree.Element)) if body is not None else []
    if len(inside) != 1:
        raise UnknownMessageError(f"expected one element in the SOAP {version} Body, found {len(inside)}")
    fault = None
    if etree.QName(inside[0]).localname == "Envelope":
        raise UnknownMessageError(f"expected a message in the SOAP {version} Body, found another envelope")
    if inside[0].tag == f"{{{namespace}}}Fault":
        code, reason, details = _fault(inside[0], f"{{{namespace}}}")
        if len(details) != 1:
            raise SoapFaultError(code, reason, [RawElement.of(detail) for detail in details])
        fault, inside = (code, reason), details
    try:
        frame = frame_of(inside[0])
    except UnknownMessageError:
        if fault is None:
            raise
        raise SoapFaultError(*fault, [RawElement.of(inside[0])]) from None
    blocks = [child for child in root.iterfind(f"{{{namespace}}}Header/*") if isinstance(child.tag, str)]
    headers = tuple(RawElement.of(block, _LIMITS) for block in blocks)
    frame.form["soap"] = SoapForm(version=version, headers=headers, fault=fault)  # type: ignore[arg-type]
    frame.traits.insert(0, f"SOAP {version}")
    notes = [Problem("ENV102", root, f"found a SOAP {version} envelope around the message")]
    if blocks:
        listed = ", ".join(etree.QName(block).localname for block in blocks)
        notes.append(Problem("ENV104", blocks[0], f"found SOAP header blocks: {listed}"))
    if fault is not None:
        notes.append(Problem("ENV121", body[0], f"found the SOAP fault {': '.join(filter(None, fault))}", fault[0]))  # type: ignore[index]
    frame.problems[:0] = notes
    return frame


def _fault(fault: etree._Element, soap: str) -> tuple[str, str, list[etree._Element]]:
    """Return code, reason and what is in the detail of a SOAP fault, 1.1 or 1.2."""

    def text(*paths: str) -> str:
        found = (fault.find(path) for path in paths)
        return next(((one.text or "").strip() for one in found if one is not None), "")

    code = text("faultcode", f"{soap}Code/{soap}Value")
    prefix, _, local = code.rpartition(":")
    if prefix and fault.nsmap.get(prefix) == soap[1:-1]:
        code = local
    detail = next((one for one in (fault.find("detail"), fault.find(f"{soap}Detail")) if one is not None), None)
    inside = list(detail.iterchildren(etree.Element)) if detail is not None else []
    return code, text("faultstring", f"{soap}Reason/{soap}Text"), inside


def _operation(root: etree._Element, kind: str) -> Frame | None:
    """Recognise the element of an operation: as the root of the message, or around it."""
    children = list(root.iterchildren(etree.Element))
    inner = children[0] if len(children) == 1 and etree.QName(children[0]).localname == "message" else root
    header = _child(inner, "Header")
    if header is None:
        if len(children) != 1 or etree.QName(children[0]).localname not in ENVELOPES:
            return None
        frame = frame_of(children[0])
        frame.form["around"] = str(root.tag)
    else:
        frame = _parted(inner, kind, header)
        if inner is not root:
            frame.form["around"] = str(root.tag)
    name = etree.QName(root)
    frame.traits.insert(0, f"operation {name.localname}")
    shown = f"found the element {name.localname} of {name.namespace!r}"
    frame.problems.insert(0, Problem("ENV117", root, shown, name.namespace))
    return frame


def _parted(root: etree._Element, kind: str, first: etree._Element) -> Frame:
    """Make the frame of a message with a root of its own; its parts may stand in another namespace than the rest."""
    parts = etree.QName(first).namespace or ""
    inside = next(first.iterchildren(etree.Element), None)
    message = (etree.QName(inside).namespace or "") if inside is not None else MESSAGE
    frame = Frame(root, ENVELOPES[kind].cls, _envelope_names(tuple(dict.fromkeys((parts, message)))))
    frame.form |= {"root": str(root.tag)} | ({"parts": parts} if parts != message else {})
    _note_message_namespace(frame, first, message)
    return frame


def _child(element: etree._Element, name: str) -> etree._Element | None:
    return next((one for one in element.iterchildren(etree.Element) if etree.QName(one).localname == name), None)


def _typed(root: etree._Element, name: str, namespace: str) -> Frame | None:
    """Recognise a message whose root names verb and noun, and whose parts stand in a namespace of its own."""
    kind = next((kind for pattern, kind in TYPED if pattern.fullmatch(name)), None)
    first = _child(root, "Reply" if kind == "FaultMessage" else "Header")
    if kind is None or first is None:
        return None
    within = etree.QName(first).namespace or ""
    if within not in {namespace, MESSAGE, ""} and message_variant(within) is None:
        return None
    answers = kind == "EventMessage" and _child(root, "Reply") is not None
    frame = _parted(root, "ResponseMessage" if answers else kind, first)
    frame.typed = True
    frame.traits.insert(0, f"strongly typed {name}")
    shown = f"found the strongly typed root {name} of {namespace!r}"
    frame.problems.insert(0, Problem("ENV103", root, shown, namespace))
    if answers:
        frame.problems.insert(1, Problem("ENV120", root, f"found a Reply in {name}"))
    return frame


def _unknown(root: etree._Element) -> UnknownMessageError:
    name = etree.QName(root)
    envelopes = ", ".join(ENVELOPES)
    return UnknownMessageError(
        f"the root element {name.localname!r} of namespace {name.namespace or '(none)'!r} is no message and no payload "
        f"that is known; expected one of {envelopes}, or a noun such as MeterReadings; cim.PROFILES lists them, and "
        "cim.register() adds your own"
    )
