"""Law: the paths of a difference lead, in each of the two messages, to what it shows of it."""

from __future__ import annotations

from typing import Any

from differing import at, pairs
from hypothesis import given

from cim61968_9.comparing import differences
from cim61968_9.model import _same
from cim61968_9.xml.foreign import Foreign


@given(pairs())
def test_paths_lead_to_what_is_shown(pair: tuple[Any, Any]) -> None:
    left, right = pair
    for one in differences(left, right):
        if one.kind == "moved":
            at(left, one.path)
            at(right, one.right_path)
            continue
        if isinstance(one.left, Foreign) or isinstance(one.right, Foreign):
            continue  # no place of its own: the path is that of the element around it
        if one.kind != "added":
            assert _same(at(left, one.path), one.left)
        if one.kind != "removed":
            assert _same(at(right, one.right_path), one.right)
