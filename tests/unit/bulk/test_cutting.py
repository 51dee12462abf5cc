"""Plain values cut out of the text: with the same rows and findings as when all of it becomes a tree."""

from __future__ import annotations

from typing import Any

import pytest
from odd_documents import Dribble
from unit.bulk.test_stream import READINGS, document

import cim61968_9 as cim
from cim61968_9.columns import cutting, whole

REFERENCE = "<ReadingType ref='0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0'/>"
QUALITY = '<ReadingQualities><ReadingQualityType ref="3.8.0"/></ReadingQualities>'


def value(number: int, text: str = "", qualities: str = QUALITY) -> str:
    stamp = f"<timeStamp>2026-01-13T{number // 4:02}:{15 * (number % 4):02}:00Z</timeStamp>"
    return f"<IntervalReadings>{stamp}<value>{text or number}</value>{qualities}</IntervalReadings>"


PLAIN = [value(number, qualities=QUALITY * (number % 3)) for number in range(12)]


def block(*values: str) -> str:
    return f"<MeterReading><IntervalBlocks>{''.join(values)}{REFERENCE}</IntervalBlocks></MeterReading>"


def day(*more: str, at: int = 6) -> str:
    """Return a message with plain values, and something among them."""
    return document(block(*PLAIN[:at], *more, *PLAIN[at:]))


CUT = {
    "values that follow each other": day(),
    "blanks between all elements": day().replace("><", ">\n\t <"),
    "a register between blocks": document(
        block(*PLAIN).replace("</MeterReading>", f"<Readings><value>1</value>{REFERENCE}</Readings></MeterReading>"),
        block(*PLAIN),
    ),
    "an empty value among them": day("<IntervalReadings/>"),
    "a value without a time": day("<IntervalReadings><value>1</value></IntervalReadings>"),
    "a value without a text": day(value(1).replace("<value>1</value>", "<value/>")),
    "a value of blanks": day(value(1, "  ")),
    "a value between blanks": day(value(1, " 7 ")),
    "a value in two lines": day(value(1, "7\n8")),
    "an entity": day(value(1, "7&amp;8"), value(2, "&#55;")),
    "a quality with more": day(
        value(1, qualities=QUALITY.replace("<ReadingQualityType", "<comment>c</comment><ReadingQualityType"))
    ),
    "a reference in other quotes": day(value(1, qualities=QUALITY.replace('"', "'"))),
    "an empty reference": day(value(1, qualities=QUALITY.replace("3.8.0", ""))),
    "a time with another offset": day(value(1).replace("00Z", "00+05:30")),
    "a source behind the value": day(value(1).replace("<value>", "<source>HES</source><value>")),
}
NOT_CUT = {
    "an instruction with values": day("<?odd " + value(1) + '?><IntervalReadings\tn="1"/>'),
    "a mark in another form": day('<IntervalReadings\nn="2"/>'),
    "a text in UTF-7": '<?xml version="1.0" encoding="UTF-7"?>' + day(value(1, "+ADQANw-")),
    "a text in HZ": '<?xml version="1.0" encoding="HZ"?>' + day(value(1, "~{VPND~}")),
    "a comment": day("<!-- " + value(1) + " -->"),
    "a section of characters": day(value(1, "<![CDATA[7]]>")),
    "carriage returns": day().replace("><", ">\r\n<"),
    "letters beyond ASCII": day(value(1, "sieben\u00fc")),
    "a mark that was there": day('<IntervalReadings n="0"/>'),
    "few values": document(block(*PLAIN[:3])),
}
ODD = {
    "an attribute of a value": day(value(1).replace("<IntervalReadings>", "<IntervalReadings odd='1'>")),
    "an attribute": day(value(1).replace("<value>", "<value odd='1'>")),
    "an attribute of a reference": day(value(1, qualities=QUALITY.replace("ref=", "odd='1' ref="))),
    "values in an element that nobody knows": day(f"<odd xmlns='urn:odd'>{''.join(PLAIN)}</odd>"),
    "values of another namespace": day(f"<odd:x xmlns:odd='urn:odd' xmlns='urn:odd'>{''.join(PLAIN)}</odd:x>"),
    "values beside a block": document(f"<MeterReading>{''.join(PLAIN)}</MeterReading>"),
    "values behind the reference": day().replace(REFERENCE, "").replace(PLAIN[0], REFERENCE + PLAIN[0]),
    "a time that is none": day(value(1).replace("00Z", "61Z")),
    "a time that says more": day(value(1).replace("00Z", "00.1234567Z")),
    "a text among values": day("text"),
    "values in a header": day().replace("<Verb>", f"<odd>{''.join(PLAIN)}</odd><Verb>"),
    "values in a table": document(block(*PLAIN), after=f"<ReadingType>{''.join(PLAIN)}</ReadingType>"),
    "a default namespace within": day().replace("<IntervalBlocks>", '<IntervalBlocks xmlns="urn:odd">'),
    "the same namespace again": day().replace("<IntervalBlocks>", f'<IntervalBlocks xmlns="{READINGS}">'),
}
PREFIXED = {
    name: text.replace("<", "<m:").replace("<m:/", "</m:").replace("m:?", "?").replace("xmlns=", "xmlns:m=")
    for name, text in (CUT | ODD).items()
    if "namespace" not in name and "xmlns='" not in text
}
ALL = CUT | NOT_CUT | ODD | {f"{name}, with a prefix": text for name, text in PREFIXED.items()}


def result(source: Any, monkeypatch: pytest.MonkeyPatch, *, is_cut: bool) -> Any:
    """Return rows and findings, or the error."""
    with monkeypatch.context() as patch:
        if not is_cut:
            patch.setattr(cutting, "_FEWEST", 1_000_000)
        stream = cim.columns.readings(source, errors="keep")
        rows = stream.table().to_pylist()
        (outcome,) = stream.outcomes
    error = outcome.error
    return rows, outcome.findings, type(error), str(error), getattr(error, "line", None)


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("name", ALL)
def test_rows_and_findings_are_the_same(name: str, at_once: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    data = ALL[name].encode()
    if not at_once:
        monkeypatch.setattr(whole, "_MOST", 1)

    def source() -> Any:
        return data if at_once else Dribble(data, 200)

    assert result(source(), monkeypatch, is_cut=True) == result(source(), monkeypatch, is_cut=False)


@pytest.mark.parametrize("name", CUT)
def test_what_is_plain_is_cut(name: str) -> None:
    shorter = cutting.cut(CUT[name].encode())
    assert shorter is not None
    assert sum(len(run.values) for run in shorter.runs) >= len(PLAIN)
    assert PLAIN[0].encode() not in shorter.data


@pytest.mark.parametrize("name", NOT_CUT)
def test_what_may_be_something_else_is_not(name: str) -> None:
    assert cutting.cut(NOT_CUT[name].encode()) is None


@pytest.mark.parametrize("cut_at", [0.3, 0.6, 0.9])
@pytest.mark.parametrize("damage", ["truncated", "a tag", "a character"])
def test_what_breaks_off_has_its_place(cut_at: float, damage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = document(*[block(*PLAIN)] * 6).replace("><", ">\n<").encode()
    at = data.index(b"<value>", int(len(data) * cut_at))
    broken = {
        "truncated": data[:at],
        "a tag": data[:at] + b"<odd>" + data[at:],
        "a character": data[:at] + b"\x01" + data[at:],
    }[damage]
    monkeypatch.setattr(whole, "_MOST", 1)
    found = result(broken, monkeypatch, is_cut=True)
    assert found == result(broken, monkeypatch, is_cut=False)
    assert found[2] is cim.NotWellFormedError
