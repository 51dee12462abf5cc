"""Rules of the payload that hold for every message with a header."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ...nouns import registry
from ...xml.foreign import RawElement
from ..finding import Severity
from ._rule import Broken, rule

__all__ = ["is_empty", "noun_of", "roots"]

_nouns: dict[type, str] = {}
_ALIASES = {"MeterServiceRequest": "MeterServiceRequests"}


def is_empty(payload: Any) -> bool:
    """Tell whether a payload is missing or has nothing in it."""
    return payload is None or not (
        payload.content or payload.operation_set is not None or payload.compressed or payload.id
    )


def noun_of(item: Any) -> str:
    """Return the root element of what stands in a payload: the noun of the message."""
    cls = type(item)
    if (known := _nouns.get(cls)) is not None:
        return known
    if isinstance(item, RawElement):
        return item.name
    profile = registry.of_class(cls)
    if profile is None:
        return cls.__name__
    return _nouns.setdefault(cls, profile.name)


def roots(payload: Any) -> list[str]:
    """Return the root elements in a payload, none where it is compressed or no XML."""
    if payload is None or (payload.format or "XML").strip().upper() != "XML":
        return []
    return [noun_of(item) for item in payload.content]


@rule(
    "ENV202",
    Severity.WARNING,
    "noun differs from the payload",
    hint="set the noun to the name of the root element of the payload",
    source="IEC 61968-100 ed. 1, 6.2.3 and 7",
)
def noun_is_root(message: Any) -> Iterator[Broken]:
    """Noun and payload root are one name, and receivers choose the schema and the service by either of them."""
    noun = message.header.noun
    found = roots(message.payload)
    if (
        found
        and noun is not None
        and noun not in found
        and _ALIASES.get(noun, noun) not in found
        and not all(map(_is_get_profile, found))
    ):
        yield Broken("Header/Noun", f"found {noun!r}, expected {found[0]!r} as in the payload", noun)


@rule(
    "ENV209",
    Severity.WARNING,
    "Get profile in the payload",
    hint="put the Get profile into the request part of the message",
    source="IEC 61968-100 ed. 1, 6.3.3; 6.3.1 says otherwise in passing",
)
def get_profile_is_in_request(message: Any) -> Iterator[Broken]:
    """The Get profile selects what is wanted and belongs to the request; the payload is for what is delivered."""
    found = Counter(filter(_is_get_profile, roots(message.payload)))
    for name, count in found.items():
        for number in range(1, count + 1):
            place = f"[{number}]" if count > 1 else ""
            yield Broken(f"Payload/{name}{place}", f"found {name} in the payload", name)


def _is_get_profile(name: str) -> bool:
    return name.startswith("Get") and name[3:4].isupper()


@rule(
    "ENV217",
    Severity.WARNING,
    "type or authority of what is no name",
    hint="say kind='name', or leave out id_type and id_authority",
    source="IEC 61968-100 ed. 1, 6.3.3",
)
def only_names_have_types(message: Any) -> Iterator[Broken]:
    """The attributes idType and idAuthority qualify a name; an mRID needs neither."""
    for path, found in _ids(message):
        if (found.id_type or found.id_authority) and found.kind is not None and found.kind != "name":
            yield Broken(path, f"found idType or idAuthority with kind {str(found.kind)!r}", found.value)


def _ids(message: Any) -> Iterator[tuple[str, Any]]:
    for name in ("request", "reply", "payload"):
        part = getattr(message, name, None)
        for number, found in enumerate(ids := part.id if part is not None else (), 1):
            yield f"{name.capitalize()}/ID{f'[{number}]' if len(ids) > 1 else ''}", found
