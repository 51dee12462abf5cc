"""Remembers which messages went by, so that each counts once."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from typing import Any, NamedTuple

from ..errors import ProtocolError
from ..validation.rules.payloads import roots

__all__ = ["Seen", "Sighting"]


class Sighting(NamedTuple):
    """When a message went by, to which exchange it belonged, and what it looked like."""

    at: dt.datetime
    exchange: str
    look: str


class Seen(dict[tuple[str, str], Sighting]):
    """Messages by source and MessageID, the oldest first; those without MessageID cannot be told apart."""

    def note(self, message: Any, exchange: str | None, now: dt.datetime) -> None:
        """Remember a message."""
        if (key := _key(message)) is not None and key not in self:
            self[key] = Sighting(now, exchange or "", _look(message))

    def find(self, message: Any, error: type[ProtocolError]) -> str | None:
        """Return the exchange of a message that was seen before, empty where it had none; None when it is new.

        Raises:
            error: Its MessageID was seen before on another message.
        """
        key = _key(message)
        found = self.get(key) if key is not None else None
        if found is None:
            return None
        if found.look != _look(message):
            raise error(f"the MessageID {message.header.message_id!r} was that of another message; expected a new one")
        return found.exchange

    def forget_before(self, time: dt.datetime, now: dt.datetime, *, keep: Callable[[str], bool]) -> None:
        """Forget messages that went by before a time, but for those of exchanges that are to be kept."""
        old = itertools.takewhile(lambda item: item[1].at < time, self.items())
        for key, found in list(old):
            del self[key]
            if keep(found.exchange):
                self[key] = found._replace(at=now)  # looked at again when as much time has gone by


def _key(message: Any) -> tuple[str, str] | None:
    header = getattr(message, "header", None)
    if header is None or not (header.message_id or "").strip():
        return None
    return header.source or "", header.message_id


def _look(message: Any) -> str:
    """Return what tells a message from another with the same MessageID, at little cost."""
    header, reply = message.header, getattr(message, "reply", None)
    parts = [message.kind, header.verb, header.noun, header.timestamp, header.correlation_id, *roots(message.payload)]
    if reply is not None:
        parts += [reply.result, reply.operation_id, *(error.code for error in reply.error)]
    return "|".join("" if part is None else str(part) for part in parts)
