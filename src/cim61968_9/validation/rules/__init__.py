"""The rules: of structure, checked by the reader and the writer, and of whole messages, checked by :func:`review`.

A rule of messages is one function in one of the modules beside this one, entered with its id, severity, title, hint and
source; its docstring says why it matters. The pages of the documentation are made from the same table.
"""

from . import (
    calculations,
    controls,
    correlation,
    end_device_codes,
    events,
    headers,
    instants,
    intervals,
    master_data,
    operations,
    pairs,
    payloads,
    qualities,
    reading_type_elements,
    reading_types,
    references,
    replies,
    requests,
    standing,
    times,
    typed_values,
    values,
)
from ._content import review_content
from ._review import is_plain, review, review_answer
from ._rule import (
    CHECKS,
    CONTENT_CHECKS,
    PAIR_CHECKS,
    RULES,
    Broken,
    Rule,
    failure,
    finding,
    findings,
    rule,
    seal,
    severity_of,
)
from .headers import kind_of
from .pairs import check_request, correlation_of, review_pair
from .structure import STRUCTURE

__all__ = [
    "CHECKS",
    "CONTENT_CHECKS",
    "PAIR_CHECKS",
    "RULES",
    "STRUCTURE",
    "Broken",
    "Rule",
    "calculations",
    "check_request",
    "controls",
    "correlation",
    "correlation_of",
    "end_device_codes",
    "events",
    "failure",
    "finding",
    "findings",
    "headers",
    "instants",
    "intervals",
    "is_plain",
    "kind_of",
    "master_data",
    "operations",
    "pairs",
    "payloads",
    "qualities",
    "reading_type_elements",
    "reading_types",
    "references",
    "replies",
    "requests",
    "review",
    "review_answer",
    "review_content",
    "review_pair",
    "rule",
    "severity_of",
    "standing",
    "times",
    "typed_values",
    "values",
]

seal()
