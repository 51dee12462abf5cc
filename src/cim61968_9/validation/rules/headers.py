"""Rules of the header: verb and kind of message, asynchronous and one-way exchanges, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ...verbs import KIND_OF
from ..finding import Severity
from ._rule import Broken, rule

__all__ = ["is_address", "kind_of"]

_ADDRESS = re.compile(r"(?i:https?)://[^\s/]+(/\S*)?|(?i:topic|queue):\S+", re.ASCII)
_TAKES = {kind: [verb for verb, its in KIND_OF.items() if its == kind] for kind in set(KIND_OF.values())}


@lru_cache(maxsize=256)
def is_address(text: str) -> bool:
    """Tell whether a text has the form of an address for later replies; a system meets the same few again and again."""
    return _ADDRESS.fullmatch(text) is not None


def kind_of(message: Any) -> str:
    """Return the kind of a message: the name of its root, or what its parts and its verb make of a ``Message``."""
    if message.kind != "Message":
        return str(message.kind)
    if message.reply is not None:
        return "ResponseMessage"
    if message.request is not None:
        return "RequestMessage"
    return KIND_OF.get(getattr(message.header, "verb", None) or "", "Message")


@rule(
    "ENV201",
    Severity.WARNING,
    "verb of another kind of message",
    hint="use the verb that belongs to the kind of message, or the kind that belongs to the verb",
    source="IEC 61968-100 ed. 1, 6.2.2",
)
def verb_fits_kind(message: Any) -> Iterator[Broken]:
    """Receivers dispatch by verb and noun, so a verb in the wrong kind of message is refused or misunderstood."""
    verb = message.header.verb
    kind, own = KIND_OF.get(verb), kind_of(message)
    if kind is not None and own not in {kind, "Message"}:
        expected = ", ".join(_TAKES[own])
        yield Broken("Header/Verb", f"found {str(verb)!r} in {own}, expected {expected}", verb)


@rule(
    "ENV211",
    Severity.WARNING,
    "asynchronous request without reply address",
    hint="set reply_address, where the replies are to be sent",
    source="IEC 61968-100 ed. 1, 5.2.5 and 6.3.2",
    on="RequestMessage",
)
def async_has_address(message: Any) -> Iterator[Broken]:
    """With AsyncReplyFlag the answers come later, and the receiver has to know where to send them."""
    header = message.header
    if header.async_reply_flag is True and not (header.reply_address or "").strip():
        yield Broken("Header/ReplyAddress", "found AsyncReplyFlag true and no ReplyAddress")


@rule(
    "ENV212",
    Severity.WARNING,
    "reply address of unknown form",
    hint="use an address that begins with http://, https://, topic: or queue:",
    source="IEC 61968-100 ed. 1, 6.3.2",
    on="RequestMessage",
)
def address_has_known_form(message: Any) -> Iterator[Broken]:
    """A receiver can send replies only to a web address, a topic or a queue."""
    address = message.header.reply_address
    if address and address.strip() and not is_address(address.strip()):
        yield Broken(
            "Header/ReplyAddress",
            f"found {address!r}, expected https://HOST/PATH, http://HOST/PATH, topic:NAME or queue:NAME",
            address,
        )


@rule(
    "ENV213",
    Severity.WARNING,
    "one-way request that asks for replies",
    hint="leave out ack_required=False, or async_reply_flag and reply_address",
    source="IEC 61968-100 ed. 1, 6.3.2",
    on="RequestMessage",
)
def one_way_asks_for_nothing(message: Any) -> Iterator[Broken]:
    """With AckRequired false nothing comes back: the flag for later replies is pointless, and their address ignored."""
    header = message.header
    if header.ack_required is False and (header.async_reply_flag is True or header.reply_address):
        yield Broken("Header/AckRequired", "found AckRequired false together with AsyncReplyFlag or ReplyAddress")


@rule(
    "ENV214",
    Severity.INFO,
    "request for replies where there are none",
    hint="leave out async_reply_flag and reply_address; only requests have them",
    source="IEC 61968-100 ed. 1, 6.3.2",
    on=("ResponseMessage", "EventMessage"),
)
def only_requests_ask(message: Any) -> Iterator[Broken]:
    """Nobody answers a response or an event, so a receiver ignores these fields there."""
    header = message.header
    if header.async_reply_flag is True:
        yield Broken("Header/AsyncReplyFlag", f"found AsyncReplyFlag true in {message.kind}")
    elif header.reply_address:
        yield Broken("Header/ReplyAddress", f"found ReplyAddress in {message.kind}", header.reply_address)
