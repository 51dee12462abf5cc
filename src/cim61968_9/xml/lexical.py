"""From the text of XML Schema's simple types to Python values and back.

``parse`` functions take the text and return a value or raise ``ValueError`` with what was expected; ``render``
functions take a value and return its canonical text or raise ``ValueError`` or ``TypeError``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from .instants import parse_date, parse_date_time, parse_time, render_date, render_date_time, render_time
from .text import SPACE, kept
from .values import BeyondRange, Duration, InvalidText, QualifiedName
from .xml_names import NCNAME

__all__ = ["BOOLEANS", "Lexical", "lexical"]

NAN = float("nan")
_INTEGER = re.compile(r"[+-]?\d+", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)
_FLOAT = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[Ee][+-]?\d+)?", re.ASCII)
_QNAME = re.compile(f"(?:{NCNAME}:)?{NCNAME}")
_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_DIGITS = 4000
BOOLEANS = {"true": True, "false": False, "1": True, "0": False}


class Lexical(NamedTuple):
    """How a simple type is read, written and called in a finding."""

    parse: Callable[[str], Any]
    render: Callable[[Any], str]
    expected: str


def parse_boolean(text: str) -> bool:
    """Read an ``xs:boolean``."""
    try:
        return BOOLEANS[text.strip(SPACE)]
    except KeyError:
        raise ValueError(text) from None


def render_boolean(value: Any) -> str:
    """Write an ``xs:boolean``."""
    if value is True:
        return "true"
    if value is False:
        return "false"
    return kept(value, "True or False")


def parse_integer(text: str) -> Any:
    """Read an ``xs:integer`` of any length."""
    text = text.strip(SPACE)
    if not _INTEGER.fullmatch(text):
        raise ValueError(text)
    return int(text) if len(text) <= _MOST_DIGITS else _long_integer(text)


def _long_integer(text: str) -> Any:
    """Read an integer of more digits than Python converts, leading zeros left aside."""
    digits = text.lstrip("+-").lstrip("0")
    if len(digits) > _MOST_DIGITS:
        return BeyondRange(text)
    return -int(digits or 0) if text[0] == "-" else int(digits or 0)


def render_integer(value: Any) -> str:
    """Write an ``xs:integer``."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(int(value))
    return kept(value, "an int")


def parse_decimal(text: str) -> Decimal:
    """Read an ``xs:decimal``, every digit of it."""
    text = text.strip(SPACE)
    if not _DECIMAL.fullmatch(text):
        raise ValueError(text)
    return Decimal(text)


def render_decimal(value: Any) -> str:
    """Write an ``xs:decimal``, without exponent."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(int(value))
    if not isinstance(value, Decimal):
        return kept(value, "a Decimal")
    if not value.is_finite():
        raise ValueError(f"{value} has no decimal notation in XML")
    return format(value, "f")


def parse_float(text: str) -> Any:
    """Read an ``xs:float`` or ``xs:double``."""
    text = text.strip(SPACE)
    if _FLOAT.fullmatch(text):
        value = float(text)
        return value if math.isfinite(value) else BeyondRange(text)
    if text in {"INF", "-INF"}:
        return math.inf if text == "INF" else -math.inf
    if text == "NaN":
        return NAN
    raise ValueError(text)


def render_float(value: Any) -> str:
    """Write an ``xs:float`` or ``xs:double``, with the fewest digits that give the same number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(int(value))
    if not isinstance(value, float):
        return kept(value, "a float")
    if math.isfinite(value):
        return repr(float(value))
    return "NaN" if math.isnan(value) else "INF" if value > 0 else "-INF"


def parse_duration(text: str) -> Duration:
    """Read an ``xs:duration``."""
    return Duration(text.strip(SPACE))


def render_duration(value: Any) -> str:
    """Write an ``xs:duration``."""
    return str(value) if isinstance(value, Duration) else kept(value, "a Duration")


def parse_name(text: str) -> QualifiedName:
    """Read an ``xs:QName``; the reader adds the namespace its prefix stands for."""
    text = text.strip(SPACE)
    if not _QNAME.fullmatch(text):
        raise ValueError(text)
    return QualifiedName(text)


def render_name(value: Any) -> str:
    """Write an ``xs:QName``."""
    text = render_string(value)
    if isinstance(value, InvalidText) or not _QNAME.fullmatch(text):
        raise ValueError(text)
    return text


def parse_string(text: str) -> str:
    """Read an ``xs:string``: as it stands."""
    return text


def parse_token(text: str) -> str:
    """Read an ``xs:token`` or one of its kin: runs of white space count as one blank."""
    return " ".join(_BLANKS.split(text.strip(SPACE)))


def render_string(value: Any) -> str:
    """Write any kind of text."""
    if isinstance(value, str):
        return str(value)
    raise TypeError(f"expected a str, got {type(value).__name__}")


def _ranged(low: int | None, high: int | None) -> Lexical:
    def check(value: Any) -> Any:
        number = value
        if isinstance(value, BeyondRange):  # more digits than any limit has
            number = -math.inf if value.startswith("-") else math.inf
        if isinstance(number, int | float) and (
            (low is not None and number < low) or (high is not None and number > high)
        ):
            raise ValueError(str(value))
        return value

    limits = f"{'' if low is None else low}..{'' if high is None else high}"
    return Lexical(
        lambda text: check(parse_integer(text)),
        lambda value: render_integer(check(value)),
        f"a whole number in {limits}",
    )


_INTEGER_LEXICAL = Lexical(parse_integer, render_integer, "a whole number")
_FLOAT_LEXICAL = Lexical(
    parse_float, render_float, "a number such as 230.5, INF or NaN, with a point and no separators"
)
_STAMP = Lexical(
    parse_date_time, render_date_time, "a dateTime such as 2026-01-31T23:45:00Z or 2026-01-31T23:45:00+01:00"
)
_STRING = Lexical(parse_string, render_string, "a text")
_TOKEN = Lexical(parse_token, render_string, "a text")
_TYPES: dict[str, Lexical] = {
    "xs:boolean": Lexical(parse_boolean, render_boolean, "true, false, 1 or 0"),
    "xs:date": Lexical(parse_date, render_date, "a date such as 2026-01-31"),
    "xs:dateTime": _STAMP,
    "xs:dateTimeStamp": _STAMP,
    "xs:decimal": Lexical(
        parse_decimal, render_decimal, "a decimal number such as 12.50, with a point and no exponent"
    ),
    "xs:double": _FLOAT_LEXICAL,
    "xs:duration": Lexical(parse_duration, render_duration, "a duration such as PT15M"),
    "xs:float": _FLOAT_LEXICAL,
    "xs:integer": _INTEGER_LEXICAL,
    "xs:long": _ranged(-(2**63), 2**63 - 1),
    "xs:int": _ranged(-(2**31), 2**31 - 1),
    "xs:short": _ranged(-(2**15), 2**15 - 1),
    "xs:byte": _ranged(-128, 127),
    "xs:nonNegativeInteger": _ranged(0, None),
    "xs:positiveInteger": _ranged(1, None),
    "xs:nonPositiveInteger": _ranged(None, 0),
    "xs:negativeInteger": _ranged(None, -1),
    "xs:unsignedLong": _ranged(0, 2**64 - 1),
    "xs:unsignedInt": _ranged(0, 2**32 - 1),
    "xs:unsignedShort": _ranged(0, 2**16 - 1),
    "xs:unsignedByte": _ranged(0, 255),
    "xs:QName": Lexical(parse_name, render_name, "a qualified name such as m:Meter"),
    "xs:string": _STRING,
    "xs:time": Lexical(parse_time, render_time, "a time such as 23:45:00 or 23:45:00Z"),
}
_TOKENS = ["token", "anyURI", "NMTOKEN", "Name", "NCName", "ID", "IDREF", "language", "ENTITY"]
_TYPES.update({f"xs:{name}": _TOKEN for name in _TOKENS})


def lexical(type_name: str) -> Lexical:
    """Return how a built-in type is read and written; what is not known is taken as text."""
    return _TYPES.get(type_name, _STRING)
