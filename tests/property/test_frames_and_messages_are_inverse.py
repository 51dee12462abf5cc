"""Law: the readings of a frame become messages whose readings are those of the frame."""

from __future__ import annotations

from typing import Any

import pandas as pd
import polars as pl
from hypothesis import given, settings, strategies as st

import cim61968_9 as cim
from cim61968_9.testing import objects

FEWER = settings(max_examples=max(5, settings.default.max_examples // 3))  # each is a whole document

WHERE = ("file", "item", "block")


def rows(table: Any) -> list[str]:
    """Return the rows without their places, in no order."""
    found = table.to_pylist()
    return sorted(repr({key: value for key, value in row.items() if key not in WHERE}) for row in found)


@FEWER
@given(objects(cim.MeterReadings, max_size=3), st.integers(1, 4), st.sampled_from(["arrow", "pandas", "polars"]))
def test_readings_of_messages_are_those_of_the_frame(message: cim.MeterReadings, most: int, kind: str) -> None:
    stream = cim.columns.readings(cim.to_bytes(message))
    table = stream.table()
    frame: Any = table
    if kind == "pandas":
        frame = table.to_pandas(types_mapper=pd.ArrowDtype)
    elif kind == "polars":
        frame = pl.from_arrow(table)
    known = [row["meter_mrid"] or row["meter_name"] or row["usage_point_mrid"] for row in table.to_pylist()]
    messages = list(cim.frames.to_messages(frame, max_readings=most, source="Northmoor-MDM"))
    assert [len(values(one)) for one in messages[:-1]] == [most] * (len(messages) - 1)
    if known:
        again = cim.columns.readings([cim.to_bytes(one, mode="lax") for one in messages]).table()
        assert rows(again) == rows(table)


def values(message: Any) -> list[Any]:
    found = message.payload.one(cim.MeterReadings).meter_reading
    blocks = [value for item in found for block in item.interval_blocks for value in block.interval_readings]
    return blocks + [value for item in found for value in item.readings]
