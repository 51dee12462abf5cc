"""A broken message gives the finding that it says, where it says: every example of a rule, and every change."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import cim61968_9 as cim
from cim61968_9.testing import BrokenExamples, BrokenMessage, broken_messages
from cim61968_9.testing.defects import MUTATIONS, _example, _of_mutation, _written
from cim61968_9.validation.rules import RULES

IN_MEMORY = {"ENV501", "FND002", "XSD113"}
"""Rules of objects, not of texts, and that of rules that fail."""


@pytest.mark.parametrize("change", MUTATIONS, ids=lambda change: change.rule)
def test_every_change_breaks_its_rule(change: object) -> None:
    @settings(max_examples=3)
    @given(_of_mutation([change]))  # type: ignore[list-item]
    def law(broken: BrokenMessage) -> None:
        assert broken.is_told_by(broken.findings()), [broken.path, *map(str, broken.findings())]

    law()


@settings(max_examples=15)
@given(broken_messages())
def test_any_defect_is_found(broken: BrokenMessage) -> None:
    assert broken.is_told_by(broken.findings())
    assert not broken.is_told_by(one for one in broken.findings() if one.rule != broken.rule)


@pytest.mark.parametrize("rule", sorted(RULES.keys() - IN_MEMORY))
def test_every_rule_has_broken_messages(rule: str) -> None:
    shown = _written(rule)
    assert shown is not None
    broken = _example(rule, shown, b"<!-- later -->")
    assert broken.is_told_by(broken.findings())


@settings(max_examples=5)
@given(broken_messages(["TIM31", "VAL101"]))
def test_rules_are_chosen_by_the_start_of_their_names(broken: BrokenMessage) -> None:
    assert broken.rule.startswith(("TIM31", "VAL101"))
    assert len(repr(broken)) < 200


@pytest.mark.parametrize("rules", ["ABC", ["XSD", ""], "FND002", "tim"])
def test_names_of_no_rule_are_refused(rules: str | list[str]) -> None:
    with pytest.raises(ValueError, match="expected the id of a rule, or the start of one"):
        broken_messages(rules)


def test_a_finding_elsewhere_is_another_one() -> None:
    broken = BrokenMessage(rule="VAL101", data=b"<x/>", path="/MeterReadings/MeterReading")
    findings = [
        cim.Finding(rule="VAL101", severity=cim.Severity.ERROR, message="found words", path=path)
        for path in ("/MeterReadings", "/MeterReadings/MeterReadingSet", "", "/EventMessage")
    ]
    assert not broken.is_told_by(findings)


@pytest.mark.parametrize("broken", BrokenExamples(["TIM31", "VAL101"]), ids=lambda broken: broken.rule)
def test_examples_are_parameters_of_tests(broken: BrokenMessage) -> None:
    assert broken.is_told_by(broken.findings())


def test_every_rule_of_documents_has_an_example() -> None:
    examples = BrokenExamples()
    assert set(examples.rules) == RULES.keys() - IN_MEMORY
    assert len(examples) == len(list(examples)) == len(RULES) - len(IN_MEMORY)
    assert next(iter(examples)) in examples
    assert "VAL101" not in examples
    assert repr(BrokenExamples("TIM314")) == "<BrokenExamples: 1, such as of TIM314>"
    with pytest.raises(ValueError, match="expected the id of a rule"):
        BrokenExamples("FND002")


def test_rules_with_messages_of_their_own_are_published() -> None:
    assert {"TIM314", "XSD101", "XML001"} <= BrokenExamples.varied < RULES.keys()
    assert BrokenExamples.varied == {"XML001", *(one.rule for one in MUTATIONS)}
