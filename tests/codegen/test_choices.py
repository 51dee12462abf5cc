"""Tests of choices, wildcards and attribute groups: that the schemas and the classes have those that are known."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import xmlschema
from lxml import etree

import cim61968_9 as cim
from cim61968_9 import envelope
from cim61968_9.model import Element, Member

XSD = Path(__file__).parents[2] / "xsd" / "2011"
XS = "{http://www.w3.org/2001/XMLSchema}"
NAMES = sorted(path.stem for path in XSD.glob("*.xsd"))
FUNCTIONS = ("ComFunction", "ConnectDisconnectFunction", "SimpleEndDeviceFunction")
MANY = (0, None)

Occurs = tuple[int, int | None]
Choices = list[tuple[Occurs, tuple[str, ...]]]

CHOICES: dict[tuple[str, str], Choices] = {
    ("CustomerMeterDataSet", "EndDevice"): [(MANY, FUNCTIONS)],
    ("CustomerMeterDataSet", "Meter"): [(MANY, ("ComModule", "EndDevice")), (MANY, FUNCTIONS)],
    ("EndDeviceConfig", "EndDevice"): [(MANY, FUNCTIONS)],
    ("EndDeviceControls", "EndDeviceControl"): [((0, 1), ("PanDemandResponse", "PanDisplay", "PanPricing"))],
    ("Message", "PayloadType"): [((1, 1), ("any", "OperationSet", "Compressed", "ID"))],
    ("MeterConfig", "Meter"): [(MANY, FUNCTIONS)],
}
"""Every choice there is, by schema and type: how often it may occur, and its members in order."""
WILDCARDS = {
    "RequestType": ("lax", MANY),
    "ReplyType": ("lax", MANY),
    "PayloadType": ("skip", MANY),
    "OperationType": ("skip", (0, 1)),
    "HeaderType": ("lax", MANY),
}
"""Every wildcard of the envelope, all for other namespaces: how its content is validated, how often it occurs."""
ID_ATTRIBUTES = {
    "idType": ("id_type", "xs:string"),
    "idAuthority": ("id_authority", "xs:string"),
    "kind": ("kind", "IDKind"),
    "objectType": ("object_type", "xs:string"),
}


def load(name: str) -> etree._Element:
    return etree.parse(str(XSD / f"{name}.xsd")).getroot()


def occurs(node: etree._Element) -> Occurs:
    high = node.get("maxOccurs", "1")
    return int(node.get("minOccurs", "1")), None if high == "unbounded" else int(high)


def owner(node: etree._Element) -> str:
    return next(node.iterancestors(f"{XS}complexType")).get("name", "")


def choices_of(root: etree._Element) -> dict[str, Choices]:
    found: dict[str, Choices] = {}
    for node in root.iter(f"{XS}choice"):
        members = tuple(child.get("name", "any") for child in node if child.tag in {f"{XS}element", f"{XS}any"})
        found.setdefault(owner(node), []).append((occurs(node), members))
    return found


def choices_by_xmlschema(name: str) -> dict[str, Choices]:
    found: dict[str, Choices] = {}
    for kind in xmlschema.XMLSchema10(XSD / f"{name}.xsd").complex_types:
        waiting = [kind.content] if isinstance(kind.content, xmlschema.validators.XsdGroup) else []
        while waiting:
            group = waiting.pop(0)
            waiting += [part for part in group if isinstance(part, xmlschema.validators.XsdGroup)]
            if group.model == "choice" and kind.name is not None:
                members = tuple(getattr(part, "local_name", None) or "any" for part in group)
                found.setdefault(kind.local_name or "", []).append(((group.min_occurs, group.max_occurs), members))
    return found


def classes_of(name: str) -> Iterator[type[Element]]:
    """Yield the classes of a schema that have members, under which name they are generated."""
    profile = cim.PROFILES.get(name)
    module = importlib.import_module("cim61968_9._generated.message" if profile is None else profile.module)
    for found in map(vars(module).get, module.__all__):
        if isinstance(found, type) and issubclass(found, Element):
            yield found


def groups_of(cls: type[Element]) -> list[tuple[bool, tuple[str, ...]]]:
    """Return the choice groups of a field table: whether each repeats, and its members."""
    groups: dict[int, list[Member]] = {}
    for member in cls.__xml__.members:
        if member.choice is not None:
            groups.setdefault(member.choice, []).append(member)
    assert list(groups) == list(range(1, len(groups) + 1))
    assert all(len({member.repeats for member in group}) == 1 for group in groups.values())
    return [
        (group[0].repeats, tuple("any" if member.kind == "any" else member.tag for member in group))
        for group in groups.values()
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_choices_of_a_schema_are_those_of_the_table(name: str) -> None:
    expected = {kind: choices for (schema, kind), choices in CHOICES.items() if schema == name}
    assert choices_of(load(name)) == expected


@pytest.mark.parametrize("name", sorted({schema for schema, _ in CHOICES}))
def test_an_independent_reader_of_schemas_sees_the_same_choices(name: str) -> None:
    expected = {kind: choices for (schema, kind), choices in CHOICES.items() if schema == name}
    assert choices_by_xmlschema(name) == expected


@pytest.mark.parametrize("name", NAMES)
def test_the_classes_of_a_schema_have_the_same_choices(name: str) -> None:
    names = {"PayloadType": "Payload"}
    expected = {
        names.get(kind, kind): [(high != 1, members) for (_, high), members in choices]
        for (schema, kind), choices in CHOICES.items()
        if schema == name
    }
    assert {cls.__name__: groups for cls in classes_of(name) if (groups := groups_of(cls))} == expected


def test_members_of_a_repeating_choice_are_lists_and_those_of_a_single_one_are_not() -> None:
    meter = cim.PROFILES["MeterConfig"].cls.__xml__.elements["Meter"]
    assert meter.is_list
    for schema, kind in CHOICES:
        if schema == "Message":
            continue
        (cls,) = (cls for cls in classes_of(schema) if cls.__name__ == kind)
        for member in cls.__xml__.members:
            if member.choice is not None:
                assert (member.low, member.high) == ((0, None) if member.repeats else (0, 1)), (schema, member)
                assert member.is_list == member.repeats


def test_the_members_of_the_payload_keep_their_own_cardinality() -> None:
    members = {member.name: (member.low, member.high) for member in envelope.Payload.__xml__.members if member.choice}
    assert members == {"content": (0, None), "operation_set": (0, 1), "compressed": (0, 1), "id": (0, None)}


def test_two_repeating_choices_of_one_type_keep_their_own_places() -> None:
    (meter,) = (cls for cls in classes_of("CustomerMeterDataSet") if cls.__name__ == "Meter")
    places = {member.tag: meter.__xml__.position[member.name] for member in meter.__xml__.members if member.choice}
    assert places["ComModule"] == places["EndDevice"]
    assert len({places[name] for name in FUNCTIONS}) == 1
    assert places["ComModule"] < places["ComFunction"]


@pytest.mark.parametrize("name", NAMES)
def test_no_other_kind_of_group_is_used(name: str) -> None:
    """Only sequences, choices, and one extension of a simple type: nothing a message has to be guessed from."""
    root = load(name)
    kinds = ("all", "group", "anyAttribute", "complexContent", "list", "union", "include", "import", "key", "unique")
    assert [node.tag for kind in kinds for node in root.iter(f"{XS}{kind}")] == []
    assert [node for node in root.iter() if node.get("substitutionGroup") or node.get("nillable")] == []
    extended = [owner(node) for node in root.iter(f"{XS}extension", f"{XS}simpleContent")]
    assert extended == (["ID", "ID"] if name == "Message" else [])


@pytest.mark.parametrize("name", NAMES)
def test_sequences_do_not_repeat_and_do_not_nest(name: str) -> None:
    for node in load(name).iter(f"{XS}sequence"):
        assert occurs(node) == (1, 1)
        parent = node.getparent()
        assert parent is not None
        assert parent.tag == f"{XS}complexType"


@pytest.mark.parametrize("name", NAMES)
def test_wildcards(name: str) -> None:
    found = {owner(node): (node.get("processContents"), occurs(node)) for node in load(name).iter(f"{XS}any")}
    assert found == (WILDCARDS if name == "Message" else {})
    assert {node.get("namespace") for node in load(name).iter(f"{XS}any")} <= {"##other"}


def test_wildcards_of_the_classes() -> None:
    found = {
        cls.__xml__.name: (member.name, member.tag, (member.low, member.high))
        for cls in classes_of("Message")
        for member in cls.__xml__.members
        if member.kind == "any"
    }
    assert found == {
        "Header": ("extensions", "##other", (0, None)),
        "Request": ("content", "##other", (0, None)),
        "Reply": ("extensions", "##other", (0, None)),
        "Payload": ("content", "##other", (0, None)),
        "Operation": ("content", "##other", (0, 1)),
    }


def test_the_wildcard_of_a_reply_stands_before_the_operation_id() -> None:
    assert [member.name for member in envelope.Reply.__xml__.members] == [
        "result",
        "error",
        "id",
        "extensions",
        "operation_id",
    ]


def test_the_attribute_group_of_identifiers() -> None:
    root = load("Message")
    (group,) = root.iterchildren(f"{XS}attributeGroup")
    assert group.get("name") == "IDatts"
    assert [(node.get("name"), node.get("use")) for node in group.iterchildren(f"{XS}attribute")] == [
        (name, "optional") for name in ID_ATTRIBUTES
    ]
    used = [node for node in root.iter(f"{XS}attributeGroup") if node.get("ref")]
    assert [(owner(node), node.get("ref")) for node in used] == [("ID", "msg:IDatts")]
    others = [
        name for name in NAMES if name != "Message" and next(load(name).iter(f"{XS}attributeGroup"), None) is not None
    ]
    assert others == []


def test_the_attribute_group_in_the_class() -> None:
    text, *attributes = envelope.ID.__xml__.members
    assert (text.name, text.kind, text.type) == ("value", "text", "xs:string")
    assert {member.tag: (member.name, member.type) for member in attributes} == ID_ATTRIBUTES
    assert {(member.kind, member.low, member.high) for member in attributes} == {("attribute", 0, 1)}


def test_id_is_used_by_request_reply_payload_and_error_only() -> None:
    """Where identifiers with these attributes may stand."""
    root = load("Message")
    users = {owner(node) for node in root.iter(f"{XS}element") if node.get("type") == "msg:ID"}
    classes = {cls.__name__ for cls in classes_of("Message") for item in cls.__xml__.members if item.type == "ID"}
    assert users == {"RequestType", "ReplyType", "PayloadType", "ErrorType"}
    assert classes == {"Request", "Reply", "Payload", "Error"}


def test_a_choice_beyond_the_table_would_be_found() -> None:
    part = "<xs:choice><xs:element name='a'/><xs:choice maxOccurs='2'><xs:any/></xs:choice></xs:choice>"
    root = etree.fromstring(
        f"<xs:schema xmlns:xs='{XS[1:-1]}'><xs:complexType name='T'>{part}</xs:complexType></xs:schema>"
    )
    assert choices_of(root) == {"T": [((1, 1), ("a",)), ((1, 2), ("any",))]}
