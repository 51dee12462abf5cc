"""Rules of event and control codes, each with payloads that break it alone, and with some that nearly do."""

from __future__ import annotations

import pytest
from unit.rules.made import Case, cases, controls, doc, events, told

from cim61968_9.codes import EndDeviceControlCode, EndDeviceEventCode
from cim61968_9.codes.end_device import listed


def definition(kind: str, *names: str, **parts: str) -> str:
    """Return the definition of a type of event or control alone in a payload."""
    fields = "".join(f"<{tag}>{text}</{tag}>" for tag, text in parts.items())
    inside = fields + "".join(f"<Names><name>{name}</name></Names>" for name in names)
    return doc(f"EndDevice{kind}s", f"<EndDevice{kind}Type>{inside}</EndDevice{kind}Type>")


EVENT, CONTROL = "EndDeviceEvent/EndDeviceEventType", "EndDeviceControl/EndDeviceControlType"
BLANK = "expected a whole number without blanks and leading zeros"
BROKEN = [
    Case(
        "EVT101",
        events("3.26.0"),
        EVENT,
        "'3.26.0' is no event code: 3 parts, expected 4; eventOrAction is the first that is missing",
        "3.26.0",
    ),
    Case(
        "EVT101",
        events("3.26.0.x"),
        EVENT,
        f"'3.26.0.x' is no event code: eventOrAction, part 4 of 4, is 'x'; {BLANK}",
        "3.26.0.x",
    ),
    Case(
        "EVT101",
        events("*.26.0.85"),
        EVENT,
        "found '*.26.0.85', whose star stands for any device in lists alone",
        "*.26.0.85",
    ),
    Case(
        "EVT102",
        events("3.26.0.999"),
        EVENT,
        "found eventOrAction 999 in '3.26.0.999', which no table has",
        "3.26.0.999",
    ),
    Case(
        "EVT102",
        events("77.78.0.85"),
        EVENT,
        "found type 77 and domain 78 in '77.78.0.85', which no table has",
        "77.78.0.85",
    ),
    Case("EVT103", events("3.2.0.32"), EVENT, "found '3.2.0.32', Battery.none.Full", "3.2.0.32"),
    Case(
        "EVT104",
        events("3.31.0.23"),
        EVENT,
        "found '3.31.0.23', RCDSwitch.none.Disconnect, which orders something",
        "3.31.0.23",
    ),
    Case(
        "EVT104",
        events("3.2.0.22"),
        EVENT,
        "found '3.2.0.22', Battery.none.Disable, which orders something",
        "3.2.0.22",
    ),
    Case(
        "EVT111",
        definition("Event", "3.26.0.85", domain="Power", eventOrAction="216"),
        "EndDeviceEventType/eventOrAction",
        "found '216', but the name 3.26.0.85 has 85",
        "216",
    ),
    Case(
        "EVT111",
        definition("Event", "3.26.0.85", "3.26.0.216"),
        "EndDeviceEventType",
        "found several codes among the names: 3.26.0.216, 3.26.0.85",
    ),
    Case(
        "EVT112",
        definition("Event", "Last gasp", domain="Outage"),
        "EndDeviceEventType",
        "'Outage' is no domain; expected a number or one of none, Communication, Battery, Cartridge, GasSupply, "
        "WaterSupply, Installation, Configuration and 29 more",
    ),
    Case(
        "EVT201",
        controls("", "31.0.23"),
        CONTROL,
        "'31.0.23' is no control code: 3 parts, expected 4; eventOrAction is the first that is missing",
        "31.0.23",
    ),
    Case(
        "EVT201",
        controls("", "3.31.0. 23"),
        CONTROL,
        f"'3.31.0. 23' is no control code: eventOrAction, part 4 of 4, is ' 23'; {BLANK}",
        "3.31.0. 23",
    ),
    Case(
        "EVT202",
        controls("", "3.31.0.999"),
        CONTROL,
        "found eventOrAction 999 in '3.31.0.999', which no table has",
        "3.31.0.999",
    ),
    Case(
        "EVT203",
        controls("", "3.15.101.13"),
        CONTROL,
        "found '3.15.101.13', LoadControl.SetPoint.Change",
        "3.15.101.13",
    ),
    Case(
        "EVT204",
        controls("", "3.31.0.68"),
        CONTROL,
        "found '3.31.0.68', RCDSwitch.none.Disconnected, which orders nothing",
        "3.31.0.68",
    ),
    Case(
        "EVT211",
        definition("Control", "3.31.0.23", eventOrAction="Connect"),
        "EndDeviceControlType/eventOrAction",
        "found 'Connect', but the name 3.31.0.23 has 23",
        "Connect",
    ),
    Case(
        "EVT212",
        definition("Control", "Switch off", domain="31", eventOrAction="Snap"),
        "EndDeviceControlType",
        "'Snap' is no event or action; expected a number or one of none, Aborted, Accessed, Acknowledged, Activated, "
        "ArmForClosure, ArmForOpen, Attempted and 142 more",
    ),
]
FINE = {
    "an event": events("3.26.0.85"),
    "an event of any device": events("0.26.0.85"),
    "the answer to a control": events("3.20.22.44"),
    "a control": controls("", "3.31.0.23"),
    "a control of a deployment": controls("", "3.20.22.13"),
    "names of the parts": definition(
        "Event", "3.26.0.85", domain="Power", eventOrAction="Failed", type="ElectricMeter"
    ),
    "a word of their own beside the code": definition("Event", "3.26.0.85", domain="Outage"),
    "a definition for any device": definition("Event", "*.26.0.85", type="3"),
    "parts without a code": definition("Control", "Switch off", domain="RCDSwitch", eventOrAction="Disconnect"),
}


@cases(BROKEN)
def test_rule_is_broken_alone(case: Case) -> None:
    assert told(case.document) == [case.finding]
    assert case.place == case.finding.path


@pytest.mark.parametrize("name", FINE)
def test_nothing_is_wrong_with(name: str) -> None:
    assert told(FINE[name]) == []


@pytest.mark.parametrize("numbers", listed("event"))
def test_listed_events_are_fine(numbers: tuple[int, ...]) -> None:
    assert told(events(str(EndDeviceEventCode((3, *numbers))))) == []


@pytest.mark.parametrize("numbers", listed("control"))
def test_listed_controls_have_known_codes(numbers: tuple[int, ...]) -> None:
    code = EndDeviceControlCode((3, *numbers))

    assert [one.rule for one in told(controls("", str(code))) if one.rule != "EVT242"] == []
