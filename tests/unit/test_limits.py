"""The limits: each has a bound, an error that names its setting, and no effect below it."""

from __future__ import annotations

import gzip
import io
from pathlib import Path
from typing import Any

import pytest
import unit_messages as xml

import cim61968_9 as cim

TEXT = xml.reading("<m:value>47</m:value>")
SIZE = len(TEXT.encode())


def test_defaults() -> None:
    limits = cim.Limits()

    assert (limits.max_bytes, limits.max_ratio, limits.max_depth) == (2_000_000_000, 200, 128)
    assert (limits.max_attributes, limits.max_namespaces, limits.max_findings) == (5000, 128, 1000)
    assert limits.pause_gc is True
    assert limits == cim.Limits()
    assert len({limits, cim.Limits()}) == 1


@pytest.mark.parametrize(
    "settings",
    [
        {"max_bytes": 0},
        {"max_ratio": 0},
        {"max_depth": 7},
        {"max_attributes": 15},
        {"max_namespaces": 15},
        {"max_findings": 0},
        {"max_bytes": -1},
    ],
)
def test_senseless_limits_are_refused(settings: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=next(iter(settings))):
        cim.Limits(**settings)  # type: ignore[arg-type]


def test_limits_are_keywords_and_frozen() -> None:
    with pytest.raises(TypeError):
        cim.Limits(1)  # type: ignore[misc]
    with pytest.raises(AttributeError):
        cim.Limits().max_bytes = 1  # type: ignore[misc]


@pytest.fixture(params=["bytes", "text", "stream", "text stream", "path", "gzip", "gzip path"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    path = tmp_path / "reply.xml"
    path.write_bytes(gzip.compress(TEXT.encode()) if request.param == "gzip path" else TEXT.encode())
    return {
        "bytes": TEXT.encode(),
        "text": TEXT,
        "stream": io.BytesIO(TEXT.encode()),
        "text stream": io.StringIO(TEXT),
        "path": path,
        "gzip": gzip.compress(TEXT.encode()),
        "gzip path": path,
    }[request.param]


def test_input_of_the_largest_size_is_read(source: Any) -> None:
    assert cim.read(source, limits=cim.Limits(max_bytes=SIZE)) == cim.read(TEXT)


def test_larger_input_is_an_error_that_names_the_setting(source: Any) -> None:
    with pytest.raises(cim.LimitError) as caught:
        cim.read(source, limits=cim.Limits(max_bytes=SIZE - 1))

    name = str(caught.value).partition(":")[0]
    assert name in {"bytes", "text", "stream", "reply.xml"}
    assert str(caught.value) == (f"{name}: more than {SIZE - 1:,} bytes; raise Limits(max_bytes=...) if that is meant")
    assert caught.value.rule == "XML003"


def test_size_counts_bytes_and_not_characters() -> None:
    text = xml.reading("<m:value>é</m:value>")

    with pytest.raises(cim.LimitError):
        cim.read(text, limits=cim.Limits(max_bytes=len(text)))


def test_unread_rest_of_a_stream_is_not_taken_in() -> None:
    stream = io.BytesIO(b"<a>" + b" " * 5_000_000)

    with pytest.raises(cim.LimitError):
        cim.read(stream, limits=cim.Limits(max_bytes=1000))
    assert stream.tell() <= 1001


def test_growth_is_limited_once_it_is_large() -> None:
    packed = gzip.compress(xml.readings(" " * 3_000_000).encode())
    ratio = 3_000_000 // len(packed)
    assert ratio > 300

    with pytest.raises(cim.LimitError) as caught:
        cim.read(packed)
    assert str(caught.value) == (
        "bytes: compressed data grows more than 200 times, as a decompression bomb does; raise "
        "Limits(max_ratio=...) if "
        "that is meant"
    )
    assert cim.read(packed, limits=cim.Limits(max_ratio=ratio + 10)) == cim.read(xml.readings())


def test_growth_of_small_data_is_of_no_concern() -> None:
    packed = gzip.compress(xml.readings(" " * 900_000).encode())

    assert cim.read(packed, limits=cim.Limits(max_ratio=1)) == cim.read(xml.readings())


def test_members_are_counted_together() -> None:
    members = [gzip.compress(piece) for piece in (TEXT.encode(), b" " * 600, b" " * 600)]

    with pytest.raises(cim.LimitError, match="max_bytes"):
        cim.read(b"".join(members), limits=cim.Limits(max_bytes=SIZE + 1000))
    assert cim.read(b"".join(members), limits=cim.Limits(max_bytes=SIZE + 1200)) == cim.read(TEXT)


@pytest.mark.parametrize("mode", ["strict", "lax", "raw"])
def test_depth_of_unknown_content_is_limited(mode: Any) -> None:
    limits = cim.Limits(max_depth=8)
    deep = xml.event("<v:x>" * 8 + "</v:x>" * 8)
    deeper = xml.event("<v:x>" * 9 + "</v:x>" * 9)

    assert cim.load(deep, mode=mode, limits=limits).ok
    with pytest.raises(cim.LimitError) as caught:
        cim.load(deeper, mode=mode, limits=limits)
    assert str(caught.value) == (
        "unknown content is nested more than 8 elements deep; raise Limits(max_depth=...) if that is meant"
    )


@pytest.mark.parametrize(
    "inside",
    [
        "{}",
        "<m:MeterReading>{}</m:MeterReading>",
        "<m:MeterReading><m:isCoincidentTrigger>{}</m:isCoincidentTrigger></m:MeterReading>",
    ],
)
def test_depth_is_limited_wherever_unknown_content_stands(inside: str) -> None:
    deep = "<v:x>" * 40 + "</v:x>" * 40

    with pytest.raises(cim.LimitError, match="max_depth"):
        cim.load(xml.readings(inside.format(deep)), limits=cim.Limits(max_depth=20))
    assert not cim.load(xml.readings(inside.format(deep)), limits=cim.Limits(max_depth=50)).ok


def test_depth_can_be_raised_for_trees() -> None:
    from lxml import etree

    root = leaf = etree.fromstring(xml.readings())
    for _ in range(500):
        leaf = etree.SubElement(leaf, "x")

    message = cim.load(root, limits=cim.Limits(max_depth=500)).message

    assert message.foreign.elements[0].element.xml.count("<x>") == 500


def test_depth_of_typed_content_is_not_limited_by_the_setting() -> None:
    authority = "<m:NameTypeAuthority><m:name>3</m:name></m:NameTypeAuthority>"
    name = f"<m:name>1</m:name><m:NameType><m:name>2</m:name>{authority}</m:NameType>"
    meter = f"<m:Meter><m:Names>{name}</m:Names></m:Meter>"
    text = xml.event(f"<m:MeterReadings><m:MeterReading>{meter}</m:MeterReading></m:MeterReadings>")

    assert cim.load(text, mode="strict", limits=cim.Limits(max_depth=8)).ok


def test_large_documents_may_have_long_texts() -> None:
    text = "x" * 11_000_000

    assert len(cim.read(xml.reading(f"<m:value>{text}</m:value>")).meter_reading[0].readings[0].value) == 11_000_000


@pytest.mark.parametrize("mode", ["strict", "lax", "raw"])
@pytest.mark.parametrize(
    "text",
    [
        "<m:MeterReading{}/>",
        "<m:MeterReading><m:isCoincidentTrigger{}>true</m:isCoincidentTrigger></m:MeterReading>",
        "<v:x><v:y{}/></v:x>",
        '<m:MeterReading><m:Readings><m:ReadingType ref="x"{}/></m:Readings></m:MeterReading>',
    ],
)
def test_number_of_attributes_of_one_element_is_limited(text: str, mode: Any) -> None:
    limits = cim.Limits(max_attributes=20)
    few, many = (xml.readings(text.format("".join(f' a{number}="1"' for number in range(count)))) for count in (19, 21))

    with pytest.raises(cim.LimitError) as caught:
        cim.load(many, mode=mode, limits=limits)
    assert str(caught.value) == (
        "an element has more than 20 attributes; raise Limits(max_attributes=...) if that is meant"
    )
    assert cim.load(few, mode="raw", limits=limits).ok
    assert cim.load(many, mode="raw").ok
