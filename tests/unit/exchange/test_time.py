"""Deadlines, what moves them, how long what has ended is remembered, and that many exchanges do not slow each other."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from typing import Any

import pytest
from unit.exchange.desk import DAY, MINUTE, QUEUE, START, Clock, Desk

import cim61968_9 as cim
from cim61968_9.exchange import ArrivalKind as Kind, State

TICK = dt.timedelta(microseconds=1)
SECOND = dt.timedelta(seconds=1)


def ids(exchanges: list[cim.Exchange]) -> list[str]:
    return [one.id for one in exchanges]


# deadlines


def test_exchange_of_ours_is_due_after_the_time_out(desk: Desk) -> None:
    ours, theirs = desk.ask(desk.query())

    assert (ours.timeout, ours.deadline) == (5 * MINUTE, START + 5 * MINUTE)
    assert (theirs.timeout, theirs.deadline) == (None, None)
    assert desk.client.next_deadline == ours.deadline
    assert desk.server.next_deadline is None


@pytest.mark.parametrize(
    ("length", "state"),
    [(5 * MINUTE - TICK, State.REPLY), (5 * MINUTE, State.TIMED_OUT), (5 * MINUTE + TICK, State.TIMED_OUT)],
)
def test_exchange_times_out_at_its_deadline_exactly(desk: Desk, length: dt.timedelta, state: State) -> None:
    ours, _ = desk.ask(desk.query())
    desk.clock.go_on(length)

    found = desk.client.expire()

    assert desk.client[ours].state is state
    assert found == ([desk.client[ours]] if state is State.TIMED_OUT else [])
    assert desk.client[ours].is_open == (state is State.REPLY)


@pytest.mark.parametrize("early", [True, False])
def test_reply_counts_until_just_before_the_deadline(desk: Desk, early: bool) -> None:
    request = desk.query()
    ours, _ = desk.ask(request)
    desk.clock.go_on(5 * MINUTE - (TICK if early else TICK * 0))

    arrived = desk.client.receive(desk.found(request))

    assert arrived.kind is (Kind.REPLY if early else Kind.LATE)
    assert desk.client[ours].state is (State.COMPLETED if early else State.TIMED_OUT)


def test_exchange_that_timed_out_awaits_nothing(desk: Desk) -> None:
    ours, _ = desk.ask(desk.query())
    desk.clock.go_on(7 * MINUTE)
    desk.client.expire()

    found = desk.client[ours]
    assert (found.awaits, found.deadline, found.ended) == (None, None, desk.clock())
    assert (desk.client.next_deadline, desk.client.open) == (None, [])


def test_expire_hands_out_each_exchange_once(desk: Desk) -> None:
    first, _ = desk.ask(desk.query())
    desk.clock.go_on(MINUTE)
    second, _ = desk.ask(desk.query())

    assert desk.client.expire() == []
    desk.clock.go_on(4 * MINUTE)
    assert ids(desk.client.expire()) == [first.id]
    assert desk.client.expire() == []
    desk.clock.go_on(MINUTE)
    assert ids(desk.client.expire()) == [second.id]
    desk.clock.go_on(10 * MINUTE)
    assert desk.client.expire() == []


@pytest.mark.parametrize(
    "use",
    [
        lambda desk: desk.client.send(desk.query()),
        lambda desk: desk.client.receive(desk.report()),
        lambda desk: desk.client.receive(desk.found(desk.query())),
    ],
    ids=["send", "receive", "uncorrelated"],
)
def test_what_timed_out_meanwhile_is_handed_out_later(desk: Desk, use: Callable[[Desk], Any]) -> None:
    ours, _ = desk.ask(desk.query())
    desk.clock.go_on(6 * MINUTE)
    use(desk)

    assert desk.client[ours].state is State.TIMED_OUT
    assert ids(desk.client.expire()) == [ours.id]
    assert desk.client.expire() == []


def test_what_was_forgotten_is_not_handed_out(desk: Desk) -> None:
    ours, _ = desk.ask(desk.query())
    desk.client.forget(ours)
    desk.clock.go_on(6 * MINUTE)

    assert desk.client.expire() == []


def test_next_deadline_is_the_earliest_of_those_that_hold(desk: Desk) -> None:
    assert desk.client.next_deadline is None
    slow = desk.client.send(desk.query(), timeout=9 * MINUTE)
    request = desk.query()
    desk.client.send(request, timeout=3 * MINUTE)
    middle = desk.client.send(desk.query())
    assert slow is not None
    assert middle is not None

    assert desk.client.next_deadline == START + 3 * MINUTE
    desk.client.receive(desk.found(request))
    assert desk.client.next_deadline == START + 5 * MINUTE
    desk.client.forget(middle)
    assert desk.client.next_deadline == START + 9 * MINUTE
    desk.clock.go_on(9 * MINUTE)
    assert ids(desk.client.expire()) == [slow.id]
    assert desk.client.next_deadline is None


def test_time_out_without_end() -> None:
    desk = Desk(timeout=None)
    ours, _ = desk.ask(desk.query())
    timed = desk.client.send(desk.query(), timeout=MINUTE)
    assert timed is not None
    desk.clock.go_on(1000 * DAY)

    assert (ours.timeout, ours.deadline) == (None, None)
    assert ids(desk.client.expire()) == [timed.id]
    assert ids(desk.client.open) == [ours.id]


def test_answer_that_we_owe_is_due_when_the_books_say_so(desk: Desk) -> None:
    server = cim.Exchanges(answer_within=2 * MINUTE, now=desk.clock)
    request = desk.later()
    theirs = server.receive(request).exchange
    assert theirs is not None
    assert theirs.deadline == server.next_deadline == START + 2 * MINUTE

    desk.clock.go_on(MINUTE)
    server.send(desk.received(request))
    assert server.next_deadline == START + 3 * MINUTE
    desk.clock.go_on(2 * MINUTE)
    assert server.expire() == [server[theirs]]
    assert server[theirs].state is State.TIMED_OUT
    with pytest.raises(cim.LocalProtocolError, match="timed out: it has ended"):
        server.send(desk.found(request))


def test_confirmation_of_an_event_is_due_like_a_reply(desk: Desk) -> None:
    exchange = desk.client.send(desk.report(), confirmed=True)
    assert exchange is not None
    assert exchange.deadline == START + 5 * MINUTE
    shorter = desk.client.send(desk.report(), confirmed=True, timeout=MINUTE)
    assert shorter is not None
    desk.clock.go_on(MINUTE)

    assert ids(desk.client.expire()) == [shorter.id]


def test_one_way_request_is_never_due(desk: Desk) -> None:
    desk.client.send(desk.control(ack_required=False), timeout=MINUTE)
    assert desk.client.next_deadline is None
    desk.clock.go_on(MINUTE)
    assert desk.client.expire() == []


@pytest.mark.parametrize(
    "progress",
    [
        lambda desk, request: desk.client.receive(desk.received(request)),
        lambda desk, request: desk.client.receive(desk.received(request, code=True)),
        lambda desk, request: desk.client.receive(desk.found(request, more=True)),
        lambda desk, request: desk.client.receive(desk.found(request)),
        lambda desk, request: desk.client.receive(desk.report(request)),
        lambda desk, request: desk.client.send(request),
    ],
    ids=["acknowledgement", "by code", "part", "events left", "event", "sent again"],
)
def test_progress_renews_the_deadline(desk: Desk, progress: Callable[[Desk, Any], Any]) -> None:
    request = desk.later()
    ours, _ = desk.ask(request, expect_events=2)
    desk.clock.go_on(4 * MINUTE)
    progress(desk, request)

    assert desk.client[ours].deadline == desk.client.next_deadline == START + 9 * MINUTE
    desk.clock.go_on(4 * MINUTE)
    assert desk.client.expire() == []
    desk.clock.go_on(MINUTE)
    assert ids(desk.client.expire()) == [ours.id]


def test_time_out_of_one_exchange_bounds_each_of_its_silences(desk: Desk) -> None:
    request = desk.later()
    ours = desk.client.send(request, timeout=60 * MINUTE)
    assert ours is not None
    for _ in range(5):
        desk.clock.go_on(59 * MINUTE)
        assert desk.client.receive(desk.found(request, more=True)).kind is Kind.REPLY
    assert desk.client[ours].deadline == desk.clock() + 60 * MINUTE


@pytest.mark.parametrize("place", range(3))
def test_other_messages_do_not_renew_the_deadline(desk: Desk, place: int) -> None:
    request = desk.later()
    ours, _ = desk.ask(request)
    desk.client.receive(part := desk.found(request, more=True))
    message = [part, desk.report(), desk.found(desk.query())][place]
    desk.clock.go_on(MINUTE)
    desk.client.receive(message)

    assert desk.client[ours].deadline == START + 5 * MINUTE


def test_silence_after_the_answer_is_bounded_until_the_callback(desk: Desk) -> None:
    request = desk.control()
    ours, _ = desk.ask(request, callback=True)
    desk.clock.go_on(MINUTE)
    desk.answer(desk.done(request))

    assert desk.client[ours].deadline == START + 6 * MINUTE
    desk.clock.go_on(5 * MINUTE)
    desk.client.expire()
    back = cim.create(cim.EndDeviceControls(), correlation_id=ours.correlation, sender=desk.hes)
    assert desk.client.receive(back).kind is Kind.CALLBACK
    assert desk.client[ours].state is State.TIMED_OUT


def test_clock_that_is_set_back_ends_nothing(desk: Desk) -> None:
    request = desk.query()
    ours, _ = desk.ask(request)
    desk.clock.go_on(-60 * MINUTE)

    assert desk.client.expire() == []
    assert desk.client.receive(desk.found(request)).kind is Kind.REPLY
    assert desk.client[ours].ended == START - 60 * MINUTE


# memory


@pytest.mark.parametrize("length", [DAY, 10 * MINUTE])
def test_what_has_ended_is_remembered_for_a_while(length: dt.timedelta) -> None:
    desk = Desk(remember=length)
    request = desk.query()
    ours, _ = desk.ask(request)
    desk.clock.go_on(MINUTE)
    desk.client.receive(desk.found(request))
    desk.clock.go_on(length)

    assert desk.client.receive(desk.found(request)).kind is Kind.LATE
    desk.clock.go_on(TICK)
    assert desk.client.receive(desk.found(request)).kind is Kind.UNCORRELATED
    assert len(desk.client) == 0
    with pytest.raises(KeyError, match="out-1"):
        desk.client[ours]


def test_what_timed_out_is_remembered_as_long(desk: Desk) -> None:
    request = desk.query()
    desk.ask(request)
    desk.clock.go_on(5 * MINUTE)
    assert len(desk.client.expire()) == 1
    desk.clock.go_on(DAY)

    assert desk.client.receive(desk.found(request)).kind is Kind.LATE
    desk.clock.go_on(TICK)
    assert desk.client.receive(desk.found(request)).kind is Kind.UNCORRELATED


def test_messages_are_remembered_as_long_as_exchanges(desk: Desk) -> None:
    event = desk.report()
    desk.client.receive(event)
    desk.clock.go_on(DAY)
    assert desk.client.receive(event).kind is Kind.DUPLICATE
    desk.clock.go_on(TICK)
    assert desk.client.receive(event).kind is Kind.EVENT


def test_what_is_open_is_never_forgotten() -> None:
    desk = Desk(timeout=None)
    request = desk.query()
    exchanges = desk.ask(request)
    desk.clock.go_on(30 * DAY)

    desk.answer(desk.found(request))

    assert desk.states(exchanges) == (State.COMPLETED, State.COMPLETED)


def test_request_of_an_open_exchange_is_recognised_however_old() -> None:
    desk = Desk(timeout=None)
    request = desk.query()
    ours, theirs = desk.ask(request)
    desk.clock.go_on(2 * DAY)

    arrived = desk.server.receive(request)
    assert (arrived.kind, arrived.exchange) == (Kind.DUPLICATE, desk.server[theirs])
    assert desk.client.send(request) == desk.client[ours]
    assert len(desk.client) == len(desk.server) == 1


def test_part_of_an_open_exchange_counts_once_however_late_it_comes_again() -> None:
    desk = Desk(timeout=None)
    request = desk.later()
    ours, _ = desk.ask(request)
    part = desk.found(request, more=True)
    desk.answer(part)
    desk.clock.go_on(2 * DAY)

    assert desk.client.receive(part).kind is Kind.DUPLICATE
    assert desk.client[ours].replies == 1


def test_kept_exchange_is_remembered_until_it_is_forgotten(desk: Desk) -> None:
    request = desk.control(reply_address=QUEUE)
    ours, _ = desk.ask(request, keep=True)
    desk.client.receive(desk.failed(request))
    desk.clock.go_on(30 * DAY)
    assert desk.client.expire() == []
    assert desk.client[ours].keep
    desk.client.forget(ours)

    assert len(desk.client) == 0


# many exchanges


def fill(books: cim.Exchanges, clock: Clock, count: int) -> None:
    """Open and close many exchanges in the cheapest way, one a second."""
    told = cim.RequestMessage(header=cim.Header(verb=cim.Verb("create"), noun="MeterReadings", ack_required=False))
    for number in range(count):
        clock.go_on(SECOND)
        told.header.message_id = f"told-{number}"
        books.send(told)


def exchange_in(books: cim.Exchanges, clock: Clock, start: int) -> None:
    """Ask and get the answer a thousand times, once a second."""
    asked = cim.RequestMessage(header=cim.Header(verb=cim.Verb("get"), noun="MeterReadings"))
    answered = cim.ResponseMessage(
        header=cim.Header(verb=cim.Verb("reply"), noun="MeterReadings"), reply=cim.Reply(result=cim.Result.OK)
    )
    for number in range(start, start + 1000):
        clock.go_on(SECOND)
        asked.header.message_id = answered.header.message_id = answered.header.correlation_id = str(number)
        books.send(asked)
        books.receive(answered)


def time_of_a_thousand(remembered: int) -> float:
    """Return the least time that 1,000 exchanges took in books that hold some already, and forget as many."""
    clock = Clock()
    books = cim.Exchanges(now=clock, remember=remembered * SECOND)
    fill(books, clock, remembered + 1)
    best = float("inf")
    for turn in range(3):
        begun = time.process_time()
        exchange_in(books, clock, turn * 1000)
        best = min(best, time.process_time() - begun)
    assert (len(books), books.open, books.next_deadline) == (remembered + 1, [], None)
    return best


@pytest.mark.slow
def test_work_for_a_message_does_not_grow_with_the_number_of_exchanges() -> None:
    few, many = time_of_a_thousand(1_000), time_of_a_thousand(100_000)
    assert many < 10 * few
