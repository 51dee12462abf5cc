"""Builders of requests, events and faults: one function a verb.

Each fills in the header, puts content where the rules want it, and refuses what no receiver would accept, with the rule
and the remedy. Replies are in :mod:`.replying`, operation sets in :mod:`.operations`.

>>> import cim61968_9 as cim
>>> message = cim.delete("MeterConfig", ids=["NM-E-0041871"], source="CIS", reply_address="queue:CIS.REPLIES")
>>> message.header.async_reply_flag, message.header.correlation_id == message.header.message_id
(True, True)
>>> cim.create("MeterConfig")
Traceback (most recent call last):
    ...
cim61968_9.errors.InvalidMessageError: invalid message: ENV203 /RequestMessage/Payload: nothing to create, change or \
execute: found no payload in a request to create; put the noun document into the payload (1 sub-exception)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from copy import deepcopy
from typing import Unpack

from ._generated.message import ID, EventMessage, Payload, Request, RequestMessage, Verb
from .building import Content, Options, Subject, finished, noun_named, option_list, payload_with, transaction
from .compression import compress_above, expand
from .identity import Identifiable, identify_all
from .model import Element
from .nouns import registry
from .operations import in_past_tense
from .sender import EventOptions, RequestOptions, make_header
from .validation.rules import correlation_of
from .verbs import EVENT_OF, EVENT_VERBS, EventVerb

__all__ = ["cancel", "change", "close", "create", "delete", "event", "get"]


def get(
    subject: Element | type[Element] | str,
    *,
    ids: Identifiable | Iterable[Identifiable] = (),
    start: dt.datetime | None = None,
    end: dt.datetime | None = None,
    options: Options | None = None,
    **header: Unpack[RequestOptions],
) -> RequestMessage:
    """Ask for data.

    ``subject`` is a Get profile, such as :func:`~cim61968_9.select` makes; or only the noun, as a class or by name, and
    then ``ids``, ``start`` and ``end`` select. A Get profile has precedence over them, so they cannot stand beside it.
    ``options`` are agreed between partners. An empty Get profile asks for everything.

    Raises:
        InvalidMessageError: Nothing is selected, or twice; or another rule of requests is broken.
        TypeError: The subject is neither a Get profile nor a noun.
    """
    profile = None if isinstance(subject, str | type) else subject
    noun = noun_named(subject) if profile is None else _noun_of_profile(profile)
    request = Request(
        start_time=start,
        end_time=end,
        option=option_list(options),
        id=identify_all(ids),
        content=[profile] if profile is not None else [],
    )
    return finished(RequestMessage(header=make_header("get", noun, header, request=True), request=request))


def _noun_of_profile(profile: Element) -> str:
    known = registry.of_class(type(profile))
    if known is None or not known.name.startswith("Get"):
        raise TypeError(
            f"found {type(profile).__name__}, expected a Get profile such as GetMeterReadings, or the name of a noun "
            "and ids=[...]"
        )
    return known.name.removeprefix("Get")


def create(
    content: Content | str, *, noun: str | None = None, options: Options | None = None, **header: Unpack[RequestOptions]
) -> RequestMessage:
    """Ask to add objects, or to carry out controls or work: the content describes them.

    ``noun`` is needed where the content does not tell it, as with a compressed payload.

    Raises:
        InvalidMessageError: There is no content, or another rule of requests is broken.
    """
    return transaction("create", content, noun=noun, options=options, header=header)


def change(
    content: Content | str, *, noun: str | None = None, options: Options | None = None, **header: Unpack[RequestOptions]
) -> RequestMessage:
    """Ask to alter objects: the content holds their identity and what changes, and nothing else.

    Raises:
        InvalidMessageError: There is no content, or another rule of requests is broken.
    """
    return transaction("change", content, noun=noun, options=options, header=header)


def cancel(
    subject: Subject,
    *,
    ids: Identifiable | Iterable[Identifiable] = (),
    noun: str | None = None,
    options: Options | None = None,
    **header: Unpack[RequestOptions],
) -> RequestMessage:
    """Ask to withdraw what is no longer valid, such as a control that is not carried out yet.

    The objects are named by ``ids`` and the noun by its name or class; a noun that identifies them is possible as well.

    Raises:
        InvalidMessageError: Nothing is named, or another rule of requests is broken.
    """
    return transaction("cancel", subject, noun=noun, ids=ids, options=options, header=header)


def close(
    subject: Subject,
    *,
    ids: Identifiable | Iterable[Identifiable] = (),
    noun: str | None = None,
    options: Options | None = None,
    **header: Unpack[RequestOptions],
) -> RequestMessage:
    """Ask to end what has run its normal course, such as completed work or a link; arguments as of :func:`cancel`.

    Raises:
        InvalidMessageError: Nothing is named, or another rule of requests is broken.
    """
    return transaction("close", subject, noun=noun, ids=ids, options=options, header=header)


def delete(
    subject: Subject,
    *,
    ids: Identifiable | Iterable[Identifiable] = (),
    noun: str | None = None,
    options: Options | None = None,
    **header: Unpack[RequestOptions],
) -> RequestMessage:
    """Ask to remove objects from the integrated systems; arguments as of :func:`cancel`.

    To remove only attributes or links of an object, execute an operation with ``element_operation=True``.

    Raises:
        InvalidMessageError: Nothing is named, or another rule of requests is broken.
    """
    return transaction("delete", subject, noun=noun, ids=ids, options=options, header=header)


def event(
    verb: EventVerb | Verb,
    content: Content | str | None = None,
    *,
    ids: Identifiable | Iterable[Identifiable] = (),
    noun: str | None = None,
    caused_by: RequestMessage | None = None,
    **header: Unpack[EventOptions],
) -> EventMessage:
    """Report what has happened: ``verb`` is created, changed, canceled, closed, deleted or executed.

    An event that a request has caused, ``caused_by``, follows its correlation and context. Of the same verb and noun,
    and without content of its own, it carries a copy of what the request carried, or the identifiers it named. Without
    content, ``ids`` name the objects.

    Raises:
        ValueError: The verb is none of an event, or there are both content and ids.
        TypeError: Nothing says what it is about.
        InvalidMessageError: A rule of events is broken, such as no payload.
    """
    payload = None if isinstance(content, str) else payload_with(content)
    named = identify_all(ids)
    if named:
        if payload is not None:
            raise ValueError("found both content and ids; a payload holds one of them")
        payload = Payload(id=named)
    if caused_by is not None:
        payload, noun, header = _consequence(caused_by, verb, content, payload, noun, header)
    message = EventMessage(header=make_header(verb, noun_named(content, noun), header), payload=payload)
    if verb not in EVENT_VERBS:
        raise ValueError(f"verb is {str(verb)!r}; expected one of {', '.join(EVENT_VERBS)}")
    return compress_above(finished(message), header)


def _consequence(
    cause: RequestMessage,
    verb: str,
    content: Content | str | None,
    payload: Payload | None,
    noun: str | None,
    header: EventOptions,
) -> tuple[Payload | None, str | None, EventOptions]:
    """Return payload, noun and header of an event with what it takes from the request that caused it."""
    if noun is None:
        noun = noun_named(content, cause.header.noun if content is None else None)
    if payload is None and noun == cause.header.noun and EVENT_OF.get(cause.header.verb) == verb:
        payload = _copied(cause)
    followed: EventOptions = {"correlation_id": correlation_of(cause)}
    sender = header.get("sender")
    if sender is None or sender.context is None:
        followed["context"] = cause.header.context
    return payload, noun, {**followed, **header}


def _copied(cause: RequestMessage) -> Payload | None:
    """Return a copy of the content of a request, as the event that follows it reports it."""
    if cause.header.verb == "execute":
        cause = expand(cause)  # its operations are to be put into the past tense
    payload = deepcopy(cause.payload)
    if payload is None:
        ids: list[ID] = deepcopy(cause.request.id) if cause.request is not None else []
        return Payload(id=ids) if ids else None
    if payload.operation_set is not None:
        payload.operation_set = in_past_tense(payload.operation_set)
    return payload
