"""Two systems that talk to each other, and a clock that stands until it is told to go on."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

import cim61968_9 as cim
from cim61968_9.exchange import Exchange, State
from cim61968_9.profiles.end_device_controls import EndDevice, EndDeviceControl
from cim61968_9.profiles.end_device_events import EndDeviceEvent
from cim61968_9.profiles.meter_config import Meter
from cim61968_9.profiles.usage_point_config import UsagePoint

START = dt.datetime(2026, 1, 14, 6, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
DAY = dt.timedelta(days=1)
QUEUE = "queue:NORTHMOOR.CIS.REPLIES"


class Clock:
    """A clock that stands still until it is told to go on."""

    def __init__(self, time: dt.datetime = START) -> None:
        self.time = time

    def __call__(self) -> dt.datetime:
        return self.time

    def go_on(self, length: dt.timedelta) -> None:
        self.time += length


def numbers(prefix: str) -> Callable[[], str]:
    """Return what numbers messages: ``CIS-1``, ``CIS-2`` and so on."""
    count = itertools.count(1)
    return lambda: f"{prefix}-{next(count)}"


class Desk:
    """A client and a server with books of their own, and one clock."""

    def __init__(self, **options: Any) -> None:
        self.clock = Clock()
        self.client = cim.Exchanges(now=self.clock, **options)
        self.server = cim.Exchanges(now=self.clock)
        self.cis = cim.Sender(source="Northmoor-CIS", now=self.clock, new_id=numbers("CIS"))
        self.hes = cim.Sender(source="Northmoor-HES", now=self.clock, new_id=numbers("HES"))

    def ask(self, request: Any, **options: Any) -> tuple[Exchange, Exchange]:
        """Let the client send a request to the server; return the exchange in the books of each."""
        ours = self.client.send(request, **options)
        theirs = self.server.receive(request).exchange
        assert ours is not None
        assert theirs is not None
        return ours, theirs

    def answer(self, message: Any, **options: Any) -> cim.Arrival:
        """Let the server send something to the client; return what the client takes it for."""
        self.server.send(message)
        return self.client.receive(message, **options)

    def states(self, exchanges: tuple[Exchange, Exchange]) -> tuple[State, State]:
        """Return how both sides see an exchange."""
        ours, theirs = exchanges
        return self.client[ours].state, self.server[theirs].state

    # messages of the client

    def query(self, **header: Any) -> cim.RequestMessage:
        return cim.get("MeterReadings", ids=["NM-E-0041871", "NM-E-0041873"], **{"sender": self.cis, **header})

    def later(self, **header: Any) -> cim.RequestMessage:
        return self.query(reply_address=QUEUE, **header)

    def control(self, *meters: str, **header: Any) -> cim.RequestMessage:
        controls = [
            EndDeviceControl(end_device_control_type="3.31.0.23", end_devices=[cim.named(EndDevice, meter)])
            for meter in meters or ("NM-E-0041871",)
        ]
        return cim.create(cim.EndDeviceControls(end_device_control=controls), **{"sender": self.cis, **header})

    def bulk(self, **options: Any) -> cim.RequestMessage:
        """Return an operation set with the numbers 1, 2 and 3."""
        meters = (cim.MeterConfig(meter=[Meter(mrid=name)]) for name in ("m-1", "m-2"))
        return cim.execute(
            cim.operation("create", cim.UsagePointConfig(usage_point=[UsagePoint(mrid="up-1")])),
            *(cim.operation("create", meter) for meter in meters),
            **{"sender": self.cis, **options},
        )

    # messages of the server

    def found(self, request: Any, **options: Any) -> cim.ResponseMessage:
        """Return a reply with data."""
        return cim.reply(request, cim.MeterReadings(), sender=self.hes, **options)

    def done(self, request: Any, **options: Any) -> cim.ResponseMessage:
        """Return a reply without data."""
        return cim.reply(request, sender=self.hes, **options)

    def missing(self, request: Any, **options: Any) -> cim.ResponseMessage:
        """Return a reply with data, but for one meter."""
        errors = [cim.reply_error("2.4", meter="NM-E-0041873")]
        return cim.reply(request, cim.MeterReadings(), errors=errors, sender=self.hes, **options)

    def failed(self, request: Any, **options: Any) -> cim.ResponseMessage:
        return cim.reply(request, errors=["5.3"], sender=self.hes, **options)

    def received(self, request: Any, **options: Any) -> cim.ResponseMessage:
        """Return an acknowledgement."""
        return cim.acknowledge(request, sender=self.hes, **options)

    def report(self, cause: Any = None, **header: Any) -> cim.EventMessage:
        """Return an event that a request has caused, or that came by itself."""
        happened = EndDeviceEvent(created_date_time=self.clock(), end_device_event_type="3.31.0.44")
        content = cim.EndDeviceEvents(end_device_event=[happened])
        return cim.event("created", content, caused_by=cause, **{"sender": self.hes, **header})


@contextmanager
def refused(books: cim.Exchanges, error: type[cim.ProtocolError], *texts: str) -> Iterator[None]:
    """Expect an error of exactly this class with all these texts, and that the books are as before."""
    before, due, still_open = books.to_json(), books.next_deadline, books.open
    with pytest.raises(error) as caught:
        yield
    assert type(caught.value) is error
    for text in texts:
        assert text in str(caught.value)
    assert books.to_json() == before
    assert (books.next_deadline, books.open) == (due, still_open)
