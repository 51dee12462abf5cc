"""What fits nowhere is an error of the right class, says what was found and expected, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from unit.exchange.desk import QUEUE, Desk, refused

import cim61968_9 as cim
from cim61968_9.exchange import ArrivalKind as Kind, State

Local, Remote = cim.LocalProtocolError, cim.RemoteProtocolError


def response(**header: Any) -> cim.ResponseMessage:
    """Return a response as a builder would not make it."""
    return cim.ResponseMessage(
        header=cim.Header(**{"verb": "reply", "noun": "MeterReadings", "message_id": "odd-1", **header}),
        reply=cim.Reply(result=cim.Result.OK),
    )


@pytest.mark.parametrize("error", [Local, Remote])
def test_errors_of_protocol_are_value_errors_of_the_library(error: type[cim.ProtocolError]) -> None:
    assert issubclass(error, cim.ProtocolError)
    assert issubclass(error, cim.Cim61968Error)
    assert issubclass(error, ValueError)
    assert not issubclass(Local, Remote)
    assert not issubclass(Remote, Local)


# what the caller is about to send


@pytest.mark.parametrize("kind", [Desk.query, Desk.later, Desk.control])
def test_request_with_the_correlation_of_an_open_exchange(desk: Desk, kind: Any) -> None:
    ours, _ = desk.ask(desk.query(correlation_id="C-1"))

    with refused(desk.client, Local, "exchange out-1", "'C-1'", "replies could not be told apart", "another Corr"):
        desk.client.send(kind(desk, correlation_id="C-1"))

    assert desk.client.open == [ours]


def test_correlation_of_an_exchange_that_has_ended_may_be_used_again(desk: Desk) -> None:
    request = desk.query(correlation_id="C-1")
    ours, _ = desk.ask(request)
    desk.answer(desk.found(request))

    again = desk.client.send(desk.query(correlation_id="C-1"))

    assert again is not None
    assert again.id != ours.id
    assert desk.client.open == [again]


def test_reply_to_no_request(desk: Desk) -> None:
    with refused(desk.server, Local, "no request with the correlation 'CIS-1'", "receive() was told of", "answers="):
        desk.server.send(desk.found(desk.query()))


@pytest.mark.parametrize("correlation", [None, ""])
def test_reply_without_correlation_that_names_no_exchange(desk: Desk, correlation: str | None) -> None:
    desk.ask(desk.query())
    with refused(desk.server, Local, "no request with the correlation None", "answers="):
        desk.server.send(response(correlation_id=correlation))


def test_reply_to_a_one_way_request(desk: Desk) -> None:
    request = desk.control()
    reply = desk.done(request)  # builders refuse to answer a one-way request
    request.header.ack_required = False
    desk.ask(request)
    with refused(desk.server, Local, "exchange in-1, one-way create(EndDeviceControls)", "wants no answer"):
        desk.server.send(reply)


@pytest.mark.parametrize("last", [Desk.found, Desk.failed, Desk.missing])
def test_reply_after_the_last_one(desk: Desk, last: Any) -> None:
    request = desk.query()
    desk.ask(request)
    desk.answer(last(desk, request))
    with refused(desk.server, Local, "exchange in-1", "has ended", "no further reply"):
        desk.server.send(desk.found(request))


def test_reply_after_a_fault(desk: Desk) -> None:
    request = desk.query()
    _, theirs = desk.ask(request)
    desk.server.send(cim.fault("1.8"), answers=theirs)
    with refused(desk.server, Local, "exchange in-1", "fault", "has ended"):
        desk.server.send(desk.found(request))


def test_reply_to_one_of_several_requests_with_one_correlation(desk: Desk) -> None:
    desk.server.receive(desk.query(message_id="7"))
    desk.server.receive(desk.query(message_id="7", source="Northmoor-OMS"))
    with refused(desk.server, Local, "2 messages have the correlation '7'", "answers= in-1, in-2"):
        desk.server.send(desk.found(desk.query(message_id="7")))


def test_reply_whose_correlation_is_not_that_of_the_exchange_it_names(desk: Desk) -> None:
    desk.ask(desk.query())
    _, theirs = desk.ask(desk.query())
    with refused(desk.server, Local, "exchange in-2", "the correlation 'CIS-2'", "the reply 'CIS-1'"):
        desk.server.send(response(correlation_id="CIS-1"), answers=theirs)


def test_reply_to_an_exchange_of_ours(desk: Desk) -> None:
    request = desk.query()
    ours, _ = desk.ask(request)
    with refused(desk.client, Local, "exchange out-1", "we asked", "the other side must answer"):
        desk.client.send(desk.found(request), answers=ours)


@pytest.mark.parametrize("message", [response(correlation_id="CIS-1"), cim.fault("1.8")])
def test_answer_to_an_exchange_that_nobody_knows(desk: Desk, message: Any) -> None:
    desk.ask(desk.query())
    with refused(desk.server, Local, "no exchange 'in-9'", "forgotten, or is one of other books"):
        desk.server.send(message, answers="in-9")
    with refused(desk.client, Local, "no exchange 'out-9'"):
        desk.client.receive(message, answers="out-9")


@pytest.mark.parametrize("result", [None, "", "DONE"])
def test_own_reply_with_a_result_that_does_not_exist(desk: Desk, result: str | None) -> None:
    request = desk.query()
    desk.ask(request)
    reply = desk.found(request)
    reply.reply.result = result  # type: ignore[assignment]
    with refused(desk.server, Local, "exchange in-1", f"result {result!r}", "expected OK, PARTIAL or FAILED"):
        desk.server.send(reply)


@pytest.mark.parametrize("place", ["reply", "error"])
def test_own_reply_about_an_operation_that_is_not_in_the_set(desk: Desk, place: str) -> None:
    request = desk.bulk()
    desk.ask(request)
    reply = desk.failed(request)
    (reply.reply if place == "reply" else reply.reply.error[0]).operation_id = 4
    with refused(desk.server, Local, "exchange in-1", "operation 4", "expected one of 1, 2, 3"):
        desk.server.send(reply)


def test_builder_refuses_an_operation_that_is_not_in_the_set(desk: Desk) -> None:
    with pytest.raises(cim.InvalidMessageError, match="ENV313"):
        desk.done(desk.bulk(), operation_id=4)


def test_fault_to_an_exchange_of_ours(desk: Desk) -> None:
    ours, _ = desk.ask(desk.query())
    with refused(desk.client, Local, "exchange out-1", "we asked", "the other side must answer"):
        desk.client.send(cim.fault("1.8"), answers=ours)


@pytest.mark.parametrize("one_way", [True, False])
def test_fault_to_an_exchange_that_has_ended(desk: Desk, one_way: bool) -> None:
    request = desk.control(ack_required=False) if one_way else desk.control()
    _, theirs = desk.ask(request)
    if not one_way:
        desk.answer(desk.done(request))
    with refused(desk.server, Local, "exchange in-1", "has ended", "no fault is expected"):
        desk.server.send(cim.fault("1.8"), answers=theirs)


@pytest.mark.parametrize(
    "another",
    [
        lambda desk: desk.query(message_id="M-1", correlation_id="C-2"),
        lambda desk: desk.control(message_id="M-1"),
        lambda desk: desk.report(message_id="M-1", source="Northmoor-CIS"),
    ],
    ids=["correlation", "verb and noun", "kind"],
)
def test_own_message_id_on_another_message(desk: Desk, another: Callable[[Desk], Any]) -> None:
    desk.ask(desk.query(message_id="M-1"))
    with refused(desk.client, Local, "MessageID 'M-1'", "that of another message", "expected a new one"):
        desk.client.send(another(desk))


# what the other side has sent


@pytest.mark.parametrize(
    "another",
    [
        lambda desk, request: desk.failed(request, message_id="M-1"),
        lambda desk, request: desk.missing(request, message_id="M-1"),
        lambda desk, request: desk.found(desk.query(), message_id="M-1"),
        lambda desk, request: desk.report(request, message_id="M-1"),
        lambda desk, request: desk.query(message_id="M-1", source="Northmoor-HES"),
    ],
    ids=["result", "errors", "correlation", "event", "request"],
)
def test_message_id_of_the_other_side_on_another_message(desk: Desk, another: Callable[[Desk, Any], Any]) -> None:
    request = desk.query()
    desk.ask(request)
    desk.client.receive(desk.found(request, message_id="M-1"))
    with refused(desk.client, Remote, "MessageID 'M-1'", "that of another message"):
        desk.client.receive(another(desk, request))


@pytest.mark.parametrize("result", [None, "", "DONE", "ok"])
def test_result_that_does_not_exist(desk: Desk, result: str | None) -> None:
    request = desk.query()
    desk.ask(request)
    reply = desk.found(request)
    reply.reply.result = result  # type: ignore[assignment]
    with refused(desk.client, Remote, "exchange out-1", f"result {result!r}", "expected OK, PARTIAL or FAILED"):
        desk.client.receive(reply)


def test_reply_that_has_no_reply_element(desk: Desk) -> None:
    request = desk.query()
    desk.ask(request)
    reply = desk.found(request)
    reply.reply = None  # type: ignore[assignment]
    with refused(desk.client, Remote, "exchange out-1", "result None"):
        desk.client.receive(reply)


@pytest.mark.parametrize("place", ["reply", "error"])
def test_operation_that_is_not_in_the_set(desk: Desk, place: str) -> None:
    request = desk.bulk()
    desk.ask(request)
    reply = desk.failed(request)
    (reply.reply if place == "reply" else reply.reply.error[0]).operation_id = 4
    with refused(desk.client, Remote, "exchange out-1", "operation 4", "expected one of 1, 2, 3"):
        desk.client.receive(reply)


@pytest.mark.parametrize("correlation", ["CIS-2", "CIS-9"])
def test_answer_on_one_connection_with_the_correlation_of_another(desk: Desk, correlation: str) -> None:
    ours, _ = desk.ask(desk.query())
    desk.ask(desk.query())
    with refused(desk.client, Remote, "connection of exchange out-1", repr(correlation), "expected 'CIS-1'"):
        desk.client.receive(response(correlation_id=correlation), answers=ours)


@pytest.mark.parametrize("verb", ["created", "reply", "show"])
def test_request_with_a_verb_that_asks_for_nothing(desk: Desk, verb: str) -> None:
    request = desk.query()
    request.header.verb = cim.Verb(verb)
    with refused(desk.server, Remote, f"the verb {verb!r}", "expected get, create"):
        desk.server.receive(request)


@pytest.mark.parametrize("make", [Desk.query, Desk.report, lambda desk: desk.found(desk.query())])
@pytest.mark.parametrize(
    "damage",
    [
        lambda message: setattr(message, "header", None),
        lambda message: setattr(message.header, "verb", None),
        lambda message: setattr(message.header, "noun", None),
        lambda message: setattr(message.header, "noun", ""),
    ],
    ids=["header", "verb", "noun", "empty noun"],
)
def test_message_without_header_verb_or_noun(desk: Desk, make: Any, damage: Callable[[Any], None]) -> None:
    message = make(desk)
    damage(message)
    for books in (desk.client, desk.server):
        with refused(books, Remote, message.kind, "without verb and noun", "expected a header that has both"):
            books.receive(message)
        with refused(books, Local, message.kind, "without verb and noun"):
            books.send(message)


@pytest.mark.parametrize("message", [response(correlation_id="CIS-1"), cim.fault("1.8")])
def test_answer_to_a_request_of_the_other_side_cannot_arrive(desk: Desk, message: Any) -> None:
    _, theirs = desk.ask(desk.query())
    with refused(desk.server, Local, "exchange in-1", "the other side asked", "we must answer"):
        desk.server.receive(message, answers=theirs)


@pytest.mark.parametrize(
    "thing", [None, "<RequestMessage/>", b"", cim.MeterReadings(), cim.Header(verb="get", noun="")]
)
def test_what_is_no_message_is_a_type_error(desk: Desk, thing: Any) -> None:
    before = desk.client.to_json()
    with pytest.raises(TypeError, match=type(thing).__name__):
        desk.client.send(thing)
    with pytest.raises(TypeError, match=type(thing).__name__):
        desk.client.receive(thing)
    assert desk.client.to_json() == before


# after an error


def test_message_that_was_refused_is_not_taken_for_a_duplicate_when_it_is_put_right(desk: Desk) -> None:
    request = desk.query()
    exchanges = desk.ask(request)
    reply = desk.found(request)
    reply.reply.result = cim.Result("DONE")
    with refused(desk.client, Remote):
        desk.client.receive(reply)
    with refused(desk.server, Local):
        desk.server.send(reply)
    reply.reply.result = cim.Result.OK

    assert desk.answer(reply).kind is Kind.REPLY
    assert desk.states(exchanges) == (State.COMPLETED, State.COMPLETED)


def test_books_go_on_after_an_error(desk: Desk) -> None:
    request = desk.later()
    exchanges = ours, theirs = desk.ask(request)
    with refused(desk.server, Local):
        desk.server.send(response(correlation_id="other"), answers=theirs)
    desk.answer(desk.received(request), answers=ours)
    with refused(desk.client, Remote):
        desk.client.receive(response(correlation_id="other"), answers=ours)
    desk.answer(desk.found(request), at_address=True)

    assert desk.states(exchanges) == (State.COMPLETED, State.COMPLETED)
    assert request.header.reply_address == QUEUE


def test_acknowledgement_of_a_request_that_wants_its_answer_at_once(desk: Desk) -> None:
    with pytest.raises(ValueError, match="not asynchronous"):
        desk.received(desk.query())
