"""Strategies for messages that are nearly right: one defect each, and the finding that it must give."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, ClassVar

from attrs import field, frozen
from hypothesis import assume, strategies as st
from lxml import etree

from ..checking import check
from ..nouns import NOUNS
from ..validating import validate
from ..validation.finding import Finding
from ..validation.rules import RULES
from ..validation.rules.examples import Example, example
from ..xml.limits import Limits
from ..xml.reader import load
from ..xml.writer import to_bytes
from . import _content_changes, _structure_changes  # noqa: F401  # enter their changes
from ._bases import BASES
from ._drawing import Drawn, Size
from ._mutating import MUTATIONS, Mutation
from ._placing import placed
from .realistic import _message

__all__ = ["BrokenExamples", "BrokenMessage", "broken_messages"]

_CUT_OFF = "XML001"
_SPACINGS = (b"", b"\n", b"<!-- sent again -->", b"<?northmoor resent?>\n")
_BLOCK = 4
"""Values that a block has at least, where one between the first and the last is to be broken."""


@frozen(kw_only=True)
class BrokenMessage:
    """A document with a defect, the rule that it breaks, and where.

    A finding of the rule is at ``path`` or below. What only shows beside its request has that in ``request``; what goes
    beyond limits only shows with these ``limits``. A defect may have further consequences, which are findings as well.
    """

    rule: str
    data: bytes = field(repr=lambda data: repr(data[:60]) + ("..." if len(data) > 60 else ""))
    path: str = ""
    request: bytes | None = field(default=None, repr=False)
    limits: Limits = field(factory=Limits, repr=False)

    def findings(self) -> tuple[Finding, ...]:
        """Return what the library finds in it, beside its request where it has one."""
        if self.request is not None:
            return check(load(self.data).message, answers=load(self.request).message)
        return validate(self.data, limits=self.limits).findings

    def is_told_by(self, findings: Iterable[Finding]) -> bool:
        """Tell whether one of some findings is that of the defect."""
        return any(one.rule == self.rule and _is_below(one.path, self.path) for one in findings)


def _is_below(path: str, above: str) -> bool:
    return not above or path == above or path.startswith((f"{above}/", f"{above}["))


class BrokenExamples(Collection[BrokenMessage]):
    """The written examples of rules, one broken message each, for ``pytest.mark.parametrize`` and the like.

    They are of the given rules, named as for :func:`broken_messages`, or of all that can be shown in a document, in the
    order of their ids. ``varied`` has the rules for which :func:`broken_messages` makes messages of its own, too.

    >>> from cim61968_9.testing import BrokenExamples
    >>> [broken.rule for broken in BrokenExamples("TIM31")][:2]
    ['TIM311', 'TIM312']

    Raises:
        ValueError: A name fits no rule that has an example.
    """

    varied: ClassVar[frozenset[str]] = frozenset({_CUT_OFF, *(one.rule for one in MUTATIONS)})
    """Rules of which messages are generated, no two alike."""

    def __init__(self, rules: str | Iterable[str] = ()) -> None:
        written = _all_written()
        self._examples = {rule: written[rule] for rule in _chosen(rules, written)}

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of the rules, one for each example."""
        return tuple(self._examples)

    def __iter__(self) -> Iterator[BrokenMessage]:
        return (_example(rule, shown, b"") for rule, shown in self._examples.items())

    def __len__(self) -> int:
        return len(self._examples)

    def __contains__(self, broken: object) -> bool:
        """Tell whether a broken message is one of the examples."""
        return any(broken == one for one in self)

    def __repr__(self) -> str:
        return f"<BrokenExamples: {len(self)}, such as of {', '.join(self.rules[:3])}>"


def broken_messages(rules: str | Iterable[str] = ()) -> st.SearchStrategy[BrokenMessage]:
    """Return messages with one known defect: of the given rules, or of any.

    Rules are named by their id or by the start of it, as in ``"XSD"`` or ``["TIM311", "TIM314"]``. Of the rules in
    :attr:`BrokenExamples.varied` there are plausible messages, no two alike, in which something was left out, exchanged
    or put in the wrong place. Of all others there is only their written example, with blanks or a comment behind it:
    more draws show nothing more of these, and :class:`BrokenExamples` has each of them once.

    >>> from cim61968_9.testing import broken_messages
    >>> gaps = broken_messages("TIM314")

    Raises:
        ValueError: A name fits no rule for which there are messages.
    """
    examples = _all_written()
    chosen = _chosen(rules, {*examples, *BrokenExamples.varied})
    found: list[st.SearchStrategy[BrokenMessage]] = []
    if shown := [name for name in chosen if name in examples]:
        found.append(st.sampled_from(shown).flatmap(lambda name: _of_example(name, examples[name])))
    if changes := [one for one in MUTATIONS if one.rule in chosen]:
        found.append(_of_mutation(changes))
    if _CUT_OFF in chosen:
        found.append(_cut_off())
    return st.one_of(found)


def _all_written() -> dict[str, Example]:
    """Return the examples of rules, in the order of their ids."""
    return {name: one for name in sorted(RULES) if (one := _written(name)) is not None}


def _chosen(rules: str | Iterable[str], known: Iterable[str]) -> list[str]:
    """Return the rules of which the names begin as is asked for; all where nothing is."""
    starts = (rules,) if isinstance(rules, str) else tuple(rules)
    listed = sorted(known)
    for start in starts:
        if not start or not any(rule.startswith(start) for rule in listed):
            raise ValueError(f"found {start!r}, expected the id of a rule, or the start of one such as XSD or TIM3")
    return [rule for rule in listed if not starts or rule.startswith(starts)]


def _written(rule: str) -> Example | None:
    """Return the example of a rule, None where it has none that is a text."""
    one = example(rule)
    return one if one is not None and one.form != "python" else None


def _of_example(rule: str, shown: Example) -> st.SearchStrategy[BrokenMessage]:
    return st.sampled_from(_SPACINGS).map(lambda spacing: _example(rule, shown, spacing))


def _example(rule: str, shown: Example, spacing: bytes) -> BrokenMessage:
    chosen: dict[str, Any] = dict(shown.limits)
    limits = Limits(**chosen)
    if shown.form == "document":
        return BrokenMessage(rule=rule, data=shown.bad.encode(), limits=limits)
    bad = placed(shown, shown.bad) + spacing
    root = etree.fromstring(bad)
    path = f"/{etree.QName(root).localname}/{shown.at}".rstrip("/")
    if shown.reply:  # it is the request that is wrong, and the reply that shows it
        return BrokenMessage(rule=rule, data=BASES[shown.reply].encode(), request=bad)
    request = BASES[shown.request].encode() if shown.request else None
    return BrokenMessage(rule=rule, data=bad, path=path, request=request, limits=limits)


@st.composite
def _of_mutation(draw: st.DrawFn, changes: list[Mutation]) -> BrokenMessage:
    drawn = Drawn(draw)
    change = drawn.one_of(changes)
    root = etree.fromstring(_plausible(drawn, change))
    path = change.change(root, drawn)
    assume(path is not None)
    return BrokenMessage(rule=change.rule, data=etree.tostring(root), path=path or "")


def _plausible(drawn: Drawn, change: Mutation) -> bytes:
    size = Size(items=2, intervals=6, least=_BLOCK if change.blocks else 1, defined=True if change.defined else None)
    noun = change.noun or drawn.one_of(sorted(NOUNS))
    message: Any = _message(drawn, noun, change.verb or None, size)
    return to_bytes(message)


@st.composite
def _cut_off(draw: st.DrawFn) -> BrokenMessage:
    drawn = Drawn(draw)
    data = to_bytes(_message(drawn, drawn.one_of(sorted(NOUNS)), None, Size(items=2, intervals=6)))
    start = data.index(b"Message") + 1
    return BrokenMessage(rule=_CUT_OFF, data=data[: drawn.number(start, len(data.rstrip()) - 1)])
