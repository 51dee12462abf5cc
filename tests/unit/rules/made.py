"""Small payloads for the tests of the rules of content, and what these rules say about them."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
from lxml import etree

import cim61968_9 as cim
from cim61968_9.validation.rules import CONTENT_CHECKS, RULES
from cim61968_9.verbs import KIND_OF
from cim61968_9.xml.locate import Finder, locate

__all__ = [
    "DELTA",
    "METER",
    "TOTAL",
    "Case",
    "cases",
    "controls",
    "doc",
    "events",
    "in_message",
    "readings",
    "ref",
    "told",
]

DELTA = "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
TOTAL = "0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"
METER = "<Meter><mRID>NM-1</mRID></Meter>"
OF_CONTENT = {name for _, name, _ in CONTENT_CHECKS}


class Case(NamedTuple):
    """A payload or message that breaks one rule and no other of content: where, what is said, and the value."""

    rule: str
    document: str
    path: str
    found: str
    value: str | None = None

    @property
    def finding(self) -> cim.Finding:
        """What a check of the document should find."""
        rule, root = RULES[self.rule], etree.QName(etree.fromstring(self.document)).localname
        return cim.Finding(
            rule=self.rule,
            severity=rule.severity,
            message=f"{rule.title}: {self.found}",
            path=f"/{root}/{self.path}".rstrip("/"),
            value=self.value,
            hint=rule.hint,
        )

    @property
    def place(self) -> str:
        """The path of the element that is at the place of the finding."""
        return resolved(self.document, self.finding.path)


def doc(noun: str, inside: str = "") -> str:
    """Return a bare payload."""
    return f'<{noun} xmlns="http://iec.ch/TC57/2011/{noun}#">{inside}</{noun}>'


def readings(*parts: str, meter: str = METER, root: str = "") -> str:
    """Return a MeterReadings with one set of values; ``root`` has its definitions."""
    return doc("MeterReadings", f"<MeterReading>{meter}{''.join(parts)}</MeterReading>{root}")


def controls(inside: str, code: str = "3.31.0.23", target: str = "<EndDevices><mRID>NM-1</mRID></EndDevices>") -> str:
    """Return an EndDeviceControls with one control."""
    return doc(
        "EndDeviceControls", f"<EndDeviceControl>{inside}{ref('EndDeviceControlType', code)}{target}</EndDeviceControl>"
    )


def events(code: str = "3.26.0.85", target: str = "<Assets><mRID>NM-1</mRID></Assets>", root: str = "") -> str:
    """Return an EndDeviceEvents with one event."""
    inside = f"<createdDateTime>2026-01-14T09:21:48Z</createdDateTime>{target}{ref('EndDeviceEventType', code)}"
    return doc("EndDeviceEvents", f"<EndDeviceEvent>{inside}</EndDeviceEvent>{root}")


def ref(tag: str, text: str) -> str:
    """Return a reference."""
    return f'<{tag} ref="{text}"/>'


def in_message(verb: str, payload: str, *, sent: str = "2026-01-14T09:31:44Z", request: str = "") -> str:
    """Return a message with a payload."""
    noun = payload[1:].partition(" ")[0]
    head = f"<Verb>{verb}</Verb><Noun>{noun}</Noun><Timestamp>{sent}</Timestamp><MessageID>1</MessageID>"
    asked = f"<Request>{request}</Request>" if request else ""
    kind = KIND_OF[verb]
    return (
        f'<{kind} xmlns="http://iec.ch/TC57/2011/schema/message"><Header>{head}</Header>{asked}'
        f"<Payload>{payload}</Payload></{kind}>"
    )


def told(document: str | Any) -> list[cim.Finding]:
    """Return the findings of rules of content in a document or an object."""
    message = cim.load(document).message if isinstance(document, str) else document
    return [one for one in cim.check(message) if one.rule in OF_CONTENT]


def resolved(document: str, path: str) -> str:
    """Return the path of the element that is found at a path."""
    root = etree.fromstring(document)
    below = path.removeprefix(f"/{etree.QName(root).localname}").removeprefix("/")
    element = Finder(root).find(below) if below else root
    return locate(root, [element], None)[id(element)].path


def cases(broken: list[Case]) -> pytest.MarkDecorator:
    """Run a test with each case."""
    return pytest.mark.parametrize("case", broken, ids=[f"{one.rule}-{number}" for number, one in enumerate(broken)])
