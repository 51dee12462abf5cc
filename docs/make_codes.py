"""Writes ``reference/codes`` from the code tables and the words of ``code_texts``; the tests compare."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from cim61968_9.codes import (
    REPLY_CODES,
    DeviceType,
    Domain,
    Entry,
    EventOrAction,
    ObisCode,
    QualityCategory,
    QualitySystem,
    ReadingTypeCode,
    SubDomain,
    Unit,
    UnitCode,
)
from cim61968_9.codes._tables import table
from cim61968_9.codes.end_device import listed
from cim61968_9.codes.entries import CodeValue
from cim61968_9.codes.reading_fields import FIELDS, Currency, Multiplier
from cim61968_9.codes.reading_quality import quality_entries

FOLDER = Path(__file__).resolve().parent / "reference" / "codes"
TEXTS = Path(__file__).resolve().parent / "code_texts"
LINKS = {
    "reading-type": "Reading types",
    "units": "Units and multipliers",
    "currencies": "Currencies",
    "reading-quality": "Reading qualities",
    "end-device-events": "Events",
    "end-device-controls": "Controls",
    "end-device-parts": "Parts of event and control codes",
    "reply-codes": "Reply codes",
    "obis": "OBIS codes",
}
ELSEWHERE = {Multiplier: "units", UnitCode: "units", Currency: "currencies"}


def pages() -> dict[str, str]:
    """Return the text of every page by its file name."""
    makers: dict[str, Callable[[], Iterator[str]]] = {
        "reading-type": _reading_type,
        "units": _units,
        "currencies": _currencies,
        "reading-quality": _qualities,
        "end-device-events": _events,
        "end-device-controls": _controls,
        "end-device-parts": _parts,
        "reply-codes": _replies,
        "obis": _obis,
    }
    made: dict[str, str] = {}
    counts: dict[str, int] = {}
    for name, maker in makers.items():
        lines = list(maker())
        counts[name] = sum(line.startswith("| ") for line in lines) - sum(line.startswith("|---") for line in lines)
        made[f"{name}.md"] = "\n".join([f"# {LINKS[name]}", "", _text(name), *lines]) + "\n"
    rows = ([f"[{title}]({name}.md)", counts[name]] for name, title in LINKS.items())
    return {"index.md": "\n".join(["# Codes", "", _text("index"), *_rows(["Page", "Rows"], rows)]) + "\n", **made}


def _text(name: str) -> str:
    """Return the words above the tables of a page, which are written by hand."""
    return (TEXTS / f"{name}.md").read_text(encoding="utf-8").strip()


def _rows(heads: Iterable[str], rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    heads = list(heads)
    yield ""
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield f"| {' | '.join(_cell(cell) for cell in row)} |"


def _cell(cell: Any) -> str:
    return str(cell).replace("|", "\\|").replace("*", "\\*")


def _named(entry: Entry) -> str:
    other = [name for name in (entry.published, *entry.aliases) if name]
    made = " (our name)" if entry.made else ""
    return f"`{entry.name}`" + made + (f"; also {', '.join(f'`{name}`' for name in other)}" if other else "")


def _sure(entry: Entry) -> str:
    return entry.confidence + ("" if entry.edition == "2" else f", {entry.edition}")


def _entries(values: Iterable[CodeValue], *more: str) -> Iterator[str]:
    found = [value.entry for value in values if value.entry is not None]
    heads = ["Code", "Name", *(name.capitalize() for name in more), "Meaning", "Confidence"]
    yield from _rows(
        heads,
        ([one.code, _named(one), *(one.more.get(name, "") for name in more), one.gloss, _sure(one)] for one in found),
    )


def _reading_type() -> Iterator[str]:
    yield from ("", "## The 18 numbers")
    rows = []
    for field in FIELDS:
        page = ELSEWHERE.get(field.values) if field.values else None
        link = f"[{len(field.values)} values]({page}.md)" if page and field.values else ""
        if field.values and not page:
            link = f"[{len(field.values)} values](#{field.cim.lower()})"
        rows.append(
            [
                field.index + 1,
                f"`{field.cim}`",
                f"`{field.name if field.alone else field.name.partition('_')[0]}`",
                link or "a number",
            ]
        )
    yield from _rows(["Place", "CIM name", "Python name", "Values"], rows)
    for field in FIELDS:
        if field.values and field.values not in ELSEWHERE:
            more = {"measuringPeriod": ("minutes", "step"), "phases": ("bits",)}.get(field.cim, ())
            yield from ("", f"## {field.cim}")
            yield from _entries(field.values, *more)
    yield from ("", "## Bits of phases")
    yield from _rows(
        ["Value", "Bit", "Meaning"],
        ([row["code"], row["name"], row["gloss"]] for row in table("reading_type", "phaseBits")),
    )


def _units() -> Iterator[str]:
    yield from ("", "## Multipliers")
    yield from _entries(Multiplier, "symbol")
    yield from ("", "## Table of units")
    rows = []
    for code in UnitCode:
        entry, unit = code.entry, Unit(code)
        number = entry.more.get("uml", "")
        factor = entry.more.get("factor", "") + (f", offset {entry.more['offset']}" if "offset" in entry.more else "")
        rows.append(
            [entry.code, _named(entry), unit.base_symbol, unit.quantity, entry.gloss, factor, number, _sure(entry)]
        )
    yield from _rows(
        ["Code", "Name", "Symbol", "Quantity", "Meaning", "Factor to base", "Number in CIM", "Confidence"], rows
    )


def _currencies() -> Iterator[str]:
    yield from _entries(Currency)


def _qualities() -> Iterator[str]:
    yield from ("", "## System")
    yield from _entries(QualitySystem)
    yield from ("", "## Category")
    yield from _entries(QualityCategory)
    yield from ("", "## Category and subcategory")
    rows = ([f"*.{one.code}", _named(one), one.gloss, _sure(one)] for one in quality_entries().values())
    yield from _rows(["Code", "Name", "Meaning", "Confidence"], rows)


def _whole(scheme: str) -> Iterator[str]:
    rows = ([one.code, _named(one), one.gloss, _sure(one)] for one in listed(scheme).values())
    yield from _rows(["Code", "Name", "Meaning", "Confidence"], rows)


def _events() -> Iterator[str]:
    yield from ("", "## Published events")
    yield from _whole("event")


def _controls() -> Iterator[str]:
    yield from ("", "## Published controls")
    yield from _whole("control")
    yield from ("", "## Which event answers which action")
    rows = []
    for row in table("controls", "answer"):
        action = "any" if row["action"] is None else f"{row['action']} {EventOrAction(row['action']).name}"
        rows.append([action, f"{row['event']} {EventOrAction(row['event']).name}", row["outcome"], row["confidence"]])
    yield from _rows(["Action of the control", "Last part of the event", "Outcome", "Confidence"], rows)


def _parts() -> Iterator[str]:
    for title, values in (
        ("type", DeviceType),
        ("domain", Domain),
        ("subDomain", SubDomain),
        ("eventOrAction", EventOrAction),
    ):
        yield from ("", f"## {title}")
        yield from _entries(values)


def _replies() -> Iterator[str]:
    rows = []
    for code, reply in REPLY_CODES.items():
        final, retry = ("yes" if flag else "no" for flag in (reply.final, reply.retry))
        rows.append([code, f"`{reply.name}`", reply.level, reply.meaning, final, retry, reply.advice, reply.confidence])
    yield from _rows(["Code", "Name", "Level", "Meaning", "Final", "Retry", "What to do", "Confidence"], rows)


def _obis() -> Iterator[str]:
    yield from ("", "## Listed pairs")
    rows = []
    for row in table("obis", "pair"):
        words = ReadingTypeCode.parse(row["reading_type"]).describe()
        rows.append(
            [str(ObisCode.parse(row["code"])), row["reading_type"], words, row.get("note", ""), row["confidence"]]
        )
    yield from _rows(["OBIS code", "Reading type", "Meaning", "Note", "Confidence"], rows)
    for section, title in (("rule", "Rules"), ("choice", "Other choices")):
        yield from ("", f"## {title}")
        values = {field.cim: field.values for field in FIELDS}
        rows = []
        for row in table("obis", section):
            kind = values[row["field"]]
            name = kind(row["value"]).name if kind else ""
            conditions = "; ".join(f"{group.upper()} = {row[group]}" for group in "abcde" if group in row)
            rows.append(
                [f"`{row['field']}`", f"{row['value']} {name}", conditions, row.get("note", ""), row["confidence"]]
            )
        yield from _rows(["Field", "Value", "Where", "Note", "Confidence"], rows)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
