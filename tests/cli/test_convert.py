"""``convert`` and ``diff``: another form, the same content."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

import cim61968_9 as cim

Run = Any


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--pretty"],
        ["--prefix", "message=", "--prefix", "payload=mr"],
        ["--dialect", "same"],
        ["--dialect", "SAP Cloud for Energy"],
        ["--soap", "1.1"],
        ["--soap", "1.2", "--binding", "typed"],
        ["--soap", "1.2", "--binding", "operation", "--dialect", "SAP Cloud for Energy"],
        ["--binding", "typed"],
        ["--binding", "operation", "--soap", "none"],
        ["--binding", "abstract", "--dialect", "same"],
        ["--compress"],
    ],
)
@pytest.mark.parametrize("name", ["clean.xml", "error.xml"])
def test_content_is_the_same_in_every_form(run: Run, folder: Path, name: str, arguments: list[str]) -> None:
    done = run("convert", name, "--output", "made.xml", *arguments)
    assert done.status == 0
    again = run("convert", "made.xml", "--soap", "none", "--expand")
    assert again.data == run("convert", name).data
    assert run("diff", name, "made.xml").status == (1 if "--compress" in arguments else 0)


@pytest.mark.parametrize("envelope", [[], ["--soap", "none"], ["--soap", "1.1"]])
@pytest.mark.parametrize(
    ("binding", "element"),
    [
        ("message", "EventMessage"),
        ("operation", "PublishEvent"),
        ("abstract", "PublishEvent"),
        ("typed", "CreatedMeterReadings"),
    ],
)
def test_binding_counts_with_and_without_an_envelope(
    run: Run, folder: Path, binding: str, element: str, envelope: list[str]
) -> None:
    run("convert", "clean.xml", "--binding", binding, *envelope, "-o", "made.xml")
    assert cim.soap.unwrap("made.xml").binding == binding
    found = etree.parse("made.xml").getroot()
    found = found[0][0] if "1.1" in envelope else found
    assert etree.QName(found).localname == element


def test_binding_takes_the_place_of_that_of_the_source(run: Run, folder: Path) -> None:
    run("convert", "clean.xml", "--binding", "abstract", "--soap", "1.1", "-o", "one.xml")
    run("convert", "one.xml", "--dialect", "same", "--binding", "typed", "-o", "other.xml")
    letter = cim.soap.unwrap("other.xml")
    assert (letter.binding, letter.version) == ("typed", "1.1")


def test_a_binding_that_has_no_place_for_a_message_is_one_line(run: Run, folder: Path) -> None:
    run("sample", "FaultMessage", "-o", "fault.xml")
    done = run("convert", "fault.xml", "--binding", "operation")
    assert done.status == 2
    assert done.err.startswith("cim61968-9: the binding 'operation' has no operation for a FaultMessage")


def test_form_without_options_is_that_of_python(run: Run, folder: Path) -> None:
    assert run("convert", "clean.xml").data == cim.to_bytes(cim.read("clean.xml"))


def test_standard_input_is_converted(run: Run, folder: Path) -> None:
    data = (folder / "clean.xml").read_bytes()
    assert run("convert", "-", given=data).data == run("convert", "clean.xml").data


@pytest.mark.parametrize("name", ["made.xml.gz", "MADE.XML.GZ"])
def test_a_name_that_ends_in_gz_is_written_as_gzip(run: Run, folder: Path, name: str) -> None:
    run("convert", "clean.xml", "-o", name)
    assert gzip.decompress((folder / name).read_bytes()) == run("convert", "clean.xml").data


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="devices are those of POSIX")
def test_a_device_is_written_to_as_it_is(run: Run, folder: Path) -> None:
    assert run("convert", "clean.xml", "--output", "/dev/null").status == 0
    assert not Path("/dev/null").is_file()


def test_what_a_compressed_payload_departs_in_is_told(run: Run, folder: Path) -> None:
    run("convert", "error.xml", "--compress", "-o", "made.xml")
    done = run("convert", "made.xml", "--expand")
    assert (done.status, done.data) == (0, run("convert", "error.xml").data)
    assert "XSD101 /EndDeviceEvents/EndDeviceEvent[1]/SignalStrength" in done.err


def test_errors_of_the_source_are_told(run: Run, folder: Path) -> None:
    done = run("convert", "error.xml")
    assert done.err == (
        "cim61968-9: error.xml: errors were found while reading; 'cim61968-9 validate error.xml' lists them\n"
    )


def test_what_is_not_valid_is_written_only_in_lax_mode(run: Run, folder: Path) -> None:
    text = (folder / "clean.xml").read_text(encoding="utf-8").replace("2026-01-14T08:15:07Z", "yesterday")
    (folder / "bad.xml").write_text(text, encoding="utf-8")
    refused = run("convert", "bad.xml", "--output", "made.xml")
    assert refused.status == 1
    assert "XSD107" in refused.err
    assert not (folder / "made.xml").exists()
    done = run("convert", "bad.xml", "--mode", "lax")
    assert (done.status, "yesterday" in done.out) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["--dialect", "Klingon"], "--dialect: found 'Klingon', expected 'same' or one of 'SAP Cloud for Energy'"),
        (["--prefix", "envelope=x"], "--prefix: found 'envelope=x', expected message=P or payload=P"),
        (["--prefix", "message=1"], "prefixes: 'message': '1'; expected"),
    ],
)
def test_wrong_arguments_are_one_line(run: Run, folder: Path, arguments: list[str], text: str) -> None:
    done = run("convert", "clean.xml", *arguments)
    assert done.status == 2
    assert done.err.startswith(f"cim61968-9: {text}")


@pytest.mark.parametrize("command", [["convert"], ["inspect"], ["diff", "clean.xml"]])
@pytest.mark.parametrize(("name", "status"), [("gone.xml", 2), ("bad.xml", 1)])
def test_errors_are_one_line(run: Run, folder: Path, command: list[str], name: str, status: int) -> None:
    (folder / "bad.xml").write_bytes(b"<a")
    done = run(*command, name)
    assert (done.status, done.out) == (status, "")
    assert done.err.startswith(f"cim61968-9: {name}")
    assert len(done.err.splitlines()) == 1


def test_differences_are_a_line_each(run: Run, folder: Path) -> None:
    text = (folder / "clean.xml").read_text(encoding="utf-8").replace("2026-01-14T08:15:07Z", "2026-01-14T08:15:08Z")
    (folder / "other.xml").write_text(text, encoding="utf-8")
    done = run("diff", "clean.xml", "other.xml")
    assert (done.status, done.lines) == (
        1,
        ["changed /EventMessage/Header/Timestamp: 2026-01-14T08:15:07Z -> 2026-01-14T08:15:08Z"],
    )


def test_spelling_of_values_counts_when_asked_for(run: Run, folder: Path) -> None:
    text = (folder / "clean.xml").read_text(encoding="utf-8")
    (folder / "other.xml").write_text(text.replace("08:15:07Z", "09:15:07+01:00"), encoding="utf-8")
    assert run("diff", "clean.xml", "other.xml").status == 0
    done = run("diff", "clean.xml", "other.xml", "--texts")
    assert (done.status, len(done.lines)) == (1, 1)


def test_nothing_in_a_message_reaches_the_terminal(run: Run, folder: Path) -> None:
    text = (folder / "clean.xml").read_text(encoding="utf-8")
    (folder / "other.xml").write_text(text.replace("Northmoor-MDM", "\x9b31mNorthmoor"), encoding="utf-8")
    lines = run("diff", "clean.xml", "other.xml").lines
    assert r"\x9b31mNorthmoor" in lines[0]
    assert all(line.isprintable() for line in lines)
