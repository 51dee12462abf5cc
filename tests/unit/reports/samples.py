"""The reports that the tests of the formats share: a clean one, one with all severities, hostile ones."""

from __future__ import annotations

from cim61968_9 import Finding, Severity
from cim61968_9.validation.report import Report
from cim61968_9.validation.rules import Rule

OWN = {
    "NMG101": Rule(
        Severity.ERROR,
        "missing element",
        "ask the sender for it, or set it before writing",
        source="Northmoor Grid, interface 7",
        reason="What is not there cannot be billed.",
    ),
    "NMG102": Rule(Severity.WARNING, "too many findings", "ask for all of them"),
    "NMG103": Rule(Severity.INFO, "SOAP envelope", "nothing is to be done"),
}
"""Rules of the reports below, so that they do not change with those of the library; NMG000 is known to nobody."""

CLEAN = Report(source="messages/interval-day.xml", kind="EventMessage", verb="created", noun="MeterReadings")
MIXED = Report(
    source="messages/march 2026/reply.xml",
    kind="ResponseMessage",
    verb="reply",
    noun="MeterReadings",
    dialect="namespace 2011, no #",
    findings=(
        Finding(
            rule="NMG101",
            severity=Severity.ERROR,
            message="missing element: 'value' is not there, expected exactly one",
            path="/ResponseMessage/Payload/MeterReadings/MeterReading[2]/Readings[1]/value",
            line=41,
            column=13,
            hint="ask the sender for it, or set it before writing",
        ),
        Finding(
            rule="NMG101",
            severity=Severity.ERROR,
            message="missing element: 'value' is not there, expected exactly one",
            path="/ResponseMessage/Payload/MeterReadings/MeterReading[3]/Readings[1]/value",
            line=55,
            hint="ask the sender for it, or set it before writing",
        ),
        Finding(
            rule="NMG102",
            severity=Severity.WARNING,
            message="too many findings: 12 more are not listed, beyond the limit of 2",
            path="/ResponseMessage",
            line=2,
            column=3,
            value="{12}",
        ),
        Finding(rule="NMG103", severity=Severity.INFO, message="SOAP envelope: SOAP 1.1"),
    ),
)
HOSTILE = Report(
    source='tricks!<&>"%,:\x1b[2J\n::error::.xml',
    noun="</testsuite>",
    dialect="\ud800",
    findings=(
        Finding(
            rule="NMG000",
            severity=Severity.WARNING,
            message="name \x1b]0;owned\x07 \x00 \u202egnp.exe ]]> [click](https://example.org) \ud800 {0} %0A\r\n::x",
            path='/A/"B"/<C>',
            line=0,
            column=0,
            value="x" * 5_000,
        ),
    ),
)
UNREADABLE = Report(source="messages/gone.xml", problem="no such file")
REPORTS = (CLEAN, MIXED, HOSTILE, UNREADABLE)
