"""Each format is valid by its public schema, and says what its readers look for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attrs import evolve
from unit.reports import checking
from unit.reports.samples import CLEAN, HOSTILE, MIXED, OWN, REPORTS, UNREADABLE

from cim61968_9 import Finding, Severity
from cim61968_9.validation.rendering import FORMATS, render
from cim61968_9.validation.report import Report
from cim61968_9.validation.rules import RULES


@pytest.fixture(autouse=True)
def own_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Know the rules of the reports."""
    for name, rule in OWN.items():
        monkeypatch.setitem(RULES, name, rule)


def one(**rest: object) -> Report:
    """Return a report with one error."""
    given = {"rule": "NMG101", "severity": Severity.ERROR, "message": "missing element: 'value'", **rest}
    return Report(source=str(given.pop("source", "a.xml")), findings=(Finding(**given),))  # type: ignore[arg-type]


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="'html'; expected one of text, json, junit, sarif, github"):
        render(REPORTS, "html")


@pytest.mark.parametrize("output_format", FORMATS)
def test_no_reports_are_a_valid_document(output_format: str) -> None:
    text = render(iter(()), output_format)
    {
        "text": checking.plain_text,
        "json": checking.as_json,
        "junit": checking.junit,
        "sarif": checking.sarif,
        "github": checking.github,
    }[output_format](text)


class TestText:
    def test_places_are_such_that_editors_jump_there(self) -> None:
        lines = checking.plain_text(render([MIXED], "text"))
        assert lines[2].startswith("messages/march 2026/reply.xml:41:13: error NMG101 ")
        assert lines[5].startswith("messages/march 2026/reply.xml:55: error NMG101 ")

    def test_findings_are_in_the_order_of_their_places(self) -> None:
        places = [(9, 2), (9, None), (2, 30), (None, None), (2, 4), (9, 2)]
        found = [evolve(MIXED.findings[3], line=line, column=column) for line, column in places]
        found = [evolve(finding, message=f"{number}") for number, finding in enumerate(found)]
        lines = render([evolve(MIXED, findings=tuple(found))], "text").splitlines()
        assert [line[-1] for line in lines[: len(places)]] == ["4", "2", "1", "0", "5", "3"]

    def test_what_is_not_listed_is_counted(self) -> None:
        shown = evolve(MIXED, findings=MIXED.findings[:1], unlisted=MIXED.findings[2:])
        assert (shown.ok, shown.worst, shown.count("warning"), shown.at_least("info")) == (False, "error", 1, True)
        assert checking.plain_text(render([shown], "text"))[-2:] == [
            "2 findings below --show are not listed",
            "1 source checked: 1 error, 1 warning, 1 info",
        ]
        root = checking.junit(render([shown], "junit", fail_on="info"))
        assert root.xpath("//failure/@message")[1:] == ["1 finding below --show is not listed"] * 2

    def test_terminal_escapes_in_messages_are_shown_not_sent(self) -> None:
        text = render([HOSTILE], "text")
        checking.plain_text(text)
        assert "\x1b" not in text
        assert r"\x1b]0;owned\x07" in text

    def test_colours_are_there_only_when_wanted(self) -> None:
        assert "\x1b[" not in render(REPORTS, "text")
        coloured = render(REPORTS, "text", colour=True)
        assert "\x1b[31;1merror\x1b[0m" in coloured
        assert checking.plain_text(coloured) == checking.plain_text(render(REPORTS, "text"))

    @pytest.mark.parametrize(
        ("reports", "summary"),
        [
            ([], "0 sources checked: no findings"),
            ([CLEAN], "1 source checked: no findings"),
            ([MIXED], "1 source checked: 2 errors, 1 warning, 1 info"),
            ([CLEAN, MIXED], "2 sources checked: 2 errors, 1 warning, 1 info in 1"),
            ([CLEAN, UNREADABLE], "1 source checked: no findings; 1 source could not be read"),
        ],
    )
    def test_last_line_is_the_summary(self, reports: list[Report], summary: str) -> None:
        assert render(reports, "text").splitlines()[-1] == summary

    def test_a_hint_is_told_once_for_each_rule(self) -> None:
        assert render([MIXED], "text").count("ask the sender for it, or set it before writing") == 1

    def test_str_of_a_report_is_its_text(self) -> None:
        assert f"{MIXED}\n" == render([MIXED], "text")

    def test_a_long_value_is_cut_and_says_so(self) -> None:
        text = render([one(message=f"found {'x' * 1_000_000}")], "text")
        assert len(text) < 500
        assert "999,746 characters" in text


class TestJson:
    def test_document_says_its_version_and_counts(self) -> None:
        document = checking.as_json(render(REPORTS, "json"))
        assert document["version"] == 1
        assert document["summary"] == {
            "sources": 4,
            "unreadable": 1,
            "errors": 2,
            "warnings": 2,
            "infos": 1,
            "unlisted": 0,
        }
        assert [report["ok"] for report in document["reports"]] == [True, False, True, False]

    def test_findings_have_all_that_is_known(self) -> None:
        found = checking.as_json(render([MIXED], "json"))["reports"][0]["findings"]
        assert found[2] == {
            "rule": "NMG102",
            "severity": "warning",
            "message": "too many findings: 12 more are not listed, beyond the limit of 2",
            "path": "/ResponseMessage",
            "line": 2,
            "column": 3,
            "value": "{12}",
            "hint": "",
        }
        assert (found[3]["line"], found[3]["column"], found[3]["value"]) == (None, None, None)


class TestJunit:
    def test_suites_are_sources_and_cases_are_rules(self) -> None:
        root = checking.junit(render(REPORTS, "junit"))
        assert [suite.get("name") for suite in root][:2] == [CLEAN.source, MIXED.source]
        assert [case.get("name") for case in root[1]] == [
            "NMG101 missing element",
            "NMG102 too many findings",
            "NMG103 SOAP envelope",
        ]

    def test_a_clean_source_is_a_case_that_passes(self) -> None:
        (suite,) = checking.junit(render([CLEAN], "junit"))
        assert [(case.get("name"), len(case)) for case in suite] == [("no findings", 0)]

    def test_a_source_that_cannot_be_read_is_an_error(self) -> None:
        (suite,) = checking.junit(render([UNREADABLE], "junit"))
        assert suite.get("errors") == "1"
        assert suite.xpath("testcase/error/@message") == ["no such file"]

    def test_counts_add_up(self) -> None:
        root = checking.junit(render(REPORTS, "junit"))
        assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("6", "1", "1")
        for suite in root:
            assert suite.get("tests") == str(len(suite))

    @pytest.mark.parametrize(("fail_on", "failures"), [("error", "1"), ("warning", "2"), ("info", "3")])
    def test_what_fails_is_chosen(self, fail_on: str, failures: str) -> None:
        assert checking.junit(render([MIXED], "junit", fail_on=fail_on)).get("failures") == failures


class TestSarif:
    def test_rules_that_occur_are_described_once(self) -> None:
        (run,) = checking.sarif(render([MIXED, MIXED], "sarif"))["runs"]
        rules = run["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == ["NMG101", "NMG102", "NMG103"]
        assert rules[0]["name"] == "MissingElement"
        assert [rule["defaultConfiguration"]["level"] for rule in rules] == ["error", "warning", "note"]
        assert all(rules[found["ruleIndex"]]["id"] == found["ruleId"] for found in run["results"])

    def test_results_have_place_and_path(self) -> None:
        (run,) = checking.sarif(render([MIXED], "sarif"))["runs"]
        (location,) = run["results"][0]["locations"]
        assert location["physicalLocation"] == {
            "artifactLocation": {"uri": "messages/march%202026/reply.xml", "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": 41, "startColumn": 13},
        }
        assert location["logicalLocations"][0]["fullyQualifiedName"] == MIXED.findings[0].path

    def test_an_absolute_path_is_a_file_uri(self) -> None:
        source = Path("/srv/märz/a b.xml")
        (run,) = checking.sarif(render([one(source=source)], "sarif"))["runs"]
        place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        assert place == {"uri": "file:///srv/m%C3%A4rz/a%20b.xml"}

    def test_a_rank_that_a_user_gave_stands_at_the_result(self) -> None:
        (run,) = checking.sarif(render([one(severity=Severity.INFO)], "sarif"))["runs"]
        assert run["results"][0]["level"] == "note"
        assert run["tool"]["driver"]["rules"][0]["defaultConfiguration"] == {"level": "error"}

    def test_brackets_that_would_be_a_link_are_escaped(self) -> None:
        (run,) = checking.sarif(render([HOSTILE], "sarif"))["runs"]
        assert r"\[click](https://example.org)" in run["results"][0]["message"]["text"]

    def test_a_source_that_cannot_be_read_makes_the_run_unsuccessful(self) -> None:
        (run,) = checking.sarif(render([UNREADABLE], "sarif"))["runs"]
        assert run["invocations"][0]["executionSuccessful"] is False
        assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == (
            "cannot be read: no such file"
        )


class TestGithub:
    def test_a_finding_is_a_command_beside_its_line(self) -> None:
        name, place, message = checking.github(render([MIXED], "github"))[0]
        assert name == "error"
        assert place == {
            "file": "messages/march 2026/reply.xml",
            "line": "41",
            "col": "13",
            "title": "NMG101 missing element",
        }
        assert message.startswith("missing element: 'value' is not there, expected exactly one%0Aat /ResponseMessage/")

    def test_severities_have_their_commands(self) -> None:
        assert [name for name, _, _ in checking.github(render([MIXED], "github"))] == [
            "error",
            "error",
            "warning",
            "notice",
        ]

    def test_nothing_in_a_message_becomes_a_command(self) -> None:
        ((name, place, message),) = checking.github(render([HOSTILE], "github"))
        assert (name, place["title"]) == ("warning", "NMG000")
        assert "%250A" in message

    def test_standard_input_has_no_file(self) -> None:
        ((_, place, _),) = checking.github(render([one(source="-", line=3)], "github"))
        assert place == {"line": "3", "title": "NMG101 missing element"}


class TestReport:
    @pytest.mark.parametrize(
        ("report", "ok", "worst"),
        [(CLEAN, True, None), (MIXED, False, "error"), (HOSTILE, True, "warning"), (UNREADABLE, False, None)],
    )
    def test_report_is_ok_without_errors(self, report: Report, ok: bool, worst: str | None) -> None:
        assert (report.ok, report.worst) == (ok, worst)

    def test_counts_are_by_severity(self) -> None:
        assert [MIXED.count(severity) for severity in ("error", Severity.WARNING, "info")] == [2, 1, 1]

    @pytest.mark.parametrize(
        ("report", "severity", "expected"),
        [(MIXED, "error", True), (HOSTILE, "error", False), (HOSTILE, "warning", True), (CLEAN, "info", False)],
    )
    def test_findings_of_a_severity_or_worse_are_told(self, report: Report, severity: str, expected: bool) -> None:
        assert report.at_least(severity) is expected

    def test_repr_does_not_hold_the_message(self) -> None:
        assert "message=" not in repr(Report(source="a", message=object()))


def test_text_of_json_is_ascii() -> None:
    assert render([one(message="Zähler \U0001f50c")], "json").isascii()
    assert json.loads(render([one(message="Zähler")], "json"))["reports"][0]["findings"][0]["message"] == "Zähler"
