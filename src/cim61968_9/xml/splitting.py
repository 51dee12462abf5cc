"""Cuts a message into documents of some items each, and the rest, without making trees of what is large.

What stands around the items is the skeleton: it is small, and read as a whole at the end. Each batch of items becomes a
document of its own, between the start tags that stand around it, so that whatever reads whole messages reads a batch.
Since the tags that are searched for cannot be part of a text or a value in well-formed XML, and every byte goes to a
parser in some document, a cut at a wrong place is always an error and never a wrong value. Where the search does not
understand what it finds, the rest counts as skeleton, and the parser says what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree

from ..errors import ForbiddenXmlError, LimitError
from .limits import Limits
from .parse import parse_bytes
from .parts import Candidate, Gathering, Level, Opened, Split
from .pieces import Pieces
from .places import Cursor, Places
from .window import CDATA, INERT, NAME, SPAN, StrangeError, Window, bare, blanks_end, emptied, name_of

__all__ = ["Splitter"]

_LONGEST_BATCH = 1 << 19
_LONGEST_AROUND = 1 << 14
"""Most bytes that are put around each batch: tags without attributes."""
_DEEPEST = 16
"""Most elements around the root of a payload: of SOAP, an operation and a message there are five."""
_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml[ \t\r\n].*?\?>)?", re.DOTALL)
_UNSEEN = tuple(mark for mark, _ in INERT)
_MOST_KINDS = 64


class Splitter(Window):
    """Splits one source; ``opened`` is asked about each element that may be the root of a payload.

    It answers None where nothing is to be handed out one by one.
    """

    def __init__(
        self,
        pieces: Pieces,
        limits: Limits,
        opened: Callable[[Candidate], Opened | None],
    ) -> None:
        super().__init__()
        self.skeleton = bytearray()
        self.places = Places()
        self.held: list[list[bytes]] = []
        """Tags of the items, in the order in which each kind came first, for each payload; an empty element in the
        skeleton stands for each."""
        self._pieces = pieces.data
        self._name = pieces.name
        self._encoding = pieces.encoding
        self._wide = pieces.wide
        self._limits = limits
        self._opened = opened
        self._stack: list[Level] = []
        self._started_count = 0
        self._source = Cursor(wide=pieces.wide)
        self._written = Cursor(wide=pieces.wide)
        self._joined = False
        self._left = False

    def splits(self) -> Iterator[Split]:
        """Yield the items, as many as are there at a time; the skeleton is complete afterwards."""
        try:
            yield from self._outside()
        except StrangeError:
            self._to_skeleton(len(self.data))
            while self._fill(skeleton=True):
                self._to_skeleton(len(self.data))
        if not self._joined:
            self.places.add(self._written, self._source)  # what is missing, is missing here

    # ------------------------------------------------------------------ around payloads

    def _outside(self) -> Iterator[Split]:
        while (start := self._tag_start()) is not None:
            data = self.data
            for mark, end in (*INERT, CDATA):
                if data.startswith(mark, start):
                    self._to_skeleton(self._after(end, start + len(mark), skeleton=True))
                    break
            else:
                if data.startswith(b"<!", start):
                    if self._stack:
                        raise StrangeError
                    raise ForbiddenXmlError(
                        f"{self._name}: found a document type declaration (DTD), which messages must not have; "
                        "remove it",
                        line=1,
                    )
                if data.startswith(b"</", start):
                    self._to_skeleton(self._after(b">", start, skeleton=True))
                    if not self._stack:
                        raise StrangeError
                    self._stack.pop()
                else:
                    yield from self._started(start)

    def _started(self, start: int) -> Iterator[Split]:
        """Take a start tag, and the items when it is that of a payload."""
        while (end := self.tag_end(start)) is None:
            offset = start - self.at
            if not self._fill(skeleton=True):
                raise StrangeError
            start = self.at + offset
        name = NAME.match(self.data, start)
        if name is None:
            raise StrangeError
        tag = bytes(self.data[start:end])
        local = name[1].rpartition(b":")[2]
        self._to_skeleton(end)
        above = self._stack[-1] if self._stack else None
        if above is not None:
            above.children += 1
        if tag.endswith(b"/>"):
            return
        self._started_count += 1
        self._stack.append(Level(bare(tag), local, self._started_count))
        if not self._may_have_items():
            return
        around = self._around()
        if len(around) > _LONGEST_AROUND:
            return
        found = self._opened(
            Candidate(
                self.so_far,
                lambda: around.removesuffix(bare(tag)) + tag + self._closing(),
                len(self.skeleton),
                len(self._stack) - 1,
                above.children - 1 if above is not None else 0,
                above.number if above is not None else 0,
            )
        )
        if found is not None:
            self.held.append([])
            yield from self._items(found)

    def _may_have_items(self) -> bool:
        """Tell by the names around it whether the innermost element may be the root of a payload."""
        depth = len(self._stack)
        if depth == 1:
            return True
        if depth > _DEEPEST or self._stack[-2].local.lower() not in {b"payload", b"body"}:
            return False
        return {level.local.lower() for level in self._stack[:-2]}.isdisjoint({b"header", b"payload"})

    def so_far(self) -> bytes:
        """Return what stands around the items, as far as it has come, closed."""
        return bytes(self.skeleton) + self._closing()

    def _around(self) -> bytes:
        """Return the declaration and the tags of the open elements, without attributes."""
        declaration = _DECLARATION.match(self.skeleton)
        assert declaration is not None  # it matches nothing too
        return declaration.group() + b"".join(level.tag for level in self._stack)

    def _closing(self) -> bytes:
        return b"".join(b"</" + name_of(level.tag) + b">" for level in reversed(self._stack))

    def _tag_start(self) -> int | None:
        """Return where the next tag begins, with enough of it to see what it is."""
        while True:
            start = self.data.find(b"<", self.at)
            if start >= 0 and len(self.data) - start >= SPAN:
                return start
            if start < 0:
                self._to_skeleton(len(self.data))
            if not self._fill(skeleton=True):
                start = self.data.find(b"<", self.at)
                return start if start >= 0 else None

    def _after(self, mark: bytes, start: int, *, skeleton: bool) -> int:
        """Return where a mark ends; it is searched for from a place behind what has been taken."""
        offset = start - self.at
        while (found := self.data.find(mark, self.at + offset)) < 0:
            offset = max(offset, len(self.data) - self.at - len(mark) + 1)
            if not self._fill(skeleton=skeleton):
                raise StrangeError
        return found + len(mark)

    # ------------------------------------------------------------------ inside of a payload

    def _items(self, root: Opened) -> Iterator[Split]:
        batch = Gathering(root, self.at)
        try:
            yield from self._children(batch)
        except StrangeError:
            yield from self._flush(batch)
            raise

    def _children(self, batch: Gathering) -> Iterator[Split]:
        while True:
            start = blanks_end(self.data, self.at)
            if start == len(self.data):
                self.at = start  # else they would be searched again
            end = self.child_end(start) if self._left or len(self.data) - start >= SPAN else None
            if end is None:
                yield from self._flush(batch)
                if not self._fill(skeleton=False):
                    if self._left:
                        raise StrangeError
                    self._left = True
                batch.begin = self.at
            elif end == start:  # the end tag of the payload
                yield from self._flush(batch)
                return
            elif self.data.startswith(_UNSEEN, start):
                self.at = end
            else:
                yield from self._child(batch, start, end)

    def _child(self, batch: Gathering, start: int, end: int) -> Iterator[Split]:
        """Take a child of the payload, or a text: to the items, or to the skeleton."""
        name = NAME.match(self.data, start)
        local = name[1].rpartition(b":")[2] if name else b""
        if local in batch.root.items and self._is_item(batch, start):
            if local not in batch.kinds:
                yield from self._flush(batch)
                self._add_kind(batch, local, start)
                batch.fresh.append(local)
            batch.items += 1
            self.at = end
            if end - batch.begin > _LONGEST_BATCH:
                yield from self._flush(batch)
            return
        yield from self._flush(batch)
        if name is not None and (local in batch.root.known or not batch.kinds) and len(batch.kinds) < _MOST_KINDS:
            self._add_kind(batch, b"beside " + name[1], start)
        self._to_skeleton(end)
        batch.begin = end

    def _flush(self, batch: Gathering) -> Iterator[Split]:
        """Yield the items that were gathered."""
        with memoryview(self.data) as view:
            raw = bytes(view[batch.begin : self.at])
        if batch.items or raw.strip():
            yield self._split(raw, batch.before())
        else:
            self._skip(raw)
        for local in batch.fresh:
            self._hold(local, batch.kinds[local])
        batch.fresh.clear()
        batch.begin, batch.items = self.at, 0

    def _is_item(self, batch: Gathering, start: int) -> bool:
        """Tell whether an element, which has the name of an item, is one; its namespace decides."""
        tag = bytes(self.data[start : self.tag_end(start)])
        empty = emptied(tag) if b"=" in tag else tag
        found = batch.asked.get(empty)
        if found is None:
            first = next(iter(batch.kinds.values()), b"")
            found = batch.root.is_item(self._around() + first + emptied(tag) + self._closing())
            if len(batch.asked) < _MOST_KINDS:
                batch.asked[empty] = found
        return found

    def _add_kind(self, batch: Gathering, kind: bytes, start: int) -> None:
        """Remember a kind of child by its first, as an empty element."""
        if kind in batch.kinds:
            return
        batch.kinds[kind] = emptied(bytes(self.data[start : self.tag_end(start)]))
        if sum(map(len, batch.kinds.values())) > _LONGEST_AROUND:
            raise StrangeError

    def _hold(self, local: bytes, empty: bytes) -> None:
        """Put an empty element into the skeleton, for the first item of a kind."""
        self.held[-1].append(local)
        self.skeleton += empty
        self._written.advance(empty)
        self._joined = False

    def _split(self, raw: bytes, held: list[bytes]) -> Split:
        start = self._around() + b"".join(held)
        cursor, places = Cursor(wide=self._wide), Places()
        cursor.advance(start)
        places.add(cursor, self._source)
        self._skip(raw)
        data = b"".join((start, raw, self._closing()))
        return Split(data, len(start), len(self._stack) - 1, len(held), places, len(self.held) - 1)

    # ------------------------------------------------------------------ the buffer

    def _skip(self, raw: bytes) -> None:
        self._source.advance(raw)
        self._joined = False

    def _to_skeleton(self, end: int) -> None:
        """Move what stands before a place to the skeleton."""
        part = bytes(self.data[self.at : end])
        if not self._joined and part:
            self.places.add(self._written, self._source)
            self._joined = True
        self.skeleton += part
        self._written.advance(part)
        self._source.advance(part)
        self.at = end
        if len(self.skeleton) > self._limits.max_frame_bytes:
            self._too_long(bytes(self.skeleton), skeleton=True)

    def _fill(self, *, skeleton: bool) -> bool:
        """Read the next piece; what has been taken is forgotten. Tell whether there was one."""
        del self.data[: self.at]
        self.at = 0
        most = self._limits.max_frame_bytes if skeleton else self._limits.max_item_bytes
        if len(self.data) > most:
            start = self.skeleton if skeleton else self._around()
            self._too_long(bytes(start) + bytes(self.data), skeleton=skeleton)
        piece = next(self._pieces, None)
        if piece is None:
            return False
        self.data += piece
        return True

    def _too_long(self, data: bytes, *, skeleton: bool) -> None:
        """Raise what is wrong with the text so far, or that it is too long."""
        parse_start(data, self._encoding, self._name)
        what, limit = ("beside the items", "max_frame_bytes") if skeleton else ("in one item", "max_item_bytes")
        most = self._limits.max_frame_bytes if skeleton else self._limits.max_item_bytes
        raise LimitError(f"{self._name}: more than {most:,} bytes {what}; raise Limits({limit}=...) if that is meant")


def parse_start(data: bytes, encoding: str | None, name: str) -> None:
    """Raise what is wrong with the beginning of a document, apart from its being only that."""
    parser = etree.XMLParser(encoding=encoding, resolve_entities=False, no_network=True, huge_tree=True)
    try:
        parser.feed(data)
    except etree.XMLSyntaxError:
        parse_bytes(data, encoding, name, exact=True)
