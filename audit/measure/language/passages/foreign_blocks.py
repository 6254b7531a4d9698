"""Passages in another language than their document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import numpy as np

from audit.measure.language.character_kinds import HAN_KINDS, JAPANESE_KINDS, KIND, Counts
from audit.measure.language.identify import UNDETERMINED, Identification, fit_of, japanese_forms
from audit.measure.language.judged_text import PREVAILING, variant
from audit.measure.language.language_scores import ASKED, LanguageScores
from audit.measure.language.models.profiles import COLUMNS, LANGUAGES, PRIOR, SCALE
from audit.measure.language.passages.prose import are_commands, are_names, is_no_speech, is_prose, is_quoted
from audit.measure.language.segments import FAMILIES, FAMILY, Letters, Pieces, Worths, firsts
from audit.measure.language.spans import Mask, Spans, Texts
from audit.measure.language.words.word_evidence import share_of_usual, words_of
from audit.text.classes import Points, text_of
from audit.text.languages import AMONG
from audit.text.scripts import SCRIPT

SEVERAL: Final = "mul"
_SURE: Final = 0.95
_CONTRADICTED: Final = 0.4
# Minimum letters of a foreign passage, longer than names, brands and URLs.
_MIN_WORTH: Final = 50.0
# A Chinese paragraph with more Latin names than Chinese words is still Chinese: a foreign passage is entirely foreign.
# Likewise Latin names do not change the script of a passage.
_MIN_PURITY: Final = 0.9
_MIN_SHARE: Final = 0.6
_LATN: Final = FAMILY["Latn"]
# Required lead in nats of another language of the script, for a line and for a passage.
_MIN_LINE_MARGIN, _MIN_MARGIN = 20 * SCALE, 40 * SCALE
# Required fit relative to ordinary text, which lists of names and products lack.
_MIN_FIT: Final = 0.85
# Likewise its share of known words, relative to ordinary text: 98 in 100 passages of 120 characters have more.
_MIN_KNOWN: Final = 0.3
# Minimum number and share of variant-specific Han characters for the other variant.
_MIN_DECIDING, _MIN_DECIDED = 8, 0.8
# Japanese lists of names have no kana; with a smaller share of JIS X 0208 it is Chinese.
_JAPANESE_FORMS: Final = 0.93
# Nearly identical languages, which a passage cannot distinguish.
_ALIKE: Final = (
    frozenset({"da", "no"}), frozenset({"cs", "sk"}), frozenset({"hr", "sl"}), frozenset({"bg", "mk"}),
    frozenset({"af", "nl"}), frozenset({"id", "ms", "pmy"}),
)  # fmt: skip
_ZH: Final = FAMILY["zh"]
_COLUMN: Final = {tag: number for number, tag in enumerate(LANGUAGES)}
# Share of characters used only in Japan: none in Chinese, except ornamental の; one in 20 in Japanese place names.
_JAPANESE_SIGNS: Final = np.array([*JAPANESE_KINDS, KIND["Hira"]])
_MIN_JAPANESE: Final = 0.04
_MIN_JAPANESE_SIGNS: Final = 3
# Pieces whose scores are copied at once: a novel has a million.
_ROWS: Final = 1 << 8
# Below the score of any language with its prior.
_NEVER: Final = -(1 << 30)


@dataclass(frozen=True, slots=True)
class Foreign:
    """A passage in another language: BCP 47 tag, span in the text, letters and weight.

    Passages in boilerplate inside the article are no `content`: reported, but without a share of the body.
    """

    tag: str
    start: int
    end: int
    letters: int
    worth: float
    content: bool


def foreign(texts: Texts, spans: Spans, found: LanguageScores, tags: list[str]) -> list[tuple[Foreign, ...]]:
    """Return the passages of each document in another language than its tag, in order.

    A passage is a block, or those of its lines that have one language.
    """
    made: list[list[Foreign]] = [[] for _ in tags]
    passages = found.joined(firsts(_labels(found, tags)))
    for row in np.flatnonzero(_candidates(passages, tags)).tolist():
        owner = int(passages.pieces.owner[row])
        if _is_said(texts.points, spans, passages, row, tags[owner]):
            made[owner].append(_foreign(texts, spans, passages, row))
    return [tuple(others) for others in made]


def settled(verdict: Identification, others: Sequence[Foreign], worth: float) -> Identification:
    """Return `mul` if passages in other languages have so much of the weight that none is the main one.

    Traditional and simplified Chinese count as one language. If one of the others would be the main one, passages and
    document contradict each other, as in a language that is not known: the verdict is uncertain.
    """
    if not others:
        return verdict
    strangers = [o for o in others if o.content and _primary(o.tag) != _primary(verdict.tag)]
    worths = {
        tag: sum(other.worth for other in strangers if other.tag == tag) for tag in sorted({o.tag for o in strangers})
    }
    if sum(worths.values()) <= (1 - PREVAILING) * max(1.0, worth):
        return verdict
    rival = max(worths, key=worths.__getitem__)
    if worths[rival] >= PREVAILING * worth:
        return replace(verdict, confidence=min(verdict.confidence, _CONTRADICTED), runner_up=rival)
    return replace(verdict, tag=SEVERAL, confidence=_SURE)


def _primary(tag: str) -> str:
    """Return the language of a tag; written Cantonese counts as Chinese."""
    primary = tag.partition("-")[0]
    return "zh" if primary == "yue" else primary


@cache
def _home(tag: str) -> str:
    """Return the family of a language; none for non-languages."""
    script = next((script for script, among in AMONG.items() if tag in among), _primary(tag))
    return script if script in FAMILY else ""


def _homes(tags: list[str]) -> Letters:
    return np.array([FAMILY.get(_home(tag), -1) for tag in tags], dtype=np.int64)


def _labels(found: LanguageScores, tags: list[str]) -> Letters:
    """Return a label per piece; equal neighbours in one block form a passage."""
    own, kin = found.pieces, np.zeros(len(found.letters), dtype=np.int64)
    hans, hant = variant(own.counts)
    kin[(own.families == _ZH) & (hant > hans)] = 1
    same, best, margin = _departures(found, tags)
    kin = np.where(same & (margin >= _MIN_LINE_MARGIN), best + 1, kin)
    made: Letters = (own.span * len(FAMILIES) + own.families) * (len(LANGUAGES) + 1) + kin
    return made


def _departures(found: LanguageScores, tags: list[str]) -> tuple[Mask, Letters, Letters]:
    """Return which pieces are in their document's (multi-language) script, their best language, and its lead."""
    own = found.pieces
    home = _homes(tags)[own.owner]
    same = (own.families == home) & np.isin(home, ASKED)
    best, margin = np.zeros(len(same), dtype=np.int64), np.zeros(len(same), dtype=np.int64)
    for script, columns in COLUMNS.items():
        every = np.flatnonzero(same & (home == FAMILY[script]))
        # To add to whole rows is several times quicker than to pick their columns.
        prior = np.full(len(LANGUAGES), _NEVER, found.scores.dtype)
        prior[columns] = PRIOR[columns]
        for at in range(0, len(every), _ROWS):
            rows = every[at : at + _ROWS]
            best[rows] = (found.scores[found.rows[rows]] + prior).argmax(axis=1)
    mine = np.array([_COLUMN.get(tag, -1) for tag in tags], dtype=np.int64)[own.owner]
    rows = np.flatnonzero(same)
    scored = found.rows[rows]
    margin[rows] = found.scores[scored, best[rows]] - found.scores[scored, mine[rows]]
    return same, best, margin


def _candidates(passages: LanguageScores, tags: list[str]) -> Mask:
    """Return which passages may be in another script, another language of the script, or the other Han variant."""
    own = passages.pieces
    home = _homes(tags)[own.owner]
    worth = own.worths.sum(axis=1)
    pure = _is_pure(own, worth)
    hans, hant = variant(own.counts)
    is_hant = np.array([tag.endswith("-Hant") for tag in tags], dtype=bool)[own.owner]
    decided = np.where(is_hant, hans, hant) >= np.maximum(_MIN_DECIDING, _MIN_DECIDED * (hans + hant))
    same, _, margin = _departures(passages, tags)
    is_zh = (own.families == _ZH) & (home == _ZH)
    other = (own.families != home) & pure & ~(np.isin(own.families, ASKED) & own.by_machines)
    variants = is_zh & (decided | _is_japanese(own.counts))
    departs = same & (margin >= _MIN_MARGIN) & ~own.by_machines
    made: Mask = (home >= 0) & (worth >= _MIN_WORTH) & (other | variants | departs)
    return made


def _is_pure(own: Pieces, worth: Worths) -> Mask:
    """Return which passages are in a single script, ignoring Latin names."""
    main, latin = own.worths[np.arange(len(worth)), own.families], own.worths[:, _LATN]
    rest = np.where(own.families == _LATN, 0.0, latin)
    made: Mask = (main >= _MIN_PURITY * (worth - rest)) & (main >= _MIN_SHARE * worth)
    return made


def _is_japanese(counts: Counts) -> Mask:
    """Return whether text with little kana is Japanese, by characters used only in Japan."""
    signs = counts[:, _JAPANESE_SIGNS].sum(axis=1)
    made: Mask = signs >= np.maximum(_MIN_JAPANESE_SIGNS, _MIN_JAPANESE * counts[:, HAN_KINDS].sum(axis=1))
    return made


def _is_said(points: Points, spans: Spans, passages: LanguageScores, row: int, tag: str) -> bool:
    """Return whether a passage is prose in its language: no names, menus, or lists of places."""
    own = passages.pieces
    family, span, place = FAMILIES[own.families[row]], own.span[row], points[own.starts[row] : own.ends[row]]
    if is_no_speech(place, family):
        return False
    if family in AMONG:
        said = _tag(passages, row)
        if any({said, tag} <= group for group in _ALIKE) or not _fits(passages, row) or are_names(place, family):
            return False
        words = words_of(text_of(place))
        known = share_of_usual(words, said)
        # A creole shares the words of its language.
        least = max(_MIN_KNOWN, share_of_usual(words, tag) if tag in AMONG[family] else 0.0)
        if known < least or are_commands(words, said) or is_quoted(place, said, tag):
            return False
    if tag == "ja" and family == "zh" and japanese_forms(place) > _JAPANESE_FORMS:
        return False
    return bool(spans.content[span] and not spans.bare[span]) or is_prose(place, family)


def _fits(passages: LanguageScores, row: int) -> bool:
    """Return whether a passage in a multi-language script fits one of its languages, ignoring names."""
    script = FAMILIES[passages.pieces.families[row]]
    columns, own = COLUMNS[script], int(passages.pieces.scripts[row, SCRIPT[script]])
    best, letters = _best(passages, row, columns), min(own, int(passages.letters[row]))
    return fit_of(letters, LANGUAGES[best], float(passages.scores[passages.rows[row], best] / SCALE)) >= _MIN_FIT


def _best(passages: LanguageScores, row: int, columns: Letters) -> int:
    """Return the column of the best language of a passage."""
    return int(columns[(passages.scores[passages.rows[row], columns] + PRIOR[columns]).argmax()])


def _tag(passages: LanguageScores, row: int) -> str:
    family = FAMILIES[passages.pieces.families[row]]
    if family in AMONG:
        return LANGUAGES[_best(passages, row, COLUMNS[family])]
    if family == "zh":
        counts = passages.pieces.counts[row : row + 1]
        if _is_japanese(counts)[0]:
            return "ja"
        hans, hant = variant(counts)
        return "zh-Hant" if hant[0] > hans[0] else "zh-Hans"
    return family if family.islower() else f"{UNDETERMINED}-{family}"


def _foreign(texts: Texts, spans: Spans, passages: LanguageScores, row: int) -> Foreign:
    own = passages.pieces
    begin = int(texts.starts[own.owner[row]])
    return Foreign(
        _tag(passages, row),
        int(own.starts[row]) - begin,
        int(own.ends[row]) - begin,
        int(own.letters[row]),
        float(own.worths[row].sum()),
        bool(spans.content[own.span[row]]),
    )
