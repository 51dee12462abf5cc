"""Between JSON text and plain Python values, strictly by RFC 8259."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

from ..errors import JsonError, LimitError
from ..xml.limits import Limits
from .refusal import Refusal, at, kind_of, quoted, refuse

__all__ = ["as_object", "parsed", "written"]

_BOM = "\ufeff"
_TORN = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_TOKEN = re.compile(
    r'"(?:[^"\\]++|\\.)*+"'
    r"|(?P<constant>-?Infinity|NaN)"
    r"|-?(?P<digits>[0-9]++)(?P<rest>(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?)",
    re.DOTALL,
)
"""Strings, which are passed over, and numbers that may be at fault."""


class _Doubled(dict[str, Any]):
    """An object in which a key came twice; it is refused where it is met, so that its place can be told."""

    doubled: str = ""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    marked = _Doubled()
    seen: set[str] = set()
    marked.doubled = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
    return marked


class _Constant(Exception):  # noqa: N818  # never leaves this module
    """A number that JSON does not have."""


def _constant(name: str) -> Any:
    raise _Constant(name)


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_constant)


def as_object(found: Any, expected: str) -> dict[str, Any]:
    """Return an object of JSON.

    Raises:
        Refusal: It is something else, or has a key twice.
    """
    if found.__class__ is dict:
        return found
    if isinstance(found, _Doubled):
        refuse(f"found the key {quoted(found.doubled)} twice in one object, expected it once; leave one of them out")
    raise Refusal(f"found {kind_of(found)}, expected an object: {expected}")


def parsed(source: str | bytes | bytearray | memoryview, limits: Limits) -> Any:
    """Return the value of a JSON text.

    Raises:
        JsonError: It is no JSON, or not in UTF-8.
        LimitError: It is larger than allowed.
    """
    text = _decoded(source, limits)
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        reason = "no content; expected a JSON object" if not text.strip() else _lower(error.msg)
        raise _error(text, error.pos, f"not well-formed JSON: {reason}") from None
    except _Constant as found:
        where = next((token.start() for token in _TOKEN.finditer(text) if token["constant"]), 0)
        raise _error(
            text,
            where,
            f"found {found}, which JSON does not have; expected a number, or one of the texts 'NaN', 'INF' and '-INF'",
        ) from None
    except ValueError:  # of int()
        most = sys.get_int_max_str_digits()
        tokens = (token for token in _TOKEN.finditer(text) if token["digits"] and not token["rest"])
        where = next((token.start() for token in tokens if len(token["digits"]) > most), 0)
        raise _error(text, where, "found a number of thousands of digits; write it as a text") from None


def _error(text: str, where: int, reason: str) -> JsonError:
    """Return the error of what stands at an index of a text."""
    line, column = text.count("\n", 0, where) + 1, where - text.rfind("\n", 0, where)
    return JsonError(f"line {line}, column {column}: {reason}", line=line, column=column)


def _decoded(source: Any, limits: Limits) -> str:
    if isinstance(source, str):
        size = len(source)
        if size <= limits.max_bytes < 4 * size:
            size = len(source.encode("utf-8", "surrogatepass"))
        _check_size(size, limits)
        return source.removeprefix(_BOM)
    if not isinstance(source, bytes | bytearray | memoryview):
        raise TypeError(f"found {type(source).__name__}, expected JSON as str or bytes")
    _check_size(memoryview(source).nbytes, limits)
    try:
        return str(source, "utf-8").removeprefix(_BOM)
    except UnicodeDecodeError as error:
        before = str(memoryview(source).cast("B")[: error.start], "utf-8").removeprefix(_BOM)
        reason = f"byte {error.start + 1} is no UTF-8, the encoding of JSON; convert the text first"
        raise _error(before, len(before), reason) from None


def _check_size(size: int, limits: Limits) -> None:
    if size > limits.max_bytes:
        raise LimitError(
            f"JSON text of more than {limits.max_bytes:,} bytes; raise Limits(max_bytes=...) if that is meant"
        )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def written(value: Any, indent: int | None) -> str:
    """Return plain values as JSON text: characters as they are, but for those that no eye sees.

    Raises:
        Refusal: A text has the two halves of one character, which come back as that character.
        TypeError: ``indent`` is neither None nor a whole number.
        ValueError: It is negative.
    """
    if indent is not None and (not isinstance(indent, int) or isinstance(indent, bool)):
        raise TypeError(f"indent is {indent!r}, expected a number of blanks, or None for one line")
    if indent is not None and indent < 0:
        raise ValueError(f"indent is {indent}, expected a number of blanks from 0, or None for one line")
    text = json.dumps(
        value,
        ensure_ascii=False,
        allow_nan=False,
        check_circular=False,
        indent=indent,
        separators=(",", ":") if indent is None else None,
    )
    if (text if indent is None else text.replace("\n", "")).isprintable():
        return text
    if _TORN.search(text):
        with at(*_torn(value)):
            refuse("a text has two surrogates that JSON takes for one character; remove them, as XML cannot carry them")
    hidden = {letter for letter in set(text) if not letter.isprintable()} - {"\n"}  # which parts lines, none in texts
    return text.translate({ord(letter): json.dumps(letter)[1:-1] for letter in hidden})


def _torn(value: Any) -> tuple[str | int, ...]:
    """Return the way to the first text, or key, that has two surrogates."""
    waiting: list[tuple[Any, tuple[str | int, ...]]] = [(value, ())]
    while waiting:
        found, way = waiting.pop()
        if isinstance(found, str):
            if _TORN.search(found):
                return way
        elif isinstance(found, dict):
            if key := next((key for key in found if _TORN.search(key)), None):
                return *way, key
            waiting += [(inside, (*way, key)) for key, inside in reversed(found.items())]
        elif isinstance(found, list):
            waiting += [(inside, (*way, index)) for index, inside in reversed(list(enumerate(found)))]
    return ()
