"""Law: what is compressed expands to what it was, and compressing changes nothing but the payload."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from hypothesis import assume, example, given, strategies as st
from property.test_schema_valid import complaints

import cim61968_9 as cim
from cim61968_9.testing import messages, objects, raw_elements
from cim61968_9.testing._values import texts

KINDS = ("Message", "RequestMessage", "ResponseMessage", "EventMessage")
FORMATS = ("XML", "RDF", "PDF", "CSV", "XLS", "DOC", "TEXT", "JSON", "BINARY", "xml", " csv ", "binary")


def nouns() -> st.SearchStrategy[Any]:
    return st.sampled_from(sorted(cim.NOUNS)).flatmap(lambda name: objects(cim.NOUNS[name].cls, max_depth=4))


def payloads() -> st.SearchStrategy[cim.Payload]:
    """Return payloads with one element, or with an operation set."""
    plain = nouns().map(lambda noun: cim.Payload(content=[noun]))
    rdf = raw_elements().map(lambda raw: cim.Payload(content=[raw], format="RDF"))
    operations = objects(cim.OperationSet, max_depth=4).map(lambda one: cim.Payload(operation_set=one))
    return plain | rdf | operations


def carriers() -> st.SearchStrategy[Any]:
    """Return messages of the kinds that have a payload, with one that can be compressed."""
    whole = st.sampled_from(KINDS).flatmap(lambda kind: messages(kind, max_depth=2))
    return st.builds(lambda message, payload: evolve(message, payload=payload), whole, payloads())


@given(carriers())
@example(
    cim.EventMessage(
        header=cim.Header(verb="executed", noun="OperationSet"), payload=cim.Payload(operation_set=cim.OperationSet())
    )
)
def test_expanded_is_what_was_compressed(message: Any) -> None:
    packed = cim.compress(message)

    assert packed.payload.compressed is not None
    assert cim.compress(packed) is packed
    assert cim.expand(packed, mode="strict") == message
    assert cim.expand(packed, mode="raw") == message


@given(carriers())
def test_nothing_but_the_payload_changes(message: Any) -> None:
    data = cim.to_bytes(message)

    packed = cim.compress(message)

    assert cim.to_bytes(message) == data
    assert evolve(packed, payload=message.payload) == message
    for part in ("header", "request", "reply"):
        assert getattr(packed, part, None) is getattr(message, part, None)


@given(carriers())
def test_compressed_messages_are_valid_and_survive_the_wire(message: Any) -> None:
    packed = cim.compress(message)
    data = cim.to_bytes(packed)

    assert complaints(data) == []
    arrived = cim.load(data, mode="strict").message
    assert arrived == packed
    assert cim.expand(arrived, mode="strict") == message


@given(messages())
def test_any_message_is_compressed_as_a_whole_or_not_at_all(message: Any) -> None:
    payload = getattr(message, "payload", None)
    assume(payload is None or (len(payload.content) <= 1 and payload.format in {None, "XML"}))

    packed = cim.compress(message)

    if payload is not None and (payload.content or payload.operation_set is not None):
        assert packed.payload == cim.Payload(compressed=packed.payload.compressed, format="XML")
        assert cim.unpacked(packed).lstrip().startswith(b"<")
    else:
        assert packed is message


@given(st.binary(max_size=2000), st.sampled_from(FORMATS) | texts())
@example(b"", "CSV")
@example(b"", "BINARY")
@example(b"\x1f\x8b", "CSV")
@example(b"\x1f\x8b", "BINARY")
@example(b"\0" * 70_000, "BINARY")
def test_unpacked_is_what_was_packed(data: bytes, name: str) -> None:
    assume(name.strip().upper() != "GZIP")

    payload = cim.packed(data, format=name)

    assert cim.unpacked(payload) == data
    assert cim.open_packed(payload).read() == data
    assert cim.packed(data, format=name) == payload
    assert payload.format == name


@given(st.binary(max_size=500), st.sampled_from(FORMATS))
def test_what_was_packed_twice_is_unpacked_twice(data: bytes, name: str) -> None:
    once = cim.unpacked(cim.packed(data, format="CSV"))
    inner = cim.packed(data, format=name)

    assert once == data
    outer = cim.packed(inner.compressed or "", format=name)
    again = cim.Payload(compressed=cim.unpacked(outer).decode(), format=name)
    assert cim.unpacked(again) == data


@given(texts(), st.sampled_from(FORMATS))
def test_text_is_packed_as_utf_8(text: str, name: str) -> None:
    assert cim.unpacked(cim.packed(text, format=name)) == text.encode()


@given(st.binary(max_size=500), st.sampled_from(FORMATS), messages("EventMessage", max_depth=1))
def test_packed_data_survives_the_wire(data: bytes, name: str, message: Any) -> None:
    packed = evolve(message, payload=cim.packed(data, format=name))

    assert complaints(cim.to_bytes(packed)) == []
    assert cim.unpacked(cim.load(cim.to_bytes(packed), mode="strict").message) == data
