"""Law: whatever a message holds, its report is a valid document in every format."""

from __future__ import annotations

from hypothesis import example, given, strategies as st
from unit.reports import checking

from cim61968_9 import Finding, Severity
from cim61968_9.validation.rendering import render
from cim61968_9.validation.report import Report

TRICKS = [
    "]]>",
    "<!--",
    "&#0;",
    "\x00\x01\x1b[2J\x9b31m",
    "\r\n::error::",
    "%0A",
    "\ud800",
    "\udfff\ud83d",
    "\ufffe\uffff",
    "\u202e\u2028",
    "[a](1)",
    "{0}",
    "\t ",
    "",
]
texts = st.lists(
    st.one_of(
        st.sampled_from(TRICKS),
        st.text(st.characters(exclude_categories=()), max_size=20),
        st.builds(lambda letter: letter * 5_000, st.characters(exclude_categories=())),
    ),
    max_size=3,
).map("".join)
LARGE = Finding(
    rule="XSD107", severity=Severity.ERROR, message="\x1b]]>" * 250_000, path="/[" * 500_000, value="\ud800" * 1_000_000
)
numbers = st.none() | st.integers(-1, 2**40)
found = st.builds(
    Finding,
    rule=st.sampled_from(["XSD103", "ENV102"]) | texts,
    severity=st.sampled_from(Severity),
    message=texts,
    path=texts,
    line=numbers,
    column=numbers,
    value=st.none() | texts,
    hint=texts,
)
reports = st.builds(
    Report,
    source=texts,
    findings=st.lists(found, max_size=3).map(tuple),
    dialect=texts,
    kind=texts,
    verb=texts,
    noun=texts,
    problem=st.just("") | texts,
)


@given(st.lists(reports, max_size=3))
@example([Report(source="\udc80.xml", problem="\x00")])
@example([Report(source="a", findings=(LARGE,))])
def test_reports_are_valid_in_every_format(found: list[Report]) -> None:
    checking.plain_text(render(found, "text", colour=True))
    checking.as_json(render(found, "json"))
    checking.junit(render(found, "junit"))
    checking.sarif(render(found, "sarif"))
    checking.github(render(found, "github"))
