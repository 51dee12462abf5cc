"""Laws of the other codes: qualities, events, controls, edition 1, OBIS, units."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, example, given, strategies as st

from cim61968_9.codes import (
    FIELDS,
    CodeError,
    EditionOneCode,
    EndDeviceControlCode,
    EndDeviceEventCode,
    Measure,
    Multiplier,
    ObisCode,
    ReadingQualityCode,
    Unit,
    UnitCode,
    UnitError,
    obis_codes,
    reading_types,
    search,
)
from cim61968_9.codes.end_device import listed

PART = st.integers(0, 400) | st.integers(0, 10**39)
GROUP = st.integers(0, 255)
QUALITIES = st.builds(ReadingQualityCode, st.tuples(PART, PART, PART))
EVENTS = st.builds(EndDeviceEventCode, st.tuples(st.just(-1) | PART, PART, PART, PART))
PUBLISHED = st.sampled_from(sorted(listed("event"))).map(lambda numbers: EndDeviceEventCode((3, *numbers)))
OBIS = st.builds(ObisCode, GROUP, GROUP, GROUP, GROUP, GROUP, GROUP)
ELECTRIC = st.builds(ObisCode, st.just(1), st.just(0), st.integers(1, 92), st.integers(1, 28), st.integers(0, 70))
UNITS = st.builds(Unit, st.sampled_from(list(UnitCode)), st.sampled_from([int(power) for power in Multiplier]))
VALUES = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6)


@given(QUALITIES)
def test_qualities_come_back(code: ReadingQualityCode) -> None:
    assert ReadingQualityCode.parse(str(code)) == code
    assert ReadingQualityCode.build(system=code.system, category=code.category, sub_category=code.sub_category) == code
    assert code.describe()
    assert code.is_listed <= (code.remarks == ())


@given(EVENTS | PUBLISHED)
@example(EndDeviceEventCode((-1, 0, 0, 0)))
def test_events_and_controls_come_back(code: EndDeviceEventCode) -> None:
    assert EndDeviceEventCode.parse(str(code)) == code
    assert EndDeviceEventCode.parse_lenient(str(code)).remarks == ()
    built = EndDeviceEventCode.build(
        device="*" if code.device_type is None else code.device_type,
        domain=code.domain,
        sub_domain=code.sub_domain,
        event_or_action=code.event_or_action,
    )
    assert built == code
    assert EndDeviceControlCode.parse(str(code)).numbers == code.numbers
    assert code.describe()
    assert code.covers(code)
    assert code.for_device("*").covers(code)


@given(PUBLISHED)
def test_published_events_are_found_by_their_name(code: EndDeviceEventCode) -> None:
    assert code.is_listed
    assert EndDeviceEventCode.named(code.name, device=3).numbers == code.numbers or "Recoder" in code.name
    assert str(code.for_device("*")) in {hit.code for hit in search(code.name, schemes=["event"], limit=40)}


@given(EVENTS, EVENTS)
def test_codes_are_ordered_by_their_numbers(a: EndDeviceEventCode, b: EndDeviceEventCode) -> None:
    assert (a < b) + (a == b) + (a > b) == 1
    assert (a < b) == (a.numbers < b.numbers)


@given(EVENTS | PUBLISHED)
def test_answers_hold_in_both_directions(event: EndDeviceEventCode) -> None:
    for answer in event.answers:
        assert event in {one.event for one in answer.control.answered_by}


@given(st.lists(PART, min_size=11, max_size=11))
def test_codes_of_edition_one_come_back(numbers: list[int]) -> None:
    code = EditionOneCode(numbers)
    assert EditionOneCode.parse(str(code)) == code
    try:
        new = code.upgraded(commodity=1, measurement_kind=12, tou=0)
    except CodeError as error:
        unknown = [
            name
            for name, index in (
                ("aggregate", 1),
                ("accumulation", 2),
                ("flow_direction", 3),
                ("phases", 8),
                ("unit", 10),
            )
            if numbers[index] not in next(one.values for one in FIELDS if one.name == name)
        ]
        assert error.field in {"timeAttribute", "multiplier", *unknown}
    else:
        assert new.numbers[14:17] == tuple(numbers[8:11])
        assert new.numbers[1] == numbers[1]


@given(OBIS)
@example(ObisCode(255, 255, 255, 255, 255, 255))
@example(ObisCode(10, 10, 10, 10, 10, 10))
def test_spellings_of_obis_codes_are_inverse(code: ObisCode) -> None:
    spelled = str(code)
    for text in (
        spelled,
        spelled.replace("*", "&"),
        spelled.replace("*", "."),
        code.dotted,
        code.hex,
        code.hex.lower(),
    ):
        assert ObisCode.parse(text) == code
    spaced = " ".join(code.hex[place : place + 2] for place in range(0, 12, 2))
    assert ObisCode.parse(spaced) == ObisCode.parse(spaced.replace(" ", "-")) == code
    assert ObisCode.parse(code.short, medium=code.a, channel=code.b) == code


@given(OBIS, OBIS)
def test_obis_codes_are_ordered_by_group(a: ObisCode, b: ObisCode) -> None:
    assert (a < b) == (a.groups < b.groups)


@given(st.text(max_size=30) | st.text(alphabet="0123456789abcf.-:*& ", max_size=30))
def test_a_text_is_an_obis_code_or_an_error(text: str) -> None:
    try:
        code = ObisCode.parse(text, medium=1)
    except CodeError:
        return
    assert ObisCode.parse(str(code)) == code


@given(ELECTRIC)
def test_reading_types_of_rules_lead_back(code: ObisCode) -> None:
    found = reading_types(code)
    assert len({one.reading_type for one in found}) == len(found)
    for one in found:
        assert one.obis == code
        assert one.confidence
        assert code in {back.obis for back in obis_codes(one.reading_type)}


@given(VALUES, UNITS, UNITS)
def test_conversions_are_exact_and_inverse(value: Decimal, unit: Unit, target: Unit) -> None:
    assume(unit.converts_to(target))
    measure = Measure(value, unit)
    try:
        there = measure.to(target)
    except UnitError as error:
        assert "no exact decimal" in str(error)
        return
    assert there.to(unit).value == value
    if unit.factor is not None and target.factor is not None:
        here = (Fraction(value) + unit.offset) * unit.factor
        assert (Fraction(there.value) + target.offset) * target.factor == here


@given(VALUES, st.sampled_from(list(UnitCode)), st.integers(-24, 24), st.integers(-24, 24))
def test_powers_of_ten_are_always_exact(value: Decimal, code: UnitCode, here: int, there: int) -> None:
    moved = Measure(value, Unit(code, here)).to(Unit(code, there))
    assert Fraction(moved.value) * Fraction(10) ** (there - here) == Fraction(value)
    assert moved.to(Unit(code, here)).value == value
    assert Measure(value, Unit(code, here)).base.unit == Unit(code)


@given(UNITS)
@example(Unit("tonne", -15))
@example(Unit("barn"))
def test_symbols_lead_to_their_unit_unless_something_plainer_has_them(unit: Unit) -> None:
    assume(unit.base_symbol)
    try:
        found = Unit.parse(unit.symbol)
    except UnitError as error:
        assert "several units" in str(error)
    else:
        assert found == unit or unit.symbol in UnitCode or (found.power == 0 and found.symbol == unit.symbol)


@given(UNITS)
def test_names_with_powers_lead_to_their_unit(unit: Unit) -> None:
    assert Unit.parse(f"10^{unit.power} {unit.name}") == unit


@given(st.text(max_size=40))
def test_search_never_fails(words: str) -> None:
    hits = search(words, limit=5)
    assert len(hits) <= 5
