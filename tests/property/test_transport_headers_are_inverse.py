"""Law: what the headers of a transport say of a message gives a header that says the same."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given, strategies as st

import cim61968_9 as cim
from cim61968_9 import transport
from cim61968_9.testing._values import texts

LINES = texts().filter(str.strip)
STAMPS = st.datetimes(
    dt.datetime(1900, 1, 1),
    dt.datetime(2200, 1, 1),
    timezones=st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=-3, minutes=-30))]),
).map(lambda stamp: stamp.replace(microsecond=stamp.microsecond // 1000 * 1000))  # transports count milliseconds
WEB = st.sampled_from(["https://cis.northmoor.example/cim", "http://cis.northmoor.example/"])
ADDRESSES = WEB | st.sampled_from(["queue:CIS.REPLIES", "topic:CIS"])


def options(*, correlations: st.SearchStrategy[str] = LINES, names: st.SearchStrategy[str] = LINES) -> Any:
    """Return options of a header, of those that transports have a place for."""
    return st.fixed_dictionaries(
        {"message_id": LINES},
        optional={
            "correlation_id": correlations,
            "timestamp": STAMPS,
            "reply_address": ADDRESSES,
            "properties": st.dictionaries(names, texts(), min_size=1, max_size=3),
        },
    )


def message(**header: Any) -> cim.RequestMessage:
    """Return a request with these header options and no others."""
    absent = {"revision": None, "timestamp": None, "correlation_id": None}
    if header.get("reply_address") is not None:
        absent.pop("correlation_id")  # an asynchronous request has one
    return cim.get("MeterReadings", ids=["NM-E-0041871"], **{**absent, **header})


def expected(given_: dict[str, Any]) -> dict[str, Any]:
    """Return the options with what the builder adds: an asynchronous request is correlated by its MessageID."""
    if "reply_address" in given_:
        return {"correlation_id": given_["message_id"], **given_}
    return given_


def no_prefix(prefix: str) -> st.SearchStrategy[str]:
    return LINES.filter(lambda text: not text.startswith(prefix))


# "ID:" is taken off a correlation, since senders repeat the whole JMSMessageID there
@given(options(correlations=no_prefix("ID:"), names=no_prefix("JMS")))
def test_jms(header: dict[str, Any]) -> None:
    if header["message_id"].startswith("ID:") and "correlation_id" not in header:
        header["correlation_id"] = "17"
    sent = message(**header)
    found = transport.from_jms(transport.to_jms(sent))
    assert found == expected(header)
    assert message(**found) == sent
    assert transport.to_jms(message(**found)) == transport.to_jms(sent)


@given(options())
def test_amqp(header: dict[str, Any]) -> None:
    sent = message(**header)
    found = transport.from_amqp(transport.to_amqp(sent))
    assert found == expected(header)
    assert message(**found) == sent
    assert transport.to_amqp(message(**found)) == transport.to_amqp(sent)


IDENTIFIERS = st.uuids().map(str) | st.uuids().map(lambda one: str(one).upper()) | no_prefix("urn:uuid:")


@given(IDENTIFIERS, WEB | st.none(), st.booleans())
def test_soap_addressing_of_requests(identifier: str, address: str | None, typed: bool) -> None:
    sent = message(message_id=identifier, **({} if address is None else {"reply_address": address}))
    found = transport.from_soap_addressing(transport.to_soap_addressing(sent, typed=typed))
    assert found == {"message_id": identifier, **({} if address is None else {"reply_address": address})}
    assert message(**found) == sent


@given(IDENTIFIERS, IDENTIFIERS | st.none())
def test_soap_addressing_of_events(identifier: str, correlation: str | None) -> None:
    sent = cim.event("created", cim.MeterReadings(), message_id=identifier, correlation_id=correlation, timestamp=None)
    found = transport.from_soap_addressing(transport.to_soap_addressing(sent))
    assert found == {"message_id": identifier, **({} if correlation is None else {"correlation_id": correlation})}
    again: dict[str, Any] = dict(found)
    assert cim.event("created", cim.MeterReadings(), timestamp=None, **again) == sent
