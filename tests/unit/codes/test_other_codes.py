"""Qualities, events, controls, edition 1: parsing, names, words, lists, answers."""

from __future__ import annotations

import pytest

import cim61968_9 as cim
from cim61968_9.codes import (
    CodeError,
    DeviceType,
    Domain,
    EditionOneCode,
    EndDeviceControlCode,
    EndDeviceEventCode,
    QualityCategory,
    QualitySystem,
    ReadingQualityCode,
)


def test_quality_has_three_parts() -> None:
    code = ReadingQualityCode.parse("1.5.257")

    assert (code.system, code.category, code.sub_category) == (
        QualitySystem.endDevice,
        QualityCategory.reasonability,
        257,
    )
    assert (code.name, code.is_listed, code.is_valid) == ("errorCode", True, False)
    assert code.describe() == "device: not plausible, an error code stands in place of a value"
    assert code < ReadingQualityCode.parse("2.0.0")
    assert code.remarks == ()


@pytest.mark.parametrize(
    ("text", "field"),
    [("1.5", "subCategory"), ("1.x.0", "category"), ("", "system"), ("1.5.257.0", ""), ("1.-0.0", "category")],
)
def test_quality_of_another_shape_names_the_part(text: str, field: str) -> None:
    with pytest.raises(CodeError) as caught:
        ReadingQualityCode.parse(text)
    assert caught.value.field == field


def test_quality_is_built_of_names_and_found_by_name() -> None:
    built = ReadingQualityCode.build(system="meterDataManagement", category="estimated", sub_category="genericEstimate")
    assert (
        built == ReadingQualityCode.named("genericestimate", system=3) == ReadingQualityCode.build(system=3, category=8)
    )
    with pytest.raises(CodeError, match="'zeroUsage' is no subcategory of estimated; expected one of genericEstimate"):
        ReadingQualityCode.build(category="estimated", sub_category="zeroUsage")
    with pytest.raises(CodeError, match="expected one of none"):
        ReadingQualityCode.build(category=77, sub_category="zeroUsage")
    with pytest.raises(CodeError, match="no reading quality is named 'perfect'"):
        ReadingQualityCode.named("perfect")


@pytest.mark.parametrize(
    ("text", "listed", "remarks"),
    [("3.8.0", True, 0), ("3.8.1", False, 1), ("2.2.1001", False, 1), ("9.8.0", False, 1), ("9.77.5", False, 2)],
)
def test_quality_beyond_the_list_is_remarked(text: str, listed: bool, remarks: int) -> None:
    code = ReadingQualityCode.parse(text)
    assert (code.is_listed, len(code.remarks)) == (listed, remarks)
    assert code.describe()


@pytest.mark.parametrize("text", ["1.-5.0", "-1.0.0", "1.0.-3"])
def test_negative_qualities_are_errors(text: str) -> None:
    with pytest.raises(CodeError, match="no numbers below 0"):
        ReadingQualityCode.parse(text)
    assert ReadingQualityCode.parse_lenient(text).code is None


@pytest.mark.parametrize("numbers", [(-2, 1, 1, 1), (3, -1, 0, 0), (-1, 26, 0, -1)])
def test_negative_parts_of_events_are_errors(numbers: tuple[int, ...]) -> None:
    with pytest.raises(CodeError):
        EndDeviceEventCode(numbers)


def test_qualities_are_found_by_words() -> None:
    assert ReadingQualityCode.find("customer reading", system="endDevice", limit=1) == [ReadingQualityCode((1, 4, 130))]


def test_quality_without_entry_says_so() -> None:
    code = ReadingQualityCode.parse("9.77.5")
    assert code.describe() == "unknown quality system 9: unknown quality category 77, unknown subcategory 5"
    assert code.name == "unknown(77.5)"


@pytest.mark.parametrize(
    ("text", "expected"), [("3.8", "3.8.0"), ("3.8.0.0", "3.8.0"), (" 3.08.0", "3.8.0"), ("good", None)]
)
def test_lenient_quality_repairs_and_remarks(text: str, expected: str | None) -> None:
    found = ReadingQualityCode.parse_lenient(text)
    assert (None if found.code is None else str(found.code)) == expected
    assert found.remarks


def test_event_has_four_parts_and_a_name() -> None:
    code = EndDeviceEventCode.parse("3.26.38.47")

    assert (code.device_type, code.domain, code.name) == (
        DeviceType.ElectricMeter,
        Domain.Power,
        "Power.Voltage.LossDetected",
    )
    assert code.is_listed
    assert not code.is_any_device
    assert code.describe() == "electricity meter: voltage missing"


def test_star_and_zero_leave_the_device_open() -> None:
    star, zero, meter = (EndDeviceEventCode.parse(f"{kind}.26.0.85") for kind in ("*", "0", "3"))

    assert star.device_type is None
    assert (str(star), str(zero)) == ("*.26.0.85", "0.26.0.85")
    assert star.is_any_device
    assert zero.is_any_device
    assert star.covers(meter)
    assert zero.covers(meter)
    assert not meter.covers(star)
    assert meter.covers(meter)
    assert not star.covers(EndDeviceEventCode.parse("3.26.0.216"))
    assert star < zero < meter
    assert star.describe() == zero.describe() == "any device: power failure, last gasp"
    assert star.for_device("ElectricMeter") == meter
    assert meter.for_device("*") == star


def test_events_and_controls_are_not_equal() -> None:
    assert EndDeviceEventCode.parse("3.31.0.23") != EndDeviceControlCode.parse("3.31.0.23")
    assert not EndDeviceEventCode.parse("3.31.0.23").is_listed
    assert EndDeviceControlCode.parse("3.31.0.23").is_listed


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("RCDSwitch.none.Disconnect", "*.31.0.23"),
        ("RCDSwitch.Disconnect", "*.31.0.23"),
        ("rcdswitch.none.disconnect", "*.31.0.23"),
        ("LoadControl.Event.Schedule", "*.15.43.300"),
    ],
)
def test_controls_are_found_by_name(name: str, code: str) -> None:
    assert str(EndDeviceControlCode.named(name)) == code


def test_published_spelling_and_second_names_are_found() -> None:
    assert str(EndDeviceEventCode.named("Communication.none.Re-established")) == "*.1.0.49"
    assert EndDeviceEventCode.parse("*.1.0.49").name == "Communication.none.ReEstablished"
    assert EndDeviceEventCode.named("Power.PhaseA.LossDetected") == EndDeviceEventCode.named(
        "Power.PhaseAVoltagePotential.LossDetected"
    )


@pytest.mark.parametrize("name", ["Power", "a.b.c.d", "Power.none.Levitated", "Wizardry.Failed"])
def test_unknown_name_is_an_error(name: str) -> None:
    with pytest.raises(CodeError):
        EndDeviceEventCode.named(name)


@pytest.mark.parametrize("text", ["3.26.38", "3.26.38.47.1", "x.26.38.47", "*.26.*.47", "-3.26.38.47", "", "**.1.1.1"])
def test_code_of_another_shape_is_an_error(text: str) -> None:
    with pytest.raises(CodeError):
        EndDeviceEventCode.parse(text)


@pytest.mark.parametrize(
    ("text", "expected", "part"),
    [
        ("26.0.85", "*.26.0.85", "type"),
        ("3.26.0.85.0", "3.26.0.85", "eventOrAction"),
        ("3.26", "3.26.0.0", "subDomain"),
        (" *.26.0.85 ", "*.26.0.85", ""),
        (" 3.26.0.85", "3.26.0.85", ""),
        ("power off", None, "type"),
        ("-3.26.0.85", None, ""),
    ],
)
def test_lenient_code_repairs_and_remarks(text: str, expected: str | None, part: str) -> None:
    found = EndDeviceEventCode.parse_lenient(text)
    assert (None if found.code is None else str(found.code)) == expected
    assert [one.part for one in found.remarks] == [part]


def test_strict_code_has_no_remarks_when_read_leniently() -> None:
    assert EndDeviceEventCode.parse_lenient("*.26.0.85").remarks == ()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("3.26.0.85", []),
        ("3.26.0.999", ["eventOrAction: 999 is in no table"]),
        ("99.98.9797.9696", ["type: 99", "domain: 98", "subDomain: 9797", "eventOrAction: 9696"]),
        ("3.26.0.23", ["Power.none.Disconnect is not in the published list of events"]),
    ],
)
def test_events_beyond_the_list_are_remarked(code: str, words: list[str]) -> None:
    remarks = [str(one) for one in EndDeviceEventCode.parse(code).remarks]
    assert len(remarks) == len(words)
    assert all(remark.startswith(start) for remark, start in zip(remarks, words, strict=True))


def test_additions_of_deployments_are_not_listed() -> None:
    control = EndDeviceControlCode.parse("*.12.32.13")
    assert not control.is_listed
    assert control.entry is not None
    assert [str(one) for one in control.remarks] == ["Security.SecurityKey.Change is an addition of a deployment"]


def test_words_of_parts_stand_in_for_a_missing_entry() -> None:
    assert EndDeviceEventCode.parse("4.18.85.291").describe() == "gas meter: memory, RAM, tamper cleared"


def test_find_returns_published_codes() -> None:
    assert [str(code) for code in EndDeviceControlCode.find("disconnect switch", limit=1)] == ["*.31.0.23"]
    found = EndDeviceEventCode.find("tamper")
    assert found
    assert all(code.is_listed for code in found)


@pytest.mark.parametrize(
    ("event", "controls"),
    [
        ("3.31.0.68", {"3.31.0.23": ("done", "derived")}),
        ("3.31.0.84", {"3.31.0.23": ("failed", "derived")}),
        ("3.15.43.10", {"3.15.43.8": ("done", "derived"), "3.15.43.300": ("cancelled", "single")}),
        ("3.8.0.44", {"3.8.0.214": ("done", "single")}),
        ("3.8.0.215", {"3.8.0.214": ("done", "derived")}),
        ("3.26.0.85", {}),
    ],
)
def test_events_know_the_controls_they_answer(event: str, controls: dict[str, tuple[str, str]]) -> None:
    answers = EndDeviceEventCode.parse(event).answers
    assert {str(one.control): (one.outcome, one.confidence) for one in answers} == controls


def test_controls_and_events_agree_on_answers() -> None:
    for text in ("3.31.0.23", "3.31.0.18", "*.15.43.300", "0.20.9.82", "3.10.73.298"):
        control = EndDeviceControlCode.parse(text)
        answers = control.answered_by
        assert {one.outcome for one in answers} >= {"done", "failed", "cancelled", "expired"}
        for answer in answers:
            assert control in {one.control for one in answer.event.answers}


def test_edition_one_maps_what_is_known() -> None:
    old = EditionOneCode.parse("11.8.1.19.1.12.0.0.128.3.72")

    assert old.names["uomCategoryIndex"] == 12
    new = old.upgraded(commodity=1, measurement_kind="energy", tou=2)
    assert str(new) == "11.8.0.1.19.1.12.0.0.0.0.2.0.0.128.3.72.0"
    assert str(old) == "11.8.1.19.1.12.0.0.128.3.72"
    assert repr(old) == "EditionOneCode('11.8.1.19.1.12.0.0.128.3.72')"


def test_edition_one_puts_time_where_its_number_is_known() -> None:
    assert str(EditionOneCode.parse("2.0.4.0.0.0.0.0.0.0.0").upgraded()) == "0.0.2.4.0.0.0.0.0.0.0.0.0.0.0.0.0.0"
    assert EditionOneCode.parse("12.0.0.0.0.0.0.0.0.0.0").upgraded().accumulation == 12
    assert EditionOneCode.parse("12.0.6.0.0.0.0.0.0.0.0").upgraded().accumulation == 6
    assert EditionOneCode.parse("99.0.0.0.0.0.0.0.0.0.0").upgraded(measuring_period=2).measuring_period == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "2.0.4.1.1.12.0.0.0.3.72",
            "uomCategorySubClass 1 and uomCategoryIndex 12, for which no mapping is known; give",
        ),
        (
            "2.0.4.1.0.0.3.7.0.3.72",
            "measurementCategory 3 with value 7, for which no mapping is known; give one of argument",
        ),
        ("99.0.4.1.0.0.0.0.0.3.72", "timeAttribute 99, for which no mapping is known"),
    ],
)
def test_edition_one_never_guesses(text: str, words: str) -> None:
    with pytest.raises(CodeError) as caught:
        EditionOneCode.parse(text).upgraded()
    assert words in str(caught.value)


def test_edition_one_has_eleven_numbers() -> None:
    with pytest.raises(CodeError, match="expected 11"):
        EditionOneCode.parse("0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0")


def test_door_leads_to_the_codes() -> None:
    assert cim.codes.EndDeviceEventCode is EndDeviceEventCode
    assert cim.CodeError is CodeError
    assert {"ReadingTypeCode", "search", "Unit"} <= set(dir(cim.codes))
    assert [name for name in cim.codes.__all__ if not hasattr(cim.codes, name)] == []
    with pytest.raises(AttributeError, match="no attribute 'ReadingTypoCode'"):
        _ = cim.codes.ReadingTypoCode
