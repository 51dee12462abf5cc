"""The rules of structure: id, severity and what to do, one row each. The reader and the writer check them."""

from __future__ import annotations

from ..finding import Severity
from ._rule import RULES, Rule

__all__ = ["STRUCTURE"]

STRUCTURE: dict[str, Rule] = {
    "XML001": Rule(Severity.ERROR, "not well-formed", "ask the sender for the whole message; nothing of it was read"),
    "XML002": Rule(Severity.ERROR, "forbidden in a message", "messages have no document type and no entities"),
    "XML003": Rule(Severity.ERROR, "beyond the limits", "raise cim.Limits(...) if such input is meant"),
    "ENV100": Rule(Severity.ERROR, "no message that is known", "cim.register() makes roots of your own schemas known"),
    "ENV122": Rule(Severity.ERROR, "SOAP fault without a message", "ask the operator of the service for the cause"),
    "XSD101": Rule(Severity.ERROR, "unknown element", "it was kept and will be written back in its place"),
    "XSD102": Rule(Severity.ERROR, "unknown attribute", "it was kept and will be written back"),
    "XSD103": Rule(Severity.ERROR, "missing element", "ask the sender for it, or set it before writing"),
    "XSD104": Rule(Severity.ERROR, "too many elements", "the first was read, further ones were kept as raw content"),
    "XSD105": Rule(
        Severity.ERROR, "wrong order of elements", "it was read; it will be written in the order of the schema"
    ),
    "XSD106": Rule(Severity.ERROR, "more than one of a choice", "only one of them may be there"),
    "XSD107": Rule(Severity.ERROR, "invalid value", "the text was kept as it stands"),
    "XSD108": Rule(Severity.ERROR, "text between elements", "it was kept and will be written back in its place"),
    "XSD109": Rule(Severity.ERROR, "nil", "the schema does not allow xsi:nil; leave the element out instead"),
    "XSD110": Rule(Severity.ERROR, "unknown enumeration value", "the value was kept; see is_known"),
    "XSD111": Rule(Severity.ERROR, "elements inside a value", "the element was kept as raw content"),
    "XSD112": Rule(Severity.ERROR, "wrong namespace", "it was read as the known element of that name"),
    "XSD113": Rule(Severity.ERROR, "wrong type of value", "give a value of the type the member asks for"),
    "ENV101": Rule(
        Severity.INFO, "known variant of the message namespace", "it will be written in the namespace of the standard"
    ),
    "ENV102": Rule(
        Severity.INFO, "SOAP envelope", "the message inside was read; to_bytes(message, dialect=...) writes both"
    ),
    "ENV103": Rule(
        Severity.INFO,
        "strongly typed message",
        "it was read as the generic message; to_bytes(message, dialect=...) writes it as it came",
    ),
    "ENV104": Rule(Severity.INFO, "SOAP header blocks", "they were kept in the dialect: loaded.dialect.soap.headers"),
    "ENV105": Rule(Severity.ERROR, "unknown message namespace", "it was read as the message of that name"),
    "ENV106": Rule(Severity.INFO, "payload that the library does not know", "it was kept as a raw element"),
    "ENV107": Rule(Severity.INFO, "several parts in the payload", "only mode='lax' writes them as a generic message"),
    "ENV108": Rule(
        Severity.INFO, "known variant of a payload namespace", "it will be written in the namespace of the standard"
    ),
    "ENV109": Rule(Severity.INFO, "in the way of a known dialect", "it will be written in the way of the standard"),
    "ENV110": Rule(Severity.ERROR, "no namespace", "it was read as the known element; declare the namespace"),
    "ENV111": Rule(
        Severity.ERROR, "elements without namespace", "they were read; the schemas want every element in its namespace"
    ),
    "ENV112": Rule(Severity.ERROR, "verb in other words", "it was read as the verb of the standard"),
    "ENV113": Rule(Severity.ERROR, "noun under another name", "it was read as the noun of the standard"),
    "ENV114": Rule(Severity.ERROR, "element under another name", "it was read as the element of the standard"),
    "ENV115": Rule(Severity.ERROR, "value in another spelling", "it was read as the value of the standard"),
    "ENV116": Rule(Severity.INFO, "in the form of 2008", "it was read as what it is called today"),
    "ENV117": Rule(Severity.INFO, "element of a SOAP operation", "the message inside was read"),
    "ENV118": Rule(Severity.INFO, "xsi:type", "it was kept and will be written back; the type is known without it"),
    "ENV119": Rule(Severity.INFO, "noun of another edition", "it was kept as a raw element"),
    "ENV120": Rule(
        Severity.WARNING, "event that is a reply", "it was read as a response; answers have a root of their own"
    ),
    "ENV121": Rule(Severity.INFO, "message in a SOAP fault", "the FaultMessage in its detail was read"),
    "ENV123": Rule(
        Severity.WARNING, "SOAP content that is not kept", "take it from the source if it is needed; it is not written"
    ),
    "ENV124": Rule(Severity.WARNING, "blanks in a namespace", "they were left out; other parsers refuse the document"),
    "ENV125": Rule(
        Severity.ERROR, "compressed payload that cannot be expanded", "gzip the XML, then base64; see cim.compress()"
    ),
    "FND002": Rule(
        Severity.ERROR,
        "rule that failed",
        "repair the rule, or leave it out; the others were checked",
        reason="A rule is a function, and one of another package may be at fault itself; its error ends nothing else.",
    ),
    "FND001": Rule(Severity.WARNING, "too many findings", "raise Limits(max_findings=...) to see the rest"),
}
"""Deviations from the schemas, and from the usual form of a message, by id."""
RULES.update(STRUCTURE)
