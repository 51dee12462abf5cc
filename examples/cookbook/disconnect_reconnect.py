"""Disconnect and reconnect: the customer desk asks, the MDM has the switch operated and reads the meter.

create(MeterServiceRequests) -> reply; create(EndDeviceControls) -> reply -> created(EndDeviceEvents);
get(MeterReadings) -> reply; changed(MeterServiceRequests). On the way back the read comes first, and the switch fails.
"""

from __future__ import annotations

from simulated import Line, System

import cim61968_9 as cim
from cim61968_9.profiles.end_device_controls import DateTimeInterval, EndDevice, EndDeviceControl, EndDeviceTiming
from cim61968_9.profiles.end_device_events import Asset, EndDeviceEvent, EndDeviceEventDetail
from cim61968_9.profiles.meter_readings import Meter, MeterReading, Reading, ReadingReasonKind
from cim61968_9.profiles.meter_service_requests import (
    ActivityRecord,
    Meter as WorkMeter,
    MeterReading as WorkReading,
    MeterServiceWork,
    MeterServiceWorkKind,
    Status,
)

REGISTER = "0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
OPEN, CLOSE = "3.31.0.23", "3.31.0.18"  # disconnect, connect
RESULTS = {OPEN: ("3.31.0.68", "3.31.0.84"), CLOSE: ("3.31.0.42", "3.31.0.67")}  # the switch did it, or it did not
OFF, ON = MeterServiceWorkKind.disconnect, MeterServiceWorkKind.reconnect
METER = "NM-E-0041871"


def main() -> Line:
    """Play both exchanges and print their messages."""
    line = Line("Disconnect and reconnect", "2026-02-10T09:00:00+00:00")
    cis, mdm, hes = (line.system(f"Northmoor-{name}") for name in ("CIS", "MDM", "HES"))

    asked = cis.send(cim.create(work(line, OFF), sender=cis.sender), to=mdm, expect_events=1).message
    mdm.send(cim.reply(asked, sender=mdm.sender), to=cis)
    opened = operate(line, mdm, hes, OPEN, "Opened")
    final = read(line, mdm, hes, ReadingReasonKind.serviceDisconnect)
    done = work(line, OFF, final, [opened])
    mdm.send(cim.event("changed", done, caused_by=asked, sender=mdm.sender), to=cis)

    line.wait(days=2)
    asked = cis.send(cim.create(work(line, ON), sender=cis.sender), to=mdm, expect_events=1).message
    mdm.send(cim.reply(asked, sender=mdm.sender), to=cis)
    first = read(line, mdm, hes, ReadingReasonKind.serviceConnect)
    stuck = operate(line, mdm, hes, CLOSE, "Opened", problem="voltage on the load side")
    line.wait(minutes=3)
    closed = operate(line, mdm, hes, CLOSE, "Closed")
    done = work(line, ON, first, [stuck, closed])
    mdm.send(cim.event("changed", done, caused_by=asked, sender=mdm.sender), to=cis)
    return line


def operate(line: Line, mdm: System, hes: System, code: str, contactor: str, *, problem: str = "") -> EndDeviceEvent:
    """Have the switch operated; the reply says that the order was accepted, the event what the switch did."""
    now = EndDeviceTiming(duration_indefinite=True, interval=DateTimeInterval(start=line.now))
    control = EndDeviceControl(end_device_control_type=code, end_devices=[cim.named(EndDevice, METER)])
    control.mrid, control.primary_device_timing = mdm.sender.new_id(), now
    order = cim.create(
        cim.EndDeviceControls(end_device_control=[control]), options={"MaximumExecutionTime": 120}, sender=mdm.sender
    )
    ordered = mdm.send(order, to=hes, expect_events=1).message
    hes.send(cim.reply(ordered, sender=hes.sender), to=mdm)
    line.wait(seconds=40)
    done, failed = RESULTS[code]
    event = EndDeviceEvent(created_date_time=line.now, end_device_event_type=failed if problem else done)
    event.assets, event.reason = cim.named(Asset, METER), problem or None
    event.end_device_event_details.append(EndDeviceEventDetail(name="Contactor status", value=contactor))
    told = cim.event("created", cim.EndDeviceEvents(end_device_event=[event]), caused_by=ordered, sender=hes.sender)
    hes.send(told, to=mdm)
    return event


def read(line: Line, mdm: System, hes: System, reason: ReadingReasonKind) -> Reading:
    """Have the meter read, and return the value; nothing was used while the switch was open."""
    wanted = cim.select(cim.GetMeterReadings, meters=METER, reading_types=REGISTER, reasons=reason, sources="Meter")
    asked = mdm.send(cim.get(wanted, sender=mdm.sender), to=hes).message
    value = Reading(time_stamp=line.now, value="18352.410", reason=reason, source="Meter", reading_type=REGISTER)
    found = cim.MeterReadings(meter_reading=[MeterReading(meter=cim.named(Meter, METER), readings=[value])])
    hes.send(cim.reply(asked, found, sender=hes.sender), to=mdm)
    return value


def work(
    line: Line, kind: MeterServiceWorkKind, reading: Reading | None = None, events: list[EndDeviceEvent] | None = None
) -> cim.MeterServiceRequests:
    """Return the work: as it is asked for, or as it was done, with the reading and what the switch reported."""
    made = MeterServiceWork(kind=kind, meter=cim.named(WorkMeter, METER))
    if reading is None:
        made.request_date_time, made.priority, made.status = line.now, "normal", Status(value="requested")
    else:
        made.last_modified_date_time, made.status = line.now, Status(date_time=line.now, value="completed")
        made.meter.meter_readings.append(WorkReading(readings=[reading]))
    for event in events or ():
        record = ActivityRecord(created_date_time=event.created_date_time, type=event.end_device_event_type)
        record.reason = event.reason
        made.activity_records.append(record)
    return cim.MeterServiceRequests(meter_service_work=[made])


if __name__ == "__main__":
    main()
