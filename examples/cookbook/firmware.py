"""Firmware: what runs where, an update for many meters in a compressed message, and what came of it.

get(EndDeviceFirmware) -> reply; change(EndDeviceFirmware) -> acknowledgement -> reply PARTIAL, one meter is too old;
changed(EndDeviceFirmware) for those that run the new release, created(EndDeviceEvents) for the one that does not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from simulated import Line

import cim61968_9 as cim
from cim61968_9.profiles.end_device_events import Asset, EndDeviceEvent, EndDeviceEventDetail
from cim61968_9.profiles.end_device_firmware import EndDevice, EndDeviceFunctionKind, SimpleEndDeviceFunction

NOW, NEXT = "MET-2.8.0", "MET-2.9.1"
UPDATE_FAILED = "3.11.0.85"
METERS = [f"NM-E-00418{number}" for number in range(50, 80)]
TOO_OLD, BROKEN = "NM-E-0041851", "NM-E-0041862"


def main() -> Line:
    """Play the exchange and print its messages."""
    line = Line("Firmware", "2026-02-16T10:00:00+00:00")
    mdm = line.system("Northmoor-MDM", reply_address="queue:MDM.REPLIES", compress_above=4096)
    hes = line.system("Northmoor-HES", compress_above=4096)

    asked = mdm.send(cim.get("EndDeviceFirmware", ids=METERS[:2], sender=mdm.sender), to=hes).message
    wanted = [one.value for one in cim.selected(asked).ids()]
    hes.send(cim.reply(asked, inventory(wanted, NOW, hardware=True), sender=hes.sender), to=mdm)

    order = cim.change(inventory(METERS, NEXT), async_reply_flag=True, sender=mdm.sender)
    arrived = mdm.send(order, to=hes, expect_events=2, timeout=dt.timedelta(days=3)).message
    print(f"   unpacked: {len(cim.expand(arrived).payload.one(cim.EndDeviceFirmware).end_device)} meters")
    hes.send(cim.acknowledge(arrived, sender=hes.sender), to=mdm)
    line.wait(minutes=3)
    details = "hardware A1 cannot run this release"
    too_old = cim.reply_error("6.1", meter=TOO_OLD, level="WARNING", details=details)
    hes.send(cim.reply(arrived, errors=[too_old], more=False, sender=hes.sender), to=mdm)

    line.wait(hours=20)
    updated = [name for name in METERS if name not in {TOO_OLD, BROKEN}]
    done = cim.event("changed", inventory(updated, NEXT), caused_by=arrived, sender=hes.sender)
    hes.send(done, to=mdm)
    hes.send(cim.event("created", failure(line), caused_by=arrived, sender=hes.sender), to=mdm)
    return line


def inventory(names: Iterable[str], release: str, *, hardware: bool = False) -> cim.EndDeviceFirmware:
    """Return which release meters run, or are to run; a device refers to its function by name."""
    made = cim.EndDeviceFirmware()
    for name in names:
        function = cim.named(SimpleEndDeviceFunction, f"{name}/metrology")
        function.firmware_id, function.kind = release, EndDeviceFunctionKind.electricMetering
        if hardware:
            function.hardware_id = "A1" if name == TOO_OLD else "B2"
        device = cim.named(EndDevice, name)
        device.simple_end_device_function.append(f"{name}/metrology")
        made.simple_end_device_function.append(function)
        made.end_device.append(device)
    return made


def failure(line: Line) -> cim.EndDeviceEvents:
    """Return the event of the meter that went back to its old release."""
    event = EndDeviceEvent(created_date_time=line.now, end_device_event_type=UPDATE_FAILED, severity="alarm")
    event.assets, event.reason = cim.named(Asset, BROKEN), "checksum of the image differs"
    event.end_device_event_details = [
        EndDeviceEventDetail(name="Running", value=NOW),
        EndDeviceEventDetail(name="Attempts", value="2"),
    ]
    return cim.EndDeviceEvents(end_device_event=[event])


if __name__ == "__main__":
    main()
