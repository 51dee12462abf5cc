"""The exceptions: their family, what they carry, groups that can be split."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
import unit_messages as xml

import cim61968_9 as cim
from cim61968_9 import errors


def finding(number: int, rule: str = "XSD101") -> cim.Finding:
    return cim.Finding(rule=rule, severity=cim.Severity.ERROR, message=f"m{number}", path=f"/A[{number}]", line=number)


@pytest.mark.parametrize(
    ("name", "builtin"),
    [
        ("SourceError", TypeError),
        ("XmlError", ValueError),
        ("NotWellFormedError", ValueError),
        ("ForbiddenXmlError", ValueError),
        ("LimitError", ValueError),
        ("UnknownMessageError", LookupError),
        ("FindingError", ValueError),
        ("InvalidMessageError", ExceptionGroup),
    ],
)
def test_errors_are_of_the_family_and_of_the_built_in_kind(name: str, builtin: type) -> None:
    cls = getattr(cim, name)

    assert issubclass(cls, cim.Cim61968Error)
    assert issubclass(cls, builtin)
    assert name in errors.__all__


def test_warning_is_a_user_warning() -> None:
    assert issubclass(cim.CimWarning, UserWarning)


@pytest.mark.parametrize(
    ("cls", "rule"), [(cim.NotWellFormedError, "XML001"), (cim.ForbiddenXmlError, "XML002"), (cim.LimitError, "XML003")]
)
def test_errors_of_xml_have_a_rule_and_a_place(cls: Any, rule: str) -> None:
    error = cls("text", line=3, column=4)

    assert isinstance(error, cim.XmlError)
    assert (str(error), error.rule, error.line, error.column) == ("text", rule, 3, 4)
    assert (cls("text").line, cls("text").column) == (None, None)


def test_finding_error_carries_its_finding() -> None:
    error = cim.FindingError(finding(1))

    assert error.finding == finding(1)
    assert str(error) == "XSD101 /A[1] (line 1): m1"


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "invalid message: XSD101 /A[0] (line 0): m0 (1 sub-exception)"),
        (
            7,
            (
                "invalid message: XSD101 /A[0] (line 0): m0; XSD101 /A[1] (line 1): m1; XSD101 /A[2] (line 2): m2; "
                "XSD101 /A[3] (line 3): m3; XSD101 /A[4] (line 4): m4; and 2 more (7 sub-exceptions)"
            ),
        ),
    ],
)
def test_group_names_its_first_findings(count: int, text: str) -> None:
    findings = [finding(number) for number in range(count)]

    error = cim.InvalidMessageError(findings)

    assert str(error) == text
    assert error.findings == tuple(findings)
    assert [one.finding for one in error.exceptions] == findings


def test_group_can_be_caught_by_its_members() -> None:
    seen = []
    try:
        cim.read(xml.readings("<v:x/>"), mode="strict")
    except* cim.FindingError as group:
        seen = [one.finding.rule for one in group.exceptions]

    assert seen == ["XSD101"]


def test_group_splits_into_groups_of_its_kind() -> None:
    error = cim.InvalidMessageError([finding(1), finding(2, "XSD107"), finding(3)])

    match, rest = error.split(lambda one: isinstance(one, cim.FindingError) and one.finding.rule == "XSD107")

    assert type(match) is type(rest) is cim.InvalidMessageError
    assert [one.line for one in match.findings] == [2]
    assert [one.line for one in rest.findings] == [1, 3]
    assert error.subgroup(lambda one: False) is None
    assert type(error.derive(error.exceptions[:1])) is cim.InvalidMessageError


def test_group_keeps_notes_and_cause_when_split() -> None:
    error = cim.InvalidMessageError([finding(1), finding(2, "XSD107")])
    error.add_note("in reply.xml")

    match, _ = error.split(lambda one: isinstance(one, cim.FindingError) and one.finding.rule == "XSD107")

    assert match is not None
    assert match.__notes__ == ["in reply.xml"]


@pytest.mark.parametrize(
    "error",
    [
        cim.SourceError("text"),
        cim.UnknownMessageError("text"),
        cim.NotWellFormedError("text", line=3, column=4),
        cim.LimitError("text", line=3),
        cim.FindingError(finding(1)),
        cim.InvalidMessageError([finding(1), finding(2)]),
    ],
    ids=lambda error: type(error).__name__,
)
@pytest.mark.parametrize("copier", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_errors_can_be_sent_to_other_processes(error: Any, copier: Any) -> None:
    again = copier(error)

    assert type(again) is type(error)
    assert str(again) == str(error)
    for name in ("line", "column", "finding", "findings"):
        assert getattr(again, name, None) == getattr(error, name, None)


def test_errors_hide_nothing_of_their_origin_but_internals() -> None:
    with pytest.raises(cim.NotWellFormedError) as caught:
        cim.read("<a")

    assert caught.value.__suppress_context__
