"""What the generator knows of a schema: plain values, free of XSD and of Python syntax."""

from __future__ import annotations

from pathlib import Path

from attrs import define, field, frozen

__all__ = ["Choice", "ClassDef", "EnumDef", "MemberDef", "SchemaDef"]


@frozen
class Choice:
    """The choice group a member belongs to.

    ``group`` numbers the groups of a class; ``repeats`` tells whether the group may occur again and again, so that its
    members may come in any order.
    """

    group: int
    repeats: bool


@frozen
class MemberDef:
    """One element, attribute, text content or wildcard of a class.

    ``type`` is ``xs:NAME`` for a built-in type, ``@ref`` for an element that has nothing but an attribute ``ref``,
    ``any`` for a wildcard, else the name of a class or enumeration of the same schema. ``high`` is None when there is
    no upper bound.
    """

    tag: str
    type: str
    kind: str = "element"
    low: int = 0
    high: int | None = 1
    choice: Choice | None = None
    default: str | None = None
    doc: str = ""
    cim: str | None = None
    confidence: str | None = None


@frozen
class EnumDef:
    """A simple type with a closed list of values, each with its text."""

    name: str
    values: tuple[tuple[str, str], ...]
    doc: str = ""


@frozen
class ClassDef:
    """A complex type; ``open`` when it may carry attributes that it does not name."""

    name: str
    members: tuple[MemberDef, ...]
    doc: str = ""
    cim: str | None = None
    open: bool = False


@define
class SchemaDef:
    """One schema file: its namespace, root elements, types and what its annotation says of it."""

    name: str
    namespace: str
    sha256: str = ""
    roots: dict[str, str] = field(factory=dict)
    classes: dict[str, ClassDef] = field(factory=dict)
    enums: dict[str, EnumDef] = field(factory=dict)
    doc: str = ""
    edition: str = ""
    confidence: str = ""
    evidence: str = ""
    estimate: str = ""
    path: Path = field(factory=Path)
