"""Every rule of content has payloads that break it, and a function of its own that says why."""

from __future__ import annotations

import re

import pytest
from unit.rules import (
    test_controls,
    test_end_device_codes,
    test_instants,
    test_intervals,
    test_master_data,
    test_qualities,
    test_reading_types,
    test_references,
    test_values,
)

from cim61968_9.validation.rules import CONTENT_CHECKS, RULES

TABLES = (
    test_controls,
    test_end_device_codes,
    test_instants,
    test_intervals,
    test_master_data,
    test_qualities,
    test_reading_types,
    test_references,
    test_values,
)
NAMES = sorted({name for _, name, _ in CONTENT_CHECKS})
ELSEWHERE = {"ENV501", "MAS131", "TIM305", "VAL103"}
"""Broken in a test of their own, where another finding stands beside."""


def test_every_rule_of_content_has_a_case() -> None:
    assert {case.rule for table in TABLES for case in table.BROKEN} == {*NAMES} - ELSEWHERE


def test_each_rule_is_one_function() -> None:
    functions = {name: check for _, name, check in CONTENT_CHECKS}

    assert len({check.__name__ for check in functions.values()}) == len(functions)
    assert {(name, check) for _, name, check in CONTENT_CHECKS} == set(functions.items())


@pytest.mark.parametrize("name", NAMES)
def test_rule_says_what_why_and_what_to_do(name: str) -> None:
    rule = RULES[name]

    assert re.fullmatch(r"(RDT|QUA|EVT|TIM3|VAL|REF|MAS|ENV5)\d{2,3}", name)
    assert all(text and text == " ".join(text.split()) for text in (rule.title, rule.hint, rule.source, rule.reason))
    assert rule.title[0].islower() or rule.title.startswith(("OBIS", "mRID"))
    assert not rule.title.endswith(".")
    assert not rule.hint.endswith(".") or rule.hint.endswith("...")
    assert rule.reason.endswith(".")
