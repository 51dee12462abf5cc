"""Law: an object that is written as JSON and read again is equal, has the same XML, and fits its JSON Schema."""

from __future__ import annotations

import contextlib
import copy
import json
from functools import cache
from typing import Any

import jsonschema
import pytest
from hypothesis import example, given, strategies as st
from lxml import etree
from odd_documents import documents

import cim61968_9 as cim
from cim61968_9.errors import JsonError
from cim61968_9.jsons import from_json, json_schema, to_json
from cim61968_9.jsons.text import parsed
from cim61968_9.profiles.end_device_config import EndDevice
from cim61968_9.testing import messages, objects
from cim61968_9.xml.foreign import Foreign, Kept, RawElement
from cim61968_9.xml.values import InvalidText, QualifiedName

NOUNS = sorted(cim.PROFILES)
LIMITS = cim.Limits()


@cache
def validator() -> Any:
    """Return the validator of everything that can be a document of its own."""
    return jsonschema.Draft202012Validator(json_schema())


def assert_comes_back(obj: Any, indent: int | None = None) -> None:
    text = to_json(obj, indent=indent)
    again = from_json(text.encode())
    assert again == obj
    assert type(again) is type(obj)
    assert cim.to_bytes(again, mode="lax") == cim.to_bytes(obj, mode="lax")
    assert to_json(again, indent=indent) == text


@given(messages(max_depth=4), st.sampled_from([None, 1]))
def test_messages(message: cim.Element, indent: int | None) -> None:
    assert_comes_back(message, indent)
    validator().validate(parsed(to_json(message), LIMITS))


@given(st.sampled_from(NOUNS).flatmap(lambda noun: objects(cim.PROFILES[noun].cls, max_depth=4)))
def test_bare_payloads(payload: cim.Element) -> None:
    assert_comes_back(payload)
    validator().validate(parsed(to_json(payload), LIMITS))


@pytest.mark.parametrize("noun", NOUNS)
def test_a_payload_of_every_noun(noun: str) -> None:
    payload = cim.sample(noun, seed=1)
    assert_comes_back(payload)
    validator().validate(parsed(to_json(payload), LIMITS))


@given(documents())
@example(
    b'<MeterReadings xmlns="http://iec.ch/TC57/2011/MeterReadings#">x<MeterReading/><v xmlns=""> y </v></MeterReadings>'
)
def test_odd_documents(document: bytes) -> None:
    assert_comes_back(cim.load(document).message)


RAW = RawElement('<v:a xmlns:v="urn:v" xmlns:w="urn:w" v:b="w:c &amp; &lt;"> x\ty&#13;<b xmlns=""> </b></v:a>')


@pytest.mark.parametrize(
    "kept",
    [
        Foreign(),
        Foreign(
            attributes={"{urn:v/w~1}\u0928\u093f": "", "b": QualifiedName("p:T", "urn:p"), "c": QualifiedName("T")}
        ),
        Foreign(elements=[Kept(0, RAW), Kept(1, RAW, after="names"), Kept(3, RAW, instead_of="serial_number")]),
        Foreign(text=[(0, " \u202e\ud800\u00a0"), (2, "\r\n")]),
        Foreign(
            leaves={("serial_number", 0): {"x": "y"}, ("utc_number", 0): {"{urn:v}x": QualifiedName("p:T", "urn:p")}},
            order={1: ("com_function", "simple_end_device_function", "com_function")},
        ),
    ],
)
def test_every_kind_of_foreign_content(kept: Foreign) -> None:
    device = EndDevice(serial_number="17", utc_number="", foreign=kept)
    again = from_json(to_json(device))
    assert again == device
    assert again.foreign == kept
    assert to_json(again) == to_json(device)
    jsonschema.Draft202012Validator(json_schema(EndDevice)).validate(parsed(to_json(device), LIMITS))


@given(st.text(st.characters(codec=None, categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Lu", "Lo", "So"])))
@example('\u2028\x7f\x85\ufeff\u202e\\u0000"\\ud800</script>')
@example("\udc00\ud800")
@example("\xad\u180e\U000e0001")
def test_texts_of_all_characters(text: str) -> None:
    name = cim.Header(verb="get", noun=text, source=InvalidText(text))
    written = to_json(name)
    assert written.isprintable()
    again = from_json(written.encode())
    assert (again.noun, again.source) == (text, text)
    assert type(again.source) is InvalidText


def changed(found: Any, chance: Any) -> None:
    """Change something in a JSON value."""
    spots: list[tuple[Any, Any]] = []
    waiting = [found]
    while waiting:
        box = waiting.pop()
        keys = list(box) if isinstance(box, dict) else range(len(box))
        spots += [(box, key) for key in keys]
        waiting += [box[key] for key in keys if isinstance(box[key], dict | list)]
    box, key = chance.choice(spots)
    if chance.random() < 0.2:
        del box[key]
    elif chance.random() < 0.3 and isinstance(box[key], dict):
        box[key]["$foreign"] = chance.choice(KEPT)
    else:
        near = list(box.values()) if isinstance(box, dict) else box
        box[key] = copy.deepcopy(chance.choice([*ODD, *near]))


ODD: list[Any] = [None, True, 1.5, 2**60, "", "x", "\ud800", [], {}, {"$invalid": "a"}, {"$xml": "<a/>"}]
KEPT: list[Any] = [
    {"attributes": {"a": "<", "{urn:v}b": {"$name": "p:c", "$namespace": "urn:p"}}},
    {"attributes": {'a="" b': ""}},
    {"attributes": {"xmlns": "urn:v"}},
    {"attributes": {"a": None}},
    {"leaves": [{"member": "ReadingType", "index": 0, "attributes": {"ref": None, "x": "y"}}]},
    {"elements": [{"index": 9, "xml": "<a xmlns='urn:v'> </a>"}], "text": [{"index": 1, "text": "<"}]},
]


@given(objects(cim.MeterReadings, max_depth=4), st.randoms(use_true_random=False))
def test_changed_texts_give_an_object_or_an_error_with_its_place(payload: cim.Element, chance: Any) -> None:
    found = parsed(to_json(payload), LIMITS)
    changed(found, chance)
    try:
        again = from_json(json.dumps(found))
    except JsonError as error:
        for step in error.path.split("/")[1:]:
            found = found[int(step) if isinstance(found, list) else step.replace("~1", "/").replace("~0", "~")]
        return
    assert from_json(to_json(again)) == again
    with contextlib.suppress(cim.InvalidMessageError):
        etree.fromstring(cim.to_bytes(again, mode="lax"))
