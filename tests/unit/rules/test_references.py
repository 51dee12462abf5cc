"""Rules of references and definitions, each with payloads that break it alone, and with some that nearly do."""

from __future__ import annotations

import pytest
from unit.rules.made import DELTA, TOTAL, Case, cases, doc, events, in_message, readings, ref, told

OTHER = TOTAL.replace(".1.1.12.", ".19.1.12.")


def register(reference: str) -> str:
    inside = f"<timeStamp>2026-01-13T01:00:00Z</timeStamp><value>1</value>{ref('ReadingType', reference)}"
    return f"<Readings>{inside}</Readings>"


def definition(*names: str, mrid: str = "", tag: str = "ReadingType", fields: str = "") -> str:
    known = f"<mRID>{mrid}</mRID>" if mrid else ""
    return f"<{tag}>{known}{fields}{''.join(f'<Names><name>{name}</name></Names>' for name in names)}</{tag}>"


def config(*functions: str, root: str = "") -> str:
    """Return a MeterConfig whose meter refers to functions, and with the definitions of some."""
    inside = "".join(ref("SimpleEndDeviceFunction", one) for one in functions)
    return doc("MeterConfig", f"<Meter><mRID>NM-1</mRID>{inside}</Meter>{root}")


FUNCTION = "<SimpleEndDeviceFunction><mRID>NM-F-1</mRID></SimpleEndDeviceFunction>"
AT = "MeterReading/Readings/ReadingType"
BROKEN = [
    Case(
        "REF201",
        readings(register("Load profile"), register(TOTAL), root=definition(TOTAL)),
        "MeterReading/Readings[1]/ReadingType",
        "found 'Load profile', which is no name or mRID of the ReadingType in this payload",
        "Load profile",
    ),
    Case(
        "REF201",
        config("NM-F-1", "NM-F-2", root=FUNCTION),
        "Meter/SimpleEndDeviceFunction[2]",
        "found 'NM-F-2', which is no name or mRID of the SimpleEndDeviceFunction in this payload",
        "NM-F-2",
    ),
    Case(
        "REF201",
        doc(
            "EndDeviceGroups",
            "<DemandResponseProgram><mRID>NM-P-1</mRID></DemandResponseProgram><EndDeviceGroup><mRID>NM-G</mRID>"
            + ref("DemandResponsePrograms", "Winter saver")
            + "</EndDeviceGroup>",
        ),
        "EndDeviceGroup/DemandResponsePrograms",
        "found 'Winter saver', which is no name or mRID of the DemandResponseProgram in this payload",
        "Winter saver",
    ),
    Case("REF202", readings(register("kWh")), AT, "found 'kWh'", "kWh"),
    Case("REF202", events("last gasp"), "EndDeviceEvent/EndDeviceEventType", "found 'last gasp'", "last gasp"),
    Case("REF203", readings(register(" ")), AT, "found ' '", " "),
    Case("REF203", config(""), "Meter/SimpleEndDeviceFunction", "found ''", ""),
    Case(
        "REF211",
        readings(register(TOTAL), root=definition(TOTAL) + definition(OTHER, "export")),
        "ReadingType[2]",
        f"found the definition of '{OTHER}', and no reference to it",
        OTHER,
    ),
    Case(
        "REF211",
        events(root=definition("tamper", tag="EndDeviceEventType")),
        "EndDeviceEventType",
        "found the definition of 'tamper', and no reference to it",
        "tamper",
    ),
    Case(
        "REF212",
        readings(register(TOTAL), root=definition(TOTAL) + definition("total", TOTAL)),
        "ReadingType[2]",
        f"found '{TOTAL}' in ReadingType[1] as well",
        TOTAL,
    ),
]
FINE = {
    "references by code": readings(register(TOTAL), root=definition(TOTAL)),
    "references by name": readings(register("total"), root=definition(TOTAL, "total")),
    "references by mRID": readings(register("NM-T-1"), root=definition(TOTAL, mrid="NM-T-1")),
    "a code that is not defined": readings(
        register(TOTAL), register(DELTA.replace(".2.4.", ".0.1.")).replace("01:00", "02:00"), root=definition(TOTAL)
    ),
    "a code that the fields of a definition make": events(
        root=definition(
            "last gasp", tag="EndDeviceEventType", fields="<domain>26</domain><eventOrAction>85</eventOrAction>"
        )
    ),
    "a definition for any device": events(root=definition("*.26.0.85", tag="EndDeviceEventType")),
    "definitions alone": doc("MeterReadings", definition(TOTAL) + definition(OTHER)),
    "functions that are known already": config("NM-F-2"),
    "functions that are known already, beside a new one": in_message(
        "change", config("NM-F-1", "NM-F-2", root=FUNCTION)
    ),
    "functions that no device has yet": config(root=FUNCTION),
    "types of a schedule": doc(
        "MeterReadSchedule", f"<EndDevice><mRID>NM-1</mRID></EndDevice>{definition(TOTAL)}<TimeSchedule/>"
    ),
}


@cases(BROKEN)
def test_rule_is_broken_alone(case: Case) -> None:
    assert told(case.document) == [case.finding]
    assert case.place == case.finding.path


@pytest.mark.parametrize("name", FINE)
def test_nothing_is_wrong_with(name: str) -> None:
    assert told(FINE[name]) == []
