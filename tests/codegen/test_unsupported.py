"""Tests that constructs which field tables cannot express are refused: all at once, with place and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from cim61968_9_codegen.analyse import load
from cim61968_9_codegen.cli import main
from cim61968_9_codegen.unsupported import Place, UnsupportedSchemaError

QUALIFIED = 'elementFormDefault="qualified"'
NO_FORM = "attributes of messages stand in no namespace: declare it within the type, without a form"
NO_NAMESPACE = "set it if messages have the namespace on all elements; elements without one cannot be read"


def schema(*lines: str, more: str = QUALIFIED, namespace: str = "urn:x") -> str:
    """Return a schema whose first line of content is line 2 of the file."""
    body = "\n".join(lines)
    return (
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="{namespace}" xmlns:o="urn:o"'
        f' targetNamespace="{namespace}" {more}>\n{body}\n</xs:schema>\n'
    )


def el(name: str, kind: str = "xs:string", more: str = "") -> str:
    return f'<xs:element name="{name}" type="{kind}" {more}/>'


def kind(*lines: str, name: str = "T", more: str = "") -> str:
    """Return a type whose content begins in the line after its own."""
    content = "\n".join(lines)
    return f'<xs:complexType name="{name}" {more}>\n{content}\n</xs:complexType>'


def save(folder: Path, **files: str) -> list[Path]:
    for name, text in files.items():
        (folder / f"{name}.xsd").write_text(text, encoding="utf-8")
    return sorted(folder.glob("*.xsd"))


def refused(folder: Path, **files: str) -> tuple[Place, ...]:
    with pytest.raises(UnsupportedSchemaError) as raised:
        load(save(folder, **files))
    return raised.value.places


A, B, C = el("a"), el("b"), el("c")
SEQ = "<xs:sequence>{}</xs:sequence>"
CASES = {
    "elements without a namespace": (
        schema(kind(SEQ.format(A)), more=""),
        [(1, "the schema", 'elementFormDefault is not "qualified"', NO_NAMESPACE)],
    ),
    "one element without a namespace": (
        schema(kind(SEQ.format(el("a", more='form="unqualified"')))),
        [(3, "T", "form='unqualified' on a", "remove it if messages have the namespace there")],
    ),
    "an attribute in a namespace": (
        schema(kind('<xs:attribute name="z" form="qualified"/>')),
        [(3, "T", "the attribute z in the namespace 'urn:x'", NO_FORM)],
    ),
    "attributes in a namespace": (
        schema(
            kind('<xs:attribute name="z"/>', '<xs:attribute name="y" form="unqualified"/>'),
            more=f'{QUALIFIED} attributeFormDefault="qualified"',
        ),
        [(3, "T", "the attribute z in the namespace 'urn:x'", NO_FORM)],
    ),
    "an attribute of XML": (
        schema(kind('<xs:attribute ref="xml:lang"/>')),
        [(3, "T", "the attribute xml:lang in the namespace 'http://www.w3.org/XML/1998/namespace'", NO_FORM)],
    ),
    "nil": (
        schema(kind(SEQ.format(el("a", more='nillable="true"')))),
        [(3, "T", "nillable on a", "remove it if no message has xsi:nil there")],
    ),
    "a root that can be nil": (
        schema(el("R", "t:T", 'nillable="1"'), kind(SEQ.format(A))),
        [(2, "element R", "nillable on R", "remove it if no message has xsi:nil there")],
    ),
    "mixed content": (
        schema(kind(SEQ.format(A), more='mixed="true"')),
        [(2, "T", "mixed content", 'remove mixed="true" if there is no text between the elements')],
    ),
    "mixed content that is extended": (
        schema(
            kind(
                f'<xs:complexContent mixed="true"><xs:extension base="t:B">{SEQ.format(A)}</xs:extension>'
                "</xs:complexContent>"
            ),
            kind(SEQ.format(B), name="B"),
        ),
        [(3, "T", "mixed content", 'remove mixed="true" if there is no text between the elements')],
    ),
    "a choice between sequences": (
        schema(kind("<xs:choice>", SEQ.format(A + B), C, "</xs:choice>")),
        [(4, "T", "a sequence of 2 members as one branch of a choice", "give the branch an element around it")],
    ),
    "a choice with a repeating choice": (
        schema(kind("<xs:choice>", f'<xs:choice maxOccurs="2">{A}{B}</xs:choice>', C, "</xs:choice>")),
        [(4, "T", "a repeating choice as one branch of a choice", "give the branch an element around it")],
    ),
    "a sequence in a repeating choice": (
        schema(kind('<xs:choice maxOccurs="unbounded">', SEQ.format(A + B), C, "</xs:choice>")),
        [(4, "T", "a sequence of 2 members as one branch of a choice", "give the branch an element around it")],
    ),
    "a repeating sequence": (
        schema(kind(f'<xs:sequence maxOccurs="3">{A}{B}</xs:sequence>')),
        [(3, "T", "a sequence of 2 members that repeats", "give the members an element around them that repeats")],
    ),
    "a repeating group": (
        schema(
            kind('<xs:group ref="t:G" maxOccurs="unbounded"/>'), f'<xs:group name="G">{SEQ.format(A + B)}</xs:group>'
        ),
        [(3, "T", "a sequence of 2 members that repeats", "give the members an element around them that repeats")],
    ),
    "an element in two places": (
        schema(kind(SEQ.format("\n".join((A, B, A))))),
        [(5, "T", "the element a in two places", "join the two, or rename one")],
    ),
    "an element in two places of a type and its base": (
        schema(
            kind(f'<xs:complexContent><xs:extension base="t:B">{SEQ.format(A)}</xs:extension></xs:complexContent>'),
            kind(SEQ.format(A), name="B"),
        ),
        [(3, "T", "the element a in two places", "join the two, or rename one")],
    ),
    "two wildcards": (
        schema(kind(SEQ.format('<xs:any namespace="##other"/>\n<xs:any namespace="##local"/>'))),
        [(4, "T", "a second wildcard", "join the two, or rename one")],
    ),
    "a wildcard in a repeating choice": (
        schema(kind('<xs:choice maxOccurs="9">', A, '<xs:any namespace="##other"/>', "</xs:choice>")),
        [(5, "T", "a wildcard in a repeating choice", "put the wildcard after the choice")],
    ),
    "all": (
        schema(kind(f"<xs:all>{A}{B}</xs:all>")),
        [(3, "T", "xs:all", "replace it by xs:sequence if the order is always the same")],
    ),
    "an abstract type": (
        schema(kind(SEQ.format(el("a", "t:B"))), kind(SEQ.format(B), name="B", more='abstract="true"')),
        [(3, "T", "the abstract type B", "give the element one of its extensions")],
    ),
    "alternatives": (
        schema(kind(SEQ.format('<xs:element name="a" type="xs:string"><xs:alternative type="xs:int"/></xs:element>'))),
        [(3, "T", "xs:alternative in a", "give the element one type")],
    ),
    "open content": (
        schema(kind(f"<xs:openContent/>{SEQ.format(A)}")),
        [(3, "T", "xs:openContent", "write an xs:any where other elements may stand")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_what_cannot_be_expressed_is_refused(
    tmp_path: Path, text: str, expected: list[tuple[int, str, str, str]]
) -> None:
    found = refused(tmp_path, R=text)
    assert found == tuple(Place(str(tmp_path / "R.xsd"), *place) for place in expected)


def test_elements_of_another_namespace_are_refused(tmp_path: Path) -> None:
    """A message has the elements of one namespace; the place is where the element is declared."""
    head = '<xs:import namespace="urn:o" schemaLocation="O.xsd"/>'
    files = {
        "R": schema(head, kind(SEQ.format(el("s", "o:Site")))),
        "O": schema(kind(SEQ.format(A), name="Site"), namespace="urn:o"),
    }
    remedy = "declare its type in a file without a targetNamespace, and include that"
    place = Place(str(tmp_path / "O.xsd"), 3, "Site", "the element a of the namespace 'urn:o'", remedy)
    assert refused(tmp_path, **files) == (place,)


def test_all_places_of_all_files_are_listed_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An inherited construct is listed where it stands, however many types take it over."""
    derived = '<xs:complexContent><xs:extension base="t:T"/></xs:complexContent>'
    files = {
        "R": schema(
            kind(f"<xs:all>{A}{B}</xs:all>", more='mixed="true"'),
            kind(derived, name="D"),
            kind(derived, name="E"),
        ),
        "S": schema(kind(SEQ.format(el("n", more='nillable="true"'))), namespace="urn:s"),
    }
    save(tmp_path, **files)
    assert main(["build", str(tmp_path), "--package", "acme", "--out", str(tmp_path / "out")]) == 2
    assert not (tmp_path / "out").exists()
    assert capsys.readouterr().err == (
        "cim61968-9-codegen: the schemas use 3 constructs that generated classes cannot express:\n"
        f'  {tmp_path / "R.xsd"}, line 2, T: mixed content; remove mixed="true" if there is no text between the'
        " elements\n"
        f"  {tmp_path / 'R.xsd'}, line 3, T: xs:all; replace it by xs:sequence if the order is always the same\n"
        f"  {tmp_path / 'S.xsd'}, line 3, T: nillable on n; remove it if no message has xsi:nil there\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        schema(kind(SEQ.format('<xs:element ref="t:a"/>')), el("a"), more=""),
        schema(kind(SEQ.format(el("a", more='form="qualified"'))), more=""),
        schema(kind("<xs:all/>"), el("R", "t:T", 'abstract="true" nillable="true"')),
        schema(kind(SEQ.format(A), more='abstract="true" mixed="false"')),
        schema(kind('<xs:attribute name="z" use="prohibited" form="qualified"/>')),
        schema(kind(SEQ.format(A + A.replace("/>", ' maxOccurs="0" minOccurs="0"/>')))),
    ],
    ids=["global elements", "qualified", "nothing in any order", "only a base", "prohibited", "at most none"],
)
def test_what_only_looks_like_it_is_taken(tmp_path: Path, text: str) -> None:
    (found,) = load(save(tmp_path, R=text))
    assert list(found.classes) == ["T"]
