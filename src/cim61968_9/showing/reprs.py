"""Objects as the text of a call that could have made them, shortened.

>>> from cim61968_9.profiles.meter_readings import Meter, MeterReading, MeterReadings
>>> MeterReadings(meter_reading=[MeterReading(meter=Meter(mrid=str(number))) for number in range(200)])
MeterReadings(meter_reading=[MeterReading(meter=Meter(mrid='0')), ... 199 more])
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

from attrs import NOTHING, Factory, fields

from ..model import Element
from ..xml.foreign import RawElement
from ..xml.values import KeptText

__all__ = ["DEPTH", "MANY", "ROOM", "brief", "short", "shown_members"]

MANY = 3
"""Lists up to this length are shown whole, of others the first."""
_LETTERS = 200
_KEPT = 160
ROOM = 3000
"""About how many letters there are in all."""
DEPTH = 20
"""How many objects are shown inside of each other."""


def short(subject: Any) -> str:
    """Return the text of a call with what is not left at its default.

    Of a list with more than three entries the first is shown, of a long text the beginning; when there is no more room,
    objects are names with three dots.
    """
    return _Writer().call(subject)


def shown_members(subject: Any) -> Iterator[tuple[str, Any]]:
    """Yield the members of an object that have a value of their own, in order."""
    if isinstance(subject, Element):
        for name in subject.__xml__.names:
            value = getattr(subject, name)
            if value is not None and value != []:
                yield name, value
        return
    for one in fields(type(subject)):
        value = getattr(subject, one.name)
        if one.repr and not _is_default(value, one.default):
            yield one.name, value


def _is_default(value: Any, default: Any) -> bool:
    if default is NOTHING:
        return False
    if isinstance(default, Factory):  # type: ignore[arg-type]  # a class, which attrs types as a function
        return isinstance(value, list | tuple | dict) and not value
    if default == "" and not value:  # the plain dialect says as little
        return True
    return value is default or (type(value) is type(default) and bool(value == default))


def brief(value: Any) -> str | None:
    """Return the text of a value that holds no others, shortened; None for lists and objects."""
    if isinstance(value, KeptText):
        return f"{type(value).__name__}({_text(str(value))})"
    if isinstance(value, Enum):
        known = getattr(value, "is_known", True)
        return f"{type(value).__name__}.{value.name}" if known else f"{type(value).__name__}({_text(str(value.value))})"
    if isinstance(value, str):
        return _text(str(value))
    if isinstance(value, RawElement):
        return f"RawElement({_text(value.xml)})"
    if isinstance(value, list | tuple) or hasattr(type(value), "__attrs_attrs__"):
        return None
    text = repr(value)
    return text if len(text) <= _LETTERS else f"{text[:_KEPT]}... {len(text) - _KEPT} more"


def _text(text: str) -> str:
    if len(text) <= _LETTERS:
        return repr(text)
    return f"{text[:_KEPT]!r}... {len(text) - _KEPT} more"


class _Writer:
    """Writes one object, and what is in it, into the room that there is."""

    def __init__(self) -> None:
        self._room = ROOM

    def call(self, subject: Any, depth: int = 0) -> str:
        name = type(subject).__name__
        self._room -= len(name) + 2
        if self._room <= 0 or depth > DEPTH:
            return f"{name}(...)"
        parts = []
        for member, value in shown_members(subject):
            if self._room <= 0:
                parts.append("...")
                break
            self._room -= len(member) + 3
            parts.append(f"{member}={self._value(value, depth)}")
        return f"{name}({', '.join(parts)})"

    def _value(self, value: Any, depth: int) -> str:
        text = brief(value)
        if text is not None:
            self._room -= len(text)
            return text
        if not isinstance(value, list | tuple):
            return self.call(value, depth + 1)
        shown = [self._value(one, depth) for one in (value if len(value) <= MANY else value[:1])]
        if len(value) > MANY:
            shown.append(f"... {len(value) - 1} more")
        inside = ", ".join(shown)
        if isinstance(value, list):
            return f"[{inside}]"
        return f"({inside},)" if len(value) == 1 else f"({inside})"
