"""What the readers, the auditor and the writers all ask about a class, a member or an element."""

from __future__ import annotations

import sys
from typing import Any

from lxml import etree

from ..model import Element, Member, OpenEnum
from .foreign import XSI
from .text import SPACE
from .values import QualifiedName

__all__ = ["IGNORED_ATTRIBUTES", "is_blank", "is_nil", "is_plain", "is_unbound", "leaf_text", "qualified", "resolve"]

IGNORED_ATTRIBUTES = frozenset({f"{XSI}schemaLocation", f"{XSI}noNamespaceSchemaLocation"})


def resolve(cls: type[Element], name: str) -> Any:
    """Return the class or enumeration a member refers to; it stands in the module of the generated class."""
    owner = next(base for base in cls.__mro__ if "__xml__" in vars(base))
    return vars(sys.modules[owner.__module__])[name]


def is_plain(cls: type[Element], member: Member) -> bool:
    """Tell whether a member is a plain value: a simple type, an enumeration or a reference."""
    return member.type.startswith(("xs:", "@")) or issubclass(resolve(cls, member.type), OpenEnum)


def is_blank(text: str | None) -> bool:
    """Tell whether a text between elements is only layout. A non-breaking space is not."""
    return text is None or not text.strip(SPACE)


def is_nil(element: etree._Element) -> bool:
    """Tell whether an element is marked as having no value."""
    return (element.get(f"{XSI}nil") or "").strip(SPACE) in {"true", "1"}


def leaf_text(element: etree._Element) -> str | None:
    """Return the whole text of an element, comments left out; None when it is nil or has child elements."""
    if next(element.iterchildren(etree.Element), None) is not None or is_nil(element):
        return None
    return "".join([element.text or "", *(child.tail or "" for child in element)])


def is_unbound(element: etree._Element, name: str) -> bool:
    """Tell whether a name has a prefix that stands for nothing at this element."""
    prefix = name.rpartition(":")[0]
    return bool(prefix) and prefix not in element.nsmap and prefix != "xml"


def qualified(element: etree._Element, text: str) -> QualifiedName:
    """Return a name with the namespace that its prefix stands for at this element."""
    prefix = text.rpartition(":")[0]
    return QualifiedName(text, element.nsmap.get(prefix or None))
