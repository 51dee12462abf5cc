"""Checks a whole message against the rules that apply to its kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...verbs import KIND_OF
from ._rule import CHECKS, Broken, Check, failure, has_guests
from .headers import is_address, kind_of
from .pairs import correlation_of, review_pair
from .payloads import noun_of

__all__ = ["is_plain", "review", "review_answer"]


def review(message: Any) -> Iterator[tuple[str, Broken]]:
    """Yield the rules that a message breaks, each with the place."""
    kind = kind_of(message)
    if kind != "FaultMessage" and message.header is None:
        return  # a finding of the schema says so
    for name, check in CHECKS.get(kind, ()):
        yield from _asked(name, check, message)
    payload = getattr(message, "payload", None)
    if payload is not None and payload.operation_set is not None and kind in {"RequestMessage", "EventMessage"}:
        for name, check in CHECKS["OperationSet"]:
            yield from _asked(name, check, message)


def _asked(name: str, check: Check, message: Any) -> Iterator[tuple[str, Broken]]:
    try:
        for broken in check(message):
            yield name, broken
    except Exception as error:  # noqa: BLE001  # of a rule that somebody wrote
        yield failure(name, error)


def review_answer(request: Any, reply: Any) -> Iterator[tuple[str, Broken]]:
    """Yield the rules that a reply breaks, by itself and as the answer to a request."""
    uncorrelated = correlation_of(request) is None
    for name, broken in review(reply):
        if name != "COR201" or not uncorrelated:  # without anything to repeat, a reply without correlation is right
            yield name, broken
    yield from review_pair(request, reply)


def is_plain(message: Any) -> bool:
    """Tell in little time that a message is of the usual form, which breaks no rule; of any other form it says no.

    Most messages are, and to ask every rule takes longer than to read a small one. A law of the tests holds this
    against :func:`review`.
    """
    if has_guests():
        return False
    header = getattr(message, "header", None)
    kind = type(message).__name__
    if header is None or not header.noun or KIND_OF.get(header.verb) != kind:
        return False
    if not header.message_id or not header.message_id.strip():
        return False
    stamp, replay, correlation = header.timestamp, header.replay_detection, header.correlation_id
    if stamp is not None and getattr(stamp, "tzinfo", None) is None:
        return False
    if replay is not None and getattr(replay.created, "tzinfo", None) is None:
        return False
    if correlation is not None and not correlation.strip():
        return False
    payload = message.payload
    if payload is not None and (
        len(payload.content) != 1
        or payload.id
        or payload.operation_set is not None
        or payload.format not in {None, "XML"}
        or header.noun[:3] == "Get"
        or noun_of(payload.content[0]) != header.noun
    ):
        return False
    if kind == "RequestMessage":
        return _is_plain_request(header, message.request, payload)
    if header.async_reply_flag or header.reply_address:
        return False
    if kind == "EventMessage":
        return payload is not None and header.verb != "executed"
    reply = message.reply
    return reply is not None and reply.result == "OK" and not reply.error and not reply.id and correlation is not None


def _is_plain_request(header: Any, request: Any, payload: Any) -> bool:
    verb, address = header.verb, header.reply_address
    if header.async_reply_flag and (not address or header.correlation_id is None or header.ack_required is False):
        return False
    if address and (header.ack_required is False or not is_address(address)):
        return False
    if request is not None and (request.id or request.start_time is not None or request.end_time is not None):
        return False
    if verb == "get":
        content = request.content if request is not None else []
        return payload is None and len(content) == 1 and noun_of(content[0]) == f"Get{header.noun}"
    return payload is not None and verb != "execute" and (request is None or not request.content)
