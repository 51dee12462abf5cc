"""The JSON Schemas of simple types, of raw elements, and of content beyond a class."""

from __future__ import annotations

from typing import Any

from .keys import NAME, NAMESPACE, XML
from .simple import BOUNDS, LARGEST

__all__ = ["FOREIGN_FORM", "RAW_FORM", "type_schema"]

_ZONE = r"(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))"
_CLOCK = r"(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?|24:00:00(\.0+)?)"
_DAY = r"-?([1-9][0-9]{3,}|0[0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_NUMBER = r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)"
_DURATION = (
    r"-?P(?=[0-9T])([0-9]+Y)?([0-9]+M)?([0-9]+D)?"
    r"(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+(\.[0-9]+)?S)?)?"
)
_PATTERNS = {
    "xs:date": f"{_DAY}{_ZONE}?",
    "xs:dateTime": f"{_DAY}T{_CLOCK}{_ZONE}?",
    "xs:dateTimeStamp": f"{_DAY}T{_CLOCK}{_ZONE}?",
    "xs:decimal": _NUMBER,
    "xs:duration": _DURATION,
    "xs:time": f"{_CLOCK}{_ZONE}?",
}
_SIGNS = {
    "xs:nonNegativeInteger": r"\+?",
    "xs:positiveInteger": r"\+?",
    "xs:unsignedLong": r"\+?",
    "xs:nonPositiveInteger": "-",
    "xs:negativeInteger": "-",
}
_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_NAMED = {
    "type": "object",
    "properties": {NAME: _TEXT, NAMESPACE: _TEXT},
    "required": [NAME, NAMESPACE],
    "additionalProperties": False,
}


def type_schema(name: str) -> dict[str, Any]:
    """Return the schema of a built-in type of XML Schema."""
    if name in _PATTERNS:
        return _pattern(_PATTERNS[name])
    if name in BOUNDS:
        return _whole(name)
    if name in {"xs:float", "xs:double"}:
        return {"anyOf": [{"type": "number"}, _pattern(rf"NaN|-?INF|{_NUMBER}([Ee][+-]?[0-9]+)?")]}
    if name == "xs:boolean":
        return {"type": "boolean"}
    return {"anyOf": [_TEXT, _NAMED]} if name == "xs:QName" else dict(_TEXT)


def _pattern(pattern: str) -> dict[str, Any]:
    return {"type": "string", "pattern": f"^({pattern})$"}


def _whole(name: str) -> dict[str, Any]:
    low, high = BOUNDS[name]
    number = {
        "type": "integer",
        "minimum": -LARGEST if low is None else max(low, -LARGEST),
        "maximum": LARGEST if high is None else min(high, LARGEST),
    }
    if low is not None and high is not None and (low, high) == (number["minimum"], number["maximum"]):
        return number
    return {"anyOf": [number, _pattern(f"{_SIGNS.get(name, '[+-]?')}[0-9]+")]}


def _closed(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


RAW_FORM = _closed({XML: _TEXT}, [XML])
"""An element of a vocabulary that is not known, as XML text."""

_ATTRIBUTES = {"type": "object", "additionalProperties": {"anyOf": [_TEXT, _NAMED]}}
_OF_LEAF = {**_ATTRIBUTES, "properties": {"ref": {"anyOf": [_TEXT, _NAMED, {"type": "null"}]}}}
_KEPT = _closed({"index": _COUNT, "xml": _TEXT, "insteadOf": _TEXT, "after": _TEXT}, ["index", "xml"])
_LEAF = _closed({"member": _TEXT, "index": _COUNT, "attributes": _OF_LEAF}, ["member", "index", "attributes"])
_ORDER = _closed({"choice": _COUNT, "members": {"type": "array", "items": _TEXT}}, ["choice", "members"])
FOREIGN_FORM = _closed(
    {
        "attributes": _ATTRIBUTES,
        "elements": {"type": "array", "items": _KEPT},
        "text": {"type": "array", "items": _closed({"index": _COUNT, "text": _TEXT}, ["index", "text"])},
        "leaves": {"type": "array", "items": _LEAF},
        "order": {"type": "array", "items": _ORDER},
    },
    [],
)
"""Content beyond a class, with the places where it stood."""
