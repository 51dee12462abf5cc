"""Tables: exact values, odd rows, many sources, and sources that break."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from unit.bulk.test_stream import DAY, ODD, Endless, document, reading

import cim61968_9 as cim
from cim61968_9.columns import _arrow, rows as made, stream as streams
from cim61968_9.columns.held import Held
from cim61968_9.columns.rows import Runs

TYPE = "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0"


def rows(*items: str, **options: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = cim.columns.readings(document(*items), **options).table().to_pylist()
    return found


def stamped(text: str) -> dict[str, Any]:
    return rows(reading("M").replace("2026-01-13T00:15:00Z", text))[0]


def test_a_plain_batch_makes_no_objects(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams.ColumnStream, "_by_objects", None)
    full = (
        "<MeterReading><IntervalBlocks>"
        "<IntervalReadings><reportedDateTime>2026-01-13T01:00:00Z</reportedDateTime><source>HES</source>"
        "<timeStamp>2026-01-13T00:15:00+01:00</timeStamp><value>1</value><ReadingQualities><comment>c</comment>"
        "<source>s</source><timeStamp>2026-01-13T00:15:00Z</timeStamp><ReadingQualityType ref='3.8.0'/>"
        "</ReadingQualities><ReadingQualities><ReadingQualityType ref='3.5.0'/></ReadingQualities>"
        "<timePeriod><end>2026-01-13T00:15:00Z</end><start>2026-01-13T00:00:00Z</start></timePeriod></IntervalReadings>"
        f"<IntervalReadings/><IntervalReadings><value/></IntervalReadings><ReadingType ref='{TYPE}'/></IntervalBlocks>"
        "<Meter><mRID>M</mRID><Names><name>N</name><NameType><description>d</description><name>Kind</name>"
        "<NameTypeAuthority><name>Northmoor Grid</name></NameTypeAuthority></NameType></Names>"
        "<Names><name>Other</name></Names></Meter>"
        f"<Readings><reason>billing</reason><timeStamp>2026-01-14T00:00:00Z</timeStamp><value>7</value>"
        f"<ReadingType ref='{TYPE}'/></Readings><UsagePoint><mRID>U</mRID></UsagePoint>"
        "<valuesInterval><end>2026-01-14T00:00:00Z</end><start>2026-01-13T00:00:00Z</start></valuesInterval>"
        "</MeterReading>"
    )
    first, empty, blank, register = rows(full)
    assert first["qualities"] == ["3.8.0", "3.5.0"]
    assert (first["source"], first["time_stamp_offset"], first["block"]) == ("HES", 60, 1)
    assert first["reported"] == dt.datetime(2026, 1, 13, 1, tzinfo=dt.UTC)
    assert first["time_stamp"] == dt.datetime(2026, 1, 12, 23, 15, tzinfo=dt.UTC)
    assert first["period_end"] - first["period_start"] == dt.timedelta(minutes=15)
    assert (first["meter_mrid"], first["meter_name"], first["meter_name_type"]) == ("M", "N", "Kind")
    assert (empty["value"], empty["time_stamp"], blank["value"]) == (None, None, "")
    assert (register["kind"], register["reason"], register["value"]) == ("register", "billing", "7")
    assert (register["usage_point_mrid"], register["reading_type"]) == ("U", TYPE)


@pytest.mark.parametrize(
    "odd",
    [
        reading("M").replace("<value>", "<value a='1'>"),
        reading("M").replace("<value>1", "<value>1<x/>"),
        reading("M").replace("<IntervalReadings>", "<IntervalReadings>text"),
        reading("M").replace("<IntervalReadings>", "<IntervalReadings a='1'>"),
        reading("M").replace("</timeStamp>", "</timeStamp><timeStamp>2026-01-13T00:15:00Z</timeStamp>"),
        reading("M").replace("<value>1</value>", "<value>1</value><value>2</value>"),
        reading("M").replace("<value>1</value>", "<value>1</value><source>s</source>"),
        reading("M").replace("<value>1</value>", "<value>1</value><ReadingQualities/>"),
        reading("M").replace("<value>1</value>", "<value>1</value><ReadingQualities><x/></ReadingQualities>"),
        reading("M").replace("ref=", "other="),
        reading("M").replace("<Meter>", "<Meter/><Meter>"),
        reading("M").replace("<Meter>", "<Meter><status/>"),
        reading("M").replace("<Meter>", "<Meter><Names/>"),
        reading("M").replace("<Meter>", "<valuesInterval/><Meter>"),
        reading("M").replace(
            "<Meter>", "<valuesInterval><start>2026-01-13T00:00:00Z</start><end/></valuesInterval><Meter>"
        ),
        reading("M").replace("<Meter>", "<Meter>t"),
        reading("M").replace("</MeterReading>", "<Readings><value>1</value></Readings></MeterReading>"),
        reading("M").replace("</MeterReading>", "<Readings><reason>why</reason></Readings></MeterReading>"),
        reading("M").replace("<IntervalBlocks>", "<isCoincidentTrigger>true</isCoincidentTrigger><IntervalBlocks>"),
        reading("M").replace("<IntervalReadings>", "<!-- c --><IntervalReadings>").replace("<value>1", "<value> "),
    ],
)
def test_what_is_not_plain_gives_the_rows_and_findings_of_the_objects(odd: str) -> None:
    whole = cim.load(document(odd, reading("N")))
    stream = cim.columns.readings(document(odd, reading("N")))
    found = stream.table().to_pylist()
    objects = whole.message.payload.content[0].meter_reading
    values = [value.value for item in objects for block in item.interval_blocks for value in block.interval_readings]
    registers = [value.value for item in objects for value in item.readings]
    assert [row["value"] for row in found if row["kind"] == "interval"] == values
    assert [row["value"] for row in found if row["kind"] == "register"] == registers
    assert {finding for _, finding in stream.findings} == set(whole.findings)


@pytest.mark.parametrize(
    ("text", "moment", "offset", "kept"),
    [
        ("2026-01-13T00:15:00Z", dt.datetime(2026, 1, 13, 0, 15), 0, None),
        ("2026-01-13T00:15:00-05:30", dt.datetime(2026, 1, 13, 5, 45), -330, None),
        ("2026-01-13T00:15:00", dt.datetime(2026, 1, 13, 0, 15), None, None),
        ("2026-01-13T24:00:00Z", dt.datetime(2026, 1, 14), 0, "2026-01-13T24:00:00Z"),
        ("2026-01-13T00:15:00.1234567Z", dt.datetime(2026, 1, 13, 0, 15, 0, 123456), 0, "2026-01-13T00:15:00.1234567Z"),
        ("12026-01-13T00:15:00Z", None, None, "12026-01-13T00:15:00Z"),
        ("9999-12-31T23:59:59-14:00", None, -840, "9999-12-31T23:59:59-14:00"),
        ("0001-01-01T00:00:00+14:00", None, 840, "0001-01-01T00:00:00+14:00"),
        ("9999-12-31T23:59:59.9999999-14:00", None, -840, "9999-12-31T23:59:59.9999999-14:00"),
        ("yesterday", None, None, "yesterday"),
        ("", None, None, ""),
    ],
)
def test_times_are_exact(text: str, moment: dt.datetime | None, offset: int | None, kept: str | None) -> None:
    row = stamped(text)
    assert row["time_stamp"] == (moment.replace(tzinfo=dt.UTC) if moment is not None else None)
    assert row["time_stamp_offset"] == offset
    assert row["kept"] == ([{"column": "time_stamp", "text": kept}] if kept is not None else None)


@pytest.mark.parametrize(
    ("text", "exact", "number"),
    [
        ("1", Decimal(1), 1.0),
        ("-0.5", Decimal("-0.5"), -0.5),
        (" 7 ", Decimal(7), 7.0),
        ("+3", Decimal(3), 3.0),
        ("0.1234567890123", None, 0.1234567890123),
        ("0.100000000000000000", Decimal("0.1"), 0.1),
        ("47.5" + "0" * 37, Decimal("47.5"), 47.5),
        ("47.5" + "0" * 200, Decimal("47.5"), 47.5),
        ("47.5" + "0" * 5000, Decimal("47.5"), 47.5),
        ("9" * 26 + "." + "9" * 12 + "0", Decimal("9" * 26 + "." + "9" * 12), 1e26),
        ("1e-999999999", None, 0.0),
        ("1e999999999", None, None),
        ("0e999999999", Decimal(0), 0.0),
        ("-0e-999999999", Decimal(0), 0.0),
        ("1e3", Decimal(1000), 1000.0),
        ("123456789012345678901234567", None, 1.2345678901234568e26),
        ("0E-99", Decimal(0), 0.0),
        ("1e999", None, None),
        ("n/a", None, None),
        ("NaN", None, None),
        ("", None, None),
    ],
)
def test_numbers_are_exact_or_kept(text: str, exact: Decimal | None, number: float | None) -> None:
    kept = [{"column": "value", "text": text}]
    one, two = rows(reading("M", text), values="decimal")[0], rows(reading("M", text), values="float")[0]
    assert (one["value"], one["kept"]) == (exact, kept if exact is None else None)
    assert (two["value"], two["kept"]) == (number, kept if number is None else None)
    assert rows(reading("M", text))[0]["value"] == text


def test_a_pending_calculation_stays_with_its_values() -> None:
    pending = (
        "<PendingCalculation><multiplyBeforeAdd>true</multiplyBeforeAdd><offset>5</offset>"
        f"<scalarFloat>0.5</scalarFloat><ReadingType ref='{TYPE}'/></PendingCalculation>"
    )
    row = rows(reading("M").replace("<ReadingType", f"{pending}<ReadingType"))[0]
    assert row["pending"] == {
        "reading_type": TYPE,
        "multiply_before_add": True,
        "offset": "5",
        "scalar_denominator": None,
        "scalar_float": 0.5,
        "scalar_numerator": None,
    }


def test_parts_of_a_calculation_that_are_no_values_are_kept_with_each_row() -> None:
    pending = (
        "<PendingCalculation><multiplyBeforeAdd>often</multiplyBeforeAdd><offset>x</offset><scalarFloat>1e400</scalarFloat>"
        f"<ReadingType ref='{TYPE}'/></PendingCalculation>"
    )
    block = reading("M").replace("<ReadingType", f"{pending}<ReadingType")
    value = "<IntervalReadings><value>1</value></IntervalReadings>"
    found = rows(block.replace("<IntervalReadings>", f"{value}<IntervalReadings>"))
    assert len(found) == 2
    for row in found:
        assert (row["pending"]["multiply_before_add"], row["pending"]["scalar_float"]) == (None, None)
        assert row["pending"]["offset"] == "x"
        assert row["kept"] == [
            {"column": "pending.multiply_before_add", "text": "often"},
            {"column": "pending.scalar_float", "text": "1e400"},
        ]


def test_a_mark_that_no_run_has_is_no_run() -> None:
    many = reading("M").partition("<IntervalBlocks>")[2].partition("<ReadingType")[0] * 9
    item = reading("M").replace("<ReadingType", f'{many}<IntervalReadings\tn="2"/><ReadingType')
    data = document(reading("N").replace("<ReadingType", f"{many}<ReadingType"), item)
    values = [
        value.value
        for one in cim.load(data).message.payload.content[0].meter_reading
        for block in one.interval_blocks
        for value in block.interval_readings
    ]
    assert [row["value"] for row in cim.columns.readings(data.encode()).table().to_pylist()] == values


def test_schemas_are_named_versioned_and_described() -> None:
    for name, table in cim.columns.TABLES.items():
        schema = cim.columns.schema_of(name)
        assert schema.metadata == {b"cim61968_9.table": name.encode(), b"cim61968_9.schema_version": b"1"}
        assert schema.names == [column.name for column in table.columns]
        assert all(field.metadata[b"meaning"] for field in schema)
    assert getattr(cim.columns, "meters")([]).schema == cim.columns.schema_of("meters")  # noqa: B009


def test_any_library_takes_the_stream() -> None:
    stream = cim.columns.readings(DAY)
    assert pa.schema(stream) == stream.schema
    assert pa.table(stream).num_rows == 5
    assert cim.columns.readings(DAY).reader().read_all().num_rows == 5


@pytest.mark.parametrize("batch_rows", [1, 2, 3, 100])
def test_batches_have_no_more_rows_than_was_asked_for(batch_rows: int) -> None:
    sizes = [batch.num_rows for batch in cim.columns.readings([DAY, DAY], batch_rows=batch_rows)]
    assert sum(sizes) == 10
    assert max(sizes) <= batch_rows


def test_batches_have_fewer_rows_where_texts_are_long(monkeypatch: pytest.MonkeyPatch) -> None:
    long = document(reading("M", "9" * 6000)).encode()
    monkeypatch.setattr(made, "_MOST_TEXT", 5000)
    for sources in ([long] * 3, [io.BytesIO(long) for _ in range(3)]):
        assert [batch.num_rows for batch in cim.columns.readings(sources)] == [1, 1, 1]
    short = document(*(reading(f"M-{number}") for number in range(50)))
    assert [batch.num_rows for batch in cim.columns.readings(short)] == [50]


@pytest.mark.parametrize("name", ["caf\udce9.xml", "\ud800.xml"])
def test_a_name_that_is_no_text_can_be_told(name: str) -> None:
    stream = io.BytesIO(DAY.encode())
    stream.name = name  # type: ignore[misc]
    found = cim.columns.readings([stream, Path("none") / name], errors="keep")
    told = {"caf\udce9.xml": r"caf\xe9.xml", "\ud800.xml": r"\ud800.xml"}[name]
    assert {row["file"] for row in found.table().to_pylist()} == {told}
    assert [done.file for done in found.outcomes] == [told, str(Path("none") / told)]


def test_many_sources_are_told_apart(tmp_path: Path) -> None:
    one, two = tmp_path / "one.xml", tmp_path / "two.xml.gz"
    one.write_text(DAY)
    two.write_bytes(gzip.compress(DAY.encode()))
    stream = cim.columns.readings([one, str(two), io.BytesIO(DAY.encode())])
    table = stream.table().to_pylist()
    assert [(row["file"], row["item"]) for row in table] == [
        (file, number) for file in (str(one), str(two), "stream") for number in range(1, 6)
    ]
    assert [(done.file, done.rows, done.ok) for done in stream.outcomes] == [
        (str(one), 5, True),
        (str(two), 5, True),
        ("stream", 5, True),
    ]


def test_a_compressed_payload_has_its_rows() -> None:
    packed = cim.to_bytes(cim.compress(cim.read(DAY)))
    assert cim.columns.readings(packed).table().num_rows == 5


def test_no_source_gives_an_empty_table() -> None:
    assert cim.columns.readings([]).table().num_rows == 0


# ---------------------------------------------------------------------- what breaks


BROKEN = DAY[: DAY.index("M-3")]


def test_a_broken_source_is_the_error_and_its_last_rows_are_not_handed_out() -> None:
    stream = cim.columns.readings([DAY, BROKEN, DAY])
    found: list[Any] = []
    with pytest.raises(cim.NotWellFormedError):
        found.extend(batch for batch in iter(stream) if found.append(batch))
    assert sum(batch.num_rows for batch in found) == 5
    assert [done.ok for done in stream.outcomes] == [True, False]


def test_errors_can_be_kept_with_the_rows_before_the_break(tmp_path: Path) -> None:
    stream = cim.columns.readings([BROKEN, tmp_path / "none.xml", "<a/>", DAY], errors="keep")
    assert stream.table().num_rows == 3 + 5
    assert [type(done.error) for done in stream.outcomes] == [
        cim.NotWellFormedError,
        FileNotFoundError,
        cim.UnknownMessageError,
        type(None),
    ]
    assert [done.rows for done in stream.outcomes] == [3, 0, 0, 5]


def test_another_noun_is_an_error_and_not_nothing() -> None:
    with pytest.raises(
        cim.UnknownMessageError, match="found MeterReadings, expected MeterConfig or CustomerMeterDataSet"
    ):
        cim.columns.meters(DAY).table()


EVENTS = (
    '<EndDeviceEvents xmlns="http://iec.ch/TC57/2011/EndDeviceEvents#"><EndDeviceEvent odd="1"><mRID>E</mRID>'
    "</EndDeviceEvent></EndDeviceEvents>"
)
BESIDE = {
    "before": DAY.replace("<Payload>", f"<Payload>{EVENTS}"),
    "behind": DAY.replace("</Payload>", f"{EVENTS}</Payload>"),
}


@pytest.mark.parametrize("errors", ["raise", "keep", "drop"])
@pytest.mark.parametrize("place", BESIDE)
def test_another_noun_beside_takes_nothing_away(place: str, errors: Any) -> None:
    stream = cim.columns.readings(BESIDE[place], errors=errors)
    table = stream.table().to_pylist()
    first = 2 if place == "before" else 1
    assert [(row["item"], row["meter_mrid"]) for row in table] == [(first + n, f"M-{n}") for n in range(5)]
    assert [(done.rows, done.error) for done in stream.outcomes] == [(5, None)]
    assert {finding for _, finding in stream.findings} == set(cim.load(BESIDE[place]).findings)
    with pytest.raises(cim.WrongNounError) as raised:
        cim.columns.meters(BESIDE[place]).table()
    assert set(raised.value.found.split(", ")) == {"MeterReadings", "EndDeviceEvents"}


def test_a_payload_without_envelope_of_another_noun_ends_at_once() -> None:
    event = "<EndDeviceEvent><mRID>E</mRID><reason>a test of the meter</reason></EndDeviceEvent>"
    with pytest.raises(cim.WrongNounError, match="found EndDeviceEvents"):
        cim.columns.readings(Endless(EVENTS.replace("</EndDeviceEvents>", event * 20).encode())).table()


class Failing(io.RawIOBase):
    """A stream that fails in a way that nobody knows."""

    def __init__(self, data: str) -> None:
        self._data = [data.encode()]

    def read(self, _size: int = -1) -> bytes:
        if not self._data:
            raise RuntimeError("out of order")
        return self._data.pop()


def test_an_error_of_any_kind_is_that_of_its_source() -> None:
    stream = cim.columns.readings([Failing(BROKEN), DAY], errors="keep")
    assert stream.table().num_rows == 3 + 5
    assert [(done.rows, type(done.error)) for done in stream.outcomes] == [(3, RuntimeError), (5, type(None))]
    with pytest.raises(RuntimeError, match="out of order"):
        cim.columns.readings(Failing(BROKEN)).table()


def test_rows_that_are_made_by_half_are_none() -> None:
    stream = cim.columns.readings([document(reading("M").replace("<Meter>", "<Meter odd='1'>")), DAY], errors="keep")

    def broken(_item: Any) -> Any:
        yield {"value": "1"}
        yield {"time_stamp": "x", "source": "s", "meter_mrid": 1, "value": object}
        raise RuntimeError

    stream._rows_of = broken
    assert stream.table().column("value").to_pylist() == ["1"] * 5
    assert [done.rows for done in stream.outcomes] == [0, 5]


class Full(io.BytesIO):
    """A file on a disk that is full."""

    def write(self, _data: Any) -> int:
        raise OSError(28, "No space left on device")

    def close(self) -> None:
        super().close()
        raise OSError(28, "No space left on device")


def test_no_room_for_rows_that_wait_is_no_error_of_the_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "Held", lambda schema: Held(schema, most=0))
    assert cim.columns.readings([DAY, BROKEN], errors="drop", batch_rows=1).table().num_rows == 5
    monkeypatch.setattr("tempfile.TemporaryFile", Full)
    stream = cim.columns.readings([DAY, DAY], errors="drop", batch_rows=1)
    with pytest.raises(
        cim.ExportError, match="cannot be written to: no space left on device; make room, or set TMPDIR"
    ):
        stream.table()
    assert stream.outcomes == []


def test_findings_have_the_name_of_the_source() -> None:
    stream = cim.columns.readings([DAY, ODD])
    stream.table()
    assert {(file, finding) for file, finding in stream.findings} == {
        ("text", finding) for finding in cim.load(ODD).findings
    }


def test_a_stream_can_be_closed_early(tmp_path: Path) -> None:
    path = tmp_path / "day.xml"
    path.write_text(DAY)
    stream = cim.columns.readings(path, batch_rows=1)
    next(iter(stream))
    stream.close()
    assert list(stream) == []


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"values": "int"}, "values is 'int'; expected 'text', 'decimal' or 'float'"),
        ({"errors": "skip"}, "errors is 'skip'; expected 'raise', 'keep' or 'drop'"),
        ({"batch_rows": 0}, "batch_rows is 0; expected at least 1"),
    ],
)
def test_options_that_are_none_are_refused(options: Any, text: str) -> None:
    with pytest.raises(ValueError, match=text):
        cim.columns.readings(DAY, **options)


def test_a_missing_extra_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match=r'pip install "cim61968-9\[arrow\]"'):
        _arrow.arrow()


# ---------------------------------------------------------------------- other tables


def test_events_of_events_and_of_readings(examples: Path) -> None:
    table = cim.columns.events(examples / "outage-event.xml").table().to_pylist()
    events = cim.read(examples / "outage-event.xml", mode="raw").payload.content[0].end_device_event
    assert [row["mrid"] for row in table] == [event.mrid for event in events]
    assert [row["asset_mrid"] for row in table] == [event.assets.mrid for event in events]
    assert [len(row["details"]) for row in table] == [len(event.end_device_event_details) for event in events]
    event = (
        "<EndDeviceEvents><createdDateTime>2026-01-13T00:00:00</createdDateTime><EndDeviceEventType ref='3.26.0.85'/>"
    )
    inside = reading("M").replace("<IntervalBlocks>", f"{event}</EndDeviceEvents><IntervalBlocks>")
    (row,) = cim.columns.events(document(inside)).table().to_pylist()
    assert (row["event_type"], row["created_offset"], row["item"]) == ("3.26.0.85", None, 1)


def test_a_control_has_a_row_for_each_target() -> None:
    data = (
        '<EndDeviceControls xmlns="http://iec.ch/TC57/2011/EndDeviceControls#"><EndDeviceControl><mRID>C</mRID>'
        "<drProgramLevel>99999999999999999999</drProgramLevel><EndDeviceControlType ref='3.31.0.23'/>"
        "<EndDevices><mRID>D</mRID></EndDevices><primaryDeviceTiming><duration>x</duration><interval>"
        "<start>2026-01-13T00:00:00Z</start></interval></primaryDeviceTiming><UsagePoints><mRID>U</mRID></UsagePoints>"
        "</EndDeviceControl><EndDeviceControl><EndDeviceControlType ref='3.31.0.18'/></EndDeviceControl>"
        "</EndDeviceControls>"
    )
    table = cim.columns.controls(data).table().to_pylist()
    assert [(row["target"], row["target_mrid"]) for row in table] == [
        ("EndDevices", "D"),
        ("UsagePoints", "U"),
        (None, None),
    ]
    kept = sorted((one["column"], one["text"]) for one in table[0]["kept"])
    assert kept == [("dr_program_level", "99999999999999999999"), ("duration", "x")]
    assert table[0]["start"] == dt.datetime(2026, 1, 13, tzinfo=dt.UTC)


def test_usage_points_and_meters_of_an_operation_set(examples: Path) -> None:
    with pytest.raises(cim.UnknownMessageError, match="found OperationSet"):
        cim.columns.meters(examples / "master-data.xml").table()


def test_usage_points() -> None:
    data = (
        '<UsagePointConfig xmlns="http://iec.ch/TC57/2011/UsagePointConfig#"><UsagePoint><mRID>U</mRID>'
        "<isSdp>true</isSdp><phaseCode>ABC</phaseCode><ratedCurrent>NaN</ratedCurrent><Names><name>N</name></Names>"
        "<ServiceCategory><kind>electricity</kind></ServiceCategory></UsagePoint></UsagePointConfig>"
    )
    (row,) = cim.columns.usage_points(data).table().to_pylist()
    assert (row["mrid"], row["is_sdp"], row["phase_code"], row["service_kind"]) == ("U", True, "ABC", "electricity")
    assert row["rated_current"] != row["rated_current"]


def test_runs_forget_from_the_end() -> None:
    runs = Runs()
    for value in (1, 1, True, None, None):
        runs.add(value)
    runs.add("x", 0)
    assert runs.spread() == [1, 1, True, None, None]
    runs.cut_to(3)
    assert runs.spread() == [1, 1, True]
    runs.cut_to(0)
    assert runs.spread() == []
