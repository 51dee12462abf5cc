"""How users read much at once; mypy and pyright read this, nothing runs it."""

# The libraries of frames have no types, or are not there.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import assert_type

import cim61968_9 as cim
from cim61968_9 import columns, frames, sources
from cim61968_9.profiles.meter_readings import MeterReading


def stream(path: Path) -> None:
    """One item after the other."""
    with cim.iter_items(path, mode="lax", limits=cim.Limits(max_item_bytes=1000)) as items:
        assert_type(items, cim.ItemStream)
        assert_type(items.header, cim.Header | None)
        assert_type(items.request, cim.Request | None)
        assert_type(items.reply, cim.Reply | None)
        assert_type(items.findings, tuple[cim.Finding, ...])
        assert_type(items.dialect, cim.Dialect)
        for item in items:
            if isinstance(item, MeterReading):
                assert_type(item, MeterReading)
    assert_type(items.ok, bool)


def write(path: Path, message: cim.EventMessage, items: list[MeterReading]) -> None:
    """Items go into a file one by one."""
    with cim.ItemWriter(path, message) as writer:
        assert_type(writer, cim.ItemWriter)
        writer.write(items[0])
        writer.write_all(items)
        assert_type(writer.count, int)


def tables(folder: Path) -> None:
    """Columns of any number of sources."""
    readings = columns.readings([folder / "a.xml", b"<x/>"], values="decimal", errors="keep", batch_rows=10)
    assert_type(readings, columns.ColumnStream)
    assert_type(readings.outcomes, list[columns.Outcome])
    assert_type(readings.outcomes[0].error, Exception | None)
    assert_type(readings.findings, list[tuple[str, cim.Finding]])
    assert_type(columns.events(sources.find(folder)), columns.ColumnStream)
    assert_type(columns.TABLES["meters"].columns[0].meaning, str)
    frames.to_pandas(folder, table="events", arrow_types=True, errors="drop")
    frames.to_polars(readings, limits=cim.Limits())
    frames.to_duckdb(["a.xml"], name="readings")
    assert_type(frames.to_messages(readings, by="meter_mrid", source="HES"), Iterator[cim.EventMessage])


def files(folder: Path) -> None:
    """Folders and archives, to files."""
    done = cim.export(folder, "out", to="csv", processes=2, progress=lambda step: print(step.bytes))
    assert_type(done, cim.Export)
    assert_type(done.files, tuple[Path, ...])
    assert_type(done.reports, tuple[cim.Report, ...])
    assert_type(next(sources.find("*.xml")).name, str)


def wrong(items: cim.ItemStream) -> None:
    """Mistakes that the type checker has to see: each ignore is an error when it is not needed."""
    cim.iter_items("a.xml", mode="careless")  # type: ignore[arg-type]
    print(items.headers)  # type: ignore[attr-defined]
    columns.readings("a.xml", values="int")  # type: ignore[arg-type]
    columns.events("a.xml", values="text")  # type: ignore[call-arg]
    columns.readings("a.xml", errors="ignore")  # type: ignore[arg-type]
    frames.to_pandas("a.xml", table="reading")  # type: ignore[arg-type]
    frames.to_polars("a.xml", value="text")  # type: ignore[call-arg]
    frames.to_messages(items, sourc="HES")  # type: ignore[call-arg]
    frames.to_messages(items, verb="create")  # type: ignore[arg-type]
    cim.export("a", "b", to="excel")  # type: ignore[arg-type]
    cim.export("a", "b", on_error="raise")  # type: ignore[arg-type]
