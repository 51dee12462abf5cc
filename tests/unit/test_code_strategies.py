"""The codes that strategies draw are those of the tables, and have what was asked for."""

from __future__ import annotations

import pytest
from hypothesis import find, given, strategies as st

import cim61968_9 as cim
from cim61968_9 import codes
from cim61968_9.testing import (
    control_codes,
    event_codes,
    obis_codes,
    reading_quality_codes,
    reading_type_codes,
)


def readings(code: codes.ReadingTypeCode) -> cim.MeterReadings:
    from cim61968_9.profiles.meter_readings import ReadingType

    return cim.MeterReadings(reading_type=[code.to_element(ReadingType)])


@given(reading_type_codes())
def test_usual_reading_types_break_no_rule(code: codes.ReadingTypeCode) -> None:
    assert code.remarks == ()
    assert {one.rule for one in cim.check(readings(code))} <= {"REF211"}


@given(reading_type_codes(commodity="naturalGas", accumulation="deltaData", tou=3, cpp=1))
def test_given_fields_are_kept(code: codes.ReadingTypeCode) -> None:
    assert code.matches(commodity="naturalGas", accumulation="deltaData", tou=3, cpp=1)


SCALES = {
    "V": {"none", "k"},
    "A": {"none"},
    "Hz": {"none"},
    "m3": {"none"},
    "ft3": {"none"},
    "J": {"M", "G"},
}


@given(reading_type_codes())
def test_scales_and_periods_are_those_that_the_quantity_has(code: codes.ReadingTypeCode) -> None:
    assert code.multiplier.name in SCALES.get(code.unit.name, {"none", "k", "M"})
    if code.macro_period.name != "none" and code.aggregate.name == "none":
        assert code.interval is None


@pytest.mark.parametrize(
    "fields",
    [
        {"aggregate": "maximum", "measurement_kind": "demand", "macro_period": "billingPeriod", "tou": 2},
        {"macro_period": "daily", "accumulation": "bulkQuantity", "commodity": "naturalGas"},
        {"macro_period": "billingPeriod", "accumulation": "bulkQuantity", "unit": "VArh"},
        {"measurement_kind": "frequency"},
    ],
)
def test_demands_and_registers_of_periods_are_usual(fields: dict[str, object]) -> None:
    @given(reading_type_codes(**fields))
    def law(code: codes.ReadingTypeCode) -> None:
        assert code.matches(**fields)
        assert {one.rule for one in cim.check(readings(code))} <= {"REF211"}

    law()


def test_maximum_demands_come_unasked() -> None:
    assert find(reading_type_codes(), lambda code: code.aggregate.name == "maximum").interval is not None


@given(reading_type_codes(usual=False, unit="kWh", interharmonic=(5, 1)))
def test_unusual_reading_types_have_known_numbers(code: codes.ReadingTypeCode) -> None:
    assert code.remarks == ()
    assert code.matches(unit="kWh", interharmonic=(5, 1))
    assert codes.ReadingTypeCode.parse(str(code)) == code


@given(reading_quality_codes(), reading_quality_codes(system="endDevice", category="estimated"))
def test_qualities_are_listed(code: codes.ReadingQualityCode, estimated: codes.ReadingQualityCode) -> None:
    assert code.is_listed
    assert (estimated.system.name, estimated.category.name) == ("endDevice", "estimated")


@given(event_codes(), event_codes(device="GasMeter", domain="Power"), control_codes(domain="LoadControl"))
def test_events_and_controls_are_listed(
    event: codes.EndDeviceEventCode, of_gas: codes.EndDeviceEventCode, control: codes.EndDeviceControlCode
) -> None:
    assert event.is_listed
    assert event.remarks == ()
    assert (of_gas.device_type, of_gas.domain) == (codes.DeviceType("GasMeter"), codes.Domain("Power"))
    assert control.is_listed
    assert control.domain == codes.Domain("LoadControl")


@given(obis_codes(), obis_codes(medium=7), st.data())
def test_obis_codes_are_of_the_medium(any_code: codes.ObisCode, gas: codes.ObisCode, data: st.DataObject) -> None:
    assert codes.ObisCode.parse(str(any_code)) == any_code
    assert gas.a == 7
    assert data.draw(obis_codes(medium=200)).a == 200


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: reading_type_codes(commodity="naturalGas", unit="V"), "no usual reading type has"),
        (lambda: reading_type_codes(commodity="coal"), "'coal' is no commodity"),
        (lambda: reading_type_codes(colour=1), "no field 'colour'"),
        (lambda: reading_quality_codes(category=77), "no reading quality of category 77"),
        (lambda: event_codes(domain=999), "no published event is of the domain 999"),
        (lambda: control_codes(domain="nonsense"), "'nonsense' is no domain"),
    ],
)
def test_what_is_in_no_table_is_refused(make: object, words: str) -> None:
    with pytest.raises(codes.CodeError, match=words):
        make()  # type: ignore[operator]
