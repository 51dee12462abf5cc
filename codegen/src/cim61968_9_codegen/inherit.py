"""What a complex type consists of, with all it takes over from its base types and attribute groups."""

from __future__ import annotations

from attrs import define, field, frozen
from lxml import etree

from .content import Group, model
from .documents import XS, Component, Part, Vocabulary, below
from .simple import ANY, Simple, Values, simple, type_of
from .unsupported import Unsupported

__all__ = ["Attribute", "Content", "content"]

_IGNORED = frozenset(f"{XS}{name}" for name in ("annotation", "assert", "attribute", "attributeGroup", "anyAttribute"))
_MODELS = frozenset(f"{XS}{name}" for name in ("sequence", "choice", "all", "group"))


@frozen(eq=False)
class Attribute:
    """The declaration of an attribute. ``owner`` is the type or group that has it."""

    node: etree._Element
    part: Part
    owner: str


@define(eq=False)
class Content:
    """Attributes, and elements or a text; ``open`` when any other attribute is allowed, too."""

    group: Group | None = None
    text: Simple | None = None
    attributes: dict[str, Attribute] = field(factory=dict)
    open: bool = False


@frozen(eq=False)
class _Type:
    """A complex type that is being looked at."""

    part: Part
    owner: str
    vocabulary: Vocabulary
    unsupported: Unsupported
    above: tuple[etree._Element, ...]

    def note(self, node: etree._Element, construct: str, remedy: str) -> None:
        self.unsupported.add(self.part.document, node, self.owner, construct, remedy)


def content(
    node: etree._Element,
    part: Part,
    owner: str,
    vocabulary: Vocabulary,
    unsupported: Unsupported,
    above: tuple[etree._Element, ...] = (),
) -> Content:
    """Return what a complex type consists of; what cannot be expressed is noted.

    Raises:
        ValueError: It refers to what is not there, or to itself.
    """
    if node in above:
        raise ValueError(f"{part.document.place(node)}: the type {node.get('name')} extends itself")
    one = _Type(part, owner, vocabulary, unsupported, (*above, node))
    _mixed(one, node)
    for child in node.iterchildren(etree.Element):
        if child.tag in {f"{XS}simpleContent", f"{XS}complexContent"}:
            _mixed(one, child)
            for derivation in below(child, "extension", "restriction"):
                return _derived(one, derivation, simple_content=child.tag == f"{XS}simpleContent")
    return _own(one, node)


def _mixed(one: _Type, node: etree._Element) -> None:
    if node.get("mixed", "false").strip() in {"true", "1"}:
        one.note(node, "mixed content", 'remove mixed="true" if there is no text between the elements')


def _own(one: _Type, node: etree._Element) -> Content:
    """Return what a type, an extension or a restriction says itself."""
    result = Content(group=model(node, one.part, one.owner, one.vocabulary))
    _attributes(one, node, result, ())
    for child in node.iterchildren(etree.Element):
        if child.tag == f"{XS}openContent":
            one.note(child, "xs:openContent", "write an xs:any where other elements may stand")
        elif child.tag not in _IGNORED | _MODELS and node.tag == f"{XS}complexType":
            found = str(child.tag).replace(XS, "xs:")
            raise ValueError(f"{one.part.document.place(child)}: found {found} in a complex type")
    return result


def _derived(one: _Type, node: etree._Element, *, simple_content: bool) -> Content:
    base = _base(one, node)
    own = _own(one, node)
    restricts = node.tag == f"{XS}restriction"
    attributes = {**base.attributes, **own.attributes}
    for prohibited in below(node, "attribute"):
        if prohibited.get("use") == "prohibited":
            attributes.pop(prohibited.get("name", ""), None)
    result = Content(attributes=attributes, open=own.open or (base.open and not restricts))
    if simple_content:
        result.text = _text(one, node, base) if restricts else base.text
        if result.text is None:
            raise ValueError(f"{one.part.document.place(node)}: the base {node.get('base')} has no simple content")
    elif restricts:
        result.group = own.group
    elif base.text is not None:
        raise ValueError(f"{one.part.document.place(node)}: the base {node.get('base')} has simple content")
    else:
        groups = tuple(group for group in (base.group, own.group) if group is not None)
        result.group = Group("sequence", 1, 1, groups, node, one.part) if groups else None
    return result


def _base(one: _Type, node: etree._Element) -> Content:
    found = type_of(one.part, node, node.get("base", ""), one.vocabulary)
    if isinstance(found, Component):
        name = found.node.get("name", "")
        return content(found.node, found.part, name, one.vocabulary, one.unsupported, one.above)
    return Content() if found == ANY else Content(text=found)


def _text(one: _Type, node: etree._Element, base: Content) -> Simple | None:
    """Return the text of a restriction of simple content."""
    values = tuple(below(node, "enumeration"))
    if values:
        return Values(node, "", values)
    for child in below(node, "simpleType"):
        return simple(child, one.part, one.vocabulary)
    return base.text


def _attributes(one: _Type, node: etree._Element, result: Content, above: tuple[etree._Element, ...]) -> None:
    for child in below(node, "attribute", "attributeGroup", "anyAttribute"):
        if child.tag == f"{XS}anyAttribute":
            result.open = True
        elif child.tag == f"{XS}attributeGroup":
            found = one.vocabulary.find("attributeGroup", one.part, child, child.get("ref", ""))
            if found.node in above:
                raise ValueError(f"{one.part.document.place(child)}: the group {child.get('ref')} contains itself")
            group = _Type(found.part, found.node.get("name", ""), one.vocabulary, one.unsupported, one.above)
            _attributes(group, found.node, result, (*above, found.node))
        elif child.get("use") != "prohibited":
            _attribute(one, child, result)


def _attribute(one: _Type, node: etree._Element, result: Content) -> None:
    reference = node.get("ref")
    remedy = "attributes of messages stand in no namespace: declare it within the type, without a form"
    if reference is not None:
        space, local = one.part.name(node, reference)
        if space:
            one.note(node, f"the attribute {reference} in the namespace {space!r}", remedy)
            return
        found = one.vocabulary.find("attribute", one.part, node, reference)
        result.attributes[local] = Attribute(found.node, found.part, one.owner)
        return
    name = node.get("name", "")
    form = node.get("form") or one.part.document.root.get("attributeFormDefault", "unqualified")
    if form == "qualified" and one.part.namespace:
        one.note(node, f"the attribute {name} in the namespace {one.part.namespace!r}", remedy)
    result.attributes[name] = Attribute(node, one.part, one.owner)
