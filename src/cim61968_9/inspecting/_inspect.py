"""The verb :func:`inspect`."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from lxml import etree

from .._generated.message import Payload
from .._mixins import EnvelopeMessage
from ..compression import AS_XML, expand, unpacked
from ..errors import Cim61968Error, UnknownMessageError
from ..outcomes import outcome
from ..validation.finding import Finding, Severity, tally
from ..validation.plugins import load_rules
from ..validation.rules import RULES, review, review_content
from ..xml.document import Document
from ..xml.gunzip import GZIP
from ..xml.limits import Limits
from ..xml.parse import Parsed, Source, parse
from ._content import Content, content_of, content_of_tree
from ._inspection import Inspection, PackedContent, RuleCount

__all__ = ["inspect"]

_LIMITS = Limits()


def inspect(source: Source, *, limits: Limits = _LIMITS) -> Inspection:
    """Return what a document is: a message, a payload, or anything else in XML.

    Of a compressed payload it is told what is inside, as far as the limits allow to expand it. Of what is no message
    the elements are counted, and ``problem`` says why it is none.

    Raises:
        XmlError: It is not well-formed, has a DTD, or is beyond the limits.
        SourceError: It is no source of XML.
        OSError: A file cannot be read.
    """
    load_rules()
    paused = limits.pause_gc and gc.isenabled()
    if paused:
        gc.disable()
    try:
        return _inspected(source, limits)
    finally:
        if paused:
            gc.enable()


def _inspected(source: Source, limits: Limits) -> Inspection:
    watched = _Watched(source) if hasattr(source, "read") else None
    parsed = parse(source if watched is None else watched, limits)  # type: ignore[arg-type]  # it reads
    about = _document(source, watched, parsed)
    try:
        document = Document(parsed, limits)
        message = document.message()
    except UnknownMessageError as error:
        return Inspection(**about, contents=(content_of_tree(parsed.root),), problem=str(error))
    broken = review(message) if isinstance(message, EnvelopeMessage) else ()
    findings = document.findings(chain(broken, review_content(message)))
    packed, message = _expanded(message, limits)
    return Inspection(
        **about,
        **_header(message),
        dialect=str(document.dialect),
        edition=document.dialect.edition,
        outcome=outcome(message) if getattr(message, "reply", None) is not None else None,
        ids=sum(len(part.id) for part in _parts(message)),
        operations=len(_operations(message)),
        packed=packed,
        contents=tuple(_contents(message)),
        findings=tuple(_counted(findings)),
    )


class _Watched:
    """A stream that remembers how it began and how long it was."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self.name = getattr(stream, "name", "")
        self.start: Any = b""
        self.size = 0

    def read(self, size: int = -1) -> Any:
        """Return the next piece."""
        piece = self._stream.read(size)
        self.start = self.start or piece[:2]
        self.size += len(piece)
        return piece


def _document(source: Any, watched: _Watched | None, parsed: Parsed) -> dict[str, Any]:
    """Return what is known of the source and the root of the document."""
    root = etree.QName(parsed.root)
    found: dict[str, Any] = {"root": root.localname, "namespace": root.namespace or ""}
    if parsed.data is None:
        return found
    length = len(parsed.data)
    found |= {"size": length, "encoding": parsed.root.getroottree().docinfo.encoding or "UTF-8"}
    start: Any = b""
    if watched is not None:
        start = watched.start
        found |= {
            "name": Path(str(watched.name or "")).name,
            "size": watched.size if isinstance(start, bytes) else length,
        }
    elif isinstance(source, bytes | bytearray | memoryview):
        start = bytes(source[:2])
        found["size"] = len(source)
    elif isinstance(source, os.PathLike) or parsed.encoding is None:
        path = Path(source)
        found |= {"name": path.name, "size": path.stat().st_size}
        with path.open("rb") as stream:
            start = stream.read(2)
    if start == GZIP:
        found |= {"gzip": True, "expanded": length}
    return found


def _header(message: Any) -> dict[str, Any]:
    """Return what the header says, where there is one."""
    found: dict[str, Any] = {"kind": message.kind if isinstance(message, EnvelopeMessage) else ""}
    header = getattr(message, "header", None)
    if header is None or not isinstance(message, EnvelopeMessage):
        return found
    stamp = header.timestamp
    names = {"verb": "verb", "noun": "noun", "source": "sender", "context": "context"}
    names |= {"message_id": "message_id", "correlation_id": "correlation_id"}
    found |= {name: str(getattr(header, member) or "") for member, name in names.items()}
    return found | {"timestamp": stamp if hasattr(stamp, "tzinfo") else None}


def _parts(message: Any) -> list[Any]:
    if not isinstance(message, EnvelopeMessage):
        return []
    parts = (getattr(message, name, None) for name in ("request", "payload"))
    return [part for part in parts if part is not None]


def _operations(message: Any) -> list[Any]:
    payload = getattr(message, "payload", None)
    found = payload.operation_set if isinstance(message, EnvelopeMessage) and payload is not None else message
    return list(getattr(found, "operation", ()))


def _contents(message: Any) -> Iterator[Content]:
    operations = _operations(message)
    if not isinstance(message, EnvelopeMessage) and not operations:
        yield content_of(message)
    for part in _parts(message):
        yield from map(content_of, part.content)
    for one in operations:
        if one.content is not None:
            yield content_of(one.content, f"{one.operation_id} {one.verb or ''}".strip())


def _expanded(message: Any, limits: Limits) -> tuple[PackedContent | None, Any]:
    """Return what is known of a compressed payload, and the message with what is in it."""
    payload = getattr(message, "payload", None)
    if not isinstance(payload, Payload) or not payload.compressed:
        return None, message
    kind, length = (payload.format or "XML").strip(), len(payload.compressed)
    size, problem, opened = None, "", message
    try:
        size = len(unpacked(payload, limits=limits))
        if kind.upper() in AS_XML:
            opened = expand(message, mode="raw", limits=limits)
    except Cim61968Error as error:
        problem = str(error)
    return PackedContent(format=kind, length=length, size=size, problem=problem), opened


def _counted(findings: tuple[Finding, ...]) -> Iterator[RuleCount]:
    counts = tally(findings)
    for rule, severity in sorted(counts, key=lambda one: (list(Severity).index(one[1]), one[0])):
        yield RuleCount(rule, str(severity), RULES[rule].title, counts[rule, severity])
