"""Trees of the items of a document, batch by batch, and what the rest of it says: what streams and columns read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, NamedTuple

from lxml import etree

from .._mixins import EnvelopeMessage
from ..errors import CompressionError, LimitError, NotWellFormedError, SoapFaultError, UnknownMessageError
from ..model import Element
from ..validation.rules import Broken, is_plain, review
from .audit import Problem
from .batch import Batch
from .document import Document
from .frame import payload_of
from .items import is_streamed, items_of
from .leftover import payload_element, take_items
from .limits import Limits
from .locate import Finder, locate
from .names import Names
from .notes import Notes
from .parse import Parsed, Source, parse_document
from .parts import Candidate, Opened, Split
from .pieces import open_pieces
from .places import Places
from .splitting import Splitter
from .window import StrangeError

__all__ = ["Feed", "Packed"]

_LINE = re.compile(r"line (\d+)(?:, column (\d+))?")
_MOST_TRIED = 4
"""Most bytes that are read to look for the payload, as a multiple of what has come before it."""
_SMALL = 1 << 18
"""What counts as so many bytes even where less has come."""
_MOST_PACKED = 8
"""Most compressed payloads in one another."""


class Packed(NamedTuple):
    """The data of a compressed payload, and in how many such payloads it stands."""

    data: BinaryIO
    depth: int


class Feed:
    """One source that is being taken apart.

    ``head`` is the message without its payload once that has begun; ``message`` is the whole without items at the end.
    """

    def __init__(self, source: Source | Packed, limits: Limits, *, checks: bool) -> None:
        self.limits = limits
        self._depth = source.depth if isinstance(source, Packed) else 0
        self.head: Any = None
        self.opened: type[Element] | None = None
        self.message: Any = None
        self.document: Document | None = None
        self.is_complete = False
        self.left: list[Any] = []
        self._checks = checks
        self._pieces = open_pieces(source.data if isinstance(source, Packed) else source, limits)
        self.name = self._pieces.name
        self.notes = Notes(limits, self._pieces.encoding, places=self._pieces.places)
        self._splitter = Splitter(self._pieces, limits, self._open)
        self._counts: list[Counter[str]] = []
        self._indexes: list[int] = []
        self._payload: int | None = None
        self._no_payload: int | None = None
        self._bare = False
        self._tried = 0

    def close(self) -> None:
        """Give back what was opened."""
        self._pieces.close()

    # ------------------------------------------------------------------ items

    def batches(self, shortened: Callable[[bytes], bytes] = bytes) -> Iterator[Batch]:
        """Yield trees of items as they come; at the end the rest has been read.

        ``shortened`` may take away from the text of each what is not needed in a tree; :meth:`Batch.restored` brings it
        back.
        """
        for split in self._splitter.splits():
            batch = Batch(self._short(shortened(split.data), split), split, self._counts[split.root])
            if batch.items:
                yield batch
        self._finish()

    def _short(self, data: bytes, split: Split) -> Parsed:
        """Parse the text of a batch; what is wrong with it has its place in the whole text."""
        try:
            return self._parsed(data, split.places)
        except (NotWellFormedError, LimitError):
            if data == split.data:
                raise
        return self._parsed(split.data, split.places)

    def _parsed(self, data: bytes, places: Places) -> Parsed:
        try:
            return parse_document(data, self._pieces.encoding, self.name, self.limits)
        except (NotWellFormedError, LimitError) as error:
            raise self._placed(error, places) from None

    def _placed(self, error: NotWellFormedError | LimitError, places: Places) -> NotWellFormedError | LimitError:
        """Return an error with the lines and columns of the source, in its text too."""

        def moved(found: re.Match[str]) -> str:
            line, column = places.of(int(found[1]), int(found[2]) if found[2] else None)
            return f"line {line}" + (f", column {column}" if column is not None else "")

        text = str(error)
        text = self.name + _LINE.sub(moved, text.removeprefix(self.name))
        line, column = places.of(error.line, error.column) if error.line else (error.line, error.column)
        return type(error)(text, line=line, column=column, reason=error.reason)

    # ------------------------------------------------------------------ recognising

    def _open(self, candidate: Candidate) -> Opened | None:
        """Tell what the items of a payload are; None where there are none, or the root is none."""
        short = self._payload == candidate.above
        if not short and (self._payload is not None or self._no_payload == candidate.above or self._is_dear(candidate)):
            return None
        try:
            parsed = self._parsed(candidate.short() if short else candidate.whole(), self._splitter.places)
        except NotWellFormedError:
            if short:
                return None  # the whole will tell where
            raise
        cls = self._again(parsed, candidate.depth) if short else self._first(parsed, candidate)
        if cls is None or not is_streamed(cls):
            return None
        self.opened = cls
        self._counts.append(Counter())
        self._indexes.append(candidate.place)
        members = frozenset(items_of(cls))

        def is_item(document: bytes) -> bool:
            try:
                root = self._parsed(document, Places()).root
            except (NotWellFormedError, LimitError):
                raise StrangeError from None  # the whole will tell where
            for _ in range(candidate.depth):
                root = root[0]
            found = payload_of(root)
            return found is not None and found.names[root[-1].tag] in members

        table = cls.__xml__
        return Opened(frozenset(map(str.encode, members)), frozenset(map(str.encode, table.elements)), is_item)

    def _is_dear(self, candidate: Candidate) -> bool:
        """Count what is read to look at a candidate; tell whether it is too much beside the size of the document."""
        if self._tried + candidate.size > _MOST_TRIED * max(candidate.size, _SMALL):
            return True
        self._tried += candidate.size
        return False

    def _again(self, parsed: Parsed, depth: int) -> type[Element] | None:
        return self._content(_innermost(parsed.root, depth))

    def _content(self, element: etree._Element) -> type[Element] | None:
        """Return the class of a child of the payload; None where its name is one of the envelope, or unknown."""
        assert self.document is not None  # the payload is part of it
        found = payload_of(element) if self.document.frame.names[element.tag][:1] == "{" else None
        return found.cls if found is not None else None

    def _first(self, parsed: Parsed, candidate: Candidate) -> type[Element] | None:
        try:
            document = Document(parsed, self.limits)
            inner = _innermost(document.parsed.root, candidate.depth)
            if document.frame.element is inner:
                if issubclass(document.frame.cls, EnvelopeMessage):
                    return None
                self._bare = True
                self._payload = candidate.above
                self.document = document
                return document.frame.cls
            payload = inner.getparent()
            if not issubclass(document.frame.cls, EnvelopeMessage) or payload is None:
                return None
            if payload.getparent() is not document.frame.element:
                return None
            message = document.message()
        except (UnknownMessageError, SoapFaultError):
            return None  # or not yet: what is missing may follow
        inner = _innermost(document.parsed.root, candidate.depth)
        payload = inner.getparent()
        if payload is None or payload is not payload_element(document):
            self._no_payload = candidate.above
            return None
        self._payload = candidate.above
        self.head, self.document = message, document
        if self._checks and (document.odd or document.frame.problems):
            open_ones = {inner, *inner.iterancestors()}
            problems = [one for one in document.problems() if one.element not in open_ones]
            frame_problems = [one for one in document.frame.problems if one.element in open_ones]
            self.notes.add_head(document, [*frame_problems, *problems], self._splitter.places)
        return self._content(inner)

    # ------------------------------------------------------------------ the end

    def _finish(self) -> None:
        """Read what stands around the items."""
        parsed = self._parsed(bytes(self._splitter.skeleton), self._splitter.places)
        document = Document(parsed, self.limits)
        message = document.message()
        roots = self._roots(document)
        held = self._held(roots)
        problems: list[Problem] = []
        broken: list[tuple[str, Broken]] = []
        if self._checks and isinstance(message, EnvelopeMessage) and not is_plain(message):
            broken = list(review(message))
        if self._checks and (document.odd or document.frame.problems or broken):
            finder = Finder(document.frame.element)
            problems = [one for one in document.problems() if one.element not in held]
            problems += (Problem(rule, finder.find(one.path), one.message, one.value) for rule, one in broken)
        places = locate(document.parsed.root, (root for root, _ in roots), None)
        paths = [places[id(root)].path for root, _ in roots]
        self.notes.add_rest(document, problems, self._splitter.places, paths, self._counts)
        self._splitter.skeleton.clear()  # the document has it
        self.left = list(take_items(document, message, held))
        self.message, self.document, self.is_complete = message, document, True
        self.head = message if isinstance(message, EnvelopeMessage) else None

    def _roots(self, document: Document) -> list[tuple[etree._Element, Names]]:
        """Return the roots of the payloads that were split, each with the names of its content."""
        if not self._indexes:
            return []
        element = document.frame.element
        if self._bare:
            return [(element, document.frame.names)]
        payload = payload_element(document)
        assert payload is not None  # it was there when the payload began
        children = list(payload)
        roots = [children[index] for index in self._indexes]
        found = [payload_of(root) for root in roots]
        return [(root, one.names) for root, one in zip(roots, found, strict=True) if one is not None]

    def _held(self, roots: list[tuple[etree._Element, Names]]) -> set[etree._Element]:
        """Return the empty elements that stand for items."""
        return {
            next(child for child in root if names[child.tag] == local.decode())
            for (root, names), tags in zip(roots, self._splitter.held, strict=True)
            for local in tags
        }

    @property
    def nouns(self) -> list[str]:
        """What is in the payload, as far as it is known: the nouns, or an operation set."""
        if not self.is_complete:
            return [self.opened.__xml__.name] if self.opened is not None else []
        if not isinstance(self.message, EnvelopeMessage):
            return [type(self.message).__xml__.name]
        payload = getattr(self.message, "payload", None)
        if payload is None:
            return []
        contents = [*payload.content, payload.operation_set]
        return list(dict.fromkeys(type(one).__xml__.name for one in contents if isinstance(one, Element)))

    def tables(self) -> Any:
        """Return the root of the payload that was split last, without items, as far as it has been read."""
        message = self.message
        if not self.is_complete:
            if not self._indexes:
                return None
            document = Document(self._parsed(self._splitter.so_far(), self._splitter.places), self.limits)
            message = document.message()
            list(take_items(document, message, self._held(self._roots(document))))
        if not isinstance(message, EnvelopeMessage):
            return message
        payload = getattr(message, "payload", None)
        known = [one for one in payload.content if isinstance(one, Element)] if payload is not None else []
        return known[-1] if known else None

    def packed(self) -> Packed | None:
        """Return the data of a compressed payload, None when there is none.

        Raises:
            CompressionError: It is of a format that is no XML.
            LimitError: There are too many such payloads around it.
        """
        payload = getattr(self.message, "payload", None)
        if payload is None or not payload.compressed:
            return None
        from ..compression import open_packed

        kind = (payload.format or "XML").strip().upper()
        if kind != "XML":
            raise CompressionError(f"the payload is {payload.format}, no XML; cim.unpacked(message) returns its bytes")
        if self._depth == _MOST_PACKED:
            raise LimitError(
                f"{self.name}: more than {_MOST_PACKED} compressed payloads in one another; "
                "take them apart with cim.unpacked(message), one by one"
            )
        return Packed(open_packed(payload, limits=self.limits), self._depth + 1)


def _innermost(root: etree._Element, depth: int) -> etree._Element:
    """Return the element that is still open: the last child at each level."""
    for _ in range(depth):
        root = root[-1]
    return root
