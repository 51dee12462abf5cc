"""Reading type codes: what a value means, in 18 numbers.

>>> from cim61968_9.codes import ReadingTypeCode
>>> code = ReadingTypeCode.parse("0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0")
>>> print(code.describe())
15-minute interval delta of forward active energy, kWh, secondary metered electricity
>>> code.accumulation, code.unit, code.interval, code.is_cumulative
(Accumulation.deltaData, Unit('kWh'), datetime.timedelta(seconds=900), False)
>>> code.replace(flow_direction="reverse", tou=2)
ReadingTypeCode('0.0.2.4.19.1.12.0.0.0.0.2.0.0.0.3.72.0')
>>> code.matches("*.*.2.4.*.1.12.*.*.*.*.*.*.*.*.*.72.*"), code.matches(unit="Wh", accumulation="deltaData")
(True, True)
>>> ReadingTypeCode.build(accumulation="bulkQuantity", flow_direction="forward", commodity="naturalGas",
...                       measurement_kind="volume", unit="m3")
ReadingTypeCode('0.0.0.1.1.7.58.0.0.0.0.0.0.0.0.0.42.0')
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Any, ClassVar, TypeAlias, TypedDict, TypeVar, Unpack

from attrs import field, frozen

from ..model import Element
from . import _numbers
from .reading_fields import (
    FIELDS,
    Accumulation,
    Aggregate,
    Commodity,
    Currency,
    FlowDirection,
    MacroPeriod,
    MeasurementKind,
    MeasuringPeriod,
    Multiplier,
    Phases,
)
from .remarks import Lenient, Remark
from .units import Measure, Unit

__all__ = ["Fields", "ReadingTypeCode"]

E = TypeVar("E", bound=Element)
Number: TypeAlias = int | str
Ratio: TypeAlias = int | Fraction | tuple[Number, Number]
_COUNT = len(FIELDS)
_EVERY = ".".join("*" * _COUNT)


class Fields(TypedDict, total=False):
    """The fields that :meth:`ReadingTypeCode.build` takes: numbers, CIM names, or members of their enumerations."""

    macro_period: Number
    aggregate: Number
    measuring_period: Number
    accumulation: Number
    flow_direction: Number
    commodity: Number
    measurement_kind: Number
    interharmonic: Ratio | None
    argument: Ratio | None
    tou: Number
    cpp: Number
    consumption_tier: Number
    phases: Number
    multiplier: Number | None
    unit: Unit | Number
    currency: Number


def _checked(numbers: Iterable[int]) -> tuple[int, ...]:
    return _numbers.checked(numbers, _COUNT, "reading type code")


@frozen(order=True, cache_hash=True, repr=False)
class ReadingTypeCode:
    """A reading type code of edition 2: 18 numbers, which compare in their order.

    ``ReadingTypeCode.parse(text)`` takes the text of a code, and remembers it: a text that was seen before costs little
    more than a look-up. Numbers that no table has are kept; :attr:`unknown` names them.
    """

    numbers: tuple[int, ...] = field(converter=_checked)
    """The 18 numbers."""

    parse: ClassVar[Callable[[str], ReadingTypeCode]]
    """Return the code of a text; a text of another shape is a :class:`~cim61968_9.CodeError` that names the field."""

    @classmethod
    def parse_lenient(cls, text: str) -> Lenient[ReadingTypeCode]:
        """Read a code that may be blank-padded, have leading zeros, or be too short or too long, with remarks."""
        return _numbers.lenient(text, cls, [one.cim for one in FIELDS], "reading type code")

    @classmethod
    def build(cls, **fields: Unpack[Fields]) -> ReadingTypeCode:
        """Make a code of its fields; what is not given is 0.

        The fields are ``macro_period``, ``aggregate``, ``measuring_period``, ``accumulation``, ``flow_direction``,
        ``commodity``, ``measurement_kind``, ``interharmonic``, ``argument``, ``tou``, ``cpp``, ``consumption_tier``,
        ``phases``, ``multiplier``, ``unit`` and ``currency``. Values are numbers, CIM names, or members such as
        ``Accumulation.deltaData``; fractions are a number, a Fraction or a pair; a unit may be a symbol with prefix,
        ``"kWh"``, which gives the multiplier, too.

        Raises:
            CodeError: A name is in no table, or a field does not exist.
        """
        return cls((0,) * _COUNT).replace(**fields)

    def replace(self, **fields: Unpack[Fields]) -> ReadingTypeCode:
        """Return the code with other values in some fields, which are given as for :meth:`build`."""
        numbers = list(self.numbers)
        for index, number in _numbers.given(fields).items():
            numbers[index] = number
        return ReadingTypeCode(numbers)

    @property
    def fields(self) -> dict[str, Any]:
        """The fields by the names that :meth:`build` takes; fractions are pairs, so that nothing is lost."""
        found: dict[str, Any] = {}
        for one, number in zip(FIELDS, self.numbers, strict=True):
            name = one.name.partition("_numerator")[0].partition("_denominator")[0]
            if one.alone:
                found[name] = one.values(number) if one.values else number
            else:
                found[name] = (*found.get(name, ()), number)
        return found

    @property
    def macro_period(self) -> MacroPeriod:
        """The long period that the value refers to."""
        return MacroPeriod(self.numbers[0])

    @property
    def aggregate(self) -> Aggregate:
        """The statistic behind the value."""
        return Aggregate(self.numbers[1])

    @property
    def measuring_period(self) -> MeasuringPeriod:
        """The length of the interval or demand block."""
        return MeasuringPeriod(self.numbers[2])

    @property
    def accumulation(self) -> Accumulation:
        """How the value builds up over time."""
        return Accumulation(self.numbers[3])

    @property
    def flow_direction(self) -> FlowDirection:
        """The direction of flow, or a set of quadrants."""
        return FlowDirection(self.numbers[4])

    @property
    def commodity(self) -> Commodity:
        """What is metered."""
        return Commodity(self.numbers[5])

    @property
    def measurement_kind(self) -> MeasurementKind:
        """The physical or logical quantity."""
        return MeasurementKind(self.numbers[6])

    @property
    def interharmonic(self) -> Fraction | None:
        """The order of the harmonic, None for the whole signal and for a fraction over zero."""
        return _numbers.fraction(self.numbers[7], self.numbers[8])

    @property
    def argument(self) -> Fraction | None:
        """The number that narrows the quantity, None for none and for a fraction over zero."""
        return _numbers.fraction(self.numbers[9], self.numbers[10])

    @property
    def tou(self) -> int:
        """The time-of-use rate, 0 for all of them."""
        return self.numbers[11]

    @property
    def cpp(self) -> int:
        """The critical peak period, 0 for none."""
        return self.numbers[12]

    @property
    def consumption_tier(self) -> int:
        """The step of a block tariff, 0 for none."""
        return self.numbers[13]

    @property
    def phases(self) -> Phases:
        """The conductors that the value belongs to."""
        return Phases(self.numbers[14])

    @property
    def multiplier(self) -> Multiplier:
        """The power of ten that scales the unit."""
        return Multiplier(self.numbers[15])

    @property
    def unit(self) -> Unit:
        """The unit with its scale: symbol, quantity and power of ten."""
        return Unit(self.numbers[16], self.numbers[15])

    @property
    def currency(self) -> Currency:
        """The currency of a money value."""
        return Currency(self.numbers[17])

    @property
    def interval(self) -> timedelta | None:
        """The length of the interval or block, None when the measuring period says none."""
        entry = self.measuring_period.entry
        minutes = entry.more.get("minutes") if entry else None
        return None if minutes is None else timedelta(minutes=minutes)

    @property
    def is_cumulative(self) -> bool:
        """Whether the value is a running total, so that two of them give the amount between."""
        entry = self.accumulation.entry
        return bool(entry and entry.more.get("total"))

    @property
    def unknown(self) -> tuple[str, ...]:
        """The names of the fields whose number no table has."""
        return tuple(one.name for one in FIELDS if one.values and self.numbers[one.index] not in one.values)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is unusual: unknown numbers, fractions over zero, negative counts."""
        return tuple(_numbers.remarks(self.numbers))

    def matches(self, pattern: str | ReadingTypeCode = _EVERY, **fields: Any) -> bool:
        """Tell whether a code fits a pattern: 18 parts, of which any may be ``*``; and fields as for :meth:`build`.

        Raises:
            CodeError: The pattern has another shape.
        """
        places = enumerate(pattern.numbers) if isinstance(pattern, ReadingTypeCode) else _numbers.pattern(pattern)
        wanted = [*places, *_numbers.given(fields).items()]
        return all(self.numbers[index] == number for index, number in wanted)

    def measure(self, value: Any) -> Measure:
        """Return a metered value with the unit of this type, for conversion."""
        return Measure(value, self.unit)

    def describe(self) -> str:
        """Return what the code means, in one line of English."""
        return _described(self)

    def to_element(self, cls: type[E]) -> E:
        """Return a ReadingType element of a profile, with the code as name and the fields that its class has."""
        from .reading_elements import to_element

        return to_element(self, cls)

    @classmethod
    def from_element(cls, element: Element) -> ReadingTypeCode:
        """Return the code of a ReadingType element: that among its names, else one made of its fields.

        Raises:
            CodeError: There is neither, or the names contradict the fields.
        """
        from .reading_elements import from_element

        return from_element(element)

    def __str__(self) -> str:
        return ".".join(map(str, self.numbers))

    def __repr__(self) -> str:
        return f"ReadingTypeCode({str(self)!r})"


@lru_cache(maxsize=4096)
def _described(code: ReadingTypeCode) -> str:
    from ._phrases import described

    return described(code)


def _parse(text: str) -> ReadingTypeCode:
    return ReadingTypeCode(_numbers.parsed(text, [one.cim for one in FIELDS], "reading type code"))


ReadingTypeCode.parse = _numbers.Seen(_parse).__getitem__
