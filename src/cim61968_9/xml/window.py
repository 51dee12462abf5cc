"""The search for tags in the part of a document that is in memory."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["CDATA", "INERT", "NAME", "SPAN", "StrangeError", "Window", "bare", "blanks_end", "emptied", "name_of"]

INERT = ((b"<!--", b"-->"), (b"<?", b"?>"))
"""How comments and processing instructions begin and end."""
CDATA = (b"<![CDATA[", b"]]>")
"""How a section of plain text begins and ends."""
NAME = re.compile(rb"<([^\s/>!?<=\"'&]+)(?=[\s/>])")
"""The begin of a start tag, with its name."""
SPAN = 9
"""Bytes that tell what begins at a ``<``."""
_LONGEST_TAG = 1 << 20
_BLANKS = re.compile(rb"[ \t\r\n]*")
_AFTER_NAME = b" \t\r\n/>"
_TAG = re.compile(rb"<[^\s/>!?<=\"'&]+(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>")
_ATTRIBUTE = re.compile(rb"[ \t\r\n]([^\s/=<>\"']+)[ \t\r\n]*=[ \t\r\n]*(?:\"[^\"]*\"|'[^']*')")


@lru_cache(maxsize=64)
def _marks(name: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"<!--|<!\[CDATA\[|<\?|<(/?)" + re.escape(name) + rb"(?=[\s/>])")


class StrangeError(Exception):
    """Something that the search does not understand; it never leaves this package."""


class Window:
    """The bytes that have come and are not yet taken: those of ``data`` from ``at`` on.

    A search that needs more bytes returns None, and goes on where it was when it is asked again.
    """

    def __init__(self) -> None:
        self.data = bytearray()
        self.at = 0
        self._searched = 0
        self._inside: tuple[int, int] | None = None

    def child_end(self, start: int) -> int | None:
        """Return where a child of the payload ends; its start at the end tag, None when more has to be read."""
        data = self.data
        if not data.startswith(b"<", start):
            found = data.find(b"<", start + self._searched)
            self._searched = 0 if found >= 0 else len(data) - start
            return found if found >= 0 else None
        for mark, end in (*INERT, CDATA):
            if data.startswith(mark, start):
                found = data.find(end, start + max(self._searched, len(mark)))
                self._searched = 0 if found >= 0 else max(len(data) - start - len(end) + 1, len(mark))
                return found + len(end) if found >= 0 else None
        if data.startswith(b"</", start):
            return start
        name = NAME.match(data, start)
        if name is None:
            if len(data) - start > _LONGEST_TAG or b">" in data[start : start + _LONGEST_TAG]:
                raise StrangeError
            return None
        return self._element_end(start, bytes(name[1]))

    def _element_end(self, start: int, name: bytes) -> int | None:
        """Return where an element ends, None when more has to be read."""
        data = self.data
        tag_end = self.tag_end(start)
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
        if (
            self._has(b"!", b"<!", tag_end, at)
            or self._has(b"?", b"<?", tag_end, at)
            or self._has_same(name, tag_end, at)
        ):
            self._inside = (tag_end - start, 1)
            return self._nested_end(start, name)
        return end

    def _has(self, mark: bytes, longer: bytes, start: int, end: int) -> bool:
        """Search for a rare byte first, which is much faster."""
        return self.data.find(mark, start, end) >= 0 and self.data.find(longer, start, end) >= 0

    def _has_same(self, name: bytes, start: int, end: int) -> bool:
        """Tell whether an element of the same name may begin inside."""
        at = self.data.find(b"<" + name, start, end)
        while at >= 0:
            after = at + 1 + len(name)
            if self.data[after : after + 1] in _AFTER_NAME:
                return True
            at = self.data.find(b"<" + name, after, end)
        return False

    def _nested_end(self, start: int, name: bytes) -> int | None:
        """Count elements of one name from where the last count stopped, over comments and the like."""
        assert self._inside is not None
        offset, depth = self._inside
        data, marks = self.data, _marks(name)
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
                stop = self.tag_end(found.start()) or 0
                depth += data[stop - 2] != 0x2F
            if not stop:
                return None
            offset = stop - start
            if not depth:
                self._inside = None
                return stop
            self._inside = offset, depth
        self._inside = max(offset, len(data) - start - len(name) - SPAN), depth
        return None

    def tag_end(self, start: int) -> int | None:
        """Return where a start tag ends, None when more has to be read."""
        data = self.data
        end = data.find(b">", start) + 1
        if end and not (data.find(b'"', start, end) >= 0 or data.find(b"'", start, end) >= 0):
            return end
        tag = _TAG.match(data, start, start + _LONGEST_TAG)
        if tag is not None:
            return tag.end()
        if len(data) - start > _LONGEST_TAG:
            raise StrangeError
        return None


def blanks_end(data: bytearray, start: int) -> int:
    """Return where blanks end that begin at a place; the place itself where there are none."""
    found = _BLANKS.match(data, start)
    assert found is not None  # it matches nothing too
    return found.end()


def bare(tag: bytes) -> bytes:
    """Return a start tag without attributes; the namespaces that it declares stay."""
    if b"=" not in tag:
        return tag
    declared = (one[0] for one in _ATTRIBUTE.finditer(tag) if one[1] == b"xmlns" or one[1].startswith(b"xmlns:"))
    return b"<" + name_of(tag) + b"".join(declared) + b">"


def emptied(tag: bytes) -> bytes:
    """Return the empty element of a start tag, without attributes."""
    if _TAG.fullmatch(tag) is None:
        raise StrangeError
    return bare(tag)[:-1].rstrip(b"/") + b"/>"


def name_of(tag: bytes) -> bytes:
    """Return the name in a start tag."""
    found = NAME.match(tag)
    assert found is not None  # it was one when it was taken
    return found[1]
