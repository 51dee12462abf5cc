"""Law: every message shows itself, in one line, as a tree and as HTML: within bounds, well-formed, without control."""

from __future__ import annotations

from hypothesis import given, strategies as st
from hypothesis.vendor.pretty import pretty
from lxml import html

import cim61968_9 as cim
from cim61968_9.testing import objects

KINDS = ["MeterReadings", "EndDeviceEvents", "MeterConfig", "GetMeterReadings", "EndDeviceControls"]


@given(st.sampled_from(KINDS).flatmap(lambda name: objects(getattr(cim, name))))
def test_everything_shows_itself(subject: cim.Element) -> None:
    assert len(repr(subject)) < 20_000
    shown = pretty(subject)
    assert len(shown) < 40_000
    assert shown.isascii() or all(line.isprintable() for line in shown.split("\n"))
    lines = str(subject.tree(items=2, lines=100)).split("\n")
    assert all(line.isprintable() for line in lines)
    assert len(lines) < 400
    page = subject._repr_html_()
    assert html.fragment_fromstring(page, parser=html.HTMLParser(recover=False)).get("class") == "cim61968-9"
    assert len(page) < 600_000
