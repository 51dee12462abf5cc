"""What all builders share: content and noun of a message, and the rules that what they make has to keep."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias, TypeVar

from ._generated.message import OperationSet, Option, Payload, Request, RequestMessage
from ._hints import perhaps
from .compression import compress_above
from .errors import InvalidMessageError
from .identity import Identifiable, identify_all
from .model import Element
from .nouns import PROFILES, registry
from .sender import make_header
from .validation.rules import Broken, findings, is_plain, review
from .validation.rules.payloads import noun_of
from .xml.foreign import RawElement
from .xml.writing import OPERATION_SET

__all__ = [
    "Content",
    "Options",
    "Subject",
    "checked_root",
    "finished",
    "noun_named",
    "option_list",
    "payload_with",
    "refuse_broken",
    "transaction",
]

Content: TypeAlias = "Element | RawElement | Payload"
"""What a message can carry: a noun such as MeterReadings, a raw element of another vocabulary, or a whole payload."""
Subject: TypeAlias = "Content | type[Element] | str"
"""What a message is about: its content, or only the noun, as a class or by name."""
Options: TypeAlias = Mapping[str, object]
"""Options of a request, agreed between partners."""
T = TypeVar("T", bound=Element)


def payload_with(content: Content | None) -> Payload | None:
    """Return the payload that carries the content."""
    if content is None or isinstance(content, Payload):
        return content
    if isinstance(content, OperationSet):
        return Payload(operation_set=content)
    return Payload(content=[checked_root(content)])


def checked_root(content: Element | RawElement) -> Element | RawElement:
    """Return what can stand at the root of a payload.

    Raises:
        TypeError: It is no root element.
    """
    if isinstance(content, RawElement) or registry.of_class(type(content)) is not None:
        return content
    raise TypeError(
        f"found {type(content).__name__}, which is no root element; expected a noun such as MeterReadings, a "
        "RawElement, or a Payload"
    )


def noun_named(subject: Subject | None, noun: str | None = None) -> str:
    """Return the noun that a message is about.

    Raises:
        TypeError: The content does not tell, and no noun is given.
        LookupError: There is no noun of this name.
    """
    if noun is not None:
        return noun
    if isinstance(subject, str):
        if registry.find("", subject) is None and subject != OPERATION_SET:
            hint = perhaps(subject, [*PROFILES, OPERATION_SET])
            raise LookupError(f"no noun {subject!r}{hint} (cim.register makes other nouns known)")
        return _without_get(subject)
    if isinstance(subject, type):
        profile = registry.of_class(subject)
        if profile is None:
            raise TypeError(f"{subject.__name__} is no root element; expected a noun such as MeterReadings")
        return _without_get(profile.name)
    if isinstance(subject, Payload):
        if subject.operation_set is not None:
            return "OperationSet"
        if subject.content:
            return noun_of(subject.content[0])
        raise TypeError("the payload does not tell its noun; give it as noun='MeterReadings' or the like")
    if isinstance(subject, OperationSet):
        return "OperationSet"
    if subject is None:
        raise TypeError("found neither content nor noun; give one of them")
    return noun_of(subject)


def _without_get(name: str) -> str:
    """Return the noun that a Get profile is about, or the name itself."""
    return name.removeprefix("Get") if name in PROFILES else name


def finished(message: T) -> T:
    """Return a message that breaks no rule.

    Raises:
        InvalidMessageError: It breaks one or more; the group holds all of them.
    """
    if not is_plain(message):
        refuse_broken(message, review(message))
    return message


def refuse_broken(message: Any, broken: Iterable[tuple[str, Broken]]) -> None:
    """Raise the rules that a message breaks.

    Raises:
        InvalidMessageError: There is one at least.
    """
    if found := findings(broken, message.kind):
        raise InvalidMessageError(found)


def transaction(
    verb: str,
    subject: Subject,
    *,
    noun: str | None = None,
    ids: Identifiable | Iterable[Identifiable] = (),
    options: Options | None = None,
    header: Mapping[str, Any],
) -> RequestMessage:
    """Return a request with a payload, or with identifiers only."""
    payload = None if isinstance(subject, str | type) else payload_with(subject)
    if isinstance(subject, Element) and _is_get_profile(subject):
        raise TypeError(f"found {type(subject).__name__}, which only selects; expected a noun such as MeterReadings")
    named, listed = identify_all(ids), option_list(options)
    message = RequestMessage(
        header=make_header(verb, noun_named(subject, noun), header, request=True),
        request=Request(option=listed, id=named) if named or listed else None,
        payload=payload,
    )
    return compress_above(finished(message), header)


def _is_get_profile(content: Element) -> bool:
    known = registry.of_class(type(content))
    return known is not None and known.name in PROFILES and known.name.startswith("Get")


def option_list(options: Options | None) -> list[Option]:
    """Return the options of a request; booleans are written as true and false."""
    return [
        Option(name=name, value=None if value is None else _option_text(value))
        for name, value in (options or {}).items()
    ]


def _option_text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
