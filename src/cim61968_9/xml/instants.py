"""Dates and times of XML Schema: from text to Python values and back, in the whole of their value space."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from .text import SPACE, kept
from .values import BeyondRange, ExactDate, ExactDateTime, ExactTime

__all__ = ["parse_date", "parse_date_time", "parse_time", "render_date", "render_date_time", "render_time"]

_ZONE = r"(?P<zone>Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?"
_TIME = r"(?P<hour>[01]\d|2[0-4]):(?P<minute>[0-5]\d):(?P<second>[0-5]\d)(?:\.(?P<fraction>\d+))?"
_DATE = r"(?P<year>-?(?:[1-9]\d{3,}|0\d{3}))-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"
_DATE_TIME_RE = re.compile(f"{_DATE}T{_TIME}{_ZONE}", re.ASCII)
_DATE_RE = re.compile(f"{_DATE}{_ZONE}", re.ASCII)
_TIME_RE = re.compile(f"{_TIME}{_ZONE}", re.ASCII)
_USUAL = re.compile(
    r"(?!0000)\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)", re.ASCII
)


def parse_date_time(text: str) -> Any:
    """Read an ``xs:dateTime``."""
    if _USUAL.fullmatch(text):
        return dt.datetime.fromisoformat(text)
    parts = _DATE_TIME_RE.fullmatch(text.strip(SPACE))
    if parts is None:
        raise ValueError(text)
    clean = parts.group()
    year, day = int(parts["year"]), _check_day(parts)
    if not 1 <= year <= dt.MAXYEAR:
        return BeyondRange(clean)
    clock, late = _clock(parts)
    try:
        value = dt.datetime.combine(dt.date(year, int(parts["month"]), day), clock)
        if late:
            value += dt.timedelta(days=1)
    except OverflowError:
        return BeyondRange(clean)
    if late or len(parts["fraction"] or "") > 6:
        return ExactDateTime.of(value, clean)
    return value


def parse_date(text: str) -> Any:
    """Read an ``xs:date``."""
    parts = _DATE_RE.fullmatch(text.strip(SPACE))
    if parts is None:
        raise ValueError(text)
    year, day = int(parts["year"]), _check_day(parts)
    if not 1 <= year <= dt.MAXYEAR:
        return BeyondRange(parts.group())
    value = dt.date(year, int(parts["month"]), day)
    return ExactDate.of(value, parts.group()) if parts["zone"] else value


def parse_time(text: str) -> Any:
    """Read an ``xs:time``."""
    parts = _TIME_RE.fullmatch(text.strip(SPACE))
    if parts is None:
        raise ValueError(text)
    clock, late = _clock(parts)
    return ExactTime.of(clock, parts.group()) if late or len(parts["fraction"] or "") > 6 else clock


def _check_day(parts: re.Match[str]) -> int:
    """Return the day if the month has it; years repeat every 400, so any year can be checked."""
    day = int(parts["day"])
    dt.date(int(parts["year"]) % 400 + 400, int(parts["month"]), day)
    return day


def _clock(parts: re.Match[str]) -> tuple[dt.time, bool]:
    """Return the time of day and whether it was written as hour 24, the end of the day."""
    hour, minute, second = int(parts["hour"]), int(parts["minute"]), int(parts["second"])
    fraction = parts["fraction"] or ""
    late = hour == 24
    if late and (minute or second or int(fraction or 0)):
        raise ValueError(parts.group())
    micro = int(fraction[:6].ljust(6, "0"))
    return dt.time(0 if late else hour, minute, second, micro, _zone(parts["zone"])), late


def _zone(text: str | None) -> dt.tzinfo | None:
    if text is None:
        return None
    if text == "Z":
        return dt.UTC
    offset = dt.timedelta(hours=int(text[1:3]), minutes=int(text[4:6]))
    return dt.timezone(-offset if text[0] == "-" else offset) if offset else dt.UTC


def _render_clock(value: dt.datetime | dt.time) -> str:
    if isinstance(value, ExactDateTime | ExactTime) and value.lexical is not None:
        return value.lexical
    text = value.isoformat()
    zone = ""
    offset = value.utcoffset()
    if offset is not None:
        zone = text[-6:]
        text = text[:-6]
        if offset % dt.timedelta(minutes=1):
            raise ValueError(
                f"the UTC offset {offset} has seconds, which XML cannot write; use a zone of whole minutes"
            )
        if abs(offset) > dt.timedelta(hours=14):
            raise ValueError(f"the UTC offset {offset} is beyond 14 hours, the most that XML allows")
        if not offset:
            zone = "Z"
    elif value.tzinfo is not None:
        raise ValueError(f"{value!r} has a zone that gives no offset without a date; use a fixed offset")
    if "." in text:
        text = text.rstrip("0")
    return text + zone


def render_date_time(value: Any) -> str:
    """Write an ``xs:dateTime``: the offset it has, ``Z`` for UTC, no more digits of a second than needed."""
    if value.__class__ is dt.datetime and value.tzinfo is dt.UTC:
        text = value.isoformat()[:-6]
        return f"{text.rstrip('0') if value.microsecond else text}Z"
    if isinstance(value, dt.datetime):
        return _render_clock(value)
    return kept(value, "a datetime")


def render_date(value: Any) -> str:
    """Write an ``xs:date``."""
    if isinstance(value, ExactDate) and value.lexical is not None:
        return value.lexical
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    return kept(value, "a date")


def render_time(value: Any) -> str:
    """Write an ``xs:time``."""
    if isinstance(value, dt.time):
        return _render_clock(value)
    return kept(value, "a time")
