"""What a document is, told for people and as plain data."""

from __future__ import annotations

import datetime as dt
import gc
import gzip
import io
import json
from pathlib import Path
from typing import Any

import pytest
import unit_messages as xml
from lxml import etree

import cim61968_9 as cim
from cim61968_9.inspecting import Inspection, RuleCount, inspect
from cim61968_9.nouns import ENVELOPES
from cim61968_9.profiles.meter_readings import Meter, MeterReading, MeterReadings, Name
from cim61968_9.sampling import sample
from cim61968_9.xml.limits import Limits

MIXED = xml.meter_reading(
    "<m:IntervalBlocks><m:IntervalReadings><m:timeStamp>2026-01-13T01:00:00+01:00</m:timeStamp></m:IntervalReadings>"
    "<m:IntervalReadings><m:timeStamp>2026-01-13T00:15:00Z</m:timeStamp></m:IntervalReadings>"
    f'<m:ReadingType ref="{xml.CODE}"/></m:IntervalBlocks>'
)
UNKNOWN = '<v:Tariffs xmlns:v="urn:northmoor:extra"><v:Step/><v:Step/><v:Note/></v:Tariffs>'
PACKED = cim.compress(sample("MeterReadings"))


def compressed(name: str, data: bytes) -> str:
    """Return a message with a compressed payload of a format."""
    payload = (
        f"<msg:Compressed>{cim.packed(data, format=name).compressed}</msg:Compressed><msg:Format>{name}</msg:Format>"
    )
    return xml.envelope(f"{xml.header()}<msg:Payload>{payload}</msg:Payload>")


def rows(found: Inspection) -> dict[str, str]:
    """Return the block as a table, of labels that come again the last."""
    lines = str(found).splitlines()
    assert all(line == line.rstrip() for line in lines)
    return {line[:16].strip(): line[16:] for line in lines}


def test_block_of_a_day_of_readings(examples: Path) -> None:
    lines = str(inspect(examples / "interval-day.xml")).splitlines()
    assert lines[:3] == [
        "document        interval-day.xml, 83741 bytes, UTF-8",
        "message         EventMessage: created MeterReadings",
        "from            Northmoor-MDM at 2026-01-14T08:15:07Z, PRODUCTION",
    ]
    assert "content         MeterReadings (edition 2, confirmed)" in lines
    assert "  meters        4: NM-E-0041871, NM-E-0041872, NM-E-0041873, NM-G-0009315" in lines
    assert "  period        2026-01-13T00:00:00Z to 2026-01-14T00:00:00Z" in lines
    assert (
        "                1 x running total of forward volume, m³, natural gas (0.0.0.1.1.7.58.0.0.0.0.0.0.0.0.0.42.0)"
        in lines
    )
    assert lines[-1] == "findings        none"


def test_numbers_of_a_day_of_readings(examples: Path) -> None:
    (content,) = inspect(examples / "interval-day.xml").contents
    assert content.items["MeterReading"] == 4
    assert content.items["IntervalReading"] == 408
    assert content.items["Meter"] == content.devices == 4
    assert "Name" not in content.items
    assert sum(one.count for one in content.reading_types) == 408 + content.items["Reading"]
    assert {one.unit for one in content.reading_types} == {"Wh", "kWh", "m³"}
    assert content.zones == ("UTC",)


def test_errors_of_a_reply_are_explained(examples: Path) -> None:
    found = inspect(examples / "reply-with-errors.xml")
    assert found.outcome is not None
    assert [str(one.code) for one in found.outcome.errors] == ["2.4", "5.7"]
    text = str(found)
    assert "result          PARTIAL: part of what was asked for is here" in text
    assert "  error         2.4 FATAL Meter NM-E-0041999 (MeterNumber, Northmoor Grid): Invalid meter" in text
    assert "correct the identifier or code that the error names" in text
    error = found.as_dict()["outcome"]["errors"][1]
    assert (error["code"], error["level"], error["object"]) == (
        "5.7",
        "WARNING",
        "724ec48f-bb77-5166-b2a2-a7a9e5f4fb9d",
    )


def test_operations_are_counted_and_told(examples: Path) -> None:
    found = inspect(examples / "master-data.xml")
    assert found.operations == 3
    assert [(one.operation, one.root) for one in found.contents] == [
        ("1 create", "UsagePointConfig"),
        ("2 create", "MeterConfig"),
        ("3 create", "MasterDataLinkageConfig"),
    ]


def test_findings_are_counted_by_rule_worst_first(examples: Path) -> None:
    assert inspect(examples / "outage-event.xml").findings == (RuleCount("XSD101", "error", "unknown element", 1),)
    bad = xml.event(xml.meter("<v:a/><v:b/>"), "<msg:MessageID> </msg:MessageID>").replace(
        "MeterReadings", "MeterConfig"
    )
    told = inspect(bad).findings
    assert [one.severity for one in told] == sorted(one.severity for one in told)
    assert told[0] == RuleCount("XSD101", "error", "unknown element", 2)
    assert f"{told[0].count} x XSD101 error: unknown element" in str(inspect(bad))


def test_findings_beyond_the_limit_are_counted_by_their_rule() -> None:
    assert inspect(xml.readings("<v:x/>" * 2500)).findings == (RuleCount("XSD101", "error", "unknown element", 2500),)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (xml.readings(), {"kind": "", "root": "MeterReadings", "dialect": "bare payload"}),
        (xml.event(), {"kind": "EventMessage", "verb": "created", "noun": "MeterReadings", "dialect": ""}),
        (xml.soap(xml.event()), {"kind": "EventMessage", "root": "Envelope", "dialect": "SOAP 1.1"}),
        (xml.soap(xml.event()), {"namespace": "http://schemas.xmlsoap.org/soap/envelope/", "edition": "2"}),
        (cim.to_bytes(sample("FaultMessage")), {"kind": "FaultMessage", "verb": "", "noun": "", "timestamp": None}),
        (cim.to_bytes(sample("MeterConfig", verb="delete")), {"ids": 1, "contents": ()}),
        (cim.to_bytes(sample("GetMeterReadings")), {"verb": "get", "ids": 0, "operations": 0}),
        (cim.to_bytes(sample("OperationSet").payload.operation_set), {"kind": "", "operations": 3}),
    ],
)
def test_form_and_header(source: Any, expected: dict[str, Any]) -> None:
    found = inspect(source)
    assert {name: getattr(found, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("name", "label", "text"),
    [
        ("EndDeviceEvents", "events", "1 x electricity meter: power back (3.26.0.216)"),
        ("EndDeviceControls", "controls", "1 x electricity meter: open the service switch: supply off (3.31.0.23)"),
        ("MeterReadSchedule", "period", "2026-01-30T06:56:00Z to 2026-03-01T18:56:00Z"),
    ],
)
def test_codes_and_periods_of_other_nouns(name: str, label: str, text: str) -> None:
    assert rows(inspect(cim.to_bytes(sample(name))))[label] == text


def test_period_of_several_zones_names_them() -> None:
    found = inspect(MIXED)
    assert found.contents[0].zones == ("+01:00", "UTC")
    assert found.contents[0].start == dt.datetime(2026, 1, 12, 23, 45, tzinfo=dt.UTC)
    assert rows(found)["period"] == "2026-01-13T00:45:00+01:00 to 2026-01-13T00:15:00Z (zones: +01:00, UTC)"


@pytest.mark.parametrize(
    ("before", "reference", "period"),
    [
        ("", xml.CODE, "2026-01-12T23:45:00Z to 2026-01-13T00:00:00Z"),
        ("", "11.0.0.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0", "2026-01-12T00:00:00Z to 2026-01-13T00:00:00Z"),
        ("", "no code", "at 2026-01-13T00:00:00Z"),
        ("2026-01-12T22:00:00Z", xml.CODE, "2026-01-12T22:00:00Z to 2026-01-13T00:00:00Z"),
        ("2026-01-13T22:00:00Z", xml.CODE, "at 2026-01-13T00:00:00Z"),
        ("2026-01-12T22:00:00", xml.CODE, "at 2026-01-13T00:00:00Z"),
    ],
)
def test_period_begins_where_the_first_interval_does(before: str, reference: str, period: str) -> None:
    said = f"<m:timePeriod><m:start>{before}</m:start></m:timePeriod>" if before else ""
    data = xml.meter_reading(
        "<m:IntervalBlocks><m:IntervalReadings><m:timeStamp>2026-01-13T00:00:00Z</m:timeStamp>"
        f'{said}</m:IntervalReadings><m:ReadingType ref="{reference}"/></m:IntervalBlocks>'
    )
    assert rows(inspect(data))["period"] == period


def test_intervals_before_all_times_are_no_obstacle() -> None:
    assert rows(inspect(MIXED.replace("2026-01-13T00:15:00Z", "0001-01-01T00:00:00Z")))["period"].startswith(
        "0001-01-01"
    )


@pytest.mark.parametrize(
    ("stamps", "zones", "period"),
    [
        (["2026-01-13T00:15:00"], ("no zone",), "at 2026-01-13T00:15:00"),
        (["2026-01-13T00:15:00", "2026-01-14T00:00:00-03:30"], ("no zone", "-03:30"), None),
        (["soon"], (), ""),
        ([], (), ""),
    ],
)
def test_times_without_zone_and_texts_are_no_obstacle(stamps: list[str], zones: Any, period: str | None) -> None:
    values = "".join(f"<m:IntervalReadings><m:timeStamp>{one}</m:timeStamp></m:IntervalReadings>" for one in stamps)
    block = f'<m:IntervalBlocks>{values}<m:ReadingType ref="x"/></m:IntervalBlocks>'
    found = inspect(xml.meter_reading(block))
    assert found.contents[0].zones == zones
    if period is not None:
        assert rows(found).get("period", "") == period
    assert rows(found).get("values", f"{len(stamps)} x x") == f"{len(stamps)} x x"


class TestSources:
    """The same document from everywhere."""

    data = cim.to_bytes(sample("MeterReadings"))

    @pytest.mark.parametrize("make", [bytes, bytearray, memoryview, io.BytesIO], ids=lambda one: one.__name__)
    def test_bytes_and_streams(self, make: Any) -> None:
        found = inspect(make(self.data))
        assert (found.size, found.gzip, found.expanded, found.encoding) == (len(self.data), False, None, "UTF-8")
        assert found.noun == "MeterReadings"

    @pytest.mark.parametrize("make", [bytes, bytearray, memoryview, io.BytesIO], ids=lambda one: one.__name__)
    def test_gzip(self, make: Any) -> None:
        packed = gzip.compress(self.data, mtime=0)
        found = inspect(make(packed))
        assert (found.size, found.gzip, found.expanded) == (len(packed), True, len(self.data))
        assert rows(found)["document"] == f"{len(packed)} bytes, gzip of {len(self.data)} bytes, UTF-8"

    @pytest.mark.parametrize("as_text", [False, True])
    def test_files(self, tmp_path: Path, as_text: bool) -> None:
        path = tmp_path / "day.xml.gz"
        path.write_bytes(gzip.compress(self.data, mtime=0))
        found = inspect(str(path) if as_text else path)
        assert (found.name, found.size, found.gzip) == ("day.xml.gz", path.stat().st_size, True)
        with path.open("rb") as stream:
            assert inspect(stream) == found

    def test_texts_and_elements(self) -> None:
        text = self.data.decode().partition("?>")[2]
        assert inspect(text).size == len(text.encode())
        assert inspect(io.StringIO(text)).size == len(text.encode())
        found = inspect(etree.fromstring(self.data))
        assert (found.size, found.encoding) == (None, "")
        assert rows(found)["document"] == "an element in memory"

    def test_encoding_is_that_of_the_document(self) -> None:
        text = self.data.decode().replace("UTF-8", "UTF-16")
        assert inspect(text.encode("utf-16")).encoding == "UTF-16"


def test_compressed_payload_is_announced_and_looked_into() -> None:
    found = inspect(cim.to_bytes(PACKED))
    assert found.packed is not None
    assert found.packed.format == "XML"
    assert found.packed.size is not None
    assert found.contents[0].items["MeterReading"] == 1
    assert rows(found)["compressed"].startswith(f"XML, {found.packed.length} characters of base64, ")


@pytest.mark.parametrize(
    ("message", "size", "problem"),
    [
        (compressed("CSV", b"a,b"), 3, ""),
        (compressed("CSV", b"a,b").replace("H4s", "***"), None, "Compressed is no base64"),
        (compressed("XML", b"a,b"), 3, "not well-formed XML"),
        (compressed("XML", b"<a>" + b" " * 5000 + b"</a>"), None, "more than 4,000 bytes"),
    ],
)
def test_what_is_compressed_may_be_anything(message: str, size: int | None, problem: str) -> None:
    found = inspect(message, limits=Limits(max_bytes=4000))
    assert found.packed is not None
    assert found.packed.size == size
    assert problem in found.packed.problem
    assert ("not expanded" in rows(found)["compressed"]) == bool(problem)
    assert found.contents == ()


def test_payload_of_an_unknown_vocabulary_is_counted() -> None:
    (content,) = inspect(xml.event(UNKNOWN)).contents
    assert (content.root, content.namespace, content.items) == (
        "Tariffs",
        "urn:northmoor:extra",
        {"Step": 2, "Note": 1},
    )
    assert rows(inspect(xml.event(UNKNOWN)))["content"] == "Tariffs in urn:northmoor:extra"


def test_document_that_is_no_message_is_counted_as_well() -> None:
    found = inspect(UNKNOWN)
    assert found.problem
    assert (found.root, found.kind, found.contents[0].items) == ("Tariffs", "", {"Step": 2, "Note": 1})
    assert rows(found)["problem"].startswith("the root element 'Tariffs' of namespace")
    assert "findings" not in rows(found)
    assert "content" in rows(inspect("<a/>"))


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("<m", cim.NotWellFormedError),
        (b"", cim.NotWellFormedError),
        ("<!DOCTYPE a><a/>", cim.ForbiddenXmlError),
        (b"<a>" + b" " * 100 + b"</a>", cim.LimitError),
        (17, cim.SourceError),
        (Path("missing.xml"), FileNotFoundError),
    ],
)
def test_what_cannot_be_read_is_an_error_as_with_load(source: Any, error: type[Exception]) -> None:
    limits = Limits(max_bytes=64)
    with pytest.raises(error) as here:
        inspect(source, limits=limits)
    with pytest.raises(error) as there:
        cim.load(source, limits=limits)
    assert str(here.value) == str(there.value)
    assert gc.isenabled()


@pytest.mark.parametrize("name", [*cim.PROFILES, *ENVELOPES, "OperationSet"])
def test_dictionary_is_plain_data(name: str) -> None:
    found = inspect(cim.to_bytes(sample(name, full=True)))
    again = json.loads(json.dumps(found.as_dict()))
    assert again["kind"] == found.kind
    assert len(again["contents"]) == len(found.contents)
    assert str(found).startswith("document ")


def test_long_lists_and_texts_are_cut() -> None:
    readings = "".join(
        f'<m:Readings><m:ReadingType ref="0.0.0.1.1.1.12.0.0.0.0.{n}.0.0.0.3.72.0"/></m:Readings>' for n in range(14)
    )
    source = "word\n" * 40
    found = inspect(xml.event(xml.meter_reading(readings), f"<msg:Source>{source}</msg:Source>"))
    lines = str(found).splitlines()
    assert "                and 4 more" in lines
    assert all(len(line) < 200 for line in lines)
    assert found.sender == source


def test_meters_of_one_name_are_as_many_as_their_mrids() -> None:
    meters = [("M-1", "1"), ("M-2", "1"), ("M-1", "1"), (None, "1"), (None, "2"), ("M-4", None)]
    readings = [MeterReading(meter=Meter(mrid=mrid, names=[Name(name=name)] if name else [])) for mrid, name in meters]
    (content,) = cim.inspect(cim.to_bytes(MeterReadings(meter_reading=readings))).contents
    assert (content.devices, content.names) == (4, "1, 2, M-4 and 1 more")
