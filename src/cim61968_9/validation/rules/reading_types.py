"""Rules of reading type codes, wherever a payload mentions one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from ...errors import CodeError
from ..finding import Severity
from ._references import code_of, complaints, is_like_code, is_obis, references
from ._rule import Broken, rule
from ._search import shown

__all__ = ["fitting_units"]

_TYPE = "ReadingType"
_EDITION_1 = 11
_SOURCE = "IEC 61968-9 ed. 2, reading types; tables of docs/reference/codes"
_NO_UNIT = (0, 111)
"""No unit, and counts: raw pulses are sent as any quantity."""

_MONEY = (0, 80)
"""Units of amounts of money: money, and none, which leaves it to the currency."""


class _Quantities(NamedTuple):
    """Numbers of measurement kinds that the tables of codes give no group for."""

    electric: frozenset[int]
    volumes: frozenset[int]
    fluids: frozenset[int]


@cache
def _quantities() -> _Quantities:
    from ...codes import Commodity, MeasurementKind

    electric = (
        "apparentPowerFactor current currentAngle currentImbalance distortionVoltAmp phasorPowerFactor "
        "phasorReactivePower powerFactor rmsVoltage voltageAngle voltageExcursion voltageImbalance sag swell "
        "totalHarmonicDistortion distortionPowerFactor transformerLoss lineLoss"
    )
    fluids = (
        "air insulativeGas insulativeOil naturalGas propane potableWater steam wasteWater nonpotableWater refuse "
        "heatingFluid coolingFluid"
    )
    return _Quantities(
        electric=frozenset(int(MeasurementKind(name)) for name in electric.split()),
        volumes=frozenset(int(MeasurementKind(name)) for name in ("volume", "volumetricFlow")),
        fluids=frozenset(int(Commodity(name)) for name in fluids.split()),
    )


@cache
def fitting_units() -> dict[int, frozenset[int]]:
    """Return the units that each measurement kind can have; kinds that are not here can have any."""
    from ...codes import MeasurementKind, UnitCode

    words = {
        "energy": ("energy", "squared time", "charge"),
        "power": ("power",),
        "rmsVoltage": ("potential", "voltage"),
        "current": ("current", "charge"),
        "volume": ("volume",),
        "volumetricFlow": ("volume flow",),
        "temperature": ("temperature",),
        "frequency": ("frequency",),
    }
    units = {int(one): str(one.entry.more.get("quantity", "")) for one in UnitCode if one.entry is not None}
    found = {}
    for name, parts in words.items():
        fits = {number for number, quantity in units.items() if any(part in quantity for part in parts)}
        found[int(MeasurementKind(name))] = frozenset({*fits, *_NO_UNIT})
    found[int(MeasurementKind("voltage"))] = found[int(MeasurementKind("rmsVoltage"))]
    return found


@rule(
    "RDT101",
    Severity.WARNING,
    "malformed reading type code",
    hint="write 18 whole numbers with dots between; ReadingTypeCode.parse_lenient(text) says what it can make of it",
    source=_SOURCE,
    on="Root",
)
def codes_have_18_numbers(root: Any, _: Any) -> Iterator[Broken]:
    """Receivers compare codes as text, so one with a number missing, a blank or a leading zero is another type."""
    yield from complaints(root, _TYPE, _malformed)


def _malformed(text: str) -> str | None:
    from ...codes import ReadingTypeCode

    if not is_like_code(text, _TYPE) or is_obis(text) or text.count(".") == _EDITION_1 - 1:
        return None
    try:
        ReadingTypeCode.parse(text)
    except CodeError as error:
        return str(error)
    return None


@rule(
    "RDT102",
    Severity.WARNING,
    "reading type code of edition 1",
    hint="send edition 2; EditionOneCode.parse(text).upgraded(commodity=..., measurement_kind=...) makes it",
    source="IEC 61968-9 ed. 1 and ed. 2: 11 numbers against 18",
    on="Root",
)
def codes_are_of_edition_2(root: Any, _: Any) -> Iterator[Broken]:
    """Eleven numbers are the form of 2009; systems of edition 2 know none of them."""
    yield from complaints(root, _TYPE, _edition_one)


def _edition_one(text: str) -> str | None:
    if text.count(".") != _EDITION_1 - 1 or not is_like_code(text, _TYPE):
        return None
    return f"found {shown(text)}, with {_EDITION_1} numbers; expected 18"


@rule(
    "RDT103",
    Severity.WARNING,
    "reading type with an unknown number",
    hint="compare it with the tables of codes; cim.codes.search(words) finds numbers by what they mean",
    source=_SOURCE,
    on="Root",
)
def numbers_are_in_the_tables(root: Any, _: Any) -> Iterator[Broken]:
    """A number that no table has says nothing to the receiver; mostly it is a slip, or two fields are exchanged."""
    yield from complaints(root, _TYPE, _unknown)


def _unknown(text: str) -> str | None:
    code = code_of(text, _TYPE)
    if code is None or not code.unknown:
        return None
    from ...codes import FIELDS

    parts = [f"{one.cim} {code.numbers[one.index]}" for one in FIELDS if one.name in code.unknown]
    return f"found {' and '.join(parts)} in {shown(text)}, which no table has"


@rule(
    "RDT104",
    Severity.WARNING,
    "reading type with an impossible number",
    hint="write fractions as numerator.denominator, none as 0.0; rates and tiers are counted from 1, none is 0",
    source=_SOURCE,
    on="Root",
)
def numbers_are_possible(root: Any, _: Any) -> Iterator[Broken]:
    """A fraction over zero and a negative rate cannot be meant; mostly a number is missing, and the rest has moved."""
    yield from complaints(root, _TYPE, _impossible)


def _impossible(text: str) -> str | None:
    code = code_of(text, _TYPE)
    if code is None:
        return None
    found = [f"{one.part}: {one.message}" for one in code.remarks if one.part not in code.unknown]
    return f"found {shown(text)}: {'; '.join(found)}" if found else None


@rule(
    "RDT105",
    Severity.INFO,
    "OBIS code as reading type",
    hint="cim.codes.reading_types(text) gives the reading types that an OBIS code may stand for",
    source="IEC 62056-6-1 against IEC 61968-9 ed. 2",
    on="Root",
)
def references_are_no_obis_codes(root: Any, _: Any) -> Iterator[Broken]:
    """Only who knows the meter can tell what its OBIS codes mean; the reading type code tells it to everybody."""
    yield from complaints(root, _TYPE, _obis, references)


def _obis(text: str) -> str | None:
    if not is_obis(text):
        return None
    return f"found {shown(text)}, expected a code of 18 numbers, or the name of a type that both sides know"


@rule(
    "RDT106",
    Severity.WARNING,
    "reading type that does not say what is measured",
    hint="give measurementKind and unit, the seventh and the seventeenth number",
    source=_SOURCE,
    on="Root",
)
def codes_say_what_is_measured(root: Any, _: Any) -> Iterator[Broken]:
    """Without kind and unit a value is a bare figure."""
    yield from complaints(root, _TYPE, _says_nothing)


def _says_nothing(text: str) -> str | None:
    code = code_of(text, _TYPE)
    if code is None or code.numbers[6] or code.numbers[16]:
        return None
    return f"found neither measurementKind nor unit in {shown(text)}"


@rule(
    "RDT107",
    Severity.WARNING,
    "unit that does not fit what is measured",
    hint="compare measurementKind and unit, the seventh and the seventeenth number",
    source=_SOURCE,
    on="Root",
)
def units_fit(root: Any, _: Any) -> Iterator[Broken]:
    """One of the two is wrong, and receivers that convert units refuse the value, or store it as another quantity."""
    yield from complaints(root, _TYPE, _wrong_unit)


def _wrong_unit(text: str) -> str | None:
    code = code_of(text, _TYPE)
    fitting = fitting_units().get(code.numbers[6]) if code is not None and not code.unknown else None
    if fitting is None or code.numbers[16] in fitting:
        return None
    return f"found {code.measurement_kind.phrase} in {code.unit.symbol} in {shown(text)}"


@rule(
    "RDT108",
    Severity.WARNING,
    "quantity that does not fit the commodity",
    hint="compare commodity and measurementKind, the sixth and the seventh number",
    source=_SOURCE,
    on="Root",
)
def quantities_fit_commodities(root: Any, _: Any) -> Iterator[Broken]:
    """Water has no voltage and electricity no volume: one of the two numbers is wrong."""
    yield from complaints(root, _TYPE, _wrong_commodity)


def _wrong_commodity(text: str) -> str | None:
    code = code_of(text, _TYPE)
    if code is None:
        return None
    commodity, kind, known = code.numbers[5], code.numbers[6], _quantities()
    if (kind in known.electric and commodity in known.fluids) or (kind in known.volumes and commodity in {1, 2}):
        return f"found {code.measurement_kind.phrase} of {code.commodity.phrase} in {shown(text)}"
    return None


@rule(
    "RDT109",
    Severity.WARNING,
    "currency beside a unit that is no money",
    hint="write 0 as currency, the last number; amounts of money have unit 80, the seventeenth",
    source=_SOURCE,
    on="Root",
)
def currencies_are_of_money(root: Any, _: Any) -> Iterator[Broken]:
    """It is another code than that of the quantity, so receivers store the values elsewhere, or as an amount of money.

    Mostly the numbers of two types were put together.
    """
    yield from complaints(root, _TYPE, _odd_currency)


def _odd_currency(text: str) -> str | None:
    code = code_of(text, _TYPE)
    if code is None or code.unknown or not code.numbers[17] or code.numbers[16] in _MONEY:
        return None
    return f"found currency {code.numbers[17]} beside {code.unit.symbol} in {shown(text)}"
