"""Checks messages in memory: against the schemas and against the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._mixins import EnvelopeMessage
from .model import Element
from .validation.finding import Finding
from .validation.rules import (
    RULES,
    check_request,
    finding,
    findings,
    kind_of,
    review,
    review_answer,
    review_content,
)
from .xml.check import check as faults_of
from .xml.writing import OPERATION_SET, envelope_of, operation_set, root_of

if TYPE_CHECKING:
    from ._generated.message import EventMessage, Message, RequestMessage

__all__ = ["check"]


def check(message: Element, *, answers: RequestMessage | EventMessage | Message | None = None) -> tuple[Finding, ...]:
    """Return what is wrong or remarkable in a message or payload, without writing it.

    ``answers`` is the request that a response answers: then the two are checked against each other as well. Of an event
    that reports what a request has caused, that is the correlation; a fault fits every request.

    >>> import cim61968_9 as cim
    >>> request = cim.get("MeterReadings", ids=["M-17"], message_id="4711")
    >>> reply = cim.reply(request, errors=["5.7"])
    >>> reply.header.noun = "MeterConfig"
    >>> [finding.rule for finding in cim.check(reply, answers=request)]
    ['ENV312']

    Raises:
        TypeError: It is neither a message nor the root element of a payload; ``answers`` is neither a request nor an
            event; or the message that should answer is a request.
    """
    if answers is not None:
        check_request(answers)
    known = envelope_of(type(message))
    name = known.name if known is not None else root_of(type(message))
    name = OPERATION_SET if isinstance(message, operation_set()) else name
    if name is None:
        raise TypeError(f"found {type(message).__name__}, expected a message or a noun such as MeterReadings")
    if answers is not None and isinstance(message, EnvelopeMessage) and kind_of(message) == "RequestMessage":
        raise TypeError("found a request, which answers no other; expected a response, a fault or an event")
    found = [
        finding(fault.rule, fault.message, path=fault.path, value=fault.value, hint=RULES[fault.rule].hint)
        for fault in faults_of(message, f"/{name}", root_of)
    ]
    if isinstance(message, EnvelopeMessage):
        found += findings(review(message) if answers is None else review_answer(answers, message), name)
    return (*found, *findings(review_content(message), name))
