"""Reading quality codes: who judged a value, and how, in three numbers.

>>> from cim61968_9.codes import ReadingQualityCode
>>> code = ReadingQualityCode.parse("3.8.0")
>>> print(code.describe())
MDM: estimated, by a method that is not told
>>> ReadingQualityCode.named("customerRead", system="endDevice")
ReadingQualityCode('1.4.130')
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import ClassVar

from attrs import field, frozen

from ..errors import CodeError
from . import _numbers
from ._tables import table
from .entries import CodeValue, Entry
from .remarks import Lenient, Remark

__all__ = ["QualityCategory", "QualitySystem", "ReadingQualityCode", "quality_entries"]

_NAMES = ("system", "category", "subCategory")
_WHAT = "reading quality code"
_DIGITS = 40


class QualitySystem(CodeValue):
    """The kind of system that judged a value."""

    _source = ("reading_quality", "systemId")
    __slots__ = ()


class QualityCategory(CodeValue):
    """The kind of judgement on a value."""

    _source = ("reading_quality", "category")
    __slots__ = ()


@cache
def quality_entries() -> dict[tuple[int, int], Entry]:
    """Return the listed pairs of category and subcategory."""
    entries = map(Entry.of, table("reading_quality", "subCategory"))
    return {_pair(str(entry.code)): entry for entry in entries}


def _pair(text: str) -> tuple[int, int]:
    first, _, second = text.partition(".")
    return int(first), int(second)


def _checked(numbers: Iterable[int]) -> tuple[int, ...]:
    return _numbers.checked(numbers, len(_NAMES), _WHAT, lowest=0)


@frozen(order=True, repr=False)
class ReadingQualityCode:
    """A reading quality code: system, category, subcategory."""

    numbers: tuple[int, ...] = field(converter=_checked)
    """The three numbers."""

    parse: ClassVar[Callable[[str], ReadingQualityCode]]
    """Return the code of a text; a text of another shape is a :class:`~cim61968_9.CodeError` that names the part."""

    @classmethod
    def parse_lenient(cls, text: str) -> Lenient[ReadingQualityCode]:
        """Read a code that may have blanks, leading zeros, or be too short or too long, with remarks."""
        return _numbers.lenient(text, cls, _NAMES, _WHAT)

    @classmethod
    def build(
        cls, *, system: int | str = 0, category: int | str = 0, sub_category: int | str = 0
    ) -> ReadingQualityCode:
        """Make a code of numbers or names; the name of a subcategory must be one of its category.

        Raises:
            CodeError: A name is in no table.
        """
        group = QualityCategory(category)
        number = int(sub_category) if isinstance(sub_category, int) else _named(sub_category, group)
        return cls((QualitySystem(system), group, number))

    @classmethod
    def named(cls, name: str, *, system: int | str = 0) -> ReadingQualityCode:
        """Return the code of a subcategory by its name alone, in any case.

        Raises:
            CodeError: No subcategory has the name.
        """
        for pair, entry in quality_entries().items():
            if name.lower() in {entry.name.lower(), *map(str.lower, entry.aliases)}:
                return cls((QualitySystem(system), *pair))
        raise CodeError(
            f"no reading quality is named {name!r}; search for words with cim.codes.search", field="subCategory"
        )

    @classmethod
    def find(cls, words: str, *, system: int | str = 0, limit: int = 10) -> list[ReadingQualityCode]:
        """Return the listed codes that fit some words, best first."""
        from .searching import search

        hits = search(words, schemes=["reading_quality"], limit=limit)
        return [cls((QualitySystem(system), *_pair(hit.code.removeprefix("*.")))) for hit in hits]

    @property
    def system(self) -> QualitySystem:
        """The kind of system that judged."""
        return QualitySystem(self.numbers[0])

    @property
    def category(self) -> QualityCategory:
        """The kind of judgement."""
        return QualityCategory(self.numbers[1])

    @property
    def sub_category(self) -> int:
        """The number of the judgement within its category."""
        return self.numbers[2]

    @property
    def entry(self) -> Entry | None:
        """What the list says of category and subcategory, None when it has none."""
        return quality_entries().get((self.numbers[1], self.numbers[2]))

    @property
    def is_listed(self) -> bool:
        """Whether the subcategory is one of the standard's; those of vendors and utilities are not."""
        return self.entry is not None and self.entry.edition == "2" and self.system.is_known

    @property
    def name(self) -> str:
        """The CIM name of the subcategory, ``unknown(8.77)`` without one."""
        return self.entry.name if self.entry else f"unknown({self.numbers[1]}.{self.numbers[2]})"

    @property
    def is_valid(self) -> bool:
        """Whether the code says that the value can be used as it is."""
        return self.category == QualityCategory("valid")

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is unusual: numbers that no list has, and those of vendors."""
        found = []
        if not self.system.is_known:
            found.append(Remark("system", f"{self.numbers[0]} is in no table"))
        if self.entry is None:
            found.append(Remark("subCategory", f"{self.numbers[1]}.{self.numbers[2]} is in no table"))
        elif self.entry.edition != "2":
            found.append(Remark("subCategory", f"{self.entry.code} is not of the standard ({self.entry.edition})"))
        return tuple(found)

    def describe(self) -> str:
        """Return who judged, and how, in one line."""
        start = f"{self.system.phrase}: {self.category.phrase}"
        if self.entry is None:
            return f"{start}, unknown subcategory {self.numbers[2]}"
        return f"{start}, {self.entry.gloss}"

    def __str__(self) -> str:
        return ".".join(map(str, self.numbers))

    def __repr__(self) -> str:
        return f"ReadingQualityCode({str(self)!r})"


def _named(name: str, group: QualityCategory) -> int:
    """Return the number of a subcategory by its name, in any case, or by its number as text."""
    if name.isascii() and name.isdigit() and len(name) <= _DIGITS:
        return int(name)
    known = {pair[1]: entry for pair, entry in quality_entries().items() if pair[0] == group}
    for number, entry in known.items():
        if name.lower() in {entry.name.lower(), *map(str.lower, entry.aliases)}:
            return number
    names = ", ".join(entry.name for entry in known.values())
    raise CodeError(f"{name!r} is no subcategory of {group}; expected one of {names or 'none'}", field="subCategory")


def _parse(text: str) -> ReadingQualityCode:
    return ReadingQualityCode(_numbers.parsed(text, _NAMES, _WHAT))


ReadingQualityCode.parse = _numbers.Seen(_parse).__getitem__
