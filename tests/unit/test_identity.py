"""Identifiers: made from texts, taken from objects, and turned into objects of any noun."""

from __future__ import annotations

from typing import Any

import pytest

import cim61968_9 as cim
from cim61968_9.identity import identify_all
from cim61968_9.model import Element
from cim61968_9.profiles import end_device_controls, get_meter_readings, meter_config, meter_readings

MRID = "724ec48f-bb77-5166-b2a2-a7a9e5f4fb9d"
NUMBER = cim.by_name("NM-E-0041871", type="MeterNumber", authority="Northmoor Grid")


def meter(**members: Any) -> meter_config.Meter:
    return meter_config.Meter(**members)


def name(text: str, kind: str | None = None, authority: str | None = None) -> meter_config.Name:
    issuer = meter_config.NameTypeAuthority(name=authority) if authority is not None else None
    name_type = meter_config.NameType(name=kind or "", name_type_authority=issuer) if kind or issuer else None
    return meter_config.Name(name=text, name_type=name_type)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (cim.by_mrid("7"), cim.ID(value="7", kind=cim.IDKind.uuid)),
        (
            cim.by_mrid(MRID, object_type="Meter"),
            cim.ID(value=MRID, kind=cim.IDKind.uuid, object_type="Meter"),
        ),
        (cim.by_name("M-17"), cim.ID(value="M-17", kind=cim.IDKind.name_)),
        (
            cim.by_name("M-17", type="MeterNumber", authority="Northmoor Grid", object_type="Meter"),
            cim.ID(
                value="M-17",
                kind=cim.IDKind.name_,
                id_type="MeterNumber",
                id_authority="Northmoor Grid",
                object_type="Meter",
            ),
        ),
        (cim.by_transaction("4711"), cim.ID(value="4711", kind=cim.IDKind.transaction)),
    ],
)
def test_identifier_says_what_sort_it_is(made: cim.ID, expected: cim.ID) -> None:
    assert made == expected


@pytest.mark.parametrize("make", [cim.by_mrid, cim.by_name, cim.by_transaction, cim.identify])
@pytest.mark.parametrize("text", ["", " \t"])
def test_empty_identifier_is_refused(make: Any, text: str) -> None:
    with pytest.raises(ValueError, match="found an empty identifier; expected an mRID or a name"):
        make(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (MRID, cim.IDKind.uuid),
        (MRID.upper(), cim.IDKind.uuid),
        (MRID.replace("-", ""), cim.IDKind.name_),
        (f"{{{MRID}}}", cim.IDKind.name_),
        (f"{MRID}0", cim.IDKind.name_),
        (f"{MRID}\n", cim.IDKind.name_),
        ("NM-E-0041871", cim.IDKind.name_),
    ],
)
def test_text_is_an_mrid_when_it_is_a_uuid_in_hex_form(text: str, kind: cim.IDKind) -> None:
    assert cim.identify(text) == cim.ID(value=text, kind=kind)


def test_mrid_of_an_object_counts_before_its_names() -> None:
    assert cim.identify(meter(mrid="m-1", names=[name("M-17")])) == cim.by_mrid("m-1", object_type="Meter")


@pytest.mark.parametrize("mrid", [None, ""])
def test_first_name_of_an_object_counts_where_it_has_no_mrid(mrid: str | None) -> None:
    thing = meter(mrid=mrid, names=[name("M-17", "MeterNumber", "Northmoor Grid"), name("other")])

    assert cim.identify(thing) == cim.by_name(
        "M-17", type="MeterNumber", authority="Northmoor Grid", object_type="Meter"
    )


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (name("M-17"), cim.by_name("M-17", object_type="Meter")),
        (name("M-17", "Number"), cim.by_name("M-17", type="Number", object_type="Meter")),
    ],
)
def test_name_needs_neither_type_nor_authority(found: meter_config.Name, expected: cim.ID) -> None:
    assert cim.identify(meter(names=[found])) == expected


def test_object_type_that_is_given_wins_over_the_class() -> None:
    assert cim.identify(meter(mrid="m-1"), object_type="EndDevice").object_type == "EndDevice"
    assert cim.identify("M-17", object_type="UsagePoint").object_type == "UsagePoint"
    assert cim.identify(MRID, object_type="UsagePoint").object_type == "UsagePoint"


def test_identifier_stays_what_it_is() -> None:
    given = cim.by_name("M-17", object_type="Meter")

    assert cim.identify(given) is given
    assert cim.identify(given, object_type="EndDevice") == cim.by_name("M-17", object_type="EndDevice")
    assert given.object_type == "Meter"


def test_object_that_has_an_mrid_and_no_names_is_identified() -> None:
    control = end_device_controls.EndDeviceControl(mrid="c-1", end_device_control_type="3.31.0.23")

    assert cim.identify(control) == cim.by_mrid("c-1", object_type="EndDeviceControl")


def test_object_without_mrid_and_name_is_refused() -> None:
    with pytest.raises(ValueError, match=r"found neither mRID nor name in Meter\(\); expected one of them"):
        cim.identify(meter())


@pytest.mark.parametrize("thing", [17, None, cim.MeterReadings(), meter_readings.Reading(reading_type="x")])
def test_what_has_no_identity_is_refused(thing: Any) -> None:
    with pytest.raises(TypeError, match="expected a text, an ID, or an object with mrid or names"):
        cim.identify(thing)


@pytest.mark.parametrize(
    ("things", "expected"),
    [
        ("M-17", ["M-17"]),
        (["M-17", MRID], ["M-17", MRID]),
        (("M-17",), ["M-17"]),
        (meter(mrid="m-1"), ["m-1"]),
        (NUMBER, ["NM-E-0041871"]),
        ([], []),
    ],
)
def test_one_thing_or_several_are_identified(things: Any, expected: list[str]) -> None:
    assert [one.value for one in identify_all(things)] == expected
    assert [one.value for one in identify_all(iter([things] if isinstance(things, str | Element) else things))] == (
        expected
    )


def test_named_puts_a_name_where_the_class_has_it() -> None:
    made = cim.named(get_meter_readings.EndDevice, NUMBER)

    assert made == get_meter_readings.EndDevice(
        names=[
            get_meter_readings.Name(
                name="NM-E-0041871",
                name_type=get_meter_readings.NameType(
                    name="MeterNumber",
                    name_type_authority=get_meter_readings.NameTypeAuthority(name="Northmoor Grid"),
                ),
            )
        ]
    )


@pytest.mark.parametrize("thing", [MRID, cim.by_mrid(MRID), cim.ID(value=MRID), meter(mrid=MRID)])
def test_named_puts_an_mrid_where_the_class_has_it(thing: Any) -> None:
    assert cim.named(get_meter_readings.EndDevice, thing) == get_meter_readings.EndDevice(mrid=MRID)


@pytest.mark.parametrize(
    "given",
    [
        cim.by_mrid("m-1"),
        cim.by_name("M-17"),
        cim.by_name("M-17", type="Number"),
        cim.by_name("M-17", type="Number", authority="Northmoor Grid"),
        cim.by_name("M-17", authority="Northmoor Grid"),
    ],
)
def test_identifier_of_what_was_named_is_the_identifier(given: cim.ID) -> None:
    assert cim.identify(cim.named(meter_config.Meter, given)) == cim.identify(given, object_type="Meter")


def test_named_object_without_type_is_valid() -> None:
    config = cim.MeterConfig(meter=[cim.named(meter_config.Meter, cim.by_name("M-17", authority="Northmoor Grid"))])

    assert cim.check(config) == ()


def test_class_without_a_place_for_it_is_refused() -> None:
    with pytest.raises(TypeError, match=r"EndDeviceControl has no Names; expected an mRID, by_mrid\('M-17'\)"):
        cim.named(end_device_controls.EndDeviceControl, "M-17")
    with pytest.raises(TypeError, match=r"Name has no mRID; expected a name, by_name\('m-1'\)"):
        cim.named(meter_config.Name, cim.by_mrid("m-1"))
