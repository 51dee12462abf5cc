"""The values that describe an exchange and what arrives in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from ..outcomes import Outcome

__all__ = ["Arrival", "ArrivalKind", "Direction", "Exchange", "Pattern", "State"]


class Direction(StrEnum):
    """Who asked."""

    OUT = "out"
    """We did, and the other side answers."""
    IN = "in"
    """The other side did, and we answer."""


class Pattern(StrEnum):
    """How an exchange goes."""

    SYNCHRONOUS = "synchronous"
    """The answer comes at once, on the same connection."""
    ASYNCHRONOUS = "asynchronous"
    """An acknowledgement comes at once, replies come later."""
    ONE_WAY = "one-way"
    """Nothing comes back."""
    CALLBACK = "callback"
    """An answer comes at once; later the other side sends a request of its own, with the results."""
    EVENT = "event"
    """An event whose delivery is confirmed by a response, as over SOAP."""


class State(StrEnum):
    """Where an exchange stands."""

    ACKNOWLEDGEMENT = "awaiting acknowledgement"
    REPLY = "awaiting reply"
    CALLBACK = "awaiting callback"
    EVENTS = "awaiting events"
    COMPLETED = "completed"
    """All went well."""
    PARTIAL = "partial"
    """It has ended, and something was left out or has failed."""
    FAILED = "failed"
    """It has ended, and nothing was done."""
    FAULT = "fault"
    """The request was not understood."""
    TIMED_OUT = "timed out"
    """Nothing came for too long."""

    @property
    def is_open(self) -> bool:
        """Whether something is still awaited."""
        return self in _OPEN


_OPEN = frozenset({State.ACKNOWLEDGEMENT, State.REPLY, State.CALLBACK, State.EVENTS})
_AWAITED = {State.ACKNOWLEDGEMENT: "acknowledgement of", State.REPLY: "reply to", State.CALLBACK: "callback for"}


@frozen(kw_only=True)
class Exchange:
    """One exchange as it stands; a later state is another value, see :meth:`Exchanges.__getitem__`.

    ``id`` is unique among the exchanges of one :class:`Exchanges`; ``correlation`` is what replies repeat, None where
    only the connection can tell. ``operations`` holds the numbers of an operation set and how each ended: ``"open"``,
    ``"done"`` or ``"failed"``. ``parent`` is the exchange that a callback belongs to, or that a confirmed event
    follows from.
    """

    id: str
    direction: Direction
    pattern: Pattern
    state: State
    verb: str
    noun: str
    message_id: str | None
    correlation: str | None
    peer: str | None
    opened: dt.datetime
    timeout: dt.timedelta | None = None
    deadline: dt.datetime | None = None
    ended: dt.datetime | None = None
    replies: int = 0
    events: int = 0
    expected_events: int = 0
    with_errors: bool = False
    acknowledged: bool = False
    operations: Mapping[int, str] = field(factory=dict)
    parent: str | None = None
    keep: bool = False

    @property
    def is_open(self) -> bool:
        """Whether something is still awaited: from the other side, or from us where the other side asked."""
        return self.state.is_open

    @property
    def awaits(self) -> str | None:
        """What comes next, in words; None when the exchange has ended."""
        asked = f"{self.verb}({self.noun})"
        if self.state is State.EVENTS:
            return f"{self.expected_events - self.events} more events caused by {asked}"
        words = _AWAITED.get(self.state)
        return f"{words} {asked}" if words else None

    def __str__(self) -> str:
        return f"exchange {self.id}, {self.pattern} {self.verb}({self.noun}): {self.state}"


class ArrivalKind(StrEnum):
    """What an incoming message turned out to be."""

    REQUEST = "request"
    """The other side asks; answer it, unless the exchange has ended already because it is one-way."""
    CALLBACK = "callback"
    """The other side asks, and brings what belongs to an exchange of ours."""
    ACKNOWLEDGEMENT = "acknowledgement"
    """Our request has arrived; the answer comes later."""
    REPLY = "reply"
    FAULT = "fault"
    """Our request was not understood."""
    EVENT = "event"
    DUPLICATE = "duplicate"
    """It has arrived before; it was not counted again."""
    LATE = "late"
    """It belongs to an exchange that has ended; it was not counted."""
    UNCORRELATED = "uncorrelated"
    """It answers, but nothing that we know of."""


@frozen
class Arrival:
    """An incoming message, what it is, and the exchange it belongs to, None where it belongs to none."""

    kind: ArrivalKind
    message: Any = field(repr=False)
    exchange: Exchange | None = None
    outcome: Outcome | None = field(default=None, repr=False)
    """What a reply or fault says."""
    owed: Exchange | None = field(default=None, repr=False)
    """The exchange in which we owe an answer now: that of a request, or of an event that is to be confirmed."""

    @property
    def is_new(self) -> bool:
        """Whether it is to be processed: neither seen before, nor late, nor without a match."""
        return self.kind not in {ArrivalKind.DUPLICATE, ArrivalKind.LATE, ArrivalKind.UNCORRELATED}
