"""What a system always says of itself, and the headers made from it."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Mapping
from typing import Any, TypedDict, TypeVar

from attrs import field, frozen

from ._generated.message import Header, Property, ReplayDetection, User, Verb
from ._hints import perhaps
from .verbs import EVENT_VERBS
from .xml.foreign import RawElement

__all__ = ["EventOptions", "HeaderOptions", "RequestOptions", "Sender", "make_header", "system_clock", "zoned"]

T = TypeVar("T")


def system_clock() -> dt.datetime:
    """Return the time of the machine, in UTC and whole milliseconds."""
    now = dt.datetime.now(dt.UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)  # some receivers take no more than milliseconds


def _new_uuid() -> str:
    return str(uuid.uuid4())


@frozen(kw_only=True)
class Sender:
    """What a system says of itself in every message, and where it takes time and identifiers from.

    Pass it to a builder as ``sender=``; what the call gives beside it has precedence.

    >>> import cim61968_9 as cim
    >>> mdm = cim.Sender(source="MDM", context="PRODUCTION", reply_address="https://mdm.example/cim")
    >>> cim.get("MeterReadings", ids=["NM-E-0041871"], sender=mdm).summary
    'RequestMessage get(MeterReadings) from MDM'
    """

    source: str | None = None
    """Name of the system or organisation."""
    context: str | None = None
    """Environment, such as PRODUCTION or TESTING. Replies repeat that of the request where this is None."""
    revision: str | None = "1"
    """Revision of the message definitions."""
    user: User | str | None = None
    """On whose behalf the system acts."""
    properties: Mapping[str, str | None] = field(factory=dict)
    """Custom header entries."""
    reply_address: str | None = None
    """Where later replies reach the system; used by requests that are asynchronous."""
    zone: dt.tzinfo | None = dt.UTC
    """Zone of timestamps: UTC, a zone whose offset prevails at the time, or None for that of the machine."""
    replay_detection: bool = False
    """Whether every message gets a nonce, made by ``new_id``."""
    compress_above: int | None = None
    """Size in bytes from which payloads are compressed; None for never."""
    now: Callable[[], dt.datetime] = field(default=system_clock, repr=False)
    """The clock; by default that of the machine, in milliseconds."""
    new_id: Callable[[], str] = field(default=_new_uuid, repr=False)
    """Where identifiers come from; by default random UUIDs."""


class HeaderOptions(TypedDict, total=False):
    """What every builder takes for the header.

    ``sender`` gives what is the same in all messages, and the others override it, one by one. Of the rest, what is not
    given is left out, but for ``message_id`` and ``timestamp``, which then come from ``new_id`` and ``now``.
    """

    sender: Sender
    source: str | None
    context: str | None
    revision: str | None
    user: User | str | None
    comment: str | None
    properties: Mapping[str, str | None]
    extensions: list[RawElement]
    message_id: str | None
    correlation_id: str | None
    timestamp: dt.datetime | None
    nonce: str | None
    compress_above: int | None
    zone: dt.tzinfo | None
    now: Callable[[], dt.datetime]
    new_id: Callable[[], str]


class EventOptions(HeaderOptions, total=False):
    """What :func:`~cim61968_9.event` takes for the header, besides :class:`HeaderOptions`.

    ``ack_required=True`` asks for a confirmation of the delivery, as some transports give it.
    """

    ack_required: bool | None


class RequestOptions(HeaderOptions, total=False):
    """What builders of requests take for the header, besides :class:`HeaderOptions`.

    ``reply_address`` makes a request asynchronous; with ``async_reply_flag=True`` alone the address of the sender is
    used. ``ack_required=False`` makes it one-way.
    """

    async_reply_flag: bool | None
    reply_address: str | None
    ack_required: bool | None


_DEFAULT = Sender()
_FOR_REQUESTS = RequestOptions.__required_keys__ | RequestOptions.__optional_keys__
_FOR_EVENTS = EventOptions.__required_keys__ | EventOptions.__optional_keys__
_FOR_OTHERS = HeaderOptions.__required_keys__ | HeaderOptions.__optional_keys__


def make_header(verb: str, noun: str, options: Mapping[str, Any], *, request: bool = False) -> Header:
    """Return the header of a message; ``options`` are those of :class:`HeaderOptions` or of a kind of it.

    Raises:
        TypeError: There is no such option.
        ValueError: A time has no zone, or a new identifier is empty.
    """
    _check_names(options, _FOR_REQUESTS if request else _FOR_EVENTS if verb in EVENT_VERBS else _FOR_OTHERS)
    sender: Sender = options.get("sender", _DEFAULT)
    new_id = options.get("new_id", sender.new_id)
    stamp = _timestamp(options, sender)
    message_id = options["message_id"] if "message_id" in options else _identifier(new_id)
    nonce = options["nonce"] if "nonce" in options else _identifier(new_id) if sender.replay_detection else None
    header = Header(
        verb=Verb(verb),
        noun=noun,
        revision=options.get("revision", sender.revision),
        replay_detection=_replay_detection(nonce, stamp, options, sender),
        context=options.get("context", sender.context),
        timestamp=stamp,
        source=options.get("source", sender.source),
        ack_required=options.get("ack_required"),
        user=_user(options.get("user", sender.user)),
        message_id=message_id,
        correlation_id=options.get("correlation_id"),
        comment=options.get("comment"),
        property=_properties({**sender.properties, **options.get("properties", {})}),
        extensions=list(options.get("extensions", ())),
    )
    if request:
        _ask(header, options, sender)
    return header


def _ask(header: Header, options: Mapping[str, Any], sender: Sender) -> None:
    """Say how the answer is wanted."""
    address = options.get("reply_address")
    flag = options.get("async_reply_flag", True if address else None)
    if flag and "reply_address" not in options:
        address = sender.reply_address
    header.async_reply_flag, header.reply_address = flag, address
    if flag and "correlation_id" not in options:
        header.correlation_id = header.message_id


def _timestamp(options: Mapping[str, Any], sender: Sender) -> dt.datetime | None:
    if "timestamp" in options:
        stamp: dt.datetime | None = options["timestamp"]
        if stamp is not None and stamp.tzinfo is None:
            raise ValueError(f"timestamp {stamp.isoformat()} has no zone; expected one, such as datetime.UTC")
        return stamp
    return zoned(options.get("now", sender.now)(), options.get("zone", sender.zone))


def zoned(stamp: dt.datetime, zone: dt.tzinfo | None) -> dt.datetime:
    """Return an instant with the offset that prevails in a zone at that time, None being the zone of the machine.

    Raises:
        ValueError: The instant has no zone of its own.
    """
    if stamp.tzinfo is None:
        raise ValueError(f"the clock says {stamp.isoformat()} without a zone; expected one, such as datetime.UTC")
    local = stamp.astimezone(zone)
    offset = local.utcoffset()
    assert offset is not None  # it is aware
    return local.replace(tzinfo=dt.timezone(offset) if offset else dt.UTC, fold=0)


def _identifier(new_id: Callable[[], str]) -> str:
    found = new_id()
    if not isinstance(found, str) or not found.strip():
        raise ValueError(f"new_id returned {found!r}; expected a text that is not empty")
    return found


def _replay_detection(
    nonce: str | None, stamp: dt.datetime | None, options: Mapping[str, Any], sender: Sender
) -> ReplayDetection | None:
    if nonce is None:
        return None
    created = stamp or zoned(options.get("now", sender.now)(), options.get("zone", sender.zone))
    return ReplayDetection(nonce=nonce, created=created)


def _user(user: User | str | None) -> User | None:
    return User(user_id=user) if isinstance(user, str) else user


def _properties(properties: Mapping[str, str | None]) -> list[Property]:
    return [Property(name=name, value=value) for name, value in properties.items()]


def _check_names(options: Mapping[str, Any], known: frozenset[str]) -> None:
    for name in options:
        if name not in known:
            only = " of events and requests only" if name in _FOR_EVENTS else " of requests only"
            only = only if name in _FOR_REQUESTS else ""
            hint = perhaps(name, known) if not only else ""
            raise TypeError(f"{name!r} is an option{only or ' that no header has'}{hint}")
