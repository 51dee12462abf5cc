"""Rules of requests: what each verb must and must not bring along."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..finding import Severity
from ._rule import Broken, rule
from .payloads import is_empty, noun_of

__all__ = ["get_profiles"]


def get_profiles(request: Any) -> list[str]:
    """Return the names of the Get profiles in the request part of a message."""
    return [name for item in request.content if (name := noun_of(item)).startswith("Get")] if request else []


def _selects(request: Any) -> bool:
    return request is not None and bool(
        request.content or request.id or request.option or request.start_time or request.end_time
    )


@rule(
    "ENV203",
    Severity.WARNING,
    "nothing to create, change or execute",
    hint="put the noun document into the payload",
    source="IEC 61968-100 ed. 1, 6.2.4",
    on="RequestMessage",
)
def transaction_has_payload(message: Any) -> Iterator[Broken]:
    """The payload is what is to be created, changed or executed; a request without it asks for nothing."""
    verb = message.header.verb
    if verb in {"create", "change", "execute"} and is_empty(message.payload):
        yield Broken("Payload", f"found no payload in a request to {verb}")


@rule(
    "ENV204",
    Severity.WARNING,
    "payload in a get request",
    hint="put what selects the data into the request part: a Get profile, or identifiers",
    source="IEC 61968-100 ed. 1, 6.2.4",
    on="RequestMessage",
)
def query_has_no_payload(message: Any) -> Iterator[Broken]:
    """A query brings filters, not content; most receivers look for them in the request part alone."""
    if message.header.verb == "get" and not is_empty(message.payload):
        yield Broken("Payload", "found a payload in a get request")


@rule(
    "ENV205",
    Severity.WARNING,
    "nothing to cancel, close or delete",
    hint="name the objects: ids=[...], or a payload that identifies them",
    source="IEC 61968-100 ed. 1, 6.2.4 and annex B",
    on="RequestMessage",
)
def removal_names_objects(message: Any) -> Iterator[Broken]:
    """The receiver has to know which objects are meant: by Request/ID, or by a payload, which annex B allows."""
    verb, request = message.header.verb, message.request
    if verb not in {"cancel", "close", "delete"} or not is_empty(message.payload):
        return
    if request is None or not (request.id or request.content):
        yield Broken("Request", f"found neither identifiers nor a payload in a {verb} request")


@rule(
    "ENV206",
    Severity.INFO,
    "get request that selects nothing",
    hint="give a Get profile (an empty one asks for everything), identifiers, or a period",
    source="facts of practice; the schema requires nothing",
    on="RequestMessage",
)
def query_selects(message: Any) -> Iterator[Broken]:
    """Receivers answer such a request with everything they have, or refuse it with code 1.6."""
    if message.header.verb == "get" and not _selects(message.request) and is_empty(message.payload):
        yield Broken("Request", "found nothing that selects in a get request")


@rule(
    "ENV208",
    Severity.WARNING,
    "selection that is ignored",
    hint="put period and identifiers into the Get profile",
    source="IEC 61968-100 ed. 1, 6.3.3",
    on="RequestMessage",
)
def profile_has_precedence(message: Any) -> Iterator[Broken]:
    """Where a Get profile is given it decides alone: StartTime and EndTime are ignored, and it wins over ID."""
    request = message.request
    if request is None or not (profiles := get_profiles(request)):
        return
    for tag, value in (("StartTime", request.start_time), ("EndTime", request.end_time), ("ID", request.id)):
        if value:
            yield Broken(f"Request/{tag}", f"found {tag} beside {profiles[0]}, which takes precedence")


@rule(
    "ENV210",
    Severity.WARNING,
    "Get profile of another noun",
    hint="set the noun to the name of the profile without Get",
    source="IEC 61968-100 ed. 1, 6.2.3 and 6.3.3",
    on="RequestMessage",
)
def profile_fits_noun(message: Any) -> Iterator[Broken]:
    """The noun names what is wanted, and the Get profile selects it."""
    noun, verb = message.header.noun, message.header.verb
    profiles = get_profiles(message.request)
    if profiles and noun not in {name.removeprefix("Get") for name in profiles}:
        yield Broken("Header/Noun", f"found {noun!r}, expected {profiles[0].removeprefix('Get')!r}", noun)
    elif profiles and verb != "get":
        yield Broken("Header/Verb", f"found {str(verb)!r} with {profiles[0]}, expected 'get'", verb)
