"""The 18 numbers of a reading type code: their names, and an open enumeration for each that has one."""

from __future__ import annotations

from attrs import frozen

from .entries import CodeValue

__all__ = [
    "FIELDS",
    "Accumulation",
    "Aggregate",
    "Commodity",
    "Currency",
    "Field",
    "FlowDirection",
    "MacroPeriod",
    "MeasurementKind",
    "MeasuringPeriod",
    "Multiplier",
    "Phases",
    "UnitCode",
]


class MacroPeriod(CodeValue):
    """The long period that a value refers to."""

    _source = ("reading_type", "macroPeriod")
    __slots__ = ()


class Aggregate(CodeValue):
    """The statistic behind a value."""

    _source = ("reading_type", "aggregate")
    __slots__ = ()


class MeasuringPeriod(CodeValue):
    """The length of an interval or demand block."""

    _source = ("reading_type", "measuringPeriod")
    __slots__ = ()


class Accumulation(CodeValue):
    """How a value builds up over time."""

    _source = ("reading_type", "accumulation")
    __slots__ = ()


class FlowDirection(CodeValue):
    """The direction of flow, or a set of quadrants."""

    _source = ("reading_type", "flowDirection")
    __slots__ = ()


class Commodity(CodeValue):
    """What is metered."""

    _source = ("reading_type", "commodity")
    __slots__ = ()


class MeasurementKind(CodeValue):
    """The physical or logical quantity."""

    _source = ("reading_type", "measurementKind")
    __slots__ = ()


class Phases(CodeValue):
    """The conductors that a value belongs to."""

    _source = ("reading_type", "phases")
    __slots__ = ()


class Multiplier(CodeValue):
    """The power of ten that scales the unit."""

    _source = ("units", "multiplier")
    _any_case = False
    __slots__ = ()


class UnitCode(CodeValue):
    """The number of a unit; :class:`~cim61968_9.codes.Unit` is the unit with its scale."""

    _source = ("units", "unit")
    _any_case = False
    __slots__ = ()


class Currency(CodeValue):
    """A currency by its ISO 4217 number."""

    _source = ("currencies", "currency")
    __slots__ = ()


@frozen
class Field:
    """One of the 18 numbers: its place from 0, its Python and CIM names, and the class of its values if it has one."""

    index: int
    name: str
    cim: str
    values: type[CodeValue] | None = None
    alone: bool = True
    """Whether the number is a keyword of its own; both numbers of a fraction share one."""


FIELDS: tuple[Field, ...] = (
    Field(0, "macro_period", "macroPeriod", MacroPeriod),
    Field(1, "aggregate", "aggregate", Aggregate),
    Field(2, "measuring_period", "measuringPeriod", MeasuringPeriod),
    Field(3, "accumulation", "accumulation", Accumulation),
    Field(4, "flow_direction", "flowDirection", FlowDirection),
    Field(5, "commodity", "commodity", Commodity),
    Field(6, "measurement_kind", "measurementKind", MeasurementKind),
    Field(7, "interharmonic_numerator", "interharmonic.numerator", alone=False),
    Field(8, "interharmonic_denominator", "interharmonic.denominator", alone=False),
    Field(9, "argument_numerator", "argument.numerator", alone=False),
    Field(10, "argument_denominator", "argument.denominator", alone=False),
    Field(11, "tou", "tou"),
    Field(12, "cpp", "cpp"),
    Field(13, "consumption_tier", "consumptionTier"),
    Field(14, "phases", "phases", Phases),
    Field(15, "multiplier", "multiplier", Multiplier),
    Field(16, "unit", "unit", UnitCode),
    Field(17, "currency", "currency", Currency),
)
"""The numbers of a code, in order."""
