"""Recognises the message in a SOAP envelope: in its body, or in the detail of a fault."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from lxml import etree

from ..errors import SoapFaultError, UnknownMessageError
from .audit import Problem
from .dialect import SoapForm
from .foreign import RawElement
from .limits import Limits
from .shape import IGNORED_ATTRIBUTES, is_blank

if TYPE_CHECKING:
    from .frame import Frame

__all__ = ["in_soap"]

_LIMITS = Limits()
_MOST_LISTED = 10
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_HARMLESS = frozenset({"Id", "encodingStyle"})
"""Attributes that serve the envelope alone: what a signature covers, and an encoding that no message uses."""
_PARTS_OF_FAULT = frozenset({"faultcode", "faultstring", "detail", "Code", "Reason", "Detail"})


def in_soap(root: etree._Element, version: str, recognise: Callable[[etree._Element], Frame]) -> Frame:
    """Recognise the message in a SOAP envelope, and note the envelope in its form.

    Raises:
        SoapFaultError: There is a fault without a message.
        UnknownMessageError: There is no message, or more than one.
    """
    soap = f"{{{etree.QName(root).namespace}}}"
    bodies = root.findall(f"{soap}Body")
    inside = [child for body in bodies for child in body.iterchildren(etree.Element)]
    if len(inside) != 1:
        raise UnknownMessageError(f"expected one element in the SOAP {version} Body, found {len(inside)}")
    form: dict[str, Any] = {"version": version, "empty_header": root.find(f"{soap}Header") is not None}
    if inside[0].tag == f"{soap}Fault":
        frame, fault = _in_fault(inside[0], soap, recognise)
        form |= fault
    elif etree.QName(inside[0]).localname == "Envelope":
        raise UnknownMessageError(f"expected a message in the SOAP {version} Body, found another envelope")
    else:
        frame = recognise(inside[0])
    blocks = list(root.iterfind(f"{soap}Header/{{*}}*"))
    if blocks:
        form |= {"headers": tuple(RawElement.of(block, _LIMITS) for block in blocks), "empty_header": False}
    frame.form["soap"] = SoapForm(**form)
    frame.traits.insert(0, f"SOAP {version}")
    notes = [Problem("ENV102", root, f"found a SOAP {version} envelope around the message")]
    if blocks:
        listed = ", ".join(etree.QName(block).localname for block in blocks[:_MOST_LISTED])
        more = f" and {len(blocks) - _MOST_LISTED} more" if len(blocks) > _MOST_LISTED else ""
        notes.append(Problem("ENV104", blocks[0], f"found SOAP header blocks: {listed}{more}"))
    if lost := _unkept(root, soap):
        notes.append(
            Problem(
                "ENV123", lost[0], f"found {lost[1]} around the message, which belongs to neither message nor header"
            )
        )
    if "fault" in form:
        shown = ": ".join(filter(None, form["fault"]))
        notes.append(Problem("ENV121", inside[0], f"found the SOAP fault {shown}", form["fault"][0]))
    frame.problems[:0] = notes
    return frame


def _unkept(root: etree._Element, soap: str) -> tuple[etree._Element, str] | None:
    """Return the first thing in a SOAP envelope, apart from header blocks and the message, that will not come back."""
    for element in (root, *root.iterfind(f"{soap}Header"), *root.iterfind(f"{soap}Body")):
        for name in element.attrib:
            if name not in IGNORED_ATTRIBUTES and etree.QName(name).localname not in _HARMLESS:
                return element, f"the attribute {etree.QName(name).localname}"
        texts = (element.text, *(child.tail for child in element))
        if text := next((text for text in texts if text is not None and not is_blank(text)), None):
            return element, f"the text {' '.join(text.split())[:60]!r}"
    known = (f"{soap}Header", f"{soap}Body")
    other = next((child for child in root.iterchildren(etree.Element) if child.tag not in known), None)
    return (other, f"the element {etree.QName(other).localname}") if other is not None else None


def _in_fault(
    fault: etree._Element, soap: str, recognise: Callable[[etree._Element], Frame]
) -> tuple[Frame, dict[str, Any]]:
    """Recognise the message in the detail of a SOAP fault, 1.1 or 1.2, and return what else the fault has.

    Raises:
        SoapFaultError: There is no message in it.
    """
    parts = {etree.QName(part).localname: part for part in fault.iterchildren(etree.Element)}

    def leaf(*names: str) -> tuple[str, list[etree._Element]]:
        found = [child for name in names if name in parts for child in parts[name].iterchildren(etree.Element)]
        single = found[0] if found else next((parts[name] for name in names if name in parts), None)
        return (single.text or "").strip() if single is not None else "", found[1:]

    (code, subcode), (reason, reasons) = leaf("faultcode", "Code"), leaf("faultstring", "Reason")
    prefix, _, local = code.rpartition(":")
    if prefix and fault.nsmap.get(prefix) == soap[1:-1]:
        code = local
    detail = next((parts[name] for name in ("detail", "Detail") if name in parts), None)
    details = list(detail.iterchildren(etree.Element)) if detail is not None else []
    found = [(one, frame) for one in details if (frame := _frame_in_fault(one, recognise)) is not None]
    if len(found) != 1:
        raise SoapFaultError(code, reason, [RawElement.of(one, _LIMITS) for one in details])
    rest = [*subcode, *reasons, *(part for name, part in parts.items() if name not in _PARTS_OF_FAULT)]
    return found[0][1], {
        "fault": (code, reason),
        "language": _language(parts),
        "more": tuple(RawElement.of(one, _LIMITS) for one in rest),
        "details": tuple(RawElement.of(one, _LIMITS) for one in details if one is not found[0][0]),
    }


def _language(parts: dict[str, etree._Element]) -> str:
    """Return the language of the first reason of a fault."""
    reason = parts.get("faultstring", parts.get("Reason"))
    text = next(reason.iter("{*}Text", "faultstring"), None) if reason is not None else None
    language = (text.get(_LANGUAGE) or "") if text is not None else ""
    return "" if language == "en" and "Reason" in parts else language  # that is what is written anyway


def _frame_in_fault(element: etree._Element, recognise: Callable[[etree._Element], Frame]) -> Frame | None:
    if etree.QName(element).localname == "Envelope":
        return None
    try:
        return recognise(element)
    except UnknownMessageError:
        return None
