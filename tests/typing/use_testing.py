"""How users write tests with the strategies; mypy --strict reads this, nothing runs it."""

from __future__ import annotations

import datetime as dt
from typing import Any, assert_type

from hypothesis import strategies as st

import cim61968_9 as cim
from cim61968_9 import codes
from cim61968_9.profiles.meter_config import Meter
from cim61968_9.testing import (
    BrokenExamples,
    BrokenMessage,
    Conversation,
    Samples,
    assert_valid,
    broken_messages,
    control_codes,
    event_codes,
    exchanges,
    messages,
    obis_codes,
    objects,
    raw_elements,
    reading_quality_codes,
    reading_type_codes,
    realistic_messages,
    realistic_objects,
    values,
)


def draw_objects() -> None:
    """The class decides what is drawn."""
    assert_type(objects(cim.MeterReadings, max_items=5), st.SearchStrategy[cim.MeterReadings])
    assert_type(objects(Meter, max_depth=2, max_size=3), st.SearchStrategy[Meter])
    assert_type(realistic_objects(cim.EndDeviceEvents, max_items=9), st.SearchStrategy[cim.EndDeviceEvents])
    assert_type(realistic_objects(Meter), st.SearchStrategy[Meter])
    assert_type(realistic_objects(cim.MeterReadings, defined=True, zone=dt.UTC), st.SearchStrategy[cim.MeterReadings])
    assert_type(objects("MeterReadings"), st.SearchStrategy[Any])
    assert_type(st.from_type(cim.MeterReadings), st.SearchStrategy[cim.MeterReadings])
    assert_type(raw_elements(), st.SearchStrategy[cim.RawElement])
    assert_type(values("xs:dateTime"), st.SearchStrategy[Any])


def draw_messages() -> None:
    """The kind of message, or the verb, decides what is drawn."""
    assert_type(messages("EventMessage"), st.SearchStrategy[cim.EventMessage])
    assert_type(messages("FaultMessage"), st.SearchStrategy[cim.FaultMessage])
    assert_type(messages(cim.EventMessage), st.SearchStrategy[cim.EventMessage])
    assert_type(
        messages("EventMessage", payloads=[cim.MeterReadings, "MeterConfig"]), st.SearchStrategy[cim.EventMessage]
    )
    assert_type(realistic_messages("MeterConfig", verb="create"), st.SearchStrategy[cim.RequestMessage])
    assert_type(realistic_messages(cim.MeterReadings, verb="created"), st.SearchStrategy[cim.EventMessage])
    assert_type(realistic_messages(verb="reply", max_items=3), st.SearchStrategy[cim.ResponseMessage])
    assert_type(
        realistic_messages("MeterReadings"),
        st.SearchStrategy[cim.RequestMessage | cim.ResponseMessage | cim.EventMessage],
    )


def draw_more(talk: Conversation, broken: BrokenMessage) -> None:
    """Exchanges, defects and codes."""
    assert_type(exchanges("MeterReadings", patterns=["later", "refused"]), st.SearchStrategy[Conversation])
    assert_type(exchanges(cim.MeterReadings, patterns="later", zone=dt.UTC), st.SearchStrategy[Conversation])
    assert_type(talk.request, cim.RequestMessage)
    assert_type(talk.replies, tuple[cim.ResponseMessage, ...])
    assert_type(talk.answer, cim.ResponseMessage | None)
    assert_type(broken_messages("TIM"), st.SearchStrategy[BrokenMessage])
    assert_type(list(BrokenExamples("TIM")), list[BrokenMessage])
    assert_type(BrokenExamples.varied, frozenset[str])
    assert_type(broken.findings(), tuple[cim.Finding, ...])
    assert_type(reading_type_codes(commodity="naturalGas"), st.SearchStrategy[codes.ReadingTypeCode])
    assert_type(reading_quality_codes(system="endDevice"), st.SearchStrategy[codes.ReadingQualityCode])
    assert_type(event_codes(device="GasMeter"), st.SearchStrategy[codes.EndDeviceEventCode])
    assert_type(control_codes(), st.SearchStrategy[codes.EndDeviceControlCode])
    assert_type(obis_codes(medium=1), st.SearchStrategy[codes.ObisCode])


def say(message: cim.ResponseMessage, request: cim.RequestMessage, cim_samples: Samples) -> None:
    """Assertions and samples."""
    assert_valid(message, answers=request, settings=cim.Settings(ignore=["ENV5"]), fail_on="warning")
    assert_valid(b"<x/>", answers=b"<y/>", fail_on=cim.Severity.INFO)
    assert_valid(cim_samples["created(MeterReadings)"])


def wrong() -> None:
    """Mistakes that the type checker has to see: each ignore is an error when it is not needed."""
    objects(17)  # type: ignore[call-overload]
    messages("EventMessage", max_items=5)  # type: ignore[call-overload]
    realistic_messages("MeterReadings", verb="send")  # type: ignore[call-overload]
    exchanges(patterns=["sometimes"])  # type: ignore[list-item]
    assert_valid(17)  # type: ignore[arg-type]
    assert_valid(b"<x/>", answers=17)  # type: ignore[arg-type]
    assert_valid(b"<x/>", answers=cim.fault("1.8"))  # type: ignore[arg-type]
    assert_valid(b"<x/>", fail_on="WARNING")  # type: ignore[arg-type]
