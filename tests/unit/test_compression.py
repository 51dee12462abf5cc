"""Compressed payloads: every row of the table of encodings, what is compressed and when, and how it comes back."""

from __future__ import annotations

import base64
import csv
import datetime as dt
import gzip
import io
import warnings
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import unit_messages as xml
from lxml import etree

import cim61968_9 as cim
from cim61968_9.profiles.meter_config import Meter
from cim61968_9.profiles.meter_readings import MeterReading, Reading

STAMP = dt.datetime(2026, 1, 31, 0, 15, tzinfo=dt.UTC)
READINGS = cim.MeterReadings(
    meter_reading=[MeterReading(readings=[Reading(time_stamp=STAMP, value="47.250", reading_type=xml.CODE)])]
)
DATA = cim.to_bytes(READINGS)
RDF = cim.RawElement(
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:v="urn:northmoor:extra">'
    '<rdf:Description rdf:about="#_0041871"><v:feeder>Zähler Ø12</v:feeder></rdf:Description></rdf:RDF>'
)
METER = cim.MeterConfig(meter=[Meter(mrid="0f6c3a52-3d5e-4c27-9f0d-6a4f1b2c0041")])
SET = cim.operation_set(cim.operation("create", METER), cim.operation("change", METER), in_sequence=True)
ROWS = b"meter;value\nNM-E-0041871;47.250\nNM-E-0041872;12.5\n"
ARCHIVE = gzip.compress(ROWS, mtime=0)
FIXED: dict[str, Any] = {"source": "Northmoor-HES", "message_id": "7f3a", "timestamp": STAMP}


def event(content: Any, noun: str = "MeterReadings", **header: Any) -> cim.EventMessage:
    return cim.event("created", content, noun=noun, **FIXED, **header)


def carrying(**payload: Any) -> cim.EventMessage:
    """Return an event that no builder would make."""
    header = cim.Header(verb=cim.Verb("created"), noun="MeterReadings", message_id="7f3a")
    return cim.EventMessage(header=header, payload=cim.Payload(**payload))


def gzipped(data: bytes) -> str:
    return base64.b64encode(gzip.compress(data, mtime=0)).decode()


def plain(data: bytes) -> str:
    return base64.b64encode(data).decode()


def through_xml(message: Any) -> Any:
    """Return the message as the other side has it, which is valid and without findings."""
    data = cim.to_bytes(message)
    loaded = cim.load(data, mode="strict")
    assert loaded.findings == ()
    assert cim.schema().validate(etree.fromstring(data))
    return loaded.message


COMPRESSED = {
    "XML": DATA,
    "RDF": RDF.xml.encode(),
    "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "CSV": ROWS,
    "XLS": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0",
    "DOC": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\xff\xff",
    "TEXT": "Zähler Ø12\r\n".encode(),
    "JSON": b'{"meter": "NM-E-0041871"}',
    "NORTHMOOR-SHAPE": bytes(range(256)),
}


@pytest.mark.parametrize(("name", "data"), COMPRESSED.items(), ids=list(COMPRESSED))
def test_data_of_a_format_is_gzip_and_then_base64(name: str, data: bytes) -> None:
    payload = cim.packed(data, format=name)

    assert payload.format == name
    inner = base64.b64decode(payload.compressed or "", validate=True)
    assert inner[:3] == b"\x1f\x8b\x08"
    assert gzip.decompress(inner) == data
    assert cim.unpacked(through_xml(event(payload))) == data


@pytest.mark.parametrize(
    ("name", "data"), [("BINARY", bytes(range(256))), ("BINARY", b""), ("BINARY", ARCHIVE), ("GZIP", ARCHIVE)]
)
def test_data_that_goes_as_it_is_is_base64_only(name: str, data: bytes) -> None:
    payload = cim.packed(data, format=name)

    assert (payload.compressed, payload.format) == (plain(data), name)
    assert cim.unpacked(payload) == data
    assert cim.open_packed(payload).read() == data


@pytest.mark.parametrize("name", ["BINARY", "GZIP"])
def test_archives_come_through_a_message_unopened(name: str) -> None:
    assert cim.unpacked(through_xml(event(cim.packed(ARCHIVE, format=name)))) == ARCHIVE


INLINE: dict[str, tuple[cim.Payload, str, bytes]] = {
    "any, no format": (cim.Payload(content=[READINGS]), "XML", DATA),
    "any, XML": (cim.Payload(content=[READINGS], format="XML"), "XML", DATA),
    "any, RDF": (cim.Payload(content=[RDF], format="RDF"), "RDF", RDF.xml.encode()),
    "OperationSet, no format": (cim.Payload(operation_set=SET), "XML", cim.to_bytes(SET)),
    "OperationSet, XML": (cim.Payload(operation_set=SET, format="XML"), "XML", cim.to_bytes(SET)),
}


def with_payload(payload: cim.Payload) -> Any:
    if payload.operation_set is None:
        return event(payload)
    return cim.EventMessage(
        header=cim.Header(verb=cim.Verb("executed"), noun="OperationSet", message_id="7f3a"), payload=payload
    )


@pytest.mark.parametrize("row", INLINE)
def test_inline_content_is_compressed_as_it_would_be_written(row: str) -> None:
    payload, name, data = INLINE[row]

    packed = cim.compress(with_payload(payload))

    assert packed.payload.format == name
    assert not packed.payload.content
    assert packed.payload.operation_set is None
    assert cim.unpacked(through_xml(packed)) == data


@pytest.mark.parametrize("row", INLINE)
def test_what_was_compressed_expands_to_the_same_objects(row: str) -> None:
    payload, _, _ = INLINE[row]

    expanded = cim.expand(through_xml(cim.compress(with_payload(payload))), mode="strict").payload

    assert expanded.content == payload.content
    assert expanded.operation_set == payload.operation_set
    assert (expanded.format or "XML") == (payload.format or "XML")
    assert expanded.compressed is None


def test_text_is_packed_as_utf_8() -> None:
    assert cim.unpacked(cim.packed("Zähler Ø12", format="TEXT")) == "Zähler Ø12".encode()
    assert cim.packed("Zähler Ø12", format="TEXT") == cim.packed("Zähler Ø12".encode(), format="TEXT")


def test_data_is_xml_unless_another_format_is_given() -> None:
    assert cim.packed(DATA) == cim.packed(DATA, format="XML")


def test_packing_gives_the_same_text_each_time() -> None:
    inner = base64.b64decode(cim.packed(ROWS, format="CSV").compressed or "")

    assert inner[4:8] == b"\0\0\0\0", "the time of packing is not told"


@pytest.mark.parametrize("name", ["GZIP", "gzip", " Gzip "])
@pytest.mark.parametrize("data", [b"", b"\x1f", ROWS, "text"])
def test_only_an_archive_is_packed_as_gzip(name: str, data: bytes | str) -> None:
    with pytest.raises(ValueError, match="^the format is GZIP and the data is no gzip archive; name the format of"):
        cim.packed(data, format=name)


@pytest.mark.parametrize("name", ["binary", " BINARY\n", "Binary"])
def test_spelling_of_a_format_does_not_matter_and_is_kept(name: str) -> None:
    payload = cim.packed(ARCHIVE, format=name)

    assert payload.format == name
    assert payload.compressed == plain(ARCHIVE)
    assert cim.unpacked(payload) == ARCHIVE


def test_format_is_a_keyword() -> None:
    with pytest.raises(TypeError):
        cim.packed(ROWS, "CSV")  # type: ignore[misc]


AS_IT_IS: dict[str, Any] = {
    "fault": cim.fault("1.8"),
    "no payload": cim.EventMessage(header=cim.Header(verb=cim.Verb("created"), noun="MeterReadings")),
    "empty payload": carrying(),
    "format only": carrying(format="XML"),
    "identifiers": cim.event("deleted", ids=["NM-E-0041871"], noun="MeterConfig", **FIXED),
    "compressed": event(cim.packed(ROWS, format="CSV")),
    "binary": event(cim.packed(ROWS, format="BINARY")),
    "get": cim.get("MeterReadings", ids=["NM-E-0041871"], **FIXED),
}


@pytest.mark.parametrize("message", AS_IT_IS.values(), ids=list(AS_IT_IS))
def test_without_content_to_compress_a_message_is_returned_as_it_is(message: Any) -> None:
    before = deepcopy(message)

    assert cim.compress(message) is message
    assert message == before


def test_compressed_payload_beside_the_stub_of_a_noun_is_not_compressed_again() -> None:
    payload = event(READINGS, compress_above=0).payload
    assert payload is not None
    message = carrying(content=[cim.MeterReadings()], compressed=payload.compressed, format="XML")

    assert cim.compress(message) is message
    assert cim.expand(message).payload == cim.Payload(content=[READINGS])


def test_several_elements_cannot_be_compressed() -> None:
    message = carrying(content=[READINGS, cim.MeterReadings(), RDF])

    with pytest.raises(cim.CompressionError, match="^found 3 elements in the payload; only one can be compressed$"):
        cim.compress(message)
    assert message == carrying(content=[READINGS, cim.MeterReadings(), RDF])


def test_element_beside_an_operation_set_is_not_dropped_by_compressing() -> None:
    with pytest.raises(cim.CompressionError, match="only one can be compressed"):
        cim.compress(carrying(content=[READINGS], operation_set=SET))


@pytest.mark.parametrize("name", ["GZIP", "gzip"])
def test_inline_content_that_claims_to_be_an_archive_is_an_error(name: str) -> None:
    with pytest.raises(
        cim.CompressionError, match=f"the payload says that it is {name.upper()}, and its content is XML"
    ):
        cim.compress(carrying(content=[READINGS], format=name))


def test_content_that_cannot_be_written_is_not_compressed() -> None:
    broken = cim.MeterReadings(meter_reading=[MeterReading(readings=[Reading(reading_type="x", value="\0")])])

    with pytest.raises(cim.InvalidMessageError) as caught:
        cim.compress(event(broken))
    (found,) = caught.value.findings
    assert (found.rule, found.path) == ("XSD107", "/MeterReadings/MeterReading/Readings/value")


@pytest.mark.parametrize(
    ("payload", "size"),
    [
        (cim.Payload(content=[READINGS]), len(DATA)),
        (cim.Payload(content=[RDF], format="RDF"), len(RDF.xml.encode())),
        (cim.Payload(operation_set=SET), len(cim.to_bytes(SET))),
    ],
    ids=["noun", "raw element", "operation set"],
)
def test_payload_is_compressed_from_a_size_on(payload: cim.Payload, size: int) -> None:
    message = with_payload(payload)

    assert cim.compress(message, above=size + 1) is message
    assert cim.compress(message, above=size).payload.compressed is not None
    assert cim.compress(message, above=size) == cim.compress(message, above=size - 1) == cim.compress(message)


def test_size_counts_bytes_and_not_characters() -> None:
    assert len(RDF.xml) < len(RDF.xml.encode())
    assert cim.compress(carrying(content=[RDF], format="RDF"), above=len(RDF.xml) + 1).payload.compressed is not None


REQUEST = cim.get("MeterReadings", ids=["NM-E-0041871"], **FIXED)
BUILDERS: dict[str, Callable[..., Any]] = {
    "create": lambda **options: cim.create(METER, **FIXED, **options),
    "change": lambda **options: cim.change(METER, **FIXED, **options),
    "cancel": lambda **options: cim.cancel(METER, **FIXED, **options),
    "close": lambda **options: cim.close(METER, **FIXED, **options),
    "delete": lambda **options: cim.delete(METER, **FIXED, **options),
    "event": lambda **options: cim.event("changed", METER, **FIXED, **options),
    "execute": lambda **options: cim.execute(cim.operation("create", METER), **FIXED, **options),
    "reply": lambda **options: cim.reply(REQUEST, READINGS, **FIXED, **options),
}


def size_of(message: Any) -> int:
    return len(cim.to_bytes(message.payload.operation_set or message.payload.content[0]))


@pytest.mark.parametrize("build", BUILDERS.values(), ids=list(BUILDERS))
def test_builders_compress_from_a_size_on(build: Callable[..., Any]) -> None:
    message = build()
    size = size_of(message)

    assert build(compress_above=size) == cim.compress(message) != message
    assert build(compress_above=size + 1) == message
    assert build(sender=cim.Sender(compress_above=size)) == cim.compress(message)
    assert build(sender=cim.Sender(compress_above=size + 1)) == message


@pytest.mark.parametrize("build", BUILDERS.values(), ids=list(BUILDERS))
def test_size_given_with_a_call_has_precedence_over_that_of_the_sender(build: Callable[..., Any]) -> None:
    always, never = cim.Sender(compress_above=0), cim.Sender(compress_above=None)

    assert build(sender=always, compress_above=None) == build()
    assert build(sender=always, compress_above=10**6) == build()
    assert build(sender=never, compress_above=0) == cim.compress(build())
    assert build(sender=never) == build()


def test_messages_without_content_take_the_option_and_stay_as_they_are() -> None:
    sender = cim.Sender(compress_above=0)

    assert cim.get("MeterReadings", ids=["NM-E-0041871"], sender=sender, **FIXED) == REQUEST
    assert cim.cancel("EndDeviceControls", ids=["c-17"], sender=sender, **FIXED).payload is None
    assert cim.reply(REQUEST, errors=["2.4"], sender=sender, **FIXED).payload is None
    told = cim.event("deleted", ids=["NM-E-0041871"], noun="MeterConfig", sender=sender, **FIXED)
    assert told == AS_IT_IS["identifiers"]


def test_event_after_a_compressed_operation_set_has_it_in_the_past_tense() -> None:
    request = cim.execute(cim.operation("create", METER), compress_above=0, **FIXED)

    told = cim.event("executed", caused_by=request, compress_above=0, **FIXED)

    assert told.payload is not None
    assert told.payload.operation_set is None
    assert [one.verb for one in cim.expand(told).payload.operation_set.operation] == ["created"]  # type: ignore[union-attr]


@pytest.mark.parametrize("name", [None, "", "XML", "xml", " Xml ", "\n\tXML\r\n"])
@pytest.mark.parametrize("pack", [gzipped, plain], ids=["gzip", "not compressed"])
def test_xml_is_expanded_however_its_format_is_spelt(name: str | None, pack: Callable[[bytes], str]) -> None:
    message = carrying(compressed=pack(DATA), format=name)

    assert cim.expand(message, mode="strict") == carrying(content=[READINGS])


@pytest.mark.parametrize("name", ["RDF", "rdf", " Rdf\n"])
@pytest.mark.parametrize("pack", [gzipped, plain], ids=["gzip", "not compressed"])
def test_rdf_becomes_a_raw_element(name: str, pack: Callable[[bytes], str]) -> None:
    message = carrying(compressed=pack(RDF.xml.encode()), format=name)

    assert cim.expand(message) == carrying(content=[RDF], format="RDF")


@pytest.mark.parametrize("name", ["PDF", "CSV", "XLS", "DOC", "TEXT", "JSON", "GZIP", "BINARY", "csv", "SHAPE"])
def test_what_is_no_xml_is_not_expanded(name: str) -> None:
    message = event(cim.packed(ARCHIVE, format=name))

    with pytest.raises(cim.CompressionError) as caught:
        cim.expand(message)
    assert str(caught.value) == f"the payload is {name}, no XML; cim.unpacked(message) returns its bytes"
    assert cim.unpacked(message) == ARCHIVE


def test_format_under_the_name_in_lower_case_is_taken_for_the_format() -> None:
    text = cim.to_bytes(event(cim.packed(ARCHIVE, format="BINARY"))).replace(b"Format>", b"format>")
    message = cim.load(text).message

    with pytest.raises(cim.CompressionError, match="^the payload is BINARY, no XML"):
        cim.expand(message)
    assert cim.unpacked(message) == ARCHIVE


@pytest.mark.parametrize("name", ["CSV", None, "PDF"])
def test_data_that_is_not_gzip_is_taken_as_it_is(name: str | None) -> None:
    payload = cim.Payload(compressed=plain(ROWS), format=name)

    assert cim.unpacked(payload) == cim.open_packed(payload).read() == ROWS


@pytest.mark.parametrize(
    ("data", "name", "error"),
    [
        (ROWS, "XML", cim.NotWellFormedError),
        (ROWS, None, cim.NotWellFormedError),
        (ROWS, "RDF", cim.NotWellFormedError),
        (b"%PDF-1.7", "XML", cim.NotWellFormedError),
        (b"", "XML", cim.NotWellFormedError),
        (b"<!DOCTYPE x>" + RDF.xml.encode(), "RDF", cim.ForbiddenXmlError),
        (b"<!DOCTYPE x><MeterReadings/>", "XML", cim.ForbiddenXmlError),
    ],
)
def test_format_that_is_stated_wrongly_is_an_error(data: bytes, name: str | None, error: type[Exception]) -> None:
    message = carrying(compressed=gzipped(data), format=name)

    with pytest.raises(error):
        cim.expand(message)
    assert cim.unpacked(message) == data


def test_xml_that_is_stated_as_rdf_stays_raw() -> None:
    (content,) = cim.expand(carrying(compressed=gzipped(DATA), format="RDF")).payload.content

    assert isinstance(content, cim.RawElement)
    assert content.name == "MeterReadings"


def test_element_that_is_not_known_is_raw_as_it_is_inline() -> None:
    assert cim.expand(event(cim.packed(RDF.xml))).payload == cim.Payload(content=[RDF])


def test_whole_message_inside_of_a_payload_is_no_content() -> None:
    with pytest.raises(cim.CompressionError, match="found a whole EventMessage in the payload"):
        cim.expand(event(cim.packed(cim.to_bytes(event(READINGS)))))


def test_without_anything_compressed_a_message_is_not_expanded() -> None:
    for message in (event(READINGS), *(AS_IT_IS[name] for name in ("fault", "no payload", "identifiers", "get"))):
        assert cim.expand(message) is message


ODD = xml.reading("<m:value>1</m:value><v:phase>L1</v:phase>").encode()


def test_expanding_warns_as_reading_does() -> None:
    with pytest.warns(cim.CimWarning) as read:
        content = cim.read(ODD)
    with pytest.warns(cim.CimWarning) as expanded:
        message = cim.expand(event(cim.packed(ODD)))

    assert [str(one.message) for one in expanded] == [str(one.message) for one in read]
    assert message.payload == cim.Payload(content=[content])
    assert message.payload.content[0].meter_reading[0].readings[0].foreign.find("phase") is not None


def test_warning_of_expanding_is_at_the_caller() -> None:
    with pytest.warns(cim.CimWarning) as caught:
        cim.expand(event(cim.packed(ODD)))

    assert Path(caught[0].filename) == Path(__file__)


def test_expanding_in_raw_mode_looks_for_nothing_and_keeps_everything() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        message = cim.expand(event(cim.packed(ODD)), mode="raw")

    assert message.payload == cim.Payload(content=[cim.load(ODD).message])


def test_expanding_in_strict_mode_refuses_what_is_not_valid() -> None:
    with pytest.raises(cim.InvalidMessageError) as caught:
        cim.expand(event(cim.packed(ODD)), mode="strict")

    assert caught.value.findings == cim.load(ODD).findings


def test_unknown_mode_is_an_error() -> None:
    with pytest.raises(ValueError, match="mode is 'tolerant'; expected one of strict, lax, raw"):
        cim.expand(event(cim.packed(DATA)), mode="tolerant")  # type: ignore[arg-type]


MESSAGES: dict[str, Any] = {
    "event": event(READINGS),
    "request": cim.create(METER, options={"timeout": 30}, **FIXED),
    "reply": cim.reply(REQUEST, READINGS, **FIXED),
    "operations": cim.execute(cim.operation("create", METER), **FIXED),
}


@pytest.mark.parametrize("message", MESSAGES.values(), ids=list(MESSAGES))
def test_only_the_payload_is_new_and_the_message_given_is_not_altered(message: Any) -> None:
    before = deepcopy(message)

    packed = cim.compress(message)
    packed_before = deepcopy(packed)
    expanded = cim.expand(packed)

    assert message == before
    assert packed == packed_before
    assert expanded == message
    for result in (packed, expanded):
        assert type(result) is type(message)
        assert result is not message
        assert result.payload is not message.payload
        for part in ("header", "request", "reply"):
            assert getattr(result, part, None) is getattr(message, part, None)


def test_foreign_content_of_the_message_and_of_the_noun_is_kept() -> None:
    text = xml.event(xml.reading("<v:phase>L1</v:phase>"), "<msg:MessageID>1</msg:MessageID>").replace(
        "</msg:EventMessage>", '<v:Trace xmlns:v="urn:northmoor:extra">17</v:Trace></msg:EventMessage>'
    )
    message = cim.load(text).message
    assert message.foreign.find("Trace") is not None

    packed = cim.compress(message)

    assert packed.foreign == message.foreign
    assert cim.expand(packed, mode="raw") == message


def test_data_of_a_payload_and_of_its_message_are_the_same() -> None:
    message = event(cim.packed(ROWS, format="CSV"))

    for source in (message, message.payload):
        assert source is not None
        assert cim.unpacked(source) == ROWS
        with cim.open_packed(source) as stream:
            assert stream.read() == ROWS


NOTHING: dict[str, Any] = {
    **{name: message for name, message in AS_IT_IS.items() if name not in {"compressed", "binary"}},
    "inline": event(READINGS),
    "bare payload": cim.Payload(format="CSV"),
    "payload with content": cim.Payload(content=[READINGS]),
    "header": cim.Header(verb="created", noun="MeterReadings"),
}


@pytest.mark.parametrize("take", [cim.unpacked, cim.open_packed], ids=["unpacked", "open_packed"])
@pytest.mark.parametrize("source", NOTHING.values(), ids=list(NOTHING))
def test_nothing_compressed_is_an_error(take: Callable[[Any], Any], source: Any) -> None:
    with pytest.raises(cim.CompressionError) as caught:
        take(source)

    name = type(source).__name__
    assert str(caught.value) == f"found no Compressed in the payload of this {name}; nothing to expand"
    assert isinstance(caught.value, ValueError)


def test_stream_reads_as_a_binary_file_does() -> None:
    payload = cim.packed(ROWS, format="CSV")
    lines = ROWS.splitlines(keepends=True)

    assert list(cim.open_packed(payload)) == lines
    assert cim.open_packed(payload).readlines() == lines
    stream = cim.open_packed(payload)
    assert (stream.readable(), stream.writable(), stream.seekable()) == (True, False, False)
    assert stream.read(0) == b""
    assert stream.readline() == lines[0]
    assert stream.read(3) == lines[1][:3]
    assert stream.read() == ROWS[len(lines[0]) + 3 :]
    assert stream.read() == stream.read(5) == stream.readline() == b""


def test_stream_fills_a_buffer() -> None:
    stream = cim.open_packed(cim.packed(ROWS, format="CSV"))
    buffer = bytearray(20)

    found = b""
    while count := stream.readinto(buffer):  # type: ignore[attr-defined]
        found += buffer[:count]
    assert found == ROWS


def test_stream_can_be_read_as_text() -> None:
    payload = cim.packed("Zähler;Wert\r\nØ12;47.250\r\n", format="CSV")

    with io.TextIOWrapper(cim.open_packed(payload), "utf-8", newline="") as text:
        assert list(csv.reader(text, delimiter=";")) == [["Zähler", "Wert"], ["Ø12", "47.250"]]


@pytest.mark.parametrize("name", ["CSV", "BINARY"])
def test_stream_gives_large_data_whole_whatever_the_size_of_the_reads(name: str) -> None:
    data = b"".join(b"NM-E-%07d;%d\n" % (number, number * number) for number in range(150_000))
    payload = cim.packed(data, format=name)

    for size in (-1, 4096, 65_536, 65_537, 1 << 20, 10_000_000):
        stream = cim.open_packed(payload)
        assert b"".join(iter(lambda stream=stream, size=size: stream.read(size), b"")) == data


def test_stream_can_be_read_by_the_reading_verbs() -> None:
    assert cim.read(cim.open_packed(cim.packed(DATA)), mode="strict") == READINGS


def test_closed_stream_gives_nothing() -> None:
    with cim.open_packed(cim.packed(ROWS, format="CSV")) as stream:
        assert stream.read(5) == ROWS[:5]

    assert stream.closed
    stream.close()
    with pytest.raises(ValueError, match="closed"):
        stream.read()
