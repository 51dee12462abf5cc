"""``columns``: messages as files of tables, with findings as ``validate`` has them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from cim61968_9.cli import streams

Run = Any


def test_files_and_findings(run: Run, folder: Path) -> None:
    done = run("columns", "clean.xml", "error.xml", "--out", "out")
    assert done.status == 1
    assert done.out == run("validate", "clean.xml", "error.xml").out
    assert done.err == "cim61968-9: 413 rows of 2 sources in out; 1 source of other nouns (EndDeviceEvents)\n"
    assert pq.read_table("out/readings-00001.parquet").num_rows == 413


def test_it_goes_on_and_says_so(run: Run, folder: Path) -> None:
    run("columns", "clean.xml", "--out", "out")
    done = run("columns", ".", "--out", "out")
    assert " of 3 sources (1 of them before) in out" in done.err


@pytest.mark.parametrize("output_format", ["text", "json", "junit", "sarif", "github"])
def test_findings_are_those_of_validate_in_every_form(run: Run, folder: Path, output_format: str) -> None:
    options = ("clean.xml", "error.xml", "warning.xml", "-f", output_format, "--severity", "COR201=error")
    wanted, found = run("validate", *options), run("columns", *options, "--out", "out")
    assert found.status == wanted.status
    if output_format == "json":
        assert [one["findings"] for one in json.loads(found.out)["reports"]] == [
            one["findings"] for one in json.loads(wanted.out)["reports"]
        ]
    elif output_format != "junit":  # which has times
        assert found.out == wanted.out


def test_what_cannot_be_read_is_told(run: Run, folder: Path) -> None:
    Path("cut.xml").write_bytes(Path("clean.xml").read_bytes()[:-100])
    Path("empty").mkdir()
    done = run("columns", "gone.xml", "cut.xml", "clean.xml", "empty", "--out", "out", "-f", "json")
    assert done.status == 2
    assert done.err.splitlines() == [
        "cim61968-9: gone.xml: cannot be read: no such file or directory",
        "cim61968-9: empty: cannot be read: no *.xml, *.gz or *.zip in this folder",
        "cim61968-9: 2 sources checked: 1 error in 1; 2 sources could not be read",
        "cim61968-9: 413 rows of 4 sources in out; 3 sources not read to the end: gone.xml, cut.xml, empty",
    ]


def test_the_findings_of_streams_take_less_time(run: Run, folder: Path) -> None:
    done = run("columns", "error.xml", "--out", "out", "--table", "events", "--checks", "structure", "-f", "json")
    (report,) = json.loads(done.out)["reports"]
    assert [one["rule"] for one in report["findings"]] == ["XSD101"]
    assert done.status == 1


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["clean.xml", "--out", "."], ".: found clean.xml and no journal of an export; expected an empty folder"),
        (["-", "--out", "out"], "standard input (-) cannot be read again after a crash; save it to a file"),
        (["clean.xml", "--out", "out", "--select", "NIX"], "select: found 'NIX', expected the id of a rule"),
    ],
)
def test_wrong_arguments_are_told(run: Run, folder: Path, arguments: list[str], complaint: str) -> None:
    done = run("columns", *arguments, given=b"<a/>")
    assert (done.status, done.out) == (2, "")
    assert complaint in done.err


def test_a_missing_extra_is_told(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    done = run("columns", "clean.xml", "--out", "out", "--to", "duckdb")
    assert done.status == 2
    assert done.err == (
        'cim61968-9: an export to duckdb needs duckdb, which is not installed: pip install "cim61968-9[duckdb]"\n'
    )
    assert not Path("out").exists()


def test_a_terminal_sees_how_far_it_is(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with streams.progress("reading") as advance:
        advance(5_000_000, 10_000_000)
    assert "reading" in capsys.readouterr().err
