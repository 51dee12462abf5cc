"""Members of archives as rows: the small at once, the large piece by piece, and what is damaged."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from unit.bulk.test_stream import document, reading

import cim61968_9 as cim
from cim61968_9 import sources
from cim61968_9.columns import ColumnStream

FEW = document(reading("S-1", "1"), reading("S-2", "2")).encode()
MANY = [reading(f"L-{number}", str(number)) for number in range(12_000)]
LARGE = document(*MANY).encode()


def rows(stream: ColumnStream) -> list[tuple[Any, Any, Any]]:
    return [(row["file"], row["meter_mrid"], row["value"]) for batch in stream for row in batch.to_pylist()]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("archives") / "a.zip"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("few.xml", FEW)
        archive.writestr("large.xml", LARGE)
    return made


@pytest.fixture
def few(archive: Path) -> cim.sources.Item:
    return next(iter(cim.sources.find(archive)))


@pytest.fixture
def large(archive: Path) -> cim.sources.Item:
    return list(cim.sources.find(archive))[1]


@pytest.fixture(autouse=True)
def bound(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a member be large that a test can read soon; archives that were not read to their end are closed."""
    assert len(FEW) < 1_000_000 < len(LARGE) < sources._LARGE
    monkeypatch.setattr(sources, "_LARGE", 1_000_000)
    yield
    sources.close_archives()


@pytest.fixture
def pieces(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return how long the pieces are that are read of members, and a zero when one is closed."""
    found: list[int] = []
    whole = sources._pieces

    def counted(*given: Any) -> Generator[bytes, None, None]:
        try:
            for piece in whole(*given):
                found.append(len(piece))
                yield piece
        finally:
            found.append(0)

    monkeypatch.setattr(sources, "_pieces", counted)
    return found


def test_rows_are_those_of_the_same_files_alone(archive: Path) -> None:
    found = rows(cim.columns.readings(cim.sources.find(archive)))
    alone = rows(cim.columns.readings([FEW, LARGE]))
    assert [row[1:] for row in found] == [row[1:] for row in alone]
    assert {row[0] for row in found} == {f"{archive}!few.xml", f"{archive}!large.xml"}


def test_findings_name_the_member(tmp_path: Path) -> None:
    odd = FEW.replace(b"2026-01-13T00:15:00Z", b"yesterday", 1)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("odd.xml", odd)
    stream = cim.columns.readings(cim.sources.find(tmp_path))
    assert len(rows(stream)) == 2
    assert [(file, finding.rule) for file, finding in stream.findings] == [
        (f"{tmp_path / 'a.zip'}!odd.xml", finding.rule) for finding in cim.load(odd).findings
    ]
    assert stream.findings


def test_a_large_member_is_read_piece_by_piece(large: cim.sources.Item, pieces: list[int]) -> None:
    stream = iter(cim.columns.readings(large, batch_rows=1_000))
    assert next(stream).num_rows == 1_000
    assert sum(pieces) < len(LARGE)
    assert sum(batch.num_rows for batch in stream) == len(MANY) - 1_000
    assert sum(pieces) == len(LARGE)
    assert pieces[-1] == 0


def test_a_stream_ended_early_closes_the_member(large: cim.sources.Item, pieces: list[int]) -> None:
    stream = cim.columns.readings(large, batch_rows=100)
    next(iter(stream))
    assert pieces[-1] > 0
    stream.close()
    assert pieces[-1] == 0


def test_other_archives_can_be_read_meanwhile(large: cim.sources.Item, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("b.xml", FEW)
    (other,) = cim.sources.find(tmp_path)
    stream = cim.columns.readings(large, batch_rows=10_000)
    count = next(iter(stream)).num_rows
    assert other.get() == FEW
    assert count + sum(batch.num_rows for batch in stream) == len(MANY)


def test_the_limits_hold_for_what_comes_in_pieces(archive: Path) -> None:
    limits = cim.Limits(max_bytes=len(LARGE) - 1)
    stream = cim.columns.readings(list(cim.sources.find(archive, limits))[1], errors="keep", limits=limits)
    assert rows(stream)
    assert isinstance(stream.outcomes[0].error, cim.LimitError)
    assert str(stream.outcomes[0].error).startswith(f"{archive}!large.xml: more than")


@pytest.mark.parametrize("errors", ["keep", "drop", "raise"])
def test_damage_in_the_middle_ends_the_member_and_nothing_else(tmp_path: Path, errors: Any) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("large.xml", LARGE)
        archive.writestr("few.xml", FEW)
    data = bytearray(packed.getvalue())
    middle = data.index(b">6000<")
    data[middle + 1 : middle + 5] = b"7000"
    (tmp_path / "a.zip").write_bytes(data)
    stream = cim.columns.readings(cim.sources.find(tmp_path), errors=errors)
    if errors == "raise":
        with pytest.raises(OSError, match="damaged member of a zip archive: bad CRC-32"):
            list(stream)
        return
    found = rows(stream)
    assert [row[1] for row in found[-2:]] == ["S-1", "S-2"]
    assert (len(found) > 2) == (errors == "keep")
    assert "bad CRC-32" in str(stream.outcomes[0].error)
    assert stream.outcomes[1].error is None


def test_a_damaged_member_never_seems_to_have_come_to_its_end(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("large.xml", LARGE)
    data = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(data.replace(b">6000<", b">7000<"))
    (item,) = cim.sources.find(tmp_path)
    with item.opened() as stream:
        for _ in range(2):
            with pytest.raises(OSError, match="damaged member of a zip archive: bad CRC-32"):
                shutil.copyfileobj(stream, io.BytesIO())


def test_what_is_no_member_is_opened_as_it_is_got(few: cim.sources.Item, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(FEW)
    (file,) = cim.sources.find(tmp_path)
    assert file.opened() == file.get() == tmp_path / "a.xml"
    assert few.opened() == few.get() == FEW
