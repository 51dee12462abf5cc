"""How users build, answer and follow messages; mypy --strict reads this, nothing runs it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, BinaryIO, assert_type

import cim61968_9 as cim
from cim61968_9.exchange import Direction, Pattern, State
from cim61968_9.profiles.end_device_controls import EndDevice, EndDeviceControl
from cim61968_9.profiles.meter_config import Meter
from cim61968_9.sender import HeaderOptions, RequestOptions

DAY = dt.datetime(2026, 1, 14, tzinfo=dt.UTC)
CIS = cim.Sender(source="Northmoor-CIS", user="j.field", properties={"region": None}, zone=None)


def ask() -> cim.RequestMessage:
    """Select, ask, and see what is selected."""
    profile = cim.select(
        cim.GetMeterReadings,
        meters=["NM-E-0041871", cim.by_name("NM-E-0041873", type="MeterNumber"), Meter(mrid="m-1")],
        reasons="billing",
        start=DAY,
    )
    assert_type(profile, cim.GetMeterReadings)
    request = cim.get(profile, sender=CIS, reply_address="queue:CIS")
    assert_type(request, cim.RequestMessage)
    assert_type(request.header.verb, cim.Verb)
    assert_type(cim.get("MeterReadings", ids="NM-E-0041871", end=DAY), cim.RequestMessage)
    assert_type(cim.get(cim.MeterReadings, ids=iter(["m-1"]), options={"limit": 10}), cim.RequestMessage)
    selection = cim.selected(request)
    assert_type(selection, cim.Selection)
    assert_type(selection.ids("EndDevice"), list[cim.ID])
    assert_type(selection.objects, Mapping[str, tuple[cim.ID, ...]])
    assert_type(selection.periods, tuple[cim.Period, ...])
    assert_type(selection.periods[0].start, dt.datetime | None)
    return request


def change() -> None:
    """Create, change, remove, and do several at once."""
    device = cim.named(EndDevice, "NM-E-0041871")
    assert_type(device, EndDevice)
    control = EndDeviceControl(end_device_control_type="3.31.0.23", end_devices=[device])
    controls = cim.EndDeviceControls(end_device_control=[control])
    order = cim.create(controls, sender=CIS, ack_required=True)
    assert_type(order, cim.RequestMessage)
    assert_type(cim.change(cim.MeterConfig(), options={"dryRun": True}), cim.RequestMessage)
    assert_type(cim.cancel(cim.EndDeviceControls, ids=[cim.by_transaction("4711")]), cim.RequestMessage)
    assert_type(cim.close("MasterDataLinkageConfig", ids=[Meter(mrid="m-1")]), cim.RequestMessage)
    assert_type(cim.delete(cim.MeterConfig(), async_reply_flag=True), cim.RequestMessage)
    assert_type(cim.create(cim.packed(b"a;b", format="CSV"), noun="MeterReadings"), cim.RequestMessage)
    step = cim.operation("delete", cim.MeterConfig(), element_operation=True)
    assert_type(step, cim.Operation)
    assert_type(cim.operation_set(step, in_sequence=True), cim.OperationSet)
    assert_type(cim.execute(step, all_or_nothing=True, sender=CIS), cim.RequestMessage)
    happened = cim.event("created", caused_by=order, sender=CIS)
    assert_type(happened, cim.EventMessage)
    assert_type(cim.event("deleted", "MeterConfig", ids=["m-1"]), cim.EventMessage)
    assert_type(cim.event("created", cim.RawElement("<x/>")), cim.EventMessage)
    assert_type(cim.event(cim.Verb.changed, cim.MeterConfig()), cim.EventMessage)
    assert_type(cim.operation(cim.Verb.create, cim.MeterConfig()), cim.Operation)
    confirmed = cim.reply(happened, sender=CIS)
    assert_type(confirmed, cim.ResponseMessage)


def pack(message: cim.EventMessage) -> bytes:
    """Compress and expand: the kind of message stays."""
    assert_type(cim.compress(message, above=1000), cim.EventMessage)
    assert_type(cim.expand(message, mode="strict"), cim.EventMessage)
    assert_type(cim.compress(cim.reply(ask(), cim.MeterReadings())), cim.ResponseMessage)
    assert_type(cim.open_packed(message), BinaryIO)
    assert_type(cim.packed("a;b", format="CSV"), cim.Payload)
    data = cim.unpacked(message)
    assert_type(data, bytes)
    return data


def answer(request: cim.RequestMessage) -> None:
    """Reply, refuse, and read replies."""
    error = cim.reply_error("2.13", meter="NM-E-0041871", usage_point=cim.by_mrid("up-1"), level="WARNING")
    assert_type(error, cim.Error)
    reply = cim.reply(request, cim.MeterReadings(), errors=[error, "5.7"], more=False, last_as="0.2", sender=CIS)
    assert_type(reply, cim.ResponseMessage)
    assert_type(reply.reply.result, cim.Result)
    assert_type(cim.reply(request, errors="5.3", result="FAILED"), cim.ResponseMessage)
    assert_type(cim.acknowledge(request, code=True), cim.ResponseMessage)
    assert_type(cim.reply_operations(request, {1: "2.4", 2: [error, "5.3"]}), cim.ResponseMessage)
    assert_type(cim.refuse(request, "identifier", ids=["NM-E-0041999"]), cim.ResponseMessage)
    fault = cim.fault("1.8", error, ValueError("no"))
    assert_type(fault, cim.FaultMessage)
    told = cim.outcome(reply)
    assert_type(told, cim.Outcome)
    assert_type(told.result, cim.Result)
    assert_type(told.more, bool | None)
    assert_type(told.errors, tuple[cim.ReportedError, ...])
    assert_type(told.errors[0].object, cim.ID | None)
    assert_type(told.errors[0].code, cim.ReplyCode)
    assert_type(told.errors[0].code.pair, tuple[str, str] | None)
    assert_type(cim.reply_code("2.4").category, int | None)
    assert_type(cim.check(reply, answers=request), tuple[cim.Finding, ...])
    assert_type(cim.correlation_of(request), str | None)


def serve(data: bytes) -> cim.ResponseMessage | cim.FaultMessage | None:
    """Check what comes in."""
    service = cim.Service(
        {"get": ["MeterReadings"]},
        sender=CIS,
        revisions={"1"},
        permits=lambda header: header.source == "Northmoor-CIS",
        knows=lambda one: one.value.startswith("NM-"),
        replays=cim.ReplayMemory(keep=dt.timedelta(hours=6)),
    )
    examined = service.examine(data)
    assert_type(examined, cim.Examined)
    assert_type(examined.findings, tuple[cim.Finding, ...])
    assert_type(examined.ok, bool)
    return examined.refusal


def follow(request: cim.RequestMessage, incoming: cim.ResponseMessage) -> None:
    """Keep the books of exchanges."""
    books = cim.Exchanges(timeout=dt.timedelta(minutes=30), now=lambda: DAY)
    sent = books.send(request, expect_events=1)
    assert_type(sent, cim.Exchange | None)
    arrived = books.receive(incoming, answers=sent)
    assert_type(arrived, cim.Arrival)
    assert_type(arrived.kind, cim.ArrivalKind)
    assert_type(arrived.outcome, cim.Outcome | None)
    assert_type(arrived.is_new, bool)
    if arrived.exchange is not None:
        assert_type(arrived.exchange.state, State)
        assert_type(arrived.exchange.pattern, Pattern)
        assert_type(arrived.exchange.direction, Direction)
        assert_type(books[arrived.exchange], cim.Exchange)
    assert_type(books.expire(), list[cim.Exchange])
    assert_type(books.next_deadline, dt.datetime | None)


def carry(request: cim.RequestMessage) -> None:
    """Headers of transports are options of builders."""
    assert_type(cim.transport.to_jms(request), dict[str, str | int])
    assert_type(cim.transport.to_amqp(request), dict[str, Any])
    assert_type(cim.transport.to_soap_addressing(request, typed=True), dict[str, str])
    options = cim.transport.from_jms({"JMSMessageID": "ID:4711"})
    assert_type(options, RequestOptions)
    cim.get("MeterReadings", ids=["m-1"], **options)
    shared: HeaderOptions = {"source": "Northmoor-CIS", "comment": None}
    cim.event("created", cim.MeterReadings(), **shared)


def wrong(request: cim.RequestMessage) -> None:
    """Mistakes that the type checker has to see: each ignore is an error when it is not needed."""
    cim.get("MeterReadings", ids=["m-1"], sourc="Northmoor-CIS")  # type: ignore[call-arg]
    cim.get("MeterReadings", ids=[17])  # type: ignore[list-item]
    cim.get("MeterReadings", start="2026-01-14")  # type: ignore[arg-type]
    cim.get(17)  # type: ignore[arg-type]
    cim.create(cim.MeterConfig)  # type: ignore[arg-type]
    cim.create(cim.MeterConfig(), ids=["m-1"])  # type: ignore[call-arg]
    cim.event("created", cim.MeterReadings(), reply_address="queue:CIS")  # type: ignore[call-arg]
    cim.event("created", caused_by=cim.MeterReadings())  # type: ignore[arg-type]
    cim.event("modified", cim.MeterReadings())  # type: ignore[arg-type]
    cim.event("create", cim.MeterReadings())  # type: ignore[arg-type]
    cim.operation("cancel", cim.MeterConfig())  # type: ignore[arg-type]
    cim.reply(17)  # type: ignore[arg-type]
    cim.reply(cim.fault("1.8"))  # type: ignore[arg-type]
    cim.acknowledge("4711")  # type: ignore[arg-type]
    cim.reply_operations(cim.MeterConfig())  # type: ignore[arg-type]
    cim.refuse(17, "verb")  # type: ignore[arg-type]
    cim.outcome(17)  # type: ignore[arg-type]
    cim.outcome(request)  # type: ignore[arg-type]
    cim.reply(request, ack_required=True)  # type: ignore[call-arg]
    cim.reply(request, last_as="0.1")  # type: ignore[arg-type]
    cim.reply(request, errors=[5.7])  # type: ignore[list-item]
    cim.reply_error(2.4)  # type: ignore[arg-type]
    cim.reply_error("2.4", metre="NM-E-0041871")  # type: ignore[call-arg]
    cim.refuse(request, "weather")  # type: ignore[arg-type]
    cim.fault(1.8)  # type: ignore[arg-type]
    cim.select(cim.GetMeterReadings, meter="NM-E-0041871")  # type: ignore[call-arg]
    cim.select(cim.GetMeterReadings, start="2026-01-14")  # type: ignore[arg-type]
    cim.select("GetMeterReadings")  # type: ignore[arg-type]
    cim.operation("create", "MeterConfig")  # type: ignore[arg-type]
    cim.execute(cim.MeterConfig())  # type: ignore[arg-type]
    cim.Sender("Northmoor-CIS")  # type: ignore[call-arg]
    cim.Sender(source="Northmoor-CIS", now=DAY)  # type: ignore[arg-type]
    cim.by_name("NM-E-0041871", "MeterNumber")  # type: ignore[call-arg]
    print(cim.compress(cim.event("created", cim.MeterReadings())).reply)  # type: ignore[attr-defined]
    cim.Service(["MeterReadings"])  # type: ignore[arg-type]
