"""Law: the report on any message is a page that is well-formed, refers to nothing outside, and has no odd character."""

from __future__ import annotations

from hypothesis import given
from strict_html import Strict

import cim61968_9 as cim
from cim61968_9.html_reporting import html_report
from cim61968_9.testing import messages


@given(messages())
def test_report_pages_are_whole(message: cim.Element) -> None:
    page = html_report(cim.Report(source="reply.xml", message=message))
    assert Strict(page).leading_out == []
    assert all(letter.isprintable() or letter == "\n" for letter in page)
    assert len(page) < 600_000
