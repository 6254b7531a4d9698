"""Derive audit/text/tables/word_pairs.xz: how much more often than by chance English words follow each other.

    CORPUS_AUDIT_SHARED=FOLDER python -m tests.derive.derive_word_pairs

The frequent words count by themselves, others by how they end (audit/measure/spun/word_pairs.py). Read are the manuals
of FOLDER/text/clean.parquet and the articles of the labelled pages below FOLDER/extraction, in English; four tenths of
both are left out: false alarms are counted on them. The numbers are twice the decimal logarithm of how often two words
are seen side by side beside how often they would be by chance, half a time more for both, between -3 and 4.
"""

from __future__ import annotations

import hashlib
import lzma
import os
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

import audit.text.tables
from audit.measure.spun.word_pairs import ENDS, LEAST, MOST, NUMBER, OTHER, word_class
from audit.text.fold import fold
from tests.derive.derive_han_pairs import is_read

FREQUENT: Final = 1000
SOFTENED: Final = 0.5
PAGES: Final = ("train", "magic_train", "wcxb_train")
TOKEN: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
# An article of so many letters in ASCII, in which every so manieth word is "the", is English.
SHORTEST, ASCII, EVERY = 800, 0.97, 60


def main() -> None:
    """Write the classes, and a row of numbers for each."""
    kept = list(map(fold, lines(Path(os.environ["CORPUS_AUDIT_SHARED"]))))
    tokens = [TOKEN.findall(line) for line in kept]
    frequent = frozenset(
        word for word, _ in Counter(word for row in tokens for word in row).most_common(FREQUENT) if word[0].isalpha()
    )
    alone: Counter[str] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    for row in tokens:
        classes = [word_class(word, frequent) if word[0].isalnum() else "" for word in row]
        alone.update(classes)
        together.update(pairwise(classes))
    names = sorted({*frequent, NUMBER, OTHER, *(f"-{end}" for end in ENDS)})
    counts = np.array([alone[name] for name in names], float)
    seen = np.array([[together[left, right] for right in names] for left in names], float)
    by_chance = np.outer(counts, counts) / alone.total()
    levels = np.rint(2 * np.log10((seen + SOFTENED) / (by_chance + SOFTENED))).clip(LEAST, MOST).astype(np.int8)
    digest = hashlib.sha256("".join(kept).encode()).hexdigest()
    header = f"{digest}\n{' '.join(names)}\n".encode()
    out = Path(audit.text.tables.__file__).parent / "word_pairs.xz"
    out.write_bytes(lzma.compress(header + levels.tobytes(), preset=9))


def lines(found: Path) -> Iterator[str]:
    """Yield the English lines that are read."""
    clean = pl.read_parquet(found / "text/clean.parquet").filter(pl.col("language") == "en")["text"]
    yield from (text.replace("\n", " ") for text in clean.to_list() if is_read(text.replace("\n", " ")))
    for name in PAGES:
        page = pl.read_parquet(found / f"extraction/{name}_lines.parquet")
        page = page.filter((pl.col("style") == "innertext") & (pl.col("label") == 1))
        for doc, texts in page.group_by("doc", maintain_order=True).agg("text").iter_rows():
            yield from texts if is_read(doc) and is_english(" ".join(texts)) else ()


def is_english(text: str) -> bool:
    """Return whether a text is a long one in English."""
    words, letters = text.split(), sum(map(str.isascii, text))
    return len(text) > SHORTEST and letters > ASCII * len(text) and words.count("the") * EVERY > len(words)


if __name__ == "__main__":
    main()
