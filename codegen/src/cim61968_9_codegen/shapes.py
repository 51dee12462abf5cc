"""Reads the schemas of a folder, and says what their types consist of whatever they are called."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import xmlschema
from attrs import field, frozen
from lxml import etree
from xmlschema import validators as xsd

__all__ = ["Folder", "Member", "Shape", "occurs", "read", "shape", "split", "wildcard"]

Member: TypeAlias = xsd.XsdElement | xsd.XsdAnyElement
_Key: TypeAlias = tuple[str, str]

_XS = "http://www.w3.org/2001/XMLSchema"
_XML = "http://www.w3.org/XML/1998/namespace"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def split(name: str | None) -> tuple[str, str]:
    """Return the namespace and the local part of a name such as ``{urn:x}y``."""
    namespace, _, local = (name or "").rpartition("}")
    return namespace[1:], local


@frozen
class Folder:
    """The global elements of a folder's schemas by local name, and those of them that are roots."""

    elements: dict[str, list[xsd.XsdElement]] = field(factory=dict)
    roots: dict[str, list[xsd.XsdElement]] = field(factory=dict)
    notes: list[str] = field(factory=list)

    def find(self, name: str, namespace: str = "") -> xsd.XsdElement | None:
        """Return the first declaration of a name, one of that namespace before others, a root before others."""
        found = self.roots.get(name) or self.elements.get(name, [])
        return min(found, key=lambda item: split(item.name)[0] != namespace, default=None)


def read(folder: Path) -> Folder:
    """Read the schemas of a folder; a file that others include counts as a part of those."""
    if not folder.is_dir():
        raise ValueError(f"{folder}: no such folder")
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() == ".xsd" and path.is_file())
    if not files:
        raise ValueError(f"{folder}: no XSD file (*.xsd) in this folder")
    lines = {path.resolve().as_uri(): _check(path) for path in files}
    schemas = [_load(path) for path in files]
    included = {part.url for schema in schemas for part in schema.includes.values()}
    result, declared, seen = Folder(), dict[_Key, xsd.XsdElement](), set[str | None]()
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
class Shape:
    """What a type says, without its name: simple content, attributes and members in their order."""

    label: str
    values: frozenset[str] | None
    attributes: dict[str, str]
    other_attributes: str
    members: dict[str, Member]
    content: _Group


def shape(kind: xsd.XsdType) -> Shape:
    """Return what a type says."""
    members: dict[str, Member] = {}
    group = _Group("sequence", "1..1", ())
    if not isinstance(kind, xsd.XsdComplexType):
        return Shape(_label(kind), _values(kind), {}, "", members, group)
    if kind.name == f"{{{_XS}}}anyType":
        return Shape("anyType", None, {}, "", members, group)
    attributes: dict[str, str] = {}
    others = ""
    for name, item in kind.attributes.items():
        if isinstance(item, xsd.XsdAnyAttribute):
            others = wildcard(item)
        elif item.use != "prohibited":
            values = _values(item.type)
            options = f" ({' | '.join(sorted(values))})" if values is not None else ""
            attributes[_attribute(name or "", kind)] = f"{_label(item.type)}{options} {item.use}"
    if isinstance(kind.content, xsd.XsdGroup):
        group = _Group("sequence", "1..1", (_group(kind.content, members),))
        return Shape("mixed" if kind.mixed else "complex", None, attributes, others, members, group)
    return Shape(_label(kind.content), _values(kind.content), attributes, others, members, group)


def _group(group: xsd.XsdGroup, members: dict[str, Member]) -> _Group:
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
    return _Group(group.model, occurs(group), tuple(parts))


def occurs(item: xsd.XsdGroup | Member) -> str:
    """Return a cardinality as text, such as ``0..*``."""
    return f"{item.min_occurs}..{'*' if item.max_occurs is None else item.max_occurs}"


def _attribute(name: str, kind: xsd.XsdType) -> str:
    namespace, local = split(name)
    prefixes = {"": "", _XML: "xml:", kind.target_namespace: "tns:"}
    return prefixes.get(namespace, f"{{{namespace}}}") + local


def wildcard(item: Member | xsd.XsdAnyAttribute | None) -> str:
    """Return what a wildcard allows as text, empty for what is none."""
    if not isinstance(item, xsd.XsdAnyElement | xsd.XsdAnyAttribute):
        return ""
    known = {item.target_namespace: "##targetNamespace", "": "##local"}
    spaces = sorted(known.get(space, space) for space in item.namespace)
    often = f" {occurs(item)}" if isinstance(item, xsd.XsdAnyElement) else ""
    return f"{' '.join(spaces)} {item.process_contents}{often}"


def _label(kind: object) -> str:
    """Return the built-in type a simple type comes from, or what it is a list or a union of."""
    while isinstance(kind, xsd.XsdSimpleType):
        namespace, local = split(kind.name)
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
        return _values(kind.base_type) if split(kind.name)[0] != _XS else None
    parts = [_values(item) for item in kind.member_types]
    closed = frozenset[str]().union(*(part for part in parts if part is not None))
    return (closed | {"(others)"} if None in parts else closed) if closed else None
