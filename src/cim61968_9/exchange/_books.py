"""Where the exchanges of one system are kept: by id, by correlation, and by the time at which something is due."""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Iterator
from typing import Any, NamedTuple

from ..compression import expand
from ..errors import Cim61968Error, LocalProtocolError
from ..validation.rules import correlation_of
from ._progress import ended, finished, renewed
from ._state import Direction, Exchange, Pattern, State

__all__ = ["Books"]

_Due = tuple[dt.datetime, str]


class _Key(NamedTuple):
    """What a reply is matched by. Confirmed events are apart: they share the correlation of the request behind them."""

    direction: Direction
    is_event: bool
    correlation: str


class Books:
    """Exchanges, found in about the same time however many there are."""

    def __init__(self) -> None:
        self._by_id: dict[str, Exchange] = {}
        self._open: dict[_Key, dict[str, None]] = {}
        self._latest: dict[_Key, str] = {}
        self._deadlines: list[_Due] = []
        self._ends: list[_Due] = []
        self.next = 1
        """The number of the next exchange."""
        self.expired: dict[str, None] = {}
        """The exchanges that have timed out, until somebody asks."""

    def open(self, message: Any, direction: Direction, pattern: Pattern, now: dt.datetime, **rest: Any) -> Exchange:
        """Enter a new exchange for the message that opens it; ``rest`` are further fields."""
        header = message.header
        is_acknowledged = pattern in {Pattern.ASYNCHRONOUS, Pattern.CALLBACK}
        exchange = Exchange(
            id=f"{direction}-{self.next}",
            direction=direction,
            pattern=pattern,
            state=State.ACKNOWLEDGEMENT if is_acknowledged else State.REPLY,
            verb=str(header.verb),
            noun=header.noun,
            message_id=header.message_id or None,
            correlation=correlation_of(message),
            peer=header.source if direction is Direction.IN else None,
            opened=now,
            operations=_operations(message),
            **rest,
        )
        self.next += 1
        if pattern is Pattern.ONE_WAY:
            return self.put(finished(exchange, State.COMPLETED, now))
        return self.put(renewed(exchange, now))

    def put(self, exchange: Exchange) -> Exchange:
        """Enter an exchange, or its new state, and return it."""
        before = self._by_id.get(exchange.id)
        self._by_id[exchange.id] = exchange
        if (key := _key(exchange)) is not None:
            if exchange.is_open:
                self._open.setdefault(key, {})[exchange.id] = None
            else:
                self._close(key, exchange.id)
            if before is None:
                self._latest[key] = exchange.id
        if exchange.deadline is not None and (before is None or before.deadline != exchange.deadline):
            heapq.heappush(self._deadlines, (exchange.deadline, exchange.id))
        if exchange.ended is not None and (before is None or before.ended != exchange.ended):
            heapq.heappush(self._ends, (exchange.ended, exchange.id))
        return exchange

    def drop(self, key: Exchange | str) -> None:
        """Forget an exchange."""
        exchange = self._by_id.pop(_id(key), None)
        self.expired.pop(_id(key), None)
        place = _key(exchange) if exchange is not None else None
        if exchange is None or place is None:
            return
        self._close(place, exchange.id)
        if self._latest.get(place) == exchange.id:
            del self._latest[place]

    def _close(self, key: _Key, exchange: str) -> None:
        still_open = self._open.get(key, {})
        still_open.pop(exchange, None)
        if not still_open:
            self._open.pop(key, None)

    def get(self, key: Exchange | str) -> Exchange | None:
        """Return the present state of an exchange."""
        return self._by_id.get(_id(key))

    def is_open(self, key: str) -> bool:
        """Tell whether there is an exchange of that id in which something is awaited."""
        found = self._by_id.get(key)
        return found is not None and found.is_open

    def named(self, key: Exchange | str, direction: Direction) -> Exchange:
        """Return the present state of an exchange that the caller says is answered.

        Raises:
            LocalProtocolError: There is no such exchange, or it goes the other way.
        """
        found = self.get(key)
        if found is None:
            raise LocalProtocolError(f"found no exchange {_id(key)!r}; it was forgotten, or is one of other books")
        if found.direction is not direction:
            asked, answers = ("we", "the other side") if found.direction is Direction.OUT else ("the other side", "we")
            raise LocalProtocolError(f"{found}: {asked} asked, so {answers} must answer; answers= names another one")
        return found

    def find(self, direction: Direction, correlation: str | None) -> Exchange | None:
        """Return the exchange of a request with a correlation: one that is open, else the latest."""
        found = self.all_open(direction, correlation) or self.latest(direction, correlation)
        return found[0] if found else None

    def all_open(self, direction: Direction, correlation: str | None, *, events: bool = False) -> list[Exchange]:
        """Return the open exchanges with a correlation, of requests or of confirmed events, oldest first."""
        key = _Key(direction, events, correlation or "")
        return [self._by_id[one] for one in self._open.get(key, ())]

    def latest(self, direction: Direction, correlation: str | None, *, events: bool = False) -> list[Exchange]:
        """Return the last exchange with a correlation, open or not, as a list; empty where there is none."""
        found = self._latest.get(_Key(direction, events, correlation or ""))
        return [self._by_id[found]] if found is not None else []

    def tick(self, now: dt.datetime, remember: dt.timedelta) -> None:
        """End what has timed out, and forget what ended long ago."""
        while (due := self._next_deadline()) is not None and due[0] <= now:
            self.put(ended(self._by_id[due[1]], State.TIMED_OUT, now))
            self.expired[due[1]] = None
        while self._ends and self._ends[0][0] < now - remember:
            time, key = heapq.heappop(self._ends)
            exchange = self._by_id.get(key)
            if exchange is not None and exchange.ended == time and not exchange.keep:
                self.drop(key)

    @property
    def next_deadline(self) -> dt.datetime | None:
        """When the next exchange times out, None when none will."""
        due = self._next_deadline()
        return due[0] if due is not None else None

    def _next_deadline(self) -> _Due | None:
        """Return the first deadline that still holds; those that were moved since are taken out."""
        while self._deadlines:
            time, key = self._deadlines[0]
            exchange = self._by_id.get(key)
            if exchange is not None and exchange.deadline == time:
                return time, key
            heapq.heappop(self._deadlines)
        return None

    def __iter__(self) -> Iterator[Exchange]:
        return iter(list(self._by_id.values()))

    def __len__(self) -> int:
        return len(self._by_id)


def _id(key: Exchange | str) -> str:
    return key.id if isinstance(key, Exchange) else key


def _key(exchange: Exchange) -> _Key | None:
    if exchange.correlation is None:
        return None
    return _Key(exchange.direction, exchange.pattern is Pattern.EVENT, exchange.correlation)


def _operations(message: Any) -> dict[int, str]:
    """Return the operations of a request, all open; none where they cannot be told."""
    if message.header.verb == "execute":
        try:
            message = expand(message, mode="raw")
        except Cim61968Error:
            return {}  # the receiver will have to refuse it
    found = message.payload.operation_set if message.payload is not None else None
    numbers = [one.operation_id for one in found.operation] if found is not None else []
    return {number: "open" for number in numbers if isinstance(number, int)}
