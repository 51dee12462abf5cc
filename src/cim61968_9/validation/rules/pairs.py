"""Rules of a reply, or of an event, beside the request that it answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._mixins import EnvelopeMessage
from ..finding import Severity
from ._rule import PAIR_CHECKS, Broken, rule
from .headers import kind_of
from .payloads import is_empty
from .replies import counts

__all__ = ["check_request", "correlation_of", "review_pair"]

_ANSWERED = frozenset({"RequestMessage", "EventMessage", "Message"})
_OF_EVENTS = frozenset({"COR205"})
"""What holds of an event that answers a request, too; it has no result, and may be of another noun."""


def check_request(found: Any) -> None:
    """Make sure that a reply can be made for something or compared with it: a request, or an event to be confirmed.

    Raises:
        TypeError: It is neither.
    """
    if not isinstance(found, EnvelopeMessage) or found.kind not in _ANSWERED:
        raise TypeError(
            f"found {type(found).__name__}, expected what is answered: a RequestMessage, or an EventMessage"
        )


def correlation_of(request: Any) -> str | None:
    """Return the CorrelationID of whatever follows a request: its own, else its MessageID, else None.

    An empty identifier counts as absent. Source: IEC 61968-100 edition 1, 6.9.
    """
    header = request.header
    for found in (header.correlation_id, header.message_id) if header is not None else ():
        if found and found.strip():
            return str(found)
    return None


def review_pair(request: Any, reply: Any) -> Iterator[tuple[str, Broken]]:
    """Yield the rules that a reply, or an event, breaks as the answer to a request."""
    if getattr(reply, "header", None) is None or request.header is None:
        return  # a fault has none, and fits every request; where another has none, a finding of the schema says so
    is_event = kind_of(reply) == "EventMessage"
    for name, check in PAIR_CHECKS:
        if is_event and name not in _OF_EVENTS:
            continue
        for broken in check(request, reply):
            yield name, broken


@rule(
    "COR205",
    Severity.WARNING,
    "correlation of another request",
    hint="repeat the CorrelationID of the request; where it has none, its MessageID; where it has neither, none",
    source="IEC 61968-100 ed. 1, 6.9",
    on="Pair",
)
def reply_repeats_correlation(request: Any, reply: Any) -> Iterator[Broken]:
    """The requester finds the request that a reply, or an event, belongs to by this alone."""
    expected, found = correlation_of(request), reply.header.correlation_id
    if found is None or not found.strip():
        if expected is not None and kind_of(reply) == "EventMessage":  # of a reply COR201 says so
            message = f"found no CorrelationID in an event, expected {expected!r} of the request"
            yield Broken("Header/CorrelationID", message)
    elif found != expected:
        wanted = f"{expected!r} of the request" if expected is not None else "none, since the request has none"
        yield Broken("Header/CorrelationID", f"found {found!r}, expected {wanted}", found)


@rule(
    "ENV310",
    Severity.WARNING,
    "success of a query without data",
    hint="give the data; where there is none say FAILED with code 5.7, and acknowledge(...) when data comes later",
    source="IEC 61968-100 ed. 1, 6.2.4",
    on="Pair",
)
def query_is_answered_with_data(request: Any, reply: Any) -> Iterator[Broken]:
    """OK means that all that was asked for is in the reply."""
    if request.header.verb != "get" or request.header.async_reply_flag is True:
        return
    said = reply.reply
    if said is not None and said.result == "OK" and is_empty(reply.payload) and not said.id:
        yield Broken("Payload", "found result OK and no payload in the reply to a get request")


@rule(
    "ENV311",
    Severity.WARNING,
    "payload in the reply to a transaction",
    hint="leave the payload out; identifiers of new objects go into ids=[...], the objects into an event",
    source="IEC 61968-100 ed. 1, 6.2.4",
    on="Pair",
)
def transaction_is_answered_without_data(request: Any, reply: Any) -> Iterator[Broken]:
    """The requester knows the content, since it has sent it; others learn of it from the event that follows."""
    payload = reply.payload
    if request.header.verb != "get" and payload is not None and (payload.content or payload.compressed):
        yield Broken("Payload", f"found a payload in the reply to a {request.header.verb} request")


@rule(
    "ENV312",
    Severity.WARNING,
    "noun of another request",
    hint="repeat the noun of the request",
    source="IEC 61968-100 ed. 1, 6.2.3",
    on="Pair",
)
def reply_repeats_noun(request: Any, reply: Any) -> Iterator[Broken]:
    """A reply is dispatched by its noun, and that of the request is what the requester waits for."""
    expected, found = request.header.noun, reply.header.noun
    if found not in {expected, f"Get{expected}"}:
        yield Broken("Header/Noun", f"found {found!r}, expected {expected!r} of the request", found)


@rule(
    "ENV313",
    Severity.WARNING,
    "operation that was not in the set",
    hint="use a number of the operations in the request",
    source="IEC 61968-100 ed. 1, 6.10.3",
    on="Pair",
)
def operations_are_of_the_request(request: Any, reply: Any) -> Iterator[Broken]:
    """The number is all that tells which operation succeeded or failed."""
    payload = request.payload
    if reply.reply is None or (payload is not None and payload.compressed):
        return
    operations = payload.operation_set.operation if payload is not None and payload.operation_set is not None else []
    known = {one.operation_id for one in operations if isinstance(one.operation_id, int)}
    errors = reply.reply.error
    places = [("Reply/operationId", reply.reply.operation_id)]
    for number, error in enumerate(errors, 1):
        places.append((f"Reply/Error{f'[{number}]' if len(errors) > 1 else ''}/operationId", error.operation_id))
    for path, found in places:
        if found is not None and found not in known:
            listed = ", ".join(map(str, sorted(known))) or "none, since the request is no operation set"
            yield Broken(path, f"found {found}, expected one of {listed}", str(found))


@rule(
    "ENV315",
    Severity.WARNING,
    "answer that nobody wants",
    hint="send nothing; errors of a one-way request go into your own log",
    source="IEC 61968-100 ed. 1, 6.3.2",
    on="Pair",
)
def one_way_is_not_answered(request: Any, _reply: Any) -> Iterator[Broken]:
    """With AckRequired false the sender does not listen."""
    if request.header is not None and request.header.ack_required is False:
        yield Broken("Header", "found an answer to a request with AckRequired false")


@rule(
    "ENV314",
    Severity.WARNING,
    "part of an all-or-nothing set",
    hint="say FAILED: the cause at the operation that failed, and code 5.9 at those that were undone",
    source="IEC 61968-100 ed. 1, 6.10.1, and code 5.9 of IEC 61968-9 ed. 2",
    on="Pair",
)
def whole_sets_are_whole(request: Any, reply: Any) -> Iterator[Broken]:
    """With enforceTransactionalIntegrity either all operations took effect or none did."""
    operations = request.payload.operation_set if request.payload is not None else None
    if operations is None or operations.enforce_transactional_integrity is not True or reply.reply is None:
        return
    if reply.reply.result == "PARTIAL" and any(counts(error) for error in reply.reply.error):
        yield Broken(
            "Reply/Result", "found PARTIAL with errors for a set that is carried out whole or not at all", None
        )
