"""Keeps the books of all exchanges of one system."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any, Self

from .._mixins import EnvelopeMessage
from ..errors import LocalProtocolError, ProtocolError, RemoteProtocolError
from ..sender import system_clock
from ..validation.rules import kind_of
from ..verbs import REQUEST_VERBS
from . import _incoming as incoming, _outgoing as outgoing
from ._books import Books
from ._progress import renewed
from ._saved import dump, restore
from ._seen import Seen
from ._state import Arrival, ArrivalKind, Exchange

__all__ = ["Exchanges"]

_TIMEOUT = dt.timedelta(minutes=5)
_DAY = dt.timedelta(days=1)


class Exchanges:
    """All exchanges of one system with others.

    ``timeout`` is the longest silence until an exchange of ours has timed out, ``answer_within`` that until one that we
    owe an answer has; None is for ever. What has ended is remembered for ``remember``, so that what comes late or twice
    is recognised. ``now`` is the clock. Threads that share one need a lock around it.
    """

    def __init__(
        self,
        *,
        timeout: dt.timedelta | None = _TIMEOUT,
        answer_within: dt.timedelta | None = None,
        remember: dt.timedelta = _DAY,
        now: Callable[[], dt.datetime] = system_clock,
    ) -> None:
        self.timeout = timeout
        self.answer_within = answer_within
        self.remember = remember
        self._now = now
        self._books = Books()
        self._sent = Seen()
        self._received = Seen()

    def send(
        self,
        message: Any,
        *,
        answers: Exchange | str | None = None,
        timeout: dt.timedelta | None = None,
        expect_events: int = 0,
        callback: bool = False,
        confirmed: bool = False,
        keep: bool = False,
    ) -> Exchange | None:
        """Note what is about to be sent, and return the exchange that it opens or belongs to.

        ``answers`` names the exchange that a reply or fault answers, or that has caused an event, where the correlation
        does not tell. A request may cause events or a
        callback: ``expect_events`` is their number, ``callback`` tells that the other side will send a request in turn.
        ``confirmed`` tells that an event is confirmed by a response. ``keep`` remembers the exchange until
        :meth:`forget`, for events that come for weeks. Sending the same message again changes nothing but the deadline.

        Raises:
            LocalProtocolError: The message does not fit; nothing has changed.
            TypeError: It is no message.
        """
        now = self._tick()
        kind = _kind(message, LocalProtocolError)
        before = self._sent.find(message, LocalProtocolError)
        if before is not None and (known := self._books.get(before)) is not None:
            return self._books.put(renewed(known, now)) if known.is_open else known
        if before == "":
            return None
        silence = timeout if timeout is not None else self.timeout
        found: Exchange | None
        if kind == "RequestMessage":
            options = {"timeout": silence, "expected_events": expect_events, "keep": keep}
            found = outgoing.ask(self._books, message, now, callback=callback, **options)
        elif kind == "ResponseMessage":
            found = outgoing.answer(self._books, message, answers, now)
        elif kind == "FaultMessage":
            found = outgoing.fault(self._books, answers, now)
        else:
            found = outgoing.publish(self._books, message, answers, now, timeout=silence, confirmed=confirmed)
        self._sent.note(message, found.id if found is not None else None, now)
        return found

    def receive(
        self,
        message: Any,
        *,
        answers: Exchange | str | None = None,
        at_address: bool = False,
        confirmed: bool = False,
    ) -> Arrival:
        """Note what has arrived, and say what it is.

        ``answers`` names the exchange on whose connection a response or fault came back; ``at_address`` tells that a
        response came to the reply address instead, and so is no acknowledgement. ``confirmed`` tells that the transport
        wants a response to an event, which is then owed like any other.

        Raises:
            RemoteProtocolError: The message does not fit; nothing has changed.
            LocalProtocolError: ``answers`` names no exchange that could be answered.
            TypeError: It is no message.
        """
        now = self._tick()
        kind = _kind(message, RemoteProtocolError)
        if (before := self._received.find(message, RemoteProtocolError)) is not None:
            return Arrival(ArrivalKind.DUPLICATE, message, self._books.get(before))
        if kind == "ResponseMessage":
            arrival = incoming.reply(self._books, message, answers, now, at_address=at_address)
        elif kind == "FaultMessage":
            arrival = incoming.fault(self._books, message, answers, now)
        elif kind == "RequestMessage":
            arrival = incoming.request(self._books, message, now, answer_within=self.answer_within)
        else:
            arrival = incoming.event(self._books, message, now, confirmed=confirmed, answer_within=self.answer_within)
        if arrival.kind is not ArrivalKind.UNCORRELATED:  # it may be told once more, with the exchange it answers
            self._received.note(message, arrival.exchange.id if arrival.exchange is not None else None, now)
        return arrival

    def expire(self) -> list[Exchange]:
        """Return the exchanges that have timed out since this was last called; call it at :attr:`next_deadline`.

        Those that nobody asks for are forgotten with all others, ``remember`` after their end.
        """
        self._tick()
        found = [self[one] for one in self._books.expired]
        self._books.expired.clear()
        return found

    @property
    def next_deadline(self) -> dt.datetime | None:
        """When the next exchange times out, None when none will."""
        return self._books.next_deadline

    @property
    def open(self) -> list[Exchange]:
        """The exchanges in which something is still awaited, oldest first."""
        return [one for one in self._books if one.is_open]

    def __iter__(self) -> Iterator[Exchange]:
        return iter(self._books)

    def __len__(self) -> int:
        return len(self._books)

    def __getitem__(self, key: Exchange | str) -> Exchange:
        """Return the present state of an exchange.

        Raises:
            KeyError: There is no such exchange, or it was forgotten.
        """
        found = self._books.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __repr__(self) -> str:
        return f"<Exchanges: {len(self.open)} open, {len(self)} known>"

    def forget(self, exchange: Exchange | str) -> None:
        """Drop an exchange; what still comes for it has no match."""
        self._books.drop(exchange)

    def to_json(self) -> str:
        """Return the whole state as JSON, to be taken up by :meth:`from_json`, perhaps elsewhere and later."""
        return dump(self)

    @classmethod
    def from_json(cls, text: str, *, now: Callable[[], dt.datetime] = system_clock) -> Self:
        """Return the exchanges of a saved state; deadlines are as they were.

        Raises:
            ValueError: The text is no such state.
        """
        return restore(cls, text, now)

    def _tick(self) -> dt.datetime:
        """Let time go on: end what has timed out, and forget what ended long ago."""
        now = self._now()
        self._books.tick(now, self.remember)
        for seen in (self._sent, self._received):
            seen.forget_before(now - self.remember, now, keep=self._books.is_open)
        return now


def _kind(message: Any, error: type[ProtocolError]) -> str:
    """Return the kind of a message that can be told what to do with.

    Raises:
        error: It has no verb or noun, or a verb that nothing of the kind has.
        TypeError: It is no message.
    """
    if not isinstance(message, EnvelopeMessage):
        raise TypeError(f"found {type(message).__name__}, expected a message such as cim.read() returns")
    kind = kind_of(message)
    if kind == "FaultMessage":
        return kind
    header: Any = getattr(message, "header", None)
    if header is None or not header.verb or not header.noun:
        raise error(f"found a {message.kind} without verb and noun; expected a header that has both")
    if kind == "Message" or (kind == "RequestMessage" and header.verb not in REQUEST_VERBS):
        raise error(
            f"found a {message.kind} with the verb {str(header.verb)!r}; expected {', '.join(REQUEST_VERBS)}, or those "
            "of replies and events in messages of their own"
        )
    return kind
