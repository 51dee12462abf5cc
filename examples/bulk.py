"""Takes a large message apart and puts it together again: items, columns, frames.

::

    python examples/bulk.py                 makes a message of its own
    python examples/bulk.py message.xml.gz  takes yours

Needs the extra ``arrow``: ``pip install "cim61968-9[arrow]"``.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

import cim61968_9 as cim
from cim61968_9.profiles import meter_readings as m

METERS = 50
ENERGY = "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
MIDNIGHT = dt.datetime(2026, 1, 13, tzinfo=dt.UTC)


def items() -> Iterator[m.MeterReading]:
    """Yield a day of quarter hours for each meter."""
    stamps = [MIDNIGHT + dt.timedelta(minutes=15 * number) for number in range(1, 97)]
    for meter in range(METERS):
        values = [
            m.IntervalReading(time_stamp=stamp, value=str((meter * 7 + number * 3) % 50))
            for number, stamp in enumerate(stamps)
        ]
        name = m.Name(name=f"NM-E-{41800 + meter:07}", name_type=m.NameType(name="MeterNumber"))
        block = m.IntervalBlock(interval_readings=values, reading_type=ENERGY)
        yield m.MeterReading(interval_blocks=[block], meter=m.Meter(names=[name]))


def write(path: Path) -> None:
    """Write a message item by item."""
    message = cim.event("created", cim.MeterReadings(), source="Northmoor-HES")
    with cim.ItemWriter(path, message, gzip=True) as out:
        out.write_all(items())
    print(f"{path.name}: {out.count} items in {path.stat().st_size:,} bytes")


def count(path: Path) -> None:
    """Read a message item by item."""
    with cim.iter_items(path) as stream:
        print(f"{stream.kind} {stream.header.verb}({stream.noun}) from {stream.header.source}")
        values = sum(len(block.interval_readings) for item in stream for block in item.interval_blocks)
    print(f"{values:,} interval values, {len(stream.findings)} findings")


def add_up(path: Path) -> pa.Table:
    """Read the values as a table, and add them up by meter."""
    table = cim.columns.readings(path, values="decimal").table()
    sums = table.group_by("meter_name").aggregate([("value", "sum"), ("value", "count")])
    for row in sums.slice(0, 3).to_pylist():
        print(f"  {row['meter_name']}  {row['value_count']} values, sum {row['value_sum'].normalize():f}")
    return table


def split(table: pa.Table, folder: Path) -> None:
    """Write the values above ten as messages of no more than a thousand."""
    high = table.filter(pc.greater(table["value"].cast(pa.float64()), 10))
    for number, message in enumerate(cim.frames.to_messages(high, max_readings=1000, source="Northmoor-MDM"), 1):
        path = folder / f"part-{number}.xml"
        cim.write(message, path)
        print(f"{path.name}: {len(message.payload.one(cim.MeterReadings).meter_reading)} items")


def main(arguments: list[str]) -> None:
    """Run all of it."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        path = Path(arguments[0]) if arguments else folder / "day.xml.gz"
        if not arguments:
            write(path)
        count(path)
        split(add_up(path), folder)


if __name__ == "__main__":
    main(sys.argv[1:])
