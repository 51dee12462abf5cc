"""Rules of events and faults."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..finding import Severity
from ._rule import Broken, rule
from .payloads import is_empty

__all__: list[str] = []


@rule(
    "ENV215",
    Severity.INFO,
    "event without payload",
    hint="put a copy of what was created or changed into the payload, or the identifiers of the objects",
    source="IEC 61968-100 ed. 1, 6.2.4; 6.3.5 and 6.8 are less strict",
    on="EventMessage",
)
def event_has_payload(message: Any) -> Iterator[Broken]:
    """Listeners have seen no request, so an event has to say what it is about."""
    if is_empty(message.payload):
        yield Broken("Payload", "found no payload in an event")


@rule(
    "ENV306",
    Severity.WARNING,
    "fault that does not say FAILED",
    hint="set the result to FAILED; what succeeded in part is answered by a response",
    source="IEC 61968-100 ed. 1, 6.3.6",
    on="FaultMessage",
)
def fault_has_failed(message: Any) -> Iterator[Broken]:
    """A fault says that the request could not be understood, so nothing of it can have succeeded."""
    if message.reply is not None and message.reply.result != "FAILED":
        yield Broken("Reply/Result", f"found {str(message.reply.result)!r}, expected 'FAILED'", message.reply.result)
