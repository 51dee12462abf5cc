"""Law: all messages of a drawn exchange are valid, the replies fit the request, and the books close at the last."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

import cim61968_9 as cim
from cim61968_9.exchange import State
from cim61968_9.testing import Conversation, exchanges

ENDS: dict[Any, set[State]] = {
    "answered": {State.COMPLETED},
    "refused": {State.FAILED},
    "partial": {State.PARTIAL},
    "parts": {State.COMPLETED},
    "later": {State.COMPLETED},
    "reported": {State.COMPLETED},
    "operations": {State.COMPLETED, State.FAILED, State.PARTIAL},
}


def wrong(findings: Any) -> list[str]:
    return [str(one) for one in findings if one.severity is not cim.Severity.INFO]


@pytest.mark.parametrize("pattern", ENDS)
def test_exchanges_of_a_pattern(pattern: Any) -> None:
    @given(exchanges(patterns=[pattern]))
    def law(talk: Conversation) -> None:
        assert talk.pattern == pattern
        assert [wrong(cim.check(one)) for one in talk.messages] == [[] for _ in talk.messages]
        assert [wrong(cim.check(one, answers=talk.request)) for one in talk.replies] == [[] for _ in talk.replies]
        assert talk.answer is talk.replies[-1]
        books = cim.Exchanges(now=lambda: talk.request.header.timestamp)
        exchange = books.send(talk.request, expect_events=len(talk.events))
        for number, message in enumerate(talk.messages[1:], 2):
            assert exchange is not None
            assert exchange.is_open
            arrived = books.receive(message)
            assert arrived.exchange is not None
            assert arrived.exchange.id == exchange.id
            exchange = arrived.exchange
            assert exchange.is_open == (number < len(talk.messages))
        assert exchange.state in ENDS[pattern]

    law()
