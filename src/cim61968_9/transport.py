"""Headers of transports: the fields of a message header as JMS, AMQP or SOAP addressing have them, as plain mappings.

>>> import cim61968_9 as cim
>>> request = cim.get("MeterReadings", ids=["M-17"], message_id="4711", reply_address="queue:CIS.REPLIES")
>>> cim.transport.to_jms(request)["JMSReplyTo"]
'queue:CIS.REPLIES'
>>> cim.transport.from_jms({"JMSMessageID": "ID:4711", "JMSCorrelationID": "17"})
{'message_id': '4711', 'correlation_id': '17'}

Where header and transport differ, each counts for its own layer; nothing here changes a message. The mappings back give
options of the builders of requests, as in ``cim.get(profile, **cim.transport.from_jms(properties))``.

Sources: IEC 61968-100 edition 1, 8.4 for JMS, annex E for AMQP, annexes C and D for the actions of SOAP; the mapping to
WS-Addressing is ours.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from .identity import is_uuid
from .sender import RequestOptions
from .verbs import REQUEST_VERBS

__all__ = [
    "from_amqp",
    "from_jms",
    "from_soap_addressing",
    "soap_action",
    "to_amqp",
    "to_jms",
    "to_soap_addressing",
]

_JMS_ID = "ID:"
_URN = "urn:uuid:"
_NOWHERE = {"http://www.w3.org/2005/08/addressing/anonymous", "http://www.w3.org/2005/08/addressing/none"}
_ACTIONS = {
    "RequestMessage": "http://iec.ch/61968/Request",
    "ResponseMessage": "http://iec.ch/61968/Response",
    "EventMessage": "http://iec.ch/61968/PublishEvent",
}


def to_jms(message: Any) -> dict[str, str | int]:
    """Return the JMS headers of a message, and its custom header entries as properties.

    A JMSMessageID begins with ``ID:``; JMSTimestamp is in milliseconds since 1970. What the message does not have is
    left out.
    """
    header = message.header
    found: dict[str, str | int | None] = {
        "JMSMessageID": f"{_JMS_ID}{header.message_id}" if header.message_id else None,
        "JMSCorrelationID": header.correlation_id or None,
        "JMSReplyTo": header.reply_address or None,
        "JMSTimestamp": _milliseconds(header.timestamp),
    }
    custom = {one.name: one.value or "" for one in header.property}
    return custom | {name: value for name, value in found.items() if value is not None}


def from_jms(properties: Mapping[str, Any]) -> RequestOptions:
    """Return options for a header from JMS headers and properties; other JMS headers mean nothing to a message."""
    found: RequestOptions = {}
    if identifier := properties.get("JMSMessageID"):
        found["message_id"] = str(identifier).removeprefix(_JMS_ID)
    if correlation := properties.get("JMSCorrelationID"):
        found["correlation_id"] = str(correlation).removeprefix(_JMS_ID)
    if address := properties.get("JMSReplyTo"):
        found["reply_address"] = str(address)
    if (stamp := properties.get("JMSTimestamp")) is not None:
        found["timestamp"] = _instant(int(stamp))
    custom = {name: _text(value) for name, value in properties.items() if not name.startswith("JMS")}
    if custom:
        found["properties"] = custom
    return found


def to_amqp(message: Any) -> dict[str, Any]:
    """Return the properties of an AMQP 1.0 message, with custom header entries under ``application-properties``.

    Of AMQP 0-9-1, use the same values with underscores; its timestamp counts seconds.
    """
    header = message.header
    found: dict[str, Any] = {
        "message-id": header.message_id or None,
        "correlation-id": header.correlation_id or None,
        "reply-to": header.reply_address or None,
        "creation-time": _milliseconds(header.timestamp),
        "subject": f"{header.verb}({header.noun})",
        "content-type": "application/xml",
    }
    if header.property:
        found["application-properties"] = {one.name: one.value or "" for one in header.property}
    return {name: value for name, value in found.items() if value is not None}


def from_amqp(properties: Mapping[str, Any]) -> RequestOptions:
    """Return options for a header from the properties of an AMQP 1.0 message."""
    found: RequestOptions = {}
    if identifier := properties.get("message-id"):
        found["message_id"] = str(identifier)
    if correlation := properties.get("correlation-id"):
        found["correlation_id"] = str(correlation)
    if address := properties.get("reply-to"):
        found["reply_address"] = str(address)
    if (stamp := properties.get("creation-time")) is not None:
        found["timestamp"] = stamp if isinstance(stamp, dt.datetime) else _instant(int(stamp))
    if custom := properties.get("application-properties"):
        found["properties"] = {str(name): _text(value) for name, value in custom.items()}
    return found


def to_soap_addressing(message: Any, *, to: str | None = None, typed: bool = False) -> dict[str, str]:
    """Return the headers of WS-Addressing for a message, by local name.

    Identifiers that are UUIDs become ``urn:uuid:`` names, others stand as they are. RelatesTo is the CorrelationID of
    what follows a request; a request itself relates to nothing. ReplyTo is the reply address where it is one of the
    web. ``to`` is the address of the receiver; ``typed`` chooses the action, see :func:`soap_action`.
    """
    header = message.header
    address = header.reply_address or ""
    found = {
        "Action": soap_action(message, typed=typed),
        "To": to,
        "MessageID": _urn(header.message_id),
        "RelatesTo": _urn(header.correlation_id) if header.verb not in REQUEST_VERBS else None,
        "ReplyTo": address if address.startswith(("http://", "https://")) else None,
    }
    return {name: value for name, value in found.items() if value}


def from_soap_addressing(headers: Mapping[str, str]) -> RequestOptions:
    """Return options for a header from the headers of WS-Addressing, by local name."""
    found: RequestOptions = {}
    if identifier := headers.get("MessageID"):
        found["message_id"] = identifier.removeprefix(_URN)
    if correlation := headers.get("RelatesTo"):
        found["correlation_id"] = correlation.removeprefix(_URN)
    address = headers.get("ReplyTo")
    if address and address not in _NOWHERE:
        found["reply_address"] = address
    return found


def soap_action(message: Any, *, typed: bool = False) -> str:
    """Return the SOAPAction of a message: of the generic binding, or with ``typed`` of that which names verb and noun.

    Raises:
        TypeError: The message is of a kind that has no operation, such as a fault.
    """
    header = getattr(message, "header", None)
    if header is None or message.kind not in _ACTIONS:
        raise TypeError(
            f"found a {type(message).__name__}, which no operation of SOAP sends; expected {', '.join(_ACTIONS)}"
        )
    if not typed:
        return _ACTIONS[message.kind]
    verb, noun = str(header.verb), header.noun
    start = "http://iec.ch/TC57/2011"
    return f"{start}/Get{noun}/Get{noun}" if verb == "get" else f"{start}/{noun}/{verb.capitalize()}{noun}"


def _milliseconds(stamp: Any) -> int | None:
    if not isinstance(stamp, dt.datetime) or stamp.tzinfo is None:
        return None
    since = stamp - dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    return since // dt.timedelta(milliseconds=1)


def _instant(milliseconds: int) -> dt.datetime:
    return dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(milliseconds=milliseconds)


def _text(value: Any) -> str | None:
    return value if value is None else str(value)


def _urn(identifier: str | None) -> str | None:
    return f"{_URN}{identifier}" if identifier and is_uuid(identifier) else identifier
