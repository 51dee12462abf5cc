"""Choices of rules: from options and from pyproject.toml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import cim61968_9 as cim

ERROR, WARNING, INFO = cim.Severity.ERROR, cim.Severity.WARNING, cim.Severity.INFO


@pytest.mark.parametrize(
    ("settings", "rule", "expected"),
    [
        ({}, "XSD101", ERROR),
        ({"select": ["XSD"]}, "XSD101", ERROR),
        ({"select": ["XSD"]}, "COR203", None),
        ({"ignore": ["COR"]}, "COR203", None),
        ({"ignore": ["COR"]}, "COR201", None),
        ({"select": ["COR"], "ignore": ["COR203"]}, "COR203", None),
        ({"select": ["COR203"], "ignore": ["COR"]}, "COR203", WARNING),
        ({"select": ["COR203"], "ignore": ["COR"]}, "COR201", None),
        ({"severity": {"COR": "error"}}, "COR203", ERROR),
        ({"severity": {"COR": "error", "COR203": "info"}}, "COR203", INFO),
        ({"severity": {"COR203": "off"}}, "COR203", None),
        ({"severity": {"COR": "off", "COR203": "info"}}, "COR203", INFO),
        ({"ignore": ["XML"]}, "XML001", ERROR),
        ({"select": ["COR"]}, "ENV100", ERROR),
        ({"select": ["COR"]}, "FND001", WARNING),
    ],
)
def test_longest_name_that_fits_counts(settings: dict[str, Any], rule: str, expected: cim.Severity | None) -> None:
    assert cim.Settings(**settings).severity_of(rule) is expected


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"select": ["NOPE"]}, "select: found 'NOPE'"),
        ({"ignore": [""]}, "ignore: found ''"),
        ({"severity": {"XSD101": "fatal"}}, "severity: XSD101: found 'fatal'"),
        ({"severity": {"NOPE": "info"}}, "severity: found 'NOPE'"),
    ],
)
def test_nonsense_is_refused_with_what_was_expected(settings: dict[str, Any], told: str) -> None:
    with pytest.raises(cim.SettingsError) as caught:
        cim.Settings(**settings)

    assert str(caught.value).startswith(told)


def test_nearest_file_with_a_table_counts(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.cim61968-9]\nignore = ["COR203"]\nseverity = { XSD101 = "info" }\n')
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'a'\n")

    assert cim.Settings.find(inner) == cim.Settings(ignore=["COR203"], severity={"XSD101": "info"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[tool.cim61968-9]\nselected = []\n", "found the option 'selected'"),
        ("[tool.cim61968-9]\nselect = 'XSD'\n", "select: found 'XSD', expected a list"),
        ("[tool.cim61968-9]\nseverity = []\n", "severity: found [], expected a table"),
        ("[tool]\ncim61968-9 = 3\n", "found 3, expected a table"),
        ("[tool.cim61968-9", "no TOML"),
    ],
)
def test_file_with_nonsense_is_named(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(text)

    with pytest.raises(cim.SettingsError) as caught:
        cim.Settings.find(tmp_path)

    assert str(path) in str(caught.value)
    assert told in str(caught.value)


def test_file_whose_tool_is_no_table_has_no_settings(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("tool = 3\n")

    assert cim.Settings.load(tmp_path / "pyproject.toml") is None


def test_settings_compare_and_hash() -> None:
    assert len({cim.Settings(select=["XSD"]), cim.Settings(select=["XSD"]), cim.Settings()}) == 2
