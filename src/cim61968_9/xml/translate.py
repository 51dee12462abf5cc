"""Brings the envelope of a message into the form of the standard, and notes each step.

Only what stands around payloads is touched: names, namespaces and words of the envelope, and the shape of replies. The
steps are named by the tables of :mod:`.dialects`; :mod:`.speak` takes them back when a message is written in the
dialect it was read in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from lxml import etree

from .._mixins import EnvelopeMessage
from ..model import Element, Member
from ..nouns import ENVELOPES
from .audit import Problem
from .dialect import MESSAGE, Dialect
from .dialects import NOUN_ALIASES, RESULTS, VERBS, dialects, message_variant, version
from .frame import Frame
from .shape import is_plain, leaf_text, resolve
from .text import SPACE
from .writing import OPERATION_SET, operation_set

__all__ = ["REPLY_CODE", "members_of", "result_of", "speaks_otherwise", "translate"]

REPLY_CODE = "ReplyCode"
_GOOD = frozenset({"0", "0.0"})
_PROGRESS = ("0.1", "0.2", "0.3")
_WORDS = frozenset({"ENV112", "ENV113", "ENV114", "ENV115"})
_TRAITS = {
    "ENV111": "elements without namespace",
    "ENV112": "other verbs",
    "ENV113": "other nouns",
    "ENV114": "other names of elements",
    "ENV115": "other spellings of values",
    "ENV116": "replies of 2008",
}
"""What a step is called in the name of the dialect, where it is not known from one."""


def translate(frame: Frame) -> bool:
    """Bring the envelope of a message into the form of the standard; tell whether that took anything."""
    if not issubclass(frame.cls, EnvelopeMessage) and frame.cls.__xml__.name != OPERATION_SET:
        return False
    before = len(frame.problems)
    _Translation(frame).element(frame.element, frame.cls)
    return len(frame.problems) > before


class _Translation:
    """The words that apply to one message, and where the steps are noted."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        known = _known(frame)
        self.elements = _merged(dialect.elements for dialect in known)
        self.verbs = {**VERBS, **_merged(dialect.verbs for dialect in known)}
        nouns = [table for dialect in known for table in (dialect.nouns, dialect.header_nouns)]
        self.nouns = {**NOUN_ALIASES, **_merged(nouns)}
        self.values = {**RESULTS, **_merged(dialect.values for dialect in known)}
        tables = (table for one in known for table in (one.elements, one.verbs, one.values))
        self.accepted = frozenset(_merged([*tables, *nouns]))
        self.reply_codes = any(dialect.reply_codes for dialect in known)
        self.told: set[str] = set()

    def element(self, element: etree._Element, cls: type[Element]) -> None:
        """Translate what is in an element of the envelope."""
        if cls.__xml__.name == "Reply":
            self._reply(element)
        for child, member in members_of(element, cls, self._member):
            if not is_plain(cls, member):
                self.element(child, resolve(cls, member.type))
            elif member.tag in {"noun", "Noun"}:
                self._word(child, "header_nouns", self.nouns, "ENV113")
            elif member.tag in {"verb", "Verb"}:
                self._verb(child)
            elif not member.type.startswith(("xs:", "@")):
                self._value(child, resolve(cls, member.type))

    def _member(self, child: etree._Element, cls: type[Element]) -> Member | None:
        """Return the member that an element is meant to be, and give it the name of the standard."""
        name = self.frame.names[child.tag]
        known = cls.__xml__.elements
        if name in known:
            return known[name]
        tag = etree.QName(child)
        namespace = tag.namespace or ""
        if name[:1] == "{" and namespace and namespace != MESSAGE and message_variant(namespace) is None:
            return None
        local = self.elements.get(tag.localname, tag.localname)
        if local not in known:
            same = [one for one in known if one.lower() == local.lower()]
            if len(same) != 1:
                return None
            local = same[0]
        self._rename(child, namespace, local, inside=name[:1] == "{")
        return known[local]

    def _rename(self, child: etree._Element, namespace: str, local: str, *, inside: bool) -> None:
        frame, wire = self.frame, etree.QName(child).localname
        if inside and namespace not in self.told:  # of many elements, the first is told of
            self.told.add(namespace)
            found = f"in {namespace!r}" if namespace else "without namespace"
            rule = "ENV101" if namespace else "ENV111"
            self._note(rule, child, f"found {wire} {found}, expected {frame.namespace!r}", namespace)
        if inside and not namespace:
            frame.form["unqualified"] = True
        if wire != local:
            self._remember("elements", wire, local)
            self._note("ENV114", child, f"found {wire!r}, expected {local!r}", wire)
        child.tag = f"{{{frame.namespace}}}{local}" if frame.namespace else local

    def _verb(self, child: etree._Element) -> None:
        wire = leaf_text(child) or ""
        text = wire.strip(SPACE)
        verb = _verbs()
        if wire in verb:
            return
        for known in (self.verbs.get(text), self.verbs.get(text.lower()), text.lower()):
            if known is not None and known in verb:
                self._set(child, "verbs", wire, known, "ENV112")
                return

    def _word(self, child: etree._Element, table: str, words: Mapping[str, str], rule: str) -> None:
        wire = leaf_text(child) or ""
        if (text := wire.strip(SPACE)) in words:
            self._set(child, table, wire, words[text], rule)

    def _value(self, child: etree._Element, enum: Any) -> None:
        wire = leaf_text(child) or ""
        text = wire.strip(SPACE)
        known = enum._value2member_map_
        if not text or wire in known:
            return
        same = [value for value in known if value.lower() == text.lower()]
        found = same[0] if len(same) == 1 else self.values.get(text)
        if found is not None and found in known:
            self._set(child, "values", wire, found, "ENV115")

    def _set(self, child: etree._Element, table: str, wire: str, standard: str, rule: str) -> None:
        self._remember(table, wire, standard)
        self._note(rule, child, f"found {wire!r}, expected {standard!r}", wire)
        del child[:]  # comments, which a tree of someone else may have
        child.text = standard

    def _reply(self, reply: etree._Element) -> None:
        """Bring a reply of 2008, with a code and with errors that are texts, into the shape of today."""
        code = next(self._called(REPLY_CODE, reply), None)
        if code is None or leaf_text(code) is None:
            return
        if not self.reply_codes and next(self._called("Result", reply), None) is not None:
            return
        if (name := _local(code)) != REPLY_CODE:
            self._remember("elements", name, REPLY_CODE)
        wire = leaf_text(code) or ""
        text = wire.strip(SPACE)
        result = result_of(text)
        self.frame.form["reply_codes"] = True
        self._note("ENV116", code, f"found {REPLY_CODE} {text!r}, read as Result {result!r}", text)
        space = f"{{{self.frame.namespace}}}" if self.frame.namespace else ""
        del code[:]
        code.tag, code.text = f"{space}Result", result
        errors = [one for one in self._called("Error", reply) if next(one.iterchildren(etree.Element), None) is None]
        texts = [leaf_text(error) for error in errors]
        if result == "OK" and wire != "0.0":
            self._remember("values", wire, "OK")
        if not errors and result != "OK":
            errors, texts = [etree.Element(f"{space}Error")], [None]
            code.addnext(errors[0])
            self.frame.added.append(errors[0])
        for error, said in zip(errors, texts, strict=True):
            del error[:]
            error.text = None
            self.frame.added.append(etree.SubElement(error, f"{space}code"))
            error[0].text = wire
            if said is not None:
                self.frame.added.append(etree.SubElement(error, f"{space}reason"))
                error[1].text = said

    def _called(self, name: str, parent: etree._Element) -> Iterator[etree._Element]:
        """Yield the children of a name, in any spelling, that are no extensions."""
        for child in parent.iterchildren(etree.Element):
            local, namespace = _local(child), etree.QName(child).namespace or ""
            own = namespace in {"", MESSAGE, *self.frame.names.namespaces} or message_variant(namespace) is not None
            if own and self.elements.get(local, local).lower() == name.lower():
                yield child

    def _remember(self, table: str, wire: str, standard: str) -> None:
        self.frame.form.setdefault(table, {})[wire] = standard

    def _note(self, rule: str, element: etree._Element, message: str, value: str) -> None:
        if rule in _WORDS and value in self.accepted:
            rule = "ENV109"
        elif rule in _WORDS and self.frame.form.get("edition") == "1":
            rule = "ENV116"
        elif rule in _TRAITS:
            self.frame.traits.append(_TRAITS[rule])
        self.frame.problems.append(Problem(rule, element, message, value))


def result_of(code: str) -> str:
    """Return the result that a reply code of 2008 stands for."""
    if code in _GOOD or code.lower() == "ok":
        return "OK"
    return "PARTIAL" if code in _PROGRESS else "FAILED"


def speaks_otherwise(message: Any) -> bool:
    """Tell whether nouns, or verbs of operations, are in other words, which no reader finds odd as they are texts."""
    nouns = _other_nouns(version())
    found: Any = message
    if isinstance(message, EnvelopeMessage):
        header, payload = getattr(message, "header", None), getattr(message, "payload", None)
        if header is not None and header.noun in nouns:
            return True
        found = payload.operation_set if payload is not None else None
    is_set: bool = found is not None and isinstance(found, operation_set())
    if not is_set:
        return False
    operations: list[Any] = found.operation
    return any(one.noun in nouns or (one.verb is not None and one.verb not in _verbs()) for one in operations)


@lru_cache(maxsize=1)
def _other_nouns(_dialects: int) -> frozenset[str]:
    tables = (table for dialect in dialects(MESSAGE) for table in (dialect.nouns, dialect.header_nouns))
    return frozenset(NOUN_ALIASES).union(*tables)


def members_of(element: etree._Element, cls: type[Element], member: Any) -> Iterator[tuple[etree._Element, Member]]:
    """Yield the children of an element of the envelope that are members of its class; payloads are none."""
    for child in list(element.iterchildren(etree.Element)):
        found = member(child, cls)
        if found is not None and found.type != "any":
            yield child, found


def _known(frame: Frame) -> list[Dialect]:
    """Return the dialects whose words apply: by the namespace of the envelope, or of a payload."""
    found = {dialect.name: dialect for dialect in dialects(frame.namespace)}
    for part in frame.element.iterchildren(etree.Element):
        for child in part.iterchildren(etree.Element) if _local(part) in {"Payload", "Request"} else ():
            found.update((one.name, one) for one in dialects(etree.QName(child).namespace or ""))
    variant = message_variant(frame.namespace)
    if variant is not None and variant.dialect is not None:
        found[variant.dialect.name] = variant.dialect
    return list(found.values())


def _merged(tables: Iterator[Mapping[str, str]] | Any) -> dict[str, str]:
    merged: dict[str, str] = {}
    for table in tables:
        merged.update(table)
    return merged


def _verbs() -> Any:
    header = resolve(ENVELOPES["RequestMessage"].cls, "Header")
    return resolve(header, "Verb")._value2member_map_


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
