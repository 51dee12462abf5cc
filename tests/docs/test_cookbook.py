"""The cookbook plays: each script is a whole exchange, and each message in it is one that a partner would accept."""

from __future__ import annotations

import importlib.util
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from lxml import etree

import cim61968_9 as cim

COOKBOOK = Path(__file__).resolve().parents[2] / "examples" / "cookbook"
SCRIPTS = sorted(path.name for path in COOKBOOK.glob("*.py") if path.name != "simulated.py")
USE_CASES = {
    "demand_response.py",
    "disconnect_reconnect.py",
    "firmware.py",
    "load_control.py",
    "master_data_linkage.py",
    "meter_exchange.py",
    "on_demand_read.py",
    "outage_restoration.py",
    "prepayment.py",
    "price_and_text.py",
    "scheduled_read.py",
    "supplier_switch.py",
    "tamper.py",
}
ENVELOPE = "http://iec.ch/TC57/2011/schema/message"
CODES = {
    "EndDeviceControlType": r"\d+(\.\d+){3}",
    "EndDeviceEventType": r"\d+(\.\d+){3}",
    "ReadingQualityType": r"\d+(\.\d+){2}",
    "ReadingType": r"-?\d+(\.-?\d+){17}",
}
TROUBLE = re.compile(
    r'<msg:Result>(FAILED|PARTIAL)<|EndDeviceEventType ref="[\d.]+\.(1|67|79|84|85|86)"|<m:value>delayed<'
)

every_script = pytest.mark.parametrize("script", SCRIPTS)


class Played(NamedTuple):
    """What a script did: the line with its systems and messages, and what it printed."""

    line: Any
    printed: str


def play(script: str) -> Played:
    """Run a script in this process."""
    spec = importlib.util.spec_from_file_location(Path(script).stem, COOKBOOK / script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(COOKBOOK))
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(COOKBOOK))
    with redirect_stdout(io.StringIO()) as printed:
        line = module.main()
    return Played(line, printed.getvalue())


played = cache(play)


def messages(script: str) -> list[Any]:
    """Return the messages of a script as their receivers read them."""
    return [cim.read(data, mode="strict") for data in played(script).line.sent]


def contents(data: bytes) -> Iterator[etree._Element]:
    """Yield what a message carries: Get profiles, nouns, what operations hold, and what is compressed."""
    for element in etree.fromstring(data).iter("{*}*"):
        parent, name = element.getparent(), etree.QName(element)
        if parent is not None and etree.QName(parent).namespace == ENVELOPE != name.namespace:
            yield etree.fromstring(etree.tostring(element, with_tail=False))
    message = cim.read(data)
    if getattr(message, "payload", None) is not None and message.payload.compressed:
        yield etree.fromstring(cim.unpacked(message))


def test_cookbook_has_every_use_case() -> None:
    assert set(SCRIPTS) == USE_CASES


def apart_from_standing(found: tuple[cim.Finding, ...]) -> list[cim.Finding]:
    """Return findings without the remark that the structure of a noun is a draft's, or derived."""
    return [one for one in found if one.rule != "ENV501"]


@every_script
def test_messages_are_read_without_any_finding(script: str) -> None:
    loaded = [cim.load(data, mode="strict") for data in played(script).line.sent]
    assert loaded
    assert [(one.findings, str(one.dialect)) for one in loaded] == [((), "")] * len(loaded)


@every_script
def test_messages_break_no_rule(script: str) -> None:
    found = [apart_from_standing(cim.check(cim.expand(message))) for message in messages(script)]
    assert found == [[]] * len(found)


@every_script
def test_replies_break_no_rule_beside_their_requests(script: str) -> None:
    asked: dict[str | None, Any] = {}
    for message in messages(script):
        if message.kind == "RequestMessage":
            asked[cim.correlation_of(message)] = message
        elif message.kind == "ResponseMessage":
            found = cim.check(message, answers=asked[message.header.correlation_id])
            assert apart_from_standing(found) == []


@every_script
def test_events_with_correlation_follow_a_request(script: str) -> None:
    known: set[str | None] = {None}
    for message in messages(script):
        if message.kind == "RequestMessage":
            known.add(cim.correlation_of(message))
        assert message.kind == "RequestMessage" or message.header.correlation_id in known


@every_script
def test_libxml2_finds_envelopes_valid(script: str) -> None:
    for data in played(script).line.sent:
        cim.schema().assertValid(etree.fromstring(data))


@every_script
def test_libxml2_finds_all_that_messages_carry_valid(script: str) -> None:
    found = [element for data in played(script).line.sent for element in contents(data)]
    assert found
    for element in found:
        cim.schema(etree.QName(element).localname).assertValid(element)


@every_script
def test_references_are_codes(script: str) -> None:
    found = [
        (etree.QName(element).localname, element.get("ref"))
        for data in played(script).line.sent
        for content in contents(data)
        for element in content.iter("{*}*")
        if "ref" in element.attrib
    ]
    wrong = [(name, ref) for name, ref in found if name in CODES and not re.fullmatch(CODES[name], ref or "")]
    assert wrong == []


@every_script
def test_messages_read_back_equal(script: str) -> None:
    for message in messages(script):
        again = cim.read(cim.to_bytes(message), mode="strict")
        assert again == message
        assert cim.to_bytes(again) == cim.to_bytes(message)


@every_script
def test_message_identifiers_are_not_used_for_two_messages(script: str) -> None:
    told: dict[str, bytes] = {}
    for data, message in zip(played(script).line.sent, messages(script), strict=True):
        assert told.setdefault(message.header.message_id, data) == data


@every_script
def test_every_exchange_ends(script: str) -> None:
    systems = played(script).line.systems
    assert len(systems) >= 2
    assert [str(one) for system in systems for one in system.exchanges.open] == []
    assert [str(one) for system in systems for one in system.exchanges if one.keep] == []


@every_script
def test_something_goes_wrong_in_every_script(script: str) -> None:
    assert TROUBLE.search(played(script).printed)


@every_script
def test_all_messages_are_printed(script: str) -> None:
    line, printed = played(script)
    for number, data in enumerate(line.sent, 1):
        assert f"\n{number}. Northmoor-" in printed
        assert data.decode().partition("\n")[2] in printed
    assert all(text.isascii() and text.isprintable() for text in printed.splitlines())


@every_script
def test_output_is_the_same_each_time(script: str) -> None:
    assert play(script).printed == played(script).printed


@every_script
def test_scripts_run_by_themselves(script: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", str(COOKBOOK / script)],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == played(script).printed


@every_script
def test_scripts_are_short_and_say_what_they_play(script: str) -> None:
    text = (COOKBOOK / script).read_text(encoding="utf-8")
    assert 40 <= len(text.splitlines()) <= 110
    assert re.match(r'"""[A-Z][^\n]*:[^\n]*\.\n\n[a-z]+\(', text)


def test_page_lists_every_script_with_its_use_case() -> None:
    page = (COOKBOOK / "README.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| `(\w+\.py)` \| (.+?) \| (.+?) \|$", page, re.MULTILINE)
    assert "| File | Use case | What it shows |" in page
    assert sorted(name for name, _, _ in table) == SCRIPTS
