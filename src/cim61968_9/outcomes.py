"""What a reply says, in the words of its reader: result, whether more is to come, and each error with its meaning.

>>> import cim61968_9 as cim
>>> print(cim.outcome(cim.read("examples/data/reply-with-errors.xml")))
PARTIAL: part of what was asked for is here
  2.4 FATAL Meter NM-E-0041999 (MeterNumber, Northmoor Grid): Invalid meter
      meter unknown or not valid; correct the identifier or code that the error names, or bring both \
systems in step
      No meter "NM-E-0041999" in the register of the head-end; check <Names> & authority in the request.
  5.7 WARNING Meter 724ec48f-bb77-5166-b2a2-a7a9e5f4fb9d: Data not available
      requested data not available; check the period, and ask again once the data should be there
      Meter NM-E-0041911 did not answer three calls; power failure reported at 2026-01-14T09:21:48Z.
"""

from __future__ import annotations

from attrs import frozen

from ._generated.message import (
    ID,
    Error,
    ErrorLevel,
    ErrorObject,
    FaultMessage,
    IDKind,
    Message,
    ResponseMessage,
    Result,
)
from .codes.reply_codes import ReplyCode, reply_code
from .validation.rules.replies import counts

__all__ = ["Outcome", "ReportedError", "outcome"]

_MEANING = {
    "OK": "all that was asked for is done or here",
    "PARTIAL": "part of what was asked for is here",
    "FAILED": "nothing of what was asked for was done",
}
_SEQUENCE = {True: "; more follows", False: "; nothing more follows", None: ""}


@frozen
class ReportedError:
    """One entry among the errors of a reply, with what its code means."""

    error: Error
    """The element, with location, stack trace and whatever else it has."""
    code: ReplyCode
    """The code with meaning, advice, and whether to try again."""
    level: str
    """How serious it is: as stated, else as the code says."""
    object: ID | None
    """The object in error, also where it was named in the older way."""
    related: ID | None
    """The second object of a pair that does not fit."""

    @property
    def reason(self) -> str:
        """The short text of the sender, else the meaning of the code."""
        return self.error.reason or self.code.meaning

    @property
    def details(self) -> str | None:
        """The long text of the sender."""
        return self.error.details

    @property
    def operation_id(self) -> int | None:
        """The operation that the error is about."""
        return self.error.operation_id

    @property
    def counts(self) -> bool:
        """Whether it is an error at all, and not progress."""
        return counts(self.error)

    def __str__(self) -> str:
        about = " and ".join(_spoken(one) for one in (self.object, self.related) if one is not None)
        step = f"operation {self.operation_id} " if self.operation_id is not None else ""
        lines = [
            f"{self.code.code or '(no code)'} {self.level} {step}{about}".rstrip() + f": {self.reason}".rstrip(": ")
        ]
        meaning = self.code.meaning if self.code.meaning != self.reason else ""
        told = "; ".join(one for one in (meaning, self.code.advice) if one)
        lines += [f"    {one}" for one in (told, self.details) if one]
        return "\n".join(lines)


@frozen
class Outcome:
    """What a reply says.

    ``more`` tells whether further replies follow, by code 0.1 or 0.2; it is None where a partial reply does not say.
    ``acknowledges`` tells that this one only confirms the arrival of the request, by code 0.3.
    """

    result: Result
    more: bool | None
    acknowledges: bool
    errors: tuple[ReportedError, ...]
    """What went wrong, without entries that report progress."""
    notes: tuple[ReportedError, ...]
    """Entries that report progress."""
    ids: tuple[ID, ...]
    """Identifiers of what was created, or of the transaction."""
    operation_id: int | None
    """The operation of a set that the reply is about."""

    @property
    def ok(self) -> bool:
        """Whether all went well: the result is OK, and no entry is an error."""
        return self.result == "OK" and not self.errors

    @property
    def retry(self) -> bool:
        """Whether the same request may succeed later, as far as all errors say so."""
        return bool(self.errors) and all(one.code.retry for one in self.errors)

    def __str__(self) -> str:
        meaning = _MEANING.get(self.result, "the result is none of the standard")
        if self.acknowledges:
            meaning = "received; the result comes later"
        elif self.result == "PARTIAL":
            meaning += _SEQUENCE[self.more]
        lines = [f"{self.result}: {meaning}"]
        lines += [f"  {line}" for one in self.errors for line in str(one).splitlines()]
        return "\n".join(lines)


def outcome(message: ResponseMessage | FaultMessage | Message) -> Outcome:
    """Return what a response or a fault says.

    Raises:
        TypeError: The message has no reply.
    """
    reply = getattr(message, "reply", None)
    if reply is None:
        raise TypeError(f"found {type(message).__name__}, expected a message with a reply")
    entries = tuple(_reported(error) for error in reply.error)
    codes = {str(one.code) for one in entries}
    return Outcome(
        result=Result(reply.result) if reply.result is not None else Result(""),
        more=_more(reply.result, codes),
        acknowledges=_acknowledges(reply.result, codes),
        errors=tuple(one for one in entries if one.counts),
        notes=tuple(one for one in entries if not one.counts),
        ids=tuple(reply.id),
        operation_id=reply.operation_id,
    )


def _acknowledges(result: str | None, codes: set[str]) -> bool:
    return "0.3" in codes and result != "FAILED"


def _more(result: str | None, codes: set[str]) -> bool | None:
    if _acknowledges(result, codes):
        return True
    if "0.1" in codes or "0.2" in codes:
        return "0.2" not in codes
    return None if result == "PARTIAL" else False


def _reported(error: Error) -> ReportedError:
    code = reply_code(error.code or "")
    level: ErrorLevel | str = error.level if error.level is not None else code.level
    about = error.id if error.id is not None else _older(error.object)
    return ReportedError(error, code, str(level), about, error.related_id)


def _older(found: ErrorObject | None) -> ID | None:
    """Return the identifier of an object that was named in the way before 2012."""
    if found is None:
        return None
    if found.mrid and found.mrid.strip():
        return ID(value=found.mrid, kind=IDKind.uuid, object_type=found.object_type)
    name = next((one for one in found.name if one.name and one.name.strip()), None)
    if name is None:
        return None
    kind = name.name_type
    authority = kind.name_type_authority if kind is not None else None
    return ID(
        value=name.name,
        kind=IDKind.name_,
        id_type=kind.name if kind is not None else None,
        id_authority=authority.name if authority is not None else None,
        object_type=found.object_type,
    )


def _spoken(found: ID) -> str:
    kind = f"{found.object_type} " if found.object_type else ""
    scheme = ", ".join(one for one in (found.id_type, found.id_authority) if one)
    return f"{kind}{found.value}" + (f" ({scheme})" if scheme else "")
