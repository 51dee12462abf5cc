"""The dialects that are known, as data: namespaces and words of deployed systems. The next one is an entry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from .dialect import MESSAGE, PAYLOAD, Dialect

__all__ = [
    "DIALECTS",
    "NOUNS_OF_EDITIONS",
    "NOUN_ALIASES",
    "RESULTS",
    "VERBS",
    "Variant",
    "dialects",
    "message_variant",
    "payload_variant",
    "register_dialect",
]

YEARS: dict[str, tuple[str, str]] = {
    "2008": ("the envelope of 2008", "1"),
    "2010": ("the draft of 2010", "2"),
    "2011": ("edition 1 of IEC 61968-100", "2"),
    "2016": ("a copy dated 2016", "2"),
    "2021": ("edition 2 of IEC 61968-100", "3"),
}
"""What is known of the years in the namespace of the envelope: a name, and the edition of IEC 61968-9 it goes with."""
DRAFT = "the draft of April 2011"
_WWW_2011 = "http://www.iec.ch/TC57/2011/schema/message"
_MESSAGE = re.compile(r"https?://(?:www\.)?iec\.ch/?TC57/?(\d{4})/?schema/message[#/]?")
_PAYLOAD = re.compile(r"https?://(?:www\.)?iec\.ch/?TC57/?(\d{4})/?(\w+)[#/]?")
_FIRST_YEAR, _LAST_YEAR = 2006, 2030

VERBS: Mapping[str, str] = {
    "update": "change",
    "updated": "changed",
    "show": "reply",
    "cancelled": "canceled",
}
"""Verbs of drafts and habits, and what they mean."""
RESULTS: Mapping[str, str] = {"FATAL": "FAILED"}
"""Results that the text of the standard names in one place, and what they mean."""
NOUN_ALIASES: Mapping[str, str] = {
    "MeterServiceRequest": "MeterServiceRequests",
    "GetMeterServiceRequest": "GetMeterServiceRequests",
}
"""Names under which nouns with the same structure are sent."""
NOUNS_OF_EDITIONS: Mapping[str, tuple[str, str]] = {
    "MeterReadSchedules": ("3", "MeterReadSchedule"),
    "GetMeterReadSchedules": ("3", "GetMeterReadSchedule"),
    "MeterSystemEvents": ("1", "EndDeviceEvents"),
    "EndDeviceAssets": ("1", "EndDeviceConfig"),
    "MeterAssetConfig": ("1", "MeterConfig"),
    "MeterAssetReading": ("1", "MeterReadings"),
    "ServiceDeliveryPointConfig": ("1", "UsagePointConfig"),
    "SDPLocationConfig": ("1", "UsagePointLocationConfig"),
    "SupplierConfig": ("1", "ServiceSupplierConfig"),
}
"""Nouns of other editions with another structure: the edition, and the noun of edition 2 that has its place."""

_CAPITALISED = (
    "RequestMessage ResponseMessage EventMessage FaultMessage Header Request Reply Payload Verb Noun Revision Context"
    " ReplayDetection Nonce Created Timestamp Source AsyncReplyFlag ReplyAddress AckRequired User UserID Organization"
    " MessageID CorrelationID Comment Property StartTime EndTime Option Result Error Location OperationSet Operation"
    " Compressed Format"
)
_KNOWN = (
    Dialect(name="SAP Cloud for Energy", payload="http://iec.ch/TC57/CIM-c4e#"),
    Dialect(name="ENCOURAGE", payload="http://www.encourage-project.eu/{noun}#"),
    Dialect(name="Pyramid", payload="http://iec.ch/TC57/2011/podis15/{noun}#"),
    Dialect(
        name="Oracle OUAF",
        message="http://xmlns.oracle.com/ouaf/iec",
        payload="http://xmlns.oracle.com/ouaf/iec",
        elements={name[0].lower() + name[1:]: name for name in _CAPITALISED.split()},
    ),
    Dialect(
        name="envelope of 2008",
        edition="1",
        message="http://www.iec.ch/TC57/2008/schema/message",
        payload="http://iec.ch/TC57/2009/{noun}#",
        elements={"format": "Format"},
        reply_codes=True,
    ),
    Dialect(name="draft of April 2011", message=_WWW_2011),
)
_dialects: dict[str, Dialect] = {dialect.name: dialect for dialect in _KNOWN}
DIALECTS: Mapping[str, Dialect] = MappingProxyType(_dialects)
"""The dialects that are known by name; :func:`register_dialect` adds to them."""
_version = 0


class Variant(NamedTuple):
    """What a namespace that is not the standard's was recognised as."""

    rule: str
    known: str
    edition: str = "2"
    dialect: Dialect | None = None


def register_dialect(dialect: Dialect) -> None:
    """Make a dialect known: its namespaces are accepted, with an info, and its words are understood.

    >>> import cim61968_9 as cim
    >>> cim.register_dialect(
    ...     cim.Dialect(name="Acme HES", payload="urn:acme:{noun}", verbs={"modify": "change"})
    ... )

    A dialect of a known name takes the place of the one before.

    Raises:
        ValueError: It has no name; it does not differ from the standard; or a word leads to no verb or no noun.
    """
    if not dialect.name:
        raise ValueError("found a dialect without name, expected Dialect(name=...)")
    if not dialect:
        raise ValueError(
            f"the dialect {dialect.name!r} does not differ from the standard; give it a namespace or words"
        )
    _check(dialect)
    _dialects[dialect.name] = dialect
    global _version  # noqa: PLW0603  # memos elsewhere ask for it
    _version += 1


def _check(dialect: Dialect) -> None:
    from ..envelope import Verb
    from ..nouns import registry

    verbs = [str(verb) for verb in Verb]
    for wire, standard in dialect.verbs.items():
        if standard not in verbs:
            raise ValueError(f"verbs: {wire!r} leads to {standard!r}, expected one of {', '.join(verbs)}")
    for wire, standard in dialect.nouns.items():
        if registry.find("", standard) is None:
            raise ValueError(f"nouns: {wire!r} leads to {standard!r}, expected a noun such as MeterReadings")


def version() -> int:
    """Return a number that grows with every dialect that is registered."""
    return _version


def dialects(namespace: str) -> list[Dialect]:
    """Return the dialects whose envelope, or one of whose payloads, can stand in a namespace.

    Those with the namespaces of the standard, and only words of their own, apply everywhere.
    """
    return [one for one in _dialects.values() if _is_like(one, namespace)]


def _is_like(dialect: Dialect, namespace: str) -> bool:
    if namespace in dialect.namespaces.values():
        return True
    if dialect.message == MESSAGE and dialect.payload == PAYLOAD:
        return not dialect.namespaces
    before, _, after = dialect.payload.partition("{noun}")
    is_payload = dialect.payload != PAYLOAD and namespace.startswith(before) and namespace.endswith(after)
    return is_payload or namespace == dialect.message != MESSAGE


def message_variant(namespace: str) -> Variant | None:
    """Recognise the namespace of an envelope that is not the standard's; None when nothing is known of it."""
    for dialect in _dialects.values():
        if namespace == dialect.message:
            name = DRAFT if namespace == _WWW_2011 else dialect.name
            return Variant("ENV101", name, dialect.edition, dialect)
    match = _MESSAGE.fullmatch(namespace.strip())
    if match is not None and _FIRST_YEAR <= int(match[1]) <= _LAST_YEAR:
        known, edition = YEARS.get(match[1], (f"a copy dated {match[1]}", "2"))
        return Variant("ENV101", known, edition, _dialects["envelope of 2008"] if match[1] == "2008" else None)
    return None


def payload_variant(namespace: str, noun: str) -> Variant | None:
    """Recognise the namespace of a root that is not the standard's; None when nothing is known of it."""
    if not namespace:
        return Variant("ENV110", "no namespace")
    for dialect in _dialects.values():
        if dialect.is_payload(namespace, noun):
            return Variant("ENV109", dialect.name, dialect.edition, dialect)
    match = _PAYLOAD.fullmatch(namespace.strip())
    if match is not None and match[2] == noun and _FIRST_YEAR <= int(match[1]) <= _LAST_YEAR:
        edition = "1" if int(match[1]) < 2010 else "2"
        return Variant("ENV108", f"a namespace of {match[1]}" if match[1] != "2011" else "another spelling", edition)
    return None
