"""Law: a sample is valid, breaks no rule, and is read again as the same message, whatever noun, verb, size and seed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, strategies as st
from property.test_schema_valid import complaints

import cim61968_9 as cim
from cim61968_9.nouns import ENVELOPES
from cim61968_9.sampling import sample
from cim61968_9.verbs import KIND_OF, REQUEST_VERBS

NAMES = [*cim.PROFILES, *ENVELOPES, "OperationSet"]
VERBS = [verb for verb in KIND_OF if verb not in {"execute", "executed"}]
ACCEPTED = {"ENV501"}
"""What is said of every message of some nouns: that their structure is not confirmed."""


def is_valid(message: Any) -> bool:
    data = cim.to_bytes(message)
    assert complaints(data) == []
    loaded = cim.load(data, mode="strict")
    assert loaded.message == message
    assert {one.rule for one in loaded.findings} <= ACCEPTED
    assert {one.rule for one in cim.check(message)} <= ACCEPTED
    return True


@pytest.mark.parametrize("full", [False, True], ids=["minimal", "full"])
@pytest.mark.parametrize("name", NAMES)
def test_samples_of_every_name(name: str, full: bool) -> None:
    assert is_valid(sample(name, full=full))


@pytest.mark.parametrize("noun", sorted(cim.NOUNS))
def test_samples_of_every_noun_with_every_verb(noun: str) -> None:
    for verb in KIND_OF:
        message = sample(noun, verb=verb, full=verb in REQUEST_VERBS)
        assert message.header.verb == verb
        assert message.kind == KIND_OF[verb]
        assert is_valid(message)


@given(st.sampled_from(NAMES), st.booleans(), st.integers(), st.integers(1, 4))
def test_samples_of_every_seed(name: str, full: bool, seed: int, count: int) -> None:
    assert is_valid(sample(name, full=full, seed=seed, count=count))


@given(st.sampled_from(sorted(cim.NOUNS)), st.sampled_from(VERBS), st.booleans(), st.integers())
def test_samples_of_every_verb(noun: str, verb: str, full: bool, seed: int) -> None:
    assert is_valid(sample(noun, verb=verb, full=full, seed=seed))
