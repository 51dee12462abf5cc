"""Rules of operation sets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ...verbs import EVENT_OF, OPERATION_VERBS
from ..finding import Severity
from ._rule import Broken, rule
from .payloads import noun_of

__all__: list[str] = []

_PAST = tuple(EVENT_OF[verb] for verb in OPERATION_VERBS)


def _set(message: Any) -> Any:
    return message.payload.operation_set if message.payload is not None else None


def _operations(message: Any) -> list[tuple[str, Any]]:
    operations = _set(message).operation
    start = "Payload/OperationSet/Operation"
    return [(f"{start}[{n}]" if len(operations) > 1 else start, one) for n, one in enumerate(operations, 1)]


@rule(
    "ENV207",
    Severity.WARNING,
    "operation set under another verb or noun",
    hint="use the verb execute (in events executed), the noun OperationSet, and an operation set in the payload",
    source="IEC 61968-100 ed. 1, 6.10",
    on=("RequestMessage", "EventMessage"),
)
def set_is_executed(message: Any) -> Iterator[Broken]:
    """The verb execute is for operation sets alone, and they have no other."""
    verb, noun = message.header.verb, message.header.noun
    if _set(message) is None:
        if verb in {"execute", "executed"} and message.payload is not None and message.payload.content:
            yield Broken("Payload", f"found the verb {str(verb)!r} and no OperationSet in the payload")
        return
    if verb not in {"execute", "executed"}:
        yield Broken("Header/Verb", f"found {str(verb)!r} with an OperationSet, expected 'execute' or 'executed'", verb)
    if noun != "OperationSet":
        yield Broken("Header/Noun", f"found {noun!r} with an OperationSet, expected 'OperationSet'", noun)


@rule(
    "ENV401",
    Severity.WARNING,
    "operation set without operations",
    hint="give at least one operation",
    source="IEC 61968-100 ed. 1, 6.10",
    on="OperationSet",
)
def set_has_operations(message: Any) -> Iterator[Broken]:
    """There is nothing to execute."""
    if not _set(message).operation:
        yield Broken("Payload/OperationSet", "found no Operation")


@rule(
    "ENV402",
    Severity.WARNING,
    "number of an operation given twice",
    hint="number the operations 1, 2, 3 ...",
    source="IEC 61968-100 ed. 1, 6.10.1",
    on="OperationSet",
)
def numbers_are_unique(message: Any) -> Iterator[Broken]:
    """Replies name operations by their number."""
    count = Counter(one.operation_id for _, one in _operations(message))
    for path, one in _operations(message):
        if one.operation_id is not None and count[one.operation_id] > 1:
            yield Broken(
                f"{path}/operationId",
                f"found {one.operation_id} {count[one.operation_id]} times",
                str(one.operation_id),
            )


@rule(
    "ENV403",
    Severity.WARNING,
    "sequence and numbers disagree",
    hint="number the operations in the order in which they stand",
    source="IEC 61968-100 ed. 1, 6.10.1 (ascending numbers), and its schema (order presented)",
    on="OperationSet",
)
def numbers_ascend(message: Any) -> Iterator[Broken]:
    """With enforceMsgSequence some receivers go by the number and others by the place, so both have to agree."""
    if _set(message).enforce_msg_sequence is not True:
        return
    last = None
    for path, one in _operations(message):
        number = one.operation_id
        if not isinstance(number, int):
            continue
        if last is not None and number < last:
            yield Broken(f"{path}/operationId", f"found {number} after {last}", str(number))
        last = number


@rule(
    "ENV404",
    Severity.WARNING,
    "verb that operations do not have",
    hint="use create, change or delete; in executed events created, changed or deleted",
    source="IEC 61968-100 ed. 1, 6.10",
    on="OperationSet",
)
def operations_have_verbs(message: Any) -> Iterator[Broken]:
    """An operation creates, changes or deletes; nothing else can be part of a set."""
    expected = _PAST if message.header.verb == "executed" else OPERATION_VERBS
    for path, one in _operations(message):
        if one.verb not in expected:
            found = repr(one.verb) if one.verb is not None else "no verb"
            yield Broken(f"{path}/verb", f"found {found}, expected {', '.join(expected)}", one.verb)


@rule(
    "ENV405",
    Severity.WARNING,
    "element operation that deletes nothing",
    hint="use the verb delete, or leave element_operation out",
    source="IEC 61968-100 ed. 1, 6.10",
    on="OperationSet",
)
def only_deletes_take_elements(message: Any) -> Iterator[Broken]:
    """With elementOperation a delete removes the parts that are listed and leaves the object; other verbs have none."""
    for path, one in _operations(message):
        if one.element_operation is True and one.verb not in {"delete", "deleted"}:
            yield Broken(f"{path}/elementOperation", f"found elementOperation true with the verb {one.verb!r}")


@rule(
    "ENV406",
    Severity.INFO,
    "sequence or integrity not stated",
    hint="write both flags; the builders always do",
    source="IEC 61968-100 ed. 1, 6.10.1 (false) against its figure 40 (integrity true)",
    on="OperationSet",
)
def flags_are_written(message: Any) -> Iterator[Broken]:
    """Sources disagree about what holds when the flag for integrity is missing."""
    found = _set(message)
    flags = (
        ("enforceMsgSequence", found.enforce_msg_sequence),
        ("enforceTransactionalIntegrity", found.enforce_transactional_integrity),
    )
    for tag, value in flags:
        if value is None:
            yield Broken(f"Payload/OperationSet/{tag}", f"found no {tag}")


@rule(
    "ENV407",
    Severity.WARNING,
    "operation without content",
    hint="give the noun document; for change and delete the identity and what is affected",
    source="IEC 61968-100 ed. 1, 6.10",
    on="OperationSet",
)
def operations_have_content(message: Any) -> Iterator[Broken]:
    """An operation has no identifiers of its own, so the objects it means stand in its noun document."""
    for path, one in _operations(message):
        if one.content is None:
            yield Broken(path, "found no noun document in the operation")


@rule(
    "ENV408",
    Severity.WARNING,
    "noun of an operation differs from its content",
    hint="set the noun of the operation to the name of the root element in it",
    source="IEC 61968-100 ed. 1, 6.10",
    on="OperationSet",
)
def nouns_of_operations_fit(message: Any) -> Iterator[Broken]:
    """Each operation has a noun of its own, and it is handled by it."""
    for path, one in _operations(message):
        if one.content is not None and one.noun != (name := noun_of(one.content)):
            found = repr(one.noun) if one.noun is not None else "no noun"
            yield Broken(f"{path}/noun", f"found {found}, expected {name!r}", one.noun)
