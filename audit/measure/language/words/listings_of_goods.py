"""Lists of goods, menus and tables of a major language, which letters doubt: half of their words are names.

Names of brands and models fit no language, so that a shop's page fits English no better than texts in unknown languages
do. Its other words tell: they are English, and those of a relative or an unknown language mostly are not.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from audit.measure.language.identify import ENOUGH, UNDETERMINED, CandidateLanguage, Identification
from audit.measure.language.models.common_words import has_list
from audit.measure.language.models.prevalence import is_major
from audit.measure.language.segments import Pieces, beginnings
from audit.measure.language.words.short_words import lacks_short_words
from audit.measure.language.words.word_evidence import share_of_usual, words_of
from audit.text.classes import Points

# What the words of a list have of the usual share of known ones at least, how many times the share in another language
# that is, and the nats a letter by which the letters prefer the language. Of 1,802 passages in unknown languages whose
# letters fit a major one best, 70 have as much: pidgins and dialects, and none that was in doubt for another reason
# than its short words. Of 33 doubted English pages of shops and indexes 25 have.
_OF_USUAL: Final = 0.6
_TIMES: Final = 2.0
_LEAD: Final = 0.6
_CONFIDENCE: Final = 0.8
_READ: Final = 800


def name_listings(points: Points, content: Pieces, said: list[Identification]) -> list[Identification]:
    """Return the verdicts, with lists in the words of a major language named.

    `content` are the judged pieces.
    """
    made, counts = list(said), np.bincount(content.owner, content.letters, len(said)).tolist()
    asked = [number for number, verdict in enumerate(said) if _may_be_listing(verdict, counts[number])]
    for number, text in zip(asked, beginnings(points, content, asked, _READ), strict=True):
        first, second, *_ = candidates = made[number].candidates
        if _are_words_of(text, candidates):
            named = replace(made[number], tag=first.tag, runner_up=second.tag, fit=first.fit)
            made[number] = replace(named, confidence=_CONFIDENCE, reason=None)
    return made


def _may_be_listing(verdict: Identification, letters: float) -> bool:
    """Return whether letters prefer a major language clearly, but fit it too poorly."""
    is_doubted = verdict.tag == UNDETERMINED or verdict.confidence < _CONFIDENCE
    if letters < ENOUGH or not is_doubted or not verdict.candidates:
        return False
    # Every script with candidates has several languages.
    first, second = verdict.candidates[:2]
    is_first = verdict.tag in (first.tag, UNDETERMINED)
    return is_first and is_major(first.tag) and second.behind - first.behind >= _LEAD * letters


def _are_words_of(text: str, candidates: tuple[CandidateLanguage, ...]) -> bool:
    """Return whether the words of a text are those of the first language, and not of another."""
    first, words = candidates[0].tag, words_of(text)
    own = share_of_usual(words, first)
    others = (share_of_usual(words, other.tag) for other in candidates[1:] if has_list(other.tag))
    return own >= max(_OF_USUAL, _TIMES * max(others, default=0.0)) and not lacks_short_words(text, first)
