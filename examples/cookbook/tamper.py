"""Tamper: a meter reports an opened cover, the MDM passes it on, and an inspection settles it.

created(EndDeviceEvents), and once more since nobody knows whether it has arrived; created(EndDeviceEvents) to the CIS;
get(EndDeviceEvents) -> reply PARTIAL; create(MeterServiceRequests) -> reply; closed(EndDeviceEvents).
"""

from __future__ import annotations

import datetime as dt

from simulated import Line

import cim61968_9 as cim
from cim61968_9.profiles.end_device_events import Asset, EndDeviceEvent, EndDeviceEventDetail, Status, UsagePoint
from cim61968_9.profiles.meter_service_requests import Meter, MeterServiceWork, MeterServiceWorkKind

TAMPER, COVER, TILT = "3.12.0.257", "3.12.29.212", "3.12.0.263"
METER, SUBMETER = "NM-E-0041877", "NM-E-0041878"
POINT = "NM-UP-104007"


def main() -> Line:
    """Play the exchange and print its messages."""
    line = Line("Tamper", "2026-01-19T22:41:30+00:00")
    cis, mdm, hes = (line.system(f"Northmoor-{name}") for name in ("CIS", "MDM", "HES"))

    alarm = event(line, TAMPER, "terminal cover open while under power")
    alarm.mrid = hes.sender.new_id()
    alarm.end_device_event_details.append(EndDeviceEventDetail(name="TamperCount", value="1"))
    line.wait(seconds=12)
    events = cim.EndDeviceEvents(end_device_event=[alarm])
    told = cim.event("created", events, ack_required=True, sender=hes.sender)
    hes.send(told, to=mdm)
    line.wait(minutes=2)
    hes.send(told, to=mdm)  # the connection broke, so it comes again, and the MDM does not count it twice
    passed_on = cim.event("created", told.payload, sender=mdm.sender)
    mdm.send(passed_on, to=cis)

    line.wait(hours=10)
    wanted = cim.select(
        cim.GetEndDeviceEvents,
        meters=[METER, SUBMETER],
        event_types=[TAMPER, COVER, TILT],
        start=line.now - dt.timedelta(days=30),
        end=line.now,
    )
    asked = cis.send(cim.get(wanted, sender=cis.sender), to=mdm).message
    tilt = event(line, TILT, "meter moved", ago=dt.timedelta(days=1, hours=3))
    found = cim.EndDeviceEvents(end_device_event=[tilt, alarm])
    nothing = cim.reply_error("5.7", meter=SUBMETER, level="WARNING", details="events are not collected of this meter")
    mdm.send(cim.reply(asked, found, errors=[nothing], sender=mdm.sender), to=cis)

    visit = MeterServiceWork(kind=MeterServiceWorkKind.inspection, priority="high", meter=cim.named(Meter, METER))
    visit.request_date_time = line.now
    work = cim.create(cim.MeterServiceRequests(meter_service_work=[visit]), sender=cis.sender)
    mdm.send(cim.reply(cis.send(work, to=mdm).message, sender=mdm.sender), to=cis)

    line.wait(days=1)
    alarm.status = Status(date_time=line.now, value="closed", remark="cover refitted, seal S-771340 applied")
    mdm.send(cim.event("closed", cim.EndDeviceEvents(end_device_event=[alarm]), sender=mdm.sender), to=cis)
    return line


def event(line: Line, code: str, reason: str, *, ago: dt.timedelta = dt.timedelta()) -> EndDeviceEvent:
    """Return an alarm of the meter."""
    made = EndDeviceEvent(created_date_time=line.now - ago, end_device_event_type=code, severity="alarm")
    made.reason, made.assets, made.usage_point = reason, cim.named(Asset, METER), cim.named(UsagePoint, POINT)
    return made


if __name__ == "__main__":
    main()
