"""Streams: what is known when, what breaks off, and what is refused."""

from __future__ import annotations

import gc
import gzip
import io
import re
import warnings
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from odd_documents import Dribble

import cim61968_9 as cim
from cim61968_9.xml import stream as streams

MESSAGE = "http://iec.ch/TC57/2011/schema/message"
READINGS = "http://iec.ch/TC57/2011/MeterReadings#"


def reading(meter: str, value: str = "1") -> str:
    return (
        "<MeterReading><IntervalBlocks><IntervalReadings><timeStamp>2026-01-13T00:15:00Z</timeStamp>"
        f"<value>{value}</value></IntervalReadings><ReadingType ref='0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0'/>"
        f"</IntervalBlocks><Meter><mRID>{meter}</mRID></Meter></MeterReading>"
    )


def document(*items: str, before: str = "", after: str = "", extra: str = "") -> str:
    return (
        f'<EventMessage xmlns="{MESSAGE}">\n<Header><Verb>created</Verb><Noun>MeterReadings</Noun></Header>\n'
        "<Payload>\n"
        f'<MeterReadings xmlns="{READINGS}">\n{before}' + "\n".join(items) + f"\n{after}</MeterReadings>\n{extra}"
        "</Payload>\n</EventMessage>\n"
    )


TYPE = "<ReadingType><Names><name>A</name></Names></ReadingType>"
EVENT_TYPE = "<EndDeviceEventType><Names><name>3.26.0.85</name></Names></EndDeviceEventType>"
DAY = document(*(reading(f"M-{number}") for number in range(5)), before=EVENT_TYPE, after=TYPE)


class Endless(io.RawIOBase):
    """A stream that gives what it has and is not to be asked for more."""

    def __init__(self, data: bytes) -> None:
        self._data = [data]

    def read(self, size: int = -1) -> bytes:
        if not self._data:
            raise AssertionError("asked for more than was needed")
        return self._data.pop()


def test_header_and_first_tables_are_known_before_the_first_item() -> None:
    stream = cim.iter_items(DAY)
    assert (stream.kind, stream.noun, stream.header.verb) == ("EventMessage", "MeterReadings", "created")
    assert stream.reply is None
    assert stream.request is None
    assert [one.names[0].name for one in stream.tables.end_device_event_type] == ["3.26.0.85"]
    assert stream.tables.reading_type == []


def test_all_tables_are_known_at_the_end() -> None:
    stream = cim.iter_items(DAY)
    assert len(list(stream)) == 5
    assert [one.names[0].name for one in stream.tables.reading_type] == ["A"]
    assert stream.tables.meter_reading == []
    whole = cim.read(DAY)
    whole.payload.content[0].meter_reading = []
    assert stream.message == whole
    assert stream.findings == ()
    assert stream.ok


def test_items_come_before_the_source_has_been_read() -> None:
    data = document(*(reading(f"M-{number}") for number in range(100)))
    start = data[: data.index("M-50")].encode()
    stream = cim.iter_items(Endless(start))
    assert [next(stream).meter.mrid for _ in range(50)] == [f"M-{number}" for number in range(50)]


def test_reply_is_known_before_the_first_item() -> None:
    data = DAY.replace("EventMessage", "ResponseMessage").replace(
        "</Header>", "</Header><Reply><Result>PARTIAL</Result><Error><code>0.1</code></Error></Reply>"
    )
    with cim.iter_items(data.replace("created", "reply"), mode="raw") as stream:
        assert (stream.reply.result, stream.reply.error[0].code) == ("PARTIAL", "0.1")
        assert len(list(stream)) == 5


@pytest.mark.parametrize("kind", ["path", "text path", "bytes", "text", "file", "text file", "gzip", "element", "tree"])
def test_every_kind_of_source_is_read(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "day.xml"
    path.write_text(DAY)
    root = etree.fromstring(DAY)
    source: Any = {
        "path": path,
        "text path": str(path),
        "bytes": DAY.encode(),
        "text": DAY,
        "file": io.BytesIO(DAY.encode()),
        "text file": io.StringIO(DAY),
        "gzip": gzip.compress(DAY.encode()),
        "element": root,
        "tree": root.getroottree(),
    }[kind]
    with cim.iter_items(source) as stream:
        assert list(stream) == cim.read(DAY).payload.content[0].meter_reading


SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
WRAPPED = {
    "soap": f'<s:Envelope xmlns:s="{SOAP}"><s:Body>{{}}</s:Body></s:Envelope>',
    "soap with header": f'<s:Envelope xmlns:s="{SOAP}"><s:Header><a/></s:Header><s:Body>{{}}</s:Body></s:Envelope>',
}


@pytest.mark.parametrize("name", sorted(WRAPPED))
def test_soap_is_seen_through(name: str) -> None:
    data = WRAPPED[name].format(DAY)
    stream = cim.iter_items(Dribble(data.encode(), 50))
    loaded = cim.load(data)
    assert list(stream) == loaded.message.payload.content[0].meter_reading
    assert str(stream.dialect) == str(loaded.dialect) != ""
    assert stream.findings == loaded.findings


def test_strongly_typed_messages_are_read() -> None:
    own = "http://example.com/typed"
    data = DAY.replace("EventMessage", "CreatedMeterReadings").replace(MESSAGE, own)
    data = data.replace("<Verb>", f'<Verb xmlns="{MESSAGE}">').replace("<Noun>", f'<Noun xmlns="{MESSAGE}">')
    stream = cim.iter_items(data)
    items = list(stream)
    loaded = cim.load(data)
    assert items == loaded.message.payload.content[0].meter_reading
    assert [one.rule for one in stream.findings] == [one.rule for one in loaded.findings]


def test_operations_are_the_items_of_an_operation_set(examples: Path) -> None:
    whole = cim.read(examples / "master-data.xml")
    stream = cim.iter_items(examples / "master-data.xml")
    assert list(stream) == whole.payload.operation_set.operation
    assert stream.message.payload.operation_set.operation == []


def test_a_compressed_payload_is_seen_through() -> None:
    packed = cim.to_bytes(cim.compress(cim.read(DAY)))
    stream = cim.iter_items(packed)
    assert stream.header.noun == "MeterReadings"
    assert list(stream) == cim.read(DAY).payload.content[0].meter_reading
    assert (stream.noun, len(stream.tables.reading_type)) == ("MeterReadings", 1)
    stream.close()


def test_a_packed_table_is_an_error_and_not_nothing() -> None:
    message = cim.event("created", cim.packed("a,b\n", format="CSV"), noun="MeterReadings", source="MDM")
    with pytest.raises(cim.CompressionError, match=r"the payload is CSV, no XML; cim.unpacked\(message\)"):
        list(cim.iter_items(cim.to_bytes(message)))


def test_a_message_without_payload_has_no_items() -> None:
    message = cim.get(cim.GetMeterReadings(), source="MDM")
    stream = cim.iter_items(cim.to_bytes(message))
    assert list(stream) == []
    assert stream.request == message.request
    assert stream.tables is None
    assert stream.noun == "MeterReadings"


def test_a_file_opened_by_its_path_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "day.xml"
    path.write_text(DAY)
    with warnings.catch_warnings():
        warnings.simplefilter("error", ResourceWarning)
        with cim.iter_items(path) as stream:
            next(stream)
        with pytest.raises(StopIteration):
            next(stream)
        gc.collect()


def test_a_file_object_stays_open() -> None:
    source = io.BytesIO(DAY.encode())
    with cim.iter_items(source) as stream:
        next(stream)
    assert not source.closed


# ---------------------------------------------------------------------- what breaks off


@pytest.mark.parametrize("size", [1, 100, 1 << 18])
def test_a_truncated_source_gives_what_came_before_and_then_the_error(size: int) -> None:
    data = DAY[: DAY.index("M-3") + 3].encode()
    stream = cim.iter_items(Dribble(data, size))
    found = []
    with pytest.raises(cim.NotWellFormedError) as raised:
        found.extend(item.meter.mrid for item in iter_into(found, stream))
    assert [item.meter.mrid for item in found] == ["M-0", "M-1", "M-2"]
    with pytest.raises(cim.NotWellFormedError) as whole:
        cim.read(data)
    told = str(whole.value).partition(": ")[2]
    assert str(raised.value).partition(": ")[2] == told
    assert (raised.value.line, raised.value.column) == (whole.value.line, whole.value.column)


def iter_into(found: list[Any], stream: Any) -> Any:
    for item in stream:
        found.append(item)
    yield from ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<mRID>M-3</mRID>", "<mRID>M-3</mrid>"),
        ("<mRID>M-3</mRID>", "<mRID>M-3 & more</mRID>"),
        ("<mRID>M-3</mRID>", "<mRID a='<'>M-3</mRID>"),
        ("<mRID>M-3</mRID>", "<mRID>&unknown;</mRID>"),
        ("<mRID>M-3</mRID>", "<mRID><![CDATA[ M-3</mRID>"),
        ("<mRID>M-3</mRID>", "<mRID><!-- -- --></mRID>"),
        ("<mRID>M-3</mRID>", "<mRID>\x01</mRID>"),
        ("</MeterReadings>", "</MeterReading>"),
        ("</Payload>", "</Payload></Payload>"),
        ("</EventMessage>", "</EventMessage><more/>"),
        ("</EventMessage>", ""),
        ("<Verb>", "<Verb"),
        ("<MeterReadings ", "<MeterReadings a=b "),
        (">A</name>", ">A</nam>"),
    ],
)
def test_what_is_not_well_formed_is_the_error_of_the_whole(old: str, new: str) -> None:
    data = DAY.replace(old, new).encode()
    with pytest.raises(cim.NotWellFormedError) as whole:
        cim.read(data)
    with pytest.raises(cim.NotWellFormedError) as raised:
        list(cim.iter_items(Dribble(data, 300)))
    assert (raised.value.line, raised.value.rule) == (whole.value.line, whole.value.rule)


@pytest.mark.parametrize(
    ("source", "error", "text"),
    [
        (b"", cim.NotWellFormedError, "bytes: no content; expected an XML document"),
        (b"  \n", cim.NotWellFormedError, "bytes: no content; expected an XML document"),
        (b"<!DOCTYPE a><a/>", cim.ForbiddenXmlError, "found a document type declaration (DTD)"),
        (b"<a/>", cim.UnknownMessageError, "the root element 'a'"),
        ("no xml", FileNotFoundError, "no xml"),
        ("{no xml}", cim.SourceError, "expected XML that begins with '<'"),
        (7, cim.SourceError, "cannot read XML from int"),
        (gzip.compress(DAY.encode())[:-20], cim.NotWellFormedError, "the gzip data ends too early"),
        ("<\ud800/>", cim.NotWellFormedError, "lone surrogate"),
        (b"<?xml version='1.0' encoding='shift_jis'?><a>\x81</a>", cim.NotWellFormedError, "not in its encoding"),
        (b"<?xml version='1.0' encoding='base64'?><a/>", cim.NotWellFormedError, "not well-formed"),
        (b"<?xml version='1.0' encoding='none-such'?><a/>", cim.NotWellFormedError, "not well-formed"),
    ],
)
def test_no_message_is_one_error(source: Any, error: type[Exception], text: str) -> None:
    with pytest.raises(error, match=re.escape(text)):
        list(cim.iter_items(source))


@pytest.mark.parametrize(
    ("limits", "text"),
    [
        ({"max_bytes": 500}, r"more than 500 bytes; raise Limits\(max_bytes=...\)"),
        ({"max_item_bytes": 100}, r"more than 100 bytes in one item; raise Limits\(max_item_bytes=...\)"),
        ({"max_frame_bytes": 300}, r"more than 300 bytes beside the items; raise Limits\(max_frame_bytes=...\)"),
    ],
)
def test_limits_are_kept(limits: dict[str, int], text: str) -> None:
    with pytest.raises(cim.LimitError, match=text):
        list(cim.iter_items(Dribble(DAY.encode(), 60), limits=cim.Limits(**limits)))


def test_a_bomb_is_refused() -> None:
    bomb = gzip.compress(document(reading("x" * 30_000_000)).encode())
    with pytest.raises(cim.LimitError, match="as a decompression bomb does"):
        list(cim.iter_items(bomb))


@pytest.mark.parametrize("start", ["<a " + "b='c' " * 400_000, "<a b='" + "x" * 2_000_000, "<" + "a" * 2_000_000])
def test_a_tag_without_end_is_an_error(start: str) -> None:
    with pytest.raises(cim.XmlError):
        list(cim.iter_items(Dribble(document(reading("M") + start).encode(), 1 << 18)))


def test_a_mode_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="mode is 'loose'; expected one of strict, lax, raw"):
        cim.iter_items(DAY, mode="loose")  # type: ignore[arg-type]


# ---------------------------------------------------------------------- findings

ODD = document(
    reading("M-0"),
    reading("M-1").replace("<value>", "<quantity>7</quantity><value>"),
    reading("M-2"),
    reading("M-3").replace("2026-01-13", "2026-13-13"),
    after="<Extra/>" + EVENT_TYPE,
)


def test_findings_are_those_of_the_whole() -> None:
    stream = cim.iter_items(Dribble(ODD.encode(), 100))
    with pytest.warns(cim.CimWarning, match="the first of 4; the findings of the stream are all of them") as warned:
        items = list(stream)
    whole = cim.load(ODD)
    assert [one.filename for one in warned] == [__file__]
    assert items == whole.message.payload.content[0].meter_reading
    assert set(stream.findings) == set(whole.findings)
    assert not stream.ok
    assert list(stream) == []  # and no second warning


def test_strict_mode_gives_the_items_before_the_first_that_is_not_valid() -> None:
    found: list[Any] = []
    with pytest.raises(cim.InvalidMessageError, match="quantity") as raised:
        list(iter_into(found, cim.iter_items(ODD, mode="strict")))
    assert [item.meter.mrid for item in found] == ["M-0"]
    assert [one.path for one in raised.value.findings] == [
        "/EventMessage/Payload/MeterReadings/MeterReading[2]/IntervalBlocks/IntervalReadings/quantity"
    ]


def test_strict_mode_refuses_a_head_that_is_not_valid() -> None:
    with pytest.raises(cim.InvalidMessageError, match="Colour"):
        cim.iter_items(DAY.replace("<Verb>", "<Colour/><Verb>"), mode="strict")


def test_strict_mode_refuses_a_rest_that_is_not_valid() -> None:
    stream = cim.iter_items(document(reading("M-0"), extra="<Colour/>"), mode="strict")
    assert next(stream).meter.mrid == "M-0"
    with pytest.raises(cim.InvalidMessageError, match="Colour"):
        next(stream)


def test_raw_mode_finds_nothing() -> None:
    stream = cim.iter_items(ODD, mode="raw")
    assert len(list(stream)) == 4
    assert stream.findings == ()


def test_findings_are_bounded_and_counted() -> None:
    items = [reading(f"M-{number}").replace("<value>", "<quantity/><value>") for number in range(50)]
    stream = cim.iter_items(document(*items), limits=cim.Limits(max_findings=10))
    with pytest.warns(cim.CimWarning):
        assert len(list(stream)) == 50
    assert [one.rule for one in stream.findings] == ["XSD101"] * 10 + ["FND001"]
    assert "40 more findings" in stream.findings[-1].message
    assert [one.message for one in stream.findings] == [
        one.message for one in cim.load(document(*items), limits=cim.Limits(max_findings=10)).findings
    ]


def test_a_rule_that_comes_late_is_seen_in_a_stream_as_well() -> None:
    items = [reading(f"M-{number}").replace("<value>", "<quantity/><value>") for number in range(50)]
    text = document(*items, reading("M-50").replace("<value>", "<value/><value>"), extra="<Colour/>")
    limits = cim.Limits(max_findings=10)
    stream = cim.iter_items(text, limits=limits)
    with pytest.warns(cim.CimWarning, match="the first of 52;"):
        list(stream)
    whole = cim.load(text, limits=limits).findings
    assert {one.rule for one in stream.findings} == {one.rule for one in whole} == {"XSD101", "XSD104", "FND001"}
    assert len(stream.findings) == len(whole) == 11
    assert stream.findings[-1] == whole[-1]


def test_the_only_item_has_no_number_in_its_path() -> None:
    stream = cim.iter_items(document(reading("M-0").replace("<value>", "<quantity/><value>")), mode="lax")
    next(stream)
    assert "/MeterReading[1]/" in stream.findings[0].path
    with pytest.warns(cim.CimWarning):
        list(stream)
    assert "/MeterReading/" in stream.findings[0].path


def test_lines_of_an_element_are_none() -> None:
    stream = cim.iter_items(etree.fromstring(ODD))
    with pytest.warns(cim.CimWarning):
        list(stream)
    assert {(one.line, one.column) for one in stream.findings} == {(None, None)}


def test_the_collector_is_put_back() -> None:
    assert gc.isenabled()
    stream = cim.iter_items(DAY)
    next(stream)
    assert gc.isenabled()
    gc.disable()
    try:
        next(cim.iter_items(DAY))
        assert not gc.isenabled()
    finally:
        gc.enable()


# ---------------------------------------------------------------------- shapes that are hard to cut

HARD = {
    "comments between": document(reading("A"), "<!-- <MeterReading> -->", reading("B"), "<?x </MeterReading> ?>"),
    "marks inside": document(
        reading("<![CDATA[</MeterReading>]]>"), reading("<!-- </MeterReading> -->B"), reading("<?x </MeterReading>?>C")
    ),
    "the same name inside": document(
        reading("A").replace(
            "</Meter>", "</Meter><v:X xmlns:v='urn:v'><MeterReading/><MeterReading></MeterReading></v:X>"
        )
    ),
    "longer names inside": document(reading("A").replace("</Meter>", "</Meter><MeterReadingX/><MeterReading-2/>")),
    "empty items": document("<MeterReading/>", "<MeterReading  />", "<MeterReading a='>'></MeterReading >"),
    "foreign items": document(reading("A"), "<v:MeterReading xmlns:v='urn:v'/>", reading("B")),
    "other prefixes": document(
        reading("A"), f"<p:MeterReading xmlns:p='{READINGS}'><p:Meter><p:mRID>B</p:mRID></p:Meter></p:MeterReading>"
    ),
    "its own declaration": document(reading("A").replace("<MeterReading>", f"<MeterReading xmlns='{READINGS}'>")),
    "text between": document(reading("A"), "text", reading("B"), "<![CDATA[more]]>", reading("C")),
    "tables between": document(reading("A"), TYPE, reading("B"), EVENT_TYPE, reading("C")),
    "carriage returns": document(reading("A"), reading("B\r\nC")).replace("\n", "\r\n"),
    "two payloads": document(reading("A"), extra=f"<MeterReadings xmlns='{READINGS}'>{reading('B')}</MeterReadings>"),
    "an unknown payload first": document(reading("A")).replace(
        "<Payload>", "<Payload><v:X xmlns:v='urn:v'><v:Y/></v:X>"
    ),
    "a second Payload": document(reading("A")).replace(
        "</EventMessage>",
        f"<Payload><MeterReadings xmlns='{READINGS}'>{reading('B')}</MeterReadings></Payload></EventMessage>",
    ),
    "a payload inside of a vendor's": f"<a><Payload>{document(reading('A'))}</Payload></a>",
    "an empty payload": document(),
    "a get profile": '<GetMeterReadings xmlns="http://iec.ch/TC57/2011/GetMeterReadings#"><EndDevice/></GetMeterReadings>',
    "a header afterwards": re.sub("(?s)(<Header>.*</Header>)(.*)(</Event)", r"\2\1\3", document(reading("A"))),
}


@pytest.mark.parametrize("size", [1, 50, 1 << 18])
@pytest.mark.parametrize("name", sorted(HARD))
def test_hard_shapes_are_those_of_the_whole(name: str, size: int) -> None:
    data = HARD[name].encode()
    try:
        whole = cim.load(data)
    except cim.Cim61968Error as error:
        with pytest.raises(type(error)):
            list(cim.iter_items(Dribble(data, size)))
        return
    stream = cim.iter_items(Dribble(data, size))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", cim.CimWarning)
        items = list(stream)
    payload = getattr(whole.message, "payload", None)
    roots = payload.content if payload is not None else [whole.message]
    assert items == [item for root in roots if isinstance(root, cim.MeterReadings) for item in root.meter_reading]
    assert {(one.rule, one.path, one.line, one.column) for one in stream.findings} == {
        (one.rule, one.path, one.line, one.column) for one in whole.findings
    }


def test_long_items_come_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    from cim61968_9.xml import splitting

    monkeypatch.setattr(splitting, "_LONGEST_BATCH", 300)
    assert list(cim.iter_items(DAY)) == cim.read(DAY).payload.content[0].meter_reading


def test_the_stream_is_at_the_door() -> None:
    assert cim.iter_items is streams.iter_items
    assert cim.ItemStream is streams.ItemStream
