"""Law: what is written is valid against the schemas, by libxml2 as the judge."""

from __future__ import annotations

import re

from hypothesis import example, given
from lxml import etree

import cim61968_9 as cim
from cim61968_9.testing import messages

TOO_LONG = re.compile(r"'[+-]?\d{25,}' is not a valid value of the atomic type 'xs:integer'")
"""What libxml2 says of integers of more than 24 digits, which XML Schema allows."""


def complaints(data: bytes) -> list[str]:
    """Return what libxml2 finds wrong with a message and with each payload in it."""
    root = etree.fromstring(data, etree.XMLParser(huge_tree=True))
    schema = cim.schema()
    found = [] if schema.validate(root) else [str(error) for error in schema.error_log]
    for element in root.iter(etree.Element):
        name = etree.QName(element)
        profile = cim.PROFILES.get(name.localname)
        if profile is not None and profile.namespace == name.namespace and _is_payload(element):
            noun = cim.schema(name.localname)
            alone = etree.fromstring(etree.tostring(element, with_tail=False))
            found += [] if noun.validate(alone) else [str(error) for error in noun.error_log]
    return [complaint for complaint in found if not TOO_LONG.search(complaint)]


def _is_payload(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and etree.QName(parent).namespace != etree.QName(element).namespace


@given(messages())
@example(cim.FaultMessage(reply=cim.Reply(result="OK", operation_id=10**29)))
def test_written_messages_are_valid(message: cim.Element) -> None:
    assert complaints(cim.to_bytes(message)) == []


def test_the_judge_can_say_no() -> None:
    data = cim.to_bytes(cim.FaultMessage(reply=cim.Reply(result=cim.Result.OK)))
    assert complaints(data) == []
    assert "WORSE" in complaints(data.replace(b"OK", b"WORSE"))[0]
