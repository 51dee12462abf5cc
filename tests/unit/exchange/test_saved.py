"""Books that were saved and restored are equal and go on as if nothing had happened; anything else is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from unit.exchange.desk import DAY, MINUTE, START, Clock, Desk

import cim61968_9 as cim
from cim61968_9.exchange import ArrivalKind as Kind, Direction, State


def restored(books: cim.Exchanges, clock: Clock) -> cim.Exchanges:
    return cim.Exchanges.from_json(books.to_json(), now=clock)


def nothing(desk: Desk) -> None:
    pass


def in_acknowledgement(desk: Desk) -> None:
    desk.ask(desk.later())


def in_reply(desk: Desk) -> None:
    request = desk.later()
    desk.ask(request)
    desk.answer(desk.received(request))
    desk.answer(desk.missing(request, more=True), at_address=True)


def in_callback(desk: Desk) -> None:
    request = desk.control()
    ours, _ = desk.ask(request, callback=True)
    desk.answer(desk.done(request))
    assert desk.client[ours].state is State.CALLBACK


def in_events(desk: Desk) -> None:
    request = desk.control()
    ours, _ = desk.ask(request, expect_events=2)
    desk.answer(desk.done(request))
    desk.answer(desk.report(request))
    assert desk.client[ours].state is State.EVENTS


def in_set(desk: Desk) -> None:
    request = desk.bulk()
    ours, _ = desk.ask(request)
    desk.answer(cim.reply(request, errors=["5.3"], operation_id=2, sender=desk.hes))
    assert desk.client[ours].operations == {1: "open", 2: "failed", 3: "open"}


def completed(desk: Desk) -> None:
    request = desk.query()
    desk.ask(request)
    desk.answer(desk.found(request))


def partial(desk: Desk) -> None:
    request = desk.query()
    desk.ask(request)
    desk.answer(desk.missing(request))


def failed(desk: Desk) -> None:
    request = desk.query()
    desk.ask(request)
    desk.answer(desk.failed(request))


def fault(desk: Desk) -> None:
    ours, theirs = desk.ask(desk.query())
    desk.server.send(cim.fault("1.8"), answers=theirs)
    desk.client.receive(cim.fault("1.8"), answers=ours)


def timed_out(desk: Desk) -> None:
    desk.ask(desk.query())
    desk.clock.go_on(6 * MINUTE)
    desk.client.receive(desk.report())  # nobody has asked what has timed out yet


def called_back(desk: Desk) -> None:
    request = desk.control()
    ours, _ = desk.ask(request, callback=True)
    back = cim.create(cim.EndDeviceControls(), correlation_id=ours.correlation, sender=desk.hes)
    desk.server.send(back)
    desk.client.receive(back)


def confirmed_event(desk: Desk) -> None:
    desk.server.send(desk.report(), confirmed=True)


def without_identifiers(desk: Desk) -> None:
    request = desk.query()
    request.header.message_id = None
    desk.ask(request, keep=True, timeout=MINUTE)


def with_odd_names(desk: Desk) -> None:
    desk.ask(desk.query(message_id='"ä\u2028\\ \U0001f50c', source=None))
    desk.ask(desk.query(source="Zähler | Nord"))


STATES = [
    nothing,
    in_acknowledgement,
    in_reply,
    in_callback,
    in_events,
    in_set,
    completed,
    partial,
    failed,
    fault,
    timed_out,
    called_back,
    confirmed_event,
    without_identifiers,
    with_odd_names,
]


@pytest.mark.parametrize("reach", STATES)
def test_restored_books_are_equal(desk: Desk, reach: Callable[[Desk], None]) -> None:
    reach(desk)
    for books in (desk.client, desk.server):
        again = restored(books, desk.clock)

        assert list(again) == list(books)
        assert (again.open, again.next_deadline) == (books.open, books.next_deadline)
        assert (again.timeout, again.answer_within, again.remember) == (
            books.timeout,
            books.answer_within,
            books.remember,
        )
        assert again.to_json() == books.to_json()
        assert repr(again) == repr(books)


def answers_to(desk: Desk) -> list[tuple[Any, dict[str, Any]]]:
    """Return messages that could come to the client next, and some that make no difference."""
    found: list[tuple[Any, dict[str, Any]]] = [(desk.report(), {}), (cim.fault("1.8"), {})]
    for one in [one for one in desk.client if one.direction is Direction.OUT]:
        header = cim.Header(
            verb=cim.Verb("reply"), noun=one.noun, correlation_id=one.correlation, source="Northmoor-HES"
        )
        for number in (1, 3, None):
            reply = cim.Reply(result=cim.Result.OK, operation_id=number if one.operations else None)
            found.append((cim.ResponseMessage(header=header, reply=reply), {"answers": one}))
        event = cim.EventMessage(header=cim.Header(verb=cim.Verb("created"), noun="X", correlation_id=one.correlation))
        found.append((event, {}))
    return found


@pytest.mark.parametrize("reach", STATES)
def test_restored_books_go_on_the_same(desk: Desk, reach: Callable[[Desk], None]) -> None:
    reach(desk)
    again = restored(desk.client, desk.clock)
    for message, options in answers_to(desk):
        assert again.receive(message, **options) == desk.client.receive(message, **options)
        assert again.to_json() == desk.client.to_json()
    request = desk.query()
    assert again.send(request) == desk.client.send(request)
    for _ in range(3):
        desk.clock.go_on(DAY)
        assert again.expire() == desk.client.expire()
        assert again.to_json() == desk.client.to_json()
        assert again.next_deadline == desk.client.next_deadline


def test_json_is_json_and_carries_a_version(desk: Desk) -> None:
    in_set(desk)
    state = json.loads(desk.client.to_json())

    assert state["version"] == 1
    assert [one["id"] for one in state["exchanges"]] == ["out-1"]
    assert state["timeout"] == 300


@pytest.mark.parametrize("length", [None, MINUTE / 7, 400 * DAY])
def test_settings_are_kept(length: Any) -> None:
    books = cim.Exchanges(timeout=length, answer_within=length, remember=length or DAY, now=Clock())
    again = restored(books, Clock())

    assert (again.timeout, again.answer_within, again.remember) == (length, length, length or DAY)


def test_duplicates_are_recognised_after_a_restart(desk: Desk) -> None:
    request = desk.later()
    desk.ask(request)
    desk.answer(part := desk.found(request, more=True))
    client, server = (restored(books, desk.clock) for books in (desk.client, desk.server))

    assert client.receive(part).kind is Kind.DUPLICATE
    assert server.receive(request).kind is Kind.DUPLICATE
    assert client.send(request) == client["out-1"]
    assert server.send(part) == server["in-1"]
    with pytest.raises(cim.RemoteProtocolError, match="MessageID"):
        server.receive(desk.control(message_id=request.header.message_id))


def test_deadlines_are_kept_however_long_the_restart_took(desk: Desk) -> None:
    first, _ = desk.ask(desk.query())
    desk.clock.go_on(MINUTE)
    second, _ = desk.ask(desk.query())
    again = restored(desk.client, desk.clock)
    assert again.next_deadline == START + 5 * MINUTE
    desk.clock.go_on(4 * MINUTE)

    assert [one.id for one in again.expire()] == [first.id]
    assert again.next_deadline == START + 6 * MINUTE
    assert again[second].is_open


def test_what_timed_out_before_the_restart_is_handed_out_once(desk: Desk) -> None:
    timed_out(desk)
    again = restored(desk.client, desk.clock)

    assert [one.id for one in again.expire()] == ["out-1"]
    assert again.expire() == restored(again, desk.clock).expire() == []


def test_numbering_goes_on(desk: Desk) -> None:
    completed(desk)
    completed(desk)
    desk.client.forget("out-2")
    again = restored(desk.client, desk.clock)

    opened = again.send(desk.query())

    assert opened is not None
    assert opened.id == "out-3"


def test_memory_ends_after_a_restart_as_well(desk: Desk) -> None:
    completed(desk)
    again = restored(desk.client, desk.clock)
    desk.clock.go_on(DAY + MINUTE)
    again.expire()

    assert len(again) == 0
    assert json.loads(again.to_json())["received"] == []


def test_books_of_a_class_of_ones_own_are_restored_as_such(desk: Desk) -> None:
    class Ledger(cim.Exchanges):
        pass

    in_reply(desk)
    assert type(Ledger.from_json(desk.client.to_json(), now=desk.clock)) is Ledger


# what is no saved state


@pytest.mark.parametrize(
    "text",
    ["", "{", "null", "1", '"text"', "[]", "{}", "[[1]]", '{"version": 1}', '{"exchanges": []}', "<RequestMessage/>"],
)
def test_foreign_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="^the text is no saved state of exchanges: "):
        cim.Exchanges.from_json(text)


@pytest.mark.parametrize("version", [0, 2, "1", None])
def test_other_versions_are_refused(desk: Desk, version: Any) -> None:
    state = json.loads(desk.client.to_json()) | {"version": version}
    with pytest.raises(ValueError, match=f"found version {version!r}, expected 1"):
        cim.Exchanges.from_json(json.dumps(state))


@pytest.mark.parametrize(
    "key",
    ["version", "timeout", "answer_within", "remember", "next", "exchanges", "expired", "sent", "received"],
)
def test_state_with_a_part_missing_is_refused(desk: Desk, key: str) -> None:
    in_reply(desk)
    state = json.loads(desk.client.to_json())
    del state[key]
    with pytest.raises(ValueError, match=f"no saved state of exchanges: KeyError: '{key}'"):
        cim.Exchanges.from_json(json.dumps(state))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("timeout", "five minutes"),
        ("timeout", 1e30),
        ("answer_within", []),
        ("remember", None),
        ("next", "2"),
        ("next", None),
        ("exchanges", None),
        ("exchanges", [1]),
        ("exchanges", [{}]),
        ("expired", 5),
        ("sent", [["Northmoor-CIS", "CIS-1"]]),
        ("received", [["Northmoor-HES", "HES-1", "yesterday", "out-1", ""]]),
    ],
)
def test_state_with_a_damaged_part_is_refused(desk: Desk, key: str, value: Any) -> None:
    in_reply(desk)
    state = json.loads(desk.client.to_json()) | {key: value}
    with pytest.raises(ValueError, match="^the text is no saved state of exchanges: "):
        cim.Exchanges.from_json(json.dumps(state))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("direction", "sideways"),
        ("pattern", "telepathy"),
        ("state", "lost"),
        ("opened", "yesterday"),
        ("opened", None),
        ("deadline", 5),
        ("deadline", "2026-01-14T06:05:00"),
        ("timeout", "5"),
        ("operations", ["one"]),
        ("operations", 1),
        ("replies", "many"),
        ("mood", "good"),
    ],
)
def test_exchange_with_a_damaged_field_is_refused(desk: Desk, key: str, value: Any) -> None:
    in_reply(desk)
    state = json.loads(desk.client.to_json())
    state["exchanges"][0][key] = value
    with pytest.raises(ValueError, match="^the text is no saved state of exchanges: "):
        cim.Exchanges.from_json(json.dumps(state))


def test_exchange_with_a_field_missing_is_refused(desk: Desk) -> None:
    in_reply(desk)
    saved = json.loads(desk.client.to_json())
    for key in ("id", "direction", "pattern", "state", "verb", "noun", "opened", "deadline", "timeout", "operations"):
        state = json.loads(json.dumps(saved))
        del state["exchanges"][0][key]
        with pytest.raises(ValueError, match=f"no saved state of exchanges: .*'{key}'"):
            cim.Exchanges.from_json(json.dumps(state))


def test_text_that_was_cut_off_is_refused(desk: Desk) -> None:
    in_set(desk)
    text = desk.client.to_json()
    for length in range(0, len(text) - 1, 7):
        with pytest.raises(ValueError, match="no saved state of exchanges"):
            cim.Exchanges.from_json(text[:length])
