"""Rules of values beside their reading type: what cannot stand in an interval block, or is better off there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from ..._mixins import ReadingValue, TypedReading, TypedValues
from ..finding import Severity
from ._references import code_of
from ._rule import Broken, rule
from ._search import Search, joined, shown

__all__ = ["text_kinds"]

_DELTA = 4
_SOURCE = "IEC 61968-9 ed. 2, reading types; tables of docs/reference/codes"
_BLOCKS = Search(lambda cls: issubclass(cls, TypedValues) and not issubclass(cls, ReadingValue))
_READINGS = Search(lambda cls: issubclass(cls, TypedReading))


def _told(search: Search, root: Any, complaint: Callable[[Any, list[Any]], str | None]) -> Iterator[Broken]:
    """Yield what is wrong with the reading types of some objects, each type once, at its first place."""
    users: dict[str, list[Any]] = {}
    for one in search.all(root):
        if isinstance(one.reading_type, str):
            users.setdefault(one.reading_type, []).append(one)
    said = {}
    for text, objects in users.items():
        code = code_of(text, "ReadingType")
        if code is not None and (message := complaint(code, objects)) is not None:
            times = f" ({len(objects)} times in this payload)" if len(objects) > 1 else ""
            said[text] = f"found {message} in {shown(text)}{times}"
    for path, one in search.placed(root) if said else ():
        if (message := said.pop(one.reading_type, None)) is not None:
            yield Broken(joined(path, "ReadingType"), message, one.reading_type)


def _has_no_period(code: Any) -> bool:
    return not code.numbers[0] and not code.numbers[2]


@rule(
    "RDT121",
    Severity.WARNING,
    "consumption of no known interval",
    hint="give measuringPeriod, the third number, such as 2 for 15 minutes; or the timePeriod of each value",
    source=_SOURCE,
    on="Root",
)
def deltas_have_a_length(root: Any, _: Any) -> Iterator[Broken]:
    """What was used between two points in time says little when nobody tells how far they are apart."""
    yield from _told(_BLOCKS, root, _delta_without_length)


def _delta_without_length(code: Any, blocks: list[Any]) -> str | None:
    if code.numbers[3] != _DELTA or not _has_no_period(code):
        return None
    values = (one for block in blocks for one in block.interval_readings)
    if all(getattr(one, "time_period", None) is not None for one in values):
        return None
    return "deltaData with measuringPeriod 0 and macroPeriod 0"


@rule(
    "RDT122",
    Severity.INFO,
    "interval block of a type without interval",
    hint="give measuringPeriod, the third number, where the values are evenly spaced",
    source=_SOURCE,
    on="Root",
)
def blocks_have_an_interval(root: Any, _: Any) -> Iterator[Broken]:
    """Receivers that look for gaps need to know how far apart the values should be."""
    yield from _told(
        _BLOCKS,
        root,
        lambda code, _: (
            "measuringPeriod 0 and macroPeriod 0" if code.numbers[3] != _DELTA and _has_no_period(code) else None
        ),
    )


@rule(
    "RDT123",
    Severity.INFO,
    "interval value as a single reading",
    hint="put load profiles into IntervalBlocks; for a register leave measuringPeriod, the third number, 0",
    source=_SOURCE,
    on="Root",
)
def readings_are_no_intervals(root: Any, _: Any) -> Iterator[Broken]:
    """Single readings are for registers; many receivers look for load profiles in interval blocks alone."""
    yield from _told(_READINGS, root, _interval_alone)


def _interval_alone(code: Any, _: list[Any]) -> str | None:
    if code.numbers[:2] != (0, 0) or code.numbers[3] != _DELTA or code.interval is None:
        return None
    return f"deltaData of {code.measuring_period.phrase}"


@rule(
    "RDT124",
    Severity.WARNING,
    "interval block of what has no intervals",
    hint="send names, addresses, dates and other texts as Readings",
    source=_SOURCE,
    on="Root",
)
def blocks_have_quantities(root: Any, _: Any) -> Iterator[Broken]:
    """A serial number or an address has no load profile: the reading type is that of something else."""
    yield from _told(
        _BLOCKS, root, lambda code, _: code.measurement_kind.phrase if code.numbers[6] in text_kinds() else None
    )


@cache
def text_kinds() -> frozenset[int]:
    """Return the numbers of the measurement kinds whose values are texts: names, addresses, dates."""
    from ...codes import MeasurementKind

    names = (
        "date applicationContext apTitle assetNumber broadcastAddress deviceAddressType1 deviceAddressType2 "
        "deviceAddressType3 deviceAddressType4 deviceClass electronicSerialNumber endDeviceID groupAddressType1 "
        "groupAddressType2 groupAddressType3 groupAddressType4 ipAddress macAddress mfgAssignedConfigurationID "
        "mfgAssignedPhysicalSerialNumber mfgAssignedProductNumber mfgAssignedUniqueCommunicationAddress "
        "multiCastAddress oneWayAddress twoWayAddress"
    )
    return frozenset(int(MeasurementKind(name)) for name in names.split())
