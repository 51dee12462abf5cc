"""What of an object is shown, as nested lines: bounded in number and length, with what was left out.

HTML and the tree in the terminal are two ways to draw it. Room is shared fairly: of two lists, each has half of the
lines, so that a long list does not hide what comes after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from .._mixins import EnvelopeMessage, NameText, ReadingValue, TypedValues
from ..codes.reading_type import ReadingTypeCode
from ..describing import counted
from ..model import Element
from ..xml.foreign import Foreign, RawElement
from .meanings import Types, about, code_of, gist, meaning, name_of, oddness, types_of
from .texts import LONGEST, plain_value, safe

__all__ = ["Line", "outline"]

_DEPTH = 40
_LETTERS = 60_000
_SHORT = 24
_INLINE = 110
_IN_LINE = 4


@frozen
class Line:
    """One line and those below it.

    ``name`` is what leads from the object above to this one, ``kind`` the class of an object, ``text`` a value or what
    an object is called, ``note`` what that means, or why it is odd, ``gist`` what the lines below say in short;
    ``rest`` says what was left out in place of it.
    """

    name: str
    kind: str = ""
    text: str = ""
    note: str = ""
    gist: str = ""
    rest: str = ""
    is_odd: bool = False
    below: tuple[Line, ...] = field(default=())


def outline(subject: Element, *, items: int, lines: int, depth: int | None = None) -> Line:
    """Return an object as lines: of each list the first ``items``, in all about ``lines``, ``depth`` levels deep."""
    maker = _Maker(items, _DEPTH if depth is None else min(depth, _DEPTH))
    return maker.object("", subject, _Scope(lines, 0, {}, None))[0]


@frozen
class _Scope:
    """Where a line is: how many lines it may have, how deep it is, and what codes mean there."""

    room: int
    level: int
    types: Types
    code: ReadingTypeCode | None


class _Maker:
    def __init__(self, items: int, depth: int) -> None:
        self._items = items
        self._depth = depth
        self._letters = _LETTERS

    def object(self, name: str, subject: Any, scope: _Scope) -> tuple[Line, int]:
        """Return the line of an object, and how many lines it takes."""
        types, code = scope.types, scope.code
        if isinstance(getattr(subject, "reading_type", None), list):
            types = types | types_of(subject)
        if isinstance(subject, TypedValues):
            code = code_of(subject.reading_type, types)
        kind = type(subject).__name__
        label, note = self._label(subject), self._text(about(subject))
        found = list(_members(subject))
        inline = self._inline(subject, found, types, code)
        if inline is not None:
            return Line(name, kind, *inline), 1
        if not found:
            return Line(name, kind, label, note), 1
        short = self._text(gist(subject, code))
        if scope.level >= self._depth or scope.room < 1:
            return Line(name, kind, label, note, short, counted(len(found), "member")), 1
        entries = list(self._entries(found))
        below, used = [], 1
        room = scope.room - len(entries)
        for index, (place, value) in enumerate(entries):
            share = max(0, room // (len(entries) - index))
            line, taken = self._any(place, value, subject, _Scope(share, scope.level + 1, types, code))
            below.append(line)
            room -= taken - 1
            used += taken
        return Line(name, kind, label, note, short, below=tuple(below)), used

    def _any(self, place: str, value: Any, subject: Any, scope: _Scope) -> tuple[Line, int]:
        if isinstance(value, _Rest):
            return Line(place, rest=f"{value:,} more"), 1
        if isinstance(value, Element):
            return self.object(place, value, scope)
        if isinstance(value, Foreign):
            below = tuple(self._foreign(value))
            return Line(place, "Foreign", "not in the schema", below=below), 1 + len(below)
        if isinstance(value, RawElement):
            return Line(place, "RawElement", self._text(value.xml)), 1
        odd = oddness(value)
        note = odd or self._text(meaning(subject, place, scope.types, scope.code))
        return Line(place, text=self._value(value), note=note, is_odd=bool(odd)), 1

    def _entries(self, found: list[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
        """Yield what stands below an object: the entries of lists one by one, as far as they are shown."""
        for name, value in found:
            if not isinstance(value, list):
                yield name, value
                continue
            for number, one in enumerate(value[: self._items]):
                yield f"{name}[{number}]", one
            if len(value) > self._items:
                yield f"{name}[{self._items}:]", _Rest(len(value) - self._items)

    def _foreign(self, foreign: Foreign) -> Iterator[Line]:
        attributes = list(foreign.attributes.items())
        for name, text in attributes[: self._items]:
            yield Line(f"attribute {self._text(name)}", text=self._text(text))
        for kept in foreign.elements[: self._items]:
            yield Line("element", text=self._text(kept.element.xml))
        for _, text in foreign.text[: self._items]:
            yield Line("text", text=self._text(text))
        every = (attributes, foreign.elements, foreign.text)
        rest = sum(max(0, len(one) - self._items) for one in every) + len(foreign.leaves)
        if rest:
            yield Line("", rest=f"{rest:,} more")

    def _label(self, subject: Any) -> str:
        if isinstance(subject, EnvelopeMessage):
            return self._text(subject.summary.partition(" ")[2])
        return self._text(name_of(subject))

    def _inline(
        self, subject: Any, found: list[tuple[str, Any]], types: Types, code: ReadingTypeCode | None
    ) -> tuple[str, str] | None:
        """Return an object of few plain values as text and note; None when it needs lines of its own."""
        if isinstance(subject, NameText) and (text := _named_text(subject)) is not None:
            return self._text(text), ""
        values = [value for _, value in found]
        if not found or len(found) > _IN_LINE or any(isinstance(one, Element | list | Foreign) for one in values):
            return None
        if any(isinstance(one, RawElement) or oddness(one) for one in values):
            return None
        if isinstance(subject, ReadingValue) and [name for name, _ in found] == ["time_stamp", "value"]:
            stamp, value = map(plain_value, values)
            return self._text(f"{stamp}  {value}"), self._text(meaning(subject, "value", types, code))
        if any(meaning(subject, name, types, code) for name, _ in found):
            return None
        text = ", ".join(f"{name} {plain_value(value, _INLINE)}" for name, value in found)
        return (self._text(text, _INLINE), "") if len(text) <= _INLINE else None

    def _value(self, value: Any) -> str:
        return self._spent(plain_value(value, self._longest))

    def _text(self, text: str, longest: int = LONGEST) -> str:
        return self._spent(safe(text, min(longest, self._longest)))

    @property
    def _longest(self) -> int:
        return LONGEST if self._letters > 0 else _SHORT

    def _spent(self, text: str) -> str:
        self._letters -= len(text)
        return text


class _Rest(int):
    """How many entries of a list are not shown."""


def _members(subject: Any) -> Iterator[tuple[str, Any]]:
    for name in subject.__xml__.names:
        value = getattr(subject, name)
        if value is not None and value != []:
            yield name, value
    if subject.foreign:
        yield "foreign", subject.foreign


def _named_text(name: Any) -> str | None:
    """Return a name with its kind and authority, None when there is more to it."""
    parts, step = [], name
    for member in ("name_type", "name_type_authority", None):
        if step.foreign or set(dict(_members(step))) - {"name", member} or not isinstance(step.name, str):
            return None
        parts.append(step.name)
        step = getattr(step, member, None) if member else None
        if not isinstance(step, Element):
            break
    return f"{parts[0]} ({', '.join(parts[1:])})" if len(parts) > 1 else parts[0]
