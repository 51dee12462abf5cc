"""How a sender departs from the form of the standard: what was seen in a message, and what is known of a vendor."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from attrs import field, frozen, validators

from .foreign import RawElement

__all__ = ["MESSAGE", "PAYLOAD", "Dialect", "SoapForm"]

MESSAGE = "http://iec.ch/TC57/2011/schema/message"
PAYLOAD = "http://iec.ch/TC57/2011/{noun}#"
Edition: TypeAlias = Literal["1", "2", "3"]
_NOTHING: Mapping[str, str] = MappingProxyType({})


def _mapping(value: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(dict(value))


def _table(help_: str) -> Any:
    return field(default=_NOTHING, converter=_mapping, hash=False, metadata={"help": help_})


@frozen(kw_only=True)
class SoapForm:
    """The SOAP envelope around a message: its version, its header blocks, and the fault that carries a FaultMessage."""

    version: Literal["1.1", "1.2"] = field(default="1.1", validator=validators.in_(("1.1", "1.2")))
    headers: tuple[RawElement, ...] = ()
    empty_header: bool = False
    """Whether there is an element for header blocks, although it has none."""
    fault: tuple[str, str] | None = None
    """Code and reason of the fault, when the message is in its detail."""
    language: str = ""
    """Language of the reason; SOAP 1.2 has to say one, and ``en`` is written where none is given."""
    more: tuple[RawElement, ...] = ()
    """What else the fault has, such as its actor, role or subcode."""
    details: tuple[RawElement, ...] = ()
    """What else is in the detail of the fault."""


@frozen(kw_only=True)
class Dialect:
    """A form of messages that differs from the standard's, by data alone.

    ``cim.load(source).dialect`` is the one that a message was read in, and ``cim.to_bytes(message, dialect=...)``
    writes in it again. One with a name of its own is made known by :func:`register_dialect`; then its namespaces are no
    longer unknown, and its words are understood. Tables lead from the word on the wire to that of the standard.

    A dialect is false when it is the form of the standard, and its ``str`` says what is different.
    """

    name: str = ""
    edition: Edition = "2"
    message: str = MESSAGE
    """Namespace of the envelope."""
    payload: str = PAYLOAD
    """Namespace of payloads, with ``{noun}`` where the name of the root stands."""
    namespaces: Mapping[str, str] = _table("namespaces of single roots")
    """Namespaces of single roots, where they do not follow ``payload``; an empty text is no namespace."""
    verbs: Mapping[str, str] = _table("verbs")
    nouns: Mapping[str, str] = _table("nouns")
    """Other names of nouns, as roots of payloads and in the header."""
    header_nouns: Mapping[str, str] = _table("nouns in the header")
    """Other names of nouns in the header only."""
    elements: Mapping[str, str] = _table("elements of the envelope")
    """Other names of elements of the envelope, such as ``format`` for ``Format``."""
    values: Mapping[str, str] = _table("other enumerated values of the envelope")
    """Other spellings of enumerated values of the envelope, such as results."""
    unqualified: bool = False
    """Whether the elements inside of the envelope stand in no namespace."""
    unqualified_payload: bool = False
    """Whether the elements inside of the root of a payload stand in no namespace."""
    reply_codes: bool = False
    """Whether replies have the shape of 2008: a ``ReplyCode`` instead of a ``Result``, and errors that are texts."""
    root: str = ""
    """The root of the message, where it is not that of the standard, in Clark notation: ``{namespace}CreateMeter``."""
    parts: str | None = None
    """Namespace of Header, Request, Reply and Payload, where it is not that of their contents."""
    around: str = ""
    """An element around the message, in Clark notation, as some SOAP bindings have one."""
    soap: SoapForm | None = None

    def __str__(self) -> str:
        return self.name

    def __bool__(self) -> bool:
        return self.is_shaped or self.message != MESSAGE or self.payload != PAYLOAD or bool(self.namespaces)

    @property
    def is_shaped(self) -> bool:
        """Whether more is different than namespaces."""
        tables = (self.verbs, self.nouns, self.header_nouns, self.elements, self.values)
        flags = (self.unqualified, self.unqualified_payload, self.reply_codes, self.root, self.around)
        return any(tables) or any(flags) or self.parts is not None or self.soap is not None

    def namespace_of(self, noun: str) -> str:
        """Return the namespace in which a root of a payload stands."""
        found = self.namespaces.get(noun)
        return self.payload.replace("{noun}", noun) if found is None else found

    def is_payload(self, namespace: str, noun: str) -> bool:
        """Tell whether a root of this name stands in its namespace."""
        return namespace == self.namespace_of(noun)


def words(table: Mapping[str, str]) -> dict[str, str]:
    """Return a table from the words of the standard to those on the wire, the first of several."""
    found: dict[str, str] = {}
    for wire, standard in table.items():
        found.setdefault(standard, wire)
    return found


def tag_parts(tag: str) -> tuple[str, str]:
    """Return namespace and name of a tag in Clark notation."""
    match = re.fullmatch(r"(?:\{(.*)\})?([^{}]+)", tag, re.DOTALL)
    if match is None:
        raise ValueError(f"found the tag {tag!r}, expected '{{namespace}}name'")
    return match[1] or "", match[2]
