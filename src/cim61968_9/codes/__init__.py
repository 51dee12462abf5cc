"""Codes of the field that explain themselves.

Reading types, reading qualities, events, controls, reply codes, OBIS codes and units. The tables are data files that
are read when they are first needed; ``search`` looks through all of them.
"""

from ..errors import CodeError, UnitError
from .answers import Answer
from .edition_one import EditionOneCode
from .end_device import (
    DeviceType,
    Domain,
    EndDeviceCode,
    EndDeviceControlCode,
    EndDeviceEventCode,
    EventOrAction,
    SubDomain,
)
from .entries import CodeValue, Entry
from .obis import ObisCode
from .obis_mapping import Mapped, obis_codes, reading_types
from .reading_fields import (
    FIELDS,
    Accumulation,
    Aggregate,
    Commodity,
    Currency,
    FlowDirection,
    MacroPeriod,
    MeasurementKind,
    MeasuringPeriod,
    Multiplier,
    Phases,
    UnitCode,
)
from .reading_quality import QualityCategory, QualitySystem, ReadingQualityCode
from .reading_type import ReadingTypeCode
from .remarks import Lenient, Remark
from .reply_codes import REPLY_CODES, ReplyCode, reply_code
from .searching import Hit, search
from .units import Measure, Unit

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
