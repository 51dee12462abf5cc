"""Messages that real systems produced, where a collection of them lies beside the checkout."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from conformance.comparing import differences
from lxml import etree

import cim61968_9 as cim
from cim61968_9.validation.rules import STRUCTURE

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
MESSAGE = "http://iec.ch/TC57/2011/schema/message"
KINDS = (
    ("ResponseMessage", r"\w+ResponseMessage"),
    ("FaultMessage", r"\w+FaultMessage"),
    ("EventMessage", r"(Created|Changed|Canceled|Closed|Deleted|Executed)\w+"),
    ("RequestMessage", r"(Create|Change|Cancel|Close|Delete|Execute|Get)\w+|\w+RequestMessage"),
)
# Messages that are valid against a draft's schemas, but not against edition 2: MeterServiceRequests with a Header.
DRAFT_ONLY = re.compile(r"epri-harness/(01|02|03|06|07|31)-MeterServiceRequests")


def rows() -> list[dict[str, str]]:
    index = SAMPLES / "index.csv"
    if not index.is_file():
        return []
    with index.open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


ROWS = rows()
pytestmark = pytest.mark.skipif(not ROWS, reason="no collection of sample messages beside the checkout")


def is_valid(row: dict[str, str]) -> bool:
    return row["envelope_valid"] == row["payload_valid"] == "valid"


def generic(path: Path) -> etree._Element:
    """Return the message of a file as the generic envelope would carry it: without SOAP, in the usual namespaces."""
    root = etree.parse(str(path)).getroot()
    if etree.QName(root).localname == "Envelope":
        body = next(child for child in root if etree.QName(child).localname == "Body")
        root = next(body.iterchildren(etree.Element))
    name = etree.QName(root).localname
    header = next((child for child in root.iterchildren(etree.Element) if child.tag.endswith("}Header")), None)
    if header is None:
        return root
    spaces = {etree.QName(root).namespace, *(etree.QName(child).namespace for child in header.iter(etree.Element))}
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if etree.QName(element).namespace in spaces:
            element.tag = f"{{{MESSAGE}}}{etree.QName(element).localname}"
            waiting += element.iterchildren(etree.Element)
    if name not in {"Message", "RequestMessage", "ResponseMessage", "EventMessage", "FaultMessage"}:
        kind = next(kind for kind, pattern in KINDS if re.fullmatch(pattern, name))
        root.tag = f"{{{MESSAGE}}}{kind}"
    return root


@pytest.mark.parametrize("row", [row for row in ROWS if is_valid(row)], ids=lambda row: row["file"])
def test_valid_message_is_read_strictly_and_nothing_is_lost(row: dict[str, str]) -> None:
    path = SAMPLES / row["file"]
    if DRAFT_ONLY.match(row["file"]):
        with pytest.raises(cim.InvalidMessageError, match="XSD101.*'Header'"):
            cim.load(path, mode="strict")
        message = cim.load(path).message
    else:
        message = cim.load(path, mode="strict").message
    data = cim.to_bytes(message, mode="lax")
    assert cim.load(data).message == message
    assert list(differences(generic(path), etree.fromstring(data))) == []


@pytest.mark.parametrize("row", [row for row in ROWS if not is_valid(row)], ids=lambda row: row["file"])
def test_other_message_is_read_with_findings_or_refused_with_a_reason(row: dict[str, str]) -> None:
    path = SAMPLES / row["file"]
    try:
        loaded = cim.load(path)
    except cim.UnknownMessageError as error:
        assert "expected one of" in str(error)
        assert etree.QName(etree.parse(str(path)).getroot()).localname == "Envelope"
        return
    data = cim.to_bytes(loaded.message, mode="lax")
    assert cim.load(data).message == loaded.message
    rules = {finding.rule for finding in loaded.findings}
    found = differences(
        generic(path), etree.fromstring(data), namespaces="XSD112" not in rules, order="XSD105" not in rules
    )
    assert list(found) == []
    if row["envelope_valid"] == "invalid":
        assert rules & STRUCTURE.keys() - {"ENV106"}


def test_how_many_are_read_how() -> None:
    """The numbers that the documentation gives."""
    count: Counter[str] = Counter()
    for row in ROWS:
        try:
            loaded = cim.load(SAMPLES / row["file"])
        except cim.UnknownMessageError:
            count["refused with a reason"] += 1
            continue
        count["valid" if loaded.ok else "read with findings"] += 1
    assert count == {"valid": 49, "read with findings": 39, "refused with a reason": 1}
