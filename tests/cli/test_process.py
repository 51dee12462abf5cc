"""The command as a process of its own: pipes, signals, environments, and what is loaded."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import cim61968_9 as cim
from cim61968_9.cli import main

COMMAND = [sys.executable, "-W", "error", "-m", "cim61968_9"]


def start(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        [*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options
    )


def ended(process: subprocess.Popen[bytes]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=60)
    return process.returncode, out.decode(), err.decode()


def test_a_process_checks_a_folder(folder: Path) -> None:
    status, out, err = ended(start("validate", ".", cwd=folder))
    assert (status, err) == (1, "")
    assert out.splitlines()[0].startswith("error.xml:63:9: error XSD101 ")
    assert out.splitlines()[-1] == "3 sources checked: 1 error, 1 warning in 2"


def test_standard_input_and_output_are_pipes(folder: Path) -> None:
    with (folder / "clean.xml").open("rb") as stream:
        status, out, err = ended(start("convert", "-", cwd=folder, stdin=stream))
    assert (status, err) == (0, "")
    assert out.encode() == cim.to_bytes(cim.read(folder / "clean.xml"))


def test_what_standard_input_comes_from_is_not_written_over(folder: Path) -> None:
    before = (folder / "clean.xml").read_bytes()
    with (folder / "clean.xml").open("rb") as stream:
        status, _, err = ended(start("report", "-", "-o", "clean.xml", cwd=folder, stdin=stream))
    assert (status, err) == (
        2,
        "cim61968-9: --output clean.xml: is one of the sources, which would be lost; name another file\n",
    )
    assert (folder / "clean.xml").read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
def test_the_end_of_a_pipe_is_silent(folder: Path) -> None:
    process = start("rules", cwd=folder)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert (process.wait(timeout=60), process.stderr.read()) == (141, b"")
    process.stderr.close()


@pytest.mark.skipif(sys.platform == "win32", reason="descriptors are closed by a shell of POSIX")
@pytest.mark.parametrize("arguments", ["rules", "validate clean.xml", "convert clean.xml -o made.xml"])
def test_a_closed_standard_output_is_one_line(folder: Path, arguments: str) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'exec "$0" -m cim61968_9 {arguments} >&-', sys.executable],
        cwd=folder,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert done.stderr == b"cim61968-9: standard output is closed; open it, or send it to /dev/null\n"


@pytest.mark.skipif(sys.platform == "win32", reason="descriptors are closed by a shell of POSIX")
def test_a_closed_standard_error_changes_nothing_else(folder: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", 'exec "$0" -m cim61968_9 validate gone.xml clean.xml -f json 2>&-', sys.executable],
        cwd=folder,
        stdout=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert b'"unreadable": 1' in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
def test_an_interrupt_is_one_line(folder: Path) -> None:
    os.mkfifo(folder / "slow.xml")
    process = start("validate", "slow.xml", cwd=folder)
    with (folder / "slow.xml").open("wb", buffering=0) as stream:
        stream.write(b" " * 200_000)  # more than a pipe holds, so that the process has begun to read
        process.send_signal(signal.SIGINT)
    assert ended(process) == (130, "", "cim61968-9: interrupted\n")


def test_output_has_no_characters_that_the_terminal_lacks(folder: Path) -> None:
    (folder / "märz.xml").write_bytes(b"<a")
    status, out, err = ended(start("validate", "märz.xml", cwd=folder, env={**os.environ, "PYTHONIOENCODING": "ascii"}))
    assert (status, err) == (1, "")
    assert out.startswith(r"m\xe4rz.xml:")


def test_without_the_extra_the_way_to_get_it_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "typer", None)
    assert main(["nouns"]) == 2
    assert capsys.readouterr().err == (
        "cim61968-9: the command needs typer; install with: pip install 'cim61968-9[cli]'\n"
    )


@pytest.mark.parametrize("arguments", [["--help"], ["nouns"], ["validate", "--help"]])
def test_what_is_not_needed_is_not_loaded(arguments: list[str]) -> None:
    heavy = ["validating", "soap", "comparing", "inspecting", "sampling", "validation.rendering.sarif"]
    code = f"""
import sys
from cim61968_9.cli import main
main({arguments})
heavy = ["cim61968_9." + name for name in {heavy}] + ["pyarrow", "pandas", "rich.progress", "hypothesis"]
loaded = [name for name in heavy if name in sys.modules]
assert not loaded, loaded
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "status"), [(["--version"], 0), ([], 2), (["nouns"], 0), (["describe", "zzqq"], 1), (["no-such"], 2)]
)
def test_status_is_returned(arguments: list[str], status: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == status


def test_version_is_that_of_the_library(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--version"])
    assert capsys.readouterr().out == f"cim61968-9 {cim.__version__}\n"
