r"""Searching for codes: ``3.26.38.47`` is one word of the index, not four numbers that are left out.

Of a code of three or four numbers the index also has the form for any device or system, ``*.26.38.47``, which is how
the tables of codes write it. A search for such a code looks for that form, so that the page of its table is found.
"""

from __future__ import annotations

import re
from functools import cache

from sphinx.application import Sphinx
from sphinx.search.en import SearchEnglish

_WORD = re.compile(r"(?:\*\.|-)?\d+(?:\.-?\d+)+(?!\w)|\w+")
_ANY = re.compile(r"\d+((?:\.\d+){2,3})")
_SPLITTER = r"""
var splitQuery = (query) => {
  const words = /(?:\*\.|-)?\d+(?:\.-?\d+)+(?![\p{L}\p{N}_])|[\p{L}\p{N}_\p{Emoji_Presentation}]+/gu;
  return (query.match(words) || []).map((word) => {
    const any = word.replace(/^\d+((?:\.\d+){2,3})$/, "*$1");
    return Search._index && any in Search._index.terms ? any : word;
  });
};
"""


class CodeSearch(SearchEnglish):
    """English, with codes as words."""

    js_splitter_code = _SPLITTER

    def split(self, input: str) -> list[str]:  # noqa: A002  # its name in Sphinx
        """Return the words of a text, and of each short code the form for any device."""
        words = _WORD.findall(input)
        return words + [f"*{found[1]}" for word in words if (found := _ANY.fullmatch(word))]

    @cache  # noqa: B019  # there is one, and words come again on each page
    def stem(self, word: str) -> str:
        """Return the stem of a word."""
        return super().stem(word)


def setup(app: Sphinx) -> dict[str, bool]:
    """Search this way."""
    app.add_search_language(CodeSearch)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
