"""Byte-exact messages of every builder, with a clock that stands and identifiers that are counted.

After a change that is meant, write the files anew with ``python tests/golden/test_builders.py`` and look at the
difference. The compressed message is stored as it is before compression, since the bytes of gzip depend on zlib.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import cim61968_9 as cim
from cim61968_9.envelope import ProcessingLocation
from cim61968_9.profiles import (
    end_device_controls,
    end_device_events,
    master_data_linkage_config,
    meter_config,
    meter_readings,
    usage_point_config,
)

HERE = Path(__file__).resolve().parent / "builders"
NOON = dt.datetime(2026, 1, 14, 12, 0, 0, 250_000, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
NUMBER = cim.by_name("NM-E-0041871", type="MeterNumber", authority="Northmoor Grid")
MRID = "724ec48f-bb77-5166-b2a2-a7a9e5f4fb9d"
INTERVAL = "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
REGISTER = "0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"


def sender(name: str, **more: Any) -> cim.Sender:
    """Return a system whose messages are numbered from 1."""
    count = itertools.count(1)
    return cim.Sender(
        source=f"Northmoor-{name}",
        context="TESTING",
        now=lambda: NOON,
        new_id=lambda: f"{name}-{next(count):04}",
        **more,
    )


def config() -> cim.MeterConfig:
    meter = cim.named(meter_config.Meter, NUMBER)
    meter.mrid = MRID
    return cim.MeterConfig(meter=[meter])


def readings() -> cim.MeterReadings:
    value = meter_readings.Reading(time_stamp=NOON, value="18346.029", reading_type=REGISTER)
    return cim.MeterReadings(
        meter_reading=[meter_readings.MeterReading(meter=cim.named(meter_readings.Meter, NUMBER), readings=[value])]
    )


def controls() -> cim.EndDeviceControls:
    device = cim.named(end_device_controls.EndDevice, NUMBER)
    control = end_device_controls.EndDeviceControl(
        mrid="c-1", end_device_control_type="3.31.0.23", end_devices=[device]
    )
    return cim.EndDeviceControls(end_device_control=[control])


def events() -> cim.EndDeviceEvents:
    event = end_device_events.EndDeviceEvent(
        created_date_time=NOON, end_device_event_type="3.26.38.47", assets=cim.named(end_device_events.Asset, NUMBER)
    )
    return cim.EndDeviceEvents(end_device_event=[event])


def linkage() -> cim.MasterDataLinkageConfig:
    return cim.MasterDataLinkageConfig(
        meter=[cim.named(master_data_linkage_config.Meter, NUMBER)],
        usage_point=[cim.named(master_data_linkage_config.UsagePoint, cim.by_mrid("up-1"))],
    )


def query(**options: Any) -> cim.RequestMessage:
    profile = cim.select(
        cim.GetMeterReadings,
        meters=[NUMBER, MRID],
        reading_types=[INTERVAL],
        reading_quality_types=["3.26.38"],
        reasons=["billing", "inquiry"],
        start=NOON,
        end=NOON + DAY,
    )
    return cim.get(profile, sender=sender("CIS"), **options)


def bulk(**flags: bool) -> cim.RequestMessage:
    point = cim.UsagePointConfig(usage_point=[usage_point_config.UsagePoint(mrid="up-1")])
    return cim.execute(
        cim.operation("create", point),
        cim.operation("change", config()),
        cim.operation("delete", linkage(), element_operation=True, operation_id=10),
        sender=sender("CIS"),
        **flags,
    )


def asked() -> cim.RequestMessage:
    return query(reply_address="queue:CIS.REPLIES")


def every_header() -> cim.RequestMessage:
    full = sender(
        "CIS",
        user=cim.User(user_id="j.field", organization="Northmoor Grid"),
        properties={"region": "north", "flag": None},
        reply_address="https://cis.northmoor.example/cim?a=b&c=d",
        replay_detection=True,
        zone=dt.timezone(dt.timedelta(hours=5, minutes=30)),
    )
    extension = cim.RawElement('<v:Route xmlns:v="urn:northmoor:extra">7</v:Route>')
    return cim.get(
        cim.GetMeterConfig(),
        async_reply_flag=True,
        ack_required=True,
        comment="<no logic & nothing>",
        extensions=[extension],
        options={"limit": 10, "closed": False, "mark": None},
        sender=full,
    )


def missing() -> cim.Error:
    return cim.reply_error("2.4", meter=NUMBER, details="not in the register")


def mismatch() -> cim.Error:
    place = ProcessingLocation(node="mdm-2", pipeline="linkage", stage="check")
    return cim.reply_error("2.13", usage_point="up-1", meter=MRID, level="WARNING", location=place, xpath="Meter")


def hes() -> cim.Sender:
    return sender("HES")


MESSAGES: dict[str, Callable[[], Any]] = {
    "get-by-profile": query,
    "get-by-ids-and-period": lambda: cim.get(
        "MeterReadings", ids=[NUMBER, MRID], start=NOON, end=NOON + DAY, sender=sender("CIS")
    ),
    "get-with-every-header": every_header,
    "get-asynchronous": asked,
    "create": lambda: cim.create(config(), sender=sender("CIS")),
    "create-one-way": lambda: cim.create(controls(), ack_required=False, sender=sender("LMS")),
    "change": lambda: cim.change(config(), options={"dryRun": True}, sender=sender("CIS")),
    "cancel": lambda: cim.cancel("EndDeviceControls", ids=[cim.by_transaction("LMS-0001")], sender=sender("LMS")),
    "close": lambda: cim.close(linkage(), sender=sender("CIS")),
    "delete": lambda: cim.delete("MeterConfig", ids=[config().meter[0], NUMBER], sender=sender("CIS")),
    "execute": lambda: bulk(in_sequence=True, all_or_nothing=True),
    "event-created": lambda: cim.event("created", events(), sender=hes()),
    "event-changed": lambda: cim.event(
        "changed", caused_by=cim.change(config(), sender=sender("CIS")), sender=sender("MDM")
    ),
    "event-canceled": lambda: cim.event("canceled", controls(), sender=hes()),
    "event-closed": lambda: cim.event("closed", linkage(), comment="unlinked", sender=sender("MDM")),
    "event-deleted": lambda: cim.event(
        "deleted", caused_by=cim.delete("MeterConfig", ids=[NUMBER], sender=sender("CIS")), sender=sender("MDM")
    ),
    "event-executed": lambda: cim.event("executed", caused_by=bulk(in_sequence=True), sender=sender("MDM")),
    "reply-ok": lambda: cim.reply(query(), readings(), sender=hes()),
    "reply-ok-with-code": lambda: cim.reply(
        cim.create(config(), sender=sender("CIS")), ids=[config().meter[0]], ok_code=True, sender=hes()
    ),
    "reply-partial": lambda: cim.reply(query(), readings(), errors=[missing(), mismatch()], sender=hes()),
    "reply-failed": lambda: cim.reply(query(), errors=[missing(), "5.1"], sender=hes()),
    "reply-first-of-several": lambda: cim.reply(asked(), readings(), more=True, sender=hes()),
    "reply-last-of-several": lambda: cim.reply(asked(), errors=[missing()], more=False, sender=hes()),
    "reply-last-of-several-clean": lambda: cim.reply(asked(), readings(), more=False, sender=hes()),
    "acknowledgement": lambda: cim.acknowledge(asked(), sender=hes()),
    "acknowledgement-with-code": lambda: cim.acknowledge(asked(), code=True, sender=hes()),
    "operation-replies": lambda: cim.reply_operations(bulk(), {2: missing()}, sender=sender("MDM")),
    "operation-replies-undone": lambda: cim.reply_operations(
        bulk(all_or_nothing=True), {2: missing()}, sender=sender("MDM")
    ),
    "refusal": lambda: cim.refuse(query(), "identifier", ids=[NUMBER, MRID], sender=hes()),
    "fault": lambda: cim.fault("1.8", cim.reply_error("5.3", details="disk full", stack_trace="hes.py:7")),
}


def compressed() -> cim.RequestMessage:
    return cim.create(config(), compress_above=0, sender=sender("CIS"))


def written(message: Any) -> bytes:
    return cim.to_bytes(message, pretty=True)


@pytest.mark.parametrize("name", MESSAGES)
def test_bytes(name: str) -> None:
    assert written(MESSAGES[name]()) == (HERE / f"{name}.xml").read_bytes()


@pytest.mark.parametrize("name", MESSAGES)
def test_golden_messages_are_valid_and_keep_every_rule(name: str) -> None:
    loaded = cim.load((HERE / f"{name}.xml").read_bytes(), mode="strict")

    assert loaded.message == MESSAGES[name]()
    assert loaded.findings == ()


def test_compressed_message_expands_to_the_same_bytes() -> None:
    message = compressed()

    assert message.payload is not None
    assert message.payload.format == "XML"
    assert written(cim.expand(message)) == (HERE / "create.xml").read_bytes()
    assert cim.unpacked(message) == cim.to_bytes(config())


def test_every_file_has_its_message() -> None:
    assert sorted(path.stem for path in HERE.glob("*.xml")) == sorted(MESSAGES)


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    for name, build in MESSAGES.items():
        (HERE / f"{name}.xml").write_bytes(written(build()))
