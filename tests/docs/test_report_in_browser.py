"""The page of a report in Chromium: hostile texts do nothing, and nothing is wider than a phone."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from strict_html import hostile_message

from cim61968_9.html_reporting import html_report

PHONE = 390
CHROMIUM = shutil.which("chromium")
OPTIONS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"),
    *("--enable-logging=stderr", "--window-size=1280,900", "--virtual-time-budget=5000", "--dump-dom"),
]
WATCH = """
<title>untouched</title><body><iframe id="shown" srcdoc="{page}" style="width:{width}px;height:800px"></iframe>
<pre id="seen"></pre><script>
addEventListener("load", () => {{
  const page = document.getElementById("shown").contentDocument
  page.querySelectorAll("details").forEach(one => one.open = true)
  const every = [...page.querySelectorAll("*")]
  const names = every.map(one => one.localName)
  document.getElementById("seen").textContent = JSON.stringify({{
    title: [document.title, page.title],
    width: [page.documentElement.scrollWidth, page.documentElement.clientWidth],
    names: names.reduce((counts, name) => ({{...counts, [name]: (counts[name] || 0) + 1}}), {{}}),
    handlers: every.flatMap(one => [...one.attributes]).filter(one => /^on/.test(one.name)).length,
    loaded: page.defaultView.performance.getEntriesByType("resource").map(one => one.name),
    drawn: [...page.querySelectorAll("svg.chart")].map(one => one.getBoundingClientRect().height > 100),
    sideways: [...page.querySelectorAll(".scroll:has(table)")].map(one => one.scrollWidth > one.clientWidth),
    labels: every.filter(one => one.localName === "td" && one.textContent)
      .map(one => page.defaultView.getComputedStyle(one, "::before").content)
      .filter(one => one !== "none"),
  }})
}})
</script>
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no page was opened: chromium is not installed"),
]


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_a_hostile_page_is_only_shown(width: int, examples: Path, tmp_path: Path) -> None:
    page = html_report([hostile_message(), *sorted(examples.glob("*.xml")), b"<a"])
    shown = tmp_path / "watch.html"
    shown.write_text(WATCH.format(page=html.escape(page), width=width), encoding="utf-8")
    done = subprocess.run(
        [str(CHROMIUM), *OPTIONS, f"--user-data-dir={tmp_path / 'browser'}", shown.as_uri()],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    found = re.search(r'<pre id="seen">(.*?)</pre>', done.stdout, re.DOTALL)
    assert found is not None, done.stderr
    seen = json.loads(html.unescape(found[1]))
    assert seen["title"] == ["untouched", "Report on 7 sources"]
    assert {"script", "img", "iframe", "textarea", "object"}.isdisjoint(seen["names"])
    assert seen["names"]["h1"] == 1
    assert seen["names"]["tr"] == page.count("<tr>")
    assert seen["names"]["details"] == page.count("<details")
    assert seen["handlers"] == 0
    assert seen["loaded"] == []
    assert len(seen["drawn"]) == page.count('<svg class="chart"') >= 5
    assert all(seen["drawn"])
    assert len(seen["sideways"]) == page.count('class="scroll"') - page.count("<figure>")
    labels = {json.loads(one) for one in seen["labels"]}
    if width == PHONE:
        assert not any(seen["sideways"])
        assert labels >= {"Errors", "Warnings", "Infos", "Severity", "Reason", "Meaning"}
    else:
        assert not labels
    assert seen["width"][0] <= seen["width"][1]
    assert [line for line in done.stderr.splitlines() if "CONSOLE" in line] == []
