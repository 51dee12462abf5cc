"""Reading codes is fast; the bounds here are loose, for machines that do something else as well."""

from __future__ import annotations

import statistics
from timeit import repeat

from cim61968_9.codes import ReadingTypeCode

SEEN = "0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0"


def fastest(statement: str, number: int, **names: object) -> float:
    return min(repeat(statement, globals=names, number=number, repeat=5)) / number


def test_code_seen_before_costs_a_few_look_ups() -> None:
    table = {SEEN: ReadingTypeCode.parse(SEEN)}
    ratios = [
        fastest("code.parse(text)", 20_000, code=ReadingTypeCode, text=SEEN)
        / fastest("table[text]", 20_000, table=table, text=SEEN)
        for _ in range(3)
    ]
    assert statistics.median(ratios) < 6


def test_new_code_costs_a_few_times_its_numbers() -> None:
    ratios = []
    for turn in range(5):
        texts = [SEEN.replace(".0.0.3.", f".{turn + 1}.{number}.3.") for number in range(2_000)]
        bare = fastest("for text in texts: tuple(map(int, text.split('.')))", 1, texts=texts)
        names = {"texts": texts, "parse": ReadingTypeCode.parse}
        ratios.append(repeat("for text in texts: parse(text)", globals=names, number=1, repeat=1)[0] / bare)
    assert statistics.median(ratios) < 16
