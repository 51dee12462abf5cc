"""The writing verbs: :func:`to_bytes` and :func:`write`."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any, BinaryIO, Literal

from lxml import etree

from ..errors import InvalidMessageError
from ..validation.finding import Finding
from ..validation.rules import finding
from .check import Fault, check
from .compile_writer import writer
from .dialect import Dialect
from .dialects import DIALECTS
from .files import put
from .foreign import RawElement
from .shape import is_blank
from .speak import speak
from .writing import OPERATION_SET, Writing, envelope_of, operation_set, root_of

__all__ = ["to_bytes", "write"]

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_PREFIXES = {"message": "msg", "payload": "m"}
_MARK = re.compile(r"<\?raw (\d+)\?>")
_PREFIX = re.compile(r"[A-Za-z_][\w.\-]*|")


def to_bytes(
    message: Any,
    *,
    mode: Literal["strict", "lax"] = "strict",
    pretty: bool = False,
    prefixes: Mapping[str, str] | None = None,
    dialect: Dialect | str | None = None,
) -> bytes:
    """Write a message, or a bare payload, as XML in UTF-8.

    The same object always gives the same bytes. Strict mode writes only what is valid against the schema, apart from
    foreign content, which goes back to its place; lax mode also writes texts that a tolerant read kept, and leaves out
    required members that are None. ``pretty`` indents; ``prefixes`` changes ``msg`` and ``m``, as in
    ``{"message": "", "payload": "mr"}``, where the empty text stands for the default namespace; names without a prefix
    inside of values, as in ``xsi:type``, then stand in that namespace too.

    ``dialect`` writes in another form than the standard's: that of ``cim.load(source).dialect``, or one that is known,
    by its name in ``cim.DIALECTS``. Strict mode then means that the message is valid apart from that form.

    Raises:
        InvalidMessageError: Something cannot be written; the group holds all of it, with paths.
        LookupError: There is no dialect of that name.
        DialectError: The dialect has no place for something in the message.
    """
    if mode not in {"strict", "lax"}:
        raise ValueError(f"mode is {mode!r}; expected 'strict' or 'lax'")
    chosen = _checked({**_PREFIXES, **prefixes}) if prefixes else _PREFIXES
    spoken = _dialect(dialect)
    writing = Writing(writer, message=chosen["message"], payload=chosen["payload"], lax=mode == "lax", dialect=spoken)
    if pretty:
        writing.raw = []
    try:
        text = writing.root(message)
    except (TypeError, ValueError, KeyError, AttributeError):
        known = envelope_of(type(message))
        name = known.name if known is not None else root_of(type(message))
        name = OPERATION_SET if isinstance(message, operation_set()) else name
        if name is None:
            raise InvalidMessageError([_finding(_no_root(message))]) from None
        faults = [fault for fault in check(message, f"/{name}", root_of) if mode == "strict" or fault.fatal]
        if not faults:
            raise
        raise InvalidMessageError([_finding(fault) for fault in faults]) from None
    if pretty or (spoken is not None and spoken.is_shaped):
        text = _reshaped(text, writing.raw, spoken)
    return (_DECLARATION + text + "\n").encode()


def write(
    message: Any,
    target: str | os.PathLike[str] | BinaryIO,
    *,
    mode: Literal["strict", "lax"] = "strict",
    pretty: bool = False,
    prefixes: Mapping[str, str] | None = None,
    dialect: Dialect | str | None = None,
) -> None:
    """Write a message to a path or a binary file object; arguments and errors as for :func:`to_bytes`.

    A file appears under its name only when it is complete.
    """
    data = to_bytes(message, mode=mode, pretty=pretty, prefixes=prefixes, dialect=dialect)
    if not isinstance(target, str | os.PathLike):
        target.write(data)
        return
    put(data, target)


def _checked(prefixes: dict[str, str]) -> dict[str, str]:
    for key, prefix in prefixes.items():
        if key not in _PREFIXES or not _PREFIX.fullmatch(prefix) or prefix[:3].lower() == "xml":
            raise ValueError(f"prefixes: {key!r}: {prefix!r}; expected 'message' or 'payload' and a prefix or ''")
    if prefixes["message"] == prefixes["payload"] != "":
        raise ValueError(f"prefixes: both are {prefixes['payload']!r}; expected two different ones")
    return prefixes


def _no_root(message: Any) -> Fault:
    name = type(message).__name__
    if isinstance(message, RawElement):
        return Fault("XSD113", "", "found a RawElement, expected a message; its text is in .xml")
    return Fault("XSD113", "", f"found {name}, which is no root element; expected a message or a noun")


def _finding(fault: Fault) -> Finding:
    return finding(fault.rule, fault.message, path=fault.path, value=fault.value)


def _dialect(dialect: Dialect | str | None) -> Dialect | None:
    """Return the dialect to write in, None for the form of the standard."""
    if isinstance(dialect, str):
        if dialect not in DIALECTS:
            raise LookupError(f"no dialect {dialect!r}; expected one of {', '.join(DIALECTS)}")
        return DIALECTS[dialect]
    return dialect or None


def _reshaped(text: str, raw: list[str] | None, dialect: Dialect | None) -> str:
    """Put a message into the form of a dialect and, where raw elements were set apart, indent it."""
    root = etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    if dialect is not None:
        root = speak(root, dialect)
    if raw is None:
        return etree.tostring(root, encoding="unicode")
    _indent(root)
    return _MARK.sub(lambda mark: raw[int(mark.group(1))], etree.tostring(root, encoding="unicode"))


def _indent(root: etree._Element) -> None:
    """Indent what consists of elements only; where raw elements belong, marks stand."""
    waiting = [(root, 1)]
    while waiting:
        element, level = waiting.pop()
        children = list(element)
        if not children or not all(is_blank(text) for text in (element.text, *(child.tail for child in children))):
            continue
        element.text = "\n" + "  " * level
        for child in children:
            child.tail = "\n" + "  " * level
            waiting.append((child, level + 1))
        children[-1].tail = "\n" + "  " * (level - 1)
