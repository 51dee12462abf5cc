"""Get profiles that read like the question: which meters, which reading types, from when until when.

>>> import datetime as dt
>>> import cim61968_9 as cim
>>> midnight = dt.datetime(2026, 1, 14, tzinfo=dt.UTC)
>>> profile = cim.select(
...     cim.GetMeterReadings,
...     meters=["NM-E-0041871", "NM-E-0041873"],
...     reading_types=["0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0"],
...     start=midnight,
...     end=midnight + dt.timedelta(days=1),
... )
>>> request = cim.get(profile, source="CIS")
>>> [one.value for one in cim.selected(request).ids("EndDevice")]
['NM-E-0041871', 'NM-E-0041873']
>>> cim.selected(request).periods[0].start == midnight
True

Lists of different kinds restrict together, entries of one list are alternatives, and what is not given does not
restrict. Source: IEC 61968-100 edition 1, 6.3.3; the meaning of lists is inferred from deployments.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypedDict, TypeVar, Unpack

from attrs import field, frozen

from ._generated.message import ID
from .identity import Identifiable, identify_all, identity_of, named
from .model import Element, Member
from .nouns import registry
from .xml.shape import resolve

__all__ = ["Period", "Question", "Selection", "select", "selected"]

T = TypeVar("T", bound=Element)


class Question(TypedDict, total=False):
    """What :func:`select` can be asked for; which of it a profile has a place for depends on the profile.

    Objects are given by mRID or name, see :func:`~cim61968_9.identify`; types by their codes.
    """

    meters: Identifiable | Iterable[Identifiable]
    end_devices: Identifiable | Iterable[Identifiable]
    end_device_groups: Identifiable | Iterable[Identifiable]
    usage_points: Identifiable | Iterable[Identifiable]
    usage_point_groups: Identifiable | Iterable[Identifiable]
    usage_point_locations: Identifiable | Iterable[Identifiable]
    transformer_tanks: Identifiable | Iterable[Identifiable]
    customers: Identifiable | Iterable[Identifiable]
    customer_accounts: Identifiable | Iterable[Identifiable]
    customer_agreements: Identifiable | Iterable[Identifiable]
    service_categories: Identifiable | Iterable[Identifiable]
    service_locations: Identifiable | Iterable[Identifiable]
    pricing_structures: Identifiable | Iterable[Identifiable]
    events: Identifiable | Iterable[Identifiable]
    controls: Identifiable | Iterable[Identifiable]
    reading_types: Identifiable | Iterable[Identifiable]
    reading_quality_types: Identifiable | Iterable[Identifiable]
    event_types: Identifiable | Iterable[Identifiable]
    control_types: Identifiable | Iterable[Identifiable]
    reasons: str | Iterable[str]
    sources: str | Iterable[str]
    start: dt.datetime | None
    end: dt.datetime | None


PLACES: Mapping[str, tuple[str, ...]] = {
    "meters": ("Meter", "EndDevice"),
    "end_devices": ("EndDevice",),
    "end_device_groups": ("EndDeviceGroup",),
    "usage_points": ("UsagePoint",),
    "usage_point_groups": ("UsagePointGroup",),
    "usage_point_locations": ("UsagePointLocation",),
    "transformer_tanks": ("TransformerTank",),
    "customers": ("Customer",),
    "customer_accounts": ("CustomerAccount",),
    "customer_agreements": ("CustomerAgreement",),
    "service_categories": ("ServiceCategory",),
    "service_locations": ("ServiceLocation",),
    "pricing_structures": ("PricingStructure",),
    "events": ("EndDeviceEvent",),
    "controls": ("EndDeviceControl",),
    "reading_types": ("ReadingType",),
    "reading_quality_types": ("ReadingQuality/ReadingQualityType",),
    "event_types": ("EndDeviceEventType",),
    "control_types": ("EndDeviceControlType",),
}
"""Where the objects of a question go: the elements of a profile, of which the first that it has is taken."""
_READING = ("reasons", "sources", "start", "end")


def select(profile: type[T], **question: Unpack[Question]) -> T:
    """Return a Get profile that asks the question.

    A period goes into the profile itself, as ``Reading/timePeriod`` or ``TimeSchedule/scheduleInterval``, because the
    StartTime and EndTime of a request do not count beside a profile. It takes values from ``start`` on, until ``end``.

    Raises:
        TypeError: The profile has no place for something; the text says for what it has one.
        ValueError: A time has no zone, or the end is before the start.
    """
    known = registry.of_class(profile)
    if known is None or not known.name.startswith("Get"):
        raise TypeError(f"found {profile.__name__}, expected a Get profile such as GetMeterReadings")
    takes = _takes(profile)
    for word in question:
        if word not in takes:
            raise TypeError(f"{known.name} has no place for {word!r}; it takes {', '.join(takes)}")
    made: dict[str, Any] = {}
    for word, things in question.items():
        if word in PLACES:
            member, inner = _place(profile, word)
            made.setdefault(member.name, []).extend(_objects(profile, member, inner, things))
    period = _checked(question.get("start"), question.get("end"))
    made.update(_with_period(profile, question, period))
    return profile(**made)


def _takes(profile: type[Element]) -> list[str]:
    members = profile.__xml__.elements
    words = [word for word, tags in PLACES.items() if any(tag.partition("/")[0] in members for tag in tags)]
    if "Reading" in members:
        words += _READING
    elif "TimeSchedule" in members:
        words += ("start", "end")
    return words


def _place(profile: type[Element], word: str) -> tuple[Member, str]:
    members = profile.__xml__.elements
    outer, _, inner = next(tag for tag in PLACES[word] if tag.partition("/")[0] in members).partition("/")
    return members[outer], inner


def _objects(profile: type[Element], member: Member, inner: str, things: Any) -> Iterator[Element]:
    cls = resolve(profile, member.type)
    for found in identify_all(things):
        if not inner:
            yield named(cls, found)
        else:
            part = cls.__xml__.elements[inner]
            yield cls(**{part.name: named(resolve(cls, part.type), found)})


def _checked(start: dt.datetime | None, end: dt.datetime | None) -> tuple[dt.datetime | None, dt.datetime | None]:
    for name, value in (("start", start), ("end", end)):
        if value is not None and value.tzinfo is None:
            raise ValueError(f"{name} {value.isoformat()} has no zone; expected one, such as datetime.UTC")
    if start is not None and end is not None and end < start:
        raise ValueError(f"end {end.isoformat()} is before start {start.isoformat()}")
    return start, end


def _with_period(
    profile: type[Element], question: Mapping[str, Any], period: tuple[dt.datetime | None, dt.datetime | None]
) -> dict[str, list[Element]]:
    """Return the parts of a profile that hold reasons, sources and the period."""
    members = profile.__xml__.elements
    asked = any(value is not None for value in period)
    if "Reading" in members:
        cls = resolve(profile, members["Reading"].type)
        reason_type = resolve(cls, cls.__xml__.elements["reason"].type)
        reasons = [reason_type(reason) for reason in _texts(question.get("reasons"))] or [None]
        sources = _texts(question.get("sources")) or [None]
        if not asked and reasons == sources == [None]:
            return {}
        pairs = itertools.product(reasons, sources)
        return {
            "reading": [
                cls(reason=reason, source=source, time_period=_interval(cls, "timePeriod", period) if asked else None)
                for reason, source in pairs
            ]
        }
    if not asked:
        return {}
    cls = resolve(profile, members["TimeSchedule"].type)
    return {"time_schedule": [cls(schedule_interval=_interval(cls, "scheduleInterval", period))]}


def _interval(cls: type[Element], tag: str, period: tuple[dt.datetime | None, dt.datetime | None]) -> Element:
    interval = resolve(cls, cls.__xml__.elements[tag].type)
    made: Element = interval(start=period[0], end=period[1])
    return made


def _texts(texts: str | Iterable[str] | None) -> list[Any]:
    return [texts] if isinstance(texts, str) else list(texts or ())


@frozen
class Period:
    """A stretch of time, open where an end is None."""

    start: dt.datetime | None = None
    end: dt.datetime | None = None


@frozen
class Selection:
    """What a request selects, by the rules of precedence: a Get profile alone, else identifiers and period.

    Without periods the request does not restrict the time, and without objects of a kind it does not restrict these.
    """

    profile: Element | None = None
    """The Get profile, None where there is none."""
    objects: Mapping[str, tuple[ID, ...]] = field(factory=dict)
    """Identifiers by the element that they stand in; those of Request/ID stand under the empty text."""
    periods: tuple[Period, ...] = ()
    """Alternatives."""
    reasons: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def ids(self, *kinds: str) -> list[ID]:
        """Return the identifiers of kinds such as ``"EndDevice"``, or all where none is named."""
        return [one for kind, ids in self.objects.items() if not kinds or kind in kinds for one in ids]

    @property
    def is_everything(self) -> bool:
        """Whether nothing restricts."""
        return not (self.objects or self.periods or self.reasons or self.sources)


def selected(message: Any) -> Selection:
    """Return what a request selects.

    Where a Get profile is there, StartTime, EndTime and ID do not count. Parts of a profile that are more than
    identifiers and periods, such as a coincidence filter, are in ``profile`` only.
    """
    if not hasattr(message, "request"):
        raise TypeError(f"found {type(message).__name__}, expected a message with a request, such as RequestMessage")
    request = message.request
    if request is None:
        return Selection()
    profile = next((item for item in request.content if _is_profile(item)), None)
    if profile is not None:
        return _of_profile(profile)
    asked = request.start_time is not None or request.end_time is not None
    return Selection(
        objects={"": tuple(request.id)} if request.id else {},
        periods=(Period(request.start_time, request.end_time),) if asked else (),
    )


def _is_profile(item: Any) -> bool:
    known = registry.of_class(type(item))
    return known is not None and known.name.startswith("Get")


def _of_profile(profile: Element) -> Selection:
    objects: dict[str, tuple[ID, ...]] = {}
    periods: list[Period] = []
    reasons: list[str] = []
    sources: list[str] = []
    for tag, member in profile.__xml__.elements.items():
        for item in getattr(profile, member.name) if member.is_list else ():
            if (interval := _interval_of(item)) is not None:
                periods.append(Period(interval.start, interval.end))
            reasons += [str(found)] if (found := getattr(item, "reason", None)) and tag == "Reading" else []
            sources += [found] if (found := getattr(item, "source", None)) and tag == "Reading" else []
            if (found_id := identity_of(getattr(item, "reading_quality_type", item))) is not None:
                objects[tag] = (*objects.get(tag, ()), found_id)
    return Selection(
        profile, objects, tuple(dict.fromkeys(periods)), tuple(dict.fromkeys(reasons)), tuple(dict.fromkeys(sources))
    )


def _interval_of(item: Any) -> Any:
    found = getattr(item, "time_period", None)
    return found if found is not None else getattr(item, "schedule_interval", None)
