"""The content of complex types, brought to the form field tables have: a sequence of members and plain choices."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen
from lxml import etree

from .documents import XS, Part, Vocabulary, below
from .unsupported import Unsupported

__all__ = ["Group", "Leaf", "leaves", "model", "occurs", "plain"]


@frozen
class Leaf:
    """An element or a wildcard. ``owner`` is the type or group that declares it."""

    node: etree._Element
    part: Part
    owner: str
    low: int
    high: int | None
    name: str


@frozen
class Group:
    """A model group. ``node`` is where it stands in the schema."""

    kind: str
    low: int
    high: int | None
    parts: tuple[Leaf | Group, ...]
    node: etree._Element
    part: Part


def occurs(node: etree._Element, part: Part) -> tuple[int, int | None]:
    """Return how often a particle may occur, None for no upper bound.

    Raises:
        ValueError: ``minOccurs`` or ``maxOccurs`` is no number.
    """
    found: list[int | None] = []
    for name in ("minOccurs", "maxOccurs"):
        text = node.get(name, "1").strip()
        if name == "maxOccurs" and text == "unbounded":
            found.append(None)
        elif text.isascii() and text.isdigit():
            found.append(int(text))
        else:
            raise ValueError(f"{part.document.place(node)}: {name} is {text!r}; expected a number")
    return found[0] or 0, found[1]


def model(
    node: etree._Element, part: Part, owner: str, vocabulary: Vocabulary, above: tuple[etree._Element, ...] = ()
) -> Group | None:
    """Return the model group of a type, an extension or a group as the schema has it, None when there is none."""
    for child in below(node, "sequence", "choice", "all", "group"):
        return _group(child, part, owner, vocabulary, above)
    return None


def _group(
    node: etree._Element, part: Part, owner: str, vocabulary: Vocabulary, above: tuple[etree._Element, ...]
) -> Group:
    low, high = occurs(node, part)
    kind = etree.QName(node).localname
    if kind == "group":
        found = vocabulary.find("group", part, node, node.get("ref", ""))
        if found.node in above:
            raise ValueError(f"{part.document.place(node)}: the group {node.get('ref')} contains itself")
        inside = model(found.node, found.part, found.node.get("name", ""), vocabulary, (*above, found.node))
        return Group("sequence", low, high, (inside,) if inside is not None else (), node, part)
    return Group(kind, low, high, tuple(_particles(node, part, owner, vocabulary, above)), node, part)


def _particles(
    node: etree._Element, part: Part, owner: str, vocabulary: Vocabulary, above: tuple[etree._Element, ...]
) -> Iterator[Leaf | Group]:
    for child in node.iterchildren(etree.Element):
        tag = str(child.tag)
        if tag in {f"{XS}sequence", f"{XS}choice", f"{XS}all", f"{XS}group"}:
            yield _group(child, part, owner, vocabulary, above)
        elif tag == f"{XS}any":
            yield Leaf(child, part, owner, *occurs(child, part), "*")
        elif tag == f"{XS}element":
            yield _element(child, part, owner, vocabulary)
        elif tag != f"{XS}annotation":
            found = tag.replace(XS, "xs:")
            raise ValueError(f"{part.document.place(child)}: found {found} where an element or a group may stand")


def _element(node: etree._Element, part: Part, owner: str, vocabulary: Vocabulary) -> Leaf | Group:
    low, high = occurs(node, part)
    reference = node.get("ref")
    if reference is None:
        if not node.get("name"):
            raise ValueError(f"{part.document.place(node)}: an element with neither a name nor a ref")
        return Leaf(node, part, owner, low, high, node.get("name", ""))
    found = vocabulary.find("element", part, node, reference)
    places = [(one, one.node.get("name", "")) for one in vocabulary.substitutes(found)]
    if len(places) == 1:
        return Leaf(places[0][0].node, places[0][0].part, "", low, high, places[0][1])
    alternatives = tuple(Leaf(one.node, one.part, "", 1, 1, name) for one, name in places)
    return Group("choice", low, high, alternatives, node, part)


def plain(group: Group, owner: str, unsupported: Unsupported) -> Group:
    """Return a group as a sequence of leaves and of choices between leaves, and note where that cannot be done."""
    found = _plain(Group("sequence", 1, 1, (group,), group.node, group.part), owner, unsupported)
    parts = found.parts if isinstance(found, Group) and found.kind == "sequence" and _once(found) else (found,)
    result = evolve(group, kind="sequence", low=1, high=1, parts=parts)
    _check(result, owner, unsupported)
    return result


def leaves(group: Group) -> Iterator[tuple[Leaf, Group | None]]:
    """Yield the leaves of a plain group, each with its choice."""
    for part in group.parts:
        if isinstance(part, Leaf):
            yield part, None
        else:
            yield from ((leaf, part) for leaf in part.parts if isinstance(leaf, Leaf))


def _once(group: Leaf | Group) -> bool:
    return (group.low, group.high) == (1, 1)


def _often(part: Leaf | Group, low: int, high: int | None) -> Leaf | Group:
    """Return a particle inside another that occurs that often."""
    most = 0 if 0 in {part.high, high} else None if part.high is None or high is None else part.high * high
    return evolve(part, low=part.low * low, high=most)


def _plain(group: Group, owner: str, unsupported: Unsupported) -> Leaf | Group:
    """Return a group as a leaf, as a choice between leaves, or as a sequence of these that occurs once."""
    parts: list[Leaf | Group] = []
    low = group.low
    for part in group.parts:
        found = part if isinstance(part, Leaf) else _plain(part, owner, unsupported)
        if isinstance(found, Group) and not found.parts:
            low = 0 if group.kind == "choice" else low  # an empty branch: nothing at all is a choice, too
        elif found.high != 0:
            parts.append(found)
    group = evolve(group, low=low, parts=tuple(parts))
    if group.high == 0 or not parts:
        return evolve(group, parts=())
    if len(parts) == 1:
        (only,) = parts
        if isinstance(only, Leaf) or only.kind == "choice":
            return _often(only, group.low, group.high)
        return _sequence(evolve(group, kind="sequence", parts=only.parts), owner, unsupported)
    if group.kind == "choice":
        return _choice(group, owner, unsupported)
    if group.kind == "all":
        unsupported.add(
            group.part.document,
            group.node,
            owner,
            "xs:all",
            "replace it by xs:sequence if the order is always the same",
        )
    return _sequence(group, owner, unsupported)


def _sequence(group: Group, owner: str, unsupported: Unsupported) -> Group:
    if group.high != 1:
        unsupported.add(
            group.part.document,
            group.node,
            owner,
            f"a sequence of {len(group.parts)} members that repeats",
            "give the members an element around them that repeats",
        )
    parts: list[Leaf | Group] = []
    for part in group.parts:
        inside = part.parts if isinstance(part, Group) and part.kind == "sequence" and _once(part) else (part,)
        parts += (_often(one, group.low, 1) for one in inside)
    return evolve(group, kind="sequence", low=1, high=1, parts=tuple(parts))


def _choice(group: Group, owner: str, unsupported: Unsupported) -> Group:
    parts: list[Leaf | Group] = []
    low = group.low
    for part in group.parts:
        if isinstance(part, Leaf):
            parts.append(part)
        elif part.kind == "choice" and (part.high == 1 or group.high is None):
            parts += part.parts
            low = min(low, part.low)
        else:
            what = "repeating choice" if part.kind == "choice" else f"sequence of {len(part.parts)} members"
            construct, remedy = f"a {what} as one branch of a choice", "give the branch an element around it"
            unsupported.add(part.part.document, part.node, owner, construct, remedy)
    return evolve(group, low=low, parts=tuple(parts))


def _check(group: Group, owner: str, unsupported: Unsupported) -> None:
    seen: set[str] = set()
    for leaf, choice in leaves(group):
        if leaf.name in seen:
            what = "a second wildcard" if leaf.name == "*" else f"the element {leaf.name} in two places"
            unsupported.add(leaf.part.document, leaf.node, owner, what, "join the two, or rename one")
        seen.add(leaf.name)
        if leaf.name == "*" and choice is not None and choice.high != 1:
            what = "a wildcard in a repeating choice"
            unsupported.add(leaf.part.document, leaf.node, owner, what, "put the wildcard after the choice")
