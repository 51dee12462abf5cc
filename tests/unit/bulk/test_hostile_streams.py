"""Hostile documents in streams: what the whole says, in time and memory that do not grow faster than the document."""

from __future__ import annotations

import base64
import gzip
import warnings
from collections import Counter
from typing import Any

import pytest
from odd_documents import Dribble

import cim61968_9 as cim
from cim61968_9.xml import feed, splitting
from cim61968_9.xml.places import Cursor
from cim61968_9.xml.window import Window

MESSAGE = "http://iec.ch/TC57/2011/schema/message"
READINGS = "http://iec.ch/TC57/2011/MeterReadings#"
SOAP = "http://schemas.xmlsoap.org/soap/envelope/"


def reading(meter: str) -> str:
    return (
        "<MeterReading><IntervalBlocks><IntervalReadings><timeStamp>2026-01-13T00:15:00Z</timeStamp>"
        "<value>1</value></IntervalReadings><ReadingType ref='0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0'/>"
        f"</IntervalBlocks><Meter><mRID>{meter}</mRID></Meter></MeterReading>"
    )


def readings(content: str, attributes: str = "") -> str:
    return f'<MeterReadings xmlns="{READINGS}"{attributes}>{content}</MeterReadings>'


def message(payload: str, header: str = "") -> str:
    return (
        f'<EventMessage xmlns="{MESSAGE}"><Header><Verb>created</Verb><Noun>MeterReadings</Noun>{header}</Header>'
        f"<Payload>{payload}</Payload></EventMessage>"
    )


def soap(inside: str) -> str:
    return f'<s:Envelope xmlns:s="{SOAP}"><s:Body>{inside}</s:Body></s:Envelope>'


def read(data: str | bytes, size: int = 1 << 18) -> Any:
    """Return the items of a document as a stream, and the stream."""
    content = data.encode() if isinstance(data, str) else data
    stream = cim.iter_items(Dribble(content, size))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", cim.CimWarning)
        return list(stream), stream


# ---------------------------------------------------------------------- what is an item

GHOST = f"<MeterReadings>{reading('GHOST')}</MeterReadings>"
GHOSTS = {
    "as the only payload": message(GHOST),
    "behind a payload": message(readings(reading("A")) + GHOST),
    "before a payload": message(GHOST + readings(reading("A"))),
    "in SOAP": soap(message(readings(reading("A")) + GHOST)),
}


@pytest.mark.parametrize("name", sorted(GHOSTS))
def test_a_noun_in_the_namespace_of_the_message_is_no_payload(name: str) -> None:
    whole = cim.load(GHOSTS[name])
    expected = [one.meter.mrid for root in whole.message.payload.content for one in root.meter_reading]
    items, stream = read(GHOSTS[name])
    assert [one.meter.mrid for one in items] == expected
    assert set(stream.findings) == set(whole.findings)
    table = cim.columns.readings(GHOSTS[name].encode(), errors="keep").table()
    assert table["meter_mrid"].to_pylist() == expected


# ---------------------------------------------------------------------- what is refused

BAD_TAGS = ["<MeterReading <x/>", "<MeterReading a=b/>", "<MeterReading a='1' a='2'/>", "<p:MeterReading/>"]


@pytest.mark.parametrize("tag", BAD_TAGS)
def test_a_bad_tag_of_an_item_is_the_error_of_the_whole(tag: str) -> None:
    data = message(readings(reading("A") + tag)).replace("<Payload>", "\n<Payload>")
    with pytest.raises(cim.NotWellFormedError) as raised:
        read(data)
    with pytest.raises(cim.NotWellFormedError) as whole:
        cim.read(data.encode())
    told = str(whole.value).removeprefix("bytes")
    assert (str(raised.value), raised.value.line) == (f"stream{told}", 2)
    stream = cim.columns.readings(data.encode(), errors="keep")
    stream.table()
    assert str(stream.outcomes[0].error) == str(whole.value)


def test_items_before_a_tag_that_is_none_are_handed_out() -> None:
    stream = cim.iter_items(message(readings(reading("A") + "<MeterReading <x/>")))
    assert next(stream).meter.mrid == "A"
    with pytest.raises(cim.NotWellFormedError):
        next(stream)


UNKNOWN = ["idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "palmos", "charmap", "utf-8-sig"]


@pytest.mark.parametrize("encoding", [*UNKNOWN, "utf-16", "utf-32"])
def test_an_encoding_that_is_none_of_xml_or_not_that_of_the_text_is_one_error(encoding: str) -> None:
    data = f"<?xml version='1.0' encoding='{encoding}'?>{message(readings(reading('A')))}".encode()
    for verb in (cim.read, cim.iter_items, lambda source: cim.columns.readings(source).table()):
        with pytest.raises(cim.NotWellFormedError, match="not well-formed|not in its encoding"):
            verb(data)


@pytest.mark.parametrize("encoding", ["big5", "shift_jis", "utf-7"])
def test_encodings_that_the_parser_knows_are_read(encoding: str) -> None:
    data = f"<?xml version='1.0' encoding='{encoding}'?>{message(readings(reading('A')))}".encode(encoding)
    assert [one.meter.mrid for one in read(data)[0]] == ["A"]


def packed(levels: int) -> str:
    data = message(readings(reading("A")))
    for _ in range(levels):
        text = base64.b64encode(gzip.compress(data.encode(), mtime=0)).decode()
        data = message(f"<Compressed>{text}</Compressed><Format>XML</Format>")
    return data


def test_compressed_payloads_in_one_another_are_bounded() -> None:
    assert len(read(packed(8))[0]) == cim.columns.readings(packed(8)).table().num_rows == 1
    for verb in (read, lambda source: cim.columns.readings(source).table()):
        with pytest.raises(cim.LimitError, match="more than 8 compressed payloads in one another"):
            verb(packed(9))


# ---------------------------------------------------------------------- what it costs


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The sizes of the documents that a feed has parsed."""
    sizes: list[int] = []
    parse = feed.parse_document

    def counted(data: bytes, *more: Any) -> Any:
        sizes.append(len(data))
        return parse(data, *more)

    monkeypatch.setattr(feed, "parse_document", counted)
    return sizes


LONG = f" long='{'x' * 50_000}'"
NAMED = "".join(f" xmlns:n{number}='{'x' * 900}'" for number in range(50))
COSTLY = {
    "alternating kinds": message(readings("<MeterReading/><x/>" * 50, LONG)),
    "many start tags": message(readings("".join(f"<MeterReading i='{i}'/>" for i in range(200)), LONG)),
    "a long first item": message(readings(f"<MeterReading{LONG}/>" + "<MeterReading/><ReadingType/>" * 50)),
    "a long namespace around": message(readings("<MeterReading/><x/>" * 50, NAMED)),
    "a long namespace inside": message(readings(f"<MeterReading{NAMED}/>" + "<MeterReading/><ReadingType/>" * 50)),
    "payloads in a header": message(
        readings("<MeterReading/>"), f"<v:x xmlns:v='urn:v'>{'<v:a/>' * 9000}<payload>{'<b></b>' * 99}</payload></v:x>"
    ),
    "payloads of others": message(readings("<MeterReading/>")).replace(
        "<Payload>", f"<v:Payload xmlns:v='urn:v'>{LONG}{'<b></b>' * 99}</v:Payload><Payload>"
    ),
}


@pytest.mark.parametrize("name", sorted(COSTLY))
def test_no_document_is_parsed_many_times(name: str, parsed: list[int]) -> None:
    data = COSTLY[name]
    items, stream = read(data)
    whole = cim.load(data)
    assert items == whole.message.payload.content[0].meter_reading
    assert {(one.rule, one.path) for one in stream.findings} == {(one.rule, one.path) for one in whole.findings}
    assert sum(parsed) < 6 * len(data)


def test_tries_are_bounded_by_the_size_of_the_document(parsed: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "_SMALL", 1000)
    data = message(readings("<MeterReading/>")).replace(
        "<Payload>", "<v:Payload xmlns:v='urn:v'><b></b></v:Payload>" * 500 + "<Payload>"
    )
    assert len(read(data)[0]) == 1
    assert sum(parsed) < 7 * len(data)


def test_payloads_deep_inside_are_not_looked_at(parsed: list[int]) -> None:
    with pytest.raises(cim.LimitError, match="Excessive depth"):
        read("<body>" * 3000)
    assert len(parsed) <= splitting._DEEPEST + 2


@pytest.mark.parametrize("between", [" ", "x"])
def test_what_stands_between_items_is_searched_once(between: str, monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[int] = []
    child_end, blanks_end = Window.child_end, splitting.blanks_end

    def seen(window: Window, start: int) -> int | None:
        searched.append(0 if window.data.startswith(b"<", start) else len(window.data) - start - window._searched)
        return child_end(window, start)

    def skipped(data: bytearray, start: int) -> int:
        end = blanks_end(data, start)
        searched.append(end - start)
        return end

    monkeypatch.setattr(Window, "child_end", seen)
    monkeypatch.setattr(splitting, "blanks_end", skipped)
    data = message(readings("<MeterReading/>" + between * 50_000 + "<MeterReading/>"))
    assert len(read(data, 500)[0]) == 2
    assert 50_000 <= sum(searched) < 60_000


# ---------------------------------------------------------------------- where it is


@pytest.mark.parametrize("size", [1, 7, 1 << 18])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_do_not_depend_on_how_the_text_is_parted(end: str, size: int) -> None:
    header = "<Comment>\n\n\u00e9t\u00e9</Comment>\n"
    data = message(readings(f"\n{reading('A')}\n<x/>\n{reading('B')}<x/>\n\n"), header).replace("\n", end)
    data = data.replace("<value>", "<odd/><value>")
    _, stream = read(data, size)
    places = Counter((one.rule, one.line, one.column) for one in stream.findings)
    assert places == Counter((one.rule, one.line, one.column) for one in cim.load(data.encode()).findings)
    assert len(places) == 4


@pytest.mark.parametrize("size", [1, 1 << 18])
@pytest.mark.parametrize("end", ["", "\n", "\n</MeterReadings>", "\n</MeterReadings>\n</Payload>\n"])
def test_what_is_cut_off_between_items_ends_where_it_ends(end: str, size: int) -> None:
    data = message(readings("\n".join(map(reading, "ABC")) + "\n@"))
    data = data[: data.index("\n@")] + end
    with pytest.raises(cim.NotWellFormedError) as raised:
        read(data, size)
    with pytest.raises(cim.NotWellFormedError) as whole:
        cim.read(data)
    assert (raised.value.line, raised.value.column) == (whole.value.line, whole.value.column)


def test_a_column_counts_characters_however_they_are_parted() -> None:
    text = "a\u00e9\u20ac\U0001f600z".encode()
    cursor = Cursor(wide=True)
    for place in range(len(text)):
        cursor.advance(text[place : place + 1])
    assert (cursor.line, cursor.column) == (1, 6)
