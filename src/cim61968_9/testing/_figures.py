"""Figures of usual size: what meters of a commodity show, in the unit and the scale of a reading type."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal
from typing import NamedTuple

from ..codes.reading_type import ReadingTypeCode
from ._drawn import Drawn

__all__ = ["ELECTRICITY", "USUAL_COMMODITIES", "Figures", "meter_of"]

ELECTRICITY = "electricitySecondaryMetered"
_PRIMARY = "electricityPrimaryMetered"
USUAL_COMMODITIES = (
    *(ELECTRICITY, ELECTRICITY, ELECTRICITY, "naturalGas", "potableWater"),
    *("heatingFluid", _PRIMARY, "nonpotableWater", "steam"),
)
"""What meters measure, the usual more often."""


class _Usage(NamedTuple):
    """How much of a commodity is used, in Wh or litres: until now, in an hour at most; and how its meters are called.

    ``size`` is by how much currents and powers are larger than those of a household.
    """

    least: int
    most: int
    hourly: int
    meter: str = "Meter"
    size: int = 1


_USAGES = {
    ELECTRICITY: _Usage(100_000, 60_000_000, 2_000),
    _PRIMARY: _Usage(5_000_000, 3_000_000_000, 100_000, size=20),
    "naturalGas": _Usage(50_000, 20_000_000, 2_500, "GasMeter"),
    "potableWater": _Usage(10_000, 3_000_000, 400, "WaterMeter"),
    "nonpotableWater": _Usage(10_000, 3_000_000, 400, "WaterMeter"),
    "heatingFluid": _Usage(1_000_000, 200_000_000, 8_000, "HeatMeter"),
    "steam": _Usage(10_000_000, 2_000_000_000, 80_000, "HeatMeter"),
}
_FACTORS = {"J": Decimal(3600), "m3": Decimal("0.001"), "ft3": Decimal("0.0353147")}
"""What a Wh or a litre is in other units."""
_SHARES = (100, 35, 30, 20, 15)
"""Parts of rates in what is used, in percent; the first is that of all together."""
_HIGHEST = (100, 100, 80, 60, 50)
"""Parts of the maximum demands of rates in the highest."""
_VOLTS = {ELECTRICITY: 230, _PRIMARY: 20_000}
_THOUSANDTH = Decimal("0.001")
_HOURS = {"daily": 24, "billingPeriod": 720}
_HOUR = dt.timedelta(hours=1)
_SHORT = 24


def meter_of(commodity: str) -> str:
    """Return under which name the table of names has the meters of a commodity."""
    return _USAGES[commodity].meter


class Figures:
    """What one meter shows: totals that only grow, rates that are parts of them, the rest of usual size."""

    def __init__(self, drawn: Drawn, commodity: str) -> None:
        self._drawn = drawn
        self._commodity = commodity
        self._usage = _USAGES[commodity]
        self._parts: tuple[int, int] | None = None

    def _of_all(self, code: ReadingTypeCode, amount: int) -> Decimal:
        """Return what belongs to the direction, the unit and the rate of a code, when so much went forward."""
        part = 10_000
        if code.flow_direction.name != "forward" or code.unit.name == "VArh":
            if self._parts is None:
                self._parts = self._drawn.number(0, 60), self._drawn.number(5, 50)
            reverse, reactive = self._parts
            directions = {"reverse": reverse, "net": 100 - reverse, "total": 100 + reverse}
            part = directions.get(code.flow_direction.name, 100) * (reactive if code.unit.name == "VArh" else 100)
        return Decimal(amount * part * _SHARES[code.tou]) / 1_000_000

    def registers(self, codes: Sequence[ReadingTypeCode], stamps: Sequence[dt.datetime]) -> list[str]:
        """Return what registers show; those of one time stand together, and times are in order."""
        level = self._drawn.number(self._usage.least, self._usage.most)
        found = []
        before = stamps[0] if stamps else None
        for code, stamp in zip(codes, stamps, strict=True):
            if stamp != before and before is not None:
                level += self._drawn.number(0, int(self._usage.hourly * ((stamp - before) / _HOUR)))
                before = stamp
            found.append(self._register(code, level))
        return found

    def _register(self, code: ReadingTypeCode, level: int) -> str:
        how = code.accumulation.name
        if how == "instantaneous":
            return self._instant(code)
        if how == "indicating":
            demand = self._usage.hourly * self._usage.size * 2 + level % 5_000 * self._usage.size
            return _written(Decimal(demand * _HIGHEST[code.tou]) / 100, code)
        if how == "deltaData":
            hours = _HOURS.get(code.macro_period.name, 1)
            level = level % (self._usage.hourly * hours // 4)
        return _written(self._of_all(code, level), code)

    def profile(self, code: ReadingTypeCode, length: dt.timedelta, count: int) -> list[str]:
        """Return what is used in intervals; in long series four in a row are much alike."""
        most = int(self._usage.hourly * (length / _HOUR))
        alike = 1 if count <= _SHORT else 4
        found = []
        for number in range(count):
            if number % alike == 0:
                level = self._drawn.number(0, most)
            found.append(_written(Decimal(level - level * 7 * (number % alike) // 100), code))
        return found

    def _instant(self, code: ReadingTypeCode) -> str:
        kind, size = code.measurement_kind.name, self._usage.size
        if kind == "rmsVoltage":
            nominal = _VOLTS.get(self._commodity, 230)
            return _written(nominal + Decimal(nominal * self._drawn.number(-40, 40)).scaleb(-3), code)
        if kind == "frequency":
            return _written(50 + Decimal(self._drawn.number(-50, 50)).scaleb(-3), code)
        if kind == "current":
            return _written(Decimal(self._drawn.number(0, 4_000)).scaleb(-2), code)
        return _written(Decimal(self._drawn.number(0, 9_000) * size), code)


def _written(amount: Decimal, code: ReadingTypeCode) -> str:
    """Return an amount in the unit and scale of a code, with three decimals at most."""
    scaled = (amount * _FACTORS.get(code.unit.name, Decimal(1))).scaleb(-int(code.multiplier))
    rounded = scaled.quantize(_THOUSANDTH, ROUND_DOWN)
    return f"{rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded:f}"
