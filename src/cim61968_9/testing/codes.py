"""Strategies for codes: those that messages of the field use, and all that the tables have."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple, TypeVar

from hypothesis import strategies as st

from ..codes import _numbers
from ..codes.end_device import DeviceType, EndDeviceCode, EndDeviceControlCode, EndDeviceEventCode, listed
from ..codes.entries import CodeValue
from ..codes.obis import ObisCode
from ..codes.reading_fields import FIELDS
from ..codes.reading_quality import QualityCategory, QualitySystem, ReadingQualityCode, quality_entries
from ..codes.reading_type import ReadingTypeCode
from ..errors import CodeError

__all__ = [
    "control_codes",
    "event_codes",
    "obis_codes",
    "reading_quality_codes",
    "reading_type_codes",
    "usual_reading_types",
]

C = TypeVar("C", bound=EndDeviceCode)


class _Way(NamedTuple):
    """How a value builds up: the period that it is of, what is taken of it, and the length of its intervals."""

    accumulation: str
    measuring_period: str = "none"
    macro_period: str = "none"
    aggregate: str = "none"


class _Quantity(NamedTuple):
    """What is metered of a commodity, in which ways, and in which scales."""

    commodities: tuple[str, ...]
    kind: str
    units: tuple[str, ...]
    ways: tuple[_Way, ...]
    flows: tuple[str, ...] = ("none",)
    phases: tuple[str, ...] = ("none",)
    scales: tuple[str, ...] = ("none",)


_PERIODS = ("fifteenMinute", "thirtyMinute", "sixtyMinute", "tenMinute", "fiveMinute")
_LONG_PERIODS = ("daily", "billingPeriod")
_REGISTERS = (
    *(_Way(total) for total in ("bulkQuantity", "summation", "cumulative")),
    *(_Way("bulkQuantity", macro_period=period) for period in _LONG_PERIODS),
    *(_Way("deltaData", macro_period=period) for period in _LONG_PERIODS),
)
_METERED = (*_REGISTERS, *(_Way("deltaData", period) for period in _PERIODS))
_INSTANTS = (_Way("instantaneous"),)
_DEMANDS = tuple(
    _Way("indicating", length, period, "maximum") for length in _PERIODS[:3] for period in reversed(_LONG_PERIODS)
)
_SECONDARY, _PRIMARY = ("electricitySecondaryMetered",), ("electricityPrimaryMetered",)
_WATER = ("potableWater", "nonpotableWater")
_HEAT = ("heatingFluid", "steam")
_FLOWS = ("forward", "reverse", "net", "total")
_CONDUCTORS = ("A", "B", "C", "none")
_USUAL = (
    _Quantity(_SECONDARY, "energy", ("Wh", "VArh"), _METERED, _FLOWS, scales=("k", "none")),
    _Quantity(_PRIMARY, "energy", ("Wh", "VArh"), _METERED, _FLOWS, scales=("k", "M")),
    _Quantity(_SECONDARY, "demand", ("W", "VA"), _DEMANDS, _FLOWS[:1], scales=("k", "none")),
    _Quantity(_PRIMARY, "demand", ("W", "VA"), _DEMANDS, _FLOWS[:1], scales=("k", "M")),
    _Quantity(_SECONDARY, "power", ("W", "VAr", "VA"), _INSTANTS, _FLOWS[:2], _CONDUCTORS, ("none", "k")),
    _Quantity(_PRIMARY, "power", ("W", "VAr", "VA"), _INSTANTS, _FLOWS[:2], _CONDUCTORS, ("k", "M")),
    _Quantity(_SECONDARY, "rmsVoltage", ("V",), _INSTANTS, phases=_CONDUCTORS[:3]),
    _Quantity(_PRIMARY, "rmsVoltage", ("V",), _INSTANTS, phases=_CONDUCTORS[:3], scales=("k", "none")),
    _Quantity((*_SECONDARY, *_PRIMARY), "current", ("A",), _INSTANTS, phases=_CONDUCTORS[:3]),
    _Quantity(_SECONDARY, "frequency", ("Hz",), _INSTANTS),
    _Quantity(("naturalGas",), "volume", ("m3", "ft3"), _METERED, ("forward",)),
    _Quantity(_WATER, "volume", ("m3",), _METERED, ("forward",)),
    _Quantity(_HEAT, "energy", ("Wh",), _METERED, ("forward",), scales=("k", "M")),
    _Quantity(_HEAT, "energy", ("J",), _METERED, ("forward",), scales=("M", "G")),
)
_RATES = range(5)
"""Rates of a tariff by the time of use; 0 is all of them."""
_OF_RATES = frozenset({"bulkQuantity", "summation", "cumulative", "indicating"})
"""Accumulations that meters have a register for in each rate."""


class _Base(NamedTuple):
    """A usual reading type without scale and rate, and what it can have of both."""

    code: ReadingTypeCode
    scales: tuple[str, ...]
    rates: Sequence[int]


@cache
def _bases() -> tuple[_Base, ...]:
    """Return the usual reading types, those without scale and rate."""
    return tuple(
        _Base(
            ReadingTypeCode.build(
                **way._asdict(),
                flow_direction=flow,
                commodity=commodity,
                measurement_kind=one.kind,
                phases=phases,
                unit=unit,
            ),
            one.scales,
            _RATES if way.accumulation in _OF_RATES else _RATES[:1],
        )
        for one in _USUAL
        for commodity in one.commodities
        for unit in one.units
        for way in one.ways
        for flow in one.flows
        for phases in one.phases
    )


@cache
def usual_reading_types(commodity: str, *, intervals: bool) -> tuple[str, ...]:
    """Return the codes that interval blocks of a commodity have, or those of single readings."""
    return tuple(
        str(one.code.replace(tou=rate, multiplier=scale))
        for one in _bases()
        if one.code.commodity.name == commodity and _is_of_intervals(one.code) is intervals
        for scale in one.scales
        for rate in one.rates
    )


def _is_of_intervals(code: ReadingTypeCode) -> bool:
    return code.accumulation.name == "deltaData" and code.interval is not None


def reading_type_codes(*, usual: bool = True, **fields: Any) -> st.SearchStrategy[ReadingTypeCode]:
    """Return reading type codes, with some fields given as for :meth:`ReadingTypeCode.build`.

    Usual ones are what meters of electricity, gas, water and heat have, and break no rule of reading types. With
    ``usual=False`` every number of the tables goes with every other, so most mean nothing.

    >>> from cim61968_9.testing import reading_type_codes
    >>> gas = reading_type_codes(commodity="naturalGas", accumulation="deltaData")

    Raises:
        CodeError: A name is in no table, or a field does not exist; or no usual code has what is given.
    """
    given = dict(_numbers.given(fields))
    if not usual:
        parts = [_part(one.index, one.values, given) for one in FIELDS if one.index not in _DENOMINATORS]
        return st.tuples(*parts).map(lambda found: ReadingTypeCode([number for part in found for number in part]))
    bases = [one for one in _bases() if all(_agrees(one.code, place, number) for place, number in given.items())]
    if not bases:
        raise CodeError(f"no usual reading type has {fields}; give less, or usual=False")
    return st.builds(_varied, st.sampled_from(bases), st.integers(0, 1), st.sampled_from(_RATES), st.just(given))


_FREE = frozenset(one.index for one in FIELDS) - {0, 1, 2, 3, 4, 5, 6, 14, 16, 17}
"""The fields that a base can have in any way: rates, scales, and what it has none of."""
_DENOMINATORS = (8, 10)


def _agrees(base: ReadingTypeCode, place: int, number: int) -> bool:
    return place in _FREE or base.numbers[place] == number


def _varied(base: _Base, scale: int, rate: int, given: dict[int, int]) -> ReadingTypeCode:
    code = base.code.replace(multiplier=base.scales[scale % len(base.scales)], tou=rate if rate in base.rates else 0)
    return ReadingTypeCode([given.get(place, number) for place, number in enumerate(code.numbers)])


def _part(place: int, table: type[CodeValue] | None, given: dict[int, int]) -> st.SearchStrategy[tuple[int, ...]]:
    """Return the numbers of a field: one, and two of a fraction."""
    places = (place, place + 1) if place + 1 in _DENOMINATORS else (place,)
    if place in given:
        return st.just(tuple(given[one] for one in places))
    if len(places) > 1:
        return st.just((0, 0)) | st.tuples(st.integers(1, 50), st.integers(1, 12))
    numbers = st.integers(0, 12) if table is None else _members(table).map(int)
    return numbers.map(lambda number: (number,))


def _members(table: type[CodeValue]) -> st.SearchStrategy[CodeValue]:
    return st.sampled_from(list(table))


def reading_quality_codes(
    *, system: int | str | None = None, category: int | str | None = None
) -> st.SearchStrategy[ReadingQualityCode]:
    """Return reading quality codes of the standard's list, of one kind of system or one category, or of all.

    >>> from cim61968_9.testing import reading_quality_codes
    >>> estimates = reading_quality_codes(system="meterDataManagement", category="estimated")

    Raises:
        CodeError: A name is in no table, or the list has nothing of the category.
    """
    systems = list(QualitySystem) if system is None else [QualitySystem(system)]
    group = None if category is None else QualityCategory(category)
    pairs = [pair for pair, one in quality_entries().items() if one.edition == "2" and group in {None, pair[0]}]
    if not pairs:
        raise CodeError(f"the list has no reading quality of category {category!r}", field="category")
    return st.builds(
        lambda first, pair: ReadingQualityCode((first, *pair)), st.sampled_from(systems), st.sampled_from(pairs)
    )


def event_codes(
    *, device: int | str | None = None, domain: int | str | None = None
) -> st.SearchStrategy[EndDeviceEventCode]:
    """Return the codes of published events, of one kind of device or domain, or of all.

    Raises:
        CodeError: A name is in no table, or no event is of the domain.
    """
    return _end_device_codes(EndDeviceEventCode, device, domain)


def control_codes(
    *, device: int | str | None = None, domain: int | str | None = None
) -> st.SearchStrategy[EndDeviceControlCode]:
    """Return the codes of published controls, for one kind of device or domain, or for all.

    Raises:
        CodeError: A name is in no table, or no control is of the domain.
    """
    return _end_device_codes(EndDeviceControlCode, device, domain)


def _end_device_codes(cls: type[C], device: int | str | None, domain: int | str | None) -> st.SearchStrategy[C]:
    codes = [cls((0, *rest)) for rest, entry in listed(cls.scheme).items() if entry.edition == "2"]
    if domain is not None:
        codes = [code for code in codes if code.domain == type(code.domain)(domain)]
    if not codes:
        raise CodeError(f"no published {cls.scheme} is of the domain {domain!r}", field="domain")
    kinds: st.SearchStrategy[CodeValue] = _members(DeviceType) if device is None else st.just(DeviceType(device))
    return st.builds(lambda code, kind: code.for_device(int(kind)), st.sampled_from(codes), kinds)


def obis_codes(*, medium: int | None = None) -> st.SearchStrategy[ObisCode]:
    """Return OBIS codes: those that deployments list, and any; of one medium, such as 1 for electricity, or of all."""
    from ..codes.obis_mapping import _pairs

    known = list(dict.fromkeys(one.obis for one in _pairs() if medium in {None, one.obis.a}))
    group = st.integers(0, 255)
    first = group if medium is None else st.just(medium)
    any_code = st.builds(ObisCode, first, group, group, group, group, st.just(255) | group)
    return st.sampled_from(known) | any_code if known else any_code
