"""The data source for Spark: options, types, partitions, policies, and a server of Connect that reads through it."""

from __future__ import annotations

import gzip
import importlib
import json
import logging
import pickle
import re
import sys
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pysail.spark import SparkConnectServer
from unit.bulk.test_stream import DAY, TYPE, document, reading

import cim61968_9 as cim
from cim61968_9 import spark as data_source
from cim61968_9.columns import TABLES, schema_of
from cim61968_9.sources import Item
from cim61968_9.spark.options import options_of
from cim61968_9.spark.planning import GROWTH, OPENING, bundled, weight
from cim61968_9.spark.types import arrow_schema, spark_schema

warnings.filterwarnings("ignore", "PySpark does not yet", FutureWarning)  # of pandas 3, while it is imported
from pyspark.sql import SparkSession, types as t  # noqa: E402

from cim61968_9.spark.source import MessageReader, MessageSource  # noqa: E402

OF_TABLE = {
    "readings": ("interval-day.xml", "reply-with-errors.xml"),
    "events": ("outage-event.xml",),
    "controls": ("disconnect-request.xml",),
    "usage_points": ("usage-points.xml",),
    "meters": ("meters.xml",),
}
ORDER = [(column, "ascending") for column in ("file", "item", "block", "time_stamp", "value")]


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of all kinds in a folder: plain, packed, in folders below, and four that cannot be read to their end."""
    folder = tmp_path_factory.mktemp("inbox")
    (folder / "good" / "below").mkdir(parents=True)
    (folder / "bad").mkdir()
    (folder / "empty").mkdir()
    (folder / "good" / "a.xml").write_text(DAY)
    (folder / "good" / "below" / "b.xml.gz").write_bytes(gzip.compress(document(reading("G", "7")).encode()))
    with zipfile.ZipFile(folder / "good" / "c.zip", "w") as archive:
        archive.writestr("one.xml", document(reading("Z-1", "1.5")))
        archive.writestr("below/two.xml", document(reading("Z-2", "many")))
    many = document(*(reading(f"M-{number}") for number in range(300)))
    (folder / "bad" / "truncated.xml").write_text(many[:-40])
    (folder / "bad" / "noun.xml").write_text(
        DAY.replace("MeterReadings", "EndDeviceEvents").replace("MeterReading", "X")
    )
    (folder / "bad" / "root.xml").write_text("<other/>")
    (folder / "bad" / "gone.xml").symlink_to(folder / "nowhere.xml")
    return folder


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> dict[str, list[str]]:
    """Files with rows for each table."""
    folder = tmp_path_factory.mktemp("tables")
    for noun, name in (("UsagePointConfig", "usage-points.xml"), ("MeterConfig", "meters.xml")):
        cim.write(cim.sample(noun), folder / name)
    return {
        table: [str(folder / name if (folder / name).exists() else examples / name) for name in names]
        for table, names in OF_TABLE.items()
    }


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    """A session of Connect, with a server in this process that knows the format."""
    types = importlib.import_module("pyspark.sql.pandas.types")
    whole = types.to_arrow_type

    def with_zone(kind: Any, *, timezone: str | None = None, **more: Any) -> Any:
        return whole(kind, timezone=timezone or "UTC", **more)

    server = SparkConnectServer()
    with pytest.MonkeyPatch.context() as patch, quiet():
        patch.setenv("SPARK_HOME", "none")  # pyspark takes a worker of xdist for a doctest, and looks for it
        patch.setattr(types, "to_arrow_type", with_zone)  # this server names no zone, without which there is an error
        server.start()
        assert server.listening_address is not None
        made = SparkSession.builder.remote(f"sc://localhost:{server.listening_address[1]}").getOrCreate()
        data_source.register(made)
        yield made
        made.stop()
    server.stop()


@contextmanager
def quiet() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        warnings.simplefilter("ignore", DeprecationWarning)
        yield


def source(path: Any, **options: Any) -> MessageSource:
    """Return the data source as Spark makes it."""
    given = {"paths": json.dumps([str(one) for one in path])} if isinstance(path, list) else {"path": str(path)}
    return MessageSource(given | {name: str(value) for name, value in options.items()})


def reader(path: Any, *, schema: t.StructType | None = None, **options: Any) -> MessageReader:
    made = source(path, **options)
    return made.reader(schema if schema is not None else made.schema())


def rows(path: Any, **options: Any) -> list[dict[str, Any]]:
    """Return all rows, each partition read by what another process would be given."""
    made = reader(path, **options)
    found: list[dict[str, Any]] = []
    for partition in made.partitions():
        there = pickle.loads(pickle.dumps((made, partition)))
        for batch in there[0].read(there[1]):
            found += batch.to_pylist()
    return found


def errors(found: list[dict[str, Any]]) -> dict[str, str]:
    return {Path(row["file"]).name: row["_error"] for row in found if row["_error"] is not None}


# ---------------------------------------------------------------------- options


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (
            {"values2": "1"},
            "found the option 'values2'; expected some of path, paths, table, values, mode, columnNameOf",
        ),
        ({"table": "bills"}, "table is 'bills'; expected one of readings, events, controls, usage_points, meters"),
        ({"values": "int"}, "values is 'int'; expected one of text, decimal, float"),
        ({"mode": "lax"}, "mode is 'lax'; expected one of PERMISSIVE, DROPMALFORMED, FAILFAST"),
        ({"partitionBytes": "64m"}, "partitionBytes is '64m'; expected a whole number of at least 1"),
        ({"batchRows": "0"}, "batchRows is '0'; expected a whole number of at least 1"),
        ({"minPartitions": "-1"}, "minPartitions is '-1'; expected a whole number"),
        ({"columnNameOfCorruptRecord": "file"}, "columnNameOfCorruptRecord is 'file'; expected a name that no column"),
        ({"columnNameOfCorruptRecord": ""}, "columnNameOfCorruptRecord is ''; expected a name"),
        ({"path": ""}, "found no path; expected load(path), or the option path"),
        (
            {"path": "s3://bucket/day.xml"},
            "found the path 's3://bucket/day.xml'; expected a path that workers can open",
        ),
        ({"paths": "a,b"}, "paths is 'a,b'; expected a list of texts as JSON, or load([...])"),
        ({"paths": "[1]"}, "paths is '[1]'; expected a list of texts as JSON"),
        ({"paths": '[""]'}, "found an empty path; expected a file, a folder or a pattern"),
    ],
)
def test_an_option_that_is_none_is_refused(options: dict[str, str], text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        MessageSource({"path": "a"} | options).schema()


def test_options_and_their_words_are_read_without_regard_to_case() -> None:
    options = options_of({"PATH": "a", "tABLE": "Events", "Mode": "failFast", "MAXBYTES": "5", "minpartitions": "3"}, 8)
    assert (options.table, options.mode, options.limits.max_bytes, options.least_partitions) == (
        "events",
        "FAILFAST",
        5,
        3,
    )
    assert options_of({"path": "a"}, 8).least_partitions == 8
    assert options_of({"path": "a"}).limits == cim.Limits()


def test_paths_become_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    given = {"path": "day.xml", "paths": json.dumps(["in/*.xml", "file:///data/a%20b", "-", "a:1.xml"])}
    expected = (
        *(str(tmp_path / name) for name in ("day.xml", "in/*.xml")),
        "/data/a b",
        f"{tmp_path}/-",
        f"{tmp_path}/a:1.xml",
    )
    assert options_of(given).paths == expected


@pytest.mark.parametrize("missing", ["pyspark.sql.datasource", "pyarrow"])
def test_a_missing_library_names_the_command(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    extra = "arrow" if missing == "pyarrow" else "spark"
    with pytest.raises(ImportError, match=rf'pip install "cim61968-9\[{extra}\]"'):
        data_source.register(None)


@pytest.mark.parametrize(("cores", "least"), [(8, 16), (None, 1)])
def test_registering_asks_for_the_number_of_cores(cores: int | None, least: int) -> None:
    class Session:
        registered: list[Any] = []  # noqa: RUF012

        @property
        def dataSource(self) -> Any:
            return self

        def register(self, cls: Any) -> None:
            self.registered.append(cls)

    session = Session()
    if cores is not None:
        session.sparkContext = type("Context", (), {"defaultParallelism": cores})  # type: ignore[attr-defined]
    data_source.register(session)
    (cls,) = session.registered
    assert issubclass(cls, MessageSource)
    assert (cls.name(), cls.least_partitions) == (data_source.NAME, least)


def test_page_has_every_option_as_it_is(root: Path) -> None:
    page = (root / "docs" / "how-to" / "spark-and-others.md").read_text(encoding="utf-8")
    table = page.partition("| Option |")[2].partition("\n\n")[0].splitlines()[2:]
    listed = [[cell.strip() for cell in row.strip("|").split("|")] for row in table]
    assert {name for names, *_ in listed for name in re.findall(r"`(\w+)`", names)} == {
        option.name for option in data_source.OPTIONS
    } - {"path", "paths"}
    told = {names.strip("`"): (default.strip("`"), meaning) for names, default, meaning in listed}
    assert [told[option.name] for option in data_source.OPTIONS if option.name in told] == [
        (option.default, option.meaning) for option in data_source.OPTIONS if option.name in told
    ]


# ---------------------------------------------------------------------- types


@pytest.mark.parametrize("values", ["text", "decimal", "float"])
@pytest.mark.parametrize("table", list(TABLES))
def test_types_are_those_of_spark(table: str, values: str) -> None:
    made = source("a", table=table, values=values).schema()
    expected = schema_of(table, values)  # type: ignore[arg-type]
    assert made.names == [*expected.names, "_error"]
    assert [field.metadata["comment"] for field in made][:-1] == [column.meaning for column in TABLES[table].columns]
    assert all(field.nullable for field in made)
    simple = {field.name: field.dataType.simpleString() for field in made}
    kinds = {"text": "string", "code": "string", "time": "timestamp", "offset": "smallint", "integer": "bigint"}
    kinds |= {"number": "double", "flag": "boolean", "codes": "array<string>"}
    kinds |= {"pairs": "array<struct<name:string,value:string>>", "kept": "array<struct<column:string,text:string>>"}
    kinds |= {"value": {"text": "string", "decimal": "decimal(38,12)", "float": "double"}[values]}
    for column in TABLES[table].columns:
        if column.kind != "pending":
            assert simple[column.name] == kinds[column.kind]


def test_the_schema_of_arrow_is_the_one_spark_makes_of_its_own() -> None:
    to_arrow_schema = importlib.import_module("pyspark.sql.pandas.types").to_arrow_schema
    for table in TABLES:
        schema = arrow_schema(options_of({"path": "a", "table": table}))
        assert to_arrow_schema(spark_schema(schema), timezone="UTC").equals(schema)


@pytest.mark.parametrize(("mode", "last"), [("permissive", "_error"), ("dropMalformed", "kept"), ("FAILFAST", "kept")])
def test_only_the_permissive_mode_has_a_column_of_errors(mode: str, last: str) -> None:
    assert source("a", mode=mode).schema().names[-1] == last


STRING = t.StringType()


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (("bill", STRING), "the schema has the column 'bill'; expected some of file, item, kind, block, meter_mrid"),
        (("file", STRING), "the schema has the column 'file' twice; expected it once"),
        (("value", t.DoubleType()), "the schema has value as double; expected string; the option values says which"),
        (("time_stamp", t.TimestampNTZType()), "the schema has time_stamp as timestamp_ntz; expected timestamp"),
        (("kind", STRING, False), "the schema has kind as NOT NULL, or a part of it; expected one that may be null"),
        (("qualities", t.ArrayType(STRING, containsNull=False)), "the schema has qualities as NOT NULL, or a part of"),
    ],
)
def test_a_schema_that_does_not_fit_is_refused(field: tuple[Any, ...], text: str) -> None:
    schema = t.StructType([t.StructField("file", STRING), t.StructField(*field)])
    with pytest.raises(ValueError, match=re.escape(text)):
        reader("a", schema=schema)


def test_columns_come_as_they_are_asked_for(inbox: Path) -> None:
    fields = [("value", t.DecimalType(38, 12)), ("_error", STRING), ("meter_mrid", STRING)]
    schema = t.StructType([t.StructField(name, kind) for name, kind in fields])
    found = rows(inbox / "good" / "a.xml", schema=schema, values="decimal")
    assert [tuple(row) for row in found] == [("value", "_error", "meter_mrid")] * 5
    assert [row["meter_mrid"] for row in found] == [f"M-{number}" for number in range(5)]


def test_columns_in_the_types_of_arrow_come_in_those_types(inbox: Path) -> None:
    schema = pa.schema([("time_stamp", pa.timestamp("us", tz="Etc/UTC")), ("file", pa.string())])
    made = source(inbox / "good" / "a.xml").reader(schema)
    (batch,) = made.read(made.partitions()[0])
    assert batch.schema.equals(schema)


# ---------------------------------------------------------------------- partitions


def items(*sizes: int, ending: str = "xml") -> list[Item]:
    return [Item(f"{number}.{ending}", size) for number, size in enumerate(sizes)]


def sizes(bundles: Iterator[tuple[Item, ...]]) -> list[list[int]]:
    return [[item.size for item in bundle] for bundle in bundles]


def test_files_share_partitions_and_a_large_one_has_its_own() -> None:
    most = 10 * OPENING
    small = OPENING  # weighs two
    found = sizes(bundled(items(*[small] * 7, most, small), most, 1))
    assert found == [[small] * 5, [small] * 2, [most], [small]]


@pytest.mark.parametrize("count", [1, 3, 4, 5, 8, 17, 1000, 5000])
@pytest.mark.parametrize("least", [1, 2, 4, 16])
def test_partitions_are_even_and_there_are_enough(count: int, least: int) -> None:
    listed = items(*[20_000] * count)
    found = list(bundled(listed, 64_000_000, least))
    assert [item for bundle in found for item in bundle] == listed
    assert len(found) >= min(least, count)
    each = [sum(map(weight, bundle)) for bundle in found]
    assert max(each) - min(each) <= 2 * weight(listed[0]) or max(each) <= 64_000_000 < sum(each)
    assert max(each) <= 64_000_000


def test_uneven_files_are_shared_out() -> None:
    listed = items(*(10_000 * (1 + number % 9) for number in range(200)))
    found = list(bundled(listed, 10_000_000, 8))
    assert len(found) == 8
    each = [sum(map(weight, bundle)) for bundle in found]
    assert max(each) <= 1.1 * min(each)


def test_what_is_compressed_counts_for_more() -> None:
    assert weight(*items(100, ending="xml.GZ")) == OPENING + 100 * GROWTH
    assert list(bundled([], 10, 4)) == []


def test_partitions_follow_the_options(inbox: Path) -> None:
    good = inbox / "good"
    assert [len(files.items) for files in reader(good).partitions()] == [4]
    assert [len(files.items) for files in reader(good, minPartitions=2).partitions()] == [2, 2]
    assert [len(files.items) for files in reader(good, partitionBytes=1).partitions()] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("empty", "no *.xml, *.gz or *.zip in this folder"),
        ("*.none", "no file matches this pattern"),
        ("none.xml", "no such file or directory"),
        ("bad/gone.xml", "no such file or directory"),
    ],
)
@pytest.mark.parametrize("mode", ["PERMISSIVE", "DROPMALFORMED", "FAILFAST"])
def test_a_path_that_leads_to_nothing_is_an_error_of_the_plan(name: str, text: str, mode: str, inbox: Path) -> None:
    made = reader([inbox / "good", inbox / name], mode=mode)
    with pytest.raises(FileNotFoundError, match=re.escape(f"{inbox / name}: {text}; expected files that can be read")):
        made.partitions()


def test_every_file_is_read_once(inbox: Path) -> None:
    found = rows([inbox / "good" / "a.xml", inbox / "good", inbox / "good" / "**" / "*.gz"])
    assert [row["meter_mrid"] for row in found] == [*(f"M-{number}" for number in range(5)), "Z-1", "Z-2", "G"]
    assert [Path(row["file"]).name for row in found[5:]] == ["c.zip!one.xml", "two.xml", "b.xml.gz"]


# ---------------------------------------------------------------------- policies


@pytest.mark.parametrize("batch_rows", [7, 65_536])
def test_permissive_keeps_the_rows_before_the_break_and_tells_the_error(inbox: Path, batch_rows: int) -> None:
    found = rows([inbox / "bad", inbox / "good"], batchRows=batch_rows)
    told = errors(found)
    assert sorted(told) == ["gone.xml", "noun.xml", "root.xml", "truncated.xml"]
    assert told["gone.xml"] == "no such file or directory"
    assert told["noun.xml"] == "found EndDeviceEvents, expected MeterReadings for readings"
    assert told["root.xml"].startswith("the root element 'other' of namespace '(none)' is no message")
    assert re.match(r"line \d+, column \d+: not well-formed XML: ", told["truncated.xml"])
    for row in found:
        if row["_error"] is not None:
            assert {name for name, value in row.items() if value is not None} == {"file", "_error"}
    kept = [row["meter_mrid"] for row in found if row["_error"] is None]
    before = [name for name in kept if name.startswith("M-")]
    assert len(kept) == 300 + 8
    assert sorted(before[:300]) == sorted(f"M-{number}" for number in range(300))


def test_permissive_without_a_column_of_errors_logs_them(inbox: Path, caplog: pytest.LogCaptureFixture) -> None:
    schema = t.StructType([t.StructField("meter_mrid", STRING)])
    assert len(rows(inbox / "bad", schema=schema)) == 300
    logged = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert len(logged) == 4
    expected = f"{inbox}/bad/gone.xml: no such file or directory; the rows before the break are there"
    assert expected in logged
    assert {record.name for record in caplog.records} == {"cim61968_9.spark"}


def test_the_error_names_the_file_where_no_other_column_does(inbox: Path) -> None:
    schema = t.StructType([t.StructField("_error", STRING)])
    assert rows(inbox / "bad" / "g*.xml", schema=schema) == [
        {"_error": f"{inbox}/bad/gone.xml: no such file or directory"}
    ]


def test_the_column_of_errors_has_the_name_that_was_asked_for(inbox: Path) -> None:
    found = rows(inbox / "bad" / "root.xml", columnNameOfCorruptRecord="_corrupt_record")
    assert [row["_corrupt_record"][:16] for row in found] == ["the root element"]


def test_dropmalformed_has_no_row_of_a_broken_file(inbox: Path, caplog: pytest.LogCaptureFixture) -> None:
    found = rows([inbox / "bad", inbox / "good"], mode="dropMalformed")
    assert sorted({Path(row["file"]).name for row in found}) == ["a.xml", "b.xml.gz", "c.zip!one.xml", "two.xml"]
    logged = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert len(logged) == 4
    assert (
        f"{inbox}/bad/noun.xml: found EndDeviceEvents, expected MeterReadings for readings; no row of it is there"
        in (logged)
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("truncated.xml", r"line \d+, column \d+: not well-formed XML: "),
        ("noun.xml", "found EndDeviceEvents, expected MeterReadings for readings"),
        ("root.xml", "the root element 'other'"),
        ("g*.xml", "no such file or directory"),
    ],
)
def test_failfast_names_file_place_and_reason(name: str, text: str, inbox: Path) -> None:
    folder = re.escape(f"{inbox}/bad/") + r"\w+\.xml: "
    with pytest.raises(cim.Cim61968Error, match=f"^{folder}{text}"):
        rows(inbox / "bad" / name, mode="FAILFAST")


def test_what_is_no_fault_of_a_source_is_raised_as_it_is(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_self: Any) -> Iterator[Any]:
        raise OSError("no space left on device")
        yield

    monkeypatch.setattr(cim.columns.ColumnStream, "__iter__", full)
    with pytest.raises(OSError, match="^no space left on device$"):
        rows(inbox / "good")


def test_limits_are_kept(inbox: Path) -> None:
    (row,) = rows(inbox / "good" / "a.xml", maxBytes=100)
    assert "more than 100 bytes" in row["_error"]


def test_findings_are_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "late.xml").write_text(document(TYPE, reading("M")))
    caplog.set_level(logging.INFO, "cim61968_9.spark")
    assert len(rows(tmp_path / "late.xml")) == 1
    assert any("late.xml: 1 findings; the first: " in record.getMessage() for record in caplog.records)


# ---------------------------------------------------------------------- all tables, directly and through a server


def equal(table: str, found: pa.Table, paths: list[str], **options: Any) -> None:
    """Assert that a table is what the columns are, row by row."""
    expected = getattr(cim.columns, table)(cim.sources.find(paths), **options).table()
    schema = arrow_schema(options_of({"path": "a", "table": table, **options}), with_error=False)
    assert found.num_rows > 0
    assert found.cast(schema).to_pylist() == expected.cast(schema).to_pylist()


@pytest.mark.parametrize("table", list(TABLES))
def test_every_table_is_that_of_the_columns(table: str, tables: dict[str, list[str]]) -> None:
    made = reader(tables[table], table=table, mode="FAILFAST", batchRows=50)
    batches = [batch for partition in made.partitions() for batch in made.read(partition)]
    assert max(batch.num_rows for batch in batches) <= 50
    equal(table, pa.Table.from_batches(batches), tables[table])


@pytest.mark.parametrize("table", list(TABLES))
def test_every_table_comes_through_a_server(session: Any, table: str, tables: dict[str, list[str]]) -> None:
    with quiet():
        frame = session.read.format("cim61968_9").option("Table", table).option("paths", json.dumps(tables[table]))
        found = frame.load().toArrow()
    assert found.column("_error").null_count == found.num_rows
    equal(table, found.drop_columns("_error"), tables[table])


@pytest.mark.parametrize("values", ["decimal", "float"])
def test_values_come_through_a_server(session: Any, values: str, inbox: Path) -> None:
    with quiet():
        frame = session.read.format("cim61968_9").option("values", values).option("mode", "failfast")
        found = frame.load(str(inbox / "good")).toArrow()
    equal("readings", found, [str(inbox / "good")], values=values)
    assert found.column("kept").drop_null().to_pylist() == [[{"column": "value", "text": "many"}]]


def test_partitions_and_errors_come_through_a_server(session: Any, inbox: Path) -> None:
    schema = t.StructType(
        [
            t.StructField("_error", STRING),
            t.StructField("file", STRING),
            t.StructField("time_stamp", t.TimestampType()),
            t.StructField("qualities", t.ArrayType(STRING)),
        ]
    )
    with quiet():
        frame = session.read.format("cim61968_9").option("partitionBytes", "1").schema(schema).load(str(inbox))
        assert frame.columns == schema.names
        found = frame.toArrow().to_pylist()
    assert sorted(errors(found)) == ["gone.xml", "noun.xml", "root.xml", "truncated.xml"]
    assert len(found) == 300 + 8 + 4


@pytest.mark.parametrize(
    ("options", "name", "text"),
    [
        ({"bill": "1"}, "good", "found the option 'bill'; expected some of path, "),
        ({}, "empty", "no *.xml, *.gz or *.zip in this folder; expected files that can be read"),
        ({"mode": "FAILFAST"}, "bad", "/gone.xml: no such file or directory"),
    ],
)
def test_errors_come_through_a_server(session: Any, options: dict[str, str], name: str, text: str, inbox: Path) -> None:
    with quiet(), pytest.raises(Exception, match=re.escape(text)):
        session.read.format("cim61968_9").options(**options).load(str(inbox / name)).toArrow()
