"""Rules of the factors that a receiver has to apply."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..finding import Severity
from ._rule import Broken, rule

__all__: list[str] = []


@rule(
    "VAL131",
    Severity.ERROR,
    "calculation with zero below the line",
    hint="give scalarDenominator, or scalarFloat instead of the fraction",
    source="IEC 61968-9 ed. 2, PendingCalculation",
    on="PendingCalculation",
)
def factors_are_possible(calculation: Any) -> Iterator[Broken]:
    """The receiver has to divide every value of the block by it."""
    if getattr(calculation, "scalar_denominator", None) == 0:
        yield Broken("scalarDenominator", "found 0", "0")


@rule(
    "VAL132",
    Severity.WARNING,
    "calculation with two factors, or half of one",
    hint="give scalarFloat, or scalarNumerator with scalarDenominator",
    source="IEC 61968-9 ed. 2, PendingCalculation",
    on="PendingCalculation",
)
def factors_are_clear(calculation: Any) -> Iterator[Broken]:
    """Of two factors some receivers take one, some the other, and some both."""
    names = ("scalar_float", "scalar_numerator", "scalar_denominator")
    plain, above, below = (getattr(calculation, name, None) is not None for name in names)
    if plain and (above or below):
        yield Broken("", "found scalarFloat beside a fraction")
    elif below and not above:
        yield Broken("", "found scalarDenominator without scalarNumerator")


@rule(
    "VAL133",
    Severity.WARNING,
    "multiplier that is not positive",
    hint="give the factor that readings are multiplied by; 1 for none",
    source="IEC 61968-9 ed. 2, MeterMultiplier and ServiceMultiplier",
    on=("MeterMultiplier", "ServiceMultiplier"),
)
def multipliers_are_positive(multiplier: Any) -> Iterator[Broken]:
    """With zero every consumption becomes zero, and with a negative factor the customer is paid."""
    value = getattr(multiplier, "value", None)
    if isinstance(value, int | float) and not value > 0:
        yield Broken("value", f"found {value}", str(value))


@rule(
    "VAL134",
    Severity.WARNING,
    "percentage that is impossible",
    hint="give 0 to 100 as dutyCycle, and not less than -100 as avgLoadAdjustment",
    source="IEC 61968-9 ed. 2, PanDemandResponse",
    on="PanDemandResponse",
)
def percentages_are_possible(response: Any) -> Iterator[Broken]:
    """A load can be on for all of the time at most, and use nothing at least."""
    duty, load = getattr(response, "duty_cycle", None), getattr(response, "avg_load_adjustment", None)
    if isinstance(duty, int | float) and not 0 <= duty <= 100:
        yield Broken("dutyCycle", f"found {duty}, expected 0 to 100", str(duty))
    if isinstance(load, int | float) and not load >= -100:
        yield Broken("avgLoadAdjustment", f"found {load}, expected -100 or more", str(load))
