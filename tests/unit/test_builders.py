"""Builders of requests and events: what each verb fills in, and what it refuses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

import cim61968_9 as cim
from cim61968_9.profiles import get_meter_readings
from cim61968_9.profiles.meter_config import Meter
from cim61968_9.validation.rules import RULES
from cim61968_9.verbs import EVENT_OF, EVENT_VERBS, KIND_OF, OPERATION_VERBS, REQUEST_VERBS

NOON = dt.datetime(2026, 1, 14, 12, tzinfo=dt.UTC)
LATER = NOON + dt.timedelta(days=1)
CIS = cim.Sender(source="Northmoor-CIS", now=lambda: NOON, new_id=lambda: "4711")
IDS = ["NM-E-0041871", "NM-E-0041873"]
TARIFF = cim.RawElement('<v:TariffSheet xmlns:v="urn:northmoor:extra"><v:rate>1</v:rate></v:TariffSheet>')
TRANSACTIONS: dict[str, Callable[..., cim.RequestMessage]] = {
    "create": cim.create,
    "change": cim.change,
    "cancel": cim.cancel,
    "close": cim.close,
    "delete": cim.delete,
}
REMOVALS = ["cancel", "close", "delete"]


def config(mrid: str = "m-1") -> cim.MeterConfig:
    return cim.MeterConfig(meter=[Meter(mrid=mrid)])


def header(verb: str, noun: str, **more: Any) -> cim.Header:
    return cim.Header(
        verb=cim.Verb(verb),
        noun=noun,
        **{"revision": "1", "timestamp": NOON, "source": "Northmoor-CIS", "message_id": "4711", **more},
    )


def broken(build: Callable[[], Any]) -> dict[str, str]:
    """Return the rules that a builder found broken, with their paths."""
    with pytest.raises(cim.InvalidMessageError) as caught:
        build()
    for finding in caught.value.findings:
        assert finding.hint == RULES[finding.rule].hint
        assert finding.message.startswith(f"{RULES[finding.rule].title}: ")
    return {finding.rule: finding.path for finding in caught.value.findings}


def test_verbs_belong_to_kinds_and_events_to_requests() -> None:
    assert REQUEST_VERBS == ("get", "create", "change", "cancel", "close", "delete", "execute")
    assert EVENT_VERBS == ("created", "changed", "canceled", "closed", "deleted", "executed")
    assert OPERATION_VERBS == ("create", "change", "delete")
    assert set(KIND_OF) == {verb.value for verb in cim.Verb}
    assert {verb: KIND_OF[verb] for verb in ("get", "reply", "canceled")} == {
        "get": "RequestMessage",
        "reply": "ResponseMessage",
        "canceled": "EventMessage",
    }
    assert EVENT_OF["cancel"] == "canceled"


# get


def test_get_puts_a_profile_into_the_request_and_takes_the_noun_from_it() -> None:
    profile = cim.select(cim.GetMeterReadings, meters=IDS)

    assert cim.get(profile, sender=CIS) == cim.RequestMessage(
        header=header("get", "MeterReadings"), request=cim.Request(content=[profile])
    )


@pytest.mark.parametrize("noun", ["MeterReadings", cim.MeterReadings])
def test_get_by_noun_puts_what_selects_into_the_request(noun: Any) -> None:
    options = {"limit": 10, "closed": True, "flag": None}

    made = cim.get(noun, ids=IDS, start=NOON, end=LATER, options=options, sender=CIS)

    assert made == cim.RequestMessage(
        header=header("get", "MeterReadings"),
        request=cim.Request(
            start_time=NOON,
            end_time=LATER,
            option=[
                cim.Option(name="limit", value="10"),
                cim.Option(name="closed", value="true"),
                cim.Option(name="flag"),
            ],
            id=[cim.by_name(one) for one in IDS],
        ),
    )


@pytest.mark.parametrize(
    "question",
    [{"ids": "M-17"}, {"start": NOON}, {"end": LATER}, {"options": {"all": True}}, {"ids": [Meter(mrid="m-1")]}],
)
def test_get_by_noun_needs_one_thing_that_selects(question: dict[str, Any]) -> None:
    assert cim.check(cim.get("MeterConfig", sender=CIS, **question)) == ()


def test_empty_get_profile_asks_for_everything() -> None:
    made = cim.get(cim.GetMeterReadings(), sender=CIS)

    assert made.request == cim.Request(content=[cim.GetMeterReadings()])
    assert cim.selected(made).is_everything


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ({"subject": "MeterReadings"}, {"ENV206": "/RequestMessage/Request"}),
        ({"subject": cim.GetMeterReadings(), "ids": IDS}, {"ENV208": "/RequestMessage/Request/ID"}),
        ({"subject": cim.GetMeterReadings(), "start": NOON}, {"ENV208": "/RequestMessage/Request/StartTime"}),
        ({"subject": cim.GetMeterReadings(), "end": NOON}, {"ENV208": "/RequestMessage/Request/EndTime"}),
        (
            {"subject": "MeterReadings", "start": dt.datetime(2026, 1, 14)},
            {"TIM201": "/RequestMessage/Request/StartTime"},
        ),
        ({"subject": "MeterReadings", "start": LATER, "end": NOON}, {"TIM202": "/RequestMessage/Request/EndTime"}),
        (
            {"subject": "MeterReadings", "ids": [cim.ID(value="m-1", kind="uuid", id_type="MeterNumber")]},
            {"ENV217": "/RequestMessage/Request/ID"},
        ),
        ({"subject": "MeterReadings", "ids": IDS, "message_id": None}, {"COR203": "/RequestMessage/Header"}),
        (
            {"subject": "MeterReadings", "ids": IDS, "message_id": " ", "correlation_id": "1"},
            {"COR202": "/RequestMessage/Header/MessageID"},
        ),
        (
            {"subject": "MeterReadings", "ids": IDS, "async_reply_flag": True},
            {"ENV211": "/RequestMessage/Header/ReplyAddress"},
        ),
        (
            {"subject": "MeterReadings", "ids": IDS, "reply_address": "CIS.REPLIES"},
            {"ENV212": "/RequestMessage/Header/ReplyAddress"},
        ),
        (
            {"subject": "MeterReadings", "ids": IDS, "reply_address": "queue:A", "ack_required": False},
            {"ENV213": "/RequestMessage/Header/AckRequired"},
        ),
        (
            {"subject": "MeterReadings", "ids": IDS, "reply_address": "queue:A", "correlation_id": None},
            {"COR204": "/RequestMessage/Header/CorrelationID"},
        ),
    ],
)
def test_get_refuses_what_no_receiver_would_accept(question: dict[str, Any], expected: dict[str, str]) -> None:
    arguments = dict(question)
    assert broken(lambda: cim.get(arguments.pop("subject"), sender=CIS, **arguments)) == expected


def test_all_broken_rules_are_named_at_once() -> None:
    found = broken(
        lambda: cim.get("MeterReadings", start=LATER, end=NOON, message_id=None, async_reply_flag=True, sender=CIS)
    )

    assert set(found) == {"TIM202", "COR203", "ENV211"}


@pytest.mark.parametrize("address", ["http://a.example", "https://a.example/b?c=d", "topic:A.B", "queue:A"])
def test_addresses_of_the_web_topics_and_queues_are_accepted(address: str) -> None:
    assert cim.check(cim.get("MeterReadings", ids=IDS, reply_address=address, sender=CIS)) == ()


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (cim.MeterReadings(), "found MeterReadings, expected a Get profile such as GetMeterReadings, or the name"),
        (get_meter_readings.EndDevice(mrid="m-1"), "found EndDevice, expected a Get profile"),
        (get_meter_readings.EndDevice, "EndDevice is no root element; expected a noun such as MeterReadings"),
    ],
)
def test_get_of_what_is_neither_profile_nor_noun_is_a_type_error(subject: Any, text: str) -> None:
    with pytest.raises(TypeError, match=text):
        cim.get(subject, ids=IDS)


@pytest.mark.parametrize("subject", ["GetMeterReadings", cim.GetMeterReadings])
def test_noun_of_a_query_is_never_that_of_its_get_profile(subject: Any) -> None:
    try:
        made = cim.get(subject, ids=IDS, sender=CIS)
    except (TypeError, cim.InvalidMessageError):
        return
    assert made.header.noun == "MeterReadings"


# transactions


@pytest.mark.parametrize("verb", TRANSACTIONS)
def test_transaction_carries_its_content(verb: str) -> None:
    content = config()

    made = TRANSACTIONS[verb](content, sender=CIS)

    assert made == cim.RequestMessage(header=header(verb, "MeterConfig"), payload=cim.Payload(content=[content]))
    assert made.payload is not None
    assert made.payload.content[0] is content


@pytest.mark.parametrize("verb", TRANSACTIONS)
def test_options_stand_in_the_request_of_a_transaction(verb: str) -> None:
    made = TRANSACTIONS[verb](config(), options={"timeout": "PT5M", "dryRun": False}, sender=CIS)

    assert made.request == cim.Request(
        option=[cim.Option(name="timeout", value="PT5M"), cim.Option(name="dryRun", value="false")]
    )


@pytest.mark.parametrize("verb", REMOVALS)
@pytest.mark.parametrize("subject", ["MeterConfig", cim.MeterConfig])
def test_removal_names_the_objects_in_the_request(verb: str, subject: Any) -> None:
    made = TRANSACTIONS[verb](subject, ids=[*IDS, cim.by_transaction("17")], sender=CIS)

    assert made == cim.RequestMessage(
        header=header(verb, "MeterConfig"),
        request=cim.Request(id=[*map(cim.by_name, IDS), cim.by_transaction("17")]),
    )


@pytest.mark.parametrize(
    ("content", "noun", "expected"),
    [
        (config(), None, "MeterConfig"),
        (TARIFF, None, "TariffSheet"),
        (cim.Payload(content=[config()]), None, "MeterConfig"),
        (cim.Payload(content=[TARIFF]), None, "TariffSheet"),
        (cim.packed("<MeterConfig/>"), "MeterConfig", "MeterConfig"),
        (cim.packed("a;b", format="CSV"), "MeterReadings", "MeterReadings"),
        (cim.Payload(id=[cim.by_name("M-17")]), "MeterConfig", "MeterConfig"),
    ],
)
def test_noun_comes_from_the_content_unless_it_is_given(content: Any, noun: str | None, expected: str) -> None:
    made = cim.create(content, noun=noun, sender=CIS)

    assert made.header.noun == expected
    assert made.payload == (content if isinstance(content, cim.Payload) else cim.Payload(content=[content]))


@pytest.mark.parametrize("verb", TRANSACTIONS)
def test_address_makes_a_transaction_asynchronous(verb: str) -> None:
    made = TRANSACTIONS[verb](config(), reply_address="queue:CIS", sender=CIS)

    assert made.header == header(
        verb, "MeterConfig", async_reply_flag=True, reply_address="queue:CIS", correlation_id="4711"
    )


def test_one_way_request_needs_no_identifier() -> None:
    made = cim.create(config(), ack_required=False, message_id=None, sender=CIS)

    assert cim.check(made) == ()


@pytest.mark.parametrize(
    ("verb", "subject", "arguments", "expected"),
    [
        ("create", "MeterConfig", {}, {"ENV203": "/RequestMessage/Payload"}),
        ("change", "MeterConfig", {}, {"ENV203": "/RequestMessage/Payload"}),
        ("create", cim.Payload(), {"noun": "MeterConfig"}, {"ENV203": "/RequestMessage/Payload"}),
        ("cancel", "MeterConfig", {}, {"ENV205": "/RequestMessage/Request"}),
        ("close", cim.MeterConfig, {}, {"ENV205": "/RequestMessage/Request"}),
        ("delete", "MeterConfig", {"options": {"all": True}}, {"ENV205": "/RequestMessage/Request"}),
        ("create", config(), {"noun": "UsagePointConfig"}, {"ENV202": "/RequestMessage/Header/Noun"}),
        (
            "create",
            cim.Payload(content=[cim.GetMeterConfig()]),
            {"noun": "MeterConfig"},
            {"ENV209": "/RequestMessage/Payload/GetMeterConfig"},
        ),
        (
            "delete",
            cim.Payload(content=[config()], operation_set=cim.operation_set(cim.operation("create", config()))),
            {"noun": "OperationSet"},
            {"ENV207": "/RequestMessage/Header/Verb"},
        ),
        (
            "create",
            cim.operation_set(cim.operation("create", config())),
            {},
            {"ENV207": "/RequestMessage/Header/Verb"},
        ),
    ],
)
def test_transaction_refuses_what_no_receiver_would_accept(
    verb: str, subject: Any, arguments: dict[str, Any], expected: dict[str, str]
) -> None:
    found = broken(lambda: TRANSACTIONS[verb](subject, sender=CIS, **arguments))

    assert {rule: path for rule, path in found.items() if rule in expected} == expected


def test_refusal_says_what_was_found_and_what_to_do() -> None:
    with pytest.raises(cim.InvalidMessageError) as caught:
        cim.create("MeterConfig")

    assert caught.value.findings == (
        cim.Finding(
            rule="ENV203",
            severity=cim.Severity.WARNING,
            message="nothing to create, change or execute: found no payload in a request to create",
            path="/RequestMessage/Payload",
            hint="put the noun document into the payload",
        ),
    )


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (Meter(mrid="m-1"), "found Meter, which is no root element; expected a noun such as MeterReadings"),
        (cim.GetMeterConfig(), "found GetMeterConfig, which only selects; expected a noun"),
        (None, "found neither content nor noun; give one of them"),
        (cim.Payload(), "the payload does not tell its noun; give it as noun='MeterReadings' or the like"),
        (cim.packed("x"), "the payload does not tell its noun"),
        (Meter, "Meter is no root element; expected a noun such as MeterReadings"),
        (17, "found int, which is no root element"),
    ],
)
def test_content_that_no_message_carries_is_a_type_error(content: Any, text: str) -> None:
    with pytest.raises(TypeError, match=text):
        cim.create(content, sender=CIS)


# events


@pytest.mark.parametrize("verb", [verb for verb in EVENT_VERBS if verb != "executed"])
def test_event_carries_its_content(verb: str) -> None:
    content = config()

    assert cim.event(verb, content, sender=CIS) == cim.EventMessage(
        header=header(verb, "MeterConfig"), payload=cim.Payload(content=[content])
    )


@pytest.mark.parametrize("arguments", [{"content": "MeterConfig"}, {"noun": "MeterConfig"}])
def test_event_without_content_names_the_objects_in_the_payload(arguments: dict[str, Any]) -> None:
    made = cim.event("deleted", ids=IDS, sender=CIS, **arguments)

    assert made == cim.EventMessage(
        header=header("deleted", "MeterConfig"), payload=cim.Payload(id=[cim.by_name(one) for one in IDS])
    )


def test_event_of_an_operation_set() -> None:
    operations = cim.operation_set(cim.operation("created", config()))

    made = cim.event("executed", operations, sender=CIS)

    assert made == cim.EventMessage(
        header=header("executed", "OperationSet"), payload=cim.Payload(operation_set=operations)
    )
    assert cim.event("executed", cim.Payload(operation_set=operations), sender=CIS) == made


@pytest.mark.parametrize("verb", ["create", "get", "reply", "Created", "cancelled", ""])
def test_verb_that_no_event_has_is_refused(verb: str) -> None:
    with pytest.raises(ValueError, match=f"verb is '{verb}'; expected one of created, changed, canceled, closed"):
        cim.event(verb, config(), sender=CIS)


def test_content_beside_identifiers_is_refused() -> None:
    with pytest.raises(ValueError, match="found both content and ids; a payload holds one of them"):
        cim.event("deleted", config(), ids=IDS, sender=CIS)


@pytest.mark.parametrize(
    ("verb", "arguments", "expected"),
    [
        ("created", {"content": "MeterConfig"}, {"ENV215": "/EventMessage/Payload"}),
        ("created", {"content": cim.Payload(), "noun": "MeterConfig"}, {"ENV215": "/EventMessage/Payload"}),
        (
            "created",
            {"content": config(), "noun": "UsagePointConfig"},
            {"ENV202": "/EventMessage/Header/Noun"},
        ),
        ("created", {"content": cim.GetMeterConfig()}, {"ENV209": "/EventMessage/Payload/GetMeterConfig"}),
        ("executed", {"content": config()}, {"ENV207": "/EventMessage/Payload"}),
        (
            "executed",
            {"content": cim.operation_set(cim.operation("create", config()))},
            {"ENV404": "/EventMessage/Payload/OperationSet/Operation/verb"},
        ),
        ("created", {"content": config(), "message_id": ""}, {"COR202": "/EventMessage/Header/MessageID"}),
    ],
)
def test_event_refuses_what_no_listener_would_understand(
    verb: str, arguments: dict[str, Any], expected: dict[str, str]
) -> None:
    assert broken(lambda: cim.event(verb, sender=CIS, **arguments)) == expected


def test_event_about_nothing_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="found neither content nor noun; give one of them"):
        cim.event("created", ids=IDS)


# events that a request has caused


@pytest.mark.parametrize(
    ("correlation", "message", "expected"),
    [("17", "4711", "17"), (None, "4711", "4711"), (" ", "4711", "4711"), (None, None, None), ("17", None, "17")],
)
def test_caused_event_follows_the_correlation_of_its_request(
    correlation: str | None, message: str | None, expected: str | None
) -> None:
    cause = cim.create(config(), sender=CIS)
    cause.header.correlation_id, cause.header.message_id = correlation, message

    assert cim.event("created", caused_by=cause, sender=CIS).header.correlation_id == expected
    assert cim.event("created", caused_by=cause, correlation_id="own", sender=CIS).header.correlation_id == "own"


@pytest.mark.parametrize(
    ("own", "given", "expected"),
    [
        (None, {}, "TESTING"),
        ("PRODUCTION", {}, "PRODUCTION"),
        (None, {"context": "STUDY"}, "STUDY"),
        ("PRODUCTION", {"context": None}, None),
    ],
)
def test_caused_event_follows_the_context_of_its_request(
    own: str | None, given: dict[str, Any], expected: str | None
) -> None:
    cause = cim.create(config(), context="TESTING", sender=CIS)

    made = cim.event("created", caused_by=cause, sender=cim.Sender(context=own), **given)

    assert made.header.context == expected


@pytest.mark.parametrize("verb", TRANSACTIONS)
def test_caused_event_carries_an_independent_copy_of_the_content(verb: str) -> None:
    cause = TRANSACTIONS[verb](config("m-1"), sender=CIS)

    made = cim.event(EVENT_OF[verb], caused_by=cause, sender=CIS)

    assert made.header.noun == "MeterConfig"
    assert made.payload == cause.payload
    assert made.payload is not None
    made.payload.one(cim.MeterConfig).meter[0].mrid = "m-2"
    made.payload.content.append(config())
    assert cause.payload == cim.Payload(content=[config("m-1")])


@pytest.mark.parametrize("verb", REMOVALS)
def test_event_caused_by_a_removal_names_what_the_request_named(verb: str) -> None:
    cause = TRANSACTIONS[verb]("MeterConfig", ids=IDS, sender=CIS)

    made = cim.event(EVENT_OF[verb], caused_by=cause, sender=CIS)

    assert made.payload == cim.Payload(id=[cim.by_name(one) for one in IDS])
    assert made.payload is not None
    made.payload.id[0].value = "other"
    assert cause.request is not None
    assert cause.request.id[0].value == IDS[0]


def test_event_caused_by_an_operation_set_tells_it_in_the_past_tense() -> None:
    cause = cim.execute(
        cim.operation("create", config("m-1")),
        cim.operation("change", config("m-2")),
        cim.operation("delete", config("m-3"), element_operation=True),
        in_sequence=True,
        sender=CIS,
    )
    before = cim.to_bytes(cause)

    made = cim.event("executed", caused_by=cause, sender=CIS)

    assert made.header == header("executed", "OperationSet", correlation_id="4711")
    assert made.payload is not None
    told = made.payload.operation_set
    assert told is not None
    assert [(one.operation_id, one.verb, one.noun, one.element_operation) for one in told.operation] == [
        (1, "created", "MeterConfig", None),
        (2, "changed", "MeterConfig", None),
        (3, "deleted", "MeterConfig", True),
    ]
    assert (told.enforce_msg_sequence, told.enforce_transactional_integrity) == (True, False)
    assert cim.to_bytes(cause) == before


def test_event_caused_by_a_compressed_request_carries_the_same() -> None:
    cause = cim.create(config(), compress_above=0, sender=CIS)

    made = cim.event("created", caused_by=cause, sender=CIS)

    assert made.payload == cause.payload
    assert cim.expand(made).payload == cim.Payload(content=[config()])


def test_event_caused_by_a_compressed_operation_set_is_in_the_past_tense() -> None:
    cause = cim.execute(cim.operation("create", config()), compress_above=0, sender=CIS)

    made = cim.event("executed", caused_by=cause, sender=CIS)

    assert made.payload is not None
    assert made.payload.operation_set is not None
    assert [one.verb for one in made.payload.operation_set.operation] == ["created"]
    packed = cim.event("executed", caused_by=cause, compress_above=0, sender=CIS)
    assert packed.payload is not None
    assert packed.payload.compressed is not None
    assert cim.expand(packed) == made


def test_caused_event_may_have_content_of_its_own() -> None:
    cause = cim.create(config("m-1"), sender=CIS)

    made = cim.event("created", config("m-2"), caused_by=cause, sender=CIS)
    named = cim.event("created", ids=["m-2"], caused_by=cause, sender=CIS)

    assert made.payload == cim.Payload(content=[config("m-2")])
    assert named.payload == cim.Payload(id=[cim.by_name("m-2")])
    assert {made.header.noun, named.header.noun} == {"MeterConfig"}


def test_caused_event_may_be_of_another_noun() -> None:
    cause = cim.create(cim.EndDeviceControls(), sender=CIS)

    made = cim.event("created", cim.EndDeviceEvents(), caused_by=cause, sender=CIS)

    assert made.header.noun == "EndDeviceEvents"
    assert made.header.correlation_id == "4711"
    assert made.payload == cim.Payload(content=[cim.EndDeviceEvents()])


@pytest.mark.parametrize("arguments", [{}, {"noun": "MeterConfig"}, {"content": "MeterConfig"}])
def test_noun_of_the_request_may_be_repeated(arguments: dict[str, Any]) -> None:
    cause = cim.create(config(), sender=CIS)

    assert cim.event("created", caused_by=cause, sender=CIS, **arguments).payload == cause.payload


@pytest.mark.parametrize(
    ("verb", "arguments"), [("changed", {}), ("created", {"noun": "UsagePointConfig"}), ("deleted", {})]
)
def test_event_of_another_verb_or_noun_copies_nothing(verb: str, arguments: dict[str, Any]) -> None:
    cause = cim.create(config(), sender=CIS)

    assert broken(lambda: cim.event(verb, caused_by=cause, sender=CIS, **arguments)) == {
        "ENV215": "/EventMessage/Payload"
    }


def test_query_causes_no_copy() -> None:
    cause = cim.get("MeterReadings", ids=IDS, sender=CIS)

    assert set(broken(lambda: cim.event("created", caused_by=cause, sender=CIS))) == {"ENV215"}
    assert cim.event("created", cim.MeterReadings(), caused_by=cause, sender=CIS).header.correlation_id == "4711"


@pytest.mark.parametrize("noun", ["MeterReadngs", "meterreadings", "GetMeterReading"])
def test_a_noun_that_is_none_is_told(noun: str) -> None:
    with pytest.raises(LookupError, match=f"no noun '{noun}'; did you mean '(Get)?MeterReadings'"):
        cim.get(noun, ids=[cim.by_name("NM-E-0041871")])
