"""``report``: a page as validate would have told it, and where it goes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from strict_html import Strict

Run = Any


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["clean.xml"], 0),
        (["warning.xml"], 0),
        (["warning.xml", "--strict"], 1),
        (["warning.xml", "--fail-on", "warning"], 1),
        (["error.xml"], 1),
        (["error.xml", "--severity", "xsd101=warning"], 0),
        (["error.xml", "--ignore", "XSD"], 0),
        (["error.xml", "--select", "cor,tim"], 0),
        (["gone.xml", "error.xml"], 2),
        (["clean.xml", "--select", "ZZZ"], 2),
        (["clean.xml", "--config", "gone.toml"], 2),
        (["clean.xml", "--output", "gone/report.html"], 2),
        ([], 2),
    ],
)
def test_status_is_that_of_validate(run: Run, folder: Path, arguments: list[str], status: int) -> None:
    assert run("report", *arguments).status == status
    if "--output" not in arguments:
        assert run("validate", *arguments).status == status


def test_the_page_goes_to_standard_output(run: Run, folder: Path) -> None:
    done = run("report", "clean.xml")
    assert Strict(done.out).headings[:2] == ["Report on 1 source", "clean.xml no findings"]
    assert done.err == ""


def test_the_page_goes_to_a_file(run: Run, folder: Path) -> None:
    done = run("report", "error.xml", "gone.xml", "--output", "report.html")
    assert done.out == ""
    assert done.err.splitlines() == [
        "cim61968-9: gone.xml: cannot be read: no such file or directory",
        "cim61968-9: 1 source checked: 1 error; 1 source could not be read",
    ]
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert "gone.xml cannot be read" in Strict(page).headings


def test_a_terminal_gets_no_page(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cim61968_9.cli.commands.report import report

    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Terminal())
    said: list[str] = []
    monkeypatch.setattr("cim61968_9.cli.guard.complain", said.append)
    with pytest.raises(Exception, match="2"):
        report(["clean.xml"])
    assert said == ["a page is nothing to read on a terminal; name a file, as in --output report.html"]


def test_members_of_archives_and_standard_input_are_sources(run: Run, packed: Path) -> None:
    done = run("report", packed.name, "-", given=(packed.parent / "error.xml").read_bytes())
    assert done.status == 1
    names = [one.partition(" ")[0] for one in Strict(done.out).headings if ".xml" in one or one.startswith("-")]
    assert names == ["day.zip!in/clean.xml", "day.zip!in/error.xml", "-"]
    lines = html.fromstring(done.data).xpath("//span[@class='here']/b/text()")
    assert lines == ["63", "63"]


def test_limits_are_options(run: Run, folder: Path) -> None:
    done = run("report", "clean.xml", "--max-bytes", "100")
    assert done.status == 1
    assert "raise --max-bytes if that is meant" in Strict(done.out).text


def test_a_zone_is_a_name_that_is_known(run: Run, examples: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run("report", str(examples / "interval-day.xml"), "-o", str(page), "--zone", "Europe/Vienna").status == 0
    assert "time (Europe/Vienna)" in page.read_text(encoding="utf-8")
    done = run("report", str(examples / "interval-day.xml"), "-o", str(tmp_path / "no.html"), "--zone", "Mars/Base")
    assert done.status == 2
    assert "'Mars/Base' is no known time zone; expected a name such as 'Europe/Vienna'" in done.err
    assert not (tmp_path / "no.html").exists()
