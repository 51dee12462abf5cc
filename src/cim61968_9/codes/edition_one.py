"""Reading type codes of edition 1, with eleven numbers, and what is known of the way to edition 2.

>>> from cim61968_9.codes import EditionOneCode
>>> old = EditionOneCode.parse("2.0.4.1.1.12.0.0.0.3.72")
>>> old.names
{'timeAttribute': 2, 'accumulationBehaviour': 4, 'flowDirection': 1, 'uomCategorySubClass': 1, 'uomCategoryIndex': 12, \
'metricMultiplier': 3, 'unitOfMeasure': 72}
>>> old.upgraded(commodity="electricitySecondaryMetered", measurement_kind="energy")
ReadingTypeCode('0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0')

Six numbers carry over as they are, and the time attribute goes where its number is known. What was measured is not: no
public source has the two numbers of edition 1 that say it, so it must be given.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import field, frozen

from ..errors import CodeError
from . import _numbers
from .reading_fields import FIELDS, Accumulation, MacroPeriod, MeasuringPeriod
from .reading_type import ReadingTypeCode

__all__ = ["EditionOneCode"]

NAMES = (
    "timeAttribute",
    "dataQualifier",
    "accumulationBehaviour",
    "flowDirection",
    "uomCategorySubClass",
    "uomCategoryIndex",
    "measurementCategory",
    "measurementCategoryValue",
    "phase",
    "metricMultiplier",
    "unitOfMeasure",
)
_SAME = {1: "aggregate", 2: "accumulation", 3: "flow_direction", 8: "phases", 9: "multiplier", 10: "unit"}
_VALUES = {one.name: one.values for one in FIELDS if one.values is not None}
_WHAT = "reading type code of edition 1"
_NARROWING = frozenset({"interharmonic", "argument", "tou", "currency"})


def _checked(numbers: Iterable[int]) -> tuple[int, ...]:
    return _numbers.checked(numbers, len(NAMES), _WHAT)


@frozen(order=True, repr=False)
class EditionOneCode:
    """A reading type code of edition 1."""

    numbers: tuple[int, ...] = field(converter=_checked)
    """The eleven numbers."""

    @classmethod
    def parse(cls, text: str) -> EditionOneCode:
        """Return the code of a text.

        Raises:
            CodeError: The text has another shape.
        """
        return cls(_numbers.parsed(text, NAMES, _WHAT))

    @property
    def names(self) -> dict[str, int]:
        """The numbers that are not 0, by their names in edition 1."""
        return {name: number for name, number in zip(NAMES, self.numbers, strict=True) if number}

    def upgraded(self, **fields: Any) -> ReadingTypeCode:
        """Return the code of edition 2, with the fields that are given as for :meth:`ReadingTypeCode.build`.

        ``commodity`` and ``measurement_kind`` have to be given when the old code says what was measured; one of
        ``interharmonic``, ``argument``, ``tou`` and ``currency`` when it has a measurement category.

        Raises:
            CodeError: Something that the old code says has no known counterpart, and is not given.
        """
        numbers = self.numbers
        missing = [name for name in ("commodity", "measurement_kind") if name not in fields]
        if any(numbers[4:6]) and missing:
            raise CodeError(
                f"{self} says what was measured by {NAMES[4]} {numbers[4]} and {NAMES[5]} {numbers[5]}, for which no "
                f"mapping is known; give {' and '.join(missing)}",
                field=NAMES[4],
            )
        if any(numbers[6:8]) and not _NARROWING & fields.keys():
            raise CodeError(
                f"{self} has {NAMES[6]} {numbers[6]} with value {numbers[7]}, for which no mapping is known; give "
                f"one of {', '.join(sorted(_NARROWING))}",
                field=NAMES[6],
            )
        found: dict[str, Any] = {name: numbers[index] for index, name in _SAME.items()}
        for name, value in found.items():
            values = _VALUES[name]
            if name not in fields and value not in values:
                raise CodeError(
                    f"{self} has {value} for {name}, which edition 2 does not know; give {name}", field=name
                )
        time = _time(self, numbers[0]) if "macro_period" not in fields and "measuring_period" not in fields else {}
        if "accumulation" in time and found["accumulation"]:
            del time["accumulation"]
        return ReadingTypeCode.build(**(found | time | fields))

    def __str__(self) -> str:
        return ".".join(map(str, self.numbers))

    def __repr__(self) -> str:
        return f"EditionOneCode({str(self)!r})"


def _time(code: EditionOneCode, number: int) -> dict[str, int]:
    if number == 0:
        return {}
    for name, values in (("macro_period", MacroPeriod), ("measuring_period", MeasuringPeriod)):
        if number in values:
            return {name: number}
    if number == Accumulation("instantaneous"):
        return {"accumulation": number}
    raise CodeError(
        f"{code} has {NAMES[0]} {number}, for which no mapping is known; give macro_period or measuring_period",
        field=NAMES[0],
    )
