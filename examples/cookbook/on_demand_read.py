"""On-demand read: the customer desk wants the registers of three meters now, and the head-end answers in parts.

get(MeterReadings) -> acknowledgement -> reply PARTIAL 0.1 -> reply PARTIAL 0.2 with the one meter that did not answer.
"""

from __future__ import annotations

from simulated import Line

import cim61968_9 as cim
from cim61968_9.profiles.meter_readings import Meter, MeterReading, Reading, ReadingQuality, ReadingReasonKind

REGISTER = "0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"  # forward active energy, kWh, register of an electricity meter


def main() -> Line:
    """Play the exchange and print its messages."""
    line = Line("On-demand read", "2026-01-14T09:30:00+00:00")
    cis = line.system("Northmoor-CIS", reply_address="queue:CIS.REPLIES")
    hes = line.system("Northmoor-HES")

    wanted = cim.select(
        cim.GetMeterReadings,
        meters=["NM-E-0041871", "NM-E-0041873", "NM-E-0041911"],
        reading_types=[REGISTER],
        reasons="inquiry",
        sources="Meter",
    )
    asked = cis.send(cim.get(wanted, async_reply_flag=True, sender=cis.sender), to=hes)
    request = asked.message
    hes.send(cim.acknowledge(request, sender=hes.sender), to=cis)

    meters = cim.selected(request).ids("EndDevice")
    line.wait(seconds=20)
    hes.send(cim.reply(request, read(line, meters[0], "18346.029"), more=True, sender=hes.sender), to=cis)
    line.wait(seconds=25)
    silent = cim.reply_error("5.7", meter=meters[2], details="no answer to three calls")
    last = cim.reply(request, read(line, meters[1], "7418.517"), errors=[silent], more=False, sender=hes.sender)
    hes.send(last, to=cis)
    return line


def read(line: Line, meter: cim.ID, value: str) -> cim.MeterReadings:
    """Return the register of one meter, as read at this moment."""
    reading = Reading(time_stamp=line.now, value=value, source="Meter", reading_type=REGISTER)
    reading.reason = ReadingReasonKind.inquiry
    reading.reading_qualities.append(ReadingQuality(reading_quality_type="2.0.0"))
    return cim.MeterReadings(meter_reading=[MeterReading(meter=cim.named(Meter, meter), readings=[reading])])


if __name__ == "__main__":
    main()
