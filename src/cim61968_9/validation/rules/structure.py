"""The rules of structure: id, severity and what to do, one row each. The reader and the writer check them."""

from __future__ import annotations

from ..finding import Severity
from ._rule import RULES, Rule

__all__ = ["STRUCTURE"]

STRUCTURE: dict[str, Rule] = {
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
    "ENV102": Rule(Severity.INFO, "SOAP envelope", "the message inside was read; it will be written without SOAP"),
    "ENV103": Rule(
        Severity.INFO, "strongly typed message", "it was read as, and will be written as, the generic message"
    ),
    "ENV104": Rule(Severity.WARNING, "SOAP header blocks", "they are not part of the message and were not kept"),
    "ENV105": Rule(Severity.ERROR, "unknown message namespace", "it was read as the message of that name"),
    "ENV106": Rule(Severity.INFO, "payload that the library does not know", "it was kept as a raw element"),
    "ENV107": Rule(Severity.INFO, "several parts in the payload", "only mode='lax' writes them as a generic message"),
    "FND001": Rule(Severity.WARNING, "too many findings", "raise Limits(max_findings=...) to see the rest"),
}
"""Deviations from the schemas, and from the usual form of a message, by id."""
RULES.update(STRUCTURE)
