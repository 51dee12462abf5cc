"""Rules of reading qualities: their codes, their definitions, and several of them on one value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..._mixins import QualityTypeParts, ReadingValue
from ...errors import CodeError
from ..finding import Severity
from ._references import code_of, codes_among_names, complaints, is_like_code, number_in
from ._rule import Broken, rule
from ._search import Search, shown

__all__: list[str] = []

_TYPE = "ReadingQualityType"
_SOURCE = "IEC 61968-9 ed. 2, reading qualities; tables of docs/reference/codes"
_VALUES = Search(lambda cls: issubclass(cls, ReadingValue))
_VALID, _REFUSED = 0, (5, 6)


@rule(
    "QUA101",
    Severity.WARNING,
    "malformed reading quality code",
    hint="write system.category.subCategory, such as 3.8.0",
    source=_SOURCE,
    on="Root",
)
def quality_codes_have_three_numbers(root: Any, _: Any) -> Iterator[Broken]:
    """Receivers compare codes as text, and pass over a quality that they do not recognise: the value counts as good."""
    yield from complaints(root, _TYPE, _malformed)


def _malformed(text: str) -> str | None:
    from ...codes import ReadingQualityCode

    if not is_like_code(text, _TYPE):
        return None
    try:
        ReadingQualityCode.parse(text)
    except CodeError as error:
        return str(error)
    return None


@rule(
    "QUA102",
    Severity.WARNING,
    "reading quality of an unknown system or category",
    hint="compare it with the tables of codes: system is 0 to 5, category 0 to 12",
    source=_SOURCE,
    on="Root",
)
def quality_numbers_are_in_the_tables(root: Any, _: Any) -> Iterator[Broken]:
    """System and category decide whether a value may be billed; a receiver cannot guess them."""
    yield from complaints(root, _TYPE, _unknown)


def _unknown(text: str) -> str | None:
    code = code_of(text, _TYPE)
    if code is None:
        return None
    parts = (("system", code.system), ("category", code.category))
    unknown = [f"{name} {int(value)}" for name, value in parts if not value.is_known]
    return f"found {' and '.join(unknown)} in {shown(text)}, which no table has" if unknown else None


@rule(
    "QUA103",
    Severity.INFO,
    "reading quality that is not listed",
    hint="agree with your partners on what it means; the category says roughly what it is",
    source=_SOURCE,
    on="Root",
)
def qualities_are_listed(root: Any, _: Any) -> Iterator[Broken]:
    """Subcategories beyond the list of the standard are those of vendors and utilities, known to some alone."""
    yield from complaints(root, _TYPE, _unlisted)


def _unlisted(text: str) -> str | None:
    code = code_of(text, _TYPE)
    if code is None or not code.system.is_known or not code.category.is_known or code.entry is not None:
        return None
    return f"found {shown(text)}: {code.describe()}"


@rule(
    "QUA111",
    Severity.ERROR,
    "reading quality type that contradicts itself",
    hint="make systemId, category and subCategory those of the code among the names",
    source="the parts of ReadingQualityType are the numbers of its code",
    on=QualityTypeParts,
)
def quality_parts_agree_with_the_code(element: Any) -> Iterator[Broken]:
    """Some receivers take the code among the names, others the parts; one of them takes a bad value for a good one."""
    codes = codes_among_names(element, _TYPE)
    if len(codes) > 1:
        yield Broken("", f"found several codes among the names: {', '.join(sorted(map(str, codes)))}")
        return
    for code in codes:
        for (name, table), number in zip(_tables().items(), code.numbers, strict=True):
            value = getattr(element, name)
            if (found := number_in(value, table)) is not None and found != number:
                tag = next(one.tag for one in element.__xml__.members if one.name == name)
                yield Broken(tag, f"found {shown(value)}, but the name {code} has {number}", value)


@rule(
    "QUA112",
    Severity.WARNING,
    "part of a reading quality type with an unknown word",
    hint="use a number or a CIM name of the tables of codes, and give the code itself among the names",
    source=_SOURCE,
    on=QualityTypeParts,
)
def quality_parts_have_known_words(element: Any) -> Iterator[Broken]:
    """There is no code among the names, so the quality is known by its parts alone."""
    from ...codes.looking import reading_quality_code_of

    if codes_among_names(element, _TYPE):
        return
    try:
        reading_quality_code_of(element)
    except CodeError as error:
        yield Broken("", str(error))


def _tables() -> dict[str, Callable[[str], Any] | None]:
    """Return the table of each part; a word for a subcategory may stand for several."""
    from ...codes import QualityCategory, QualitySystem

    return {"system_id": QualitySystem, "category": QualityCategory, "sub_category": None}


@rule(
    "QUA121",
    Severity.WARNING,
    "value that is valid and is not",
    hint="leave out the quality that no longer holds",
    source="IEC 61968-9 ed. 2: category 0 says valid, 5 and 6 say that a check failed",
    on="Root",
)
def qualities_do_not_contradict(root: Any, _: Any) -> Iterator[Broken]:
    """One system says of one value that it passed its checks and that it failed them; receivers take either."""
    doubtful = {id(one) for one in _VALUES.all(root) if len(one.reading_qualities) > 1 and _contradicted(one)}
    for path, one in _VALUES.placed(root) if doubtful else ():
        if id(one) in doubtful:
            valid, refused = _contradicted(one) or ("", "")
            yield Broken(path, f"found {valid} beside {refused}", valid)


def _contradicted(value: Any) -> tuple[str, str] | None:
    """Return the references to two qualities that cannot both hold."""
    texts = [one.reading_quality_type for one in value.reading_qualities]
    codes = [code for text in texts if isinstance(text, str) and (code := code_of(text, _TYPE)) is not None]
    for one in codes:
        for other in codes:
            if one.category == _VALID and other.category in _REFUSED and one.system == other.system:
                return str(one), str(other)
    return None
