"""What the data source promises, kept in real Spark: a JVM, and workers that are processes of their own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from unit.bulk.test_stream import DAY, document, reading

import cim61968_9 as cim
from cim61968_9.columns import TABLES
from cim61968_9.spark.options import options_of
from cim61968_9.spark.types import arrow_schema

BROKEN = ["gone.xml", "noun.xml", "root.xml", "truncated.xml"]
MANY = 3_000


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inbox")
    for name in ("good/below", "bad", "empty"):
        (folder / name).mkdir(parents=True)
    (folder / "good" / "a.xml").write_text(DAY)
    (folder / "good" / "below" / "b.xml").write_text(document(reading("Z-1", "1.5"), reading("Z-2", "many")))
    (folder / "bad" / "truncated.xml").write_text(document(*(reading(f"M-{n}") for n in range(300)))[:-40])
    (folder / "bad" / "noun.xml").write_text(
        DAY.replace("MeterReadings", "EndDeviceEvents").replace("MeterReading", "X")
    )
    (folder / "bad" / "root.xml").write_text("<other/>")
    (folder / "bad" / "gone.xml").symlink_to(folder / "nowhere.xml")
    return folder


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    for number in range(MANY):
        path = folder / f"{number % 10}" / f"{number:05}.xml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(document(reading(f"M-{number}", str(number)), reading(f"N-{number}", "1")))
    return folder


def paths_of(table: str, examples: Path, tmp_path: Path) -> list[str]:
    samples = {"usage_points": "UsagePointConfig", "meters": "MeterConfig"}
    if table in samples:
        cim.write(cim.sample(samples[table]), tmp_path / "sample.xml")
        return [str(tmp_path / "sample.xml")]
    names = {"readings": ["interval-day", "reply-with-errors"], "events": ["outage-event"]}
    return [str(examples / f"{name}.xml") for name in names.get(table, ["disconnect-request"])]


def format_of(session: Any, **options: Any) -> Any:
    return session.read.format("cim61968_9").options(**options)


def same(table: str, found: pa.Table, paths: list[str], **options: Any) -> None:
    expected = getattr(cim.columns, table)(cim.sources.find(paths), **options).table()
    schema = arrow_schema(options_of({"path": "a", "table": table, **options}), with_error=False)
    assert found.num_rows > 0
    assert found.cast(schema).to_pylist() == expected.cast(schema).to_pylist()


@pytest.mark.parametrize("table", list(TABLES))
def test_every_table_is_that_of_the_columns(session: Any, table: str, examples: Path, tmp_path: Path) -> None:
    paths = paths_of(table, examples, tmp_path)
    found = format_of(session, table=table).load(paths).toArrow()
    assert found.column("_error").null_count == found.num_rows
    same(table, found.drop_columns("_error"), paths)


@pytest.mark.parametrize("values", ["text", "decimal", "float"])
def test_values_are_those_of_the_columns(session: Any, values: str, inbox: Path) -> None:
    found = format_of(session, values=values, mode="failfast").load(str(inbox / "good")).toArrow()
    same("readings", found, [str(inbox / "good")], values=values)


def test_columns_have_their_meaning_as_comment(session: Any, inbox: Path) -> None:
    schema = format_of(session).load(str(inbox / "good")).schema
    assert schema["meter_mrid"].metadata["comment"] == "mRID of the meter"


def test_thousands_of_files_are_spread_over_partitions(session: Any, many: Path) -> None:
    frame = format_of(session).load(str(many))
    assert frame.rdd.getNumPartitions() == 2 * session.sparkContext.defaultParallelism
    counts = [row["count"] for row in frame.selectExpr("spark_partition_id() p").groupBy("p").count().collect()]
    assert sum(counts) == 2 * MANY
    assert max(counts) - min(counts) <= 10
    total, names = frame.selectExpr("sum(cast(value as bigint))", "count(distinct meter_mrid)").collect()[0]
    assert (total, names) == (MANY * (MANY - 1) // 2 + MANY, 2 * MANY)
    asked = format_of(session, minPartitions=13).load(str(many))
    assert asked.rdd.getNumPartitions() == 13


def test_permissive_tells_errors_as_rows(session: Any, inbox: Path) -> None:
    found = format_of(session).load([str(inbox / "bad"), str(inbox / "good")]).toArrow().to_pylist()
    told = {Path(row["file"]).name: row for row in found if row["_error"] is not None}
    assert sorted(told) == BROKEN
    for row in told.values():
        assert {name for name, value in row.items() if value is not None} == {"file", "_error"}
    assert len(found) == 300 + 7 + len(BROKEN)


def test_dropmalformed_has_no_row_of_a_broken_file(session: Any, inbox: Path) -> None:
    frame = format_of(session, mode="DROPMALFORMED").load(str(inbox))
    assert "_error" not in frame.columns
    assert sorted({Path(row.file).name for row in frame.select("file").collect()}) == ["a.xml", "b.xml"]


def test_failfast_names_file_place_and_reason(session: Any, inbox: Path) -> None:
    frame = format_of(session, mode="FAILFAST").load(str(inbox / "bad" / "truncated.xml"))
    with pytest.raises(Exception, match=r"/bad/truncated\.xml: line \d+, column \d+: not well-formed XML"):
        frame.collect()


def test_a_schema_chooses_columns(session: Any, inbox: Path) -> None:
    asked = "value decimal(38,12), _error string, time_stamp timestamp, qualities array<string>"
    frame = format_of(session, values="decimal").schema(asked).load(str(inbox))
    assert frame.columns == ["value", "_error", "time_stamp", "qualities"]
    assert frame.count() == 300 + 7 + len(BROKEN)
    assert frame.where("_error is not null").count() == len(BROKEN)
    without = format_of(session).schema("meter_mrid string").load(str(inbox))
    assert without.count() == 300 + 7


@pytest.mark.parametrize(
    ("options", "schema", "name", "text"),
    [
        ({"bill": "1"}, None, "good", "found the option 'bill'; expected some of path, "),
        ({}, "bill string", "good", "the schema has the column 'bill'; expected some of file, "),
        ({}, "value double", "good", "the schema has value as double; expected string"),
        ({}, None, "empty", "no *.xml, *.gz or *.zip in this folder; expected files that can be read"),
        ({}, None, "none.xml", "no such file or directory; expected files that can be read"),
    ],
)
def test_what_cannot_be_is_told_before_anything_is_read(
    session: Any, options: dict[str, str], schema: str | None, name: str, text: str, inbox: Path
) -> None:
    made = format_of(session, **options)
    with pytest.raises(Exception, match=re.escape(text)):
        (made.schema(schema) if schema else made).load(str(inbox / name)).rdd.getNumPartitions()
