"""Exports of whole folders: what is in the files, what is read again, and what is refused."""

from __future__ import annotations

import gzip
import io
import json
import os
import sqlite3
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest
from unit.bulk.test_stream import document, reading

import cim61968_9 as cim
from cim61968_9.exporting import run
from cim61968_9.exporting.journal import NAME
from cim61968_9.exporting.parts import planned
from cim61968_9.sources import Item

TYPE = "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0"


def message(*meters: str) -> bytes:
    return document(*(reading(meter) for meter in meters)).encode()


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with four messages of readings, one of them compressed, and an archive with two."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.xml").write_bytes(message(f"{name}-1", f"{name}-2"))
    (folder / "d.xml.gz").write_bytes(gzip.compress(message("d-1")))
    with zipfile.ZipFile(folder / "e.zip", "w") as archive:
        archive.writestr("e.xml", message("e-1"))
        archive.writestr("f.xml", message("f-1"))
    return folder


def meters(folder: Path, table: str = "readings") -> list[str]:
    """Return the meters of all rows in the files of a folder, sorted."""
    found: list[str] = []
    for path in folder.glob(f"{table}-*.parquet"):
        found += pq.ParquetFile(path).read(columns=["meter_mrid"]).column(0).to_pylist()
    return sorted(found)


ALL = ["a-1", "a-2", "b-1", "b-2", "c-1", "c-2", "d-1", "e-1", "f-1"]


class TestFiles:
    def test_all_sources_are_in_the_files(self, inbox: Path, tmp_path: Path) -> None:
        made = cim.export(inbox, tmp_path / "out")
        assert meters(tmp_path / "out") == ALL
        assert (made.rows, made.before, made.failed, made.ok) == (9, 0, (), True)
        assert [report.source for report in made.reports] == [item.name for item in cim.sources.find(inbox)]

    @pytest.mark.parametrize("table", ["readings", "events", "controls", "usage_points", "meters"])
    @pytest.mark.parametrize("to", ["parquet", "csv", "arrow", "duckdb"])
    def test_every_table_in_every_format_is_that_of_columns(
        self, examples: Path, tmp_path: Path, table: str, to: Any
    ) -> None:
        made = cim.export(examples, tmp_path / "out", table=table, to=to, checks="structure")
        stream = getattr(cim.columns, table)(cim.sources.find(examples), errors="drop")
        wanted = stream.table().to_pylist()
        assert made.rows == len(wanted)
        found: list[dict[str, Any]] = []
        for path in made.files:
            found += _read(path, table, to)
        if to == "csv":
            wanted = [{name: _csv(value) for name, value in row.items()} for row in wanted]
            found = [{name: _csv(value) for name, value in row.items()} for row in found]
        assert found == wanted

    def test_values_are_what_was_asked_for(self, inbox: Path, tmp_path: Path) -> None:
        (path,) = cim.export(inbox / "d.xml.gz", tmp_path / "out", values="decimal").files
        assert pq.read_table(path).column("value").to_pylist() == [Decimal(1)]

    def test_files_have_about_the_size_that_was_asked_for(self, inbox: Path, tmp_path: Path) -> None:
        size = (inbox / "a.xml").stat().st_size
        made = cim.export(inbox, tmp_path / "out", part_bytes=size)
        assert [path.name for path in made.files] == [
            *("readings-00001.parquet", "readings-00002.parquet", "readings-00003.parquet"),
            *("readings-00004.parquet", "readings-00005.parquet", "readings-00006.parquet"),
        ]
        assert meters(tmp_path / "out") == ALL

    def test_parts_are_small_enough_for_all_processes_and_no_smaller(self) -> None:
        items = [Item(str(number), 500_000) for number in range(40)]
        assert [len(part.items) for part in planned(items, 1, 64_000_000, 2)] == [2] * 20
        assert [part.number for part in planned(items, 7, 2_000_000, 2)] == [7 + 2 * number for number in range(20)]
        assert [len(part.items) for part in planned(items[:3], 1, 64_000_000, 2)] == [2, 1]

    def test_several_processes_make_the_same(
        self, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(run, "FEW_BYTES", 0)
        far: list[cim.Progress] = []
        made = cim.export(inbox, tmp_path / "out", processes=2, part_bytes=1, progress=far.append)
        assert meters(tmp_path / "out") == ALL
        assert len(made.files) == 6
        total = sum(item.size for item in cim.sources.find(inbox))
        assert far[-1] == (6, 6, total, total)
        assert [one.sources for one in far] == [1, 2, 3, 4, 5, 6]

    def test_other_nouns_are_named_and_checked(self, inbox: Path, examples: Path, tmp_path: Path) -> None:
        event = examples / "outage-event.xml"
        made = cim.export([inbox / "a.xml", event], tmp_path / "out")
        assert made.skipped == {str(event): "EndDeviceEvents"}
        assert (made.rows, made.failed) == (2, ())
        assert made.reports[1].findings == cim.validate(event).findings

    def test_nothing_to_write_makes_no_file(self, examples: Path, tmp_path: Path) -> None:
        made = cim.export(examples / "outage-event.xml", tmp_path / "out")
        assert (made.rows, made.files) == (0, ())
        assert [path.name for path in (tmp_path / "out").iterdir()] == [NAME]


def _read(path: Path, table: str, to: str) -> list[dict[str, Any]]:
    if to == "parquet":
        found = pq.read_table(path)
    elif to == "arrow":
        found = pa.ipc.open_file(path).read_all()
    elif to == "duckdb":
        with duckdb.connect(str(path), read_only=True) as link:
            link.execute("SET TimeZone = 'UTC'")
            found = link.sql(f"FROM {table}").to_arrow_table()
    else:
        schema = cim.columns.schema_of(table)
        types = {
            field.name: pa.string()
            if pa.types.is_nested(field.type) or pa.types.is_dictionary(field.type)
            else field.type
            for field in schema
        }
        options = pa.csv.ConvertOptions(column_types=types, strings_can_be_null=True, quoted_strings_can_be_null=False)
        found = pa.csv.read_csv(path, convert_options=options)
    rows: list[dict[str, Any]] = found.to_pylist()
    return rows


def _csv(value: Any) -> Any:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False) if isinstance(value, list | dict) else value


class TestFindings:
    def test_they_are_those_of_validate(self, inbox: Path, tmp_path: Path) -> None:
        (inbox / "b.xml").write_bytes(message("b-1").replace(b"<value>1</value>", b"<value>1</value><odd/>"))
        (inbox / "c.xml").write_bytes(message("c-1")[:-30])
        settings = cim.Settings(ignore=["REF202"], severity={"XSD101": "info"})
        made = cim.export(inbox, tmp_path / "out", settings=settings)
        for name, report in zip(("a", "b", "c"), made.reports, strict=False):
            wanted = cim.validate(inbox / f"{name}.xml", settings=settings).findings
            assert report.findings == wanted
            assert wanted or name == "a"

    def test_of_the_structure_they_are_those_of_streams(self, inbox: Path, tmp_path: Path) -> None:
        data = message("b-1").replace(b"<value>1</value>", b"<value>1</value><odd/>")
        (inbox / "b.xml").write_bytes(data)
        made = cim.export(inbox / "b.xml", tmp_path / "out", checks="structure")
        assert [one.rule for one in made.reports[0].findings if one.rule == "XSD101"] == ["XSD101"]
        assert made.reports[0].findings == cim.load(inbox / "b.xml").findings

    def test_they_are_remembered(self, inbox: Path, tmp_path: Path) -> None:
        (inbox / "b.xml").write_bytes(message("b-1").replace(b"<value>1</value>", b"<value>1</value><odd/>"))
        first = cim.export(inbox, tmp_path / "out")
        assert cim.export(inbox, tmp_path / "out").reports == first.reports

    @pytest.mark.parametrize("checks", ["all", "structure"])
    def test_a_break_is_told_once_with_its_place(self, inbox: Path, tmp_path: Path, checks: Any) -> None:
        (inbox / "c.xml").write_bytes(message("c-1", "c-2")[:-30])
        made = cim.export(inbox / "c.xml", tmp_path / "out", checks=checks)
        (found,) = [one for one in made.reports[0].findings if one.rule == "XML001"]
        assert found.line is not None
        assert made.failed == (str(inbox / "c.xml"),)


class TestErrors:
    def test_by_default_no_row_of_a_broken_source_is_taken(self, inbox: Path, tmp_path: Path) -> None:
        (inbox / "b.xml").write_bytes(message("b-1", "b-2")[:-30])
        made = cim.export(inbox, tmp_path / "out")
        assert meters(tmp_path / "out") == [one for one in ALL if not one.startswith("b")]
        assert made.failed == (str(inbox / "b.xml"),)

    def test_the_rows_before_the_break_can_be_kept(self, inbox: Path, tmp_path: Path) -> None:
        (inbox / "b.xml").write_bytes(message("b-1", "b-2")[:-30])
        made = cim.export(inbox, tmp_path / "out", on_error="keep")
        assert "b-1" in meters(tmp_path / "out")
        assert made.failed == (str(inbox / "b.xml"),)

    def test_a_broken_source_can_stop_the_export(self, inbox: Path, tmp_path: Path) -> None:
        (inbox / "b.xml").write_bytes(message("b-1", "b-2")[:-30])
        with pytest.raises(cim.ExportError, match=r"b\.xml: .*; 1 of 6 sources are done, the same call goes on"):
            cim.export(inbox, tmp_path / "out", on_error="stop", part_bytes=1)
        (inbox / "b.xml").write_bytes(message("b-1", "b-2"))
        assert cim.export(inbox, tmp_path / "out", on_error="stop", part_bytes=1).before == 1
        assert meters(tmp_path / "out") == ALL

    def test_totals_beyond_the_limit_are_told_again_as_they_were(self, inbox: Path, tmp_path: Path) -> None:
        (inbox / "a.xml").write_bytes(message("a-1").replace(b"<value>", b"<odd/>" * 30 + b"<value>"))
        once, again = (cim.export(inbox, tmp_path / "out", limits=cim.Limits(max_findings=3)) for _ in range(2))
        assert again.before == 6
        assert again.reports[0].findings == once.reports[0].findings
        assert again.reports[0].count("error") == 30

    def test_what_cannot_be_opened_is_told_and_tried_again(self, inbox: Path, tmp_path: Path) -> None:
        given = [inbox, tmp_path / "late.xml", tmp_path / "empty"]
        (tmp_path / "empty").mkdir()
        made = cim.export(given, tmp_path / "out")
        assert [report.problem for report in made.reports[6:]] == [
            "no such file or directory",
            "no *.xml, *.gz or *.zip in this folder",
        ]
        assert (len(made.failed), made.ok) == (2, False)
        (tmp_path / "late.xml").write_bytes(message("late"))
        assert cim.export(given, tmp_path / "out").before == 6
        assert meters(tmp_path / "out") == [*ALL, "late"]

    def test_what_vanishes_is_told_and_tried_again(
        self, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        found = list(cim.sources.find(inbox))
        data = (inbox / "b.xml").read_bytes()
        (inbox / "b.xml").unlink()
        with monkeypatch.context() as patched:
            patched.setattr(run, "find", lambda *_: iter(found))
            made = cim.export(inbox, tmp_path / "out")
        assert made.reports[1].problem == "no such file or directory"
        (inbox / "b.xml").write_bytes(data)
        os.utime(inbox / "b.xml", ns=(found[1].stamp, found[1].stamp))
        assert cim.export(inbox, tmp_path / "out").before == 5
        assert meters(tmp_path / "out") == ALL


class TestGoingOn:
    @pytest.mark.parametrize("to", ["parquet", "duckdb"])
    def test_only_what_is_new_is_read(self, inbox: Path, tmp_path: Path, to: Any) -> None:
        cim.export(inbox, tmp_path / "out", to=to)
        (inbox / "g.xml").write_bytes(message("g-1"))
        made = cim.export(inbox, tmp_path / "out", to=to)
        assert (made.before, made.rows) == (6, 10)
        assert _meters(tmp_path / "out", to) == [*ALL, "g-1"]
        assert cim.export(inbox, tmp_path / "out", to=to).before == 7
        assert _meters(tmp_path / "out", to) == [*ALL, "g-1"]

    @pytest.mark.parametrize("to", ["parquet", "duckdb"])
    @pytest.mark.parametrize("part_bytes", [1, 64_000_000])
    def test_what_has_changed_is_read_again(self, inbox: Path, tmp_path: Path, to: Any, part_bytes: int) -> None:
        cim.export(inbox, tmp_path / "out", to=to, part_bytes=part_bytes)
        (inbox / "b.xml").write_bytes(message("B-1"))
        made = cim.export(inbox, tmp_path / "out", to=to, part_bytes=part_bytes)
        assert made.before == 5
        assert _meters(tmp_path / "out", to) == sorted(["B-1", *(one for one in ALL if not one.startswith("b"))])

    @pytest.mark.parametrize("to", ["parquet", "csv", "arrow", "duckdb"])
    def test_the_rows_of_others_stay_where_one_has_changed(self, inbox: Path, tmp_path: Path, to: Any) -> None:
        cim.export(inbox, tmp_path / "out", to=to, values="decimal")
        before = _rows(tmp_path / "out", to)
        (inbox / "a.xml").unlink()  # it was taken away, and is not forgotten
        (inbox / "b.xml").write_bytes(message("B-1"))
        made = cim.export(inbox, tmp_path / "out", to=to, values="decimal")
        assert made.before == 4
        after = _rows(tmp_path / "out", to)
        assert [row["meter_mrid"] for row in after] == ["B-1", *(one for one in ALL if not one.startswith("b"))]
        assert [row for row in after if row["meter_mrid"] != "B-1"] == [
            row for row in before if not row["meter_mrid"].startswith("b")
        ]

    @pytest.mark.parametrize("to", ["parquet", "duckdb"])
    def test_members_that_an_archive_has_no_more_are_gone(self, inbox: Path, tmp_path: Path, to: Any) -> None:
        cim.export(inbox, tmp_path / "out", to=to)
        with zipfile.ZipFile(inbox / "e.zip", "w") as archive:
            archive.writestr("e.xml", message("E-1"))
        cim.export(inbox, tmp_path / "out", to=to)
        assert _meters(tmp_path / "out", to) == sorted(["E-1", *ALL[:-2]])

    def test_members_of_one_name_are_no_other_file(self, tmp_path: Path) -> None:
        with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
            archive.writestr("x.xml", message("x-1"))
            with pytest.warns(UserWarning, match="Duplicate name"):
                archive.writestr("x.xml", message("x-2"))
        for _ in range(2):
            assert cim.export(tmp_path / "a.zip", tmp_path / "out").rows == 2

    def test_what_was_beyond_the_limits_is_tried_with_others(self, inbox: Path, tmp_path: Path) -> None:
        made = cim.export(inbox, tmp_path / "out", limits=cim.Limits(max_bytes=700))
        assert len(made.failed) == 3
        assert cim.export(inbox, tmp_path / "out", limits=cim.Limits(max_bytes=700)).before == 6
        made = cim.export(inbox, tmp_path / "out")
        assert (made.before, made.failed, meters(tmp_path / "out")) == (3, (), ALL)

    def test_what_is_not_named_any_more_stays(self, inbox: Path, tmp_path: Path) -> None:
        cim.export(inbox, tmp_path / "out")
        (inbox / "a.xml").unlink()
        made = cim.export(inbox / "d.xml.gz", tmp_path / "out")
        assert (made.rows, made.before) == (1, 1)
        assert meters(tmp_path / "out") == ALL

    def test_a_file_that_somebody_removed_is_made_again(self, inbox: Path, tmp_path: Path) -> None:
        made = cim.export(inbox, tmp_path / "out", part_bytes=1)
        made.files[2].unlink()
        assert cim.export(inbox, tmp_path / "out", part_bytes=1).before == 5
        assert meters(tmp_path / "out") == ALL

    def test_a_database_that_somebody_removed_is_made_again(self, inbox: Path, tmp_path: Path) -> None:
        (path,) = cim.export(inbox, tmp_path / "out", to="duckdb").files
        path.unlink()
        cim.export(inbox, tmp_path / "out", to="duckdb")
        assert _meters(tmp_path / "out", "duckdb") == ALL

    def test_a_name_that_means_another_file_is_refused(
        self, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "a.xml").write_bytes(message("z"))
        for folder in (inbox, tmp_path):
            monkeypatch.chdir(folder)
            if folder is inbox:
                cim.export("a.xml", tmp_path / "out")
        with pytest.raises(
            cim.ExportError, match=r"a\.xml: was another file before \(.*inbox.a\.xml\); name it by its"
        ):
            cim.export("a.xml", tmp_path / "out")
        assert cim.export(tmp_path / "a.xml", tmp_path / "out").rows == 1

    def test_numbers_of_files_are_not_used_twice(self, inbox: Path, tmp_path: Path) -> None:
        cim.export(inbox, tmp_path / "out")
        (inbox / "b.xml").write_bytes(message("B-1"))
        made = cim.export(inbox, tmp_path / "out")
        assert [path.name for path in made.files] == ["readings-00002.parquet", "readings-00003.parquet"]

    @pytest.mark.parametrize(
        ("options", "text"),
        [
            ({"to": "csv"}, "to='parquet', now 'csv'"),
            ({"table": "meters"}, "table='readings', now 'meters'"),
            ({"values": "float"}, "values='text', now 'float'"),
            ({"settings": cim.Settings(ignore=["XSD"])}, "ignore='', now 'XSD'"),
        ],
    )
    def test_other_options_need_another_folder(self, inbox: Path, tmp_path: Path, options: Any, text: str) -> None:
        cim.export(inbox, tmp_path / "out")
        with pytest.raises(cim.ExportError, match=text):
            cim.export(inbox, tmp_path / "out", **options)

    def test_a_folder_of_other_things_is_refused(self, inbox: Path) -> None:
        with pytest.raises(
            cim.ExportError, match=r"inbox: found a\.xml and no journal of an export; expected an empty"
        ):
            cim.export(inbox, inbox)

    def test_two_exports_at_once_are_refused(self, inbox: Path, tmp_path: Path) -> None:
        cim.export(inbox, tmp_path / "out")
        link = sqlite3.connect(tmp_path / "out" / NAME)
        link.execute("BEGIN EXCLUSIVE")
        with pytest.raises(cim.ExportError, match="another process is writing to this folder; wait for it"):
            cim.export(inbox, tmp_path / "out")
        link.close()

    def test_a_damaged_journal_is_told(self, inbox: Path, tmp_path: Path) -> None:
        cim.export(inbox, tmp_path / "out")
        (tmp_path / "out" / NAME).write_bytes(b"no database" * 100)
        with pytest.raises(cim.ExportError, match="the journal is damaged: .*; empty the folder, and begin anew"):
            cim.export(inbox, tmp_path / "out")


def _rows(folder: Path, to: str) -> list[dict[str, Any]]:
    """Return all rows in the order of their meters."""
    ending = "duckdb" if to == "duckdb" else to
    rows = [row for path in folder.glob(f"readings*.{ending}") for row in _read(path, "readings", to)]
    return sorted(rows, key=lambda row: str(row["meter_mrid"]))


def _meters(folder: Path, to: str) -> list[str]:
    if to == "parquet":
        return meters(folder)
    with duckdb.connect(str(folder / "readings.duckdb"), read_only=True) as link:
        found = link.execute("SELECT meter_mrid FROM readings").fetchall()
    assert sorted(one.name for one in folder.iterdir()) == sorted([NAME, "readings.duckdb"])
    return sorted(name for (name,) in found)


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"to": "xls"}, "to is 'xls'; expected one of parquet, csv, arrow, duckdb"),
        ({"table": "bills"}, "table is 'bills'; expected one of readings, events"),
        ({"processes": 0}, "processes is 0; expected at least 1"),
        ({"on_error": "ignore"}, "on_error is 'ignore'; expected one of drop, keep, stop"),
        ({"checks": "none"}, "checks is 'none'; expected one of all, structure"),
    ],
)
def test_options_that_are_none_are_refused(inbox: Path, tmp_path: Path, options: Any, text: str) -> None:
    with pytest.raises(ValueError, match=text):
        cim.export(inbox, tmp_path / "out", **options)
    assert not (tmp_path / "out").exists()


def test_standard_input_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(message("a"))))
    with pytest.raises(cim.ExportError, match="standard input .* cannot be read again after a crash"):
        cim.export("-", tmp_path / "out")
