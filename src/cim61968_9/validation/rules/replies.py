"""Rules of replies: the result against the errors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...codes.reply_codes import reply_code
from ..finding import Severity
from ._rule import Broken, rule
from .payloads import is_empty

__all__ = ["counts"]

_WITH_REPLY = ("ResponseMessage", "FaultMessage")


def counts(error: Any) -> bool:
    """Tell whether an entry among the errors of a reply is one: by its level, else by what its code says."""
    if error.level is not None:
        return bool(error.level != "INFORM")
    return not reply_code(error.code or "").is_progress


def _errors(message: Any) -> list[tuple[str, Any]]:
    errors = message.reply.error if message.reply is not None else []
    return [(f"Reply/Error[{n}]" if len(errors) > 1 else "Reply/Error", one) for n, one in enumerate(errors, 1)]


@rule(
    "ENV301",
    Severity.WARNING,
    "failure without an error",
    hint="give at least one error with a code, such as reply_error('5.3')",
    source="IEC 61968-100 ed. 1, 6.3.4",
    on=_WITH_REPLY,
)
def failure_has_error(message: Any) -> Iterator[Broken]:
    """FAILED alone leaves the sender of the request with nothing to act on."""
    reply = message.reply
    if reply is not None and reply.result == "FAILED" and not any(counts(error) for error in reply.error):
        yield Broken("Reply/Result", "found FAILED, and no error that says why", "FAILED")


@rule(
    "ENV302",
    Severity.WARNING,
    "success with errors",
    hint="say PARTIAL when something was left out, FAILED when nothing was done; or give the entry level INFORM",
    source="IEC 61968-100 ed. 1, 6.3.4",
    on="ResponseMessage",
)
def success_has_no_error(message: Any) -> Iterator[Broken]:
    """OK means that all that was asked for was done, so requesters do not look any further."""
    if message.reply is None or message.reply.result != "OK":
        return
    for path, error in _errors(message):
        if counts(error):
            yield Broken(path, f"found error {error.code} beside the result OK", error.code)


@rule(
    "ENV303",
    Severity.WARNING,
    "code of a partial reply without PARTIAL",
    hint="say PARTIAL, or leave the code out",
    source="IEC 61968-100 ed. 1, 6.3.4",
    on="ResponseMessage",
)
def sequence_codes_are_partial(message: Any) -> Iterator[Broken]:
    """0.1 and 0.2 tell whether more parts follow; a reply that has all or nothing is no part."""
    if message.reply is None or message.reply.result == "PARTIAL":
        return
    for path, error in _errors(message):
        if (error.code or "").strip() in {"0.1", "0.2"}:
            yield Broken(f"{path}/code", f"found {error.code} beside the result {message.reply.result}", error.code)


@rule(
    "ENV304",
    Severity.WARNING,
    "more to follow, and the last",
    hint="keep one of the codes 0.1 and 0.2",
    source="IEC 61968-100 ed. 1, 6.3.4",
    on="ResponseMessage",
)
def sequence_codes_agree(message: Any) -> Iterator[Broken]:
    """0.1 keeps the exchange open and 0.2 ends it."""
    codes = {(error.code or "").strip() for _, error in _errors(message)}
    if {"0.1", "0.2"} <= codes:
        yield Broken("Reply", "found both 0.1 and 0.2")


@rule(
    "ENV305",
    Severity.WARNING,
    "error without code",
    hint="give a code, of the list of Part 9 or of your own",
    source="IEC 61968-100 ed. 1, 6.3.4",
    on=_WITH_REPLY,
)
def errors_have_codes(message: Any) -> Iterator[Broken]:
    """Software acts on codes; the texts beside them are for people."""
    for path, error in _errors(message):
        if error.code is not None and not error.code.strip():  # None is a finding of the schema
            yield Broken(f"{path}/code", "found an empty code", error.code)


@rule(
    "ENV307",
    Severity.INFO,
    "mismatch that names one object",
    hint="name both objects: the first in ID, the second in relatedID",
    source="IEC 61968-100 ed. 1, 6.3.4, and the codes of IEC 61968-9 ed. 2",
    on=_WITH_REPLY,
)
def mismatch_names_both(message: Any) -> Iterator[Broken]:
    """The code says that two objects do not fit together, so the receiver has to know which two."""
    for path, error in _errors(message):
        if reply_code(error.code or "").pair is not None and (error.id is None or error.related_id is None):
            missing = " and ".join(tag for tag, it in (("ID", error.id), ("relatedID", error.related_id)) if it is None)
            yield Broken(path, f"found error {error.code} without {missing}", error.code)


@rule(
    "ENV308",
    Severity.INFO,
    "object of an error in the older form",
    hint="name it in ID, with kind and objectType",
    source="IEC 61968-100 ed. 1, schema",
    on=_WITH_REPLY,
)
def object_is_named_by_id(message: Any) -> Iterator[Broken]:
    """The element object is deprecated in favour of ID; both are read."""
    for path, error in _errors(message):
        if error.object is not None and error.id is None:
            yield Broken(f"{path}/object", "found the object of an error in the element object, expected ID")


@rule(
    "ENV309",
    Severity.WARNING,
    "failure with a payload",
    hint="say PARTIAL when there is something to deliver, else leave the payload out",
    source="IEC 61968-100 ed. 1, 6.2.4",
    on="ResponseMessage",
)
def failure_has_no_payload(message: Any) -> Iterator[Broken]:
    """FAILED means that there is no result, so requesters do not look for one."""
    if message.reply is not None and message.reply.result == "FAILED" and not is_empty(message.payload):
        yield Broken("Payload", "found a payload beside the result FAILED")
