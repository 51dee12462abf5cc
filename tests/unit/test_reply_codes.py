"""The table of reply codes: complete, consistent, and open to codes of partners."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter

import pytest

import cim61968_9 as cim
from cim61968_9 import profiles
from cim61968_9.codes.reply_codes import REPLY_CODES, ReplyCode, ReplyCodes, reply_code
from cim61968_9.replying import ErrorObjects

CODES = list(REPLY_CODES.values())
RETIRED = {"1": {1, 2, 3, 4}, "2": {1, 2, 3, 7, 8, 11}}
"""Numbers that no code has."""


def classes() -> set[str]:
    """Return the names of all classes of the profiles."""
    return {
        name
        for module in pkgutil.iter_modules(profiles.__path__)
        for name in importlib.import_module(f"{profiles.__name__}.{module.name}").__all__
    }


def identifier(code: ReplyCode) -> str:
    return code.code


def test_every_category_has_its_codes() -> None:
    assert Counter(code.category for code in CODES) == {0: 4, 1: 5, 2: 27, 3: 2, 4: 1, 5: 9, 6: 5, 7: 7}
    assert len(REPLY_CODES) == 60


def test_numbers_ascend_and_have_no_gaps_but_for_the_retired_ones() -> None:
    pairs = [(int(first), int(second)) for first, second in (code.code.split(".") for code in CODES)]

    assert pairs == sorted(set(pairs))
    for category in {first for first, _ in pairs}:
        numbers = {second for first, second in pairs if first == category}
        start = 0 if category == 0 else 1
        assert numbers == set(range(start, max(numbers) + 1)) - RETIRED.get(str(category), set())


def test_names_are_unique_identifiers_in_lower_camel_case() -> None:
    names = [code.name for code in CODES]

    assert len(set(names)) == len(names)
    assert all(name.isidentifier() and name.isascii() and name[0].islower() and "_" not in name for name in names)


@pytest.mark.parametrize("code", CODES, ids=identifier)
def test_every_code_says_what_it_means_and_what_to_do(code: ReplyCode) -> None:
    assert code.is_known
    assert code.confidence in {"confirmed", "single"}
    assert code.level in {one.value for one in cim.ErrorLevel}
    for text in (code.meaning, code.advice):
        assert text
        assert text == text.strip()
        assert text[0].islower() or text.split()[0].isupper()
        assert not text.endswith(".")
    assert str(code) == code.code


def test_meanings_are_unique() -> None:
    assert [text for text, count in Counter(code.meaning for code in CODES).items() if count > 1] == []


def test_progress_has_the_level_inform_and_everything_else_is_an_error() -> None:
    progress = {"0.0", "0.1", "0.2", "0.3", "6.2", "6.3", "6.4"}

    assert {code.code for code in CODES if code.is_progress} == progress
    assert {code.level for code in CODES if code.code in progress} == {"INFORM"}
    assert {code.level for code in CODES if code.code not in progress} == {"FATAL"}


def test_more_is_expected_after_what_is_not_final() -> None:
    assert {code.code for code in CODES if not code.final} == {"0.1", "0.3", "6.2", "6.3", "6.4"}


def test_only_passing_troubles_are_worth_another_try() -> None:
    assert {code.code for code in CODES if code.retry} == {"3.2", "4.1", "5.1", "5.2", "5.7", "7.1"}


def test_pairs_are_named_for_every_mismatch() -> None:
    pairs = {code.code for code in CODES if code.pair is not None}

    assert pairs == {code.code for code in CODES if code.name.endswith("Mismatch")}
    assert pairs == {"2.13", "2.17", "2.18", "2.21", "2.23", *(f"2.{number}" for number in range(25, 30))}


@pytest.mark.parametrize(
    "kind",
    sorted({kind for code in CODES for kind in (*(code.pair or ()), code.objects) if kind}),
)
def test_objects_of_codes_are_classes_of_the_profiles_and_words_of_errors(kind: str) -> None:
    words = {"".join(part.capitalize() for part in word.split("_")) for word in ErrorObjects.__annotations__}

    assert kind in classes()
    assert kind in words


def test_name_of_a_mismatch_names_its_pair() -> None:
    for code in CODES:
        if code.pair is not None and code.pair[0]:
            first, second = code.pair
            start = first[0].lower() + first[1:]
            assert code.name in {f"{start}{second}Mismatch", f"{start}{second.removeprefix(first)}Mismatch"}


def test_code_of_one_kind_of_object_has_no_pair() -> None:
    assert [code.code for code in CODES if code.objects and code.pair] == []


# codes that are not in the table


@pytest.mark.parametrize("text", ["2.99", "0.9", "7.8"])
def test_unlisted_code_says_what_its_category_says(text: str) -> None:
    code, listed = reply_code(text), reply_code(text.partition(".")[0] + ".5")

    assert not code.is_known
    assert code.confidence == ""
    assert code.category == listed.category
    assert code.meaning
    assert code.advice


def test_unlisted_code_of_progress_is_progress() -> None:
    assert reply_code("0.9").is_progress
    assert not reply_code("2.99").is_progress


@pytest.mark.parametrize("text", ["", "SIM4002", "2", "2.", ".4", "2.4.1", "2,4", "-2.4", "٢.٤", "two.four", "x.1"])
def test_private_code_says_nothing(text: str) -> None:
    assert reply_code(text) == ReplyCode(code=text)
    assert reply_code(text).category is None
    assert not reply_code(text).is_known


@pytest.mark.parametrize("text", ["8.1", "99.3"])
def test_code_of_an_unknown_category_has_a_number_and_no_meaning(text: str) -> None:
    assert reply_code(text) == ReplyCode(code=text)
    assert reply_code(text).category == int(text.partition(".")[0])


def test_blanks_around_a_code_do_not_count() -> None:
    assert reply_code(" 2.4\n") is reply_code("2.4")
    assert " 2.4 " in REPLY_CODES
    assert reply_code(" SIM1 ").code == "SIM1"


def test_table_is_a_mapping_of_the_known_codes() -> None:
    assert "2.4" in REPLY_CODES
    assert "2.99" not in REPLY_CODES
    assert 2.4 not in REPLY_CODES
    assert REPLY_CODES["2.4"] is reply_code("2.4")
    assert REPLY_CODES["2.99"] == reply_code("2.99")
    assert list(REPLY_CODES)[:5] == ["0.0", "0.1", "0.2", "0.3", "1.5"]
    assert repr(REPLY_CODES) == "<ReplyCodes: 60 known>"


def test_codes_of_a_partner_can_be_added() -> None:
    table = ReplyCodes()
    own = ReplyCode(code="SIM4002", name="addressNeeded", meaning="reply address needed", level="WARNING", retry=True)

    table.add(own, ReplyCode(code="2.4", name="noMeter", meaning="no such meter"))

    assert table["SIM4002"] is own
    assert "SIM4002" in table
    assert own.is_known
    assert table["2.4"].name == "noMeter"
    assert len(table) == 61
    assert list(table)[-1] == "SIM4002"
    assert reply_code("2.4").name == "invalidMeter"  # each table has its own additions
    assert not reply_code("SIM4002").is_known


def test_added_code_is_what_errors_and_outcomes_say(monkeypatch: pytest.MonkeyPatch) -> None:
    own = ReplyCode(code="SIM4002", name="addressNeeded", meaning="reply address needed", level="WARNING")
    monkeypatch.setitem(REPLY_CODES._known, "SIM4002", own)

    error = cim.reply_error("SIM4002")

    assert (error.level, error.reason) == ("WARNING", "reply address needed")
    request = cim.create(cim.MeterConfig())
    assert cim.reply(request, errors=["SIM4002"]).reply.result == "PARTIAL"
    assert cim.outcome(cim.reply(request, errors=["SIM4002"])).errors[0].code is own
