"""Rules of correlation: which reply belongs to which request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..finding import Severity
from ._rule import Broken, rule

__all__: list[str] = []


@rule(
    "COR201",
    Severity.WARNING,
    "reply without correlation",
    hint="repeat the CorrelationID of the request; where it has none, take its MessageID",
    source="IEC 61968-100 ed. 1, 6.9",
    on="ResponseMessage",
)
def reply_is_correlated(message: Any) -> Iterator[Broken]:
    """Without a CorrelationID only the connection tells which request a reply belongs to.

    It may be missing when the request had neither CorrelationID nor MessageID.
    """
    if not (message.header.correlation_id or "").strip():
        yield Broken("Header/CorrelationID", "found no CorrelationID in a reply")


@rule(
    "COR202",
    Severity.INFO,
    "empty identifier",
    hint="leave the element out; it is taken as absent",
    source="seen in test messages of 2011; the schema accepts it",
    on=("RequestMessage", "EventMessage"),
)
def identifiers_are_not_empty(message: Any) -> Iterator[Broken]:
    """An empty MessageID or CorrelationID identifies nothing, and some receivers would repeat the empty text."""
    header = message.header
    for tag, value in (("MessageID", header.message_id), ("CorrelationID", header.correlation_id)):
        if value is not None and not value.strip():
            yield Broken(f"Header/{tag}", f"found an empty {tag}", value)


@rule(
    "COR203",
    Severity.WARNING,
    "request that no reply can be matched with",
    hint="set message_id, and correlation_id where several messages belong together",
    source="IEC 61968-100 ed. 1, 6.9",
    on="RequestMessage",
)
def request_can_be_matched(message: Any) -> Iterator[Broken]:
    """With neither MessageID nor CorrelationID a reply cannot say what it answers."""
    header = message.header
    known = ((header.message_id or "").strip(), (header.correlation_id or "").strip())
    if header.ack_required is not False and not any(known):
        yield Broken("Header", "found neither MessageID nor CorrelationID in a request that wants an answer")


@rule(
    "COR204",
    Severity.INFO,
    "asynchronous request without CorrelationID",
    hint="set correlation_id; the MessageID of the request will do",
    source="IEC 61968-100 ed. 1, 5.2.5",
    on="RequestMessage",
)
def async_is_correlated(message: Any) -> Iterator[Broken]:
    """Later replies and events of an asynchronous exchange are matched by the CorrelationID alone at some receivers."""
    header = message.header
    if (
        header.async_reply_flag is True
        and (header.message_id or "").strip()
        and not (header.correlation_id or "").strip()
    ):
        yield Broken("Header/CorrelationID", "found AsyncReplyFlag true and no CorrelationID")
