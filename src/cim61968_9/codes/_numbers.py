"""The numbers of codes: from and to text, checks, and the fields of reading type codes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any, TypeVar

from ..errors import CodeError
from .reading_fields import FIELDS
from .remarks import Lenient, Remark
from .units import Unit, power_of

T = TypeVar("T")
_LIMIT = 10**40
_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,39}")
_LOOSE = re.compile(r"[+-]?[0-9]{1,40}")
_EDITION_1 = 11
_SURELY_SHORT = 40
_MOST_SEEN = 16384


class Seen(dict[str, T]):
    """Codes by their texts, as many as a large system has; looking up one that is there takes no step of Python."""

    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, text: str) -> T:
        code = self._make(text)
        if len(self) >= _MOST_SEEN:
            self.clear()
        self[str.__str__(text)] = code  # a text of lxml's would keep its document
        return code


def checked(numbers: Iterable[int], count: int, what: str, *, lowest: int = -_LIMIT + 1) -> tuple[int, ...]:
    """Return so many numbers as a tuple, or say what is wrong with them."""
    try:
        found = tuple(map(int.__int__, numbers))
    except TypeError:
        raise CodeError(f"a {what} has {count} whole numbers, found {numbers!r}; to read a text, use parse") from None
    if len(found) != count:
        raise CodeError(f"a {what} has {count} numbers, found {len(found)}: {found!r}")
    if max(found) >= _LIMIT or min(found) <= -_LIMIT:
        raise CodeError(f"a {what} has numbers of at most 40 digits")
    if min(found) < lowest:
        raise CodeError(f"a {what} has no numbers below {lowest}, found {min(found)}")
    return found


def parsed(text: str, names: Sequence[str], what: str) -> tuple[int, ...]:
    """Return the numbers of a text in its only form: no blanks, no leading zeros, no plus."""
    if not isinstance(text, str):
        raise CodeError(f"{text!r} is no {what}: expected a text of {len(names)} numbers with dots between")
    parts = text.split(".")
    try:
        numbers = tuple(map(int, parts))
    except ValueError:
        numbers = ()
    is_own_text = len(numbers) == len(names) and ".".join(map(str, numbers)) == text
    if is_own_text and (len(text) <= _SURELY_SHORT or all(map(_NUMBER.fullmatch, parts))):
        return numbers
    raise _fault(text, parts, names, what)


def _fault(text: str, parts: Sequence[str], names: Sequence[str], what: str) -> CodeError:
    shown = text if len(text) <= 80 else text[:77] + "..."
    for index, part in enumerate(parts[: len(names)]):
        if not _NUMBER.fullmatch(part):
            found = part if len(part) <= 40 else part[:37] + "..."
            return CodeError(
                f"{shown!r} is no {what}: {names[index]}, part {index + 1} of {len(names)}, is {found!r}; "
                "expected a whole number without blanks and leading zeros",
                field=names[index],
            )
    if len(parts) == _EDITION_1 and len(names) == len(FIELDS):
        return CodeError(
            f"{shown!r} is a code of edition 1, with 11 numbers; expected 18; "
            "EditionOneCode.parse(...).upgraded(...) makes it one",
            field=names[_EDITION_1],
        )
    if len(parts) < len(names):
        missing = names[len(parts)]
        return CodeError(
            f"{shown!r} is no {what}: {len(parts)} parts, expected {len(names)}; "
            f"{missing} is the first that is missing",
            field=missing,
        )
    return CodeError(f"{shown!r} is no {what}: {len(parts)} parts, expected {len(names)}; nothing follows {names[-1]}")


def lenient(text: str, make: Callable[[Sequence[int]], T], names: Sequence[str], what: str) -> Lenient[T]:
    """Read numbers as well as can be: blanks and leading zeros go, missing parts are 0, parts beyond the last go."""
    try:
        return Lenient(make(parsed(text, names, what)))
    except CodeError as error:
        problem = error
    parts = [part.strip() for part in str(text).strip().strip(".").split(".")]
    if not all(_LOOSE.fullmatch(part) for part in parts) or (len(names) == len(FIELDS) and len(parts) == _EDITION_1):
        return Lenient(None, (Remark(problem.field, str(problem)),))
    numbers = [int(part) for part in parts]
    found: list[Remark] = []
    if ".".join(map(str, numbers)) != text:
        found.append(Remark("", f"{text!r} has blanks, dots or zeros that do not belong there"))
    if len(parts) < len(names):
        missing = names[len(parts) :]
        found.append(Remark(missing[0], f"{len(parts)} parts, expected {len(names)}: {', '.join(missing)} taken as 0"))
    if len(parts) > len(names):
        rest = ".".join(parts[len(names) :])
        found.append(Remark(names[-1], f"{len(parts)} parts, expected {len(names)}: .{rest} left out"))
    numbers = (numbers + [0] * len(names))[: len(names)]
    try:
        return Lenient(make(numbers), tuple(found))
    except CodeError as error:
        return Lenient(None, (Remark("", str(error)),))


@lru_cache(maxsize=512)
def pattern(text: str) -> tuple[tuple[int, int], ...]:
    """Return the places of a pattern that are not a star, with the number wanted there."""
    names = [one.cim for one in FIELDS]
    parts = text.split(".") if isinstance(text, str) else []
    if len(parts) != len(names):
        raise CodeError(
            f"the pattern {text!r} has {len(parts)} parts, expected {len(names)}; to name a few fields, use keywords"
        )
    found = []
    for index, part in enumerate(parts):
        if part == "*":
            continue
        if not _NUMBER.fullmatch(part):
            raise CodeError(
                f"the pattern {text!r} has {part!r} as {names[index]}; expected a number or *", field=names[index]
            )
        found.append((index, int(part)))
    return tuple(found)


def fraction(numerator: int, denominator: int) -> Fraction | None:
    """Return the fraction of two numbers of a code, None where it has none."""
    return Fraction(numerator, denominator) if denominator else None


def given(fields: Mapping[str, Any]) -> dict[int, int]:
    """Return the number at each place that keyword arguments speak of."""
    places = {one.name: one for one in FIELDS if one.alone}
    pairs = {"interharmonic": 7, "argument": 9}
    found: dict[int, int] = {}
    for name, value in fields.items():
        if name in pairs:
            found[pairs[name]], found[pairs[name] + 1] = _pair(name, value)
        elif name == "unit":
            unit = _unit(value)
            found[16] = int(unit.code)
            scaled = unit.power != 0 or isinstance(value, Unit)
            if scaled and fields.get("multiplier") is None:
                found[15] = unit.power
            elif scaled and power_of(fields["multiplier"]) != unit.power:
                raise CodeError(
                    f"unit {unit} contradicts multiplier {fields['multiplier']!r}; give one of them", field="unit"
                )
        elif name == "multiplier":
            if value is not None:
                found[15] = power_of(value)
        elif name not in places:
            known = ", ".join([*places, *pairs])
            raise CodeError(f"a reading type code has no field {name!r}; its fields are {known}", field=name)
        elif (values := places[name].values) is not None:
            found[places[name].index] = int(values(value))
        else:
            found[places[name].index] = _whole(name, value)
    return found


def _unit(value: Any) -> Unit:
    if isinstance(value, Unit):
        return value
    if isinstance(value, str) and not _LOOSE.fullmatch(value.strip()):
        return Unit.parse(value)
    return Unit(value)


def _whole(name: str, value: Any) -> int:
    if isinstance(value, int):
        return int(value)
    if isinstance(value, str) and _LOOSE.fullmatch(value.strip()):
        return int(value)
    raise CodeError(f"{name} is {value!r}; expected a whole number", field=name)


def _pair(name: str, value: Any) -> tuple[int, int]:
    if value is None:
        return 0, 0
    if isinstance(value, Fraction):
        return value.numerator, value.denominator
    if isinstance(value, int):
        return (int(value), 1) if value else (0, 0)
    try:
        numerator, denominator = value
    except (TypeError, ValueError):
        raise CodeError(f"{name} is {value!r}; expected a number, a Fraction or a pair", field=name) from None
    return _whole(name, numerator), _whole(name, denominator)


def remarks(numbers: Sequence[int]) -> Iterator[Remark]:
    """Yield what is unusual about the 18 numbers."""
    for one in FIELDS:
        number = numbers[one.index]
        if one.values and number not in one.values:
            yield Remark(one.name, f"{number} is in no table")
        elif one.values is None and number < 0:
            yield Remark(one.name, f"{number} is less than zero")
    for name, index in (("interharmonic", 7), ("argument", 9)):
        if numbers[index] and not numbers[index + 1]:
            yield Remark(name, f"{numbers[index]} over zero is no fraction")
        elif not numbers[index] and numbers[index + 1]:
            yield Remark(name, f"zero over {numbers[index + 1]}; none is written 0.0")
