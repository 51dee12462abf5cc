"""References of a payload to types and functions, and the definitions that a payload brings for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from ..._mixins import ControlTypeParts, EventTypeParts, QualityTypeParts, ReadingTypeFields
from ...errors import CodeError
from ...model import Element
from ...xml.shape import is_plain, resolve
from ._identity import names_of
from ._rule import Broken
from ._search import Search, Values, items_of, joined, recalled, step

__all__ = [
    "FUNCTIONS",
    "TYPES",
    "Complaint",
    "code_of",
    "codes_among_names",
    "complaints",
    "definitions",
    "is_code",
    "is_like_code",
    "is_obis",
    "mentions",
    "number_in",
    "places_of",
    "references",
]

Complaint = Callable[[str], str | None]
"""Says what is wrong with the text of a reference, None when nothing is."""

TYPES = ("ReadingType", "ReadingQualityType", "EndDeviceEventType", "EndDeviceControlType")
FUNCTIONS = ("ComFunction", "ConnectDisconnectFunction", "SimpleEndDeviceFunction", "DemandResponseProgram")
_OTHER_TAGS = {
    "ReadingTypes": "ReadingType",
    "ComFunctions": "ComFunction",
    "DemandResponsePrograms": "DemandResponseProgram",
}
_MIXINS: dict[str, type] = {
    "ReadingType": ReadingTypeFields,
    "ReadingQualityType": QualityTypeParts,
    "EndDeviceEventType": EventTypeParts,
    "EndDeviceControlType": ControlTypeParts,
}
_COUNTS = {"ReadingType": 18, "ReadingQualityType": 3, "EndDeviceEventType": 4, "EndDeviceControlType": 4}
_LONGEST = 1000
_MOST_DIGITS = 40
_NUMBER = re.compile(r"\s*(?:[+-]?[0-9]+|\*)\s*")
_NUMBERS = re.compile(r"[0-9.+\-*\s]*")


def _values_of(target: str) -> Values[str]:
    return Values(str, lambda _, one: one.type == "@ref" and _OTHER_TAGS.get(one.tag, one.tag) == target)


_REFERENCES = {target: _values_of(target) for target in (*TYPES, *FUNCTIONS)}
_DEFINITIONS = {
    target: Search(lambda cls, mixin=mixin: issubclass(cls, mixin))  # type: ignore[misc]
    for target, mixin in _MIXINS.items()
}


def references(root: Any, target: str) -> Counter[str]:
    """Return the texts of all references to a kind of type or function, with their counts."""
    return Counter(recalled(target, root, lambda root: _counted(root, target)))


def _counted(root: Any, target: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for values in _REFERENCES[target].lists(root):
        found.update(values)
    return found


def mentions(root: Any, target: str) -> Counter[str]:
    """Return the texts that should be codes: references, and the names of definitions without any proper code."""
    found = references(root, target)
    for element in _DEFINITIONS[target].all(root):
        found.update(_odd_names(element, target))
    return found


def _odd_names(element: Any, target: str) -> list[str]:
    names = names_of(element)
    return [] if any(is_code(name, target) for name in names) else names


def places_of(root: Any, target: str, texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the first place of each of some texts, in the order of the payload, references before definitions."""
    left = set(texts)
    for path, text in chain(_REFERENCES[target].placed(root), _names(root, target) if target in _DEFINITIONS else ()):
        if text in left:
            left.discard(text)
            yield path, text
        if not left:
            return


def _names(root: Any, target: str) -> Iterator[tuple[str, str]]:
    for path, element in _DEFINITIONS[target].placed(root):
        for number, name in enumerate(element.names, 1):
            if isinstance(text := getattr(name, "name", None), str):
                yield f"{joined(path, step('Names', number, len(element.names)))}/name", text


def complaints(
    root: Any, target: str, complaint: Complaint, found: Callable[[Any, str], Counter[str]] = mentions
) -> Iterator[Broken]:
    """Yield what is wrong with the references of a payload, each text once, at its first place."""
    counts = found(root, target)
    said = {text: message for text in counts if (message := complaint(text)) is not None}
    if said:
        for path, text in places_of(root, target, said):
            times = f" ({counts[text]} times in this payload)" if counts[text] > 1 else ""
            yield Broken(path, said[text] + times, text)


def definitions(root: Any, target: str) -> list[tuple[str, Any]]:
    """Return the definitions at the root of a payload, with their paths."""
    cls, found = type(root), []
    for member in cls.__xml__.members:
        if member.kind == "element" and member.is_list and member.type != "any" and not is_plain(cls, member):
            if resolve(cls, member.type).__xml__.name != target:
                continue
            items = items_of(root, member)
            places = ((step(member.tag, number, len(items)), item) for number, item in enumerate(items, 1))
            found += [(path, item) for path, item in places if isinstance(item, Element)]
    return found


def code_of(text: str, target: str) -> Any:
    """Return the code of a text, None when it is no code of that kind, however leniently it is read."""
    from ...codes import looking

    look: dict[str, Callable[[str | None], Any]] = {
        "ReadingType": looking.reading_type_code,
        "ReadingQualityType": looking.reading_quality_code,
        "EndDeviceEventType": looking.event_code,
        "EndDeviceControlType": looking.control_code,
    }
    return look[target](text) if len(text) <= _LONGEST else None


def is_code(text: str, target: str) -> bool:
    """Tell whether a text is a code of that kind in its only form."""
    code = code_of(text, target)
    return code is not None and str(code) == text


def is_like_code(text: str, target: str) -> bool:
    """Tell whether a text was meant as a code: numbers with dots between, or nearly so; a name or an mRID is not."""
    if len(text) > _LONGEST:
        return _NUMBERS.fullmatch(text) is not None and "." in text
    parts = text.strip().strip(".").split(".")
    numbers = sum(_NUMBER.fullmatch(part) is not None for part in parts)
    if numbers == len(parts):
        return numbers > 1
    count = _COUNTS[target]
    return count > 3 and len(parts) > count // 2 and numbers >= max(len(parts) - 3, count // 2 + 1)


def is_obis(text: str) -> bool:
    """Tell whether a text is an OBIS code of electricity, or the short form of one."""
    from ...codes import ObisCode

    if len(text) > 30 or text.count(".") < 2 or text.count(".") > 5:
        return False
    try:
        ObisCode.parse(text, medium=1)
    except CodeError:
        return False
    return True


def codes_among_names(element: Any, target: str) -> set[Any]:
    """Return the codes among the names of a definition."""
    texts = (getattr(one, "name", None) for one in element.names)
    return {code for text in texts if isinstance(text, str) and (code := code_of(text, target)) is not None}


def number_in(value: Any, table: Callable[[str], Any] | None) -> int | None:
    """Return the number that a part of a definition says, None when it says none, or a word that the table lacks."""
    text = value.strip() if isinstance(value, str) else ""
    if text.isascii() and text.isdigit():
        return int(text) if len(text) <= _MOST_DIGITS else -1
    try:
        return int(table(text)) if text and table is not None else None
    except CodeError:
        return None
