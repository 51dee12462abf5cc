"""Describes what a compiled reader found odd: walks the elements once more against the field tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml import etree

from ..model import Element, Member, OpenEnum
from .compile_reader import reader
from .dialects import NOUNS_OF_EDITIONS
from .foreign import XSI
from .lexical import lexical
from .limits import Limits
from .names import Names
from .reading import Reading, Resolved
from .shape import IGNORED_ATTRIBUTES, is_blank, is_nil, is_plain, is_unbound, leaf_text, resolve
from .values import QualifiedName

__all__ = ["Problem", "audit", "payload_problem"]

_LIMITS = Limits()
_NIL = f"{XSI}nil"
_TYPE = f"{XSI}type"


class Problem(NamedTuple):
    """A finding before its place is known."""

    rule: str
    element: etree._Element
    message: str
    value: str | None = None


def audit(
    element: etree._Element,
    names: Names,
    cls: type[Element],
    payload: Callable[[etree._Element], Resolved | None],
    limits: Limits = _LIMITS,
) -> Iterator[Problem]:
    """Yield every deviation of an element and of all below it from the field tables, in document order."""
    yield from _element(element, names, cls, Reading(limits, payload, reader))


def _element(element: etree._Element, names: Names, cls: type[Element], reading: Reading) -> Iterator[Problem]:
    table = cls.__xml__
    yield from _attributes(element, cls)
    if table.text is not None:
        yield from _value(element, cls, table.text)
        return
    yield from _stray_text(element, element.text)
    counts: Counter[str] = Counter()
    reached = 0
    for child in element:
        if isinstance(child.tag, str):
            name = names[child.tag]
            member = table.elements.get(name)
            if member is None and table.wildcard is not None and name[0] == "{":
                member = table.wildcard
            if member is None:
                yield _unknown(child, name, cls)
            else:
                counts[member.name] += 1
                place = table.position[member.name]
                if place < reached:
                    yield _misplaced(child, member, cls, reached)
                reached = max(place, reached)
                yield from _child(child, names, cls, member, reading)
        yield from _stray_text(element, child.tail)
    yield from _counts(element, cls, counts)


def _is_odd(element: etree._Element, names: Names, cls: type[Element], reading: Reading) -> bool:
    """Ask the compiled reader, which is much faster, whether there is anything to describe in an element."""
    reading.odd = False
    reader(cls)(element, names, reading)
    return reading.odd


def _attributes(element: etree._Element, cls: type[Element]) -> Iterator[Problem]:
    for name, text in element.items():
        member = cls.__xml__.attributes.get(name)
        if member is not None:
            yield from _simple(element, cls, member, text, f"attribute {name}")
        elif name not in IGNORED_ATTRIBUTES and (name == _NIL or not cls.__xml__.any_attribute):
            yield _attribute(element, name, text)
    for member in cls.__xml__.attributes.values():
        if member.low and element.get(member.tag) is None:
            yield Problem("XSD103", element, f"expected an attribute {member.tag}, found none")


def _attribute(element: etree._Element, name: str, text: str) -> Problem:
    if name == _NIL:
        return Problem("XSD109", element, f"found xsi:nil={text!r} on an element that always has a value", text)
    if name == _TYPE:
        return Problem("ENV118", element, f"found xsi:type={text!r}", text)
    return Problem("XSD102", element, f"found an attribute {_readable(name)}, expected none of that name", text)


def _unknown(child: etree._Element, name: str, cls: type[Element]) -> Problem:
    expected = ", ".join(cls.__xml__.elements) or "none"
    if len(expected) > 100:
        expected = f"{expected[:97]}..."
    local = etree.QName(child).localname
    where = ","
    if name[0] == "{" and local in cls.__xml__.elements:
        where = f" of that name, but in the namespace {etree.QName(child).namespace or '(none)'!r},"
    return Problem("XSD101", child, f"found an element {_readable(str(child.tag))}{where} expected one of: {expected}")


def _misplaced(child: etree._Element, member: Member, cls: type[Element], reached: int) -> Problem:
    after = cls.__xml__.members[reached - 1].tag
    return Problem("XSD105", child, f"found {member.tag} after {after}, expected it before")


def _stray_text(element: etree._Element, text: str | None) -> Iterator[Problem]:
    if not is_blank(text):
        shown = " ".join((text or "").split())[:60]
        yield Problem("XSD108", element, f"found the text {shown!r} between elements, expected none", text)


def _child(
    child: etree._Element,
    names: Names,
    cls: type[Element],
    member: Member,
    reading: Reading,
) -> Iterator[Problem]:
    if member.type == "any":
        found = reading.payload(child)
        if found is None:
            if member.name == "content":
                yield _unknown_payload(child)
            return
        if not found.is_expected:
            yield payload_problem(child, found)
        yield from _element(child, found.names, found.cls, reading)
    elif member.type == "@ref":
        for name, text in child.items():
            if name != "ref" and name not in IGNORED_ATTRIBUTES:
                yield _attribute(child, name, text)
        text_inside = leaf_text(child)
        if text_inside is None and not is_nil(child):
            yield Problem("XSD111", child, f"found elements inside {member.tag}, expected only an attribute ref")
        elif text_inside is not None and not is_blank(text_inside):
            yield Problem(
                "XSD108", child, f"found the text {text_inside.strip()!r}, expected only an attribute ref", text_inside
            )
    elif is_plain(cls, member):
        for name, text in child.items():
            if name not in IGNORED_ATTRIBUTES:
                yield _attribute(child, name, text)
        yield from _value(child, cls, member)
    elif _is_odd(child, names, target := resolve(cls, member.type), reading):
        yield from _element(child, names, target, reading)


def payload_problem(element: etree._Element, found: Resolved) -> Problem:
    """Describe how the root of a payload differs from that of the standard."""
    name = etree.QName(element)
    namespace = name.namespace or ""
    if found.variant is not None and found.variant.rule == "ENV111":
        message = f"found the root {name.localname} in a namespace, and what is in it in none"
        return Problem("ENV111", element, message, namespace)
    if name.localname != found.noun:
        return Problem("ENV113", element, f"found {name.localname!r}, expected {found.noun!r}", name.localname)
    shown = repr(namespace) if namespace else "no namespace"
    known = f", known from {found.variant.known}" if found.variant is not None and namespace else ""
    rule = found.variant.rule if found.variant is not None else "XSD112"
    return Problem(rule, element, f"found {shown}{known}, expected {found.expected!r}", namespace)


def _unknown_payload(child: etree._Element) -> Problem:
    shown = _readable(str(child.tag))
    other = NOUNS_OF_EDITIONS.get(etree.QName(child).localname)
    if other is not None:
        return Problem("ENV119", child, f"found {shown} of edition {other[0]}, which edition 2 knows as {other[1]}")
    return Problem("ENV106", child, f"found {shown}, which is no known payload")


def _value(element: etree._Element, cls: type[Element], member: Member) -> Iterator[Problem]:
    text = leaf_text(element)
    if text is not None:
        yield from _simple(element, cls, member, text or member.default or "", etree.QName(element).localname)
    elif not is_nil(element):
        yield Problem("XSD111", element, "found elements inside a value, expected only text")


def _simple(element: etree._Element, cls: type[Element], member: Member, text: str, what: str) -> Iterator[Problem]:
    shown = text if len(text) <= 60 else f"{text[:57]}..."
    if member.type.startswith("xs:"):
        kind = lexical(member.type)
        try:
            value = kind.parse(text)
            if isinstance(value, QualifiedName) and is_unbound(element, value):
                raise ValueError(text)
        except ValueError:
            yield Problem("XSD107", element, f"found {shown!r} in {what}, expected {kind.expected}", text)
        return
    enum: type[OpenEnum] = resolve(cls, member.type)
    if text not in enum._value2member_map_:
        yield Problem("XSD110", element, f"found {shown!r} in {what}, expected one of: {', '.join(enum)}", text)


def _counts(element: etree._Element, cls: type[Element], counts: Counter[str]) -> Iterator[Problem]:
    for member in cls.__xml__.members:
        if member.kind == "attribute":
            continue
        number = counts[member.name]
        if number < member.low:
            yield Problem("XSD103", element, f"expected {_many(member.low)} {member.tag}, found {number or 'none'}")
        if member.high is not None and number > member.high:
            yield Problem("XSD104", element, f"expected at most {_many(member.high)} {member.tag}, found {number}")
    for group in cls.__xml__.choices:
        tags = [member.tag for member in group if counts[member.name]]
        if len(tags) > 1:
            yield Problem("XSD106", element, f"found {' and '.join(tags)}, expected only one of them")


def _many(number: int) -> str:
    return "one" if number == 1 else str(number)


def _readable(tag: str) -> str:
    name = etree.QName(tag)
    return f"{name.localname!r} of {name.namespace!r}" if name.namespace else repr(name.localname)
