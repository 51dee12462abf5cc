"""Law: a message written in any dialect is read as that message, and in the dialect found it is the same XML again."""

from __future__ import annotations

from typing import Any

from conformance.comparing import differences
from hypothesis import given, strategies as st
from lxml import etree
from property.dialects import BINDINGS, bound, dialects, letters, nouns

import cim61968_9 as cim
from cim61968_9.testing import messages
from cim61968_9.testing._values import texts


def same_xml(one: bytes, other: bytes) -> bool:
    return not list(differences(etree.fromstring(one), etree.fromstring(other)))


def check(message: Any, dialect: cim.Dialect) -> cim.Loaded:
    data = cim.to_bytes(message, dialect=dialect)
    loaded = cim.load(data)
    again = cim.to_bytes(loaded.message, mode="lax", dialect=loaded.dialect)

    assert loaded.message == message
    assert same_xml(again, data)
    if not dialect.unqualified and dialect.message:  # else the prefix of the root may be another
        assert etree.tostring(etree.fromstring(again), method="c14n") == etree.tostring(
            etree.fromstring(data), method="c14n"
        )
    second = cim.load(again)
    assert (second.message, second.dialect) == (loaded.message, loaded.dialect)
    assert cim.to_bytes(second.message, mode="lax", dialect=second.dialect) == again
    return loaded


@given(messages(max_depth=4), dialects(), st.sampled_from(BINDINGS), nouns, st.none() | letters)
def test_any_dialect(message: Any, dialect: cim.Dialect, binding: str, noun: str, letter: cim.SoapForm | None) -> None:
    spoken = bound(message, dialect, binding, noun, letter)
    loaded = check(message, spoken)
    assert loaded.dialect.soap == letter


@given(messages(max_depth=3), dialects())
def test_tree_of_someone_else_is_not_changed(message: Any, dialect: cim.Dialect) -> None:
    tree = etree.fromstring(cim.to_bytes(message, dialect=dialect))
    before = etree.tostring(tree)

    assert cim.load(tree).message == message
    assert etree.tostring(tree) == before


errors = st.lists(texts(), min_size=2, max_size=3) | st.lists(st.none() | texts(), max_size=1)


@given(st.sampled_from(["0.0", "0.1", "0.2", "2.4", "5.3", "SIM-1", " 2.4 "]), errors, dialects(), st.booleans())
def test_replies_of_2008(code: str, reasons: list[str | None], dialect: cim.Dialect, plain: bool) -> None:
    result = {"0.0": "OK", "0.1": "PARTIAL", "0.2": "PARTIAL"}.get(code, "FAILED")
    found = [cim.Error(code=code, reason=reason) for reason in reasons]
    if not found and result != "OK":
        found = [cim.Error(code=code)]
    if result == "OK":
        found = [error for error in found if error.reason is not None]
    message = cim.FaultMessage(reply=cim.Reply(result=cim.Result(result), error=found))
    spoken = cim.Dialect(reply_codes=True, message=dialect.message, elements={} if plain else dialect.elements)

    check(message, spoken)
