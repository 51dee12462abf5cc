"""Law: every message can be checked, and what is found is at a place that is there, whatever its prefixes."""

from __future__ import annotations

from typing import Any

from hypothesis import given, strategies as st
from lxml import etree

import cim61968_9 as cim
from cim61968_9.testing import messages, objects
from cim61968_9.validation.rules import CONTENT_CHECKS, review_content
from cim61968_9.validation.rules._search import remembered
from cim61968_9.xml.locate import Finder, locate

OF_CONTENT = {name for _, name, _ in CONTENT_CHECKS}


def payloads() -> st.SearchStrategy[Any]:
    return st.sampled_from([one.cls for one in cim.PROFILES.values()]).flatmap(lambda cls: objects(cls, max_depth=4))


def of_content(message: Any) -> list[cim.Finding]:
    return [one for one in cim.check(message) if one.rule in OF_CONTENT]


def path_of(root: etree._Element, path: str) -> str:
    """Return the path of the element that is found at a path."""
    below = path.removeprefix(f"/{etree.QName(root).localname}").removeprefix("/")
    element = Finder(root).find(below) if below else root
    return locate(root, [element], None)[id(element)].path


@given(messages() | payloads())
def test_places_of_findings_are_there(message: Any) -> None:
    root = etree.fromstring(cim.to_bytes(message, mode="lax"))

    paths = [one.path for one in of_content(message)]

    assert [path_of(root, path) for path in paths] == paths


@given(payloads())
def test_findings_are_the_same_after_reading(message: Any) -> None:
    again = cim.load(cim.to_bytes(message, prefixes={"payload": "x"})).message

    assert of_content(again) == of_content(message)


@given(messages() | payloads())
def test_what_is_remembered_changes_nothing(message: Any) -> None:
    with remembered():
        found = list(review_content(message))

    assert found == list(review_content(message))
