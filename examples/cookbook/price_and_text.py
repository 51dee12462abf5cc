"""Text and price on the displays of customers: a text that has to be confirmed, a price, and the text is taken back.

create(EndDeviceControls) -> acknowledgement 0.3 -> reply OK -> created(EndDeviceEvents), one display is silent; the
same for a price, and for a control that takes the text back.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from simulated import Line, System

import cim61968_9 as cim
from cim61968_9.profiles.end_device_controls import (
    EndDevice,
    EndDeviceControl,
    PanDisplay,
    PanPricing,
    PanPricingDetail,
    TransmissionModeKind,
)
from cim61968_9.profiles.end_device_events import Asset, EndDeviceEvent

TEXT, TEXT_CANCEL, PRICE = "15.13.112.77", "15.13.112.8", "15.20.9.82"  # of an in-premises display
TEXT_DONE, TEXT_CANCELLED, DISPLAY_FAILED = "15.13.112.58", "15.13.112.10", "15.13.17.85"
PRICE_DONE, PRICE_FAILED = "15.20.9.83", "15.20.9.85"
ONE, TWO, THREE = DISPLAYS = ["NM-D-0000411", "NM-D-0000412", "NM-D-0000413"]


def main() -> Line:
    """Play the exchanges and print their messages."""
    line = Line("Text and price", "2026-01-14T08:00:00+00:00")
    cis = line.system("Northmoor-CIS", reply_address="https://cis.northmoor.example/cim")
    hes = line.system("Northmoor-HES")

    text = control(cis, TEXT, "MSG-2026-0093", pan_display=notice(line))
    shown = order(text, cis, hes, events=2)
    line.wait(minutes=6)
    report(line, hes, cis, shown, {THREE: DISPLAY_FAILED}, "no answer from the display")
    line.wait(hours=2)
    report(line, hes, cis, shown, {ONE: TEXT_DONE}, "confirmed by the customer")

    priced = order(control(cis, PRICE, "PRC-2026-0014", pan_pricing=price(line)), cis, hes, events=1)
    line.wait(minutes=1)
    report(line, hes, cis, priced, {ONE: PRICE_DONE, TWO: PRICE_DONE, THREE: PRICE_FAILED})

    line.wait(hours=1)
    taken_back = order(control(cis, TEXT_CANCEL, "MSG-2026-0093"), cis, hes, events=1)
    line.wait(minutes=1)
    report(line, hes, cis, taken_back, {ONE: TEXT_CANCELLED, TWO: TEXT_CANCELLED})
    return line


def control(
    cis: System,
    code: str,
    tracking: str,
    *,
    pan_display: PanDisplay | None = None,
    pan_pricing: PanPricing | None = None,
) -> EndDeviceControl:
    """Return a control for all displays; to take a text back, the number of the text is enough."""
    made = EndDeviceControl(end_device_control_type=code, pan_display=pan_display, pan_pricing=pan_pricing)
    made.mrid, made.issuer_id, made.issuer_tracking_id = cis.sender.new_id(), cis.name, tracking
    made.end_devices = [cim.named(EndDevice, name) for name in DISPLAYS]
    return made


def notice(line: Line) -> PanDisplay:
    """Return a text that stays for half a day and is to be confirmed."""
    text = "Planned work on 16 January, 09:00 to 11:00: no supply in Mill Lane."
    made = PanDisplay(text_message=text, priority="high", confirmation_required=True, duration=720)
    made.start_date_time, made.transmission_mode = line.now, TransmissionModeKind.normal
    return made


def price(line: Line) -> PanPricing:
    """Return the price of the afternoon."""
    tier = PanPricingDetail(price=Decimal("0.2840"), price_tier=2, price_tier_count=3, price_tier_label="Day")
    tier.rate_label, tier.unit_of_measure = "Three-part tariff", "kWh"
    noon = line.now.replace(hour=12, minute=0, second=0)
    return PanPricing(provider_id=17, start_date_time=noon, duration=360, pan_pricing_details=[tier])


def order(content: EndDeviceControl, cis: System, hes: System, *, events: int) -> cim.RequestMessage:
    """Send a control, and have it acknowledged and accepted."""
    controls = cim.EndDeviceControls(end_device_control=[content])
    made = cim.create(controls, async_reply_flag=True, sender=cis.sender)
    asked: cim.RequestMessage = cis.send(made, to=hes, expect_events=events, timeout=dt.timedelta(hours=8)).message
    hes.send(cim.acknowledge(asked, code=True, sender=hes.sender), to=cis)
    hes.send(cim.reply(asked, sender=hes.sender), to=cis)
    return asked


def report(
    line: Line, hes: System, cis: System, cause: cim.RequestMessage, results: dict[str, str], reason: str | None = None
) -> None:
    """Tell what became of a control at the displays."""
    told = []
    for name, code in results.items():
        event = EndDeviceEvent(created_date_time=line.now, end_device_event_type=code, assets=cim.named(Asset, name))
        event.reason = reason
        told.append(event)
    events = cim.EndDeviceEvents(end_device_event=told)
    hes.send(cim.event("created", events, caused_by=cause, sender=hes.sender), to=cis)


if __name__ == "__main__":
    main()
