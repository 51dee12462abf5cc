"""Law: the items of a stream, and what is found in them, are those of the message that is read as a whole."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from odd_documents import Dribble, changed_places, documents

import cim61968_9 as cim
from cim61968_9.xml.items import items_of

FEWER = settings(max_examples=max(5, settings.default.max_examples // 3))  # each is a whole document


def items_in(message: Any) -> list[list[Any]]:
    """Take the items out of a message, kind by kind."""
    payload = getattr(message, "payload", None)
    roots = [message] if payload is None else payload.content
    found: dict[str, list[Any]] = {}
    for root in roots:
        if isinstance(root, cim.Element):
            for member in items_of(type(root)).values():
                found.setdefault(member.name, []).extend(getattr(root, member.name))
    return [items for items in found.values() if items]


def sorted_by_kind(items: list[Any]) -> list[list[Any]]:
    kinds: dict[type, list[Any]] = {}
    for item in items:
        kinds.setdefault(type(item), []).append(item)
    return sorted(kinds.values(), key=lambda kind: type(kind[0]).__name__)


def outcome(data: bytes) -> Any:
    try:
        return cim.load(data)
    except cim.Cim61968Error as error:
        return type(error)


@FEWER
@given(documents(), st.sampled_from([1, 7, 64, 1000, 1 << 18]))
def test_a_stream_gives_the_items_and_findings_of_the_whole(data: bytes, size: int) -> None:
    whole = outcome(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", cim.CimWarning)
        if isinstance(whole, type):
            with pytest.raises(whole):
                list(cim.iter_items(Dribble(data, size)))
            return
        stream = cim.iter_items(Dribble(data, size))
        items = list(stream)
    wanted = sorted(items_in(whole.message), key=lambda kind: type(kind[0]).__name__)
    assert sorted_by_kind(items) == wanted
    assert set(changed_places(stream.findings)) == set(changed_places(whole.findings))
    assert str(stream.dialect) == str(whole.dialect)
    if isinstance(whole.message, cim.EventMessage):
        assert stream.header == whole.message.header
