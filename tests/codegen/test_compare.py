"""Tests of the comparison of two folders of schemas."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cim61968_9_codegen.compare import Comparison, Difference, as_table, compare

XSD = Path(__file__).parents[2] / "xsd" / "2011"

Folder = Callable[..., Path]
Differ = Callable[[str, str], list[tuple[str, str, str, str]]]

TEA = """
  <xs:element name="TeaOrder" type="t:TeaOrder"/>
  <xs:complexType name="TeaOrder">
    <xs:sequence>
      <xs:element name="number" type="xs:string"/>
      <xs:element name="Pot" type="t:Pot" minOccurs="0" maxOccurs="unbounded"/>
      <xs:element name="remark" type="xs:string" minOccurs="0"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="Pot">
    <xs:sequence>
      <xs:element name="leaf" type="t:Leaf"/>
      <xs:element name="litres" type="xs:decimal" minOccurs="0"/>
      <xs:element name="Cup" type="t:Cup" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="ref" type="xs:string"/>
  </xs:complexType>
  <xs:complexType name="Cup">
    <xs:sequence>
      <xs:element name="colour" type="xs:string"/>
      <xs:element name="handle" type="xs:boolean"/>
    </xs:sequence>
  </xs:complexType>
  <xs:simpleType name="Leaf">
    <xs:restriction base="xs:string">
      <xs:enumeration value="green"/>
      <xs:enumeration value="black"/>
    </xs:restriction>
  </xs:simpleType>
"""


def schema(body: str, namespace: str = "urn:tea", form: str = "qualified") -> str:
    return (
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="{namespace}" targetNamespace="{namespace}"'
        f' elementFormDefault="{form}">\n{body}\n</xs:schema>\n'
    )


def content(model: str, name: str = "R", after: str = "") -> str:
    """Return a schema whose only root has this content."""
    return schema(f'<xs:element name="{name}"><xs:complexType>{model}{after}</xs:complexType></xs:element>')


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    def make(name: str, *texts: str, **files: str) -> Path:
        path = tmp_path / name
        path.mkdir()
        named = {**{f"{name}{number}": text for number, text in enumerate(texts)}, **files}
        for stem, text in named.items():
            (path / f"{stem}.xsd").write_text(text, encoding="utf-8")
        return path

    return make


@pytest.fixture
def differ(folder: Folder) -> Differ:
    def run(ours: str, theirs: str) -> list[tuple[str, str, str, str]]:
        return rows(compare(folder("ours", ours), folder("theirs", theirs)))

    return run


def rows(comparison: Comparison) -> list[tuple[str, str, str, str]]:
    assert comparison.notes == ()
    return [(item.path, item.what, item.ours, item.theirs) for item in comparison.differences]


def test_a_folder_equals_itself(folder: Folder) -> None:
    ours, theirs = folder("ours", schema(TEA)), folder("theirs", schema(TEA))
    assert compare(ours, theirs) == Comparison((), 9, (), ())


def test_names_and_places_of_types_do_not_matter(differ: Differ) -> None:
    nested = """
      <xs:element name="TeaOrder"><xs:complexType><xs:sequence>
        <xs:group ref="t:Head"/>
        <xs:element name="remark" type="xs:string" minOccurs="0"/>
      </xs:sequence></xs:complexType></xs:element>
      <xs:group name="Head"><xs:sequence>
        <xs:element name="number" type="t:Number"/>
        <xs:element name="Pot" type="t:BigPot" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence></xs:group>
      <xs:simpleType name="Number">
        <xs:restriction base="xs:string"><xs:maxLength value="9"/></xs:restriction>
      </xs:simpleType>
      <xs:complexType name="AnyPot">
        <xs:sequence><xs:element name="leaf">
          <xs:simpleType><xs:restriction base="xs:string">
            <xs:enumeration value="black"/><xs:enumeration value="green"/>
          </xs:restriction></xs:simpleType>
        </xs:element></xs:sequence>
        <xs:attributeGroup ref="t:Refs"/>
      </xs:complexType>
      <xs:attributeGroup name="Refs"><xs:attribute name="ref" type="xs:string"/></xs:attributeGroup>
      <xs:complexType name="BigPot"><xs:complexContent><xs:extension base="t:AnyPot"><xs:sequence>
        <xs:element name="litres" type="xs:decimal" minOccurs="0"/>
        <xs:element name="Cup" minOccurs="0"><xs:complexType><xs:sequence>
          <xs:sequence><xs:element name="colour" type="xs:string"/></xs:sequence>
          <xs:element name="handle" type="xs:boolean"/>
        </xs:sequence></xs:complexType></xs:element>
      </xs:sequence></xs:extension></xs:complexContent></xs:complexType>
    """
    assert differ(schema(TEA), schema(nested)) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            '<xs:element name="litres"',
            '<xs:element name="steepTime" type="xs:duration" minOccurs="0"/><xs:element name="litres"',
            ("TeaOrder/Pot/steepTime", "added", "", "duration 0..1 after leaf"),
            id="added in the middle",
        ),
        pytest.param(
            '<xs:element name="number" type="xs:string"/>',
            '<xs:element name="Table" type="t:Cup"/><xs:element name="number" type="xs:string"/>',
            ("TeaOrder/Table", "added", "", "complex 1..1 first"),
            id="subtree added at the front",
        ),
        pytest.param(
            '<xs:element name="Cup" type="t:Cup" minOccurs="0"/>',
            "",
            ("TeaOrder/Pot/Cup", "missing", "complex 0..1", ""),
            id="subtree removed",
        ),
        pytest.param(
            '<xs:element name="Pot" type="t:Pot" minOccurs="0" maxOccurs="unbounded"/>',
            '<xs:element name="Pot" type="t:Pot" maxOccurs="4"/>',
            ("TeaOrder/Pot", "cardinality", "0..*", "1..4"),
            id="cardinality",
        ),
        pytest.param(
            '<xs:enumeration value="green"/>',
            '<xs:enumeration value="white"/><xs:enumeration value="oolong"/>',
            ("TeaOrder/Pot/leaf", "enumeration", "green", "oolong, white"),
            id="enumeration",
        ),
        pytest.param(
            '<xs:element name="leaf" type="t:Leaf"/>',
            '<xs:element name="leaf" type="xs:string"/>',
            ("TeaOrder/Pot/leaf", "enumeration", "black, green", "any value"),
            id="enumeration opened",
        ),
        pytest.param(
            'type="xs:decimal"',
            'type="xs:float"',
            ("TeaOrder/Pot/litres", "type", "decimal", "float"),
            id="simple type",
        ),
        pytest.param(
            'type="t:Cup"',
            'type="xs:string"',
            ("TeaOrder/Pot/Cup", "type", "complex", "string"),
            id="complex type made simple",
        ),
        pytest.param(
            '<xs:complexType name="Cup">',
            '<xs:complexType name="Cup" mixed="true">',
            ("TeaOrder/Pot/Cup", "type", "complex", "mixed"),
            id="mixed content",
        ),
        pytest.param(
            '<xs:attribute name="ref" type="xs:string"/>',
            '<xs:attribute name="ref" type="xs:string"/><xs:attribute name="kind" type="t:Leaf" use="required"/>',
            ("TeaOrder/Pot", "attributes", "", "kind string (black | green) required"),
            id="attribute added",
        ),
        pytest.param(
            '<xs:attribute name="ref" type="xs:string"/>',
            '<xs:attribute name="ref" type="xs:anyURI" use="required"/><xs:attribute name="no" use="prohibited"/>',
            ("TeaOrder/Pot", "attributes", "ref string optional", "ref anyURI required"),
            id="attribute changed",
        ),
        pytest.param(
            '<xs:attribute name="ref" type="xs:string"/>',
            '<xs:attribute name="ref" type="xs:string"/><xs:anyAttribute processContents="lax"/>',
            ("TeaOrder/Pot/@*", "wildcard", "", "##any lax"),
            id="attribute wildcard",
        ),
        pytest.param(
            '<xs:element name="colour" type="xs:string"/>\n      <xs:element name="handle" type="xs:boolean"/>',
            '<xs:element name="handle" type="xs:boolean"/><xs:element name="colour" type="xs:string"/>',
            ("TeaOrder/Pot/Cup", "order", "colour, handle", "handle, colour"),
            id="order",
        ),
    ],
)
def test_one_change_is_one_difference(differ: Differ, old: str, new: str, expected: tuple[str, str, str, str]) -> None:
    assert TEA.count(old) == 1
    assert differ(schema(TEA), schema(TEA.replace(old, new))) == [expected]


A = '<xs:element name="a" type="xs:int"/>'
B = '<xs:element name="b" type="xs:int"/>'
C = '<xs:element name="c" type="xs:int"/>'


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        pytest.param(
            f"<xs:choice>{A}{B}</xs:choice>",
            f"<xs:sequence>{A}{B}</xs:sequence>",
            [("R", "choice", "choice 1..1 (a | b)", "sequence")],
            id="choice made a sequence",
        ),
        pytest.param(
            f"<xs:choice>{A}{B}</xs:choice>",
            f'<xs:choice minOccurs="0" maxOccurs="unbounded">{A}{B}</xs:choice>',
            [("R", "choice", "choice 1..1 (a | b)", "choice 0..* (a | b)")],
            id="cardinality of a choice",
        ),
        pytest.param(
            f"<xs:sequence><xs:choice>{A}{B}</xs:choice>{C}</xs:sequence>",
            f"<xs:sequence>{A}<xs:choice>{B}{C}</xs:choice></xs:sequence>",
            [("R", "choice", "choice 1..1 (a | b)", "choice 1..1 (b | c)")],
            id="other members of a choice",
        ),
        pytest.param(
            f"<xs:sequence>{A}{B}{C}</xs:sequence>",
            f'<xs:sequence>{A}<xs:sequence minOccurs="0">{B}{C}</xs:sequence></xs:sequence>',
            [("R", "choice", "sequence", "sequence 0..1 (b, c)")],
            id="optional sequence",
        ),
        pytest.param(
            f"<xs:choice>{A}<xs:sequence>{B}{C}</xs:sequence></xs:choice>",
            f"<xs:choice>{A}{B}{C}</xs:choice>",
            [("R", "choice", "choice 1..1 (a | sequence 1..1 (b, c))", "choice 1..1 (a | b | c)")],
            id="sequence in a choice",
        ),
        pytest.param(
            f"<xs:choice>{A}{B}{C}</xs:choice>",
            f"<xs:choice>{C}<xs:choice>{B}{A}</xs:choice></xs:choice>",
            [],
            id="order in a choice does not matter",
        ),
        pytest.param(f"<xs:all>{A}{B}</xs:all>", f"<xs:all>{B}{A}</xs:all>", [], id="order in all does not matter"),
        pytest.param(
            f"<xs:sequence>{A}{B}{C}</xs:sequence>",
            f"<xs:sequence>{A}{C}{B}</xs:sequence>",
            [("R", "order", "b, c", "c, b")],
            id="only what moved",
        ),
        pytest.param(
            f"<xs:sequence>{A}{B}{A}</xs:sequence>",
            f"<xs:sequence>{A}{B}</xs:sequence>",
            [("R/a[2]", "missing", "int 1..1", "")],
            id="the same name twice",
        ),
        pytest.param(
            f'<xs:sequence>{A}<xs:any namespace="##other" processContents="lax"/></xs:sequence>',
            f'<xs:sequence>{A}<xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>',
            [("R/*", "wildcard", "##other lax 1..1", "##any skip 0..*")],
            id="wildcard changed",
        ),
        pytest.param(
            f'<xs:sequence>{A}<xs:any namespace="urn:tea ##local"/></xs:sequence>',
            f"<xs:sequence>{A}</xs:sequence>",
            [("R/*", "wildcard", "##local ##targetNamespace strict 1..1", "")],
            id="wildcard removed",
        ),
        pytest.param(
            f'<xs:sequence>{A}<xs:element name="d" minOccurs="0" maxOccurs="0"/></xs:sequence>',
            f"<xs:sequence>{A}</xs:sequence>",
            [],
            id="an element that may never occur",
        ),
        pytest.param("", '<xs:attribute name="x"/>', [("R", "attributes", "", "x anySimpleType optional")], id="empty"),
    ],
)
def test_content_models(differ: Differ, ours: str, theirs: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert differ(content(ours), content(theirs)) == expected


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ('<xs:list itemType="xs:int"/>', '<xs:list itemType="xs:long"/>', ("type", "list of int", "list of long")),
        (
            '<xs:union memberTypes="xs:int xs:date"/>',
            '<xs:restriction base="xs:NMTOKENS"/>',
            ("type", "union of date, int", "NMTOKENS"),
        ),
        (
            '<xs:union memberTypes="t:V xs:string"/>',
            '<xs:union memberTypes="t:W xs:string"/>',
            ("enumeration", "", "two"),
        ),
    ],
)
def test_lists_and_unions(differ: Differ, ours: str, theirs: str, expected: tuple[str, str, str]) -> None:
    values = """
      <xs:simpleType name="V"><xs:restriction base="xs:token">
        <xs:enumeration value="one"/>
      </xs:restriction></xs:simpleType>
      <xs:simpleType name="W"><xs:restriction base="xs:token">
        <xs:enumeration value="one"/><xs:enumeration value="two"/>
      </xs:restriction></xs:simpleType>
    """
    texts = [
        schema(f'<xs:element name="R"><xs:simpleType>{kind}</xs:simpleType></xs:element>{values}')
        for kind in (ours, theirs)
    ]
    assert differ(*texts) == [("R", *expected)]


def test_simple_content_counts_as_its_simple_type(differ: Differ) -> None:
    extension = '<xs:extension base="xs:string"><xs:attribute name="u"/></xs:extension>'
    plain = schema('<xs:element name="R" type="xs:string"/>')
    assert differ(plain, content(f"<xs:simpleContent>{extension}</xs:simpleContent>")) == [
        ("R", "attributes", "", "u anySimpleType optional")
    ]


def test_a_namespace_is_one_difference(differ: Differ) -> None:
    found = differ(schema(TEA), schema(TEA, "urn:coffee"))
    assert found == [("TeaOrder", "namespace", "urn:tea", "urn:coffee")]


def test_unqualified_members_are_one_difference(differ: Differ) -> None:
    found = differ(schema(TEA), schema(TEA, form="unqualified"))
    assert found == [("TeaOrder/number", "namespace", "urn:tea", "")]


def test_roots_on_one_side_only(folder: Folder) -> None:
    ours = folder("ours", content("", "Both"), content("", "Mine"))
    theirs = folder("theirs", content("", "Both"), content("", "Yours"), content("", "Others"))
    assert compare(ours, theirs) == Comparison((), 1, ("Mine",), ("Others", "Yours"))


def test_nothing_in_common_is_said(folder: Folder) -> None:
    found = compare(folder("ours", content("", "Mine")), folder("theirs", content("", "Yours")))
    assert found.notes == ("no root element is declared on both sides",)


def test_include_and_import(folder: Folder) -> None:
    """Parts without a namespace and parts that need their includer are read with the file that includes them."""
    head, tail = TEA.split('  <xs:complexType name="Cup">')
    part = '<xs:complexType name="Cup">' + tail
    bare = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">{part}</xs:schema>'
    include = '<xs:include schemaLocation="part%20one.xsd"/>'
    split = folder("theirs", schema(include + head), **{"part one": bare})
    assert rows(compare(folder("ours", schema(TEA)), split)) == []
    types = schema('<xs:simpleType name="N"><xs:restriction base="xs:int"/></xs:simpleType>', "urn:types")
    text = schema('<xs:import namespace="urn:types" schemaLocation="types.xsd"/><xs:element name="R" type="o:N"/>')
    imported = folder("imported", text.replace("<xs:schema", '<xs:schema xmlns:o="urn:types"'), types=types)
    plain = folder("plain", schema('<xs:element name="R" type="xs:int"/>'))
    assert rows(compare(plain, imported)) == []


def test_schemas_that_include_each_other(folder: Folder) -> None:
    one = schema(f'<xs:include schemaLocation="two.xsd"/>{TEA}')
    two = schema('<xs:include schemaLocation="one.xsd"/><xs:element name="Tray" type="t:Cup"/>')
    found = compare(folder("ours", one=one, two=two), folder("theirs", schema(TEA)))
    assert (rows(found), found.only_ours, found.paths) == ([], ("Tray",), 9)


def test_an_element_another_one_refers_to_is_no_root(folder: Folder) -> None:
    cup = '<xs:element name="Cup" type="xs:int"/>'
    inside = '<xs:complexType><xs:sequence><xs:element ref="t:Cup"/></xs:sequence></xs:complexType>'
    theirs = folder("theirs", schema(f'<xs:element name="Tray">{inside}</xs:element>{cup}'))
    assert compare(folder("ours", content("", "Other")), theirs).only_theirs == ("Tray",)
    found = compare(folder("again", schema(cup.replace("xs:int", "xs:long"))), theirs)
    assert (rows(found), found.only_theirs) == ([("Cup", "type", "long", "int")], ("Tray",))


def test_recursion_ends(folder: Folder) -> None:
    text = """
      <xs:element name="Node"><xs:complexType><xs:sequence>
        <xs:element name="label" type="xs:string"/>
        <xs:element ref="t:Node" minOccurs="0" maxOccurs="unbounded"/>
        <xs:element name="Link" type="t:Link" minOccurs="0"/>
      </xs:sequence></xs:complexType></xs:element>
      <xs:complexType name="Link"><xs:sequence>
        <xs:element name="Next" type="t:Link" minOccurs="0"/><xs:element ref="t:Node"/>
      </xs:sequence></xs:complexType>
    """
    ours = folder("ours", schema(text))
    found = compare(ours, folder("theirs", schema(text.replace("xs:string", "xs:token"))))
    assert rows(found) == [("Node/label", "type", "string", "token")]
    assert found.paths == 6


def test_deep_groups_are_read(folder: Folder) -> None:
    deep = '<xs:sequence minOccurs="0">' * 30 + A + "</xs:sequence>" * 30
    found = compare(folder("ours", content(deep)), folder("theirs", content(deep.replace("xs:int", "xs:long"))))
    assert [(item.path, item.what) for item in found.differences] == [("R/a", "type")]


def test_a_group_within_itself_is_said_and_the_rest_compared(folder: Folder) -> None:
    user = '<xs:element name="R"><xs:complexType><xs:group ref="t:G"/></xs:complexType></xs:element>'
    group = f'<xs:group name="G"><xs:choice>{A}<xs:group ref="t:G"/></xs:choice></xs:group>'
    found = compare(folder("ours", content(f"<xs:choice>{A}</xs:choice>")), folder("theirs", schema(user + group)))
    assert found.differences == ()
    assert [note.partition(": ")[2] for note in found.notes] == ["Circular definition detected for group '{urn:tea}G'"]


def test_roots_that_refer_to_each_other(folder: Folder) -> None:
    text = "".join(
        f'<xs:element name="{name}"><xs:complexType><xs:sequence><xs:element ref="t:{other}" minOccurs="0"/>'
        "</xs:sequence></xs:complexType></xs:element>"
        for name, other in (("Hen", "Egg"), ("Egg", "Hen"))
    )
    found = compare(folder("ours", schema(text)), folder("theirs", schema(text)))
    assert (rows(found), found.only_ours, found.paths) == ([], (), 6)


def test_a_root_declared_twice_is_said(folder: Folder) -> None:
    """The declaration in the same namespace is the one to compare."""
    ours = folder("ours", schema('<xs:element name="R" type="xs:int"/>', "urn:b"))
    one = schema('<xs:element name="R" type="xs:date"/>', "urn:a")
    theirs = folder("theirs", one=one, two=schema('<xs:element name="R" type="xs:int"/>', "urn:b"))
    found = compare(ours, theirs)
    assert found.differences == ()
    assert found.notes == (f"{theirs}: R is declared by several files, of which one is compared: one.xsd, two.xsd",)


def test_what_cannot_be_resolved_is_said_with_its_line(folder: Folder) -> None:
    text = schema('<xs:include schemaLocation="gone.xsd"/>\n<xs:element name="R" type="t:Gone"/>')
    theirs = folder("theirs", text)
    found = compare(folder("ours", schema('<xs:element name="R" type="xs:int"/>')), theirs)
    assert [(item.what, item.theirs) for item in found.differences] == [("type", "anyType")]
    assert len(found.notes) == 2
    assert "gone.xsd" in found.notes[0]
    assert found.notes[1] == f"{theirs.resolve() / 'theirs0.xsd'}, line 3: unknown type 't:Gone'"


def test_nothing_is_fetched_from_the_network(folder: Folder) -> None:
    text = schema('<xs:import namespace="urn:far" schemaLocation="http://localhost:9/far.xsd"/><xs:element name="R"/>')
    (note,) = compare(folder("ours", text), folder("theirs", schema('<xs:element name="R"/>'))).notes
    assert "block access to remote resource" in note


def test_a_folder_without_schemas(folder: Folder, tmp_path: Path) -> None:
    ours, empty = folder("ours", schema(TEA)), folder("empty")
    with pytest.raises(ValueError, match=r"empty: no XSD file \(\*\.xsd\) in this folder"):
        compare(ours, empty)
    with pytest.raises(ValueError, match="nowhere: no such folder"):
        compare(tmp_path / "nowhere", ours)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<a>\n<b>\n</a>", r"theirs0\.xsd, line 3: not well-formed XML: .*mismatch"),
        ("", r"theirs0\.xsd, line 1: not well-formed XML: "),
        ("\n<note/>", r"theirs0\.xsd, line 2: no XML schema, its root element is note"),
    ],
)
def test_a_file_that_is_no_schema(folder: Folder, text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        compare(folder("ours", schema(TEA)), folder("theirs", text))


def test_table(folder: Folder) -> None:
    values = "".join(f'<xs:enumeration value="blend number {number}"/>' for number in range(40))
    text = TEA.replace('<xs:enumeration value="black"/>', values).replace('"xs:decimal"', '"xs:float"')
    found = compare(folder("ours", schema(TEA), content("", "Mine")), folder("theirs", schema(text)))
    lines = as_table(found).splitlines()
    assert lines[0] == f"path{' ' * 15}  what         ours     theirs"
    assert lines[2].startswith("TeaOrder/Pot/leaf    enumeration  black    blend number 0, blend")
    assert "…" in lines[2]
    assert lines[3:] == [
        "TeaOrder/Pot/litres  type         decimal  float",
        "",
        "only here: Mine",
        "9 paths compared, 2 differences, 1 root only here, 0 roots only there",
    ]
    assert max(map(len, lines)) < 190


def test_table_without_differences() -> None:
    assert as_table(Comparison((), 1, (), ())) == (
        "1 path compared, 0 differences, 0 roots only here, 0 roots only there"
    )


def test_table_shortens_long_paths_in_the_middle_and_marks_what_is_absent() -> None:
    path = "/".join(["Root", *(f"Member{number}" for number in range(20)), "last"])
    table = as_table(Comparison((Difference("Root", path, "missing", "string 0..1", ""),), 3, (), (), ("a remark",)))
    row = table.splitlines()[2]
    assert row.startswith("Root/Member0/")
    assert row.endswith("/last  missing  string 0..1  -")
    assert table.splitlines()[-2:] == [
        "note: a remark",
        "3 paths compared, 1 difference, 0 roots only here, 0 roots only there",
    ]


def test_two_changes_in_the_schemas_of_the_library(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    shutil.copytree(XSD, theirs)
    replace(theirs / "MeterReadings.xsd", 'type="m:MeterReading" minOccurs="0"', 'type="m:MeterReading" minOccurs="1"')
    replace(theirs / "GetEndDeviceEvents.xsd", 'name="severity" type="xs:string"', 'name="severity" type="xs:token"')
    found = compare(XSD, theirs)
    assert rows(found) == [
        ("GetEndDeviceEvents/EndDeviceEvent/severity", "type", "string", "token"),
        ("MeterReadings/MeterReading", "cardinality", "0..*", "1..*"),
    ]
    assert (found.only_ours, found.only_theirs) == ((), ())
    assert found.paths > 5000


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
