"""Pairs of messages that differ here and there, and a second opinion of where a path leads."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

import cim61968_9 as cim
from cim61968_9.testing import messages, objects
from cim61968_9.xml.foreign import Foreign, Kept, RawElement
from cim61968_9.xml.instants import render_date_time
from cim61968_9.xml.values import InvalidText

NOTES = ['<note xmlns="urn:v">a</note>', '<note xmlns="urn:v" unit="h">b</note>', '<list xmlns="urn:v"><a/><b/></list>']
NOTES += ['<list xmlns="urn:v"><b>1</b><a/></list>', '<list xmlns="urn:v"><a/> <b/></list>', "<note>a</note>"]
ROOTS = (cim.MeterReadings, cim.EndDeviceControls, cim.EndDeviceConfig, cim.CustomerMeterDataSet, cim.MeterConfig)


def below(item: Any) -> Iterator[cim.Element]:
    """Yield an element and all elements in it."""
    yield item
    for name in item.__xml__.names:
        value = getattr(item, name)
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, cim.Element):
                yield from below(child)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Any, Any]:
    """Return two messages or two payloads: a message and a copy with some changes, or two of one class."""
    kind = draw(st.sampled_from([*ROOTS, None]))
    strategy: st.SearchStrategy[Any] = messages(max_depth=2) if kind is None else objects(kind, max_depth=4)
    left = draw(strategy)
    if draw(st.integers(0, 4)) == 0:
        return left, draw(strategy)
    right = copy.deepcopy(left)
    for _ in range(draw(st.integers(0, 4))):
        _change(draw, left, right)
    return left, right


def _change(draw: st.DrawFn, left: Any, right: Any) -> None:
    """Change one thing, with what stands somewhere else in the two."""
    element = draw(st.sampled_from(list(below(right))))
    if draw(st.integers(0, 3)) == 0:
        element.foreign = draw(foreign(element))
        return
    lists = [name for name in element.__xml__.names if isinstance(getattr(element, name), list)]
    others = [one for side in (left, right) for one in below(side) if type(one) is type(element)]
    name = draw(st.sampled_from(element.__xml__.names or ("foreign",)))
    given = copy.deepcopy(getattr(draw(st.sampled_from(others)), name))
    if name not in lists:
        setattr(element, name, draw(st.sampled_from([None, given, InvalidText("x"), given])))
        return
    items = getattr(element, name)
    at = draw(st.integers(0, len(items)))
    how = draw(st.sampled_from(["reverse", "remove", "insert", "replace", "rotate"]))
    if how == "reverse":
        items.reverse()
    elif how == "remove":
        del items[at : at + 1]
    elif how == "insert":
        items[at:at] = given[:2]
    elif how == "rotate":
        items[:] = items[at:] + items[:at]
    else:
        setattr(element, name, given)


@st.composite
def foreign(draw: st.DrawFn, element: Any) -> Foreign | None:
    """Return content that no schema knows."""
    if draw(st.integers(0, 4)) == 0:
        return None
    texts = st.sampled_from(["", "a", "b"])
    members = element.__xml__.members
    plain = [one.name for one in members if one.kind == "element" and isinstance(getattr(element, one.name), str)]
    return Foreign(
        attributes=draw(st.dictionaries(st.sampled_from(["a", "{urn:v}a", "b"]), texts, max_size=2)),
        elements=[
            Kept(number, RawElement(draw(st.sampled_from(NOTES))), draw(st.sampled_from([None, "x"])))
            for number in sorted(draw(st.lists(st.integers(0, 4), max_size=3)))
        ],
        text=[(0, draw(texts))] if element.__xml__.text is None and draw(st.booleans()) else [],
        leaves={(draw(st.sampled_from(plain)), 0): {"a": draw(texts)}} if plain and draw(st.booleans()) else {},
        order={1: tuple(draw(st.permutations(["a", "b"])))} if draw(st.integers(0, 5)) == 0 else {},
    )


def at(root: Any, path: str) -> Any:
    """Return what stands at the path of a difference; an error, unless there is exactly one such thing."""
    name, *steps = _steps(path)
    assert name == root.__xml__.name
    found = root
    for step, following in zip(steps, [*steps, ""][1:], strict=True):
        if following.startswith("@") and (leaf := _leaf(found, step)) is not None:
            return leaf[following[1:]]
        tag, *conditions = re.split(r"[\[\]]+", step.rstrip("]")) if not step.startswith("@") else [step]
        (found,) = _chosen(_children(found, tag), conditions)
    return found


def _leaf(holder: Any, step: str) -> dict[str, Any] | None:
    """Return the attributes of a plain value, which has them without having a value when it is nil."""
    if not isinstance(holder, cim.Element) or holder.foreign is None:
        return None
    tag, _, place = step.rstrip("]").partition("[")
    name = next((one.name for one in holder.__xml__.members if one.tag == tag), "")
    return holder.foreign.leaves.get((name, int(place or 1) - 1)) if not place or place.isdigit() else None


def _steps(path: str) -> list[str]:
    """Split at the slashes that stand neither in brackets nor in braces."""
    return re.findall(r"/((?:\[[^\]]*\]|\{[^}]*\}|[^/\[{])+)", path)


def _children(item: Any, tag: str) -> list[Any]:
    if isinstance(item, RawElement):
        tree = item.to_element()
        if tag == "text()" or tag.startswith("@"):
            return ["".join(tree.itertext())] if tag == "text()" else [tree.attrib[tag[1:]]]
        return [RawElement.of(one) for one in tree if one.tag.rpartition("}")[2] == tag]
    kept = item.foreign or Foreign()
    if tag == "text()" and not any(member.kind == "text" for member in item.__xml__.members):
        return [text for _, text in kept.text]
    if tag.startswith("@") and tag[1:] in kept.attributes:
        return [kept.attributes[tag[1:]]]
    found = []
    for member in item.__xml__.members:
        value = getattr(item, member.name)
        values = value if isinstance(value, list) else [] if value is None else [value]
        if member.type == "any":
            found += [one for one in values if _root(one) == tag]
        elif tag == {"attribute": f"@{member.tag}", "text": "text()"}.get(member.kind, member.tag):
            found += values
    return found or [one.element for one in kept.elements if one.element.name == tag]


def _root(item: Any) -> str:
    return item.name if isinstance(item, RawElement) else item.__xml__.name


def _chosen(items: list[Any], conditions: list[str]) -> list[Any]:
    for condition in conditions:
        if condition.isdigit():
            items = [items[int(condition) - 1]]
        else:
            label, _, text = condition.partition("=")
            items = [item for item in items if text in _texts(item, label)]
    return items


def _texts(item: Any, label: str) -> list[str | None]:
    """Return the texts that an item has under a name of CIM, its own or that of the first object there."""
    if label == "name" and not hasattr(item, "name"):
        return [next((one.name for one in item.names if one.name and one.name.strip()), None)]
    if label == "ReadingType" and not hasattr(item, "reading_type"):
        return [lst[0].reading_type for lst in (item.interval_blocks, item.readings) if lst]
    value = next(getattr(item, member.name) for member in item.__xml__.members if member.tag == label)
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, cim.Element):
        named = _texts(value, "name") if hasattr(value, "names") else []
        return [*named, *(_texts(value, "mRID") if hasattr(value, "mrid") else [getattr(value, "value", None)])]
    return [render_date_time(value) if hasattr(value, "tzinfo") else None if value is None else str(value)]
