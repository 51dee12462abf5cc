"""Content that was read although the schema does not know it, in a form that compares and is written back."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from typing import Any

from attrs import define, field, frozen
from lxml import etree

from ..errors import LimitError
from .limits import Limits
from .values import QualifiedName

__all__ = ["XSI", "Foreign", "Kept", "RawElement", "check_attributes"]

XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_PREFIXED = re.compile(r"(?<![\w.\-])([^\W\d][\w.\-]*):")
_INSTRUCTION = re.compile(rb"<\?.*?\?>", re.DOTALL)
_LIMITS = Limits()
_SAFE = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def _canonical(xml: str) -> str:
    return _text_of(etree.fromstring(xml.encode(), _SAFE))


@frozen(eq=False)
class RawElement:
    """An element of a vocabulary the library does not know, as text in canonical form.

    Two are equal when their canonical XML is, whatever declarations of prefixes stood around them. Comments and
    processing instructions are not kept.
    """

    xml: str = field(converter=_canonical)

    @classmethod
    def of(cls, element: etree._Element, limits: Limits = _LIMITS) -> RawElement:
        """Keep an element with all that is in it.

        Raises:
            LimitError: It is nested more deeply, or has more attributes, than the limits allow.
        """
        _check_size(element, limits)
        raw = object.__new__(cls)
        object.__setattr__(raw, "xml", _text_of(element))
        return raw

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RawElement):
            return NotImplemented
        return self.xml == other.xml or _bare(self.xml) == _bare(other.xml)

    def __hash__(self) -> int:
        return hash(_bare(self.xml))

    def to_element(self) -> etree._Element:
        """Return the element as an lxml tree of its own."""
        return etree.fromstring(self.xml.encode(), _SAFE)

    @property
    def tag(self) -> str:
        """The name in Clark notation: ``{namespace}name``."""
        return str(self.to_element().tag)

    @property
    def name(self) -> str:
        """The name without its namespace."""
        return etree.QName(self.tag).localname

    @property
    def namespace(self) -> str | None:
        """The namespace, None when there is none."""
        return etree.QName(self.tag).namespace

    def __str__(self) -> str:
        return self.xml


@frozen
class Kept:
    """An element at the place where it stood.

    ``index`` counts the element siblings before it, once all are in the order of the schema. ``instead_of`` names the
    member that could not be read from it and is therefore None; once that member has a value, the element is no longer
    written. ``after`` names the member of which the element is one too many; it never comes before that.
    """

    index: int
    element: RawElement
    instead_of: str | None = None
    after: str | None = None


def _resolved(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Return attributes for comparison: of names in values, the namespace counts and not the prefix."""
    return {
        key: (value.namespace, value.local) if isinstance(value, QualifiedName) and value.namespace else value
        for key, value in attributes.items()
    }


@define
class Foreign:
    """All that an element had beyond its schema.

    ``attributes`` and the names inside of ``leaves`` are in Clark notation. ``leaves`` holds attributes of child
    elements that are plain values, by member and position; None stands for a missing ``ref``. ``order`` keeps the
    sequence in which the members of a repeating choice came, by number of the choice.
    """

    attributes: dict[str, str] = field(factory=dict, eq=_resolved)
    elements: list[Kept] = field(factory=list)
    text: list[tuple[int, str]] = field(factory=list)
    leaves: dict[tuple[str, int], dict[str, str | None]] = field(
        factory=dict, eq=lambda leaves: {key: _resolved(leaf) for key, leaf in leaves.items()}
    )
    order: dict[int, tuple[str, ...]] = field(factory=dict)

    def find(self, name: str) -> RawElement | None:
        """Return the first kept element with this local name, None when there is none."""
        return next((kept.element for kept in self.elements if kept.element.name == name), None)

    def __bool__(self) -> bool:
        return bool(self.attributes or self.elements or self.text or self.leaves or self.order)


def _text_of(element: etree._Element) -> str:
    """Return the canonical form of an element, with the prefixes its values use, without instructions."""
    prefixes = sorted(_prefixes_in_values(element))
    try:
        data = _canonical_bytes(element, prefixes)
    except etree.C14NError:
        plain = copy.deepcopy(element)
        etree.strip_tags(plain, etree.Comment, etree.ProcessingInstruction)
        text = etree.tostring(plain, encoding="unicode", with_tail=False)
        return text if prefixes else _canonical_text(text)
    return (_INSTRUCTION.sub(b"", data) if b"<?" in data else data).decode()


def _bare(xml: str) -> str:
    """Return the canonical form without declarations that only values may need."""
    try:
        return _canonical_bytes(etree.fromstring(xml.encode(), _SAFE), []).decode()
    except etree.C14NError:
        return _canonical_text(xml)


def _canonical_bytes(element: etree._Element, prefixes: list[str]) -> bytes:
    """Return the canonical form by libxml2.

    Raises:
        C14NError: A namespace is no absolute URI, which is allowed in XML but not in its canonical form.
    """
    return etree.tostring(element, method="c14n", exclusive=True, with_comments=False, inclusive_ns_prefixes=prefixes)


def _canonical_text(xml: str) -> str:
    """Return the canonical form by its second edition, which is slow, and allows any namespace."""
    return etree.canonicalize(xml, with_comments=False)


def check_attributes(element: etree._Element, limits: Limits) -> None:
    """Make sure that an element has no more attributes than can be looked at in reasonable time.

    Raises:
        LimitError: It has.
    """
    if len(element.attrib) > limits.max_attributes:
        raise LimitError(
            f"an element has more than {limits.max_attributes} attributes; raise Limits(max_attributes=...) if that is "
            "meant",
            line=element.sourceline,
        )


def _check_size(element: etree._Element, limits: Limits) -> None:
    depth, most = 0, limits.max_depth
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        if isinstance(node.tag, str):
            check_attributes(node, limits)
        if depth > most:
            raise LimitError(
                f"unknown content is nested more than {most} elements deep; "
                "raise Limits(max_depth=...) if that is meant",
                line=node.sourceline,
            )


def _prefixes_in_values(element: etree._Element) -> set[str]:
    """Return the prefixes that texts and attribute values use, as ``xsi:type`` and QNames do."""
    found: set[str] = set()
    for node in element.iter(etree.Element):
        beside = (child.tail or "" for child in node if not isinstance(child.tag, str))
        for value in ("".join((node.text or "", *beside)), *node.attrib.values()):
            if ":" in value:
                found |= set(_PREFIXED.findall(str(value))) & node.nsmap.keys()
    return found
