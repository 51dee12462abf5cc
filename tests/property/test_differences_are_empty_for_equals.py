"""Law: there are no differences between two messages when they are equal, and only then."""

from __future__ import annotations

import copy
from typing import Any

from differing import pairs
from hypothesis import given

import cim61968_9 as cim
from cim61968_9.comparing import differences
from cim61968_9.testing import messages


@given(messages())
def test_message_and_itself(message: cim.Element) -> None:
    assert differences(message, message) == []
    assert differences(message, copy.deepcopy(message)) == []
    assert differences(message, copy.deepcopy(message), texts=True) == []


@given(pairs())
def test_two_messages(pair: tuple[Any, Any]) -> None:
    left, right = pair
    assert (differences(left, right) == []) == (left == right)


@given(pairs())
def test_texts_only_add_what_has_the_same_value(pair: tuple[Any, Any]) -> None:
    told = list(map(str, differences(*pair)))
    more = differences(*pair, texts=True)
    assert all(one.same_value or str(one) in told for one in more)
    assert {str(one) for one in more} >= set(told)
