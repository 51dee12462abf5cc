"""Tests of what schemas have in common, of names, and that field tables and classes say the same."""

from __future__ import annotations

import ast
import importlib
import keyword
import pkgutil
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from lxml import etree

import cim61968_9 as cim
import cim61968_9.profiles
from cim61968_9 import envelope
from cim61968_9.model import Element, Member, OpenEnum
from cim61968_9.nouns import ENVELOPES
from cim61968_9.profiles import (
    customer_meter_data_set,
    end_device_config,
    end_device_events,
    get_meter_readings,
    meter_config,
    meter_readings,
    meter_service_requests,
    usage_point_config,
)
from cim61968_9_codegen.decisions import snake_case

XSD = Path(__file__).parents[2] / "xsd" / "2011"
XS = "{http://www.w3.org/2001/XMLSchema}"
MODULES = {
    module.name: importlib.import_module(f"cim61968_9.profiles.{module.name}")
    for module in pkgutil.iter_modules(cim61968_9.profiles.__path__)
}
PLAIN = {
    "xs:boolean": "bool",
    "xs:date": "dt.date",
    "xs:dateTime": "dt.datetime",
    "xs:decimal": "Decimal",
    "xs:float": "float",
    "xs:integer": "int",
    "xs:QName": "str",
    "xs:string": "str",
    "xs:time": "dt.time",
    "@ref": "str",
    "any": "object",
}
"""The Python type of every built-in type the schemas use."""
RENAMED = {
    "MessageType": "Message",
    "RequestMessageType": "RequestMessage",
    "ResponseMessageType": "ResponseMessage",
    "EventMessageType": "EventMessage",
    "FaultMessageType": "FaultMessage",
    "HeaderType": "Header",
    "RequestType": "Request",
    "ReplyType": "Reply",
    "PayloadType": "Payload",
    "OperationType": "Operation",
    "ReplayDetectionType": "ReplayDetection",
    "UserType": "User",
    "MessageProperty": "Property",
    "ErrorType": "Error",
    "OptionType": "Option",
    "LocationType": "ProcessingLocation",
    "ObjectType": "ErrorObject",
    "IDKindType": "IDKind",
}
"""What the types of the envelope are called in Python."""

Deep = tuple[Any, ...]


def public(module: Any) -> Iterator[tuple[str, type]]:
    """Yield the classes and enumerations of a public module."""
    yield from ((name, vars(module)[name]) for name in module.__all__)


def classes() -> list[type[Element]]:
    """Return every class of every noun and of the envelope, once."""
    found = [cls for module in (*MODULES.values(), envelope) for _, cls in public(module) if issubclass(cls, Element)]
    found += [profile.cls for profile in ENVELOPES.values()]
    return list(dict.fromkeys(found))


CLASSES = classes()


def target(cls: type[Element], member: Member) -> type | None:
    """Return the class or enumeration a member refers to, None when its type is built in."""
    if member.type.startswith(("xs:", "@")) or member.type == "any":
        return None
    found: type = vars(sys.modules[cls.__module__])[member.type]
    return found


def deep(cls: type, above: tuple[type, ...] = ()) -> Deep:
    """Return the structure of a class or enumeration all the way down, as the field tables have it."""
    if cls in above:
        return (cls.__name__, "again")
    if issubclass(cls, OpenEnum):
        return (cls.__name__, *(value.value for value in cls))
    assert issubclass(cls, Element)
    members = []
    for member in cls.__xml__.members:
        inside = target(cls, member)
        below = deep(inside, (*above, cls)) if inside is not None else ()
        members.append((*member, below))
    return (cls.__name__, *members)


# One class for the same structure


@pytest.mark.parametrize("name", ["Name", "NameType", "NameTypeAuthority", "Status", "ReadingType", "RationalNumber"])
def test_equal_types_of_two_nouns_are_one_class(name: str) -> None:
    assert getattr(meter_readings, name) is getattr(meter_config, name)


def test_further_equal_types_are_one_class() -> None:
    assert meter_readings.DateTimeInterval is get_meter_readings.DateTimeInterval
    assert meter_readings.EndDeviceEvent is end_device_events.EndDeviceEvent
    assert meter_config.Status is usage_point_config.Status
    assert meter_config.ComFunction is end_device_config.ComFunction
    assert meter_readings.ReadingReasonKind is meter_service_requests.ReadingReasonKind


def test_unequal_types_of_the_same_name_are_different_classes() -> None:
    assert meter_config.Meter is not meter_readings.Meter
    assert len(meter_config.Meter.__xml__.members) > len(meter_readings.Meter.__xml__.members)
    assert meter_service_requests.Name is not meter_readings.Name
    assert meter_config.Meter is not customer_meter_data_set.Meter


def test_the_envelope_shares_no_class_with_the_nouns() -> None:
    own = {cls for cls in CLASSES if cls.__module__ == "cim61968_9._generated.message"}
    nouns = {cls for module in MODULES.values() for _, cls in public(module)}
    assert {envelope.Name, envelope.NameType, envelope.Error, envelope.Header} <= own
    assert not own & nouns
    assert deep(envelope.Name) != deep(meter_readings.Name)


def test_classes_of_one_name_are_one_object_exactly_when_they_are_equal_all_the_way_down() -> None:
    by_name: dict[str, set[type]] = defaultdict(set)
    for module in MODULES.values():
        for name, cls in public(module):
            assert cls.__name__ == name
            by_name[name].add(cls)
    assert len(by_name) == 169
    for name, found in by_name.items():
        structures = {deep(cls) for cls in found}
        assert len(structures) == len(found), name


def test_equal_structures_with_a_different_value_would_be_told_apart() -> None:
    """The comparison above sees names, order, cardinality and what is further down."""
    structures = [deep(module.Meter) for module in (meter_config, meter_readings, customer_meter_data_set)]
    assert len(set(structures)) == 3
    name, *members = deep(meter_readings.Reading)
    tags = {member[1]: member for member in members}
    assert name == "Reading"
    assert tags["timePeriod"][-1] == deep(meter_readings.DateTimeInterval)
    assert tags["reason"][-1][:2] == ("ReadingReasonKind", "billing")


def test_shared_classes_live_in_common_and_others_with_their_noun() -> None:
    users: dict[type, set[str]] = defaultdict(set)
    for module_name, module in MODULES.items():
        for _, cls in public(module):
            users[cls].add(module_name)
    for cls, found in users.items():
        home = cls.__module__.removeprefix("cim61968_9._generated.")
        if not home.startswith("common."):
            assert home in found, cls
        if len(found) == 1:
            assert home in found, cls


def test_number_of_classes() -> None:
    """There are far fewer classes than types in the schemas, because most are shared."""
    roots = [etree.parse(str(path)).getroot() for path in sorted(XSD.glob("*.xsd"))]
    types = [node.get("name") for root in roots for node in root.iterchildren(f"{XS}complexType")]
    assert (len(CLASSES), len(types)) == (243, 574)
    assert 235 <= len(CLASSES) <= 265
    assert len(CLASSES) < len(types) / 2


# Names


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("mRID", "mrid"),
        ("isSdp", "is_sdp"),
        ("timeStamp", "time_stamp"),
        ("MessageID", "message_id"),
        ("CorrelationID", "correlation_id"),
        ("AsyncReplyFlag", "async_reply_flag"),
        ("IntervalBlocks", "interval_blocks"),
        ("Names", "names"),
        ("ReadingType", "reading_type"),
        ("supportsAutonomousDst", "supports_autonomous_dst"),
        ("amrAddress", "amr_address"),
        ("configID", "config_id"),
        ("email1", "email1"),
        ("ID", "id"),
        ("UserID", "user_id"),
        ("idType", "id_type"),
        ("operationId", "operation_id"),
    ],
)
def test_members_are_called_as_a_person_would_write_them(tag: str, name: str) -> None:
    names = {member.name for cls in CLASSES for member in cls.__xml__.members if member.tag == tag}
    assert names == {name}


def test_members_follow_one_rule() -> None:
    """Every name is the snake case of the tag, except for ``mRID`` and what has no name in XML."""
    odd = {
        (member.tag if member.kind != "text" else "", member.name)
        for cls in CLASSES
        for member in cls.__xml__.members
        if member.name != snake_case(member.tag)
    }
    assert odd == {("mRID", "mrid"), ("##other", "content"), ("##other", "extensions")}


def test_every_member_name_is_an_identifier_and_no_keyword() -> None:
    for cls in CLASSES:
        names = [member.name for member in cls.__xml__.members]
        assert len(set(names)) == len(names), cls
        for name in names:
            assert name.isidentifier(), (cls, name)
            assert name.isascii(), (cls, name)
            assert name == name.lower(), (cls, name)
            assert not keyword.iskeyword(name), (cls, name)
            assert not name.startswith("_"), (cls, name)
            assert not hasattr(Element, name), (cls, name)


def test_every_value_of_an_enumeration_has_a_name_that_leads_to_it() -> None:
    enums = {cls for module in (*MODULES.values(), envelope) for _, cls in public(module) if issubclass(cls, OpenEnum)}
    assert len(enums) == 30
    for enum in enums:
        for name, value in enum.__members__.items():
            assert name.isidentifier(), (enum, name)
            assert not keyword.iskeyword(name), (enum, name)
            assert getattr(enum, name) is value
            assert enum(value.value) is value
            assert name.rstrip("_") == re.sub(r"\W", "_", value.value), (enum, name)


# The field table, the class and the schema


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: f"{cls.__module__.rpartition('.')[2]}.{cls.__name__}")
def test_field_table_and_attributes_agree(cls: type[Element]) -> None:
    foreign, *own = attrs.fields(cls)
    assert foreign.name == "foreign"
    assert cls.__xml__.name == cls.__name__
    assert [attribute.name for attribute in own] == [member.name for member in cls.__xml__.members]
    for attribute, member in zip(own, cls.__xml__.members, strict=True):
        inside = target(cls, member)
        hint = inside.__name__ if inside is not None else PLAIN[member.type]
        assert attribute.kw_only
        if member.is_list:
            assert attribute.type == f"list[{hint}]"
            assert isinstance(attribute.default, attrs.Factory)  # type: ignore[arg-type]
            assert attribute.default.factory is list
        elif member.low:
            assert attribute.type == hint
            assert attribute.default is attrs.NOTHING
        else:
            assert attribute.type == f"{hint} | None"
            assert attribute.default is None


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: f"{cls.__module__.rpartition('.')[2]}.{cls.__name__}")
def test_what_is_required_must_be_given(cls: type[Element]) -> None:
    required = [member.name for member in cls.__xml__.members if member.low and not member.is_list]
    given = dict.fromkeys(required, "x")
    made = cls(**given)
    assert [getattr(made, name) for name in required] == ["x"] * len(required)
    for name in required:
        with pytest.raises(TypeError, match=f"'{name}'"):
            cls(**{key: value for key, value in given.items() if key != name})
    for member in cls.__xml__.members:
        if member.is_list:
            assert getattr(made, member.name) == []
            assert getattr(made, member.name) is not getattr(cls(**given), member.name)


Row = tuple[str, str, str, int, int | None]


def rows_of_schema(kind: etree._Element, root: etree._Element) -> list[Row]:
    """Return the members that a type has according to its schema file alone."""
    bases = {node.get("name"): node for node in root.iterchildren(f"{XS}simpleType")}
    rows: list[Row] = []
    for extension in kind.iter(f"{XS}extension"):
        rows.append(("value", "text", extension.get("base", ""), 1, 1))
    for node in kind.iter(f"{XS}element", f"{XS}any"):
        low, high = int(node.get("minOccurs", "1")), node.get("maxOccurs", "1")
        parent = node.getparent()
        assert parent is not None
        repeated = parent.tag == f"{XS}choice" and parent.get("maxOccurs") == "unbounded"
        most = None if high == "unbounded" or repeated else int(high)
        tag, type_name = node.get("name", "##other"), plain_type(node, bases)
        least = 0 if parent.tag == f"{XS}choice" else low
        rows.append((tag, "any" if type_name == "any" else "element", type_name, least, most))
    groups = [group.get("ref", "").rpartition(":")[2] for group in kind.iter(f"{XS}attributeGroup")]
    for group in root.iterchildren(f"{XS}attributeGroup"):
        if group.get("name") in groups:
            for node in group.iterchildren(f"{XS}attribute"):
                rows.append((node.get("name", ""), "attribute", plain_type(node, bases), 0, 1))
    for node in kind.iterchildren(f"{XS}attribute"):
        rows.append((node.get("name", ""), "attribute", plain_type(node, bases), int(node.get("use") == "required"), 1))
    return rows


def plain_type(node: etree._Element, bases: dict[str | None, etree._Element]) -> str:
    """Return the type of a member as field tables have it: that of a simple type without values is its base."""
    if node.tag == f"{XS}any":
        return "any"
    name = node.get("type")
    if name is None:
        assert [child.get("name") for child in node.iter(f"{XS}attribute")] == ["ref"]
        return "@ref"
    prefix, _, local = name.rpartition(":")
    if prefix == "xs":
        return name
    simple = bases.get(local)
    if simple is None or next(simple.iter(f"{XS}enumeration"), None) is not None:
        return RENAMED.get(local, local) if root_is_message(node) else local
    (restriction,) = simple.iterchildren(f"{XS}restriction")
    return str(restriction.get("base"))


def root_is_message(node: etree._Element) -> bool:
    return (node.getroottree().getroot().get("targetNamespace") or "").endswith("message")


@pytest.mark.parametrize("path", sorted(XSD.glob("*.xsd")), ids=lambda path: path.stem)
def test_field_tables_say_what_the_schema_says(path: Path) -> None:
    """Names, order, kinds, types and cardinalities of every type, read from the file without the generator."""
    root = etree.parse(str(path)).getroot()
    message = path.stem == "Message"
    module = importlib.import_module(f"cim61968_9._generated.{snake_case(path.stem)}")
    for kind in root.iterchildren(f"{XS}complexType"):
        name = kind.get("name", "")
        cls = getattr(module, RENAMED.get(name, name) if message else name)
        table = [(item.tag, item.kind, item.type, item.low, item.high) for item in cls.__xml__.members]
        expected = rows_of_schema(kind, root)
        if cls.__xml__.text is not None:
            table = [(item[0] if item[1] != "text" else "value", *item[1:]) for item in table]
        assert table == expected, name


@pytest.mark.parametrize("path", sorted(XSD.glob("*.xsd")), ids=lambda path: path.stem)
def test_enumerations_have_the_values_of_the_schema_in_order(path: Path) -> None:
    root = etree.parse(str(path)).getroot()
    module = importlib.import_module(f"cim61968_9._generated.{snake_case(path.stem)}")
    for simple in root.iterchildren(f"{XS}simpleType"):
        values = [node.get("value") for node in simple.iter(f"{XS}enumeration")]
        if values:
            name = simple.get("name", "")
            enum = getattr(module, RENAMED.get(name, name) if path.stem == "Message" else name)
            assert [value.value for value in enum] == values


def test_public_modules_offer_all_classes_of_their_noun() -> None:
    assert sorted(MODULES) == sorted(snake_case(name) for name in cim.PROFILES)
    for name, profile in cim.PROFILES.items():
        module = MODULES[snake_case(name)]
        root = etree.parse(str(XSD / f"{name}.xsd")).getroot()
        kinds = {node.get("name") for node in root.iterchildren(f"{XS}complexType")}
        kinds |= {
            node.get("name")
            for node in root.iterchildren(f"{XS}simpleType")
            if next(node.iter(f"{XS}enumeration"), None) is not None
        }
        assert set(module.__all__) == kinds
        assert getattr(module, name) is profile.cls is getattr(cim, name)


def test_generated_modules_are_plain_python() -> None:
    """Nothing runs at import but definitions."""
    for path in sorted((Path(cim.__file__).parent / "profiles").glob("*.py")):
        kinds = {type(node) for node in ast.parse(path.read_text(encoding="utf-8")).body}
        assert kinds <= {ast.Expr, ast.ImportFrom, ast.Assign}, path.name
