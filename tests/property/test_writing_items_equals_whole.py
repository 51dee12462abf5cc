"""Law: a message that is written item by item has the bytes of the one that is written as a whole."""

from __future__ import annotations

import gzip
import io
from typing import Any

from attrs import evolve
from hypothesis import given, settings, strategies as st

import cim61968_9 as cim
from cim61968_9.testing import objects
from cim61968_9.xml.items import is_streamed, items_of

FEWER = settings(max_examples=max(5, settings.default.max_examples // 3))  # each is a whole document

STREAMED = sorted(name for name, profile in cim.NOUNS.items() if is_streamed(profile.cls))


def parted(root: Any) -> tuple[Any, list[Any]]:
    """Return a root without its items, and the items."""
    members = items_of(type(root)).values()
    items = [item for member in members for item in getattr(root, member.name)]
    return evolve(root, **{member.name: [] for member in members}), items


@FEWER
@given(
    st.sampled_from(STREAMED).flatmap(lambda name: objects(cim.NOUNS[name].cls, max_size=3)),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, {"payload": ""}, {"message": "", "payload": "p"}]),
)
def test_item_by_item_is_the_whole(root: Any, bare: bool, pretty: bool, packed: bool, prefixes: Any) -> None:
    empty, items = parted(root)

    def message(content: Any) -> Any:
        header = cim.Header(verb="created", noun=type(root).__name__, source="Northmoor-MDM")
        return content if bare else cim.EventMessage(header=header, payload=cim.Payload(content=[content]))

    out = io.BytesIO()
    with cim.ItemWriter(out, message(empty), pretty=pretty, gzip=packed, prefixes=prefixes) as writer:
        writer.write_all(items)
    written = gzip.decompress(out.getvalue()) if packed else out.getvalue()
    assert written == cim.to_bytes(message(root), pretty=pretty, prefixes=prefixes)
    assert writer.count == len(items)
