"""``inspect``: what is in files, in a block for each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import cim61968_9 as cim
from cim61968_9.inspecting import inspect

Run = Any


def test_a_file_is_summed_up_as_in_python(run: Run, folder: Path) -> None:
    done = run("inspect", "clean.xml")
    assert (done.status, done.err) == (0, "")
    assert done.out == f"{inspect('clean.xml')}\n"


def test_several_files_have_a_block_each_under_their_names(run: Run, packed: Path) -> None:
    done = run("inspect", "clean.xml", "day.zip")
    names = [line for line in done.lines if line.endswith(".xml:")]
    assert names == ["clean.xml:", "day.zip!in/clean.xml:", "day.zip!in/error.xml:"]
    assert [line for line in done.lines if line.startswith("document  ")] != []
    assert sum(line.startswith("message  ") for line in done.lines) == 3


@pytest.mark.parametrize(("text", "status"), [("<a/>", 1), ("<a", 1)])
def test_what_is_no_message_ends_with_one_and_the_rest_is_told(run: Run, folder: Path, text: str, status: int) -> None:
    (folder / "bad.xml").write_text(text, encoding="utf-8")
    done = run("inspect", "bad.xml", "clean.xml")
    assert done.status == status
    assert str(inspect("clean.xml")) in done.out


def test_what_cannot_be_read_ends_with_two_and_the_rest_is_told(run: Run, folder: Path) -> None:
    (folder / "bad.xml").write_text("<a", encoding="utf-8")
    done = run("inspect", "gone.xml", "bad.xml", "clean.xml")
    assert (done.status, done.err.splitlines()[0]) == (2, "cim61968-9: gone.xml: no such file or directory")
    assert str(inspect("clean.xml")) in done.out


def test_json_is_a_list_of_what_is_known(run: Run, packed: Path) -> None:
    done = run("inspect", "day.zip", "--output-format", "json")
    found = json.loads(done.out)
    assert [(one["source"], one["verb"], one["noun"]) for one in found] == [
        ("day.zip!in/clean.xml", "created", "MeterReadings"),
        ("day.zip!in/error.xml", "created", "EndDeviceEvents"),
    ]


def test_standard_input_is_summed_up(run: Run, folder: Path) -> None:
    done = run("inspect", "-", given=(folder / "clean.xml").read_bytes())
    assert done.status == 0
    assert "message         EventMessage: created MeterReadings" in done.lines


def test_nothing_in_a_message_reaches_the_terminal(run: Run, folder: Path) -> None:
    message = cim.read("clean.xml")
    message.header.source = "Northmoor\x9b31m\u202e"
    cim.write(message, "other.xml")
    done = run("inspect", "other.xml")
    assert done.status == 0
    assert all(line.isprintable() for line in done.out.split("\n"))
