"""Hostile and damaged payloads: the right data or an error of the library, never a part of it, never much memory."""

from __future__ import annotations

import base64
import gzip
import random
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest
import unit_messages as xml

import cim61968_9 as cim
from cim61968_9.xml.gunzip import GZIP, PIECE

DATA = b"meter;value\nNM-E-0041871;47.250\n"
MEMBER = gzip.compress(DATA, mtime=0)
TEXT = base64.b64encode(MEMBER).decode()
READINGS = xml.reading("<m:value>47.250</m:value>").encode()
SLICE = 65_536  # characters of base64 that are decoded at a time
EXPANDED = (cim.CompressionError, cim.XmlError)


def payload(data: bytes, name: str | None = "CSV") -> cim.Payload:
    return cim.Payload(compressed=base64.b64encode(data).decode(), format=name)


def carrying(content: cim.Payload) -> cim.EventMessage:
    header = cim.Header(verb=cim.Verb("created"), noun="MeterReadings", message_id="7f3a")
    return cim.EventMessage(header=header, payload=content)


def outcome(content: cim.Payload) -> bytes | None:
    """Return the data of a payload, None when it is refused; bytes and stream have to agree."""
    try:
        stream: bytes | None = cim.open_packed(content).read()
    except cim.CompressionError:
        stream = None
    try:
        data: bytes | None = cim.unpacked(content)
    except cim.CompressionError:
        data = None
    assert data == stream
    return data


def test_text_cut_at_any_character_is_an_error() -> None:
    assert outcome(cim.Payload(compressed=TEXT, format="CSV")) == DATA

    for length in range(1, len(TEXT)):
        assert outcome(cim.Payload(compressed=TEXT[:length], format="CSV")) is None


def test_message_cut_at_any_character_of_its_payload_is_not_expanded() -> None:
    text = base64.b64encode(gzip.compress(READINGS, mtime=0)).decode()
    assert cim.expand(carrying(cim.Payload(compressed=text))).payload == cim.Payload(content=[cim.read(READINGS)])

    for length in range(1, len(text)):
        with pytest.raises(EXPANDED):
            cim.expand(carrying(cim.Payload(compressed=text[:length])))


@pytest.mark.parametrize("character", "Az09+/=-_ \n%é\0\ud800")
def test_text_with_any_character_replaced_is_an_error_or_harmless(character: str) -> None:
    for position in range(len(TEXT)):
        text = TEXT[:position] + character + TEXT[position + 1 :]
        found = outcome(cim.Payload(compressed=text, format="CSV"))

        if found is not None and found != DATA:
            assert position < 3, "only what no longer begins as gzip does is taken as it is"
            assert not found.startswith(GZIP)
            assert found == base64.b64decode(text)


@pytest.mark.parametrize("flip", [0x01, 0x20, 0x55, 0x80, 0xFF])
def test_any_damaged_byte_of_gzip_is_an_error_or_harmless(flip: int) -> None:
    for position in range(len(MEMBER)):
        damaged = bytearray(MEMBER)
        damaged[position] ^= flip
        found = outcome(payload(bytes(damaged)))

        if position < len(GZIP):  # no gzip any more, so taken as it is
            assert found == damaged
        elif position in range(4, 10):  # time, strength and system say nothing about the data
            assert found == DATA
        else:
            assert found in {None, DATA}
            assert found is None or position < len(MEMBER) - 8, "checksum and length are checked"


@pytest.mark.parametrize("flip", [0x01, 0x55, 0xFF])
def test_any_damaged_byte_of_a_message_is_an_error_or_harmless(flip: int) -> None:
    packed = gzip.compress(READINGS, mtime=0)
    content = cim.Payload(content=[cim.read(READINGS)])

    for position in range(len(packed)):
        damaged = bytearray(packed)
        damaged[position] ^= flip
        try:
            message = cim.expand(carrying(payload(bytes(damaged), "XML")))
        except EXPANDED:
            continue
        assert message.payload == content


def test_name_and_comment_of_an_archive_say_nothing_about_the_data() -> None:
    named = MEMBER[:3] + b"\x18" + MEMBER[4:10] + b"rows.csv\0a remark\0" + MEMBER[10:]
    assert gzip.decompress(named) == DATA

    assert outcome(payload(named)) == DATA
    for position in range(10, 28):
        assert outcome(payload(named[:position])) is None
        damaged = bytearray(named)
        damaged[position] ^= 0x80
        assert outcome(payload(bytes(damaged))) in {None, DATA}


NO_BASE64 = {
    "one character": "A",
    "two characters": "AA",
    "three characters": "AAA",
    "five characters": "AAAAA",
    "padding only": "====",
    "padding first": "=AAA",
    "padding too early": "A===",
    "padding in the middle": "AA=A",
    "padding in a group before the last": "AA==AAAA",
    "one too few": "AA=",
    "one too many": "AA===",
    "a group of padding": "AAAA====",
    "after padding": "AA==A",
    "padding after padding": "AA====",
    "more after padding and blanks": "AA== \nAAAA",
    "url-safe": "_-8A",
    "a point": "AAA.",
    "not ASCII": "AAAé",
    "wide digits": "\uff11\uff12\uff13\uff14",
    "lone surrogate": "AAA\ud800",
    "no-break space": "AA\xa0AA",
    "vertical tab": "AAAA\x0b",
    "null": "AAAA\0\0\0\0",
    "data URL": "data:application/gzip;base64,AAAA",
    "XML": "<a/>",
}


@pytest.mark.parametrize("name", ["XML", "CSV", "BINARY", "GZIP"])
@pytest.mark.parametrize("text", NO_BASE64.values(), ids=list(NO_BASE64))
def test_what_is_no_base64_is_an_error(text: str, name: str) -> None:
    with pytest.raises(
        cim.CompressionError, match="^Compressed is no base64: .*; it was cut off or altered on its way$"
    ):
        cim.unpacked(cim.Payload(compressed=text, format=name))


def test_payload_that_is_no_base64_is_not_expanded() -> None:
    for text in ("_-8A", "AA==AAAA", "AAA"):
        with pytest.raises(cim.CompressionError, match="^Compressed is no base64: "):
            cim.expand(carrying(cim.Payload(compressed=text)))


@pytest.mark.parametrize("start", [SLICE - 4, SLICE, 2 * SLICE])
@pytest.mark.parametrize(
    "end", ["AA==AAAA", "AAA=AA==", "AAAA====", "AA==A", "AAA", "A", "====", "AAA-", "AA\n=", "éAAA"]
)
def test_what_is_no_base64_is_an_error_at_any_place(start: int, end: str) -> None:
    content = cim.Payload(compressed="A" * start + end, format="BINARY")

    with pytest.raises(cim.CompressionError, match="^Compressed is no base64: "):
        cim.unpacked(content)
    with pytest.raises(cim.CompressionError, match="^Compressed is no base64: "):
        cim.open_packed(content).read()


BLANKS = {
    "lines of 76": lambda text: "\n".join(text[at : at + 76] for at in range(0, len(text), 76)) + "\n",
    "lines of 64 with returns": lambda text: "\r\n".join(text[at : at + 64] for at in range(0, len(text), 64)),
    "indented": lambda text: "\n\t    " + text + "\n  ",
    "a blank after every character": " ".join,
    "many blanks first": lambda text: " " * (2 * SLICE) + text,
    "many blanks last": lambda text: text + "\n" * (2 * SLICE + 1),
    "many blanks in a group": lambda text: text[:1] + " " * SLICE + text[1:2] + "\n" * SLICE + text[2:],
    "blanks within padding": lambda text: text.replace("=", " = "),
}


@pytest.mark.parametrize("spread", BLANKS.values(), ids=list(BLANKS))
@pytest.mark.parametrize("size", [1, 2, 3, 600, 100_000])
def test_blanks_and_line_breaks_may_stand_anywhere(spread: Callable[[str], str], size: int) -> None:
    data = random.Random(4711).randbytes(size)

    for name in ("CSV", "BINARY"):
        packed = cim.packed(data, format=name)
        assert outcome(cim.Payload(compressed=spread(packed.compressed or ""), format=name)) == data


@pytest.mark.parametrize("after", [b"", b"\0", b"\0" * 511, b"\0" * 100_000])
@pytest.mark.parametrize("members", [1, 2, 3, 5000])
def test_members_are_joined_and_zeros_after_them_do_not_count(members: int, after: bytes) -> None:
    assert outcome(payload(MEMBER * members + after)) == DATA * members


@pytest.mark.parametrize("zeros", [1, 2, 3, 511])
def test_zeros_between_members_do_not_count(zeros: int) -> None:
    data = (MEMBER + b"\0" * zeros) * 3
    assert gzip.decompress(data) == DATA * 3

    assert outcome(payload(data)) == DATA * 3
    assert cim.read(gzip.compress(READINGS) + b"\0" * zeros + gzip.compress(b"\n")) == cim.read(READINGS)


@pytest.mark.parametrize(
    "after", [b"x", b"more", b"\0x", b"\0\0more", b"\x1f", b"\x1f\x8c", b"\n", DATA, b"<a/>" * 50_000]
)
def test_something_else_after_the_data_is_an_error(after: bytes) -> None:
    with pytest.raises(cim.CompressionError, match="^Compressed: .* bytes of something else follow the gzip data$"):
        cim.unpacked(payload(MEMBER + after))


@pytest.mark.parametrize("after", [GZIP, MEMBER[:-1], MEMBER[:10], GZIP + b"\x08"])
def test_second_member_that_ends_too_early_is_an_error(after: bytes) -> None:
    with pytest.raises(cim.CompressionError, match="^Compressed: the gzip data ends too early; the file is truncated$"):
        cim.unpacked(payload(MEMBER + after))


@pytest.mark.parametrize("after", [GZIP + b"\x07" + MEMBER[3:], MEMBER[:-8] + b"12345678", MEMBER[:-4] + b"\0\0\0\0"])
def test_second_member_that_is_damaged_is_an_error(after: bytes) -> None:
    with pytest.raises(cim.CompressionError, match="^Compressed: the gzip data is damaged: Error -3 "):
        cim.unpacked(payload(MEMBER + after))


@pytest.mark.parametrize("count", [1, 3])
def test_nothing_packed_is_nothing(count: int) -> None:
    nothing = payload(gzip.compress(b"") * count)

    assert outcome(nothing) == b""
    with pytest.raises(cim.NotWellFormedError, match="no content; expected an XML document"):
        cim.expand(carrying(cim.Payload(compressed=nothing.compressed)))


def test_gzip_in_gzip_is_opened_once() -> None:
    twice = payload(gzip.compress(gzip.compress(READINGS)), "XML")

    assert gzip.decompress(cim.unpacked(twice)) == READINGS
    with pytest.raises(EXPANDED):
        cim.expand(carrying(twice))


def test_bomb_in_a_bomb_does_not_grow_by_both() -> None:
    inner = gzip.compress(xml.readings(" " * 30_000_000).encode())
    content = payload(gzip.compress(inner), "XML")
    assert content.compressed is not None
    assert len(content.compressed) * 1100 < 30_000_000 < len(inner) * 1100

    with pytest.raises(EXPANDED):
        cim.expand(carrying(content), limits=cim.Limits(max_ratio=1100))


BOMB = payload(gzip.compress(b" " * 20_000_000))
READS: dict[str, Callable[..., Any]] = {
    "unpacked": cim.unpacked,
    "stream": lambda content, **limits: cim.open_packed(content, **limits).read(),
    "expand": lambda content, **limits: cim.expand(carrying(cim.Payload(compressed=content.compressed)), **limits),
}


@pytest.mark.parametrize("take", READS.values(), ids=list(READS))
def test_bomb_is_refused_with_the_limit_to_raise(take: Callable[..., Any]) -> None:
    with pytest.raises(cim.LimitError) as caught:
        take(BOMB)

    assert str(caught.value) == (
        "Compressed: compressed data grows more than 200 times, as a decompression bomb does; "
        "raise Limits(max_ratio=...) if that is meant"
    )
    assert caught.value.rule == "XML003"


@pytest.mark.parametrize("take", READS.values(), ids=list(READS))
def test_too_much_data_is_refused_with_the_limit_to_raise(take: Callable[..., Any]) -> None:
    content = payload(gzip.compress(READINGS))

    take(content, limits=cim.Limits(max_bytes=len(READINGS)))
    with pytest.raises(cim.LimitError) as caught:
        take(content, limits=cim.Limits(max_bytes=len(READINGS) - 1))
    assert str(caught.value) == (
        f"Compressed: more than {len(READINGS) - 1:,} bytes; raise Limits(max_bytes=...) if that is meant"
    )


@pytest.mark.parametrize("name", ["BINARY", "GZIP", "CSV"])
def test_size_of_what_is_not_compressed_is_limited_as_well(name: str) -> None:
    content = payload(DATA, name)

    assert cim.unpacked(content, limits=cim.Limits(max_bytes=len(DATA), max_ratio=1)) == DATA
    with pytest.raises(cim.LimitError, match=r"raise Limits\(max_bytes=\.\.\.\)"):
        cim.unpacked(content, limits=cim.Limits(max_bytes=len(DATA) - 1))


def test_members_are_counted_together() -> None:
    content = payload(MEMBER * 3)

    assert cim.unpacked(content, limits=cim.Limits(max_bytes=3 * len(DATA))) == 3 * DATA
    with pytest.raises(cim.LimitError, match="max_bytes"):
        cim.unpacked(content, limits=cim.Limits(max_bytes=3 * len(DATA) - 1))


def test_growth_is_limited_exactly_at_the_bound() -> None:
    text = base64.b64encode(gzip.compress(b" " * 2_000_000)).decode()
    at, beyond = (text.ljust(size) for size in (13_336, 13_332))  # that stand for 10,002 and 9,999 bytes

    assert len(cim.unpacked(cim.Payload(compressed=at), limits=cim.Limits(max_ratio=200))) == 2_000_000
    assert len(cim.unpacked(cim.Payload(compressed=beyond), limits=cim.Limits(max_ratio=201))) == 2_000_000
    with pytest.raises(cim.LimitError, match="max_ratio"):
        cim.unpacked(cim.Payload(compressed=beyond), limits=cim.Limits(max_ratio=200))


def test_growth_of_small_data_is_of_no_concern() -> None:
    strict = cim.Limits(max_ratio=1)

    assert len(cim.unpacked(payload(gzip.compress(b" " * PIECE)), limits=strict)) == PIECE
    with pytest.raises(cim.LimitError, match="max_ratio"):
        cim.unpacked(payload(gzip.compress(b" " * (PIECE + 1))), limits=strict)


def test_expanded_payload_keeps_to_the_limits_of_reading() -> None:
    deep = xml.readings("<v:x>" * 20 + "</v:x>" * 20).encode()

    for name, data in (("XML", deep), ("RDF", deep)):
        message = carrying(cim.packed(data, format=name))
        with pytest.raises(cim.LimitError, match=r"raise Limits\(max_depth=\.\.\.\)"):
            cim.expand(message, mode="raw", limits=cim.Limits(max_depth=10))
        assert cim.expand(message, mode="raw", limits=cim.Limits(max_depth=30)).payload.content


LARGE = random.Random(4711).randbytes(3_000_000)
LARGE_PACKED = gzip.compress(LARGE, 1)
CUT = LARGE_PACKED[:2_000_000]
DAMAGED = LARGE_PACKED[:-8] + b"12345678"
LARGE_TEXT = base64.b64encode(LARGE_PACKED).decode()
LATE = {
    "truncated": base64.b64encode(CUT).decode(),
    "wrong checksum": base64.b64encode(DAMAGED).decode(),
    "junk after it": base64.b64encode(LARGE_PACKED + b"more").decode(),
    "no base64 at its end": LARGE_TEXT + "-",
    "no base64 in the middle": LARGE_TEXT[:2_000_000] + "%" + LARGE_TEXT[2_000_001:],
}


@pytest.mark.parametrize("text", LATE.values(), ids=list(LATE))
def test_damage_far_behind_leaves_no_part_of_the_data(text: str) -> None:
    data = None
    with pytest.raises(cim.CompressionError):
        data = cim.unpacked(cim.Payload(compressed=text, format="CSV"))

    assert data is None


def read_into(found: bytearray, stream: Any) -> None:
    while piece := stream.read(4096):
        found += piece


@pytest.mark.parametrize("text", LATE.values(), ids=list(LATE))
def test_stream_raises_where_the_damage_is_reached(text: str) -> None:
    stream = cim.open_packed(cim.Payload(compressed=text, format="CSV"))
    found = bytearray()

    with pytest.raises(cim.CompressionError):
        read_into(found, stream)
    assert LARGE.startswith(found)
    assert len(found) >= 1_000_000


@pytest.mark.parametrize("text", LATE.values(), ids=list(LATE))
@pytest.mark.parametrize(
    "take",
    [
        lambda stream: stream.read(-1),
        lambda stream: stream.readlines(),
        b"".join,
        lambda stream: list(iter(lambda: stream.readinto(bytearray(5000)), 0)),
        lambda stream: list(iter(stream.read1, b"")),
    ],
    ids=["read", "readlines", "iteration", "readinto", "read1"],
)
def test_every_way_to_read_a_damaged_stream_raises(take: Callable[[Any], Any], text: str) -> None:
    with pytest.raises(cim.CompressionError):
        take(cim.open_packed(cim.Payload(compressed=text, format="CSV")))


@pytest.mark.parametrize("text", LATE.values(), ids=list(LATE))
def test_damaged_stream_does_not_seem_to_end_afterwards(text: str) -> None:
    stream = cim.open_packed(cim.Payload(compressed=text, format="CSV"))

    for _ in range(3):
        with pytest.raises(cim.CompressionError):
            stream.read()


def test_stream_beyond_the_limits_does_not_seem_to_end_afterwards() -> None:
    stream = cim.open_packed(BOMB)

    for _ in range(3):
        with pytest.raises(cim.LimitError):
            stream.read()


@pytest.mark.parametrize("text", ["AAA", "_-8A", TEXT[:-4], TEXT[:20]])
def test_damage_shows_when_the_stream_is_read_and_not_before(text: str) -> None:
    stream = cim.open_packed(cim.Payload(compressed=text, format="CSV"))

    with pytest.raises(cim.CompressionError):
        stream.read()


def test_damaged_stream_can_be_closed_unread() -> None:
    with cim.open_packed(cim.Payload(compressed=LATE["truncated"])) as stream:
        assert stream.read(10) == LARGE[:10]

    with pytest.raises(ValueError, match="closed"):
        stream.read()


def peak_of_reading(content: cim.Payload, size: int, **options: Any) -> int:
    """Return the most memory, in bytes, that was taken beside the payload while it was read as a stream."""
    tracemalloc.start()
    try:
        with cim.open_packed(content, **options) as stream:
            read = sum(len(piece) for piece in iter(lambda: stream.read(SLICE), b""))
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        assert read == size


def test_stream_of_very_large_data_takes_little_memory() -> None:
    row = b"NM-E-0041871;2026-01-31T00:15:00Z;47.250\n"
    count = 100_000_000 // len(row) + 1
    content = cim.packed(row * count, format="CSV")

    assert peak_of_reading(content, len(row) * count, limits=cim.Limits(max_ratio=2000)) < 8_000_000


@pytest.mark.parametrize("name", ["CSV", "BINARY"])
def test_stream_of_data_that_does_not_shrink_takes_little_memory(name: str) -> None:
    data = LARGE * 10
    stored = gzip.compress(data, 0)

    assert peak_of_reading(payload(stored if name == "CSV" else data, name), len(data)) < 8_000_000


def test_bomb_is_refused_before_it_takes_memory() -> None:
    tracemalloc.start()
    try:
        with pytest.raises(cim.LimitError):
            cim.unpacked(BOMB)
        assert tracemalloc.get_traced_memory()[1] < 16_000_000
    finally:
        tracemalloc.stop()


MANY: dict[str, Callable[[bytes], Any]] = {
    "payload": lambda data: cim.unpacked(payload(data)),
    "bytes": lambda data: cim.load(data + gzip.compress(READINGS), mode="raw"),
}


@pytest.mark.parametrize("take", MANY.values(), ids=list(MANY))
def test_very_many_members_take_time_in_proportion(take: Callable[[bytes], Any]) -> None:
    def seconds(count: int) -> float:
        data = gzip.compress(b"") * count
        start = time.perf_counter()
        take(data)
        return time.perf_counter() - start

    seconds(10)
    assert min(seconds(160_000), seconds(160_000)) < 24 * max(seconds(20_000), 0.005)
