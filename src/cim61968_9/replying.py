"""Replies: which request they answer, what their result is, and their errors.

>>> import cim61968_9 as cim
>>> request = cim.get("MeterReadings", ids=["M-17", "M-18"], source="CIS", message_id="4711")
>>> refused = cim.reply(request, errors=[cim.reply_error("2.4", meter="M-17"), cim.reply_error("2.4", meter="M-18")])
>>> refused.header.correlation_id, refused.reply.result
('4711', Result.FAILED)
>>> found = cim.reply(request, cim.MeterReadings(), errors=[cim.reply_error("2.4", meter="M-17")])
>>> found.reply.result, found.reply.error[0].reason
(Result.PARTIAL, 'meter unknown or not valid')

Sources: IEC 61968-100 edition 1, 6.2.4, 6.3.4 and 6.9; the codes of IEC 61968-9 edition 2, annex B.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias, TypedDict, Unpack

from attrs import evolve

from ._generated.message import (
    ID,
    Error,
    ErrorLevel,
    EventMessage,
    FaultMessage,
    Message,
    Payload,
    ProcessingLocation,
    Reply,
    RequestMessage,
    ResponseMessage,
    Result,
)
from .building import Content, finished, payload_with, refuse_broken
from .codes.reply_codes import ReplyCode, reply_code
from .compression import compress_above, expand
from .errors import Cim61968Error
from .identity import Identifiable, identify, identify_all
from .sender import HeaderOptions, make_header
from .validation.rules import check_request, correlation_of, review_answer
from .validation.rules.payloads import is_empty
from .validation.rules.replies import counts
from .xml.values import QualifiedName

__all__ = ["Answered", "ErrorObjects", "acknowledge", "fault", "reply", "reply_error", "reply_operations"]

Answered: TypeAlias = RequestMessage | EventMessage | Message
"""What a reply is made for: a request, or an event to be confirmed."""
_NCNAME = re.compile(r"[^\W\d][\w.\-]*")


class ErrorObjects(TypedDict, total=False):
    """The objects that an error is about: one, or the two that do not fit together, in this order."""

    meter: Identifiable
    end_device: Identifiable
    usage_point: Identifiable
    com_module: Identifiable
    customer: Identifiable
    customer_account: Identifiable
    customer_agreement: Identifiable
    service_category: Identifiable
    service_location: Identifiable
    service_supplier: Identifiable
    usage_point_location: Identifiable
    pricing_structure: Identifiable
    reading_type: Identifiable
    about: Identifiable
    related: Identifiable


_OBJECT_TYPES = {
    name: "".join(part.capitalize() for part in name.split("_"))
    for name in ErrorObjects.__annotations__
    if name not in {"about", "related"}
}


def reply_error(
    code: str,
    *,
    reason: str | None = None,
    details: str | None = None,
    level: ErrorLevel | str | None = None,
    operation_id: int | None = None,
    xpath: QualifiedName | str | None = None,
    location: ProcessingLocation | None = None,
    stack_trace: str | None = None,
    **objects: Unpack[ErrorObjects],
) -> Error:
    """Return an error for a reply: level and reason follow from the code, unless they are given.

    Objects are given by their kind, as in ``meter="M-17"`` or ``reply_error("2.13", meter="M-17", usage_point="U-4")``;
    ``about`` and ``related`` take those of any other kind. ``xpath`` can only be a plain name, or a
    :class:`~cim61968_9.QualifiedName` with its namespace, since that is what the schema allows.

    Raises:
        TypeError: There are more than two objects, or one is of a kind that the code is not about.
        ValueError: The code is empty, or the xpath is more than a name.
    """
    if not code.strip():
        raise ValueError("found an empty code; expected one such as '2.4', or of your own")
    if xpath is not None and not isinstance(xpath, QualifiedName) and not _NCNAME.fullmatch(xpath):
        raise ValueError(f"xpath is {xpath!r}; the schema allows a plain name only, so give a path in details=")
    known = reply_code(code)
    first, second = _in_order(known, objects)
    return Error(
        code=code,
        level=ErrorLevel(level if level is not None else known.level),
        reason=reason if reason is not None else known.meaning or None,
        details=details,
        xpath=xpath,
        stack_trace=stack_trace,
        location=location,
        id=first,
        related_id=second,
        operation_id=operation_id,
    )


def _in_order(code: ReplyCode, objects: ErrorObjects) -> tuple[ID | None, ID | None]:
    """Return ID and relatedID: a pair in the order of its code, whatever the order of the arguments."""
    pair, about = code.pair, {code.objects, *(code.pair or ())} - {""}
    for name in objects:
        if name not in ErrorObjects.__annotations__:
            raise TypeError(f"{name!r} is no kind of object; expected one of {', '.join(ErrorObjects.__annotations__)}")
    ids = [
        (identify(thing, object_type=_OBJECT_TYPES.get(name)), _OBJECT_TYPES.get(name))  # type: ignore[arg-type]
        for name, thing in objects.items()
        if thing is not None
    ]
    for kind in (kind for _, kind in ids if kind is not None and about):
        if kind not in about and not (kind == "EndDevice" and "Meter" in about):
            raise TypeError(f"code {code} is about {' and '.join(sorted(about))}, found {kind}; about= takes anything")
    if len(ids) > 2:
        raise TypeError(f"found {len(ids)} objects, an error names two at the most; give each an error of its own")
    if pair is not None and pair[0] and [kind for _, kind in ids] == list(reversed(pair)):
        ids.reverse()
    listed: list[ID | None] = [one for one, _ in ids]
    listed += [None] * (2 - len(listed))
    return listed[0], listed[1]


def reply(
    request: Answered,
    content: Content | None = None,
    *,
    errors: Error | str | Iterable[Error | str] = (),
    ids: Identifiable | Iterable[Identifiable] = (),
    more: bool | None = None,
    last_as: Literal["auto", "0.2", "result"] = "auto",
    result: Result | str | None = None,
    operation_id: int | None = None,
    ok_code: bool = False,
    **header: Unpack[HeaderOptions],
) -> ResponseMessage:
    """Answer a request, or confirm an event whose sender wants that.

    The reply repeats noun, context and correlation of the request. Its result follows from the errors: OK without any;
    PARTIAL when something is delivered all the same, or all errors are warnings; else FAILED. ``result`` overrides.

    Of several replies all but the last have ``more=True``: PARTIAL with code 0.1. The last has ``more=False``, and
    ``last_as`` says in which of the two ways of the standard: ``"0.2"`` is PARTIAL with code 0.2; ``"result"`` is OK or
    FAILED; ``"auto"`` is OK for a clean finish, and code 0.2 with errors.

    ``ids`` name new objects; ``operation_id`` is the operation that the reply is about; ``ok_code`` adds code 0.0 to
    OK.

    Raises:
        InvalidMessageError: A rule of replies is broken, such as no data in the successful answer to a query.
        TypeError: It is neither a request nor an event.
        ValueError: The request has no header.
    """
    _check_answerable(request)
    listed, named = _listed(errors), identify_all(ids)
    outcome = Result(result) if result is not None else None
    if outcome is None:
        outcome = _result(listed, content, named, more=more, last_as=last_as)
    for code, wanted in (("0.1", more is True), ("0.2", more is False and outcome == "PARTIAL"), ("0.0", ok_code)):
        if wanted and (code != "0.0" or outcome == "OK") and all(one.code != code for one in listed):
            listed.insert(0, reply_error(code))
    message = ResponseMessage(
        header=make_header("reply", request.header.noun, _answering(request, header)),
        reply=Reply(result=outcome, error=listed, id=named, operation_id=operation_id),
        payload=payload_with(content),
    )
    refuse_broken(message, review_answer(request, message))
    return compress_above(message, header)


def _check_answerable(request: Any) -> None:
    check_request(request)
    if request.header is None:
        raise ValueError("what is answered has no header, whose noun a reply repeats; answer with cim.fault(...)")


def _answering(request: Any, header: HeaderOptions) -> HeaderOptions:
    """Return the options of a header with what a reply takes from its request."""
    taken: HeaderOptions = {"correlation_id": correlation_of(request)}
    sender = header.get("sender")
    if sender is None or sender.context is None:
        taken["context"] = request.header.context
    return {**taken, **header}


def _listed(errors: Error | str | Iterable[Error | str]) -> list[Error]:
    several = [errors] if isinstance(errors, Error | str) else errors
    return [reply_error(one) if isinstance(one, str) else one for one in several]


def _result(errors: list[Error], content: Any, ids: list[ID], *, more: bool | None, last_as: str) -> Result:
    serious = [error for error in errors if counts(error)]
    delivered = bool(ids) or (content is not None and not (isinstance(content, Payload) and is_empty(content)))
    if more is True:
        return Result.PARTIAL
    if more is False:
        if last_as == "0.2" or (last_as == "auto" and serious):
            return Result.PARTIAL
        return Result.FAILED if serious else Result.OK
    if not serious:
        return Result.OK
    if delivered or all(_level(error) == "WARNING" for error in serious):
        return Result.PARTIAL
    return Result.FAILED


def _level(error: Error) -> str:
    return error.level if error.level is not None else reply_code(error.code).level


def acknowledge(request: Answered, *, code: bool = False, **header: Unpack[HeaderOptions]) -> ResponseMessage:
    """Tell the sender of an asynchronous request that it has arrived; the results come later.

    ``code`` adds 0.3, which says so expressly; without it the reply is OK and nothing else.

    Raises:
        ValueError: The request wants its answer at once, or none at all; or it has no header.
        TypeError: It is neither a request nor an event.
    """
    _check_answerable(request)
    if request.header.async_reply_flag is not True:
        raise ValueError("the request is not asynchronous, so the answer itself is due; expected AsyncReplyFlag true")
    return reply(request, errors=["0.3"] if code else (), **header)


def reply_operations(
    request: Answered,
    failures: Mapping[int, Error | str | Iterable[Error | str]] | None = None,
    **header: Unpack[HeaderOptions],
) -> ResponseMessage:
    """Answer an operation set as a whole, with the errors of the operations that failed, by their numbers.

    Of a set that is carried out whole or not at all, the other operations get code 5.9, since they were undone.

    Raises:
        InvalidMessageError: An operation is not in the set, or another rule is broken.
        ValueError: The request has no operation set.
        TypeError: It is neither a request nor an event.
    """
    _check_answerable(request)
    payload = expand(request).payload
    operations = payload.operation_set if payload is not None else None
    if operations is None:
        raise ValueError("the request has no operation set; expected one that execute() makes")
    numbers = [one.operation_id for one in operations.operation]
    failed = {number: listed for number, found in (failures or {}).items() if (listed := _listed(found))}
    errors = [evolve(one, operation_id=number) for number, listed in failed.items() for one in listed]
    if not errors:
        return reply(request, **header)
    if operations.enforce_transactional_integrity is True:
        errors += [reply_error("5.9", operation_id=number) for number in numbers if number not in failed]
        return reply(request, errors=errors, result=Result.FAILED, **header)
    succeeded = any(number not in failed for number in numbers)
    return reply(request, errors=errors, result=Result.PARTIAL if succeeded else Result.FAILED, **header)


def fault(*errors: Error | str | Exception) -> FaultMessage:
    """Answer what could not be understood at all: a message without header, whose result is FAILED.

    Errors are given as such, as codes, or as the exception that reading raised. Whoever is understood but refused gets
    a reply instead.

    Raises:
        InvalidMessageError: There is no error.
    """
    listed = [_of_exception(one) if isinstance(one, Exception) else _listed(one)[0] for one in errors]
    return finished(FaultMessage(reply=Reply(result=Result.FAILED, error=listed)))


def _of_exception(found: Exception) -> Error:
    """Return an error for an exception; what is not of this library may tell too much, so only its kind is named."""
    details = str(found) if isinstance(found, Cim61968Error) else type(found).__name__
    return reply_error("1.8" if isinstance(found, Cim61968Error) else "5.3", details=details)
