"""The guide to choosing and adding rules: what it has beside the Python that ``test_documents`` runs is so too."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import cim61968_9 as cim

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "how-to" / "choose-and-add-rules.md").read_text(encoding="utf-8")
CHOICE, ENTRY = re.findall(r"^```toml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
(MODULE,) = re.findall(r"^```python\n(from collections.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
COMMANDS = re.findall(r"^\$ cim61968-9 (.+)$", GUIDE, re.MULTILINE)


@pytest.fixture
def plugged(tmp_path: Path) -> Path:
    """A folder with the module of the guide, installed as a package would be."""
    (tmp_path / "acme_rules.py").write_text(MODULE, encoding="utf-8")
    name, _, value = re.sub(r'"', "", ENTRY).splitlines()[1].partition(" = ")
    info = tmp_path / "acme_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-rules\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[cim61968_9.rules]\n{name} = {value}\n", encoding="utf-8")
    shutil.copy(ROOT / "examples" / "data" / "interval-day.xml", tmp_path)
    return tmp_path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder whose packages it finds."""
    return subprocess.run(
        [sys.executable, "-W", "error", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_choice_of_the_guide_is_taken_from_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(CHOICE, encoding="utf-8")
    (tmp_path / "outbox").mkdir()

    assert cim.Settings.find(tmp_path / "outbox") == cim.Settings(
        ignore=["ENV406", "XSD101"], severity={"COR203": "error", "ENV2": "warning", "ENV206": "off"}
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_of_the_guide_run(command: str, tmp_path: Path) -> None:
    (tmp_path / "outbox").mkdir()
    (tmp_path / "outbox" / "get.xml").write_bytes(cim.to_bytes(cim.get("MeterReadings", ids=["NM-E-0041871"])))

    done = run(tmp_path, "-m", "cim61968_9", *command.split())

    assert (done.returncode, done.stderr) == (0, "")


def test_module_of_the_guide_is_found_by_its_entry_point(plugged: Path) -> None:
    done = run(plugged, "-c", "import cim61968_9 as cim; print(cim.validate('interval-day.xml').findings[-1].rule)")

    assert (done.stdout, done.stderr) == ("ACM101\n", "")


def test_rule_of_a_package_can_be_chosen_before_anything_is_checked(plugged: Path) -> None:
    done = run(plugged, "-c", "import cim61968_9 as cim; print(cim.Settings(ignore=['ACM']).ignore)")

    assert (done.stdout, done.stderr) == ("('ACM',)\n", "")


def test_command_explains_the_rule_of_a_package(plugged: Path) -> None:
    done = run(plugged, "-m", "cim61968_9", "rules", "ACM101")

    assert done.returncode == 0
    assert done.stdout.startswith("ACM101 (warning): no whole day of quarter hours\n")
    assert "loads whole days" in done.stdout


def test_module_that_cannot_be_imported_is_an_error_that_names_the_package(plugged: Path) -> None:
    (plugged / "acme_rules.py").write_text("import acme_that_is_missing\n", encoding="utf-8")

    done = run(plugged, "-c", "import cim61968_9 as cim; cim.validate('interval-day.xml')")

    assert done.returncode == 1
    assert re.search(r"SettingsError: the rules 'acme' \(acme_rules\) cannot be loaded: .* acme-rules$", done.stderr)
