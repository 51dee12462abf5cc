"""The command in this process, and messages to give it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cim61968_9.cli.app import app

Run = Callable[..., "Ended"]


class Ended:
    """What the command has printed, and how it ended."""

    def __init__(self, status: int, out: bytes, err: str) -> None:
        self.status = status
        self.data = out
        self.err = err

    @property
    def out(self) -> str:
        return self.data.decode()

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command with arguments and, maybe, standard input."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def command(*arguments: object, given: bytes | None = None) -> Ended:
        done = CliRunner().invoke(app, [str(one) for one in arguments], input=given, prog_name="cim61968-9")
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Ended(done.exit_code, done.stdout_bytes, done.stderr)

    return command


@pytest.fixture
def folder(examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, with a clean message, one with an error, and one with a warning."""
    clean = (examples / "interval-day.xml").read_bytes()
    (tmp_path / "clean.xml").write_bytes(clean)
    (tmp_path / "error.xml").write_bytes((examples / "outage-event.xml").read_bytes())
    reply = (examples / "reply-with-errors.xml").read_bytes()
    start, _, rest = reply.partition(b"<ns2:CorrelationID>")
    (tmp_path / "warning.xml").write_bytes(start + rest.partition(b"</ns2:CorrelationID>")[2])
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def packed(folder: Path) -> Path:
    """An archive with two messages, and with something else."""
    path = folder / "day.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("notes.txt", "not a message")
        archive.writestr("in/clean.xml", (folder / "clean.xml").read_bytes())
        archive.writestr("in/error.xml", (folder / "error.xml").read_bytes())
    return path
