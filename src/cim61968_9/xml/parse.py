"""From any source of XML to an lxml tree: without DTD, entities or network, and within limits."""

from __future__ import annotations

import os
import re
import threading
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TextIO, TypeAlias

from attrs import define, evolve
from lxml import etree

from ..errors import ForbiddenXmlError, LimitError, NotWellFormedError, SourceError
from .declarations import check_declarations
from .gunzip import GZIP, PIECE, gunzip, too_large
from .limits import Limits
from .tidy import tidied

__all__ = [
    "Parsed",
    "Source",
    "XmlElement",
    "XmlTree",
    "after_declaration",
    "encoded",
    "opened",
    "parse",
    "parse_bytes",
    "parse_document",
]


class XmlElement(Protocol):
    """An element of lxml, for type checkers that have no types of lxml."""

    @property
    def tag(self) -> Any:
        """The name, with its namespace in braces."""

    @property
    def nsmap(self) -> Any:
        """The namespaces by prefix, which the elements of other libraries do not have."""


class XmlTree(Protocol):
    """A document of lxml, for type checkers that have no types of lxml."""

    @property
    def docinfo(self) -> Any:
        """What stands before the root."""

    def getroot(self) -> Any:
        """Return the root element."""


Source: TypeAlias = "str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO | TextIO | XmlElement | XmlTree"

_LARGE = 10_000_000  # what libxml2 allows a text without being told that the document is large
_BOM = "\ufeff"
_LINE_AT_END = re.compile(r" line \d+$")
_BEGIN = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml\s[^>]*>)?")
_ENCODING = re.compile(rb"\sencoding\s*=\s*[\"']([^\"']*)")
_PLAIN = re.compile(rb"utf-?8|(?:us-)?ascii|iso-?8859-\d+|latin-?\d|(?:windows-|cp)125\d", re.IGNORECASE)
"""Encodings in which each mark of XML is the byte that it is in ASCII, and no other bytes stand for it."""


@define
class Parsed:
    """A parsed source: its root, the bytes it came from, and its name for messages.

    ``exact`` tells whether all layout is in the tree. Without the blanks between elements a tree is made and read in
    much less time; they matter only for content that no schema describes. ``is_tidied`` tells whether blanks were taken
    out of namespaces.
    """

    root: etree._Element
    data: bytes | None
    encoding: str | None
    name: str
    exact: bool = True
    is_tidied: bool = False

    def lay_out(self) -> None:
        """Parse the source once more, with all of its layout, where that was left out."""
        if self.exact or self.data is None:
            return
        del self.root  # so that no two trees are held
        self.root, self.exact = parse_bytes(self.data, self.encoding, self.name, exact=True).root, True


def parse(source: Source, limits: Limits) -> Parsed:
    """Parse a path, a text, bytes, a file object, or take an lxml element as it is; gzip is seen through.

    Raises:
        SourceError: It is none of these.
        NotWellFormedError: It is no XML, or only the beginning of one.
        ForbiddenXmlError: It has a document type declaration.
        LimitError: It is larger than allowed.
        OSError: A file cannot be read.
    """
    if isinstance(source, bytes):
        return _document(source, None, "bytes", limits)
    if isinstance(source, etree._ElementTree):
        source = source.getroot()
    if isinstance(source, etree._Element):
        if not isinstance(source.tag, str):
            raise SourceError("cannot read XML from a comment, instruction or entity; expected an element")
        if next(source.iter(etree.Entity), None) is not None:
            raise ForbiddenXmlError("element: found an entity that is not resolved; messages must have none")
        return Parsed(source, None, None, "element")
    data, encoding, name = _bytes(source, limits)
    return _document(data, encoding, name, limits)


def _document(data: bytes, encoding: str | None, name: str, limits: Limits) -> Parsed:
    if len(data) > limits.max_bytes:
        raise too_large(limits, name)
    if data[:2] == GZIP:
        pieces = gunzip([data], size=len(data), limits=limits, name=name, error=NotWellFormedError)
        data = b"".join(pieces)
    if not data[:1024].strip() and not data.strip():
        raise NotWellFormedError(f"{name}: no content; expected an XML document", line=1, column=1)
    return parse_document(data, encoding, name, limits)


def parse_document(data: bytes, encoding: str | None, name: str, limits: Limits) -> Parsed:
    """Parse the bytes of a whole document, without blanks between elements where they cannot be content."""
    start = after_declaration(data)
    parsed = parse_bytes(data, encoding, name, exact=start is None or _layout_may_be_content(data, start))
    check_declarations(parsed.root, data if start is not None else None, limits, name)
    return parsed


def after_declaration(data: bytes) -> int | None:
    """Return where the XML declaration ends; None where marks cannot be found in the bytes, as in UTF-16 or UTF-7."""
    begin = _BEGIN.match(data)
    if begin is None or b"\0" in data[:4]:
        return None
    encoding = _ENCODING.search(begin[0])
    return begin.end() if encoding is None or _PLAIN.fullmatch(encoding[1]) else None


def _layout_may_be_content(data: bytes, start: int) -> bool:
    """Tell whether leaving out blanks could change a value: beside comments, CDATA and instructions it could."""
    if b"\r" in data:
        return True  # libxml2 takes blanks before it for layout, even inside of a value
    if b"!" in data and b"<!" in data:  # looking for one byte first is much faster, and there mostly is none
        return True
    return data.find(b"?", start) >= 0 and data.find(b"<?", start) >= 0


def parse_bytes(data: bytes, encoding: str | None, name: str, *, exact: bool) -> Parsed:
    """Parse a whole document; ``exact`` keeps the blanks between elements."""
    try:
        root = etree.fromstring(data, _parsers.get(encoding, huge=len(data) > _LARGE, exact=exact))
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.WAR_NS_URI and b"<!DOCTYPE" not in data and (tidy := tidied(data)) != data:
            return evolve(parse_bytes(tidy, encoding, name, exact=exact), is_tidied=True)
        raise _syntax_error(error, name, data) from None
    if exact and root.getroottree().docinfo.internalDTD is not None:  # elsewhere nothing begins with <!
        raise ForbiddenXmlError(
            f"{name}: found a document type declaration (DTD), which messages must not have; remove it", line=1
        )
    return Parsed(root, data, encoding, name, exact)


class _Parsers(threading.local):
    """The parsers of a thread, made once for each kind of input: making one costs more than a small message."""

    def __init__(self) -> None:
        self._made: dict[tuple[str | None, bool, bool], etree.XMLParser] = {}

    def get(self, encoding: str | None, *, huge: bool, exact: bool) -> etree.XMLParser:
        """Return a parser that knows no DTD, no entities and no network, and never recovers from errors."""
        key = encoding, huge, exact
        if key not in self._made:
            self._made[key] = etree.XMLParser(
                encoding=encoding,
                huge_tree=huge,
                resolve_entities=False,
                no_network=True,
                load_dtd=False,
                recover=False,
                remove_comments=True,
                remove_pis=True,
                remove_blank_text=not exact,
            )
        return self._made[key]


_parsers = _Parsers()


def _syntax_error(error: etree.XMLSyntaxError, name: str, data: bytes) -> NotWellFormedError | LimitError:
    line, column = error.position
    text = _LINE_AT_END.sub("", (error.msg or "not well-formed").partition(", line ")[0])
    if error.code == etree.ErrorTypes.ERR_DOCUMENT_EMPTY and not data.lstrip().startswith(b"<"):
        text += f"; it begins with {bytes(data[:16])!r}, as no XML does"
    where = f"{name}, line {line}, column {column}"
    if "XML_PARSE_HUGE" in text or "Excessive depth" in text or "xmlSAX2" in text:
        reason = f"beyond what the XML parser takes in: {text}"
        return LimitError(f"{where}: {reason}", line=line, column=column, reason=reason)
    return NotWellFormedError(f"{where}: not well-formed XML: {text}", line=line, column=column, reason=text)


def _bytes(source: Any, limits: Limits) -> tuple[bytes, str | None, str]:
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source), None, "bytes"
    if isinstance(source, str) and source.lstrip(_BOM + " \t\r\n").startswith("<"):
        return encoded(source, "text"), "utf-8", "text"
    if isinstance(source, str) and (not source.strip() or any(mark in source for mark in "\n\0{")):
        raise SourceError(f"found the text {source[:40]!r}, expected XML that begins with '<', or the path of a file")
    if isinstance(source, str | os.PathLike):
        path = Path(source)
        with opened(path) as stream:
            return _drain(stream, limits, path.name), None, path.name
    if hasattr(source, "read"):
        name = str(getattr(source, "name", "") or "stream")
        short = Path(name).name
        if isinstance(content := _drain(source, limits, short), str):
            return encoded(content, short), "utf-8", short
        return content, None, short
    raise SourceError(
        f"cannot read XML from {type(source).__name__}; expected a path, a text that begins with '<', bytes, "
        "a file object, or an lxml element"
    )


def opened(path: Path) -> BinaryIO:
    """Open a file; of a folder, the error says how to read what is in it."""
    try:
        return path.open("rb")
    except IsADirectoryError as error:
        text = "is a folder; cim.sources.find(...) lists the messages in it"
        raise IsADirectoryError(error.errno, text, str(path)) from None


def encoded(text: str, name: str) -> bytes:
    """Return a text as UTF-8, without a byte order mark."""
    try:
        return text.lstrip(_BOM).encode()
    except UnicodeEncodeError as error:
        raise NotWellFormedError(f"{name}: character {error.start + 1} is a lone surrogate, which no XML has") from None


def _drain(stream: Any, limits: Limits, name: str) -> Any:
    """Read a stream to its end, piece by piece, and never more than one unit beyond the limit."""
    pieces = []
    left = limits.max_bytes + 1
    while piece := stream.read(min(PIECE, left)):
        pieces.append(piece)
        left -= len(piece)
        if left <= 0:
            raise too_large(limits, name)
    return (pieces[0][:0] if pieces else b"").join(pieces)
