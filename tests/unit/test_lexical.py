"""The value space of the built-in types: what is read, as what, and how it is written."""

from __future__ import annotations

import datetime as dt
import math
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cim61968_9 import BeyondRange, Duration, ExactDate, ExactDateTime, ExactTime, InvalidText, QualifiedName
from cim61968_9.xml.lexical import lexical

UTC = dt.UTC


def zone(hours: float) -> dt.timezone:
    return dt.timezone(dt.timedelta(hours=hours))


def parse(name: str, text: str) -> Any:
    return lexical(f"xs:{name}").parse(text)


def render(name: str, value: Any) -> str:
    return lexical(f"xs:{name}").render(value)


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        ("2026-01-31T23:45:00Z", dt.datetime(2026, 1, 31, 23, 45, tzinfo=UTC), "2026-01-31T23:45:00Z"),
        ("2026-01-31T23:45:00+00:00", dt.datetime(2026, 1, 31, 23, 45, tzinfo=UTC), "2026-01-31T23:45:00Z"),
        ("2026-01-31T23:45:00-00:00", dt.datetime(2026, 1, 31, 23, 45, tzinfo=UTC), "2026-01-31T23:45:00Z"),
        ("2026-01-31T23:45:00+01:00", dt.datetime(2026, 1, 31, 23, 45, tzinfo=zone(1)), "2026-01-31T23:45:00+01:00"),
        ("2026-01-31T23:45:00-09:30", dt.datetime(2026, 1, 31, 23, 45, tzinfo=zone(-9.5)), "2026-01-31T23:45:00-09:30"),
        ("2026-01-31T23:45:00+14:00", dt.datetime(2026, 1, 31, 23, 45, tzinfo=zone(14)), "2026-01-31T23:45:00+14:00"),
        ("2026-01-31T23:45:00-14:00", dt.datetime(2026, 1, 31, 23, 45, tzinfo=zone(-14)), "2026-01-31T23:45:00-14:00"),
        ("2026-01-31T23:45:00", dt.datetime(2026, 1, 31, 23, 45), "2026-01-31T23:45:00"),
        ("2026-01-31T23:45:00.5", dt.datetime(2026, 1, 31, 23, 45, 0, 500_000), "2026-01-31T23:45:00.5"),
        ("2026-01-31T23:45:00.120Z", dt.datetime(2026, 1, 31, 23, 45, 0, 120_000, UTC), "2026-01-31T23:45:00.12Z"),
        ("2026-01-31T23:45:00.000001Z", dt.datetime(2026, 1, 31, 23, 45, 0, 1, UTC), "2026-01-31T23:45:00.000001Z"),
        ("2026-01-31T23:45:00.000Z", dt.datetime(2026, 1, 31, 23, 45, tzinfo=UTC), "2026-01-31T23:45:00Z"),
        (" \t\r\n2026-01-31T23:45:00Z ", dt.datetime(2026, 1, 31, 23, 45, tzinfo=UTC), "2026-01-31T23:45:00Z"),
        ("2024-02-29T00:00:00Z", dt.datetime(2024, 2, 29, tzinfo=UTC), "2024-02-29T00:00:00Z"),
        ("2000-02-29T00:00:00Z", dt.datetime(2000, 2, 29, tzinfo=UTC), "2000-02-29T00:00:00Z"),
        ("0001-01-01T00:00:00+01:00", dt.datetime(1, 1, 1, tzinfo=zone(1)), "0001-01-01T00:00:00+01:00"),
        ("9999-12-31T23:59:59Z", dt.datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC), "9999-12-31T23:59:59Z"),
    ],
)
def test_date_time_is_read_with_its_zone_and_written_canonically(text: str, value: dt.datetime, written: str) -> None:
    read = parse("dateTime", text)

    assert type(read) is dt.datetime
    assert (read, read.utcoffset()) == (value, value.utcoffset())
    assert render("dateTime", read) == written
    assert render("dateTime", parse("dateTime", written)) == written


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-01-31T24:00:00Z", dt.datetime(2026, 2, 1, tzinfo=UTC)),
        ("2024-02-28T24:00:00", dt.datetime(2024, 2, 29)),
        ("2025-12-31T24:00:00.000+01:00", dt.datetime(2026, 1, 1, tzinfo=zone(1))),
        ("2026-01-31T23:45:00.1234567Z", dt.datetime(2026, 1, 31, 23, 45, 0, 123_456, UTC)),
        ("2026-01-31T23:45:00.1234560Z", dt.datetime(2026, 1, 31, 23, 45, 0, 123_456, UTC)),
        ("2026-01-31T23:45:00.999999999", dt.datetime(2026, 1, 31, 23, 45, 0, 999_999)),
        ("2026-01-31T23:45:00.000000000000000000001Z", dt.datetime(2026, 1, 31, 23, 45, tzinfo=UTC)),
    ],
)
def test_date_time_that_says_more_is_written_as_read(text: str, value: dt.datetime) -> None:
    read = parse("dateTime", f" {text}\n")

    assert type(read) is ExactDateTime
    assert dt.datetime.combine(read.date(), read.timetz()) == value
    assert read.lexical == text
    assert render("dateTime", read) == text


@pytest.mark.parametrize(
    "text",
    [
        "10000-01-01T00:00:00Z",
        "123456-07-08T09:10:11.5",
        "-0044-03-15T12:00:00",
        "0000-01-01T00:00:00Z",
        "-12004-02-29T00:00:00Z",
        "9999-12-31T24:00:00Z",
    ],
)
def test_date_time_beyond_python_keeps_its_text(text: str) -> None:
    read = parse("dateTime", f"{text} ")

    assert type(read) is BeyondRange
    assert read == text
    assert render("dateTime", read) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2020-11-15",
        "2020-11-15 12:34:31",
        "2020-11-15T12:34",
        "2020-11-15T12:34Z",
        "2020-11-15t12:34:31Z",
        "2020-11-15T12:34:31z",
        "2020-11-15T12:34:31.Z",
        "2020-11-15T12:34:31,5Z",
        "2020-11-15T12:34:31+1:00",
        "2020-11-15T12:34:31+0100",
        "2020-11-15T12:34:31+01",
        "2020-11-15T12:34:31+14:01",
        "2020-11-15T12:34:31-14:30",
        "2020-11-15T12:34:31+15:00",
        "2020-11-15T12:34:60Z",
        "2020-11-15T12:60:00Z",
        "2020-11-15T25:00:00Z",
        "2020-11-15T24:00:01Z",
        "2020-11-15T24:01:00Z",
        "2020-11-15T24:00:00.001Z",
        "2020-11-31T00:00:00Z",
        "2021-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "10001-02-29T00:00:00Z",
        "2020-13-01T00:00:00Z",
        "2020-00-01T00:00:00Z",
        "2020-11-00T00:00:00Z",
        "20-11-15T12:34:31Z",
        "02020-11-15T12:34:31Z",
        "+2020-11-15T12:34:31Z",
        "2020-11-15T12:34:31Z\u00a0",
        "٢٠٢٠-11-15T12:34:31Z",
        "20201115T123431Z",
        "15.11.2020 12:34",
    ],
)
def test_date_time_in_another_form_is_invalid(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the text is in the message for some forms only
        parse("dateTime", text)


@pytest.mark.parametrize("text", ["2020-11-15T12:34:31+05:75", "2020-11-15T12:34:31-00:60"])
def test_offset_with_more_than_59_minutes_is_invalid(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse("dateTime", text)


def test_date_time_stamp_is_read_as_date_time() -> None:
    assert parse("dateTimeStamp", "2026-01-31T23:45:00Z") == dt.datetime(2026, 1, 31, 23, 45, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("2026-01-31", dt.date(2026, 1, 31), dt.date),
        (" 2024-02-29\n", dt.date(2024, 2, 29), dt.date),
        ("2026-01-31Z", dt.date(2026, 1, 31), ExactDate),
        ("2026-01-31+01:00", dt.date(2026, 1, 31), ExactDate),
        ("2026-01-31-14:00", dt.date(2026, 1, 31), ExactDate),
    ],
)
def test_date_is_read_and_written_as_read(text: str, value: dt.date, kind: type) -> None:
    read = parse("date", text)

    assert type(read) is kind
    assert (read.year, read.month, read.day) == (value.year, value.month, value.day)
    assert render("date", read) == text.strip()


@pytest.mark.parametrize("text", ["10000-01-01", "-0044-03-15", "0000-12-31Z"])
def test_date_beyond_python_keeps_its_text(text: str) -> None:
    read = parse("date", text)

    assert type(read) is BeyondRange
    assert render("date", read) == text


@pytest.mark.parametrize(
    "text", ["", "2026-02-29", "2026-1-31", "31/01/2026", "2026-01-31T00:00:00", "2026-01-31+14:01", "2026-01-32"]
)
def test_date_in_another_form_is_invalid(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse("date", text)


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        ("23:45:00", dt.time(23, 45), "23:45:00"),
        ("23:45:00Z", dt.time(23, 45, tzinfo=UTC), "23:45:00Z"),
        ("23:45:00+00:00", dt.time(23, 45, tzinfo=UTC), "23:45:00Z"),
        ("23:45:00-03:30", dt.time(23, 45, tzinfo=zone(-3.5)), "23:45:00-03:30"),
        ("\t00:00:00.250 ", dt.time(0, 0, 0, 250_000), "00:00:00.25"),
    ],
)
def test_time_is_read_and_written_canonically(text: str, value: dt.time, written: str) -> None:
    read = parse("time", text)

    assert type(read) is dt.time
    assert (read, read.utcoffset()) == (value, value.utcoffset())
    assert render("time", read) == written


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("24:00:00", dt.time(0)),
        ("24:00:00.0Z", dt.time(0, tzinfo=UTC)),
        ("06:30:15.1234567", dt.time(6, 30, 15, 123_456)),
    ],
)
def test_time_that_says_more_is_written_as_read(text: str, value: dt.time) -> None:
    read = parse("time", text)

    assert type(read) is ExactTime
    assert dt.time(read.hour, read.minute, read.second, read.microsecond, read.tzinfo) == value
    assert render("time", read) == text


@pytest.mark.parametrize("text", ["", "24:00:01", "24:30:00", "25:00:00", "12:00", "12:00:60", "7:00:00", "12:00:00 Z"])
def test_time_in_another_form_is_invalid(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse("time", text)


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [("1", True, "true"), ("0", False, "false"), ("true", True, "true"), (" false\n", False, "false")],
)
def test_boolean(text: str, value: bool, written: str) -> None:
    assert parse("boolean", text) is value
    assert render("boolean", value) == written


@pytest.mark.parametrize("text", ["", "True", "FALSE", "yes", "2", "01", "true false"])
def test_boolean_in_another_form_is_invalid(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse("boolean", text)


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        ("0", 0, "0"),
        ("+7", 7, "7"),
        ("-007", -7, "-7"),
        (" 42\t", 42, "42"),
        ("123456789012345678901234567890", 123456789012345678901234567890, "123456789012345678901234567890"),
    ],
)
def test_integer(text: str, value: int, written: str) -> None:
    read = parse("integer", text)

    assert type(read) is int
    assert read == value
    assert render("integer", read) == written


def test_integer_of_5000_digits_keeps_its_text() -> None:
    text = "12345" * 1000

    read = parse("integer", text)

    assert type(read) is BeyondRange
    assert render("integer", read) == text


def test_integer_of_4000_digits_is_a_number() -> None:
    text = "9" * 4000

    assert parse("integer", text) == int(text)
    assert render("integer", parse("integer", text)) == text


@pytest.mark.parametrize("text", ["", "1.0", "1e3", "0x10", "1_000", "1,000", "--1", "٣", "1 2", "one"])
def test_integer_in_another_form_is_invalid(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse("integer", text)


RANGES = [
    ("byte", -128, 127),
    ("short", -(2**15), 2**15 - 1),
    ("int", -(2**31), 2**31 - 1),
    ("long", -(2**63), 2**63 - 1),
    ("unsignedByte", 0, 255),
    ("unsignedShort", 0, 2**16 - 1),
    ("unsignedInt", 0, 2**32 - 1),
    ("unsignedLong", 0, 2**64 - 1),
    ("nonNegativeInteger", 0, None),
    ("positiveInteger", 1, None),
    ("nonPositiveInteger", None, 0),
    ("negativeInteger", None, -1),
]


@pytest.mark.parametrize(("name", "low", "high"), RANGES)
def test_ranged_integers_end_where_the_schema_says(name: str, low: int | None, high: int | None) -> None:
    for edge, outside in ((low, -1), (high, 1)):
        if edge is None:
            continue
        assert parse(name, str(edge)) == edge
        assert render(name, edge) == str(edge)
        with pytest.raises(ValueError, match=str(edge + outside)):
            parse(name, str(edge + outside))
        with pytest.raises(ValueError, match=str(edge + outside)):
            render(name, edge + outside)


def test_unbounded_ranged_integers_may_have_any_length() -> None:
    assert parse("nonNegativeInteger", "9" * 5000) == BeyondRange("9" * 5000)
    assert parse("negativeInteger", "-" + "9" * 30) == -int("9" * 30)


@pytest.mark.parametrize(("name", "text"), [("unsignedByte", "9" * 5000), ("nonNegativeInteger", "-" + "9" * 5000)])
def test_number_too_long_to_convert_is_still_checked_against_its_range(name: str, text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse(name, text)


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        ("1.500", Decimal("1.500"), "1.500"),
        ("-.5", Decimal("-0.5"), "-0.5"),
        ("+1.", Decimal(1), "1"),
        (" 0012.30 ", Decimal("12.30"), "12.30"),
        ("0", Decimal(0), "0"),
        ("0." + "1" * 60, Decimal("0." + "1" * 60), "0." + "1" * 60),
    ],
)
def test_decimal_keeps_every_digit(text: str, value: Decimal, written: str) -> None:
    read = parse("decimal", text)

    assert read.as_tuple() == value.as_tuple()
    assert render("decimal", read) == written


def test_decimal_is_written_without_exponent() -> None:
    assert render("decimal", Decimal("1.5E+6")) == "1500000"
    assert render("decimal", Decimal("1E-7")) == "0.0000001"
    assert render("decimal", 12) == "12"


@pytest.mark.parametrize("text", ["", ".", "1e3", "1,5", "INF", "NaN", "1.5 kWh", "٣"])
def test_decimal_in_another_form_is_invalid(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse("decimal", text)


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        ("230.5", 230.5, "230.5"),
        (" 1. ", 1.0, "1.0"),
        (".25", 0.25, "0.25"),
        ("+1E3", 1000.0, "1000.0"),
        ("1e-3", 0.001, "0.001"),
        ("-0", -0.0, "-0.0"),
        ("INF", math.inf, "INF"),
        ("-INF", -math.inf, "-INF"),
        ("1e22", 1e22, "1e+22"),
    ],
)
@pytest.mark.parametrize("name", ["float", "double"])
def test_float(name: str, text: str, value: float, written: str) -> None:
    read = parse(name, text)

    assert type(read) is float
    assert (read, math.copysign(1, read)) == (value, math.copysign(1, value))
    assert render(name, read) == written
    assert parse(name, written) == value


def test_float_that_is_no_number_equals_itself_within_a_message() -> None:
    assert math.isnan(parse("float", "NaN"))
    assert [parse("float", "NaN")] == [parse("float", " NaN ")]
    assert render("float", math.nan) == "NaN"


def test_float_beyond_the_largest_keeps_its_text() -> None:
    read = parse("float", " 1e400")

    assert type(read) is BeyondRange
    assert render("float", read) == "1e400"


def test_whole_number_is_a_float() -> None:
    assert render("float", 230) == "230"


@pytest.mark.parametrize("text", ["", "1,217", "1.217,5", "+INF", "inf", "nan", "Infinity", "0x1p3", "1_0", "1e", "٣"])
def test_float_in_another_form_is_invalid(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse("float", text)


@pytest.mark.parametrize("text", ["PT15M", "P1Y", "-P1Y2M3DT4H5M6.7S", "P0D", "PT0.001S", "P400D"])
def test_duration_is_kept_as_its_text(text: str) -> None:
    read = parse("duration", f" {text}\n")

    assert type(read) is Duration
    assert read == text
    assert render("duration", read) == text


@pytest.mark.parametrize(
    "text", ["", "P", "PT", "15M", "P1S", "PT1D", "P1M1Y", "PT1.5M", "PT.5S", "PT5.S", "P1YT", "+P1D", "pt15m", "P-1D"]
)
def test_duration_in_another_form_is_invalid(text: str) -> None:
    with pytest.raises(ValueError, match="not a duration"):
        parse("duration", text)


def test_duration_in_other_digits_is_invalid() -> None:
    with pytest.raises(ValueError, match="not a duration"):
        parse("duration", "PT\u0661\u0665M")


@pytest.mark.parametrize("text", ["Meter", "m:Meter", "_a.b-c:d1", "é:Zähler"])
def test_qualified_name(text: str) -> None:
    read = parse("QName", f" {text} ")

    assert type(read) is QualifiedName
    assert (str(read), read.namespace) == (text, None)
    assert render("QName", read) == text
    assert render("QName", str(text)) == text


@pytest.mark.parametrize("text", ["", "a:b:c", ":a", "a:", "1a", "a b", "/m:Meter/m:mRID", "a:1b"])
def test_qualified_name_in_another_form_is_invalid(text: str) -> None:
    for verb in (parse, render):
        with pytest.raises(ValueError):  # noqa: PT011
            verb("QName", text)


def test_invalid_text_is_no_qualified_name_even_if_it_looks_like_one() -> None:
    with pytest.raises(ValueError, match="Meter"):
        render("QName", InvalidText("Meter"))


def test_string_is_kept_as_it_stands() -> None:
    assert parse("string", " a\n\tb ") == " a\n\tb "
    assert render("string", " a\n\tb ") == " a\n\tb "


@pytest.mark.parametrize("name", ["token", "anyURI", "NMTOKEN", "Name", "NCName", "ID", "IDREF", "language", "ENTITY"])
def test_token_collapses_white_space(name: str) -> None:
    assert parse(name, " a\n\tb   c ") == "a b c"


def test_token_keeps_a_no_break_space() -> None:
    assert parse("token", "12\u00a0kWh") == "12\u00a0kWh"


def test_unknown_type_is_text() -> None:
    assert lexical("xs:hexBinary").parse(" 0F ") == " 0F "


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("integer", True, "expected an int, got bool"),
        ("integer", 1.0, "expected an int, got float"),
        ("integer", "1", "expected an int, got str"),
        ("unsignedByte", True, "expected an int, got bool"),
        ("unsignedByte", "1", "expected an int, got str"),
        ("decimal", True, "expected a Decimal, got bool"),
        ("decimal", 1.5, "expected a Decimal, got float"),
        ("float", True, "expected a float, got bool"),
        ("float", Decimal("1.5"), "expected a float, got Decimal"),
        ("boolean", 1, "expected True or False, got int"),
        ("boolean", "true", "expected True or False, got str"),
        ("string", 5, "expected a str, got int"),
        ("token", b"x", "expected a str, got bytes"),
        ("QName", 5, "expected a str, got int"),
        ("dateTime", "2026-01-31T00:00:00Z", "expected a datetime, got str"),
        ("dateTime", dt.date(2026, 1, 31), "expected a datetime, got date"),
        ("date", dt.datetime(2026, 1, 31), "expected a date, got datetime"),
        ("date", "2026-01-31", "expected a date, got str"),
        ("time", dt.datetime(2026, 1, 31), "expected a time, got datetime"),
        ("duration", "PT15M", "expected a Duration, got str"),
        ("duration", dt.timedelta(1), "expected a Duration, got timedelta"),
    ],
)
def test_value_of_another_type_is_refused(name: str, value: Any, message: str) -> None:
    with pytest.raises(TypeError, match=f"^{message}$"):
        render(name, value)


@pytest.mark.parametrize("name", ["integer", "decimal", "float", "boolean", "dateTime", "date", "time", "duration"])
def test_text_kept_by_a_tolerant_read_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="^twelve$"):
        render(name, InvalidText("twelve"))


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (
            dt.datetime(1890, 1, 1, tzinfo=dt.timezone(dt.timedelta(seconds=1172))),
            "has seconds, which XML cannot write",
        ),
        (dt.datetime(1890, 1, 1, tzinfo=dt.timezone(dt.timedelta(microseconds=60))), "has seconds"),
        (dt.datetime(2026, 1, 1, tzinfo=zone(14.5)), "beyond 14 hours"),
        (dt.datetime(2026, 1, 1, tzinfo=zone(-15)), "beyond 14 hours"),
    ],
)
def test_offset_that_xml_cannot_write_is_refused(value: dt.datetime, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        render("dateTime", value)


def test_named_zone_is_written_as_its_offset() -> None:
    oslo = ZoneInfo("Europe/Oslo")

    assert render("dateTime", dt.datetime(2026, 7, 1, 12, tzinfo=oslo)) == "2026-07-01T12:00:00+02:00"
    assert render("dateTime", dt.datetime(2026, 1, 1, 12, tzinfo=oslo)) == "2026-01-01T12:00:00+01:00"


def test_time_in_a_named_zone_has_no_offset() -> None:
    with pytest.raises(ValueError, match="has a zone that gives no offset without a date; use a fixed offset"):
        render("time", dt.time(12, tzinfo=ZoneInfo("Europe/Oslo")))


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), Decimal("-Infinity")])
def test_decimal_without_notation_is_refused(value: Decimal) -> None:
    with pytest.raises(ValueError, match="has no decimal notation in XML"):
        render("decimal", value)


def test_value_computed_from_an_exact_one_is_written_canonically() -> None:
    late = parse("dateTime", "2026-01-31T24:00:00Z")
    day = parse("date", "2026-01-31+01:00")
    hour = parse("time", "24:00:00Z")

    assert render("dateTime", late + dt.timedelta(minutes=15)) == "2026-02-01T00:15:00Z"
    assert render("date", day + dt.timedelta(days=1)) == "2026-02-01"
    assert render("time", hour.replace(hour=1)) == "01:00:00Z"
