"""Where the exchanges of one system are kept: by id, by correlation, and by the time at which something is due."""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Iterator
from typing import Any

from ..errors import LocalProtocolError
from ..validation.rules import correlation_of
from ._progress import ended, renewed
from ._state import Direction, Exchange, Pattern, State

__all__ = ["Books"]

_Due = tuple[dt.datetime, str]


class Books:
    """Exchanges, found in about the same time however many there are."""

    def __init__(self) -> None:
        self._by_id: dict[str, Exchange] = {}
        self._by_key: dict[tuple[Direction, str], list[str]] = {}
        self._deadlines: list[_Due] = []
        self._ends: list[_Due] = []
        self.next = 1
        """The number of the next exchange."""

    def open(self, message: Any, direction: Direction, pattern: Pattern, now: dt.datetime, **rest: Any) -> Exchange:
        """Enter a new exchange for the message that opens it; ``rest`` are further fields."""
        header = message.header
        operations = message.payload.operation_set if message.payload is not None else None
        acknowledged = pattern in {Pattern.ASYNCHRONOUS, Pattern.CALLBACK}
        exchange = Exchange(
            id=f"{direction}-{self.next}",
            direction=direction,
            pattern=pattern,
            state=State.ACKNOWLEDGEMENT if acknowledged else State.REPLY,
            verb=str(header.verb),
            noun=header.noun,
            message_id=header.message_id or None,
            peer=header.source if direction is Direction.IN else None,
            opened=now,
            operations={one.operation_id: "open" for one in operations.operation} if operations is not None else {},
            **{"correlation": correlation_of(message), **rest},
        )
        self.next += 1
        if pattern is Pattern.ONE_WAY:
            return self.put(ended(exchange, State.COMPLETED, now))
        return self.put(renewed(exchange, now))

    def put(self, exchange: Exchange) -> Exchange:
        """Enter an exchange, or its new state, and return it."""
        before = self._by_id.get(exchange.id)
        self._by_id[exchange.id] = exchange
        if before is None and exchange.correlation is not None:
            self._by_key.setdefault((exchange.direction, exchange.correlation), []).append(exchange.id)
        if exchange.deadline is not None and (before is None or before.deadline != exchange.deadline):
            heapq.heappush(self._deadlines, (exchange.deadline, exchange.id))
        if exchange.ended is not None and (before is None or before.ended != exchange.ended):
            heapq.heappush(self._ends, (exchange.ended, exchange.id))
        return exchange

    def drop(self, key: Exchange | str) -> None:
        """Forget an exchange."""
        exchange = self._by_id.pop(_id(key), None)
        if exchange is None or exchange.correlation is None:
            return
        place = exchange.direction, exchange.correlation
        self._by_key[place].remove(exchange.id)
        if not self._by_key[place]:
            del self._by_key[place]

    def get(self, key: Exchange | str) -> Exchange | None:
        """Return the present state of an exchange."""
        return self._by_id.get(_id(key))

    def named(self, key: Exchange | str) -> Exchange:
        """Return the present state of an exchange that the caller names.

        Raises:
            LocalProtocolError: There is no such exchange.
        """
        found = self.get(key)
        if found is None:
            raise LocalProtocolError(f"found no exchange {_id(key)!r}; it was forgotten, or is one of other books")
        return found

    def with_correlation(self, direction: Direction, key: str | None) -> list[Exchange]:
        """Return the exchanges with a correlation, oldest first."""
        return [self._by_id[one] for one in self._by_key.get((direction, key or ""), ())]

    def find(self, direction: Direction, key: str | None) -> Exchange | None:
        """Return the exchange with a correlation: one that is open, else the latest."""
        found = self.with_correlation(direction, key)
        return next((one for one in found if one.is_open), found[-1] if found else None)

    def tick(self, now: dt.datetime, remember: dt.timedelta) -> Iterator[Exchange]:
        """End what has timed out, which is yielded, and forget what ended long ago."""
        while (due := self._next_deadline()) is not None and due[0] <= now:
            yield self.put(ended(self._by_id[due[1]], State.TIMED_OUT, now))
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
