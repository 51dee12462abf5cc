"""The site builds without a warning, its links lead somewhere, and a browser shows its pages and finds what is sought.

These tests need the dependency group ``docs``, and those with a browser Chromium and its driver, as Debian has them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

import cim61968_9 as cim
from cim61968_9.nouns import ENVELOPES, PROFILES

pytest.importorskip("furo", reason="the site is built in the session docs: nox -s docs")
webdriver = pytest.importorskip("selenium.webdriver", reason="pages are opened in the session docs: nox -s docs")

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
PAGES = [
    "index.html",
    "tutorial/1-read-a-file.html",
    "reference/nouns/MeterReadings.html",
    "reference/rules.html",
    "reference/codes/end-device-events.html",
    "reference/api/building.html",
    "search.html?q=mRID",
]
OPTIONS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and says nothing."""

    def log_message(self, *args: Any) -> None:
        pass


class Browser:
    """A browser that shows pages of the site in a size and a scheme of colours."""

    def __init__(self, driver: Any, address: str) -> None:
        self.driver = driver
        self.address = address

    def show(self, page: str, *, width: int, scheme: str) -> None:
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
        colours = [{"name": "prefers-color-scheme", "value": scheme}]
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": colours})
        self.driver.get_log("browser")
        self.driver.get(f"{self.address}/{page}")

    def complaints(self) -> list[str]:
        """What the console says: errors of scripts, and what could not be loaded."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def ask(self, script: str, *values: Any) -> Any:
        return self.driver.execute_script(f"return {script}", *values)

    def found(self, query: str) -> list[str]:
        """Search, and return the pages that were found, the best first."""
        from selenium.webdriver.support.wait import WebDriverWait

        self.show(f"search.html?q={query}", width=1280, scheme="light")
        done = "document.querySelector('.search-summary')?.innerText || ''"
        WebDriverWait(self.driver, 20, poll_frequency=0.05).until(lambda _: "earch" in self.ask(done))
        return list(self.ask("[...document.querySelectorAll('#search-results li a')].map(a => a.getAttribute('href'))"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site; a warning of Sphinx is an error."""
    built = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-W", "--keep-going", "-n", "-q", "-j", "2", "-d"]
    done = subprocess.run(
        [*command, str(built / "doctrees"), str(ROOT / "docs"), str(built / "html")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "NO_COLOR": "1"},
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return built / "html"


@pytest.fixture(scope="session")
def browser(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if not CHROMIUM or not DRIVER:
        pytest.skip("no page was opened: chromium and chromedriver are not installed (apt-get install chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for option in [*OPTIONS, f"--user-data-dir={tmp_path_factory.mktemp('browser')}"]:
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
        try:
            yield Browser(driver, f"http://127.0.0.1:{server.server_port}")
        finally:
            driver.quit()
            server.shutdown()
            thread.join()


def links(path: Path) -> list[str]:
    """Return what a page refers to, images and scripts included."""
    tree = html.parse(str(path), html.HTMLParser(encoding="utf-8"))
    return [str(value) for value in tree.xpath("//@href | //img/@src | //script/@src")]


def test_links_inside_the_site_lead_somewhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    anchors = {
        page: {
            str(name) for name in html.parse(str(page), html.HTMLParser(encoding="utf-8")).xpath("//@id | //a/@name")
        }
        for page in pages
    }
    assert len(pages) > 80
    missing = []
    for page in pages:
        for link in set(links(page)):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            if target.is_dir():
                target /= "index.html"
            anchor = unquote(parts.fragment)
            if not target.is_file() or (anchor and target in anchors and anchor not in anchors[target]):
                missing.append(f"{page.relative_to(site)}: {link}")
    assert missing == []


def test_json_schemas_are_published(site: Path) -> None:
    published = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in site.glob("json-schemas/1/*.json")}
    assert set(published) == {*PROFILES, *ENVELOPES}
    for name, schema in published.items():
        assert schema == cim.json_schema(name)
        assert schema["$id"] == f"urn:cim61968-9:json:1:{name}"


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    """Pages work without a network: links may lead away, but no script, style, font or image comes from afar."""
    away = []
    for page in site.rglob("*.html"):
        tree = html.parse(str(page), html.HTMLParser(encoding="utf-8"))
        loaded = tree.xpath("//script/@src | //img/@src | //link[@rel!='canonical']/@href | //iframe/@src")
        away += [f"{page.name}: {one}" for one in loaded if urlsplit(str(one)).netloc]
    for style in site.rglob("*.css"):
        if "url(http" in style.read_text(encoding="utf-8") or "@import" in style.read_text(encoding="utf-8"):
            away.append(style.name)
    assert away == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("page", PAGES)
def test_pages_open(browser: Browser, page: str, width: int, scheme: str) -> None:
    browser.show(page, width=width, scheme=scheme)
    assert browser.complaints() == []
    assert browser.ask("document.documentElement.scrollWidth") <= width
    assert "cim61968-9" in browser.ask("document.title")
    background = browser.ask("getComputedStyle(document.body).backgroundColor")
    light = sum(int(part) for part in background[background.index("(") + 1 : -1].split(",")[:3]) > 3 * 128
    assert light == (scheme == "light")


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("mRID", "reference/nouns/MeterReadings.html"),
        ("3.26.38.47", "reference/codes/end-device-events.html"),
        ("*.26.38.47", "reference/codes/end-device-events.html"),
        ("26.38.47", "reference/codes/end-device-events.html"),
        ("3.5.259", "reference/codes/reading-quality.html"),
        ("0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0", "reference/codes/reading-type.html"),
        ("ENV201", "reference/rules.html"),
        ("correlation_of", "reference/api/answering.html"),
        ("drProgramLevel", "reference/nouns/EndDeviceControls.html"),
        *((query, "explanation/time.html") for query in ("summer time", "daylight saving", "DST")),
    ],
)
def test_search_finds(browser: Browser, query: str, page: str) -> None:
    found = browser.found(query)
    assert page in [link.partition("#")[0].partition("?")[0] for link in found]
    assert browser.complaints() == []


def test_search_for_a_code_finds_its_table_first(browser: Browser) -> None:
    assert browser.found("3.26.38.47")[0].startswith("reference/codes/end-device-events.html")


def test_search_finds_nothing_where_there_is_nothing(browser: Browser) -> None:
    assert browser.found("9.99.999.9999") == []
