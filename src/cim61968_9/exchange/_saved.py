"""The state of exchanges as JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import fields

from ._seen import Seen, Sighting
from ._state import Direction, Exchange, Pattern, State

if TYPE_CHECKING:
    from ._machine import Exchanges

__all__ = ["dump", "restore"]

T = TypeVar("T", bound="Exchanges")
VERSION = 1
_TIMES = ("opened", "deadline", "ended")
_COUNTS = ("replies", "events", "expected_events")
_KINDS = {"direction": Direction, "pattern": Pattern, "state": State}


def dump(exchanges: Exchanges) -> str:
    """Return the state as JSON."""
    state = {
        "version": VERSION,
        "timeout": _seconds(exchanges.timeout),
        "answer_within": _seconds(exchanges.answer_within),
        "remember": _seconds(exchanges.remember),
        "next": exchanges._books.next,
        "exchanges": [_row(one) for one in exchanges],
        "expired": list(exchanges._books.expired),
        "sent": _sightings(exchanges._sent),
        "received": _sightings(exchanges._received),
    }
    return json.dumps(state, ensure_ascii=False, indent=1)


def restore(cls: type[T], text: str, now: Callable[[], dt.datetime]) -> T:
    """Return the exchanges of a saved state.

    Raises:
        ValueError: The text is no such state, or one of another version.
    """
    try:
        state = json.loads(text)
        version = state["version"]
        if version != VERSION:
            raise ValueError(f"found version {version!r}, expected {VERSION}")
        made = cls(
            timeout=_length(state["timeout"]),
            answer_within=_length(state["answer_within"]),
            remember=dt.timedelta(seconds=state["remember"]),
            now=now,
        )
        for row in state["exchanges"]:
            exchange = made._books.put(_exchange(row))
            made._books.next = max(made._books.next, int(exchange.id.partition("-")[2]) + 1)
        if state["next"] < made._books.next:
            raise ValueError(f"found the next number {state['next']}, expected at least {made._books.next}")
        made._books.next = state["next"]
        made._books.expired = dict.fromkeys(one for one in state["expired"] if made._books.get(one) is not None)
        made._sent, made._received = _seen(state["sent"]), _seen(state["received"])
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise ValueError(f"the text is no saved state of exchanges: {type(error).__name__}: {error}") from None
    return made


def _row(exchange: Exchange) -> dict[str, Any]:
    row = {field.name: getattr(exchange, field.name) for field in fields(Exchange)}
    row |= {name: row[name].isoformat() if row[name] is not None else None for name in _TIMES}
    row["timeout"] = _seconds(exchange.timeout)
    row["operations"] = list(exchange.operations.items())
    return row


def _exchange(row: dict[str, Any]) -> Exchange:
    made = {**row, **{name: kind(row[name]) for name, kind in _KINDS.items()}}
    for name in _COUNTS:
        if not isinstance(row[name], int):
            raise TypeError(f"{name} is {row[name]!r}, expected a number")
    made |= {name: _instant(row[name]) if row[name] is not None or name == "opened" else None for name in _TIMES}
    made["timeout"] = _length(row["timeout"])
    made["operations"] = {int(number): str(end) for number, end in row["operations"]}
    return Exchange(**made)


def _instant(text: str) -> dt.datetime:
    found = dt.datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(f"found the time {text} without a zone")
    return found


def _sightings(seen: Seen) -> list[list[str]]:
    return [[*key, one.at.isoformat(), one.exchange, one.look] for key, one in seen.items()]


def _seen(rows: list[list[str]]) -> Seen:
    return Seen({(source, name): Sighting(_instant(at), exchange, look) for source, name, at, exchange, look in rows})


def _seconds(length: dt.timedelta | None) -> float | None:
    return None if length is None else length.total_seconds()


def _length(seconds: float | None) -> dt.timedelta | None:
    return None if seconds is None else dt.timedelta(seconds=seconds)
