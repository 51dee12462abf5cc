"""Law: gzip data that comes in pieces expands to what the standard library makes of it whole, however it is cut."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import example, given, strategies as st

from cim61968_9 import Limits
from cim61968_9.xml.gunzip import PIECE, gunzip

BROAD = Limits(max_ratio=10_000)


class Damaged(Exception):
    """What the expansion raises here."""


def pieces_of(data: bytes, cuts: list[int]) -> Iterator[bytes]:
    """Cut data at these places, which may repeat."""
    places = sorted(place % (len(data) + 1) for place in cuts)
    for start, end in zip([0, *places], [*places, len(data)], strict=True):
        yield data[start:end]


def expanded(pieces: Iterator[bytes] | list[bytes], size: int) -> bytes:
    return b"".join(gunzip(pieces, size=size, limits=BROAD, name="data", error=Damaged))


def told(pieces: Iterator[bytes] | list[bytes], size: int) -> bytes | None:
    """Return the expanded data, None when it is damaged."""
    try:
        return expanded(pieces, size)
    except Damaged:
        return None


def member(content: bytes, level: int) -> bytes:
    return gzip.compress(content, level, mtime=0)


def contents() -> st.SearchStrategy[bytes]:
    """Return data that does not shrink, that does, and that is longer than what is expanded at a time."""
    long = st.builds(lambda unit, size: (unit * (size // len(unit) + 1))[:size], st.binary(min_size=1), sizes())
    return st.binary(max_size=300) | long


def sizes() -> st.SearchStrategy[int]:
    return st.integers(0, 5000) | st.sampled_from([PIECE - 1, PIECE, PIECE + 1, 2 * PIECE])


def archives() -> st.SearchStrategy[bytes]:
    """Return one or more members, each followed by zeros or not."""
    one = st.builds(lambda content, level, zeros: member(content, level) + b"\0" * zeros, contents(), levels(), zeros())
    return st.lists(one, min_size=1, max_size=4).map(b"".join)


def levels() -> st.SearchStrategy[int]:
    return st.sampled_from([0, 1, 6, 9])


def zeros() -> st.SearchStrategy[int]:
    return st.just(0) | st.integers(1, 20)


CUTS = st.lists(st.integers(0, 10**7), max_size=8)
ONE, TWO = member(b"NM-E-0041871", 6), member(b"NM-E-0041872", 6)


@given(archives(), CUTS)
@example(ONE + b"\0\0" + TWO, [])
@example(ONE + b"\0" + TWO, [len(ONE) + 1])
@example(ONE + TWO, [len(ONE) + 1])
@example(ONE + member(b"", 6) + TWO, [len(ONE)])
@example(member(b"x" * PIECE, 6), [])
@example(member(b"x" * PIECE, 6) + TWO, [])
@example(member(b"x" * 3 * PIECE, 0), [PIECE, PIECE + 1])
def test_random_pieces(data: bytes, cuts: list[int]) -> None:
    assert expanded(pieces_of(data, cuts), len(data)) == gzip.decompress(data)


@given(archives().filter(lambda data: len(data) < 20_000))
@example(ONE + TWO)
@example(ONE + b"\0\0\0" + TWO + b"\0")
def test_pieces_of_one_byte(data: bytes) -> None:
    assert expanded([bytes([byte]) for byte in data], len(data)) == gzip.decompress(data)


@given(st.lists(contents(), min_size=1, max_size=4), st.integers(0, 20), CUTS)
def test_zeros_at_the_end(members: list[bytes], zeros: int, cuts: list[int]) -> None:
    data = b"".join(member(content, 6) for content in members) + b"\0" * zeros

    assert expanded(pieces_of(data, cuts), len(data)) == b"".join(members)


@given(archives(), st.integers(0, 10**7), CUTS)
@example(ONE + TWO, len(ONE) + 1, [])
@example(ONE + TWO, len(ONE), [])
@example(ONE, len(ONE) - 1, [])
@example(ONE, 1, [])
def test_cut_off_data(data: bytes, length: int, cuts: list[int]) -> None:
    data = data[: length % len(data)]
    try:
        expected: bytes | None = gzip.decompress(data)
    except (EOFError, OSError, zlib.error):
        expected = None

    assert told(pieces_of(data, cuts), len(data)) == expected


@given(archives(), st.integers(0, 10**7), st.integers(1, 255), CUTS)
def test_damaged_data(data: bytes, position: int, flip: int, cuts: list[int]) -> None:
    damaged = bytearray(data)
    damaged[position % len(data)] ^= flip
    whole = told([bytes(damaged)], len(data))

    assert told(pieces_of(bytes(damaged), cuts), len(data)) == whole
    assert whole is None or whole == gzip.decompress(damaged)


@given(archives(), st.binary(min_size=1, max_size=30), CUTS)
@example(ONE, b"\0\0more", [len(ONE) + 1])
@example(ONE, b"\0\x1f\x8b", [len(ONE) + 1])
@example(ONE, b"\x1f", [])
def test_something_else_after_the_data(data: bytes, after: bytes, cuts: list[int]) -> None:
    if after.strip(b"\0"):
        assert told(pieces_of(data + after, cuts), len(data)) is None


@pytest.mark.parametrize("count", [1, 2, 3, 10])
def test_empty_pieces_do_not_count(count: int) -> None:
    pieces = [b"", ONE[:1], *[b""] * count, ONE[1:], *[b""] * count, TWO, b""]

    assert expanded(pieces, len(ONE + TWO)) == b"NM-E-0041871NM-E-0041872"
