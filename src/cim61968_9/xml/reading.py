"""What compiled readers call when an element is not as plain as usual, and the state of one read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from lxml import etree

from ..model import Element, OpenEnum
from .dialects import Variant
from .foreign import Foreign, RawElement
from .keep import keep
from .lexical import lexical
from .limits import Limits
from .names import Names
from .shape import is_blank, is_unbound, leaf_text, qualified
from .values import InvalidText

__all__ = ["Reading", "Resolved"]

_MOST_STAMPS = 4096
_MOST_STRANGE = 1000
_STAMP = lexical("xs:dateTime")
_QNAME = lexical("xs:QName")


class Resolved(NamedTuple):
    """A class for a root element, the names its content may use, and the namespace and name that belong to it.

    ``variant`` is what another namespace was recognised as.
    """

    cls: type[Element]
    names: Names
    expected: str
    is_expected: bool
    noun: str
    variant: Variant | None = None


class _Stamps(dict[str | None, Any]):
    """Memo of time stamps: in interval data the same text comes again with every meter."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def __missing__(self, text: str | None) -> Any:
        if len(self) >= _MOST_STAMPS:
            self.clear()
        try:
            value = _STAMP.parse(text or "")
        except ValueError:
            self._reading.odd = True  # each time anew, as an auditor puts it back between elements
            return InvalidText(text or "")
        self[text] = value
        return value


class Reading:
    """The state of one read: whether anything was odd, how payloads are found, and which of them are ``strange``.

    Compiled readers never report. They set ``odd`` and let :mod:`.audit` find out, with all particulars, what it was.
    """

    __slots__ = ("_reader", "limits", "odd", "payload", "stamps", "strange")

    def __init__(
        self,
        limits: Limits,
        payload: Callable[[etree._Element], Resolved | None],
        reader: Callable[[type[Element]], Callable[..., Any]],
    ) -> None:
        self.limits = limits
        self.odd = False
        self.strange: list[tuple[str, Resolved]] = []
        self.stamps = _Stamps(self)
        self.payload = payload
        self._reader = reader

    def keep(self, element: etree._Element, names: Names, cls: type[Element]) -> Foreign | None:
        """Return what an element has beyond its class, and note that there was something."""
        self.odd = True
        return keep(element, names, cls, self.limits)

    def content(self, element: etree._Element) -> Any:
        """Return an element at the place of a wildcard: typed when its root is known, else raw."""
        found = self.payload(element)
        if found is None:
            self.odd = True
            return RawElement.of(element, self.limits)
        if not found.is_expected:
            self.odd = True
            if len(self.strange) < _MOST_STRANGE:
                self.strange.append((str(element.tag), found))
        return self._reader(found.cls)(element, found.names, self)

    def value(self, parse: Callable[[str], Any], text: str) -> Any:
        """Return a value of a built-in type, or its text when it is none."""
        try:
            return parse(text)
        except ValueError:
            self.odd = True
            return InvalidText(text)

    def enum(self, cls: type[OpenEnum], text: str) -> OpenEnum:
        """Return an enumeration value that the schema does not list."""
        self.odd = True
        return cls(text)

    def name(self, element: etree._Element, text: str) -> Any:
        """Return a qualified name with the namespace of its prefix."""
        value = self.value(_QNAME.parse, text)
        if not isinstance(value, InvalidText) and is_unbound(element, value):
            self.odd = True
            return InvalidText(text)
        return value if isinstance(value, InvalidText) else qualified(element, value)

    def reference(self, element: etree._Element) -> str | None:
        """Return the reference of an element that has more, or less, than an attribute ``ref``."""
        text = leaf_text(element)
        if text is None or not is_blank(text):
            return None
        return element.get("ref") or ""
