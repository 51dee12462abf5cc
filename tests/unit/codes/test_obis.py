"""OBIS codes: spellings, groups, reading types and back."""

from __future__ import annotations

import pytest

from cim61968_9.codes import CodeError, ObisCode, ReadingTypeCode, obis_codes, reading_types

IMPORT = ObisCode(1, 0, 1, 8, 0, 255)


@pytest.mark.parametrize(
    "text",
    [
        "1-0:1.8.0*255",
        "1-0:1.8.0&255",
        "1-0:1.8.0.255",
        "1-0:1.8.0",
        "1-0:1.8",
        "1.0.1.8.0.255",
        "0100010800FF",
        "0x0100010800ff",
        "01 00 01 08 00 FF",
        "01-00-01-08-00-FF",
        "01:00:01:08:00:ff",
        "  1-0:1.8.0*255\n",
    ],
)
def test_usual_spellings_are_read(text: str) -> None:
    assert ObisCode.parse(text) == IMPORT


def test_short_spelling_needs_the_medium() -> None:
    assert ObisCode.parse("1.8.0", medium=1) == IMPORT
    assert ObisCode.parse("3.0", medium=7, channel=2) == ObisCode(7, 2, 3, 0)
    assert ObisCode.parse("1.8.0*12", medium=1).f == 12
    with pytest.raises(CodeError, match="lacks groups A and B; say of what it is") as caught:
        ObisCode.parse("1.8.0")
    assert caught.value.field == "A"


@pytest.mark.parametrize(
    "text", ["", "1", "1-0", "1-0:1.8.0*", "1.0.1.8.0.255.0", "0100010800", "01 00-01 08 00 FF", "a.b.c"]
)
def test_other_texts_are_errors(text: str) -> None:
    with pytest.raises(CodeError, match="is no OBIS code; expected A-B:C.D.E"):
        ObisCode.parse(text)


@pytest.mark.parametrize("text", ["1-0:1.8.256*255", "1.0.1.8.0.999", "1-0:1.8.0*99999999999"])
def test_groups_end_at_255(text: str) -> None:
    with pytest.raises(CodeError, match="expected 0 to 255") as caught:
        ObisCode.parse(text)
    assert caught.value.field in {"E", "F"}


def test_code_is_a_value_with_other_spellings() -> None:
    assert (str(IMPORT), IMPORT.dotted, IMPORT.hex, IMPORT.short) == (
        "1-0:1.8.0*255",
        "1.0.1.8.0.255",
        "0100010800FF",
        "1.8.0",
    )
    assert IMPORT.replace(f=3).short == "1.8.0*3"
    assert IMPORT.replace(c=2) > IMPORT
    assert len({IMPORT, ObisCode.parse("1-0:1.8.0")}) == 1
    with pytest.raises(CodeError, match="no group 'g'; its groups are a to f"):
        IMPORT.replace(g=1)
    with pytest.raises(CodeError, match="expected 0 to 255"):
        ObisCode(1, 0, 1, -8)
    with pytest.raises(CodeError, match="is no OBIS code"):
        ObisCode.parse(None)  # type: ignore[arg-type]


def test_listed_pairs_come_first_and_slips_last() -> None:
    found = reading_types("1-0:1.8.2*255")

    assert [one.origin for one in found[:2]] == ["list", "list"]
    assert not found[0].notes
    assert str(found[-1].reading_type) == "0.0.0.9.19.1.12.0.0.0.0.1.0.0.0.0.72.0"
    assert "slip" in found[-1].notes[0]


def test_disagreements_are_candidates_with_notes() -> None:
    found = {str(one.reading_type): one for one in reading_types("1-0:32.7.0*255")}

    assert found["0.0.0.6.0.1.158.0.0.0.0.0.0.0.129.0.29.0"].confidence == "single"
    other = found["0.0.0.6.0.1.54.0.0.0.0.0.0.0.128.0.29.0"]
    assert (other.origin, other.confidence, len(other.notes)) == ("rule", "derived", 2)


def test_multiplier_is_asked_for_and_never_guessed() -> None:
    assert {one.reading_type.multiplier for one in reading_types("1-0:1.8.0", multiplier="k")} == {3}
    assert {one.reading_type.multiplier for one in reading_types("1-0:9.8.0")} == {0}


@pytest.mark.parametrize(
    ("obis", "reading_type"),
    [
        ("1-0:2.8.4*255", "0.0.0.9.19.1.12.0.0.0.0.4.0.0.0.0.72.0"),
        ("1-0:21.8.0*255", "0.0.0.1.1.1.12.0.0.0.0.0.0.0.128.0.72.0"),
        ("1-0:5.8.0*255", "0.0.0.1.15.1.12.0.0.0.0.0.0.0.0.0.73.0"),
        ("1-0:1.4.0*255", "0.2.0.6.1.1.8.0.0.0.0.0.0.0.0.0.38.0"),
        ("1-0:14.7.0*255", "0.0.0.6.0.1.15.0.0.0.0.0.0.0.0.0.33.0"),
        ("1-0:51.7.7*255", "0.0.0.6.0.1.4.7.1.0.0.0.0.0.64.0.5.0"),
        ("1-0:81.7.4*255", "0.0.0.6.0.1.5.0.0.0.0.0.0.0.136.0.9.0"),
        ("1-0:1.8.0*3", "8.0.0.1.1.1.12.0.0.0.0.0.0.0.0.0.72.0"),
        ("1-0:1.2.0*255", "0.8.0.3.1.1.37.0.0.0.0.0.0.0.0.0.38.0"),
    ],
)
def test_rules_fill_the_fields(obis: str, reading_type: str) -> None:
    assert str(reading_types(obis)[0].reading_type) == reading_type


@pytest.mark.parametrize(
    "obis",
    [
        "1-0:99.1.0*255",
        "1-0:1.5.0*255",
        "1-0:1.8.64*255",
        "1-0:31.7.124*255",
        "1-0:81.7.77*255",
        "6-0:1.0.0*255",
        "1-3:1.8.0*255",
    ],
)
def test_where_nothing_is_known_the_answer_is_empty(obis: str) -> None:
    assert reading_types(obis) == ()


def test_vendor_deltas_are_noted_and_no_rule_confirms_them() -> None:
    (only,) = reading_types("1-0:1.6.0*255")
    assert only.reading_type.accumulation.name == "deltaData"
    assert "one vendor" in only.notes[0]


def test_reading_types_lead_back() -> None:
    code = ReadingTypeCode.parse("0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.6.72.0")
    (found,) = obis_codes(code)
    assert (found.obis, found.reading_type, found.origin) == (IMPORT, code, "list")
    assert [str(one.obis) for one in obis_codes("0.0.0.9.19.1.12.0.0.0.0.9.0.0.0.0.72.0")] == ["1-0:2.8.9*255"]
    assert [str(one.obis) for one in obis_codes("0.0.0.6.0.1.55.0.0.0.0.0.0.0.72.0.9.0")] == ["1-0:81.7.1*255"]
    assert obis_codes("0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0") == ()


def test_one_reading_type_may_have_several_codes() -> None:
    found = obis_codes("0.0.0.1.1.7.58.0.0.0.0.0.0.0.0.0.42.0")
    assert [str(one.obis) for one in found] == ["7-0:3.0.0*255", "0-1:24.2.1*255"]
    assert "M-Bus" in found[1].notes[0]


@pytest.mark.parametrize("detail", [0, 1, 2, 3, 17])
def test_rules_agree_in_both_directions(detail: int) -> None:
    for quantity in (1, 2, 3, 4, 9, 21, 31, 32, 52, 71):
        for processing in (2, 4, 7, 8):
            code = ObisCode(1, 0, quantity, processing, detail)
            for one in reading_types(code):
                if one.origin == "rule":
                    assert code in {back.obis for back in obis_codes(one.reading_type)}
