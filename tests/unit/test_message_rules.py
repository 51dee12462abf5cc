"""Rules of messages: each with a message that breaks it and no other, and with one that nearly does."""

from __future__ import annotations

import datetime as dt
import re
import time
import warnings
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
import unit_messages as xml
from lxml import etree

import cim61968_9 as cim
from cim61968_9.envelope import ErrorObject, EventMessage, FaultMessage, Message, RequestMessage, ResponseMessage
from cim61968_9.validation.rules import (
    CHECKS,
    CONTENT_CHECKS,
    PAIR_CHECKS,
    RULES,
    STRUCTURE,
    is_plain,
    kind_of,
    review,
    review_pair,
)

OF_CONTENTS = {name for _, name, _ in CONTENT_CHECKS}
OF_MESSAGES = sorted(RULES.keys() - STRUCTURE.keys() - OF_CONTENTS)
OF_PAIRS = [name for name, _ in PAIR_CHECKS]
FUNCTIONS = {name: check.__name__ for table in (*CHECKS.values(), PAIR_CHECKS) for name, check in table}
NOON = dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC)
NAIVE = dt.datetime(2026, 1, 31, 11)
URL = "https://mdm.northmoor.example/replies"
ONE_ID = cim.ID(value="NM-1")
ONLY_GET = cim.Request(content=[cim.GetMeterReadings()])


def header(verb: str, noun: str = "MeterReadings", **members: Any) -> Any:
    return cim.Header(verb=cim.Verb(verb), noun=noun, **members)


def content(*items: object, **members: Any) -> Any:
    return cim.Payload(content=list(items) or [cim.MeterReadings()], **members)


def request(verb: str = "get", noun: str = "MeterReadings", **members: Any) -> Any:
    """Return a request; it asks with a Get profile where nothing else is given."""
    parts = {name: members.pop(name) for name in ("request", "payload") if name in members}
    if verb == "get" and not parts:
        parts = {"request": ONLY_GET}
    return RequestMessage(header=header(verb, noun, **{"message_id": "4711", **members}), **parts)


def event(verb: str = "created", noun: str = "MeterReadings", payload: Any = None, **members: Any) -> Any:
    return EventMessage(header=header(verb, noun, **members), payload=payload or content())


def response(result: str = "OK", *error: Any, payload: Any = None, verb: str = "reply", **members: Any) -> Any:
    """Return a response; ``id`` is that of the reply."""
    reply = cim.Reply(result=cim.Result(result), error=list(error), id=members.pop("id", []))
    return ResponseMessage(header=header(verb, **{"correlation_id": "4711", **members}), reply=reply, payload=payload)


def fault(result: str = "FAILED", *error: Any) -> Any:
    return FaultMessage(reply=cim.Reply(result=cim.Result(result), error=list(error)))


def error(code: str = "2.4", **members: Any) -> Any:
    return cim.Error(code=code, **members)


def operation(number: int = 1, verb: str | None = "create", **members: Any) -> Any:
    members = {"noun": "MeterReadings", "content": cim.MeterReadings(), **members}
    return cim.Operation(operation_id=number, verb=verb, **members)


def operations(*items: Any, sequence: bool | None = True, integrity: bool | None = True) -> Any:
    found = cim.OperationSet(
        enforce_msg_sequence=sequence, enforce_transactional_integrity=integrity, operation=list(items)
    )
    return cim.Payload(operation_set=found)


def execute(*items: Any, **flags: Any) -> Any:
    return request("execute", "OperationSet", payload=operations(*items, **flags))


def executed(*items: Any) -> Any:
    return event("executed", "OperationSet", operations(*items))


class Place(NamedTuple):
    """Where a rule is broken, as the rule says it, and what was found there; ``there`` is the element nearest to it."""

    path: str
    found: str
    value: str | None = None
    there: str | None = None


class Case(NamedTuple):
    """A message that breaks one rule, at one place or more."""

    rule: str
    what: str
    message: Any
    places: tuple[Place, ...]


def case(rule: str, what: str, message: Any, *places: tuple[Any, ...]) -> Case:
    return Case(rule, what, message, tuple(Place(*place) for place in places))


IN_REQUEST = "get, create, change, cancel, close, delete, execute"
IN_EVENT = "created, changed, canceled, closed, deleted, executed"
ASKS = "found AsyncReplyFlag true and no "
NO_GET = "found nothing that selects in a get request"
NO_TARGET = "found neither identifiers nor a payload in a {} request"
FORMS = "expected https://HOST/PATH, http://HOST/PATH, topic:NAME or queue:NAME"
UNMATCHED = "found neither MessageID nor CorrelationID in a request that wants an answer"
ONE_WAY = "found AckRequired false together with AsyncReplyFlag or ReplyAddress"
TYPED = "found idType or idAuthority with kind {!r}"
STEP = "Payload/OperationSet/Operation"
PAST = "expected created, changed, deleted"

BROKEN = [
    case(
        "ENV201",
        "verb of an event in a request",
        request("created", payload=content()),
        ("Header/Verb", f"found 'created' in RequestMessage, expected {IN_REQUEST}", "created"),
    ),
    case(
        "ENV201",
        "verb of a request in a response",
        response(verb="get"),
        ("Header/Verb", "found 'get' in ResponseMessage, expected reply", "get"),
    ),
    case(
        "ENV201",
        "verb of a request in an event",
        event("create"),
        ("Header/Verb", f"found 'create' in EventMessage, expected {IN_EVENT}", "create"),
    ),
    case(
        "ENV202",
        "another noun",
        event(noun="MeterConfig"),
        ("Header/Noun", "found 'MeterConfig', expected 'MeterReadings' as in the payload", "MeterConfig"),
    ),
    case(
        "ENV202",
        "another noun in a reply, beside a format in small letters",
        response(noun="MeterConfig", payload=content(format=" xml ")),
        ("Header/Noun", "found 'MeterConfig', expected 'MeterReadings' as in the payload", "MeterConfig"),
    ),
    case(
        "ENV203",
        "create without payload",
        request("create"),
        ("Payload", "found no payload in a request to create", None, ""),
    ),
    case(
        "ENV203",
        "change with an empty payload",
        request("change", payload=cim.Payload(format="XML")),
        ("Payload", "found no payload in a request to change"),
    ),
    case(
        "ENV203",
        "execute without payload",
        request("execute", "OperationSet"),
        ("Payload", "found no payload in a request to execute", None, ""),
    ),
    case(
        "ENV204",
        "get with a document",
        request(request=ONLY_GET, payload=content()),
        ("Payload", "found a payload in a get request"),
    ),
    case(
        "ENV204",
        "get with identifiers in the payload",
        request(payload=cim.Payload(id=[ONE_ID])),
        ("Payload", "found a payload in a get request"),
    ),
    case("ENV205", "cancel alone", request("cancel"), ("Request", NO_TARGET.format("cancel"), None, "")),
    case(
        "ENV205",
        "close with an option and an empty payload",
        request("close", request=cim.Request(option=[cim.Option(name="mode")]), payload=cim.Payload()),
        ("Request", NO_TARGET.format("close")),
    ),
    case("ENV205", "delete alone", request("delete"), ("Request", NO_TARGET.format("delete"), None, "")),
    case("ENV206", "get alone", request(request=None), ("Request", NO_GET, None, "")),
    case("ENV206", "get with an empty request", request(request=cim.Request()), ("Request", NO_GET)),
    case(
        "ENV207",
        "set under create",
        request("create", "OperationSet", payload=operations(operation())),
        ("Header/Verb", "found 'create' with an OperationSet, expected 'execute' or 'executed'", "create"),
    ),
    case(
        "ENV207",
        "set under another noun",
        request("execute", "MeterConfig", payload=operations(operation())),
        ("Header/Noun", "found 'MeterConfig' with an OperationSet, expected 'OperationSet'", "MeterConfig"),
    ),
    case(
        "ENV207",
        "set in an event under another verb and noun",
        event("changed", "MeterConfig", operations(operation(verb="change"))),
        ("Header/Verb", "found 'changed' with an OperationSet, expected 'execute' or 'executed'", "changed"),
        ("Header/Noun", "found 'MeterConfig' with an OperationSet, expected 'OperationSet'", "MeterConfig"),
    ),
    case(
        "ENV207",
        "document to execute",
        request("execute", payload=content()),
        ("Payload", "found the verb 'execute' and no OperationSet in the payload"),
    ),
    case(
        "ENV208",
        "period beside a Get profile",
        request(request=cim.Request(start_time=NOON, end_time=NOON, content=[cim.GetMeterReadings()])),
        ("Request/StartTime", "found StartTime beside GetMeterReadings, which takes precedence"),
        ("Request/EndTime", "found EndTime beside GetMeterReadings, which takes precedence"),
    ),
    case(
        "ENV208",
        "identifiers beside a Get profile",
        request(request=cim.Request(id=[ONE_ID, ONE_ID], content=[cim.GetMeterReadings()])),
        ("Request/ID", "found ID beside GetMeterReadings, which takes precedence", None, "Request/ID[1]"),
    ),
    case(
        "ENV209",
        "Get profile as payload",
        event(payload=content(cim.GetMeterReadings())),
        ("Payload/GetMeterReadings", "found GetMeterReadings in the payload", "GetMeterReadings"),
    ),
    case(
        "ENV209",
        "two Get profiles after a document",
        event(payload=content(cim.MeterReadings(), cim.GetMeterConfig(), cim.GetMeterReadings())),
        ("Payload/GetMeterConfig", "found GetMeterConfig in the payload", "GetMeterConfig"),
        ("Payload/GetMeterReadings", "found GetMeterReadings in the payload", "GetMeterReadings"),
    ),
    case(
        "ENV209",
        "a Get profile twice",
        response(payload=content(cim.GetMeterReadings(), cim.GetMeterReadings())),
        ("Payload/GetMeterReadings[1]", "found GetMeterReadings in the payload", "GetMeterReadings"),
        ("Payload/GetMeterReadings[2]", "found GetMeterReadings in the payload", "GetMeterReadings"),
    ),
    case(
        "ENV210",
        "Get profile of another noun",
        request(noun="MeterConfig"),
        ("Header/Noun", "found 'MeterConfig', expected 'MeterReadings'", "MeterConfig"),
    ),
    case(
        "ENV210",
        "Get profile in a change",
        request("change", request=ONLY_GET, payload=content()),
        ("Header/Verb", "found 'change' with GetMeterReadings, expected 'get'", "change"),
    ),
    case(
        "ENV211",
        "no address",
        request(async_reply_flag=True, correlation_id="4711"),
        ("Header/ReplyAddress", f"{ASKS}ReplyAddress", None, "Header"),
    ),
    case(
        "ENV211",
        "empty address",
        request(async_reply_flag=True, correlation_id="4711", reply_address=""),
        ("Header/ReplyAddress", f"{ASKS}ReplyAddress"),
    ),
    case(
        "ENV212",
        "address of mail",
        request(reply_address="mailto:mdm@northmoor.example"),
        ("Header/ReplyAddress", f"found 'mailto:mdm@northmoor.example', {FORMS}", "mailto:mdm@northmoor.example"),
    ),
    case(
        "ENV212",
        "address with a blank inside",
        request(reply_address="topic:all replies"),
        ("Header/ReplyAddress", f"found 'topic:all replies', {FORMS}", "topic:all replies"),
    ),
    case(
        "ENV213",
        "later replies",
        request(ack_required=False, async_reply_flag=True, reply_address=URL, correlation_id="4711"),
        ("Header/AckRequired", ONE_WAY),
    ),
    case("ENV213", "address", request(ack_required=False, reply_address=URL), ("Header/AckRequired", ONE_WAY)),
    case(
        "ENV214",
        "later replies to a response",
        response(async_reply_flag=True, reply_address=URL),
        ("Header/AsyncReplyFlag", "found AsyncReplyFlag true in ResponseMessage"),
    ),
    case(
        "ENV214",
        "address in an event",
        event(reply_address=URL),
        ("Header/ReplyAddress", "found ReplyAddress in EventMessage", URL),
    ),
    case(
        "ENV215",
        "no payload",
        EventMessage(header=header("created")),
        ("Payload", "found no payload in an event", None, ""),
    ),
    case("ENV215", "empty payload", event(payload=cim.Payload()), ("Payload", "found no payload in an event")),
    case(
        "ENV217",
        "mRID with a type",
        request("delete", request=cim.Request(id=[cim.ID(value="1", kind="uuid", id_type="MeterNumber")])),
        ("Request/ID", TYPED.format("uuid"), "1"),
    ),
    case(
        "ENV217",
        "transaction with an authority, after a name",
        response(id=[ONE_ID, cim.ID(value="2", kind="transaction", id_authority="Northmoor")]),
        ("Reply/ID[2]", TYPED.format("transaction"), "2"),
    ),
    case(
        "ENV217",
        "both in a payload",
        event(payload=cim.Payload(id=[cim.ID(value="3", kind="other", id_type="a", id_authority="b")])),
        ("Payload/ID", TYPED.format("other"), "3"),
    ),
    case(
        "ENV301", "no error", response("FAILED"), ("Reply/Result", "found FAILED, and no error that says why", "FAILED")
    ),
    case(
        "ENV301",
        "only progress",
        response("FAILED", error("0.0"), error("2.4", level=cim.ErrorLevel.INFORM)),
        ("Reply/Result", "found FAILED, and no error that says why", "FAILED"),
    ),
    case("ENV301", "fault", fault(), ("Reply/Result", "found FAILED, and no error that says why", "FAILED")),
    case("ENV302", "one", response("OK", error()), ("Reply/Error", "found error 2.4 beside the result OK", "2.4")),
    case(
        "ENV302",
        "by its level, after progress",
        response("OK", error("0.0"), error("0.3", level=cim.ErrorLevel.WARNING)),
        ("Reply/Error[2]", "found error 0.3 beside the result OK", "0.3"),
    ),
    case(
        "ENV303",
        "more to follow after OK",
        response("OK", error("0.1")),
        ("Reply/Error/code", "found 0.1 beside the result OK", "0.1"),
    ),
    case(
        "ENV303",
        "last part of a failure",
        response("FAILED", error(), error("0.2")),
        ("Reply/Error[2]/code", "found 0.2 beside the result FAILED", "0.2"),
    ),
    case("ENV304", "both", response("PARTIAL", error("0.1"), error("0.2")), ("Reply", "found both 0.1 and 0.2")),
    case("ENV305", "empty", response("FAILED", error("")), ("Reply/Error/code", "found an empty code", "")),
    case(
        "ENV305",
        "blank, in a fault",
        fault("FAILED", error(), error(" ")),
        ("Reply/Error[2]/code", "found an empty code", " "),
    ),
    case("ENV306", "OK", fault("OK"), ("Reply/Result", "found 'OK', expected 'FAILED'", "OK")),
    case(
        "ENV306",
        "PARTIAL",
        fault("PARTIAL", error()),
        ("Reply/Result", "found 'PARTIAL', expected 'FAILED'", "PARTIAL"),
    ),
    case(
        "ENV307",
        "neither",
        response("FAILED", error("2.13")),
        ("Reply/Error", "found error 2.13 without ID and relatedID", "2.13"),
    ),
    case(
        "ENV307",
        "the first only",
        response("PARTIAL", error(), error("2.13", id=ONE_ID)),
        ("Reply/Error[2]", "found error 2.13 without relatedID", "2.13"),
    ),
    case(
        "ENV307",
        "the second only, in a fault",
        fault("FAILED", error("2.17", related_id=ONE_ID)),
        ("Reply/Error", "found error 2.17 without ID", "2.17"),
    ),
    case(
        "ENV308",
        "mRID",
        response("FAILED", error(object=ErrorObject(mrid="1", object_type="Meter"))),
        ("Reply/Error/object", "found the object of an error in the element object, expected ID"),
    ),
    case(
        "ENV308",
        "in a fault",
        fault("FAILED", error(), error(object=ErrorObject())),
        ("Reply/Error[2]/object", "found the object of an error in the element object, expected ID"),
    ),
    case(
        "ENV309",
        "document",
        response("FAILED", error(), payload=content()),
        ("Payload", "found a payload beside the result FAILED"),
    ),
    case(
        "ENV309",
        "packed",
        response("FAILED", error(), payload=cim.Payload(compressed="H4sI")),
        ("Payload", "found a payload beside the result FAILED"),
    ),
    case("ENV401", "request", execute(), ("Payload/OperationSet", "found no Operation")),
    case("ENV401", "event", executed(), ("Payload/OperationSet", "found no Operation")),
    case(
        "ENV402",
        "two of three",
        execute(operation(1), operation(2), operation(1), sequence=False),
        (f"{STEP}[1]/operationId", "found 1 2 times", "1"),
        (f"{STEP}[3]/operationId", "found 1 2 times", "1"),
    ),
    case(
        "ENV403",
        "one too early",
        execute(operation(1), operation(3), operation(2)),
        (f"{STEP}[3]/operationId", "found 2 after 3", "2"),
    ),
    case(
        "ENV403",
        "from the end",
        executed(operation(3, "created"), operation(2, "changed"), operation(-1, "deleted")),
        (f"{STEP}[2]/operationId", "found 2 after 3", "2"),
        (f"{STEP}[3]/operationId", "found -1 after 2", "-1"),
    ),
    case(
        "ENV404",
        "cancel",
        execute(operation(), operation(2, "cancel")),
        (f"{STEP}[2]/verb", "found 'cancel', expected create, change, delete", "cancel"),
    ),
    case(
        "ENV404",
        "none",
        execute(operation(verb=None)),
        (f"{STEP}/verb", "found no verb, expected create, change, delete", None, STEP),
    ),
    case("ENV404", "not past", executed(operation()), (f"{STEP}/verb", f"found 'create', {PAST}", "create")),
    case(
        "ENV405",
        "change",
        execute(operation(verb="change", element_operation=True)),
        (f"{STEP}/elementOperation", "found elementOperation true with the verb 'change'"),
    ),
    case(
        "ENV405",
        "created",
        executed(operation(1, "deleted", element_operation=True), operation(2, "created", element_operation=True)),
        (f"{STEP}[2]/elementOperation", "found elementOperation true with the verb 'created'"),
    ),
    case(
        "ENV406",
        "neither",
        execute(operation(), sequence=None, integrity=None),
        ("Payload/OperationSet/enforceMsgSequence", "found no enforceMsgSequence", None, "Payload/OperationSet"),
        (
            "Payload/OperationSet/enforceTransactionalIntegrity",
            "found no enforceTransactionalIntegrity",
            None,
            "Payload/OperationSet",
        ),
    ),
    case(
        "ENV406",
        "integrity",
        execute(operation(), integrity=None),
        (
            "Payload/OperationSet/enforceTransactionalIntegrity",
            "found no enforceTransactionalIntegrity",
            None,
            "Payload/OperationSet",
        ),
    ),
    case("ENV407", "one", execute(operation(content=None)), (STEP, "found no noun document in the operation")),
    case(
        "ENV407",
        "second, in an event",
        executed(operation(1, "created"), operation(2, "deleted", content=None)),
        (f"{STEP}[2]", "found no noun document in the operation"),
    ),
    case(
        "ENV408",
        "another",
        execute(operation(noun="MeterConfig")),
        (f"{STEP}/noun", "found 'MeterConfig', expected 'MeterReadings'", "MeterConfig"),
    ),
    case(
        "ENV408",
        "none",
        execute(operation(noun=None), operation(2)),
        (f"{STEP}[1]/noun", "found no noun, expected 'MeterReadings'", None, f"{STEP}[1]"),
    ),
    case(
        "COR201",
        "none",
        response(correlation_id=None),
        ("Header/CorrelationID", "found no CorrelationID in a reply", None, "Header"),
    ),
    case(
        "COR201", "blank", response(correlation_id=" "), ("Header/CorrelationID", "found no CorrelationID in a reply")
    ),
    case("COR202", "MessageID of an event", event(message_id=""), ("Header/MessageID", "found an empty MessageID", "")),
    case(
        "COR202",
        "CorrelationID of a request",
        request(correlation_id="\t"),
        ("Header/CorrelationID", "found an empty CorrelationID", "\t"),
    ),
    case(
        "COR202",
        "MessageID beside a CorrelationID",
        request(message_id="", correlation_id="4711"),
        ("Header/MessageID", "found an empty MessageID", ""),
    ),
    case("COR203", "neither", request(message_id=None), ("Header", UNMATCHED)),
    case("COR203", "neither, with AckRequired", request(message_id=None, ack_required=True), ("Header", UNMATCHED)),
    case(
        "COR204",
        "none",
        request(async_reply_flag=True, reply_address=URL),
        ("Header/CorrelationID", f"{ASKS}CorrelationID", None, "Header"),
    ),
    case(
        "TIM201",
        "Timestamp",
        event(timestamp=NAIVE),
        ("Header/Timestamp", "found 2026-01-31T11:00:00 without Z or offset", "2026-01-31T11:00:00"),
    ),
    case(
        "TIM201",
        "Created",
        response(replay_detection=cim.ReplayDetection(nonce="1", created=NAIVE)),
        ("Header/ReplayDetection/Created", "found 2026-01-31T11:00:00 without Z or offset", "2026-01-31T11:00:00"),
    ),
    case(
        "TIM201",
        "end of a period",
        request(request=cim.Request(start_time=NOON, end_time=NAIVE)),
        ("Request/EndTime", "found 2026-01-31T11:00:00 without Z or offset", "2026-01-31T11:00:00"),
    ),
    case(
        "TIM202",
        "an hour before",
        request(request=cim.Request(start_time=NOON, end_time=NOON - dt.timedelta(hours=1))),
        (
            "Request/EndTime",
            "found 2026-01-31T11:00:00+00:00 before 2026-01-31T12:00:00+00:00",
            "2026-01-31T11:00:00+00:00",
        ),
    ),
]

FINE = {
    "ENV201": {
        "every verb of events": [event(verb) for verb in IN_EVENT.split(", ")[:-1]],
        "any verb in a message of no kind": [Message(header=header("get", message_id="1"), request=ONLY_GET)],
    },
    "ENV202": {
        "noun of the second document": response(
            noun="MeterConfig", payload=content(cim.MeterReadings(), cim.MeterConfig())
        ),
        "packed": response(noun="MeterConfig", payload=cim.Payload(compressed="H4sI")),
        "no XML": response(noun="MeterConfig", payload=content(format="CSV")),
    },
    "ENV203": {
        "identifiers": request("create", payload=cim.Payload(id=[ONE_ID])),
        "packed": request("change", payload=cim.Payload(compressed="H4sI")),
        "delete": request("delete", request=cim.Request(id=[ONE_ID])),
    },
    "ENV204": {"empty payload": request(request=ONLY_GET, payload=cim.Payload())},
    "ENV205": {
        "identifiers": request("cancel", request=cim.Request(id=[ONE_ID])),
        "document": request("close", payload=content()),
        "identifiers in the payload": request("delete", payload=cim.Payload(id=[ONE_ID])),
    },
    "ENV206": {
        "start": request(request=cim.Request(start_time=NOON)),
        "option": request(request=cim.Request(option=[cim.Option(name="mode")])),
        "identifiers": request(request=cim.Request(id=[ONE_ID])),
    },
    "ENV207": {
        "execute": execute(operation()),
        "executed": executed(operation(verb="created")),
        "packed": [
            request("execute", "OperationSet", payload=cim.Payload(compressed="H4sI")),
            event("executed", "OperationSet", cim.Payload(compressed="H4sI")),
        ],
    },
    "ENV208": {
        "period alone": request(request=cim.Request(start_time=NOON, end_time=NOON)),
        "option": request(request=cim.Request(option=[cim.Option(name="mode")], content=[cim.GetMeterReadings()])),
        "document beside identifiers": request(request=cim.Request(id=[ONE_ID], content=[cim.MeterReadings()])),
    },
    "ENV209": {"packed": response(payload=cim.Payload(compressed="H4sI")), "in the request": request()},
    "ENV210": {
        "one of two": request(request=cim.Request(content=[cim.GetMeterConfig(), cim.GetMeterReadings()])),
        "no Get profile": request(noun="MeterConfig", request=cim.Request(content=[cim.MeterReadings()])),
    },
    "ENV211": {
        "address": request(async_reply_flag=True, reply_address=URL, correlation_id="4711"),
        "synchronous": request(async_reply_flag=False),
    },
    "ENV212": {
        "known forms": [
            request(reply_address=one)
            for one in ("http://a", "https://a:1/", f" {URL}?x=1#y\n", "topic:a/b", "queue:Q.1", "")
        ]
    },
    "ENV213": {
        "nothing asked for": request(ack_required=False, async_reply_flag=False),
        "wanted": request(ack_required=True, reply_address=URL),
    },
    "ENV214": {"false": [event(async_reply_flag=False), response(async_reply_flag=False, reply_address="")]},
    "ENV215": {
        "identifiers": event(payload=cim.Payload(id=[ONE_ID])),
        "packed": event(payload=cim.Payload(compressed="H4sI")),
    },
    "ENV217": {
        "name": request(
            "delete", request=cim.Request(id=[cim.ID(value="1", kind="name", id_type="a", id_authority="b")])
        ),
        "no kind": response(id=[cim.ID(value="1", id_type="a")]),
        "type of object": event(payload=cim.Payload(id=[cim.ID(value="1", kind="uuid", object_type="Meter")])),
    },
    "ENV301": {
        "error": [response("FAILED", error()), fault("FAILED", error())],
        "progress by its code, error by its level": response("FAILED", error("0.0", level=cim.ErrorLevel.FATAL)),
        "not failed": response("PARTIAL", error("0.1")),
    },
    "ENV302": {
        "progress": response("OK", error("0.0"), error("0.3"), error("6.2")),
        "error by its code, progress by its level": response("OK", error(level=cim.ErrorLevel.INFORM)),
        "partial": response("PARTIAL", error()),
    },
    "ENV303": {
        "partial": [response("PARTIAL", error("0.1")), response("PARTIAL", error("0.2"))],
        "arrived": response("OK", error("0.3")),
    },
    "ENV304": {"twice the same": response("PARTIAL", error("0.1"), error("0.1"))},
    "ENV305": {"code of one's own": [response("FAILED", error("SIM4002")), fault("FAILED", error("-"))]},
    "ENV306": {"FAILED": fault("FAILED", error())},
    "ENV307": {
        "both": response("FAILED", error("2.13", id=ONE_ID, related_id=ONE_ID)),
        "about one": fault("FAILED", error("2.4")),
    },
    "ENV308": {
        "both forms": response("FAILED", error(id=ONE_ID, object=ErrorObject(mrid="1"))),
        "newer form": fault("FAILED", error(id=ONE_ID)),
    },
    "ENV309": {
        "empty payload": response("FAILED", error(), payload=cim.Payload(format="XML")),
        "part": response("PARTIAL", error(), payload=content()),
    },
    "ENV401": {"one": execute(operation())},
    "ENV402": {"one after the other": execute(*map(operation, range(5)))},
    "ENV403": {
        "any sequence will do": execute(operation(2), operation(1), sequence=False),
        "gaps": execute(operation(-4), operation(7), operation(10**30)),
    },
    "ENV404": {
        "all three": execute(operation(1, "create"), operation(2, "change"), operation(3, "delete")),
        "all three, done": executed(operation(1, "created"), operation(2, "changed"), operation(3, "deleted")),
    },
    "ENV405": {
        "delete": execute(operation(verb="delete", element_operation=True), operation(2, element_operation=False)),
        "deleted": executed(operation(verb="deleted", element_operation=True)),
    },
    "ENV406": {"both false": execute(operation(), sequence=False, integrity=False)},
    "ENV407": {"empty document": execute(operation(content=cim.MeterReadings()))},
    "ENV408": {"the same": execute(operation(1), operation(2, noun="MeterConfig", content=cim.MeterConfig()))},
    "COR201": {"present": response()},
    "COR202": {
        "absent": [event(), request(ack_required=False, message_id=None)],
        "one letter": event(message_id=" x ", correlation_id="0"),
    },
    "COR203": {
        "CorrelationID": request(message_id=None, correlation_id="4711"),
        "no answer wanted": request(message_id=None, ack_required=False),
    },
    "COR204": {
        "present": request(async_reply_flag=True, reply_address=URL, correlation_id="4711"),
        "synchronous": request(reply_address=URL),
    },
    "TIM201": {
        "zones": [
            event(timestamp=NOON),
            request(timestamp=NOON.astimezone(dt.timezone(dt.timedelta(hours=-3, minutes=-30)))),
            response(timestamp=cim.BeyondRange("10000-01-01T00:00:00")),
        ]
    },
    "TIM202": {
        "the same instant": request(request=cim.Request(start_time=NOON, end_time=NOON)),
        "later in another zone": request(
            request=cim.Request(
                start_time=NOON, end_time=NOON.replace(hour=11, tzinfo=dt.timezone(dt.timedelta(hours=-2)))
            )
        ),
    },
}

SET = execute(operation(1), operation(2))
ANY_SET = execute(operation(1), operation(2), integrity=False)


def answer(to: Any, *args: Any, operation_id: int | None = None, **members: Any) -> Any:
    message = response(*args, **{"noun": to.header.noun, **members})
    message.reply.operation_id = operation_id
    return message


PAIRS = {
    "COR205": [
        (
            "MessageID instead of CorrelationID",
            one := request(message_id="1", correlation_id="2"),
            answer(one, payload=content(), correlation_id="1"),
            ("Header/CorrelationID", "found '1', expected '2' of the request", "1"),
        ),
        (
            "of another request",
            request(correlation_id=" "),
            response(payload=content(), correlation_id="4712"),
            ("Header/CorrelationID", "found '4712', expected '4711' of the request", "4712"),
        ),
    ],
    "ENV310": [
        (
            "no payload",
            request(),
            response(),
            ("Payload", "found result OK and no payload in the reply to a get request"),
        ),
        (
            "empty payload",
            request(),
            response(payload=cim.Payload()),
            ("Payload", "found result OK and no payload in the reply to a get request"),
        ),
    ],
    "ENV311": [
        (
            "document",
            request("change", payload=content()),
            response(payload=content()),
            ("Payload", "found a payload in the reply to a change request"),
        ),
        (
            "packed",
            request("delete", request=cim.Request(id=[ONE_ID])),
            response(payload=cim.Payload(compressed="H4sI")),
            ("Payload", "found a payload in the reply to a delete request"),
        ),
    ],
    "ENV312": [
        (
            "noun of the operation",
            SET,
            response(),
            ("Header/Noun", "found 'MeterReadings', expected 'OperationSet' of the request", "MeterReadings"),
        )
    ],
    "ENV313": [
        ("in the reply", SET, answer(SET, operation_id=3), ("Reply/operationId", "found 3, expected one of 1, 2", "3")),
        (
            "in the second error",
            SET,
            answer(SET, "FAILED", error(operation_id=1), error(operation_id=0), operation_id=2),
            ("Reply/Error[2]/operationId", "found 0, expected one of 1, 2", "0"),
        ),
        (
            "without a set",
            request("create", payload=content()),
            response("FAILED", error(operation_id=1)),
            ("Reply/Error/operationId", "found 1, expected one of none, since the request is no operation set", "1"),
        ),
    ],
    "ENV314": [
        (
            "one failed",
            SET,
            answer(SET, "PARTIAL", error(operation_id=2)),
            ("Reply/Result", "found PARTIAL with errors for a set that is carried out whole or not at all"),
        )
    ],
    "ENV315": [
        (
            "one-way",
            request("create", payload=content(), ack_required=False),
            response(),
            ("Header", "found an answer to a request with AckRequired false"),
        ),
    ],
}

FINE_PAIRS = {
    "COR205": {
        "CorrelationID before MessageID": (
            request(correlation_id="2"),
            response(payload=content(), correlation_id="2"),
        ),
        "neither": (request(message_id=None), response(payload=content(), correlation_id=None)),
    },
    "ENV310": {
        "identifiers": (request(), response(id=[ONE_ID])),
        "none found": (request(), response("FAILED", error("5.7"))),
        "later": (
            request(async_reply_flag=True, correlation_id="4711", reply_address=URL),
            response("OK", error("0.3")),
        ),
        "transaction": (request("create", payload=content()), response()),
    },
    "ENV311": {
        "identifiers": (request("create", payload=content()), response(payload=cim.Payload(id=[ONE_ID]))),
        "query": (request(), response(payload=content())),
    },
    "ENV312": {
        "name of the Get profile": (request(), response(noun="GetMeterReadings", payload=cim.Payload(id=[ONE_ID])))
    },
    "ENV313": {
        "numbers of the set": (
            SET,
            answer(SET, "FAILED", error(operation_id=1), error(operation_id=2), operation_id=1),
        ),
        "packed set": (
            one := request("execute", "OperationSet", payload=cim.Payload(compressed="H4sI")),
            answer(one, operation_id=99),
        ),
    },
    "ENV314": {
        "any of them": (ANY_SET, answer(ANY_SET, "PARTIAL", error(operation_id=2))),
        "all failed": (SET, answer(SET, "FAILED", error(operation_id=1), error("5.9", operation_id=2))),
        "parts of success": (SET, answer(SET, "PARTIAL", error("0.1", operation_id=1))),
    },
    "ENV315": {
        "wanted": (request("create", payload=content(), ack_required=True), response()),
        "not said": (request("create", payload=content()), response()),
    },
}


def name_of(rule: str, what: str) -> str:
    return f"{rule}-{FUNCTIONS[rule]}-{what}"


def cases() -> Any:
    return pytest.mark.parametrize("broken", BROKEN, ids=[name_of(one.rule, one.what) for one in BROKEN])


def rules(message: Any) -> list[str]:
    return [name for name, _ in review(message)]


def place_of(text: str, path: str) -> tuple[int, int]:
    """Return line and column of the start tag of an element, counted in the text itself."""
    steps = [re.fullmatch(r"(\w+)(?:\[(\d+)\])?", step) for step in path.strip("/").split("/")]
    query = "".join(f"/*[local-name()='{step[1]}'][{step[2] or 1}]" for step in steps if step)
    root = etree.fromstring(text.encode())
    (element,) = root.xpath(query)
    number = [id(one) for one in root.iter(etree.Element)].index(id(element))
    start = [found.start() for found in re.finditer(r"<\w", text)][number]
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


@cases()
@pytest.mark.parametrize("pretty", [False, True], ids=["one line", "pretty"])
def test_rule_says_what_was_found_and_exactly_where(broken: Case, pretty: bool) -> None:
    text = cim.to_bytes(broken.message, mode="lax", pretty=pretty).decode()
    rule = RULES[broken.rule]
    expected = []
    for place in broken.places:
        path = f"/{broken.message.kind}/{place.path if place.there is None else place.there}".rstrip("/")
        line, column = place_of(text, path)
        expected.append(
            cim.Finding(
                rule=broken.rule,
                severity=rule.severity,
                message=f"{rule.title}: {place.found}",
                path=path,
                line=line,
                column=column,
                value=place.value,
                hint=rule.hint,
            )
        )

    assert cim.load(text).findings == tuple(expected)


@cases()
def test_rule_says_the_same_of_a_message_in_memory(broken: Case) -> None:
    found = [one for one in cim.check(broken.message) if one.rule not in STRUCTURE]

    assert [(one.rule, one.path, one.value, one.line) for one in found] == [
        (broken.rule, f"/{broken.message.kind}/{place.path}", place.value, None) for place in broken.places
    ]
    assert rules(broken.message) == [one.rule for one in found]
    assert not is_plain(broken.message)


@cases()
def test_broken_rule_is_no_error(broken: Case) -> None:
    data = cim.to_bytes(broken.message, mode="lax")
    valid = cim.schema().validate(etree.fromstring(data))
    warns = RULES[broken.rule].severity is cim.Severity.WARNING
    assert RULES[broken.rule].severity in {"warning", "info"}

    assert cim.load(data, mode="strict") == cim.load(data)
    assert cim.load(data).ok
    assert valid
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert cim.read(data, mode="strict") == cim.read(data)
    assert [type(one.message) for one in caught] == [cim.CimWarning] * (2 * warns)
    assert all(str(one.message).startswith(broken.rule) for one in caught)


@cases()
def test_raw_mode_looks_for_no_broken_rule(broken: Case) -> None:
    data = cim.to_bytes(broken.message, mode="lax")

    assert cim.load(data, mode="raw") == cim.Loaded(cim.load(data).message)
    cim.read(data, mode="raw")


@cases()
def test_message_in_soap_is_reviewed(broken: Case) -> None:
    inside = cim.to_bytes(broken.message, mode="lax").decode().partition("?>\n")[2]
    alone = cim.load(inside).findings
    found = cim.load(xml.soap(inside)).findings

    assert [one.rule for one in found] == ["ENV102", *(one.rule for one in alone)]
    assert [one.path for one in found[1:]] == [f"/Envelope/Body{one.path}" for one in alone]


TYPED_ROOTS = {
    "RequestMessage": "ChangeMeterReadings",
    "ResponseMessage": "MeterReadingsResponseMessage",
    "EventMessage": "CreatedMeterReadings",
    "FaultMessage": "MeterReadingsFaultMessage",
}


@cases()
def test_strongly_typed_message_is_reviewed(broken: Case) -> None:
    data = cim.to_bytes(broken.message, mode="lax")
    root = etree.fromstring(data)
    kind, name = broken.message.kind, TYPED_ROOTS[broken.message.kind]
    root.tag = f"{{urn:typed}}{name}"
    for part in root:
        part.tag = f"{{urn:typed}}{etree.QName(part).localname}"

    found = cim.load(etree.tostring(root)).findings

    assert [one.rule for one in found] == ["ENV103", *[broken.rule] * len(broken.places)]
    assert [one.path for one in found[1:]] == [one.path.replace(kind, name, 1) for one in cim.load(data).findings]


def generic(message: Any) -> Any:
    """Return the message as a ``Message`` with the same parts."""
    parts = {name: getattr(message, name, None) for name in ("header", "request", "reply", "payload")}
    return Message(**parts)


OF_ROLES = [one for one in BROKEN if one.rule != "ENV201" and one.message.kind != "FaultMessage"]


@pytest.mark.parametrize("broken", OF_ROLES, ids=[name_of(one.rule, one.what) for one in OF_ROLES])
def test_message_of_no_kind_is_reviewed_by_its_role(broken: Case) -> None:
    message = generic(broken.message)

    found = cim.load(cim.to_bytes(message, mode="lax")).findings

    assert kind_of(message) == broken.message.kind
    assert [one.rule for one in found] == [broken.rule] * len(broken.places)
    assert all(one.path.startswith("/Message") for one in found)


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        (Message(header=header("get")), "RequestMessage"),
        (Message(header=header("reply")), "ResponseMessage"),
        (Message(header=header("executed")), "EventMessage"),
        (Message(header=header("created"), request=cim.Request()), "RequestMessage"),
        (Message(header=header("created"), reply=cim.Reply(result="OK"), request=cim.Request()), "ResponseMessage"),
        (Message(header=header("publish")), "Message"),
        (Message(header=cim.Header(verb=None, noun="MeterReadings")), "Message"),
        (Message(header=None), "Message"),
        (request("created"), "RequestMessage"),
        (fault(), "FaultMessage"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_role_is_told_by_parts_then_by_the_verb(message: Any, kind: str) -> None:
    assert kind_of(message) == kind


def test_message_of_no_role_is_not_reviewed() -> None:
    message = Message(header=header("publish", "MeterConfig"), payload=content(cim.GetMeterReadings()))

    assert rules(message) == []


def fine() -> list[Any]:
    found = []
    for rule, table in FINE.items():
        for what, messages in table.items():
            for message in messages if isinstance(messages, list) else [messages]:
                found.append(pytest.param(message, id=name_of(rule, what)))
    return found


@pytest.mark.parametrize("message", fine())
def test_near_miss_breaks_no_rule(message: Any) -> None:
    data = cim.to_bytes(message)

    assert cim.load(data, mode="strict").findings == ()
    assert cim.read(data) == message
    assert rules(message) == []
    assert cim.check(message) == ()


PAIR_CASES = [pytest.param(rule, *rest, id=name_of(rule, what)) for rule, rows in PAIRS.items() for what, *rest in rows]


@pytest.mark.parametrize(("rule", "asked", "replied", "place"), PAIR_CASES)
def test_rule_of_a_reply_beside_its_request(rule: str, asked: Any, replied: Any, place: tuple[Any, ...]) -> None:
    expected = Place(*place)

    assert list(review_pair(asked, replied)) == [(rule, (expected.path, expected.found, expected.value))]
    assert cim.check(replied) == ()
    assert cim.check(replied, answers=asked) == (
        cim.Finding(
            rule=rule,
            severity=RULES[rule].severity,
            message=f"{RULES[rule].title}: {expected.found}",
            path=f"/ResponseMessage/{expected.path}",
            value=expected.value,
            hint=RULES[rule].hint,
        ),
    )


@pytest.mark.parametrize(
    ("asked", "replied"),
    [pytest.param(*pair, id=name_of(rule, what)) for rule, rows in FINE_PAIRS.items() for what, pair in rows.items()],
)
def test_near_miss_of_a_reply_beside_its_request(asked: Any, replied: Any) -> None:
    assert list(review_pair(asked, replied)) == []
    assert cim.check(replied, answers=asked) == ()


@pytest.mark.parametrize(
    ("message", "path"),
    [
        (request(message_id=None), "/RequestMessage/Header"),
        (response(correlation_id=None), "/ResponseMessage/Header"),
        (request("create"), "/RequestMessage"),
        (request("cancel"), "/RequestMessage"),
        (execute(operation(1), operation(2, verb=None)), "/RequestMessage/Payload/OperationSet/Operation[2]"),
        (execute(operation(), integrity=None), "/RequestMessage/Payload/OperationSet"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_missing_is_reported_at_the_nearest_element_that_is_there(message: Any, path: str) -> None:
    (found,) = cim.load(cim.to_bytes(message, pretty=True)).findings

    assert found.path == path


def test_places_pass_over_comments_and_count_only_elements_of_the_name() -> None:
    text = cim.to_bytes(response("OK", error("0.0"), error("2.4")), pretty=True).decode()
    noisy = text.replace("<msg:Error>", "<!-- <msg:Error/> --><?msg Error?><msg:Error>")

    (found,) = cim.load(noisy).findings

    assert found.path == "/ResponseMessage/Reply/Error[2]"
    assert found.column == noisy.splitlines()[found.line - 1].rindex("<msg:Error>") + 1


def test_rules_of_messages_come_after_those_of_structure_and_are_no_reason_to_refuse() -> None:
    data = cim.to_bytes(event(noun="MeterConfig")).replace(b"<msg:Payload>", b'<msg:Payload odd="1">')

    assert [one.rule for one in cim.load(data).findings] == ["XSD102", "ENV202"]
    with pytest.raises(cim.InvalidMessageError) as caught:
        cim.load(data, mode="strict")
    assert [one.rule for one in caught.value.findings] == ["XSD102"]


@pytest.mark.parametrize(
    ("payload", "in_memory", "read"),
    [(cim.MeterServiceRequests(), [], ["ENV113"]), (cim.MeterReadings(), ["ENV202"], ["ENV113", "ENV202"])],
)
def test_short_name_of_the_service_requests_is_their_name_to_the_rules(
    payload: Any, in_memory: list[str], read: list[str]
) -> None:
    message = request("create", "MeterServiceRequest", payload=content(payload))
    loaded = cim.load(cim.to_bytes(message))

    assert rules(message) == in_memory
    assert [one.rule for one in loaded.findings if one.rule != "ENV501"] == read
    assert loaded.message == request("create", "MeterServiceRequests", payload=content(payload))


def test_payload_that_is_no_envelope_is_not_reviewed() -> None:
    assert cim.load(cim.to_bytes(cim.GetMeterReadings())).findings == ()


EVERYTHING: list[Any] = [one.message for one in BROKEN] + [param.values[0] for param in fine()]
PLACES = ["Header", "Verb", "Noun", "ReplayDetection", "Created", "Timestamp", "AsyncReplyFlag", "AckRequired"]
PLACES += ["MessageID", "CorrelationID", "Request", "StartTime", "Reply", "Result", "Error", "code", "ID", "Payload"]
PLACES += ["OperationSet", "Operation", "operationId", "noun", "verb"]


def without(message: Any, name: str, change: Callable[[etree._Element], None]) -> bytes | None:
    """Return the message changed at every element of a name, None when it has none."""
    root = etree.fromstring(cim.to_bytes(message, mode="lax"))
    found = [one for one in root.iter(etree.Element) if etree.QName(one).localname == name]
    for one in found:
        change(one)
    return etree.tostring(root) if found else None


def drop(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def empty(element: etree._Element) -> None:
    element[:] = []
    element.text = None


def spoil(element: etree._Element) -> None:
    element.text = "?!"


@pytest.mark.parametrize("change", [drop, empty, spoil])
@pytest.mark.parametrize("name", PLACES)
def test_tolerant_read_reviews_what_is_left(name: str, change: Callable[[etree._Element], None]) -> None:
    found = [data for message in EVERYTHING if (data := without(message, name, change))]

    assert found
    for data in found:
        loaded = cim.load(data)
        assert [one.rule for one in loaded.findings if one.rule not in STRUCTURE] == rules(loaded.message)
        assert [one.rule for one in cim.check(loaded.message) if one.rule not in STRUCTURE] == rules(loaded.message)


def test_request_with_a_blank_message_id_can_be_matched_by_its_correlation_id() -> None:
    assert rules(request(message_id=" ", correlation_id="4711")) == ["COR202"]


def test_second_get_profile_of_a_name_is_found_where_it_is() -> None:
    message = event(payload=content(cim.MeterReadings(), cim.GetMeterReadings(), cim.GetMeterReadings()))

    assert [one.path for one in cim.load(cim.to_bytes(message)).findings] == [
        "/EventMessage/Payload/GetMeterReadings[1]",
        "/EventMessage/Payload/GetMeterReadings[2]",
    ]


def test_numbers_that_are_missing_are_not_equal() -> None:
    data = without(execute(operation(1), operation(2)), "operationId", drop)

    assert data
    assert [one.rule for one in cim.load(data).findings] == ["XSD103", "XSD103"]


def test_broken_rules_stop_at_the_limit_of_findings_too() -> None:
    data = cim.to_bytes(execute(*[operation(number, "cancel") for number in range(9)]))

    found = cim.load(data, limits=cim.Limits(max_findings=3)).findings

    assert [one.rule for one in found] == ["ENV404"] * 3 + ["FND001"]
    assert found[-1].message == "6 more findings are not listed, beyond the limit of 3: 6 of ENV404"
    assert found[-1].severity is cim.Severity.WARNING


def test_time_grows_with_the_number_of_broken_rules_and_not_with_its_square() -> None:
    def taken(number: int) -> float:
        data = cim.to_bytes(execute(*[operation(one, "cancel", content=None) for one in range(number)]))
        start = time.perf_counter()
        cim.load(data, limits=cim.Limits(max_findings=10**6))
        return time.perf_counter() - start

    taken(1)
    assert taken(1000) < 8 * min(taken(250) for _ in range(3)) + 0.2  # four times as much, and not sixteen times


def test_number_that_is_missing_in_a_request_does_not_matter_to_its_reply() -> None:
    asked = execute(operation(1), cim.Operation(operation_id=None))

    assert [name for name, _ in review_pair(asked, answer(asked, operation_id=7))] == ["ENV313"]


def test_fault_beside_its_request_is_checked_as_far_as_it_goes() -> None:
    assert cim.check(fault("FAILED", error("1.1")), answers=request()) == ()


def test_table_has_a_case_and_a_near_miss_for_every_rule() -> None:
    assert {one.rule for one in BROKEN} | PAIRS.keys() == set(OF_MESSAGES)
    assert FINE.keys() | FINE_PAIRS.keys() == set(OF_MESSAGES)


def test_rules_have_well_formed_ids_and_one_function_each() -> None:
    assert all(re.fullmatch(r"(ENV[234]|COR2|TIM2)\d\d", name) for name in OF_MESSAGES)
    assert all(re.fullmatch(r"XML00\d|(XSD|ENV)1\d\d|FND00\d", name) for name in STRUCTURE)
    assert sorted(FUNCTIONS) == OF_MESSAGES
    assert len(set(FUNCTIONS.values())) == len(FUNCTIONS)
    for table in (*CHECKS.values(), PAIR_CHECKS):
        names = [name for name, _ in table]
        assert len(names) == len(set(names))
        assert all(check.__name__ == FUNCTIONS[name] for name, check in table)


@pytest.mark.parametrize("name", OF_MESSAGES)
def test_rule_has_source_hint_and_reason(name: str) -> None:
    rule = RULES[name]

    assert rule.severity in {cim.Severity.WARNING, cim.Severity.INFO}
    for text in (rule.title, rule.hint, rule.source, rule.reason):
        assert text == " ".join(text.split())
        assert text
    assert rule.reason.endswith(".")
    assert not re.search(r"[^.]\.$", rule.hint)
    assert not rule.title.endswith(".")


def test_titles_of_rules_are_unique() -> None:
    titles = [rule.title for rule in RULES.values()]

    assert len(titles) == len(set(titles))
