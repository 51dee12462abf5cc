"""What comes twice, late or without a match is no error, and counts for nothing; what is read tolerantly is taken."""

from __future__ import annotations

from typing import Any

import pytest
from unit.exchange.desk import MINUTE, QUEUE, Desk, refused

import cim61968_9 as cim
from cim61968_9.exchange import ArrivalKind as Kind, State

MESSAGE = "http://iec.ch/TC57/2011/schema/message"


def lax(kind: str, inside: str) -> Any:
    """Read a message that the schema would refuse."""
    return cim.load(f'<{kind} xmlns="{MESSAGE}">{inside}</{kind}>').message


# twice


def duplicates(desk: Desk) -> list[tuple[str, cim.Exchanges, Any, dict[str, Any]]]:
    """Let messages of all kinds arrive, and return where each arrived."""
    request, control, later, callback = desk.query(), desk.control(), desk.later(), desk.query()
    ours, _ = desk.ask(request)
    desk.ask(control, expect_events=3)
    desk.ask(later)
    desk.ask(callback, callback=True)
    back = cim.create(cim.MeterReadings(), correlation_id=callback.header.message_id, sender=desk.hes)
    stray = desk.report()
    answers: list[tuple[str, Any, dict[str, Any]]] = [
        ("reply", desk.found(request, more=True), {"answers": ours}),
        ("event", desk.report(control), {}),
        ("event of no request", stray, {}),
        ("acknowledgement", desk.received(later), {}),
        ("callback", back, {}),
    ]
    for _, message, options in answers:
        assert desk.answer(message, **options).is_new
    return [("request", desk.server, request, {}), *((name, desk.client, one, how) for name, one, how in answers)]


@pytest.mark.parametrize("place", range(6))
def test_second_arrival_is_a_duplicate_and_counts_for_nothing(desk: Desk, place: int) -> None:
    _, books, message, options = duplicates(desk)[place]
    before = books.to_json()

    arrived = books.receive(message, **options)

    assert (arrived.kind, arrived.is_new, arrived.outcome) == (Kind.DUPLICATE, False, None)
    assert books.to_json() == before
    assert (arrived.exchange is None) == (message.header.correlation_id is None and message.kind == "EventMessage")
    if arrived.exchange is not None:
        assert arrived.exchange == books[arrived.exchange]


def test_duplicate_does_not_renew_the_deadline(desk: Desk) -> None:
    request = desk.later()
    ours, _ = desk.ask(request)
    desk.answer(part := desk.found(request, more=True))
    due = desk.client[ours].deadline
    desk.clock.go_on(MINUTE)
    desk.client.receive(part)

    assert desk.client[ours].deadline == desk.client.next_deadline == due


def test_copy_of_a_message_is_a_duplicate_as_well(desk: Desk) -> None:
    request = desk.query()
    desk.ask(request)
    assert desk.server.receive(cim.read(cim.to_bytes(request))).kind is Kind.DUPLICATE


def test_same_message_id_of_another_source_is_another_message(desk: Desk) -> None:
    first = desk.server.receive(desk.query(message_id="7"))
    second = desk.server.receive(desk.query(message_id="7", source="Northmoor-OMS"))

    assert first.kind is second.kind is Kind.REQUEST
    assert first.exchange is not None
    assert second.exchange is not None
    assert first.exchange.id != second.exchange.id
    assert (first.exchange.peer, second.exchange.peer) == ("Northmoor-CIS", "Northmoor-OMS")


def test_same_message_id_without_sources_is_the_same_message(desk: Desk) -> None:
    request = desk.query(source=None)
    assert desk.server.receive(request).kind is Kind.REQUEST
    assert desk.server.receive(request).kind is Kind.DUPLICATE


@pytest.mark.parametrize("message_id", [None, "", " "])
def test_messages_without_message_id_cannot_be_told_apart(desk: Desk, message_id: str | None) -> None:
    event = desk.report()
    event.header.message_id = message_id

    assert [desk.client.receive(event).kind for _ in range(2)] == [Kind.EVENT, Kind.EVENT]


def test_what_is_sent_and_what_arrives_are_numbered_apart(desk: Desk) -> None:
    request = desk.query(message_id="7")
    desk.ask(request)
    assert desk.answer(desk.found(request, message_id="7")).kind is Kind.REPLY


# late


@pytest.mark.parametrize("end", [Desk.found, Desk.missing, Desk.failed])
def test_reply_after_the_end_is_late(desk: Desk, end: Any) -> None:
    request = desk.query()
    ours, _ = desk.ask(request)
    desk.client.receive(end(desk, request))
    before = desk.client[ours]
    late = desk.found(request)

    arrived = desk.client.receive(late)

    assert (arrived.kind, arrived.is_new, arrived.exchange) == (Kind.LATE, False, before)
    assert arrived.outcome is not None
    assert desk.client[ours] == before
    assert desk.client.receive(late).kind is Kind.DUPLICATE


def test_reply_and_fault_after_a_fault_are_late(desk: Desk) -> None:
    request = desk.query()
    ours, _ = desk.ask(request)
    desk.client.receive(cim.fault("1.8"), answers=ours)
    before = desk.client[ours]

    assert desk.client.receive(cim.fault("1.8"), answers=ours).kind is Kind.LATE
    assert desk.client.receive(desk.found(request), answers=ours).kind is Kind.LATE
    assert desk.client[ours] == before


def test_reply_after_the_time_out_is_late(desk: Desk) -> None:
    request = desk.query()
    ours, _ = desk.ask(request)
    desk.clock.go_on(6 * MINUTE)

    arrived = desk.client.receive(desk.found(request))

    assert arrived.kind is Kind.LATE
    assert arrived.exchange == desk.client[ours]
    assert (desk.client[ours].state, desk.client[ours].replies) == (State.TIMED_OUT, 0)
    assert [one.id for one in desk.client.expire()] == [ours.id]


def test_event_after_the_time_out_is_late(desk: Desk) -> None:
    control = desk.control()
    ours, _ = desk.ask(control, expect_events=1)
    desk.clock.go_on(6 * MINUTE)

    arrived = desk.client.receive(desk.report(control))

    assert (arrived.kind, arrived.is_new, arrived.exchange) == (Kind.LATE, False, desk.client[ours])
    assert desk.client[ours].events == 0


def test_reply_while_only_events_are_due_is_late(desk: Desk) -> None:
    control = desk.control()
    ours, _ = desk.ask(control, expect_events=1)
    desk.answer(desk.done(control))

    assert desk.client.receive(desk.done(control)).kind is Kind.LATE
    assert (desk.client[ours].state, desk.client[ours].replies) == (State.EVENTS, 1)


def test_answer_to_a_one_way_request_is_late(desk: Desk) -> None:
    request = desk.control()
    reply = desk.done(request)  # builders refuse to answer a one-way request
    request.header.ack_required = False
    ours, _ = desk.ask(request)

    assert desk.client.receive(reply).kind is Kind.LATE
    assert desk.client[ours].replies == 0


def test_late_reply_on_its_connection_is_late_even_when_the_correlation_is_used_again(desk: Desk) -> None:
    first, second = desk.query(correlation_id="C-1"), desk.query(correlation_id="C-1")
    ours, _ = desk.ask(first)
    desk.client.receive(desk.found(first))
    again = desk.client.send(second)
    assert again is not None

    arrived = desk.client.receive(desk.found(first), answers=ours)

    assert (arrived.kind, arrived.exchange) == (Kind.LATE, desk.client[ours])
    assert desk.client[again] == again


# without a match


def test_reply_to_nothing_is_uncorrelated_each_time(desk: Desk) -> None:
    desk.ask(desk.query())
    stray = desk.found(desk.query())
    before = desk.client.to_json()

    for _ in range(2):
        arrived = desk.client.receive(stray)
        assert (arrived.kind, arrived.is_new, arrived.exchange) == (Kind.UNCORRELATED, False, None)
        assert arrived.outcome is not None
    assert desk.client.to_json() == before


@pytest.mark.parametrize("correlation", [None, "", "  "])
def test_reply_without_correlation_belongs_where_its_connection_does(desk: Desk, correlation: str | None) -> None:
    request = desk.query()
    ours, _ = desk.ask(request)
    reply = desk.found(request)
    reply.header.correlation_id = correlation

    assert desk.client.receive(reply).kind is Kind.UNCORRELATED
    assert desk.client[ours] == ours
    assert desk.client.receive(reply, answers=ours).kind is Kind.REPLY
    assert desk.client[ours].state is State.COMPLETED
    assert desk.client.receive(reply, answers=ours).kind is Kind.DUPLICATE


def test_request_without_identifiers_is_answered_where_its_connection_is(desk: Desk) -> None:
    first, second = desk.query(), desk.query()
    first.header.message_id = second.header.message_id = None
    desk.ask(first)
    ours, theirs = desk.ask(second)
    reply = desk.found(second)

    with refused(desk.server, cim.LocalProtocolError):
        desk.server.send(reply)
    assert desk.server.send(reply, answers=theirs) == desk.server[theirs]
    assert desk.client.receive(reply).kind is Kind.UNCORRELATED
    assert desk.client.receive(reply, answers=ours).exchange == desk.client[ours]
    assert [one.id for one in desk.client.open] == ["out-1"]
    assert [one.id for one in desk.server.open] == ["in-1"]


def test_request_without_identifiers_takes_the_correlation_that_comes_with_its_answer(desk: Desk) -> None:
    request = desk.query()
    request.header.message_id = None
    ours, _ = desk.ask(request)
    reply = desk.found(request)
    reply.header.correlation_id = "theirs"

    assert desk.client.receive(reply, answers=ours).kind is Kind.REPLY


def test_fault_without_connection_is_uncorrelated(desk: Desk) -> None:
    ours, _ = desk.ask(desk.query())
    arrived = desk.client.receive(cim.fault("1.8"))

    assert (arrived.kind, arrived.exchange) == (Kind.UNCORRELATED, None)
    assert arrived.outcome is not None
    assert desk.client.open == [ours]


@pytest.mark.parametrize("correlation", [None, "", "other"])
def test_event_of_no_request_of_ours_is_an_event(desk: Desk, correlation: str | None) -> None:
    desk.ask(desk.control())
    event = desk.report()
    event.header.correlation_id = correlation
    arrived = desk.client.receive(event)

    assert (arrived.kind, arrived.is_new, arrived.exchange) == (Kind.EVENT, True, None)


# one correlation, two peers


def test_requests_of_two_peers_with_one_correlation_are_answered_each(desk: Desk) -> None:
    first, second = desk.query(message_id="7"), desk.query(message_id="7", source="Northmoor-OMS")
    one, other = (desk.server.receive(request).exchange for request in (first, second))
    assert one is not None
    assert other is not None

    desk.server.send(desk.found(second), answers=other)
    assert [found.id for found in desk.server.open] == [one.id]
    desk.server.send(desk.found(first))  # only one is left, so it needs no answers=

    assert desk.server.open == []
    assert desk.server[one].replies == desk.server[other].replies == 1


def test_request_and_answer_with_one_correlation_go_both_ways(desk: Desk) -> None:
    """A system in the middle passes a request on, and takes its correlation along."""
    middle = desk.server
    request = desk.query(correlation_id="C-1")
    theirs = middle.receive(request).exchange
    passed_on = desk.query(correlation_id="C-1", source="Northmoor-MDM")
    ours = middle.send(passed_on)
    assert theirs is not None
    assert ours is not None
    assert ours.parent == theirs.id

    assert middle.receive(desk.found(passed_on)).exchange == middle[ours]
    assert [one.id for one in middle.open] == [theirs.id]
    middle.send(desk.found(request, source="Northmoor-MDM"))
    assert middle.open == []


# the same message is sent again


@pytest.mark.parametrize("make", [Desk.query, Desk.later, Desk.control])
def test_request_sent_again_changes_only_the_deadline(desk: Desk, make: Any) -> None:
    request = make(desk)
    ours, _ = desk.ask(request, expect_events=1)
    desk.clock.go_on(MINUTE)

    again = desk.client.send(request)

    assert again is not None
    assert again.deadline == desk.clock() + 5 * MINUTE
    assert {name for name in dir(ours) if not name.startswith("_") and getattr(ours, name) != getattr(again, name)} == {
        "deadline"
    }
    assert len(desk.client) == 1


def test_request_sent_again_after_the_end_changes_nothing(desk: Desk) -> None:
    request = desk.query()
    ours, _ = desk.ask(request)
    desk.answer(desk.found(request))
    before = desk.client.to_json()

    assert desk.client.send(request) == desk.client[ours]
    assert desk.client.to_json() == before


def test_replies_and_events_sent_again_count_once(desk: Desk) -> None:
    request = desk.control(reply_address=QUEUE)
    _, theirs = desk.ask(request)
    messages = [desk.received(request), desk.report(request), desk.done(request, more=True), desk.done(request)]
    for message in messages:
        desk.server.send(message)
    before = desk.server.to_json()
    for message in messages:
        assert desk.server.send(message) == desk.server[theirs]

    assert desk.server.to_json() == before
    assert (desk.server[theirs].replies, desk.server[theirs].events) == (2, 1)


# read tolerantly


@pytest.mark.parametrize(
    ("kind", "inside"),
    [
        ("RequestMessage", ""),
        ("RequestMessage", "<Header><Verb>get</Verb></Header>"),
        ("RequestMessage", "<Header><Noun>MeterReadings</Noun></Header>"),
        ("ResponseMessage", "<Reply><Result>OK</Result></Reply>"),
        ("EventMessage", "<Header/>"),
        ("Message", "<Reply><Result>OK</Result></Reply>"),
        ("Message", ""),
    ],
)
def test_message_without_what_tells_its_place_is_an_error_of_the_other_side(desk: Desk, kind: str, inside: str) -> None:
    with refused(desk.server, cim.RemoteProtocolError, "without verb and noun"):
        desk.server.receive(lax(kind, inside))


@pytest.mark.parametrize("reply", ["", "<Reply/>", "<Reply><Result/></Reply>", "<Reply><Result>DONE</Result></Reply>"])
def test_reply_without_a_result_is_an_error_only_where_it_would_count(desk: Desk, reply: str) -> None:
    ours, _ = desk.ask(desk.query())
    head = "<Header><Verb>reply</Verb><Noun>MeterReadings</Noun><CorrelationID>{}</CorrelationID></Header>"

    assert desk.client.receive(lax("ResponseMessage", head.format("other") + reply)).kind is Kind.UNCORRELATED
    with refused(desk.client, cim.RemoteProtocolError, "found the result"):
        desk.client.receive(lax("ResponseMessage", head.format(ours.correlation) + reply))


@pytest.mark.parametrize("reply", ["", "<Reply/>"])
def test_fault_that_says_nothing_is_a_fault(desk: Desk, reply: str) -> None:
    ours, _ = desk.ask(desk.query())

    assert desk.client.receive(lax("FaultMessage", reply), answers=ours).kind is Kind.FAULT
    assert desk.client[ours].state is State.FAULT


@pytest.mark.parametrize("result", ["FAILED", "OK"])
def test_reply_with_an_error_that_has_no_code_counts(desk: Desk, result: str) -> None:
    """Some systems say FAILED and a level, and no code."""
    ours, _ = desk.ask(desk.query())
    head = f"<Header><Verb>reply</Verb><Noun/><CorrelationID>{ours.correlation}</CorrelationID></Header>"
    reply = f"<Reply><Result>{result}</Result><Error><level>CATASTROPHIC</level></Error></Reply>"
    message = lax("ResponseMessage", head.replace("<Noun/>", "<Noun>MeterReadings</Noun>") + reply)

    assert desk.client.receive(message).kind is Kind.REPLY
    assert desk.client[ours].state is (State.FAILED if result == "FAILED" else State.PARTIAL)


def test_flags_that_say_neither_true_nor_false_count_as_absent(desk: Desk) -> None:
    head = "<Header><Verb>get</Verb><Noun>MeterReadings</Noun><AsyncReplyFlag>yes</AsyncReplyFlag></Header>"
    arrived = desk.server.receive(lax("RequestMessage", head))

    assert arrived.exchange is not None
    assert arrived.exchange.pattern == "synchronous"
    assert arrived.exchange.peer is None


@pytest.mark.parametrize("number", ["", "<operationId>first</operationId>"])
def test_operation_without_a_number_is_kept_and_saved(desk: Desk, number: str) -> None:
    head = "<Header><Verb>execute</Verb><Noun>OperationSet</Noun><MessageID>7</MessageID></Header>"
    operations = f"<OperationSet><Operation>{number}<noun>MeterConfig</noun></Operation></OperationSet>"
    arrived = desk.server.receive(lax("RequestMessage", f"{head}<Payload>{operations}</Payload>"))
    assert arrived.kind is Kind.REQUEST

    restored = cim.Exchanges.from_json(desk.server.to_json(), now=desk.clock)

    assert restored.to_json() == desk.server.to_json()
    assert len(restored.open) == 1
