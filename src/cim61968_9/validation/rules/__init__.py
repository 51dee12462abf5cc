"""The rules: of structure, checked by the reader and the writer, and of whole messages, checked by :func:`review`.

A rule of messages is one function in one of the modules beside this one, entered with its id, severity, title, hint and
source; its docstring says why it matters. The pages of the documentation are made from the same table.
"""

from . import correlation, events, headers, operations, pairs, payloads, replies, requests, times
from ._review import is_plain, review, review_answer
from ._rule import CHECKS, PAIR_CHECKS, RULES, Broken, Rule, finding, findings
from .headers import kind_of
from .pairs import correlation_of, review_pair
from .structure import STRUCTURE

__all__ = [
    "CHECKS",
    "PAIR_CHECKS",
    "RULES",
    "STRUCTURE",
    "Broken",
    "Rule",
    "correlation",
    "correlation_of",
    "events",
    "finding",
    "findings",
    "headers",
    "is_plain",
    "kind_of",
    "operations",
    "pairs",
    "payloads",
    "replies",
    "requests",
    "review",
    "review_answer",
    "review_pair",
    "times",
]
