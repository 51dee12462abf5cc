"""How ``cim.check`` looks at a reply beside its request; the rules themselves are in ``test_message_rules``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

import cim61968_9 as cim
from cim61968_9.testing import assert_valid

NOON = dt.datetime(2026, 1, 14, 12, tzinfo=dt.UTC)
CIS = cim.Sender(source="Northmoor-CIS", now=lambda: NOON, new_id=lambda: "4711", reply_address="queue:CIS")
DATA = cim.Payload(content=[cim.MeterReadings()])
STEPS = [cim.operation("create", cim.MeterConfig(), operation_id=number) for number in (1, 2, 5)]


def query(**options: Any) -> cim.RequestMessage:
    return cim.get("MeterReadings", ids=["NM-E-0041871"], sender=CIS, **options)


def transaction(**options: Any) -> cim.RequestMessage:
    return cim.create(cim.MeterConfig(), sender=CIS, **options)


def operations(**options: Any) -> cim.RequestMessage:
    return cim.execute(*STEPS, sender=CIS, **options)


def response(
    noun: str = "MeterReadings",
    *errors: cim.Error | str,
    result: str = "OK",
    payload: cim.Payload | None = None,
    correlation: str | None = "4711",
    **more: Any,
) -> cim.ResponseMessage:
    """Return a response as another system might write it."""
    listed = [cim.reply_error(one) if isinstance(one, str) else one for one in errors]
    return cim.ResponseMessage(
        header=cim.Header(verb="reply", noun=noun, correlation_id=correlation),
        reply=cim.Reply(result=cim.Result(result), error=listed, **more),
        payload=payload,
    )


def of(number: int, code: str = "2.4") -> cim.Error:
    return cim.reply_error(code, operation_id=number)


def found(reply: Any, request: Any) -> list[tuple[str, str, str]]:
    return [(one.rule, one.path, one.message) for one in cim.check(reply, answers=request)]


@pytest.mark.parametrize(
    ("request_", "reply", "value"),
    [
        (query(), response(payload=DATA, correlation="4712"), "4712"),
        (query(), response("MeterConfig", payload=cim.Payload(content=[cim.MeterConfig()])), "MeterConfig"),
        (operations(), response("OperationSet", operation_id=9), "9"),
    ],
)
def test_finding_of_a_pair_has_the_value(request_: Any, reply: Any, value: str) -> None:
    assert [one.value for one in cim.check(reply, answers=request_)] == [value]


def test_places_of_operations_are_counted() -> None:
    reply = response("OperationSet", of(1), of(7), of(8), result="PARTIAL", operation_id=9)

    assert [path for _, path, _ in found(reply, operations())] == [
        "/ResponseMessage/Reply/operationId",
        "/ResponseMessage/Reply/Error[2]/operationId",
        "/ResponseMessage/Reply/Error[3]/operationId",
    ]


def test_operation_of_a_request_without_any_is_strange() -> None:
    assert found(response("MeterConfig", operation_id=1), transaction()) == [
        (
            "ENV313",
            "/ResponseMessage/Reply/operationId",
            "operation that was not in the set: found 1, expected one of none, since the request is no operation set",
        )
    ]


def test_reply_may_have_the_noun_of_the_get_profile() -> None:
    reply = response("GetMeterReadings", "5.7", result="FAILED")

    assert "ENV312" not in {rule for rule, _, _ in found(reply, query())}


def test_several_rules_of_pairs_and_of_replies_are_found_together() -> None:
    reply = response("MeterConfig", cim.reply_error("2.4"), correlation="x", operation_id=1)

    assert {rule for rule, _, _ in found(reply, query())} == {"COR205", "ENV302", "ENV310", "ENV312", "ENV313"}


@pytest.mark.parametrize(
    ("correlation", "message", "expected"),
    [("17", "4711", "17"), (" ", "4711", "4711"), (None, "4711", "4711"), ("17", None, "17")],
)
def test_correlation_is_that_of_the_request_else_its_message_id(
    correlation: str | None, message: str | None, expected: str
) -> None:
    request = query()
    request.header.correlation_id, request.header.message_id = correlation, message

    assert found(response(payload=DATA, correlation=expected), request) == []
    assert [rule for rule, _, _ in found(response(payload=DATA, correlation="x"), request)] == ["COR205"]


@pytest.mark.parametrize("correlation", [None, ""])
def test_reply_without_correlation_is_right_where_the_request_allows_none(correlation: str | None) -> None:
    request = query()
    request.header.message_id = None
    reply = response(payload=DATA, correlation=correlation)

    assert [rule for rule, _, _ in found(reply, query())] == ["COR201"]
    assert found(reply, request) == []
    assert [one.rule for one in cim.check(reply)] == ["COR201"]


@pytest.mark.parametrize("build", [lambda: cim.fault("1.8"), lambda: cim.fault("1.8", "5.3")])
def test_fault_fits_every_request(build: Callable[[], cim.FaultMessage]) -> None:
    for request in (query(), transaction(), operations(all_or_nothing=True)):
        assert cim.check(build(), answers=request) == ()


def test_broken_fault_is_found_beside_its_request() -> None:
    fault = cim.FaultMessage(reply=cim.Reply(result=cim.Result.FAILED))

    assert [rule for rule, _, _ in found(fault, query())] == ["ENV301"]


def test_response_with_missing_parts_is_checked_beside_its_request() -> None:
    bare: Any = cim.ResponseMessage(header=None, reply=None)  # type: ignore[arg-type]
    headless: Any = cim.ResponseMessage(header=None, reply=cim.Reply(result="OK"))  # type: ignore[arg-type]

    assert {rule for rule, _, _ in found(bare, query())} == {"XSD103"}
    assert {rule for rule, _, _ in found(headless, transaction())} == {"XSD103"}


@pytest.mark.parametrize("thing", [cim.Header(verb="get", noun="X"), "reply", None])
def test_what_is_neither_message_nor_noun_cannot_be_checked(thing: Any) -> None:
    with pytest.raises(TypeError, match=f"found {type(thing).__name__}, expected a message or a noun such as"):
        cim.check(thing)


@pytest.mark.parametrize(
    ("correlation", "expected"),
    [
        ("4711", []),
        ("x", [("COR205", "found 'x', expected '4711' of the request")]),
        (" ", [("COR205", "found no CorrelationID in an event, expected '4711' of the request"), ("COR202", "")]),
        (None, [("COR205", "found no CorrelationID in an event, expected '4711' of the request")]),
    ],
)
@pytest.mark.parametrize("request_", [query(), transaction(), operations(all_or_nothing=True)])
def test_event_beside_the_request_that_caused_it_is_correlated(
    request_: cim.RequestMessage, correlation: str | None, expected: list[tuple[str, str]]
) -> None:
    request_.header.ack_required = False
    event = cim.event("created", cim.MeterReadings(), source="HES")
    event.header.correlation_id = correlation
    general = cim.Message(header=event.header, payload=event.payload)

    for one in (event, general):
        rules = {rule: message for rule, _, message in found(one, request_)}
        assert {rule for rule, _ in expected} >= set(rules)
        assert all(message in rules.get(rule, "") for rule, message in expected if rule == "COR205")


def test_uncorrelated_event_is_right_where_the_request_allows_none() -> None:
    request = transaction()
    request.header.message_id = None

    assert found(cim.event("created", cim.MeterConfig(), source="HES"), request) == []


def test_sample_event_is_checked_beside_a_sample_request() -> None:
    event, request = cim.sample("MeterReadings"), cim.sample("MeterReadings", verb="get")

    assert [rule for rule, _, _ in found(event, request)] == ["COR205"]
    event.header.correlation_id = request.header.message_id
    assert_valid(event, answers=request, fail_on="info")


@pytest.mark.parametrize("answers", [17, "4711", response(), cim.fault("1.8"), cim.MeterReadings()])
def test_only_requests_and_events_are_answered(answers: Any) -> None:
    message = f"found {type(answers).__name__}, expected what is answered: a RequestMessage, or an EventMessage"
    for act in (
        lambda: cim.check(response(), answers=answers),
        lambda: cim.check(cim.MeterReadings(), answers=answers),
        lambda: cim.reply(answers),
        lambda: cim.acknowledge(answers),
        lambda: cim.reply_operations(answers),
        lambda: cim.refuse(answers, "verb"),
    ):
        with pytest.raises(TypeError, match=f"^{message}$"):
            act()


def test_request_answers_no_other() -> None:
    with pytest.raises(TypeError, match="found a request, which answers no other; expected a response, a fault or an"):
        cim.check(query(), answers=query())


def test_request_without_header_cannot_be_replied_to() -> None:
    headless: Any = cim.RequestMessage(header=None)  # type: ignore[arg-type]

    assert found(response(payload=DATA), headless) == []
    for act in (cim.reply, cim.acknowledge, cim.reply_operations):
        with pytest.raises(ValueError, match=r"has no header, whose noun a reply repeats; answer with cim\.fault"):
            act(headless)
