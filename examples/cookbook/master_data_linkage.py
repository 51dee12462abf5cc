"""Master data and links: usage points in bulk, a meter, its link to one of them, and a correction.

created(UsagePointConfig), compressed; create(MeterConfig) -> reply with the new identifier;
create(MasterDataLinkageConfig) -> reply FAILED 2.13, that usage point has another meter; close the old link -> reply;
create again -> reply -> created(MasterDataLinkageConfig) to the head-end; execute(OperationSet) to remove an attribute
-> reply.
"""

from __future__ import annotations

from simulated import Line

import cim61968_9 as cim
from cim61968_9.profiles.master_data_linkage_config import ConfigurationEvent, Meter as LinkedMeter, UsagePoint
from cim61968_9.profiles.meter_config import Meter
from cim61968_9.profiles.usage_point_config import (
    AmiBillingReadyKind,
    ServiceCategory,
    ServiceKind,
    UsagePoint as Point,
    UsagePointConnectedKind,
)

POINTS = [f"NM-UP-1040{number}" for number in range(40, 60)]
OLD, NEW = "NM-E-0031460", "NM-E-0041889"


def main() -> Line:
    """Play the exchange and print its messages."""
    line = Line("Master data and links", "2026-02-20T13:00:00+00:00")
    cis = line.system("Northmoor-CIS", user="master-data-02")
    mdm = line.system("Northmoor-MDM")
    hes = line.system("Northmoor-HES")

    bulk = cim.UsagePointConfig(usage_point=[place(name) for name in POINTS])
    loaded = cis.send(cim.compress(cim.event("created", bulk, sender=cis.sender)), to=mdm).message
    print(f"   unpacked: {len(cim.expand(loaded).payload.one(cim.UsagePointConfig).usage_point)} usage points")

    meter = cim.named(Meter, NEW)
    meter.serial_number, meter.amr_system = "26004188917", "Northmoor-HES"
    asked = cis.send(cim.create(cim.MeterConfig(meter=[meter]), sender=cis.sender), to=mdm).message
    known_as = cim.by_mrid(mdm.sender.new_id(), object_type="Meter")
    mdm.send(cim.reply(asked, ids=known_as, sender=mdm.sender), to=cis)

    asked = cis.send(cim.create(link(line, NEW), sender=cis.sender), to=mdm).message
    other = cim.reply_error("2.13", meter=NEW, usage_point=POINTS[0], details=f"{OLD} is linked to it until closed")
    mdm.send(cim.reply(asked, errors=[other], sender=mdm.sender), to=cis)

    line.wait(minutes=20)
    asked = cis.send(cim.close(link(line, OLD), sender=cis.sender), to=mdm).message
    mdm.send(cim.reply(asked, sender=mdm.sender), to=cis)
    asked = cis.send(cim.create(link(line, NEW), sender=cis.sender), to=mdm).message
    mdm.send(cim.reply(asked, sender=mdm.sender), to=cis)
    mdm.send(cim.event("created", caused_by=asked, sender=mdm.sender), to=hes)

    asked = cis.send(correction(sender=cis.sender), to=mdm).message
    mdm.send(cim.reply_operations(asked, sender=mdm.sender), to=cis)
    return line


def place(name: str) -> Point:
    """Return a usage point that is connected and can be metered from afar."""
    made = cim.named(Point, name)
    made.ami_billing_ready = AmiBillingReadyKind.amiCapable
    made.connection_state = UsagePointConnectedKind.connected
    made.nominal_service_voltage, made.read_cycle, made.read_route = 230, "DAILY", "NM-07"
    made.service_category = ServiceCategory(kind=ServiceKind.electricity)
    return made


def link(line: Line, meter: str) -> cim.MasterDataLinkageConfig:
    """Return that a meter and the first usage point belong together, or no longer, from now on."""
    return cim.MasterDataLinkageConfig(
        configuration_event=ConfigurationEvent(created_date_time=line.now, effective_date_time=line.now),
        meter=[cim.named(LinkedMeter, meter)],
        usage_point=[cim.named(UsagePoint, POINTS[0])],
    )


def correction(*, sender: cim.Sender) -> cim.RequestMessage:
    """Return two steps: the usage point loses its read route and stays, and another value changes."""
    without = cim.named(Point, POINTS[0])
    without.read_route = "NM-07"
    billed = cim.named(Point, POINTS[0])
    billed.ami_billing_ready = AmiBillingReadyKind.billingApproved
    return cim.execute(
        cim.operation("delete", cim.UsagePointConfig(usage_point=[without]), element_operation=True),
        cim.operation("change", cim.UsagePointConfig(usage_point=[billed])),
        in_sequence=True,
        all_or_nothing=True,
        sender=sender,
    )


if __name__ == "__main__":
    main()
