"""Recognises what a document is: an envelope, a strongly typed message, a bare payload, and what wraps it.

The name patterns are tables here; namespaces and words of known systems are in :mod:`.dialects`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from attrs import define, field
from lxml import etree

from ..errors import UnknownMessageError
from ..model import Element
from ..nouns import ENVELOPES, PROFILES, registry
from . import dialects
from .audit import Problem, payload_problem
from .dialect import MESSAGE, Dialect
from .dialects import NOUN_ALIASES, Variant, message_variant, payload_variant
from .names import Names
from .reading import Resolved
from .shape import resolve
from .soap_frame import in_soap
from .writing import OPERATION_SET, operation_set

__all__ = ["MESSAGE", "SOAP", "Frame", "frame_of", "payload_of"]

SOAP = {
    "http://schemas.xmlsoap.org/soap/envelope/": "1.1",
    "http://www.w3.org/2003/05/soap-envelope": "1.2",
}
_START = f"{{{MESSAGE}}}"
_USUAL = {f"{_START}{name}": name for name in ENVELOPES}
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
    if usual is not None and _is_usual(root):
        return Frame(root, ENVELOPES[usual].cls, _envelope_names((MESSAGE,)))
    name = etree.QName(root)
    if name.localname == "Envelope" and name.namespace in SOAP:
        return in_soap(root, SOAP[name.namespace], frame_of)
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


def _is_usual(root: etree._Element) -> bool:
    """Tell whether an envelope begins as the standard wants it: all in its namespace."""
    first = root[0] if len(root) else None
    inside = first[0] if first is not None and len(first) else None
    return all(one is None or str(one.tag).startswith(_START) for one in (first, inside))


def note_payload(frame: Frame, root: etree._Element, found: Resolved) -> None:
    """Note the form of a bare payload that is not the standard's."""
    namespace = etree.QName(root).namespace or ""
    frame.problems.append(eased(payload_problem(root, found)))
    if namespace != found.expected:
        frame.form["namespaces"] = {found.noun: namespace}
    if found.variant is not None:
        frame.traits.append(found.variant.known)
        frame.form["unqualified_payload"] = found.variant is _UNQUALIFIED
        frame.form["edition"] = found.variant.edition
    elif namespace != found.expected:
        frame.traits.append(f"payload of {namespace!r}")
    if (local := etree.QName(root).localname) != found.noun:
        frame.form["nouns"] = {local: found.noun}
        frame.traits.append("other nouns")


def eased(problem: Problem) -> Problem:
    """Rate the name of a root as what it is in a dialect that is known, where it is one."""
    if problem.rule != "ENV113":
        return problem
    name = etree.QName(problem.element)
    known = dialects.dialects(name.namespace or "")
    return problem._replace(rule="ENV109") if any(name.localname in one.nouns for one in known) else problem


def payload_of(element: etree._Element) -> Resolved | None:
    """Find the class of a payload: by namespace and name, else by its name alone; None when it is not known."""
    found = _payload_of(str(element.tag), registry.version, dialects.version())
    if found is not None and len(found.names.namespaces) == 1 and found.names.namespaces[0]:
        first = next(element.iterchildren(etree.Element), None)
        if first is not None and str(first.tag) in found.cls.__xml__.elements:
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


class _AllNames(Names):
    """Names of a vendor's namespace, which may hold nouns beside the envelope: those stay payloads."""

    def __missing__(self, tag: Any) -> str:
        name = super().__missing__(tag)
        if name in PROFILES and tag[0] == "{":
            name = self[tag] = tag
        return name


@lru_cache(maxsize=64)
def _envelope_names(namespaces: tuple[str, ...]) -> Names:
    return (Names if set(namespaces) <= {MESSAGE, ""} else _AllNames)(namespaces, PROFILES)


def _envelope(local: str, namespace: str) -> str | None:
    """Return the kind of envelope that a root is, in another spelling too where its namespace is known."""
    if local in ENVELOPES:
        return local
    known = _BY_LOWER.get(local.lower())
    return known if known is not None and message_variant(namespace) is not None else None


def _generic(root: etree._Element, envelope: str, namespace: str) -> Frame:
    if (first := _mixed(root, namespace)) is not None:
        frame = _parted(root, envelope, first)
        if namespace != MESSAGE:
            _note_namespace(frame, root, namespace, place=0)
        return frame
    frame = Frame(root, ENVELOPES[envelope].cls, _envelope_names((namespace,)))
    if etree.QName(root).localname != envelope:
        frame.form["root"] = str(root.tag)
        frame.traits.append("other names of elements")
        local = etree.QName(root).localname
        variant = message_variant(namespace)
        known = namespace != MESSAGE and variant is not None and variant.dialect is not None
        rule = "ENV109" if known else "ENV114"
        frame.problems.append(Problem(rule, root, f"found {local!r}, expected {envelope!r}", local))
    _note_message_namespace(frame, root, namespace)
    return frame


def _mixed(root: etree._Element, namespace: str) -> etree._Element | None:
    """Return the first part of an envelope whose parts, or what is in them, stand in another namespace than the root.

    Where all of it has no namespace, that is unqualified content and no mixture.
    """
    first = next((part for name in ("Header", "Reply") if (part := _child(root, name)) is not None), None)
    if first is None:
        return None
    inside = _known_inside(first)
    found = {etree.QName(one).namespace or "" for one in (first, inside) if one is not None}
    known = all(one in {namespace, MESSAGE, ""} or message_variant(one) is not None for one in found)
    return first if known and found not in ({namespace}, {""}) else None


def _known_inside(part: etree._Element) -> etree._Element | None:
    """Return the first element of a Header or Reply that is no extension."""
    known = resolve(ENVELOPES["Message"].cls, etree.QName(part).localname).__xml__.elements
    return next((one for one in part.iterchildren(etree.Element) if etree.QName(one).localname in known), None)


def _note_message_namespace(frame: Frame, element: etree._Element, namespace: str) -> None:
    if namespace != MESSAGE:
        frame.form["message"] = namespace
        _note_namespace(frame, element, namespace)


def _note_namespace(frame: Frame, element: etree._Element, namespace: str, place: int | None = None) -> None:
    variant = message_variant(namespace)
    if variant is not None:
        frame.traits.append(variant.known if "envelope" in variant.known else f"envelope of {variant.known}")
        frame.form["edition"] = variant.edition
        known = f"found {namespace!r}, known from {variant.known}"
        problem = Problem(variant.rule, element, known, namespace)
    elif not namespace:
        frame.traits.append("no namespace")
        problem = Problem("ENV110", element, f"found no namespace, expected {MESSAGE!r}", "")
    else:
        frame.traits.append(f"envelope of {namespace!r}")
        problem = Problem("ENV105", element, f"found {namespace!r}, expected {MESSAGE!r}", namespace)
    frame.problems.insert(len(frame.problems) if place is None else place, problem)


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
    inside = _known_inside(first)
    if inside is None:
        inside = next(first.iterchildren(etree.Element), None)
    message = (etree.QName(inside).namespace or "") if inside is not None else MESSAGE
    frame = Frame(root, ENVELOPES[kind].cls, _envelope_names(tuple(dict.fromkeys((parts, message)))))
    frame.form |= {"root": str(root.tag)} | ({"parts": parts} if parts != message else {})
    if message or not etree.QName(root).namespace:
        _note_message_namespace(frame, first, message)
        return frame
    odd = first if inside is None or not parts else inside
    frame.form["message"] = ""
    frame.traits.append(_UNQUALIFIED.known)
    shown = f"found {etree.QName(odd).localname} without namespace, expected {MESSAGE!r}"
    frame.problems.append(Problem("ENV111", odd, shown, ""))
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
