"""Strategies for whole exchanges: a request with all that answers it, and which fits it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, Literal, TypeAlias, get_args

from attrs import frozen
from hypothesis import strategies as st

from .._generated.message import EventMessage, RequestMessage, ResponseMessage
from ..builders import event
from ..nouns import NOUNS
from ..replying import acknowledge, reply, reply_error, reply_operations
from ..verbs import EVENT_OF
from ._drawing import Drawn, Size
from ._drawn_messages import DrawnSample

__all__ = ["Conversation", "Pattern", "exchanges"]

Pattern: TypeAlias = Literal["answered", "refused", "partial", "parts", "later", "reported", "operations"]
"""How an exchange goes; :func:`exchanges` tells of each."""
PATTERNS: tuple[Pattern, ...] = get_args(Pattern)
_REPLY_ADDRESSES = ("queue:CIS.REPLIES", "https://cis.northmoor.example/cim/reply")
_REFUSALS = ("2.4", "2.9", "5.3", "5.7")
_MOST_PARTS = 3
_CHANGING = ("create", "change", "cancel", "close", "delete")


@frozen(kw_only=True)
class Conversation:
    """A request and what follows it, in the order of sending: replies, the acknowledgement among them, and events."""

    pattern: Pattern
    request: RequestMessage
    replies: tuple[ResponseMessage, ...] = ()
    events: tuple[EventMessage, ...] = ()

    @property
    def messages(self) -> tuple[RequestMessage | ResponseMessage | EventMessage, ...]:
        """All messages: the request, its replies, the events it has caused."""
        return (self.request, *self.replies, *self.events)

    @property
    def answer(self) -> ResponseMessage | None:
        """The last reply, which ends the exchange."""
        return self.replies[-1] if self.replies else None


def exchanges(
    noun: str | None = None,
    *,
    patterns: Iterable[Pattern] = PATTERNS,
    max_items: int = 2,
    max_intervals: int = 6,
) -> st.SearchStrategy[Conversation]:
    """Return whole exchanges about a noun, or about any, whose messages are plausible and fit each other.

    ========== ====================================================================
    answered   the reply says OK, and to a query it has the data
    refused    the reply says FAILED, with an error
    partial    the reply has data, and an error for the rest
    parts      several replies with data; all but the last say that more is to come
    later      an acknowledgement at once, the reply to the reply address
    reported   the reply to a transaction, then the event that it has caused
    operations an operation set; the reply names the operations that have failed
    ========== ====================================================================

    >>> from cim61968_9.testing import exchanges
    >>> slow = exchanges("MeterReadings", patterns=["later", "parts"])

    Raises:
        LookupError: There is no such noun.
        ValueError: There is no such pattern, or none at all; or a bound is less than 1.
    """
    wanted = tuple(patterns)
    if not wanted or (unknown := set(wanted) - set(PATTERNS)):
        found = ", ".join(sorted(map(repr, unknown))) if wanted else "no pattern"
        raise ValueError(f"found {found}; expected {', '.join(PATTERNS)}, or some of them")
    if noun is not None and noun not in NOUNS:
        raise LookupError(f"no noun {noun!r}; expected a name in cim61968_9.NOUNS")
    size = Size(items=max_items, intervals=max_intervals)
    nouns = [noun] if noun is not None else sorted(NOUNS)
    return _conversations(nouns, wanted, size)


@st.composite
def _conversations(draw: st.DrawFn, nouns: list[str], patterns: tuple[Pattern, ...], size: Size) -> Conversation:
    drawn = Drawn(draw)
    noun, pattern = drawn.one_of(nouns), drawn.one_of(patterns)
    return _Talk(drawn, noun, size).talk(pattern)


class _Talk:
    """One exchange in the making."""

    def __init__(self, drawn: Drawn, noun: str, size: Size) -> None:
        self.drawn = drawn
        self.noun = noun
        self.size = size
        self.now = drawn.now

    def talk(self, pattern: Pattern) -> Conversation:
        """Return the exchange of a pattern."""
        makers: dict[Pattern, Callable[[], Conversation]] = {
            "answered": self._answered,
            "refused": self._refused,
            "partial": self._partial,
            "parts": self._in_parts,
            "later": self._later,
            "reported": self._reported,
            "operations": self._operations,
        }
        return makers[pattern]()

    def _request(self, verb: str, **more: Any) -> RequestMessage:
        message: RequestMessage = DrawnSample(self.drawn, self.size, more=more).request(verb, self.noun)
        return message

    def _any_request(self, **more: Any) -> RequestMessage:
        return self._request("get" if self.drawn.flag() else self.drawn.one_of(_CHANGING), **more)

    def _header(self) -> dict[str, Any]:
        """Return the options of the header of an answer, each a while after the one before."""
        self.now += dt.timedelta(seconds=self.drawn.number(1, 600))
        sent = self.now
        return {"source": "Northmoor-MDM", "now": lambda: sent, "new_id": self.drawn.mrid}

    def _data(self) -> Any:
        return DrawnSample(self.drawn, self.size).content(self.noun)

    def _positive(self, request: RequestMessage) -> ResponseMessage:
        data = self._data() if request.header.verb == "get" else None
        return reply(request, data, **self._header())

    def _errors(self, least: int = 1) -> list[Any]:
        codes = [self.drawn.one_of(_REFUSALS) for _ in range(self.drawn.number(least, 2))]
        return [reply_error(code, about=self.drawn.identity("Meter").name) for code in codes]

    def _answered(self) -> Conversation:
        request = self._any_request()
        return Conversation(pattern="answered", request=request, replies=(self._positive(request),))

    def _refused(self) -> Conversation:
        request = self._any_request()
        answer = reply(request, errors=self._errors(), result="FAILED", **self._header())
        return Conversation(pattern="refused", request=request, replies=(answer,))

    def _partial(self) -> Conversation:
        request = self._request("get")
        answer = reply(request, self._data(), errors=self._errors(), result="PARTIAL", **self._header())
        return Conversation(pattern="partial", request=request, replies=(answer,))

    def _in_parts(self) -> Conversation:
        request = self._request("get")
        count = self.drawn.number(2, _MOST_PARTS)
        replies = [
            reply(request, self._data(), more=number < count, **self._header()) for number in range(1, count + 1)
        ]
        return Conversation(pattern="parts", request=request, replies=tuple(replies))

    def _later(self) -> Conversation:
        request = self._any_request(reply_address=self.drawn.one_of(_REPLY_ADDRESSES), ack_required=True)
        first = acknowledge(request, code=self.drawn.flag(), **self._header())
        return Conversation(pattern="later", request=request, replies=(first, self._positive(request)))

    def _reported(self) -> Conversation:
        request = self._request(self.drawn.one_of(_CHANGING))
        answer = self._positive(request)
        told = event(EVENT_OF[request.header.verb], caused_by=request, **self._header())
        return Conversation(pattern="reported", request=request, replies=(answer,), events=(told,))

    def _operations(self) -> Conversation:
        request = self._request("execute")
        payload = request.payload
        assert payload is not None
        assert payload.operation_set is not None
        numbers = [one.operation_id for one in payload.operation_set.operation]
        failures = {number: self.drawn.one_of(_REFUSALS) for number in self.drawn.some(numbers, len(numbers))}
        answer = reply_operations(request, failures, **self._header())
        return Conversation(pattern="operations", request=request, replies=(answer,))
