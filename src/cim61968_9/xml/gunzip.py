"""Expands gzip data piece by piece, within limits."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator

from ..errors import LimitError
from .limits import Limits

__all__ = ["GZIP", "PIECE", "bounded", "gunzip", "too_large"]

GZIP = b"\x1f\x8b"
"""The first two bytes of gzip data."""
PIECE = 1 << 20
"""Most bytes that are expanded at a time."""
_SLICE = 1 << 16


def gunzip(
    pieces: Iterable[bytes], *, size: int | Callable[[], int], limits: Limits, name: str, error: type[Exception]
) -> Iterator[bytes]:
    """Yield the expanded data of all members of gzip data that has ``size`` bytes and comes in pieces.

    Of a stream, ``size`` tells how many bytes have come so far.

    Raises:
        LimitError: It grows larger, or more, than the limits allow.
        error: It is damaged, ends too early, or is followed by something else.
    """
    return bounded(_inflated(pieces, name, error), size=size, limits=limits, name=name)


def bounded(pieces: Iterable[bytes], *, size: int | Callable[[], int], limits: Limits, name: str) -> Iterator[bytes]:
    """Yield pieces of data that was made from ``size`` bytes.

    Raises:
        LimitError: There is more of it than the limits allow.
    """
    made = 0
    for piece in pieces:
        made += len(piece)
        if made > limits.max_bytes:
            raise too_large(limits, name)
        if made > PIECE and made > limits.max_ratio * (size if isinstance(size, int) else size()):
            raise LimitError(
                f"{name}: compressed data grows more than {limits.max_ratio} times, as a decompression bomb does; "
                "raise Limits(max_ratio=...) if that is meant"
            )
        yield piece


def too_large(limits: Limits, name: str) -> LimitError:
    """Return the error for data that is larger than allowed."""
    return LimitError(f"{name}: more than {limits.max_bytes:,} bytes; raise Limits(max_bytes=...) if that is meant")


def _sliced(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Cut pieces so small that copying the rest of one, as zlib does after each step, costs little."""
    for piece in pieces:
        for start in range(0, len(piece), _SLICE):
            yield piece[start : start + _SLICE]


def _inflated(pieces: Iterable[bytes], name: str, error: type[Exception]) -> Iterator[bytes]:
    inflater = None
    rest = b""
    for piece in _sliced(pieces):
        rest += piece
        more = False
        while rest or more:
            if inflater is None:
                rest = rest.lstrip(b"\0")  # padding, between members as well
                if len(rest) < len(GZIP):
                    break
                if not rest.startswith(GZIP):
                    raise error(f"{name}: {len(rest)} bytes of something else follow the gzip data")
                inflater = zlib.decompressobj(wbits=31)
            try:
                made = inflater.decompress(rest, PIECE)
            except zlib.error as reason:
                raise error(f"{name}: the gzip data is damaged: {reason}") from None
            rest, more = inflater.unconsumed_tail, len(made) == PIECE
            if made:
                yield made
            if inflater.eof:
                rest, inflater, more = inflater.unused_data, None, False
    if inflater is not None:
        raise error(f"{name}: the gzip data ends too early; the file is truncated")
    if rest:
        raise error(f"{name}: {len(rest)} bytes of something else follow the gzip data")
