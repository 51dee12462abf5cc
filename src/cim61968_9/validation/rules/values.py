"""Rules of metered values: whether they are numbers, and such as their type can have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

from ..._mixins import TypedReading
from ..finding import Severity
from ._figures import MOST_DIGITS, MOST_EXACT, PLAIN, Kind, kind_of, odd_in
from ._rule import Broken, rule
from ._search import Search, joined, more, shown, step
from ._series import values_in

__all__: list[str] = []

_ON = ("IntervalBlock", "Root")
_IN_BLOCK = "in this block"
_READINGS = Search(lambda cls: issubclass(cls, TypedReading))


def _told(obj: Any, field: str, form: str, test: Callable[[Kind], bool] = lambda _: True) -> Iterator[Broken]:
    """Yield what is remarkable in one way: the first such value of a block, or all single readings of a payload."""
    if hasattr(obj, "interval_readings"):
        values = values_in(obj.interval_readings)
        indexes = getattr(odd_in(values), field) if test(kind_of(getattr(obj, "reading_type", None))) else ()
        if indexes:
            text, path = values[indexes[0]], step("IntervalReadings", indexes[0] + 1, len(values))
            yield Broken(f"{path}/value", form.format(shown(text)) + more(len(indexes), _IN_BLOCK), text)
        return
    readings = _READINGS.all(obj)
    odd = (readings[index] for index in getattr(odd_in(values_in(readings)), field))
    wrong = {id(one) for one in odd if test(kind_of(one.reading_type))}
    for path, one in _READINGS.placed(obj) if wrong else ():
        if id(one) in wrong:
            yield Broken(joined(path, "value"), form.format(shown(one.value)), one.value)


@rule(
    "VAL101",
    Severity.ERROR,
    "value that is no number",
    hint="write digits with a point; what is missing is left out, with a quality that says why",
    source="IEC 61968-9 ed. 2: values are texts, and their meaning is that of the reading type",
    on=_ON,
)
def values_are_numbers(obj: Any, _: Any = None) -> Iterator[Broken]:
    """The reading type is that of a quantity, so receivers compute with the value, or fail at it."""
    yield from _told(
        obj, "words", "found {}, expected a number such as 12.5", lambda kind: kind.known and not kind.texts
    )


@rule(
    "VAL102",
    Severity.ERROR,
    "value without end",
    hint="leave the value out, and give a quality that says why",
    source="values were floats in drafts of edition 2, and could be NaN and INF there",
    on=_ON,
)
def values_are_finite(obj: Any, _: Any = None) -> Iterator[Broken]:
    """NaN and INF spread through every sum that they are part of."""
    yield from _told(obj, "endless", "found {}, expected a number such as 12.5", lambda kind: not kind.texts)


@rule(
    "VAL103",
    Severity.INFO,
    "value that is no number, of a type that is not told",
    hint="give the reading type by its code; then it is clear whether a text is right",
    source="IEC 61968-9 ed. 2: values are texts, and their meaning is that of the reading type",
    on=_ON,
)
def texts_have_a_type(obj: Any, _: Any = None) -> Iterator[Broken]:
    """The reading type is given by a name, so that nobody can say whether a text is what it should be."""
    yield from _told(obj, "words", "found {}", lambda kind: not kind.known and not kind.texts and not kind.unlisted)


@rule(
    "VAL111",
    Severity.WARNING,
    "negative value of what cannot be negative",
    hint="use the reading type of the other direction, or of the net amount; or send the value as it was metered",
    source="IEC 61968-9 ed. 2, reading types: flowDirection",
    on=_ON,
)
def values_have_the_sign_of_their_type(obj: Any, _: Any = None) -> Iterator[Broken]:
    """With a direction the amount is counted in that direction alone; what flows back has a type of its own."""
    yield from _told(obj, "negative", "found {}", lambda kind: not kind.signed)


@rule(
    "VAL112",
    Severity.WARNING,
    "value of absurd length",
    hint="send the digits that the meter has",
    source="meters have 15 digits at most",
    on=_ON,
)
def values_have_few_digits(obj: Any, _: Any = None) -> Iterator[Broken]:
    """No meter counts that far; most receivers cut it off, or store infinity."""
    yield from _told(obj, "long", f"found {{}}, with more than {MOST_DIGITS} digits, or an exponent beyond 99")


@rule(
    "VAL113",
    Severity.INFO,
    "value with the remainder of a binary fraction",
    hint="round to the digits that the meter has, or compute in decimals",
    source="binary floats have 15 decimal digits",
    on=_ON,
)
def values_are_decimal(obj: Any, _: Any = None) -> Iterator[Broken]:
    """12.300000000000001 has been through a float; sums of such values are off by more than a unit of the meter."""
    yield from _told(obj, "inexact", f"found {{}}, with more than {MOST_EXACT} digits")


@rule(
    "VAL114",
    Severity.INFO,
    "total that gets smaller",
    hint="look for a change of meter, a register that began again at zero, or an exchange of values",
    source="IEC 61968-9 ed. 2, reading types: accumulation",
    on="IntervalBlock",
)
def totals_grow(block: Any) -> Iterator[Broken]:
    """A running total of one direction never falls; the consumption of this interval would be negative."""
    if not kind_of(getattr(block, "reading_type", None)).total:
        return
    values = values_in(getattr(block, "interval_readings", []))
    texts = [(index, text) for index, text in enumerate(values) if isinstance(text, str)]
    if odd_in(values) != PLAIN:
        return
    falls = [(one, other) for (_, one), other in pairwise(texts) if Decimal(other[1]) < Decimal(one)]
    if falls:
        before, (index, text) = falls[0]
        path = f"{step('IntervalReadings', index + 1, len(values))}/value"
        yield Broken(path, f"found {text} after {before}{more(len(falls), _IN_BLOCK)}", text)


@rule(
    "VAL121",
    Severity.INFO,
    "block without values",
    hint="leave the block out",
    source="IEC 61968-9 ed. 2, IntervalBlock",
    on="IntervalBlock",
)
def blocks_have_values(block: Any) -> Iterator[Broken]:
    """It says nothing but that there is a type of values; whether they are missing or were not asked for is open."""
    if getattr(block, "interval_readings", None) == []:
        yield Broken("", "found no IntervalReadings")


@rule(
    "VAL122",
    Severity.INFO,
    "neither value nor quality",
    hint="give a quality that says why there is no value, such as 2.5.259",
    source="IEC 61968-9 ed. 2, reading qualities",
    on=_ON,
)
def missing_values_have_a_reason(obj: Any, _: Any = None) -> Iterator[Broken]:
    """Without a quality nobody knows whether the value is missing, was refused, or is yet to come."""
    if hasattr(obj, "interval_readings"):
        if None in (values := values_in(obj.interval_readings)):
            empty = [number for number, one in enumerate(obj.interval_readings, 1) if _is_unexplained(one)]
            for number in empty[:1]:
                path = step("IntervalReadings", number, len(values))
                yield Broken(path, f"found no value{more(len(empty), _IN_BLOCK)}")
    elif None in values_in(_READINGS.all(obj)):
        yield from (Broken(path, "found no value") for path, one in _READINGS.placed(obj) if _is_unexplained(one))


def _is_unexplained(reading: Any) -> bool:
    return reading.value is None and not getattr(reading, "reading_qualities", None)
