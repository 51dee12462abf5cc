"""Finds what a compiled reader passed over, so that it stays with the object."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from attrs import evolve
from lxml import etree

from ..model import Element, Member
from .foreign import XSI, Foreign, Kept, RawElement, check_attributes
from .limits import Limits
from .names import Names
from .shape import IGNORED_ATTRIBUTES, is_blank, is_plain, leaf_text, qualified

__all__ = ["keep"]


def keep(element: etree._Element, names: Names, cls: type[Element], limits: Limits) -> Foreign | None:
    """Return all that an element has beyond the field table of its class, None when there is nothing.

    Comments, processing instructions and hints where schemas can be found are not content and not kept.
    """
    table = cls.__xml__
    found = Foreign()
    check_attributes(element, limits)
    found.attributes.update(
        (name, _value(element, name, text))
        for name, text in element.items()
        if name not in table.attributes and name not in IGNORED_ATTRIBUTES
    )
    if table.text is not None and next(element.iterchildren(etree.Element), None) is None:
        return found or None
    if not is_blank(element.text):
        found.text.append((0, element.text or ""))
    counts: dict[str, int] = defaultdict(int)
    order: dict[int, list[str]] = defaultdict(list)
    written: list[str] = []
    index = 0
    for child in element:
        if isinstance(child.tag, str):
            name = names[child.tag]
            member = table.elements.get(name)
            before = len(found.elements)
            if member is not None:
                _known(child, cls, member, index, counts, found, limits)
                if member.repeats and member.choice is not None:
                    order[member.choice].append(member.name)
            elif table.wildcard is None or name[0] != "{":
                found.elements.append(Kept(index, RawElement.of(child, limits)))
            else:
                counts[table.wildcard.name] += 1
                if table.wildcard.high == 1 and counts[table.wildcard.name] > 1:
                    found.elements.append(Kept(index, RawElement.of(child, limits), after=table.wildcard.name))
            known = member if member is not None else table.wildcard
            if known is not None and len(found.elements) == before:
                written.append(known.name)
            index += 1
        if not is_blank(child.tail):
            _add_text(found, index, child.tail or "")
    for choice, sequence in order.items():
        if sequence != sorted(sequence, key=table.names.index):
            found.order[choice] = tuple(sequence)
    if any(kept.after is not None or kept.instead_of is not None for kept in found.elements):
        written.sort(key=table.position.__getitem__)
        found.elements = list(_settled(found.elements, written))
    return found or None


def _settled(elements: list[Kept], written: list[str]) -> Iterator[Kept]:
    """Yield kept elements with the places where they will be written: what is one too many waits for its member.

    What could not be read, while another one for its member could, is one too many as well; it is told to wait only
    where that one has come before it.
    """
    there = set(written)
    place = done = 0
    seen: set[str | None] = {None}
    for kept in elements:
        while done < len(written) and not (kept.index <= place and kept.after in seen):
            seen.add(written[done])
            place, done = place + 1, done + 1
        member = kept.instead_of
        if member in there:
            yield evolve(kept, index=place, instead_of=None, after=member if member in seen else None)
        else:
            yield evolve(kept, index=place)
        place += 1


def _add_text(found: Foreign, index: int, text: str) -> None:
    """Keep a text; with one that a comment parted from it, it is one."""
    if found.text and found.text[-1][0] == index:
        text = found.text.pop()[1] + text
    found.text.append((index, text))


def _known(
    child: etree._Element,
    cls: type[Element],
    member: Member,
    index: int,
    counts: dict[str, int],
    found: Foreign,
    limits: Limits,
) -> None:
    """Keep what a child that is a member of the class has too much."""
    if not is_plain(cls, member):
        if member.high == 1 and counts[member.name]:
            found.elements.append(Kept(index, RawElement.of(child, limits), after=member.name))
        counts[member.name] += 1
        return
    check_attributes(child, limits)
    text = leaf_text(child)
    unreadable = text is None or (member.type == "@ref" and not is_blank(text))
    if unreadable or (member.high == 1 and counts[member.name]):
        single = member.high == 1
        instead = member.name if single and unreadable and not counts[member.name] else None
        after = member.name if single and counts[member.name] else None
        found.elements.append(Kept(index, RawElement.of(child, limits), instead, after))
        return
    extra: dict[str, str | None] = {
        name: _value(child, name, value)
        for name, value in child.items()
        if name not in IGNORED_ATTRIBUTES and not (member.type == "@ref" and name == "ref")
    }
    if member.type == "@ref" and child.get("ref") is None:
        extra["ref"] = None
    if extra:
        found.leaves[member.name, counts[member.name]] = extra
    counts[member.name] += 1


def _value(element: etree._Element, name: str, text: str) -> str:
    """Return the value of an attribute; that of ``xsi:type`` with the namespace of its prefix."""
    return qualified(element, text) if name == f"{XSI}type" else text
