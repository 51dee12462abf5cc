"""The pages about the command show what it does."""

from __future__ import annotations

import importlib.util
import re
import shlex
import shutil
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cim61968_9.cli.app import COMMANDS
from cim61968_9.validation.rendering import FORMATS
from cim61968_9.validation.settings import Settings

Run = Any
GUIDE = "docs/how-to/check-messages-in-ci.md"
_SESSION = re.compile(r"^```console\n\$ (cim61968-9 [^\n]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CALL = re.compile(r"cim61968-9 (validate [^`'\n]+)")


@pytest.fixture(scope="module")
def maker(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_command", root / "docs" / "make_command.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def guide(root: Path) -> str:
    return (root / GUIDE).read_text(encoding="utf-8")


def test_page_of_the_command_is_made_from_it(root: Path, maker: ModuleType) -> None:
    made = (root / "docs" / "reference" / "command.md").read_text(encoding="utf-8")
    assert made == maker.page(), "run python docs/make_command.py"


def test_every_subcommand_has_an_example(maker: ModuleType) -> None:
    assert set(maker.EXAMPLES) == set(COMMANDS)
    assert all(maker.EXAMPLES.values())


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_subcommand_names_every_option_of_the_page(run: Run, maker: ModuleType, name: str) -> None:
    section = maker.page().partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    text = run(name, "--help").out
    options = re.findall(r"^\| `(--[a-z-]+)|, `(--[a-z-]+)", section, re.MULTILINE)
    assert [found for pair in options for found in pair if found and found not in text] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_first_sentence_of_the_help_is_not_cut(run: Run, name: str) -> None:
    (line,) = [line for line in run("--help").lines if line.split()[:1] == [name]]
    assert line.endswith(".")
    assert not line.endswith("...")


def test_guide_shows_what_the_command_prints(run: Run, root: Path, guide: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    sessions = [(command, shown) for command, shown in _SESSION.findall(guide) if "|" not in command]
    assert sessions
    for command, shown in sessions:
        assert run(*shlex.split(command)[1:]).out == shown


def test_commands_of_the_guide_are_accepted(
    run: Run, root: Path, guide: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(root / "examples" / "data", tmp_path / "messages")
    shutil.copytree(root / "examples" / "data", tmp_path / "examples" / "data")
    monkeypatch.chdir(tmp_path)
    calls = _CALL.findall(guide)
    assert {name for call in calls for name in re.findall(r"--output-format (\w+)", call)} >= set(FORMATS) - {"text"}
    for call in calls:
        assert run(*shlex.split(call.partition("|")[0])).status == 1, call


def test_settings_of_the_guide_are_settings(guide: str) -> None:
    (block,) = re.findall(r"^```toml\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    given = tomllib.loads(block)["tool"]["cim61968-9"]
    assert Settings(**given).severity == {"XSD101": "warning"}


def test_hook_runs_the_command(root: Path, run: Run, folder: Path) -> None:
    hooks = (root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    (entry,) = re.findall(r"^  entry: cim61968-9 (.+)$", hooks, re.MULTILINE)
    assert "types: [xml]" in hooks
    assert run(*entry.split(), "clean.xml", "error.xml", "--strict").status == 1
