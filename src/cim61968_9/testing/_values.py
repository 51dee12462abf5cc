"""Strategies for the values of simple types: everything the type allows, in the Python form the reader gives."""

from __future__ import annotations

import datetime as dt
import string
from typing import Any

from hypothesis import strategies as st

from .._hints import perhaps
from ..xml.lexical import NAN, lexical
from ..xml.values import Duration

__all__ = ["ASCII", "texts", "values", "values_or_names"]

_LARGEST = 10**30
ASCII = string.printable
"""Letters of patterns: else Hypothesis makes a table of all characters first, which takes seconds."""
_NAMES = st.from_regex(r"[A-Za-z_][A-Za-z0-9_.\-]{0,8}", fullmatch=True, alphabet=ASCII)
_ZONES = st.one_of(
    st.just(dt.UTC),
    st.integers(-14 * 60, 14 * 60).filter(bool).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes))),
)


def texts(max_size: int = 12) -> st.SearchStrategy[str]:
    """Return texts of all characters that XML can carry, layout and markup characters among them."""
    usual = st.text("abcXYZ019 .-_", max_size=max_size)
    odd = st.text(
        st.characters(
            exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff", include_characters="\t\n\r<>&\"'"
        ),
        max_size=max_size,
    )
    return usual | odd


def _parsed(type_name: str, written: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    return written.map(lexical(type_name).parse)


def _fixed(regex: str) -> st.SearchStrategy[str]:
    return st.from_regex(regex, fullmatch=True, alphabet=ASCII)


def _instants() -> st.SearchStrategy[Any]:
    usual = st.datetimes(timezones=_ZONES | st.none())
    early = r"(20[0-9]{2}|1[0-9]{4}|-[1-9][0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])T"
    odd = early + r"(24:00:00(\.0{1,3})?|[01][0-9]:[0-5][0-9]:[0-5][0-9]\.[0-9]{7,12})(Z|\+14:00|-05:30)?"
    return usual | _parsed("xs:dateTime", _fixed(odd))


def _integers(low: int | None = -_LARGEST, high: int | None = _LARGEST) -> st.SearchStrategy[int]:
    return st.integers(low, high)


_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "xs:boolean": st.booleans(),
    "xs:date": st.dates() | _parsed("xs:date", _fixed(r"20[0-9]{2}-0[1-9]-[12][0-8](Z|\+01:00|-14:00)")),
    "xs:dateTime": _instants(),
    "xs:dateTimeStamp": st.datetimes(timezones=_ZONES),
    "xs:decimal": st.decimals(-(10**15), 10**15, allow_nan=False, allow_infinity=False, places=6),
    "xs:duration": _fixed(r"-?P([0-9]{1,3}D)?T[0-9]{1,4}M").map(Duration),
    "xs:float": st.floats(allow_nan=False) | st.just(NAN),
    "xs:double": st.floats(allow_nan=False) | st.just(NAN),
    "xs:integer": _integers(),
    "xs:long": _integers(-(2**63), 2**63 - 1),
    "xs:int": _integers(-(2**31), 2**31 - 1),
    "xs:short": _integers(-(2**15), 2**15 - 1),
    "xs:byte": _integers(-128, 127),
    "xs:nonNegativeInteger": _integers(0),
    "xs:positiveInteger": _integers(1),
    "xs:nonPositiveInteger": _integers(high=0),
    "xs:negativeInteger": _integers(high=-1),
    "xs:unsignedLong": _integers(0, 2**64 - 1),
    "xs:unsignedInt": _integers(0, 2**32 - 1),
    "xs:unsignedShort": _integers(0, 2**16 - 1),
    "xs:unsignedByte": _integers(0, 255),
    "xs:QName": _parsed("xs:QName", _NAMES),
    "xs:string": texts(),
    "xs:time": st.times() | _parsed("xs:time", _fixed(r"(24:00:00|[01][0-9]:30:00\.[0-9]{7,9})(Z|-03:00)?")),
}

_TOKENS = frozenset(
    f"xs:{name}"
    for name in (
        "normalizedString",
        "token",
        "language",
        "Name",
        "NCName",
        "NMTOKEN",
        "ID",
        "IDREF",
        "ENTITY",
        "anyURI",
    )
)
"""Types whose values are drawn as names."""


def values(type_name: str) -> st.SearchStrategy[Any]:
    """Return values of a built-in type of XML Schema, such as ``xs:dateTime``; names, where it is a kind of token.

    Raises:
        ValueError: There is no such type, or the prefix ``xs:`` is missing.
    """
    if type_name not in _VALUES and type_name not in _TOKENS:
        known = sorted({*_VALUES, *_TOKENS})
        wanted = type_name if type_name.startswith("xs:") else f"xs:{type_name}"
        raise ValueError(f"no type {type_name!r}{perhaps(wanted, known)}; expected one of {', '.join(known)}")
    return values_or_names(type_name)


def values_or_names(type_name: str) -> st.SearchStrategy[Any]:
    """Return values of a type; names, where it is one that only schemas of users have."""
    return _VALUES.get(type_name, _NAMES)
