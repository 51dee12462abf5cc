"""Entries of the code tables, and numbers that know their entry.

>>> from cim61968_9.codes import Accumulation
>>> Accumulation(4), Accumulation("deltaData"), Accumulation.deltaData
(Accumulation.deltaData, Accumulation.deltaData, Accumulation.deltaData)
>>> Accumulation(164), Accumulation(164).is_known
(Accumulation.unknown(164), False)
>>> [value.name for value in Accumulation][:3]
['none', 'bulkQuantity', 'continuousCumulative']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from threading import Lock
from types import MappingProxyType
from typing import Any, ClassVar, Literal, Self

from attrs import field, frozen

from ..errors import CodeError
from ._tables import table

__all__ = ["CodeValue", "Confidence", "Entry"]

Confidence = Literal["confirmed", "single", "derived", ""]
_SHARED = ("code", "name", "gloss", "confidence", "edition", "phrase", "aliases", "published", "made")
_LOADING = Lock()
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


@frozen(kw_only=True)
class Entry:
    """What a table says of one code.

    ``name`` is an identifier; ``published`` is the spelling of the sources where it differs, and ``made`` tells that
    the sources have no name, so that it is ours. ``confidence`` is ``confirmed`` when two unrelated sources have it,
    ``single`` for one, ``derived`` for what was concluded. ``edition`` is 2, or ``vendor``, ``extension`` or ``espi``
    for what is outside of the standard. ``phrase`` stands in sentences.
    """

    code: int | str
    name: str
    gloss: str
    confidence: Confidence = "confirmed"
    edition: str = "2"
    phrase: str = ""
    aliases: tuple[str, ...] = ()
    published: str = ""
    made: bool = False
    more: Mapping[str, Any] = field(factory=lambda: MappingProxyType({}), repr=False, hash=False)
    """What only this table has, such as ``minutes`` of measuring periods."""

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """Make the entry of a row."""
        shared = {key: row[key] for key in _SHARED if key in row}
        shared["aliases"] = tuple(row.get("aliases", ()))
        shared["phrase"] = row.get("phrase") or spoken(row["name"])
        rest = {key: value for key, value in row.items() if key not in _SHARED}
        return cls(**shared, more=MappingProxyType(rest))


def spoken(name: str) -> str:
    """Return a CIM name as words: ``batteryLow`` is ``battery low``."""
    return " ".join(word if word.isupper() and len(word) > 1 else word.lower() for word in _WORD.findall(name))


class _Values(type):
    """Lets a class of values be used like an enumeration: by name, in loops, with ``len`` and ``in``."""

    _entries: dict[int, Entry]
    _numbers: dict[str, int]
    _made: dict[int, Any]
    _source: tuple[str, str]
    _any_case: bool

    def _load(cls) -> None:
        entries = {int(row["code"]): Entry.of(row) for row in table(*cls._source)}
        numbers: dict[str, int] = {}
        for number, entry in entries.items():
            for name in (entry.name, entry.published, *entry.aliases):
                if name:
                    numbers.setdefault(name, number)
        if cls._any_case:
            for name, number in tuple(numbers.items()):
                numbers.setdefault(name.lower(), number)
        numbers |= {entry.name: number for number, entry in entries.items()}
        with _LOADING:
            if "_entries" not in cls.__dict__:
                cls._numbers, cls._made = numbers, {}
                cls._entries = entries  # last, as it tells that the rest is there

    def __getattr__(cls, name: str) -> Any:
        if name in {"_entries", "_numbers", "_made"} and "_source" in cls.__dict__:
            cls._load()
            return type.__getattribute__(cls, name)
        if name.startswith("_") or "_source" not in cls.__dict__:
            raise AttributeError(f"type object {cls.__name__!r} has no attribute {name!r}")
        for number, entry in cls._entries.items():
            if entry.name == name:
                return cls(number)
        raise AttributeError(f"{cls.__name__} has no value {name!r}")

    def __iter__(cls) -> Iterator[Any]:
        return (cls(number) for number in cls._entries)

    def __len__(cls) -> int:
        return len(cls._entries)

    def __bool__(cls) -> bool:
        return True

    def __contains__(cls, item: object) -> bool:
        if isinstance(item, str):
            return item in cls._numbers or (cls._any_case and item.lower() in cls._numbers)
        return isinstance(item, int) and item in cls._entries

    def __getitem__(cls, name: str) -> Any:
        return cls(name)

    def __dir__(cls) -> list[str]:
        return [*super().__dir__(), *(entry.name for entry in cls._entries.values())]


class CodeValue(int, metaclass=_Values):
    """A number of a code with its meaning: an open enumeration.

    It is made of a number, known or not, or of a name, which must be known. It equals its number, and prints as its
    name.
    """

    _source: ClassVar[tuple[str, str]]
    _any_case: ClassVar[bool] = True
    """Whether names are found in any case; not where case tells them apart, as in units."""
    __slots__ = ()

    def __new__(cls, value: int | str) -> Self:
        """Return the value of a number or a name."""
        number = cls._number(value)
        made = cls._made.get(number)
        if made is None:
            made = super().__new__(cls, number)
            if number in cls._entries:
                made = cls._made.setdefault(number, made)
        return made

    @classmethod
    def _number(cls, value: int | str) -> int:
        if isinstance(value, CodeValue) and not isinstance(value, cls):
            raise CodeError(f"{value!r} is no {cls.what()}: expected a number or a name of its own", field=cls.__name__)
        if isinstance(value, int):
            return int(value)
        if not isinstance(value, str):
            raise CodeError(f"{value!r} is no {cls.what()}: expected a number or a name", field=cls.__name__)
        text = value.strip()
        number = cls._numbers.get(text)
        if number is None and cls._any_case:
            number = cls._numbers.get(text.lower())
        if number is None and re.fullmatch(r"-?[0-9]{1,40}", text):
            number = int(text)
        if number is None:
            raise CodeError(
                f"{value!r} is no {cls.what()}; expected a number or one of {cls._some()}", field=cls.__name__
            )
        return number

    @classmethod
    def what(cls) -> str:
        """Return what the values are, in words."""
        return spoken(cls.__name__)

    @classmethod
    def _some(cls) -> str:
        names = [entry.name for entry in cls._entries.values()]
        return ", ".join(names[:8]) + (f" and {len(names) - 8} more" if len(names) > 8 else "")

    @property
    def entry(self) -> Entry | None:
        """What the table says, None for an unknown number."""
        return type(self)._entries.get(int(self))

    @property
    def is_known(self) -> bool:
        """Whether the table has the number."""
        return self.entry is not None

    @property
    def name(self) -> str:
        """The CIM name, ``unknown(164)`` for a number without one."""
        return self.entry.name if self.entry else f"unknown({int(self)})"

    @property
    def gloss(self) -> str:
        """What it means, empty for an unknown number."""
        return self.entry.gloss if self.entry else ""

    @property
    def phrase(self) -> str:
        """The words for it in a sentence."""
        if self.entry is None:
            return f"unknown {self.what()} {int(self)}"
        return self.entry.phrase

    @property
    def confidence(self) -> Confidence:
        """How sure the entry is, empty for an unknown number."""
        return self.entry.confidence if self.entry else ""

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __str__(self) -> str:
        return self.name

    def __reduce__(self) -> tuple[type[Self], tuple[int]]:
        return type(self), (int(self),)
