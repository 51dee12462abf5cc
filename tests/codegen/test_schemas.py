"""Tests of the schema files: that they are schemas, which there are, and that every part of them is explained."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

import pytest
import xmlschema
from lxml import etree

import cim61968_9 as cim
from cim61968_9.nouns import ENVELOPES
from cim61968_9_codegen.glossary import Glossary

XSD = Path(__file__).parents[2] / "xsd" / "2011"
XS = "{http://www.w3.org/2001/XMLSchema}"
CIM = "{http://www.w3.org/ns/sawsdl}modelReference"
PROFILE = "{urn:cim61968-9:profile}profile"
NOUNS = {
    "AuxiliaryAgreementConfig": "derived",
    "ComModuleConfig": "single",
    "CustomerAccountConfig": "derived",
    "CustomerAgreementConfig": "derived",
    "CustomerConfig": "derived",
    "CustomerMeterDataSet": "draft",
    "EndDeviceConfig": "confirmed",
    "EndDeviceControls": "confirmed",
    "EndDeviceEvents": "confirmed",
    "EndDeviceFirmware": "derived",
    "EndDeviceGroups": "single",
    "MasterDataLinkageConfig": "corroborated",
    "MeterConfig": "confirmed",
    "MeterReadSchedule": "corroborated",
    "MeterReadings": "confirmed",
    "MeterServiceRequests": "draft",
    "PricingStructureConfig": "derived",
    "ReceiptRecord": "derived",
    "ServiceCategoryConfig": "corroborated",
    "ServiceLocationConfig": "corroborated",
    "ServiceSupplierConfig": "corroborated",
    "TransactionRecord": "derived",
    "UsagePointConfig": "confirmed",
    "UsagePointGroups": "single",
    "UsagePointLocationConfig": "corroborated",
}
GET_PROFILES = {
    "GetEndDeviceConfig": "derived",
    "GetEndDeviceControls": "derived",
    "GetEndDeviceEvents": "corroborated",
    "GetMeterConfig": "corroborated",
    "GetMeterReadSchedule": "derived",
    "GetMeterReadings": "corroborated",
    "GetPricingStructureConfig": "derived",
    "GetUsagePointConfig": "derived",
    "GetUsagePointLocationConfig": "derived",
}
NAMES = sorted({*NOUNS, *GET_PROFILES, "Message"})
ENVELOPE_ROOTS = ["Message", "RequestMessage", "ResponseMessage", "EventMessage", "FaultMessage"]
WITHOUT_REFERENCES = {
    "Message": "the envelope is no part of the CIM",
    "ComModuleConfig": "the deployment it is known from publishes no references",
}
"""Schemas besides the derived ones that name no CIM attribute at all, and why."""
ABSTRACT = {
    "Agreement",
    "AssetContainer",
    "AssetFunction",
    "BaseReading",
    "Document",
    "EndDeviceAction",
    "EndDeviceFunction",
    "IdentifiedObject",
    "Location",
    "MeasurementValue",
    "OrganisationRole",
    "Work",
}
"""CIM classes that have a text though no message has such an object: others take over their attributes."""
DOCUMENTED = ("complexType", "element", "attribute", "any", "attributeGroup", "simpleType", "enumeration", "schema")
FILLERS = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "it"}
FILLERS |= {"its", "of", "on", "or", "that", "the", "this", "to", "with"}


def load(name: str) -> etree._Element:
    return etree.parse(str(XSD / f"{name}.xsd")).getroot()


@pytest.fixture(scope="module")
def schemas() -> dict[str, etree._Element]:
    return {name: load(name) for name in NAMES}


def text_of(node: etree._Element) -> str:
    return " ".join((node.findtext(f"{XS}annotation/{XS}documentation") or "").split())


def key_of(node: etree._Element) -> str:
    """Return where a declaration stands: the names of what is around it and its own."""
    names = []
    for one in chain([node], node.iterancestors()):
        kind = etree.QName(one).localname
        if kind in DOCUMENTED and kind != "schema" and (one.get("name") or one is node):
            names.append(one.get("name") or one.get("value") or kind)
    return ".".join(reversed(names))


def declarations(root: etree._Element) -> Iterator[etree._Element]:
    """Yield everything that has to be explained. Types without a name are explained by the element they belong to."""
    for node in root.iter(*(f"{XS}{kind}" for kind in DOCUMENTED)):
        kind = etree.QName(node).localname
        anonymous = kind in {"complexType", "simpleType"} and node.get("name") is None
        if not anonymous and not (kind == "attributeGroup" and node.get("ref")):
            yield node


def undocumented(root: etree._Element) -> list[str]:
    return [key_of(node) or "schema" for node in declarations(root) if not text_of(node)]


def differing_texts(roots: Iterable[etree._Element]) -> list[str]:
    """Return the members of a CIM attribute that do not read the same in every schema."""
    found: dict[str, set[str]] = defaultdict(set)
    for root in roots:
        for node in root.iter(f"{XS}element", f"{XS}complexType"):
            if node.get(CIM):
                found[f"{key_of(node)} {node.get(CIM)}"].add(text_of(node))
    return sorted(key for key, texts in found.items() if len(texts) > 1)


def shared_texts(texts: Mapping[str, Mapping[str, str]]) -> list[list[str]]:
    """Return the groups of glossary entries that say the very same."""
    found: dict[str, list[str]] = defaultdict(list)
    for section, members in texts.items():
        for name, text in members.items():
            found[" ".join(text.lower().split())].append(f"{section}.{name}")
    return [sorted(keys) for keys in found.values() if len(keys) > 1]


def words(text: str) -> set[str]:
    return {word.lower().removesuffix("s") for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", text)}


def fault_of(key: str, text: str) -> str:
    """Return what makes a text useless, empty when nothing does."""
    if len(text) < 12:
        return "too short"
    if not text.endswith("."):
        return "no full stop"
    if words(text) - {word.removesuffix("s") for word in FILLERS} <= words(key):
        return "only repeats the name"
    if re.search(r"\b(\w+) of (the|a|an) \1\b", text, re.IGNORECASE):
        return "an X of the X"
    return ""


def useless_texts(items: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(key, fault) for key, text in items if (fault := fault_of(key, text))]


def without_reference(root: etree._Element) -> list[str]:
    """Return the elements and types below the lists of the root that name nothing of the CIM, choice members apart."""
    tops = {(node.get("type") or "").rpartition(":")[2] for node in root.iterchildren(f"{XS}element")}
    found = []
    for kind in root.iterchildren(f"{XS}complexType"):
        if kind.get("name") in tops:
            continue
        for node in chain([kind], kind.iter(f"{XS}element")):
            parent = node.getparent()
            if node.get(CIM) is None and (parent is None or parent.tag != f"{XS}choice"):
                found.append(key_of(node))
    return found


# What there is


def test_there_are_25_nouns_9_get_profiles_and_the_envelope() -> None:
    assert sorted(path.stem for path in XSD.glob("*.xsd")) == NAMES
    assert (len(NOUNS), len(GET_PROFILES), len(NAMES)) == (25, 9, 35)
    assert sorted(cim.NOUNS) == sorted(NOUNS)
    assert sorted(cim.PROFILES) == sorted({*NOUNS, *GET_PROFILES})
    assert list(ENVELOPES) == ENVELOPE_ROOTS


@pytest.mark.parametrize("name", NAMES)
def test_namespace_and_root_elements(name: str) -> None:
    root = load(name)
    namespace = f"http://iec.ch/TC57/2011/{name}#" if name != "Message" else "http://iec.ch/TC57/2011/schema/message"
    assert root.get("targetNamespace") == namespace
    assert (root.get("elementFormDefault"), root.get("attributeFormDefault")) == ("qualified", "unqualified")
    roots = [node.get("name") for node in root.iterchildren(f"{XS}element")]
    assert roots == (ENVELOPE_ROOTS if name == "Message" else [name])


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_compiles_under_libxml2(name: str) -> None:
    compiled = etree.XMLSchema(etree.parse(str(XSD / f"{name}.xsd")))
    assert list(compiled.error_log) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_compiles_under_xmlschema(name: str) -> None:
    compiled = xmlschema.XMLSchema10(XSD / f"{name}.xsd")
    assert sorted(compiled.elements) == sorted(ENVELOPE_ROOTS if name == "Message" else [name])
    assert compiled.all_errors == []


# That everything is explained


@pytest.mark.parametrize("name", NAMES)
def test_every_declaration_has_a_text(name: str) -> None:
    assert undocumented(load(name)) == []


def test_the_same_cim_attribute_reads_the_same_everywhere(schemas: dict[str, etree._Element]) -> None:
    assert differing_texts(schemas.values()) == []


def test_no_two_entries_of_the_glossary_say_the_same() -> None:
    texts = Glossary.load().texts
    assert sum(map(len, texts.values())) > 1200
    assert shared_texts(texts) == []


def test_no_text_is_empty_of_meaning(schemas: dict[str, etree._Element]) -> None:
    items = {(key_of(node), text_of(node)) for root in schemas.values() for node in declarations(root)}
    assert len(items) > 1300
    assert useless_texts(sorted(items)) == []


def test_only_texts_of_abstract_classes_are_in_no_schema(schemas: dict[str, etree._Element]) -> None:
    """Every other entry of the glossary is used, so that none stays behind when a schema changes."""
    used = {text_of(node) for root in schemas.values() for node in declarations(root)}
    used |= {text_of(root).partition(" Confidence ")[0] for root in schemas.values()}
    texts = {
        f"{section}.{key}": text for section, table in Glossary.load().texts.items() for key, text in table.items()
    }
    unused = {key.removesuffix("._") for key, text in texts.items() if text not in used}
    assert unused == ABSTRACT
    assert not unused & {node.get("name") for root in schemas.values() for node in root.iter(f"{XS}complexType")}


# CIM references and marks


@pytest.mark.parametrize(
    "name",
    sorted(
        name for name, level in {**NOUNS, **GET_PROFILES}.items() if level != "derived" and name != "ComModuleConfig"
    ),
)
def test_everything_below_the_root_lists_names_its_cim_attribute(name: str) -> None:
    assert without_reference(load(name)) == []


@pytest.mark.parametrize("name", sorted(WITHOUT_REFERENCES))
def test_schemas_without_cim_references_have_none_at_all(name: str) -> None:
    assert [node for node in load(name).iter() if node.get(CIM)] == []


def test_cim_references_have_the_form_of_a_class_or_an_attribute(schemas: dict[str, etree._Element]) -> None:
    for root in schemas.values():
        for node in root.iter(f"{XS}element", f"{XS}complexType"):
            reference = node.get(CIM)
            if reference is not None:
                member = "" if node.tag == f"{XS}complexType" else r"\.[A-Za-z]\w*"
                assert re.fullmatch(rf"http://iec\.ch/TC57/CIM#[A-Z]\w+{member}", reference), key_of(node)


@pytest.mark.parametrize("name", NAMES)
def test_the_mark_of_a_schema_equals_the_profile_of_the_library(name: str) -> None:
    (mark,) = load(name).iterfind(f"{XS}annotation/{XS}appinfo/{PROFILE}")
    profiles = list(ENVELOPES.values()) if name == "Message" else [cim.PROFILES[name]]
    assert mark.get("noun") == name
    assert mark.get("confidence") == {**NOUNS, **GET_PROFILES, "Message": "confirmed"}[name]
    assert len(mark.get("evidence", "")) > 12
    for profile in profiles:
        assert profile.namespace == load(name).get("targetNamespace")
        assert profile.schema == f"{name}.xsd"
        assert profile.edition == f"{mark.get('standard')} edition {mark.get('edition')}"
        assert (profile.confidence, profile.evidence) == (mark.get("confidence"), mark.get("evidence"))
        assert profile.estimate == mark.get("estimate", "")
    edition = ("IEC 61968-100", "1") if name == "Message" else ("IEC 61968-9", "2")
    assert (mark.get("standard"), mark.get("edition")) == edition


@pytest.mark.parametrize("name", NAMES)
def test_only_derived_structure_has_an_estimate(name: str) -> None:
    (mark,) = load(name).iterfind(f"{XS}annotation/{XS}appinfo/{PROFILE}")
    assert (mark.get("estimate") is not None) == (mark.get("confidence") == "derived")


@pytest.mark.parametrize("name", NAMES)
def test_the_annotation_of_a_schema_says_how_sure_it_is(name: str) -> None:
    text = text_of(load(name))
    level = {**NOUNS, **GET_PROFILES, "Message": "confirmed"}[name]
    assert f" Confidence {level}: " in text
    assert text.endswith("not a file of the IEC.")


# That the checks can fail

BAD = f"""
<xs:schema xmlns:xs="{XS[1:-1]}" xmlns:sawsdl="{CIM[1:].partition("}")[0]}" targetNamespace="urn:bad">
  <xs:element name="Tray" type="Tray"/>
  <xs:complexType name="Tray"><xs:sequence><xs:element name="Cup" type="Cup"/></xs:sequence></xs:complexType>
  <xs:complexType name="Cup">
    <xs:annotation><xs:documentation>What tea is drunk from.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="size" sawsdl:modelReference="urn:c#Cup.size"/>
      <xs:element name="Saucer"><xs:complexType><xs:attribute name="ref"/></xs:complexType></xs:element>
      <xs:choice><xs:element name="handle"/><xs:any/></xs:choice>
    </xs:sequence>
    <xs:attributeGroup ref="Marks"/>
  </xs:complexType>
  <xs:attributeGroup name="Marks"><xs:attribute name="mark"/></xs:attributeGroup>
  <xs:simpleType name="Colour">
    <xs:annotation><xs:documentation> </xs:documentation></xs:annotation>
    <xs:restriction base="xs:string"><xs:enumeration value="blue"/></xs:restriction>
  </xs:simpleType>
</xs:schema>
"""


def test_a_missing_text_is_found_wherever_one_belongs() -> None:
    assert undocumented(etree.fromstring(BAD)) == [
        "schema",
        "Tray",
        "Tray",
        "Tray.Cup",
        "Cup.size",
        "Cup.Saucer",
        "Cup.Saucer.ref",
        "Cup.handle",
        "Cup.any",
        "Marks",
        "Marks.mark",
        "Colour",
        "Colour.blue",
    ]


def test_a_missing_reference_is_found() -> None:
    assert without_reference(etree.fromstring(BAD)) == ["Cup", "Cup.Saucer"]


def test_a_differing_text_is_found(schemas: dict[str, etree._Element]) -> None:
    changed = load("EndDeviceEvents")
    node = next(node for node in changed.iter(f"{XS}element") if key_of(node) == "EndDeviceEventDetail.name")
    documentation = node.find(f"{XS}annotation/{XS}documentation")
    assert documentation is not None
    documentation.text = "Another text for the same attribute."
    assert differing_texts([schemas["MeterReadings"], changed]) == [
        "EndDeviceEventDetail.name http://iec.ch/TC57/CIM#EndDeviceEventDetail.name"
    ]


def test_a_shared_text_is_found() -> None:
    texts = {
        "Cup": {"_": "What tea is drunk from.", "size": "Content in litres."},
        "Pot": {"size": "Content in  Litres."},
    }
    assert shared_texts(texts) == [["Cup.size", "Pot.size"]]


@pytest.mark.parametrize(
    ("key", "text", "fault"),
    [
        ("Meter.serialNumber", "Number.", "too short"),
        ("Meter.serialNumber", "", "too short"),
        ("Meter.serialNumber", "Number that the maker gave to the device", "no full stop"),
        ("Meter.serialNumber", "The serial number of the meter.", "only repeats the name"),
        ("Meter.serialNumber", "Serial numbers of meters.", "only repeats the name"),
        ("UsagePoint.isSdp", "The sdp is a usage point.", "only repeats the name"),
        ("Meter.status", "Present status of the status of a device.", "an X of the X"),
        ("Meter.serialNumber", "Number that the maker gave to the device.", ""),
        ("Meter.status", "Present condition of the device.", ""),
    ],
)
def test_a_useless_text_is_found(key: str, text: str, fault: str) -> None:
    assert useless_texts([(key, text)]) == ([(key, fault)] if fault else [])
