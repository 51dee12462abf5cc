"""What arrives at a system, as steps of its exchanges."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ..errors import RemoteProtocolError
from ..outcomes import outcome
from ._books import Books
from ._progress import (
    after_acknowledgement,
    after_event,
    after_fault,
    after_reply,
    finished,
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
    on_connection = answers is not None
    if is_acknowledgement(exchange, found, message.payload, at_address=at_address, on_connection=on_connection):
        moved = books.put(after_acknowledgement(exchange, now))
        return Arrival(ArrivalKind.ACKNOWLEDGEMENT, message, moved, found)
    moved = after_reply(exchange, found, now, acknowledges=on_connection and not at_address)
    return Arrival(ArrivalKind.REPLY, message, books.put(moved), found)


def _answered(books: Books, message: Any, answers: Exchange | str | None) -> Exchange | None:
    """Return the exchange of ours that a response answers: by the connection, else by its correlation.

    Of several that have the same correlation, none: only the connection can tell.
    """
    correlation = message.header.correlation_id
    key = correlation if correlation and correlation.strip() else None
    found = books.all_open(Direction.OUT, key) + books.all_open(Direction.OUT, key, events=True)
    found = found or books.latest(Direction.OUT, key) or books.latest(Direction.OUT, key, events=True)
    if answers is None:
        return found[0] if key is not None and len(found) == 1 else None
    named = books.named(answers, Direction.OUT)
    if key is not None and (key != named.correlation if named.correlation is not None else found):
        raise RemoteProtocolError(
            f"the answer on the connection of {named} has the correlation {key!r}, expected {named.correlation!r}"
        )
    return named


def fault(books: Books, message: Any, answers: Exchange | str | None, now: dt.datetime) -> Arrival:
    """End the exchange whose request was not understood; a fault has no header, so only the connection tells which."""
    found = outcome(message) if message.reply is not None else None
    if answers is None:
        return Arrival(ArrivalKind.UNCORRELATED, message, None, found)
    exchange = books.named(answers, Direction.OUT)
    if not exchange.is_open:
        return Arrival(ArrivalKind.LATE, message, exchange, found)
    return Arrival(ArrivalKind.FAULT, message, books.put(after_fault(exchange, now)), found)


def request(books: Books, message: Any, now: dt.datetime, *, answer_within: dt.timedelta | None) -> Arrival:
    """Open an exchange with a request of the other side, which may be the callback that one of ours awaits."""
    key = message.header.correlation_id
    ours = books.find(Direction.OUT, key) if key and key != message.header.message_id else None
    parent = ours.id if ours is not None else None
    exchange = books.open(message, Direction.IN, pattern_of(message), now, timeout=answer_within, parent=parent)
    if ours is None:
        return Arrival(ArrivalKind.REQUEST, message, exchange, owed=exchange)
    if ours.pattern is Pattern.CALLBACK and ours.is_open:
        books.put(finished(ours, State.PARTIAL if ours.with_errors else State.COMPLETED, now))
    return Arrival(ArrivalKind.CALLBACK, message, exchange, owed=exchange)


def event(
    books: Books, message: Any, now: dt.datetime, *, confirmed: bool, answer_within: dt.timedelta | None
) -> Arrival:
    """Count an event for the request of ours that caused it, if one did, and note where its confirmation is owed."""
    key = message.header.correlation_id
    cause = books.find(Direction.OUT, key) if key else None
    owed = None
    if confirmed:
        parent = cause.id if cause is not None else None
        owed = books.open(message, Direction.IN, Pattern.EVENT, now, timeout=answer_within, parent=parent)
    if cause is None:
        return Arrival(ArrivalKind.EVENT, message, owed=owed)
    if cause.state is State.TIMED_OUT and not cause.keep:
        return Arrival(ArrivalKind.LATE, message, cause, owed=owed)
    return Arrival(ArrivalKind.EVENT, message, books.put(after_event(cause, now)), owed=owed)
