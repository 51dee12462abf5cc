"""Law: whatever is done to a document, all doors refuse it for one reason, or all of them read the same."""

from __future__ import annotations

import random
from functools import cache

from fuzz.corpus import documents
from fuzz.damage import damaged_bytes, damaged_structure
from fuzz.oracle import check
from hypothesis import example, given, strategies as st

import cim61968_9 as cim
from cim61968_9.testing import messages

MANY_IN_NO_ORDER = b"""
<e:EventMessage xmlns:e="http://iec.ch/TC57/2011/schema/message"><e:Header>
<e:AckRequired>true</e:AckRequired><e:Verb>created</e:Verb><e:AckRequired>false</e:AckRequired><e:Noun>M</e:Noun>
<e:AckRequired>true</e:AckRequired><e:Source>S</e:Source><e:Timestamp>2026-01-14T09:25:02Z</e:Timestamp>
</e:Header></e:EventMessage>"""
SEEDS = st.integers(0, 2**32)


@cache
def seeds() -> tuple[bytes, ...]:
    """Return the documents that fuzzing begins with."""
    return tuple(documents())


def one_of(number: int) -> bytes:
    return seeds()[number % len(seeds())]


@given(messages(max_depth=3), SEEDS)
def test_damaged_structure_of_any_message(message: cim.Element, seed: int) -> None:
    chance = random.Random(seed)
    check(damaged_structure(cim.to_bytes(message), chance, stock=one_of(seed)) or b"")


@given(SEEDS, SEEDS)
def test_damaged_structure_in_any_form(number: int, seed: int) -> None:
    chance = random.Random(seed)
    check(damaged_structure(one_of(number), chance, stock=one_of(seed)) or one_of(number))


@given(SEEDS, SEEDS)
def test_damaged_bytes(number: int, seed: int) -> None:
    check(damaged_bytes(one_of(number), random.Random(seed)))


@given(st.binary(max_size=200))
@example(b'<w:MeterReadings xmlns:w="relative"><v:x xmlns:v="urn:northmoor:extra"/></w:MeterReadings>')
@example(b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x>+ADw-MeterReadings/>')
@example(MANY_IN_NO_ORDER)
def test_any_bytes(data: bytes) -> None:
    check(data)


def test_documents_to_damage_are_read_as_they_are() -> None:
    assert len(seeds()) > 100
    assert {check(data) for data in seeds()[::7]} <= {"read", "read with errors"}
