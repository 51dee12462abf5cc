"""The verbs of a header: which kind of message each belongs to, and which event follows which request.

Source: IEC 61968-100 edition 1, 6.2.2 and annex B.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

__all__ = [
    "EVENT_OF",
    "EVENT_VERBS",
    "KIND_OF",
    "OPERATION_VERBS",
    "REQUEST_VERBS",
    "EventVerb",
    "OperationVerb",
    "RequestVerb",
]

RequestVerb: TypeAlias = Literal["get", "create", "change", "cancel", "close", "delete", "execute"]
EventVerb: TypeAlias = Literal["created", "changed", "canceled", "closed", "deleted", "executed"]
OperationVerb: TypeAlias = Literal["create", "change", "delete"]

EVENT_OF: Mapping[str, EventVerb] = {
    "create": "created",
    "change": "changed",
    "cancel": "canceled",
    "close": "closed",
    "delete": "deleted",
    "execute": "executed",
}
"""The verb of the event that reports a transaction, by the verb of the request."""
REQUEST_VERBS = ("get", *EVENT_OF)
EVENT_VERBS = tuple(EVENT_OF.values())
OPERATION_VERBS: tuple[OperationVerb, ...] = ("create", "change", "delete")
"""What an operation of an operation set may do; in events, the past tense of these."""
KIND_OF: Mapping[str, str] = {
    **dict.fromkeys(REQUEST_VERBS, "RequestMessage"),
    "reply": "ResponseMessage",
    **dict.fromkeys(EVENT_VERBS, "EventMessage"),
}
"""The kind of message that each verb belongs to."""
