"""Whatever XML comes from: texts, bytes in many encodings, files, streams, gzip, trees."""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import unit_messages as xml
from lxml import etree

import cim61968_9 as cim

TEXT = xml.reading("<m:source>Zähler Ø12 — Nord</m:source><m:value>47.250</m:value>")
LATIN = xml.reading("<m:source>Zähler Ø12</m:source><m:value>47.250</m:value>")
MESSAGE = cim.read(TEXT)


def declared(text: str, encoding: str) -> str:
    return f'<?xml version="1.0" encoding="{encoding}"?>\n{text}'


def test_source_of_the_reading_is_read_right() -> None:
    assert MESSAGE.meter_reading[0].readings[0].source == "Zähler Ø12 — Nord"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        declared(TEXT, "UTF-8").encode(),
        declared(TEXT, "utf-8").encode("utf-8-sig"),
        TEXT.encode("utf-8-sig"),
        declared(TEXT, "UTF-16").encode("utf-16"),
        TEXT.encode("utf-16"),
        b"\xff\xfe" + declared(TEXT, "UTF-16").encode("utf-16-le"),
        b"\xfe\xff" + declared(TEXT, "UTF-16").encode("utf-16-be"),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        declared(TEXT, "US-ASCII").encode("ascii", "xmlcharrefreplace"),
        b"\n\n  " + TEXT.encode() + b"\n\n",
    ],
    ids=lambda data: repr(data[:45]),
)
@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_bytes_are_read_in_any_encoding(data: bytes, kind: Any) -> None:
    assert cim.load(kind(data), mode="strict").message == MESSAGE


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "iso-8859-15", "windows-1252", "cp850"])
def test_eight_bit_encodings_are_read(encoding: str) -> None:
    assert cim.load(declared(LATIN, encoding).encode(encoding), mode="strict").message == cim.read(LATIN)


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "ISO-8859-1", "no-such-encoding"])
def test_text_is_text_whatever_encoding_it_declares(encoding: str) -> None:
    assert cim.load(declared(TEXT, encoding), mode="strict").message == MESSAGE


@pytest.mark.parametrize("start", ["", "\ufeff", "\n", " \t\r\n", "\ufeff\n"])
def test_text_may_begin_with_a_byte_order_mark_or_white_space(start: str) -> None:
    assert cim.read(f"{start}{TEXT}") == MESSAGE
    assert cim.read(io.StringIO(f"{start}{TEXT}")) == MESSAGE


def test_wrong_encoding_is_an_error() -> None:
    for data in (declared(LATIN, "UTF-8").encode("latin-1"), declared(TEXT, "no-such-encoding").encode()):
        with pytest.raises(cim.NotWellFormedError, match="^bytes, line 1|^bytes, line 2"):
            cim.read(data)


def test_lone_surrogate_in_a_text_is_an_error() -> None:
    with pytest.raises(cim.NotWellFormedError, match="^text: character 2 is a lone surrogate, which no XML has$"):
        cim.read("<\ud800/>")


@pytest.mark.parametrize("kind", [str, Path], ids=["str", "Path"])
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_paths_are_read(tmp_path: Path, kind: Any, packed: bool) -> None:
    path = tmp_path / "reply.xml"
    path.write_bytes(gzip.compress(TEXT.encode()) if packed else TEXT.encode())

    assert cim.read(kind(path)) == MESSAGE


def test_os_path_like_objects_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(TEXT, encoding="utf-8")

    class Entry:
        def __fspath__(self) -> str:
            return os.fspath(tmp_path / "a.xml")

    assert cim.read(Entry()) == MESSAGE


def test_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        cim.read(tmp_path / "missing.xml")


def test_file_objects_are_read(tmp_path: Path) -> None:
    path = tmp_path / "reply.xml"
    path.write_bytes(declared(TEXT, "UTF-8").encode())

    with path.open("rb") as binary, path.open(encoding="utf-8") as text, path.open("rb", buffering=0) as raw:
        assert cim.read(binary) == cim.read(text) == cim.read(raw) == MESSAGE
        assert not binary.closed


def test_streams_are_read_from_where_they_stand() -> None:
    stream = io.BytesIO(b"HTTP/1.1 200 OK\r\n\r\n" + TEXT.encode())
    stream.seek(19)

    assert cim.read(stream) == MESSAGE
    assert cim.read(io.BytesIO(gzip.compress(TEXT.encode()))) == MESSAGE
    with gzip.open(io.BytesIO(gzip.compress(TEXT.encode()))) as unpacked:
        assert cim.read(unpacked) == MESSAGE


def test_streams_that_give_a_piece_at_a_time_are_read_to_the_end() -> None:
    class Pipe(io.RawIOBase):
        waiting = TEXT.encode()

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            size = min(20, len(buffer))
            piece, self.waiting = self.waiting[:size], self.waiting[size:]
            buffer[: len(piece)] = piece
            return len(piece)

    assert cim.read(Pipe(), limits=cim.Limits(max_bytes=10_000)) == MESSAGE  # type: ignore[arg-type]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit of the address space")
def test_small_file_needs_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "reply.xml"
    path.write_text(TEXT, encoding="utf-8")
    code = (
        "import resource, sys, cim61968_9 as cim; resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000,) * 2);"
        "print(len(cim.read(sys.argv[1]).meter_reading))"
    )

    run = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False)

    assert (run.stdout, run.stderr) == ("1\n", "")


@pytest.mark.parametrize(
    "packed",
    [
        gzip.compress(TEXT.encode()),
        gzip.compress(TEXT.encode()[:100]) + gzip.compress(TEXT.encode()[100:]),
        gzip.compress(b"") + gzip.compress(TEXT.encode()),
        gzip.compress(TEXT.encode()) + b"\0" * 512,
        gzip.compress(TEXT.encode("utf-16"), compresslevel=0),
    ],
    ids=["one member", "two members", "empty member first", "padded", "stored"],
)
def test_gzip_is_seen_through(packed: bytes) -> None:
    assert cim.load(packed, mode="strict").message == MESSAGE


def test_places_are_found_in_packed_and_in_streamed_sources() -> None:
    text = xml.readings("\n  <v:x/>")
    for source in (gzip.compress(text.encode()), io.BytesIO(text.encode()), io.StringIO(text), text.encode("utf-16")):
        (finding,) = cim.load(source).findings
        assert (finding.line, finding.column) == (2, 3)


def test_trees_are_read() -> None:
    root = etree.fromstring(TEXT.encode())

    assert cim.read(root) == cim.read(etree.ElementTree(root)) == MESSAGE
    assert cim.read(etree.parse(io.BytesIO(TEXT.encode()))) == MESSAGE


def test_element_inside_of_another_tree_is_read_without_its_surroundings() -> None:
    inner = f"<!-- two -->{TEXT}tail<!-- three --><other/>"
    outer = etree.fromstring(f"<?xml version='1.0'?><!-- one --><batch>{inner}</batch><!-- four -->".encode())

    assert cim.load(outer[1], mode="strict").message == MESSAGE


def test_tree_keeps_its_comments_and_instructions() -> None:
    noisy = TEXT.replace("><", "><!-- note --><?do it?><").replace("47.250", "47<!-- point -->.<?x?>250").encode()
    root = etree.fromstring(noisy)
    before = etree.tostring(root)

    assert cim.load(root, mode="strict").message == MESSAGE
    assert etree.tostring(root) == before


def test_tree_with_unresolved_entities_loses_no_text_silently() -> None:
    parser = etree.XMLParser(resolve_entities=False)
    text = xml.reading("<m:value>4&point;7</m:value>")
    root = etree.fromstring(f'<!DOCTYPE x [<!ENTITY point ".5">]>{text}', parser)

    try:
        loaded = cim.load(root)
    except cim.XmlError:
        return
    assert loaded.findings or loaded.message.meter_reading[0].readings[0].value == "4.57"


@pytest.mark.parametrize("source", [None, 5, 2.5, ["<a/>"], {"a": 1}, object()])
def test_what_is_no_source_is_a_type_error(source: Any) -> None:
    with pytest.raises(
        cim.SourceError,
        match=f"^cannot read XML from {type(source).__name__}; expected a path, a text that begins with '<', "
        "bytes, a file object, or an lxml element$",
    ) as caught:
        cim.read(source)

    assert isinstance(caught.value, TypeError)


def test_element_of_another_library_and_empty_tree_are_no_sources() -> None:
    from xml.etree import ElementTree

    for source in (ElementTree.fromstring("<a/>"), etree.ElementTree()):
        with pytest.raises(cim.SourceError):
            cim.read(source)


@pytest.mark.parametrize("node", [etree.Comment("x"), etree.ProcessingInstruction("x")], ids=["comment", "instruction"])
def test_node_that_is_no_element_is_no_source(node: Any) -> None:
    with pytest.raises(cim.Cim61968Error):
        cim.read(node)


@pytest.mark.parametrize(
    ("source", "name"),
    [(b"<a", "bytes"), ("<a", "text"), (io.BytesIO(b"<a"), "stream"), (io.StringIO("<a"), "stream")],
)
def test_errors_name_the_source(source: Any, name: str) -> None:
    with pytest.raises(cim.NotWellFormedError, match=f"^{name}, line 1, column "):
        cim.read(source)


def test_errors_name_the_file(tmp_path: Path) -> None:
    path = tmp_path / "reply.xml"
    path.write_text("<a")

    with pytest.raises(cim.NotWellFormedError, match=r"^reply\.xml, line 1, column "):
        cim.read(path)
    for options in ({"mode": "rb"}, {"mode": "r"}):
        with path.open(**options) as stream, pytest.raises(cim.NotWellFormedError, match=r"^reply\.xml, line 1"):
            cim.read(stream)
