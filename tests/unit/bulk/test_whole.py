"""Small messages taken at once: with the same rows and findings as when they are taken apart."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from unit.bulk.test_stream import EVENT_TYPE, MESSAGE, READINGS, TYPE, document, reading

import cim61968_9 as cim
from cim61968_9.columns import stream as streams, whole

BARE = f'<MeterReadings xmlns="{READINGS}">{reading("M")}{TYPE}</MeterReadings>'
EMPTY = document()
WITHOUT_NOUN = document(reading("M")).replace("<Noun>MeterReadings</Noun>", "<Noun>EndDeviceEvents</Noun>")
WITH_REPLY = (
    f'<ResponseMessage xmlns="{MESSAGE}"><Header><Verb>reply</Verb><Noun>MeterReadings</Noun></Header>'
    f'<Reply><Result>OK</Result></Reply><Payload><MeterReadings xmlns="{READINGS}">{reading("M")}</MeterReadings>'
    "</Payload></ResponseMessage>"
)
AT_ONCE = {
    "a day": document(reading("A"), reading("B"), after=TYPE),
    "a bare payload": BARE,
    "a table before the items": document(reading("A"), before=EVENT_TYPE),
    "no item": EMPTY,
    "findings in the header": WITHOUT_NOUN,
    "a reply that breaks a rule": WITH_REPLY,
    "comments": document(reading("A") + "<!-- one -->", "<!-- two -->" + reading("B")),
}
OTHERS = {
    "an unknown element in an item": document(reading("A").replace("<value>", "<odd/><value>")),
    "an unknown attribute": document(reading("A").replace("<Meter>", "<Meter odd='1'>")),
    "an unknown attribute where there is no other": document(
        reading("A").replace("<ReadingType ref=", "<ReadingType r=")
    ),
    "an unknown element between items": document(reading("A"), "<odd/>", reading("B")),
    "an unknown element in the header": document(reading("A")).replace("</Header>", "<odd xmlns='urn:odd'/></Header>"),
    "a table where none belongs": document(reading("A"), before=TYPE),
    "a text between items": document(reading("A"), "text", reading("B")),
    "a text behind a table": document(reading("A"), after=TYPE + "text"),
    "an attribute of the root": document(reading("A")).replace(READINGS + '"', READINGS + '" odd="1"'),
    "another namespace": document(reading("A")).replace(READINGS, "http://iec.ch/TC57/2010/MeterReadings#"),
    "two payloads": document(reading("A"), extra=BARE),
    "a time that says more": document(reading("A").replace("00:15:00Z", "24:00:00Z")),
    "a value that is none": document(reading("A")).replace("<Verb>created", "<Verb>made"),
}


def both(source: Any, monkeypatch: pytest.MonkeyPatch, **options: Any) -> list[tuple[Any, Any]]:
    """Return rows and findings of a source taken at once, where that can be, and taken apart."""
    found = []
    for most in (whole._MOST, 1):
        with monkeypatch.context() as patch:
            patch.setattr(whole, "_MOST", most)
            stream = cim.columns.readings(source, **options)
            rows = stream.table().to_pylist()
            found.append((rows, [(one.rows, one.findings) for one in stream.outcomes]))
    return found


@pytest.mark.parametrize("name", [*AT_ONCE, *OTHERS])
def test_rows_and_findings_are_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = (AT_ONCE | OTHERS)[name].encode()
    at_once, apart = both(data, monkeypatch)
    assert at_once == apart
    wanted = cim.load(data).findings
    assert [(one.rule, one.path, one.line, one.column) for one in at_once[1][0][1]] == [
        (one.rule, one.path, one.line, one.column) for one in wanted
    ]


@pytest.mark.parametrize("name", AT_ONCE)
def test_what_is_plain_is_not_taken_apart(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "Feed", None)
    stream = cim.columns.readings(AT_ONCE[name].encode())
    assert stream.table().num_rows == AT_ONCE[name].count("<IntervalReadings>")


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_not_is_taken_apart(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    feed = streams.Feed
    monkeypatch.setattr(streams, "Feed", lambda *given, **options: opened.append(given) or feed(*given, **options))
    cim.columns.readings(OTHERS[name].encode()).table()
    assert opened


def test_files_and_what_is_compressed_are_taken_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.xml").write_text(AT_ONCE["a day"], encoding="utf-8")
    (tmp_path / "b.xml.gz").write_bytes(gzip.compress(AT_ONCE["a day"].encode()))
    at_once, apart = both([tmp_path / "a.xml", str(tmp_path / "b.xml.gz")], monkeypatch)
    assert at_once == apart
    monkeypatch.setattr(streams, "Feed", None)
    assert cim.columns.readings([tmp_path / "a.xml", str(tmp_path / "b.xml.gz")]).table().num_rows == 4


def test_what_breaks_is_told_as_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = AT_ONCE["a day"].encode()[:-200]
    at_once, apart = both([broken, AT_ONCE["a day"].encode(), tmp_path / "gone.xml"], monkeypatch, errors="keep")
    assert at_once == apart
    assert [rows for rows, _ in at_once[1]] == [1, 2, 0]


def test_tries_end_where_none_succeeds(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []
    monkeypatch.setattr(whole.Whole, "_taken", lambda *given: tried.append(given) or cim.read(b""))
    cim.columns.readings([OTHERS["another namespace"].encode()] * 20).table()
    assert len(tried) == 8
