"""Which events answer which controls.

>>> from cim61968_9.codes import EndDeviceControlCode, EndDeviceEventCode
>>> for answer in EndDeviceControlCode.parse("3.31.0.23").answered_by:
...     print(answer.event, answer.outcome, answer.confidence)
3.31.0.44 done single
3.31.0.79 failed single
3.31.0.10 cancelled single
3.31.0.64 expired single
3.31.0.68 done derived
3.31.0.84 failed derived
>>> [str(answer.control) for answer in EndDeviceEventCode.parse("3.31.0.68").answers]
['3.31.0.23']

An event that answers a control has the same device, domain and subdomain; its last part tells the outcome. Four last
parts hold for every control, as one deployment sends them; the others go by their names, as Disconnect and
Disconnected.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from attrs import frozen

from ._tables import table
from .end_device import EndDeviceControlCode, EndDeviceEventCode, listed
from .entries import Confidence

__all__ = ["Answer", "Outcome", "controls_of", "events_of"]

Outcome = Literal["done", "failed", "cancelled", "expired"]


@frozen
class Answer:
    """A control, an event that answers it, what became of the control, and how sure that is."""

    control: EndDeviceControlCode
    event: EndDeviceEventCode
    outcome: Outcome
    confidence: Confidence


@cache
def _rows() -> tuple[tuple[int | None, int, Outcome, Confidence], ...]:
    rows = table("controls", "answer")
    return tuple((row["action"], row["event"], row["outcome"], row["confidence"]) for row in rows)


def events_of(control: EndDeviceControlCode) -> tuple[Answer, ...]:
    """Return what may answer a control, listed or not; of two rows about an event the first counts."""
    found: dict[EndDeviceEventCode, Answer] = {}
    for given, number, outcome, confidence in _rows():
        if given is None or given == control.numbers[3]:
            event = EndDeviceEventCode((*control.numbers[:3], number))
            found.setdefault(event, Answer(control, event, outcome, confidence))
    return tuple(found.values())


def controls_of(event: EndDeviceEventCode) -> tuple[Answer, ...]:
    """Return the controls that an event may answer: listed ones of its subject, and those its name points to."""
    found: dict[EndDeviceControlCode, Answer] = {}
    for given, number, outcome, confidence in _rows():
        if number != event.numbers[3]:
            continue
        actions = [numbers[2] for numbers in listed("control") if numbers[:2] == event.numbers[1:3]]
        for action in actions if given is None else [given]:
            control = EndDeviceControlCode((*event.numbers[:3], action))
            if given is not None or action != number:
                found.setdefault(control, Answer(control, event, outcome, confidence))
    return tuple(found.values())
