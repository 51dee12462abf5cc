"""What a service refuses, and how it answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import unit_messages as xml

import cim61968_9 as cim
from cim61968_9.profiles.meter_config import Meter
from cim61968_9.refusing import REFUSALS

NOON = dt.datetime(2026, 1, 14, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
HES = cim.Sender(source="Northmoor-HES", now=lambda: NOON, new_id=lambda: "h-1")
CIS = cim.Sender(source="Northmoor-CIS", now=lambda: NOON, new_id=lambda: "4711")
ACCEPTS = {
    "get": ["MeterReadings", "MeterConfig"],
    "create": ["MeterConfig"],
    "change": ["MeterConfig"],
    "delete": ["MeterConfig"],
    "cancel": ["EndDeviceControls"],
    "close": ["MasterDataLinkageConfig"],
    "execute": ["OperationSet"],
    "created": ["EndDeviceEvents"],
}
QUERY = cim.get("MeterReadings", ids=["NM-E-0041871"], sender=CIS)
EVENTS = '<EndDeviceEvents xmlns="http://iec.ch/TC57/2011/EndDeviceEvents#"/>'
ADDRESSED = "<msg:AsyncReplyFlag>true</msg:AsyncReplyFlag>"


def service(**more: Any) -> cim.Service:
    return cim.Service(ACCEPTS, sender=HES, **more)


def request(verb: str, noun: str, inside: str = "", header: str = "") -> str:
    """Return a request with MessageID 4711; ``inside`` follows the header."""
    start = header if "AsyncReplyFlag" in header else ""
    rest = "" if start else header
    more = f"{rest}{start}{xml.MESSAGE_ID}{xml.CORRELATION_ID if start else ''}"
    return xml.envelope(xml.header(verb, noun, more) + inside, "RequestMessage")


def config(inside: str = "") -> str:
    return f"<msg:Payload>{xml.meter(inside)}</msg:Payload>"


def codes(examined: cim.Examined) -> list[str]:
    assert examined.refusal is not None
    return [one.code for one in examined.refusal.reply.error]


def test_what_is_offered_and_correct_may_be_processed() -> None:
    examined = service().examine(cim.to_bytes(QUERY))

    assert examined == cim.Examined(QUERY, None, (), "")
    assert examined.ok


@pytest.mark.parametrize(
    "message",
    [
        cim.get(cim.GetMeterConfig(), sender=CIS),
        cim.create(cim.MeterConfig(), sender=CIS),
        cim.delete("MeterConfig", ids=["M-17"], sender=CIS),
        cim.execute(cim.operation("create", cim.MeterConfig()), sender=CIS),
        cim.get("MeterReadings", ids=["M-17"], reply_address="queue:CIS", sender=CIS),
        cim.event("created", cim.EndDeviceEvents(), sender=CIS),
    ],
)
def test_every_kind_of_message_is_examined(message: Any) -> None:
    assert service().examine(cim.to_bytes(message)).message == message


def test_message_of_the_generic_kind_is_taken_by_its_verb() -> None:
    text = cim.to_bytes(QUERY).decode().replace("RequestMessage", "Message")
    refused = service().examine(text.replace(">MeterReadings<", ">UsagePointConfig<"))

    assert service().examine(text).ok
    assert codes(refused) == ["2.5"]


# faults


@pytest.mark.parametrize(
    "source",
    [
        b"",
        "<Junk/>",
        "<RequestMessage>",
        cim.to_bytes(QUERY)[:-20],
        b"GET / HTTP/1.1\r\n\r\n",
        b"\xff\xfe\x00",
        b'<!DOCTYPE x [<!ENTITY a "b">]>' + cim.to_bytes(QUERY).partition(b"\n")[2],
        f'<msg:Unheard xmlns:msg="{xml.MESSAGE}"/>',
        b"\x1f\x8b\x08\x00truncated",
        xml.readings(),
    ],
    ids=["empty", "no-message", "open", "cut", "http", "bytes", "dtd", "unknown", "gzip", "no-envelope"],
)
def test_what_is_no_message_is_answered_with_a_fault(source: Any) -> None:
    examined = service().examine(source)

    assert not examined.ok
    assert isinstance(examined.refusal, cim.FaultMessage)
    assert codes(examined) == ["1.8"]
    assert examined.reason
    assert examined.refusal.reply.error[0].details == examined.reason


@pytest.mark.parametrize(
    "header",
    [
        "",
        "<msg:Header/>",
        "<msg:Header><msg:Verb>get</msg:Verb></msg:Header>",
        "<msg:Header><msg:Noun>MeterReadings</msg:Noun></msg:Header>",
        "<msg:Header><msg:Verb/><msg:Noun/></msg:Header>",
    ],
)
def test_request_without_verb_or_noun_is_answered_with_a_fault(header: str) -> None:
    examined = service().examine(xml.envelope(header + xml.GET, "RequestMessage"))

    assert isinstance(examined.refusal, cim.FaultMessage)
    assert codes(examined) == ["1.5"]


def test_message_beyond_the_limits_is_answered_with_a_fault() -> None:
    examined = service().examine(cim.to_bytes(QUERY), limits=cim.Limits(max_bytes=100))

    assert isinstance(examined.refusal, cim.FaultMessage)
    assert codes(examined) == ["1.8"]


def test_file_that_is_not_there_is_an_error_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        service().examine(tmp_path / "none.xml")


def test_faults_are_messages_that_can_be_sent() -> None:
    for source in ("<Junk/>", xml.envelope("", "RequestMessage")):
        refusal = service().examine(source).refusal
        assert refusal is not None
        assert cim.read(cim.to_bytes(refusal), mode="strict") == refusal
        assert cim.check(refusal) == ()


# refusals


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (request("get", "MeterReadings", xml.GET, "<msg:Revision>9</msg:Revision>"), "1.9"),
        (request("put", "MeterReadings", xml.GET), "2.9"),
        (request("created", "EndDeviceEvents", f"<msg:Payload>{EVENTS}</msg:Payload>"), "2.9"),
        (request("get", "UsagePointConfig", "<msg:Request><msg:ID>U</msg:ID></msg:Request>"), "2.5"),
        (request("create", "Nonsense", config()), "2.5"),
        (request("create", "MeterConfig", f"<msg:Payload>{xml.readings()}</msg:Payload>"), "2.5"),
        (request("create", "MeterConfig"), "1.7"),
        (request("change", "MeterConfig"), "1.7"),
        (request("change", "MeterConfig", "<msg:Payload/>"), "1.7"),
        (request("execute", "OperationSet"), "1.7"),
        (request("get", "MeterReadings"), "1.6"),
        (request("delete", "MeterConfig"), "1.6"),
        (request("cancel", "EndDeviceControls"), "1.6"),
        (request("close", "MasterDataLinkageConfig"), "1.6"),
        (request("create", "MeterConfig", config("<c:serial>1</c:serial>")), "1.8"),
        (request("get", "MeterReadings", xml.GET, ADDRESSED), "1.5"),
        (
            request("get", "MeterReadings", xml.GET, f"{ADDRESSED}<msg:ReplyAddress>CIS</msg:ReplyAddress>"),
            "1.5",
        ),
    ],
)
def test_each_check_has_its_code(text: str, code: str) -> None:
    examined = service(revisions=["1", "2.0"]).examine(text)

    assert set(codes(examined)) == {code}
    assert isinstance(examined.refusal, cim.ResponseMessage)
    assert examined.refusal.reply.result == "FAILED"
    assert examined.refusal.header.correlation_id == "4711"
    assert examined.refusal.header.source == "Northmoor-HES"
    assert examined.message is None
    assert all(one.details and one.details in examined.reason for one in examined.refusal.reply.error)
    assert cim.check(examined.refusal) == ()


def test_every_check_has_a_known_code() -> None:
    assert REFUSALS == {
        "address": "1.5",
        "header": "1.5",
        "identifier": "2.15",
        "noun": "2.5",
        "payload": "1.7",
        "replay": "7.7",
        "revision": "1.9",
        "schema": "1.8",
        "selection": "1.6",
        "user": "7.5",
        "verb": "2.9",
    }
    assert all(code in cim.REPLY_CODES for code in REFUSALS.values())


@pytest.mark.parametrize(("revision", "accepted"), [("1", True), ("2.0", True), ("3", False), (None, True), ("", True)])
def test_revision_that_is_absent_is_the_first(revision: str | None, accepted: bool) -> None:
    message = cim.get("MeterReadings", ids=["M-17"], revision=revision, sender=CIS)

    assert service(revisions=["1", "2.0"]).examine(cim.to_bytes(message)).ok is accepted


def test_any_revision_is_accepted_unless_they_are_named() -> None:
    message = cim.get("MeterReadings", ids=["M-17"], revision="14", sender=CIS)

    assert service().examine(cim.to_bytes(message)).ok


def test_each_unknown_identifier_is_refused() -> None:
    message = cim.delete("MeterConfig", ids=["M-1", "M-2", "M-3"], sender=CIS)
    known = service(knows=lambda one: one.value == "M-2")

    examined = known.examine(cim.to_bytes(message))

    assert codes(examined) == ["2.15", "2.15"]
    assert examined.reason == "found no object 'M-1'; found no object 'M-3'"
    assert known.examine(cim.to_bytes(cim.delete("MeterConfig", ids=["M-2"], sender=CIS))).ok


def test_header_that_is_not_permitted_is_refused() -> None:
    guarded = service(permits=lambda header: header.source == "Northmoor-CIS")

    assert guarded.examine(cim.to_bytes(QUERY)).ok
    refused = guarded.examine(cim.to_bytes(cim.get("MeterReadings", ids=["M"], source="Other")))
    assert codes(refused) == ["7.5"]
    assert refused.reason == "found no permission for get(MeterReadings)"


def test_all_failures_are_answered_at_once() -> None:
    text = request("delete", "UsagePointConfig", "", "<msg:Revision>9</msg:Revision><msg:Odd/>")

    examined = service(revisions=["1"], permits=lambda _: False).examine(text)

    assert sorted(codes(examined)) == ["1.6", "1.8", "1.9", "2.5", "7.5"]
    assert examined.reason.count("; ") == 4


def test_findings_that_keep_nothing_from_being_processed_are_kept() -> None:
    text = cim.to_bytes(QUERY).decode().replace("2011/schema/message", "2010/schema/message", 1)
    examined = service().examine(xml.soap(text.partition("\n")[2]))

    assert examined.ok
    assert "ENV102" in {one.rule for one in examined.findings}


def test_findings_of_a_refused_message_are_kept() -> None:
    examined = service().examine(request("get", "MeterReadings"))

    assert [one.rule for one in examined.findings] == ["ENV206"]


@pytest.mark.parametrize(("strict", "accepted"), [(True, False), (False, True)])
def test_deviation_from_the_schema_counts_when_strict(strict: bool, accepted: bool) -> None:
    examined = service(strict=strict).examine(request("create", "MeterConfig", config("<c:serial>1</c:serial>")))

    assert examined.ok is accepted
    assert [one.rule for one in examined.findings] == ["XSD101"]


@pytest.mark.parametrize(("text", "code"), [(request("get", "MeterReadings"), "1.6"), (request("put", "X"), "2.9")])
def test_other_checks_count_when_not_strict(text: str, code: str) -> None:
    assert code in codes(service(strict=False).examine(text))


# what gets no answer


@pytest.mark.parametrize(
    "text",
    [
        xml.event(verb="deleted"),
        xml.event("<m:MeterReadings/>"),
        xml.envelope("", "EventMessage"),
        xml.envelope(xml.header("create", "MeterConfig"), "EventMessage"),
        xml.response(""),
        xml.failure(""),
        xml.envelope("<msg:Reply><msg:Result>FAILED</msg:Result></msg:Reply>", "FaultMessage"),
    ],
)
def test_nobody_answers_events_replies_and_faults(text: str) -> None:
    examined = service().examine(text)

    assert not examined.ok
    assert examined.refusal is None
    assert examined.reason


def test_nobody_answers_a_one_way_request() -> None:
    message = cim.create(cim.UsagePointConfig(), ack_required=False, sender=CIS)

    examined = service().examine(cim.to_bytes(message))

    assert not examined.ok
    assert examined.refusal is None
    assert examined.reason == "found the noun 'UsagePointConfig', expected MeterConfig"


# nonces


def stamped(nonce: str | None, created: Any = NOON, source: str | None = "Northmoor-CIS") -> cim.Header:
    replay = cim.ReplayDetection(nonce=nonce, created=created) if nonce is not None else None
    return cim.Header(verb="get", noun="MeterReadings", source=source, replay_detection=replay)


def test_nonce_that_comes_again_is_a_replay() -> None:
    memory = cim.ReplayMemory()

    assert not memory.is_replay(stamped("a"), NOON)
    assert memory.is_replay(stamped("a"), NOON)
    assert memory.is_replay(stamped("a"), NOON + HOUR)
    assert not memory.is_replay(stamped("b"), NOON)


def test_sources_have_nonces_of_their_own() -> None:
    memory = cim.ReplayMemory()

    assert not memory.is_replay(stamped("a"), NOON)
    assert not memory.is_replay(stamped("a", source="Northmoor-MDM"), NOON)
    assert not memory.is_replay(stamped("a", source=None), NOON)
    assert memory.is_replay(stamped("a", source=""), NOON)


def test_message_without_nonce_is_no_replay() -> None:
    memory = cim.ReplayMemory()

    assert not memory.is_replay(stamped(None), NOON)
    assert not memory.is_replay(stamped(None), NOON)


@pytest.mark.parametrize(("keep", "age", "replay"), [(DAY, DAY, False), (DAY, DAY + HOUR, True), (HOUR, DAY, True)])
def test_message_that_is_older_than_the_memory_counts_as_a_replay(
    keep: dt.timedelta, age: dt.timedelta, replay: bool
) -> None:
    assert cim.ReplayMemory(keep=keep).is_replay(stamped("a", NOON - age), NOON) is replay


def test_message_that_is_old_in_every_zone_counts_as_a_replay() -> None:
    created = (NOON - 30 * DAY).replace(tzinfo=None)

    assert cim.ReplayMemory().is_replay(stamped("a", created), NOON)


def test_nonces_are_forgotten_when_their_time_is_over() -> None:
    memory = cim.ReplayMemory(keep=HOUR)

    assert not memory.is_replay(stamped("a", NOON), NOON)
    later = NOON + 2 * HOUR
    assert not memory.is_replay(stamped("a", later), later)
    assert memory.is_replay(stamped("a", NOON), later)
    assert memory.is_replay(stamped("a", later), later)


def test_message_with_a_clock_ahead_does_not_come_twice() -> None:
    memory = cim.ReplayMemory(keep=HOUR)
    ahead = stamped("a", NOON + 5 * HOUR)

    assert not memory.is_replay(ahead, NOON)
    assert memory.is_replay(ahead, NOON + 2 * HOUR)


def test_service_refuses_replays() -> None:
    guarded = service(replays=cim.ReplayMemory())
    message = cim.get("MeterReadings", ids=["M-17"], nonce="a", sender=CIS)

    assert guarded.examine(cim.to_bytes(message)).ok
    refused = guarded.examine(cim.to_bytes(message))
    assert codes(refused) == ["7.7"]
    assert guarded.examine(cim.to_bytes(QUERY)).ok
    assert guarded.examine(cim.to_bytes(QUERY)).ok


def test_service_drops_events_that_come_again() -> None:
    guarded = service(replays=cim.ReplayMemory())
    message = cim.to_bytes(cim.event("created", cim.EndDeviceEvents(), nonce="a", sender=CIS))

    assert guarded.examine(message).ok
    again = guarded.examine(message)
    assert (again.ok, again.refusal) == (False, None)
    assert again.reason == "found a nonce that was used before, or is too old"


# refuse


@pytest.mark.parametrize("check", REFUSALS)
def test_refusal_of_your_own_has_the_code_of_the_check(check: Any) -> None:
    made = cim.refuse(QUERY, check, "not today", sender=HES)

    assert made.reply.result == "FAILED"
    assert [(one.code, one.details) for one in made.reply.error] == [(REFUSALS[check], "not today")]
    assert made.header.correlation_id == "4711"


def test_refusal_names_each_object() -> None:
    meters = [Meter(mrid="m-1"), "NM-E-0041999"]

    made = cim.refuse(QUERY, "identifier", ids=meters, sender=HES)

    assert [(one.code, one.id) for one in made.reply.error] == [
        ("2.15", cim.by_mrid("m-1", object_type="Meter")),
        ("2.15", cim.by_name("NM-E-0041999")),
    ]


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.replace("<msg:MessageID>4711</msg:MessageID>", ""),
        lambda text: text.replace(">4711<", "> <"),
        lambda text: text.replace(">MeterReadings<", "> <"),
        lambda text: text.replace(">MeterReadings<", ">OperationSet<"),
        lambda text: text.replace(">get<", ">reply<"),
        lambda text: text.replace("<msg:Request>", "<msg:Reply/><msg:Request>"),
        lambda text: text.replace("<msg:Timestamp>", "<msg:Timestamp>yesterday"),
        lambda text: text.replace("<msg:Request>", "<msg:Header/><msg:Request>"),
        lambda text: text.replace(
            "</msg:Header>", "</msg:Header><msg:Payload><msg:Compressed>?</msg:Compressed></msg:Payload>"
        ),
        lambda text: text.replace("<msg:Request>", "<msg:Request><msg:Nothing/>text"),
    ],
)
def test_examine_never_raises_for_what_is_wrong_with_a_message(damage: Callable[[str], str]) -> None:
    text = cim.to_bytes(QUERY).decode()
    assert damage(text) != text

    for strict in (True, False):
        examined = service(
            strict=strict, revisions=["1"], permits=lambda _: False, knows=lambda _: False, replays=cim.ReplayMemory()
        ).examine(damage(text))
        assert not examined.ok
        assert examined.reason
