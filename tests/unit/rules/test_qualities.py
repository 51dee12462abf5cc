"""Rules of reading qualities, each with payloads that break it alone, and with some that nearly do."""

from __future__ import annotations

import pytest
from unit.rules.made import TOTAL, Case, cases, doc, readings, ref, told


def judged(*codes: str, root: str = "") -> str:
    """Return a reading with qualities."""
    qualities = "".join(f"<ReadingQualities>{ref('ReadingQualityType', code)}</ReadingQualities>" for code in codes)
    inside = f"<timeStamp>2026-01-13T01:00:00Z</timeStamp><value>17</value>{qualities}{ref('ReadingType', TOTAL)}"
    return readings(f"<Readings>{inside}</Readings>", root=root)


def definition(*names: str, category: str = "", sub: str = "", system: str = "") -> str:
    """Return the definition of a quality alone in a payload."""
    parts = (("category", category), ("subCategory", sub), ("systemId", system))
    fields = "".join(f"<{tag}>{text}</{tag}>" for tag, text in parts if text)
    inside = fields + "".join(f"<Names><name>{name}</name></Names>" for name in names)
    return doc("MeterReadings", f"<ReadingQualityType>{inside}</ReadingQualityType>")


AT = "MeterReading/Readings/ReadingQualities/ReadingQualityType"
SEVERAL = "MeterReading/Readings/ReadingQualities[2]/ReadingQualityType"
BROKEN = [
    Case(
        "QUA101",
        judged("3.8"),
        AT,
        "'3.8' is no reading quality code: 2 parts, expected 3; subCategory is the first that is missing",
        "3.8",
    ),
    Case(
        "QUA101",
        judged("3.8.0", "3.8.0.0"),
        SEVERAL,
        "'3.8.0.0' is no reading quality code: 4 parts, expected 3; nothing follows subCategory",
        "3.8.0.0",
    ),
    Case(
        "QUA101",
        judged("03.8.0"),
        AT,
        "'03.8.0' is no reading quality code: system, part 1 of 3, is '03'; expected a whole number without blanks and "
        "leading zeros",
        "03.8.0",
    ),
    Case(
        "QUA101",
        definition("3.8."),
        "ReadingQualityType/Names/name",
        "'3.8.' is no reading quality code: subCategory, part 3 of 3, is ''; expected a whole number without blanks "
        "and leading zeros",
        "3.8.",
    ),
    Case("QUA102", judged("7.8.0"), AT, "found system 7 in '7.8.0', which no table has", "7.8.0"),
    Case("QUA102", judged("9.77.0"), AT, "found system 9 and category 77 in '9.77.0', which no table has", "9.77.0"),
    Case("QUA103", judged("3.8.77"), AT, "found '3.8.77': MDM: estimated, unknown subcategory 77", "3.8.77"),
    Case(
        "QUA111",
        definition("3.0.0", category="8", sub="0", system="3"),
        "ReadingQualityType/category",
        "found '8', but the name 3.0.0 has 0",
        "8",
    ),
    Case(
        "QUA111",
        definition("3.0.0", system="endDevice"),
        "ReadingQualityType/systemId",
        "found 'endDevice', but the name 3.0.0 has 3",
        "endDevice",
    ),
    Case(
        "QUA111",
        definition("3.8.0", "3.0.0"),
        "ReadingQualityType",
        "found several codes among the names: 3.0.0, 3.8.0",
    ),
    Case(
        "QUA112",
        definition("Our guess", category="guessed"),
        "ReadingQualityType",
        "'guessed' is no quality category; expected a number or one of valid, diagnostics, powerQuality, tamper, "
        "dataCollection, reasonability, validation, edited and 5 more",
    ),
    Case("QUA121", judged("3.0.0", "3.6.3"), "MeterReading/Readings", "found 3.0.0 beside 3.6.3", "3.0.0"),
]
FINE = {
    "codes": judged("3.0.0", "2.5.259"),
    "a quality of a vendor": judged("2.2.1001"),
    "a value that one system refused and the next validated": judged("2.6.3", "3.0.1"),
    "a value that is estimated and valid": judged("3.0.0", "3.8.0"),
    "names of the parts": definition(
        "3.8.0", category="estimated", sub="genericEstimate", system="meterDataManagement"
    ),
    "a subcategory in other words": definition("3.8.0", sub="straight line"),
    "parts without a code": definition("Our guess", category="estimated", system="3"),
    "a name alone": definition("Our guess"),
}


@cases(BROKEN)
def test_rule_is_broken_alone(case: Case) -> None:
    assert told(case.document) == [case.finding]
    assert case.place == case.finding.path


@pytest.mark.parametrize("name", FINE)
def test_nothing_is_wrong_with(name: str) -> None:
    assert told(FINE[name]) == []
