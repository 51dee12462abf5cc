"""Law: what was asked for with select is what selected tells, also after the request was sent."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, strategies as st

import cim61968_9 as cim
from cim61968_9.profiles.get_meter_readings import ReadingReasonKind
from cim61968_9.selecting import PLACES, _takes
from cim61968_9.testing import values
from cim61968_9.testing._values import texts

LINES = texts().filter(str.strip)
STAMPS = values("xs:dateTimeStamp")
TYPED = st.builds(cim.by_name, LINES, type=LINES, authority=LINES | st.none())
THINGS = st.one_of(LINES, st.uuids().map(str), LINES.map(cim.by_mrid), LINES.map(cim.by_name), TYPED)
GET_PROFILES = [name for name in cim.PROFILES if name.startswith("Get")]


def told(one: cim.ID) -> tuple[Any, ...]:
    return one.value, one.kind, one.id_type, one.id_authority


def place(profile: type[cim.Element], word: str) -> str:
    """Return the element of a profile in which the objects of a word stand."""
    elements = profile.__xml__.elements
    return next(outer for tag in PLACES[word] if (outer := tag.partition("/")[0]) in elements)


@st.composite
def questions(draw: st.DrawFn, profile: type[cim.Element]) -> dict[str, Any]:
    words = draw(st.lists(st.sampled_from(_takes(profile)), unique=True))
    start, end = sorted(draw(st.tuples(STAMPS, STAMPS)))
    kinds: dict[str, st.SearchStrategy[Any]] = {
        "reasons": st.lists(st.sampled_from(list(ReadingReasonKind)), unique=True, max_size=3),
        "sources": st.lists(LINES, unique=True, max_size=3),
        "start": st.just(start),
        "end": st.just(end),
    }
    return {word: draw(kinds.get(word, st.lists(THINGS, max_size=3))) for word in words}


@pytest.mark.parametrize("name", GET_PROFILES)
def test_selected_tells_what_was_selected(name: str) -> None:
    profile = cim.PROFILES[name].cls

    @given(questions(profile))
    def law(question: dict[str, Any]) -> None:
        asked = cim.select(profile, **question)  # type: ignore[misc]
        request = cim.get(asked, source="Northmoor-CIS")
        found = cim.selected(request)

        objects: dict[str, list[tuple[Any, ...]]] = {}
        for word, things in question.items():
            if word in PLACES and things:
                objects.setdefault(place(profile, word), []).extend(told(cim.identify(thing)) for thing in things)
        start, end = question.get("start"), question.get("end")
        assert {kind: [told(one) for one in ids] for kind, ids in found.objects.items()} == objects
        assert found.periods == ((cim.Period(start, end),) if start or end else ())
        assert found.reasons == tuple(question.get("reasons", ()))
        assert found.sources == tuple(question.get("sources", ()))
        assert found.is_everything == (asked == profile())
        assert found == cim.selected(cim.read(cim.to_bytes(request), mode="strict"))

    law()


@pytest.mark.parametrize("name", GET_PROFILES)
def test_what_is_selected_can_be_selected_again(name: str) -> None:
    profile = cim.PROFILES[name].cls
    words = {place(profile, word): word for word in _takes(profile) if word in PLACES}

    @given(questions(profile))
    def law(question: dict[str, Any]) -> None:
        asked = cim.select(profile, **question)  # type: ignore[misc]
        found = cim.selected(cim.get(asked))
        again: dict[str, Any] = {words[kind]: list(ids) for kind, ids in found.objects.items()}
        for period in found.periods:
            again |= {"start": period.start, "end": period.end}
        again |= {"reasons": found.reasons} if found.reasons else {}
        again |= {"sources": found.sources} if found.sources else {}
        assert cim.select(profile, **again) == asked  # type: ignore[misc]

    law()


@given(st.lists(THINGS, min_size=1, max_size=3), STAMPS | st.none(), STAMPS | st.none())
def test_identifiers_and_period_without_profile(things: list[Any], one: Any, other: Any) -> None:
    start, end = sorted((one, other)) if one is not None and other is not None else (one, other)
    found = cim.selected(cim.get("MeterReadings", ids=things, start=start, end=end))
    assert [told(each) for each in found.ids("")] == [told(cim.identify(thing)) for thing in things]
    assert found.periods == ((cim.Period(start, end),) if start or end else ())
    assert found.profile is None
