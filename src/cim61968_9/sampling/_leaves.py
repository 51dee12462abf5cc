"""Values of simple elements: from the table, else whatever their type allows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ..model import Element, Member, OpenEnum
from ..xml.lexical import lexical
from ..xml.shape import resolve
from ..xml.values import Duration, QualifiedName
from ._draws import Draws
from ._tables import values

__all__ = ["leaf"]


def leaf(cls: type[Element], member: Member, draws: Draws) -> Any:
    """Return a value for a member that is no object and no code."""
    names = (f"{cls.__xml__.name}.{member.tag}", member.tag)
    if member.type == "@ref":
        return draws.text(values("references", *names) or [f"{member.tag} 1"])
    if not member.type.startswith("xs:"):
        return _choice(resolve(cls, member.type), names, draws)
    make = _MAKERS.get(member.type)
    return make(names, draws) if make is not None else _any(member.type)


def _choice(enum: type[OpenEnum], names: tuple[str, ...], draws: Draws) -> OpenEnum:
    listed = [enum(value) for value in values("choices", *names) or ()]
    known = [value for value in listed if value.is_known] or [value for value in enum if value != "other"]
    return draws.one_of(known or list(enum))


def _text(names: tuple[str, ...], draws: Draws) -> str:
    return draws.text(values("texts", *names) or [f"sample {names[-1]}"])


def _boolean(names: tuple[str, ...], draws: Draws) -> bool:
    found = values("flags", *names)
    return draws.one_of([True, False]) if found is None else bool(found)


def _integer(names: tuple[str, ...], draws: Draws) -> int:
    return int(draws.one_of(values("numbers", *names) or [1]))


def _float(names: tuple[str, ...], draws: Draws) -> float:
    return float(draws.one_of(values("numbers", *names) or [1]))


def _decimal(names: tuple[str, ...], draws: Draws) -> Decimal:
    return Decimal(draws.one_of(values("money", *names) or ["1.00"]))


def _instant(names: tuple[str, ...], draws: Draws) -> dt.datetime:
    return draws.minutes(values("minutes", *names) or 0)


def _date(names: tuple[str, ...], draws: Draws) -> dt.date:
    return (draws.now + dt.timedelta(days=values("days", *names) or 0)).date()


def _time(names: tuple[str, ...], _: Draws) -> dt.time:
    return dt.time.fromisoformat(values("clocks", *names) or "12:00:00")


def _any(name: str) -> Any:
    """Return a value of a type that only schemas of users have."""
    for text in ("1", "-1"):
        try:
            found = lexical(name).parse(text)
        except ValueError:
            continue
        if not isinstance(found, str):
            return found
    return "sample"


_MAKERS: dict[str, Callable[[tuple[str, ...], Draws], Any]] = {
    "xs:string": _text,
    "xs:normalizedString": _text,
    "xs:token": _text,
    "xs:boolean": _boolean,
    "xs:integer": _integer,
    "xs:float": _float,
    "xs:double": _float,
    "xs:decimal": _decimal,
    "xs:dateTime": _instant,
    "xs:dateTimeStamp": _instant,
    "xs:date": _date,
    "xs:time": _time,
    "xs:duration": lambda *_: Duration("PT15M"),
    "xs:QName": lambda *_: QualifiedName("Names"),
}
