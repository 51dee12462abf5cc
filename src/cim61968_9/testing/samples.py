"""Sample messages under the names that tests call them by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..nouns import NOUNS
from ..sampling import sample
from ..verbs import KIND_OF

__all__ = ["Samples"]

_FAULT, _SET = "FaultMessage", "OperationSet"
_OF_SETS = ("execute", "executed", "reply")


class Samples(Mapping[str, Any]):
    """Sample messages by verb and noun, such as ``samples["created(MeterReadings)"]``, and a ``FaultMessage``.

    A noun or a Get profile alone stands for the message that it mostly goes with. A message is made when it is first
    asked for, and belongs to whoever has the mapping: a test can change it. ``full`` samples have every element of the
    schema; another seed gives other content.

    >>> from cim61968_9.testing import Samples
    >>> Samples()["MeterReadings"].summary
    'EventMessage created(MeterReadings) from Northmoor-MDM'
    """

    def __init__(self, *, full: bool = False, seed: int = 0) -> None:
        self._full = full
        self._seed = seed
        self._made: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        """Return the message of a key.

        Raises:
            KeyError: There is none; the text says what there is.
        """
        if not isinstance(key, str):
            raise KeyError(f"found {key!r}, expected a text such as 'created(MeterReadings)'")
        if key not in self._made:
            verb, bracket, noun = key.rstrip(")").partition("(")
            try:
                said = verb if bracket else None
                self._made[key] = sample(noun if bracket else key, verb=said, full=self._full, seed=self._seed)
            except (LookupError, ValueError) as error:
                raise KeyError(f"{key}: {error}") from None
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        """Tell whether a key is one of those that the mapping lists; a noun alone is short for one, but none itself."""
        return any(key == one for one in self)

    def __iter__(self) -> Iterator[str]:
        yield from (f"{verb}({noun})" for noun in NOUNS for verb in KIND_OF)
        yield from (f"{verb}({_SET})" for verb in _OF_SETS)
        yield _FAULT

    def __len__(self) -> int:
        return len(NOUNS) * len(KIND_OF) + len(_OF_SETS) + 1

    def __repr__(self) -> str:
        return f"<Samples: {len(self)} messages, such as 'created(MeterReadings)'>"
