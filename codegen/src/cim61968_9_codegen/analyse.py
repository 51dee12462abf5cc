"""From XSD files to :mod:`.model`, through xsdata's schema parser and class analyser."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlparse

from lxml import etree
from xsdata.codegen.models import Attr, Class
from xsdata.codegen.transformer import ResourceTransformer
from xsdata.models.config import GeneratorConfig, StructureStyle
from xsdata.models.enums import Tag

from .model import Choice, ClassDef, EnumDef, MemberDef, SchemaDef

__all__ = ["analyse", "config", "load"]

_XS = "{http://www.w3.org/2001/XMLSchema}"
_CIM = "{http://www.w3.org/ns/sawsdl}modelReference"
_P = "{urn:cim61968-9:profile}"
_ANY = f"{_XS}anyType"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)


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
    """Parse and analyse schema files.

    Raises:
        ValueError: No file was given, or a file is no XML schema.
    """
    uris = [path.resolve().as_uri() for path in paths]
    if not uris:
        raise ValueError("no schema files given; expected one or more *.xsd")
    transformer = ResourceTransformer(config=config())
    transformer.process_sources(uris)
    return analyse(transformer.analyze_classes(transformer.classes))


def analyse(classes: Iterable[Class]) -> list[SchemaDef]:
    """Turn xsdata's classes into schema definitions, one a file, in order of their names."""
    by_location: dict[str, list[Class]] = {}
    for cls in classes:
        if cls.location:
            by_location.setdefault(cls.location, []).append(cls)
    schemas = [_schema(Path(unquote(urlparse(uri).path)), found) for uri, found in by_location.items()]
    return sorted(schemas, key=lambda schema: schema.name)


def _schema(path: Path, classes: list[Class]) -> SchemaDef:
    data = path.read_bytes()
    document = _Document(etree.fromstring(data, _PARSER))
    result = SchemaDef(path.stem, document.root.get("targetNamespace", ""), hashlib.sha256(data).hexdigest())
    result.doc, profile = document.about(document.root)
    if profile:
        result.edition = f"{profile.get('standard')} edition {profile.get('edition')}"
    result.confidence = profile.get("confidence", "")
    result.evidence = profile.get("evidence", "")
    result.estimate = profile.get("estimate", "")
    for cls in classes:
        if cls.is_enumeration:
            result.enums[cls.name] = _enum(cls)
        elif cls.is_complex_type and not (cls.is_element and cls.extensions):
            result.classes[cls.name] = _class(cls, document, result.classes)
    for element in document.root.findall(f"{_XS}element"):
        name = element.get("name", "")
        type_name = (element.get("type") or name).rpartition(":")[2]
        for candidate in (type_name, name):
            if candidate in result.classes:
                result.roots[name] = candidate
                break
    return result


def _enum(cls: Class) -> EnumDef:
    values = tuple((attr.default or attr.name, _text(attr.help)) for attr in cls.attrs)
    return EnumDef(cls.name, values, _text(cls.help))


def _class(cls: Class, document: _Document, extra: dict[str, ClassDef]) -> ClassDef:
    groups: dict[int, int] = {}
    references = {inner.name for inner in cls.inner if _is_reference(inner)}
    for inner in cls.inner:
        if inner.name not in references and not inner.is_enumeration:
            extra[_inner_name(cls, inner.name)] = _class(inner, document, extra)
    members = tuple(_member(cls, attr, groups, references, document) for attr in cls.attrs)
    return ClassDef(cls.name, members, _text(cls.help), document.cim_class(cls.name))


def _member(cls: Class, attr: Attr, groups: dict[int, int], references: set[str], document: _Document) -> MemberDef:
    limits = attr.restrictions
    choice = None
    for kind, key, _low, most in limits.path:
        if kind == "c":
            choice = Choice(groups.setdefault(key, len(groups) + 1), most > 1)
    high: int | None = limits.max_occurs if limits.max_occurs is not None else 1
    if high is not None and high >= sys.maxsize:
        high = None
    kind = "element"
    if attr.tag == Tag.ANY:
        kind, type_name = "any", "any"
    else:
        type_name = _type(cls, attr, references)
        if attr.is_attribute:
            kind = "attribute"
        elif attr.tag != Tag.ELEMENT:
            kind = "text"
    cim, confidence = document.member(cls.name, attr.local_name)
    return MemberDef(
        tag=attr.local_name if kind != "any" else attr.namespace or "##any",
        type=type_name,
        kind=kind,
        low=limits.min_occurs or 0,
        high=high,
        choice=choice,
        default=attr.default if not attr.fixed else None,
        doc=_text(attr.help),
        cim=cim,
        confidence=confidence,
    )


def _type(cls: Class, attr: Attr, references: set[str]) -> str:
    first = attr.types[0]
    if first.qname == _ANY:
        return "any"
    if first.native:
        return f"xs:{first.name}"
    if first.forward:
        return "@ref" if first.name in references else _inner_name(cls, first.name)
    return first.name


def _inner_name(cls: Class, name: str) -> str:
    return f"{cls.name}{name[:1].upper()}{name[1:]}"


def _is_reference(inner: Class) -> bool:
    return [(attr.local_name, attr.is_attribute) for attr in inner.attrs] == [("ref", True)]


def _text(value: str | None) -> str:
    return " ".join((value or "").split())


class _Document:
    """What xsdata leaves out of a schema file: CIM references and the marks of the profile."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._types = {node.get("name"): node for node in root.iterchildren(f"{_XS}complexType")}

    def about(self, node: etree._Element) -> tuple[str, dict[str, str]]:
        """Return the documentation of a node and the attributes of its profile mark."""
        text = _text(node.findtext(f"{_XS}annotation/{_XS}documentation"))
        mark = node.find(f"{_XS}annotation/{_XS}appinfo/{_P}profile")
        return text, dict(mark.attrib) if mark is not None else {}

    def cim_class(self, name: str) -> str | None:
        """Return the CIM class behind a complex type."""
        node = self._types.get(name)
        return _fragment(node.get(_CIM)) if node is not None else None

    def member(self, type_name: str, tag: str) -> tuple[str | None, str | None]:
        """Return the CIM attribute behind a member and the confidence of the member alone."""
        node = self._types.get(type_name)
        for element in node.iter(f"{_XS}element") if node is not None else ():
            if element.get("name") == tag:
                mark = element.find(f"{_XS}annotation/{_XS}appinfo/{_P}member")
                return _fragment(element.get(_CIM)), mark.get("confidence") if mark is not None else None
        return None, None


def _fragment(uri: str | None) -> str | None:
    return uri.rpartition("#")[2] if uri else None
