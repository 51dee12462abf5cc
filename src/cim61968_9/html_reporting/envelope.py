"""What the envelope of a message says, and what it came in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .._mixins import EnvelopeMessage
from ..describing import plain_error
from ..outcomes import Outcome
from ..showing.texts import plain_value, time_text
from ..validation.report import Report
from .contents import Contents
from .markup import code, facts, heading, more, size_text, told

__all__ = ["envelope_html"]

_HEADER = {
    "source": "from",
    "timestamp": "time",
    "context": "context",
    "revision": "revision",
    "message_id": "message id",
    "correlation_id": "correlation id",
    "ack_required": "acknowledge",
    "async_reply_flag": "asynchronous reply",
    "reply_address": "reply to",
    "comment": "comment",
}
_CODES = frozenset({"message_id", "correlation_id", "reply_address"})
_FEW = 10
_SURE = "confirmed"


def envelope_html(
    report: Report, message: Any, contents: Contents, outcome: Outcome | None, size: int, remark: str
) -> str:
    """Return what is said about a message around its content; ``remark`` is what became of a compressed payload."""
    rows = [*_document(report, size), *_header(message), *_outcome(outcome), *_contents(contents)]
    if remark:
        rows.append(("compressed", told(remark, 400)))
    return f"{heading(3, 'Envelope')}{facts(rows)}" if rows else ""


def _document(report: Report, size: int) -> Iterator[tuple[str, str]]:
    said = " ".join(one for one in (report.verb, report.noun) if one)
    kind = f"{report.kind}: {said}" if report.kind and said else report.kind or said
    yield "message", told(kind) if kind else ""
    yield "dialect", told(report.dialect, 400) if report.dialect else ""
    yield "edition", told(getattr(report.dialect, "edition", "") or "")
    yield "size", size_text(size) if size else ""


def _header(message: Any) -> Iterator[tuple[str, str]]:
    header = getattr(message, "header", None)
    if header is None or not isinstance(message, EnvelopeMessage):
        return
    for member, name in _HEADER.items():
        value = getattr(header, member, None)
        if value is None or value == "":
            continue
        yield name, code(plain_value(value)) if member in _CODES else told(plain_value(value))
    user = getattr(header, "user", None)
    if user is not None:
        parts = [getattr(user, one, None) for one in ("user_id", "organization")]
        yield "user", told(", ".join(plain_value(one) for one in parts if one))


def _outcome(outcome: Outcome | None) -> Iterator[tuple[str, str]]:
    if outcome is None:
        return
    yield "result", told(" ".join(str(outcome).partition("\n")[0].split()))
    for one in outcome.errors[:_FEW]:
        lines = [told(line.strip(), 300) for line in str(plain_error(one)).splitlines()]
        yield "error", "<br>".join(lines)
    yield "error", more(len(outcome.errors) - _FEW, "error")


def _contents(contents: Contents) -> Iterator[tuple[str, str]]:
    for content in contents.first:
        step = f"{told(content.operation)}: " if content.operation else ""
        items = [f"{count:,} {told(name)}" for name, count in content.items.items()]
        rest = f" and {len(items) - _FEW:,} more kinds" if len(items) > _FEW else ""
        known = ""
        if content.confidence not in {"", _SURE}:
            known = f' <span class="quiet">(structure: {told(content.confidence)})</span>'
        yield "content", f"{step}<b>{told(content.root)}</b>{known}<br>{', '.join(items[:_FEW]) or 'empty'}{rest}"
        if content.devices:
            yield "meters", f"{content.devices:,}: {told(content.names, 300)}"
        if content.start is not None and content.end is not None:
            start, end = time_text(content.start), time_text(content.end)
            yield "period", told(f"at {start}" if start == end else f"{start} to {end}")
    yield "content", more(contents.number - len(contents.first), "payload")
