"""Derive audit/text/tables/beside.tsv: which characters stand beside names of wares, and which do not.

    CORPUS_AUDIT_SHARED=FOLDER python -m tests.derive.derive_beside

Read are the Chinese texts of tests/derive/derive_han_pairs.py. A character's level is three times the decimal logarithm
of how often it would stand beside such names by chance beside how often it does, two times more for both, between -3
and 3: a name follows "one" and "the", a passage that was planted follows anything.
"""

from __future__ import annotations

import math
import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import polars as pl

import audit.text.tables
from audit.measure.articles.articles import Articles
from audit.measure.spun.chinese_search_phrases import named
from audit.measure.spun.product_words import BEFORE, BEHIND
from tests.derive.derive_han_pairs import HAN
from tests.derive.derive_wares import chinese

SOFTENED, SCALE, MOST = 2, 3, 3
HEADER: Final = "# Side of names of wares, level, Han characters: tests/derive/derive_beside.py\n"


def main() -> None:
    """Write the levels of both sides but nought."""
    texts = list(chinese(Path(os.environ["CORPUS_AUDIT_SHARED"])))
    articles = Articles.of(texts, pl.Series(map(str, range(len(texts)))))
    written = [HEADER]
    anywhere = Counter(character for text in texts for run in HAN.findall(text) for character in run)
    runs = named(articles)
    for side, places in ((BEFORE, runs.starts - 1), (BEHIND, runs.ends)):
        there = Counter(map(chr, articles.points[places.clip(0, len(articles.points) - 1)].tolist()))
        by_level: defaultdict[int, list[str]] = defaultdict(list)
        for character, level in told(anywhere, Counter({c: n for c, n in there.items() if HAN.match(c)})):
            by_level[level].append(character)
        written += [f"{side}\t{level}\t{''.join(sorted(by_level[level]))}\n" for level in sorted(by_level) if level]
    (Path(audit.text.tables.__file__).parent / "beside.tsv").write_text("".join(written), "utf-8")


def told(anywhere: Counter[str], there: Counter[str]) -> Iterator[tuple[str, int]]:
    """Yield each character and its level."""
    share = there.total() / anywhere.total()
    for character, times in anywhere.items():
        level = round(SCALE * math.log10((times * share + SOFTENED) / (there[character] + SOFTENED)))
        yield character, max(-MOST, min(MOST, level))


if __name__ == "__main__":
    main()
