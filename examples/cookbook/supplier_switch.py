"""Move-in with a new supplier: a final read, then all links change together, or none of them does.

get(MeterReadings) -> reply; execute(OperationSet) -> reply FAILED, nothing has changed; corrected -> reply OK ->
executed(OperationSet) to the head-end.
"""

from __future__ import annotations

from simulated import Line

import cim61968_9 as cim
from cim61968_9.profiles.customer_agreement_config import CustomerAgreement as Agreement
from cim61968_9.profiles.customer_config import Customer
from cim61968_9.profiles.master_data_linkage_config import (
    ConfigurationEvent,
    CustomerAgreement,
    ServiceSupplier,
    UsagePoint,
)
from cim61968_9.profiles.meter_readings import Meter, MeterReading, Reading, ReadingReasonKind

REGISTER = "0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"


def main() -> Line:
    """Play the exchange and print its messages."""
    line = Line("Move-in and switch of supplier", "2026-02-01T06:00:00+00:00")
    cis, mdm, hes = (line.system(f"Northmoor-{name}") for name in ("CIS", "MDM", "HES"))

    point = cim.by_name("NM-UP-204417", type="UsagePointNumber", authority="Northmoor Grid")
    wanted = cim.select(cim.GetMeterReadings, usage_points=[point], reading_types=[REGISTER], reasons="moveIn")
    asked = cis.send(cim.get(wanted, sender=cis.sender), to=mdm)
    value = Reading(time_stamp=line.now, value="51230.4", reason=ReadingReasonKind.moveIn, reading_type=REGISTER)
    reading = MeterReading(meter=cim.named(Meter, "NM-E-0041902"), readings=[value])
    mdm.send(cim.reply(asked.message, cim.MeterReadings(meter_reading=[reading]), sender=mdm.sender), to=cis)

    refused = cis.send(switch(line, supplier="Harbour Energie", sender=cis.sender), to=mdm)
    unknown = cim.reply_error("2.28", service_supplier="Harbour Energie", usage_point=point)
    mdm.send(cim.reply_operations(refused.message, {4: unknown}, sender=mdm.sender), to=cis)

    line.wait(minutes=10)
    accepted = cis.send(switch(line, supplier="Harbour Energy", sender=cis.sender), to=mdm)
    mdm.send(cim.reply(accepted.message, sender=mdm.sender), to=cis)
    mdm.send(cim.event("executed", caused_by=accepted.message, sender=mdm.sender), to=hes)
    return line


def switch(line: Line, *, supplier: str, sender: cim.Sender) -> cim.RequestMessage:
    """Return the operations of the switch: new customer and agreement, the old link goes, the new one comes."""
    point = cim.by_name("NM-UP-204417", type="UsagePointNumber", authority="Northmoor Grid")

    def link(contract: str, seller: str) -> cim.MasterDataLinkageConfig:
        return cim.MasterDataLinkageConfig(
            configuration_event=ConfigurationEvent(created_date_time=line.now, effective_date_time=line.now),
            customer_agreement=[cim.named(CustomerAgreement, contract)],
            service_supplier=[cim.named(ServiceSupplier, seller)],
            usage_point=[cim.named(UsagePoint, point)],
        )

    return cim.execute(
        cim.operation("create", cim.CustomerConfig(customer=[cim.named(Customer, "NM-C-77105")])),
        cim.operation("create", cim.CustomerAgreementConfig(customer_agreement=[agreement(line)])),
        cim.operation("delete", link("NM-A-1180", "Moorland Power")),
        cim.operation("create", link("NM-A-2093", supplier)),
        in_sequence=True,
        all_or_nothing=True,
        sender=sender,
    )


def agreement(line: Line) -> Agreement:
    """Return the new agreement."""
    made = cim.named(Agreement, "NM-A-2093")
    made.sign_date = line.now.date()
    return made


if __name__ == "__main__":
    main()
