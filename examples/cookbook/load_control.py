"""Load control: water heaters of a group are switched off at the evening peak, and on again before their time is up.

get(MeterReadings) -> reply; create(EndDeviceControls) -> reply -> created(EndDeviceEvents) to the LMS and the MDM, one
device has not obeyed; cancel(EndDeviceControls) -> reply FAILED, too late; create(EndDeviceControls) to end it.
"""

from __future__ import annotations

from simulated import Line, System

import cim61968_9 as cim
from cim61968_9.profiles.end_device_controls import (
    DateTimeInterval,
    EndDeviceControl,
    EndDeviceGroup,
    EndDeviceTiming,
    RandomisationKind,
)
from cim61968_9.profiles.end_device_events import Asset, EndDeviceEvent
from cim61968_9.profiles.meter_readings import Meter, MeterReading, Reading, ReadingReasonKind

POWER = "0.0.0.12.1.1.37.0.0.0.0.0.0.0.0.3.38.0"  # forward active power at this moment, kW
START, STOP = "3.15.0.54", "3.15.0.55"
STARTED, STOPPED, ABORTED = "3.15.17.242", "3.15.17.243", "3.15.0.1"
GROUP, TRACKING = "NM-LG-0017", "LC-2026-0114-2"
METERS = {"NM-E-0041881": "3.120", "NM-E-0041882": "2.955", "NM-E-0041883": "3.480"}


def main() -> Line:
    """Play the exchange and print its messages."""
    line = Line("Load control", "2026-01-14T17:25:00+00:00")
    lms, mdm, hes = (line.system(f"Northmoor-{name}") for name in ("LMS", "MDM", "HES"))

    wanted = cim.select(cim.GetMeterReadings, end_device_groups=GROUP, reading_types=POWER, reasons="loadManagement")
    asked = lms.send(cim.get(wanted, sender=lms.sender), to=mdm).message
    mdm.send(cim.reply(asked, load(line), sender=mdm.sender), to=lms)

    number = lms.sender.new_id()
    start = cim.create(control(line, lms, START, number, minutes=60), sender=lms.sender)
    ordered = lms.send(start, to=hes, expect_events=1).message
    hes.send(cim.reply(ordered, sender=hes.sender), to=lms)
    line.wait(minutes=4)
    results = {"NM-E-0041881": STARTED, "NM-E-0041882": STARTED, "NM-E-0041883": ABORTED}
    report(line, ordered, results, hes, [lms, mdm])

    line.wait(minutes=30)
    undo = cim.cancel("EndDeviceControls", ids=cim.by_mrid(number), sender=lms.sender)
    withdrawn = lms.send(undo, to=hes).message
    late = cim.reply_error("5.2", about=cim.by_mrid(number), details="has begun; end it by a control of its own")
    hes.send(cim.reply(withdrawn, errors=[late], sender=hes.sender), to=lms)

    stop = cim.create(control(line, lms, STOP, lms.sender.new_id()), sender=lms.sender)
    ordered = lms.send(stop, to=hes, expect_events=1).message
    hes.send(cim.reply(ordered, sender=hes.sender), to=lms)
    line.wait(minutes=1)
    report(line, ordered, dict.fromkeys(["NM-E-0041881", "NM-E-0041882"], STOPPED), hes, [lms, mdm])
    return line


def load(line: Line) -> cim.MeterReadings:
    """Return what the meters of the group draw."""
    found = []
    for name, value in METERS.items():
        reading = Reading(time_stamp=line.now, value=value, reading_type=POWER)
        reading.reason = ReadingReasonKind.loadManagement
        found.append(MeterReading(meter=cim.named(Meter, name), readings=[reading]))
    return cim.MeterReadings(meter_reading=found)


def control(line: Line, lms: System, code: str, number: str, *, minutes: float | None = None) -> cim.EndDeviceControls:
    """Return the order for the group, spread so that not all devices switch in the same second."""
    made = EndDeviceControl(end_device_control_type=code, end_device_groups=[cim.named(EndDeviceGroup, GROUP)])
    made.mrid, made.issuer_id, made.issuer_tracking_id = number, lms.name, TRACKING
    timing = EndDeviceTiming(duration=minutes, interval=DateTimeInterval(start=line.now))
    timing.randomisation = RandomisationKind.start
    made.primary_device_timing = timing
    return cim.EndDeviceControls(end_device_control=[made])


def report(
    line: Line, ordered: cim.RequestMessage, results: dict[str, str], hes: System, listeners: list[System]
) -> None:
    """Tell all who listen what the devices did; whoever sent the order finds it by the correlation."""
    events = []
    for name, code in results.items():
        event = EndDeviceEvent(created_date_time=line.now, end_device_event_type=code, assets=cim.named(Asset, name))
        event.issuer_tracking_id = TRACKING
        event.reason = "overridden at the device" if code == ABORTED else None
        events.append(event)
    for listener in listeners:
        told = cim.EndDeviceEvents(end_device_event=events)
        hes.send(cim.event("created", told, caused_by=ordered, sender=hes.sender), to=listener)


if __name__ == "__main__":
    main()
