"""Rules of master data: objects that can be found again, names, links, schedules, work on meters."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from ..._mixins import ControlTypeParts, EventTypeParts, NameText, QualityTypeParts, ReadingTypeFields
from ...model import Element, Member
from ...xml.shape import is_plain, resolve
from ..finding import Severity
from ._identity import is_identified, is_on_existing, verb_of
from ._rule import Broken, rule
from ._search import Search, items_of, joined, shown, step
from .controls import targets_of
from .payloads import noun_of

__all__: list[str] = []

_LINKAGE = "MasterDataLinkageConfig"
_TYPES = (ReadingTypeFields, QualityTypeParts, EventTypeParts, ControlTypeParts)
_IDENTIFIED = Search(lambda cls: "mrid" in cls.__xml__.names)
_NAMES = Search(lambda cls: issubclass(cls, NameText))
_NAMED = Search(lambda cls: any(one.name == "names" and one.type != "@ref" for one in cls.__xml__.members))


def _objects(root: Any) -> Iterator[tuple[str, Member, Any]]:
    """Yield the objects at the root of a payload that have an identity of their own, with their paths."""
    cls = type(root)
    for member in cls.__xml__.members:
        if member.kind != "element" or member.type == "any" or not member.is_list or is_plain(cls, member):
            continue
        target = resolve(cls, member.type)
        if "mrid" in target.__xml__.names and not issubclass(target, _TYPES):
            items = items_of(root, member)
            for number, item in enumerate(items, 1):
                if isinstance(item, Element):
                    yield step(member.tag, number, len(items)), member, item


@rule(
    "MAS101",
    Severity.WARNING,
    "change of an object that is not identified",
    hint="give the mRID or one of the Names that the receiver knows",
    source="IEC 61968-100 ed. 1, 6.10: identity and what changes",
    on="Root",
)
def objects_are_identified(root: Any, around: Any) -> Iterator[Broken]:
    """The receiver cannot tell which of its objects is meant; what it does with the first or with all is worse."""
    request = getattr(around, "request", None)
    if not is_on_existing(root, around) or getattr(request, "id", None) or noun_of(root) == _LINKAGE:
        return
    for path, _, item in _objects(root):
        if not is_identified(item) and not targets_of(item):
            yield Broken(path, f"found neither mRID nor Names to {verb_of(root, around)} it by")


@rule(
    "MAS102",
    Severity.WARNING,
    "empty mRID or name",
    hint="leave the element out, or give the identifier",
    source="an identifier identifies",
    on="Root",
)
def identifiers_are_not_empty(root: Any, _: Any) -> Iterator[Broken]:
    """Some receivers store the empty text, and find one and the same object under it ever after."""
    for search, name, tag in ((_IDENTIFIED, "mrid", "mRID"), (_NAMES, "name", "name")):
        empty = {id(one) for one in search.all(root) if _is_blank(getattr(one, name))}
        for path, one in search.placed(root) if empty else ():
            if id(one) in empty:
                yield Broken(joined(path, tag), f"found an empty {tag}", getattr(one, name))


def _is_blank(text: Any) -> bool:
    return isinstance(text, str) and not text.strip()


@rule(
    "MAS103",
    Severity.INFO,
    "name given twice",
    hint="give each name once, with its NameType",
    source="IEC 61968-9 ed. 2, Names",
    on="Root",
)
def names_come_once(root: Any, _: Any) -> Iterator[Broken]:
    """The same text with and without a type, or twice with the same: a receiver stores two names for one."""
    doubtful = {id(one) for one in _NAMED.all(root) if len(one.names) > 1 and _repeated(one.names)}
    for path, one in _NAMED.placed(root) if doubtful else ():
        if id(one) in doubtful:
            for number in _repeated(one.names):
                text = one.names[number - 1].name
                place = joined(path, step("Names", number, len(one.names)))
                yield Broken(place, f"found {shown(text)} once more", text)


def _repeated(names: list[Any]) -> list[int]:
    """Return the positions of names that add nothing: without type beside the same with, or just the same."""
    keys = [_key(one) for one in names]
    typed = {text for text, kind in keys if kind is not None}
    bare = [number for number, (text, kind) in enumerate(keys, 1) if text and kind is None and text in typed]
    again = [number for number, key in enumerate(keys, 1) if key[0] and key in keys[: number - 1]]
    return sorted({*bare, *again})


def _key(name: Any) -> tuple[Any, Any]:
    kind = getattr(name, "name_type", None)
    authority = getattr(kind, "name_type_authority", None)
    pair = None if kind is None else (getattr(kind, "name", None), getattr(authority, "name", None))
    return getattr(name, "name", None), pair


@rule(
    "MAS111",
    Severity.WARNING,
    "readings of no meter and no usage point",
    hint="name the Meter or the UsagePoint by mRID or Names",
    source="IEC 61968-9 ed. 2, MeterReading",
    on="MeterReading",
)
def readings_belong_to_somebody(reading: Any) -> Iterator[Broken]:
    """Nobody can tell whose values they are."""
    if "meter" not in reading.__xml__.names:
        return  # those in a MeterServiceRequests are of the meter around them
    if not is_identified(reading.meter) and not is_identified(getattr(reading, "usage_point", None)):
        yield Broken("", "found neither Meter nor UsagePoint with mRID or Names")


@rule(
    "MAS121",
    Severity.WARNING,
    "link between fewer than two kinds of object",
    hint="name at least two objects of different kinds, such as a Meter and a UsagePoint",
    source="IEC 61968-9 ed. 2, MasterDataLinkageConfig: relations between objects that exist",
    on=_LINKAGE,
)
def links_have_two_ends(linkage: Any) -> Iterator[Broken]:
    """A link says which objects belong together; of one kind there is nothing to link."""
    found = [(path, member.tag) for path, member, _ in _objects(linkage)]
    if linkage.foreign is not None and linkage.foreign.elements:
        return  # objects of a kind that the schema does not know
    if not found:
        yield Broken("", "found no object")
    elif len({tag for _, tag in found}) == 1:
        path, tag = found[0]
        yield Broken(path, f"found {len(found)} {tag} and no other kind of object")


@rule(
    "MAS122",
    Severity.WARNING,
    "link to an object that is not identified",
    hint="give the mRID or one of the Names that the receiver knows",
    source="IEC 61968-9 ed. 2, MasterDataLinkageConfig: relations between objects that exist",
    on=_LINKAGE,
)
def ends_of_links_are_identified(linkage: Any) -> Iterator[Broken]:
    """The objects exist already, and only their identity stands in the message."""
    for path, _, item in _objects(linkage):
        if not is_identified(item):
            yield Broken(path, "found neither mRID nor Names")


@rule(
    "MAS131",
    Severity.WARNING,
    "meter that replaces itself",
    hint="give the removed meter as OldMeter, the new one as Meter",
    source="IEC 61968-9 ed. 2, MeterServiceRequests",
    on="MeterServiceWork",
)
def meters_do_not_replace_themselves(work: Any) -> Iterator[Broken]:
    """After the work the new meter would be removed."""
    new, old = (getattr(getattr(work, name, None), "mrid", None) for name in ("meter", "old_meter"))
    if isinstance(new, str) and new.strip() and new == old:
        yield Broken("OldMeter/mRID", f"found {shown(old)} in Meter and OldMeter", old)


@rule(
    "MAS141",
    Severity.WARNING,
    "schedule that does not say who or when",
    hint="give devices, usage points, customers or groups, and a TimeSchedule",
    source="IEC 61968-9 ed. 2, MeterReadSchedule: what, of whom, when",
    on="Root",
)
def schedules_are_complete(root: Any, around: Any) -> Iterator[Broken]:
    """A reading that is nobody's, or at no time, is never taken."""
    if noun_of(root) != "MeterReadSchedule" or is_on_existing(root, around):
        return
    missing = []
    whom = (one for one in root.__xml__.members if one.name not in {"reading_type", "time_schedule"})
    if not any(items_of(root, one) for one in whom):
        missing.append("devices, usage points, customers or groups")
    if not root.time_schedule:
        missing.append("TimeSchedule")
    if missing:
        yield Broken("", f"found no {' and no '.join(missing)}")


@rule(
    "REF301",
    Severity.WARNING,
    "mRID of two objects",
    hint="give each object an mRID of its own; name each object once",
    source="IEC 61968-9 ed. 2: an mRID is unique",
    on="Root",
)
def mrids_are_unique(root: Any, _: Any) -> Iterator[Broken]:
    """A receiver stores the second object over the first."""
    wrong: set[int] = set()
    for cls, owners in _OWNERS.groups(root).items():
        for member in _identified(cls):
            for items in map(attrgetter(member.name), owners):
                if isinstance(items, list) and len(items) > 1:
                    wrong |= _again(items)
    for path, one in _IDENTIFIED.placed(root) if wrong else ():
        if id(one) in wrong:
            yield Broken(joined(path, "mRID"), f"found {shown(one.mrid)} once more beside the same", one.mrid)


def _again(items: list[Any]) -> set[int]:
    seen: dict[str, int] = {}
    pairs = ((getattr(one, "mrid", None), id(one)) for one in items)
    return {key for mrid, key in pairs if isinstance(mrid, str) and mrid.strip() and seen.setdefault(mrid, key) != key}


def _identified(cls: type[Element]) -> list[Member]:
    lists = [one for one in cls.__xml__.members if one.kind == "element" and one.is_list and one.type != "any"]
    return [one for one in lists if not is_plain(cls, one) and "mrid" in resolve(cls, one.type).__xml__.names]


_OWNERS = Search(lambda cls: bool(_identified(cls)))
