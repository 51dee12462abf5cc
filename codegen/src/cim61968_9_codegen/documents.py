"""Schema files, what they include and import, and where their declarations are found. Nothing is fetched."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from attrs import field, frozen
from lxml import etree

__all__ = ["XS", "Component", "Document", "Library", "Part", "QName", "Vocabulary", "below"]

XS = "{http://www.w3.org/2001/XMLSchema}"
KINDS = {
    f"{XS}complexType": "type",
    f"{XS}simpleType": "type",
    f"{XS}element": "element",
    f"{XS}group": "group",
    f"{XS}attributeGroup": "attributeGroup",
    f"{XS}attribute": "attribute",
}
"""The space of names that each global declaration belongs to."""
_XML = "http://www.w3.org/XML/1998/namespace"
_INCLUDE = f"{XS}include"
_IMPORT = f"{XS}import"
_CHANGES = (f"{XS}redefine", f"{XS}override")
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
)

QName = tuple[str, str]


@frozen(eq=False)
class Document:
    """One schema file."""

    path: Path
    root: etree._Element = field(repr=False)
    sha256: str = field(repr=False)

    @classmethod
    def read(cls, path: Path) -> Document:
        """Parse a file.

        Raises:
            ValueError: It is not well-formed, or no XML schema.
        """
        data = path.read_bytes()
        try:
            root = etree.fromstring(data, _PARSER)
        except etree.XMLSyntaxError as error:
            reason = "the file is empty" if not data.strip() else f"not well-formed XML: {error.msg}"
            raise ValueError(f"{path}, line {error.lineno or 1}: {reason}") from None
        if root.tag != f"{XS}schema":
            raise ValueError(f"{path}, line {root.sourceline}: no XML schema, its root element is {root.tag!s}")
        return cls(path, root, hashlib.sha256(data).hexdigest())

    @property
    def namespace(self) -> str:
        """The namespace that the file itself declares."""
        return self.root.get("targetNamespace", "")

    def place(self, node: etree._Element) -> str:
        """Return the file and the line of a node, for a message."""
        return f"{self.path}, line {node.sourceline}"


@frozen
class Part:
    """A document under the namespace its declarations have: a file without one takes that of who includes it."""

    document: Document
    namespace: str

    def name(self, node: etree._Element, text: str) -> QName:
        """Return the namespace and local part of a qualified name that stands at a node.

        Raises:
            ValueError: Its prefix is not declared.
        """
        prefix, _, local = text.strip().rpartition(":")
        space = _XML if prefix == "xml" else node.nsmap.get(prefix or None)
        if space is None and prefix:
            raise ValueError(f"{self.document.place(node)}: the prefix of {text!r} is not declared")
        if not space and not self.document.namespace:
            space = self.namespace
        return space or "", local


@frozen(eq=False)
class Component:
    """A global declaration."""

    node: etree._Element
    part: Part


class Library:
    """The schema files of one run, each parsed once, and those they refer to."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._documents: dict[Path, Document] = {}
        self.given = [self.document(path) for path in paths]

    def document(self, path: Path) -> Document:
        """Return the document of a file."""
        key = path.resolve()
        if key not in self._documents:
            self._documents[key] = Document.read(path)
        return self._documents[key]

    def mains(self) -> list[Document]:
        """Return the given documents that no other one includes; those they include count as parts of them."""
        included = {id(part) for one in self.given for part in self._included(one) if part is not one}
        mains = [one for one in self.given if id(one) not in included]
        covered = {id(part) for one in mains for part in self._closure(one)}
        for one in self.given:  # files that include each other
            if id(one) not in covered:
                mains.append(one)
                covered |= {id(part) for part in self._closure(one)}
        return sorted(mains, key=lambda one: (one.path.stem, str(one.path)))

    def _closure(self, document: Document) -> list[Document]:
        found = [document]
        for one in found:
            found += (other for other in self._included(one) if not any(other is known for known in found))
        return found

    def _included(self, document: Document) -> list[Document]:
        return [other for node in document.root.iterchildren(_INCLUDE) for other in self.linked(document, node)]

    def linked(self, document: Document, node: etree._Element) -> list[Document]:
        """Return the documents that an include or import means.

        Raises:
            ValueError: A file is not there, or an included one would have to be fetched.
        """
        location = node.get("schemaLocation")
        verb = "imports" if node.tag == _IMPORT else "includes"
        if location is None:
            if verb == "includes":
                raise ValueError(f"{document.place(node)}: an include without a schemaLocation")
            return [one for one in self.given if one.namespace == node.get("namespace", "")]
        path = _path(document, location)
        if path is None:
            if verb == "imports":  # what refers to it is an error, and says so
                return [one for one in self.given if one.namespace == node.get("namespace", "")]
            raise ValueError(
                f"{document.place(node)}: includes {location}, which is not fetched;"
                " save that file here and change the schemaLocation"
            )
        if not path.is_file():
            raise ValueError(f"{document.place(node)}: {verb} {location}, but there is no file {path}")
        return [self.document(path)]


def _path(document: Document, location: str) -> Path | None:
    """Return the file of a schemaLocation, None when it is elsewhere than in the file system."""
    parts = urlsplit(location)
    if parts.netloc not in {"", "localhost"}:
        return None
    if parts.scheme == "file":
        return Path(unquote(parts.path))
    if len(parts.scheme) > 1:
        return None
    return document.path.parent / unquote(location)


class Vocabulary:
    """All global declarations that one schema can refer to, by kind and qualified name."""

    def __init__(self, library: Library, main: Document) -> None:
        self.library = library
        self.main = Part(main, main.namespace)
        self.own: list[Part] = []
        self._table: dict[tuple[str, QName], Component] = {}
        self._far: dict[str, str] = {}
        self._add(self.main, self.own, set())
        self._substitutes: dict[QName, list[QName]] = {}
        for (kind, name), component in self._table.items():
            for head in component.node.get("substitutionGroup", "").split() if kind == "element" else ():
                self._substitutes.setdefault(component.part.name(component.node, head), []).append(name)

    def _add(self, part: Part, own: list[Part] | None, seen: set[tuple[int, str]]) -> None:
        key = id(part.document), part.namespace
        if key in seen:
            return
        seen.add(key)
        if own is not None:
            own.append(part)
        for node in part.document.root:
            if node.tag == _INCLUDE:
                for other in self.library.linked(part.document, node):
                    self._include(part, node, other, own, seen)
            elif node.tag == _IMPORT:
                if urlsplit(node.get("schemaLocation", "")).scheme:
                    self._far[node.get("namespace", "")] = node.get("schemaLocation", "")
                for other in self.library.linked(part.document, node):
                    self._add(Part(other, other.namespace), None, seen)
            elif node.tag in _CHANGES:
                tag = etree.QName(node).localname
                raise ValueError(
                    f"{part.document.place(node)}: xs:{tag} is not supported; write the changed types in a file of"
                    " their own and include that"
                )
            elif node.tag in KINDS and node.get("name"):
                name = (KINDS[node.tag], (part.namespace, node.get("name", "")))
                self._table.setdefault(name, Component(node, part))

    def _include(
        self, part: Part, node: etree._Element, other: Document, own: list[Part] | None, seen: set[tuple[int, str]]
    ) -> None:
        if other.namespace not in {"", part.namespace}:
            raise ValueError(
                f"{part.document.place(node)}: includes {other.path.name} of the namespace {other.namespace!r};"
                f" expected {part.namespace!r}, or an xs:import"
            )
        self._add(Part(other, part.namespace), own, seen)

    def all(self, kind: str) -> Iterator[tuple[str, Component]]:
        """Yield the declarations of a kind in the schema's own namespace, in order."""
        parts = {id(part) for part in self.own}
        for (found, (_, local)), component in self._table.items():
            if found == kind and id(component.part) in parts:
                yield local, component

    def find(self, kind: str, part: Part, node: etree._Element, text: str) -> Component:
        """Return the declaration that a qualified name at a node means.

        Raises:
            ValueError: There is none.
        """
        name = part.name(node, text)
        found = self._table.get((kind, name))
        if found is None:
            where = f"in the namespace {name[0]!r}" if name[0] else "without a namespace"
            more = ""
            if name[0] in self._far:
                more = f"; {self._far[name[0]]} is not fetched: save it here and change the schemaLocation"
            raise ValueError(
                f"{part.document.place(node)}: refers to the {kind} {text!r}, which is not declared {where}{more}"
            )
        return found

    def substitutes(self, head: Component) -> Iterator[Component]:
        """Yield a global element and all that may stand in its place, abstract ones left out."""
        waiting = [(head.part.namespace, head.node.get("name", ""))]
        for name in waiting:
            component = self._table["element", name]
            if component.node.get("abstract", "false").strip() not in {"true", "1"}:
                yield component
            waiting += (other for other in self._substitutes.get(name, ()) if other not in waiting)


def below(node: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the children of a node that are these constructs of XML Schema."""
    return node.iterchildren(*(f"{XS}{name}" for name in names))
