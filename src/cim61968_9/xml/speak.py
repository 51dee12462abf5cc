"""Brings a written message into the form of a dialect: the steps of :mod:`.translate`, taken back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from ..errors import DialectError
from ..model import Element, Member
from ..nouns import ENVELOPES
from . import escape
from .dialect import Dialect, SoapForm, tag_parts, words
from .foreign import RawElement
from .frame import payload_of
from .shape import is_plain, resolve
from .text import SPACE
from .translate import REPLY_CODE, members_of, result_of
from .writing import OPERATION_SET, operation_set

__all__ = ["SOAP_CODES", "SOAP_SPACES", "speak"]

SOAP_SPACES = {
    "1.1": "http://schemas.xmlsoap.org/soap/envelope/",
    "1.2": "http://www.w3.org/2003/05/soap-envelope",
}
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
    if not dialect.around and dialect.soap is None:
        return root
    text = etree.tostring(root, encoding="unicode")  # as an element that is moved does not keep its prefixes
    text = _inside(dialect.around, text) if dialect.around else text
    return etree.fromstring(_in_soap(text, dialect.soap) if dialect.soap is not None else text, _parser())


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
        self.nouns = {**words(dialect.nouns), **words(dialect.header_nouns)}

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
        said = result.text or ""
        code = codes[0] if codes else self.values.get(said) or _CODES.get(said)
        if code is None:
            raise DialectError(f"a reply in the shape of 2008 needs a code, found the result {said!r} and no error")
        if (meant := result_of(code.strip(SPACE))) != said:
            raise DialectError(
                f"in the shape of 2008 the code {code!r} stands for the result {meant!r}, found {said!r}"
            )
        result.tag, result.text = f"{self.space}{self.elements.get(REPLY_CODE, REPLY_CODE)}", code
        for error in errors:
            reason = error.findtext(f"{self.space}reason")
            if reason is None and len(errors) == 1:
                reply.remove(error)  # the code says it all
                continue
            del error[:]
            error.text = reason


_CODES = {"OK": "0.0"}


def _rooted(root: etree._Element, dialect: Dialect) -> etree._Element:
    """Give the message the root of the dialect, and its parts their namespace."""
    namespace, name = tag_parts(dialect.root)
    is_get = name.startswith("Get")
    message = etree.QName(root).namespace
    found = _declaring(root, dict.fromkeys(filter(None, (namespace, dialect.parts))))
    _rename(found, namespace, name)
    for part in found.iterchildren(etree.Element) if dialect.parts is not None else ():
        local = etree.QName(part).localname
        if etree.QName(part).namespace != message:
            continue
        _rename(part, dialect.parts or "", local)
        inside = _BRANCHES if local == "Payload" else _FILTERS if local == "Request" and is_get else ()
        for branch in part.iterchildren(etree.Element) if inside else ():
            if etree.QName(branch).namespace == message and etree.QName(branch).localname in inside:
                _rename(branch, dialect.parts or "", etree.QName(branch).localname)
    return found


def _declaring(root: etree._Element, namespaces: Iterable[str]) -> etree._Element:
    """Return an element that declares these namespaces too.

    It is parsed anew: an element that is moved takes over the prefixes of its new parents, and foreign content has to
    keep those it has.
    """
    own = {uri: prefix for prefix, uri in root.nsmap.items() if prefix is not None}
    free = (prefix for prefix in ("x", "x1", "x2", "x3") if prefix not in root.nsmap)
    more = "".join(f' xmlns:{next(free)}="{escape.attribute(uri)}"' for uri in namespaces if uri not in own)
    text = etree.tostring(root, encoding="unicode")
    name = re.match(r"<[^\s/>]+", text)
    return etree.fromstring(f"{name[0]}{more}{text[name.end() :]}", _parser()) if name is not None and more else root


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def _rename(element: etree._Element, namespace: str, local: str) -> None:
    """Give an element another name.

    Raises:
        DialectError: It would have no namespace where that cannot be written.
    """
    if not namespace and element.nsmap.get(None):
        raise DialectError(
            f"the dialect has {local} in no namespace, which needs a prefix for those around it; give prefixes that "
            "are not empty"
        )
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
                _rename(element, "", etree.QName(element).localname)
        elif dialect.unqualified_payload and payload_of(element) is not None:
            _strip_payload(element)


def _strip_payload(root: etree._Element) -> None:
    own = etree.QName(root).namespace
    for element in root.iterdescendants(etree.Element):
        if etree.QName(element).namespace == own:
            _rename(element, "", etree.QName(element).localname)


def _inside(tag: str, message: str) -> str:
    namespace, name = tag_parts(tag)
    if not namespace:
        return f"<{name}>{message}</{name}>"
    return f'<abs:{name} xmlns:abs="{escape.attribute(namespace)}">{message}</abs:{name}>'


def _in_soap(message: str, form: SoapForm) -> str:
    head = f"<s:Header>{_together(form.headers)}</s:Header>" if form.headers or form.empty_header else ""
    body = message if form.fault is None else _fault(form, *form.fault, message)
    return f'<s:Envelope xmlns:s="{SOAP_SPACES[form.version]}">{head}<s:Body>{body}</s:Body></s:Envelope>'


def _fault(form: SoapForm, code: str, reason: str, message: str) -> str:
    """Return a fault with the message in its detail.

    Raises:
        DialectError: Code or reason have a character that XML cannot carry.
    """
    for text in (code, reason):
        if (bad := escape.forbidden(text)) is not None:
            raise DialectError(f"found the character {bad} in the fault {text!r}, which XML cannot carry; remove it")
    code = escape.text(f"s:{code}" if code.partition(".")[0] in SOAP_CODES else code)
    reason, details = escape.text(reason), message + _together(form.details)
    if form.version == "1.1":
        language = f' xml:lang="{escape.attribute(form.language)}"' if form.language else ""
        said = f"<faultcode>{code}</faultcode><faultstring{language}>{reason}</faultstring>{_together(form.more)}"
        return f"<s:Fault>{said}<detail>{details}</detail></s:Fault>"
    inside = _together(one for one in form.more if one.name == "Subcode")
    texts = _together(one for one in form.more if one.name == "Text")
    beside = _together(one for one in form.more if one.name not in {"Subcode", "Text"})
    language = escape.attribute(form.language or "en")
    said = f'<s:Reason><s:Text xml:lang="{language}">{reason}</s:Text>{texts}</s:Reason>{beside}'
    return f"<s:Fault><s:Code><s:Value>{code}</s:Value>{inside}</s:Code>{said}<s:Detail>{details}</s:Detail></s:Fault>"


def _together(elements: Iterable[RawElement]) -> str:
    return "".join(element.xml for element in elements)
