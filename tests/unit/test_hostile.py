"""Hostile and damaged input: always an error of the library, never a partial object, never much time."""

from __future__ import annotations

import contextlib
import gzip
import re
import time
import zlib
from pathlib import Path
from typing import Any

import pytest
import unit_messages as xml
from lxml import etree

import cim61968_9 as cim

SMALL = xml.event(
    f'<m:MeterReadings xmlns:m="{xml.READINGS}"><m:MeterReading><m:Readings><m:value>47 &amp; é</m:value>'
    f'<m:ReadingType ref="{xml.CODE}"/></m:Readings></m:MeterReading></m:MeterReadings>'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_message_cut_at_any_byte_is_an_error(encoding: str) -> None:
    data = SMALL.encode(encoding)
    assert cim.load(data).ok

    for length in range(len(data)):
        with pytest.raises(cim.NotWellFormedError) as caught:
            cim.read(data[:length])
        assert caught.value.line == 1
        assert caught.value.rule == "XML001"


@pytest.mark.parametrize("mode", ["strict", "lax", "raw"])
def test_cut_message_is_an_error_in_every_mode(mode: Any) -> None:
    for length in range(1, len(SMALL), 37):
        with pytest.raises(cim.XmlError):
            cim.load(SMALL[:length].encode(), mode=mode)


@pytest.mark.parametrize("packed", [gzip.compress(SMALL.encode()), gzip.compress(SMALL.encode()[:99]) * 2])
def test_packed_message_cut_at_any_byte_is_an_error(packed: bytes) -> None:
    for length in range(len(packed)):
        with pytest.raises(cim.XmlError):
            cim.read(packed[:length])


def test_any_damaged_byte_of_packed_data_is_an_error_or_harmless() -> None:
    packed = gzip.compress(SMALL.encode(), mtime=0)
    message = cim.read(SMALL)

    for position in range(len(packed)):
        damaged = bytearray(packed)
        damaged[position] ^= 0x55
        with contextlib.suppress(cim.XmlError):
            assert cim.read(bytes(damaged)) == message


def test_errors_of_packed_data_say_what_is_wrong() -> None:
    packed = gzip.compress(SMALL.encode())

    with pytest.raises(cim.NotWellFormedError, match=r"^bytes: the gzip data ends too early; the file is truncated$"):
        cim.read(packed[:-1])
    with pytest.raises(cim.NotWellFormedError, match=r"^bytes: the gzip data is damaged: Error -3"):
        cim.read(packed[:-8] + b"12345678")
    with pytest.raises(cim.NotWellFormedError, match=r"^bytes: 4 bytes of something else follow the gzip data$"):
        cim.read(packed + b"more")
    with pytest.raises(cim.NotWellFormedError, match=r"^bytes: no content"):
        cim.read(gzip.compress(b""))


@pytest.mark.parametrize(
    "text",
    [
        "<a",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<a/>text",
        "text<a/>",
        "<a b=1/>",
        "<a b='1' b='2'/>",
        "<a>&unknown;</a>",
        "<a>&#0;</a>",
        "<a>&#x8;</a>",
        "<a>\x08</a>",
        "<a>]]></a>",
        "<a><!-- -- --></a>",
        "<m:a/>",
        "<a xmlns:x=''/>",
        "<1/>",
        "<a>&</a>",
        "<a><![CDATA[x</a>",
        "<?xml version='1.0'?>",
        "<a b='<'/>",
    ],
)
def test_what_is_not_well_formed_is_an_error_with_its_place(text: str) -> None:
    for source in (text.encode(), f"\n<x/>{text}".encode(), f"<m:MeterReadings xmlns:m='{xml.READINGS}'>{text}"):
        with pytest.raises(cim.NotWellFormedError, match="not well-formed XML") as caught:
            cim.read(source)
        assert caught.value.line is not None
        assert caught.value.column is not None


def test_place_of_an_error_is_in_its_text() -> None:
    with pytest.raises(cim.NotWellFormedError, match=r"^bytes, line 3, column \d+: not well-formed XML: ") as caught:
        cim.read(b"<a>\n  <b>\n  </c>\n</a>")

    assert caught.value.line == 3
    assert ", line 3, column" not in str(caught.value).partition("XML: ")[2]


@pytest.mark.parametrize("data", [b"%PDF-1.7\n%...", b'{"a": 1}', b"\x00\x01", "a;b;c".encode("utf-16")])
def test_what_never_was_xml_is_shown(data: bytes) -> None:
    with pytest.raises(cim.NotWellFormedError, match=re.escape(f"; it begins with {data[:16]!r}, as no XML does")):
        cim.read(data)


@pytest.mark.parametrize(
    "data",
    [b"", b" ", b"\n\t\r\n ", bytearray(), memoryview(b"  ")],
    ids=["nothing", "blank", "blanks", "bytearray", "memoryview"],
)
def test_empty_input_is_an_error(data: Any) -> None:
    with pytest.raises(cim.NotWellFormedError, match="^bytes: no content; expected an XML document$") as caught:
        cim.read(data)

    assert (caught.value.line, caught.value.column) == (1, 1)


def test_empty_files_and_streams_are_errors(tmp_path: Path) -> None:
    import io

    (tmp_path / "empty.xml").touch()
    for source, name in ((tmp_path / "empty.xml", "empty.xml"), (io.BytesIO(), "stream"), (io.StringIO(" "), "stream")):
        with pytest.raises(cim.NotWellFormedError, match=f"^{re.escape(name)}: no content"):
            cim.read(source)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["", "  \n", '{"verb": "get"}', '{"verb": "get"}' * 1000, "a\0b"], ids=lambda t: repr(t[:9])
)
def test_text_that_is_neither_xml_nor_a_file_is_an_error_of_the_library(text: str) -> None:
    with pytest.raises(cim.Cim61968Error):
        cim.read(text)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        b'{"verb": "get", "noun": "MeterReadings"}',
        b"PK\x03\x04\x14\x00\x00\x00",
        b"verb,noun\nget,MeterReadings\n",
        b"\x00\x01\x02\x03",
        b"\xff\xfe",
        b"\x1f\x8b",
        b"\x1f\x8b\x08",
        b"\x1f",
        zlib.compress(SMALL.encode()),
        b"<!DOCTYPE html><html><body>502 Bad Gateway</body></html>",
        b"<html><body>502 Bad Gateway</html>",
    ],
    ids=lambda data: repr(data[:12]),
)
def test_other_formats_are_errors(data: bytes) -> None:
    with pytest.raises(cim.XmlError):
        cim.read(data)


DTDS = {
    "empty": "<!DOCTYPE m:MeterReadings>",
    "internal subset": "<!DOCTYPE x [<!ELEMENT x ANY>]>",
    "system": '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
    "public": '<!DOCTYPE x PUBLIC "-//X//EN" "http://127.0.0.1:9/x.dtd">',
    "internal entity": '<!DOCTYPE x [<!ENTITY e "1">]>',
    "external entity": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    "parameter entity": '<!DOCTYPE x [<!ENTITY % e SYSTEM "http://127.0.0.1:9/x.dtd"> %e;]>',
    "default attribute": '<!DOCTYPE x [<!ATTLIST x a CDATA "1">]>',
    "lower-case look-alike in a comment": "<!-- <!doctype --><!DOCTYPE x>",
}


@pytest.mark.parametrize("dtd", DTDS.values(), ids=list(DTDS))
@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "UTF-16-LE", "UTF-16-BE", "ISO-8859-1", "utf-8-sig"])
def test_document_type_declarations_are_refused_in_every_encoding(dtd: str, encoding: str) -> None:
    name = {"utf-8-sig": "UTF-8", "UTF-16-LE": "UTF-16", "UTF-16-BE": "UTF-16"}.get(encoding, encoding)
    mark = {"UTF-16-LE": b"\xff\xfe", "UTF-16-BE": b"\xfe\xff"}.get(encoding, b"")
    data = mark + f'<?xml version="1.0" encoding="{name}"?>{dtd}{xml.readings()}'.encode(encoding)

    for source in (data, gzip.compress(data)):
        with pytest.raises(cim.ForbiddenXmlError, match=r"^bytes: found a document type declaration \(DTD\)") as caught:
            cim.read(source)
        assert caught.value.rule == "XML002"


@pytest.mark.parametrize("mode", ["strict", "lax", "raw"])
def test_document_type_declarations_are_refused_in_every_mode(mode: Any) -> None:
    with pytest.raises(cim.ForbiddenXmlError):
        cim.load(DTDS["internal entity"] + xml.readings(), mode=mode)


def test_text_that_only_mentions_a_document_type_is_read() -> None:
    text = xml.reading("<m:value>&lt;!DOCTYPE x></m:value><!-- <!DOCTYPE x [ -->")

    assert cim.read(text).meter_reading[0].readings[0].value == "<!DOCTYPE x>"


def entities(levels: int) -> str:
    table = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, levels))
    return f'<!DOCTYPE x [<!ENTITY e0 "0123456789">{table}]>'


@pytest.mark.parametrize("place", ["text", "attribute"])
@pytest.mark.parametrize("padding", ["", " " * 10_500_000], ids=["small", "large"])
def test_entities_that_grow_are_refused_at_once(place: str, padding: str) -> None:
    use = "&e8;"
    body = xml.reading(f"<m:value>{use}</m:value>") if place == "text" else xml.readings(padding, f' a="{use}"')
    start = time.perf_counter()

    with pytest.raises(cim.XmlError):
        cim.read(entities(9) + body + ("" if place == "attribute" else padding))

    assert time.perf_counter() - start < 60  # seconds where the square of it would be minutes


def test_external_entity_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("do not tell")
    text = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>' + xml.reading("<m:value>&e;</m:value>")

    with pytest.raises(cim.ForbiddenXmlError) as caught:
        cim.read(text)
    assert "do not tell" not in str(caught.value)


def test_inclusions_are_content_like_any_other(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("do not tell")
    include = f'<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/>'

    assert "do not tell" not in repr(cim.read(xml.readings(include), mode="raw").foreign)


@pytest.mark.parametrize("inside", ["<v:x>", "<m:MeterReading>", "<m:MeterReading><v:x>", "<x>"])
def test_deep_nesting_is_refused(inside: str) -> None:
    closing = "".join(f"</{name}>" for name in reversed(re.findall(r"<([\w:]+)>", inside)))

    with pytest.raises(cim.LimitError) as caught:
        cim.read(xml.readings(inside * 1000 + closing * 1000))
    assert caught.value.rule == "XML003"
    assert caught.value.line == 1


def test_deep_nesting_in_a_large_document_is_refused_with_its_setting() -> None:
    text = xml.readings("<v:x>" * 1000 + " " * 10_500_000 + "</v:x>" * 1000)

    with pytest.raises(cim.LimitError, match=r"more than 128 elements deep; raise Limits\(max_depth=\.\.\.\)"):
        cim.read(text, mode="raw")


def test_deep_nesting_in_a_tree_is_refused() -> None:
    root = leaf = etree.fromstring(xml.readings())
    for _ in range(5000):
        leaf = etree.SubElement(leaf, "x")

    with pytest.raises(cim.LimitError, match=r"raise Limits\(max_depth=\.\.\.\)"):
        cim.read(root)


def test_soap_envelopes_within_each_other_are_refused() -> None:
    namespace = "{http://schemas.xmlsoap.org/soap/envelope/}"
    root = leaf = etree.Element(f"{namespace}Envelope")
    for _ in range(1000):
        leaf = etree.SubElement(etree.SubElement(leaf, f"{namespace}Body"), f"{namespace}Envelope")

    with pytest.raises(cim.Cim61968Error):
        cim.read(root)


@pytest.mark.parametrize("attribute", ["a{}='1'", "v:a{}='1'"])
def test_many_attributes_take_little_time(attribute: str) -> None:
    text = xml.readings(attributes=" " + " ".join(attribute.format(number, number) for number in range(990)))
    start = time.perf_counter()

    cim.load(text)

    assert time.perf_counter() - start < 60  # seconds where the square of it would be minutes


def test_huge_counts_of_attributes_take_time_in_proportion_or_are_refused() -> None:
    def seconds(count: int) -> float:
        text = xml.readings(attributes=" " + " ".join(f"a{number}='1'" for number in range(count)))
        start = time.perf_counter()
        with contextlib.suppress(cim.LimitError):
            cim.load(text, mode="raw")
        return time.perf_counter() - start

    seconds(10)
    assert min(seconds(12_000), seconds(12_000)) < 24 * max(seconds(2_000), 0.005)


def test_very_many_unknown_elements_take_seconds() -> None:
    text = xml.readings("<v:x/>" * 100_000)
    start = time.perf_counter()

    message = cim.read(text, mode="raw")

    assert len(message.foreign.elements) == 100_000
    assert time.perf_counter() - start < 60  # seconds where the square of it would be minutes


@pytest.mark.parametrize("inside", ["<v:x/>", "<m:x/>", "<x/>", "<m:MeterReading v:n='1'/>", "text<m:MeterReading/>"])
def test_many_findings_take_little_time(inside: str) -> None:
    start = time.perf_counter()

    loaded = cim.load(xml.readings(inside * 10_000))

    assert loaded.findings[-1].message.startswith(
        "9000 more findings are not listed, beyond the limit of 1000: 9000 of "
    )
    assert time.perf_counter() - start < 60  # seconds where the square of it would be minutes


def test_writing_many_unknown_elements_takes_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        message = cim.read(xml.readings("<v:x/>" * count), mode="raw")
        start = time.perf_counter()
        assert cim.to_bytes(message).count(b"<v:x") == count
        return time.perf_counter() - start

    seconds(10)
    assert min(seconds(6_000), seconds(6_000)) < 24 * max(seconds(1_000), 0.002)


def test_many_comments_and_texts_take_little_time() -> None:
    start = time.perf_counter()

    message = cim.read(
        xml.meter_reading("<!-- x -->text<?y z?><m:Readings><m:ReadingType ref='x'/></m:Readings>" * 20_000), mode="raw"
    )

    assert len(message.meter_reading[0].foreign.text) == 20_000
    assert len(cim.to_bytes(message)) > 20_000
    assert time.perf_counter() - start < 60  # seconds where the square of it would be minutes


def test_bomb_is_refused_before_it_is_expanded() -> None:
    bomb = gzip.compress(b"<a>" + b" " * 100_000_000)
    start = time.perf_counter()

    with pytest.raises(cim.LimitError, match=r"grows more than 200 times, as a decompression bomb does"):
        cim.read(bomb)

    assert time.perf_counter() - start < 60  # seconds where the square of it would be minutes


def test_parser_never_recovers() -> None:
    source = Path(cim.__file__).parent

    assert not [
        path for path in source.rglob("*.py") if re.search(r"recover\s*=(?!\s*False)", path.read_text(encoding="utf-8"))
    ]


def test_error_leaves_no_partial_result() -> None:
    message = None
    with pytest.raises(cim.NotWellFormedError):
        message = cim.load(SMALL[:-1], mode="raw")

    assert message is None
