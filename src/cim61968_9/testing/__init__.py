"""For tests of systems that send and receive messages: strategies for Hypothesis, and what pytest needs.

::

    from hypothesis import given
    from cim61968_9.testing import assert_valid, objects, realistic_messages

    @given(objects(cim.MeterReadings))
    def test_my_import(readings): ...       # everything that the schema allows

    @given(realistic_messages("MeterReadings"))
    def test_my_system(message): ...        # what systems of the field send

    def test_my_export():
        assert_valid(my_export())

The strategies come with the extra ``testing``; :func:`assert_valid` and :class:`Samples` need nothing but the library.
Everything is loaded when it is first asked for.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._values import values as values
    from .asserting import assert_valid as assert_valid
    from .codes import (
        control_codes as control_codes,
        event_codes as event_codes,
        obis_codes as obis_codes,
        reading_quality_codes as reading_quality_codes,
        reading_type_codes as reading_type_codes,
    )
    from .conversations import Conversation as Conversation, exchanges as exchanges
    from .defects import (
        BrokenExamples as BrokenExamples,
        BrokenMessage as BrokenMessage,
        broken_messages as broken_messages,
    )
    from .realistic import realistic_messages as realistic_messages, realistic_objects as realistic_objects
    from .samples import Samples as Samples
    from .strategies import messages as messages, objects as objects, raw_elements as raw_elements

__all__ = [
    "BrokenExamples",
    "BrokenMessage",
    "Conversation",
    "Samples",
    "assert_valid",
    "broken_messages",
    "control_codes",
    "event_codes",
    "exchanges",
    "messages",
    "obis_codes",
    "objects",
    "raw_elements",
    "reading_quality_codes",
    "reading_type_codes",
    "realistic_messages",
    "realistic_objects",
    "values",
]

_HOMES = {
    "asserting": "assert_valid",
    "codes": "control_codes event_codes obis_codes reading_quality_codes reading_type_codes",
    "conversations": "Conversation exchanges",
    "defects": "BrokenExamples BrokenMessage broken_messages",
    "realistic": "realistic_messages realistic_objects",
    "samples": "Samples",
    "strategies": "messages objects raw_elements",
    "_values": "values",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}


if not TYPE_CHECKING:  # a name that does not exist is an error for type checkers, too

    def __getattr__(name: str) -> Any:
        """Load a public name when it is first asked for."""
        home = _HOME_OF.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        try:
            value = getattr(importlib.import_module(f".{home}", __name__), name)
        except ModuleNotFoundError as error:
            if error.name != "hypothesis":
                raise
            raise ImportError(
                f'{__name__}.{name} needs hypothesis, which is not installed: pip install "cim61968-9[testing]"'
            ) from error
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted({*__all__, "__all__", "__doc__", "__name__", "__path__"})
