"""Content that was read although the schema does not know it, in a form that compares and is written back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from attrs import define, field, frozen
from lxml import etree

from ..errors import LimitError

__all__ = ["XSI", "Foreign", "Kept", "RawElement"]

XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_PREFIXED = re.compile(r"([^\W\d][\w.\-]*):")
_SAFE = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


@frozen
class RawElement:
    """An element of a vocabulary the library does not know, as text in canonical form.

    Two are equal when their canonical XML is, whatever prefixes' declarations stood around them. Comments and
    processing instructions are not kept.
    """

    xml: str

    @classmethod
    def of(cls, element: etree._Element, max_depth: int = 128) -> RawElement:
        """Keep an element with all that is in it.

        Raises:
            LimitError: It is nested more deeply than ``max_depth``.
        """
        _check_depth(element, max_depth)
        clean = _without_instructions(element)
        data = etree.tostring(
            clean,
            method="c14n",
            exclusive=True,
            with_comments=False,
            inclusive_ns_prefixes=sorted(_prefixes_in_values(clean)),
        )
        return cls(data.decode())

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

    ``index`` counts the element siblings before it. ``instead_of`` names the member that could not be read from it and
    is therefore None; once that member has a value, the element is no longer written. ``after`` names the member of
    which the element is one too many; it never comes before that.
    """

    index: int
    element: RawElement
    instead_of: str | None = None
    after: str | None = None


@define
class Foreign:
    """All that an element had beyond its schema.

    ``attributes`` and the names inside of ``leaves`` are in Clark notation. ``leaves`` holds attributes of child
    elements that are plain values, by member and position; None stands for a missing ``ref``. ``order`` keeps the
    sequence in which the members of a repeating choice came, by number of the choice.
    """

    attributes: dict[str, str] = field(factory=dict)
    elements: list[Kept] = field(factory=list)
    text: list[tuple[int, str]] = field(factory=list)
    leaves: dict[tuple[str, int], dict[str, str | None]] = field(factory=dict)
    order: dict[int, tuple[str, ...]] = field(factory=dict)

    def find(self, name: str) -> RawElement | None:
        """Return the first kept element with this local name, None when there is none."""
        return next((kept.element for kept in self.elements if kept.element.name == name), None)

    def __bool__(self) -> bool:
        return bool(self.attributes or self.elements or self.text or self.leaves or self.order)


def _check_depth(element: etree._Element, most: int) -> None:
    depth = 0
    for event, node in etree.iterwalk(element, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > most:
            raise LimitError(
                f"unknown content is nested more than {most} elements deep; "
                "raise Limits(max_depth=...) if that is meant",
                line=node.sourceline,
            )


def _without_instructions(element: etree._Element) -> etree._Element:
    """Return the element, or a copy of it when processing instructions have to go."""
    if next(element.iter(etree.PI), None) is None:
        return element
    from copy import deepcopy

    copy = deepcopy(element)
    etree.strip_tags(copy, etree.PI)
    return copy


def _prefixes_in_values(element: etree._Element) -> set[str]:
    """Return the prefixes that texts and attribute values use, as ``xsi:type`` and QNames do."""
    found: set[str] = set()
    for node in element.iter(etree.Element):
        values: Iterator[Any] = iter((node.text, *node.attrib.values()))
        for value in values:
            if value and ":" in value:
                found.update(prefix for prefix in _PREFIXED.findall(value) if prefix in node.nsmap)
    return found
