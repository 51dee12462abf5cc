"""Selections: every word has its place in the Get profiles, and what a request selects can be read again."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import cim61968_9 as cim
from cim61968_9.profiles import (
    get_end_device_controls,
    get_end_device_events,
    get_meter_config,
    get_meter_readings,
)
from cim61968_9.selecting import PLACES, Question

START = dt.datetime(2026, 1, 14, tzinfo=dt.UTC)
END = START + dt.timedelta(days=1)
MRID = "724ec48f-bb77-5166-b2a2-a7a9e5f4fb9d"
CODE = "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
THINGS = [MRID, cim.by_name("NM-E-0041871", type="MeterNumber", authority="Northmoor Grid")]
CUSTOMERS = "customers customer_accounts customer_agreements"
POINTS = "usage_points usage_point_groups"
TAKES = {
    "GetEndDeviceConfig": f"meters end_devices end_device_groups {POINTS} {CUSTOMERS} service_locations",
    "GetEndDeviceControls": (
        f"meters end_device_groups {POINTS} customers service_categories controls control_types start end"
    ),
    "GetEndDeviceEvents": (
        f"meters end_device_groups {POINTS} {CUSTOMERS} service_categories service_locations events event_types start"
        " end"
    ),
    "GetMeterConfig": f"meters end_device_groups {POINTS} {CUSTOMERS} service_locations",
    "GetMeterReadSchedule": (
        f"meters end_devices end_device_groups {POINTS} customer_accounts customer_agreements reading_types start end"
    ),
    "GetMeterReadings": (
        f"meters end_devices end_device_groups {POINTS} transformer_tanks reading_types reading_quality_types reasons"
        " sources start end"
    ),
    "GetPricingStructureConfig": "pricing_structures",
    "GetUsagePointConfig": f"meters {POINTS} {CUSTOMERS} service_locations",
    "GetUsagePointLocationConfig": "usage_points usage_point_locations",
}
"""What each profile has a place for."""
PLACED = [(name, word) for name, words in TAKES.items() for word in words.split()]


def value(word: str) -> Any:
    """Return something to ask for with a word."""
    return {"start": START, "end": END, "reasons": "billing", "sources": "Northmoor-HES"}.get(word, THINGS)


def selection(profile: cim.Element) -> cim.Selection:
    return cim.selected(cim.get(profile, source="Northmoor-CIS"))


def values(found: list[cim.ID]) -> list[str]:
    return [one.value for one in found]


def test_every_get_profile_is_in_the_table() -> None:
    assert set(TAKES) == {name for name in cim.PROFILES if name.startswith("Get")}


def test_every_word_has_a_place_somewhere() -> None:
    assert {word for _, word in PLACED} == set(Question.__annotations__)
    assert set(PLACES) == set(Question.__annotations__) - {"reasons", "sources", "start", "end"}


@pytest.mark.parametrize(("name", "word"), PLACED)
def test_word_is_taken_and_can_be_read_again(name: str, word: str) -> None:
    profile = cim.select(cim.PROFILES[name].cls, **{word: value(word)})  # type: ignore[misc]

    request = cim.get(profile, source="Northmoor-CIS")
    found = cim.selected(request)

    assert cim.load(cim.to_bytes(request), mode="strict").findings == ()
    assert not found.is_everything
    if word in PLACES:
        assert values(found.ids()) == [MRID, "NM-E-0041871"]
        assert [one.kind for one in found.ids()] == ["uuid", "name"]
        assert [(one.id_type, one.id_authority) for one in found.ids()][1] == ("MeterNumber", "Northmoor Grid")
        assert found.periods == ()
    elif word in {"start", "end"}:
        assert found.periods == (cim.Period(**{word: value(word)}),)
    else:
        assert getattr(found, word) == (value(word),)


@pytest.mark.parametrize("name", TAKES)
def test_refusal_lists_what_the_profile_takes(name: str) -> None:
    strange = next(word for word in Question.__annotations__ if word not in TAKES[name].split())

    with pytest.raises(TypeError) as caught:
        cim.select(cim.PROFILES[name].cls, **{strange: value(strange)})  # type: ignore[misc]

    text, _, listed = str(caught.value).partition("; it takes ")
    assert text == f"{name} has no place for '{strange}'"
    assert set(listed.split(", ")) == set(TAKES[name].split())


def test_misspelt_word_is_refused() -> None:
    with pytest.raises(TypeError, match="GetMeterConfig has no place for 'meter'; it takes meters, "):
        cim.select(cim.GetMeterConfig, meter="M-17")  # type: ignore[call-arg]


@pytest.mark.parametrize("cls", [cim.MeterReadings, get_meter_readings.EndDevice, cim.RequestMessage])
def test_select_fills_get_profiles_only(cls: Any) -> None:
    with pytest.raises(TypeError, match=f"found {cls.__name__}, expected a Get profile such as GetMeterReadings"):
        cim.select(cls)


def test_nothing_asked_is_an_empty_profile() -> None:
    assert cim.select(cim.GetMeterReadings) == cim.GetMeterReadings()
    assert cim.select(cim.GetMeterReadings, meters=[], reasons=[], start=None) == cim.GetMeterReadings()


def test_meters_stand_where_the_profile_has_them() -> None:
    assert cim.select(cim.GetMeterConfig, meters=MRID) == cim.GetMeterConfig(meter=[get_meter_config.Meter(mrid=MRID)])
    assert cim.select(cim.GetMeterReadings, meters=MRID) == cim.GetMeterReadings(
        end_device=[get_meter_readings.EndDevice(mrid=MRID)]
    )


def test_meters_and_end_devices_stand_together_where_there_is_one_place() -> None:
    together = cim.select(cim.GetMeterReadings, meters="M-17", end_devices=["D-1", "D-2"])
    apart = cim.select(cim.GetEndDeviceConfig, meters="M-17", end_devices=["D-1", "D-2"])

    assert values(selection(together).ids("EndDevice")) == ["M-17", "D-1", "D-2"]
    assert values(selection(apart).ids("EndDevice")) == ["D-1", "D-2"]
    assert values(selection(apart).ids("Meter")) == ["M-17"]


def test_objects_of_any_noun_can_be_asked_for() -> None:
    meter = cim.named(get_meter_config.Meter, THINGS[1])

    profile = cim.select(cim.GetEndDeviceEvents, meters=meter, usage_points=[cim.ID(value="up-1")])

    assert profile.meter[0].names[0].name_type == get_end_device_events.NameType(
        name="MeterNumber", name_type_authority=get_end_device_events.NameTypeAuthority(name="Northmoor Grid")
    )
    assert profile.usage_point[0].mrid == "up-1"


def test_quality_types_are_nested() -> None:
    profile = cim.select(cim.GetMeterReadings, reading_quality_types=["3.26.38", cim.by_mrid("q-1")])

    assert profile.reading_quality == [
        get_meter_readings.ReadingQuality(
            reading_quality_type=get_meter_readings.ReadingQualityType(names=[get_meter_readings.Name(name="3.26.38")])
        ),
        get_meter_readings.ReadingQuality(reading_quality_type=get_meter_readings.ReadingQualityType(mrid="q-1")),
    ]
    assert values(selection(profile).ids("ReadingQuality")) == ["3.26.38", "q-1"]


# periods, reasons, sources


def test_period_of_readings_is_their_time_period() -> None:
    profile = cim.select(cim.GetMeterReadings, start=START, end=END)

    assert profile.time_schedule == []
    assert profile.reading == [
        get_meter_readings.Reading(time_period=get_meter_readings.DateTimeInterval(start=START, end=END))
    ]


@pytest.mark.parametrize("name", ["GetEndDeviceControls", "GetEndDeviceEvents", "GetMeterReadSchedule"])
def test_period_of_others_is_a_schedule_interval(name: str) -> None:
    profile: Any = cim.select(cim.PROFILES[name].cls, start=START, end=END)

    (schedule,) = profile.time_schedule
    assert (schedule.schedule_interval.start, schedule.schedule_interval.end) == (START, END)


@pytest.mark.parametrize("bounds", [{"start": START}, {"end": END}, {"start": START, "end": START}])
def test_period_may_be_open_or_an_instant(bounds: dict[str, dt.datetime]) -> None:
    for cls in (cim.GetMeterReadings, cim.GetEndDeviceEvents):
        assert selection(cim.select(cls, **bounds)).periods == (cim.Period(**bounds),)  # type: ignore[misc]


@pytest.mark.parametrize("word", ["start", "end"])
def test_bound_without_zone_is_refused(word: str) -> None:
    with pytest.raises(ValueError, match=f"{word} 2026-01-14T00:00:00 has no zone; expected one, such as datetime.UTC"):
        cim.select(cim.GetMeterReadings, **{word: dt.datetime(2026, 1, 14)})  # type: ignore[misc]


def test_end_before_start_is_refused() -> None:
    with pytest.raises(ValueError, match=r"end 2026-01-14T00:00:00\+00:00 is before start 2026-01-15T00:00:00\+00:00"):
        cim.select(cim.GetMeterReadings, start=END, end=START)


@pytest.mark.parametrize(
    ("reasons", "sources", "expected"),
    [
        ((), (), [(None, None)]),
        ("billing", (), [("billing", None)]),
        (["billing", "inquiry"], (), [("billing", None), ("inquiry", None)]),
        ((), ["A", "B"], [(None, "A"), (None, "B")]),
        (["billing", "inquiry"], ["A", "B"], [("billing", "A"), ("billing", "B"), ("inquiry", "A"), ("inquiry", "B")]),
    ],
)
def test_each_reason_stands_beside_each_source_and_the_period(
    reasons: Any, sources: Any, expected: list[tuple[str | None, str | None]]
) -> None:
    profile = cim.select(cim.GetMeterReadings, reasons=reasons, sources=sources, start=START, end=END)
    found = selection(profile)

    assert [(one.reason, one.source) for one in profile.reading] == expected
    assert {one.time_period.end if one.time_period else None for one in profile.reading} == {END}
    assert found.reasons == tuple(dict.fromkeys(reason for reason, _ in expected if reason))
    assert found.sources == tuple(dict.fromkeys(source for _, source in expected if source))
    assert found.periods == (cim.Period(START, END),)


def test_reasons_without_period_do_not_restrict_the_time() -> None:
    profile = cim.select(cim.GetMeterReadings, reasons="billing", sources="A")

    assert profile.reading == [get_meter_readings.Reading(reason="billing", source="A")]
    assert selection(profile).periods == ()


# what a request selects


def test_selection_of_a_request_without_profile() -> None:
    request = cim.get("MeterReadings", ids=["M-17", MRID], start=START)

    assert cim.selected(request) == cim.Selection(
        objects={"": (cim.by_name("M-17"), cim.by_mrid(MRID))}, periods=(cim.Period(START, None),)
    )


def test_selection_by_period_only() -> None:
    found = cim.selected(cim.get("MeterReadings", end=END))

    assert found == cim.Selection(periods=(cim.Period(None, END),))
    assert found.ids() == []


def test_profile_alone_counts_where_there_is_one() -> None:
    profile = cim.select(cim.GetMeterReadings, meters="M-17")
    request = cim.RequestMessage(
        header=cim.Header(verb="get", noun="MeterReadings"),
        request=cim.Request(start_time=START, end_time=END, id=[cim.by_name("M-18")], content=[profile]),
    )

    found = cim.selected(request)

    assert found.profile is profile
    assert values(found.ids()) == ["M-17"]
    assert found.periods == ()


def test_extension_beside_identifiers_is_no_profile() -> None:
    extension = cim.RawElement('<v:GetFaster xmlns:v="urn:northmoor:extra"/>')
    request = cim.RequestMessage(
        header=cim.Header(verb="get", noun="MeterReadings"),
        request=cim.Request(id=[cim.by_name("M-18")], content=[extension]),
    )

    assert cim.selected(request) == cim.Selection(objects={"": (cim.by_name("M-18"),)})


@pytest.mark.parametrize(
    "request_",
    [
        cim.create(cim.MeterConfig()),
        cim.get("MeterReadings", options={"limit": 10}),
        cim.get(cim.GetMeterReadings()),
    ],
)
def test_request_that_does_not_restrict_asks_for_everything(request_: cim.RequestMessage) -> None:
    assert cim.selected(request_).is_everything


@pytest.mark.parametrize(
    "restricted",
    [
        cim.Selection(objects={"": (cim.by_name("M-17"),)}),
        cim.Selection(periods=(cim.Period(),)),
        cim.Selection(reasons=("billing",)),
        cim.Selection(sources=("A",)),
    ],
)
def test_selection_that_restricts_is_not_everything(restricted: cim.Selection) -> None:
    assert not restricted.is_everything


def test_identifiers_can_be_asked_for_by_kind() -> None:
    found = selection(cim.select(cim.GetMeterConfig, meters=["M-1", "M-2"], customers="C-1", usage_points="U-1"))

    assert values(found.ids("Meter")) == ["M-1", "M-2"]
    assert values(found.ids("Customer", "UsagePoint")) == ["C-1", "U-1"]
    assert values(found.ids("Tree")) == []
    assert {one.object_type for one in found.ids("Meter")} == {"Meter"}
    assert len(found.ids()) == 4


def test_same_period_twice_is_one_alternative() -> None:
    interval = get_meter_readings.DateTimeInterval(start=START, end=END)
    later = get_meter_readings.DateTimeInterval(start=END)
    profile = cim.GetMeterReadings(
        reading=[get_meter_readings.Reading(time_period=one) for one in (interval, later, interval)],
        time_schedule=[get_meter_readings.TimeSchedule(schedule_interval=later)],
    )

    assert selection(profile).periods == (cim.Period(START, END), cim.Period(END, None))


def test_what_is_more_than_identifiers_is_in_the_profile_only() -> None:
    profile = cim.GetMeterReadings(meter_readings=get_meter_readings.MeterReadings())

    assert selection(profile).is_everything
    assert selection(profile).profile == profile


def test_controls_are_selected_by_type_and_by_identity() -> None:
    profile = cim.select(cim.GetEndDeviceControls, control_types=["3.31.0.23"], controls=[cim.by_mrid("c-1")])

    assert profile.end_device_control == [get_end_device_controls.EndDeviceControl(mrid="c-1")]
    assert values(selection(profile).ids("EndDeviceControlType")) == ["3.31.0.23"]


@pytest.mark.parametrize("blank", ["", "  "])
def test_blank_name_of_a_peer_does_not_hide_the_rest(blank: str) -> None:
    odd, good = (get_meter_config.Meter(names=[get_meter_config.Name(name=one)]) for one in (blank, "M-17"))

    found = selection(cim.GetMeterConfig(meter=[odd, good]))

    assert "M-17" in values(found.ids("Meter"))


def test_name_without_text_of_a_peer_does_not_hide_the_rest() -> None:
    text = (
        '<m:RequestMessage xmlns:m="http://iec.ch/TC57/2011/schema/message"><m:Header><m:Verb>get</m:Verb>'
        "<m:Noun>MeterConfig</m:Noun></m:Header><m:Request>"
        '<GetMeterConfig xmlns="http://iec.ch/TC57/2011/GetMeterConfig#"><Meter><Names/></Meter>'
        "<Meter><Names><name>M-17</name></Names></Meter></GetMeterConfig></m:Request></m:RequestMessage>"
    )

    found = cim.selected(cim.load(text).message)

    assert "M-17" in values(found.ids("Meter"))


def test_a_message_without_a_request_is_told() -> None:
    with pytest.raises(
        TypeError, match="found EventMessage, expected a message with a request, such as RequestMessage"
    ):
        cim.selected(cim.event("created", cim.MeterReadings()))
