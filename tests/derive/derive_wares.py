"""Weigh the words of audit/text/tables/wares.tsv anew: how rarely articles say what advertising strings together.

    CORPUS_AUDIT_SHARED=FOLDER python -m tests.derive.derive_wares

The words were written by hand, trade by trade; to add some, put them into any row of their language. A word weighs the
tenths of the negative decimal logarithm of the share of clean paragraphs that hold it, in the texts that
tests/derive/derive_han_pairs.py reads for Chinese, and tests/derive/derive_word_pairs.py for others. Of languages with
little text it weighs no more than its frequency in the lists of common words says, for a paragraph of 40 words. Words
of weight 0 keep it: names of places, which tell nothing by themselves.
"""

from __future__ import annotations

import math
import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

import audit.text.tables
from audit.measure.articles.articles import Articles
from audit.measure.articles.vocabulary import Vocabulary
from audit.measure.language.models.common_words import word_level
from audit.text.fold import fold
from audit.text.tables.searches import ENGLISH, JAPANESE, LANGUAGES
from tests.derive import derive_word_pairs
from tests.derive.derive_han_pairs import is_chinese, lines

MOST: Final = 40
SHORTEST, SHORTEST_WORDS = 15, 40
# The weight of a common word of level 0, and what it loses a level.
USED, A_LEVEL = 36, 5
CHINESE: Final = "zh"
HEADER: Final = "# Language, weight, words of wares and services: tests/derive/derive_wares.py\n"


def main() -> None:
    """Write the words again, heavier ones later."""
    found, table = Path(os.environ["CORPUS_AUDIT_SHARED"]), Path(audit.text.tables.__file__).parent / "wares.tsv"
    rows = [row.split("\t") for row in table.read_text("utf-8").splitlines() if not row.startswith("#")]
    written = [HEADER]
    for language in (CHINESE, *LANGUAGES):
        own = [
            (int(weight), fold(word)) for told, weight, words in rows if told == language for word in words.split(",")
        ]
        weighed: defaultdict[int, list[str]] = defaultdict(list)
        weighed[0] = sorted({word for weight, word in own if not weight})
        words = sorted({word for _, word in own}.difference(weighed[0]))
        for word, weight in weights(words, list(read(found, language)), whole=language not in {CHINESE, JAPANESE}):
            weighed[weight if language in {CHINESE, ENGLISH} else min(weight, used(word, language))].append(word)
        written += [
            f"{language}\t{weight}\t{','.join(weighed[weight])}\n" for weight in sorted(weighed) if weighed[weight]
        ]
    table.write_text("".join(written), "utf-8")


def used(word: str, language: str) -> int:
    """Return the most that a word or phrase weighs by how often its words are used."""
    levels = [word_level(part, language) for part in word.split()]
    known = [level for level in levels if level is not None]
    return USED - A_LEVEL * min(known) if len(known) == len(levels) else MOST


def weights(words: list[str], texts: list[str], *, whole: bool) -> Iterator[tuple[str, int]]:
    """Yield each word and how much it tells."""
    known = Vocabulary(sorted(words, key=lambda word: (-len(word), word)), whole=whole)
    articles = Articles.of(texts, pl.Series(map(str, range(len(texts)))))
    found = known.find(articles.points)
    held = np.unique(articles.blocks_at(found.starts) << 32 | found.words) & 0xFFFFFFFF
    counts = Counter(held.tolist())
    for n, word in enumerate(known.words):
        yield word, min(MOST, round(-10 * math.log10((counts[n] + 0.5) / len(texts))))


def read(found: Path, language: str) -> Iterator[str]:
    """Yield paragraphs of a language."""
    return chinese(found) if language == CHINESE else others(found, language)


def chinese(found: Path) -> Iterator[str]:
    """Yield Chinese paragraphs."""
    yield from (line for line in lines(found) if len(line) >= SHORTEST and is_chinese(line))


def others(found: Path, language: str) -> Iterator[str]:
    """Yield paragraphs of another language."""
    yield from (line for line in derive_word_pairs.lines(found, language) if len(line) >= SHORTEST_WORDS)


if __name__ == "__main__":
    main()
