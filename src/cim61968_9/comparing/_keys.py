"""What identifies an item among its siblings, in the order in which it counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from ..model import Element
from ..xml.foreign import RawElement
from ..xml.writing import root_of
from ._values import text_of

__all__ = ["Key", "keys_of", "root_name"]

_LONGEST = 64


class Key(NamedTuple):
    """One thing that identifies: its CIM name, what is compared, and what is told; a time is a time in both."""

    label: str
    token: Any
    told: Any

    @property
    def step(self) -> str:
        """The key as a part of a path, empty where it would not be read well."""
        text = text_of(self.told)
        plain = text.isprintable() and text == text.strip() and not set("[]") & set(text)
        return f"[{self.label}={text}]" if plain and 0 < len(text) <= _LONGEST else ""


def _text(label: str, value: Any) -> Key | None:
    if value is None or isinstance(value, Element) or not (text := text_of(value)).strip():
        return None
    return Key(label, text, text)


def _time(label: str, value: Any) -> Key | None:
    return Key(label, value, value) if isinstance(value, dt.datetime) else _text(label, value)


def _first_name(label: str, value: Any) -> Key | None:
    return next((_text(label, one.name) for one in value or () if (getattr(one, "name", None) or "").strip()), None)


def _of_object(label: str, value: Any) -> Key | None:
    """Return the identity of the object that an item is about, told by its name where it has one."""
    keys = list(keys_of(value)) if isinstance(value, Element) else []
    told = next((key.told for key in keys if key.label == "name"), None)
    return Key(label, keys[0].token, told or keys[0].told) if keys else None


def _of_id(label: str, value: Any) -> Key | None:
    return _text(label, getattr(value, "value", None))


def _of_first(label: str, value: Any) -> Key | None:
    return _of_object(label, value[0]) if value else None


def _type_of_first(label: str, value: Any) -> Key | None:
    return _text(label, getattr(value[0], "reading_type", None)) if value else None


_PLACES: tuple[tuple[str, str, Callable[[str, Any], Key | None]], ...] = (
    ("mrid", "mRID", _text),
    ("names", "name", _first_name),
    ("time_stamp", "timeStamp", _time),
    ("operation_id", "operationId", _text),
    ("sequence_number", "sequenceNumber", _text),
    ("code", "code", _text),
    ("id", "ID", _of_id),
    ("meter", "Meter", _of_object),
    ("usage_point", "UsagePoint", _of_object),
    ("reading_type", "ReadingType", _text),
    ("reading_quality_type", "ReadingQualityType", _text),
    ("end_device_control_type", "EndDeviceControlType", _text),
    ("end_device_event_type", "EndDeviceEventType", _text),
    ("created_date_time", "createdDateTime", _time),
    ("end_devices", "EndDevices", _of_first),
    ("assets", "Assets", _of_object),
    ("interval_blocks", "ReadingType", _type_of_first),
    ("readings", "ReadingType", _type_of_first),
)
"""Where identity may stand, first what counts most: the member, what it is called in paths, and how it is taken."""


@cache
def _places(cls: type[Element]) -> tuple[tuple[str, str, Callable[[str, Any], Key | None]], ...]:
    tags = {member.name: member.tag for member in cls.__xml__.members}
    found = tuple(place for place in _PLACES if place[0] in tags)
    if {"name", "value"} <= tags.keys():  # a property, an option, a detail of an event
        return (("name", tags["name"], _text), *found)
    return found


def keys_of(item: Any) -> Iterator[Key]:
    """Yield what identifies an item; each narrows what is before it, and of a plain value there is nothing."""
    if isinstance(item, Element):
        for name, label, take in _places(type(item)):  # type: ignore[arg-type]  # a class is hashable
            if (key := take(label, getattr(item, name))) is not None:
                yield key


def root_name(item: Any) -> str:
    """Return the name of a root element, or of a raw one."""
    if isinstance(item, RawElement):
        return item.name
    cls = type(item)
    return root_of(cls) or (cls.__xml__.name if isinstance(item, Element) else cls.__name__)
