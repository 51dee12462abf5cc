"""Each format of the report is as it was; ``python tests/unit/reports/test_snapshots.py`` writes the files anew."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from unit.reports.samples import OWN, REPORTS  # noqa: E402

import cim61968_9 as cim  # noqa: E402
from cim61968_9.validation.rendering import FORMATS, render  # noqa: E402
from cim61968_9.validation.rules import RULES  # noqa: E402

ENDINGS = {"text": "txt", "json": "json", "junit": "xml", "sarif": "sarif", "github": "txt"}


def snapshot(output_format: str) -> Path:
    return HERE / "snapshots" / f"{output_format}.{ENDINGS[output_format]}"


def rendered(output_format: str) -> str:
    return render(REPORTS, output_format).replace(f'"{cim.__version__}"', '"VERSION"')


@pytest.mark.parametrize("output_format", FORMATS)
def test_format_is_as_it_was(output_format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, rule in OWN.items():
        monkeypatch.setitem(RULES, name, rule)
    path = snapshot(output_format)
    assert rendered(output_format) == path.read_text(encoding="utf-8"), f"run python {Path(__file__).name}"


def test_every_format_has_a_snapshot_and_no_other_file_is_there() -> None:
    assert set((HERE / "snapshots").iterdir()) == {snapshot(name) for name in FORMATS}


if __name__ == "__main__":
    RULES.update(OWN)
    for name in FORMATS:
        snapshot(name).write_text(rendered(name), encoding="utf-8", newline="\n")
