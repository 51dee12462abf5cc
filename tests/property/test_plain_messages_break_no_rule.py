"""Law: a message that is told to be plain in little time breaks no rule when every rule is asked."""

from __future__ import annotations

import copy
import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import example, given, settings, strategies as st

import cim61968_9 as cim
from cim61968_9.envelope import EventMessage, Message, RequestMessage, ResponseMessage
from cim61968_9.testing import messages, raw_elements, values
from cim61968_9.testing._values import texts
from cim61968_9.validation.rules import STRUCTURE, is_plain, review
from cim61968_9.verbs import EVENT_VERBS, KIND_OF, REQUEST_VERBS

NOON = dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC)
NAIVE = NOON.replace(tzinfo=None)
ASKED = {name: noun for name, noun in cim.NOUNS.items() if noun.get_profile is not None}
TRANSACTIONS = [verb for verb in REQUEST_VERBS if verb not in {"get", "execute"}]
EVENTS = [verb for verb in EVENT_VERBS if verb != "executed"]
BLANK = ["", " ", "\t\n"]
ADDRESSES = ["https://a/b", "http://a", "topic:t", "queue:q", "mailto:a", " topic:t ", "https://", "a", "queue:a b"]
SOME_ID = cim.ID(value="1")
SET = cim.OperationSet(
    enforce_msg_sequence=True,
    enforce_transactional_integrity=True,
    operation=[cim.Operation(operation_id=1, verb="create", noun="MeterReadings", content=cim.MeterReadings())],
)
PAYLOADS = [None, cim.Payload(), cim.Payload(id=[SOME_ID]), cim.Payload(compressed="H4sI")]
PAYLOADS += [cim.Payload(operation_set=SET), cim.Payload(operation_set=cim.OperationSet())]
DOCUMENTS = [[], [cim.MeterReadings()] * 2, [cim.MeterReadings(), cim.MeterConfig()], [cim.GetMeterReadings()]]
DOCUMENTS += [
    [cim.MeterServiceRequests()],
    [cim.RawElement("<GetMeterReadings/>")],
    [cim.RawElement("<OperationSet/>")],
]
SELECTIONS = [[], [cim.GetMeterReadings()] * 2, [cim.GetMeterConfig()], [cim.MeterReadings()]]
SELECTIONS += [[cim.RawElement("<GetMeterConfig/>")], [cim.RawElement("<Get/>")]]


def usual(kind: str, verb: str, noun: str = "MeterReadings", *items: object, **members: Any) -> Any:
    """Return a message as most are; a document is its payload, unless it asks, or ``items`` say otherwise."""
    header = cim.Header(verb=cim.Verb(verb), noun=noun, **{"message_id": "4711", **members})
    content = list(items) or [cim.PROFILES[noun].cls()]
    if verb == "get":
        content = list(items) or [cim.PROFILES[f"Get{noun}"].cls()]
        return RequestMessage(header=header, request=cim.Request(content=content))
    payload = cim.Payload(content=content)
    if kind == "ResponseMessage":
        return ResponseMessage(header=header, reply=cim.Reply(result=cim.Result.OK), payload=payload)
    return (RequestMessage if kind == "RequestMessage" else EventMessage)(header=header, payload=payload)


USUAL = [
    usual("RequestMessage", "get"),
    usual("RequestMessage", "get", async_reply_flag=True, reply_address="topic:t", correlation_id="1"),
    *(usual("RequestMessage", verb) for verb in TRANSACTIONS),
    *(usual("EventMessage", verb, timestamp=NOON) for verb in EVENTS),
    usual("ResponseMessage", "reply", correlation_id="1"),
    ResponseMessage(
        header=cim.Header(verb="reply", noun="MeterReadings", message_id="1", correlation_id="2"),
        reply=cim.Reply(result=cim.Result.OK),
    ),
]

Change = Callable[[Any], None]


def setting(part: str, member: str, value: Any) -> Change:
    """Return a function that gives a member of a part of a message a value, where there is such a part."""

    def change(message: Any) -> None:
        holder = message if part == "message" else getattr(message, part, None)
        if hasattr(holder, member):
            setattr(holder, member, value)

    change.__name__ = f"{part}.{member}={value!r}"
    return change


def changes() -> Iterator[Change]:
    """Yield every change of one member to a value at the border of a rule."""
    table: dict[str, dict[str, list[Any]]] = {
        "header": {
            "verb": [cim.Verb(verb) for verb in KIND_OF] + [cim.Verb("publish"), None],
            "noun": [
                None,
                "",
                "OperationSet",
                "GetMeterReadings",
                "MeterConfig",
                "MeterServiceRequest",
                "MeterServiceRequests",
            ],
            "message_id": [None, *BLANK],
            "correlation_id": [None, "2", *BLANK],
            "timestamp": [None, NAIVE, NOON, cim.InvalidText("now"), cim.BeyondRange("10000-01-01T00:00:00")],
            "replay_detection": [
                cim.ReplayDetection(nonce="1", created=created) for created in (NAIVE, NOON, None, cim.InvalidText(""))
            ],
            "async_reply_flag": [None, True, False, cim.InvalidText("yes")],
            "ack_required": [None, True, False],
            "reply_address": [None, *BLANK, *ADDRESSES],
        },
        "message": {
            "payload": PAYLOADS,
            "request": [None, cim.Request(), cim.Request(id=[SOME_ID]), cim.Request(start_time=NOON, end_time=NAIVE)],
            "reply": [None, cim.Reply(result=None)],
            "header": [None],
        },
        "payload": {
            "content": DOCUMENTS,
            "format": ["", "XML", "xml", " XML ", "CSV"],
            "id": [[cim.ID(value="1", kind="uuid", id_type="a")]],
            "operation_set": [SET],
            "compressed": ["", "H4sI"],
        },
        "request": {
            "content": SELECTIONS,
            "start_time": [NOON, NAIVE],
            "end_time": [NOON - dt.timedelta(hours=1), cim.InvalidText("then")],
            "id": [[SOME_ID], [cim.ID(value="1", kind="other", id_authority="a")]],
            "option": [[cim.Option(name="a")]],
        },
        "reply": {
            "result": [cim.Result.PARTIAL, cim.Result.FAILED, cim.Result("ok"), None],
            "error": [[cim.Error(code=code)] for code in ("0.0", "0.1", "2.4", "2.13", "")],
            "id": [[cim.ID(value="1", kind="other", id_authority="a")]],
            "operation_id": [1],
        },
    }
    for part, members in table.items():
        for member, borders in members.items():
            for value in borders:
                yield setting(part, member, value)


CHANGES = list(changes())


def changed(message: Any, *made: Change) -> Any:
    found = copy.copy(message)  # the parts that change, and not the documents in them
    for part in ("header", "request", "reply", "payload"):
        if getattr(found, part, None) is not None:
            setattr(found, part, copy.copy(getattr(found, part)))
    for change in made:
        change(found)
    return found


NAMES = texts(6).map(lambda text: f"{text}x")  # never blank


@st.composite
def documents(draw: st.DrawFn, verb: str) -> tuple[str, object]:
    """Return a noun, and what a message with this verb and noun carries: a document, or a Get profile."""
    if draw(st.integers(0, 9)) == 9:
        raw = draw(raw_elements())
        return raw.name, raw
    noun = draw(st.sampled_from(sorted(ASKED if verb == "get" else cim.NOUNS)))
    return noun, cim.PROFILES[f"Get{noun}" if verb == "get" else noun].cls()


@st.composite
def plausible(draw: st.DrawFn) -> Any:
    """Return messages whose verb, noun, identifiers and content agree; about half of them have a change or two."""
    verb = draw(st.sampled_from(["get", *TRANSACTIONS, *EVENTS, "reply"]))
    noun, document = draw(documents(verb))
    found = {name: draw(NAMES) for name in ("message_id", "correlation_id")}
    if draw(st.booleans()):
        found["timestamp"] = draw(values("xs:dateTimeStamp"))
    message = usual(KIND_OF[verb], verb, noun, document, **found)
    if KIND_OF[verb] == "RequestMessage" and draw(st.booleans()):
        message.header.async_reply_flag = draw(st.booleans())
        message.header.reply_address = draw(st.sampled_from(ADDRESSES[:4]))
    made = draw(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=2)) if draw(st.booleans()) else []
    return changed(message, *made)


def holds(message: Any) -> bool:
    return not is_plain(message) or not list(review(message))


@given(messages())
def test_any_message(message: Any) -> None:
    assert holds(message)


@given(plausible())
@example(usual("RequestMessage", "get", message_id=" "))
@example(usual("RequestMessage", "get", message_id=" ", correlation_id="1"))
@example(usual("RequestMessage", "get", correlation_id=""))
@example(usual("RequestMessage", "get", reply_address=" "))
@example(usual("RequestMessage", "get", reply_address=" topic:t"))
@example(usual("RequestMessage", "get", reply_address="topic:t\n"))
@example(usual("RequestMessage", "get", ack_required=False, reply_address="topic:t"))
@example(usual("RequestMessage", "get", ack_required=False, async_reply_flag=True, correlation_id="1"))
@example(usual("RequestMessage", "get", async_reply_flag=True, reply_address="topic:t"))
@example(usual("RequestMessage", "get", "MeterReadings", cim.GetMeterConfig()))
@example(usual("RequestMessage", "get", "MeterReadings", cim.GetMeterReadings(), cim.GetMeterConfig()))
@example(usual("RequestMessage", "get", timestamp=NAIVE))
@example(usual("EventMessage", "created", timestamp=cim.InvalidText("")))
@example(usual("EventMessage", "created", replay_detection=cim.ReplayDetection(nonce="1", created=NAIVE)))
@example(usual("EventMessage", "created", "GetMeterReadings"))
@example(usual("EventMessage", "created", "MeterReadings", cim.GetMeterReadings()))
@example(usual("EventMessage", "create"))
@example(usual("EventMessage", "executed"))
@example(usual("RequestMessage", "created"))
@example(usual("RequestMessage", "execute"))
@example(usual("EventMessage", "canceled", reply_address="topic:t"))
@example(usual("ResponseMessage", "reply"))
@example(usual("ResponseMessage", "reply", correlation_id="1", async_reply_flag=True))
@example(changed(usual("RequestMessage", "create"), setting("payload", "content", [])))
@example(changed(usual("RequestMessage", "create"), setting("payload", "format", "xml")))
@example(changed(usual("RequestMessage", "create"), setting("message", "request", cim.Request(id=[SOME_ID]))))
@example(changed(usual("RequestMessage", "create"), setting("message", "request", cim.Request(content=[SET]))))
@example(changed(usual("RequestMessage", "cancel"), setting("message", "payload", None)))
@example(changed(usual("RequestMessage", "cancel"), setting("message", "payload", cim.Payload())))
@example(changed(usual("RequestMessage", "create"), setting("message", "payload", cim.Payload(operation_set=SET))))
@example(changed(usual("ResponseMessage", "reply", correlation_id="1"), setting("reply", "result", "PARTIAL")))
@example(Message(header=cim.Header(verb="get", noun="MeterReadings", message_id="1")))
@example(cim.FaultMessage(reply=cim.Reply(result="OK")))
@settings(max_examples=300)
def test_plausible_message(message: Any) -> None:
    assert holds(message)


@pytest.mark.parametrize("message", USUAL, ids=lambda message: message.summary)
def test_usual_message_is_plain(message: Any) -> None:
    assert is_plain(message)
    assert list(review(message)) == []


@pytest.mark.parametrize("message", USUAL, ids=lambda message: message.summary)
def test_every_pair_of_changes(message: Any) -> None:
    seen: Counter[bool] = Counter()
    for made in product(CHANGES, repeat=2):
        other = changed(message, *made)
        seen[is_plain(other)] += 1
        assert holds(other), [change.__name__ for change in made]
    assert seen[True] > 100


def test_half_of_the_plausible_messages_are_plain() -> None:
    seen: Counter[bool] = Counter()

    @settings(max_examples=400, derandomize=True, database=None)
    @given(plausible())
    def count(message: Any) -> None:
        seen[is_plain(message)] += 1

    count()
    assert seen[True] >= seen[False] > 40


@given(plausible())
def test_reader_tells_what_the_rules_say(message: Any) -> None:
    if message.header is None:
        return
    loaded = cim.load(cim.to_bytes(message, mode="lax"))
    found = [one.rule for one in loaded.findings if one.rule not in STRUCTURE]
    assert found == [name for name, _ in review(loaded.message)]
