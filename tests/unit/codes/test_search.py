"""Search: ranking over all tables, narrowing, words."""

from __future__ import annotations

import pytest

from cim61968_9.codes import search
from cim61968_9.codes.searching import SCHEMES


@pytest.mark.parametrize(
    ("words", "scheme", "code"),
    [
        ("power quality sag phase A", "event", "*.26.131.223"),
        ("SAG started phase b", "event", "*.26.132.223"),
        ("disconnect failed", "event", "*.31.0.84"),
        ("battery low", "reading_quality", "*.1.1"),
        ("batteries", "reading_type.measurementKind", "94"),
        ("invalid meter", "reply", "2.4"),
        ("open the service switch", "control", "*.31.0.23"),
        ("total harmonic distortion", "reading_type.measurementKind", "47"),
        ("euro", "reading_type.currency", "978"),
        ("EUR", "reading_type.currency", "978"),
        ("natural gas", "reading_type.commodity", "7"),
        ("quadrant 3", "reading_type.flowDirection", "17"),
        ("gas volume compensated running total", "obis", "7-0:3.1.0*255"),
    ],
)
def test_best_hits_are_what_one_means(words: str, scheme: str, code: str) -> None:
    best = search(words, limit=6)
    assert (scheme, code) in [(hit.scheme, hit.code) for hit in best]


def test_first_hit_is_the_published_event() -> None:
    first, second = search("power quality sag phase A", limit=2)
    assert (first.code, first.name) == ("*.26.131.223", "Power.PhaseAVoltage.SagStarted")
    assert second.code == "*.26.131.224"
    assert str(first) == "event *.26.131.223 Power.PhaseAVoltage.SagStarted: voltage sag on phase A begun"


def test_hits_are_ranked_and_limited() -> None:
    hits = search("voltage", limit=7)
    assert len(hits) == 7
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert search("voltage", limit=7) == hits


def test_search_is_narrowed_by_scheme() -> None:
    assert {hit.scheme for hit in search("phase", schemes=["event"])} == {"event"}
    assert {hit.scheme.partition(".")[0] for hit in search("phase", schemes="reading_type", limit=99)} == {
        "reading_type"
    }
    assert {hit.scheme for hit in search("watt", schemes=["reading_type.unit"])} == {"reading_type.unit"}
    with pytest.raises(ValueError, match="there is no scheme 'events'; expected reading_type or one of"):
        search("phase", schemes=["events"])


@pytest.mark.parametrize("words", ["", "the of and", "xyzzy", "!?", "…"])
def test_words_that_say_nothing_find_nothing(words: str) -> None:
    assert search(words) == []


def test_beginnings_and_endings_do_not_matter() -> None:
    wanted = {hit.code for hit in search("tamper detected", schemes=["event"], limit=5)}
    assert {hit.code for hit in search("tampers detect", schemes=["event"], limit=5)} == wanted


def test_every_scheme_is_searched() -> None:
    fields = "monthly maximum interval delta reverse propane swell neutral kilo joule yen"
    others = "estimated failed connect timeout energy"
    found = {hit.scheme for word in f"{fields} {others}".split() for hit in search(word, limit=200)}
    assert found == set(SCHEMES)
