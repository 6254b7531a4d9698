"""Derive audit/text/tables/word_pairs.*.xz: how much more often than by chance words follow each other, by class.

    CORPUS_AUDIT_SHARED=FOLDER python -m tests.derive.derive_word_pairs

Frequent words are put into classes, others into those of their endings, so that the mutual information of neighbours
is greatest: each word in turn moves to the class where it is (Brown's and Martin's exchange). Read are the manuals of
FOLDER/text/clean.parquet and the articles of the labelled pages below FOLDER/extraction, in each language; four tenths
of both are left out: false alarms are counted on them. Of English there is more text: twice as many classes, of words
seen five times rather than four. Its endings are written by hand; those of others are the commonest of each length.

The numbers are four times the binary logarithm of
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
from audit.measure.spun.search_tokens import token
from audit.measure.spun.word_pairs import COMMA, LEAST, MOST, NUMBER, OTHER, STOP, known_form
from audit.text.fold import fold
from audit.text.tables.searches import ENGLISH, JAPANESE, KOREAN, LANGUAGES
from tests.derive.derive_han_pairs import is_read

ROUNDS: Final = 8
SOFTENED: Final = 0.5
PAGES: Final = ("train", "magic_train", "wcxb_train")
MARK: Final = re.compile(r"[^\w\s]")
TOKEN: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
# An article of so many letters in ASCII, in which every so manieth word is "the", is English.
SHORTEST, ASCII, EVERY = 800, 0.97, 60


# Endings of English; of other languages, how many of each length; and letters before them.
ENDS: Final = ("ing", "ed", "ly", "tion", "er", "al", "es", "s", "e", "y")
COMMONEST: Final = ((3, 30), (2, 24), (1, 12))
COMMONEST_SYLLABLES: Final = ((2, 30), (1, 50))
BEFORE, BEFORE_SYLLABLES = 3, 1


def main() -> None:
    """Write the table of each language: the words of each class, a line for each, and a row of numbers."""
    for language in LANGUAGES:
        write(language, list(map(fold, lines(Path(os.environ["CORPUS_AUDIT_SHARED"]), language))))


def write(language: str, kept: list[str]) -> None:
    """Write a language's table."""
    count, times = (200, 5) if language == ENGLISH else (100, 4)
    tokens = [said for line in kept for said in (STOP, *map(spelt, said_in(line, language)))]
    often = Counter(tokens)
    frequent = frozenset(word for word, seen in often.items() if seen >= times)
    ends = ENDS if language == ENGLISH else commonest(often, times, is_syllabic=language in {KOREAN, JAPANESE})
    forms = [known_form(word, frequent, ends) for word in tokens]
    names = [name for name, _ in Counter([*forms, *(f"-{end}" for end in ends), NUMBER, OTHER, COMMA]).most_common()]
    numbers = {name: number for number, name in enumerate(names)}
    sequence = np.array([numbers[form] for form in forms])
    classes = exchanged(sequence, (len(names), count))
    levels = associations(classes[sequence], count)
    members = [" ".join(name for name, own in zip(names, classes, strict=True) if own == n) for n in range(count)]
    digest = hashlib.sha256("".join(kept).encode()).hexdigest()
    header = "".join(f"{line}\n" for line in (f"{digest} {count}", *members)).encode()
    out = Path(audit.text.tables.__file__).parent / f"word_pairs.{language}.xz"
    out.write_bytes(lzma.compress(header + levels.tobytes(), preset=9))


def commonest(often: Counter[str], times: int, *, is_syllabic: bool) -> list[str]:
    """Return the commonest endings of words that are seen more seldom, longer ones first."""
    before = BEFORE_SYLLABLES if is_syllabic else BEFORE
    words = [word for word, seen in often.items() if seen < times and word[0].isalpha()]
    found: list[str] = []
    for size, most in COMMONEST_SYLLABLES if is_syllabic else COMMONEST:
        seen = Counter(word[-size:] for word in words if len(word) >= size + before)
        found += sorted(end for end, _ in seen.most_common(most))
    return found


def said_in(line: str, language: str) -> Iterator[str]:
    """Yield the words and marks of a folded line."""
    if language != JAPANESE:
        yield from TOKEN.findall(line)
        return
    last = 0
    for match in token(language).finditer(line):
        yield from MARK.findall(line[last : match.start()])
        yield match[0]
        last = match.end()
    yield from MARK.findall(line[last:])


def spelt(said: str) -> str:
    """Return a word, or the mark that stands for all of its kind."""
    if said[0].isalnum():
        return said
    return STOP if said in ".!?。" else COMMA


def associations(sequence: npt.NDArray[np.int64], classes: int) -> npt.NDArray[np.int8]:
    """Return the association of each two classes."""
    seen = counted(sequence, classes)
    counts = seen.sum(axis=1)
    by_chance = np.outer(counts, counts) / counts.sum()
    levels: npt.NDArray[np.int8] = np.rint(4 * np.log2((seen + SOFTENED) / (by_chance + SOFTENED))).clip(LEAST, MOST)
    return levels.astype(np.int8)


def counted(sequence: npt.NDArray[np.int64], classes: int) -> npt.NDArray[np.float64]:
    """Return how often each two classes are neighbours."""
    pairs = np.bincount(sequence[:-1] * classes + sequence[1:], minlength=classes * classes)
    found: npt.NDArray[np.float64] = pairs.reshape(classes, classes).astype(float)
    return found


def exchanged(sequence: npt.NDArray[np.int64], sizes: tuple[int, int]) -> npt.NDArray[np.int64]:
    """Return the class of each word, of which the frequent ones come first; `sizes` counts both."""
    size, many = sizes
    classes = np.arange(size) % many
    seen, counts = counted(classes[sequence], many), np.bincount(classes[sequence], minlength=many).astype(float)
    pairs = Counter(pairwise(sequence.tolist()))
    behind: list[list[tuple[int, int]]] = [[] for _ in range(size)]
    before: list[list[tuple[int, int]]] = [[] for _ in range(size)]
    for (left, right), times in pairs.items():
        if left != right:
            behind[left].append((right, times))
            before[right].append((left, times))
    for _ in range(ROUNDS):
        for word in range(size):
            right, left = (beside(told[word], classes, many) for told in (behind, before))
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


def beside(told: list[tuple[int, int]], classes: npt.NDArray[np.int64], many: int) -> npt.NDArray[np.float64]:
    """Return how often a word has each class beside it."""
    if not told:
        return np.zeros(many)
    words, times = np.array(told).T
    found: npt.NDArray[np.float64] = np.bincount(classes[words], times, many).astype(float)
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


def lines(found: Path, language: str) -> Iterator[str]:
    """Yield the lines of a language that are read."""
    clean = pl.read_parquet(found / "text/clean.parquet").filter(pl.col("language") == language)["text"]
    yield from (text.replace("\n", " ") for text in clean.to_list() if is_read(text.replace("\n", " ")))
    for name in PAGES if language == ENGLISH else PAGES[:1]:
        page = pl.read_parquet(found / f"extraction/{name}_lines.parquet")
        page = page.filter((pl.col("style") == "innertext") & (pl.col("label") == 1))
        if language != ENGLISH:
            page = page.filter(pl.col("lang") == language)
        for doc, texts in page.group_by("doc", maintain_order=True).agg("text").iter_rows():
            yield from texts if is_read(doc) and (language != ENGLISH or is_english(" ".join(texts))) else ()


def is_english(text: str) -> bool:
    """Return whether a text is a long one in English."""
    words, letters = text.split(), sum(map(str.isascii, text))
    return len(text) > SHORTEST and letters > ASCII * len(text) and words.count("the") * EVERY > len(words)


if __name__ == "__main__":
    main()
