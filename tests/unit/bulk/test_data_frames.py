"""Frames of three libraries, and messages of frames."""

from __future__ import annotations

import datetime as dt
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from unit.bulk.test_stream import DAY

import cim61968_9 as cim

TYPE = "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
FRAME = pd.DataFrame(
    {
        "meter_name": ["A", "B", "A"],
        "reading_type": [TYPE] * 3,
        "time_stamp": pd.to_datetime(["2026-01-13T00:15:00Z"] * 3, utc=True),
        "value": [1.5, 2.0, float("nan")],
    }
)


def payloads(messages: Any) -> list[Any]:
    return [message.payload.one(cim.MeterReadings) for message in messages]


def test_a_frame_of_pandas() -> None:
    frame = cim.frames.to_pandas(DAY, values="float")
    assert frame["value"].tolist() == [1.0] * 5
    assert str(frame["meter_mrid"].dtype) == "category"
    exact = cim.frames.to_pandas(DAY, values="decimal", arrow_types=True)
    assert exact["value"].tolist() == [Decimal(1)] * 5
    assert str(exact["time_stamp"].dtype) == "timestamp[us, tz=UTC][pyarrow]"


def test_a_frame_of_polars() -> None:
    frame = cim.frames.to_polars(cim.columns.readings(DAY, values="float"))
    assert frame["value"].sum() == 5.0
    assert frame["meter_mrid"].cast(pl.String).to_list() == [f"M-{number}" for number in range(5)]


def test_a_relation_of_duckdb(tmp_path: Path) -> None:
    relation = cim.frames.to_duckdb(DAY, values="float")
    assert relation.aggregate("sum(value)").fetchall() == [(5.0,)]
    assert relation.aggregate("sum(value)").fetchall() == [(5.0,)]
    with duckdb.connect(tmp_path / "day.duckdb") as link:
        made = cim.frames.to_duckdb([DAY, DAY], connection=link, name='my "day"')
        assert made.aggregate("count(*)").fetchall() == [(10,)]
        assert link.execute('select count(*) from "my ""day"""').fetchall() == [(10,)]
        with pytest.raises(cim.XmlError):
            cim.frames.to_duckdb(DAY[:-30], connection=link, name="broken")
        assert link.execute("select count(*) from duckdb_tables() where table_name = 'broken'").fetchall() == [(0,)]


def test_other_tables_become_frames(examples: Path) -> None:
    frame = cim.frames.to_polars(examples / "outage-event.xml", table="events")
    assert frame.height == 4


def test_a_table_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="table is 'bills'; expected one of readings, events"):
        cim.frames.to_pandas(DAY, table="bills")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="found values beside a stream that was made already"):
        cim.frames.to_pandas(cim.columns.readings(DAY), values="float")


@pytest.mark.parametrize("library", ["pandas", "polars", "duckdb"])
def test_a_missing_library_names_the_command(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ImportError, match=rf'pip install "cim61968-9\[{library}\]"'):
        getattr(cim.frames, f"to_{library}")(DAY)


def test_rows_of_a_meter_become_one_reading() -> None:
    (readings,) = payloads(cim.frames.to_messages(FRAME, source="Northmoor-MDM"))
    assert [item.meter.names[0].name for item in readings.meter_reading] == ["A", "B"]
    values = [value.value for value in readings.meter_reading[0].interval_blocks[0].interval_readings]
    assert values == ["1.5", None]
    stamp = readings.meter_reading[0].interval_blocks[0].interval_readings[0].time_stamp
    assert cim.to_bytes(cim.MeterReadings(meter_reading=readings.meter_reading)).count(b"2026-01-13T00:15:00Z") == 3
    assert stamp == dt.datetime(2026, 1, 13, 0, 15, tzinfo=dt.UTC)


def test_header_options_go_into_the_header() -> None:
    (message,) = cim.frames.to_messages(FRAME, source="Northmoor-MDM", new_id=lambda: "id-1", verb="changed")
    assert (message.header.verb, message.header.source, message.header.message_id) == (
        "changed",
        "Northmoor-MDM",
        "id-1",
    )


@pytest.mark.parametrize(("most", "sizes"), [(1, [1, 1, 1]), (2, [2, 1]), (3, [3])])
def test_messages_are_split_by_count(most: int, sizes: list[int]) -> None:
    messages = list(cim.frames.to_messages(FRAME, max_readings=most, source="Northmoor-MDM"))
    counts = [
        sum(len(block.interval_readings) for item in one.meter_reading for block in item.interval_blocks)
        for one in payloads(messages)
    ]
    assert counts == sizes


def test_messages_are_split_by_size() -> None:
    assert len(list(cim.frames.to_messages(FRAME, max_bytes=1, source="Northmoor-MDM"))) == 2
    assert len(list(cim.frames.to_messages(FRAME, max_bytes=100_000, source="Northmoor-MDM"))) == 1


def test_readings_can_be_grouped_by_other_columns() -> None:
    frame = FRAME.assign(day=[1, 2, 3])
    (readings,) = payloads(cim.frames.to_messages(frame, by="day", source="Northmoor-MDM"))
    assert len(readings.meter_reading) == 3


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("007", "007"),
        (5, "5"),
        (Decimal("5.000"), "5"),
        (Decimal(100), "100"),
        (1e22, "1" + "0" * 22),
        (1e-7, "0.0000001"),
    ],
)
def test_values_are_written_exactly(value: Any, text: str) -> None:
    table = pa.table({"meter_mrid": ["M"], "reading_type": [TYPE], "value": [value]})
    (readings,) = payloads(cim.frames.to_messages(table, source="Northmoor-MDM"))
    assert readings.meter_reading[0].interval_blocks[0].interval_readings[0].value == text


PENDING = (
    "<PendingCalculation><multiplyBeforeAdd>{}</multiplyBeforeAdd><offset>{}</offset><scalarFloat>{}</scalarFloat>"
    f"<ReadingType ref='{TYPE}'/></PendingCalculation><ReadingType"
)


@pytest.mark.parametrize(
    ("parts", "stamp"),
    [
        (("true", "5", "0.5"), "2026-01-13T00:15:00Z"),
        (("0", "9" * 5000, "1e400"), "9999-12-31T23:59:59-14:00"),
    ],
)
def test_what_columns_keep_comes_back(parts: tuple[str, ...], stamp: str) -> None:
    data = DAY.replace("<ReadingType ref", PENDING.format(*parts) + " ref").replace("2026-01-13T00:15:00Z", stamp)
    (readings,) = payloads(cim.frames.to_messages(cim.columns.readings(data).table(), source="Northmoor-MDM"))
    assert readings.meter_reading == cim.load(data).message.payload.content[0].meter_reading


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("often", "5", "0.5"), "found 'often' in pending.multiply_before_add, expected true, false, 1 or 0"),
        (("true", "x", "0.5"), "found 'x' in pending.offset, expected a whole number"),
    ],
)
def test_what_was_no_value_is_not_written(parts: tuple[str, ...], text: str) -> None:
    table = cim.columns.readings(DAY.replace("<ReadingType ref", PENDING.format(*parts) + " ref")).table()
    with pytest.raises(ValueError, match=text):
        list(cim.frames.to_messages(table, source="Northmoor-MDM"))


def test_a_relation_and_a_batch_are_frames_too() -> None:
    relation = cim.frames.to_duckdb(DAY)
    (batch,) = cim.columns.readings(DAY)
    for frame in (relation, batch):
        (readings,) = payloads(cim.frames.to_messages(frame, source="Northmoor-MDM"))
        assert readings.meter_reading == cim.read(DAY).payload.content[0].meter_reading


@pytest.mark.parametrize(
    ("frame", "options", "text"),
    [
        (pa.table({"value": [1]}), {}, "no column reading_type and no meter_mrid; it has value"),
        (FRAME, {"by": "day"}, "no column day"),
        (FRAME, {"max_readings": 0}, "max_readings is 0; expected at least 1"),
        (7, {}, "found int, expected a frame of pandas, polars, DuckDB or Arrow"),
        (FRAME.assign(value=[True] * 3), {}, "found True as a value"),
        (FRAME.assign(value=[float("inf")] * 3), {}, "found inf as a value, expected a finite number"),
        (FRAME.assign(time_stamp=["x"] * 3), {}, "found 'x' in time_stamp, expected a time"),
    ],
)
def test_a_frame_that_has_no_readings_is_refused(frame: Any, options: Any, text: str) -> None:
    with pytest.raises(ValueError, match=text):
        list(cim.frames.to_messages(frame, source="Northmoor-MDM", **options))
