"""What a system sends, as steps of its exchanges."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import evolve

from ..errors import LocalProtocolError
from ..validation.rules import correlation_of
from ._books import Books
from ._progress import after_acknowledgement, after_fault, after_reply, is_acknowledgement, outcome_in, pattern_of
from ._state import Direction, Exchange, Pattern

__all__ = ["answer", "ask", "fault", "publish"]


def ask(books: Books, message: Any, now: dt.datetime, *, callback: bool, **options: Any) -> Exchange:
    """Open an exchange with a request of ours.

    Raises:
        LocalProtocolError: Another open exchange has the same correlation.
    """
    key = correlation_of(message)
    if others := books.all_open(Direction.OUT, key):
        raise LocalProtocolError(
            f"{others[0]} has the correlation {key!r} as well, so replies could not be told apart; "
            "expected another CorrelationID, or an earlier end of that exchange"
        )
    given = message.header.correlation_id
    cause = books.find(Direction.IN, given) if given and given != message.header.message_id else None
    pattern = Pattern.CALLBACK if callback else pattern_of(message)
    return books.open(message, Direction.OUT, pattern, now, parent=cause.id if cause is not None else None, **options)


def answer(books: Books, message: Any, answers: Exchange | str | None, now: dt.datetime) -> Exchange:
    """Move on the exchange that a reply of ours answers.

    Raises:
        LocalProtocolError: There is none, it wants no answer, or it has ended.
    """
    exchange = _owed(books, message, answers)
    if exchange.pattern is Pattern.ONE_WAY:
        raise LocalProtocolError(f"{exchange}: the request wants no answer; expected none")
    if not exchange.is_open:
        raise LocalProtocolError(f"{exchange}: it has ended, so no further reply is expected")
    found = outcome_in(exchange, message, LocalProtocolError)
    if is_acknowledgement(exchange, found, message.payload, on_connection=answers is not None):
        return books.put(after_acknowledgement(exchange, now))
    return books.put(after_reply(exchange, found, now, acknowledges=True))


def _owed(books: Books, message: Any, answers: Exchange | str | None) -> Exchange:
    """Return the exchange that a reply of ours answers."""
    key = message.header.correlation_id or None
    if answers is not None:
        found = books.named(answers, Direction.IN)
        if found.correlation != key:
            raise LocalProtocolError(f"{found} has the correlation {found.correlation!r}, the reply {key!r}")
        return found
    owed = books.all_open(Direction.IN, key) + books.all_open(Direction.IN, key, events=True)
    owed = owed or books.latest(Direction.IN, key) or books.latest(Direction.IN, key, events=True)
    if not owed:
        raise LocalProtocolError(
            f"found no request with the correlation {key!r}; expected one that receive() was told of, or answers=..."
        )
    if len(owed) > 1:
        listed = ", ".join(one.id for one in owed)
        raise LocalProtocolError(f"{len(owed)} messages have the correlation {key!r}; say which: answers= {listed}")
    return owed[0]


def fault(books: Books, answers: Exchange | str | None, now: dt.datetime) -> Exchange | None:
    """End the exchange whose request was not understood; what could not be read at all has opened none.

    Raises:
        LocalProtocolError: No answer of ours is expected.
    """
    if answers is None:
        return None
    exchange = books.named(answers, Direction.IN)
    if not exchange.is_open:
        raise LocalProtocolError(f"{exchange}: it has ended, so no fault is expected")
    return books.put(after_fault(exchange, now))


def publish(
    books: Books,
    message: Any,
    answers: Exchange | str | None,
    now: dt.datetime,
    *,
    timeout: dt.timedelta | None,
    confirmed: bool,
) -> Exchange | None:
    """Count an event of ours where a request caused it, and open an exchange where its delivery is confirmed."""
    key = message.header.correlation_id
    cause = books.find(Direction.IN, key) if key else None
    if answers is not None:
        cause = books.named(answers, Direction.IN)
    if cause is not None:
        cause = books.put(evolve(cause, events=cause.events + 1))
    if not confirmed:
        return cause
    parent = cause.id if cause is not None else None
    return books.open(message, Direction.OUT, Pattern.EVENT, now, timeout=timeout, parent=parent)
