"""Derive audit/text/tables/word_pairs.xz: how much more often than by chance English words follow each other, by class.

    CORPUS_AUDIT_SHARED=FOLDER python -m tests.derive.derive_word_pairs

Words seen five times are put into CLASSES classes, others into those of their endings, so that the mutual information
of neighbours is greatest: each word in turn moves to the class where it is (Brown's and Martin's exchange). Read are
the manuals of FOLDER/text/clean.parquet and the articles of the labelled pages below FOLDER/extraction, in English;
four tenths of both are left out: false alarms are counted on them. The numbers are four times the binary logarithm of
how often two classes are seen side by side beside how often they would be by chance, half a time more for both, between
LEAST and MOST.
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
import numpy.typing as npt
import polars as pl

import audit.text.tables
from audit.measure.spun.word_pairs import CLASSES, COMMA, ENDS, LEAST, MOST, NUMBER, OTHER, STOP, known_form
from audit.text.fold import fold
from tests.derive.derive_han_pairs import is_read

OFTEN: Final = 5
ROUNDS: Final = 8
SOFTENED: Final = 0.5
PAGES: Final = ("train", "magic_train", "wcxb_train")
TOKEN: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
# An article of so many letters in ASCII, in which every so manieth word is "the", is English.
SHORTEST, ASCII, EVERY = 800, 0.97, 60


def main() -> None:
    """Write the words of each class, a line for each, and a row of numbers."""
    kept = list(map(fold, lines(Path(os.environ["CORPUS_AUDIT_SHARED"]))))
    tokens = [said for line in kept for said in (STOP, *map(spelt, TOKEN.findall(line)))]
    often = Counter(tokens)
    frequent = frozenset(word for word, times in often.items() if times >= OFTEN)
    forms = [known_form(word, frequent) for word in tokens]
    names = [name for name, _ in Counter([*forms, *(f"-{end}" for end in ENDS), NUMBER, OTHER]).most_common()]
    numbers = {name: number for number, name in enumerate(names)}
    sequence = np.array([numbers[form] for form in forms])
    classes = exchanged(sequence, len(names))
    levels = associations(classes[sequence])
    members = [" ".join(name for name, own in zip(names, classes, strict=True) if own == n) for n in range(CLASSES)]
    digest = hashlib.sha256("".join(kept).encode()).hexdigest()
    header = "".join(f"{line}\n" for line in (digest, *members)).encode()
    out = Path(audit.text.tables.__file__).parent / "word_pairs.xz"
    out.write_bytes(lzma.compress(header + levels.tobytes(), preset=9))


def spelt(said: str) -> str:
    """Return a word, or the mark that stands for all of its kind."""
    if said[0].isalnum():
        return said
    return STOP if said in ".!?" else COMMA


def associations(sequence: npt.NDArray[np.int64]) -> npt.NDArray[np.int8]:
    """Return the association of each two classes."""
    seen = counted(sequence)
    counts = seen.sum(axis=1)
    by_chance = np.outer(counts, counts) / counts.sum()
    levels: npt.NDArray[np.int8] = np.rint(4 * np.log2((seen + SOFTENED) / (by_chance + SOFTENED))).clip(LEAST, MOST)
    return levels.astype(np.int8)


def counted(sequence: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Return how often each two classes are neighbours."""
    pairs = np.bincount(sequence[:-1] * CLASSES + sequence[1:], minlength=CLASSES * CLASSES)
    found: npt.NDArray[np.float64] = pairs.reshape(CLASSES, CLASSES).astype(float)
    return found


def exchanged(sequence: npt.NDArray[np.int64], size: int) -> npt.NDArray[np.int64]:
    """Return the class of each word, of which the frequent ones come first."""
    classes = np.arange(size) % CLASSES
    seen, counts = counted(classes[sequence]), np.bincount(classes[sequence], minlength=CLASSES).astype(float)
    pairs = Counter(pairwise(sequence.tolist()))
    behind: list[list[tuple[int, int]]] = [[] for _ in range(size)]
    before: list[list[tuple[int, int]]] = [[] for _ in range(size)]
    for (left, right), times in pairs.items():
        if left != right:
            behind[left].append((right, times))
            before[right].append((left, times))
    for _ in range(ROUNDS):
        for word in range(size):
            right, left = (beside(told[word], classes) for told in (behind, before))
            own, itself = classes[word], pairs[word, word]
            times = right.sum() + itself
            move(seen, own, right, left, -1)
            seen[own, own] -= itself
            counts[own] -= times
            own = int(gains(seen, counts, right, left, (itself, times)).argmax())
            move(seen, own, right, left, 1)
            seen[own, own] += itself
            counts[own] += times
            classes[word] = own
    return classes


def beside(told: list[tuple[int, int]], classes: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Return how often a word has each class beside it."""
    if not told:
        return np.zeros(CLASSES)
    words, times = np.array(told).T
    found: npt.NDArray[np.float64] = np.bincount(classes[words], times, CLASSES).astype(float)
    return found


def move(
    seen: npt.NDArray[np.float64], own: int, right: npt.NDArray[np.float64], left: npt.NDArray[np.float64], by: int
) -> None:
    """Put the neighbours of a word to its class, or take them away."""
    seen[own] += by * right
    seen[:, own] += by * left


def gains(
    seen: npt.NDArray[np.float64],
    counts: npt.NDArray[np.float64],
    right: npt.NDArray[np.float64],
    left: npt.NDArray[np.float64],
    alone: tuple[float, float],
) -> npt.NDArray[np.float64]:
    """Return what the information of neighbours gains by a word in each class."""
    itself, times = alone
    to, of = np.flatnonzero(right), np.flatnonzero(left)
    rows, columns = seen[:, to], seen[of]
    gained: npt.NDArray[np.float64] = (weighed(rows + right[to]) - weighed(rows)).sum(axis=1)
    gained += (weighed(columns + left[of, None]) - weighed(columns)).sum(axis=0)
    # A class that is its own neighbour has been counted for both sides.
    own = np.diagonal(seen)
    gained -= weighed(own + right) - weighed(own) + weighed(own + left) - weighed(own)
    gained += weighed(own + right + left + itself) - weighed(own)
    gained -= 2 * (weighed(counts + times) - weighed(counts))
    return gained


def weighed(counts: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return counts times their logarithms."""
    told: npt.NDArray[np.float64] = counts * np.log(np.maximum(counts, 1))
    return told


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
