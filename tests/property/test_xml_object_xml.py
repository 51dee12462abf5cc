"""Law: XML that is read and written again is the same XML, foreign content included."""

from __future__ import annotations

from conformance.comparing import differences
from hypothesis import example, given, strategies as st
from lxml import etree

import cim61968_9 as cim
from cim61968_9.testing import messages
from cim61968_9.testing._values import texts

VENDOR = "urn:example:vendor"


def strangers() -> st.SearchStrategy[list[tuple[int, int, str, str]]]:
    """Return what to put into a document: which element, which position, what kind, which text."""
    kinds = st.sampled_from(["element", "attribute", "nested", "typed"])
    return st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6), kinds, texts()), min_size=1, max_size=4)


def with_strangers(data: bytes, plan: list[tuple[int, int, str, str]]) -> bytes:
    """Put vendor elements and attributes into a document."""
    root = etree.fromstring(data)
    parents = [node for node in root.iter(etree.Element) if len(node) and not str(node.tag).startswith("{urn:")]
    for which, where, kind, text in plan:
        parent = parents[which % len(parents)]
        if kind == "attribute":
            parent.set(f"{{{VENDOR}}}mark", text)
            continue
        stranger = etree.Element(f"{{{VENDOR}}}extra", nsmap={"acme": VENDOR})
        if kind == "typed":
            stranger.set("{http://www.w3.org/2001/XMLSchema-instance}type", "acme:Kind")
        holder = etree.SubElement(stranger, "{urn:example:other}part", kind=text) if kind == "nested" else stranger
        holder.text = text
        parent.insert(where % (len(parent) + 1), stranger)
    return etree.tostring(root)


TWO_IN_ONE = cim.RequestMessage(
    header=cim.Header(verb="execute", noun="OperationSet"),
    payload=cim.Payload(operation_set=cim.OperationSet(operation=[cim.Operation(operation_id=1)])),
)


@given(messages(), strangers())
@example(TWO_IN_ONE, [(4, 9, "element", "one"), (4, 9, "element", "two")])
def test_foreign_content_stays_in_place(message: cim.Element, plan: list[tuple[int, int, str, str]]) -> None:
    before = with_strangers(cim.to_bytes(message), plan)
    loaded = cim.load(before)
    after = cim.to_bytes(loaded.message, mode="lax")  # strict writing refuses two branches of a payload
    in_order = all(finding.rule != "XSD105" for finding in loaded.findings)  # an extension before its place is moved
    assert list(differences(etree.fromstring(before), etree.fromstring(after), order=in_order)) == []
    assert not in_order or cim.load(after).message == loaded.message


@given(messages())
def test_valid_xml_comes_back_the_same(message: cim.Element) -> None:
    before = cim.to_bytes(message, pretty=True)
    after = cim.to_bytes(cim.load(before, mode="strict").message)
    assert list(differences(etree.fromstring(before), etree.fromstring(after))) == []
