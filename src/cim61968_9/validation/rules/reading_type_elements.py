"""Rules of ReadingType elements, which spell a code out in fields and names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._mixins import ReadingTypeFields
from ...errors import CodeError
from ..finding import Severity
from ._references import code_of, is_like_code
from ._rule import Broken, rule
from ._search import shown

__all__: list[str] = []

_TYPE = "ReadingType"
_SOURCE = "IEC 61968-9 ed. 2, reading types; tables of docs/reference/codes"


@rule(
    "RDT111",
    Severity.ERROR,
    "reading type that contradicts itself",
    hint="make both of the code: ReadingTypeCode.parse(text).to_element(ReadingType)",
    source="the fields of ReadingType are the numbers of its code",
    on=ReadingTypeFields,
)
def fields_agree_with_the_code(element: Any) -> Iterator[Broken]:
    """Some receivers take the code among the names, others the fields; each stores another quantity."""
    if _code_names(element):
        yield from _trouble(element)


@rule(
    "RDT112",
    Severity.WARNING,
    "field of a reading type with an unknown word",
    hint="use a number or a CIM name of the tables of codes, and give the code itself among the names",
    source=_SOURCE,
    on=ReadingTypeFields,
)
def fields_have_known_words(element: Any) -> Iterator[Broken]:
    """There is no code among the names, so the type is known by its fields alone."""
    if not _code_names(element):
        yield from _trouble(element)


@rule(
    "RDT113",
    Severity.INFO,
    "reading type without a code",
    hint="give the code of 18 numbers as one of the names",
    source="IEC 61968-9 ed. 2: type objects have their code among the names",
    on=ReadingTypeFields,
)
def definitions_have_codes(element: Any) -> Iterator[Broken]:
    """It can only be understood by who knows the name already."""
    from ...codes.reading_elements import has_code

    if _code_names(element):
        return
    names = [text for one in element.names if isinstance(text := getattr(one, "name", None), str)]
    if names and not any(is_like_code(name, _TYPE) for name in names) and not has_code(element):
        yield Broken("", f"found the name {shown(names[0])} and no code", names[0])


def _code_names(element: Any) -> set[Any]:
    texts = [getattr(element, "mrid", None), *(getattr(one, "name", None) for one in element.names)]
    return {code for text in texts if isinstance(text, str) and (code := code_of(text, _TYPE)) is not None}


def _trouble(element: Any) -> Iterator[Broken]:
    from ...codes import FIELDS
    from ...codes.reading_elements import from_element, has_code

    try:
        if len(_code_names(element)) > 1 or has_code(element):
            from_element(element)
    except CodeError as error:
        field = next((one.name for one in FIELDS if one.values and one.values.__name__ == error.field), error.field)
        tag = next((one.tag for one in element.__xml__.members if one.name == field), "")
        yield Broken(tag, str(error), str(getattr(element, field)) if tag else None)
