"""What tests know of pages of HTML: whether one is well-formed, what it refers to, and names that try to break out."""

from __future__ import annotations

import datetime as dt
import re
from html.parser import HTMLParser

import cim61968_9 as cim
from cim61968_9.profiles.meter_readings import (
    EndDeviceEvent,
    IntervalBlock,
    IntervalReading,
    Meter,
    MeterReading,
    MeterReadings,
    Name,
    Reading,
    ReadingQuality,
)

__all__ = ["HOSTILE", "LONG", "Strict", "hostile_message"]

LONG = 1_000_000
HOSTILE = (
    "<script>document.title='broken'</script>",
    '"><img src=x onerror="document.title=\'broken\'">',
    "</style></title></desc></svg></textarea><h1 onclick=alert(1)>broken",
    "]]><!--",
    "'\" onmouseover=document.title='broken' x='",
    "javascript:document.title='broken'",
    "https://northmoor.example/pixel.png url(https://northmoor.example/a.css) @import",
    "&lt;b&gt;&#60;script&#62;",
    "\u202eevil\u202c \u2066right\u2069 \u200f\u200b\ufeff \u05d0\u05d1",
    "Zähler № 7 \U0001f50c",
)
_VOID = frozenset({"meta", "link", "br", "img", "hr", "input"})
_CLOSED_BY_ITSELF = frozenset({"path", "rect", "circle"})
_NO_BLOCKS_IN = frozenset({"p", "summary", "h1", "h2", "h3", "code", "bdi", "span", "b", "pre", "a"})
_BLOCKS = frozenset(
    {"div", "p", "table", "section", "article", "details", "ul", "dl", "figure", "h1", "h2", "h3", "pre"}
)
_TAGS = frozenset(
    {"html", "head", "meta", "link", "title", "style", "body", "header", "main", "footer", "section", "article"}
    | {"h1", "h2", "h3", "p", "div", "span", "b", "i", "bdi", "br", "code", "pre", "mark", "a"}
    | {"table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "ul", "li", "details", "summary"}
    | {"figure", "figcaption", "svg", "desc", "defs", "pattern", "g", "path", "rect", "circle", "text"}
)
_AT = dt.datetime(2026, 1, 14, tzinfo=dt.UTC)
_URL = re.compile(r"url\(([^)]*)\)|@import|image-set|expression\(", re.IGNORECASE)


class Strict(HTMLParser):
    """Reads a page and refuses what a browser would have to guess: tags that cross, unknown tags, ids used twice.

    Collects what it refers to, and its text, headings first.
    """

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.references: list[str] = []
        self.counts: dict[str, int] = {}
        self.headings: list[str] = []
        self.heads: list[str] = []
        self.styles = ""
        self.text = ""
        self.feed(page)
        self.close()
        assert not self.open, f"still open: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _TAGS, f"unknown tag {tag} at {self.getpos()}"
        if tag in _BLOCKS:
            assert not _NO_BLOCKS_IN & set(self.open), f"{tag} inside of {self.open} at {self.getpos()}"
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice in {tag} at {self.getpos()}"
        for name, value in attrs:
            assert not name.startswith("on"), f"a handler {name} in {tag} at {self.getpos()}"
            self._attribute(name, value or "")
        self.counts[tag] = self.counts.get(tag, 0) + 1
        if tag not in _VOID:
            self.open.append(tag)
        if tag in {"h1", "h2", "h3"}:
            self.headings.append("")
        elif tag == "th":
            self.heads.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _CLOSED_BY_ITSELF, f"{tag} closes itself at {self.getpos()}"
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> of nothing at {self.getpos()}"
        assert self.open[-1] == tag, f"</{tag}> closes {self.open[-1]} at {self.getpos()}"
        self.open.pop()

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment at {self.getpos()}: {data[:60]}")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            self.styles += data
            return
        self.text += data
        if {"h1", "h2", "h3"} & set(self.open):
            self.headings[-1] += data
        elif "th" in self.open:
            self.heads[-1] += data

    def _attribute(self, name: str, value: str) -> None:
        if name == "id":
            assert value not in self.ids, f"the id {value} twice"
            self.ids.append(value)
        elif name in {"href", "src", "action", "data", "poster", "srcset", "xlink:href", "background"}:
            self.references.append(value)
        elif name == "aria-labelledby":
            self.references += [f"#{one}" for one in value.split()]
        self.references += [found[0] for found in _URL.finditer(value)]

    @property
    def leading_out(self) -> list[str]:
        """References that lead to no place on the page."""
        known = {"data:,", *(f"#{one}" for one in self.ids), *(f"url(#{one})" for one in self.ids)}
        return [
            one for one in (*self.references, *(each[0] for each in _URL.finditer(self.styles))) if one not in known
        ]


def hostile_message() -> bytes:
    """Return a message whose texts try to get out of the place where they stand."""
    payload = MeterReadings(
        meter_reading=[_reading(number, text) for number, text in enumerate((*HOSTILE, "M" * LONG))],
    )
    message = cim.event("created", payload, source=HOSTILE[0], timestamp=_AT)
    header = message.header
    header.message_id, header.correlation_id, header.comment = HOSTILE[1], HOSTILE[4], "C" * LONG
    return cim.to_bytes(message)


def _reading(number: int, name: str) -> MeterReading:
    text = name[:80]
    return MeterReading(
        meter=Meter(names=[Name(name=name)]),
        end_device_events=[
            EndDeviceEvent(created_date_time=_AT, severity=text, reason=text, end_device_event_type=text, mrid=text)
        ],
        interval_blocks=[
            IntervalBlock(
                reading_type="0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.0.72.0" if number % 2 else text,
                interval_readings=[
                    IntervalReading(
                        time_stamp=_AT + dt.timedelta(minutes=15 * (step + (step > 4))),
                        value="12.5",
                        reading_qualities=[ReadingQuality(reading_quality_type=text, comment=text)],
                    )
                    for step in range(8)
                ],
            )
        ],
        readings=[Reading(time_stamp=_AT, value=text, reading_type=text)],
    )
