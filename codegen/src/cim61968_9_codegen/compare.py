"""Compares two folders of XSD files by element path, whatever their types are called and wherever they are declared."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Literal, TypeAlias

from attrs import define, field, frozen
from xmlschema import validators as xsd

from .shapes import Shape, occurs, read, shape, split, wildcard

__all__ = ["Comparison", "Difference", "What", "as_table", "compare"]

What: TypeAlias = Literal[
    "missing", "added", "type", "cardinality", "attributes", "order", "choice", "wildcard", "namespace", "enumeration"
]
_Above: TypeAlias = frozenset[tuple[int, int]]

_WIDTHS = (80, 11, 44, 44)


@frozen(order=True)
class Difference:
    """One thing in which two declarations of an element differ.

    An empty text stands for something that side does not have. ``enumeration`` and ``attributes`` name only what
    differs, ``choice`` and ``order`` only members both sides have; ``choice`` speaks of every group that is not a plain
    sequence.
    """

    root: str
    path: str
    what: What
    ours: str
    theirs: str


@frozen
class Comparison:
    """What two folders of schemas have in common and where they differ.

    ``paths`` counts the element paths both sides have; ``notes`` are remarks on the schemas themselves, such as a
    root that several files declare or a reference that leads nowhere.
    """

    differences: tuple[Difference, ...]
    paths: int
    only_ours: tuple[str, ...]
    only_theirs: tuple[str, ...]
    notes: tuple[str, ...] = ()


def compare(ours: Path, theirs: Path) -> Comparison:
    """Compare the schemas of two folders, paired by the local name of their root elements.

    A root is a global element that no other element of its schema refers to. Type names, texts, facets other than
    enumerations, default values and identity constraints do not matter.

    Raises:
        ValueError: A folder is missing or has no XSD file, or a file is no XML schema or not well-formed.
    """
    one, two, walk = read(ours), read(theirs), _Walk()
    for name in sorted(one.roots.keys() | two.roots.keys()):
        mine = one.find(name)
        yours = two.find(name, split(mine.name)[0] if mine is not None else "")
        if mine is not None and yours is not None:
            walk.root(mine, yours)
    notes = [*one.notes, *two.notes]
    if not walk.paths:
        notes.append("no root element is declared on both sides")
    return Comparison(
        differences=tuple(sorted(walk.found)),
        paths=walk.paths,
        only_ours=tuple(sorted(one.roots.keys() - two.elements.keys())),
        only_theirs=tuple(sorted(two.roots.keys() - one.elements.keys())),
        notes=tuple(dict.fromkeys(notes)),
    )


def as_table(comparison: Comparison) -> str:
    """Return the differences as aligned columns of text, then the remarks and one line that sums up."""
    lines: list[str] = []
    if comparison.differences:
        rows = [("path", "what", "ours", "theirs")]
        rows += [(item.path, item.what, item.ours or "-", item.theirs or "-") for item in comparison.differences]
        short = [[_short(text, width) for text, width in zip(row, _WIDTHS, strict=True)] for row in rows]
        widths = [max(map(len, column)) for column in zip(*short, strict=True)]
        short.insert(1, ["-" * width for width in widths])
        lines += (
            "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in short
        )
        lines.append("")
    for label, roots in (("only here", comparison.only_ours), ("only there", comparison.only_theirs)):
        if roots:
            lines += textwrap.wrap(f"{label}: {', '.join(roots)}", 120, subsequent_indent="  ")
    lines += [f"note: {note}" for note in comparison.notes]
    here, there = len(comparison.only_ours), len(comparison.only_theirs)
    counts = (_count(comparison.paths, "path") + " compared", _count(len(comparison.differences), "difference"))
    lines.append(", ".join((*counts, f"{_count(here, 'root')} only here", f"{_count(there, 'root')} only there")))
    return "\n".join(lines)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _short(text: str, width: int) -> str:
    text = " ".join(text.split())
    left = (width - 1) // 2
    return text if len(text) <= width else f"{text[:left]}…{text[left + 1 - width :]}"


def _excess(values: frozenset[str] | None, others: frozenset[str] | None) -> str:
    """Return the values the other side lacks as text."""
    if values is None:
        return "" if others is None else "any value"
    return ", ".join(sorted(values - (others or frozenset())))


@define
class _Walk:
    """Goes down two declarations of the same root side by side and collects where they differ."""

    found: list[Difference] = field(factory=list)
    paths: int = 0
    _name: str = ""
    _namespaces: set[tuple[str, str]] = field(factory=set)
    _shapes: dict[int, Shape] = field(factory=dict)

    def root(self, ours: xsd.XsdElement, theirs: xsd.XsdElement) -> None:
        self._name, self._namespaces = ours.local_name, set()
        self._element(self._name, ours, theirs, frozenset())

    def _note(self, path: str, what: What, ours: str, theirs: str) -> None:
        if ours != theirs:
            self.found.append(Difference(self._name, path, what, ours, theirs))

    def _shape(self, element: xsd.XsdElement) -> Shape:
        if id(element.type) not in self._shapes:
            self._shapes[id(element.type)] = shape(element.type)
        return self._shapes[id(element.type)]

    def _element(self, path: str, ours: xsd.XsdElement, theirs: xsd.XsdElement, above: _Above) -> None:
        self.paths += 1
        spaces = split(ours.name)[0], split(theirs.name)[0]
        if spaces not in self._namespaces:
            self._namespaces.add(spaces)
            self._note(path, "namespace", spaces[0], spaces[1])
        self._note(path, "cardinality", occurs(ours), occurs(theirs))
        one, two = self._shape(ours), self._shape(theirs)
        self._simple(path, one, two)
        pair = id(ours.type), id(theirs.type)
        if pair not in above and (one.label == two.label or (one.members and two.members)):
            self._members(path, one, two, above | {pair})
            self._groups(path, one, two)

    def _simple(self, path: str, one: Shape, two: Shape) -> None:
        self._note(path, "type", one.label, two.label)
        self._note(path, "enumeration", _excess(one.values, two.values), _excess(two.values, one.values))
        names = sorted(one.attributes.keys() | two.attributes.keys())
        changed = [name for name in names if one.attributes.get(name) != two.attributes.get(name)]
        texts = [
            ", ".join(f"{name} {side.attributes[name]}" for name in changed if name in side.attributes)
            for side in (one, two)
        ]
        self._note(path, "attributes", texts[0], texts[1])
        self._note(f"{path}/@*", "wildcard", one.other_attributes, two.other_attributes)

    def _members(self, path: str, one: Shape, two: Shape, above: _Above) -> None:
        for key in one.members | two.members:
            ours, theirs, below = one.members.get(key), two.members.get(key), f"{path}/{key}"
            if isinstance(ours, xsd.XsdElement) and isinstance(theirs, xsd.XsdElement):
                self._element(below, ours, theirs, above)
            elif isinstance(ours, xsd.XsdElement):
                self._note(below, "missing", f"{self._shape(ours).label} {occurs(ours)}", "")
            elif isinstance(theirs, xsd.XsdElement):
                keys = list(two.members)
                place = f"after {keys[keys.index(key) - 1]}" if keys[0] != key else "first"
                self._note(below, "added", "", f"{self._shape(theirs).label} {occurs(theirs)} {place}")
            else:
                self._note(below, "wildcard", wildcard(ours), wildcard(theirs))

    def _groups(self, path: str, one: Shape, two: Shape) -> None:
        """Compare the groups and the order of what both sides have."""
        common = one.members.keys() & two.members.keys()
        ours, theirs = one.content.parts_of(common), two.content.parts_of(common)
        here = [text for text in ours if text not in theirs and text not in common]
        there = [text for text in theirs if text not in ours and text not in common]
        if here or there:
            self._note(path, "choice", "; ".join(here) or "sequence", "; ".join(there) or "sequence")
        a, b = [text for text in ours if text in theirs], [text for text in theirs if text in ours]
        while a and b and a[0] == b[0]:
            a, b = a[1:], b[1:]
        while a and b and a[-1] == b[-1]:
            a, b = a[:-1], b[:-1]
        self._note(path, "order", ", ".join(a), ", ".join(b))
