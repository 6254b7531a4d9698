"""Fit how sure a verdict on a short text is, by its words; print the weights `_CALIBRATED_WITH_WORDS`.

    CORPUS_AUDIT_SHARED=FOLDER python -m tests.derive.derive_short_confidence UDHR DJANGO LIBREOFFICE DEBIAN

The folders are those of derive_confidence, and so are the windows; of those of 200 characters the first whole words, of
20 and of 50 characters, are judged by the program. The windows of known languages and the languages that no profile is
of are halved: the errors printed for each half are those of a curve fitted on the other one, the weights are fitted on
both. The same inputs, whose hash is printed, give the same weights.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from unittest import mock

import numpy as np

from audit.measure.language.identify import features
from audit.measure.language.words import word_evidence
from tests.derive.derive_confidence import MANUAL, Window, declarations, halved, held_out, manuals
from tests.derive.derive_profiles import Inputs
from tests.derive.logistic import LOUD, Floats, fitted, lowered, sureness
from tests.measure.language.measured_texts import batch

LENGTHS: Final = (20, 50)
DRAWN: Final = 200
# A language that no profile is of must not pass for another: of their texts of 20 letters that the words are asked of,
# no more do; some of these are in languages that any bound takes for the one they stem from, as Kituba for Kongo.
MOST_LOUD: Final = 0.06
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
    inputs, digest = Inputs(*map(Path, argv[:4])), hashlib.sha256()
    digest.update((Path(os.environ["CORPUS_AUDIT_SHARED"]) / "text" / "clean.parquet").read_bytes())
    with halved(inputs, digest) as halves:
        drawn = [*manuals(), *held_out(halves), *declarations(inputs.udhr)]
        found = [*judged([*shortened(drawn)])]
    print(f"sha256 of the inputs: {digest.hexdigest()}")
    for half in (False, True):
        report(
            [own for own in found if half_of(own) == half], fitted_on([own for own in found if half_of(own) != half])
        )
    print("_CALIBRATED_WITH_WORDS =", tuple(round(weight, 2) for weight in fitted_on(found).tolist()))


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

        def asking(
            letters: int, fit: float, lead: float, share: float, asked: dict[float, tuple[float, ...]] = asked
        ) -> float:
            # A confidence that says which call it is of.
            number = 1 - (len(asked) + 1) / 2**24
            asked[number] = features(letters, fit, lead, share)
            return number

        with mock.patch.object(word_evidence, "confidence_with_words", asking):
            columns = batch(*(window.text for window in part)).columns
        for window, tag, sure in zip(
            part, columns["language"].to_pylist(), columns["language_confidence"].to_pylist(), strict=True
        ):
            if sure in asked:
                yield Judged(window, tag, asked[sure])


def half_of(own: Judged) -> bool:
    """Return one of two halves: of the windows of a known language, else of the languages."""
    kept = own.window.text if own.window.language else own.window.code
    return hashlib.sha256(kept.encode()).digest()[0] % 2 == 1


def fitted_on(found: Sequence[Judged]) -> Floats:
    """Return the weights, the first lowered until few languages that no profile is of pass for another."""
    table, right = np.array([own.of_words for own in found]), np.array([own.is_right for own in found], dtype=float)
    weights = fitted(table, right, evenly(found))
    unknown = np.array([own.window.language is None and own.window.length == LENGTHS[0] for own in found])
    return lowered(weights, table[unknown], MOST_LOUD, quiet=False)


def evenly(found: Sequence[Judged]) -> Floats:
    """Return weights by which manuals, other texts and unknown languages count the same, whatever their numbers."""
    kinds = np.array([2 if own.window.language is None else own.window.code == MANUAL for own in found])
    even: Floats = len(found) / np.bincount(kinds)[kinds]
    return even / len(set(kinds.tolist()))


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
