"""Two or more systems that send each other messages, for the scripts beside this one: no network, no real clock.

Every message goes over the line as XML, is printed, and is read strictly by its receiver. Time and identifiers are made
up, so that a script prints the same each time.
"""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import cim61968_9 as cim

__all__ = ["AT_ONCE", "Line", "System"]

AT_ONCE = dt.timedelta(seconds=1)
_NAMESPACE = uuid.UUID("6f1d1b7e-58f4-4c57-9a55-0d4c2a9be111")


class Line:
    """The line between all systems, with the clock that they share and a record of all that was sent."""

    def __init__(self, title: str, start: str) -> None:
        self.now = dt.datetime.fromisoformat(start)
        self.sent: list[bytes] = []
        self.systems: list[System] = []
        print(f"{title}\n{'=' * len(title)}")

    def system(self, name: str, *, zone: dt.tzinfo | None = dt.UTC, **says: Any) -> System:
        """Return a system at the line; ``says`` is what it says of itself, as of :class:`cim61968_9.Sender`."""
        made = System(self, name, zone=zone, **says)
        self.systems.append(made)
        return made

    def wait(self, **length: float) -> None:
        """Let time go by."""
        self.now += dt.timedelta(**length)
        print(f"\n... {dt.timedelta(**length)} later ...")


class System:
    """One system: what it says of itself, and the exchanges it has with others."""

    def __init__(self, line: Line, name: str, **says: Any) -> None:
        self.name = name
        self._line = line
        self._made = 0
        self.sender = cim.Sender(source=name, context="TESTING", now=lambda: line.now, new_id=self._new_id, **says)
        self.exchanges = cim.Exchanges(now=lambda: line.now)

    def send(self, message: Any, *, to: System, **options: Any) -> cim.Arrival:
        """Send a message and return what it is to its receiver; ``options`` are those of ``Exchanges.send``."""
        self._line.now += AT_ONCE
        self.exchanges.send(message, **options)
        data = cim.to_bytes(message, pretty=True)
        self._line.sent.append(data)
        at = f"{self._line.now:%Y-%m-%d %H:%M:%S}"
        print(f"\n{len(self._line.sent)}. {self.name} -> {to.name} at {at}: {message.summary}\n")
        print(data.decode().partition("\n")[2], end="")
        return to.receive(data)

    def receive(self, data: bytes) -> cim.Arrival:
        """Read what has come over the line, and say what it is."""
        arrived = self.exchanges.receive(cim.read(data, mode="strict"))
        awaited = f"; awaits {arrived.exchange.awaits}" if arrived.exchange and arrived.exchange.awaits else ""
        ended = f"; {arrived.exchange.state}" if arrived.exchange and not arrived.exchange.is_open else ""
        print(f"\n   {self.name}: {arrived.kind}{awaited}{ended}")
        for error in arrived.outcome.errors if arrived.outcome else ():
            print(f"   {error}".replace("\n", "\n   "))
        return arrived

    def _new_id(self) -> str:
        self._made += 1
        return str(uuid.uuid5(_NAMESPACE, f"{self.name}-{self._made}"))
