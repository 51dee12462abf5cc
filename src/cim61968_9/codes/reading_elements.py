"""Reading type codes to and from the ReadingType elements of the profiles, which break them down by names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from ..errors import CodeError
from ..model import Element
from ..xml.shape import resolve
from .entries import CodeValue
from .reading_fields import FIELDS

if TYPE_CHECKING:
    from .reading_type import ReadingTypeCode

__all__ = ["from_element", "has_code", "to_element"]

E = TypeVar("E", bound=Element)
_FRACTIONS = {"interharmonic": 7, "argument": 9}


def to_element(code: ReadingTypeCode, cls: type[E]) -> E:
    """Return an element of a class with the code as name, and each field that the class has and the code uses."""
    members = {member.name: member for member in cls.__xml__.members}
    values: dict[str, Any] = {}
    for one in FIELDS:
        if one.alone and one.name in members:
            number = code.numbers[one.index]
            if one.values is None:
                values[one.name] = number or None
            else:
                value = one.values(number)
                values[one.name] = (value.name if value.is_known else str(number)) if number else None
    for name, index in _FRACTIONS.items():
        pair = code.numbers[index : index + 2]
        if name in members and members[name].type != "@ref" and any(pair):
            values[name] = resolve(cls, members[name].type)(numerator=pair[0], denominator=pair[1])
    if "names" in members:
        values["names"] = [resolve(cls, members["names"].type)(name=str(code))]
    elif "mrid" in members:
        values["mrid"] = str(code)
    else:
        raise CodeError(f"{cls.__name__} has no place for a code; expected a class with names or mrid")
    return cls(**{name: value for name, value in values.items() if value is not None})


def from_element(element: Element) -> ReadingTypeCode:
    """Return the code that an element names, else the one that its fields make."""
    from .reading_type import ReadingTypeCode

    named = _named(element)
    fields = _fields(element)
    if named is None and not fields:
        what = type(element).__name__
        raise CodeError(f"this {what} has no reading type code: neither a name of 18 numbers nor fields of one")
    if named is None:
        return ReadingTypeCode.build(**fields)
    for name in fields:
        try:
            agrees = named.matches(**{name: fields[name]})
        except CodeError:
            continue  # a word of the sender's own, beside a code that says it
        said = named.fields[name]
        if not agrees and not _is_word_for(fields[name], said):
            raise CodeError(
                f"this {type(element).__name__} contradicts itself: {name} is {fields[name]!r}, but {named} has {said}",
                field=name,
            )
    return named


def _is_word_for(word: Any, value: Any) -> bool:
    """Tell whether a word is one of the names of a value: some words stand for two numbers, and the code decides."""
    entry = value.entry if isinstance(value, CodeValue) else None
    names = (entry.name, entry.published, *entry.aliases) if entry is not None else ()
    return isinstance(word, str) and word.lower() in {name.lower() for name in names if name}


def has_code(element: Element) -> bool:
    """Tell whether an element has a code among its names, or fields to make one of."""
    return bool(_fields(element)) or _named(element) is not None


def _named(element: Any) -> ReadingTypeCode | None:
    from .looking import reading_type_code

    texts: list[str | None] = [getattr(name, "name", None) for name in getattr(element, "names", ())]
    texts.append(getattr(element, "mrid", None))
    codes = [code for code in map(reading_type_code, texts) if code is not None]
    if len(set(codes)) > 1:
        raise CodeError(
            f"this {type(element).__name__} has several codes among its names: {', '.join(map(str, codes))}"
        )
    return codes[0] if codes else None


def _fields(element: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for one in FIELDS:
        value = getattr(element, one.name, None) if one.alone else None
        if value is not None:
            fields[one.name] = value
    for name in _FRACTIONS:
        pair = getattr(element, name, None)
        if isinstance(pair, Element):
            fields[name] = (pair.numerator, pair.denominator)  # type: ignore[attr-defined]
    return fields
