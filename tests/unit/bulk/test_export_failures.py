"""Exports that are interrupted, killed or out of room: what is there is complete, and the next call goes on."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest
from unit.bulk import killing
from unit.bulk.test_exporting import message, meters

import cim61968_9 as cim
from cim61968_9.exporting import journal, run
from cim61968_9.exporting.journal import NAME

SOURCES = 4
ALL = [f"M-{number}" for number in range(SOURCES)]


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    for number in range(SOURCES):
        (folder / f"{number}.xml").write_bytes(message(f"M-{number}"))
    return folder


class _EndOfProcess(BaseException):
    """Stands for a process that ends: nothing that comes after it has an effect."""


class _Mortal:
    """Makes this process end before one of its steps that outlast it, and undoes the steps of a dead process."""

    def __init__(self, patch: pytest.MonkeyPatch, ends_at: int) -> None:
        self.ends_at, self.steps = ends_at, 0
        for owner, name in ((Path, "replace"), (Path, "unlink"), (os, "fsync"), (Path, "mkdir")):
            patch.setattr(owner, name, self._counted(getattr(owner, name)))
        mortal = self

        class Link(sqlite3.Connection):
            def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
                if statement in {"BEGIN", "COMMIT"} or statement.startswith("UPDATE"):
                    mortal.step()
                return super().execute(statement, *values)

        connect = sqlite3.connect
        patch.setattr(journal.sqlite3, "connect", lambda *given, **options: connect(*given, factory=Link, **options))

    def step(self) -> None:
        self.steps += 1
        if self.steps >= self.ends_at:
            raise _EndOfProcess

    def _counted(self, function: Any) -> Any:
        def counted(*given: Any, **options: Any) -> Any:
            self.step()
            return function(*given, **options)

        return counted


SIZES = {"parquet": 1, "duckdb": 1_000_000}  # a part for each source, or one for all: the files are the same


@pytest.mark.parametrize("to", ["parquet", "duckdb"])
def test_whenever_a_process_ends_the_next_goes_on(inbox: Path, tmp_path: Path, to: Any) -> None:
    survived = False
    ends_at = 0
    while not survived:
        ends_at += 1
        out = tmp_path / f"out-{ends_at}"
        with pytest.MonkeyPatch.context() as patch:
            _Mortal(patch, ends_at)
            try:
                cim.export(inbox, out, to=to, part_bytes=SIZES[to], checks="structure")
                survived = True
            except _EndOfProcess:
                pass
        assert set(meters(out)) <= set(ALL)  # whole files only
        cim.export(inbox, out, to=to, part_bytes=SIZES[to], checks="structure")
        assert _all(out, to) == ALL
        assert not [path.name for path in out.iterdir() if path.name.startswith(".")]
    assert ends_at > (4 * SOURCES if to == "parquet" else 8)


@pytest.mark.parametrize("to", ["parquet", "duckdb"])
def test_whenever_it_ends_what_has_changed_is_there_once(inbox: Path, tmp_path: Path, to: Any) -> None:
    survived = False
    ends_at = 0
    cim.export(inbox, tmp_path / "before", to=to, part_bytes=SIZES[to], checks="structure")
    (inbox / "1.xml").write_bytes(message("changed"))
    while not survived:
        ends_at += 1
        out = shutil.copytree(tmp_path / "before", tmp_path / f"out-{ends_at}")
        with pytest.MonkeyPatch.context() as patch:
            _Mortal(patch, ends_at)
            try:
                cim.export(inbox, out, to=to, part_bytes=SIZES[to], checks="structure")
                survived = True
            except _EndOfProcess:
                pass
        cim.export(inbox, out, to=to, part_bytes=SIZES[to], checks="structure")
        assert _all(out, to) == ["M-0", "M-2", "M-3", "changed"]


def _all(out: Path, to: str) -> list[str]:
    if to == "parquet":
        return meters(out)
    with duckdb.connect(str(out / "readings.duckdb"), read_only=True) as link:
        return sorted(name for (name,) in link.execute("SELECT meter_mrid FROM readings").fetchall())


class TestKilledWorkers:
    @pytest.fixture(autouse=True)
    def _in_processes(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(run, "FEW_BYTES", 0)

    def test_a_source_that_kills_its_process_is_left_out_and_reported(
        self, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (inbox / "1-killer.xml").write_bytes(message("K"))
        monkeypatch.setattr(run, "written", killing.killed_by)
        made = cim.export(inbox, tmp_path / "out", processes=2)
        assert meters(tmp_path / "out") == ALL
        assert made.failed == (str(inbox / "1-killer.xml"),)
        assert "was killed, as systems do when memory is short" in made.reports[1].problem
        monkeypatch.undo()
        assert cim.export(inbox, tmp_path / "out").before == SOURCES  # it is tried again
        assert meters(tmp_path / "out") == ["K", *ALL]

    def test_a_process_that_is_killed_once_loses_nothing(
        self, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(run, "written", killing.killed_once)
        size = 2 * (inbox / "0.xml").stat().st_size
        made = cim.export(inbox, tmp_path / "out", processes=2, part_bytes=size)
        assert (made.failed, meters(tmp_path / "out")) == ((), ALL)
        assert (tmp_path / "killed").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_a_killed_command_leaves_whole_files_and_no_processes(tmp_path: Path) -> None:
    inbox, out = tmp_path / "inbox", tmp_path / "out"
    inbox.mkdir()
    for number in range(3):
        names = [f"M-{number}-{one:04}" for one in range(2000)]
        (inbox / f"{number}.xml").write_bytes(message(*names))
    pipe = inbox / "pipe.xml"
    os.mkfifo(pipe)  # who reads it waits for ever
    command = [sys.executable, "-m", "cim61968_9", "columns", str(inbox), str(pipe), "--out", str(out), "-p", "2"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while not (found := list(out.glob("readings-*.parquet"))) and process.poll() is None:
            time.sleep(0.01)
        workers = _children(process.pid)
        process.send_signal(signal.SIGKILL)
    assert found
    assert workers
    done = meters(out)
    assert len(done) in {2000, 4000}
    pipe.unlink()
    pipe.write_bytes(message("last"))
    made = cim.export(inbox, out)
    assert made.before * 2000 == len(done)
    assert (made.failed, len(set(meters(out))), len(meters(out))) == ((), 6001, 6001)
    assert not [pid for pid in workers if _is_alive(pid)]


def _is_alive(pid: str) -> bool:
    """Tell of a process whether it can still do something; one that has ended may wait for somebody to take notice."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state not in {"Z", "X"}


def _children(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()


def test_an_interrupted_command_says_how_far_it_is(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from cim61968_9.cli import main

    calls = []
    written = run.written

    def interrupted(*given: Any, **options: Any) -> Any:
        calls.append(given)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return written(*given, **options)

    monkeypatch.setattr(run, "written", interrupted)
    monkeypatch.setattr(run, "PART_BYTES", 1)
    monkeypatch.setitem(cim.export.__kwdefaults__, "part_bytes", 1)
    assert main(["columns", str(inbox), "--out", str(tmp_path / "out")]) == 130
    assert capsys.readouterr().err == ("cim61968-9: interrupted: 2 of 4 sources are done, the same command goes on\n")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 256 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    if (
        sys.platform != "linux"
        or os.geteuid() != 0
        or subprocess.run(mount, check=False, capture_output=True).returncode
    ):
        pytest.skip("only the administrator of a Linux system can mount a small file system")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("to", ["parquet", "csv", "arrow", "duckdb"])
def test_a_full_disk_is_told_and_the_rest_follows_when_there_is_room(small_disk: Path, tmp_path: Path, to: Any) -> None:
    inbox, out = tmp_path / "inbox", small_disk / "out"
    inbox.mkdir()
    for number in range(12):
        names = [os.urandom(400).hex() for _ in range(20 if to != "duckdb" else 2)]
        (inbox / f"{number:02}.xml").write_bytes(message(*names))
    with pytest.raises(cim.ExportError, match="cannot be written") as failed:
        cim.export(inbox, out, to=to, part_bytes=1, checks="structure")
    assert "no space left" in str(failed.value).lower() or "disk is full" in str(failed.value)
    assert not [path.name for path in out.iterdir() if path.name.startswith(".") and path.suffix == ".unfinished"]
    if to == "parquet":
        whole = [pq.read_table(path).num_rows for path in sorted(out.glob("readings-*.parquet"))]
        assert whole
        assert set(whole) == {20}
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    made = cim.export(inbox, out, to=to, part_bytes=1, checks="structure")
    assert made.failed == ()
    assert made.rows == 12 * (20 if to != "duckdb" else 2)
    assert made.before > 0


def test_a_full_disk_is_no_fault_of_the_source(inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(cim.ExportError, match=r"out: cannot be written to: no space left on device; 0 of 4 sources"):
        cim.export(inbox, tmp_path / "out", on_error="keep")
    monkeypatch.undo()
    assert [path.name for path in (tmp_path / "out").iterdir()] == [NAME]
    assert cim.export(inbox, tmp_path / "out", on_error="keep").failed == ()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_folder_that_cannot_be_written_to_is_told(inbox: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    with pytest.raises(cim.ExportError, match="locked/out: cannot be written to: permission denied"):
        cim.export(inbox, locked / "out")


class TestDatabases:
    """What DuckDB writes beside a database is part of it."""

    @pytest.mark.parametrize("kill_at", [1, 2, 3])
    def test_a_process_that_ends_while_it_fills_one_loses_nothing(self, tmp_path: Path, kill_at: int) -> None:
        inbox = tmp_path / "inbox"
        inbox.mkdir()
        (inbox / "0.xml").write_bytes(message("M-0"))
        cim.export(inbox, tmp_path / "out", to="duckdb", checks="structure")
        for number in range(1, 4):
            (inbox / f"{number}.xml").write_bytes(message(*(f"M-{number}-{one}" for one in range(200))))
        code = (
            f"import os, sys; sys.path[:0] = {sys.path!r}; from unit.bulk import killing; "
            f"killing.end_while_filling({kill_at}, {str(inbox)!r}, {str(tmp_path / 'out')!r})"
        )
        done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
        assert done.returncode == -signal.SIGKILL, done.stderr
        made = cim.export(inbox, tmp_path / "out", to="duckdb", checks="structure", part_bytes=1)
        assert made.rows == len(_all(tmp_path / "out", "duckdb")) == 601

    def test_what_others_have_written_stays(self, inbox: Path, tmp_path: Path) -> None:
        (path,) = cim.export(inbox, tmp_path / "out", to="duckdb", checks="structure").files
        code = (
            f"import duckdb, os; link = duckdb.connect({str(path)!r}); "
            "link.execute('CREATE TABLE mine AS SELECT 7 AS seven'); os._exit(0)"
        )
        subprocess.run([sys.executable, "-c", code], check=True)
        (inbox / "4.xml").write_bytes(message("M-4"))
        cim.export(inbox, tmp_path / "out", to="duckdb", checks="structure")
        with duckdb.connect(str(path), read_only=True) as link:
            assert link.execute("SELECT seven FROM mine").fetchall() == [(7,)]
        assert _all(tmp_path / "out", "duckdb") == [*ALL, "M-4"]

    @pytest.mark.parametrize("is_new", [True, False])
    def test_one_that_is_open_elsewhere_is_told(self, inbox: Path, tmp_path: Path, is_new: bool) -> None:
        (path,) = cim.export(inbox, tmp_path / "out", to="duckdb", checks="structure").files
        if is_new:
            (inbox / "4.xml").write_bytes(message("M-4"))
        code = f"import duckdb; link = duckdb.connect({str(path)!r}); print('open', flush=True); input()"
        with subprocess.Popen(
            [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as other:
            assert other.stdout is not None
            assert other.stdout.readline() == "open\n"
            with pytest.raises(cim.ExportError, match="readings.duckdb: cannot be written"):
                cim.export(inbox, tmp_path / "out", to="duckdb", checks="structure")
            other.communicate("\n")
        assert cim.export(inbox, tmp_path / "out", to="duckdb", checks="structure").rows == SOURCES + is_new


def test_a_script_without_a_guard_is_told(inbox: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import cim61968_9 as cim\nfrom cim61968_9.exporting import run\nrun.FEW_BYTES = 0\n"
        f"cim.export({str(inbox)!r}, {str(tmp_path / 'out')!r}, processes=2)\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert 'ExportError: no process can be started; in a script, put the call under if __name__ == "__main__":' in (
        done.stderr
    )


def test_a_folder_that_is_a_file_is_told(inbox: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(cim.ExportError, match="out: cannot be written to: file exists"):
        cim.export(inbox, tmp_path / "out")
