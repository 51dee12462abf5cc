"""SOAP around messages: :func:`wrap` writes, :func:`unwrap` reads; :func:`cim61968_9.read` sees through it by itself.

The bindings of IEC 61968-100, annexes C and D, and what is seen in the field:

``"message"``
    the message stands in the body as it is (generic binding, by the parts of its WSDL);
``"operation"``
    an element ``Request``, ``Response`` or ``PublishEvent`` stands for the root (generic binding, by its schema);
``"abstract"``
    such an element, in the namespace of the WSDL, stands around an element ``message``;
``"typed"``
    the root names verb and noun, as in ``CreateMeterConfig`` or ``MeterConfigResponseMessage`` (strongly typed one)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias

from attrs import evolve, frozen
from lxml import etree

from .errors import DialectError
from .nouns import ENVELOPES
from .validation.finding import Finding
from .verbs import KIND_OF
from .xml.dialect import Dialect, SoapForm
from .xml.foreign import RawElement
from .xml.frame import PLAIN
from .xml.limits import Limits
from .xml.parse import Source, XmlElement
from .xml.reader import load
from .xml.writer import to_bytes
from .xml.writing import envelope_of

__all__ = ["Binding", "Letter", "action", "dialect", "unwrap", "wrap"]

Binding: TypeAlias = Literal["message", "operation", "abstract", "typed"]
BINDINGS = ("message", "operation", "abstract", "typed")
ABSTRACT = "http://iec.ch/TC57/2011/abstract"
_TYPED = "http://iec.ch/TC57/2011/"
_ACTION = "http://iec.ch/61968/"
_OPERATIONS = {
    "RequestMessage": "Request",
    "ResponseMessage": "Response",
    "EventMessage": "PublishEvent",
}
_NOUN = re.compile(r"[A-Z]\w+")
_KINDS = frozenset(name.lower() for name in ENVELOPES)
_SERVER = {"1.1": "Server", "1.2": "Receiver"}
_LIMITS = Limits()


@frozen(kw_only=True)
class Letter:
    """A message with the SOAP envelope it came in.

    ``soap`` is None when there was none; ``dialect`` is the whole form, with which ``cim.to_bytes`` writes it again.
    """

    message: Any
    dialect: Dialect
    findings: tuple[Finding, ...] = ()

    @property
    def soap(self) -> SoapForm | None:
        """Version, header blocks and fault."""
        return self.dialect.soap

    @property
    def version(self) -> str | None:
        """The version of SOAP, None without an envelope."""
        return self.soap.version if self.soap is not None else None

    @property
    def headers(self) -> tuple[RawElement, ...]:
        """The header blocks, as they came."""
        return self.soap.headers if self.soap is not None else ()

    @property
    def fault(self) -> tuple[str, str] | None:
        """Code and reason of the fault in whose detail the message was."""
        return self.soap.fault if self.soap is not None else None

    @property
    def binding(self) -> Binding:
        """How the message stands in the body."""
        if self.dialect.around:
            return "abstract"
        root = self.dialect.root.rpartition("}")[2]
        if not root or root.lower() in _KINDS:
            return "message"
        return "operation" if root in _OPERATIONS.values() else "typed"


def unwrap(source: Source, *, limits: Limits = _LIMITS) -> Letter:
    """Read a message with the SOAP envelope around it.

    Raises:
        SoapFaultError: The body is a fault without a FaultMessage; the error has its code, reason and detail.
        UnknownMessageError: The body is no message that is known.
        XmlError: As for :func:`cim61968_9.read`.
    """
    loaded = load(source, limits=limits)
    return Letter(message=loaded.message, dialect=loaded.dialect, findings=loaded.findings)


def wrap(
    message: Any,
    *,
    version: Literal["1.1", "1.2"] = "1.1",
    binding: Binding = "message",
    headers: Iterable[RawElement | XmlElement | str] = (),
    noun: str | None = None,
    fault: tuple[str, str] | None = None,
    base: Dialect = PLAIN,
    mode: Literal["strict", "lax"] = "strict",
    pretty: bool = False,
    prefixes: Mapping[str, str] | None = None,
) -> bytes:
    """Write a message in a SOAP envelope.

    A FaultMessage becomes the detail of a SOAP fault, whose code and reason ``fault`` gives; otherwise they are a
    failure of the server and the reason of its first error. A strongly typed fault needs the ``noun``, which its
    message does not say. ``base`` is a dialect to write in beside.

    >>> import cim61968_9 as cim
    >>> data = cim.soap.wrap(cim.get("MeterReadings", ids=["M-17"], message_id="4711"), binding="typed")
    >>> cim.soap.unwrap(data).dialect.root
    '{http://iec.ch/TC57/2011/GetMeterReadingsMessage}GetMeterReadings'

    Raises:
        DialectError: The binding has no place for such a message.
        InvalidMessageError: Something cannot be written; the group holds all of it, with paths.
    """
    if fault is not None and kind_of(message) != "FaultMessage":
        raise DialectError(f"found a fault around a {kind_of(message)}; only a FaultMessage stands in one")
    spoken = dialect(message, binding=binding, noun=noun, base=base)
    if kind_of(message) == "FaultMessage" and fault is None:
        errors = message.reply.error if message.reply is not None else []
        reason = next((one.reason or one.code or "" for one in errors), "").strip()
        fault = _SERVER.get(version, ""), reason or "the request was not understood"
    form = SoapForm(version=version, headers=_blocks(headers), fault=fault)
    return to_bytes(message, dialect=evolve(spoken, soap=form), mode=mode, pretty=pretty, prefixes=prefixes)


def _blocks(headers: Iterable[Any]) -> tuple[RawElement, ...]:
    if isinstance(headers, str | bytes | etree._Element | RawElement):
        raise TypeError(f"found {type(headers).__name__} as headers, expected a list of header blocks")
    return tuple(
        one if isinstance(one, RawElement) else RawElement(one) if isinstance(one, str) else RawElement.of(one)
        for one in headers
    )


def dialect(message: Any, *, binding: Binding, noun: str | None = None, base: Dialect = PLAIN) -> Dialect:
    """Return the form a message has in a binding, without SOAP around it.

    Raises:
        DialectError: The binding has no place for such a message.
    """
    kind = kind_of(message)
    _check(binding)
    if binding == "message":
        return base
    if binding == "typed":
        root, parts = _typed_root(message, kind, noun)
        return evolve(base, root=root, parts=parts)
    if kind not in _OPERATIONS:
        raise DialectError(f"the binding {binding!r} has no operation for a {kind}; expected {', '.join(_OPERATIONS)}")
    operation = _OPERATIONS[kind]
    if binding == "operation":
        return evolve(base, root=_tag(base.message, operation))
    return evolve(base, root=_tag(base.message, "message"), around=f"{{{ABSTRACT}}}{operation}")


def action(message: Any, *, binding: Binding = "message", noun: str | None = None) -> str:
    """Return the SOAPAction that the WSDL of a binding names for a message.

    Raises:
        DialectError: The binding has no place for such a message.
    """
    kind = kind_of(message)
    _check(binding)
    if binding != "typed":
        if kind not in _OPERATIONS:
            raise DialectError(f"there is no operation for a {kind}; expected {', '.join(_OPERATIONS)}")
        return f"{_ACTION}{_OPERATIONS[kind]}"
    root = _typed_root(message, kind, noun)[0].rpartition("}")[2]
    found = _bare(noun) if noun else _noun(message)
    return f"{_TYPED}{root if root.startswith('Get') else found}/{root}"


def _tag(namespace: str, name: str) -> str:
    return f"{{{namespace}}}{name}" if namespace else name


def _check(binding: str) -> None:
    if binding not in BINDINGS:
        raise ValueError(f"binding is {binding!r}; expected one of {', '.join(BINDINGS)}")


def kind_of(message: Any) -> str:
    """Return the kind of a message.

    Raises:
        TypeError: It is none.
    """
    known = envelope_of(type(message))
    if known is None:
        raise TypeError(f"found {type(message).__name__}, expected a message; put a payload into one with cim.event()")
    return known.name


def _noun(message: Any) -> str:
    header = getattr(message, "header", None)
    found = header.noun if header is not None else ""
    if not found:
        raise DialectError("the strongly typed binding needs a noun; give noun='MeterReadings' or the like")
    return _bare(str(found))


def _bare(noun: str) -> str:
    """Return the noun that a Get profile is of, else the noun itself."""
    return noun.removeprefix("Get") if noun[3:4].isupper() else noun


def _typed_root(message: Any, kind: str, noun: str | None) -> tuple[str, str]:
    """Return root and namespace of the parts in the strongly typed binding."""
    found = _bare(noun) if noun else _noun(message)
    if not _NOUN.fullmatch(found):
        raise DialectError(f"the strongly typed binding needs a noun such as MeterReadings, found {found!r}")
    header = getattr(message, "header", None)
    verb = str(header.verb) if header is not None else ""
    name = f"{verb.capitalize()}{found}"
    if kind in {"ResponseMessage", "FaultMessage"}:
        name = f"{found}{kind}"
    elif KIND_OF.get(verb) != kind:
        raise DialectError(f"the strongly typed binding has no element for {verb!r} in a {kind}")
    parts = f"{_TYPED}{'Get' if verb == 'get' else ''}{found}Message"
    return f"{{{parts}}}{name}", parts
