"""The workflows run what developers run, with actions that cannot change under their names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SESSIONS = set(
    re.findall(r"^def (\w+)\(session: nox\.Session\)", (ROOT / "noxfile.py").read_text("utf-8"), re.MULTILINE)
)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_to_a_commit_whose_version_is_told(path: Path) -> None:
    used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert used
    assert [one for one in used if not re.fullmatch(r"[\w-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one)] == []


def test_an_action_has_the_same_pin_everywhere() -> None:
    used = {one for path in WORKFLOWS for one in re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))}
    assert len(used) == len({one.partition("@")[0] for one in used})


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_run_sessions_and_targets_that_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    called = {name for line in re.findall(r"nox -s ([\w ]+)", text) for name in line.split()}
    assert called - SESSIONS == set()
    assert set(re.findall(r"run: make (\w+)", text)) <= set(
        re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    )
    assert called or "make test" in text


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_begin_without_permissions(path: Path) -> None:
    assert "\npermissions: {}\n" in path.read_text(encoding="utf-8")
