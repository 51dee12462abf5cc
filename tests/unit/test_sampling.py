"""Samples: what is in them, that they are the same for a seed, and that they say what they cannot make."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import unit_messages as xml

import cim61968_9 as cim
from cim61968_9.nouns import ENVELOPES, registry
from cim61968_9.sampling import sample
from cim61968_9.sampling._tables import values
from cim61968_9.verbs import KIND_OF
from cim61968_9.xml.shape import is_plain, resolve

Place = tuple[type[cim.Element], str]


def places(cls: type[cim.Element], found: set[Place]) -> set[Place]:
    """Return every element of the schema of a class, without what stands for any element."""
    for member in cls.__xml__.members:
        if member.type != "any" and (cls, member.tag) not in found:
            found.add((cls, member.tag))
            if not is_plain(cls, member):
                places(resolve(cls, member.type), found)
    return found


def used(item: Any) -> Iterator[Place]:
    for member in item.__xml__.members:
        value = getattr(item, member.name)
        for child in value if isinstance(value, list) else [] if value is None else [value]:
            yield type(item), member.tag
            if isinstance(child, cim.Element):
                yield from used(child)


def content(message: Any) -> Any:
    (found,) = (message.payload if message.payload is not None else message.request).content
    return found


@pytest.mark.parametrize("name", sorted(cim.PROFILES))
def test_full_sample_has_every_element_of_the_schema(name: str) -> None:
    assert places(cim.PROFILES[name].cls, set()) == set(used(content(sample(name, full=True))))


MISSING = {
    "RequestMessage": {"Payload.Compressed", "Payload.ID"},
    "ResponseMessage": {"Payload.Compressed", "Payload.ID", "Header.ReplyAddress", "Reply.operationId", "Reply.ID"},
    "EventMessage": {"Payload.Compressed", "Header.ReplyAddress"},
    "FaultMessage": {"Reply.operationId", "Reply.ID"},
}
"""What no full sample of a kind has: what excludes the rest, or breaks a rule there."""


@pytest.mark.parametrize("kind", sorted(MISSING))
def test_full_samples_of_a_kind_have_every_element_that_the_rules_allow(kind: str) -> None:
    verbs = [verb for verb, one in KIND_OF.items() if one == kind] or [None]
    messages = [
        sample(noun, full=True, verb=verb) for verb in verbs for noun in (kind, "MeterConfig", "UsagePointGroups")
    ]
    there = {place for message in messages if message.kind == kind for place in used(message)}
    envelope = {place for place in places(ENVELOPES[kind].cls, set()) if "Operation" not in place[0].__name__}
    missing = {f"{cls.__name__}.{tag}" for cls, tag in envelope - there}
    assert missing - {"Error.operationId", "Payload.OperationSet"} == MISSING[kind]


def test_every_element_of_the_schemas_is_in_the_table_of_values() -> None:
    sections = {"xs:string": "texts", "xs:float": "numbers", "xs:integer": "numbers", "xs:decimal": "money"}
    sections |= {"xs:dateTime": "minutes", "xs:date": "days", "xs:time": "clocks"}
    elsewhere = {"mRID", "name", "value", "timeStamp", "start", "end"}
    codes = {"ReadingType", "ReadingQualityType", "EndDeviceEventType", "EndDeviceControlType"}
    unknown = []
    for profile in cim.PROFILES.values():
        for cls, tag in places(profile.cls, set()):
            member = cls.__xml__.elements[tag]
            section = sections.get(member.type)
            if section is None or tag in elsewhere or cls.__xml__.name in codes:
                continue
            if values(section, f"{cls.__xml__.name}.{tag}", tag) is None:
                unknown.append(f"{section}: {cls.__xml__.name}.{tag}")
    assert sorted(set(unknown)) == []


@pytest.mark.parametrize("name", [*cim.PROFILES, *ENVELOPES, "OperationSet"])
@pytest.mark.parametrize("full", [False, True])
def test_same_seed_gives_the_same_bytes(name: str, full: bool) -> None:
    data = cim.to_bytes(sample(name, full=full, seed=7))
    assert data == cim.to_bytes(sample(name, full=full, seed=7))
    assert data != cim.to_bytes(sample(name, full=full, seed=8)) or name == "FaultMessage"


def test_same_seed_gives_the_same_in_another_process() -> None:
    code = "import cim61968_9 as cim; from cim61968_9.sampling import sample; "
    code += "print(cim.to_bytes(sample('MeterReadings', full=True)).decode())"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert runs == {cim.to_bytes(sample("MeterReadings", full=True)).strip()}


@pytest.mark.parametrize(
    ("noun", "verb", "summary"),
    [
        ("MeterReadings", None, "EventMessage created(MeterReadings) from Northmoor-MDM"),
        ("EndDeviceEvents", None, "EventMessage created(EndDeviceEvents) from Northmoor-HES"),
        ("MeterConfig", None, "RequestMessage create(MeterConfig) from Northmoor-CIS"),
        ("GetMeterReadings", None, "RequestMessage get(MeterReadings) from Northmoor-CIS"),
        ("ReceiptRecord", None, "EventMessage created(ReceiptRecord) from Northmoor-POS"),
        ("MeterReadings", "reply", "ResponseMessage reply(MeterReadings) from Northmoor-MDM"),
        ("MeterConfig", "delete", "RequestMessage delete(MeterConfig) from Northmoor-CIS"),
        ("MeterConfig", "executed", "EventMessage executed(OperationSet) from Northmoor-CIS"),
        ("RequestMessage", None, "RequestMessage get(MeterReadings) from Northmoor-CIS"),
        ("RequestMessage", "cancel", "RequestMessage cancel(EndDeviceControls) from Northmoor-CIS"),
        ("Message", "reply", "Message reply(MeterReadings) from Northmoor-MDM"),
        ("FaultMessage", None, "FaultMessage"),
        ("OperationSet", None, "RequestMessage execute(OperationSet) from Northmoor-CIS"),
        ("OperationSet", "reply", "ResponseMessage reply(OperationSet) from Northmoor-MDM"),
    ],
)
def test_verb_and_sender_fit_the_noun(noun: str, verb: str | None, summary: str) -> None:
    assert sample(noun, verb=verb).summary == summary


def test_class_does_as_well_as_its_name() -> None:
    assert sample(cim.MeterReadings) == sample("MeterReadings")
    assert sample(cim.FaultMessage) == sample("FaultMessage")
    assert sample(cim.OperationSet) == sample("OperationSet")


def test_minimal_sample_is_one_item_that_is_called_something() -> None:
    (reading,) = content(sample("MeterReadings")).meter_reading
    (register,) = reading.readings
    assert reading.meter.names[0].name.startswith("NM-E-00418")
    assert register.decimal is not None
    assert register.reading_type_code.is_cumulative


def test_count_is_the_number_of_items() -> None:
    readings = content(sample("MeterReadings", count=150)).meter_reading
    assert len({one.meter.names[0].name for one in readings}) == 150
    with pytest.raises(ValueError, match="count is 0; expected 1 at least"):
        sample("MeterReadings", count=0)


def test_full_controls_show_every_part() -> None:
    controls = content(sample("EndDeviceControls", full=True)).end_device_control
    parts = ("pan_demand_response", "pan_display", "pan_pricing")
    assert [[name for name in parts if getattr(one, name) is not None] for one in controls] == [
        [name] for name in parts
    ]
    assert [one.type_code.domain.name for one in controls] == ["LoadControl", "VideoDisplay", "Billing"]


def test_full_blocks_are_as_far_apart_as_their_type_says() -> None:
    (reading,) = content(sample("MeterReadings", full=True)).meter_reading
    for block in reading.interval_blocks:
        first, second, *_ = (one.time_stamp for one in block.interval_readings)
        assert second - first == block.reading_type_code.interval


@pytest.mark.parametrize(
    ("noun", "verb", "error", "text"),
    [
        ("MeterReading", None, LookupError, "no noun 'MeterReading'; did you mean 'MeterReadings'?"),
        ("xyz", None, LookupError, "no noun 'xyz'; expected a name in cim61968_9.PROFILES"),
        (cim.Header, None, LookupError, "no noun 'Header'"),
        ("MeterReadings", "publish", ValueError, "verb is 'publish'; expected one of get, create"),
        ("GetMeterReadings", "create", ValueError, "verb is 'create'; expected get with GetMeterReadings"),
        ("OperationSet", "create", ValueError, "verb is 'create'; expected execute, executed or reply"),
        ("EventMessage", "get", ValueError, "verb is 'get', which no EventMessage has; its kind of message is Request"),
    ],
)
def test_what_cannot_be_made_is_an_error(noun: Any, verb: str | None, error: type[Exception], text: str) -> None:
    with pytest.raises(error, match=text.replace("?", r"\?")):
        sample(noun, verb=verb)


def test_nouns_of_users_have_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_by_tag", "_by_name", "_by_class"):
        monkeypatch.setattr(registry, name, dict(getattr(registry, name)))
    cim.register(xml.PACKAGE)
    for full in (False, True):
        message = sample("TariffSheet", full=full)
        assert cim.load(cim.to_bytes(message), mode="strict").message == message
        assert isinstance(content(message), xml.TariffSheet)
    assert content(message).season in list(xml.Season)


def test_a_full_reply_to_an_operation_set_says_what_became_of_all_operations() -> None:
    message = sample("OperationSet", verb="reply", full=True)
    assert message.reply.result == "FAILED"
    assert [error.operation_id for error in message.reply.error] == [1, 2, 3]
    assert cim.validate(cim.to_bytes(message)).findings == ()


def test_types_that_have_only_names_are_named_by_their_code() -> None:
    assert ">3.31.0.23<" in cim.to_bytes(sample("GetEndDeviceControls")).decode()
