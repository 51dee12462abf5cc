"""The tables: complete, without duplicates, names that are identifiers, a gloss for each entry."""

from __future__ import annotations

import json
import keyword
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from cim61968_9.codes import (
    CodeValue,
    EndDeviceControlCode,
    EndDeviceEventCode,
    Multiplier,
    ObisCode,
    ReadingTypeCode,
    Unit,
    UnitCode,
)
from cim61968_9.codes.end_device import DeviceType, Domain, EventOrAction, SubDomain
from cim61968_9.codes.reading_fields import FIELDS, Phases
from cim61968_9.codes.reading_quality import QualityCategory, QualitySystem, quality_entries

ROOT = Path(__file__).resolve().parents[3]
TABLES = ROOT / "src" / "cim61968_9" / "codes" / "_tables"
FACTS = ROOT.parent / "shared" / "facts" / "codes"
COUNTS = {
    ("reading_type", "macroPeriod"): 7,
    ("reading_type", "aggregate"): 17,
    ("reading_type", "measuringPeriod"): 50,
    ("reading_type", "accumulation"): 11,
    ("reading_type", "flowDirection"): 21,
    ("reading_type", "commodity"): 42,
    ("reading_type", "measurementKind"): 131,
    ("reading_type", "phases"): 36,
    ("reading_type", "phaseBits"): 15,
    ("units", "multiplier"): 21,
    ("units", "unit"): 232,
    ("currencies", "currency"): 179,
    ("reading_quality", "systemId"): 6,
    ("reading_quality", "category"): 13,
    ("reading_quality", "subCategory"): 75,
    ("end_device", "type"): 27,
    ("end_device", "domain"): 37,
    ("end_device", "subDomain"): 184,
    ("end_device", "eventOrAction"): 150,
    ("events", "event"): 394,
    ("controls", "control"): 37,
    ("controls", "answer"): 36,
    ("obis", "pair"): 80,
    ("obis", "rule"): 50,
    ("obis", "choice"): 8,
}
CODED = sorted(set(COUNTS) - {("controls", "answer"), ("obis", "pair"), ("obis", "rule"), ("obis", "choice")})
VALUES: list[type[CodeValue]] = [
    *(field.values for field in FIELDS if field.values), QualitySystem, QualityCategory, DeviceType, Domain, SubDomain,
    EventOrAction,
]  # fmt: skip


def files() -> dict[str, dict[str, list[dict[str, Any]]]]:
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in TABLES.glob("*.json")}


def rows(file: str, section: str) -> list[dict[str, Any]]:
    return files()[file][section]


def test_tables_have_no_gaps() -> None:
    found = {
        (name, section): len(content)
        for name, sections in files().items()
        for section, content in sections.items()
        if section != "about"
    }
    assert found == COUNTS


def test_a_row_is_a_line() -> None:
    for path in TABLES.glob("*.json"):
        lines = path.read_text(encoding="utf-8").splitlines()
        count = sum(number for (file, _), number in COUNTS.items() if file == path.stem)
        assert sum(line.startswith("  {") for line in lines) == count
        for line in lines:
            if line.startswith("  {"):
                json.loads(line.strip().rstrip(","))


@pytest.mark.parametrize(("file", "section"), CODED)
def test_codes_are_unique_and_in_order(file: str, section: str) -> None:
    codes = [row["code"] for row in rows(file, section)]
    order = [
        [-1 if part == "*" else int(part) for part in str(code).split(".")] if "." in str(code) else code
        for code in codes
    ]
    assert [code for code, number in Counter(codes).items() if number > 1] == []
    assert order == sorted(order) or section == "phaseBits"


@pytest.mark.parametrize(("file", "section"), CODED)
def test_names_are_identifiers_and_unique(file: str, section: str) -> None:
    names = [row["name"] for row in rows(file, section)]
    wrong = [name for name in names if not all(part.isidentifier() for part in name.split("."))]
    assert wrong == []
    assert [name for name in names if keyword.iskeyword(name)] == []
    if (file, section) != ("reading_quality", "subCategory"):
        assert [name for name, number in Counter(names).items() if number > 1 and name != "Recoder"] == []


@pytest.mark.parametrize(("file", "section"), CODED)
def test_every_entry_has_gloss_and_confidence(file: str, section: str) -> None:
    for row in rows(file, section):
        assert row["gloss"].strip() == row["gloss"] != "", row
        assert not row["gloss"].endswith("."), row
        assert row["gloss"] != row["name"] or row["name"] == "none" or file == "units", row
        assert row["confidence"] in {"confirmed", "single"}, row
        assert row.get("edition", "2") in {"2", "vendor", "extension", "espi"}, row


@pytest.mark.parametrize(("file", "section"), CODED)
def test_glosses_tell_entries_apart(file: str, section: str) -> None:
    glosses = Counter(row["gloss"] for row in rows(file, section))
    twice = [gloss for gloss, number in glosses.items() if number > 1]
    assert len(twice) <= {"subCategory": 1, "eventOrAction": 1, "subDomain": 1}.get(section, 0), twice


@pytest.mark.parametrize(("file", "section"), CODED)
def test_aliases_lead_to_one_entry(file: str, section: str) -> None:
    owners: dict[str, set[Any]] = {}
    for row in rows(file, section):
        for name in (*row.get("aliases", ()), *([row["published"]] if "published" in row else [])):
            owners.setdefault(name, set()).add(row["code"])
    names = {row["name"]: row["code"] for row in rows(file, section)}
    shared = {
        name: codes for name, codes in owners.items() if len(codes) > 1 or names.get(name, min(codes)) not in codes
    }
    disputed = {  # what each of these does is told in the reference
        "subDomain": {"PhaseBReactivePower", "PhaseCReactivePower"},
        "measurementKind": {"voltage"},
        "phases": {"S12N"},
    }
    assert set(shared) == disputed.get(section, set())


@pytest.mark.parametrize("values", VALUES, ids=lambda values: values.__name__)
def test_every_value_is_reached_by_number_and_name(values: type[CodeValue]) -> None:
    for value in values:
        assert values(int(value)) is value
        assert values(value.name) == value or value.name == "Recoder"
        assert getattr(values, value.name) == value
        assert value.phrase
        assert value.gloss


def test_phases_are_the_sum_of_their_bits() -> None:
    bits = {row["name"]: row["code"] for row in rows("reading_type", "phaseBits")}
    for value in Phases:
        assert sum(bits[name] for name in value.entry.more.get("bits", "").split()) == value


def test_multipliers_are_powers_with_symbols() -> None:
    assert set(map(int, Multiplier)) == {*range(-24, 25, 3), -2, -1, 1, 2}
    assert {one.entry.more.get("symbol", "") for one in Multiplier} == set("yzafpnµmcdhkMGTPEZY") | {"da", ""}


def test_measuring_periods_say_their_length_in_their_name() -> None:
    for row in rows("reading_type", "measuringPeriod"):
        if row["name"].startswith(("fixedBlock", "rollingBlock")):
            assert f"Block{row['minutes']}Min" in row["name"]
            assert ("step" in row) == row["name"].startswith("rolling")


def test_units_of_a_quantity_have_one_base() -> None:
    """A unit with factor 1 is the base; where the table has none, the base is a unit that it does not list."""
    quantities: dict[str, set[Any]] = {}
    for code in UnitCode:
        if Unit(code).factor is not None:
            quantities.setdefault(Unit(code).quantity, set()).add(Unit(code).factor)
    assert "" not in quantities
    without = {name for name, factors in quantities.items() if 1 not in factors}
    assert without == {
        *("apparent energy", "reactive energy", "apparent energy of a revolution", "reactive energy of a revolution"),
        *("energy of a revolution", "quantity energy", "quantity energy at 45°", "quantity energy at 60°"),
        *("mass", "moment of mass", "moment of inertia", "density", "electric potential squared time", "fuel economy"),
        *("energy per distance", "compensated volume flow", "uncompensated volume flow"),
    }


@pytest.mark.parametrize("code", [EndDeviceEventCode, EndDeviceControlCode])
def test_names_of_whole_codes_are_made_of_their_parts(
    code: type[EndDeviceEventCode] | type[EndDeviceControlCode],
) -> None:
    for row in rows(f"{code.scheme}s", code.scheme):
        parsed = code.parse(row["code"])
        assert parsed.name == row["name"]
        assert code.named(row["name"]).numbers[1:] == parsed.numbers[1:]
        assert not [remark for remark in parsed.remarks if "in no table" in remark.message]


def test_quality_subcategories_belong_to_categories() -> None:
    assert all(category in QualityCategory for category, _ in quality_entries())


def test_obis_pairs_parse_and_are_unique() -> None:
    pairs = [
        (str(ObisCode.parse(row["code"])), str(ReadingTypeCode.parse(row["reading_type"])))
        for row in rows("obis", "pair")
    ]
    assert len(set(pairs)) == len(pairs) == 80
    assert len({obis for obis, _ in pairs}) == 65
    assert [code for _, code in pairs if ReadingTypeCode.parse(code).unknown] == []


def test_obis_rules_name_fields_and_known_numbers() -> None:
    values = {field.cim: field.values for field in FIELDS}
    for section in ("rule", "choice"):
        for row in rows("obis", section):
            assert row["value"] in values[row["field"]], row  # type: ignore[operator]
            assert row["confidence"] in {"single", "derived"}


def test_answers_use_known_events_and_actions() -> None:
    for row in rows("controls", "answer"):
        assert row["event"] in EventOrAction
        assert row["action"] is None or row["action"] in EventOrAction
        assert row["outcome"] in {"done", "failed", "cancelled", "expired"}


def _texts(found: Any, keys: set[str]) -> set[str]:
    if isinstance(found, list):
        return set().union(*(_texts(one, keys) for one in found))
    if isinstance(found, dict):
        here = {value.lower() for key, value in found.items() if key in keys and isinstance(value, str)}
        return here.union(*(_texts(value, keys) for value in found.values()))
    return set()


def test_no_gloss_is_that_of_the_sources() -> None:
    if not FACTS.is_dir():
        pytest.skip("the sheets of the sources are not beside this checkout")
    sheets = [json.loads(path.read_text(encoding="utf-8")) for path in FACTS.glob("*.json")]
    theirs = _texts(sheets, {"gloss", "note", "warning"})
    ours = _texts(list(files().values()), {"gloss", "note"})
    assert len(theirs) > 100
    assert ours & theirs == set()


def test_no_number_of_the_sources_is_lost_or_changed() -> None:
    if not FACTS.is_dir():
        pytest.skip("the sheets of the sources are not beside this checkout")
    sheet = json.loads((FACTS / "reading_type.json").read_text(encoding="utf-8"))["enums"]
    homes = {"multiplier": "units", "unit": "units", "currency": "currencies"}
    for section, theirs in sheet.items():
        ours = {row["code"]: row for row in rows(homes.get(section, "reading_type"), section)}
        for row in theirs:
            mine = ours[row["code"]]
            assert row["name"] in {mine["name"], mine.get("published")}
            assert row["confidence"] == mine["confidence"]
