"""Plausible messages around plausible content."""

from __future__ import annotations

from typing import Any

from ..model import Element
from ..nouns import registry
from ..replying import reply_operations
from ..sampling._draws import Identity
from ..sampling._messages import _SET, _Sample
from ._asked import Asked
from ._drawing import Drawn, DrawnMaker, Size

__all__ = ["DrawnSample"]

_FAILURE = "5.3"
"""What an operation of a set ends in, where it fails: it was attempted."""


class DrawnSample(_Sample):
    """A plausible message in the making."""

    def __init__(self, draws: Drawn, size: Size, *, more: dict[str, Any] | None = None, least: int = 1) -> None:
        super().__init__(draws, full=more is None and draws.flag(), count=1)
        self.drawn = draws
        self.size = size
        self.least = least
        """How many objects a request is about at least."""
        self.question = Asked()
        """What the request asks for, once it is made."""
        self.more = more or {}
        """Further options of the headers of requests; given, even empty, they alone make a request asynchronous."""

    def request(self, verb: str, noun: str) -> Any:
        """Return a request."""
        return self._request(verb, noun)

    def answer(self, name: str, asked: Asked) -> Element:
        """Return the root of a payload that answers a question."""
        return self._content(name, asked)

    def _reply(self, noun: str) -> Any:
        if noun != _SET:
            return super()._reply(noun)
        request = self._request("execute", noun)
        numbers = [one.operation_id for one in request.payload.operation_set.operation]
        failures = dict.fromkeys(self.drawn.some(numbers, 1), _FAILURE)
        return reply_operations(request, failures, **self._header("reply", noun))

    def _content(self, name: str, asked: Asked | None = None) -> Element:
        profile = registry.find("", name)
        assert profile is not None
        count = self.drawn.number(self.least, max(self.least, self.size.items))
        maker = DrawnMaker(self.drawn, self.size, asked)
        made = maker.root(profile.cls, name, count)
        if name.startswith("Get"):
            self.question = maker.question()
        return made

    def _named(self, kind: str) -> list[Identity]:
        found = [self.draws.identity(kind) for _ in range(self.least)]
        self.question = Asked(objects={kind: found})
        return found

    def _header(self, verb: str, noun: str) -> dict[str, Any]:
        full, self.full = self.full, self.full or self.drawn.flag()
        try:
            found = super()._header(verb, noun)
        finally:
            self.full = full
        return found | self.more if verb != "reply" else found
