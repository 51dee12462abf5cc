"""Where results go: to standard output by its name, and never over a source."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

Run = Any
COMMANDS = [
    ("report", "same.xml"),
    ("report", "."),
    ("validate", "same.xml"),
    ("inspect", "clean.xml", "*.xml"),
    ("convert", "same.xml"),
    ("columns", "same.xml", "--out", "made"),
]


@pytest.fixture
def same(folder: Path) -> Path:
    """A source that has three names."""
    path = folder / "same.xml"
    path.write_bytes((folder / "clean.xml").read_bytes())
    (folder / "symbolic").symlink_to("same.xml")
    os.link(path, folder / "hard")
    return path


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda one: one[0])
@pytest.mark.parametrize("name", ["same.xml", "./same.xml", "symbolic", "hard"])
def test_a_source_is_not_written_over(run: Run, same: Path, arguments: tuple[str, ...], name: str) -> None:
    before = same.read_bytes()
    done = run(*arguments, "--output", name)
    assert (done.status, done.out) == (2, "")
    shown = Path(name)
    assert done.err == f"cim61968-9: --output {shown}: is one of the sources, which would be lost; name another file\n"
    assert same.read_bytes() == before
    assert not Path("made").exists()


@pytest.mark.parametrize("name", ["report", "validate"])
def test_an_archive_is_not_written_over(run: Run, packed: Path, name: str) -> None:
    before = packed.read_bytes()
    assert run(name, packed.name, "-o", packed.name).status == 2
    assert packed.read_bytes() == before


def test_a_file_that_is_no_source_is_written_over(run: Run, same: Path) -> None:
    Path("page.html").write_text("before", encoding="utf-8")
    assert run("report", "same.xml", "gone.xml", "-o", "page.html").status == 2
    assert "gone.xml cannot be read" in run("report", "gone.xml", "-o", "page.html").err.replace(": ", " ")
    assert Path("page.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    "arguments",
    [
        ("report", "error.xml"),
        ("validate", "error.xml"),
        ("validate", "error.xml", "-f", "json"),
        ("inspect", "error.xml"),
        ("convert", "error.xml"),
        ("columns", "clean.xml", "--out", "made"),
        ("sample", "MeterConfig"),
    ],
)
def test_a_dash_is_standard_output(run: Run, folder: Path, arguments: tuple[str, ...]) -> None:
    named, plain = run(*arguments, "-o", "-"), run(*arguments)
    assert (named.status, named.data) == (plain.status, plain.data)
    assert plain.data
    assert not Path("-").exists()


def test_standard_input_is_read_once_where_the_output_exists(run: Run, folder: Path) -> None:
    (folder / "made.xml").write_text("old", encoding="utf-8")
    given = (folder / "clean.xml").read_bytes()
    done = run("convert", "-", "-o", "made.xml", given=given)
    assert (done.status, done.err) == (0, "")
    assert (folder / "made.xml").read_bytes() == run("convert", "clean.xml").data
