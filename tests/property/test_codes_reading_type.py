"""Laws of reading type codes: any 18 numbers are one, its text is its own, and every view of it agrees."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, strategies as st

from cim61968_9.codes import CodeError, ReadingTypeCode
from cim61968_9.codes.reading_fields import FIELDS
from cim61968_9.profiles import meter_readings

ANY = st.integers(min_value=-(10**40) + 1, max_value=10**40 - 1)
NUMBERS = st.tuples(*[ANY] * 18)
SMALL = st.tuples(*[st.integers(min_value=-3, max_value=3)] * 18)


@st.composite
def known_numbers(draw: st.DrawFn) -> tuple[int, ...]:
    """Draw numbers that the tables have, and counts as they occur."""
    return tuple(
        int(draw(st.sampled_from(list(field.values)))) if field.values else draw(st.integers(0, 63)) for field in FIELDS
    )


CODES = (NUMBERS | SMALL | known_numbers()).map(ReadingTypeCode)


@given(CODES)
@example(ReadingTypeCode((0,) * 18))
@example(ReadingTypeCode((10**40 - 1,) * 18))
def test_parse_and_str_are_inverse(code: ReadingTypeCode) -> None:
    text = str(code)
    assert ReadingTypeCode.parse(text) == code
    assert str(ReadingTypeCode.parse(text)) == text
    assert ReadingTypeCode.parse_lenient(text).code == code
    assert ReadingTypeCode.parse_lenient(text).remarks == ()


@given(st.text(alphabet="0123456789.-+ x", max_size=60) | st.text(max_size=60))
@example("0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.00")
def test_a_text_is_refused_or_comes_back(text: str) -> None:
    try:
        code = ReadingTypeCode.parse(text)
    except CodeError as error:
        assert str(error)
        assert ReadingTypeCode.parse_lenient(text).remarks
    else:
        assert str(code) == text


@given(CODES)
def test_build_and_fields_agree(code: ReadingTypeCode) -> None:
    assert ReadingTypeCode.build(**code.fields) == code
    for name, value in code.fields.items():
        alone = ReadingTypeCode.build(**{name: value})
        assert alone.fields[name] == value
        assert code.replace(**{name: value}) == code


@given(known_numbers().map(ReadingTypeCode))
def test_names_build_what_numbers_build(code: ReadingTypeCode) -> None:
    named: dict[str, Any] = {
        name: value.name if hasattr(value, "name") else value
        for name, value in code.fields.items()
        if name != "multiplier"
    }
    assert ReadingTypeCode.build(**named, multiplier=code.multiplier.name) == code


@given(CODES)
def test_describe_never_fails_and_is_one_line(code: ReadingTypeCode) -> None:
    words = code.describe()
    assert words
    assert words == words.strip()
    assert "\n" not in words


@given(CODES)
def test_properties_never_fail(code: ReadingTypeCode) -> None:
    assert code.interval is None or code.measuring_period.is_known
    assert not code.is_cumulative or code.accumulation.is_known
    assert code.unit.symbol == str(code.unit)
    assert repr(code) == f"ReadingTypeCode({str(code)!r})"
    assert {remark.part for remark in code.remarks} >= set(code.unknown)
    assert hash(code) == hash(ReadingTypeCode(code.numbers))


@given(CODES, CODES, CODES)
def test_ordering_is_total_and_that_of_the_numbers(a: ReadingTypeCode, b: ReadingTypeCode, c: ReadingTypeCode) -> None:
    assert (a < b) + (a == b) + (a > b) == 1
    assert (a < b) == (a.numbers < b.numbers)
    assert (a <= b) == (a < b or a == b)
    first, second, third = sorted([c, a, b])
    assert first <= second <= third
    assert first <= third


@given(CODES, st.sets(st.integers(0, 17)))
def test_a_code_matches_itself_with_any_stars(code: ReadingTypeCode, stars: set[int]) -> None:
    pattern = ".".join("*" if place in stars else str(number) for place, number in enumerate(code.numbers))
    assert code.matches(pattern)
    assert code.matches(code)
    assert code.matches(str(code))
    assert code.matches(**code.fields)


@given(CODES, CODES, st.sets(st.integers(0, 17)))
def test_matching_is_equality_where_no_star_is(code: ReadingTypeCode, other: ReadingTypeCode, stars: set[int]) -> None:
    pattern = ".".join("*" if place in stars else str(number) for place, number in enumerate(code.numbers))
    equal = all(code.numbers[place] == other.numbers[place] for place in range(18) if place not in stars)
    assert other.matches(pattern) == equal


@given(CODES)
def test_elements_keep_the_code(code: ReadingTypeCode) -> None:
    element = code.to_element(meter_readings.ReadingType)
    assert element.type_code == code
    element.names = []
    if any(code.numbers):
        assert ReadingTypeCode.from_element(element) == code


@given(CODES, st.integers(0, 17), ANY)
def test_a_changed_number_changes_the_code(code: ReadingTypeCode, place: int, number: int) -> None:
    numbers = list(code.numbers)
    numbers[place] = number
    assert (ReadingTypeCode(numbers) == code) == (number == code.numbers[place])


@pytest.mark.parametrize("count", [0, 1, 11, 17, 19, 40])
@given(data=st.data())
def test_other_counts_are_refused(count: int, data: st.DataObject) -> None:
    numbers = data.draw(st.lists(st.integers(0, 300), min_size=count, max_size=count))
    text = ".".join(map(str, numbers))
    with pytest.raises(CodeError):
        ReadingTypeCode.parse(text)
