"""Small messages taken at once: a tree, the walk, and the rest of it, without being taken apart.

Taking a document apart costs more than reading it where it is small, as most are. So what is small is tried as a whole.
When all of it is as plain as usual, that is the result; when anything is not, nothing of the try counts, and the
document is taken apart like a large one, which tells what it is.
"""

from __future__ import annotations

import os
from typing import Any, NamedTuple

from attrs import evolve
from lxml import etree

from .._mixins import EnvelopeMessage
from ..errors import Cim61968Error, NotWellFormedError
from ..validation.finding import Finding
from ..validation.rules import Broken, is_plain, review
from ..xml.batch import Batch, Item
from ..xml.document import Document
from ..xml.frame import payload_of
from ..xml.gunzip import GZIP, gunzip
from ..xml.items import items_of
from ..xml.leftover import payload_element
from ..xml.limits import Limits
from ..xml.parse import Parsed, Source, parse_document
from ..xml.parts import Split
from ..xml.places import Places
from ..xml.reading import Resolved
from .cutting import cut
from .rows import Rows
from .walk import Walk

__all__ = ["Whole"]

_MOST = 8_000_000
_NOUN = "MeterReadings"
_PATIENCE = 8


class _Other(Exception):  # noqa: N818 - nothing is wrong
    """The document is not as plain as usual."""


class Taken(NamedTuple):
    """What was taken: the name of the source, and its findings."""

    name: str
    findings: tuple[Finding, ...]


class Whole:
    """Tries sources as a whole; where that fails again and again, as with a dialect, it does not try any more."""

    def __init__(self, limits: Limits) -> None:
        bound = min(_MOST, limits.max_bytes, limits.max_item_bytes, limits.max_frame_bytes)
        self._limits = evolve(limits, max_bytes=bound)
        self._bound = bound
        self._luck = _PATIENCE

    def take(self, source: Source, walk: Walk, rows: Rows, file: str) -> Taken | None:
        """Add the rows of a source; None when it is not small and plain, and then nothing was added."""
        if self._luck <= 0 or not self._is_small(source):
            return None
        before = len(rows)
        try:
            found = self._taken(source, walk, rows, file)
        except (Cim61968Error, OSError, _Other):
            self._luck -= 1
            rows.cut_to(before)
            return None
        self._luck = _PATIENCE
        return found

    def _is_small(self, source: Source) -> bool:
        if isinstance(source, bytes):
            return len(source) <= self._bound
        if not isinstance(source, str | os.PathLike):
            return False
        try:
            return os.stat(source).st_size <= self._bound  # noqa: PTH116
        except (OSError, ValueError):
            return False  # or it is a text; who reads it says so

    def _taken(self, source: Source, walk: Walk, rows: Rows, file: str) -> Taken:
        data, name = self._data(source)
        shorter = cut(data)
        parsed = parse_document(shorter.data if shorter is not None else data, None, name, self._limits)
        runs = shorter.runs if shorter is not None else ()
        document = Document(parsed, self._limits)
        if document.frame.problems:
            raise _Other
        root, found = self._root(document)
        others = self._without_others(root, found)
        children = root[:]
        if children and not walk.take(_batch(parsed, root, found, children), rows, file or name, 1, runs):
            raise _Other
        root[:] = others
        message = document.message()
        if document.odd or document.frame.problems or document.parsed is not parsed:
            raise _Other
        broken = [] if not isinstance(message, EnvelopeMessage) or is_plain(message) else list(review(message))
        return Taken(name, self._findings(document, broken))

    def _data(self, source: Source) -> tuple[bytes, str]:
        """Return the bytes of a source, expanded, and its name."""
        if isinstance(source, bytes):
            data, name = source, "bytes"
        else:
            assert isinstance(source, str | os.PathLike)
            with open(source, "rb") as stream:  # noqa: PTH123 - there are many, and a path costs more
                data, name = stream.read(self._bound + 1), os.path.basename(source)  # noqa: PTH119
        if data[:2] == GZIP:
            data = b"".join(gunzip([data], size=len(data), limits=self._limits, name=name, error=NotWellFormedError))
        if len(data) > self._bound or not data.strip():
            raise _Other
        return data, name

    def _root(self, document: Document) -> tuple[etree._Element, Resolved]:
        """Return the root of the only payload, and what it is."""
        frame = document.frame
        root = frame.element
        if frame.cls.__xml__.name != _NOUN:
            payload = payload_element(document)
            if payload is None or len(payload) != 1:
                raise _Other
            root = payload[0]
        found = payload_of(root)
        if found is None or not found.is_expected or found.noun != _NOUN:
            raise _Other
        return root, found

    def _without_others(self, root: etree._Element, found: Resolved) -> list[etree._Element]:
        """Take what is no item out of the root of a payload, and return it; all has to be in order."""
        table, items = found.cls.__xml__, items_of(found.cls)
        others = []
        reached = 0
        for child in root[:]:
            name = found.names[child.tag]
            member = table.elements.get(name)
            if member is None or table.position[member.name] < reached:
                raise _Other
            reached = table.position[member.name]
            if name not in items:
                others.append(child)
                root.remove(child)
        return others

    def _findings(self, document: Document, broken: list[tuple[str, Broken]]) -> tuple[Finding, ...]:
        """Return the rules that envelope and header break; their places are before the payload."""
        if not broken:
            return ()
        if any(one.path.startswith("Payload") for _, one in broken):
            raise _Other
        return document.findings(broken)


def _batch(parsed: Parsed, root: etree._Element, found: Resolved, children: list[Any]) -> Batch:
    member = items_of(found.cls)
    batch: Batch = Batch.__new__(Batch)
    batch.parsed, batch.root, batch.cls, batch.names = parsed, root, found.cls, found.names
    batch.held = []
    batch.split = Split(b"", 0, 0, 0, Places(), 0)
    batch.items = [
        Item(child, member[found.names[child.tag]], str(child.tag), number) for number, child in enumerate(children, 1)
    ]
    return batch
