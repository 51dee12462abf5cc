"""Which findings are listed when there is no room for all."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, strategies as st

import cim61968_9 as cim
from cim61968_9.validation.finding import tally
from cim61968_9.validation.listing import Listing

ERROR, WARNING = cim.Severity.ERROR, cim.Severity.WARNING


def listed(rules: list[str], most: int) -> tuple[list[tuple[int, str]], tuple[cim.Finding, ...]]:
    listing: Listing[tuple[int, str]] = Listing(most)
    for number, rule in enumerate(rules):
        if listing.has_room(rule, ERROR):
            listing.add(rule, ERROR, (number, rule))
    return list(listing), listing.rest()


@given(st.lists(st.sampled_from("AAAAAAAABBC"), max_size=200), st.integers(1, 90))
def test_the_first_of_each_rule_are_listed_and_all_are_counted(rules: list[str], most: int) -> None:
    found, rest = listed(rules, most)
    assert len(found) == min(len(rules), most)
    assert found == sorted(found)
    for rule in set(rules):
        numbers = [number for number, one in enumerate(rules) if one == rule]
        kept = [number for number, one in found if one == rule]
        assert kept == numbers[: len(kept)]
        assert len(kept) >= min(len(numbers), 20, most // 3)
    shown = [cim.Finding(rule=rule, severity=ERROR, message="") for _, rule in found]
    assert tally([*shown, *rest]) == Counter((rule, ERROR) for rule in rules)


@pytest.mark.parametrize("most", [1, 2, 3])
def test_no_rule_loses_its_only_place(most: int) -> None:
    found, _ = listed(["A", "B", "C", "D"] * 9, most)
    assert [rule for _, rule in found] == ["A", "B", "C"][:most]


def test_the_rest_is_told_by_rule_the_most_first() -> None:
    listing: Listing[None] = Listing(5)
    listing.count("XSD101", WARNING)
    (one,) = listing.rest()
    assert one.message == "1 more finding is not listed, beyond the limit of 5: 1 of XSD101"
    assert one.severity is WARNING
    for number in range(15):
        listing.count(f"NMG{number:03}", ERROR, number + 1)
    (one,) = listing.rest()
    assert one.message.startswith(
        "121 more findings are not listed, beyond the limit of 5: 15 of NMG014, 14 of NMG013,"
    )
    assert one.message.endswith(", 6 of NMG005, and of 6 more")
    assert one.severity is ERROR
