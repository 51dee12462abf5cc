"""A bridge to pint, which must be installed: ``pip install "cim61968-9[units]"``."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from .._decimals import shifted
from ..errors import UnitError

if TYPE_CHECKING:
    from .units import Measure

__all__ = ["to_pint"]


def to_pint(measure: Measure, registry: Any = None) -> Any:
    """Return a value as a quantity of pint.

    Without a registry it is one of this module, which computes with Decimal. Reactive energy, levels in bel, money and
    texts have no counterpart; pressure above the air around becomes plain pressure, and reference conditions of
    volumes are left out, since pint has neither.

    Raises:
        UnitError: Pint has no such unit.
    """
    entry = measure.unit.code.entry
    expression = entry.more.get("pint") if entry else None
    if expression is None:
        raise UnitError(f"pint has no unit for {measure.unit}; take .value and .unit as they are", field="unit")
    units = registry if registry is not None else _registry()
    if measure.unit.power and entry and "offset" in entry.more:
        raise UnitError(f"{measure} has a power of ten on a scale with an offset; convert to .base first", field="unit")
    return units.Quantity(shifted(measure.value, measure.unit.power), expression)


@cache
def _registry() -> Any:
    import pint  # an extra

    return pint.UnitRegistry(non_int_type=Decimal)
