"""Codes that fit where samples use a handful of them: all that the tables have."""

from __future__ import annotations

from functools import cache

from ..codes.end_device import DeviceType, EndDeviceControlCode, EndDeviceEventCode, listed
from ..codes.reading_quality import quality_entries
from ._figures import meter_of
from .codes import usual_reading_types

__all__ = ["pool_of"]

_WITH_CONTENT = {(13, 112, 77), (20, 9, 82)}
"""Controls that are nothing without the text or price that they show."""
_DEVICES = {"Meter": "ElectricMeter", "GasMeter": "GasMeter", "WaterMeter": "WaterMeter"}


@cache
def pool_of(name: str, commodity: str) -> tuple[str, ...]:
    """Return the codes of a pool that meters of a commodity have."""
    if name in {"registers", "intervals"}:
        return usual_reading_types(commodity, intervals=name == "intervals")
    if name == "channels":
        return pool_of("intervals", commodity) + pool_of("registers", commodity)
    if name == "qualities":  # what says that a check has failed may contradict what says that it has not
        pairs = [pair for pair, one in quality_entries().items() if one.edition == "2" and pair[0] not in {5, 6}]
        return tuple(f"{system}.{first}.{second}" for first, second in pairs for system in (3, 1, 2))
    cls = EndDeviceEventCode if name == "events" else EndDeviceControlCode
    device = int(DeviceType(_DEVICES.get(meter_of(commodity), "none")))
    found = [cls((device, *rest)) for rest, one in listed(cls.scheme).items() if one.edition == "2"]
    return tuple(str(code) for code in found if cls is EndDeviceEventCode or code.numbers[1:] not in _WITH_CONTENT)
