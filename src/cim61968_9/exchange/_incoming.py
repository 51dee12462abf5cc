"""What arrives at a system, as steps of its exchanges."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ..errors import RemoteProtocolError
from ..outcomes import outcome
from ..validation.rules import correlation_of
from ..verbs import REQUEST_VERBS
from ._books import Books
from ._progress import (
    after_acknowledgement,
    after_event,
    after_fault,
    after_reply,
    ended,
    is_acknowledgement,
    outcome_in,
    pattern_of,
)
from ._state import Arrival, ArrivalKind, Direction, Exchange, Pattern, State

__all__ = ["event", "fault", "reply", "request"]


def reply(books: Books, message: Any, answers: Exchange | str | None, now: dt.datetime, *, at_address: bool) -> Arrival:
    """Move on the exchange that a response answers.

    Raises:
        RemoteProtocolError: Connection and correlation name different exchanges, or the reply makes no sense there.
    """
    exchange = _answered(books, message, answers)
    if exchange is None:
        return Arrival(ArrivalKind.UNCORRELATED, message, None, outcome(message) if message.reply else None)
    found = outcome_in(exchange, message, RemoteProtocolError)
    if not exchange.is_open or exchange.state is State.EVENTS:
        return Arrival(ArrivalKind.LATE, message, exchange, found)
    if is_acknowledgement(exchange, found, message.payload, at_address=at_address):
        moved = books.put(after_acknowledgement(exchange, now))
        return Arrival(ArrivalKind.ACKNOWLEDGEMENT, message, moved, found)
    return Arrival(ArrivalKind.REPLY, message, books.put(after_reply(exchange, found, now)), found)


def _answered(books: Books, message: Any, answers: Exchange | str | None) -> Exchange | None:
    """Return the exchange of ours that a response answers: by its correlation, else by the connection."""
    key = (message.header.correlation_id or "").strip()
    exchange = books.find(Direction.OUT, key) if key else None
    if answers is None:
        return exchange
    named = books.named(answers)
    differs = exchange.id != named.id if exchange is not None else key and named.correlation not in {None, key}
    if differs:
        raise RemoteProtocolError(
            f"the answer on the connection of {named} has the correlation {key!r}, expected {named.correlation!r}"
        )
    return named


def fault(books: Books, message: Any, answers: Exchange | str | None, now: dt.datetime) -> Arrival:
    """End the exchange whose request was not understood; a fault has no header, so only the connection tells which."""
    found = outcome(message) if message.reply is not None else None
    if answers is None:
        return Arrival(ArrivalKind.UNCORRELATED, message, None, found)
    exchange = books.named(answers)
    if not exchange.is_open:
        return Arrival(ArrivalKind.LATE, message, exchange, found)
    return Arrival(ArrivalKind.FAULT, message, books.put(after_fault(exchange, now)), found)


def request(books: Books, message: Any, now: dt.datetime, *, answer_within: dt.timedelta | None) -> Arrival:
    """Open an exchange with a request of the other side, which may be the callback that one of ours awaits.

    Raises:
        RemoteProtocolError: Its verb is that of no request.
    """
    if message.header.verb not in REQUEST_VERBS:
        raise RemoteProtocolError(
            f"found a request with the verb {str(message.header.verb)!r}, expected {', '.join(REQUEST_VERBS)}"
        )
    key = correlation_of(message)
    ours = books.find(Direction.OUT, key) if key is not None else None
    parent = ours.id if ours is not None else None
    exchange = books.open(message, Direction.IN, pattern_of(message), now, timeout=answer_within, parent=parent)
    if ours is None:
        return Arrival(ArrivalKind.REQUEST, message, exchange)
    if ours.pattern is Pattern.CALLBACK and ours.is_open:
        books.put(ended(ours, State.PARTIAL if ours.with_errors else State.COMPLETED, now))
    return Arrival(ArrivalKind.CALLBACK, message, exchange)


def event(books: Books, message: Any, now: dt.datetime) -> Arrival:
    """Count an event for the request of ours that caused it, if one did."""
    key = message.header.correlation_id
    exchange = books.find(Direction.OUT, key) if key else None
    if exchange is None:
        return Arrival(ArrivalKind.EVENT, message)
    if exchange.state is State.TIMED_OUT and not exchange.keep:
        return Arrival(ArrivalKind.LATE, message, exchange)
    return Arrival(ArrivalKind.EVENT, message, books.put(after_event(exchange, now)))
