r"""Compressed payloads: gzip, then base64, in ``Payload/Compressed``, and what is in them.

>>> import cim61968_9 as cim
>>> message = cim.event("created", cim.MeterReadings(), source="MDM")
>>> packed = cim.compress(message)
>>> packed.payload.format, cim.expand(packed) == message
('XML', True)
>>> table = cim.packed("meter,value\nM-17,4711\n", format="CSV")
>>> cim.unpacked(table)
b'meter,value\nM-17,4711\n'

Source: IEC 61968-100 edition 1, 6.4, table 2 and annex F; the limits are ours.
"""

from __future__ import annotations

import binascii
import gzip
import io
import itertools
from base64 import b64encode
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, TypeVar

from attrs import evolve

from ._generated.message import OperationSet, Payload
from ._mixins import EnvelopeMessage
from .errors import CompressionError, UnknownMessageError
from .model import Element
from .xml.foreign import RawElement
from .xml.gunzip import GZIP, bounded, gunzip
from .xml.limits import Limits
from .xml.parse import parse
from .xml.piecewise import Piecewise
from .xml.reader import Mode, load, warn_of
from .xml.writer import to_bytes

__all__ = ["compress", "compress_above", "expand", "open_packed", "packed", "unpacked"]

T = TypeVar("T", bound=Element)

AS_IT_IS = frozenset({"BINARY", "GZIP"})
"""Formats of which the data is not compressed on the way: BINARY, and GZIP, which is an archive already."""
AS_XML = frozenset({"XML", "RDF"})
"""Formats whose data is an XML element."""
_LIMITS = Limits()
_SLICE = 1 << 16
_BLANKS = str.maketrans("", "", " \t\r\n")


def packed(data: bytes | str, *, format: str = "XML") -> Payload:  # noqa: A002
    """Return a payload with data of a format such as CSV, JSON or PDF; of text, its UTF-8.

    BINARY is written as base64 alone, and so is GZIP, which has to be gzip data already; all others are compressed.

    Raises:
        ValueError: The format is GZIP and the data is not.
    """
    content = data.encode() if isinstance(data, str) else data
    kind = _kind(format)
    if kind == "GZIP" and not content.startswith(GZIP):
        raise ValueError("the format is GZIP and the data is no gzip archive; name the format of what is to be packed")
    if kind not in AS_IT_IS:
        content = gzip.compress(content, mtime=0)
    return Payload(compressed=b64encode(content).decode("ascii"), format=format)


def unpacked(source: Payload | Element, *, limits: Limits = _LIMITS) -> bytes:
    """Return the data of a compressed payload, or of the message that has one.

    Raises:
        CompressionError: The payload is not compressed, no base64, damaged or truncated.
        LimitError: The data is larger, or grows more, than the limits allow.
    """
    return b"".join(_pieces(_payload(source), limits))


def open_packed(source: Payload | Element, *, limits: Limits = _LIMITS) -> BinaryIO:
    """Return the data of a compressed payload as a stream, which takes little memory whatever its size.

    Errors are those of :func:`unpacked`; they come when the stream is read, and then the data so far is not complete.
    """
    return io.BufferedReader(Piecewise(_pieces(_payload(source), limits)), _SLICE)


def compress(message: T, *, above: int = 0) -> T:
    """Return a message with its payload compressed, when it has at least ``above`` bytes.

    What has no payload, identifiers only, or is compressed already, is returned as it is. Header, request and reply are
    the same objects as before.

    Raises:
        CompressionError: There are several elements in the payload, of which only one can be compressed.
        InvalidMessageError: The payload cannot be written.
    """
    payload: Payload | None = getattr(message, "payload", None)
    if payload is None or payload.compressed:
        return message
    contents = [*payload.content, *([payload.operation_set] if payload.operation_set is not None else [])]
    if not contents:
        return message
    if (kind := _kind(payload.format)) not in AS_XML:
        raise CompressionError(f"the payload says that it is {kind}, and its content is XML; one of them is wrong")
    data = [one.xml.encode() if isinstance(one, RawElement) else to_bytes(one) for one in contents]
    if sum(map(len, data)) < above:
        return message
    if len(data) > 1:
        raise CompressionError(f"found {len(data)} elements in the payload; only one can be compressed")
    made = packed(data[0], format=payload.format or "XML")
    return _with(
        message, evolve(payload, content=[], operation_set=None, compressed=made.compressed, format=made.format)
    )


def compress_above(message: T, header: Mapping[str, Any]) -> T:
    """Compress the payload of a message that is as large as the options of its header, or its sender, say."""
    sender = header.get("sender")
    above = header.get("compress_above", sender.compress_above if sender is not None else None)
    return message if above is None else compress(message, above=above)


def expand(message: T, *, mode: Mode = "lax", limits: Limits = _LIMITS) -> T:
    """Return a message with its payload expanded into typed objects; one that is not compressed as it is.

    ``mode`` and warnings are as with :func:`~cim61968_9.read`. RDF, and what has no known root, becomes a raw element.

    Raises:
        CompressionError: The payload is no base64, damaged, truncated, or of a format that is no XML.
        LimitError: The data is larger, or grows more, than the limits allow.
        XmlError, InvalidMessageError: As with :func:`~cim61968_9.read`.
    """
    payload: Payload | None = getattr(message, "payload", None)
    if payload is None or not payload.compressed:
        return message
    name = payload.format
    kind = _kind(name)
    if kind not in AS_XML:
        raise CompressionError(f"the payload is {name}, no XML; cim.unpacked(message) returns its bytes")
    data = unpacked(payload, limits=limits)
    if data.startswith(GZIP):
        raise CompressionError("what was compressed is gzip data again; cim.unpacked(message) returns its bytes")
    try:
        if kind == "RDF":
            raise UnknownMessageError
        loaded = load(data, mode=mode, limits=limits)
    except UnknownMessageError:
        parsed = parse(data, limits)
        parsed.lay_out()
        raw = RawElement.of(parsed.root, limits)
        return _with(message, evolve(payload, content=[raw], compressed=None, format="RDF" if kind == "RDF" else None))
    warn_of(loaded)
    content = loaded.message
    if isinstance(content, EnvelopeMessage):
        raise CompressionError(f"found a whole {content.kind} in the payload, expected a noun such as MeterReadings")
    if isinstance(content, OperationSet):
        return _with(message, evolve(payload, operation_set=content, compressed=None, format=None))
    return _with(message, evolve(payload, content=[content], compressed=None, format=None))


def _with(message: T, payload: Payload) -> T:
    return evolve(message, payload=payload)  # type: ignore[call-arg]


def _kind(name: str | None) -> str:
    return (name or "XML").strip().upper()


def _payload(source: Payload | Element) -> Payload:
    payload = source if isinstance(source, Payload) else getattr(source, "payload", None)
    if not isinstance(payload, Payload) or payload.compressed is None:
        raise CompressionError(f"found no Compressed in the payload of this {type(source).__name__}; nothing to expand")
    return payload


def _pieces(payload: Payload, limits: Limits) -> Iterator[bytes]:
    """Yield the data of a payload: of base64, and expanded where it begins like gzip data."""
    text = payload.compressed or ""
    decoded = _decoded(text)
    first = next(decoded, b"")
    pieces = itertools.chain([first], decoded)
    size = len(text) * 3 // 4
    if _kind(payload.format) in AS_IT_IS or not first.startswith(GZIP):
        yield from bounded(pieces, size=size, limits=limits, name="Compressed")
    else:
        yield from gunzip(pieces, size=size, limits=limits, name="Compressed", error=CompressionError)


def _decoded(text: str) -> Iterator[bytes]:
    """Yield the bytes that a base64 text stands for; blanks in it do not count."""
    rest, padded = "", False
    for start in range(0, len(text), _SLICE):
        rest += text[start : start + _SLICE].translate(_BLANKS)
        if padded and rest:
            raise _no_base64("there is more after the padding")
        whole = len(rest) // 4 * 4
        piece, rest = rest[:whole], rest[whole:]
        if piece:
            padded = piece.endswith("=")
            yield _base64(piece)
    if rest:
        raise _no_base64("the last group of four characters is not complete")


def _base64(text: str) -> bytes:
    if text.endswith("==="):
        raise _no_base64("there is more padding than there can be")
    try:
        return binascii.a2b_base64(text.encode("ascii"), strict_mode=True)
    except (binascii.Error, UnicodeEncodeError) as error:
        raise _no_base64(str(error)) from None


def _no_base64(reason: str) -> CompressionError:
    return CompressionError(f"Compressed is no base64: {reason}; it was cut off or altered on its way")
