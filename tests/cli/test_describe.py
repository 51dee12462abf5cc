"""``describe``, ``rules`` and ``nouns``: what codes, rules and nouns are."""

from __future__ import annotations

from typing import Any

import pytest

import cim61968_9 as cim
from cim61968_9 import Severity
from cim61968_9.cli import streams
from cim61968_9.validation.rules import RULES, Rule

Run = Any


@pytest.mark.parametrize(
    ("code", "beginnings"),
    [
        ("0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0", ["reading type 0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0: 15-minute"]),
        ("3.26.0.85", ["event 3.26.0.85: electricity meter: power failure, last gasp"]),
        ("3.31.0.23", ["control 3.31.0.23: electricity meter: open the service switch"]),
        ("99.99.99.99", ["event 99.99.99.99: unknown", "control 99.99.99.99: unknown"]),
        ("3.0.1", ["reading quality 3.0.1: MDM: valid"]),
        ("1.8.0", ["reading quality 1.8.0: device: estimated", "OBIS 1-0:1.8.0*255, taken as electricity"]),
        ("1-0:1.8.0*255", ["OBIS 1-0:1.8.0*255"]),
        ("1-1:99.97.0*255", ["OBIS 1-1:99.97.0*255: no reading type is known for it"]),
        ("2.4", ["reply code 2.4: meter unknown or not valid"]),
        ("2.13", ["reply code 2.13: "]),
        ("0.1", ["reply code 0.1: "]),
        ("invalidMeter", ["reply code 2.4: meter unknown or not valid"]),
        ("power.none.failed", ["event *.26.0.85: any device: power failure"]),
        ("validated", ["reading quality 0.0.1: "]),
        ("meterreadings", ["MeterReadings: noun of IEC 61968-9 edition 2"]),
        ("GetMeterReadings", ["GetMeterReadings: Get profile of IEC 61968-9 edition 2"]),
        ("xsd101", ["XSD101 (error): unknown element"]),
    ],
)
def test_codes_are_told_as_all_that_they_can_be(run: Run, code: str, beginnings: list[str]) -> None:
    done = run("describe", code)
    assert done.status == 0
    blocks = done.out.split("\n\n") if not code.startswith("xsd") else [done.out]
    assert len(blocks) == len(beginnings)
    for block, beginning in zip(blocks, beginnings, strict=True):
        assert block.startswith(beginning)


def test_fields_of_a_reading_type_are_explained(run: Run) -> None:
    lines = run("describe", "0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.0.72.0").lines
    assert "  unit 72: Wh, watt hour" in lines
    assert "  OBIS 1-0:1.8.0*255" in lines


def test_a_malformed_reading_type_is_described_with_what_is_wrong(run: Run) -> None:
    done = run("describe", "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72")
    assert done.lines[-1] == "  note: currency: 17 parts, expected 18: currency taken as 0"


def test_controls_are_told_with_their_answers(run: Run) -> None:
    assert "  answered by 3.31.0.68: done" in run("describe", "3.31.0.23").lines
    assert "  answers 3.31.0.23: done" in run("describe", "3.31.0.68").lines


def test_words_are_searched_for(run: Run) -> None:
    done = run("describe", "battery", "empty")
    assert done.status == 0
    assert "event *.2.22.150 Battery.Charge.MinLimitReached: battery nearly empty" in done.lines


@pytest.mark.parametrize("code", ["zzqq", "\x1b[2J", "1.2.3.4.5.6.7.8.9999999999999999999999999999999999"])
def test_what_is_not_known_ends_with_one(run: Run, code: str) -> None:
    done = run("describe", code)
    assert (done.status, done.out) == (1, "")
    assert done.err.endswith("is no code, noun or rule that is known\n")
    assert done.err[:-1].isprintable()


def test_every_noun_is_listed(run: Run) -> None:
    listed = [line.split()[:2] for line in run("nouns").lines[1:]]
    assert listed == [[name, noun.confidence] for name, noun in cim.NOUNS.items()]


def test_every_rule_is_listed(run: Run) -> None:
    from cim61968_9.validation.rules import RULES

    listed = [line.split()[:2] for line in run("rules").lines[1:]]
    assert listed == [[name, str(RULES[name].severity)] for name in sorted(RULES)]


def test_rules_of_a_family_are_listed(run: Run) -> None:
    lines = run("rules", "tim").lines
    assert lines[0].split() == ["RULE", "SEVERITY", "TITLE"]
    assert lines[1].startswith("TIM201")
    assert all(line.startswith("TIM") for line in lines[1:])


def test_a_rule_is_explained_with_an_example(run: Run) -> None:
    out = run("rules", "ENV312").out
    assert out.startswith("ENV312 (warning): noun of another request\n")
    assert "What to do: repeat the noun of the request" in out
    assert "Bad, in a " in out
    assert "Good, in a " in out


def test_an_unknown_rule_is_a_wrong_argument(run: Run) -> None:
    done = run("rules", "zz")
    assert done.status == 2
    assert done.err.startswith(
        "cim61968-9: no rule 'zz'; expected an id such as COR201, or a beginning such as COR, ENV"
    )


def test_rules_of_other_packages_are_known(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    own = Rule(Severity.WARNING, "no whole day", "send whole days")
    monkeypatch.setattr("cim61968_9.cli.explaining.load_rules", lambda: monkeypatch.setitem(RULES, "ACM101", own))
    assert run("describe", "acm101").lines[0] == "ACM101 (warning): no whole day"


def test_prose_is_as_wide_as_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    for columns, widest in (("40", 40), ("300", 100), ("5", 30)):
        monkeypatch.setenv("COLUMNS", columns)
        assert streams.width() == widest
