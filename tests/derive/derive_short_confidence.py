"""Fit how sure a verdict on a short text is, by its words; print the weights `_CALIBRATED_WITH_WORDS`.

    CORPUS_AUDIT_SHARED=FOLDER python -m tests.derive.derive_short_confidence UDHR MEDIAWIKI

The folders are those of derive_usual_words. Windows are drawn from manuals and declarations as by derive_confidence,
and from the messages of a wiki in languages whose profile is not made from these; of those of 200 characters the first
whole words, of 20 and of 50 characters, are judged by the program. The windows of known languages and the languages
that no profile is of are halved: the errors printed for each half are those of a curve fitted on the other one, the
weights are fitted on both. The same inputs, whose hash is printed, give the same weights.
"""

from __future__ import annotations

import hashlib
import os
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from unittest import mock

import numpy as np

from audit.measure.language.identify import features
from audit.measure.language.models.common_words import is_of_wiki
from audit.measure.language.words import word_evidence
from audit.text.languages import AMONG
from tests.derive.derive_confidence import MANUAL, WINDOWS, Window, declarations, manuals, windows
from tests.derive.derive_usual_words import CODES
from tests.derive.derive_wiki_languages import said
from tests.derive.logistic import LOUD, Floats, fitted, lowered, sureness
from tests.measure.language.measured_texts import batch

LENGTHS: Final = (20, 50)
DRAWN: Final = 200
# A language that no profile is of must not pass for another: of their texts of 20 letters that the words are asked of,
# no more do; some of these are in languages that any bound takes for the one they stem from, as Kituba for Kongo.
MOST_LOUD: Final = 0.05
# How often such a text counts.
OF_UNKNOWN: Final = 2.0
AT_ONCE: Final = 3000
MACRO: Final = {"hr": frozenset({"hr", "bs", "sr-Latn"})}


@dataclass(frozen=True, slots=True)
class Judged:
    """A window, the language named, and what the curve is fitted on."""

    window: Window
    tag: str
    of_words: tuple[float, ...]

    @property
    def is_right(self) -> bool:
        """Whether the language is the window's, or one that its text cannot be told from."""
        return self.tag.split("-")[0] == self.window.language or self.tag in MACRO.get(self.window.language or "", ())


def main(argv: list[str]) -> None:
    """Judge, fit and print."""
    (udhr, wiki), digest = map(Path, argv), hashlib.sha256()
    digest.update((Path(os.environ["CORPUS_AUDIT_SHARED"]) / "text" / "clean.parquet").read_bytes())
    found = [*judged([*shortened([*manuals(), *messages(wiki, digest), *declarations(udhr)])])]
    print(f"sha256 of the inputs: {digest.hexdigest()}")
    for half in (False, True):
        report(
            [own for own in found if half_of(own) == half], fitted_on([own for own in found if half_of(own) != half])
        )
    print("_CALIBRATED_WITH_WORDS =", tuple(round(weight, 2) for weight in fitted_on(found).tolist()))


def messages(wiki: Path, digest: hashlib._Hash) -> Iterator[Window]:
    """Yield windows of the messages in the languages that are not known by them."""
    rng = random.Random(4)
    for tag in (tag for among in AMONG.values() for tag in among if not is_of_wiki(tag)):
        yield from windows(rng, tag, "\n".join(said(wiki, CODES.get(tag, tag), digest)), WINDOWS)


def shortened(drawn: Sequence[Window]) -> Iterator[Window]:
    """Yield the first whole words of windows, of at least each length."""
    for window in drawn:
        _, _, text = window.text.partition(" ")
        for length in LENGTHS if window.length == DRAWN else ():
            end = text.find(" ", length)
            if end > 0:
                yield Window(window.language, text[:end], length, window.code)


def judged(windows: Sequence[Window]) -> Iterator[Judged]:
    """Yield the windows whose language the words have a say in; the others are as sure as they are."""
    for first in range(0, len(windows), AT_ONCE):
        part, asked = windows[first : first + AT_ONCE], dict[float, tuple[float, ...]]()

        def asking(*told: float, asked: dict[float, tuple[float, ...]] = asked) -> float:
            # A confidence that says which call it is of.
            number = 1 - (len(asked) + 1) / 2**24
            letters, fit, lead, distinctive, preference = told
            asked[number] = (*features(int(letters), fit, lead, distinctive), preference)
            return number

        with mock.patch.object(word_evidence, "confidence_with_words", asking):
            columns = batch(*(window.text for window in part)).columns
        for window, tag, sure in zip(
            part, columns["language"].to_pylist(), columns["language_confidence"].to_pylist(), strict=True
        ):
            # What a manual has in English was left untranslated.
            if sure in asked and not (window.code == MANUAL and tag == "en" != window.language):
                yield Judged(window, tag, asked[sure])


def half_of(own: Judged) -> bool:
    """Return one of two halves: of the windows of a known language, else of the languages."""
    kept = own.window.text if own.window.language else own.window.code
    return hashlib.sha256(kept.encode()).digest()[0] % 2 == 1


def fitted_on(found: Sequence[Judged]) -> Floats:
    """Return the weights, the first lowered until few languages that no profile is of pass for another."""
    table, right = np.array([own.of_words for own in found]), np.array([own.is_right for own in found], dtype=float)
    unknown, short = (
        np.array([own.window.language is None for own in found]),
        np.array([own.window.length == LENGTHS[0] for own in found]),
    )
    weights = fitted(table, right, np.where(unknown, OF_UNKNOWN, 1.0))
    return lowered(weights, table[unknown & short], MOST_LOUD, quiet=False)


def report(found: Sequence[Judged], weights: Floats) -> None:
    """Print how often known and unknown languages are named wrongly with confidence, and rightly without."""
    for length in LENGTHS:
        for kind, is_known in (("known", True), ("unknown", False)):
            own = [one for one in found if one.window.length == length and bool(one.window.language) == is_known]
            loud = sureness(np.array([one.of_words for one in own]), weights) >= LOUD
            right = np.array([one.is_right for one in own])
            print(
                f"{length:>3} characters, {kind:>7}: {len(own)} windows, right {right.mean():.4f}, "
                f"wrong and loud {(loud & ~right).mean():.4f}, right and quiet {(right & ~loud).mean():.4f}"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
