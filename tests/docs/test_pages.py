"""Lessons and explanations do what they say: their blocks run, and print what stands below them."""

from __future__ import annotations

import doctest
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import cim61968_9 as cim
from cim61968_9.cli import main as command
from cim61968_9.verbs import KIND_OF

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = [DOCS / "index.md", *sorted((DOCS / "explanation").glob("*.md")), *sorted((DOCS / "tutorial").glob("*.md"))]
WITH_PYTHON = [page for page in PAGES if "```python" in page.read_text(encoding="utf-8")]
COMMANDS = DOCS / "tutorial" / "3-check-in-ci.md"

_FENCE = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_SHOWN = re.compile(r"\A\n\n```text\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = "\x1e"


def fences(page: Path) -> list[tuple[str, str, str | None]]:
    """Return language and text of the blocks of a page, and what they are said to print."""
    text = page.read_text(encoding="utf-8")
    found = []
    for block in _FENCE.finditer(text):
        shown = _SHOWN.match(text[block.end() :])
        found.append((block["language"], block["text"], shown["text"] if shown else None))
    return found


def agree(shown: str, printed: str) -> bool:
    """Whether a text is what a page shows, where three dots stand for anything."""
    return doctest.OutputChecker().check_output(shown, printed, doctest.ELLIPSIS | doctest.REPORT_UDIFF)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that looks to an example like the checkout."""
    shutil.copytree(ROOT / "examples" / "data", tmp_path / "examples" / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def nouns() -> ModuleType:
    """What makes the pages of the nouns."""
    sys.path.insert(0, str(DOCS))
    try:
        spec = importlib.util.spec_from_file_location("make_nouns", DOCS / "make_nouns.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(DOCS))
    return module


@pytest.mark.parametrize("page", [page for page in WITH_PYTHON if page != COMMANDS], ids=lambda page: page.stem)
def test_pages_print_what_they_show(page: Path, checkout: Path) -> None:
    blocks = [(text, shown) for language, text, shown in fences(page) if language == "python"]
    code = "".join(f"{text}\nprint({_MARK!r}, end='')\n" for text, _ in blocks)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-"],
        input=code,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    for (text, shown), printed in zip(blocks, done.stdout.split(_MARK), strict=False):
        assert shown is None or agree(shown, printed), f"{text}\nshown:\n{shown}\nprinted:\n{printed}"


def test_lesson_about_ci_goes_as_it_says(
    checkout: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    names: dict[str, object] = {}
    commands: list[str] = []
    for language, text, shown in fences(COMMANDS):
        if language == "python":
            exec(compile(text, COMMANDS.name, "exec"), names)
            printed = capsys.readouterr().out
            assert shown is None or agree(shown, printed)
        elif language == "toml":
            (checkout / "pyproject.toml").write_text(text, encoding="utf-8")
        elif language == "console":
            for part in text.removeprefix("$ ").split("\n$ "):
                line, _, expected = part.partition("\n")
                commands.append(line)
                do(line)
                printed = capsys.readouterr().out
                assert agree(expected.strip(), printed.strip()), f"{line}\nshown:\n{expected}\nprinted:\n{printed}"
    assert len(commands) == 11


def do(line: str) -> None:
    """Do what a line says that a reader types."""
    program, *arguments = shlex.split(line)
    if program == "mkdir":
        Path(arguments[0]).mkdir()
    elif program == "cp":
        shutil.copy(*arguments)
    else:
        assert program == "cim61968-9"
        is_error = Path("messages/outage.xml").is_file() and not Path("pyproject.toml").is_file()
        assert command(arguments) == int(is_error or "--strict" in arguments)


def test_every_noun_has_an_exchange_that_it_takes_part_in(nouns: ModuleType) -> None:
    assert set(nouns.FACTS["noun"]) == set(cim.PROFILES)
    for name in cim.PROFILES:
        facts = nouns._about(name)
        noun = name.removeprefix("Get")
        assert facts["sure"] in nouns.SURE
        assert facts["exchanges"]
        for key in facts["exchanges"]:
            told = nouns.FACTS["exchange"][key]
            steps = nouns.steps(told["steps"], noun=noun, **{"from": facts["from"], "to": facts["to"]})
            assert noun in {step.noun for step in steps}, (name, key)
            assert {step.noun for step in steps} <= set(cim.NOUNS)
            assert {step.verb for step in steps} <= set(KIND_OF)
            assert {side for step in steps for side in step[:2]} <= set(nouns.FACTS["parties"])
            assert told["sure"] in nouns.SURE
            if "script" in told:
                assert (ROOT / "examples" / "cookbook" / f"{told['script']}.py").is_file()
        if name == noun:
            assert set(facts["verbs"]) <= set(KIND_OF)
            assert str(cim.sample(name).header.verb) in facts["verbs"]
    used = {key for name in cim.PROFILES for key in nouns._about(name)["exchanges"]}
    assert used == set(nouns.FACTS["exchange"])


def test_replies_of_exchanges_follow_their_requests(nouns: ModuleType) -> None:
    """In each picture, whoever is asked answers, and nobody else."""
    for told in nouns.FACTS["exchange"].values():
        owed: list[tuple[str, str, str]] = []
        answered: set[tuple[str, str, str]] = set()
        for step in nouns.steps(told["steps"], noun="MeterConfig", **{"from": "CIS", "to": "MDM"}):
            side = (step.receiver, step.sender, step.noun)
            if step.kind == "RequestMessage":
                owed.append(side)
            elif step.kind == "ResponseMessage":
                back = (step.sender, step.receiver, step.noun)
                assert back in owed or back in answered, (told["title"], step)
                if back in owed:
                    owed.remove(back)
                answered.add(back)
        assert owed == [], told["title"]


@pytest.mark.parametrize("name", ["MeterReadings", "GetMeterReadings", "MeterConfig"])
def test_page_of_a_noun_tells_all_of_it(nouns: ModuleType, name: str) -> None:
    page = nouns.page(name)
    profile = cim.PROFILES[name]
    assert profile.namespace in page
    assert f"<strong>{profile.confidence}</strong>" in page
    assert cim.to_bytes(cim.sample(name), pretty=True).decode().partition("\n")[2] in page
    for cls in nouns._classes(profile.cls):
        section = page.partition(f'<h3 id="{cls.__name__}">')[2].partition("<h3 ")[0]
        for member in cls.__xml__.members:
            assert f"<code>{nouns._tag(member)}</code>" in section
            assert nouns._texts(name)[cls.__xml__.name, member.tag]
    assert "├─ " in page
    assert page.count("<svg") == len(nouns._about(name)["exchanges"])


def test_levels_of_the_pages_are_those_of_the_schemas(nouns: ModuleType) -> None:
    for profile in cim.PROFILES.values():
        assert profile.confidence in nouns.LEVELS


def test_links_of_copied_pages_are_put_right(nouns: ModuleType) -> None:
    from sys import modules

    relinked = modules["make_copies"].relinked
    text = "[a](CONTRIBUTING.md#style) [b](docs/how-to/bulk-readings.md) [c](https://x.example/a.md) [d](noxfile.py)\n"
    text += "```python\nx[1](CONTRIBUTING.md)\n```\n"
    assert relinked(text, "README.md", "docs/project/readme.md") == (
        "[a](contributing.md#style) [b](../how-to/bulk-readings.md) [c](https://x.example/a.md) [d](../../noxfile.py)\n"
        "```python\nx[1](CONTRIBUTING.md)\n```\n"
    )
