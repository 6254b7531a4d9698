"""Fit the calibration of audit/measure/language/identify.py on text of known language; print it and its errors.

    CORPUS_AUDIT_SHARED=FOLDER python -m tests.derive.derive_confidence

FOLDER/text/clean.parquet has the columns language and text. Windows of 20 to 1,000 characters are drawn from it, and
the probability that the best language is right is fitted on the logarithm of its lead, in nats.
"""

from __future__ import annotations

import os
import random
import re
import sys
from hashlib import sha256
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from audit.measure.language.profiles import COLUMNS, LANGUAGES, SCALE, scores
from audit.text.classes import codepoints

Floats = npt.NDArray[np.float64]

LENGTHS: Final = (20, 50, 200, 1000)
WINDOWS: Final = 200
RENAMED: Final = {"nb": "no"}
# Those that are words of no other language here.
ENGLISH: Final = frozenset(
    {"the", "of", "and", "that", "for", "you", "this", "are", "with", "be", "not", "can", "if", "by"}
)
STEPS: Final = 50
BINS: Final = 10
# Share of English little words from which a text in another language's corpus was left untranslated, and the length
# from which a window that is called English is a part of such a text.
UNTRANSLATED: Final = 0.08
ENOUGH: Final = 50


def main() -> None:
    """Fit, and print the expected calibration error for each length."""
    path = Path(os.environ["CORPUS_AUDIT_SHARED"]) / "text" / "clean.parquet"
    length, lead, right = drawn(pl.read_parquet(path))
    a, b = fitted(np.log1p(lead), right)
    sure = 1 / (1 + np.exp(-(a + b * np.log1p(lead))))
    print(f"sha256 of the text {sha256(path.read_bytes()).hexdigest()}")
    print(f"1 / (1 + exp(-({a:.2f} + {b:.2f} log(1 + lead))))")
    for n in LENGTHS:
        own = length == n
        print(f"{n:>5} characters: right {right[own].mean():.4f}, error {error(sure[own], right[own]):.4f}")


def drawn(frame: pl.DataFrame) -> tuple[Floats, Floats, Floats]:
    """Return the length, the lead in nats and the rightness of windows in languages that share a script."""
    rng, rows = random.Random(1), []
    for (tag,), group in sorted(frame.group_by("language", maintain_order=True), key=lambda item: str(item[0])):
        language = RENAMED.get(str(tag), str(tag))
        if language in LANGUAGES:
            text = "\n".join(own for own in group["text"].to_list() if language == "en" or not is_english(own))
            rows += [(n, language, text[at : at + n]) for n in LENGTHS for at in starts(rng, len(text) - n)]
    lengths, languages, texts = zip(*rows, strict=True)
    best, lead = judged(list(texts), list(languages))
    right = np.array([one == other for one, other in zip(best, languages, strict=True)])
    kept = right | np.array([one != "en" or n < ENOUGH for one, n in zip(best, lengths, strict=True)])
    return np.array(lengths, float)[kept], lead[kept], right[kept].astype(float)


def is_english(text: str) -> bool:
    """Return whether a text holds so many little words of English that it was left untranslated."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return sum(word in ENGLISH for word in words) > UNTRANSLATED * len(words)


def starts(rng: random.Random, end: int) -> list[int]:
    """Return where windows begin."""
    return [rng.randrange(end) for _ in range(WINDOWS)]


def judged(texts: list[str], languages: list[str]) -> tuple[list[str], Floats]:
    """Return the best language of each text among those of its script, and its lead over the next."""
    edges = np.cumsum([0, *map(len, texts)])
    sums = scores(codepoints("".join(texts)), edges[:-1], edges[1:])[0]
    best, lead = [], []
    for row, language in zip(sums, languages, strict=True):
        columns = next(own for own in COLUMNS.values() if LANGUAGES.index(language) in own)
        order = columns[np.argsort(-row[columns], kind="stable")]
        best.append(LANGUAGES[order[0]])
        lead.append((row[order[0]] - row[order[1]]) / SCALE)
    return best, np.array(lead)


def fitted(feature: Floats, right: Floats) -> tuple[float, float]:
    """Return intercept and slope of the logistic regression, by Newton's steps."""
    table, weights = np.stack((np.ones_like(feature), feature), axis=1), np.zeros(2)
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-table @ weights))
        bend = (table * (sure * (1 - sure))[:, None]).T @ table
        weights = weights + np.linalg.solve(bend, table.T @ (right - sure))
    return float(weights[0]), float(weights[1])


def error(sure: Floats, right: Floats) -> float:
    """Return the expected calibration error over ten bins."""
    bins = np.minimum(BINS - 1, (sure * BINS).astype(int))
    parts = [(bins == n) for n in range(BINS)]
    return float(sum(p.mean() * abs(sure[p].mean() - right[p].mean()) for p in parts if p.any()))


if __name__ == "__main__":
    sys.exit(main())
