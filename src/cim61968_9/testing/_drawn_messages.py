"""Plausible messages around plausible content."""

from __future__ import annotations

from typing import Any

from ..model import Element
from ..nouns import registry
from ..replying import reply_operations
from ..sampling._messages import _SET, _Sample
from ._drawing import Drawn, DrawnMaker, Size

__all__ = ["DrawnSample"]

_FAILURE = "5.3"
"""What an operation of a set ends in, where it fails: it was attempted."""


class DrawnSample(_Sample):
    """A plausible message in the making."""

    def __init__(self, draws: Drawn, size: Size, *, more: dict[str, Any] | None = None) -> None:
        super().__init__(draws, full=more is None and draws.flag(), count=1)
        self.drawn = draws
        self.size = size
        self.more = more or {}
        """Further options of the headers of requests; given, even empty, they alone make a request asynchronous."""

    def request(self, verb: str, noun: str) -> Any:
        """Return a request."""
        return self._request(verb, noun)

    def content(self, name: str) -> Element:
        """Return the root of a payload."""
        return self._content(name)

    def _reply(self, noun: str) -> Any:
        if noun != _SET:
            return super()._reply(noun)
        request = self._request("execute", noun)
        numbers = [one.operation_id for one in request.payload.operation_set.operation]
        failures = dict.fromkeys(self.drawn.some(numbers, 1), _FAILURE)
        return reply_operations(request, failures, **self._header("reply", noun))

    def _content(self, name: str) -> Element:
        profile = registry.find("", name)
        assert profile is not None
        count = self.drawn.number(1, self.size.items)
        return DrawnMaker(self.drawn, self.size).root(profile.cls, name, count)

    def _header(self, verb: str, noun: str) -> dict[str, Any]:
        full, self.full = self.full, self.full or self.drawn.flag()
        try:
            found = super()._header(verb, noun)
        finally:
            self.full = full
        return found | self.more if verb != "reply" else found
