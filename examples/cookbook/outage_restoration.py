"""Outage and restoration: last gasps come in, the neighbours are pinged, and later a meter that stays silent.

created(EndDeviceEvents) power failed; get(MeterReadings) as a ping -> acknowledgement -> reply PARTIAL 0.1, 0.2;
created(EndDeviceEvents) power restored; ping of the one that has not reported -> reply FAILED, so the crew stays.
"""

from __future__ import annotations

from simulated import Line, System

import cim61968_9 as cim
from cim61968_9.profiles.end_device_events import Asset, EndDeviceEvent, EndDeviceEventDetail, UsagePoint
from cim61968_9.profiles.meter_readings import Meter, MeterReading, Reading, ReadingReasonKind

VOLTAGE = "0.0.0.6.0.1.158.0.0.0.0.0.0.0.129.0.29.0"  # voltage between phase A and neutral, V, at this moment
FAILED, RESTORED = "3.26.0.85", "3.26.0.216"
POINTS = {"NM-E-0041911": "NM-UP-104011", "NM-E-0041912": "NM-UP-104012", "NM-E-0041913": "NM-UP-104013"}
NEIGHBOURS = ["NM-E-0041914", "NM-E-0041915", "NM-E-0041916"]


def main() -> Line:
    """Play the exchange and print its messages."""
    line = Line("Outage and restoration", "2026-01-14T09:21:48+00:00")
    oms = line.system("Northmoor-OMS", reply_address="topic:OMS.PING")
    hes = line.system("Northmoor-HES")

    began = line.now
    gasps = [power(line, meter, FAILED, LastGaspAttempts="1", Feeder="NM-F-0312") for meter in POINTS]
    line.wait(seconds=45)
    hes.send(cim.event("created", cim.EndDeviceEvents(end_device_event=gasps), sender=hes.sender), to=oms)

    pinged = ping(oms, hes, NEIGHBOURS)
    line.wait(seconds=8)
    alive = readings(line, {"NM-E-0041914": "237.9"})
    hes.send(cim.reply(pinged, alive, more=True, sender=hes.sender), to=oms)
    line.wait(seconds=50)
    silent = [no_answer(meter) for meter in NEIGHBOURS[1:]]
    hes.send(cim.reply(pinged, errors=silent, more=False, sender=hes.sender), to=oms)

    line.wait(hours=1, minutes=12)
    back = [meter for meter in [*POINTS, *NEIGHBOURS[1:]] if meter != "NM-E-0041913"]
    length = f"{(line.now - began).total_seconds():.0f}"
    events = [power(line, meter, RESTORED, OutageDurationSeconds=length) for meter in back]
    hes.send(cim.event("created", cim.EndDeviceEvents(end_device_event=events), sender=hes.sender), to=oms)

    line.wait(minutes=5)
    pinged = ping(oms, hes, ["NM-E-0041913"])
    line.wait(seconds=50)
    hes.send(cim.reply(pinged, errors=[no_answer("NM-E-0041913")], sender=hes.sender), to=oms)
    return line


def power(line: Line, meter: str, code: str, **details: str) -> EndDeviceEvent:
    """Return what a meter tells of its supply; the usage point is known for the first three."""
    severity = "alarm" if code == FAILED else "information"
    event = EndDeviceEvent(created_date_time=line.now, end_device_event_type=code, severity=severity)
    event.assets = cim.named(Asset, meter)
    event.end_device_event_details = [EndDeviceEventDetail(name=name, value=value) for name, value in details.items()]
    if meter in POINTS:
        event.usage_point = cim.named(UsagePoint, POINTS[meter])
    return event


def ping(oms: System, hes: System, meters: list[str]) -> cim.RequestMessage:
    """Ask meters for their voltage, from the meters themselves and not from the store."""
    wanted = cim.select(cim.GetMeterReadings, meters=meters, reading_types=VOLTAGE, reasons="inquiry", sources="Meter")
    request = cim.get(wanted, async_reply_flag=True, options={"Priority": "high"}, sender=oms.sender)
    asked: cim.RequestMessage = oms.send(request, to=hes).message
    hes.send(cim.acknowledge(asked, sender=hes.sender), to=oms)
    return asked


def readings(line: Line, values: dict[str, str]) -> cim.MeterReadings:
    """Return the voltage at meters that have answered."""
    found = []
    for meter, value in values.items():
        reading = Reading(time_stamp=line.now, value=value, source="Meter", reading_type=VOLTAGE)
        reading.reason = ReadingReasonKind.inquiry
        found.append(MeterReading(meter=cim.named(Meter, meter), readings=[reading]))
    return cim.MeterReadings(meter_reading=found)


def no_answer(meter: str) -> cim.Error:
    """Return the error of a meter that does not answer: without power, or without communication."""
    return cim.reply_error("5.7", meter=meter, details="no answer to three calls")


if __name__ == "__main__":
    main()
