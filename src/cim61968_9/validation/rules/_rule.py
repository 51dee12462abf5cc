"""What a rule is, and the table that all rules stand in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

from ..finding import Finding, Severity

__all__ = [
    "CHECKS",
    "CONTENT_CHECKS",
    "FAILED",
    "PAIR_CHECKS",
    "RULES",
    "Broken",
    "Check",
    "Rule",
    "failure",
    "finding",
    "findings",
    "has_guests",
    "rule",
    "seal",
    "severity_of",
]


class Rule(NamedTuple):
    """What a finding of a rule says besides the case at hand.

    ``source`` says where the rule comes from, empty for those that follow from the schemas; ``reason`` says in a
    sentence or two why it matters.
    """

    severity: Severity
    title: str
    hint: str
    source: str = ""
    reason: str = ""


class Broken(NamedTuple):
    """A place where a rule is broken: the path below the message in CIM names, what was found, what was expected."""

    path: str
    message: str
    value: str | None = None


Check = Callable[[Any], Iterator[Broken]]
PairCheck = Callable[[Any, Any], Iterator[Broken]]
AnyCheck = TypeVar("AnyCheck", bound=Callable[..., Iterator[Broken]])

RULES: dict[str, Rule] = {}
"""All rules by their id."""
CHECKS: dict[str, list[tuple[str, Check]]] = {}
"""The checks of whole messages, by the kind of message they apply to."""
PAIR_CHECKS: list[tuple[str, PairCheck]] = []
"""The checks of a reply beside its request."""
CONTENT_CHECKS: list[tuple[str | type, str, Callable[..., Iterator[Broken]]]] = []
"""The checks of what stands in payloads: subject, rule, function."""
FAILED = "FND002"
"""The rule of rules that fail themselves."""
_sealed = False
_guests = False
_ID = re.compile(r"[A-Z]{2,8}[0-9]{3,4}")
_KINDS = ("RequestMessage", "ResponseMessage", "EventMessage", "FaultMessage")


def rule(
    name: str,
    severity: Severity,
    title: str,
    *,
    hint: str,
    source: str = "",
    on: str | type | tuple[str | type, ...] = _KINDS[:3],
) -> Callable[[AnyCheck], AnyCheck]:
    """Enter a function as the check of a rule; its docstring is the reason.

    ``on`` says what the function is given:

    * a kind of message, such as ``"RequestMessage"`` (by default all that have a header), and it is given the message;
    * ``"OperationSet"``: requests and events that carry one;
    * ``"Pair"``: a request and its reply;
    * ``"Root"``: every root of a payload, and the message it came in (None for a bare payload);
    * any other name: every element of this type in a payload, such as ``"IntervalBlock"``, or of a class.

    Raises:
        ValueError: The id is not of the form ``ABC123``, or is taken.
    """
    if not _ID.fullmatch(name):
        raise ValueError(f"found the rule id {name!r}, expected capital letters and digits such as 'ACM101'")

    global _guests  # noqa: PLW0603  # says once and for all that rules of others came
    _guests = _guests or _sealed

    def enter(check: AnyCheck) -> AnyCheck:
        if name in RULES:
            raise ValueError(f"there is a rule {name} already ({RULES[name].title!r}); choose another id")
        RULES[name] = Rule(severity, title, hint, source, " ".join((check.__doc__ or "").split()))
        for subject in on if isinstance(on, tuple) else (on,):
            if subject == "Pair":
                PAIR_CHECKS.append((name, check))
            elif isinstance(subject, str) and subject in {*_KINDS, "OperationSet"}:
                CHECKS.setdefault(subject, []).append((name, check))
            else:
                CONTENT_CHECKS.append((subject, name, check))
        return check

    return enter


def seal() -> None:
    """Note that all rules of the library have been entered."""
    global _sealed  # noqa: PLW0603
    _sealed = True


def has_guests() -> bool:
    """Tell whether others have entered rules."""
    return _guests


def severity_of(name: str) -> Severity:
    """Return how much a rule counts by itself."""
    return RULES[name].severity


def failure(name: str, error: Exception) -> tuple[str, Broken]:
    """Return what is found when the check of a rule fails: no rule may end the checking of a message."""
    return FAILED, Broken("", f"{name} ended in {type(error).__name__}: {error}", name)


def findings(broken: Iterable[tuple[str, Broken]], root: str) -> list[Finding]:
    """Return the findings of rules that the message with this root element breaks."""
    return [
        finding(name, one.message, path=f"/{root}/{one.path}".rstrip("/"), value=one.value, hint=RULES[name].hint)
        for name, one in broken
    ]


def finding(name: str, message: str, **rest: Any) -> Finding:
    """Return a finding of a rule, with its severity, and its title before the message."""
    known = RULES[name]
    return Finding(rule=name, severity=known.severity, message=f"{known.title}: {message}", **rest)
