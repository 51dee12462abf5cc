"""Law: what differs from left to right differs from right to left, with the sides exchanged."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from differing import pairs
from hypothesis import given

from cim61968_9.comparing import Difference, differences

OTHER = {"added": "removed", "removed": "added"}


def mirrored(one: Difference) -> Difference:
    return evolve(
        one,
        kind=OTHER.get(one.kind, one.kind),
        path=one.right_path,
        right_path=one.path,
        left=one.right,
        right=one.left,
    )


@given(pairs())
def test_differences_are_symmetric(pair: tuple[Any, Any]) -> None:
    left, right = pair
    there = sorted(map(repr, differences(left, right)))
    assert sorted(repr(mirrored(one)) for one in differences(right, left)) == there
