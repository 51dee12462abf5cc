"""From OBIS codes to reading types and back: what lists of deployments have, and what their rules give.

>>> from cim61968_9.codes import ReadingTypeCode, obis_codes, reading_types
>>> for one in reading_types("1-0:1.8.2", multiplier=3)[:2]:
...     print(one.reading_type, one.origin, one.confidence, *one.notes)
0.0.0.9.1.1.12.0.0.0.0.2.0.0.0.3.72.0 list single
0.0.0.1.1.1.12.0.0.0.0.2.0.0.0.3.72.0 rule derived some give the registers of tariff rates as running totals, too
>>> [str(one.obis) for one in obis_codes("0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0")]
['1-0:1.8.0*255']

No standard maps one onto the other, and sources disagree. So the answer is all that is known, best first, each with its
origin, its confidence and what to note; an empty answer where neither lists nor rules have any.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product
from typing import Literal

from attrs import evolve, field, frozen

from ._tables import Row, table
from .entries import Confidence
from .obis import ObisCode
from .reading_fields import FIELDS
from .reading_type import ReadingTypeCode
from .units import power_of

__all__ = ["Mapped", "obis_codes", "reading_types"]

_PLACE = {one.cim: one.index for one in FIELDS}
_WANTED = ("unit", "measurementKind", "accumulation")
_HARMONIC = frozenset({7, 24})
_MULTIPLIER = 15
_RATES = range(1, 64)
_ORDERS = range(1, 121)
_UNRATED = frozenset({81})


@frozen
class Mapped:
    """An OBIS code and a reading type that stand for the same, as far as is known.

    ``origin`` is ``list`` for pairs that deployments publish and ``rule`` for what follows from rules. OBIS codes do
    not tell the power of ten, so that of a rule is as asked for.
    """

    obis: ObisCode
    reading_type: ReadingTypeCode
    origin: Literal["list", "rule"]
    confidence: Confidence
    notes: tuple[str, ...] = field(default=())


def reading_types(obis: ObisCode | str, *, multiplier: int | str | None = None) -> tuple[Mapped, ...]:
    """Return the reading types that an OBIS code may stand for, best first; none where nothing is known.

    ``multiplier`` keeps those of one power of ten, and gives it to those of rules, which otherwise have 0.
    """
    code = obis if isinstance(obis, ObisCode) else ObisCode.parse(obis)
    power = None if multiplier is None else power_of(multiplier)
    listed = [one for one in _pairs() if one.obis == code]
    if power is not None:
        listed = [one for one in listed if one.reading_type.numbers[_MULTIPLIER] == power]
    known = {one.reading_type for one in listed}
    ruled = [one for one in _ruled(code, power or 0) if one.reading_type not in known]
    main = next((one.reading_type for one in _ruled(code, 0)), None)
    listed.sort(key=lambda one: (bool(one.notes), main is None or _scaled(one.reading_type) != main))
    good = [one for one in listed if not one.notes]
    return (*good, *ruled, *(one for one in listed if one.notes))


def obis_codes(reading_type: ReadingTypeCode | str) -> tuple[Mapped, ...]:
    """Return the OBIS codes that a reading type may stand for, best first; the power of ten does not matter."""
    code = reading_type if isinstance(reading_type, ReadingTypeCode) else ReadingTypeCode.parse(reading_type)
    plain = _scaled(code)
    found: dict[ObisCode, Mapped] = {}
    listed = [one for one in _pairs() if _scaled(one.reading_type) == plain]
    listed.sort(key=lambda one: (bool(one.notes), one.reading_type != code))
    for one in (*[each for each in listed if not each.notes], *_inverse(plain), *listed):
        found.setdefault(one.obis, evolve(one, reading_type=code))
    return tuple(found.values())


def _scaled(code: ReadingTypeCode) -> ReadingTypeCode:
    return code.replace(multiplier=0) if code.numbers[_MULTIPLIER] else code


@cache
def _pairs() -> tuple[Mapped, ...]:
    return tuple(
        Mapped(
            ObisCode.parse(row["code"]),
            ReadingTypeCode.parse(row["reading_type"]),
            "list",
            row["confidence"],
            (row["note"],) if "note" in row else (),
        )
        for row in table("obis", "pair")
    )


@cache
def _conditions(section: str) -> tuple[tuple[Row, tuple[tuple[int, frozenset[int]], ...]], ...]:
    """Return the rows of a section, each with the numbers it allows in groups, by place."""
    rows = table("obis", section)
    return tuple(
        (row, tuple((place, _allowed(row[group])) for place, group in enumerate("abcdef") if group in row))
        for row in rows
    )


def _allowed(text: str) -> frozenset[int]:
    numbers: set[int] = set()
    for part in text.split(","):
        low, _, high = part.partition("-")
        numbers.update(range(int(low), int(high or low) + 1))
    return frozenset(numbers)


def _holding(section: str, code: ObisCode) -> Iterator[Row]:
    groups = code.groups
    for row, conditions in _conditions(section):
        if all(groups[place] in allowed for place, allowed in conditions):
            yield row


@frozen
class _Filled:
    """The fields that the rules give to an OBIS code, what is to be noted, and what others choose for some fields."""

    values: dict[int, int]
    notes: tuple[str, ...]
    choices: tuple[tuple[Row, ...], ...]

    def fits(self, numbers: tuple[int, ...]) -> bool:
        """Tell whether the numbers are those of the fields, or of a choice."""
        others = {_PLACE[row["field"]]: {row["value"] for row in rows} for rows in self.choices for row in rows}
        return all(
            number == self.values.get(place, 0) or number in others.get(place, ())
            for place, number in enumerate(numbers)
        )


@lru_cache(maxsize=8192)
def _filled(code: ObisCode) -> _Filled | None:
    """Return what the rules say of an OBIS code; None where they do not give enough."""
    if code.a != 1 or code.b != 0:
        return None
    values: dict[str, int] = {}
    notes: list[str] = []
    for row in _holding("rule", code):
        if row["field"] not in values:
            values[row["field"]] = row["value"]
            notes += [row["note"]] if "note" in row else []
    if any(name not in values for name in _WANTED) or not _detailed(code, values):
        return None
    if code.f != 255:
        values["macroPeriod"] = 8
        notes.append(f"billing period {code.f} cannot be told by a reading type; it has just the billing period")
    choices: dict[str, list[Row]] = {}
    for row in _holding("choice", code):
        choices.setdefault(row["field"], []).append(row)
    numbers = {_PLACE[name]: value for name, value in values.items()}
    return _Filled(numbers, tuple(notes), tuple(map(tuple, choices.values())))


def _ruled(code: ObisCode, power: int) -> Iterator[Mapped]:
    """Yield what the rules give: first that with the rules alone, then with other choices in place."""
    filled = _filled(code)
    if filled is None:
        return
    options: list[tuple[Row | None, ...]] = [(None, *rows) for rows in filled.choices]
    for taken in sorted(product(*options), key=lambda taken: sum(row is not None for row in taken)):
        rows = [row for row in taken if row is not None]
        numbers = [filled.values.get(place, 0) for place in range(len(FIELDS))]
        for row in rows:
            numbers[_PLACE[row["field"]]] = row["value"]
        numbers[_MULTIPLIER] = power
        told = (*filled.notes, *(row["note"] for row in rows))
        yield Mapped(code, ReadingTypeCode(numbers), "rule", "derived", told)


def _detailed(code: ObisCode, values: dict[str, int]) -> bool:
    """Add what group E says: a rate, or the order of a harmonic; False when the rules do not know it."""
    if code.e == 0 or code.c in _UNRATED:
        return True
    if code.d in _HARMONIC and code.e in _ORDERS:
        values["interharmonic.numerator"], values["interharmonic.denominator"] = code.e, 1
        return True
    if code.d not in _HARMONIC and code.e in _RATES:
        values["tou"] = code.e
        return True
    return False


def _inverse(plain: ReadingTypeCode) -> Iterator[Mapped]:
    """Yield the codes whose rules give a reading type, those without other choices first."""
    found = [
        one
        for row, conditions in _conditions("rule")
        if row["field"] == "unit" and row["value"] == plain.numbers[16]
        for code in _combined(dict(conditions), {0, plain.tou, plain.numbers[7]} & {0, *_ORDERS})
        if (filled := _filled(code)) is not None and filled.fits(plain.numbers)
        for one in _ruled(code, 0)
        if one.reading_type == plain
    ]
    yield from sorted(found, key=lambda one: len(one.notes))


def _combined(conditions: dict[int, frozenset[int]], details: set[int]) -> Iterator[ObisCode]:
    """Yield the codes of electricity that conditions on C, D and E allow; without one on E, with these details."""
    allowed = (conditions[2], conditions[3], conditions.get(4, frozenset(details)))
    for c, d, e in product(*map(sorted, allowed)):
        yield ObisCode(1, 0, c, d, e)
