"""The lines of a source around a place: few, short, and whatever the source is written in."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any

from attrs import frozen

from ..errors import Cim61968Error, NotWellFormedError
from ..showing.texts import safe
from ..sources import Item
from ..xml.gunzip import GZIP, gunzip
from ..xml.limits import Limits

__all__ = ["Excerpt", "excerpt_html", "excerpts_of"]

_AROUND = 2
_LETTERS = 160
_BEFORE = 50
"""Letters of a long line that are shown before the place."""
_BYTES = 4 * _LETTERS
_LINE = re.compile(rb"\r\n|\r|\n")
_WIDE_LINE = re.compile("\r\n|\r|\n")
_ENCODING = re.compile(rb"<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_TOKEN = re.compile(r"</?[^\s<>/]*|\S{1,60}|.")
_TAB = "  "
Place = tuple[int, int | None]


@frozen
class _Line:
    """A line as it is shown: what was cut before and behind, and where in it the place is."""

    number: int
    text: str
    at: int | None = None
    cut: tuple[bool, bool] = (False, False)


@frozen
class Excerpt:
    """Some lines, one of which is the one in question."""

    line: int
    lines: tuple[_Line, ...]


def excerpts_of(item: Item, places: Iterable[Place], limits: Limits) -> dict[Place, Excerpt]:
    """Return the lines around places; none where a source cannot be read again, or is no text."""
    wanted = sorted(set(places), key=lambda place: (place[0], place[1] or 0))
    if not wanted:
        return {}
    try:
        data = _data(item, limits)
    except (OSError, Cim61968Error):
        return {}
    encoding = _encoding(data)
    numbers = {line + step for line, _ in wanted for step in range(-_AROUND, _AROUND + 1)}
    spans = dict(_spans(data, encoding, numbers))
    found: dict[Place, Excerpt] = {}
    whole: tuple[int, str] = (0, "")
    for line, column in wanted:
        if line not in spans:
            continue
        if whole[0] != line:
            whole = line, _decoded(spans[line], encoding)
        around = [
            _focus(line, whole[1], column) if number == line else _beside(number, spans[number], encoding)
            for number in range(line - _AROUND, line + _AROUND + 1)
            if number in spans and (spans[number] or number <= line)  # nothing stands behind the last line feed
        ]
        found[line, column] = Excerpt(line, tuple(_dedented(around)))
    return found


def excerpt_html(excerpt: Excerpt) -> str:
    """Return lines with their numbers, and the place marked."""
    shown = []
    for one in excerpt.lines:
        before, behind = ("…" if cut else "" for cut in one.cut)
        text = _text(one.text)
        if one.at is not None:
            token = _TOKEN.match(one.text, one.at)
            end = token.end() if token is not None else one.at
            text = f"{_text(one.text[: one.at])}<mark>{_text(one.text[one.at : end])}</mark>{_text(one.text[end:])}"
        kind = ' class="here"' if one.number == excerpt.line else ""
        shown.append(f'<span{kind}><b>{one.number}</b> <bdi dir="ltr">{before}{text}{behind}</bdi></span>')
    return f'<pre class="source">{"".join(shown)}</pre>'


def _text(text: str) -> str:
    return escape(safe(text, 4 * _LETTERS))


def _data(item: Item, limits: Limits) -> bytes:
    """Return the bytes of the document."""
    given: Any = item.get()
    if isinstance(given, str) and given.lstrip("\ufeff \t\r\n").startswith("<"):
        return given.encode("utf-8", "replace")
    if isinstance(given, str | os.PathLike):
        path = Path(given)
        if path.stat().st_size > limits.max_bytes:
            return b""
        given = path.read_bytes()
    if not isinstance(given, bytes):
        return b""
    if given[:2] == GZIP:
        return b"".join(gunzip([given], size=len(given), limits=limits, name=item.name, error=NotWellFormedError))
    return given


def _encoding(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if data[1:2] == b"\0":
        return "utf-16-le"
    if data[:1] == b"\0":
        return "utf-16-be"
    declared = _ENCODING.match(data)
    name = declared[1].decode("ascii") if declared is not None else "utf-8"
    try:
        known = codecs.lookup(name)
    except LookupError:
        return "latin-1"
    return name if getattr(known, "_is_text_encoding", True) else "latin-1"


def _spans(data: bytes, encoding: str, numbers: set[int]) -> Iterator[tuple[int, bytes | str]]:
    """Yield lines by number; of encodings with several bytes a letter as text, else as bytes."""
    last = max(numbers)
    whole: Any = data
    separator: Any = _LINE
    if encoding.startswith("utf-16"):
        whole, separator = data.decode(encoding, "replace"), _WIDE_LINE
    number, start = 1, 0
    for found in separator.finditer(whole):
        if number in numbers:
            yield number, whole[start : found.start()]
        if number == last:
            return
        number, start = number + 1, found.end()
    if number in numbers:
        yield number, whole[start:]


def _decoded(line: bytes | str, encoding: str) -> str:
    return line if isinstance(line, str) else line.decode(encoding, "replace")


def _beside(number: int, line: bytes | str, encoding: str) -> _Line:
    text = _decoded(line[:_BYTES], encoding).replace("\t", _TAB)
    return _Line(number, text[:_LETTERS], cut=(False, len(text) > _LETTERS or len(line) > _BYTES))


def _focus(number: int, text: str, column: int | None) -> _Line:
    if column is None or not 0 < column <= len(text):
        return _Line(number, text[:_LETTERS].replace("\t", _TAB), cut=(False, len(text) > _LETTERS))
    at = column - 1
    start = 0 if len(text) <= _LETTERS or at < _LETTERS // 2 else at - _BEFORE
    end = start + _LETTERS
    before, behind = (part.replace("\t", _TAB) for part in (text[start:at], text[at:end]))
    return _Line(number, before + behind, len(before), (start > 0, end < len(text)))


def _dedented(lines: list[_Line]) -> Iterator[_Line]:
    """Yield lines without the blanks that all begin with."""
    blank = [len(one.text) - len(one.text.lstrip(" ")) for one in lines if one.text.strip()]
    most = min([*blank, *(one.at for one in lines if one.at is not None)], default=0)
    if any(one.cut[0] for one in lines):
        most = 0
    for one in lines:
        at = one.at - most if one.at is not None else None
        yield _Line(one.number, one.text[most:].rstrip(" "), at, one.cut)
