"""Brings a written message into the form of a dialect: the steps of :mod:`.translate`, taken back."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from ..errors import DialectError
from ..model import Element, Member
from ..nouns import ENVELOPES
from .dialect import Dialect, SoapForm, tag_parts, words
from .shape import is_plain, resolve
from .translate import REPLY_CODE, members_of
from .writing import OPERATION_SET, operation_set

__all__ = ["SOAP_CODES", "SOAP_SPACES", "speak"]

SOAP_SPACES = {
    "1.1": "http://schemas.xmlsoap.org/soap/envelope/",
    "1.2": "http://www.w3.org/2003/05/soap-envelope",
}
_PREFIX = "s"
SOAP_CODES = frozenset(
    {"Client", "Server", "VersionMismatch", "MustUnderstand", "Sender", "Receiver", "DataEncodingUnknown"}
)
"""The codes of faults that SOAP itself defines; they are qualified names in its namespace."""
_BRANCHES = frozenset({"OperationSet", "Compressed", "ID", "Format"})
_FILTERS = frozenset({"StartTime", "EndTime", "Option", "ID"})
_ONLY_REASON = frozenset({"code", "reason"})


def speak(root: etree._Element, dialect: Dialect) -> etree._Element:
    """Return a message in the form of a dialect; the tree is used up.

    Raises:
        DialectError: The dialect has no place for something in the message.
    """
    cls = _class_of(root)
    if cls is not None:
        _Speech(dialect, etree.QName(root).namespace or "").element(root, cls)
        _strip(root, cls, dialect)
        if dialect.root:
            root = _rooted(root, dialect)
    elif dialect.unqualified_payload:
        _strip_payload(root)
    if dialect.around:
        root = _inside(dialect.around, root)
    return _in_soap(root, dialect.soap) if dialect.soap is not None else root


def _class_of(root: etree._Element) -> type[Element] | None:
    name = etree.QName(root).localname
    if name == OPERATION_SET:
        return operation_set()
    return ENVELOPES[name].cls if name in ENVELOPES else None


class _Speech:
    """The words of a dialect, for what stands in one namespace."""

    def __init__(self, dialect: Dialect, namespace: str) -> None:
        self.dialect = dialect
        self.space = f"{{{namespace}}}" if namespace else ""
        self.elements = words(dialect.elements)
        self.values = words(dialect.values)
        self.verbs = words(dialect.verbs)
        self.nouns = words(dialect.nouns)

    def element(self, element: etree._Element, cls: type[Element]) -> None:
        """Bring what is in an element of the envelope into other words."""
        if self.dialect.reply_codes and cls.__xml__.name == "Reply":
            self._reply(element)
        for child, member in members_of(element, cls, self._member):
            if not is_plain(cls, member):
                self.element(child, resolve(cls, member.type))
            else:
                self._word(child, member)
            if member.tag in self.elements:
                child.tag = f"{self.space}{self.elements[member.tag]}"

    def _member(self, child: etree._Element, cls: type[Element]) -> Member | None:
        local = str(child.tag)[len(self.space) :] if str(child.tag).startswith(self.space) else ""
        return cls.__xml__.elements.get(local)

    def _word(self, child: etree._Element, member: Member) -> None:
        table: Mapping[str, str] = {}
        if member.tag in {"Verb", "verb"}:
            table = self.verbs
        elif member.tag in {"Noun", "noun"}:
            table = self.nouns
        elif not member.type.startswith(("xs:", "@")):
            table = self.values
        child.text = table.get(child.text or "", child.text or "") or None

    def _reply(self, reply: etree._Element) -> None:
        """Write the result as a code, and errors as texts.

        Raises:
            DialectError: An error has more than a code and a reason, or the codes differ.
        """
        result = reply.find(f"{self.space}Result")
        errors = reply.findall(f"{self.space}Error")
        if result is None:
            return
        codes = list(dict.fromkeys(error.findtext(f"{self.space}code") or "" for error in errors))
        more = {etree.QName(part).localname for error in errors for part in error} - _ONLY_REASON
        if len(codes) > 1 or more:
            found = f"the codes {', '.join(codes)}" if len(codes) > 1 else f"{', '.join(sorted(more))} in an error"
            raise DialectError(f"a reply in the shape of 2008 has one code and texts for errors, found {found}")
        code = codes[0] if codes else self.values.get(result.text or "") or _CODES.get(result.text or "", "")
        if not code:
            raise DialectError(
                f"a reply in the shape of 2008 needs a code, found the result {result.text!r} and no error"
            )
        result.tag, result.text = f"{self.space}{REPLY_CODE}", code
        for error in errors:
            reason = error.findtext(f"{self.space}reason")
            if reason is None:
                reply.remove(error)
                continue
            del error[:]
            error.text = reason


_CODES = {"OK": "0.0"}


def _rooted(root: etree._Element, dialect: Dialect) -> etree._Element:
    """Give the message the root of the dialect, and its parts their namespace."""
    namespace, name = tag_parts(dialect.root)
    is_get = name.startswith("Get")
    spaces: dict[str | None, str] = {prefix: uri for prefix, uri in root.nsmap.items() if prefix is not None}
    own = {uri: prefix for prefix, uri in spaces.items()}
    for uri in filter(None, (namespace, dialect.parts)):
        if uri not in own:
            own[uri] = next(one for one in ("x", "x1", "x2") if one not in spaces)
            spaces[own[uri]] = uri
    found = etree.Element(dialect.root, nsmap=spaces)
    found.text = root.text
    for key, value in root.attrib.items():
        found.set(key, value)
    message = etree.QName(root).namespace
    for part in list(root):
        found.append(part)
        if dialect.parts is None or not isinstance(part.tag, str) or etree.QName(part).namespace != message:
            continue
        _move(part, dialect.parts)
        local = etree.QName(part).localname
        inside = _BRANCHES if local == "Payload" else _FILTERS if local == "Request" and is_get else ()
        for branch in part.iterchildren(*(f"{{{message}}}{name}" for name in inside)) if inside else ():
            _move(branch, dialect.parts)
    return found


def _move(element: etree._Element, namespace: str) -> None:
    local = etree.QName(element).localname
    element.tag = f"{{{namespace}}}{local}" if namespace else local


def _strip(root: etree._Element, cls: type[Element], dialect: Dialect) -> None:
    """Take elements out of their namespaces, inside of the envelope, of payloads, or both."""
    if not (dialect.unqualified or dialect.unqualified_payload):
        return
    namespace = etree.QName(root).namespace
    waiting = list(root.iterchildren(etree.Element))
    while waiting:
        element = waiting.pop()
        if etree.QName(element).namespace == namespace:
            waiting += element.iterchildren(etree.Element)
            if dialect.unqualified:
                element.tag = etree.QName(element).localname
        elif dialect.unqualified_payload:
            _strip_payload(element)


def _strip_payload(root: etree._Element) -> None:
    own = etree.QName(root).namespace
    for element in root.iterdescendants(etree.Element):
        if etree.QName(element).namespace == own:
            element.tag = etree.QName(element).localname


def _inside(tag: str, element: etree._Element) -> etree._Element:
    namespace, _ = tag_parts(tag)
    around = etree.Element(tag, nsmap={"abs": namespace} if namespace else None)
    around.append(element)
    return around


def _in_soap(message: etree._Element, form: SoapForm) -> etree._Element:
    space = SOAP_SPACES[form.version]
    envelope = etree.Element(f"{{{space}}}Envelope", nsmap={_PREFIX: space})
    if form.headers:
        header = etree.SubElement(envelope, f"{{{space}}}Header")
        header.extend(block.to_element() for block in form.headers)
    body = etree.SubElement(envelope, f"{{{space}}}Body")
    if form.fault is None:
        body.append(message)
        return envelope
    detail = _fault(etree.SubElement(body, f"{{{space}}}Fault"), space, form)
    detail.append(message)
    return envelope


def _fault(fault: etree._Element, space: str, form: SoapForm) -> etree._Element:
    """Write code and reason of a fault, and return the element for its detail."""
    code, reason = form.fault or ("", "")
    code = f"{_PREFIX}:{code}" if code in SOAP_CODES else code

    def add(parent: etree._Element, tag: str, text: str | None = None) -> etree._Element:
        child = etree.SubElement(parent, tag)
        child.text = text
        return child

    if form.version == "1.1":
        add(fault, "faultcode", code)
        add(fault, "faultstring", reason)
        return add(fault, "detail")
    add(add(fault, f"{{{space}}}Code"), f"{{{space}}}Value", code)
    text = add(add(fault, f"{{{space}}}Reason"), f"{{{space}}}Text", reason)
    text.set("{http://www.w3.org/XML/1998/namespace}lang", "en")
    return add(fault, f"{{{space}}}Detail")
