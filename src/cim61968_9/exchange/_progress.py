"""How replies and events move an exchange on."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import evolve

from ..errors import ProtocolError
from ..outcomes import Outcome, outcome
from ..validation.rules.payloads import is_empty
from ._state import Exchange, Pattern, State

__all__ = [
    "after_acknowledgement",
    "after_event",
    "after_fault",
    "after_reply",
    "ended",
    "finished",
    "is_acknowledgement",
    "renewed",
]


def pattern_of(request: Any) -> Pattern:
    """Return how the exchange of a request goes, as its header says."""
    header = request.header
    if header.ack_required is False:
        return Pattern.ONE_WAY
    return Pattern.ASYNCHRONOUS if header.async_reply_flag is True else Pattern.SYNCHRONOUS


def outcome_in(exchange: Exchange, message: Any, error: type[ProtocolError]) -> Outcome:
    """Return what a reply says, if that makes sense in an exchange.

    Raises:
        error: It does not.
    """
    result = message.reply.result if message.reply is not None else None
    if result not in {"OK", "PARTIAL", "FAILED"}:
        raise error(f"{exchange}: found the result {result!r} in a reply, expected OK, PARTIAL or FAILED")
    found = outcome(message)
    for number in (found.operation_id, *(one.operation_id for one in found.errors)):
        if number is not None and exchange.operations and number not in exchange.operations:
            listed = ", ".join(map(str, exchange.operations))
            raise error(f"{exchange}: found a reply about operation {number}, expected one of {listed}")
    return found


def is_acknowledgement(
    exchange: Exchange, outcome: Outcome, payload: Any, *, at_address: bool = False, on_connection: bool = False
) -> bool:
    """Tell whether a reply only confirms that the request has arrived.

    Code 0.3 says so. Without a code, the first reply to an asynchronous request does when it is OK and has no payload,
    unless it came to the reply address. On the connection of the request it may come after replies at the address.
    """
    if outcome.acknowledges:
        return True
    awaited = exchange.pattern in {Pattern.ASYNCHRONOUS, Pattern.CALLBACK} and not exchange.acknowledged
    in_time = exchange.state is State.ACKNOWLEDGEMENT or on_connection
    plain = outcome.result == "OK" and outcome.operation_id is None and is_empty(payload)
    return awaited and in_time and plain and not at_address


def after_acknowledgement(exchange: Exchange, now: dt.datetime) -> Exchange:
    """Return an exchange whose request has arrived."""
    state = exchange.state
    if state is State.ACKNOWLEDGEMENT:
        state = State.CALLBACK if exchange.pattern is Pattern.CALLBACK else State.REPLY
    return renewed(evolve(exchange, state=state, acknowledged=True), now)


def after_reply(exchange: Exchange, outcome: Outcome, now: dt.datetime, *, acknowledges: bool) -> Exchange:
    """Return an exchange after a reply that is no acknowledgement.

    It ends with OK, with FAILED, with PARTIAL and code 0.2, and in the synchronous pattern with PARTIAL alone. Code 0.1
    keeps it open. A reply about one operation ends only that operation, and the last of them the exchange.
    ``acknowledges`` tells that no separate acknowledgement can follow, as after a reply on the connection itself.
    """
    with_errors = exchange.with_errors or bool(outcome.errors)
    operations = _operations(exchange, outcome)
    exchange = evolve(
        exchange,
        replies=exchange.replies + 1,
        with_errors=with_errors,
        operations=operations,
        acknowledged=exchange.acknowledged or acknowledges,
    )
    if outcome.operation_id is not None:
        is_last = (outcome.result == "PARTIAL" and outcome.more is False) or "open" not in operations.values()
        return finished(exchange, _combined(exchange), now) if is_last else _waiting(exchange, now)
    if exchange.pattern is Pattern.CALLBACK and outcome.result != "FAILED":
        return renewed(evolve(exchange, state=State.CALLBACK), now)
    if outcome.result == "PARTIAL":
        follows = outcome.more if outcome.more is not None else exchange.pattern is Pattern.ASYNCHRONOUS
        if follows:
            return _waiting(exchange, now)
        return finished(_with_final_operations(exchange, outcome), State.PARTIAL, now)
    exchange = _with_final_operations(exchange, outcome)
    if outcome.result == "FAILED":
        return ended(exchange, State.FAILED, now)
    return finished(exchange, State.PARTIAL if with_errors else State.COMPLETED, now)


def after_event(exchange: Exchange, now: dt.datetime) -> Exchange:
    """Return an exchange after an event that its request has caused."""
    exchange = evolve(exchange, events=exchange.events + 1)
    if not exchange.is_open:
        return exchange
    if exchange.state is State.EVENTS and exchange.events >= exchange.expected_events:
        return ended(exchange, State.PARTIAL if exchange.with_errors else State.COMPLETED, now)
    return renewed(exchange, now)


def after_fault(exchange: Exchange, now: dt.datetime) -> Exchange:
    """Return an exchange whose request was not understood."""
    return ended(evolve(exchange, replies=exchange.replies + 1, with_errors=True), State.FAULT, now)


def ended(exchange: Exchange, state: State, now: dt.datetime) -> Exchange:
    """Return an exchange that awaits nothing any more."""
    return evolve(exchange, state=state, ended=now, deadline=None)


def renewed(exchange: Exchange, now: dt.datetime) -> Exchange:
    """Return an exchange with a new deadline: the time-out bounds the silence, not the whole."""
    if exchange.timeout is None:
        return evolve(exchange, deadline=None)
    try:
        return evolve(exchange, deadline=now + exchange.timeout)
    except OverflowError:  # longer than there is time
        return evolve(exchange, deadline=None)


def _waiting(exchange: Exchange, now: dt.datetime) -> Exchange:
    return renewed(evolve(exchange, state=State.REPLY), now)


def finished(exchange: Exchange, state: State, now: dt.datetime) -> Exchange:
    """Return an exchange after its last reply; events may still be due."""
    if state is not State.FAILED and exchange.events < exchange.expected_events:
        with_errors = exchange.with_errors or state is State.PARTIAL
        return renewed(evolve(exchange, state=State.EVENTS, with_errors=with_errors), now)
    return ended(exchange, state, now)


def _operations(exchange: Exchange, outcome: Outcome) -> dict[int, str]:
    """Return the operations of a set after a reply: errors name those that failed, and a reply may be about one."""
    operations = dict(exchange.operations)
    if (number := outcome.operation_id) is not None:
        own = any(one.operation_id in {None, number} for one in outcome.errors)
        operations[number] = "failed" if outcome.result == "FAILED" or own else "done"
    operations |= {one.operation_id: "failed" for one in outcome.errors if one.operation_id is not None}
    return operations


def _with_final_operations(exchange: Exchange, outcome: Outcome) -> Exchange:
    """Return an exchange after the last reply about a whole set: what is open has ended as the set has."""
    last = "failed" if outcome.result == "FAILED" else "done"
    return evolve(
        exchange,
        operations={number: last if end == "open" else end for number, end in exchange.operations.items()},
    )


def _combined(exchange: Exchange) -> State:
    ends = set(exchange.operations.values())
    if ends == {"done"}:
        return State.COMPLETED
    return State.FAILED if ends == {"failed"} else State.PARTIAL
