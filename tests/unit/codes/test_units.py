"""Units: parsing, symbols, exact conversion, pint."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest

from cim61968_9.codes import Measure, ReadingTypeCode, Unit, UnitCode, UnitError


@pytest.mark.parametrize(
    ("text", "name", "power"),
    [
        ("Wh", "Wh", 0),
        ("kWh", "Wh", 3),
        ("MVArh", "VArh", 6),
        ("mA", "A", -3),
        ("µV", "V", -6),
        ("m", "m", 0),
        ("M", "M", 0),
        ("kg", "g", 3),
        ("m3", "m3", 0),
        ("m³", "m3", 0),
        ("10^3 m³", "m3", 3),
        ("1e-2 ft3", "ft3", -2),
        ("10^4 kWh", "Wh", 7),
        ("degC", "degC", 0),
        ("°C", "degC", 0),
        ("dBm", "bm", -1),
        ("kPa (gauge)", "paG", 3),
        ("min", "min", 0),
        ("t", "tonne", 0),
        (" V ", "V", 0),
        ("electronVolt", "electronVolt", 0),
        ("W/m²", "WPerm2", 0),
    ],
)
def test_names_and_symbols_are_parsed(text: str, name: str, power: int) -> None:
    unit = Unit.parse(text)
    assert (unit.name, unit.power) == (name, power)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kwh", "'kwh' is no unit"),
        ("", "'' is no unit"),
        ("ħ", "several units: naturalAction, atomicAction"),
        ("°", "several"),
    ],
)
def test_unknown_and_ambiguous_symbols_are_errors(text: str, words: str) -> None:
    with pytest.raises(UnitError) as caught:
        Unit.parse(text)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("unit", "symbol"),
    [
        (Unit("Wh", 3), "kWh"),
        (Unit("m3", 3), "10^3 m³"),
        (Unit("Wh", 4), "10^4 Wh"),
        (Unit("none", 3), "10^3"),
        (Unit("none"), ""),
        (Unit(999, 2), "10^2 unknown unit 999"),
        (Unit("count", 3), "10^3 count"),
    ],
)
def test_symbols_have_prefixes_where_these_go(unit: Unit, symbol: str) -> None:
    assert str(unit) == unit.symbol == symbol
    assert repr(unit) == f"Unit({symbol!r})"


def test_unit_knows_its_quantity_and_gloss() -> None:
    assert (Unit("VArh").quantity, Unit("Wh").gloss) == ("reactive energy", "watt hour")
    assert (Unit(999).quantity, Unit(999).gloss, Unit(999).factor) == ("", "", None)
    assert Unit("Wh") < Unit("Wh", 3) < Unit("VArh")


@pytest.mark.parametrize(
    ("value", "unit", "target", "expected"),
    [
        ("18346.029", "kWh", "MWh", "18.346029"),
        ("1", "Wh", "J", "3600"),
        ("7200", "J", "Wh", "2"),
        ("25.5", "degC", "K", "298.65"),
        ("212", "degreesFahrenheit", "degC", "100"),
        ("-40", "degC", "degreesFahrenheit", "-40"),
        ("300", "K", "degC", "26.85"),
        ("1", "ft3", "l", "28.316846592"),
        ("10", "m3", "l", "10000"),
        ("1", "imperialGal", "l", "4.54609"),
        ("1.5", "bar", "kPa", "150"),
        ("1", "therm", "Btu", "100000"),
        ("1", "tonne", "kg", "1000"),
        ("36", "m3Perh", "lPers", "10"),
        ("1", "deg", "anglesec", "3600"),
        ("2", "d", "min", "2880"),
        ("1.20", "kWh", "Wh", "1200"),
        ("5", "avoirdupoisPound", "g", "2267.96185"),
        ("3", "timeStamp", "10^3 timeStamp", "0.003"),
    ],
)
def test_conversion_is_exact(value: str, unit: str, target: str, expected: str) -> None:
    with localcontext() as context:
        context.prec = 3
        assert Measure(value, unit).to(target).value == Decimal(expected)


@pytest.mark.parametrize(
    ("unit", "target", "words"),
    [
        ("Wh", "VArh", "energy is not reactive energy"),
        ("m3Compensated", "m3", "compensated volume is not volume"),
        ("paG", "paA", "gauge pressure is not absolute pressure"),
        ("Wh", "W", "energy is not power"),
        ("dalton", "g", "no exact factor is known"),
        ("none", "Wh", "no quantity is not energy"),
        ("deg", "rad", "no exact factor is known"),
    ],
)
def test_other_quantities_do_not_convert(unit: str, target: str, words: str) -> None:
    with pytest.raises(UnitError) as caught:
        Measure(1, unit).to(target)
    assert words in str(caught.value)


def test_unknown_units_do_not_convert() -> None:
    with pytest.raises(UnitError, match="unit 999 is unknown"):
        Measure(1, Unit(999)).to("Wh")
    assert Measure(1, Unit(999, 3)).base.value == 1000


def test_inexact_results_must_be_asked_for() -> None:
    with pytest.raises(UnitError, match=r"1 J in Wh has no exact decimal; say to how many digits: digits=\.\.\."):
        Measure(1, "J").to("Wh")
    assert Measure(1, "J").to("Wh", digits=6).value == Decimal("0.000277778")


def test_measure_is_exact_from_the_start() -> None:
    assert Measure("0.1", "kWh").base == Measure(100, "Wh")
    assert Measure("5", "kWh").to(Unit("Wh", 3)) is not None
    with pytest.raises(TypeError, match="0.1 is a float, which is not exact"):
        Measure(0.1, "kWh")  # type: ignore[arg-type]
    for text in ("NaN", "Infinity", "abc"):
        with pytest.raises(UnitError, match="no finite decimal number"):
            Measure(text, "kWh")
    assert (str(Measure("5", "kWh")), repr(Measure("5", "kWh")), str(Measure(5, Unit("none")))) == (
        "5 kWh",
        "Measure('5', 'kWh')",
        "5",
    )


def test_pint_takes_values_exactly() -> None:
    pytest.importorskip("pint")
    quantity = Measure("18346.029", "kWh").to_pint()
    assert quantity.to("joule").magnitude == Decimal(18346029) * 3600
    assert Measure("25", "degC").to_pint().to("kelvin").magnitude == Decimal("298.15")


def test_pint_agrees_with_every_factor() -> None:
    pint = pytest.importorskip("pint")
    from fractions import Fraction

    registry = pint.UnitRegistry(non_int_type=Fraction)
    groups: dict[str, list[Unit]] = {}
    for code in UnitCode:
        unit = Unit(code)
        if unit.factor is not None and code.entry.more.get("pint") and "offset" not in code.entry.more:
            groups.setdefault(unit.quantity, []).append(unit)
    compared = 0
    for first, *others in groups.values():
        base = registry.Unit(first.code.entry.more["pint"])
        for other in others:
            ours = other.factor / first.factor
            theirs = registry.Quantity(1, other.code.entry.more["pint"]).to(base).magnitude
            assert float(theirs / ours) == pytest.approx(1, rel=1e-5), other.name
            compared += 1
    assert compared > 80


def test_every_unit_that_pint_has_is_one_there() -> None:
    pint = pytest.importorskip("pint")
    registry = pint.UnitRegistry()
    for code in UnitCode:
        if expression := code.entry.more.get("pint"):
            assert registry.Quantity(1, expression).units is not None


@pytest.mark.parametrize(("unit", "words"), [("VArh", "pint has no unit for VArh"), ("timeStamp", "pint has no unit")])
def test_units_that_pint_lacks_are_errors(unit: str, words: str) -> None:
    pytest.importorskip("pint")
    with pytest.raises(UnitError, match=words):
        Measure(1, unit).to_pint()
    with pytest.raises(UnitError, match="a scale with an offset"):
        Measure(1, Unit("degC", -3)).to_pint()


def test_reading_type_gives_the_unit() -> None:
    code = ReadingTypeCode.parse("0.0.0.1.1.7.58.0.0.0.0.0.0.0.0.-3.42.0")
    assert code.measure("1234").to("l").value == 1234
