"""Demand response: thermostats are enrolled in a programme, and an event for them is planned and then called off.

create(EndDeviceGroups) -> reply PARTIAL, one is not paired; create(EndDeviceControls) -> reply ->
created(EndDeviceEvents), one opts out; cancel(EndDeviceControls) -> reply -> canceled(EndDeviceControls) and
created(EndDeviceEvents).
"""

from __future__ import annotations

import datetime as dt

from simulated import Line, System

import cim61968_9 as cim
from cim61968_9.profiles.end_device_controls import (
    ControlledAppliance,
    DateTimeInterval,
    EndDeviceControl,
    EndDeviceGroup as ControlledGroup,
    EndDeviceTiming,
    PanDemandResponse,
)
from cim61968_9.profiles.end_device_events import Asset, EndDeviceEvent
from cim61968_9.profiles.end_device_groups import DemandResponseProgram, EndDevice, EndDeviceGroup

SCHEDULE = "19.15.43.300"  # of a programmable thermostat
CREATED, OPTED_OUT, CANCELLED = "19.15.43.83", "19.15.43.81", "19.15.43.10"
PROGRAMME, GROUP = "Winter saver", "NM-DR-0004"
THERMOSTATS = ["NM-T-0000071", "NM-T-0000072", "NM-T-0000073"]
DAYS = dt.timedelta(days=1)


def main() -> Line:
    """Play the exchange and print its messages."""
    line = Line("Demand response", "2026-01-14T11:00:00+00:00")
    lms = line.system("Northmoor-LMS")
    hes = line.system("Northmoor-HES")

    asked = lms.send(cim.create(enrolment(), sender=lms.sender), to=hes).message
    [group] = asked.payload.one(cim.EndDeviceGroups).end_device_group
    unpaired = cim.reply_error("5.3", end_device=group.end_devices[2], details="paired with no meter")
    hes.send(cim.reply(asked, errors=[unpaired], ids=group, sender=hes.sender), to=lms)

    line.wait(hours=1)
    number = lms.sender.new_id()
    order = cim.create(control(line, lms, number), sender=lms.sender)
    ordered = lms.send(order, to=hes, expect_events=2, timeout=DAYS).message
    hes.send(cim.reply(ordered, sender=hes.sender), to=lms)
    line.wait(minutes=2)
    report(line, hes, lms, ordered, dict.fromkeys(THERMOSTATS[:2], CREATED))
    line.wait(minutes=50)
    report(line, hes, lms, ordered, {"NM-T-0000072": OPTED_OUT})

    line.wait(hours=2)
    off = cim.cancel("EndDeviceControls", ids=cim.by_mrid(number), sender=lms.sender)
    cancelled = lms.send(off, to=hes, expect_events=2).message
    hes.send(cim.reply(cancelled, sender=hes.sender), to=lms)
    hes.send(cim.event("canceled", caused_by=cancelled, sender=hes.sender), to=lms)
    line.wait(minutes=1)
    report(line, hes, lms, cancelled, {"NM-T-0000071": CANCELLED})
    return line


def enrolment() -> cim.EndDeviceGroups:
    """Return the group with its programme and its devices."""
    programme = cim.named(DemandResponseProgram, PROGRAMME)
    programme.type = "voluntary load reduction"
    group = cim.named(EndDeviceGroup, GROUP)
    group.demand_response_programs.append(PROGRAMME)
    group.end_devices = [cim.named(EndDevice, name) for name in THERMOSTATS]
    return cim.EndDeviceGroups(demand_response_program=[programme], end_device_group=[group])


def control(line: Line, lms: System, number: str) -> cim.EndDeviceControls:
    """Return the order for the evening: two hours with two degrees less, from which a customer may opt out."""
    begins = line.now.replace(hour=17, minute=0, second=0)
    window = DateTimeInterval(start=begins, end=begins + dt.timedelta(hours=2))
    made = EndDeviceControl(end_device_control_type=SCHEDULE, end_device_groups=[cim.named(ControlledGroup, GROUP)])
    made.mrid, made.issuer_id, made.issuer_tracking_id = number, lms.name, "DR-2026-0007"
    made.dr_program_level, made.dr_program_mandatory = 3, False
    made.secondary_device_timing = EndDeviceTiming(duration=120, interval=window)
    heating = ControlledAppliance(is_hvac_compressor_or_furnace=True, is_water_heater=False)
    made.pan_demand_response = PanDemandResponse(
        start_date_time=begins, duration=120, heating_offset=2, criticality_level="3", appliance=heating
    )
    return cim.EndDeviceControls(end_device_control=[made])


def report(line: Line, hes: System, lms: System, cause: cim.RequestMessage, results: dict[str, str]) -> None:
    """Tell what the thermostats say of the order."""
    told = []
    for name, code in results.items():
        event = EndDeviceEvent(created_date_time=line.now, end_device_event_type=code, assets=cim.named(Asset, name))
        event.issuer_id, event.issuer_tracking_id = lms.name, "DR-2026-0007"
        told.append(event)
    events = cim.EndDeviceEvents(end_device_event=told)
    hes.send(cim.event("created", events, caused_by=cause, sender=hes.sender), to=lms)


if __name__ == "__main__":
    main()
