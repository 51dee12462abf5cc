"""``validate``: what it takes, what it says, how it ends."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from cim61968_9.cli import streams
from cim61968_9.validation.rendering import FORMATS

Run = Any


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["clean.xml"], 0),
        (["warning.xml"], 0),
        (["warning.xml", "--strict"], 1),
        (["warning.xml", "--fail-on", "warning"], 1),
        (["error.xml"], 1),
        (["clean.xml", "error.xml"], 1),
        (["error.xml", "--severity", "XSD101=warning"], 0),
        (["error.xml", "--severity", "XSD101=info", "--fail-on", "info"], 1),
        (["error.xml", "--severity", "XSD101=off"], 0),
        (["error.xml", "--ignore", "XSD"], 0),
        (["error.xml", "--select", "COR,TIM"], 0),
        (["warning.xml", "--severity", "COR201=error"], 1),
        (["warning.xml", "--severity", "cor201=error"], 1),
        (["error.xml", "--ignore", "xsd"], 0),
        (["error.xml", "--select", "cor,tim"], 0),
        (["gone.xml"], 2),
        (["gone.xml", "error.xml"], 2),
        (["clean.xml", "--severity", "XSD101"], 2),
        (["clean.xml", "--severity", "XSD101=loud"], 2),
        (["clean.xml", "--select", "ZZZ"], 2),
        (["clean.xml", "--config", "gone.toml"], 2),
        (["clean.xml", "--output-format", "html"], 2),
        (["--nothing"], 2),
        ([], 2),
    ],
)
def test_status_tells_what_was_found(run: Run, folder: Path, arguments: list[str], status: int) -> None:
    assert run("validate", *arguments).status == status


def test_a_clean_file_is_one_line(run: Run, folder: Path) -> None:
    done = run("validate", "clean.xml")
    assert (done.out, done.err) == ("1 source checked: no findings\n", "")


def test_a_finding_has_its_place(run: Run, folder: Path) -> None:
    done = run("validate", "error.xml")
    assert done.lines[0].startswith("error.xml:63:9: error XSD101 unknown element: found an element 'SignalStrength'")
    assert done.lines[1] == "    at /EventMessage/Payload/EndDeviceEvents/EndDeviceEvent[1]/SignalStrength"


def test_other_files_are_checked_when_one_is_missing(run: Run, folder: Path) -> None:
    done = run("validate", "gone.xml", "error.xml")
    assert "gone.xml: cannot be read: no such file or directory" in done.lines
    assert done.lines[-1] == "1 source checked: 1 error; 1 source could not be read"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (b"", "XML001"),
        (b"<a", "XML001"),
        (b"\xff\xfe<", "XML001"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "XML002"),
        (gzip.compress(b" " * 50_000_000), "XML003"),
        (b"<a/>", "ENV100"),
    ],
)
def test_what_is_no_message_is_a_finding(run: Run, folder: Path, text: bytes, rule: str) -> None:
    (folder / "bad.xml").write_bytes(text)
    done = run("validate", "bad.xml", "-f", "json")
    (report,) = json.loads(done.out)["reports"]
    assert done.status == 1
    assert (report["problem"], [found["rule"] for found in report["findings"]]) == (None, [rule])


@pytest.mark.parametrize("output_format", FORMATS)
def test_every_format_of_python_is_one_of_the_command(run: Run, folder: Path, output_format: str) -> None:
    done = run("validate", "error.xml", "--output-format", output_format)
    assert done.status == 1
    assert "XSD101" in done.out


def test_failures_of_junit_are_those_of_the_status(run: Run, folder: Path) -> None:
    for arguments, failures in ([[], "0"], [["--strict"], "1"]):
        done = run("validate", "warning.xml", "-f", "junit", *arguments)
        assert etree.fromstring(done.data).get("failures") == failures


def test_an_output_file_is_written_and_its_summary_told(run: Run, folder: Path) -> None:
    done = run("validate", "error.xml", "-f", "sarif", "--output", "report.sarif")
    assert done.out == ""
    assert done.err == "cim61968-9: 1 source checked: 1 error\n"
    assert json.loads((folder / "report.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_an_output_file_that_cannot_be_written_is_one_line(run: Run, folder: Path) -> None:
    done = run("validate", "clean.xml", "--output", "gone/report.txt")
    assert (done.status, done.err) == (2, "cim61968-9: gone/report.txt: no such file or directory\n")
    done = run("validate", "clean.xml", "--output", ".")
    assert (done.status, done.err) == (2, "cim61968-9: .: is a directory\n")


def test_an_output_file_without_a_place_is_told_before_anything_is_read(run: Run, folder: Path) -> None:
    done = run("inspect", "gone.xml", "--output", "gone/report.txt")
    assert done.err == "cim61968-9: gone/report.txt: no such file or directory\n"


@pytest.mark.parametrize("name", ["empty.xml", "a.zip", "-"])
def test_a_source_is_named_once_and_by_its_name(run: Run, folder: Path, name: str) -> None:
    (folder / "empty.xml").write_bytes(b"")
    with zipfile.ZipFile("a.zip", "w") as archive:
        archive.writestr("empty.xml", b"")
    shown = "a.zip!empty.xml" if name == "a.zip" else name
    reason = "no content; expected an XML document"
    assert run("validate", name, given=b"").lines[0] == f"{shown}:1:1: error XML001 not well-formed: {reason}"
    for command in (["inspect"], ["convert"], ["diff", "clean.xml"]):
        assert run(*command, name, given=b"").err == f"cim61968-9: {shown}: {reason}\n"


def test_limits_are_told_as_the_options_that_raise_them(run: Run, folder: Path) -> None:
    lines = run("validate", "error.xml", "--max-bytes", "10").lines
    assert lines[0] == (
        "error.xml: error XML003 beyond the limits: more than 10 bytes; raise --max-bytes if that is meant"
    )
    assert lines[1] == "    raise --max-bytes or --max-ratio if such input is meant"
    assert run("inspect", "-", "--max-bytes", "10", given=b" " * 11).err == (
        "cim61968-9: -: more than 10 bytes; raise --max-bytes if that is meant\n"
    )


def test_totals_are_true_beyond_the_limit(run: Run, folder: Path) -> None:
    text = (folder / "error.xml").read_text(encoding="utf-8")
    (folder / "errors.xml").write_text(text.replace("</Header>", "<x/>" * 2500 + "</Header>"), encoding="utf-8")
    told = run("validate", "errors.xml", "--statistics").lines
    assert told[1].split() == ["2501", "1", "XSD101", "error", "unknown", "element"]
    assert told[-1] == "1 source checked: 2,501 errors"
    assert "FND001" not in "".join(told)
    found = json.loads(run("validate", "errors.xml", "-f", "json").out)
    assert (found["summary"]["errors"], found["summary"]["unlisted"]) == (2501, 1501)
    assert len(found["reports"][0]["findings"]) == 1001


def test_most_findings_are_chosen(run: Run, folder: Path) -> None:
    text = (folder / "error.xml").read_text(encoding="utf-8")
    (folder / "errors.xml").write_text(text.replace("</Header>", "<x/><x/><x/></Header>"), encoding="utf-8")
    assert "FND001" not in run("validate", "errors.xml").out
    done = run("validate", "errors.xml", "--max-findings", "2")
    assert "FND001" in done.out
    assert "raise --max-findings to see the rest" in done.out


def test_standard_input_and_members_have_no_place_of_their_own_in_sarif(run: Run, packed: Path) -> None:
    data = Path("error.xml").read_bytes()
    (found,) = json.loads(run("validate", "-", "-f", "sarif", given=data).out)["runs"][0]["results"]
    assert "physicalLocation" not in found["locations"][0]
    assert found["message"]["text"].startswith("-:63:9: unknown element")
    (found,) = json.loads(run("validate", "day.zip", "-f", "sarif").out)["runs"][0]["results"]
    place = found["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "day.zip", "uriBaseId": "%SRCROOT%"}}
    assert found["message"]["text"].startswith("day.zip!in/error.xml:63:9: unknown element")


def test_what_cannot_be_read_is_told_beside_a_document(run: Run, folder: Path) -> None:
    done = run("validate", "gone.xml", "-f", "github")
    assert "cim61968-9: gone.xml: cannot be read: no such file or directory" in done.err.splitlines()
    assert done.out == "::error file=gone.xml,title=cannot be read::no such file or directory\n"


def test_what_is_shown_can_be_less_than_what_counts(run: Run, folder: Path) -> None:
    done = run("validate", "warning.xml", "--show", "error", "--strict")
    told = "1 finding below --show is not listed\n1 source checked: 1 warning\n"
    assert (done.status, done.out) == (1, told)
    assert run("validate", "warning.xml", "--show", "error", "--statistics").out == told
    assert "below --show" not in run("validate", "warning.xml", "--show", "warning").out


def test_what_is_not_shown_is_counted_in_documents(run: Run, folder: Path) -> None:
    options = ["warning.xml", "--show", "error", "--strict", "-f"]
    document = json.loads(run("validate", *options, "json").out)
    assert (document["summary"]["warnings"], document["summary"]["unlisted"]) == (1, 1)
    assert document["reports"][0]["findings"] == []
    root = etree.fromstring(run("validate", *options, "junit").data)
    assert root.get("failures") == "1"
    assert root.xpath("//failure/@message") == ["1 finding below --show is not listed"]


def test_findings_can_be_counted(run: Run, folder: Path) -> None:
    (folder / "again.xml").write_bytes((folder / "error.xml").read_bytes())
    done = run("validate", ".", "gone.xml", "--statistics")
    assert (done.status, done.err) == (2, "cim61968-9: gone.xml: cannot be read: no such file or directory\n")
    assert [line.split(maxsplit=4) for line in done.lines[:3]] == [
        ["FINDINGS", "SOURCES", "RULE", "SEVERITY", "TITLE"],
        ["2", "2", "XSD101", "error", "unknown element"],
        ["1", "1", "COR201", "warning", "reply without correlation"],
    ]
    assert done.lines[3:] == ["", "4 sources checked: 2 errors, 1 warning in 3; 1 source could not be read"]


class TestConfig:
    def test_nearest_pyproject_is_heeded(self, run: Run, folder: Path) -> None:
        (folder / "pyproject.toml").write_text('[tool.cim61968-9]\nignore = ["XSD101"]\n', encoding="utf-8")
        assert run("validate", "error.xml").status == 0

    def test_another_file_takes_its_place(self, run: Run, folder: Path) -> None:
        (folder / "pyproject.toml").write_text('[tool.cim61968-9]\nignore = ["XSD101"]\n', encoding="utf-8")
        (folder / "other.toml").write_text('[tool.cim61968-9]\nignore = ["COR"]\n', encoding="utf-8")
        assert run("validate", "error.xml", "--config", "other.toml").status == 1

    def test_options_are_added_to_it(self, run: Run, folder: Path) -> None:
        (folder / "pyproject.toml").write_text('[tool.cim61968-9]\nignore = ["XSD101"]\n', encoding="utf-8")
        done = run("validate", "error.xml", "warning.xml", "--ignore", "COR201", "--strict")
        assert (done.status, done.out) == (0, "2 sources checked: no findings\n")

    @pytest.mark.parametrize(
        ("options", "status"),
        [
            ([], 0),
            (["--select", "XSD101"], 1),
            (["--select", "XSD"], 0),
            (["--select", "COR"], 0),
            (["--select", "XSD101", "--ignore", "XSD101"], 0),
        ],
    )
    def test_what_is_selected_by_name_wins(self, run: Run, folder: Path, options: list[str], status: int) -> None:
        (folder / "pyproject.toml").write_text('[tool.cim61968-9]\nignore = ["XSD101"]\n', encoding="utf-8")
        assert run("validate", "error.xml", *options).status == status

    def test_it_is_looked_for_from_where_the_command_runs(
        self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (folder / "here").mkdir()
        (folder / "here" / "pyproject.toml").write_text('[tool.cim61968-9]\nignore = ["XSD"]\n', encoding="utf-8")
        monkeypatch.chdir("here")
        assert run("validate", "../error.xml").status == 0

    def test_a_wrong_name_in_it_is_one_line(self, run: Run, folder: Path) -> None:
        (folder / "pyproject.toml").write_text('[tool.cim61968-9]\nignore = ["ZZZ"]\n', encoding="utf-8")
        done = run("validate", "error.xml")
        assert done.status == 2
        assert "pyproject.toml" in done.err
        assert len(done.err.splitlines()) == 1

    def test_a_file_without_the_table_is_told(self, run: Run, folder: Path) -> None:
        (folder / "other.toml").write_text("", encoding="utf-8")
        done = run("validate", "clean.xml", "--config", "other.toml")
        assert (done.status, done.err) == (2, "cim61968-9: other.toml: found no table [tool.cim61968-9]\n")


class TestColour:
    def test_there_is_none_in_a_pipe(self, run: Run, folder: Path) -> None:
        assert "\x1b" not in run("validate", "error.xml").out

    def test_it_can_be_forced(self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("FORCE_COLOR", "1")
        assert "\x1b[31;1merror\x1b[0m" in run("validate", "error.xml").out
        run("validate", "error.xml", "-o", "report.txt")
        assert "\x1b" not in (folder / "report.txt").read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        ("environment", "expected"),
        [
            ({"TERM": "xterm"}, True),
            ({"TERM": "dumb"}, False),
            ({"TERM": "xterm", "NO_COLOR": "1"}, False),
            ({"TERM": "xterm", "NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
            ({"TERM": "xterm", "NO_COLOR": ""}, True),
        ],
    )
    def test_a_terminal_gets_it_unless_told_otherwise(
        self, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: bool
    ) -> None:
        for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        assert streams.coloured(Terminal()) is expected


class Terminal(io.StringIO):
    """Says that it is a terminal."""

    def isatty(self) -> bool:
        return True


class TestProgress:
    @pytest.mark.parametrize(
        ("stream", "sizes", "shown"),
        [
            (Terminal(), [1] * 30, True),
            (Terminal(), [10**9], True),
            (Terminal(), [1] * 3, False),
            (io.StringIO(), [10**9] * 30, False),
        ],
    )
    def test_a_bar_is_for_terminals_and_long_work(
        self, monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, sizes: list[int], shown: bool
    ) -> None:
        monkeypatch.setattr("sys.stderr", stream)
        assert list(streams.tracked(range(len(sizes)), sizes)) == list(range(len(sizes)))
        assert bool(stream.getvalue()) is shown
