"""Messages that real systems produced, where a collection of them lies beside the checkout."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from conformance.comparing import differences, same_value, text
from lxml import etree

import cim61968_9 as cim
from cim61968_9.validation.rules import RULES, STRUCTURE

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
NAMESPACES = frozenset({"XSD112", "ENV108", "ENV109", "ENV110", "ENV111"})
REFUSED = {
    "epri-harness/05-MeterServiceRequests-create-MeterServiceRequestsPayloadMessage-SOAP.xml": "'http://sixthc.com/Request'"
}
"""Messages that are not read, and what the error says: this one is in the wrapper of a test tool."""
RAW, NONE = 13, 13


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
    if row["file"] in REFUSED:
        with pytest.raises(cim.UnknownMessageError, match=REFUSED[row["file"]]):
            cim.load(path)
        return
    loaded = cim.load(path)
    data = cim.to_bytes(loaded.message, mode="lax")
    assert cim.load(data).message == loaded.message
    rules = {finding.rule for finding in loaded.findings}
    if "ENV113" not in rules:  # else a word was translated
        found = differences(
            generic(path), etree.fromstring(data), namespaces=not rules & NAMESPACES, order="XSD105" not in rules
        )
        assert list(found) == []
    if row["envelope_valid"] == "invalid":
        assert rules & STRUCTURE.keys() - {"ENV106"}


@pytest.mark.parametrize("row", [row for row in ROWS if row["file"] not in REFUSED], ids=lambda row: row["file"])
def test_message_is_written_back_in_its_dialect_and_nothing_is_lost(row: dict[str, str]) -> None:
    path = SAMPLES / row["file"]
    loaded = cim.load(path)
    data = cim.to_bytes(loaded.message, mode="lax", dialect=loaded.dialect)
    before, after = etree.parse(str(path)).getroot(), etree.fromstring(data)
    in_order = all(finding.rule != "XSD105" for finding in loaded.findings)

    assert unpaired(content(before), content(after)) == ([], [])
    assert list(differences(before, after, order=in_order)) == []
    again = cim.load(data)
    assert (again.message, again.dialect) == (loaded.message, loaded.dialect)
    if in_order:
        assert [(one.rule, one.path) for one in again.findings] == [(one.rule, one.path) for one in loaded.findings]
    assert cim.to_bytes(again.message, mode="lax", dialect=again.dialect) == data


def content(root: etree._Element) -> Counter[str]:
    """Return how often each local name, text and value of an attribute occurs."""
    found: Counter[str] = Counter()
    for element in root.iter(etree.Element):
        inside = text(element)
        if next(element.iterchildren(etree.Element), None) is not None:
            inside = " ".join(inside.split())
        found.update([f"<{etree.QName(element).localname}>"] + ([inside] if inside.strip() else []))
        for name, value in element.items():
            if not name.endswith("chemaLocation"):
                local = value.rpartition(":")[2] if name.endswith("}type") else value  # whatever prefix there is
                found.update([f"{etree.QName(name).localname}={local}"])
    return found


def unpaired(before: Counter[str], after: Counter[str]) -> tuple[list[str], list[str]]:
    """Return what there was before only, and after only; texts that are the same number or instant are the same."""
    lost, new = list((before - after).elements()), list((after - before).elements())
    for one in list(lost):
        other = next((other for other in new if same_value(one, other)), None)
        if other is not None:
            lost.remove(one)
            new.remove(other)
    return lost, new


def test_payloads_of_unknown_nouns_are_raw() -> None:
    read = [(row, cim.load(SAMPLES / row["file"])) for row in ROWS if row["file"] not in REFUSED]
    raw = [(row, loaded) for row, loaded in read if payload_kind(loaded) == "raw"]

    assert len(raw) == RAW
    for row, loaded in raw:
        (element,) = contents(loaded.message)
        assert element.name == row["payload"]
        assert element.name.removeprefix("Get") not in cim.NOUNS
        assert type(loaded.message) is cim.RequestMessage
        assert loaded.message.header.noun


def contents(message: Any) -> list[Any]:
    """Return what stands in the payload of a message, its Get profile, and what is in its operations."""
    payload, request = getattr(message, "payload", None), getattr(message, "request", None)
    found = [*(payload.content if payload is not None else []), *(request.content if request is not None else [])]
    if payload is not None and payload.operation_set is not None:
        found += [operation.content for operation in payload.operation_set.operation if operation.content is not None]
    return found


def payload_kind(loaded: cim.Loaded) -> str:
    """Tell whether the payload is typed, raw, or not there; that of a query is its Get profile."""
    if not hasattr(loaded.message, "kind"):
        return "typed"
    found = contents(loaded.message)
    if not found:
        return "none"
    return "raw" if any(isinstance(one, cim.RawElement) for one in found) else "typed"


def counts() -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Return how many messages are read how, with which kind of payload, and with which findings."""
    read: Counter[str] = Counter()
    payloads: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    for row in ROWS:
        try:
            loaded = cim.load(SAMPLES / row["file"])
        except cim.UnknownMessageError:
            read["refused with a reason"] += 1
            continue
        read["valid" if loaded.ok else "read with findings"] += 1
        payloads[payload_kind(loaded)] += 1
        rules.update({finding.rule for finding in loaded.findings})
    return read, payloads, rules


def table() -> str:
    """Return the numbers as a table in Markdown."""
    read, payloads, rules = counts()
    lines = ["| messages | number |", "|---|---|"]
    lines += [f"| {what} | {read[what]} |" for what in ("valid", "read with findings", "refused with a reason")]
    lines += [f"| payload: {kind} | {payloads[kind]} |" for kind in ("typed", "raw", "none")]
    lines += ["", "| finding | severity | messages |", "|---|---|---|"]
    lines += [
        f"| {rule} {RULES[rule].title} | {RULES[rule].severity} | {number} |" for rule, number in sorted(rules.items())
    ]
    return "\n".join(lines)


def test_how_many_are_read_how() -> None:
    """The numbers that the documentation gives; ``table()`` shows them with the findings."""
    read, payloads, rules = counts()

    assert read == {"valid": 59, "read with findings": 29, "refused with a reason": 1}
    assert payloads == {"typed": 88 - RAW - NONE, "raw": RAW, "none": NONE}
    assert rules["XSD112"] == rules["ENV105"] == 0
    assert table().count("\n") == 10 + len(rules)


if __name__ == "__main__":
    print(table())
