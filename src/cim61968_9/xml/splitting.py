"""Cuts a message into documents of some items each, and the rest, without making trees of what is large.

What stands around the items is the skeleton: it is small, and read as a whole at the end. Each batch of items becomes a
document of its own, between the start tags that stand around it, so that whatever reads whole messages reads a batch.
Since the tags that are searched for cannot be part of a text or a value in well-formed XML, and every byte goes to a
parser in some document, a cut at a wrong place is always an error and never a wrong value. Where the search does not
understand what it finds, the rest counts as skeleton, and the parser says what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from ..errors import ForbiddenXmlError, LimitError
from .limits import Limits
from .parse import parse_bytes
from .pieces import Pieces
from .places import Cursor, Places

__all__ = ["Candidate", "Opened", "Split", "Splitter"]

_LONGEST_TAG = 1 << 20
_LONGEST_BATCH = 1 << 19
_BLANKS = re.compile(rb"[ \t\r\n]*")
_AFTER_NAME = b" \t\r\n/>"
_NAME = re.compile(rb"<([^\s/>!?<=\"'&]+)(?=[\s/>])")
_TAG = re.compile(rb"<[^\s/>!?<=\"'&]+(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>")
_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml[ \t\r\n].*?\?>)?", re.DOTALL)
_INERT = ((b"<!--", b"-->"), (b"<?", b"?>"))
_UNSEEN = tuple(mark for mark, _ in _INERT)
_CDATA = (b"<![CDATA[", b"]]>")
_MOST_KINDS = 64
_SPAN = 9  # characters that tell what begins at a "<"


@lru_cache(maxsize=64)
def _marks(name: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"<!--|<!\[CDATA\[|<\?|<(/?)" + re.escape(name) + rb"(?=[\s/>])")


class Candidate(NamedTuple):
    """An element that may be the root of a payload, ``depth`` levels below the root and ``index`` among its siblings.

    ``whole`` returns the document up to there, closed, and ``short`` only the elements around; ``above`` stands for
    those elements, and is equal only for the very same ones.
    """

    whole: Callable[[], bytes]
    short: Callable[[], bytes]
    depth: int
    index: int
    above: tuple[int, ...]


class Opened(NamedTuple):
    """What is known of the root of a payload: the tags of its items, and of all its children, without prefixes.

    ``is_item`` tells from a document, in which it is the last child of the payload, whether an element is an item.
    """

    items: Collection[bytes]
    known: Collection[bytes]
    is_item: Callable[[bytes], bool]


class Split(NamedTuple):
    """A document with items of one payload: children of the element ``depth`` levels below its root.

    The first ``held`` children are empty; they stand for what came before, where order matters. ``spans`` are the items
    within ``raw``, the part that was in the source; ``root`` counts the payloads.
    """

    data: bytes
    depth: int
    held: int
    raw: bytes
    spans: list[tuple[int, int]]
    places: Places
    root: int


class _Level:
    """An open element: its start tag, local name, how many children it has so far, and a number that no other has."""

    __slots__ = ("children", "local", "number", "tag")

    def __init__(self, tag: bytes, local: bytes, number: int) -> None:
        self.tag = tag
        self.local = local
        self.number = number
        self.children = 0


class _Strange(Exception):
    """Something that the search does not understand."""


class Splitter:
    """Splits one source; ``opened`` is asked about each element that may be the root of a payload.

    It answers None where nothing is to be handed out one by one.
    """

    def __init__(
        self,
        pieces: Pieces,
        limits: Limits,
        opened: Callable[[Candidate], Opened | None],
    ) -> None:
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
        self._data = bytearray()
        self._at = 0
        self._searched = 0
        self._inside: tuple[int, int] | None = None
        self._stack: list[_Level] = []
        self._started_count = 0
        self._source = Cursor(wide=pieces.wide)
        self._written = Cursor(wide=pieces.wide)
        self._joined = False
        self._left = False

    def splits(self) -> Iterator[Opened | Split]:
        """Yield each payload that is opened, and its items, as many as are there at a time.

        The skeleton is complete afterwards.
        """
        try:
            yield from self._outside()
        except _Strange:
            self._to_skeleton(len(self._data))
            while self._fill(skeleton=True):
                self._to_skeleton(len(self._data))

    # ------------------------------------------------------------------ around payloads

    def _outside(self) -> Iterator[Opened | Split]:
        while (start := self._tag_start()) is not None:
            data = self._data
            for mark, end in (*_INERT, _CDATA):
                if data.startswith(mark, start):
                    self._to_skeleton(self._after(end, start + len(mark), skeleton=True))
                    break
            else:
                if data.startswith(b"<!", start):
                    if self._stack:
                        raise _Strange
                    raise ForbiddenXmlError(
                        f"{self._name}: found a document type declaration (DTD), which messages must not have; "
                        "remove it",
                        line=1,
                    )
                if data.startswith(b"</", start):
                    self._to_skeleton(self._after(b">", start, skeleton=True))
                    if not self._stack:
                        raise _Strange
                    self._stack.pop()
                else:
                    yield from self._started(start)

    def _started(self, start: int) -> Iterator[Opened | Split]:
        """Take a start tag, and the items when it is that of a payload."""
        while (end := self._tag_end(start)) is None:
            offset = start - self._at
            if not self._fill(skeleton=True):
                raise _Strange
            start = self._at + offset
        name = _NAME.match(self._data, start)
        if name is None:
            raise _Strange
        tag = bytes(self._data[start:end])
        local = name[1].rpartition(b":")[2]
        self._to_skeleton(end)
        above = self._stack[-1] if self._stack else None
        if above is not None:
            above.children += 1
        if tag.endswith(b"/>"):
            return
        self._started_count += 1
        self._stack.append(_Level(tag, local, self._started_count))
        if above is not None and above.local.lower() not in {b"payload", b"body"}:
            return
        found = self._opened(
            Candidate(
                lambda: bytes(self.skeleton) + self._closing(),
                lambda: self._around() + self._closing(),
                len(self._stack) - 1,
                above.children - 1 if above is not None else 0,
                tuple(level.number for level in self._stack[:-1]),
            )
        )
        if found is not None:
            self.held.append([])
            yield found
            yield from self._items(found)

    def _around(self) -> bytes:
        """Return the declaration and the start tags of the open elements."""
        declaration = _DECLARATION.match(self.skeleton)
        assert declaration is not None  # it matches nothing too
        return declaration.group() + b"".join(level.tag for level in self._stack)

    def _closing(self) -> bytes:
        return b"".join(b"</" + _name_of(level.tag) + b">" for level in reversed(self._stack))

    def _tag_start(self) -> int | None:
        """Return where the next tag begins, with enough of it to see what it is."""
        while True:
            start = self._data.find(b"<", self._at)
            if start >= 0 and len(self._data) - start >= _SPAN:
                return start
            if start < 0:
                self._to_skeleton(len(self._data))
            if not self._fill(skeleton=True):
                start = self._data.find(b"<", self._at)
                return start if start >= 0 else None

    def _after(self, mark: bytes, start: int, *, skeleton: bool) -> int:
        """Return where a mark ends; it is searched for from a place behind what has been taken."""
        offset = start - self._at
        while (found := self._data.find(mark, self._at + offset)) < 0:
            offset = max(offset, len(self._data) - self._at - len(mark) + 1)
            if not self._fill(skeleton=skeleton):
                raise _Strange
        return found + len(mark)

    # ------------------------------------------------------------------ inside of a payload

    def _items(self, root: Opened) -> Iterator[Split]:
        kinds: dict[bytes, bytes] = {}
        """The children so far by name: an empty element for each kind, in the order in which they came first."""
        fresh: list[bytes] = []
        items: list[tuple[int, int]] = []
        asked: dict[bytes, bool] = {}
        begin = self._at

        def flush() -> Iterator[Split]:
            nonlocal begin, items
            raw = bytes(self._data[begin : self._at])
            if items or raw.strip():
                held = [empty for local, empty in kinds.items() if local not in fresh] if len(kinds) > 1 else []
                yield self._split(raw, items, held)
            else:
                self._skip(raw)
            for local in fresh:
                self._hold(local, kinds[local])
            fresh.clear()
            begin, items = self._at, []

        while True:
            start = _blanks_end(self._data, self._at)
            try:
                end = self._child_end(start) if self._left or len(self._data) - start >= _SPAN else None
            except _Strange:
                yield from flush()
                raise
            if end is None:
                yield from flush()
                if not self._fill(skeleton=False):
                    if self._left:
                        raise _Strange
                    self._left = True
                begin = self._at
                continue
            if end == start:  # the end tag of the payload
                yield from flush()
                return
            name = _NAME.match(self._data, start)
            local = name[1].rpartition(b":")[2] if name else b""
            if name is None and self._data.startswith(_UNSEEN, start):
                self._at = end
            elif local in root.items and self._is_item(root, kinds, asked, start, end):
                if local not in kinds:
                    yield from flush()
                    fresh.append(local)
                    kinds[local] = _emptied(bytes(self._data[start:end]))
                items.append((start - begin, end - begin))
                self._at = end
                if end - begin > _LONGEST_BATCH:
                    yield from flush()
            else:
                yield from flush()
                if name is not None and (local in root.known or not kinds) and len(kinds) < _MOST_KINDS:
                    kinds.setdefault(b"beside " + name[1], _emptied(bytes(self._data[start:end])))
                self._to_skeleton(end)
                begin = end

    def _is_item(
        self, root: Opened, kinds: dict[bytes, bytes], asked: dict[bytes, bool], start: int, end: int
    ) -> bool:
        """Tell whether an element, which has the name of an item, is one; its namespace decides."""
        tag = bytes(self._data[start : self._tag_end(start)])
        found = asked.get(tag)
        if found is None:
            first = next(iter(kinds.values()), b"")
            found = root.is_item(self._around() + first + _emptied(tag) + self._closing())
            if len(asked) < _MOST_KINDS:
                asked[tag] = found
        return found

    def _hold(self, local: bytes, empty: bytes) -> None:
        """Put an empty element into the skeleton, for the first item of a kind."""
        self.held[-1].append(local)
        self.skeleton += empty
        self._written.advance(empty)
        self._joined = False

    def _split(self, raw: bytes, items: list[tuple[int, int]], held: list[bytes]) -> Split:
        start = self._around() + b"".join(held)
        cursor, places = Cursor(wide=self._wide), Places()
        cursor.advance(start)
        places.add(cursor, self._source)
        self._skip(raw)
        return Split(
            start + raw + self._closing(), len(self._stack) - 1, len(held), raw, items, places, len(self.held) - 1
        )

    def _child_end(self, start: int) -> int | None:
        """Return where a child of the payload ends; its start at the end tag, None when more has to be read."""
        data = self._data
        if not data.startswith(b"<", start):
            found = data.find(b"<", start)
            return found if found > start else None
        for mark, end in (*_INERT, _CDATA):
            if data.startswith(mark, start):
                found = data.find(end, start + max(self._searched, len(mark)))
                self._searched = 0 if found >= 0 else max(len(data) - start - len(end) + 1, len(mark))
                return found + len(end) if found >= 0 else None
        if data.startswith(b"</", start):
            return start
        name = _NAME.match(data, start)
        if name is None:
            if len(data) - start > _LONGEST_TAG or b">" in data[start : start + _LONGEST_TAG]:
                raise _Strange
            return None
        return self._element_end(start, bytes(name[1]))

    def _element_end(self, start: int, name: bytes) -> int | None:
        """Return where an element ends, None when more has to be read."""
        data = self._data
        tag_end = self._tag_end(start)
        if tag_end is None or data[tag_end - 2] == 0x2F:  # "/"
            return tag_end
        if self._inside is not None:
            return self._nested_end(start, name)
        close = b"</" + name
        at = data.find(close, max(tag_end, start + self._searched))
        while at >= 0 and data[at + len(close) : at + len(close) + 1].strip(b" \t\r\n>"):
            at = data.find(close, at + 1)
        end = data.find(b">", at) + 1 if at >= 0 else 0
        if not end:
            self._searched = max((at if at >= 0 else len(data) - len(close)) - start, 0)
            return None
        self._searched = 0
        if self._has(b"!", b"<!", tag_end, at) or self._has(b"?", b"<?", tag_end, at) or self._has_same(name, tag_end, at):
            self._inside = (tag_end - start, 1)
            return self._nested_end(start, name)
        return end

    def _has(self, mark: bytes, longer: bytes, start: int, end: int) -> bool:
        """Search for a rare byte first, which is much faster."""
        return self._data.find(mark, start, end) >= 0 and self._data.find(longer, start, end) >= 0

    def _has_same(self, name: bytes, start: int, end: int) -> bool:
        """Tell whether an element of the same name may begin inside."""
        at = self._data.find(b"<" + name, start, end)
        while at >= 0:
            after = at + 1 + len(name)
            if self._data[after : after + 1] in _AFTER_NAME:
                return True
            at = self._data.find(b"<" + name, after, end)
        return False

    def _nested_end(self, start: int, name: bytes) -> int | None:
        """Count elements of one name from where the last count stopped, over comments and the like."""
        assert self._inside is not None
        offset, depth = self._inside
        data, marks = self._data, _marks(name)
        while (found := marks.search(data, start + offset)) is not None:
            mark = bytes(found.group())
            end = {b"<!--": b"-->", b"<![CDATA[": b"]]>", b"<?": b"?>"}.get(mark)
            if end is not None:
                stop = data.find(end, found.end()) + len(end)
                if stop < len(end):
                    return None
            elif mark[1] == 0x2F:
                stop = data.find(b">", found.end()) + 1
                depth -= 1
            else:
                stop = self._tag_end(found.start()) or 0
                depth += data[stop - 2] != 0x2F
            if not stop:
                return None
            offset = stop - start
            if not depth:
                self._inside = None
                return stop
            self._inside = offset, depth
        self._inside = max(offset, len(data) - start - len(name) - _SPAN), depth
        return None

    def _tag_end(self, start: int) -> int | None:
        """Return where a start tag ends, None when more has to be read."""
        data = self._data
        end = data.find(b">", start) + 1
        if end and not (data.find(b'"', start, end) >= 0 or data.find(b"'", start, end) >= 0):
            return end
        tag = _TAG.match(data, start, start + _LONGEST_TAG)
        if tag is not None:
            return tag.end()
        if len(data) - start > _LONGEST_TAG:
            raise _Strange
        return None

    # ------------------------------------------------------------------ the buffer

    def _skip(self, raw: bytes) -> None:
        self._source.advance(raw)
        self._joined = False

    def _to_skeleton(self, end: int) -> None:
        """Move what stands before a place to the skeleton."""
        part = bytes(self._data[self._at : end])
        if not self._joined and part:
            self.places.add(self._written, self._source)
            self._joined = True
        self.skeleton += part
        self._written.advance(part)
        self._source.advance(part)
        self._at = end
        if len(self.skeleton) > self._limits.max_frame_bytes:
            self._too_long(bytes(self.skeleton), skeleton=True)

    def _fill(self, *, skeleton: bool) -> bool:
        """Read the next piece; what has been taken is forgotten. Tell whether there was one."""
        del self._data[: self._at]
        self._at = 0
        most = self._limits.max_frame_bytes if skeleton else self._limits.max_item_bytes
        if len(self._data) > most:
            start = self.skeleton if skeleton else self._around()
            self._too_long(bytes(start) + bytes(self._data), skeleton=skeleton)
        piece = next(self._pieces, None)
        if piece is None:
            return False
        self._data += piece
        return True

    def _too_long(self, data: bytes, *, skeleton: bool) -> None:
        """Raise what is wrong with the text so far, or that it is too long."""
        parse_start(data, self._encoding, self._name)
        what, limit = ("beside the items", "max_frame_bytes") if skeleton else ("in one item", "max_item_bytes")
        most = self._limits.max_frame_bytes if skeleton else self._limits.max_item_bytes
        raise LimitError(f"{self._name}: more than {most:,} bytes {what}; raise Limits({limit}=...) if that is meant")


def _blanks_end(data: bytearray, start: int) -> int:
    found = _BLANKS.match(data, start)
    assert found is not None  # it matches nothing too
    return found.end()


def _emptied(element: bytes) -> bytes:
    """Return an element with nothing in it."""
    tag = _TAG.match(element)
    assert tag is not None  # its end has been found
    return tag.group()[:-1].rstrip(b"/") + b"/>"


def _name_of(tag: bytes) -> bytes:
    found = _NAME.match(tag)
    assert found is not None  # it was one when it was taken
    return found[1]


def parse_start(data: bytes, encoding: str | None, name: str) -> None:
    """Raise what is wrong with the beginning of a document, apart from its being only that."""
    parser = etree.XMLParser(encoding=encoding, resolve_entities=False, no_network=True, huge_tree=True)
    try:
        parser.feed(data)
    except etree.XMLSyntaxError:
        parse_bytes(data, encoding, name, exact=True)
