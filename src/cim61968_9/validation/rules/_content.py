"""Runs the rules of what stands in payloads: one walk over the objects, each given to the checks of its class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from ..._mixins import EnvelopeMessage
from ...model import Element, Member
from ...xml.foreign import RawElement
from ...xml.shape import is_plain, resolve
from ...xml.writing import operation_set
from ._rule import CONTENT_CHECKS, Broken, failure
from ._search import remembered
from .payloads import noun_of

__all__ = ["review_content", "roots_of"]

_Check = tuple[str, Callable[..., Iterator[Broken]]]
_checks: dict[type, tuple[_Check, ...]] = {}
_branches: dict[type, tuple[Member, ...]] = {}
_known = 0


def review_content(message: Any) -> Iterator[tuple[str, Broken]]:
    """Yield the rules that the payload of a message, or a bare payload, breaks, each with the place."""
    _refresh()
    for path, root in roots_of(message):
        around = message if root is not message else None
        for name, broken in _of_root(root, around):
            yield name, broken._replace(path=_joined(path, broken.path))
        yield from _walk(root, [path] if path else [])


def roots_of(message: Any) -> Iterator[tuple[str, Any]]:
    """Yield the typed roots of payloads in a message, with their paths below it; a bare payload is its own root."""
    if not isinstance(message, EnvelopeMessage):
        yield from _operations(message, "") if isinstance(message, operation_set()) else [("", message)]
        return
    request, payload = getattr(message, "request", None), getattr(message, "payload", None)
    if request is not None:
        yield from _placed("Request", request.content)
    if payload is not None:
        yield from _placed("Payload", payload.content)
        if payload.operation_set is not None:
            yield from _operations(payload.operation_set, "Payload/OperationSet")


def _operations(operations: Any, path: str) -> Iterator[tuple[str, Any]]:
    for number, operation in enumerate(operations.operation, 1):
        place = f"[{number}]" if len(operations.operation) > 1 else ""
        item = operation.content
        if item is not None:
            yield from _placed(_joined(path, f"Operation{place}"), [item])


def _placed(path: str, items: list[Any]) -> Iterator[tuple[str, Any]]:
    names = [noun_of(item) for item in items]
    all_of, so_far = Counter(names), Counter[str]()
    for name, item in zip(names, items, strict=True):
        so_far[name] += 1
        if not isinstance(item, RawElement):
            place = f"[{so_far[name]}]" if all_of[name] > 1 else ""
            yield f"{path}/{name}{place}", item


def _walk(obj: Any, trail: list[str]) -> Iterator[tuple[str, Broken]]:
    cls = type(obj)
    for name, check in _checks_of(cls):
        try:
            for broken in check(obj):
                yield name, broken._replace(path=_joined("/".join(trail), broken.path))
        except Exception as error:  # noqa: BLE001  # of a rule that somebody wrote
            failed, broken = failure(name, error)
            yield failed, broken._replace(path="/".join(trail))
    for member in _branches_of(cls):
        value = getattr(obj, member.name)
        if value is None:
            continue
        items = value if member.is_list else [value]
        for number, item in enumerate(items, 1):
            if isinstance(item, Element):
                trail.append(f"{member.tag}[{number}]" if len(items) > 1 else member.tag)
                yield from _walk(item, trail)
                trail.pop()


def _of_root(root: Any, message: Any) -> list[tuple[str, Broken]]:
    """Ask the rules of roots; they share what they find out about one."""
    found: list[tuple[str, Broken]] = []
    with remembered():
        for name, check in _of_roots():
            try:
                found += [(name, broken) for broken in check(root, message)]
            except Exception as error:  # noqa: BLE001  # of a rule that somebody wrote
                found.append(failure(name, error))
    return found


def _joined(path: str, more: str) -> str:
    return f"{path}/{more}" if path and more else path or more


def _refresh() -> None:
    """Forget what was worked out from fewer rules."""
    global _known, _checks, _branches  # noqa: PLW0603  # grows only when a package enters rules of its own
    if _known != len(CONTENT_CHECKS):
        _checks, _branches = {}, {}  # others may be at work with the old ones
        _known = len(CONTENT_CHECKS)


def _of_roots() -> list[_Check]:
    return [(name, check) for subject, name, check in CONTENT_CHECKS if subject == "Root"]


def _checks_of(cls: type[Element]) -> tuple[_Check, ...]:
    if cls not in _checks:
        _checks[cls] = tuple(
            (name, check)
            for subject, name, check in CONTENT_CHECKS
            if (issubclass(cls, subject) if isinstance(subject, type) else subject == cls.__xml__.name)
        )
    return _checks[cls]


def _branches_of(cls: type[Element]) -> tuple[Member, ...]:
    """Return the members worth walking into: those with a check somewhere below."""
    if cls not in _branches:
        _branches[cls] = tuple(
            member
            for member in cls.__xml__.members
            if member.kind == "element" and member.type != "any" and _leads_to_checks(cls, member, set())
        )
    return _branches[cls]


def _leads_to_checks(cls: type[Element], member: Member, seen: set[type]) -> bool:
    if is_plain(cls, member):
        return False
    target = resolve(cls, member.type)
    if target in seen:
        return False
    seen.add(target)
    return bool(_checks_of(target)) or any(
        _leads_to_checks(target, one, seen)
        for one in target.__xml__.members
        if one.kind == "element" and one.type != "any"
    )
