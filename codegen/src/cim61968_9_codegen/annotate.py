"""Puts the texts of the glossary into schema files; their structure stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from lxml import etree

from .glossary import Glossary, MissingTextError

__all__ = ["annotate", "annotated"]

_XS = "{http://www.w3.org/2001/XMLSchema}"
_CIM = "{http://www.w3.org/ns/sawsdl}modelReference"
_PROFILE = "{urn:cim61968-9:profile}profile"
_LEVELS = {
    "confirmed": "independent deployments carry the identical structure",
    "corroborated": "one deployment agrees with a committee draft or with a second, partial source",
    "single": "known from one deployment only",
    "draft": "known from a committee draft of 2011 only",
    "derived": "inferred from drafts, class diagrams and the rules of the known profiles",
}


def annotate(path: Path, glossary: Glossary) -> bool:
    """Rewrite one schema file with the texts of the glossary. Returns whether the file changed.

    Raises:
        MissingTextError: The glossary lacks texts; the error lists all that are missing.
    """
    before = path.read_bytes()
    after = annotated(before, glossary)
    if after != before:
        path.write_bytes(after)
    return after != before


def annotated(data: bytes, glossary: Glossary) -> bytes:
    """Return a schema with the texts of the glossary in place.

    Raises:
        MissingTextError: The glossary lacks texts; the error lists all that are missing.
    """
    root = etree.fromstring(data, etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True))
    missing: list[str] = []
    for node, lookup in _places(root, glossary):
        try:
            _put(node, lookup())
        except MissingTextError as error:
            missing.append(str(error.args[0]))
    if missing:
        raise MissingTextError("\n".join(missing))
    etree.indent(root, "  ")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _places(root: etree._Element, glossary: Glossary) -> Iterator[tuple[etree._Element, Callable[[], str]]]:
    yield root, partial(_about, root, glossary)
    for node in root.iter(f"{_XS}complexType", f"{_XS}simpleType"):
        name = node.get("name")
        if name is None:
            continue
        if node.tag == f"{_XS}complexType":
            yield node, partial(glossary.section, name, _cim(node))
            yield from _members(node, name, glossary)
            continue
        values = node.findall(f"{_XS}restriction/{_XS}enumeration")
        section = f"{'enum' if values else 'simple'}.{name}"
        yield node, partial(glossary.section, section)
        for value in values:
            yield value, partial(glossary.member, section, value.get("value", ""))
    for node in root.iterchildren(f"{_XS}element"):
        type_name = (node.get("type") or "").rpartition(":")[2]
        yield node, partial(glossary.section, type_name)
    for group in root.iterchildren(f"{_XS}attributeGroup"):
        name = group.get("name", "")
        yield group, partial(glossary.section, name)
        for attribute in group.iterchildren(f"{_XS}attribute"):
            yield attribute, partial(glossary.member, name, attribute.get("name", ""))


def _members(
    node: etree._Element, owner: str, glossary: Glossary
) -> Iterator[tuple[etree._Element, Callable[[], str]]]:
    for member in node.iter(f"{_XS}element", f"{_XS}any", f"{_XS}attribute"):
        key = member.get("name", "any")
        if member.tag == f"{_XS}attribute" and key == "ref":
            yield member, partial(glossary.member, "Reference", "ref")
        else:
            yield member, partial(glossary.member, owner, key, _cim(member))


def _about(root: etree._Element, glossary: Glossary) -> str:
    mark = root.find(f"{_XS}annotation/{_XS}appinfo/{_PROFILE}")
    noun = mark.get("noun", "") if mark is not None else ""
    level = mark.get("confidence", "") if mark is not None else ""
    purpose = glossary.section("Message schema" if noun == "Message" else noun)
    estimate = mark.get("estimate") if mark is not None else None
    sure = f"Confidence {level}: {_LEVELS[level]}"
    if estimate:
        sure += f"; estimated agreement with the published schema {estimate}"
    return f"{purpose} {sure}. A restatement of published structure in the project's own words, not a file of the IEC."


def _cim(node: etree._Element) -> str | None:
    reference = node.get(_CIM)
    return reference.rpartition("#")[2] if reference else None


def _put(node: etree._Element, text: str) -> None:
    annotation = node.find(f"{_XS}annotation")
    if annotation is None:
        annotation = etree.Element(f"{_XS}annotation")
        node.insert(0, annotation)
    for old in annotation.findall(f"{_XS}documentation"):
        annotation.remove(old)
    documentation = etree.Element(f"{_XS}documentation")
    documentation.text = text
    annotation.insert(0, documentation)
