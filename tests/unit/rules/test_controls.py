"""Rules of controls and events, each with messages that break it alone, and with some that nearly do."""

from __future__ import annotations

import pytest
from unit.rules.made import Case, cases, controls, doc, events, in_message, ref, told

CONTROL = "EndDeviceControl"
TIMING = f"{CONTROL}/primaryDeviceTiming"
TEXT = "<PanDisplay><textMessage>Peak price from 5 to 7 pm</textMessage></PanDisplay>"


def timed(duration: str = "", indefinite: str = "", start: str = "", end: str = "", tag: str = "primary") -> str:
    """Return a control with its timing; start and end are hours of the day after it is sent."""
    parts = f"<duration>{duration}</duration>" if duration else ""
    parts += f"<durationIndefinite>{indefinite}</durationIndefinite>" if indefinite else ""
    ends = (f"<{name}>2026-01-15T{hour}:00Z</{name}>" for name, hour in (("end", end), ("start", start)) if hour)
    interval = "".join(ends)
    parts += f"<interval>{interval}</interval>" if interval else ""
    timing = f"<{tag}DeviceTiming>{parts}</{tag}DeviceTiming>"
    return controls("").replace("</EndDeviceControl>", f"{timing}</EndDeviceControl>")


NOBODY = "found no device, usage point or group with mRID or Names"
NOWHERE = "found neither Assets nor UsagePoint with mRID or Names"
CALLED = "<Names><name>NM-E-0041871</name></Names>"
BROKEN = [
    Case("EVT121", events(target=""), "EndDeviceEvent", NOWHERE),
    Case(
        "EVT121", in_message("created", events(target="<Assets/>")), "Payload/EndDeviceEvents/EndDeviceEvent", NOWHERE
    ),
    Case("EVT221", controls("", target=""), CONTROL, NOBODY),
    Case(
        "EVT221",
        controls("", target="<EndDevices/><UsagePoints><mRID> </mRID></UsagePoints>").replace("<mRID> </mRID>", ""),
        CONTROL,
        NOBODY,
    ),
    Case(
        "EVT221",
        in_message("create", controls("<mRID>NM-C-1</mRID>", target="")),
        "Payload/EndDeviceControls/EndDeviceControl",
        NOBODY,
    ),
    Case(
        "EVT231", timed("60", "true"), f"{TIMING}/duration", "found 60 minutes beside durationIndefinite true", "60.0"
    ),
    Case(
        "EVT231",
        timed("", "true", "10:00", "11:00"),
        f"{TIMING}/interval/end",
        "found 2026-01-15T11:00:00+00:00 beside durationIndefinite true",
        "2026-01-15T11:00:00+00:00",
    ),
    Case(
        "EVT231",
        controls(
            TEXT.replace(
                "<textMessage>", "<duration>5</duration><durationIndefinite>true</durationIndefinite><textMessage>"
            ),
            "15.13.112.77",
        ),
        f"{CONTROL}/PanDisplay/duration",
        "found 5 minutes beside durationIndefinite true",
        "5.0",
    ),
    Case(
        "EVT232",
        timed("3600", "", "10:00", "11:00"),
        f"{TIMING}/duration",
        "found 3600 minutes, but the interval has 60",
        "3600.0",
    ),
    Case("EVT233", timed("-5"), f"{TIMING}/duration", "found -5", "-5.0"),
    Case(
        "EVT234",
        controls(
            "<PanDemandResponse><cancelDateTime>2026-01-15T18:00:00Z</cancelDateTime><cancelNow>true</cancelNow>"
            "</PanDemandResponse>",
            "19.15.43.8",
        ),
        f"{CONTROL}/PanDemandResponse/cancelDateTime",
        "found 2026-01-15T18:00:00+00:00 beside cancelNow true",
        "2026-01-15T18:00:00+00:00",
    ),
    *(
        Case(
            "EVT235",
            in_message(verb, timed("", "", "10:00", "11:00", tag), sent="2026-01-15T11:00:01Z"),
            f"Payload/EndDeviceControls/{CONTROL}/{tag}DeviceTiming/interval/end",
            "found 2026-01-15T11:00:00+00:00, before 2026-01-15T11:00:01+00:00",
            "2026-01-15T11:00:00+00:00",
        )
        for verb, tag in (("create", "primary"), ("change", "secondary"))
    ),
    Case(
        "EVT241",
        controls(TEXT, "3.15.0.54"),
        f"{CONTROL}/PanDisplay",
        "found PanDisplay beside 3.15.0.54, LoadControl.none.Start",
    ),
    Case(
        "EVT242",
        controls("", "15.13.112.77"),
        CONTROL,
        "found 15.13.112.77, VideoDisplay.TextMessage.Display, without PanDisplay",
        "15.13.112.77",
    ),
    Case(
        "EVT242",
        in_message("create", controls("", "15.20.9.82")),
        f"Payload/EndDeviceControls/{CONTROL}",
        "found 15.20.9.82, Billing.Pricing.Create, without PanPricing",
        "15.20.9.82",
    ),
]
FINE = {
    "a price without a tariff": controls("<priceSignal>0.32</priceSignal>", "3.20.9.82"),
    "an event of a usage point": events(target=f"<UsagePoint>{CALLED}</UsagePoint>"),
    "an event that is closed": in_message(
        "closed", events(target="").replace("<createdDateTime>", "<mRID>NM-A-1</mRID><createdDateTime>")
    ),
    **{
        f"a control of {tag}": controls("", target=f"<{tag}>{CALLED}</{tag}>")
        for tag in ("EndDevices", "EndDeviceGroups", "UsagePoints", "UsagePointGroups")
    },
    "a device that is known by its address": controls(
        "", target="<EndDevices><electronicAddress><mac>00-1B-63</mac></electronicAddress></EndDevices>"
    ),
    "a cancellation that names the control": in_message("cancel", controls("<mRID>NM-C-1</mRID>", target="")),
    "a cancellation of a text": in_message("cancel", controls("<mRID>NM-C-1</mRID>", "15.13.112.77")),
    "no planned end": timed("", "true", "10:00"),
    "a duration of zero beside no planned end": timed("0", "true", "10:00"),
    "a duration that is that of the interval": timed("60", "false", "10:00", "11:00"),
    "a duration that is about that of the interval": timed("60.5", "false", "10:00", "11:00"),
    "a cancellation for later": controls(
        "<PanDemandResponse><cancelDateTime>2026-01-15T18:00:00Z</cancelDateTime><cancelNow>false</cancelNow>"
        "</PanDemandResponse>",
        "19.15.43.8",
    ),
    "a control that lasts": in_message("create", timed("", "", "10:00", "11:00"), sent="2026-01-15T10:59:59Z"),
    "a control that was carried out": in_message(
        "closed", timed("", "", "10:00", "11:00"), sent="2026-01-16T00:00:00Z"
    ),
    "a text": controls(TEXT, "15.13.112.77"),
    "a Get profile": doc("GetEndDeviceControls", "<EndDeviceControl><reason>Move-out</reason></EndDeviceControl>"),
    "an event among readings": doc(
        "MeterReadings",
        "<MeterReading><EndDeviceEvents><createdDateTime>2026-01-14T09:21:48Z</createdDateTime>"
        f"{ref('EndDeviceEventType', '3.26.0.85')}</EndDeviceEvents><Meter><mRID>NM-1</mRID></Meter></MeterReading>",
    ),
}


@cases(BROKEN)
def test_rule_is_broken_alone(case: Case) -> None:
    assert told(case.document) == [case.finding]
    assert case.place == case.finding.path


@pytest.mark.parametrize("name", FINE)
def test_nothing_is_wrong_with(name: str) -> None:
    assert told(FINE[name]) == []
