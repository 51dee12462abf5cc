"""Between JSON text and plain Python values, strictly by RFC 8259."""

from __future__ import annotations

import json
import re
from typing import Any

from ..errors import JsonError, LimitError
from ..xml.limits import Limits
from .refusal import Refusal, kind_of, quoted, refuse

__all__ = ["as_object", "parsed", "written"]

_BOM = "\ufeff"
_TORN = re.compile("[\ud800-\udbff][\udc00-\udfff]")


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


def _constant(name: str) -> Any:
    raise JsonError(
        f"found {name}, which JSON does not have; expected a number, or one of the texts 'NaN', 'INF' and '-INF'"
    )


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
        raise JsonError(
            f"line {error.lineno}, column {error.colno}: not well-formed JSON: {reason}",
            line=error.lineno,
            column=error.colno,
        ) from None
    except JsonError:
        raise
    except ValueError:  # of int()
        raise JsonError("found a number of thousands of digits; write it as a text") from None


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
        raise JsonError(f"byte {error.start + 1} is no UTF-8, the encoding of JSON; convert the text first") from None


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
    """
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
        refuse("a text has two surrogates that JSON takes for one character; remove them, as XML cannot carry them")
    hidden = {letter for letter in set(text) if not letter.isprintable()} - {"\n"}  # which parts lines, none in texts
    return text.translate({ord(letter): json.dumps(letter)[1:-1] for letter in hidden})
