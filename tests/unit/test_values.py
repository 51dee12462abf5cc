"""Values that Python's types cannot hold: comparison, hash, arithmetic, copies."""

# ruff: noqa: SIM201 - which operator is used matters here
from __future__ import annotations

import copy
import datetime as dt
import pickle
from typing import Any

import pytest

from cim61968_9 import BeyondRange, Duration, ExactDate, ExactDateTime, ExactTime, InvalidText, QualifiedName
from cim61968_9.xml.lexical import lexical
from cim61968_9.xml.values import KeptText


def stamp(text: str) -> Any:
    return lexical("xs:dateTime").parse(text)


def day(text: str) -> Any:
    return lexical("xs:date").parse(text)


def clock(text: str) -> Any:
    return lexical("xs:time").parse(text)


VALUES = [
    stamp("2026-01-31T24:00:00Z"),
    stamp("2026-01-31T23:45:00.123456789+01:00"),
    stamp("2026-01-31T24:00:00"),
    stamp("10000-01-01T00:00:00Z"),
    day("2026-01-31Z"),
    day("2026-01-31-05:30"),
    clock("24:00:00"),
    clock("06:30:00.0000001Z"),
    Duration("PT15M"),
    InvalidText("twelve"),
    BeyondRange("1e400"),
    QualifiedName("m:Meter", "urn:northmoor:m"),
    QualifiedName("Meter"),
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickle_gives_the_same_value_back(value: Any, protocol: int) -> None:
    again = pickle.loads(pickle.dumps(value, protocol))

    assert type(again) is type(value)
    assert again == value
    assert hash(again) == hash(value)
    assert repr(again) == repr(value)
    assert getattr(again, "lexical", None) == getattr(value, "lexical", None)
    assert getattr(again, "namespace", None) == getattr(value, "namespace", None)


@pytest.mark.parametrize("value", VALUES, ids=repr)
@pytest.mark.parametrize("copier", [copy.copy, copy.deepcopy])
def test_copies_are_the_same_value(value: Any, copier: Any) -> None:
    again = copier(value)

    assert type(again) is type(value)
    assert again == value
    assert getattr(again, "lexical", None) == getattr(value, "lexical", None)
    assert getattr(again, "namespace", None) == getattr(value, "namespace", None)


def test_hour_24_equals_the_midnight_it_means() -> None:
    late = stamp("2026-01-31T24:00:00Z")
    midnight = dt.datetime(2026, 2, 1, tzinfo=dt.UTC)

    assert late == midnight
    assert midnight == late
    assert hash(late) == hash(midnight)
    assert late == stamp("2026-02-01T01:00:00+01:00")
    assert late - midnight == dt.timedelta(0)


def test_digits_beyond_the_microsecond_tell_time_stamps_apart() -> None:
    fine = stamp("2026-01-31T23:45:00.1234567Z")

    assert not fine == stamp("2026-01-31T23:45:00.1234568Z")
    assert not fine == stamp("2026-01-31T23:45:00.123456Z")
    assert not stamp("2026-01-31T23:45:00.123456Z") == fine
    assert fine == stamp("2026-01-31T23:45:00.12345670Z")
    assert stamp("2026-01-31T23:45:00.1234560Z") == stamp("2026-01-31T23:45:00.123456Z")
    assert hash(fine) == hash(stamp("2026-01-31T23:45:00.12345670Z"))


def test_exact_values_compare_with_other_types_without_error() -> None:
    assert stamp("2026-01-31T24:00:00Z") != "2026-01-31T24:00:00Z"
    assert clock("24:00:00") != "24:00:00"
    assert day("2026-01-31Z") != "2026-01-31Z"


def test_arithmetic_with_exact_date_times() -> None:
    late = stamp("2026-01-31T24:00:00+01:00")

    assert late + dt.timedelta(hours=1) == dt.datetime(2026, 2, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    assert late - dt.timedelta(minutes=15) == stamp("2026-01-31T23:45:00+01:00")
    assert late - stamp("2026-01-31T00:00:00+01:00") == dt.timedelta(days=1)
    assert late > stamp("2026-01-31T23:59:59.999999+01:00")
    assert late.astimezone(dt.UTC) == dt.datetime(2026, 1, 31, 23, tzinfo=dt.UTC)
    assert late.isoformat() == "2026-02-01T00:00:00+01:00"


def test_computed_value_has_no_text_and_equals_the_plain_one() -> None:
    moved = stamp("2026-01-31T23:45:00.1234567Z") + dt.timedelta(0)

    assert moved.lexical is None
    assert moved == dt.datetime(2026, 1, 31, 23, 45, 0, 123_456, dt.UTC)
    assert pickle.loads(pickle.dumps(moved)) == moved


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (stamp("2026-01-31T24:00:00Z") + dt.timedelta(minutes=15), "2026"),
        (day("2026-01-31Z") + dt.timedelta(days=1), "2026"),
        (clock("24:00:00").replace(minute=15), "15"),
    ],
)
def test_computed_value_shows_what_it_is(value: object, shown: str) -> None:
    assert shown in repr(value)


def test_exact_values_show_their_text() -> None:
    assert repr(stamp("2026-01-31T24:00:00Z")) == "ExactDateTime('2026-01-31T24:00:00Z')"
    assert repr(day("2026-01-31Z")) == "ExactDate('2026-01-31Z')"
    assert repr(clock("24:00:00")) == "ExactTime('24:00:00')"
    assert isinstance(stamp("2026-01-31T24:00:00Z"), ExactDateTime)
    assert isinstance(day("2026-01-31Z"), ExactDate)
    assert isinstance(clock("24:00:00"), ExactTime)


def test_date_with_zone_equals_only_the_same_day_of_the_same_zone() -> None:
    assert day("2026-01-31Z") == day("2026-01-31+00:00") == day("2026-01-31-00:00")
    assert not day("2026-01-31Z") == day("2026-01-31+01:00")
    assert not day("2026-01-31Z") == dt.date(2026, 1, 31)
    assert not dt.date(2026, 1, 31) == day("2026-01-31Z")
    assert hash(day("2026-01-31Z")) == hash(day("2026-01-31+00:00"))
    assert day("2026-01-31+01:00").zone == "+01:00"
    assert day("2026-01-31-00:00").zone == "Z"
    assert (day("2026-01-31Z") + dt.timedelta(days=1)).zone == ""
    assert day("2026-01-31Z") + dt.timedelta(days=1) == dt.date(2026, 2, 1)
    assert day("2026-01-31Z") < dt.date(2026, 2, 1)


def test_time_of_hour_24_is_not_the_start_of_the_day() -> None:
    assert not clock("24:00:00") == clock("00:00:00")
    assert not clock("00:00:00") == clock("24:00:00")
    assert clock("24:00:00") == clock("24:00:00.000")
    assert clock("24:00:00Z") == clock("24:00:00+00:00")
    assert not clock("06:30:00.1234567") == clock("06:30:00.123456")


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("PT15M", dt.timedelta(minutes=15)),
        ("-PT15M", dt.timedelta(minutes=-15)),
        ("P1DT2H3M4.5S", dt.timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=500)),
        ("PT0.0000019S", dt.timedelta(microseconds=1)),
        ("P0Y0M7D", dt.timedelta(days=7)),
        ("PT86400S", dt.timedelta(days=1)),
        ("P0D", dt.timedelta(0)),
    ],
)
def test_duration_as_timedelta(text: str, length: dt.timedelta) -> None:
    assert Duration(text).to_timedelta() == length


@pytest.mark.parametrize("text", ["P1Y", "P1M", "-P2Y3D"])
def test_duration_of_years_or_months_has_no_fixed_length(text: str) -> None:
    with pytest.raises(ValueError, match=f"^'{text}' counts years or months, which have no fixed length$"):
        Duration(text).to_timedelta()


@pytest.mark.parametrize("text", ["P9999999999999D", "PT1111111111111111111111111111111111111111.5S"])
def test_duration_too_long_for_timedelta_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        Duration(text).to_timedelta()


def test_invalid_duration_is_refused() -> None:
    with pytest.raises(
        ValueError, match="^not a duration: '15 min'; expected the form PnYnMnDTnHnMnS, such as 'PT15M'$"
    ):
        Duration("15 min")


def test_kept_texts_compare_as_text_and_show_what_they_are() -> None:
    assert InvalidText("twelve") == "twelve"
    assert hash(BeyondRange("1e400")) == hash("1e400")
    assert str(InvalidText("twelve")) == "twelve"
    assert repr(InvalidText("twelve")) == "InvalidText('twelve')"
    assert repr(BeyondRange("1e400")) == "BeyondRange('1e400')"
    assert isinstance(InvalidText("x"), KeptText)


def test_qualified_names_are_the_same_by_namespace_and_local_name() -> None:
    name = QualifiedName("m:Meter", "urn:northmoor:m")

    assert name.same_name(QualifiedName("x:Meter", "urn:northmoor:m"))
    assert not name.same_name(QualifiedName("m:Meter", "urn:northmoor:other"))
    assert not name.same_name(QualifiedName("m:Seal", "urn:northmoor:m"))
    assert name.same_name("m:Meter")
    assert not name.same_name("Meter")
    assert (name.prefix, name.local) == ("m", "Meter")
    assert (QualifiedName("Meter").prefix, QualifiedName("Meter").local) == ("", "Meter")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (stamp("2026-01-31T23:45:00.1234567Z"), stamp("2026-01-31T23:45:00.1234568Z")),
        (day("2026-01-31Z"), dt.date(2026, 1, 31)),
        (clock("24:00:00"), clock("00:00:00")),
    ],
    ids=repr,
)
def test_values_are_either_equal_or_unequal(one: object, other: object) -> None:
    assert (one != other) is not (one == other)


def test_qualified_name_that_equals_its_text_has_its_hash() -> None:
    name = QualifiedName("m:Meter", "urn:northmoor:m")

    assert name == "m:Meter"
    assert hash(name) == hash("m:Meter")
