"""Units with their scale, and exact conversion between them.

>>> from decimal import Decimal
>>> from cim61968_9.codes import Measure, Unit
>>> kwh = Unit.parse("kWh")
>>> kwh, kwh.quantity, kwh.power
(Unit('kWh'), 'energy', 3)
>>> Measure("18346.029", kwh).to("MWh")
Measure('18.346029', 'MWh')
>>> Measure(1, kwh).to("J").value
Decimal('3600000')
>>> Measure(1, "Wh").to("Btu")
Traceback (most recent call last):
cim61968_9.errors.UnitError: 1 Wh in Btu has no exact decimal; say to how many digits: digits=...

Units convert into each other when the table gives both the same quantity and a factor: active and reactive energy do
not, nor do compensated and uncompensated volumes, nor gauge and absolute pressures.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from attrs import field, frozen

from .._decimals import finite, shifted
from ..errors import CodeError, UnitError
from .reading_fields import Multiplier, UnitCode

__all__ = ["Measure", "Unit", "power_of"]

_POWER = re.compile(r"(?:10\^|1e)(-?[0-9]{1,3}) (.+)")


def _is_whole(_: Any, __: Any, value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        raise UnitError(f"the power of a unit is {value!r}; expected a whole number", field="power")


@frozen(order=True)
class Unit:
    """A unit and the power of ten that scales it, such as kWh: unit 72 with power 3."""

    code: UnitCode = field(converter=UnitCode)
    power: int = field(default=0, validator=_is_whole)

    @classmethod
    def parse(cls, text: str) -> Unit:
        """Return the unit of a CIM name or a symbol, with or without a prefix: ``Wh``, ``kWh``, ``m3``, ``m³``.

        Names come first: ``M`` is the nautical mile. ``10^4 Wh`` stands for powers without a prefix.

        Raises:
            UnitError: There is no such unit, or the symbol stands for more than one.
        """
        if not isinstance(text, str):
            raise UnitError(f"{text!r} is no unit; expected a text", field="unit")
        stripped = text.strip().replace("\N{GREEK SMALL LETTER MU}", "\N{MICRO SIGN}")
        if (scaled := _POWER.fullmatch(stripped)) is not None:
            unit = cls.parse(scaled[2])
            return cls(unit.code, unit.power + int(scaled[1]))
        if stripped in UnitCode:
            return cls(UnitCode(stripped))
        found = _symbols().get(stripped, ())
        if len(found) > 1:
            names = ", ".join(UnitCode(number).name for number, _ in found)
            raise UnitError(f"the symbol {text!r} stands for several units: {names}; give the name", field="unit")
        if not found:
            raise UnitError(f"{text!r} is no unit; expected a name such as Wh, m3 or degC, or its symbol", field="unit")
        return cls(UnitCode(found[0][0]), found[0][1])

    @property
    def _more(self) -> Any:
        return self.code.entry.more if self.code.entry else {}

    @property
    def name(self) -> str:
        """The CIM name of the unit, without scale."""
        return self.code.name

    @property
    def base_symbol(self) -> str:
        """The symbol without scale; empty for no unit."""
        return str(self._more.get("symbol", "")) if self.code.is_known else f"unknown unit {int(self.code)}"

    @property
    def symbol(self) -> str:
        """The symbol with its prefix, or with the power of ten where no prefix goes: ``kWh``, ``10^3 m³``."""
        base = self.base_symbol
        if not self.power:
            return base
        if self._more.get("prefix") and self.power in Multiplier and base:
            return _prefix(self.power) + base
        return f"10^{self.power} {base}".rstrip()

    @property
    def quantity(self) -> str:
        """What the unit measures, such as ``energy`` or ``reactive energy``; empty for no or an unknown unit."""
        return str(self._more.get("quantity", ""))

    @property
    def gloss(self) -> str:
        """What the unit is, in words."""
        return self.code.gloss

    @property
    def factor(self) -> Fraction | None:
        """What leads to the base unit of the quantity, None when nothing does."""
        text = self._more.get("factor")
        return None if text is None else Fraction(text) * Fraction(10) ** self.power

    @property
    def offset(self) -> Fraction:
        """What is added before the factor is applied: 273.15 for degrees Celsius."""
        offset = self._more.get("offset")
        return Fraction(offset) / Fraction(10) ** self.power if offset else Fraction(0)

    def converts_to(self, other: Unit) -> bool:
        """Tell whether values convert."""
        if self.code == other.code:
            return True
        has_factors = "factor" in self._more and "factor" in other._more
        return bool(self.quantity) and self.quantity == other.quantity and has_factors

    def __str__(self) -> str:
        return self.symbol

    def __repr__(self) -> str:
        return f"Unit({self.symbol!r})"


def _decimal(value: Decimal | int | str) -> Decimal:
    if isinstance(value, float):
        raise TypeError(f"{value!r} is a float, which is not exact; give the value as text, int or Decimal")
    number = finite(value) if isinstance(value, str) else Decimal(value)
    if number is None or not number.is_finite():
        raise UnitError(f"{value!r} is no finite decimal number", field="value")
    return number


def _unit(unit: Unit | str) -> Unit:
    return unit if isinstance(unit, Unit) else Unit.parse(unit)


_FARTHEST = 400
"""Most digits, and most powers of ten, that are converted between units."""


@frozen
class Measure:
    """A value with its unit; conversion is exact, or an error."""

    value: Decimal = field(converter=_decimal)
    unit: Unit = field(converter=_unit)

    @property
    def base(self) -> Measure:
        """The same in the unit without power of ten: Wh for kWh."""
        return self.to(Unit(self.unit.code))

    def to(self, unit: Unit | str, *, digits: int | None = None) -> Measure:
        """Return the same in another unit; ``digits`` allows rounding to so many significant digits.

        Raises:
            UnitError: The units do not convert, or the result has no exact decimal and ``digits`` is not given.
        """
        target = _unit(unit)
        if target == self.unit:
            return self
        if not self.unit.converts_to(target):
            raise UnitError(f"{self} does not convert into {target}: {_why(self.unit, target)}", field="unit")
        if self.unit.code == target.code:
            return Measure(shifted(self.value, self.unit.power - target.power), target)
        scales = (self.value.adjusted(), self.unit.power, target.power, len(self.value.as_tuple().digits))
        if max(map(abs, scales)) > _FARTHEST:
            raise UnitError(f"more than {_FARTHEST} digits are not converted to another unit", field="value")
        exact = self._in(target)
        value = _exact(exact)
        if value is None:
            if digits is not None and digits < 1:
                raise UnitError(f"digits is {digits}; expected 1 at least", field="digits")
            if digits is None:
                raise UnitError(
                    f"{self} in {target} has no exact decimal; say to how many digits: digits=...", field="unit"
                )
            context = Context(prec=digits, rounding=ROUND_HALF_EVEN)
            value = context.divide(Decimal(exact.numerator), Decimal(exact.denominator))
        return Measure(value, target)

    def _in(self, target: Unit) -> Fraction:
        value, here = Fraction(self.value), self.unit
        assert here.factor is not None
        assert target.factor is not None
        return (value + here.offset) * here.factor / target.factor - target.offset

    def to_pint(self, registry: Any = None) -> Any:
        """Return a quantity of pint, with an exact magnitude; it needs the extra ``units``."""
        from .pint_bridge import to_pint

        return to_pint(self, registry)

    def __str__(self) -> str:
        return f"{self.value} {self.unit}".rstrip()

    def __repr__(self) -> str:
        return f"Measure({str(self.value)!r}, {self.unit.symbol!r})"


def _exact(value: Fraction) -> Decimal | None:
    """Return the decimal that equals a fraction, None when there is none."""
    places, rest = 0, value.denominator
    for prime in (2, 5):
        count = 0
        while rest % prime == 0:
            rest //= prime
            count += 1
        places = max(places, count)
    if rest != 1:
        return None
    return shifted(Decimal(value.numerator * 10**places // value.denominator), -places)


def _why(one: Unit, other: Unit) -> str:
    for unit in (one, other):
        if not unit.code.is_known:
            return f"unit {int(unit.code)} is unknown"
    if one.quantity != other.quantity:
        return f"{one.quantity or 'no quantity'} is not {other.quantity or 'no quantity'}"
    return "no exact factor is known"


def _prefix(power: int) -> str:
    entry = Multiplier(power).entry
    return str(entry.more.get("symbol", "")) if entry else ""


@cache
def _symbols() -> dict[str, tuple[tuple[int, int], ...]]:
    """Return the units of each symbol, prefixes applied, as pairs of unit number and power."""
    found: dict[str, dict[tuple[int, int], None]] = {}
    for unit in UnitCode:
        base = Unit(unit).base_symbol
        powers = [int(one) for one in Multiplier] if unit.entry.more.get("prefix") else [0]
        for power in powers:
            if base:
                found.setdefault(_prefix(power) + base, {})[int(unit), power] = None
    plain = {symbol: [one for one in units if one[1] == 0] for symbol, units in found.items()}
    return {symbol: tuple(plain[symbol] or units) for symbol, units in found.items()}


def power_of(value: Multiplier | int | str) -> int:
    """Return the power of ten of a multiplier: a number, a name such as ``k``, or a prefix."""
    try:
        return int(Multiplier(value))
    except CodeError:
        for one in Multiplier:
            if value == _prefix(int(one)):
                return int(one)
        raise
