"""What a rule is, and the table that all rules stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

from ..finding import Finding, Severity

__all__ = ["CHECKS", "PAIR_CHECKS", "RULES", "Broken", "Check", "Rule", "finding", "findings", "rule"]


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
_KINDS = ("RequestMessage", "ResponseMessage", "EventMessage", "FaultMessage")


def rule(
    name: str, severity: Severity, title: str, *, hint: str, source: str, on: tuple[str, ...] | str = _KINDS[:3]
) -> Callable[[AnyCheck], AnyCheck]:
    """Enter a function as the check of a rule; its docstring is the reason.

    ``on`` names the kinds of message it applies to, by default all that have a header; ``"OperationSet"`` stands for
    requests and events that carry one, ``"Pair"`` for a reply beside its request.
    """

    def enter(check: AnyCheck) -> AnyCheck:
        RULES[name] = Rule(severity, title, hint, source, " ".join((check.__doc__ or "").split()))
        if on == "Pair":
            PAIR_CHECKS.append((name, check))
            return check
        for kind in (on,) if isinstance(on, str) else on:
            CHECKS.setdefault(kind, []).append((name, check))
        return check

    return enter


def findings(broken: Iterable[tuple[str, Broken]], root: str) -> list[Finding]:
    """Return the findings of rules that the message with this root element breaks."""
    return [
        finding(name, one.message, path=f"/{root}/{one.path}", value=one.value, hint=RULES[name].hint)
        for name, one in broken
    ]


def finding(name: str, message: str, **rest: Any) -> Finding:
    """Return a finding of a rule, with its severity, and its title before the message."""
    known = RULES[name]
    return Finding(rule=name, severity=known.severity, message=f"{known.title}: {message}", **rest)
