"""A report of sources as one page of HTML that needs nothing else: no network, no script, no other file.

::

    from pathlib import Path

    import cim61968_9 as cim

    cim.html_report(["inbox", "archive.zip"], output="report.html")

Whatever comes from a source is text on the page, never markup, with invisible characters as escapes. The page is never
larger than some megabytes, and says what it leaves out.
"""

from __future__ import annotations

from .page import Page, checked, html_report

__all__ = ["Page", "checked", "html_report"]
