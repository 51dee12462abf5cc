"""From XSD files to :mod:`.model`, through xsdata's schema parser and class analyser."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from lxml import etree
from xsdata.codegen.models import Attr, Class
from xsdata.codegen.transformer import ResourceTransformer
from xsdata.models.config import GeneratorConfig, StructureStyle
from xsdata.models.enums import Tag

from .documents import XS, Document, Library, Vocabulary
from .flat import Flat, flatten
from .model import Choice, ClassDef, EnumDef, MemberDef, SchemaDef
from .unsupported import Unsupported

__all__ = ["config", "load"]

_CIM = "{http://www.w3.org/ns/sawsdl}modelReference"
_P = "{urn:cim61968-9:profile}"
_ANY = f"{XS}anyType"


def config(package: str = "generated", output_format: str = "dataclasses") -> GeneratorConfig:
    """Return the xsdata settings this generator needs: types stay as the schema has them."""
    settings = GeneratorConfig()
    settings.output.package = package
    settings.output.structure_style = StructureStyle.NAMESPACES
    settings.output.unnest_classes = False
    settings.output.compound_fields.enabled = False
    settings.output.format.value = output_format
    return settings


def load(paths: Iterable[Path]) -> list[SchemaDef]:
    """Parse and analyse schema files; those that others include count as parts of these.

    Raises:
        UnsupportedSchemaError: Schemas use what classes cannot express; the error lists all of it.
        ValueError: No file was given, or a file is no XML schema or a wrong one.
    """
    library = Library(paths)
    if not library.given:
        raise ValueError("no schema files given; expected one or more *.xsd")
    unsupported = Unsupported()
    flat = [(document, flatten(Vocabulary(library, document), unsupported)) for document in library.mains()]
    unsupported.refuse()
    schemas = [_schema(document, one) for document, one in flat]
    _share_roots(schemas, [one.inherited for _, one in flat])
    return schemas


def _share_roots(schemas: list[SchemaDef], inherited: list[set[str]]) -> None:
    """Leave a root that an included file declares to the first schema that has it."""
    taken = {
        (schema.namespace, root)
        for schema, others in zip(schemas, inherited, strict=True)
        for root in schema.roots.keys() - others
    }
    for schema, others in zip(schemas, inherited, strict=True):
        for root in sorted(others):
            if (schema.namespace, root) in taken:
                del schema.roots[root]
            taken.add((schema.namespace, root))


def _classes(flat: Flat, uri: str) -> list[Class]:
    """Let xsdata parse and analyse a flat schema."""
    transformer = ResourceTransformer(config=config())
    transformer.preloaded[uri] = etree.tostring(flat.root)
    transformer.process_schema(uri)
    return list(transformer.analyze_classes(transformer.classes)) if transformer.classes else []


def _schema(document: Document, flat: Flat) -> SchemaDef:
    result = SchemaDef(document.path.stem, document.namespace, document.sha256, path=document.path)
    about = _Document(flat)
    result.doc, profile = about.about(flat.root)
    if profile:
        result.edition = f"{profile.get('standard')} edition {profile.get('edition')}"
    result.confidence = profile.get("confidence", "")
    result.evidence = profile.get("evidence", "")
    result.estimate = profile.get("estimate", "")
    for cls in _classes(flat, document.path.resolve().as_uri()):
        if cls.is_enumeration:
            result.enums[cls.name] = _enum(cls)
        elif cls.is_complex_type:
            result.classes[cls.name] = _class(cls, about)
    result.roots.update(flat.roots)
    return result


def _enum(cls: Class) -> EnumDef:
    values = tuple((attr.default or attr.name, _text(attr.help)) for attr in cls.attrs)
    return EnumDef(cls.name, values, _text(cls.help))


def _class(cls: Class, document: _Document) -> ClassDef:
    groups: dict[int, int] = {}
    members = tuple(_member(cls, attr, groups, document) for attr in cls.attrs)
    cim = document.cim_class(cls.name)
    return ClassDef(cls.name, members, _text(cls.help), cim, open=cls.name in document.flat.open)


def _member(cls: Class, attr: Attr, groups: dict[int, int], document: _Document) -> MemberDef:
    limits = attr.restrictions
    choice = None
    for kind, key, _low, most in limits.path:
        if kind == "c":
            choice = Choice(groups.setdefault(key, len(groups) + 1), most > 1)
    high: int | None = limits.max_occurs if limits.max_occurs is not None else 1
    if high is not None and high >= sys.maxsize:
        high = None
    kind = "element"
    default = document.flat.defaults.get((cls.name, attr.local_name))
    if attr.tag == Tag.ANY:
        kind, type_name = "any", "any"
    else:
        type_name = _type(attr)
        if attr.is_attribute:
            kind = "attribute"
        elif attr.tag != Tag.ELEMENT:
            kind, default = "text", attr.default
    cim, confidence = document.member(cls.name, attr.local_name)
    return MemberDef(
        tag=attr.local_name if kind != "any" else attr.namespace or "##any",
        type=type_name,
        kind=kind,
        low=limits.min_occurs or 0,
        high=high,
        choice=choice,
        default=default if kind in {"element", "text"} else None,
        doc=_text(attr.help),
        cim=cim,
        confidence=confidence,
    )


def _type(attr: Attr) -> str:
    first = attr.types[0]
    if first.qname == _ANY:
        return "any"
    if first.native:
        return f"xs:{first.name}"
    return "@ref" if first.forward else first.name


def _text(value: str | None) -> str:
    return " ".join((value or "").split())


class _Document:
    """What xsdata leaves out of a schema file: CIM references and the marks of the profile."""

    def __init__(self, flat: Flat) -> None:
        self.flat = flat
        self._types = {node.get("name"): node for node in flat.root.iterchildren(f"{XS}complexType")}

    def about(self, node: etree._Element) -> tuple[str, dict[str, str]]:
        """Return the documentation of a node and the attributes of its profile mark."""
        text = _text(node.findtext(f"{XS}annotation/{XS}documentation"))
        mark = node.find(f"{XS}annotation/{XS}appinfo/{_P}profile")
        return text, dict(mark.attrib) if mark is not None else {}

    def cim_class(self, name: str) -> str | None:
        """Return the CIM class behind a complex type."""
        node = self._types.get(name)
        return _fragment(node.get(_CIM)) if node is not None else None

    def member(self, type_name: str, tag: str) -> tuple[str | None, str | None]:
        """Return the CIM attribute behind a member and the confidence of the member alone."""
        node = self._types.get(type_name)
        for element in node.iter(f"{XS}element") if node is not None else ():
            if element.get("name") == tag:
                mark = element.find(f"{XS}annotation/{XS}appinfo/{_P}member")
                return _fragment(element.get(_CIM)), mark.get("confidence") if mark is not None else None
        return None, None


def _fragment(uri: str | None) -> str | None:
    return uri.rpartition("#")[2] if uri else None
