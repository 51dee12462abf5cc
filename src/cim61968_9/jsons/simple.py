"""Simple values: how each type of XML Schema stands in JSON, and what is made of it again.

Times, decimals and durations are texts as XML has them; booleans are booleans; numbers are numbers where JSON, as
JavaScript reads it, holds them exactly, else texts. What is no value of its type, and was kept by a tolerant read, is
marked: ``{"$invalid": "yesterday"}``.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from numbers import Number
from typing import Any

from ..model import Element, Member, OpenEnum
from ..xml.lexical import lexical
from ..xml.shape import resolve
from ..xml.values import InvalidText, QualifiedName
from .keys import INVALID, NAME, NAMESPACE
from .names import check_name
from .refusal import Refusal, kind_of, quoted, refuse
from .text import as_object

__all__ = ["BOUNDS", "LARGEST", "Dumper", "Loader", "load_name", "name_as_json", "simple_dumper", "simple_loader"]

LARGEST = 2**53 - 1
"""The largest whole number that every reader of JSON holds exactly."""
_STAMPS = frozenset({"xs:dateTime", "xs:dateTimeStamp"})
BOUNDS: dict[str, tuple[int | None, int | None]] = {
    "xs:integer": (None, None),
    "xs:nonNegativeInteger": (0, None),
    "xs:positiveInteger": (1, None),
    "xs:nonPositiveInteger": (None, 0),
    "xs:negativeInteger": (None, -1),
    "xs:long": (-(2**63), 2**63 - 1),
    "xs:int": (-(2**31), 2**31 - 1),
    "xs:short": (-(2**15), 2**15 - 1),
    "xs:byte": (-128, 127),
    "xs:unsignedLong": (0, 2**64 - 1),
    "xs:unsignedInt": (0, 2**32 - 1),
    "xs:unsignedShort": (0, 2**16 - 1),
    "xs:unsignedByte": (0, 255),
}
_FLOATS = frozenset({"xs:float", "xs:double"})
_MOST_STAMPS = 4096
_CODES = "cim61968_9.codes."
_INVALID_FORM = f'the text that was kept, as {{"{INVALID}": "..."}}'
_NAME_FORM = f'a name with its namespace, as {{"{NAME}": "m:Meter", "{NAMESPACE}": "urn:..."}}'

Dumper = Callable[[Any, Any], Any]
Loader = Callable[[Any, Any], Any]


def _is_text(type_name: str) -> bool:
    """Tell whether a built-in type is any text, such as ``xs:string`` and its kin."""
    return lexical(type_name).render.__name__ == "render_string"


def simple_dumper(cls: type[Element], member: Member) -> Dumper:
    """Return the function that makes a JSON value of a simple value."""
    name = member.type
    if name == "@ref" or not name.startswith("xs:") or _is_text(name):
        return _dump_text
    if name in _STAMPS:
        return _dump_stamp
    if name == "xs:boolean":
        return _dump_boolean
    if name == "xs:QName":
        return _dump_name
    render = lexical(name).render

    def dump(value: Any, dumping: Any) -> Any:
        if isinstance(value, InvalidText):
            return {INVALID: str(value)}
        try:
            text = render(value)
        except (TypeError, ValueError) as error:
            refuse(_unwritable(value, name, error))
        return _number(value, text, name)

    return dump


def _number(value: Any, text: str, name: str) -> Any:
    """Return a number as JSON has it, or its text where that would not be exact."""
    if name in BOUNDS or name in _FLOATS:
        if isinstance(value, int) and -LARGEST <= value <= LARGEST:
            return int(value)
        if isinstance(value, float) and math.isfinite(value):
            return float(value)
    return text


def _unwritable(value: Any, name: str, error: Exception) -> str:
    reason = str(error) if isinstance(error, TypeError) or " " in str(error) else f"found {quoted(str(value))}"
    return f"{reason}; expected {lexical(name).expected}"


def _dump_text(value: Any, dumping: Any) -> Any:
    if value.__class__ is str:
        return value
    if isinstance(value, InvalidText):
        return {INVALID: str(value)}
    if isinstance(value, str):
        return str(value)
    raise Refusal(f"found {type(value).__name__}, expected a str{_as_text(value)}")


def _as_text(value: Any) -> str:
    """Return what to do about a number, or a code: its text is meant."""
    is_number = isinstance(value, Number) and not isinstance(value, bool)
    if not is_number and not type(value).__module__.startswith(_CODES):
        return ""
    return f"; give its text, str(value), which is {quoted(str(value))}"


def _dump_boolean(value: Any, dumping: Any) -> Any:
    if value is True or value is False:
        return value
    if isinstance(value, InvalidText):
        return {INVALID: str(value)}
    raise Refusal(f"found {type(value).__name__}, expected True or False")


def _dump_stamp(value: Any, dumping: Any) -> Any:
    found = dumping.stamps.get(id(value))
    if found is not None and found[0] is value:
        return found[1]
    if isinstance(value, InvalidText):
        return {INVALID: str(value)}
    try:
        text = lexical("xs:dateTime").render(value)
    except (TypeError, ValueError) as error:
        refuse(_unwritable(value, "xs:dateTime", error))
    if len(dumping.stamps) >= _MOST_STAMPS:
        dumping.stamps.clear()
    dumping.stamps[id(value)] = value, text
    return text


def _dump_name(value: Any, dumping: Any) -> Any:
    if isinstance(value, QualifiedName):
        return name_as_json(value)
    if not isinstance(value, str):
        refuse(f"found {type(value).__name__}, expected a QualifiedName")
    try:
        return lexical("xs:QName").render(value)
    except ValueError:
        return {INVALID: str(value)}


def name_as_json(value: QualifiedName) -> Any:
    """Return a qualified name: its text, with its namespace where that is known."""
    return str(value) if value.namespace is None else {NAME: str(value), NAMESPACE: value.namespace}


def simple_loader(cls: type[Element], member: Member) -> Loader:
    """Return the function that makes a simple value of a JSON value."""
    name = member.type
    if not name.startswith(("xs:", "@")):
        return _enum_loader(resolve(cls, name))
    if name == "@ref":
        return _load_reference
    if _is_text(name):
        return _load_text
    if name in _STAMPS:
        return _load_stamp
    if name == "xs:boolean":
        return _load_boolean
    if name == "xs:QName":
        return load_name
    if name in BOUNDS:
        return _integer_loader(name)
    return _float_loader(name) if name in _FLOATS else _parsed_loader(name)


def _invalid(found: Any, expected: str) -> InvalidText:
    """Return a text that a tolerant read kept; anything else is refused."""
    if not isinstance(found, dict):
        refuse(f"found {kind_of(found)}, expected {expected}")
    text = as_object(found, _INVALID_FORM).get(INVALID)
    if len(found) != 1 or not isinstance(text, str):
        refuse(f"found {kind_of(found)}, expected {expected}, or {_INVALID_FORM}")
    return InvalidText(text)


def _parse(text: str, name: str) -> Any:
    kind = lexical(name)
    try:
        return kind.parse(text)
    except ValueError:
        refuse(f'found the text {quoted(text)}, expected {kind.expected}; keep it as {{"{INVALID}": ...}} if need be')


def _load_text(found: Any, loading: Any) -> Any:
    return found if found.__class__ is str else _invalid(found, "a text")


def _load_reference(found: Any, loading: Any) -> Any:
    return sys.intern(found) if found.__class__ is str else _invalid(found, "a text: the reference")


def _load_boolean(found: Any, loading: Any) -> Any:
    return found if found is True or found is False else _invalid(found, "true or false")


def _load_stamp(found: Any, loading: Any) -> Any:
    if found.__class__ is not str:
        return _invalid(found, lexical("xs:dateTime").expected)
    value = loading.stamps.get(found)
    if value is None:
        value = _parse(found, "xs:dateTime")
        if len(loading.stamps) >= _MOST_STAMPS:
            loading.stamps.clear()
        loading.stamps[found] = value
    return value


def load_name(found: Any, loading: Any) -> Any:
    """Return a qualified name from a text, or from an object with its namespace."""
    if isinstance(found, str):
        return _parse(found, "xs:QName")
    if isinstance(found, dict) and INVALID in found:
        return _invalid(found, _NAME_FORM)
    parts = as_object(found, _NAME_FORM)
    text, namespace = parts.get(NAME), parts.get(NAMESPACE)
    if len(parts) != 2 or not isinstance(text, str) or not isinstance(namespace, str):
        refuse(f"found {kind_of(found)}, expected {_NAME_FORM}")
    check_name(text, namespace)
    return QualifiedName(text, namespace)


def _enum_loader(enum: type[OpenEnum]) -> Loader:
    known = {value.value: value for value in enum}

    def load(found: Any, loading: Any) -> Any:
        if found.__class__ is not str:
            return _invalid(found, f"a text: one of {', '.join(list(known)[:10])}")
        return known.get(found) or enum(found)

    return load


def _integer_loader(name: str) -> Loader:
    low, high = BOUNDS[name]
    is_small = low is not None and high is not None and max(-low, high) <= LARGEST
    expected = f"a number: {lexical(name).expected}"
    longest = "" if is_small else ", or a text of digits"

    def load(found: Any, loading: Any) -> Any:
        if found.__class__ is float and found.is_integer():
            found = int(found)  # JSON does not tell 3.0 from 3
        if found.__class__ is int:
            if not -LARGEST <= found <= LARGEST:
                refuse(f"found {kind_of(found)}, which many readers of JSON would round; expected {expected}{longest}")
            try:
                return lexical(name).parse(str(found))
            except ValueError:
                refuse(f"found {kind_of(found)}, expected {expected}")
        if found.__class__ is str and not is_small:
            return _parse(found, name)
        return _invalid(found, f"{expected}{longest}")

    return load


def _float_loader(name: str) -> Loader:
    def load(found: Any, loading: Any) -> Any:
        if found.__class__ is str:
            return _parse(found, name)
        if found.__class__ is not float and found.__class__ is not int:
            return _invalid(found, "a number, or one of the texts 'NaN', 'INF' and '-INF'")
        try:
            value = float(found)
        except OverflowError:
            value = math.inf
        if math.isinf(value):
            refuse("found a number beyond what a float holds; write it as a text to keep it")
        return value

    return load


def _parsed_loader(name: str) -> Loader:
    expected = f"a text: {lexical(name).expected}"

    def load(found: Any, loading: Any) -> Any:
        return _parse(found, name) if found.__class__ is str else _invalid(found, expected)

    return load
