"""Finds objects in a payload: all of a kind in little time, and their places once there is something to tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import chain
from operator import attrgetter
from types import NoneType
from typing import Any, Generic, NamedTuple, TypeVar

from ...errors import shortened
from ...model import Element, Member
from ...xml.shape import is_plain, resolve

__all__ = ["Search", "Values", "items_of", "joined", "more", "recalled", "remembered", "shown", "step"]

T = TypeVar("T")
_memory: ContextVar[dict[tuple[int, int], tuple[Any, Any, Any]] | None] = ContextVar("memory", default=None)
_SHOWN = 60


@contextmanager
def remembered() -> Iterator[None]:
    """Let searches of the same keep what they found: within, no object may change."""
    _memory.set({})
    try:
        yield
    finally:
        _memory.set(None)


def recalled(what: object, root: Any, work: Callable[[Any], T]) -> T:
    """Return what was found out about a root before, while that is remembered, else find it out."""
    memory = _memory.get()
    if memory is None:
        return work(root)
    key = id(what), id(root)
    if key not in memory:
        memory[key] = what, root, work(root)  # which keeps both, so that no other gets their ids
    found: T = memory[key][2]
    return found


class _Plan(NamedTuple):
    """What a search does with the objects of a class: whether it takes them, and where it goes on."""

    picked: bool
    branches: tuple[tuple[Callable[[Any], Any], Member], ...]


class Search:
    """Finds the objects below a root whose class passes a test.

    Objects of one class are handled together, without a step of Python for each: most payloads have many of few
    classes, and nothing to tell about them.
    """

    def __init__(self, picks: Callable[[type[Element]], bool]) -> None:
        self._picks = picks
        self._plans: dict[type, _Plan] = {}

    def groups(self, root: Any) -> dict[type[Element], list[Any]]:
        """Return what is found, by class; the order within a class is that of the payload at one level."""
        return recalled(self, root, self._groups)

    def all(self, root: Any) -> list[Any]:
        """Return what is found, in any order."""
        return list(chain.from_iterable(self.groups(root).values()))

    def placed(self, root: Any, path: str = "") -> Iterator[tuple[str, Any]]:
        """Yield what is found in the order of the payload, with the path below the root; takes much longer."""
        plan = self._plan(type(root))
        if plan.picked:
            yield path, root
        for _, member in plan.branches:
            items = items_of(root, member)
            for number, item in enumerate(items, 1):
                if isinstance(item, Element):
                    yield from self.placed(item, joined(path, step(member.tag, number, len(items))))

    def _groups(self, root: Any) -> dict[type[Element], list[Any]]:
        found: dict[type[Element], list[Any]] = {}
        self._collect([root], found)
        return found

    def _collect(self, items: list[Any], found: dict[type[Element], list[Any]]) -> None:
        kinds = set(map(type, items))
        for cls in kinds:
            if not issubclass(cls, Element):
                continue  # a finding of the schema says so
            same = items if len(kinds) == 1 else [item for item in items if type(item) is cls]
            plan = self._plan(cls)
            if plan.picked:
                found.setdefault(cls, []).extend(same)
            for get, member in plan.branches:
                below: list[Any] = list(filter(None, map(get, same)))
                if member.is_list:
                    below = list(chain.from_iterable(_lists(below)))
                if below:
                    self._collect(below, found)

    def _plan(self, cls: type[Element]) -> _Plan:
        plan = self._plans.get(cls)
        if plan is None:
            branches = [(attrgetter(one.name), one) for one in _below(cls) if self._leads(cls, one, set())]
            plan = self._plans[cls] = _Plan(self._picks(cls), tuple(branches))
        return plan

    def _leads(self, cls: type[Element], member: Member, seen: set[type]) -> bool:
        target = resolve(cls, member.type)
        if target in seen:
            return False
        seen.add(target)
        return self._picks(target) or any(self._leads(target, one, seen) for one in _below(target))


class Values(Generic[T]):
    """Finds the values of members that pass a test, such as all times of a payload, as far as they are of one class.

    What is of another class was kept by a tolerant read, and is a finding of the schema.
    """

    def __init__(self, cls: type[T], wants: Callable[[type[Element], Member], bool]) -> None:
        self._cls = cls
        self._wants = wants
        self._members: dict[type, tuple[Member, ...]] = {}
        self._owners = Search(lambda cls: bool(self._of(cls)))

    def lists(self, root: Any) -> list[list[T]]:
        """Return all values, one list for each class and member."""
        return recalled(self, root, lambda root: list(self._lists(root)))

    def _lists(self, root: Any) -> Iterator[list[T]]:
        cls = self._cls
        for owner, items in self._owners.groups(root).items():
            for member in self._of(owner):
                values: Iterable[Any] = map(attrgetter(member.name), items)
                if member.is_list:
                    values = chain.from_iterable(_lists(list(values)))
                yield _of_class(list(values), cls)

    def placed(self, root: Any) -> Iterator[tuple[str, T]]:
        """Yield all values in the order of the payload, with the path below the root; takes much longer."""
        for path, obj in self._owners.placed(root):
            for member in self._of(type(obj)):
                items = items_of(obj, member)
                for number, item in enumerate(items, 1):
                    if isinstance(item, self._cls):
                        yield joined(path, step(member.tag, number, len(items))), item

    def _of(self, cls: type[Element]) -> tuple[Member, ...]:
        found = self._members.get(cls)
        if found is None:
            found = self._members[cls] = tuple(one for one in cls.__xml__.members if self._wants(cls, one))
        return found


def _of_class(values: list[Any], cls: type[T]) -> list[T]:
    kinds = set(map(type, values))
    if kinds <= {cls}:
        return values
    if kinds <= {cls, NoneType}:
        return [one for one in values if one is not None]
    return [one for one in values if isinstance(one, cls)]


def _lists(values: list[Any]) -> list[Any]:
    """Return those values that are lists; nearly always all are."""
    return values if set(map(type, values)) <= {list} else [one for one in values if isinstance(one, list | tuple)]


def _below(cls: type[Element]) -> list[Member]:
    return [
        one for one in cls.__xml__.members if one.kind == "element" and one.type != "any" and not is_plain(cls, one)
    ]


def items_of(obj: Any, member: Member) -> list[Any]:
    """Return the values of a member as a list, empty when there is none."""
    value = getattr(obj, member.name)
    if isinstance(value, list | tuple):
        return list(value)
    return [] if value is None else [value]


def step(tag: str, number: int, count: int) -> str:
    """Return one step of a path, with its position where there are several of the name."""
    return f"{tag}[{number}]" if count > 1 else tag


def joined(path: str, rest: str) -> str:
    """Return a path and a path below it as one."""
    return f"{path}/{rest}" if path and rest else path or rest


def shown(value: object) -> str:
    """Return a value for a message, cut when it is very long: input that is quoted may be hostile."""
    text = str(value)
    return shortened(repr(text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."))


def more(count: int, what: str) -> str:
    """Return the end of a message that tells of one of several: ``(and 3 more values in this block)``."""
    return f" (and {count - 1} more {what})" if count > 1 else ""
