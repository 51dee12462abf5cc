"""From any source of XML to pieces of bytes that can be searched for tags: expanded, bounded, in a plain encoding."""

from __future__ import annotations

import codecs
import itertools
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from ..errors import NotWellFormedError
from .gunzip import GZIP, gunzip, too_large
from .limits import Limits
from .parse import Source, encoded, opened, parse

__all__ = ["Pieces", "open_pieces"]

_SIZE = 1 << 18
"""Bytes of a piece: enough that the cost of a step does not count, little enough that memory does not either."""
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][\w.\-]*)["']""")
_PLAIN = re.compile(r"utf-8|ascii|iso8859-\d+|cp125\d|koi8-\w")
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)


class Pieces(NamedTuple):
    """The bytes of a source, piece by piece.

    ``encoding`` is what a parser has to be told; None leaves it to the declaration. ``wide`` is false where each byte
    is a character, ``places`` where lines are not those of a text. ``close`` gives back what was opened here.
    """

    data: Iterator[bytes]
    encoding: str | None
    name: str
    close: Callable[[], None]
    wide: bool = True
    places: bool = True


def open_pieces(source: Source, limits: Limits) -> Pieces:
    """Open a path, or take a text, bytes, a file object or an lxml element; gzip is seen through.

    Raises:
        SourceError: It is none of these.
        NotWellFormedError: It is empty.
        OSError: A file cannot be read.
    """
    if isinstance(source, etree._Element | etree._ElementTree):
        root = parse(source, limits).root
        data = etree.tostring(root, encoding="UTF-8", with_tail=False)
        return Pieces(_cut([data]), None, "element", _nothing, places=False)
    if isinstance(source, bytes | bytearray | memoryview):
        return _prepared(_cut([bytes(source)]), None, "bytes", _nothing, limits)
    if isinstance(source, os.PathLike) or (isinstance(source, str) and _is_path(source)):
        path = Path(source)
        stream = opened(path)
        return _prepared(iter(lambda: stream.read(_SIZE), b""), None, path.name, stream.close, limits)
    if isinstance(source, str):
        parsed_name = "text"
        if not source.lstrip("\ufeff \t\r\n").startswith("<"):
            parse(source, limits)  # raises what is to be said of a text that is no XML and no path
        return _prepared(_cut([encoded(source, parsed_name)]), "utf-8", parsed_name, _nothing, limits)
    if not hasattr(source, "read"):
        parse(source, limits)
    name = Path(str(getattr(source, "name", "") or "stream")).name
    file: Any = source
    chunks = iter(lambda: file.read(_SIZE), None)
    first = next(chunks)
    text = isinstance(first, str)
    return _prepared(
        _until_empty(itertools.chain([first], chunks), name), "utf-8" if text else None, name, _nothing, limits
    )


def _is_path(source: str) -> bool:
    return (
        bool(source.strip()) and not source.lstrip("\ufeff \t\r\n").startswith("<") and not set(source) & set("\n\0{")
    )


def _nothing() -> None:
    pass


def _until_empty(chunks: Iterator[Any], name: str) -> Iterator[bytes]:
    """Yield what a file object returns, text as UTF-8, to its end."""
    for number, chunk in enumerate(chunks):
        if not chunk:
            return
        if isinstance(chunk, str):
            yield encoded(chunk if number == 0 else f"<{chunk}", name)[number > 0 :]  # a mark is one at the start only
        else:
            yield bytes(chunk)


def _cut(pieces: Any) -> Iterator[bytes]:
    for piece in pieces:
        for start in range(0, len(piece), _SIZE):
            yield piece[start : start + _SIZE]


def _prepared(
    data: Iterator[bytes], encoding: str | None, name: str, close: Callable[[], None], limits: Limits
) -> Pieces:
    try:
        start, data = _begun(data)
        if start[:2] == GZIP:
            start, data = _begun(_expanded(data, limits, name))
        else:
            data = _bounded(data, limits, name)
        if not start.strip():
            raise NotWellFormedError(f"{name}: no content; expected an XML document", line=1, column=1)
        codec = "utf-8" if encoding else _codec(start)
        if codec is not None and not _PLAIN.fullmatch(codec):
            data, encoding, codec = _transcoded(data, codec, name), "utf-8", "utf-8"
        data = _whole_line_ends(data)
    except BaseException:
        close()
        raise
    return Pieces(data, encoding, name, close, wide=codec in {None, "utf-8"})


def _begun(data: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """Return the first bytes, enough to see what this is, and all of the data again."""
    seen: list[bytes] = []
    start = b""
    for piece in data:
        seen.append(piece)
        start += piece[:1024]
        if len(start) >= 1024 and start.strip():
            break
    return start, itertools.chain(seen, data)


def _bounded(data: Iterator[bytes], limits: Limits, name: str) -> Iterator[bytes]:
    total = 0
    for piece in data:
        total += len(piece)
        if total > limits.max_bytes:
            raise too_large(limits, name)
        yield piece


def _whole_line_ends(data: Iterator[bytes]) -> Iterator[bytes]:
    """Yield pieces that do not part CR LF, which is one end of a line."""
    held = b""
    for piece in data:
        whole = held + piece
        held = b"\r" if whole.endswith(b"\r") else b""
        yield whole[:-1] if held else whole
    if held:
        yield held


def _expanded(data: Iterator[bytes], limits: Limits, name: str) -> Iterator[bytes]:
    total = 0

    def counted() -> Iterator[bytes]:
        nonlocal total
        for piece in _bounded(data, limits, name):
            total += len(piece)
            yield piece

    return _cut(gunzip(counted(), size=lambda: total, limits=limits, name=name, error=NotWellFormedError))


def _codec(start: bytes) -> str | None:
    """Return the encoding of the data as Python calls it; None where none is said that Python and the parser know."""
    for mark, codec in _MARKS:
        if start.startswith(mark):
            return codec
    found = _DECLARED.match(start.removeprefix(codecs.BOM_UTF8))
    if found is None:
        return None
    name = found[1].decode("ascii")
    try:
        known = codecs.lookup(name)
        if not _PLAIN.fullmatch(known.name):
            etree.XMLParser(encoding=name)
    except LookupError:
        return None  # the parser knows it, or says that it does not
    return known.name if known._is_text_encoding else None


def _transcoded(data: Iterator[bytes], codec: str, name: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(codec)()
    begun = False
    try:
        for piece in data:
            if text := decoder.decode(piece):
                yield (text if begun else text.removeprefix("\ufeff")).encode()
                begun = True
        if text := decoder.decode(b"", final=True):
            yield text.encode()
    except UnicodeError as error:
        reason = getattr(error, "reason", error)
        raise NotWellFormedError(f"{name}: the text is not in its encoding, {codec}: {reason}") from None
