"""The patterns of exchanges, each as both sides see it."""

from __future__ import annotations

from typing import Any

import pytest
from unit.exchange.desk import MINUTE, QUEUE, Desk

import cim61968_9 as cim
from cim61968_9.exchange import ArrivalKind as Kind, Direction, Pattern, State

BOTH_COMPLETED = (State.COMPLETED, State.COMPLETED)
BOTH_PARTIAL = (State.PARTIAL, State.PARTIAL)
BOTH_FAILED = (State.FAILED, State.FAILED)
BOTH_WAITING = (State.REPLY, State.REPLY)


# synchronous


def test_request_opens_an_exchange_on_both_sides(desk: Desk) -> None:
    request = desk.query()
    ours, theirs = desk.ask(request)

    assert (ours.direction, theirs.direction) == (Direction.OUT, Direction.IN)
    assert ours.pattern is theirs.pattern is Pattern.SYNCHRONOUS
    assert ours.correlation == theirs.correlation == ours.message_id == request.header.message_id
    assert (ours.peer, theirs.peer) == (None, "Northmoor-CIS")
    assert (ours.verb, ours.noun, ours.opened) == ("get", "MeterReadings", desk.clock())
    assert ours.awaits == theirs.awaits == "reply to get(MeterReadings)"
    assert desk.client.open == [ours]
    assert desk.server.open == [theirs]


@pytest.mark.parametrize(
    ("reply", "state"),
    [
        (Desk.found, State.COMPLETED),
        (Desk.missing, State.PARTIAL),
        (Desk.failed, State.FAILED),
    ],
)
def test_synchronous_exchange_ends_with_its_reply(desk: Desk, reply: Any, state: State) -> None:
    request = desk.query()
    exchanges = desk.ask(request)

    arrived = desk.answer(reply(desk, request), answers=exchanges[0])

    assert (arrived.kind, arrived.is_new) == (Kind.REPLY, True)
    assert desk.states(exchanges) == (state, state)
    for ended in (desk.client[exchanges[0]], desk.server[exchanges[1]]):
        assert (ended.replies, ended.ended, ended.deadline, ended.awaits) == (1, desk.clock(), None, None)
    assert desk.client.open == desk.server.open == []


def test_arrival_of_a_reply_says_what_the_reply_says(desk: Desk) -> None:
    request = desk.query()
    desk.ask(request)
    reply = desk.missing(request)

    arrived = desk.answer(reply)

    assert arrived.message is reply
    assert arrived.outcome is not None
    assert [str(one.code) for one in arrived.outcome.errors] == ["2.4"]
    assert arrived.exchange is not None
    assert arrived.exchange.with_errors


def test_reply_is_found_by_its_correlation_alone(desk: Desk) -> None:
    first, second = desk.query(), desk.query()
    exchanges = desk.ask(first)
    others = desk.ask(second)

    desk.answer(desk.found(second))

    assert desk.states(exchanges) == BOTH_WAITING
    assert desk.states(others) == BOTH_COMPLETED


@pytest.mark.parametrize(("correlation", "expected"), [("C-1", "C-1"), (None, "CIS-1"), ("", "CIS-1"), ("  ", "CIS-1")])
def test_correlation_is_that_of_the_request_else_its_message_id(
    desk: Desk, correlation: str | None, expected: str
) -> None:
    request = desk.query()
    request.header.correlation_id = correlation
    exchanges = desk.ask(request)

    assert [one.correlation for one in exchanges] == [expected, expected]
    assert desk.found(request).header.correlation_id == expected
    assert desk.answer(desk.found(request)).exchange == desk.client[exchanges[0]]


def test_correlation_with_spaces_around_it_is_found_when_repeated(desk: Desk) -> None:
    request = desk.query(correlation_id=" C-1 ")
    exchanges = desk.ask(request)

    assert desk.answer(desk.found(request)).kind is Kind.REPLY
    assert desk.states(exchanges) == BOTH_COMPLETED


def test_fault_on_the_connection_ends_the_exchange(desk: Desk) -> None:
    exchanges = ours, theirs = desk.ask(desk.query())
    fault = cim.fault("1.8")

    assert desk.server.send(fault, answers=theirs) == desk.server[theirs]
    arrived = desk.client.receive(fault, answers=ours)

    assert (arrived.kind, arrived.is_new) == (Kind.FAULT, True)
    assert arrived.outcome is not None
    assert desk.states(exchanges) == (State.FAULT, State.FAULT)
    assert (desk.client[ours].replies, desk.client[ours].with_errors) == (1, True)


def test_fault_for_what_could_not_be_read_belongs_to_no_exchange_of_the_server(desk: Desk) -> None:
    assert desk.server.send(cim.fault("1.8")) is None
    assert list(desk.server) == []


def test_several_replies_over_one_connection(desk: Desk) -> None:
    request = desk.query()
    exchanges = desk.ask(request)

    for _ in range(2):
        assert desk.answer(desk.found(request, more=True), answers=exchanges[0]).kind is Kind.REPLY
        assert desk.states(exchanges) == BOTH_WAITING
    desk.answer(desk.found(request, more=False), answers=exchanges[0])

    assert desk.states(exchanges) == BOTH_COMPLETED
    assert desk.client[exchanges[0]].replies == desk.server[exchanges[1]].replies == 3


def test_connection_can_be_named_by_id_or_by_any_state_of_the_exchange(desk: Desk) -> None:
    request = desk.query()
    ours, theirs = desk.ask(request)
    reply = desk.found(request)

    desk.server.send(reply, answers=theirs.id)
    assert desk.client.receive(reply, answers=ours.id).exchange == desk.client[ours] == desk.client[ours.id]


def test_request_without_identifiers_is_answered_on_its_connection(desk: Desk) -> None:
    request = desk.query()
    request.header.message_id = None
    exchanges = ours, theirs = desk.ask(request)
    assert ours.correlation is theirs.correlation is None
    reply = desk.found(request)
    assert reply.header.correlation_id is None

    desk.server.send(reply, answers=theirs)
    assert desk.client.receive(reply, answers=ours).kind is Kind.REPLY
    assert desk.states(exchanges) == BOTH_COMPLETED


@pytest.mark.parametrize("verb", ["cancel", "change", "close", "create", "delete"])
def test_every_transaction_is_a_request(desk: Desk, verb: str) -> None:
    build = getattr(cim, verb)
    content = cim.MeterConfig(meter=[])
    request = (
        build(content, sender=desk.cis)
        if verb in {"create", "change"}
        else build("MeterConfig", ids=["m-1"], sender=desk.cis)
    )
    exchanges = desk.ask(request)

    assert exchanges[0].awaits == f"reply to {verb}(MeterConfig)"
    desk.answer(desk.done(request))
    assert desk.states(exchanges) == BOTH_COMPLETED


def test_generic_messages_count_as_what_they_say(desk: Desk) -> None:
    asked = desk.query()
    request = cim.Message(header=asked.header, request=asked.request)
    exchanges = desk.ask(request)
    replied = desk.found(asked)
    reply = cim.Message(header=replied.header, reply=replied.reply, payload=replied.payload)

    assert desk.answer(reply).kind is Kind.REPLY
    assert desk.states(exchanges) == BOTH_COMPLETED
    event = desk.report()
    assert desk.client.receive(cim.Message(header=event.header, payload=event.payload)).kind is Kind.EVENT


# asynchronous


@pytest.mark.parametrize("code", [False, True])
def test_acknowledgement_comes_first_and_is_no_reply(desk: Desk, code: bool) -> None:
    request = desk.later()
    exchanges = ours, _ = desk.ask(request)
    assert ours.pattern is Pattern.ASYNCHRONOUS
    assert desk.states(exchanges) == (State.ACKNOWLEDGEMENT, State.ACKNOWLEDGEMENT)
    assert ours.awaits == "acknowledgement of get(MeterReadings)"

    arrived = desk.answer(desk.received(request, code=code), answers=ours)

    assert (arrived.kind, arrived.is_new) == (Kind.ACKNOWLEDGEMENT, True)
    assert desk.states(exchanges) == BOTH_WAITING
    assert desk.client[ours].replies == 0
    assert desk.client[ours].awaits == "reply to get(MeterReadings)"


def test_acknowledgement_by_code_is_known_after_replies_as_well(desk: Desk) -> None:
    request = desk.later()
    exchanges = desk.ask(request)
    desk.answer(desk.found(request, more=True))

    assert desk.answer(desk.received(request, code=True)).kind is Kind.ACKNOWLEDGEMENT
    assert desk.states(exchanges) == BOTH_WAITING
    assert desk.client[exchanges[0]].replies == 1


def test_acknowledgement_by_code_of_a_synchronous_request_keeps_it_open(desk: Desk) -> None:
    request = desk.query()
    exchanges = desk.ask(request)

    assert desk.answer(cim.reply(request, errors=["0.3"], sender=desk.hes, result="OK", ids=["t-1"])).kind is (
        Kind.ACKNOWLEDGEMENT
    )
    assert desk.states(exchanges) == BOTH_WAITING


def test_first_reply_may_be_the_result_already(desk: Desk) -> None:
    request = desk.later()
    exchanges = desk.ask(request)

    assert desk.answer(desk.found(request)).kind is Kind.REPLY
    assert desk.states(exchanges) == BOTH_COMPLETED


def test_first_reply_may_be_the_refusal_already(desk: Desk) -> None:
    request = desk.later()
    exchanges = desk.ask(request)

    assert desk.answer(desk.failed(request)).kind is Kind.REPLY
    assert desk.states(exchanges) == BOTH_FAILED


def test_first_reply_at_the_address_is_no_acknowledgement(desk: Desk) -> None:
    request = desk.control(reply_address=QUEUE)
    ours, _ = desk.ask(request)

    arrived = desk.client.receive(desk.done(request), at_address=True)

    assert arrived.kind is Kind.REPLY
    assert desk.client[ours].state is State.COMPLETED


def test_acknowledgement_by_code_is_one_at_the_address_as_well(desk: Desk) -> None:
    request = desk.later()
    ours, _ = desk.ask(request)

    assert desk.client.receive(desk.received(request, code=True), at_address=True).kind is Kind.ACKNOWLEDGEMENT
    assert desk.client[ours].state is State.REPLY


@pytest.mark.parametrize("told", [True, False])
def test_acknowledgement_on_the_connection_may_come_after_the_first_reply(desk: Desk, told: bool) -> None:
    request = desk.later()
    ours, _ = desk.ask(request)
    desk.client.receive(desk.found(request, more=True), at_address=told)

    arrived = desk.client.receive(desk.received(request), answers=ours)

    assert arrived.kind is Kind.ACKNOWLEDGEMENT
    assert desk.client[ours].state is State.REPLY
    assert desk.client[ours].replies == 1


@pytest.mark.parametrize("named", [True, False])
def test_last_reply_is_no_acknowledgement_where_the_server_names_the_exchange(desk: Desk, named: bool) -> None:
    """Another layer of the server has acknowledged, and its books were not told."""
    request = desk.later()
    _, theirs = desk.ask(request)
    desk.server.send(desk.found(request, more=True))

    desk.server.send(desk.done(request, more=False), answers=theirs if named else None)

    assert desk.server[theirs].state is State.COMPLETED


def test_asynchronous_request_may_be_answered_in_parts_on_its_connection(desk: Desk) -> None:
    request = desk.later()
    ours, _ = desk.ask(request)
    desk.client.receive(desk.found(request, more=True), answers=ours)

    assert desk.client.receive(desk.done(request, more=False), answers=ours).kind is Kind.REPLY
    assert desk.client[ours].state is State.COMPLETED


@pytest.mark.parametrize(
    ("last", "state"),
    [
        (lambda desk, request: desk.found(request, more=False), State.COMPLETED),
        (lambda desk, request: desk.found(request, more=False, last_as="0.2"), State.PARTIAL),
        (lambda desk, request: desk.missing(request, more=False), State.PARTIAL),
        (lambda desk, request: desk.failed(request, more=False, last_as="result"), State.FAILED),
        (lambda desk, request: desk.done(request, more=False), State.COMPLETED),
    ],
    ids=["OK", "0.2", "0.2 with errors", "FAILED", "OK without data"],
)
def test_asynchronous_exchange_ends_in_both_ways_of_the_standard(desk: Desk, last: Any, state: State) -> None:
    request = desk.later()
    exchanges = ours, theirs = desk.ask(request)
    desk.answer(desk.received(request))
    for part in (desk.found(request, more=True), desk.found(request, more=True)):
        assert desk.answer(part, at_address=True).kind is Kind.REPLY
        assert desk.states(exchanges) == BOTH_WAITING

    arrived = desk.answer(last(desk, request), at_address=True)

    assert (arrived.kind, arrived.is_new) == (Kind.REPLY, True)
    assert desk.states(exchanges) == (state, state)
    assert desk.client[ours].replies == desk.server[theirs].replies == 3


def test_partial_reply_that_does_not_say_whether_more_follows(desk: Desk) -> None:
    later, at_once = desk.later(), desk.query()
    asynchronous, synchronous = desk.ask(later), desk.ask(at_once)

    desk.answer(desk.missing(later))
    desk.answer(desk.missing(at_once))

    assert desk.states(asynchronous) == BOTH_WAITING
    assert desk.states(synchronous) == BOTH_PARTIAL


def test_errors_of_an_earlier_part_are_not_forgotten_by_a_last_ok(desk: Desk) -> None:
    request = desk.later()
    exchanges = desk.ask(request)
    desk.answer(desk.missing(request, more=True))
    desk.answer(desk.found(request, more=False))

    assert desk.states(exchanges) == BOTH_PARTIAL


def test_failure_ends_the_exchange_even_beside_the_code_of_an_acknowledgement(desk: Desk) -> None:
    request = desk.later()
    ours, _ = desk.ask(request)

    errors = [cim.reply_error("0.3"), cim.reply_error("5.3")]
    arrived = desk.client.receive(cim.reply(request, errors=errors, sender=desk.hes))

    assert arrived.kind is Kind.REPLY
    assert desk.client[ours].state is State.FAILED


# one-way


def test_one_way_request_awaits_nothing(desk: Desk) -> None:
    request = desk.control(ack_required=False, reply_address=None)
    exchanges = ours, theirs = desk.ask(request)

    assert ours.pattern is theirs.pattern is Pattern.ONE_WAY
    assert desk.states(exchanges) == BOTH_COMPLETED
    assert ours.awaits is theirs.awaits is None
    assert (ours.ended, ours.deadline) == (desk.clock(), None)
    assert desk.client.open == desk.server.open == []


def test_one_way_request_is_to_be_processed(desk: Desk) -> None:
    arrived = desk.server.receive(desk.control(ack_required=False))
    assert (arrived.kind, arrived.is_new) == (Kind.REQUEST, True)


def test_events_that_a_one_way_request_causes_are_its_own(desk: Desk) -> None:
    request = desk.control(ack_required=False)
    ours, theirs = desk.ask(request)

    assert desk.answer(desk.report(request)).exchange == desk.client[ours]
    assert desk.client[ours].events == desk.server[theirs].events == 1


# events


def test_event_opens_no_exchange(desk: Desk) -> None:
    event = desk.report()

    assert desk.server.send(event) is None
    arrived = desk.client.receive(event)

    assert (arrived.kind, arrived.is_new, arrived.exchange) == (Kind.EVENT, True, None)
    assert len(desk.client) == len(desk.server) == 0


@pytest.mark.parametrize(
    ("confirm", "state"),
    [(Desk.done, State.COMPLETED), (Desk.failed, State.FAILED)],
)
def test_event_whose_delivery_is_confirmed_awaits_a_response(desk: Desk, confirm: Any, state: State) -> None:
    event = desk.report()
    exchange = desk.server.send(event, confirmed=True)
    assert exchange is not None
    assert (exchange.pattern, exchange.awaits) == (Pattern.EVENT, "reply to created(EndDeviceEvents)")
    assert desk.client.receive(event).kind is Kind.EVENT

    arrived = desk.server.receive(confirm(desk, event, source="Northmoor-CIS"))

    assert arrived.kind is Kind.REPLY
    assert desk.server[exchange].state is state


@pytest.mark.parametrize("told", [True, False])
def test_caused_event_can_be_confirmed_as_well(desk: Desk, told: bool) -> None:
    request = desk.control()
    _, cause = desk.ask(request)
    event = desk.report(request)

    exchange = desk.server.send(event, confirmed=True)

    assert exchange is not None
    assert exchange.parent == cause.id
    assert desk.server[cause].events == 1
    reply = desk.done(event, source="Northmoor-CIS")
    arrived = desk.server.receive(reply, answers=exchange if told else None)
    assert (arrived.kind, arrived.exchange) == (Kind.REPLY, desk.server[exchange])
    assert desk.server[exchange].state is State.COMPLETED
    assert desk.server[cause].is_open


def test_confirmation_of_one_of_two_events_needs_the_connection(desk: Desk) -> None:
    request = desk.control()
    desk.ask(request)
    events = [desk.report(request), desk.report(request)]
    first, second = (desk.server.send(event, confirmed=True) for event in events)
    assert first is not None
    assert second is not None
    reply = desk.done(events[1], source="Northmoor-CIS")

    assert desk.server.receive(reply).kind is Kind.UNCORRELATED
    assert desk.server.receive(reply, answers=second).exchange == desk.server[second]
    assert desk.server[first].is_open


@pytest.mark.parametrize("caused", [True, False])
def test_event_that_wants_a_response_is_owed_one(desk: Desk, caused: bool) -> None:
    request = desk.control()
    ours, _ = desk.ask(request)
    event = desk.report(request if caused else None)
    desk.server.send(event, confirmed=True)

    arrived = desk.client.receive(event, confirmed=True)

    assert arrived.kind is Kind.EVENT
    assert arrived.exchange == (desk.client[ours] if caused else None)
    (owed,) = (one for one in desk.client.open if one.direction is Direction.IN)
    assert (owed.pattern, owed.peer) == (Pattern.EVENT, "Northmoor-HES")
    assert owed.awaits == "reply to created(EndDeviceEvents)"
    assert desk.client.receive(event, confirmed=True).kind is Kind.DUPLICATE
    reply = desk.done(event, source="Northmoor-CIS")
    assert desk.client.send(reply) == desk.client[owed]
    assert desk.server.receive(reply).kind is Kind.REPLY
    assert desk.client[owed].state is State.COMPLETED
    assert [one.id for one in desk.client.open] == [ours.id]


# events caused by a request


def test_events_end_the_exchange_when_all_have_come(desk: Desk) -> None:
    request = desk.control("NM-E-0041871", "NM-E-0041873")
    exchanges = ours, theirs = desk.ask(request, expect_events=2)

    desk.answer(desk.done(request))
    assert desk.states(exchanges) == (State.EVENTS, State.COMPLETED)
    assert desk.client[ours].awaits == "2 more events caused by create(EndDeviceControls)"

    arrived = desk.answer(desk.report(request))
    assert (arrived.kind, arrived.exchange) == (Kind.EVENT, desk.client[ours])
    assert desk.client[ours].awaits == "1 more events caused by create(EndDeviceControls)"
    desk.answer(desk.report(request))

    assert desk.states(exchanges) == BOTH_COMPLETED
    assert desk.client[ours].events == desk.server[theirs].events == 2
    assert desk.client[ours].ended == desk.clock()


def test_events_may_come_before_the_reply(desk: Desk) -> None:
    request = desk.control()
    exchanges = desk.ask(request, expect_events=1)

    assert desk.answer(desk.report(request)).kind is Kind.EVENT
    assert desk.states(exchanges) == BOTH_WAITING
    desk.answer(desk.done(request))

    assert desk.states(exchanges) == BOTH_COMPLETED


def test_events_before_the_acknowledgement_change_nothing_of_it(desk: Desk) -> None:
    request = desk.control(reply_address=QUEUE)
    exchanges = desk.ask(request, expect_events=2)

    desk.answer(desk.report(request))
    assert desk.answer(desk.received(request)).kind is Kind.ACKNOWLEDGEMENT
    assert desk.states(exchanges) == BOTH_WAITING


def test_more_events_than_expected_are_counted_and_open_nothing(desk: Desk) -> None:
    request = desk.control()
    exchanges = ours, _ = desk.ask(request, expect_events=1)
    desk.answer(desk.done(request))
    for count in (1, 2, 3):
        assert desk.answer(desk.report(request)).kind is Kind.EVENT
        assert desk.client[ours].events == count
        assert desk.states(exchanges) == BOTH_COMPLETED


def test_events_after_a_failure_end_nothing_anew(desk: Desk) -> None:
    request = desk.control()
    exchanges = desk.ask(request, expect_events=1)
    desk.answer(desk.failed(request))
    desk.clock.go_on(MINUTE)
    desk.answer(desk.report(request))

    assert desk.states(exchanges) == BOTH_FAILED
    assert desk.client[exchanges[0]].ended == desk.clock() - MINUTE


def test_partial_reply_is_remembered_while_events_come(desk: Desk) -> None:
    request = desk.control("NM-E-0041871", "NM-E-0041873")
    ours, _ = desk.ask(request, expect_events=1)
    desk.answer(desk.done(request, errors=[cim.reply_error("2.4", meter="NM-E-0041873")], result="PARTIAL"))
    assert desk.client[ours].state is State.EVENTS
    desk.answer(desk.report(request))

    assert desk.client[ours].state is State.PARTIAL


def test_events_of_a_schedule_belong_to_it_for_weeks(desk: Desk) -> None:
    schedule = cim.create(cim.MeterReadSchedule(), sender=desk.cis)
    ours, _ = desk.ask(schedule, keep=True)
    desk.answer(desk.done(schedule))
    for day in range(1, 29):
        desk.clock.go_on(1440 * MINUTE)
        readings = cim.event("created", cim.MeterReadings(), caused_by=schedule, sender=desk.hes)
        arrived = desk.client.receive(readings)
        assert (arrived.kind, arrived.exchange) == (Kind.EVENT, desk.client[ours])
        assert desk.client[ours].events == day

    assert desk.client[ours].state is State.COMPLETED
    desk.client.forget(ours)
    assert len(desk.client) == 0
    readings = cim.event("created", cim.MeterReadings(), caused_by=schedule, sender=desk.hes)
    assert desk.client.receive(readings).exchange is None


def test_events_of_a_schedule_count_even_after_a_silence_too_long(desk: Desk) -> None:
    schedule = cim.create(cim.MeterReadSchedule(), sender=desk.cis)
    ours, _ = desk.ask(schedule, keep=True)
    desk.clock.go_on(6 * MINUTE)

    arrived = desk.client.receive(desk.report(schedule))

    assert (arrived.kind, arrived.exchange) == (Kind.EVENT, desk.client[ours])
    assert (desk.client[ours].state, desk.client[ours].events) == (State.TIMED_OUT, 1)


# callback


def test_callback_is_two_pairs_of_messages_with_one_correlation(desk: Desk) -> None:
    request = desk.control()
    exchanges = ours, theirs = desk.ask(request, callback=True)
    assert (ours.pattern, theirs.pattern) == (Pattern.CALLBACK, Pattern.SYNCHRONOUS)
    assert ours.awaits == "acknowledgement of create(EndDeviceControls)"

    assert desk.answer(desk.done(request)).kind is Kind.ACKNOWLEDGEMENT
    assert desk.client[ours].awaits == "callback for create(EndDeviceControls)"
    assert desk.states(exchanges) == (State.CALLBACK, State.COMPLETED)

    back = cim.change(cim.EndDeviceControls(), correlation_id=ours.correlation, sender=desk.hes)
    calling = desk.server.send(back)
    assert calling is not None
    assert calling.parent == theirs.id
    called = desk.client.receive(back)
    assert (called.kind, called.is_new) == (Kind.CALLBACK, True)
    assert called.exchange is not None
    assert called.exchange.parent == ours.id
    assert desk.client[ours].state is State.COMPLETED
    assert desk.client.open == [called.exchange]

    thanks = cim.reply(back, sender=desk.cis)
    desk.client.send(thanks)
    assert desk.server.receive(thanks).kind is Kind.REPLY
    assert desk.server[calling].state is desk.client[called.exchange].state is State.COMPLETED
    assert desk.client.open == desk.server.open == []


@pytest.mark.parametrize(
    ("errors", "state"), [((), State.COMPLETED), ([cim.reply_error("2.4", meter="NM-E-0041873")], State.PARTIAL)]
)
def test_callback_ends_the_exchange_as_its_answer_said(desk: Desk, errors: Any, state: State) -> None:
    request = desk.query()
    ours, _ = desk.ask(request, callback=True)
    desk.answer(cim.reply(request, cim.MeterReadings(), errors=errors, sender=desk.hes))
    assert desk.client[ours].state is State.CALLBACK

    desk.client.receive(cim.create(cim.MeterReadings(), correlation_id=ours.correlation, sender=desk.hes))

    assert desk.client[ours].state is state


def test_callback_that_is_refused_is_over(desk: Desk) -> None:
    request = desk.query()
    exchanges = desk.ask(request, callback=True)
    desk.answer(desk.failed(request))

    assert desk.states(exchanges) == BOTH_FAILED


def test_callback_may_come_before_the_answer(desk: Desk) -> None:
    request = desk.query()
    ours, _ = desk.ask(request, callback=True)
    back = cim.create(cim.MeterReadings(), correlation_id=ours.correlation, sender=desk.hes)

    assert desk.client.receive(back).kind is Kind.CALLBACK
    assert desk.client[ours].state is State.COMPLETED
    assert desk.client.receive(desk.found(request)).kind is Kind.LATE


def test_callback_is_known_where_none_was_announced(desk: Desk) -> None:
    request = desk.query()
    ours, _ = desk.ask(request)

    called = desk.client.receive(cim.create(cim.MeterReadings(), correlation_id=ours.correlation, sender=desk.hes))

    assert called.kind is Kind.CALLBACK
    assert called.exchange is not None
    assert called.exchange.parent == ours.id
    assert desk.client[ours].state is State.REPLY


@pytest.mark.parametrize("make", [Desk.query, Desk.later])
def test_request_that_only_happens_to_have_our_number_is_no_callback(desk: Desk, make: Any) -> None:
    ours = desk.client.send(desk.query(message_id="7"), callback=True)
    assert ours is not None

    arrived = desk.client.receive(make(desk, message_id="7", source="Northmoor-HES"))

    assert arrived.kind is Kind.REQUEST
    assert arrived.exchange is not None
    assert arrived.exchange.parent is None
    assert desk.client[ours].is_open


@pytest.mark.parametrize("make", [Desk.query, Desk.later])
def test_request_of_ours_that_only_happens_to_have_their_number_calls_nobody_back(desk: Desk, make: Any) -> None:
    desk.server.receive(desk.query(message_id="7"))
    ours = desk.server.send(make(desk, message_id="7", source="Northmoor-HES"))

    assert ours is not None
    assert ours.parent is None


# operation sets


def test_one_reply_for_the_whole_set(desk: Desk) -> None:
    request = desk.bulk()
    exchanges = ours, theirs = desk.ask(request)
    assert ours.operations == theirs.operations == {1: "open", 2: "open", 3: "open"}

    desk.answer(cim.reply_operations(request, sender=desk.hes))

    assert desk.states(exchanges) == BOTH_COMPLETED
    assert desk.client[ours].operations == desk.server[theirs].operations == {1: "done", 2: "done", 3: "done"}


@pytest.mark.parametrize(
    ("all_or_nothing", "failures", "state", "operations"),
    [
        (False, {2: "2.4"}, State.PARTIAL, {1: "done", 2: "failed", 3: "done"}),
        (False, {1: "2.12", 2: "2.4", 3: "2.4"}, State.FAILED, {1: "failed", 2: "failed", 3: "failed"}),
        (True, {2: "2.4"}, State.FAILED, {1: "failed", 2: "failed", 3: "failed"}),
    ],
    ids=["some failed", "all failed", "all undone"],
)
def test_errors_of_a_set_name_their_operations(
    desk: Desk, all_or_nothing: bool, failures: Any, state: State, operations: dict[int, str]
) -> None:
    request = desk.bulk(all_or_nothing=all_or_nothing)
    exchanges = ours, theirs = desk.ask(request)
    reply = cim.reply_operations(request, failures, sender=desk.hes)
    named = {error.operation_id: error.code for error in reply.reply.error}
    assert named == ({1: "5.9", 2: "2.4", 3: "5.9"} if all_or_nothing else failures)

    desk.answer(reply)

    assert desk.states(exchanges) == (state, state)
    assert desk.client[ours].operations == desk.server[theirs].operations == operations


@pytest.mark.parametrize("ends", [("done",) * 3, ("failed",) * 3, ("done", "failed", "done")])
@pytest.mark.parametrize("order", [(1, 2, 3), (3, 1, 2)])
def test_reply_for_each_operation(desk: Desk, ends: tuple[str, ...], order: tuple[int, ...]) -> None:
    request = desk.bulk()
    exchanges = ours, theirs = desk.ask(request)
    expected: dict[int, str] = dict.fromkeys((1, 2, 3), "open")

    for number in order:
        assert desk.states(exchanges) == BOTH_WAITING
        errors = ["5.3"] if ends[number - 1] == "failed" else []
        arrived = desk.answer(cim.reply(request, errors=errors, operation_id=number, sender=desk.hes))
        expected[number] = ends[number - 1]
        assert arrived.kind is Kind.REPLY
        assert desk.client[ours].operations == desk.server[theirs].operations == expected

    state = {1: State.COMPLETED, 2: State.PARTIAL}[len(set(ends))] if "done" in ends else State.FAILED
    assert desk.states(exchanges) == (state, state)
    assert desk.client[ours].replies == 3


def test_asynchronous_set_is_acknowledged_and_answered_by_operation(desk: Desk) -> None:
    request = desk.bulk(reply_address=QUEUE)
    exchanges = desk.ask(request)
    assert desk.answer(desk.received(request)).kind is Kind.ACKNOWLEDGEMENT
    for number in (1, 2, 3):
        assert desk.answer(desk.done(request, operation_id=number), at_address=True).kind is Kind.REPLY

    assert desk.states(exchanges) == BOTH_COMPLETED


def test_reply_about_an_operation_is_no_acknowledgement(desk: Desk) -> None:
    request = desk.bulk(reply_address=QUEUE)
    ours, _ = desk.ask(request)

    assert desk.answer(desk.done(request, operation_id=1)).kind is Kind.REPLY
    assert desk.client[ours].operations == {1: "done", 2: "open", 3: "open"}


def test_last_reply_about_the_set_ends_what_is_open(desk: Desk) -> None:
    request = desk.bulk()
    exchanges = ours, _ = desk.ask(request)
    desk.answer(cim.reply(request, errors=["5.3"], operation_id=2, sender=desk.hes))
    desk.answer(desk.done(request))

    assert desk.states(exchanges) == BOTH_PARTIAL
    assert desk.client[ours].operations == {1: "done", 2: "failed", 3: "done"}


def test_code_of_the_last_part_ends_a_set_with_operations_nobody_spoke_of(desk: Desk) -> None:
    request = desk.bulk()
    exchanges = ours, _ = desk.ask(request)
    desk.answer(desk.done(request, operation_id=1, more=False, last_as="0.2"))

    assert desk.states(exchanges) == BOTH_PARTIAL
    assert desk.client[ours].operations[1] == "done"


def test_error_about_another_operation_fails_only_that_one(desk: Desk) -> None:
    request = desk.bulk()
    ours, _ = desk.ask(request)
    error = cim.reply_error("2.4", operation_id=2)
    desk.answer(cim.reply(request, errors=[error], operation_id=1, more=True, sender=desk.hes))

    assert desk.client[ours].operations == {1: "done", 2: "failed", 3: "open"}


def test_compressed_set_is_followed_by_operation_as_well(desk: Desk) -> None:
    request = desk.bulk(compress_above=0)
    assert request.payload is not None
    assert request.payload.compressed
    exchanges = desk.ask(request)

    desk.answer(desk.done(request, operation_id=1))
    assert desk.states(exchanges) == BOTH_WAITING
    desk.answer(desk.done(request, operation_id=2))
    desk.answer(desk.done(request, operation_id=3))

    assert desk.states(exchanges) == BOTH_COMPLETED


def test_executed_event_belongs_to_the_set_that_caused_it(desk: Desk) -> None:
    request = desk.bulk()
    ours, _ = desk.ask(request, expect_events=1)
    desk.answer(desk.done(request))
    event = cim.event("executed", caused_by=request, sender=desk.hes)

    assert desk.answer(event).exchange == desk.client[ours]
    assert desk.client[ours].state is State.COMPLETED


# books as such


def test_books_say_what_they_hold(desk: Desk) -> None:
    request = desk.query()
    ours, _ = desk.ask(request)
    other, _ = desk.ask(desk.query())
    desk.answer(desk.found(request))

    assert repr(desk.client) == "<Exchanges: 1 open, 2 known>"
    assert [one.id for one in desk.client] == [ours.id, other.id] == ["out-1", "out-2"]
    assert desk.client.open == [other]
    assert str(desk.client[ours]) == "exchange out-1, synchronous get(MeterReadings): completed"


def test_exchange_is_a_value_that_stays_as_it_was(desk: Desk) -> None:
    request = desk.query()
    ours, _ = desk.ask(request)
    desk.answer(desk.found(request))

    assert ours.is_open
    assert not desk.client[ours].is_open


def test_unknown_exchange_is_a_key_error(desk: Desk) -> None:
    with pytest.raises(KeyError, match="out-9"):
        desk.client["out-9"]


def test_forgotten_exchange_leaves_nothing_to_match(desk: Desk) -> None:
    request = desk.query()
    ours, _ = desk.ask(request)
    desk.client.forget(ours)
    desk.client.forget(ours)

    assert (len(desk.client), desk.client.next_deadline) == (0, None)
    assert desk.client.receive(desk.found(request)).kind is Kind.UNCORRELATED
