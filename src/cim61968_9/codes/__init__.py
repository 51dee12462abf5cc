"""Codes of the field that explain themselves.

Reading types, reading qualities, events, controls, reply codes, OBIS codes and units. The tables are data files that
are read when they are first needed, as are the modules; ``search`` looks through all of them.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..errors import (
        CodeError as CodeError,
        UnitError as UnitError,
    )
    from .answers import Answer as Answer
    from .edition_one import EditionOneCode as EditionOneCode
    from .end_device import (
        DeviceType as DeviceType,
        Domain as Domain,
        EndDeviceCode as EndDeviceCode,
        EndDeviceControlCode as EndDeviceControlCode,
        EndDeviceEventCode as EndDeviceEventCode,
        EventOrAction as EventOrAction,
        SubDomain as SubDomain,
    )
    from .entries import (
        CodeValue as CodeValue,
        Entry as Entry,
    )
    from .obis import ObisCode as ObisCode
    from .obis_mapping import (
        Mapped as Mapped,
        obis_codes as obis_codes,
        reading_types as reading_types,
    )
    from .reading_fields import (
        FIELDS as FIELDS,
        Accumulation as Accumulation,
        Aggregate as Aggregate,
        Commodity as Commodity,
        Currency as Currency,
        FlowDirection as FlowDirection,
        MacroPeriod as MacroPeriod,
        MeasurementKind as MeasurementKind,
        MeasuringPeriod as MeasuringPeriod,
        Multiplier as Multiplier,
        Phases as Phases,
        UnitCode as UnitCode,
    )
    from .reading_quality import (
        QualityCategory as QualityCategory,
        QualitySystem as QualitySystem,
        ReadingQualityCode as ReadingQualityCode,
    )
    from .reading_type import ReadingTypeCode as ReadingTypeCode
    from .remarks import (
        Lenient as Lenient,
        Remark as Remark,
    )
    from .reply_codes import (
        REPLY_CODES as REPLY_CODES,
        ReplyCode as ReplyCode,
        reply_code as reply_code,
    )
    from .searching import (
        Hit as Hit,
        search as search,
    )
    from .units import (
        Measure as Measure,
        Unit as Unit,
    )

__all__ = [
    "FIELDS",
    "REPLY_CODES",
    "Accumulation",
    "Aggregate",
    "Answer",
    "CodeError",
    "CodeValue",
    "Commodity",
    "Currency",
    "DeviceType",
    "Domain",
    "EditionOneCode",
    "EndDeviceCode",
    "EndDeviceControlCode",
    "EndDeviceEventCode",
    "Entry",
    "EventOrAction",
    "FlowDirection",
    "Hit",
    "Lenient",
    "MacroPeriod",
    "Mapped",
    "Measure",
    "MeasurementKind",
    "MeasuringPeriod",
    "Multiplier",
    "ObisCode",
    "Phases",
    "QualityCategory",
    "QualitySystem",
    "ReadingQualityCode",
    "ReadingTypeCode",
    "Remark",
    "ReplyCode",
    "SubDomain",
    "Unit",
    "UnitCode",
    "UnitError",
    "obis_codes",
    "reading_types",
    "reply_code",
    "search",
]

_HOMES = {
    ".errors": "CodeError UnitError",
    "answers": "Answer",
    "edition_one": "EditionOneCode",
    "end_device": "DeviceType Domain EndDeviceCode EndDeviceControlCode EndDeviceEventCode EventOrAction SubDomain",
    "entries": "CodeValue Entry",
    "obis": "ObisCode",
    "obis_mapping": "Mapped obis_codes reading_types",
    "reading_fields": "FIELDS Accumulation Aggregate Commodity Currency FlowDirection MacroPeriod MeasurementKind"
    " MeasuringPeriod Multiplier Phases UnitCode",
    "reading_quality": "QualityCategory QualitySystem ReadingQualityCode",
    "reading_type": "ReadingTypeCode",
    "remarks": "Lenient Remark",
    "reply_codes": "REPLY_CODES ReplyCode reply_code",
    "searching": "Hit search",
    "units": "Measure Unit",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}


if not TYPE_CHECKING:  # a name that does not exist is an error for type checkers, too

    def __getattr__(name: str) -> Any:
        """Load a public name when it is first asked for."""
        home = _HOME_OF.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(importlib.import_module(f".{home}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted({*__all__, "__all__", "__doc__", "__name__", "__path__"})
