"""Law: data in a drawn exchange is of what its request asks for, and errors and events are about its objects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

import cim61968_9 as cim
from cim61968_9.model import Element
from cim61968_9.testing import Conversation, exchanges

ASKED = sorted(name.removeprefix("Get") for name in cim.PROFILES if name.startswith("Get"))
NAMELESS = {"MeterServiceRequests"}
"""Nouns whose objects have neither names nor mRID."""
DEVICES = {"Assets", "EndDevices", "EndDevice", "Meter"}
MEASURED = {"IntervalReading": "time_stamp", "Reading": "time_stamp", "EndDeviceEvent": "created_date_time"}


def inside(obj: Any) -> Iterator[tuple[str, Any]]:
    """Yield the objects in another one, with the tag that each stands under."""
    for member in type(obj).__xml__.members:
        value = getattr(obj, member.name)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, Element):
                yield member.tag, one
                yield from inside(one)


def ids(obj: Any) -> set[str]:
    names = {one.name for one in getattr(obj, "names", ()) if hasattr(one, "name")}
    return names | {mrid for mrid in [getattr(obj, "mrid", None)] if mrid}


def kind(tag: str, obj: Any) -> str:
    return "Meter" if tag in DEVICES else type(obj).__xml__.name


def roots(message: Any) -> list[Any]:
    return [] if message.payload is None else message.payload.content


def questions(talk: Conversation) -> dict[str, set[str]]:
    """Return the identifiers that a request names, by the kind of object; those of Request/ID for any."""
    assert talk.request.request is not None
    found: dict[str, set[str]] = {}
    for root in talk.request.request.content:
        for tag, obj in inside(root):
            if tag in type(root).__xml__.elements and ids(obj):
                found.setdefault(kind(tag, obj), set()).update(ids(obj))
    if listed := talk.request.request.id:
        found[""] = {one.value for one in listed}
    return found


def types(obj: Any, tag: str) -> set[str]:
    name = type(obj).__xml__.elements[tag].name
    return {found} if isinstance(found := getattr(obj, name), str) else set()


@pytest.mark.parametrize("noun", ASKED)
def test_data_is_of_what_was_asked_for(noun: str) -> None:
    @given(exchanges(noun, patterns=["answered", "partial", "parts", "later"]))
    def law(talk: Conversation) -> None:
        if talk.request.header.verb != "get":
            return
        asked, selection = questions(talk), cim.selected(talk.request)
        codes = set().union(*(asked.get(one, ()) for one in ("ReadingType", "EndDeviceEventType")))
        for root in (root for one in talk.replies for root in roots(one)):
            seen = set()
            for tag, obj in inside(root):
                what = kind(tag, obj)
                if what in asked and ids(obj) and "Type" not in what:
                    seen.add(what)
                    assert ids(obj) & asked[what], (tag, ids(obj), asked)
                if (cim_name := type(obj).__xml__.name) in MEASURED and selection.periods:
                    stamp = getattr(obj, MEASURED[cim_name])
                    assert any(one.start <= stamp <= one.end for one in selection.periods if one.start and one.end)
                for reference in {"ReadingType", "EndDeviceEventType"} & set(type(obj).__xml__.elements):
                    if asked.get(reference) and noun in {"MeterReadings", "EndDeviceEvents"}:
                        assert types(obj, reference) <= codes
            assert seen & asked.keys()

    law()


@given(exchanges(patterns=["answered", "partial", "parts", "later"]))
def test_objects_that_are_asked_for_by_name_come(talk: Conversation) -> None:
    noun = talk.request.header.noun
    if talk.request.header.verb == "get" and f"Get{noun}" not in cim.PROFILES and noun not in NAMELESS:
        named = questions(talk)[""]
        assert all(
            any(ids(obj) & named for root in roots(one) for _, obj in inside(root))
            for one in talk.replies
            if roots(one)
        )


def of_meters(message: Any) -> list[tuple[str, str, str, dt.datetime]]:
    """Return what tells the values of a message apart: meter, kind, type and time."""
    found = []
    for one in (one for root in roots(message) for one in root.meter_reading):
        meter = one.meter.names[0].name
        found += [(meter, "register", value.reading_type, value.time_stamp) for value in one.readings]
        for block in one.interval_blocks:
            found += [(meter, "interval", block.reading_type, value.time_stamp) for value in block.interval_readings]
    return found


@given(exchanges("MeterReadings", patterns=["parts"]))
def test_no_value_comes_in_two_parts(talk: Conversation) -> None:
    found = [value for one in talk.replies for value in of_meters(one) if value[1] == "interval"]
    assert len(found) == len(set(found))


def all_named(talk: Conversation) -> set[str]:
    parts = [part for part in (talk.request.request, talk.request.payload) if part is not None]
    found = {one.value for part in parts for one in part.id}
    for part in parts:
        operations = getattr(part, "operation_set", None)
        contents = [one.content for one in operations.operation] if operations else []
        for root in [*part.content, *contents]:
            found |= {text for _, obj in inside(root) for text in ids(obj)}
    return found


@pytest.mark.parametrize("noun", [*ASKED, "CustomerConfig", "EndDeviceGroups"])
def test_errors_and_events_are_about_what_the_request_is_about(noun: str) -> None:
    @given(exchanges(noun, patterns=["refused", "partial", "reported", "operations"]))
    def law(talk: Conversation) -> None:
        named = all_named(talk)
        errors = [one for reply in talk.replies if reply.reply is not None for one in reply.reply.error]
        assert {one.id.value for one in errors if one.id is not None} <= named
        if talk.pattern in {"refused", "partial"}:
            assert errors
            assert all(one.id is not None for one in errors)
        for event in talk.events:
            assert talk.request.payload is None or event.payload == talk.request.payload

    law()


@given(exchanges("MeterReadings", patterns=["partial"]))
def test_what_is_missing_in_part_is_not_in_the_data(talk: Conversation) -> None:
    (reply,) = talk.replies
    assert reply.reply is not None
    unknown = {one.id.value for one in reply.reply.error if one.id is not None and one.code == "2.4"}
    assert not unknown & {value[0] for value in of_meters(reply)}
