"""Strategies for whole exchanges: a request with all that answers it, and which fits it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, Literal, TypeAlias, get_args

from attrs import frozen
from hypothesis import strategies as st

from .._generated.message import ID, Error, EventMessage, RequestMessage, ResponseMessage
from ..builders import event
from ..codes.reply_codes import reply_code
from ..model import Element
from ..nouns import NOUNS
from ..replying import acknowledge, reply, reply_error, reply_operations
from ..sampling._tables import outline
from ..verbs import EVENT_OF
from ._arguments import noun_named, zone_given
from ._asked import Asked, named_in
from ._drawing import Drawn, Size
from ._drawn_messages import DrawnSample

__all__ = ["Conversation", "Pattern", "exchanges"]

Pattern: TypeAlias = Literal["answered", "refused", "partial", "parts", "later", "reported", "operations"]
"""How an exchange goes; :func:`exchanges` tells of each."""
PATTERNS: tuple[Pattern, ...] = get_args(Pattern)
_REPLY_ADDRESSES = ("queue:CIS.REPLIES", "https://cis.northmoor.example/cim/reply")
_UNKNOWN = ("2.4", "2.12", "2.16", "2.19", "2.20", "2.22", "2.24", "2.30", "2.31", "2.32", "2.33")
"""Codes that say that an object is not known; each is of one kind of object."""
_NO_DATA = "5.7"
_FAILURES = ("5.3", "2.9")
_FIRST = 4
"""Errors are about the first objects of a request: those that it is about."""
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
    noun: str | type[Element] | None = None,
    *,
    patterns: Pattern | Iterable[Pattern] = PATTERNS,
    max_items: int = 2,
    max_intervals: int = 6,
    zone: dt.tzinfo | None = None,
) -> st.SearchStrategy[Conversation]:
    """Return whole exchanges about a noun, or about any, whose messages are plausible and fit each other.

    Data is of the objects, types and times that the request asks for, or of a part of them; errors are about its
    objects, and events carry its content. All times are those of one place, or of ``zone``.

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
        TypeError: The noun is neither a name nor a class, the zone is none.
    """
    wanted = (patterns,) if isinstance(patterns, str) else tuple(patterns)
    if not wanted or (unknown := set(wanted) - set(PATTERNS)):
        found = ", ".join(sorted(map(repr, unknown))) if wanted else "no pattern"
        raise ValueError(f"found {found}; expected {', '.join(PATTERNS)}, or some of them")
    nouns = [noun_named(noun)] if noun is not None else sorted(NOUNS)
    return _conversations(nouns, wanted, Size(items=max_items, intervals=max_intervals), zone_given(zone))


@st.composite
def _conversations(
    draw: st.DrawFn, nouns: list[str], patterns: tuple[Pattern, ...], size: Size, zone: dt.tzinfo | None
) -> Conversation:
    drawn = Drawn(draw, zone)
    noun, pattern = drawn.one_of(nouns), drawn.one_of(patterns)
    return _Talk(drawn, noun, size).talk(pattern)


class _Talk:
    """One exchange in the making."""

    def __init__(self, drawn: Drawn, noun: str, size: Size) -> None:
        self.drawn = drawn
        self.noun = noun
        self.size = size
        self.now = drawn.now
        self.asked = Asked()

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

    def _request(self, verb: str, least: int = 1, **more: Any) -> RequestMessage:
        sample = DrawnSample(self.drawn, self.size, more=more, least=least)
        message: RequestMessage = sample.request(verb, self.noun)
        self.asked = sample.question
        return message

    def _any_request(self, **more: Any) -> RequestMessage:
        return self._request("get" if self.drawn.flag() else self.drawn.one_of(_CHANGING), **more)

    def _header(self) -> dict[str, Any]:
        """Return the options of the header of an answer, each a while after the one before."""
        self.now = self.drawn.at(self.now + dt.timedelta(seconds=self.drawn.number(1, 600)))
        sent = self.now
        return {"source": "Northmoor-MDM", "now": lambda: sent, "new_id": self.drawn.mrid}

    def _data(self, asked: Asked | None = None) -> Any:
        """Return data of what the request asks for, or of a part of it."""
        return DrawnSample(self.drawn, self.size).answer(self.noun, asked or self.asked)

    def _positive(self, request: RequestMessage) -> ResponseMessage:
        data = self._data() if request.header.verb == "get" else None
        return reply(request, data, **self._header())

    def _errors(self, request: RequestMessage) -> list[Error]:
        named = named_in(request.request, request.payload)[:_FIRST]
        general = (_NO_DATA,) if request.header.verb == "get" else _FAILURES
        return [self._error(named, general) for _ in range(self.drawn.number(1, 2))]

    def _error(self, named: list[ID], general: Sequence[str]) -> Error:
        """Return an error about one of some objects, if there are any."""
        about = self.drawn.one_of(named) if named else None
        unknown = _unknown().get(about.object_type or "") if about is not None else None
        code = self.drawn.one_of([*general, unknown] if unknown else general)
        return reply_error(code, about=about) if about is not None else reply_error(code)

    def _answered(self) -> Conversation:
        request = self._any_request()
        return Conversation(pattern="answered", request=request, replies=(self._positive(request),))

    def _refused(self) -> Conversation:
        request = self._any_request()
        answer = reply(request, errors=self._errors(request), result="FAILED", **self._header())
        return Conversation(pattern="refused", request=request, replies=(answer,))

    def _partial(self) -> Conversation:
        request = self._request("get", least=min(2, self.size.items))
        told, rest = self.asked.part(0, 2), self.asked.part(1, 2)
        missing = {text for several in rest.objects.values() for one in several for text in (one.mrid, one.name)}
        named = named_in(request.request, request.payload)
        missed = [one for one in named if one.value in missing] or named
        apart = rest.objects != self.asked.objects
        errors = [self._error(missed, (_NO_DATA,)) if apart else reply_error(_NO_DATA, about=missed[0])]
        answer = reply(request, self._data(told), errors=errors, result="PARTIAL", **self._header())
        return Conversation(pattern="partial", request=request, replies=(answer,))

    def _in_parts(self) -> Conversation:
        timed = "TimeSchedule" in (outline("roots", f"Get{self.noun}") or ())
        count = self.drawn.number(2, _MOST_PARTS if timed else max(2, min(self.size.items, _MOST_PARTS)))
        request = self._request("get", least=1 if timed else count)
        replies = [
            reply(request, self._data(self.asked.part(number, count)), more=number + 1 < count, **self._header())
            for number in range(count)
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
        operations = payload.operation_set.operation
        failures = {
            one.operation_id: self._error(named_in(one)[:_FIRST], _FAILURES)
            for one in self.drawn.some(operations, len(operations))
        }
        answer = reply_operations(request, failures, **self._header())
        return Conversation(pattern="operations", request=request, replies=(answer,))


@cache
def _unknown() -> dict[str, str]:
    known = {reply_code(code).objects: code for code in _UNKNOWN}
    return known | {"EndDevice": known["Meter"]}
