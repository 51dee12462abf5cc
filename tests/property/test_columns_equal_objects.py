"""Law: the rows of a table are those that the objects of the message give, in order, over odd input too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from odd_documents import BULKY, Dribble, changed_places, documents

import cim61968_9 as cim
from cim61968_9.columns import cutting
from cim61968_9.xml.values import ExactDateTime

FEWER = settings(max_examples=max(5, settings.default.max_examples // 3))  # each is a whole document

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
TABLES = {
    "readings": "MeterReadings",
    "events": "EndDeviceEvents",
    "controls": "EndDeviceControls",
    "usage_points": "UsagePointConfig",
    "meters": "MeterConfig",
}


@pytest.fixture(autouse=True, scope="module")
def _cut_out_of_small_documents() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cutting, "_FEWEST", 1)
        yield


def roots(message: Any) -> list[Any]:
    payload = getattr(message, "payload", None)
    found = [message] if payload is None else payload.content
    return [root for root in found if isinstance(root, cim.Element)]


def time_of(value: Any, row: dict[str, Any], name: str) -> None:
    """Put a time into a row as the reference has it: UTC, and the text where that says more."""
    row[name] = None
    if isinstance(value, dt.datetime):
        plain = dt.datetime.combine(value.date(), value.timetz())
        row[name] = plain.replace(tzinfo=dt.UTC) if plain.tzinfo is None else plain
        if isinstance(value, ExactDateTime) and value.lexical is not None:
            row["kept"].append({"column": name, "text": value.lexical})
    elif value is not None:
        row["kept"].append({"column": name, "text": str(value)})


def names_of(obj: Any, row: dict[str, Any], prefix: str) -> None:
    row[f"{prefix}_mrid"] = row[f"{prefix}_name"] = row[f"{prefix}_name_type"] = None
    if obj is not None:
        row[f"{prefix}_mrid"] = obj.mrid
        if obj.names:
            row[f"{prefix}_name"] = obj.names[0].name
            row[f"{prefix}_name_type"] = obj.names[0].name_type.name if obj.names[0].name_type is not None else None


def expected(message: Any) -> list[dict[str, Any]]:
    """Return the rows of a message, written down as plainly as can be."""
    rows = []
    items = [item for root in roots(message) for item in root.meter_reading]
    for number, item in enumerate(items, 1):
        values = [
            (block, reading, place)
            for place, block in enumerate(item.interval_blocks, 1)
            for reading in block.interval_readings
        ]
        values += [(None, reading, None) for reading in item.readings]
        for block, reading, place in values:
            row: dict[str, Any] = {"item": number, "block": place, "kept": []}
            row["kind"] = "register" if block is None else "interval"
            row["reading_type"] = (reading if block is None else block).reading_type
            row["value"] = reading.value
            row["source"] = reading.source
            row["reason"] = str(reading.reason) if block is None and reading.reason is not None else None
            row["qualities"] = [quality.reading_quality_type for quality in reading.reading_qualities]
            names_of(item.meter, row, "meter")
            names_of(item.usage_point, row, "usage_point")
            period = reading.time_period
            time_of(reading.time_stamp, row, "time_stamp")
            offset = reading.time_stamp.utcoffset() if isinstance(reading.time_stamp, dt.datetime) else None
            row["time_stamp_offset"] = None if offset is None else int(offset.total_seconds()) // 60
            time_of(reading.reported_date_time, row, "reported")
            time_of(period.start if period else None, row, "period_start")
            time_of(period.end if period else None, row, "period_end")
            pending = block.pending_calculation if block is not None else None
            row["pending"] = None if pending is None else pending.reading_type
            rows.append(row)
    return rows


def found(stream: Any) -> list[dict[str, Any]]:
    rows = stream.table().to_pylist()
    for row in rows:
        del row["file"]
        row["pending"] = None if row["pending"] is None else row["pending"]["reading_type"]
        row["kept"] = row["kept"] or []
    return rows


def in_order(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"kept": sorted((one["column"], one["text"]) for one in row["kept"])}


@FEWER
@given(documents(("MeterReadings",)), st.sampled_from([1, 100, 1 << 18]), st.sampled_from([1, 3, 65536]))
def test_readings_are_those_of_the_objects(data: bytes, size: int, batch_rows: int) -> None:
    try:
        whole = cim.load(data)
    except cim.Cim61968Error as error:
        with pytest.raises(type(error)):
            cim.columns.readings(Dribble(data, size)).table()
        return
    for source in (Dribble(data, size), data):  # what is small and in memory is tried at once
        stream = cim.columns.readings(source, batch_rows=batch_rows)
        assert list(map(in_order, found(stream))) == list(map(in_order, expected(whole.message)))
        findings = [finding for _, finding in stream.findings]
        assert set(changed_places(findings)) == set(changed_places(whole.findings))


@FEWER
@given(documents(("MeterReadings",)))
def test_values_are_the_exact_numbers(data: bytes) -> None:
    try:
        texts = cim.columns.readings(data).table().column("value").to_pylist()
    except cim.Cim61968Error:
        return
    exact = cim.columns.readings(data, values="decimal").table().to_pylist()
    assert len(exact) == len(texts)
    for text, row in zip(texts, exact, strict=True):
        kept = [one["text"] for one in row["kept"] or [] if one["column"] == "value"]
        if row["value"] is not None:
            assert (Decimal(text.strip()), kept) == (row["value"], [])
        else:
            assert kept == ([] if text is None else [text])


@FEWER
@given(st.sampled_from(sorted(TABLES)).flatmap(lambda table: st.tuples(st.just(table), documents((TABLES[table],)))))
def test_every_item_has_its_rows(case: tuple[str, bytes]) -> None:
    table, data = case
    try:
        whole = cim.load(data)
    except cim.Cim61968Error:
        return
    stream = getattr(cim.columns, table)(data)
    rows = stream.table().to_pylist()
    assert set(changed_places(found for _, found in stream.findings)) == set(changed_places(whole.findings))
    wanted = [str(item.mrid) for root in roots(whole.message) for item in mains(table, root) if item.mrid is not None]
    if table != "readings":
        seen = dict.fromkeys((row["item"], row["mrid"]) for row in rows)
        assert sorted(mrid for _, mrid in seen if mrid is not None) == sorted(wanted)


def mains(table: str, root: Any) -> list[Any]:
    names = {
        "readings": "meter_reading",
        "events": "end_device_event",
        "controls": "end_device_control",
        "usage_points": "usage_point",
        "meters": "meter",
    }
    return [] if table == "readings" else list(getattr(root, names[table]))


def test_every_bulky_noun_has_a_table() -> None:
    assert set(BULKY) == set(TABLES.values())
