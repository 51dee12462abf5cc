"""Rewrites a schema as one that says the same without reference to anything else, for the parser of xsdata.

What a schema includes, imports, extends, restricts, groups, refers to or declares within something else is written out:
the result has complex types with all their members, enumerations, and built-in types.
"""

from __future__ import annotations

import re
from copy import deepcopy

from attrs import define, field
from lxml import etree

from .content import Group, Leaf, leaves, plain
from .documents import XS, Component, Vocabulary, below
from .inherit import Attribute, content
from .simple import ANY, Simple, Values, simple, type_of
from .unsupported import Unsupported

__all__ = ["Flat", "flatten"]

_CIM = "{http://www.w3.org/ns/sawsdl}modelReference"
_TEXTS = frozenset(
    f"xs:{name}" for name in ("string", "normalizedString", "token", "anyURI", "NCName", "NMTOKEN", "anySimpleType")
)


@define
class Flat:
    """A schema that stands for itself.

    ``roots`` maps the root elements to complex types; ``inherited`` names those that another file declares. ``open``
    has the types that may carry any attribute, ``defaults`` the default values by type and element.
    """

    root: etree._Element
    roots: dict[str, str] = field(factory=dict)
    inherited: set[str] = field(factory=set)
    open: set[str] = field(factory=set)
    defaults: dict[tuple[str, str], str] = field(factory=dict)


def flatten(vocabulary: Vocabulary, unsupported: Unsupported) -> Flat:
    """Return the flat form of a schema; what cannot be expressed is noted.

    Raises:
        ValueError: The schema is wrong: a name leads nowhere, a number is none.
    """
    return _Flattener(vocabulary, unsupported).run()


class _Flattener:
    def __init__(self, vocabulary: Vocabulary, unsupported: Unsupported) -> None:
        self.vocabulary = vocabulary
        self.unsupported = unsupported
        self.namespace = vocabulary.main.namespace
        spaces = {"xs": XS[1:-1]} | ({"t": self.namespace} if self.namespace else {})
        self.flat = Flat(etree.Element(f"{XS}schema", nsmap=spaces, elementFormDefault="qualified"))
        if self.namespace:
            self.flat.root.set("targetNamespace", self.namespace)
        self.names: dict[etree._Element, str] = {}
        self.taken: set[str] = set()
        self.started: set[str] = set()
        self.waiting: list[tuple[str, Component | Values]] = []

    def run(self) -> Flat:
        _annotate(self.vocabulary.main.document.root, self.flat.root)
        types = list(self.vocabulary.all("type"))
        for local, component in types:
            self.name(component.node, local)
        for local, component in types:
            if component.part is self.vocabulary.main and component.node.tag == f"{XS}complexType":
                self.start(self.name(component.node, local), component)
        for local, component in self.vocabulary.all("element"):
            self.root(local, component)
        for name, item in self.waiting:  # grows while it is worked on
            if isinstance(item, Values):
                self.enumeration(name, item)
            else:
                self.complex_type(name, item)
        return self.flat

    def name(self, node: etree._Element, wish: str) -> str:
        """Return the name of a type in the flat schema: the one wished for, with a number when it is taken."""
        if node not in self.names:
            name, number = wish, 1
            while _key(name) in self.taken:
                number += 1
                name = f"{wish}_{number}"
            self.taken.add(_key(name))
            self.names[node] = name
        return self.names[node]

    def start(self, name: str, item: Component | Values) -> str:
        """Make sure that a type is written; returns the reference to it."""
        if name not in self.started:
            self.started.add(name)
            self.waiting.append((name, item))
        return f"t:{name}" if self.namespace else name

    def root(self, local: str, component: Component) -> None:
        if _true(component.node, "abstract"):
            return
        leaf = Leaf(component.node, component.part, "", 1, 1, local)
        found = self.element_type(leaf)
        if isinstance(found, Component):
            self.check(leaf)
            wish = found.node.get("name") or local
            self.flat.roots[local] = self.name(found.node, wish)
            self.start(self.flat.roots[local], found)
            if component.part is not self.vocabulary.main:
                self.flat.inherited.add(local)

    def complex_type(self, name: str, item: Component) -> None:
        target = etree.SubElement(self.flat.root, f"{XS}complexType", name=name)
        _annotate(item.node, target)
        owner = item.node.get("name") or name
        found = content(item.node, item.part, owner, self.vocabulary, self.unsupported)
        if found.open:
            self.flat.open.add(name)
        if found.text is not None:
            inside = etree.SubElement(target, f"{XS}simpleContent")
            target = etree.SubElement(inside, f"{XS}extension", base=self.simple(found.text, f"{name}Value"))
        elif found.group is not None:
            self.model(target, plain(found.group, owner, self.unsupported), name)
        for attribute in found.attributes.values():
            self.attribute(target, attribute)

    def model(self, target: etree._Element, group: Group, name: str) -> None:
        sequence = etree.SubElement(target, f"{XS}sequence")
        last: Group | None = None
        parent = sequence
        for leaf, choice in leaves(group):
            if choice is None:
                parent = sequence
            elif choice is not last:
                parent = etree.SubElement(sequence, f"{XS}choice", _occurs(min(choice.low, 1), choice.high))
            last = choice
            if leaf.name == "*":
                wildcard = etree.SubElement(parent, f"{XS}any", _occurs(leaf.low, leaf.high))
                wildcard.set("namespace", leaf.node.get("namespace", "##any"))
                _annotate(leaf.node, wildcard)
                continue
            self.check(leaf)
            self.element(parent, leaf)
            if "default" in leaf.node.attrib:
                self.flat.defaults[name, leaf.name] = leaf.node.get("default", "")

    def element(self, parent: etree._Element, leaf: Leaf) -> None:
        target = etree.SubElement(parent, f"{XS}element", _occurs(leaf.low, leaf.high), name=leaf.name)
        _annotate(leaf.node, target)
        found = self.element_type(leaf)
        wish = f"{leaf.owner}{leaf.name[:1].upper()}{leaf.name[1:]}" if leaf.owner else leaf.name
        if isinstance(found, Component):
            if self.is_reference(found):
                inside = etree.SubElement(target, f"{XS}complexType")
                etree.SubElement(inside, f"{XS}attribute", name="ref", type="xs:string")
                return
            if _true(found.node, "abstract"):
                self.note(leaf, f"the abstract type {found.node.get('name')}", "give the element one of its extensions")
            wish = found.node.get("name") or wish
            target.set("type", self.start(self.name(found.node, wish), found))
        elif found != ANY:
            target.set("type", self.simple(found, wish))

    def element_type(self, leaf: Leaf) -> Component | Simple:
        """Return the type of an element: its own, else that of the head of its substitution group."""
        node, part = leaf.node, leaf.part
        if node.get("type") is not None:
            return type_of(part, node, node.get("type", ""), self.vocabulary)
        for child in below(node, "complexType"):
            return Component(child, part)
        for child in below(node, "simpleType"):
            return simple(child, part, self.vocabulary)
        for text in node.get("substitutionGroup", "").split():
            head = self.vocabulary.find("element", part, node, text)
            return self.element_type(Leaf(head.node, head.part, "", 1, 1, head.node.get("name", "")))
        return ANY

    def is_reference(self, item: Component) -> bool:
        """Tell whether an anonymous type has nothing but a text attribute ``ref``."""
        inside = [child for child in item.node.iterchildren(etree.Element) if child.tag != f"{XS}annotation"]
        if item.node.get("name") or [(child.tag, child.get("name")) for child in inside] != [(f"{XS}attribute", "ref")]:
            return False
        return self.attribute_type(Attribute(inside[0], item.part, "")) in _TEXTS

    def attribute_type(self, attribute: Attribute) -> Simple:
        node, part = attribute.node, attribute.part
        for child in below(node, "simpleType"):
            return simple(child, part, self.vocabulary)
        found = type_of(part, node, node.get("type", ""), self.vocabulary) if node.get("type") else "xs:anySimpleType"
        if isinstance(found, Component):
            raise ValueError(f"{part.document.place(node)}: {node.get('type')!r} is a complex type, for an attribute")
        return found

    def attribute(self, parent: etree._Element, attribute: Attribute) -> None:
        node = attribute.node
        name = node.get("name", "")
        wish = f"{attribute.owner}{name[:1].upper()}{name[1:]}"
        kind = self.simple(self.attribute_type(attribute), wish)
        target = etree.SubElement(parent, f"{XS}attribute", name=name, type=kind, use=node.get("use", "optional"))
        _annotate(node, target)

    def simple(self, found: Simple, wish: str) -> str:
        """Return the reference to what a simple type comes down to."""
        if isinstance(found, Values):
            return self.start(self.name(found.node, found.name or wish), found)
        return found

    def enumeration(self, name: str, item: Values) -> None:
        target = etree.SubElement(self.flat.root, f"{XS}simpleType", name=name)
        _annotate(item.node, target)
        inside = etree.SubElement(target, f"{XS}restriction", base="xs:string")
        for value in item.values:
            _annotate(value, etree.SubElement(inside, f"{XS}enumeration", value=value.get("value", "")))

    def check(self, leaf: Leaf) -> None:
        """Note what an element has that field tables have not."""
        node, part = leaf.node, leaf.part
        if _true(node, "nillable"):
            self.note(leaf, f"nillable on {leaf.name}", "remove it if no message has xsi:nil there")
        if node.find(f"{XS}alternative") is not None:
            self.note(leaf, f"xs:alternative in {leaf.name}", "give the element one type")
        root = part.document.root
        form = node.get("form") or root.get("elementFormDefault", "unqualified")
        local = node.getparent() is not root and form != "qualified"
        if part.namespace != self.namespace:
            what = f"the element {leaf.name} of the namespace {part.namespace!r}"
            self.note(leaf, what, "declare its type in a file without a targetNamespace, and include that")
        elif local and part.namespace and node.get("form"):
            self.note(leaf, f"form={form!r} on {leaf.name}", "remove it if messages have the namespace there")
        elif local and part.namespace:
            what = 'elementFormDefault is not "qualified"'
            remedy = "set it if messages have the namespace on all elements; elements without one cannot be read"
            self.unsupported.add(part.document, root, "", what, remedy)

    def note(self, leaf: Leaf, construct: str, remedy: str) -> None:
        owner = leaf.owner or f"element {leaf.name}"
        self.unsupported.add(leaf.part.document, leaf.node, owner, construct, remedy)


def _key(name: str) -> str:
    """Return the part of a name by which xsdata tells types apart."""
    return re.sub(r"[^A-Za-z0-9]", "", name).lower()


def _true(node: etree._Element, name: str) -> bool:
    return node.get(name, "false").strip() in {"true", "1"}


def _occurs(low: int, high: int | None) -> dict[str, str]:
    return {"minOccurs": str(low), "maxOccurs": "unbounded" if high is None else str(high)}


def _annotate(source: etree._Element, target: etree._Element) -> None:
    """Copy what a declaration says of itself."""
    if _CIM in source.attrib:
        target.set(_CIM, source.get(_CIM, ""))
    for annotation in below(source, "annotation"):
        copy = deepcopy(annotation)
        copy.tail = None
        target.insert(0, copy)
        break
