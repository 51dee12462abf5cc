"""What every message class is made of: the base class, the field table, open enumerations.

Generated modules import from here, those of this library as well as those that ``cim61968-9-codegen build`` makes from
a user's own schemas.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from math import isnan
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, Self

from attrs import define, field

from .showing import Shown
from .xml.foreign import Foreign
from .xml.values import QualifiedName

if TYPE_CHECKING:
    from .showing.tree import Tree

__all__ = ["Element", "Member", "OpenEnum", "XmlType"]


class Member(NamedTuple):
    """How one attribute of a class stands in XML.

    ``type`` is ``xs:NAME`` for a built-in type, ``@ref`` for an element with nothing but an attribute ``ref``, ``any``
    for a wildcard (``tag`` is then its namespace constraint), else the name of a class of the same module. ``high`` is
    None when there is no upper bound; members of a ``choice`` that ``repeats`` may come in any order.
    """

    name: str
    tag: str
    type: str
    kind: Literal["element", "attribute", "text", "any"] = "element"
    low: int = 0
    high: int | None = 1
    choice: int | None = None
    repeats: bool = False
    default: str | None = None

    @property
    def is_list(self) -> bool:
        """Whether the attribute is a list."""
        return self.high != 1


class XmlType:
    """The field table of a class: its name in the schema and its members in the order of the wire.

    ``any_attribute`` says that attributes beyond those of the table are valid; they are kept as foreign content.
    """

    def __init__(self, name: str, members: tuple[Member, ...], *, any_attribute: bool = False) -> None:
        self.name = name
        self.members = members
        self.any_attribute = any_attribute

    def __repr__(self) -> str:
        return f"<XmlType {self.name}: {', '.join(member.tag for member in self.members)}>"

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the Python attributes, in order."""
        return tuple(member.name for member in self.members)

    @cached_property
    def elements(self) -> dict[str, Member]:
        """The child elements by local name."""
        return {member.tag: member for member in self.members if member.kind == "element"}

    @cached_property
    def attributes(self) -> dict[str, Member]:
        """The XML attributes by name."""
        return {member.tag: member for member in self.members if member.kind == "attribute"}

    @cached_property
    def text(self) -> Member | None:
        """The member that holds the text content, for a class that has no child elements."""
        return next((member for member in self.members if member.kind == "text"), None)

    @cached_property
    def wildcard(self) -> Member | None:
        """The member that takes elements of other namespaces."""
        return next((member for member in self.members if member.kind == "any"), None)

    @cached_property
    def choices(self) -> tuple[tuple[Member, ...], ...]:
        """The groups of members of which only one may be there."""
        groups: dict[int, list[Member]] = {}
        for member in self.members:
            if member.choice is not None and not member.repeats:
                groups.setdefault(member.choice, []).append(member)
        return tuple(tuple(group) for group in groups.values())

    @cached_property
    def position(self) -> dict[str, int]:
        """The place of each member in the sequence; the members of a repeating choice share one."""
        places: dict[str, int] = {}
        groups: dict[int, int] = {}
        for number, member in enumerate(self.members, 1):
            if member.repeats and member.choice is not None:
                places[member.name] = groups.setdefault(member.choice, number)
            else:
                places[member.name] = number
        return places


@define(slots=True, kw_only=True, repr=False, eq=False)
class Element(Shown):
    """Base of all message classes.

    Members are keyword arguments; those the schema requires must be given. Comparison is by value, foreign content
    included.
    """

    __xml__: ClassVar[XmlType]

    foreign: Foreign | None = field(default=None, repr=False)
    """Content that was read and that the schema does not know; it is written back in its place."""

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return all(_same(getattr(self, name), getattr(other, name)) for name in (*self.__xml__.names, "foreign"))

    __hash__: ClassVar[None] = None  # type: ignore[assignment]  # objects can change

    def tree(self, *, depth: int | None = None, items: int = 3, lines: int = 400) -> Tree:
        """Return what is in it as a tree of lines, with codes explained.

        ``depth`` is how many levels are shown, ``items`` how many entries of each list, ``lines`` about how many lines
        in all; what is left out is counted.
        """
        from .showing.tree import tree

        return tree(self, depth=depth, items=items, lines=lines)


def _same(one: Any, other: Any) -> bool:
    """Compare values of a member in the value space of XML Schema: NaN is NaN, and prefixes of names do not matter."""
    if isinstance(one, QualifiedName) and isinstance(other, str):
        return one.same_name(other)
    return (
        one is other
        or one == other
        or (isinstance(one, float) and isinstance(other, float) and isnan(one) and isnan(other))
    )


class OpenEnum(StrEnum):
    """An enumeration that keeps a value it does not know instead of refusing it.

    Such a value compares and prints as its text; :attr:`is_known` tells it from the values of the schema.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = value
        unknown._value_ = value
        return unknown

    @property
    def is_known(self) -> bool:
        """Whether the schema lists this value."""
        return self._value_ in type(self)._value2member_map_

    def __repr__(self) -> str:
        if self.is_known:
            return f"{type(self).__name__}.{self._name_}"
        return f"{type(self).__name__}({self._value_!r})"
