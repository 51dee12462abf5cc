"""The tables that messages become, as data: names, types and meaning of the columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from ._arrow import arrow

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["PLAIN", "TABLES", "VERSION", "Column", "Kind", "Table", "Values", "schema_of"]

VERSION = "1"
"""The version of all schemas; it changes when a column changes its name, its type or its meaning, or goes."""

Kind = Literal[
    "text", "code", "time", "offset", "integer", "number", "flag", "codes", "pairs", "value", "kept", "pending"
]
Values = Literal["text", "decimal", "float"]
DIGITS, PLACES = 38, 12
PLAIN: Mapping[str, str] = {
    "text": "text",
    "code": "text",
    "time": "time",
    "offset": "whole number",
    "integer": "whole number",
    "number": "number",
    "flag": "yes or no",
    "codes": "list of texts",
    "pairs": "list of names with values",
    "kept": "list of columns with texts",
    "pending": "group of values",
    "decimal": "exact decimal",
    "float": "number",
}
"""What is in a column in plain words, by its kind; values by how they were asked for."""


class Column(NamedTuple):
    """A column: what it is called, how it is held, what it means."""

    name: str
    kind: Kind
    meaning: str


class Table(NamedTuple):
    """The columns of a table, what a row is, and the nouns it is made of."""

    row: str
    nouns: tuple[str, ...]
    columns: tuple[Column, ...]


_WHERE = (
    Column(
        "file",
        "code",
        r"the source: its path as it was given, or the name of the stream; a byte that is no UTF-8 stands as `\xe9`",
    ),
    Column("item", "integer", "number of the item in the source, from 1"),
)
_KEPT = Column(
    "kept", "kept", "texts that a column cannot hold, with the name of the column; null where there are none"
)


def _named(prefix: str, what: str) -> tuple[Column, ...]:
    return (
        Column(f"{prefix}_mrid", "code", f"mRID of {what}"),
        Column(f"{prefix}_name", "code", f"first name of {what}"),
        Column(f"{prefix}_name_type", "code", "kind of that name: NameType/name"),
    )


TABLES: Mapping[str, Table] = {
    "readings": Table(
        "one value: an IntervalReading of a block, or a Reading",
        ("MeterReadings",),
        (
            *_WHERE,
            Column("kind", "code", "`interval` for a value of a block, `register` for a single reading"),
            Column("block", "integer", "number of the interval block in its item, from 1; null for a register"),
            *_named("meter", "the meter"),
            *_named("usage_point", "the usage point"),
            Column("reading_type", "code", "reference to the reading type, mostly its code of 18 numbers"),
            Column("time_stamp", "time", "time the value belongs to; the end of an interval"),
            Column("time_stamp_offset", "offset", "minutes that local time was ahead of UTC; null without a zone"),
            Column("value", "value", "the value: its text, an exact decimal, or a float, as asked for"),
            Column("qualities", "codes", "references to the quality types, in order"),
            Column("source", "code", "system, device or person that supplied the value"),
            Column("reported", "time", "when the value reached the metering system"),
            Column("period_start", "time", "start of the period that the value covers"),
            Column("period_end", "time", "end of that period"),
            Column("reason", "code", "why a register was read"),
            Column(
                "pending",
                "pending",
                "calculation that the receiver still has to do; `kept` may have parts, as `pending.scalar_float`",
            ),
            _KEPT,
        ),
    ),
    "events": Table(
        "one event; of MeterReadings, those that came with the values",
        ("EndDeviceEvents", "MeterReadings"),
        (
            *_WHERE,
            Column("mrid", "text", "mRID of the event"),
            Column("event_type", "code", "reference to the event type, mostly its code of four numbers"),
            Column("created", "time", "when the event was created"),
            Column("created_offset", "offset", "minutes that local time was ahead of UTC; null without a zone"),
            Column("severity", "code", "how severe it is"),
            Column("reason", "text", "why it happened"),
            Column("issuer_id", "code", "system that issued the event"),
            Column("issuer_tracking_id", "text", "what that system calls it"),
            Column("user_id", "code", "person in charge"),
            *_named("asset", "the asset"),
            *_named("usage_point", "the usage point"),
            Column("status", "code", "status/value"),
            Column("details", "pairs", "EndDeviceEventDetails: names and values, in order"),
            _KEPT,
        ),
    ),
    "controls": Table(
        "one control of one target; a control of no target has one row",
        ("EndDeviceControls",),
        (
            *_WHERE,
            Column("mrid", "text", "mRID of the control"),
            Column("control_type", "code", "reference to the control type, mostly its code of four numbers"),
            Column("target", "code", "tag of the target: EndDevices, UsagePoints, EndDeviceGroups or UsagePointGroups"),
            *_named("target", "the target"),
            Column("start", "time", "start of the primary timing"),
            Column("end", "time", "end of the primary timing"),
            Column("duration", "number", "duration of the primary timing, in the unit that the partners agreed on"),
            Column("reason", "text", "why it is asked for"),
            Column("issuer_id", "code", "system that issued the control"),
            Column("issuer_tracking_id", "text", "what that system calls it"),
            Column("price_signal", "number", "price that goes with it"),
            Column("dr_program_level", "integer", "level within the demand response program"),
            Column("dr_program_mandatory", "flag", "whether customers have to take part"),
            _KEPT,
        ),
    ),
    "usage_points": Table(
        "one usage point",
        ("UsagePointConfig",),
        (
            *_WHERE,
            Column("mrid", "text", "mRID of the usage point"),
            Column("name", "text", "its first name"),
            Column("name_type", "code", "kind of that name"),
            Column("connection_state", "code", "whether it is connected"),
            Column("is_sdp", "flag", "whether it is a service delivery point"),
            Column("is_virtual", "flag", "whether it is virtual"),
            Column("check_billing", "flag", "whether its bills are to be checked"),
            Column("grounded", "flag", "whether it is grounded"),
            Column("phase_code", "code", "its phases"),
            Column("nominal_service_voltage", "number", "nominal voltage"),
            Column("rated_current", "number", "rated current"),
            Column("rated_power", "number", "rated power"),
            Column("estimated_load", "number", "estimated load"),
            Column("outage_region", "code", "outage region"),
            Column("read_cycle", "code", "when it is read"),
            Column("read_route", "code", "on which route it is read"),
            Column("service_priority", "code", "priority of service"),
            Column("service_kind", "code", "ServiceCategory/kind, such as electricity"),
            *_named("location", "the usage point location"),
            _KEPT,
        ),
    ),
    "meters": Table(
        "one meter",
        ("MeterConfig", "CustomerMeterDataSet"),
        (
            *_WHERE,
            Column("mrid", "text", "mRID of the meter"),
            Column("name", "text", "its first name"),
            Column("name_type", "code", "kind of that name"),
            Column("serial_number", "text", "number the manufacturer gave it"),
            Column("utc_number", "text", "number of the utility"),
            Column("type", "code", "type of the meter"),
            Column("form_number", "code", "form of the meter"),
            Column("amr_system", "code", "system that reads it"),
            Column("is_virtual", "flag", "whether it is virtual"),
            Column("initial_condition", "code", "condition when it was installed"),
            Column("time_zone_offset", "number", "offset of its clock from UTC"),
            Column("status", "code", "status/value"),
            _KEPT,
        ),
    ),
}
"""All tables by name."""


def schema_of(name: str, values: Values = "text") -> pa.Schema:
    """Return the Arrow schema of a table; its metadata has the name, and the version of all schemas."""
    pa = arrow()
    held = {"text": pa.string(), "decimal": pa.decimal128(DIGITS, PLACES), "float": pa.float64()}
    types = {
        "text": pa.string(),
        "code": pa.dictionary(pa.int32(), pa.string()),
        "time": pa.timestamp("us", tz="UTC"),
        "offset": pa.int16(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "flag": pa.bool_(),
        "codes": pa.list_(pa.string()),
        "pairs": pa.list_(pa.struct([("name", pa.string()), ("value", pa.string())])),
        "kept": pa.list_(pa.struct([("column", pa.string()), ("text", pa.string())])),
        "pending": pa.struct(
            [
                ("reading_type", pa.string()),
                ("multiply_before_add", pa.bool_()),
                ("offset", pa.string()),
                ("scalar_denominator", pa.string()),
                ("scalar_float", pa.float64()),
                ("scalar_numerator", pa.string()),
            ]
        ),
        "value": held[values],
    }
    fields = [
        pa.field(column.name, types[column.kind], metadata={"meaning": column.meaning})
        for column in TABLES[name].columns
    ]
    metadata = {"cim61968_9.table": name, "cim61968_9.schema_version": VERSION}
    return pa.schema(fields, metadata=metadata)
