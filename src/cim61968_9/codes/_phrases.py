"""Reading type codes in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .reading_type import ReadingTypeCode

__all__ = ["brief", "described"]

_USUAL = 1
"""The commodity that needs no words: electricity behind the transformers, which is what most meters measure."""


def described(code: ReadingTypeCode) -> str:
    """Return one line: what kind of value, of what, in which unit, and what narrows it."""
    head, subject = " ".join(_head(code)), " ".join(_subject(code))
    first = f"{head} of {subject}" if head and subject else head or subject
    parts = [part for part in (first, *_tail(code)) if part]
    return ", ".join(parts) or "nothing stated"


def brief(code: ReadingTypeCode, *, long_period: bool = True) -> str:
    """Return what is measured, in so few words that what differs in a picture still has different names.

    Length, accumulation and unit are left out, since axes tell them; ``long_period`` says whether the macro period is
    there.
    """
    period = [code.macro_period.phrase] if code.macro_period and long_period else []
    statistic, subject = [code.aggregate.phrase] if code.aggregate else [], list(_subject(code))
    if statistic and subject and not statistic[0].endswith(("imum", "average")):
        statistic.append("of")  # a nominal value of something
    first = " ".join([*period, *statistic, *subject])
    commodity = code.commodity.phrase if code.commodity and code.numbers[5] != _USUAL else ""
    return ", ".join(part for part in (first, commodity, *_rates(code)) if part)


def _head(code: ReadingTypeCode) -> Iterator[str]:
    for value in (code.macro_period, code.measuring_period, code.aggregate, code.accumulation):
        if value:
            yield value.phrase
    if (code.macro_period or code.measuring_period) and not code.aggregate and not code.accumulation:
        yield "value"


def _subject(code: ReadingTypeCode) -> Iterator[str]:
    kind, unit = code.measurement_kind, code.unit.code
    if code.flow_direction:
        yield code.flow_direction.phrase
    if kind.entry and kind.entry.more.get("aspect") and unit.entry and "aspect" in unit.entry.more:
        yield unit.entry.more["aspect"]
    if code.numbers[7] or code.numbers[8]:
        yield _harmonic(code)
    if kind:
        yield kind.phrase
    elif code.flow_direction or code.numbers[7] or code.numbers[8]:
        yield "value"
    if code.numbers[9] or code.numbers[10]:
        yield f"with argument {_fraction(code.numbers[9], code.numbers[10])}"
    if code.phases:
        yield f"on {code.phases.phrase}"


def _tail(code: ReadingTypeCode) -> Iterator[str]:
    is_money = code.unit.name == "money" and code.currency
    if not is_money:
        yield code.unit.symbol
    if code.currency:
        scale = f"10^{code.unit.power} " if is_money and code.unit.power else ""
        yield scale + (code.currency.name if code.currency.is_known else code.currency.phrase)
    if code.commodity:
        yield code.commodity.phrase
    yield from _rates(code)


def _rates(code: ReadingTypeCode) -> Iterator[str]:
    for number, words in ((code.tou, "rate"), (code.cpp, "critical peak"), (code.consumption_tier, "tier")):
        if number:
            yield f"{words} {number}"


def _harmonic(code: ReadingTypeCode) -> str:
    order = code.interharmonic
    if order is None or order <= 0:
        return f"harmonic {_fraction(code.numbers[7], code.numbers[8])}"
    if order.denominator != 1:
        return f"interharmonic {order}"
    if order == 1:
        return "fundamental"
    number = order.numerator
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} harmonic"


def _fraction(numerator: int, denominator: int) -> str:
    return str(numerator) if denominator == 1 else f"{numerator}/{denominator}"
