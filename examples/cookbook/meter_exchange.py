"""Meter exchange: the work is ordered, the first visit fails, and after the second meter and links change in the MDM.

create(MeterServiceRequests) -> reply; changed(MeterServiceRequests), no access; close(MeterServiceRequests) as the
callback, with the last and the first reading -> reply; create(MeterConfig), close and create(MasterDataLinkageConfig).
"""

from __future__ import annotations

import datetime as dt

from simulated import Line

import cim61968_9 as cim
from cim61968_9.profiles.master_data_linkage_config import ConfigurationEvent, Meter as LinkedMeter, UsagePoint
from cim61968_9.profiles.meter_config import LifecycleDate, Meter as NewMeter
from cim61968_9.profiles.meter_service_requests import (
    ActivityRecord,
    Meter,
    MeterReading,
    MeterServiceWork,
    MeterServiceWorkKind,
    Reading,
    ReadingReasonKind,
    Status,
)

REGISTER = "0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
OLD, NEW = "NM-E-0031455", "NM-E-0041880"
POINT = "NM-UP-104021"


def main() -> Line:
    """Play the exchange and print its messages."""
    line = Line("Meter exchange", "2026-03-02T08:15:00+00:00")
    cis, wms, mdm, hes = (line.system(f"Northmoor-{name}") for name in ("CIS", "WMS", "MDM", "HES"))

    old, new = cim.named(Meter, OLD), cim.named(Meter, NEW)
    job = MeterServiceWork(kind=MeterServiceWorkKind.meter, priority="normal", meter=new, old_meter=old)
    job.request_date_time, job.status = line.now, Status(value="requested")
    order = cim.create(cim.MeterServiceRequests(meter_service_work=[job]), sender=cis.sender)
    asked = cis.send(order, to=wms, callback=True, timeout=dt.timedelta(days=30)).message
    wms.send(cim.reply(asked, sender=wms.sender), to=cis)

    line.wait(days=2, hours=3)
    note(line, job, "delayed", "visit", "nobody at home; appointment for 6 March")
    work = cim.MeterServiceRequests(meter_service_work=[job])
    wms.send(cim.event("changed", work, caused_by=asked, sender=wms.sender), to=cis)

    line.wait(days=2)
    note(line, job, "completed", "exchange", "meter exchanged")
    old.meter_readings.append(reading(line, ReadingReasonKind.removal, "48211.6"))
    new.meter_readings.append(reading(line, ReadingReasonKind.installation, "0.000"))
    finished = cim.close(work, correlation_id=cim.correlation_of(asked), sender=wms.sender)
    called = wms.send(finished, to=cis).message
    cis.send(cim.reply(called, sender=cis.sender), to=wms)

    steps = (
        (cim.create, "created", cim.MeterConfig(meter=[installed(line)])),
        (cim.close, "closed", link(line, OLD)),
        (cim.create, "created", link(line, NEW)),
    )
    for ask, told, content in steps:
        taken = cis.send(ask(content, sender=cis.sender), to=mdm).message
        mdm.send(cim.reply(taken, sender=mdm.sender), to=cis)
        mdm.send(cim.event(told, caused_by=taken, sender=mdm.sender), to=hes)
    return line


def note(line: Line, job: MeterServiceWork, status: str, kind: str, reason: str) -> None:
    """Write into the work what has happened."""
    job.last_modified_date_time, job.status = line.now, Status(date_time=line.now, value=status)
    job.activity_records.append(ActivityRecord(created_date_time=line.now, type=kind, reason=reason))


def reading(line: Line, reason: ReadingReasonKind, value: str) -> MeterReading:
    """Return what the fitter has read from a meter."""
    return MeterReading(readings=[Reading(time_stamp=line.now, value=value, reason=reason, reading_type=REGISTER)])


def installed(line: Line) -> NewMeter:
    """Return the master data of the new meter."""
    made = cim.named(NewMeter, NEW)
    made.serial_number, made.amr_system, made.type = "26004188017", "Northmoor-HES", "single-phase household"
    made.lifecycle = LifecycleDate(installation_date=line.now.date())
    return made


def link(line: Line, meter: str) -> cim.MasterDataLinkageConfig:
    """Return the link between a meter and the usage point, as of now."""
    return cim.MasterDataLinkageConfig(
        configuration_event=ConfigurationEvent(created_date_time=line.now, effective_date_time=line.now),
        meter=[cim.named(LinkedMeter, meter)],
        usage_point=[cim.named(UsagePoint, POINT)],
    )


if __name__ == "__main__":
    main()
