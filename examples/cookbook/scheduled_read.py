"""Scheduled read: the MDM wants three meters every night at two, and the head-end delivers until it is told to stop.

create(MeterReadSchedule) -> acknowledgement -> reply PARTIAL, one meter is unknown; every night created(MeterReadings);
of a meter that is silent created(EndDeviceEvents), and its values later; cancel(MeterReadSchedule) -> reply OK, and
FAILED when somebody cancels once more.
"""

from __future__ import annotations

from simulated import Line

import cim61968_9 as cim
from cim61968_9.profiles.end_device_events import Asset, EndDeviceEvent, EndDeviceEventDetail
from cim61968_9.profiles.meter_read_schedule import DateTimeInterval, EndDevice, Name, ReadingType, TimeSchedule
from cim61968_9.profiles.meter_readings import Meter, MeterReading, Reading, ReadingQuality, ReadingReasonKind

REGISTER = "0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"  # forward active energy, kWh, register of an electricity meter
DAY = "11.0.0.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0"  # the same, energy of one day
READINGS_FAILED = "3.21.87.85"
METERS = {
    "NM-E-0041871": "6af2233c-dbdb-57c6-b53f-840ff2a6d8be",
    "NM-E-0041872": "0e9d4b07-99d2-55bc-88c3-c2a90145643a",
    "NM-E-0041999": "b0c2a3de-5e0f-5c1c-9a37-2f7d4c1be999",
}


def main() -> Line:
    """Play the exchange and print its messages."""
    line = Line("Scheduled read", "2026-01-30T14:00:00+00:00")
    mdm = line.system("Northmoor-MDM", reply_address="queue:MDM.REPLIES")
    hes = line.system("Northmoor-HES")

    order = cim.create(schedule(line), async_reply_flag=True, ack_required=True, sender=mdm.sender)
    asked = mdm.send(order, to=hes, keep=True).message
    hes.send(cim.acknowledge(asked, sender=hes.sender), to=mdm)
    line.wait(minutes=2)
    unknown = cim.reply_error("2.4", meter="NM-E-0041999", details="not in the register of the head-end")
    hes.send(cim.reply(asked, errors=[unknown], more=False, sender=hes.sender), to=mdm)

    line.wait(hours=12)
    both = {"NM-E-0041871": ("18402.310", "14.882"), "NM-E-0041872": ("7466.094", "9.310")}
    hes.send(cim.event("created", night(line, both), caused_by=asked, sender=hes.sender), to=mdm)

    line.wait(days=1)
    one = {"NM-E-0041871": ("18416.927", "14.617")}
    hes.send(cim.event("created", night(line, one), caused_by=asked, sender=hes.sender), to=mdm)
    hes.send(cim.event("created", silent(line, "NM-E-0041872"), caused_by=asked, sender=hes.sender), to=mdm)
    line.wait(hours=5)
    late = {"NM-E-0041872": ("7475.581", "9.487")}
    hes.send(cim.event("created", night(line, late), caused_by=asked, sender=hes.sender), to=mdm)

    line.wait(hours=3)
    known_as = cim.by_transaction(asked.header.message_id)
    stop = mdm.send(cim.cancel("MeterReadSchedule", ids=known_as, sender=mdm.sender), to=hes).message
    hes.send(cim.reply(stop, sender=hes.sender), to=mdm)
    again = mdm.send(cim.cancel("MeterReadSchedule", ids=known_as, sender=mdm.sender), to=hes).message
    hes.send(cim.refuse(again, "identifier", ids=again.request.id, sender=hes.sender), to=mdm)
    for kept in [one for one in mdm.exchanges if one.keep]:
        mdm.exchanges.forget(kept)
    return line


def schedule(line: Line) -> cim.MeterReadSchedule:
    """Return what is to be read, and when: every day, two hours after midnight, from tomorrow on."""
    tomorrow = line.now.replace(day=line.now.day + 1, hour=0)
    daily = TimeSchedule(offset=7200, recurrence_period=86400, schedule_interval=DateTimeInterval(start=tomorrow))
    return cim.MeterReadSchedule(
        end_device=[EndDevice(mrid=mrid, names=[Name(name=name)]) for name, mrid in METERS.items()],
        reading_type=[cim.named(ReadingType, code) for code in (REGISTER, DAY)],
        time_schedule=[daily],
    )


def night(line: Line, values: dict[str, tuple[str, str]]) -> cim.MeterReadings:
    """Return register and energy of the day, as they stood at midnight and came in now."""
    midnight = line.now.replace(hour=0, minute=0, second=0)

    def reading(code: str, value: str) -> Reading:
        made = Reading(reported_date_time=line.now, time_stamp=midnight, value=value, reading_type=code)
        made.reason = ReadingReasonKind.billing
        made.reading_qualities.append(ReadingQuality(reading_quality_type="2.0.0"))
        return made

    found = []
    for name, (register, day) in values.items():
        readings = [reading(REGISTER, register), reading(DAY, day)]
        found.append(MeterReading(meter=cim.named(Meter, name), readings=readings))
    return cim.MeterReadings(meter_reading=found)


def silent(line: Line, name: str) -> cim.EndDeviceEvents:
    """Return the event that tells which meter could not be read."""
    event = EndDeviceEvent(created_date_time=line.now, end_device_event_type=READINGS_FAILED, severity="warning")
    event.reason = "no answer, next try in five hours"
    event.assets = cim.named(Asset, name)
    event.end_device_event_details.append(EndDeviceEventDetail(name="Attempts", value="3"))
    return cim.EndDeviceEvents(end_device_event=[event])


if __name__ == "__main__":
    main()
