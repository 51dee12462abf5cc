"""The writer of items: the order, what it refuses, and what is left behind."""

from __future__ import annotations

import gzip
import io
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import cim61968_9 as cim
from cim61968_9.profiles import meter_config, meter_readings as m
from cim61968_9.xml import stream_writer
from cim61968_9.xml.files import keep_name


def item(number: int) -> m.MeterReading:
    value = m.IntervalReading(value=str(number))
    return m.MeterReading(
        meter=m.Meter(mrid=f"M-{number}"),
        interval_blocks=[m.IntervalBlock(interval_readings=[value], reading_type="A")],
    )


def message(*items: Any, **more: Any) -> Any:
    header = cim.Header(verb="created", noun="MeterReadings", source="Northmoor-MDM")
    content = cim.MeterReadings(meter_reading=list(items), **more)
    return cim.EventMessage(header=header, payload=cim.Payload(content=[content]))


def broken_off(count: int) -> Any:
    """Yield some items, and then fail."""
    yield from map(item, range(count))
    raise RuntimeError


def test_a_file_appears_under_its_name_when_it_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "day.xml"
    with cim.ItemWriter(path, message()) as out:
        out.write(item(1))
        assert not path.exists()
    assert path.read_bytes() == cim.to_bytes(message(item(1)))
    assert list(tmp_path.iterdir()) == [path]


def test_the_old_file_stays_until_then(tmp_path: Path) -> None:
    path = tmp_path / "day.xml"
    path.write_text("old")
    with pytest.raises(RuntimeError), cim.ItemWriter(path, message()) as out:
        out.write_all(broken_off(1))
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("packed", [False, True])
def test_an_exception_leaves_nothing_that_looks_complete(tmp_path: Path, packed: bool) -> None:
    path, out = tmp_path / "day.xml", io.BytesIO()
    for target in (path, out):
        with pytest.raises(RuntimeError), cim.ItemWriter(target, message(), gzip=packed) as writer:
            writer.write_all(broken_off(2000))
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(cim.NotWellFormedError):
        cim.read(out.getvalue())


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "day.xml"
    writer = cim.ItemWriter(path, message())
    writer.write(item(1))

    def full(_data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writer._out, "write", full)
    with pytest.raises(OSError, match="No space left"):
        writer.close()
    assert list(tmp_path.iterdir()) == []


class Flaky(io.BytesIO):
    """A file on a disk that is full for a moment."""

    def __init__(self, written: int) -> None:
        super().__init__()
        self._written = written
        self._failed = False

    def write(self, data: Any) -> int:
        if not self._failed and self.tell() > 0:
            self._failed = True
            super().write(bytes(data)[: self._written])
            raise OSError(28, "No space left on device")
        return super().write(data)


@pytest.mark.parametrize("written", [0, 100])
def test_after_an_error_of_the_target_nothing_more_is_written(written: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream_writer, "_SIZE", 1000)
    out = Flaky(written)
    writer = cim.ItemWriter(out, message())
    with pytest.raises(OSError, match="No space left"):
        writer.write_all(map(item, range(2000)))
    left = out.getvalue()
    with pytest.raises(ValueError, match="the writer is closed; open another one"):
        writer.write(item(1))
    with pytest.raises(OSError, match="No space left"), writer:  # else nobody would notice
        pass
    assert out.getvalue() == left
    writer.abandon()
    writer.close()


def test_a_file_that_cannot_even_be_closed_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    writer = cim.ItemWriter(tmp_path / "day.xml", message())
    handle = writer._out._file
    monkeypatch.setattr(writer._out, "_file", SimpleNamespace(write=full, close=full))
    monkeypatch.setattr(stream_writer, "_SIZE", 0)
    with pytest.raises(OSError, match="No space left"):
        writer.write(item(1))
    handle.close()
    assert list(tmp_path.iterdir()) == []


def test_two_writers_of_one_name_are_strangers(tmp_path: Path) -> None:
    path = tmp_path / "day.xml"
    one, two = cim.ItemWriter(path, message()), cim.ItemWriter(path, message())
    one.write(item(1))
    two.write(item(2))
    one.close()
    assert path.read_bytes() == cim.to_bytes(message(item(1)))
    two.close()
    assert path.read_bytes() == cim.to_bytes(message(item(2)))
    assert list(tmp_path.iterdir()) == [path]


def test_the_content_is_on_the_disk_before_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "day.xml"
    named: list[bool] = []
    monkeypatch.setattr(os, "fsync", lambda _handle: named.append(path.exists()))
    cim.ItemWriter(path, message(item(1))).close()
    assert named == [False] + [True] * (os.name == "posix")


def test_a_folder_that_cannot_be_made_to_last_is_good_enough(tmp_path: Path) -> None:
    keep_name(tmp_path / "gone" / "day.xml")
    assert list(tmp_path.iterdir()) == []


def test_an_item_that_is_not_valid_is_refused_and_the_next_is_written() -> None:
    out = io.BytesIO()
    wrong = item(2)
    wrong.interval_blocks[0].reading_type = None  # type: ignore[assignment]
    with cim.ItemWriter(out, message()) as writer:
        writer.write(item(1))
        with pytest.raises(cim.InvalidMessageError) as raised:
            writer.write(wrong)
        writer.write(item(3))
    assert [one.path for one in raised.value.findings] == [
        "/EventMessage/Payload/MeterReadings/MeterReading[2]/IntervalBlocks/ReadingType"
    ]
    assert out.getvalue() == cim.to_bytes(message(item(1), item(3)))
    assert writer.count == 2


def test_tables_and_first_items_of_the_message_are_written() -> None:
    types = {
        "end_device_event_type": [m.EndDeviceEventType(names=[m.Name(name="E")])],
        "reading_type": [m.ReadingType(names=[m.Name(name="R")])],
    }
    for pretty in (False, True):
        out = io.BytesIO()
        with cim.ItemWriter(out, message(item(1), **types), pretty=pretty) as writer:
            writer.write(item(2))
        assert out.getvalue() == cim.to_bytes(message(item(1), item(2), **types), pretty=pretty)


def test_items_of_several_kinds_come_in_the_order_of_the_schema() -> None:
    out = io.BytesIO()
    config = cim.MeterConfig(reading_type=[meter_config.ReadingType(names=[meter_config.Name(name="R")])])
    functions = [meter_config.SimpleEndDeviceFunction(mrid="S")]
    with cim.ItemWriter(out, config) as writer:
        writer.write(meter_config.Meter(mrid="M"))
        writer.write(functions[0])
        with pytest.raises(ValueError, match="found Meter after SimpleEndDeviceFunction, expected it before"):
            writer.write(meter_config.Meter(mrid="N"))
    whole = cim.MeterConfig(
        meter=[meter_config.Meter(mrid="M")],
        simple_end_device_function=functions,
        reading_type=config.reading_type,
    )
    assert out.getvalue() == cim.to_bytes(whole)


def test_a_message_without_items_is_written() -> None:
    for pretty in (False, True):
        out = io.BytesIO()
        cim.ItemWriter(out, message(), pretty=pretty).close()
        assert out.getvalue() == cim.to_bytes(message(), pretty=pretty)


def test_a_noun_can_be_named_instead_of_a_payload() -> None:
    out = io.BytesIO()
    bare = cim.EventMessage(header=cim.Header(verb="created", noun="MeterReadings", source="Northmoor-MDM"))
    with cim.ItemWriter(out, bare, noun="MeterReadings") as writer:
        writer.write(item(1))
    assert out.getvalue() == cim.to_bytes(message(item(1)))


def test_a_subclass_of_an_item_is_one() -> None:
    class Mine(m.MeterReading):
        """A class of the user's."""

    out = io.BytesIO()
    with cim.ItemWriter(out, cim.MeterReadings()) as writer:
        writer.write(Mine(meter=m.Meter(mrid="M")))
    assert b"<m:mRID>M</m:mRID>" in out.getvalue()


def test_compressed_data_is_the_same_each_time() -> None:
    made = []
    for _ in range(2):
        out = io.BytesIO()
        with cim.ItemWriter(out, message(), gzip=True) as writer:
            writer.write(item(1))
        made.append(out.getvalue())
    assert made[0] == made[1]
    assert gzip.decompress(made[0]) == cim.to_bytes(message(item(1)))


@pytest.mark.parametrize(
    ("given", "noun", "text"),
    [
        (7, None, "found int, expected a message or a noun"),
        (item(1), None, "found MeterReading, expected a message or a noun"),
        (cim.EventMessage(header=cim.Header(verb="created", noun="X")), None, "found 0 elements in the payload"),
        (cim.EventMessage(header=cim.Header(verb="created", noun="X")), "X", "noun is 'X'; expected one of cim.NOUNS"),
        (cim.GetMeterReadings(), None, "GetMeterReadings has no items"),
        (cim.MeterReadings(foreign=cim.Foreign(attributes={"a": "b"})), None, "content that no schema describes"),
    ],
)
def test_what_has_no_items_is_refused(given: Any, noun: str | None, text: str) -> None:
    with pytest.raises(ValueError, match=text):
        cim.ItemWriter(io.BytesIO(), given, noun=noun)


def test_what_is_no_item_is_refused() -> None:
    with (
        cim.ItemWriter(io.BytesIO(), cim.MeterReadings()) as writer,
        pytest.raises(TypeError, match="found Meter, expected an item of MeterReadings: MeterReading"),
    ):
        writer.write(m.Meter())


def test_a_first_item_that_is_not_valid_leaves_no_file(tmp_path: Path) -> None:
    wrong = item(2)
    wrong.interval_blocks[0].reading_type = None  # type: ignore[assignment]
    with pytest.raises(cim.InvalidMessageError):
        cim.ItemWriter(tmp_path / "day.xml", message(wrong))
    assert list(tmp_path.iterdir()) == []


def test_a_table_that_is_not_valid_is_refused_at_once() -> None:
    with pytest.raises(cim.InvalidMessageError, match="missing element"):
        cim.ItemWriter(io.BytesIO(), message(reading_type=[m.ReadingType(mrid="R")]))


def test_a_closed_writer_is_closed() -> None:
    writer = cim.ItemWriter(io.BytesIO(), cim.MeterReadings())
    writer.close()
    writer.close()
    writer.abandon()
    with pytest.raises(ValueError, match="the writer is closed"):
        writer.write(item(1))


def test_items_flow_from_a_stream_to_a_writer(tmp_path: Path, examples: Path) -> None:
    source = examples / "interval-day.xml"
    with cim.iter_items(source) as items, cim.ItemWriter(tmp_path / "copy.xml", items.message) as out:
        out.write_all(items)
    whole = cim.read(source).payload.content[0].meter_reading
    assert cim.read(tmp_path / "copy.xml").payload.content[0].meter_reading == whole
