"""The state of one write, and the writer for objects that are not as plain as usual."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from ..model import Element, Member
from ..nouns import ENVELOPES, Profile, registry
from . import escape
from .check import check, check_foreign
from .dialect import PAYLOAD, Dialect, words
from .foreign import XSI, Foreign, RawElement
from .lexical import lexical
from .shape import is_plain, resolve
from .values import KeptText, QualifiedName

__all__ = ["OPERATION_SET", "Writing", "envelope_of", "operation_set", "root_of"]

OPERATION_SET = "OperationSet"
_MOST_STAMPS = 4096
_UNPREFIXED = re.compile(r"<[^/:\s>]+[\s/>]")
_NAME = re.compile(r"<[^\s/>]+")
_XSI_NAMESPACE = XSI[1:-1]
_XML_NAMESPACE = "{http://www.w3.org/XML/1998/namespace"


def root_of(cls: type) -> str | None:
    """Return the name of the root element a class stands for in a payload, None when it has none."""
    profile = registry.of_class(cls)
    return profile.name if profile is not None else None


def operation_set() -> type[Element]:
    """Return the class of operation sets: the one payload that stands in the namespace of the message."""
    found: type[Element] = resolve(resolve(ENVELOPES["Message"].cls, "Payload"), OPERATION_SET)
    return found


def envelope_of(cls: type) -> Profile | None:
    """Return the kind of envelope that a class, or a base of it, stands for; None when it is none."""
    for base in cls.__mro__:
        if (profile := ENVELOPES.get(base.__name__)) is not None and profile.cls is base:
            return profile
    return None


@lru_cache(maxsize=128)
def _declaration(namespace: str, prefix: str) -> str:
    return f' xmlns{":" * bool(prefix)}{prefix}="{escape.attribute(namespace)}"'


def _undeclared(xml: str) -> str:
    """Keep the default namespace of the message away from a raw element that has none of its own."""
    start = xml.partition(">")[0]
    if ' xmlns="' in start or not _UNPREFIXED.search(xml):
        return xml
    name = _NAME.match(xml)
    return f'{name.group()} xmlns=""{xml[name.end() :]}' if name else xml


class Writing:
    """The state of one write: prefixes, mode, the dialect whose namespaces are written, and a memo of time stamps.

    ``raw`` is a list when the text is going to be indented: raw elements, whose layout may matter, are put there, and a
    processing instruction stands in their place.
    """

    __slots__ = ("_stamps", "_writer", "dialect", "lax", "message", "payload", "raw")

    def __init__(
        self,
        writer: Callable[[type[Element], str], Callable[..., str]],
        *,
        message: str,
        payload: str,
        lax: bool,
        dialect: Dialect | None = None,
    ) -> None:
        self.dialect = dialect
        self.message = message
        self.payload = payload
        self.lax = lax
        self.raw: list[str] | None = None
        self._writer = writer
        self._stamps: dict[int, tuple[Any, str]] = {}

    def root(self, obj: Any) -> str:
        """Write an object that stands for a root element."""
        profile = envelope_of(type(obj))
        if profile is not None:
            return self._declared(obj, profile.name, self._message_namespace(profile), self.message)
        if isinstance(obj, RawElement):
            raise TypeError("a raw element is no message")
        if isinstance(obj, operation_set()):
            namespace = self._message_namespace(ENVELOPES["Message"])
            return self._declared(obj, OPERATION_SET, namespace, self.message)
        return self.content(obj)

    def content(self, item: Any) -> str:
        """Write an object at the place of a wildcard.

        Raises:
            TypeError: It is neither a known root nor a raw element.
        """
        if isinstance(item, RawElement):
            text = item.xml if self.message and self.payload else _undeclared(item.xml)
            if self.raw is None:
                return text
            self.raw.append(text)
            return f"<?raw {len(self.raw) - 1}?>"
        profile = registry.of_class(type(item))
        if profile is None:
            raise TypeError(f"{type(item).__name__} is no root element")
        if self.dialect is None:
            return self._declared(item, profile.name, profile.namespace, self.payload)
        name = words(self.dialect.nouns).get(profile.name, profile.name)
        return self._declared(item, name, self._payload_namespace(profile), self.payload)

    def _message_namespace(self, profile: Profile) -> str:
        return profile.namespace if self.dialect is None else self.dialect.message

    def _payload_namespace(self, profile: Profile) -> str:
        """Return the namespace of a payload in the dialect; roots with a namespace of their own keep it."""
        dialect = self.dialect
        if dialect is None:
            return profile.namespace
        if profile.name in dialect.namespaces or profile.namespace == PAYLOAD.format(noun=profile.name):
            return dialect.namespace_of(profile.name)
        return profile.namespace

    def _declared(self, obj: Any, name: str, namespace: str, prefix: str) -> str:
        prefix = prefix if namespace else ""  # no prefix can stand for no namespace
        return self.element(obj, name, prefix, _declaration(namespace, prefix))

    def element(self, obj: Any, name: str, prefix: str, attributes: str = "") -> str:
        """Write an object as an element, by its compiled writer."""
        return self._writer(type(obj), prefix)(obj, f"{prefix}:{name}" if prefix else name, attributes, self)

    def stamp(self, value: Any) -> str:
        """Return the text of a time stamp; interval data has the same object again with every meter."""
        found = self._stamps.get(id(value))
        if found is not None and found[0] is value:
            return found[1]
        text = lexical("xs:dateTime").render(value)
        if len(self._stamps) >= _MOST_STAMPS:
            self._stamps.clear()
        self._stamps[id(value)] = value, text
        return text

    def name(self, tag: str, value: Any, prefix: str, attributes: str = "") -> str:
        """Write a qualified name, with the declaration its prefix needs.

        Raises:
            ValueError: It is no qualified name, or its prefix stands for nothing.
        """
        if self.lax and isinstance(value, str) and not isinstance(value, QualifiedName):
            return f"<{tag}{attributes}>{escape.text(value)}</{tag}>"
        text = lexical("xs:QName").render(value)
        if isinstance(value, QualifiedName) and value.namespace:
            declaration, text = self._qualified(value, prefix, attributes)
            attributes += declaration
        elif ":" in text:
            raise ValueError(f"the prefix of {text!r} stands for nothing")
        return f"<{tag}{attributes}>{escape.text(text)}</{tag}>"

    def _qualified(self, value: QualifiedName, prefix: str, attributes: str) -> tuple[str, str]:
        """Return a declaration and a name for it that do not disturb the prefix of the element itself."""
        own, number = value.prefix, 0
        while own in {"", prefix, "xsi"} or f" xmlns:{own}=" in attributes:
            own, number = f"q{number or ''}", number + 1
        return f' xmlns:{own}="{escape.attribute(value.namespace or "")}"', f"{own}:{value.local}"

    def slowly(self, obj: Any, cls: type[Element], tag: str, attributes: str, prefix: str) -> str:
        """Write an object with foreign content, of a subclass, or in lax mode, by its field table.

        Raises:
            TypeError: It is of another class.
            ValueError: It is not valid, and the mode is strict.
        """
        if not isinstance(obj, cls):
            raise TypeError(f"expected a {cls.__name__}, got {type(obj).__name__}")
        faults = check_foreign(obj, "") if self.lax and obj.foreign is not None else iter(())
        if (fault := next(faults if self.lax else check(obj, "", root_of, deep=False), None)) is not None:
            raise ValueError(fault.message)
        foreign = obj.foreign if obj.foreign is not None else Foreign()
        attributes += self._foreign(foreign.attributes.items(), prefix)
        inside = ""
        for member in cls.__xml__.members:
            value = getattr(obj, member.name)
            if member.kind == "attribute" and value is not None:
                attributes += f' {member.tag}="{escape.attribute(self._text(cls, member, value))}"'
            elif member.kind == "text" and value is not None:
                inside = escape.text(self._text(cls, member, value))
        inside += self._merged(obj, self._members(obj, cls, foreign, prefix), foreign)
        return f"<{tag}{attributes}>{inside}</{tag}>" if inside else f"<{tag}{attributes}/>"

    def _merged(self, obj: Any, members: Iterator[tuple[str, str]], foreign: Foreign) -> str:
        """Return the members with foreign elements and texts in their places."""
        waiting = deque(
            kept for kept in foreign.elements if kept.instead_of is None or getattr(obj, kept.instead_of) is None
        )
        elements: list[str] = []
        seen: set[str | None] = {None}
        for name, piece in members:
            while waiting and waiting[0].index <= len(elements) and waiting[0].after in seen:
                elements.append(self.content(waiting.popleft().element))
            elements.append(piece)
            seen.add(name)
        elements += [self.content(kept.element) for kept in waiting]
        texts: dict[int, str] = {}
        for index, text in foreign.text:  # of one place, or beyond the last, in their order
            place = min(index, len(elements))
            texts[place] = texts.get(place, "") + escape.text(text)
        return "".join(texts.get(index, "") + piece for index, piece in enumerate([*elements, ""]))

    def _members(self, obj: Any, cls: type[Element], foreign: Foreign, prefix: str) -> Iterator[tuple[str, str]]:
        """Yield the child elements with the names of their members, in the order of the schema or as read."""
        done: set[int] = set()
        for member in cls.__xml__.members:
            if member.kind not in {"element", "any"}:
                continue
            order = foreign.order.get(member.choice) if member.choice is not None else None
            if order is None:
                yield from self._items(obj, cls, member, foreign, prefix)
            elif member.choice not in done and member.choice is not None:
                done.add(member.choice)
                yield from self._in_order(obj, cls, member.choice, order, foreign, prefix)

    def _in_order(
        self, obj: Any, cls: type[Element], choice: int, order: tuple[str, ...], foreign: Foreign, prefix: str
    ) -> Iterator[tuple[str, str]]:
        """Yield the members of a repeating choice in the order they were read; what came since goes last."""
        members = [member for member in cls.__xml__.members if member.choice == choice]
        waiting = {member.name: list(self._items(obj, cls, member, foreign, prefix)) for member in members}
        for name in order:
            if waiting[name]:
                yield waiting[name].pop(0)
        for items in waiting.values():
            yield from items

    def _items(
        self, obj: Any, cls: type[Element], member: Member, foreign: Foreign, prefix: str
    ) -> Iterator[tuple[str, str]]:
        value = getattr(obj, member.name)
        if member.is_list and not isinstance(value, list | tuple):
            raise TypeError(f"expected a list for {member.name}, got {type(value).__name__}")
        items = value if member.is_list else [] if value is None else [value]
        for number, item in enumerate(items):
            leaf = foreign.leaves.get((member.name, number), {})
            without_ref = "ref" in leaf and not item
            yield member.name, self._item(cls, member, item, prefix, self._foreign(leaf.items(), prefix), without_ref)

    def _item(self, cls: type[Element], member: Member, value: Any, prefix: str, extra: str, without_ref: bool) -> str:
        if member.type == "any":
            return self.content(value)
        if not is_plain(cls, member):
            if not isinstance(value, expected := resolve(cls, member.type)):
                raise TypeError(f"expected a {expected.__name__}, got {type(value).__name__}")
            return self.element(value, member.tag, prefix)
        tag = f"{prefix}:{member.tag}" if prefix else member.tag
        if member.type == "@ref":
            reference = "" if without_ref else f' ref="{escape.attribute(self._text(cls, member, value))}"'
            return f"<{tag}{reference}{extra}/>"
        if member.type == "xs:QName":
            return self.name(tag, value, prefix, extra)
        text = escape.text(self._text(cls, member, value))
        return f"<{tag}{extra}>{text}</{tag}>" if text else f"<{tag}{extra}/>"

    def _text(self, cls: type[Element], member: Member, value: Any) -> str:
        if isinstance(value, KeptText) and self.lax:
            return str(value)
        if member.type.startswith("xs:"):
            return lexical(member.type).render(value)
        if isinstance(value, str):
            return str(value)
        raise TypeError(f"expected a str, got {type(value).__name__}")

    def _foreign(self, items: Iterable[tuple[str, str | None]], prefix: str) -> str:
        """Return foreign attributes with the declarations their namespaces need, each once."""
        declared: dict[str, str] = {}
        written = ""
        for name, value in items:
            if value is None:
                continue
            namespace, _, local = name.rpartition("}")
            text: str = value
            if isinstance(value, QualifiedName) and value.namespace:
                own = _declare(declared, value.namespace, value.prefix, {"", "xsi", prefix})
                text = f"{own}:{value.local}"
            if namespace == _XML_NAMESPACE:
                local = f"xml:{local}"
            elif namespace:
                wish = "xsi" if namespace[1:] == _XSI_NAMESPACE else ""
                local = f"{_declare(declared, namespace[1:], wish, {'', prefix})}:{local}"
            written += f' {local}="{escape.attribute(text)}"'
        return "".join(f' xmlns:{own}="{escape.attribute(name)}"' for name, own in declared.items()) + written


def _declare(declared: dict[str, str], namespace: str, wish: str, taken: set[str]) -> str:
    """Return a prefix for a namespace on one element: the one wished for, unless it means something else there."""
    if namespace not in declared:
        own, number = wish, 1
        while own in taken or own in declared.values():
            own, number = f"a{number}", number + 1
        declared[namespace] = own
    return declared[namespace]
