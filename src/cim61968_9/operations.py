"""Operation sets: several creates, changes and deletes that go together.

>>> import cim61968_9 as cim
>>> from cim61968_9.profiles.meter_config import Meter
>>> from cim61968_9.profiles.usage_point_config import UsagePoint
>>> bulk = cim.execute(
...     cim.operation("create", cim.UsagePointConfig(usage_point=[UsagePoint(mrid="up-1")])),
...     cim.operation("create", cim.MeterConfig(meter=[Meter(mrid="m-1")])),
...     in_sequence=True,
...     all_or_nothing=True,
... )
>>> [(one.operation_id, one.verb, one.noun) for one in bulk.payload.operation_set.operation]
[(1, 'create', 'UsagePointConfig'), (2, 'create', 'MeterConfig')]

Source: IEC 61968-100 edition 1, 6.10.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Unpack, cast

from attrs import evolve

from ._generated.message import Operation, OperationSet, RequestMessage, Verb
from .building import checked_root, noun_named, transaction
from .model import Element
from .sender import RequestOptions
from .verbs import EVENT_OF, OperationVerb
from .xml.foreign import RawElement

__all__ = ["execute", "in_past_tense", "operation", "operation_set"]


def operation(
    verb: OperationVerb | Verb,
    content: Element | RawElement,
    *,
    noun: str | None = None,
    operation_id: int | None = None,
    element_operation: bool | None = None,
) -> Operation:
    """Return one step of an operation set: ``verb`` is create, change or delete.

    The content of a change or delete holds the identity of the objects and only what is affected. With
    ``element_operation=True`` a delete removes the attributes and links that the content lists, and the object stays.
    Without ``operation_id`` the step gets its number from :func:`execute`.
    """
    number = cast("int", operation_id)  # None until it is numbered
    named = noun_named(checked_root(content), noun)
    return Operation(operation_id=number, noun=named, verb=verb, element_operation=element_operation, content=content)


def operation_set(*operations: Operation, in_sequence: bool = False, all_or_nothing: bool = False) -> OperationSet:
    """Return a set of operations. One without a number gets the next after the one before it.

    ``in_sequence`` has them carried out in the order given, ``all_or_nothing`` has all of them undone when one fails.
    Both are always written, since sources disagree about what holds when they are not.
    """
    numbered, last = [], 0
    for one in operations:
        given = cast("int | None", one.operation_id)
        last = given if given is not None else last + 1
        numbered.append(evolve(one, operation_id=last))
    return OperationSet(
        enforce_msg_sequence=in_sequence, enforce_transactional_integrity=all_or_nothing, operation=numbered
    )


def execute(
    *operations: Operation,
    in_sequence: bool = False,
    all_or_nothing: bool = False,
    options: Mapping[str, object] | None = None,
    **header: Unpack[RequestOptions],
) -> RequestMessage:
    """Ask to carry out operations as one transaction; see :func:`operation_set`.

    Raises:
        InvalidMessageError: There are none, one has no content or another verb, numbers repeat, or another rule is
            broken.
    """
    content = operation_set(*operations, in_sequence=in_sequence, all_or_nothing=all_or_nothing)
    return transaction("execute", content, options=options, header=header)


def in_past_tense(operations: OperationSet) -> OperationSet:
    """Return a copy of a set as the event reports it: created, changed and deleted for create, change and delete."""
    told = deepcopy(operations)
    for one in told.operation:
        one.verb = EVENT_OF.get(one.verb or "", one.verb)
    return told
