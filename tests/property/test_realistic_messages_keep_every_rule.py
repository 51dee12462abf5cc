"""Law: what the realistic strategies draw breaks no rule, is read again as it was, and is no larger than asked for."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, strategies as st
from lxml import etree

import cim61968_9 as cim
from cim61968_9.nouns import ENVELOPES
from cim61968_9.profiles import meter_config
from cim61968_9.testing import realistic_messages, realistic_objects
from cim61968_9.validation.rules import RULES
from cim61968_9.verbs import KIND_OF

VERBS: list[Any] = [None, "get", "create", "delete", "execute", "reply", "created", "executed"]


def wrong(data: bytes) -> list[str]:
    """Return what is found that is more than information."""
    return [str(one) for one in cim.validate(data).findings if one.severity is not cim.Severity.INFO]


@pytest.mark.parametrize("verb", VERBS)
def test_messages_of_a_verb(verb: Any) -> None:
    @given(realistic_messages(verb=verb))
    def law(message: Any) -> None:
        data = cim.to_bytes(message)
        assert wrong(data) == []
        assert cim.read(data, mode="strict") == message
        if verb is not None:
            assert (message.header.verb, message.kind) == (verb, KIND_OF[verb])

    law()


@given(st.sampled_from([*cim.PROFILES, *ENVELOPES]), st.data())
def test_objects_of_every_root(name: str, data: st.DataObject) -> None:
    cls = (cim.PROFILES | ENVELOPES)[name].cls
    made = data.draw(realistic_objects(cls))
    assert type(made) is cls
    assert wrong(cim.to_bytes(made)) == []


@given(realistic_objects(cim.MeterReadings, max_items=3, max_intervals=5))
def test_sizes_are_bounded(readings: cim.MeterReadings) -> None:
    assert 1 <= len(readings.meter_reading) <= 3
    blocks = [block for one in readings.meter_reading for block in one.interval_blocks]
    assert all(1 <= len(block.interval_readings) <= 5 for block in blocks)
    assert all(len(one.readings) <= 2 for one in readings.meter_reading)


def mrids(data: bytes) -> Iterator[str]:
    return (one.text or "" for one in etree.fromstring(data).iter("{*}mRID"))


@given(realistic_messages("MeterConfig", verb="create") | realistic_messages("EndDeviceControls", verb="create"))
def test_identifiers_are_uuids(message: cim.RequestMessage) -> None:
    found = list(mrids(cim.to_bytes(message)))
    assert [str(uuid.UUID(one)) for one in found] == found


@given(realistic_objects(meter_config.Meter))
def test_what_stands_inside_is_drawn_too(meter: meter_config.Meter) -> None:
    assert meter.names[0].name.startswith("NM-E-0041")
    config = cim.MeterConfig(meter=[meter])
    broken = {one.split()[0] for one in wrong(cim.to_bytes(config))}
    assert all(RULES[rule].severity is not cim.Severity.ERROR for rule in broken)
