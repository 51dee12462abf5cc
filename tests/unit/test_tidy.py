"""Blanks around namespaces: taken out where parsers would refuse the document, and nowhere else."""

from __future__ import annotations

import pytest
import unit_messages as xml

import cim61968_9 as cim
from cim61968_9.xml.tidy import tidied

SPACED = xml.event(f'<m:MeterReadings xmlns:m="  {xml.READINGS} "/>').replace(f'"{xml.MESSAGE}"', f"'{xml.MESSAGE} '")
PLAIN = xml.event("<m:MeterReadings/>")


@pytest.mark.parametrize("mode", ["strict", "lax", "raw"])
def test_message_is_read_as_without_blanks(mode: str) -> None:
    assert cim.load(SPACED, mode=mode).message == cim.read(PLAIN)  # type: ignore[arg-type]


def test_blanks_are_one_finding() -> None:
    (found,) = [one for one in cim.load(SPACED).findings if one.rule == "ENV124"]

    assert (found.path, found.line, found.column) == ("/EventMessage", 1, 1)
    assert found.severity is cim.Severity.WARNING


def test_lines_and_columns_are_those_of_the_source() -> None:
    text = f'<m:MeterReadings\n xmlns:m="{xml.READINGS}  "><m:x/></m:MeterReadings>'

    (found,) = [one for one in cim.load(text).findings if one.rule == "XSD101"]

    assert text.splitlines()[found.line - 1][found.column - 1 :].startswith("<m:x/>")


@pytest.mark.parametrize(
    "text",
    [
        'xmlns="urn:x "',
        '<a b=\'xmlns="urn:x "\' xmlns="urn:y"/>',
        "<a xmlns='urn:x'>xmlns=\"urn:x \"</a>",
        '<a myxmlns="urn:x "/>',
        '<?a xmlns="urn:x "?>',
        '</a xmlns="urn:x ">',
    ],
)
def test_other_text_is_not_touched(text: str) -> None:
    assert tidied(text.encode()) == text.encode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<a xmlns="urn:x  "/>', '<a xmlns="urn:x"  />'),
        ("<a xmlns:p = '\turn:x'>", "<a xmlns:p = 'urn:x'\t>".replace("\t", " ")),
        ('<a b=">" xmlns="urn:x "/>', None),
    ],
)
def test_blanks_go_behind_the_quote(text: str, expected: str | None) -> None:
    assert tidied(text.encode()) == (expected or text).encode()


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text + "<x",
        lambda text: text[:-5],
        lambda text: text.replace("<msg:Noun>", "<msg:Noun>&foo;"),
        lambda text: "<!DOCTYPE x>" + text,
        lambda text: text.replace(xml.MESSAGE, "urn: in the middle"),
    ],
)
def test_other_damage_is_an_error_all_the_same(damage: object) -> None:
    with pytest.raises(cim.XmlError):
        cim.load(damage(SPACED))  # type: ignore[operator]
