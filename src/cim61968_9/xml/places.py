"""Lines and columns: of a text that comes in pieces, and of documents that were made of parts of it."""

from __future__ import annotations

from bisect import bisect_right

__all__ = ["Cursor", "Places"]


_CONTINUED = bytes(range(0x80, 0xC0))
"""The bytes of UTF-8 that go on with a character."""


class Cursor:
    """A place in a text: line and column, counted from 1, columns in characters as expat counts them.

    A character is a byte, or what is one in UTF-8 when the text is ``wide``.
    """

    __slots__ = ("column", "line", "wide")

    def __init__(self, *, wide: bool) -> None:
        self.wide = wide
        self.line = 1
        self.column = 1

    def advance(self, data: bytes) -> None:
        """Go on by some bytes, which do not begin between the two of a line's end."""
        lines = data.count(b"\n")
        start = data.rfind(b"\n") + 1
        if b"\r" in data:
            lines += data.count(b"\r") - data.count(b"\r\n")
            start = max(start, data.rfind(b"\r") + 1)
        if lines:
            self.line += lines
            self.column = 1
        tail = data[start:]
        self.column += len(tail.translate(None, _CONTINUED) if self.wide else tail)


class Places:
    """Leads from places in a document to those in the source."""

    def __init__(self) -> None:
        self._starts: list[tuple[int, int]] = []
        self._sources: list[tuple[int, int]] = []

    def add(self, document: Cursor, source: Cursor) -> None:
        """Enter that from one place on the text of the document is that of the source at another."""
        self._starts.append((document.line, document.column))
        self._sources.append((source.line, source.column))

    def of(self, line: int, column: int | None) -> tuple[int, int | None]:
        """Return the place in the source of one in the document; what was added to it stands where it ends."""
        if column is None:
            column = 1
            return self.of(line, column)[0], None
        index = max(bisect_right(self._starts, (line, column)) - 1, 0)
        if not self._starts:
            return line, column
        start, source = self._starts[index], self._sources[index]
        if (line, column) < start:
            return source
        if line == start[0]:
            return source[0], source[1] + column - start[1]
        return source[0] + line - start[0], column
