"""Law: what is wrapped in SOAP is unwrapped as it was, with its header blocks, in every binding and version."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, strategies as st
from lxml import etree
from property.dialects import BINDINGS, dialects, nouns

import cim61968_9 as cim
from cim61968_9 import soap
from cim61968_9.testing import messages, raw_elements

versions = st.sampled_from(["1.1", "1.2"])
blocks = st.lists(raw_elements(), max_size=3)


@pytest.mark.parametrize("binding", BINDINGS)
@pytest.mark.parametrize("kind", ["RequestMessage", "ResponseMessage", "EventMessage", "FaultMessage"])
def test_wrap_and_unwrap(kind: str, binding: Any) -> None:
    assumed = kind != "FaultMessage" or binding in {"message", "typed"}

    @given(messages(kind, max_depth=3), versions, blocks, nouns)
    def law(message: Any, version: Any, headers: list[cim.RawElement], noun: str) -> None:
        try:
            data = soap.wrap(message, version=version, binding=binding, headers=headers, noun=noun)
        except cim.DialectError:
            assert not assumed or binding == "typed"
            assume(not assumed)
            return
        letter = soap.unwrap(data)
        assert letter.message == message
        assert (letter.version, letter.binding, letter.headers) == (version, binding, tuple(headers))
        assert (letter.fault is not None) is (kind == "FaultMessage")
        assert cim.to_bytes(letter.message, dialect=letter.dialect) == data
        assert cim.read(data, mode="raw") == message

    law()


@given(messages(max_depth=3), versions, blocks, dialects())
def test_soap_stands_around_any_dialect(
    message: Any, version: Any, headers: list[cim.RawElement], dialect: cim.Dialect
) -> None:
    letter = soap.unwrap(soap.wrap(message, version=version, headers=headers, base=dialect))
    bare = cim.load(cim.to_bytes(message, dialect=dialect))

    assert letter.message == bare.message == message
    assert letter.headers == tuple(headers)
    rules = [one.rule for one in letter.findings if one.rule not in {"ENV102", "ENV104", "ENV121"}]
    assert rules == [one.rule for one in bare.findings]


@given(messages("EventMessage", max_depth=3), versions, st.sampled_from(["soapenv", "env", "msg", "m", "v"]))
def test_prefix_of_the_envelope_does_not_matter(message: Any, version: Any, prefix: str) -> None:
    space = {"1.1": "http://schemas.xmlsoap.org/soap/envelope/", "1.2": "http://www.w3.org/2003/05/soap-envelope"}
    envelope = etree.Element(f"{{{space[version]}}}Envelope", nsmap={prefix: space[version]})
    body = etree.SubElement(envelope, f"{{{space[version]}}}Body")
    body.append(etree.fromstring(cim.to_bytes(message)))

    assert soap.unwrap(etree.tostring(envelope)).message == message
    assert soap.unwrap(envelope).message == message
