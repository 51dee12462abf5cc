"""``sample``: valid messages, the same for the same arguments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import cim61968_9 as cim
from cim61968_9.sampling import sample

Run = Any


@pytest.mark.parametrize("arguments", [[], ["--full"], ["--seed", "7", "--count", "3"], ["--verb", "changed"]])
def test_a_sample_is_that_of_python(run: Run, arguments: list[str]) -> None:
    done = run("sample", "EndDeviceControls", *arguments)
    given = {
        "full": "--full" in arguments,
        "seed": 7 if "--seed" in arguments else 0,
        "count": 3 if "--count" in arguments else 1,
        "verb": "changed" if "--verb" in arguments else None,
    }
    assert (done.status, done.err) == (0, "")
    assert cim.read(done.data, mode="strict") == sample("EndDeviceControls", **given)


def test_a_sample_is_clean(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "sample.xml"
    run("sample", "MeterReadings", "--output", path)
    assert run("validate", path, "--strict").status == 0


def test_it_is_indented_unless_told_otherwise(run: Run) -> None:
    assert len(run("sample", "MeterReadings").lines) > 10
    assert len(run("sample", "MeterReadings", "--compact").lines) == 2


@pytest.mark.parametrize(
    "arguments", [["Nothing"], ["MeterReadings", "--verb", "fly"], ["MeterReadings", "--count", "0"]]
)
def test_wrong_arguments_are_told(run: Run, arguments: list[str]) -> None:
    done = run("sample", *arguments)
    assert (done.status, done.out) == (2, "")
    assert done.err
    assert "Traceback" not in done.err
