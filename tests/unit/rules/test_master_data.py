"""Rules of master data and of the standing of nouns, with payloads that break each alone, and some that nearly do."""

from __future__ import annotations

import pytest
from unit.rules.made import Case, cases, controls, doc, in_message, readings, told

import cim61968_9 as cim

ID, CALLED = "<mRID>NM-1</mRID>", "<Names><name>NM-E-0041871</name></Names>"
TYPED = "<Names><name>{}</name><NameType><name>{}</name></NameType></Names>"
LINK = "MasterDataLinkageConfig"
NAMELESS = doc("MeterConfig", "<Meter><serialNumber>26004205017</serialNumber></Meter>")
SET = "<enforceMsgSequence>true</enforceMsgSequence><enforceTransactionalIntegrity>true</enforceTransactionalIntegrity>"


def config(*inside: str) -> str:
    return doc("MeterConfig", "".join(f"<Meter>{one}</Meter>" for one in inside))


def operations(verb: str, payload: str) -> str:
    """Return an operation set whose second operation has a payload."""
    steps = "".join(
        f"<Operation><operationId>{number}</operationId><noun>MeterConfig</noun><verb>{what}</verb>{one}</Operation>"
        for number, (what, one) in enumerate((("create", config(ID)), (verb, payload)), 1)
    )
    head = "<Verb>execute</Verb><Noun>OperationSet</Noun><MessageID>1</MessageID>"
    return (
        '<RequestMessage xmlns="http://iec.ch/TC57/2011/schema/message">'
        f"<Header>{head}</Header><Payload><OperationSet>{SET}{steps}</OperationSet></Payload></RequestMessage>"
    )


NEITHER = "found neither mRID nor Names"
BROKEN = [
    *(
        Case("MAS101", in_message(verb, NAMELESS), "Payload/MeterConfig/Meter", f"{NEITHER} to {verb} it by")
        for verb in ("change", "delete", "cancel", "close", "changed", "deleted", "canceled", "closed")
    ),
    Case(
        "MAS101",
        in_message("change", config(ID, "<serialNumber>26004205017</serialNumber>")),
        "Payload/MeterConfig/Meter[2]",
        f"{NEITHER} to change it by",
    ),
    Case(
        "MAS101",
        operations("delete", NAMELESS),
        "Payload/OperationSet/Operation[2]/MeterConfig/Meter",
        f"{NEITHER} to delete it by",
    ),
    Case("MAS102", config(f"<mRID> </mRID>{CALLED}"), "Meter/mRID", "found an empty mRID", " "),
    Case("MAS102", config(f"{ID}{CALLED}<Names><name/></Names>"), "Meter/Names[2]/name", "found an empty name", ""),
    Case("MAS103", config(CALLED + CALLED), "Meter/Names[2]", "found 'NM-E-0041871' once more", "NM-E-0041871"),
    Case(
        "MAS103",
        config(CALLED + TYPED.format("NM-E-0041871", "MeterNumber")),
        "Meter/Names[1]",
        "found 'NM-E-0041871' once more",
        "NM-E-0041871",
    ),
    Case("MAS111", readings(meter=""), "MeterReading", "found neither Meter nor UsagePoint with mRID or Names"),
    Case("MAS111", readings(meter="<Meter/>"), "MeterReading", "found neither Meter nor UsagePoint with mRID or Names"),
    Case("MAS121", doc(LINK), "", "found no object"),
    Case("MAS121", doc(LINK, f"<Meter>{ID}</Meter>"), "Meter", "found 1 Meter and no other kind of object"),
    Case(
        "MAS121",
        doc(LINK, f"<Meter>{ID}</Meter><Meter>{CALLED}</Meter>"),
        "Meter[1]",
        "found 2 Meter and no other kind of object",
    ),
    Case("MAS122", doc(LINK, f"<Meter>{ID}</Meter><UsagePoint/>"), "UsagePoint", NEITHER),
    Case(
        "MAS122",
        in_message("delete", doc(LINK, f"<Meter/><UsagePoint>{ID}</UsagePoint>")),
        f"Payload/{LINK}/Meter",
        NEITHER,
    ),
    Case(
        "MAS141", doc("MeterReadSchedule", "<TimeSchedule/>"), "", "found no devices, usage points, customers or groups"
    ),
    Case("MAS141", doc("MeterReadSchedule", f"<EndDevice>{ID}</EndDevice>"), "", "found no TimeSchedule"),
    Case(
        "MAS141",
        in_message("create", doc("MeterReadSchedule")),
        "Payload/MeterReadSchedule",
        "found no devices, usage points, customers or groups and no TimeSchedule",
    ),
    Case("REF301", config(ID, ID), "Meter[2]/mRID", "found 'NM-1' once more beside the same", "NM-1"),
    Case(
        "REF301",
        controls(
            "", target=f"<EndDevices>{ID}</EndDevices><EndDevices>{CALLED}</EndDevices><EndDevices>{ID}</EndDevices>"
        ),
        "EndDeviceControl/EndDevices[3]/mRID",
        "found 'NM-1' once more beside the same",
        "NM-1",
    ),
]
FINE = {
    "a change by name": in_message("change", config(CALLED)),
    "a change by identifiers of the request": in_message("delete", NAMELESS, request='<ID kind="uuid">NM-1</ID>'),
    "a meter that is created": in_message("create", NAMELESS),
    "an operation that creates": operations("create", NAMELESS),
    "a control that is found by its device": in_message("cancel", controls("")),
    "readings of a usage point": readings(f"<UsagePoint>{CALLED}</UsagePoint>", meter=""),
    "two names": config(TYPED.format("A", "MeterNumber") + TYPED.format("B", "MeterNumber")),
    "one text as two kinds of name": config(TYPED.format("A", "MeterNumber") + TYPED.format("A", "BarCode")),
    "a link": doc(LINK, f"<Meter>{ID}</Meter><UsagePoint>{CALLED}</UsagePoint>"),
    "a link to an object of a vendor": doc(LINK, f'<Meter>{ID}</Meter><v:Box xmlns:v="urn:northmoor:extra"/>'),
    "a schedule": doc("MeterReadSchedule", f"<EndDevice>{ID}</EndDevice><TimeSchedule/>"),
    "the end of a schedule": in_message("cancel", doc("MeterReadSchedule")),
    "one mRID of objects of two kinds": doc(LINK, f"<Meter>{ID}</Meter><UsagePoint>{ID}</UsagePoint>"),
    "one meter in two sets of values": readings().replace(
        "</MeterReadings>", f"<MeterReading><Meter>{ID}</Meter></MeterReading></MeterReadings>"
    ),
    "no mRIDs": config(CALLED, CALLED.replace("71", "72")),
}


@cases(BROKEN)
def test_rule_is_broken_alone(case: Case) -> None:
    assert told(case.document) == [case.finding]
    assert case.place == case.finding.path


@pytest.mark.parametrize("name", FINE)
def test_nothing_is_wrong_with(name: str) -> None:
    assert told(FINE[name]) == []


def exchange(old: str) -> str:
    work = f"<MeterServiceWork><kind>meter</kind><Meter>{ID}</Meter><OldMeter>{old}</OldMeter></MeterServiceWork>"
    return doc("MeterServiceRequests", work)


def test_a_meter_that_replaces_itself() -> None:
    assert [(one.rule, one.path, one.value) for one in told(exchange(ID))] == [
        ("ENV501", "/MeterServiceRequests", None),
        ("MAS131", "/MeterServiceRequests/MeterServiceWork/OldMeter/mRID", "NM-1"),
    ]
    for other in ("<mRID>NM-2</mRID>", CALLED, ""):
        assert [one.rule for one in told(exchange(other))] == ["ENV501"]


@pytest.mark.parametrize("noun", cim.NOUNS)
def test_nouns_of_unsure_structure_are_remarkable(noun: str) -> None:
    found = [one for one in told(cim.NOUNS[noun].cls()) if one.rule == "ENV501"]

    told_ = {"draft": "its structure is that of a committee draft of 2011"}
    told_["derived"] = "its structure was inferred from drafts and the model of the standard"
    words = told_.get(cim.NOUNS[noun].confidence)
    expected = [f"noun whose structure is not confirmed: found {noun}; {words}"] if words else []
    assert [one.message for one in found] == expected
    assert all((one.severity, one.path) == ("info", f"/{noun}") for one in found)


def test_a_get_profile_has_no_standing() -> None:
    assert cim.PROFILES["GetEndDeviceControls"].confidence == "derived"
    assert told(cim.GetEndDeviceControls()) == []
