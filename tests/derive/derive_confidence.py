"""Measure how ordinary text fits its language, and fit how sure a verdict is; write audit/text/tables/typical.tsv.

    CORPUS_AUDIT_SHARED=FOLDER python -m tests.derive.derive_confidence UDHR DJANGO LIBREOFFICE DEBIAN OUT

FOLDER/text/clean.parquet has the columns language and text, OUT is audit/text/tables/typical.tsv; the other folders are
those of derive_profiles. Profiles of our own are made anew from every second text, and asked for the others. Then
windows of 20 to 1,000 characters are drawn in known languages and in some three hundred that no profile is of, half of
which are kept back for the errors printed.
"""

from __future__ import annotations

import hashlib
import os
import random
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final
from unittest import mock

import numpy as np
import numpy.typing as npt
import polars as pl

from audit.kernels import derived
from audit.measure.language.identify import LONG, features
from audit.measure.language.models import derived_profiles
from audit.measure.language.models.derived_profiles import Typical
from audit.measure.language.models.profiles import COLUMNS, LANGUAGES, PRIOR, SCALE, scores
from audit.measure.language.words.word_evidence import MIN_USUAL, known_share, lacking, words_of
from audit.text.classes import codepoints
from audit.text.languages import SHIPPED, TAGS
from audit.text.scripts import SCRIPT, scripts
from tests.derive.derive_profiles import MUCH, Inputs, declared, kinds, rows
from tests.derive.derive_wiki_languages import sources
from tests.derive.logistic import Floats, error, fitted, lowered, sureness
from tests.derive.profile_sources import SOURCES, Source

MANUAL: Final = "manual"
LENGTHS: Final = (20, 50, 200, 1000)
WINDOWS: Final = 40
OF_UNKNOWN: Final = 5
RENAMED: Final = {"nb": "no", "nn": "no", "als": "sq", "cat": "ca"}
# Dialects of known languages under codes of their own: Quechua, Garre and Maay Somali, Swahili of the coast, Nigerian
# Fulfulde, Hausa, Guarani of Bolivia; Montenegrin, which its neighbours are read for; Bosnian in Cyrillic; and 068,
# which says that it is French and is none.
SAME: Final = re.compile("q[uvwx].|06[245]|057|063|fuv2|053|gnw|cnr|bos_cyrl|068")
# Those that are words of no other language here.
ENGLISH: Final = frozenset(
    {"the", "of", "and", "that", "for", "you", "this", "are", "with", "be", "not", "can", "if", "by"}
)
# Few documents are in a language that is not known here, but those that are must not pass for another: the curve is
# lowered until so many right verdicts on windows of two hundred characters are quiet.
MOST_QUIET: Final = 0.008
# Share of English little words from which a text in another language's corpus was left untranslated, and the length
# from which a window that is called English is a part of such a text.
UNTRANSLATED: Final = 0.08
ENOUGH: Final = 50
# A window of a manual that fits less is a table, or a listing.
PROSE: Final = 0.75
# Characters of which the words are looked at.
READ: Final = 800


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of text in a known language, or in one that no profile is of (None), and the code of its text."""

    language: str | None
    text: str
    length: int
    code: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The best language of a window, its nats, its lead, letters and words, and the share of known words."""

    window: Window
    best: str
    nats: float
    lead: float
    letters: int
    words: int
    known: float


def main(argv: list[str]) -> None:
    """Measure and fit; write the one, print the other."""
    inputs, digest = Inputs(*map(Path, argv[:4])), hashlib.sha256()
    with halved(inputs, digest) as halves:
        found = answers([*manuals(), *held_out(halves), *declarations(inputs.udhr)])
    typical = measured(found)
    head = "# language, nats a letter, share of known words: tests/derive/derive_confidence.py\n"
    head += f"# sha256 of the inputs of our own profiles: {digest.hexdigest()}\n"
    own = (f"{tag}\t{said.nats:.2f}\t{said.words:.2f}\n" for tag, said in sorted(typical.items()))
    Path(argv[4]).write_text(head + "".join(own), "utf-8")
    report(found, typical)


@contextmanager
def halved(inputs: Inputs, digest: hashlib._Hash) -> Iterator[dict[str, list[list[str]]]]:
    """Make our own profiles from every second text, while in use; the texts of each kind of each language."""
    halves = {tag: kinds(tag, inputs, digest) for tag in SOURCES}
    lines = "".join(line for tag, texts in halves.items() for line in rows(tag, [own[::2] for own in texts], MUCH // 2))
    # The model of these rows must not be kept as the program's own.
    made_by = hashlib.sha256(lines.encode()).hexdigest()
    with (
        mock.patch.object(derived_profiles, "_rows", return_value=[line.split("\t") for line in lines.splitlines()]),
        mock.patch.object(derived, "tables_digest", return_value=made_by),
    ):
        yield halves


def manuals() -> Iterator[Window]:
    """Yield windows of the texts in langdetect's languages."""
    path = Path(os.environ["CORPUS_AUDIT_SHARED"]) / "text" / "clean.parquet"
    rng = random.Random(1)
    for (tag,), group in sorted(pl.read_parquet(path).group_by("language", maintain_order=True), key=str):
        language = RENAMED.get(str(tag), str(tag))
        if language in LANGUAGES:
            texts = (own for own in group["text"].to_list() if language == "en" or not is_english(own))
            yield from windows(rng, language, "\n".join(texts), WINDOWS, MANUAL)


def held_out(halves: dict[str, list[list[str]]]) -> Iterator[Window]:
    """Yield windows of the texts that the halved profiles were not made from."""
    rng = random.Random(2)
    for tag, texts in halves.items():
        for own in texts:
            yield from windows(rng, tag, "\n".join(own[1::2]), WINDOWS // 2)


def declarations(folder: Path) -> Iterator[Window]:
    """Yield windows of the declaration in langdetect's languages, and in those that no profile is of."""
    rng, ours = random.Random(3), {code for source in SOURCES.values() for code in source.udhr}
    ours |= {code for *_, codes in sources() for code in codes.split()}
    shipped = {tag for among in SHIPPED.values() for tag in among}
    of_our_own = {*TAGS} - shipped
    for path in sorted(folder.glob("*.html")):
        said = re.search(r'lang="([^"-]*)', path.read_text("utf-8"))
        language = RENAMED.get(said[1], said[1]) if said else ""
        text = "\n".join(declared(folder, Source((path.stem,)), hashlib.sha256()))
        if path.stem not in ours and language not in of_our_own and not SAME.fullmatch(path.stem):
            known = language in shipped
            yield from windows(rng, language if known else None, text, WINDOWS if known else OF_UNKNOWN, path.stem)


def windows(rng: random.Random, tag: str | None, text: str, count: int, code: str = "") -> Iterator[Window]:
    """Yield windows of every length."""
    for length in LENGTHS:
        if len(text) > 2 * length:
            for at in (rng.randrange(len(text) - length) for _ in range(count)):
                yield Window(tag, text[at : at + length], length, code)


def is_english(text: str) -> bool:
    """Return whether a text holds so many little words of English that it was left untranslated."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return sum(word in ENGLISH for word in words) > UNTRANSLATED * len(words)


def answers(drawn: list[Window]) -> list[Answer]:
    """Return the best language of each window in a script of several languages."""
    points, edges = codepoints("".join(own.text for own in drawn)), np.cumsum([0, *(len(own.text) for own in drawn)])
    sums, read = scores(points, edges[:-1], edges[1:])
    columns_of = {SCRIPT[script]: columns for script, columns in COLUMNS.items()}
    made = []
    for row, window in enumerate(drawn):
        letters = np.bincount(scripts(points[edges[row] : edges[row + 1]]), minlength=2)
        letters[:2] = 0
        script = int(letters.argmax())
        if script in columns_of and letters[script]:
            columns = columns_of[script]
            own = sums[row, columns] + PRIOR[columns]
            first, second = np.argsort(-own, kind="stable")[:2]
            lead, count = float(own[first] - own[second]) / SCALE, min(int(letters[script]), int(read[row]))
            nats = float(sums[row, columns[first]]) / SCALE
            best, words = LANGUAGES[columns[first]], words_of(window.text[:READ])
            known = known_share(words, best) if words else 0.0
            made.append(Answer(window, best, nats, lead, max(1, count), len(words), known))
    return made


def measured(found: list[Answer]) -> dict[str, Typical]:
    """Return what is typical of each language: the medians of windows of 200 that were told."""
    told: dict[str, list[Answer]] = {tag: [] for tag in LANGUAGES}
    for own in found:
        if own.best == own.window.language and own.window.length == LENGTHS[2]:
            told[own.best].append(own)
    if untold := [tag for tag, those in told.items() if not those]:
        raise SystemExit(f"no window of these was told: {', '.join(untold)}")
    return {
        tag: Typical(median(own.nats / own.letters for own in those), median(own.known for own in those))
        for tag, those in told.items()
    }


def report(found: list[Answer], typical: dict[str, Typical]) -> None:
    """Print the fitted curve and, for texts that one like it was not fitted on, how many verdicts it doubts."""
    kept = [own for own in found if is_prose(own, typical)]
    back = np.array([own.window.language is None and hash_of(own) for own in kept])
    right = np.array([own.best == own.window.language for own in kept], dtype=float)
    table = np.array([features_of(own, typical) for own in kept])
    long = np.array([own.letters >= LONG for own in kept])
    unknown = np.array([own.window.language is None for own in kept])
    told = (right == 1) & np.array([own.window.length == LENGTHS[2] for own in kept])

    def curve(of: npt.NDArray[np.bool_]) -> Floats:
        those = of & long
        return lowered(fitted(table[those], right[those], np.ones(those.sum())), table[told], MOST_QUIET, quiet=True)

    a, b, c, d = curve(np.ones(len(kept), dtype=bool)).tolist()
    print(f"logit: {a:.2f} + {b:.2f} lead a letter + {c:.2f} min(0, fit - 1) sqrt(letters) + {d:.2f} lacking words")
    sure = sureness(table, curve(~back))
    for length in LENGTHS[2:]:
        of = np.array([own.window.length == length for own in kept])
        known, other = of & ~unknown, of & back
        print(
            f"{length:>5} characters: right {right[known].mean():.4f}, error {error(sure[known], right[known]):.4f}; "
            f"right ones below .7 {(sure[known & (right == 1)] < 0.7).mean():.3f}, below .3 "
            f"{(sure[known & (right == 1)] < 0.3).mean():.4f}; unknown ones below .7 "
            f"{(sure[other] < 0.7).mean():.3f}, below .3 {(sure[other] < 0.3).mean():.3f}"
        )


def is_prose(own: Answer, typical: dict[str, Typical]) -> bool:
    """Return whether a window counts: of manuals, which are half tables and half English, not all do."""
    missed = own.best != own.window.language and own.window.length >= ENOUGH
    return own.window.code != MANUAL or not (missed or own.nats / own.letters < PROSE * typical[own.best].nats)


def hash_of(own: Answer) -> bool:
    """Return one of two halves for a language that no profile is of."""
    return hashlib.sha256(own.window.code.encode()).digest()[0] % 2 == 1


def features_of(own: Answer, typical: dict[str, Typical]) -> tuple[float, ...]:
    """Return what the curve is fitted on."""
    usual = typical[own.best]
    lack = lacking(own.known / max(MIN_USUAL, usual.words), own.words)
    return features(own.letters, own.nats / own.letters / usual.nats, own.lead, lack)


if __name__ == "__main__":
    main(sys.argv[1:])
