"""Rules of time in the envelope."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from ..finding import Severity
from ._rule import Broken, rule

__all__: list[str] = []


@rule(
    "TIM201",
    Severity.WARNING,
    "time without zone",
    hint="write Z, or the offset from UTC",
    source="IEC 61968-100 ed. 1, 6.11",
)
def times_have_zones(message: Any) -> Iterator[Broken]:
    """Without offset nobody but the sender knows which instant is meant, and twice a year not even the sender."""
    for path, value in _times(message):
        if isinstance(value, dt.datetime) and value.tzinfo is None:
            yield Broken(path, f"found {value.isoformat()} without Z or offset", value.isoformat())


@rule(
    "TIM202",
    Severity.WARNING,
    "end before start",
    hint="exchange StartTime and EndTime",
    source="IEC 61968-100 ed. 1, 6.3.3",
    on="RequestMessage",
)
def end_is_after_start(message: Any) -> Iterator[Broken]:
    """No data can lie in such a period."""
    request = message.request
    start, end = (request.start_time, request.end_time) if request is not None else (None, None)
    if not isinstance(start, dt.datetime) or not isinstance(end, dt.datetime):
        return
    if bool(start.tzinfo) == bool(end.tzinfo) and end < start:
        yield Broken("Request/EndTime", f"found {end.isoformat()} before {start.isoformat()}", end.isoformat())


def _times(message: Any) -> Iterator[tuple[str, Any]]:
    header = message.header
    yield "Header/Timestamp", header.timestamp
    if header.replay_detection is not None:
        yield "Header/ReplayDetection/Created", header.replay_detection.created
    request = getattr(message, "request", None)
    if request is not None:
        yield "Request/StartTime", request.start_time
        yield "Request/EndTime", request.end_time
