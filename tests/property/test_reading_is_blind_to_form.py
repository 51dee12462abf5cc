"""Law: prefixes, layout, comments, instructions, encodings and compression do not change what is read."""

from __future__ import annotations

import gzip
import random
import re

from hypothesis import given, strategies as st
from lxml import etree

import cim61968_9 as cim
from cim61968_9.testing import messages


def reformed(data: bytes, seed: int) -> bytes:
    """Return the same document under other prefixes, with comments and layout wherever they do not count."""
    chance = random.Random(seed)
    root = etree.fromstring(data)
    for node in list(root.iter(etree.Element)):
        if len(node):
            node.text = chance.choice(["", "\n", " \t\r\n "])
            for child in node:
                child.tail = chance.choice(["", "\n   "])
            place = chance.randrange(len(node) + 1)
            note = chance.choice([etree.Comment(" a remark "), etree.PI("app", "x='1'"), None])
            if note is not None:
                note.tail = chance.choice(["", "\n"])
                node.insert(place, note)
        elif node.text and chance.random() < 0.3:
            cut = chance.randrange(len(node.text))
            note = etree.Comment("inside")
            note.tail = node.text[cut:]
            node.text = node.text[:cut]
            node.insert(0, note)
    text = etree.tostring(root, encoding="unicode")
    return re.sub(r"(</?|xmlns:)(m|msg)(?=[:=])", r"\g<1>\g<2>x", text).encode()


@given(messages(max_depth=4), st.integers(0, 10**9))
def test_prefixes_layout_comments(message: cim.Element, seed: int) -> None:
    data = cim.to_bytes(message)
    if b"<v:" in data or b"urn:example" in data:
        return  # layout counts in content that no schema describes
    assert cim.load(reformed(data, seed), mode="strict").message == message


@given(messages(max_depth=4), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "iso-8859-1"]))
def test_encodings_and_compression(message: cim.Element, encoding: str) -> None:
    text = cim.to_bytes(message).decode().partition("\n")[2]
    declared = encoding.removesuffix("-sig").removesuffix("-le").removesuffix("-be")
    body = f'<?xml version="1.0" encoding="{declared}"?>{text}'
    data = body.encode(encoding, "xmlcharrefreplace")
    if encoding.endswith(("le", "be")):
        data = "\ufeff".encode(encoding) + data
    for source in (data, gzip.compress(data), text):
        assert cim.load(source, mode="strict").message == message
