"""Law: an object that is written and read again is equal, with no findings and the same bytes."""

from __future__ import annotations

import pytest
from hypothesis import example, given

import cim61968_9 as cim
from cim61968_9.profiles.end_device_config import EndDevice
from cim61968_9.testing import messages, objects
from cim61968_9.validation.rules import STRUCTURE


@given(messages())
@example(cim.FaultMessage(reply=cim.Reply(result=cim.Result.OK, error=[cim.Error(code="", xpath="A")])))
def test_messages(message: cim.Element) -> None:
    data = cim.to_bytes(message)
    loaded = cim.load(data, mode="strict")
    assert loaded.message == message
    assert {one.rule for one in loaded.findings} & STRUCTURE.keys() <= {"ENV106"}  # what no schema describes
    assert loaded.ok
    assert cim.to_bytes(loaded.message) == data


@pytest.mark.parametrize("noun", sorted(cim.PROFILES))
def test_bare_payloads_of_every_noun(noun: str) -> None:
    @given(objects(cim.PROFILES[noun].cls))
    def law(payload: cim.Element) -> None:
        loaded = cim.load(cim.to_bytes(payload), mode="strict")
        assert loaded.message == payload
        assert str(loaded.dialect) == "bare payload"

    law()


def test_nan_is_equal_to_itself() -> None:
    config = cim.EndDeviceConfig(end_device=[EndDevice(initial_loss_of_life=float("nan"))])
    assert cim.read(cim.to_bytes(config)) == config


@given(messages())
def test_layout_and_prefixes_do_not_matter(message: cim.Element) -> None:
    assert cim.load(cim.to_bytes(message, pretty=True), mode="strict").message == message
    prefixes = {"message": "", "payload": ""}
    assert cim.load(cim.to_bytes(message, prefixes=prefixes), mode="strict").message == message


@given(messages())
def test_lax_writing_of_what_is_valid_is_strict_writing(message: cim.Element) -> None:
    assert cim.to_bytes(message, mode="lax") == cim.to_bytes(message)
