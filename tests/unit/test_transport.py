"""Headers of transports: what of a message they say, and what they give back."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import cim61968_9 as cim
from cim61968_9 import transport

NOON = dt.datetime(2026, 1, 14, 12, 0, 0, 250_000, tzinfo=dt.UTC)
MILLISECONDS = 1_768_392_000_250
MRID = "724ec48f-bb77-5166-b2a2-a7a9e5f4fb9d"
ANONYMOUS = "http://www.w3.org/2005/08/addressing/anonymous"
NONE = "http://www.w3.org/2005/08/addressing/none"
REQUEST = cim.get(
    "MeterReadings",
    ids=["NM-E-0041871"],
    source="Northmoor-CIS",
    message_id="4711",
    correlation_id="17",
    timestamp=NOON,
    reply_address="queue:CIS.REPLIES",
    properties={"region": "north", "flag": None},
)
BARE = cim.event("created", cim.MeterReadings(), message_id=None, timestamp=None, revision=None)


def event(**options: Any) -> cim.EventMessage:
    return cim.event("created", cim.MeterReadings(), **options)


# JMS


def test_header_as_jms() -> None:
    assert transport.to_jms(REQUEST) == {
        "JMSMessageID": "ID:4711",
        "JMSCorrelationID": "17",
        "JMSReplyTo": "queue:CIS.REPLIES",
        "JMSTimestamp": MILLISECONDS,
        "region": "north",
        "flag": "",
    }


def test_what_a_message_does_not_have_is_left_out_of_jms() -> None:
    assert transport.to_jms(BARE) == {}


def test_jms_as_options() -> None:
    assert transport.from_jms(
        {
            "JMSMessageID": "ID:4711",
            "JMSCorrelationID": "17",
            "JMSReplyTo": "queue:CIS.REPLIES",
            "JMSTimestamp": MILLISECONDS,
            "JMSPriority": 4,
            "JMSXDeliveryCount": 1,
            "region": "north",
            "attempt": 2,
            "flag": None,
        }
    ) == {
        "message_id": "4711",
        "correlation_id": "17",
        "reply_address": "queue:CIS.REPLIES",
        "timestamp": NOON,
        "properties": {"region": "north", "attempt": "2", "flag": None},
    }


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ({}, {}),
        ({"JMSMessageID": None, "JMSCorrelationID": "", "JMSReplyTo": None, "JMSTimestamp": None}, {}),
        ({"JMSTimestamp": 0}, {"timestamp": dt.datetime(1970, 1, 1, tzinfo=dt.UTC)}),
        ({"JMSMessageID": "4711"}, {"message_id": "4711"}),
        ({"JMSCorrelationID": "ID:4711"}, {"correlation_id": "4711"}),
        ({"JMSMessageID": f"ID:{MRID}"}, {"message_id": MRID}),
    ],
)
def test_missing_jms_headers_give_no_options(properties: dict[str, Any], expected: dict[str, Any]) -> None:
    assert transport.from_jms(properties) == expected


def test_options_from_jms_are_those_of_builders() -> None:
    options = transport.from_jms(transport.to_jms(REQUEST))
    made = cim.get("MeterReadings", ids=["NM-E-0041871"], source="Northmoor-CIS", **options)

    assert [(one.name, one.value) for one in made.header.property] == [("region", "north"), ("flag", "")]
    made.header.property = REQUEST.header.property
    assert made == REQUEST


def test_property_with_the_name_of_a_jms_header_does_not_replace_it() -> None:
    message = cim.get("MeterReadings", ids=["M"], message_id="4711", properties={"JMSMessageID": "ID:other"})

    assert transport.to_jms(message)["JMSMessageID"] == "ID:4711"


# times


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        (NOON, MILLISECONDS),
        (NOON.astimezone(dt.timezone(dt.timedelta(hours=5, minutes=30))), MILLISECONDS),
        (NOON.replace(microsecond=250_999), MILLISECONDS),
        (dt.datetime(1970, 1, 1, tzinfo=dt.UTC), 0),
        (dt.datetime(1969, 12, 31, 23, 59, 59, tzinfo=dt.UTC), -1000),
    ],
)
def test_timestamp_counts_milliseconds_since_1970(stamp: dt.datetime, expected: int) -> None:
    assert transport.to_jms(event(timestamp=stamp))["JMSTimestamp"] == expected
    assert transport.to_amqp(event(timestamp=stamp))["creation-time"] == expected


@pytest.mark.parametrize("stamp", [None, dt.datetime(2026, 1, 14), cim.InvalidText("yesterday")])
def test_timestamp_that_is_no_instant_is_left_out(stamp: Any) -> None:
    message = event()
    message.header.timestamp = stamp

    assert "JMSTimestamp" not in transport.to_jms(message)
    assert "creation-time" not in transport.to_amqp(message)


# AMQP


def test_header_as_amqp() -> None:
    assert transport.to_amqp(REQUEST) == {
        "message-id": "4711",
        "correlation-id": "17",
        "reply-to": "queue:CIS.REPLIES",
        "creation-time": MILLISECONDS,
        "subject": "get(MeterReadings)",
        "content-type": "application/xml",
        "application-properties": {"region": "north", "flag": ""},
    }


def test_what_a_message_does_not_have_is_left_out_of_amqp() -> None:
    assert transport.to_amqp(BARE) == {"subject": "created(MeterReadings)", "content-type": "application/xml"}


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ({}, {}),
        (
            {
                "message-id": MRID,
                "correlation-id": 17,
                "reply-to": "topic:CIS",
                "creation-time": MILLISECONDS,
                "subject": "get(MeterReadings)",
                "content-type": "application/xml",
                "application-properties": {"region": "north", "attempt": 2, "flag": None},
            },
            {
                "message_id": MRID,
                "correlation_id": "17",
                "reply_address": "topic:CIS",
                "timestamp": NOON,
                "properties": {"region": "north", "attempt": "2", "flag": None},
            },
        ),
        ({"creation-time": NOON}, {"timestamp": NOON}),
        ({"creation-time": 0}, {"timestamp": dt.datetime(1970, 1, 1, tzinfo=dt.UTC)}),
        ({"message-id": "", "correlation-id": None, "reply-to": None, "application-properties": {}}, {}),
    ],
)
def test_amqp_as_options(properties: dict[str, Any], expected: dict[str, Any]) -> None:
    assert transport.from_amqp(properties) == expected


# SOAP


def test_header_as_soap_addressing() -> None:
    message = cim.get("MeterReadings", ids=["M"], message_id=MRID, reply_address="https://cis.northmoor.example/cim")

    assert transport.to_soap_addressing(message, to="https://hes.northmoor.example/cim") == {
        "Action": "http://iec.ch/61968/Request",
        "To": "https://hes.northmoor.example/cim",
        "MessageID": f"urn:uuid:{MRID}",
        "ReplyTo": "https://cis.northmoor.example/cim",
    }


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        (MRID, f"urn:uuid:{MRID}"),
        (MRID.upper(), f"urn:uuid:{MRID.upper()}"),
        ("4711", "4711"),
        (f"urn:uuid:{MRID}", f"urn:uuid:{MRID}"),
    ],
)
def test_identifiers_that_are_uuids_become_names(identifier: str, expected: str) -> None:
    found = transport.to_soap_addressing(event(message_id=identifier, correlation_id=identifier))

    assert (found["MessageID"], found["RelatesTo"]) == (expected, expected)


def test_answers_and_consequences_relate_to_what_they_follow() -> None:
    request = cim.get("MeterReadings", ids=["M"], message_id="4711", correlation_id="17")

    assert "RelatesTo" not in transport.to_soap_addressing(request)
    assert transport.to_soap_addressing(cim.reply(request, cim.MeterReadings()))["RelatesTo"] == "17"
    assert transport.to_soap_addressing(event(correlation_id="17"))["RelatesTo"] == "17"


@pytest.mark.parametrize("address", ["queue:CIS", "topic:CIS"])
def test_reply_address_that_is_not_of_the_web_is_left_out(address: str) -> None:
    message = cim.get("MeterReadings", ids=["M"], reply_address=address)

    assert "ReplyTo" not in transport.to_soap_addressing(message)


def test_what_a_message_does_not_have_is_left_out_of_soap_addressing() -> None:
    assert transport.to_soap_addressing(BARE) == {"Action": "http://iec.ch/61968/PublishEvent"}


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, {}),
        ({"Action": "http://iec.ch/61968/Request", "To": "https://hes.northmoor.example/cim"}, {}),
        (
            {"MessageID": f"urn:uuid:{MRID}", "RelatesTo": "4711", "ReplyTo": "https://cis.northmoor.example/cim"},
            {"message_id": MRID, "correlation_id": "4711", "reply_address": "https://cis.northmoor.example/cim"},
        ),
        ({"ReplyTo": ANONYMOUS}, {}),
        ({"ReplyTo": NONE}, {}),
        ({"MessageID": "", "RelatesTo": "", "ReplyTo": ""}, {}),
    ],
)
def test_soap_addressing_as_options(headers: dict[str, str], expected: dict[str, Any]) -> None:
    assert transport.from_soap_addressing(headers) == expected


@pytest.mark.parametrize(
    ("message", "generic", "typed"),
    [
        (
            cim.get("MeterReadings", ids=["M"]),
            "http://iec.ch/61968/Request",
            "http://iec.ch/TC57/2011/GetMeterReadings/GetMeterReadings",
        ),
        (
            cim.create(cim.EndDeviceControls()),
            "http://iec.ch/61968/Request",
            "http://iec.ch/TC57/2011/EndDeviceControls/CreateEndDeviceControls",
        ),
        (
            cim.event("canceled", cim.EndDeviceControls()),
            "http://iec.ch/61968/PublishEvent",
            "http://iec.ch/TC57/2011/EndDeviceControls/CanceledEndDeviceControls",
        ),
    ],
)
def test_action_of_the_generic_and_of_the_typed_binding(message: Any, generic: str, typed: str) -> None:
    assert transport.soap_action(message) == generic
    assert transport.soap_action(message, typed=True) == typed
    assert transport.to_soap_addressing(message)["Action"] == generic
    assert transport.to_soap_addressing(message, typed=True)["Action"] == typed


def test_action_of_a_reply() -> None:
    reply = cim.reply(cim.get("MeterReadings", ids=["M"]), cim.MeterReadings())

    assert transport.soap_action(reply) == "http://iec.ch/61968/Response"


@pytest.mark.parametrize(
    "message", [cim.fault("1.8"), cim.MeterReadings(), cim.Message(header=REQUEST.header), "created"]
)
def test_what_no_operation_sends_has_no_action(message: Any) -> None:
    with pytest.raises(
        TypeError, match=f"found a {type(message).__name__}, which no operation of SOAP sends; expected RequestMessage"
    ):
        transport.soap_action(message)


@pytest.mark.parametrize("convert", [transport.to_jms, transport.to_amqp, transport.to_soap_addressing])
def test_messages_stay_as_they_are(convert: Any) -> None:
    before = cim.to_bytes(REQUEST)

    convert(REQUEST)

    assert cim.to_bytes(REQUEST) == before
