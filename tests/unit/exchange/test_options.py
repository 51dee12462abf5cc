"""What the caller may tell the books, at the edges."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from unit.exchange.desk import DAY, MINUTE, Desk

import cim61968_9 as cim
from cim61968_9.exchange import ArrivalKind as Kind, Pattern, State


def test_request_with_the_verb_of_an_event_is_refused_on_both_sides(desk: Desk) -> None:
    request = desk.query()
    request.header.verb = cim.Verb.created

    with pytest.raises(cim.LocalProtocolError, match="found a RequestMessage with the verb 'created'; expected get"):
        desk.client.send(request)
    with pytest.raises(cim.RemoteProtocolError, match="found a RequestMessage with the verb 'created'; expected get"):
        desk.server.receive(request)
    assert (len(desk.client), len(desk.server)) == (0, 0)


def test_general_message_with_a_verb_of_no_kind_is_refused(desk: Desk) -> None:
    message = cim.Message(header=cim.Header(verb=cim.Verb("show"), noun="MeterReadings"))

    with pytest.raises(cim.RemoteProtocolError, match="found a Message with the verb 'show'"):
        desk.client.receive(message)


def test_event_counts_for_the_request_that_the_sender_names(desk: Desk) -> None:
    """Two peers may have chosen the same number."""
    first = desk.server.receive(desk.control(message_id="7")).exchange
    second = desk.server.receive(desk.control(message_id="7", source="Northmoor-LMS")).exchange
    assert first is not None
    assert second is not None

    desk.server.send(desk.report(correlation_id="7"), answers=second)

    assert (desk.server[first].events, desk.server[second].events) == (0, 1)


def test_arrival_says_in_which_exchange_an_answer_is_owed(desk: Desk) -> None:
    asked = desk.server.receive(desk.query())
    assert asked.owed == asked.exchange

    told = [desk.client.receive(desk.report(), confirmed=True).owed for _ in range(2)]

    assert [one.pattern for one in told if one] == [Pattern.EVENT] * 2
    assert desk.client.receive(desk.report()).owed is None


def test_event_of_a_request_of_ours_that_is_to_be_confirmed_has_both(desk: Desk) -> None:
    request = desk.control()
    ours, _ = desk.ask(request)
    event = desk.report(request)
    desk.server.send(event, confirmed=True)

    arrived = desk.client.receive(event, confirmed=True)

    assert arrived.exchange == desk.client[ours]
    assert arrived.owed is not None
    assert arrived.owed.parent == ours.id
    desk.client.send(cim.reply(event, sender=desk.cis), answers=arrived.owed)
    assert desk.client[arrived.owed].state is State.COMPLETED


def test_one_way_request_may_cause_events(desk: Desk) -> None:
    request = desk.control(ack_required=False)
    ours, theirs = desk.ask(request, expect_events=1)
    assert (ours.state, theirs.state) == (State.EVENTS, State.COMPLETED)

    desk.answer(desk.report(request))

    assert desk.client[ours].state is State.COMPLETED


def test_events_may_follow_a_callback(desk: Desk) -> None:
    request = desk.control()
    ours, _ = desk.ask(request, callback=True, expect_events=1)
    desk.answer(desk.done(request))
    call = cim.create(cim.MeterReadings(), correlation_id=ours.correlation, sender=desk.hes)
    assert desk.client.receive(call).kind is Kind.CALLBACK
    assert desk.client[ours].state is State.EVENTS

    desk.answer(desk.report(request))

    assert desk.client[ours].state is State.COMPLETED


@pytest.mark.parametrize(
    ("length", "is_open", "has_deadline"),
    [(dt.timedelta(0), False, False), (MINUTE, True, True), (dt.timedelta.max, True, False)],
)
def test_length_of_a_time_out_is_taken_as_it_is(
    desk: Desk, length: dt.timedelta, is_open: bool, has_deadline: bool
) -> None:
    ours = desk.client.send(desk.query(), timeout=length)
    assert ours is not None
    desk.client.expire()

    assert desk.client[ours].is_open is is_open
    assert (desk.client.next_deadline is not None) is has_deadline


def test_request_that_was_forgotten_may_be_sent_anew(desk: Desk) -> None:
    request = desk.query()
    ours = desk.client.send(request)
    assert ours is not None
    desk.client.forget(ours)

    again = desk.client.send(request)

    assert again is not None
    assert again.is_open
    assert again.id != ours.id


def test_event_that_is_sent_again_belongs_to_no_exchange_as_before(desk: Desk) -> None:
    event = desk.report()
    assert desk.server.send(event) is None
    assert desk.server.send(event) is None
    assert len(desk.server) == 0


def test_time_outs_that_nobody_asks_for_are_forgotten_with_the_rest(desk: Desk) -> None:
    desk.client.send(desk.query())
    desk.clock.go_on(10 * MINUTE)
    desk.client.receive(desk.report())
    assert [one.state for one in desk.client] == [State.TIMED_OUT]

    desk.clock.go_on(2 * DAY)

    assert desk.client.expire() == []
    assert list(desk.client) == []


@pytest.mark.parametrize("saved", [True, False])
def test_time_outs_are_handed_out_once_after_a_restart_too(desk: Desk, saved: bool) -> None:
    ours = desk.client.send(desk.query())
    assert ours is not None
    desk.clock.go_on(10 * MINUTE)
    desk.client.receive(desk.report())
    books: Any = cim.Exchanges.from_json(desk.client.to_json(), now=desk.clock) if saved else desk.client

    assert [one.id for one in books.expire()] == [ours.id]
    assert books.expire() == []
