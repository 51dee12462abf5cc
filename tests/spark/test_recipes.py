"""The recipes of the page run, each in a process of its own, and give the rows of the columns."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import cim61968_9 as cim

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "spark-and-others.md"
BLOCK = re.compile(r"^```python(?: (?P<kind>[a-z]+))?\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
COUNTED = {
    "ray": "print('ROWS', data.count(), data.sum('value'))",
    "dask": "print('ROWS', len(data), data['value'].sum().compute())",
    "daft": "print('ROWS', data.count_rows(), data.sum('value').to_pydict()['value'][0])",
}


def blocks(kind: str) -> list[str]:
    text = PAGE.read_text(encoding="utf-8")
    return [found["code"] for found in BLOCK.finditer(text) if (found["kind"] or "") == kind]


def test_all_recipes_are_tried() -> None:
    kinds = {found["kind"] for found in BLOCK.finditer(PAGE.read_text(encoding="utf-8"))}
    assert kinds == {None, "spark", *COUNTED}


@pytest.mark.parametrize("kind", sorted(COUNTED))
def test_recipe_gives_the_rows_of_the_columns(kind: str, examples: Path, tmp_path: Path) -> None:
    shutil.copytree(examples, tmp_path / "examples" / "data")
    (tmp_path / "recipe.py").write_text("\n\n".join([*blocks(""), *blocks(kind), COUNTED[kind]]), encoding="utf-8")
    command = [sys.executable, "recipe.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    expected = cim.columns.readings(cim.sources.find(examples), values="float", errors="keep").table()
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("ROWS ")]
    count, total = line.split()[1:]
    assert int(count) == expected.num_rows > 0
    assert float(total) == pytest.approx(sum(filter(None, expected.column("value").to_pylist())))


def test_blocks_of_spark_run(session: Any, examples: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(examples, tmp_path / "inbox")
    code = "".join(blocks("spark")).replace("/data/inbox", str(tmp_path / "inbox"))
    names: dict[str, Any] = {"spark": session}
    exec(compile(code, str(PAGE), "exec"), names)
    printed = capfd.readouterr().out
    assert "found EndDeviceEvents, expected MeterReadings for readings" in printed
    assert names["few"].count() == names["readings"].count()
