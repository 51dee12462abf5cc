"""Metered values as texts: what is remarkable about them, and what their reading type allows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from ._series import Latest
from .typed_values import text_kinds

__all__ = ["MOST_DIGITS", "MOST_EXACT", "PLAIN", "Kind", "Odd", "kind_of", "odd_in"]

_LONGEST = 200
_PLAIN = re.compile(r"(?:[0-9]{1,15}(?:\.[0-9]{1,9})?\n)*")
_NUMBER = re.compile(
    r"\s*(?P<sign>[+-]?)(?:(?P<whole>[0-9]+)(?:\.(?P<part>[0-9]*))?|\.(?P<bare>[0-9]+))(?P<power>[eE][+-]?[0-9]+)?\s*"
)
_ENDLESS = re.compile(r"\s*[+-]?(?:nan|inf|infinity)\s*", re.IGNORECASE)
_REACTIVE = (63, 73)
"""The units var and varh, whose sign tells leading from lagging."""
MOST_DIGITS, MOST_EXACT = 30, 15


class Odd(NamedTuple):
    """Positions from 0 of the values that are remarkable, by what is remarkable about them."""

    words: tuple[int, ...] = ()
    endless: tuple[int, ...] = ()
    negative: tuple[int, ...] = ()
    long: tuple[int, ...] = ()
    inexact: tuple[int, ...] = ()


PLAIN = Odd()


def _sorted_out(values: Sequence[Any]) -> Odd:
    texts = [value for value in values if isinstance(value, str)]
    if _PLAIN.fullmatch("\n".join([*texts, ""])):
        return PLAIN
    found: dict[str, list[int]] = {name: [] for name in Odd._fields}
    for index, value in enumerate(values):
        if isinstance(value, str):
            for name in _names(value):
                found[name].append(index)
    return Odd(**{name: tuple(indexes) for name, indexes in found.items()})


def _names(text: str) -> Iterator[str]:
    """Yield what is remarkable about one value, as the names of the fields of ``Odd``."""
    parts = _NUMBER.fullmatch(text)
    if parts is None:
        yield "endless" if len(text) < MOST_DIGITS and _ENDLESS.fullmatch(text) else "words"
        return
    whole, part = parts["whole"] or "", parts["part"] or parts["bare"] or ""
    digits = (whole + part).strip("0")
    power = parts["power"] or ""
    if parts["sign"] == "-" and digits:
        yield "negative"
    if len(whole) + len(part) > MOST_DIGITS or len(power.lstrip("eE+-")) > 2:
        yield "long"
    elif len(digits) > MOST_EXACT and part:
        yield "inexact"


odd_in = Latest(_sorted_out)
"""Return what is remarkable about values, given as a list."""


class Kind(NamedTuple):
    """What values of a reading type can be; ``unlisted`` has a code, with numbers that no table has."""

    known: bool = False
    texts: bool = False
    signed: bool = True
    total: bool = False
    unlisted: bool = False


@cache
def _unsigned() -> tuple[frozenset[int], frozenset[int]]:
    """Return the kinds that a direction of flow makes positive, and those that always are."""
    from ...codes import MeasurementKind

    directed = "energy demand power volume volumetricFlow"
    positive = "rmsVoltage frequency relativeHumidity sag swell"
    return (
        frozenset(int(MeasurementKind(name)) for name in directed.split()),
        frozenset(int(MeasurementKind(name)) for name in positive.split()),
    )


@cache
def _state_kinds() -> frozenset[int]:
    """Return the kinds whose values are often words: positions of switches, alarms."""
    from ...codes import MeasurementKind

    words = ("energization", "energizationLoadSide", "switchPosition", "tapPosition", "tariffRate")
    return frozenset({*map(int, map(MeasurementKind, words)), *range(118, 150)})


def kind_of(reading_type: Any) -> Kind:
    return _kind(reading_type) if isinstance(reading_type, str) and len(reading_type) <= _LONGEST else Kind()


@lru_cache(maxsize=1024)
def _kind(reading_type: str) -> Kind:
    from ...codes.looking import reading_type_code

    code = reading_type_code(reading_type)
    if code is None or not code.measurement_kind.is_known:
        return Kind(unlisted=code is not None)
    directed, positive = _unsigned()
    flow, kind = code.numbers[4], code.numbers[6]
    texts = kind in text_kinds() or kind in _state_kinds() or code.numbers[16] in {76, 108, 109, 110, 114, 118}
    counted = kind in directed and code.numbers[16] not in _REACTIVE
    unsigned = (counted and flow in {1, 19, 20, 21}) or kind in positive
    return Kind(
        known=kind != 0,
        texts=texts,
        signed=not unsigned,
        total=code.is_cumulative and counted and flow in {1, 19, 20},
        unlisted=bool(code.unknown),
    )
