"""How users work with codes; mypy and pyright read this, nothing runs it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import assert_type

from cim61968_9 import codes
from cim61968_9.profiles.meter_readings import ReadingType


def reading_types(element: ReadingType) -> None:
    """Parse, build, take apart, and convert."""
    code = codes.ReadingTypeCode.build(accumulation="deltaData", unit="kWh", phases=codes.Phases(0), argument=(1, 2))
    assert_type(code, codes.ReadingTypeCode)
    assert_type(code.replace(tou=2), codes.ReadingTypeCode)
    assert_type(code.numbers, tuple[int, ...])
    assert_type(code.commodity, codes.Commodity)
    assert_type(code.commodity.name, str)
    assert_type(code.commodity.entry, codes.Entry | None)
    assert_type(code.argument, Fraction | None)
    assert_type(code.interval, dt.timedelta | None)
    assert_type(code.unit, codes.Unit)
    assert_type(code.remarks, tuple[codes.Remark, ...])
    assert_type(code.to_element(ReadingType), ReadingType)
    assert_type(codes.ReadingTypeCode.from_element(element), codes.ReadingTypeCode)
    assert_type(element.type_code, codes.ReadingTypeCode | None)
    measure = code.measure("12.50")
    assert_type(measure, codes.Measure)
    assert_type(measure.to("MWh", digits=3).value, Decimal)
    assert_type(measure.unit.symbol, str)
    lenient = codes.ReadingTypeCode.parse_lenient("0.0")
    assert_type(lenient.code, codes.ReadingTypeCode | None)
    assert_type(lenient.remarks, tuple[codes.Remark, ...])


def devices() -> None:
    """Events and controls, and what answers what."""
    event = codes.EndDeviceEventCode.build(device="ElectricMeter", domain="Power", event_or_action=37)
    assert_type(event, codes.EndDeviceEventCode)
    assert_type(event.device_type, codes.DeviceType | None)
    assert_type(codes.EndDeviceEventCode.find("sag"), list[codes.EndDeviceEventCode])
    assert_type(codes.EndDeviceEventCode.parse("3.26.0.85"), codes.EndDeviceEventCode)
    control = codes.EndDeviceControlCode.parse("3.31.0.23")
    assert_type(control, codes.EndDeviceControlCode)
    assert_type(control.answered_by, tuple[codes.Answer, ...])
    assert_type(control.answered_by[0].event, codes.EndDeviceEventCode)
    assert_type(event.covers(control), bool)


def others() -> None:
    """Qualities, OBIS codes, reply codes."""
    quality = codes.ReadingQualityCode.build(system="endDevice", category=5, sub_category=259)
    assert_type(quality.category, codes.QualityCategory)
    assert_type(quality.is_valid, bool)
    obis = codes.ObisCode.parse("1-0:1.8.0*255")
    assert_type(obis.groups, tuple[int, int, int, int, int, int])
    assert_type(codes.reading_types(obis, multiplier="k"), tuple[codes.Mapped, ...])
    assert_type(codes.obis_codes("0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0")[0].obis, codes.ObisCode)
    assert_type(codes.reply_code("2.4"), codes.ReplyCode)
    assert_type(codes.search("sag", schemes=["events"], limit=3)[0].score, float)


def wrong(code: codes.ReadingTypeCode) -> None:
    """Mistakes that the type checker has to see: each ignore is an error when it is not needed."""
    codes.ReadingTypeCode.parse(17)  # type: ignore[arg-type]
    codes.ReadingTypeCode.build(comodity=1)  # type: ignore[call-arg]
    codes.ReadingTypeCode.build(commodity=1.5)  # type: ignore[arg-type]
    code.replace(units="kWh")  # type: ignore[call-arg]
    print(code.comodity)  # type: ignore[attr-defined]
    code.numbers = (1,)  # type: ignore[misc]
    codes.EndDeviceEventCode.build(devise="ElectricMeter")  # type: ignore[call-arg]
    codes.ReadingQualityCode.build(system=1.5)  # type: ignore[arg-type]
    codes.reading_types(17)  # type: ignore[arg-type]
    code.measure("1").to(5)  # type: ignore[arg-type]
    codes.search("sag", 5)  # type: ignore[call-arg, arg-type]
    print(codes.ReadingTypeCodes)  # type: ignore[attr-defined]
