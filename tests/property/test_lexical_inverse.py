"""Law: parsing and rendering of simple types are inverse, and every rendered text is valid."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, strategies as st

from cim61968_9.model import _same
from cim61968_9.testing import values
from cim61968_9.xml.lexical import lexical

TYPES = sorted(
    [
        "boolean",
        "date",
        "dateTime",
        "decimal",
        "duration",
        "float",
        "integer",
        "long",
        "int",
        "short",
        "byte",
        "unsignedByte",
        "QName",
        "string",
        "time",
    ]
)


@pytest.mark.parametrize("name", TYPES)
def test_parse_takes_back_what_render_wrote(name: str) -> None:
    kind = lexical(f"xs:{name}")

    @given(values(f"xs:{name}"))
    def law(value: Any) -> None:
        text = kind.render(value)
        again = kind.parse(text)
        assert _same(again, value)
        assert kind.render(again) == text

    law()


@pytest.mark.parametrize("name", [name for name in TYPES if name != "string"])
def test_any_text_is_a_value_or_a_value_error(name: str) -> None:
    kind = lexical(f"xs:{name}")

    @given(st.text("0123456789-+:.TZPEYMDHSINFatruefalse ", max_size=32) | st.text(max_size=8))
    @example("2026-02-30T00:00:00Z")
    @example("2026-01-01T24:00:00.000Z")
    @example("2026-01-01T24:00:01Z")
    @example("9999-12-31T24:00:00Z")
    @example("٢026-01-01T00:00:00Z")
    def law(text: str) -> None:
        try:
            value = kind.parse(text)
        except ValueError:
            return
        assert _same(kind.parse(kind.render(value)), value)

    law()
