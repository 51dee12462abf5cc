"""Compares two folders of XSD files by element path, whatever their types are called and wherever they are declared."""

from __future__ import annotations

import textwrap
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeAlias

import xmlschema
from attrs import define, field, frozen
from lxml import etree
from xmlschema import validators as xsd

__all__ = ["Comparison", "Difference", "What", "as_table", "compare"]

What: TypeAlias = Literal[
    "missing", "added", "type", "cardinality", "attributes", "order", "choice", "wildcard", "namespace", "enumeration"
]
_Member: TypeAlias = xsd.XsdElement | xsd.XsdAnyElement
_Key: TypeAlias = tuple[str, str]
_Above: TypeAlias = frozenset[tuple[int, int]]

_XS = "http://www.w3.org/2001/XMLSchema"
_XML = "http://www.w3.org/XML/1998/namespace"
_WIDTHS = (80, 11, 44, 44)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


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
    one, two, walk = _read(ours), _read(theirs), _Walk()
    for name in sorted(one.roots.keys() | two.roots.keys()):
        mine = one.find(name)
        yours = two.find(name, _split(mine.name)[0] if mine is not None else "")
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


def _split(name: str | None) -> tuple[str, str]:
    """Return the namespace and the local part of a name such as ``{urn:x}y``."""
    namespace, _, local = (name or "").rpartition("}")
    return namespace[1:], local


@frozen
class _Folder:
    """The global elements of a folder's schemas by local name, and those of them that are roots."""

    elements: dict[str, list[xsd.XsdElement]] = field(factory=dict)
    roots: dict[str, list[xsd.XsdElement]] = field(factory=dict)
    notes: list[str] = field(factory=list)

    def find(self, name: str, namespace: str = "") -> xsd.XsdElement | None:
        """Return the first declaration of a name, one of that namespace before others, a root before others."""
        found = self.roots.get(name) or self.elements.get(name, [])
        return min(found, key=lambda item: _split(item.name)[0] != namespace, default=None)


def _read(folder: Path) -> _Folder:
    """Read the schemas of a folder; a file that others include counts as a part of those."""
    if not folder.is_dir():
        raise ValueError(f"{folder}: no such folder")
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() == ".xsd" and path.is_file())
    if not files:
        raise ValueError(f"{folder}: no XSD file (*.xsd) in this folder")
    lines = {path.resolve().as_uri(): _check(path) for path in files}
    schemas = [_load(path) for path in files]
    included = {part.url for schema in schemas for part in schema.includes.values()}
    result, declared, seen = _Folder(), dict[_Key, xsd.XsdElement](), set[str | None]()
    for schema in sorted(schemas, key=lambda schema: schema.url in included):
        if schema.url not in included & seen:
            seen |= {part.url for part in schema.maps.schemas if part.target_namespace == schema.target_namespace}
            result.notes.extend(_notes(schema, lines))
            for element in schema.elements.values():
                declared.setdefault(_key(element), element)
    used = {_key(used) for element in declared.values() for used in _references(element)}
    for key in sorted(declared):
        result.elements.setdefault(key[0], []).append(declared[key])
        if key not in used:
            result.roots.setdefault(key[0], []).append(declared[key])
    if not result.roots:
        result.roots.update(result.elements)
    for name, found in result.roots.items():
        if len(found) > 1:
            places = ", ".join(Path(item.schema.filepath or "").name for item in found)
            result.notes.append(f"{folder}: {name} is declared by several files, of which one is compared: {places}")
    return result


def _check(path: Path) -> list[int]:
    """Make sure a file is an XML schema and return the lines its elements start in."""
    try:
        root = etree.fromstring(path.read_bytes(), _PARSER)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"{path}, line {error.lineno or 1}: not well-formed XML: {error.msg}") from error
    if root.tag != f"{{{_XS}}}schema":
        raise ValueError(f"{path}, line {root.sourceline}: no XML schema, its root element is {root.tag!s}")
    return [item.sourceline or 1 for item in root.iter("*")]


def _load(path: Path) -> xsd.XMLSchema10:
    """Load a schema and all it needs from files, never from the network."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return xsd.XMLSchema10(path.resolve().as_uri(), validation="lax", allow="local")
        except xmlschema.XMLSchemaException as error:
            raise ValueError(f"{path}: {' '.join(str(error).split())}") from error


def _notes(schema: xsd.XMLSchema10, lines: dict[str, list[int]]) -> Iterator[str]:
    """Yield what is wrong with a schema that could be read all the same."""
    for part in schema.maps.schemas:
        yield from (f"{part.filepath}: {' '.join(text.split())}" for text in part.warnings)
    for error in schema.all_errors:
        part = next((part for part in schema.maps.schemas if part.url == error.schema_url), schema)
        elements = [item for item in part.root.iter() if isinstance(item.tag, str)]
        places = [n for n, item in zip(lines.get(part.url or "", []), elements, strict=False) if item is error.elem]
        place = f", line {places[0]}" if places else ""
        yield f"{part.filepath}{place}: {error.message.splitlines()[0]}"


def _key(element: xsd.XsdElement) -> _Key:
    return element.local_name, element.schema.url or ""


def _references(element: xsd.XsdElement) -> Iterator[xsd.XsdElement]:
    """Yield the other global elements of the same namespace that stand somewhere inside an element."""
    todo, done = list[object]([element.type]), set[int]()
    while todo:
        item = todo.pop()
        if id(item) in done:
            continue
        done.add(id(item))
        if isinstance(item, xsd.XsdComplexType):
            todo.append(item.content)
        elif isinstance(item, xsd.XsdGroup):
            todo += item
        elif isinstance(item, xsd.XsdElement):
            todo.append(item.type)
            used = item.ref
            if used is not None and used is not element and used.target_namespace == element.target_namespace:
                yield used


@frozen
class _Group:
    """A model group: keys of members and further groups."""

    model: str
    occurs: str
    parts: tuple[str | _Group, ...]

    def parts_of(self, keep: set[str]) -> list[str]:
        """Return the kept members as texts, with groups that change nothing dissolved."""
        result: list[str] = []
        for part in self.parts:
            if isinstance(part, str):
                result += [part] if part in keep else []
                continue
            inside = part.parts_of(keep)
            single = part.model == "sequence" and len(inside) == 1
            if part.occurs == "1..1" and (part.model == self.model or single):
                result += inside
            elif inside:
                between = " | " if part.model == "choice" else ", "
                result.append(f"{part.model} {part.occurs} ({between.join(inside)})")
        return result if self.model == "sequence" else sorted(result)


@frozen
class _Shape:
    """What a type says, without its name: simple content, attributes and members in their order."""

    label: str
    values: frozenset[str] | None
    attributes: dict[str, str]
    other_attributes: str
    members: dict[str, _Member]
    content: _Group


def _shape(kind: xsd.XsdType) -> _Shape:
    members: dict[str, _Member] = {}
    group = _Group("sequence", "1..1", ())
    if not isinstance(kind, xsd.XsdComplexType):
        return _Shape(_label(kind), _values(kind), {}, "", members, group)
    if kind.name == f"{{{_XS}}}anyType":
        return _Shape("anyType", None, {}, "", members, group)
    attributes: dict[str, str] = {}
    others = ""
    for name, item in kind.attributes.items():
        if isinstance(item, xsd.XsdAnyAttribute):
            others = _wildcard(item)
        elif item.use != "prohibited":
            values = _values(item.type)
            options = f" ({' | '.join(sorted(values))})" if values is not None else ""
            attributes[_attribute(name or "", kind)] = f"{_label(item.type)}{options} {item.use}"
    if isinstance(kind.content, xsd.XsdGroup):
        group = _Group("sequence", "1..1", (_group(kind.content, members),))
        return _Shape("mixed" if kind.mixed else "complex", None, attributes, others, members, group)
    return _Shape(_label(kind.content), _values(kind.content), attributes, others, members, group)


def _group(group: xsd.XsdGroup, members: dict[str, _Member]) -> _Group:
    """Turn a group into plain values and enter its elements and wildcards under keys such as ``a``, ``a[2]``, ``*``."""
    parts: list[str | _Group] = []
    for item in group:
        if item.max_occurs == 0:
            continue
        if isinstance(item, xsd.XsdGroup):
            parts.append(_group(item, members))
        else:
            name = item.local_name if isinstance(item, xsd.XsdElement) else "*"
            number = 1
            while (key := name if number == 1 else f"{name}[{number}]") in members:
                number += 1
            members[key] = item
            parts.append(key)
    return _Group(group.model, _occurs(group), tuple(parts))


def _occurs(item: xsd.XsdGroup | _Member) -> str:
    return f"{item.min_occurs}..{'*' if item.max_occurs is None else item.max_occurs}"


def _attribute(name: str, kind: xsd.XsdType) -> str:
    namespace, local = _split(name)
    prefixes = {"": "", _XML: "xml:", kind.target_namespace: "tns:"}
    return prefixes.get(namespace, f"{{{namespace}}}") + local


def _wildcard(item: _Member | xsd.XsdAnyAttribute | None) -> str:
    if not isinstance(item, xsd.XsdAnyElement | xsd.XsdAnyAttribute):
        return ""
    known = {item.target_namespace: "##targetNamespace", "": "##local"}
    spaces = sorted(known.get(space, space) for space in item.namespace)
    occurs = f" {_occurs(item)}" if isinstance(item, xsd.XsdAnyElement) else ""
    return f"{' '.join(spaces)} {item.process_contents}{occurs}"


def _label(kind: object) -> str:
    """Return the built-in type a simple type comes from, or what it is a list or a union of."""
    while isinstance(kind, xsd.XsdSimpleType):
        namespace, local = _split(kind.name)
        if namespace == _XS:
            return local
        if isinstance(kind, xsd.XsdList):
            return f"list of {_label(kind.item_type)}"
        if isinstance(kind, xsd.XsdUnion):
            return f"union of {', '.join(sorted({_label(item) for item in kind.member_types}))}"
        kind = kind.base_type
    return "anySimpleType"


def _values(kind: object) -> frozenset[str] | None:
    """Return the values of an enumeration, those of a union's parts together, or None where any value will do."""
    if not isinstance(kind, xsd.XsdSimpleType):
        return None
    if kind.enumeration is not None:
        return frozenset(str(value) for value in kind.enumeration)
    if isinstance(kind, xsd.XsdList):
        return _values(kind.item_type)
    if not isinstance(kind, xsd.XsdUnion):
        return _values(kind.base_type) if _split(kind.name)[0] != _XS else None
    parts = [_values(item) for item in kind.member_types]
    closed = frozenset[str]().union(*(part for part in parts if part is not None))
    return (closed | {"(others)"} if None in parts else closed) if closed else None


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
    _shapes: dict[int, _Shape] = field(factory=dict)

    def root(self, ours: xsd.XsdElement, theirs: xsd.XsdElement) -> None:
        self._name, self._namespaces = ours.local_name, set()
        self._element(self._name, ours, theirs, frozenset())

    def _note(self, path: str, what: What, ours: str, theirs: str) -> None:
        if ours != theirs:
            self.found.append(Difference(self._name, path, what, ours, theirs))

    def _shape(self, element: xsd.XsdElement) -> _Shape:
        if id(element.type) not in self._shapes:
            self._shapes[id(element.type)] = _shape(element.type)
        return self._shapes[id(element.type)]

    def _element(self, path: str, ours: xsd.XsdElement, theirs: xsd.XsdElement, above: _Above) -> None:
        self.paths += 1
        spaces = _split(ours.name)[0], _split(theirs.name)[0]
        if spaces not in self._namespaces:
            self._namespaces.add(spaces)
            self._note(path, "namespace", spaces[0], spaces[1])
        self._note(path, "cardinality", _occurs(ours), _occurs(theirs))
        one, two = self._shape(ours), self._shape(theirs)
        self._simple(path, one, two)
        pair = id(ours.type), id(theirs.type)
        if pair not in above and (one.label == two.label or (one.members and two.members)):
            self._members(path, one, two, above | {pair})
            self._groups(path, one, two)

    def _simple(self, path: str, one: _Shape, two: _Shape) -> None:
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

    def _members(self, path: str, one: _Shape, two: _Shape, above: _Above) -> None:
        for key in one.members | two.members:
            ours, theirs, below = one.members.get(key), two.members.get(key), f"{path}/{key}"
            if isinstance(ours, xsd.XsdElement) and isinstance(theirs, xsd.XsdElement):
                self._element(below, ours, theirs, above)
            elif isinstance(ours, xsd.XsdElement):
                self._note(below, "missing", f"{self._shape(ours).label} {_occurs(ours)}", "")
            elif isinstance(theirs, xsd.XsdElement):
                keys = list(two.members)
                place = f"after {keys[keys.index(key) - 1]}" if keys[0] != key else "first"
                self._note(below, "added", "", f"{self._shape(theirs).label} {_occurs(theirs)} {place}")
            else:
                self._note(below, "wildcard", _wildcard(ours), _wildcard(theirs))

    def _groups(self, path: str, one: _Shape, two: _Shape) -> None:
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
