"""Refusals that are ready: the checks that a receiver makes, and what it answers when one fails.

>>> import cim61968_9 as cim
>>> request = cim.get("MeterReadings", ids=["M-17"], source="CIS")
>>> service = cim.Service({"get": ["MeterReadings", "MeterConfig"]}, sender=cim.Sender(source="HES"))
>>> service.examine(cim.to_bytes(request)).ok
True
>>> refused = service.examine(cim.to_bytes(cim.delete("MeterConfig", ids=["M-17"]))).refusal
>>> [(one.code, one.details) for one in refused.reply.error]
[('2.9', "found the verb 'delete', expected get")]
>>> service.examine("<Junk/>").refusal.kind
'FaultMessage'

Which check has which code is a proposal: IEC 61968-9 gives the codes, and leaves open when to use them.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple, Unpack, cast

from attrs import field, frozen

from ._generated.message import ID, FaultMessage, Header, RequestMessage, ResponseMessage
from ._mixins import EnvelopeMessage
from .errors import Cim61968Error, SourceError
from .identity import Identifiable, identify_all
from .replying import Answered, fault, reply, reply_error
from .sender import HeaderOptions, Sender
from .validation.finding import Finding, Severity
from .validation.rules import kind_of
from .xml.limits import Limits
from .xml.parse import Source
from .xml.reader import load

__all__ = ["REFUSALS", "Examined", "ReplayMemory", "Service", "refuse"]

Check = Literal[
    "address", "header", "identifier", "noun", "payload", "replay", "revision", "schema", "selection", "user", "verb"
]
REFUSALS: Mapping[str, str] = {
    "address": "1.5",
    "header": "1.5",
    "identifier": "2.15",
    "noun": "2.5",
    "payload": "1.7",
    "replay": "7.7",
    "revision": "1.9",
    "schema": "1.8",
    "selection": "1.6",
    "user": "7.5",
    "verb": "2.9",
}
"""The code that answers each failed check of a message that could be read."""
_OF_RULES = {
    "ENV203": "payload",
    "ENV205": "selection",
    "ENV206": "selection",
    "ENV211": "address",
    "ENV212": "address",
    "ENV202": "noun",
    "ENV201": "verb",
    "ENV207": "verb",
}
_LIMITS = Limits()
_LAST_ZONE = dt.timezone(dt.timedelta(hours=-12))


def refuse(
    request: Answered,
    check: Check,
    details: str | None = None,
    *,
    ids: Identifiable | Iterable[Identifiable] = (),
    **header: Unpack[HeaderOptions],
) -> ResponseMessage:
    """Answer a request that fails a check: FAILED, with the code of :data:`REFUSALS`, for each object if any are given.

    What could not be read at all is answered by :func:`~cim61968_9.fault`.
    """
    named = identify_all(ids)
    code = REFUSALS[check]
    errors = [reply_error(code, details=details, about=one) for one in named] or [reply_error(code, details=details)]
    return reply(request, errors=errors, **header)


class ReplayMemory:
    """Remembers nonces, so that a message that comes again is noticed; give one to :class:`Service`.

    A source does not use a nonce again for at least one day, so they are kept for ``keep``; what was created longer ago
    than that cannot be told from a message that comes again, and counts as one.
    """

    def __init__(self, *, keep: dt.timedelta = dt.timedelta(days=1)) -> None:
        self._keep = keep
        self._seen: dict[tuple[str, str], dt.datetime] = {}

    def is_replay(self, header: Header, now: dt.datetime) -> bool:
        """Tell whether a message was seen before, and remember it; one without a nonce never was."""
        found = header.replay_detection
        if found is None:
            return False
        created = self._instant(found.created, now)
        if created < now - self._keep:
            return True
        for old in list(itertools.takewhile(lambda one: self._seen[one] < now - self._keep, self._seen)):
            del self._seen[old]
        key = header.source or "", found.nonce
        if key in self._seen:
            return True
        self._seen[key] = max(now, created)
        return False

    @staticmethod
    def _instant(created: Any, now: dt.datetime) -> dt.datetime:
        """Return when a message was made: at the latest, where no zone is given; now, where it is no time at all."""
        if not isinstance(created, dt.datetime):
            return now
        return created if created.tzinfo is not None else created.replace(tzinfo=_LAST_ZONE)


class _Failure(NamedTuple):
    check: Check
    details: str


@frozen
class Examined:
    """What came in: the message, if it may be processed; else the refusal to send back, if there is one.

    Nobody answers events, replies, faults and one-way requests, so one that is not accepted has neither.
    """

    message: Any = None
    refusal: ResponseMessage | FaultMessage | None = None
    findings: tuple[Finding, ...] = ()
    reason: str = ""

    @property
    def ok(self) -> bool:
        """Whether the message may be processed."""
        return self.message is not None


@frozen
class Service:
    """What a system offers to others, and the checks that a message passes before it is processed.

    ``accepts`` names the nouns of each verb, such as ``{"get": ["MeterReadings"], "created": ["EndDeviceEvents"]}``.
    ``permits`` tells whether a header may ask for what it asks; ``knows`` tells whether an identifier of Request/ID is
    known. ``strict`` refuses what is not valid against the schemas.
    """

    accepts: Mapping[str, Collection[str]]
    sender: Sender = field(factory=Sender, kw_only=True)
    revisions: Collection[str] | None = field(default=None, kw_only=True)
    permits: Callable[[Header], bool] | None = field(default=None, kw_only=True)
    knows: Callable[[ID], bool] | None = field(default=None, kw_only=True)
    replays: ReplayMemory | None = field(default=None, kw_only=True)
    strict: bool = field(default=True, kw_only=True)

    def examine(self, source: Source, *, limits: Limits = _LIMITS) -> Examined:
        """Read a message and check it; never raises for what is wrong with the message.

        Raises:
            SourceError: The source is none, a mistake of the caller.
            OSError: A file cannot be read.
        """
        try:
            loaded = load(source, limits=limits)
        except SourceError:
            raise
        except Cim61968Error as error:
            return Examined(refusal=fault(error), reason=str(error))
        message, findings = loaded.message, loaded.findings
        if not isinstance(message, EnvelopeMessage):
            details = "found a payload without an envelope, expected a message"
            return Examined(None, fault(reply_error("1.8", details=details)), findings, details)
        is_request = kind_of(message) == "RequestMessage"
        header = getattr(message, "header", None)
        if header is None or not header.verb or not header.noun:
            details = "found no message with a header of verb and noun"
            refusal = fault(reply_error("1.5", details=details)) if is_request else None
            return Examined(None, refusal, findings, details)
        failures = list(self._failures(message, findings))
        if not failures:
            return Examined(message, None, findings)
        reason = "; ".join(failure.details for failure in failures)
        if not is_request or header.ack_required is False:
            return Examined(None, None, findings, reason)
        errors = [reply_error(REFUSALS[check], details=details) for check, details in failures]
        return Examined(
            None, reply(cast("RequestMessage", message), errors=errors, sender=self.sender), findings, reason
        )

    def _failures(self, message: Any, findings: Iterable[Finding]) -> Iterator[_Failure]:
        header = message.header
        if self.revisions is not None and (header.revision or "1") not in self.revisions:
            yield _Failure("revision", f"found revision {header.revision!r}, expected {', '.join(self.revisions)}")
        if header.verb not in self.accepts:
            yield _Failure("verb", f"found the verb {str(header.verb)!r}, expected {', '.join(self.accepts)}")
        elif header.noun not in self.accepts[header.verb]:
            expected = ", ".join(self.accepts[header.verb])
            yield _Failure("noun", f"found the noun {header.noun!r}, expected {expected}")
        yield from self._of_findings(findings)
        if self.knows is not None and getattr(message, "request", None) is not None:
            for one in message.request.id:
                if not self.knows(one):
                    yield _Failure("identifier", f"found no object {one.value!r}")
        if self.permits is not None and not self.permits(header):
            yield _Failure("user", f"found no permission for {header.verb}({header.noun})")
        if self.replays is not None and self.replays.is_replay(header, self.sender.now()):
            yield _Failure("replay", "found a nonce that was used before, or is too old")

    def _of_findings(self, findings: Iterable[Finding]) -> Iterator[_Failure]:
        """Yield a failure for each finding that keeps a message from being processed, once for a check and text."""
        told: set[_Failure] = set()
        for one in findings:
            check = _OF_RULES.get(one.rule)
            if one.rule == "XSD110" and one.path.endswith("/Header/Verb"):
                continue  # told as a verb that is not offered
            if check is None and self.strict and one.severity is Severity.ERROR:
                check = "schema"
            failure = _Failure(check, f"{one.path}: {one.message}") if check is not None else None  # type: ignore[arg-type]
            if failure is not None and failure not in told:
                told.add(failure)
                yield failure
