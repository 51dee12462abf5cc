"""Content beyond the schema, as a tolerant read keeps it: elements as XML text, all else in JSON's own forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..errors import LimitError, XmlError
from ..model import Element, Member
from ..xml.declarations import check_declarations
from ..xml.foreign import Foreign, Kept, RawElement
from ..xml.limits import Limits
from ..xml.parse import encoded, parse_bytes
from ..xml.shape import is_plain
from ..xml.values import QualifiedName
from .keys import XML, keys_of
from .names import check_attribute
from .refusal import at, kind_of, refuse
from .simple import load_name, name_as_json
from .text import as_object

__all__ = ["ForeignForm", "dump_raw", "load_raw"]

_REF = "ref"
_RAW_FORM = f'an element of unknown vocabulary, as {{"{XML}": "<..."}}'


def dump_raw(raw: RawElement) -> dict[str, Any]:
    """Return a raw element as JSON."""
    return {XML: raw.xml}


def load_raw(found: Any, limits: Limits) -> RawElement:
    """Return the raw element of its JSON form; the XML is taken with the same care as a document.

    Raises:
        LimitError: It is nested more deeply, or has more attributes or namespaces, than allowed.
    """
    parts = as_object(found, _RAW_FORM)
    xml = parts.get(XML)
    if len(parts) != 1 or not isinstance(xml, str):
        refuse(f"found {kind_of(found)}, expected {_RAW_FORM}")
    return _raw(xml, limits)


def _raw(xml: Any, limits: Limits) -> RawElement:
    if not isinstance(xml, str):
        refuse(f"found {kind_of(xml)}, expected a text: an element of XML")
    try:
        parsed = parse_bytes(encoded(xml, "the element"), "utf-8", "the element", exact=True)
        check_declarations(parsed.root, None, limits, "the element")
        return RawElement.of(parsed.root, limits)
    except LimitError:
        raise
    except XmlError as error:
        refuse(str(error))


class ForeignForm:
    """The JSON form of the foreign content of one class; members are called by their keys."""

    def __init__(self, cls: type[Element]) -> None:
        self._keys = keys_of(cls)
        self._names = {key: name for name, key in self._keys.items()}
        self._repeating = [member for member in cls.__xml__.members if member.repeats]
        self._own = frozenset(cls.__xml__.attributes)
        self._plain = {
            self._keys[member.name]: member
            for member in cls.__xml__.members
            if member.kind == "element" and is_plain(cls, member)
        }

    def dump(self, obj: Element) -> dict[str, Any]:
        """Return the foreign content of an object as JSON, without what is empty.

        Attributes of values that the object no longer has are left out, as in XML.
        """
        foreign: Any = obj.foreign
        if not isinstance(foreign, Foreign):
            refuse(f"found {type(foreign).__name__}, expected a Foreign or None")
        made: dict[str, Any] = {}
        if foreign.attributes:
            with at("attributes"):
                made["attributes"] = _attributes(foreign.attributes)
        if foreign.elements:
            made["elements"] = [self._dump_kept(kept) for kept in foreign.elements]
        if foreign.text:
            made["text"] = [{"index": index, "text": _plain(text)} for index, text in foreign.text]
        if leaves := list(self._dump_leaves(foreign, obj)):
            made["leaves"] = leaves
        if foreign.order:
            made["order"] = [
                {"choice": choice, "members": [self._key(name) for name in names]}
                for choice, names in foreign.order.items()
            ]
        return made

    def _dump_leaves(self, foreign: Foreign, obj: Element) -> Iterator[dict[str, Any]]:
        number = 0
        for (name, index), attributes in foreign.leaves.items():
            member = self._plain.get(self._key(name))
            if member is None or index >= _count(obj, member):
                continue
            with at("leaves", number, "attributes"):
                dumped = _attributes(attributes, without_ref=member.type == "@ref")
            number += 1
            yield {"member": self._keys[name], "index": index, "attributes": dumped}

    def _dump_kept(self, kept: Kept) -> dict[str, Any]:
        made = {"index": kept.index, "xml": kept.element.xml}
        if kept.instead_of is not None:
            made["insteadOf"] = self._key(kept.instead_of)
        if kept.after is not None:
            made["after"] = self._key(kept.after)
        return made

    def _key(self, name: str) -> str:
        if name not in self._keys:
            refuse(f"foreign content speaks of a member {name!r}, which the class does not have")
        return self._keys[name]

    def load(self, found: Any, loading: Any) -> Foreign:
        """Return foreign content from its JSON form."""
        made = Foreign()
        for part, value in as_object(found, "content beyond the schema").items():
            with at(part):
                if part == "attributes":
                    made.attributes = _load_attributes(value, self._own)
                    continue
                if part not in {"elements", "text", "leaves", "order"}:
                    refuse("found an unknown key; expected attributes, elements, text, leaves or order")
                if not isinstance(value, list):
                    refuse(f"found {kind_of(value)}, expected a list")
                for index, item in enumerate(value):
                    with at(index):
                        self._load_item(made, part, item, loading.limits)
        return made

    def _load_item(self, made: Foreign, part: str, found: Any, limits: Limits) -> None:
        if part == "elements":
            item = _only(found, "index", "xml", optional=("insteadOf", "after"))
            instead, after = self._name(item, "insteadOf"), self._name(item, "after")
            with at("xml"):
                element = _raw(item["xml"], limits)
            made.elements.append(Kept(_number(item, "index"), element, instead, after))
        elif part == "text":
            item = _only(found, "index", "text")
            index = _number(item, "index")
            with at("text"):
                made.text.append((index, _plain(item["text"])))
        elif part == "leaves":
            item = _only(found, "member", "index", "attributes")
            with at("member"):
                member = self._plain[_known(item["member"], self._plain, "a plain value")]
            place = member.name, _number(item, "index")
            if place in made.leaves:
                refuse("found a second entry for this value, expected one with all its attributes; put them together")
            with at("attributes"):
                made.leaves[place] = _load_leaf(item["attributes"], is_reference=member.type == "@ref")
        else:
            item = _only(found, "choice", "members")
            choice = _number(item, "choice")
            if choice in made.order:
                refuse("found a second entry for this choice, expected one; put its members together")
            names = {self._keys[one.name]: one.name for one in self._repeating if one.choice == choice}
            with at("members"):
                if not isinstance(item["members"], list):
                    refuse(f"found {kind_of(item['members'])}, expected a list of members")
                made.order[choice] = tuple(names[_known(key, names)] for key in item["members"])

    def check(self, obj: Element) -> None:
        """Make sure that leaves are about values that an object has, once all of it is there.

        Raises:
            Refusal: They are not, so that their attributes would be lost.
        """
        leaves = obj.foreign.leaves if obj.foreign is not None else ()
        for number, (name, index) in enumerate(leaves):
            key = self._keys[name]
            count = _count(obj, self._plain[key])
            if index >= count:
                with at("leaves", number, "index"):
                    refuse(f"found {kind_of(index)}, expected the place of a value of {key}, from 0; it has {count}")

    def _name(self, item: dict[str, Any], part: str) -> str | None:
        with at(part):
            return self._names[_known(item[part], self._names)] if part in item else None


def _count(obj: Element, member: Member) -> int:
    """Return how many values an object has of a member."""
    value = getattr(obj, member.name)
    if member.is_list:
        return len(value) if isinstance(value, list | tuple) else 0
    return int(value is not None)


def _known(key: Any, names: Mapping[str, Any], what: str = "a member") -> str:
    if not isinstance(key, str) or key not in names:
        refuse(f"found {kind_of(key)}, expected the key of {what}: one of {', '.join(list(names)[:20]) or 'none'}")
    return key


def _only(found: Any, *required: str, optional: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return an object that has the keys it must have and no unknown ones."""
    expected = f"{', '.join(required)}{' and perhaps ' if optional else ''}{', '.join(optional)}"
    item = as_object(found, expected)
    if not set(required) <= item.keys() <= {*required, *optional}:
        refuse(f"found {kind_of(found)}, expected {expected}")
    return item


def _number(item: dict[str, Any], part: str) -> int:
    found = item[part]
    if found.__class__ is float and found.is_integer():
        found = int(found)  # JSON does not tell 3.0 from 3
    if found.__class__ is not int or found < 0:
        with at(part):
            refuse(f"found {kind_of(found)}, expected a whole number from 0")
    return int(found)


def _plain(text: Any) -> str:
    if not isinstance(text, str):
        refuse(f"found {kind_of(text)}, expected a text")
    return str(text)


def _attributes(attributes: Mapping[str, Any], *, without_ref: bool = False) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, value in attributes.items():
        with at(name):
            if value is None and without_ref and name == _REF:
                made[name] = None
            elif isinstance(value, QualifiedName):
                made[name] = name_as_json(value)
            elif isinstance(value, str):
                made[name] = str(value)
            else:
                refuse(f"found {type(value).__name__}, expected a str; remove the attribute if it has no value")
    return made


def _load_attributes(found: Any, taken: frozenset[str] = frozenset(), *, without_ref: bool = False) -> dict[str, Any]:
    """Return attributes whose names can be written: a text from anywhere must not become markup."""
    made: dict[str, Any] = {}
    for name, value in as_object(found, "names and values of attributes").items():
        with at(name):
            check_attribute(name)
            if value is None and without_ref and name == _REF:
                made[name] = None
                continue
            if name in taken:
                refuse("found an attribute that the class has itself; expected it among the members")
            made[name] = load_name(value, None) if isinstance(value, dict) else _plain(value)
    return made


def _load_leaf(found: Any, *, is_reference: bool) -> dict[str, Any]:
    """Return the attributes of a plain value; of a reference, null says that its ``ref`` is missing."""
    if is_reference:
        return _load_attributes(found, frozenset({_REF}), without_ref=True)
    return _load_attributes(found)
