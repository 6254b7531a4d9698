"""Closely related languages, distinguished by exclusive words and turns: Croatian, Serbian, Bosnian.

A Serbian text in Latin letters fits the Croatian profile as well as a Croatian one. Without such words the most
spoken one is reported as uncertain, with equally many of two languages with less confidence, and the next as runner-up.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import Final

from audit.measure.language.identify import Identification
from audit.measure.language.segments import Pieces, beginning
from audit.text.classes import Points
from audit.text.languages import NEAR
from audit.text.tables import rows

_WORD: Final = re.compile(r"[^\W\d_]+")
# The sign of a beginning of words, and the letters it has at least: what was one vowel is `e` in Serbian, `je` or `ije`
# in Croatian and Bosnian, in whatever form of the word (vrednost, vrijednost).
_AND_MORE: Final = "*"
_SHORTEST: Final = 5
# The same old vowel by its letters: Serbian has them at the seams of words alone (podjednak, sjedinjen, odjek, Sovjet).
_YAT: Final = re.compile(r"(?<!so)[cmpstv]je(?![dk])")
_OF_YAT: Final = frozenset({"hr", "bs"})
# What is said in several words: `with` before any letter but its own, a future of two words, and `da` with a verb in
# place of the infinitive, or to ask. Of 10,000 messages of programs in Croatian, Serbian and Bosnian 582, 24 and 187,
# 67, 2 and 24, 4, 868 and 360, and 16, 374 and 476 have these; of a wiki's 2,011, 2,053 and 1,728, none, 51 and 9 have
# a verb after `da` where one decides, begins, tries, goes on, succeeds or may.
_SAID: Final = (
    (_OF_YAT, re.compile(r"\bs (?=[^\W\d_szšž])|[aeiou]t ć(?:u|eš|e|emo|ete)\b")),
    (
        frozenset({"sr-Latn", "bs"}),
        re.compile(
            r"\b(?:mogu|mogao|mogl[aoie]|može(?:š|mo|te)?|žel[ei]|želi(?:m|š|mo|te)|hoć[ue]|hoće(?:š|mo|te)|mora(?:m|š|mo"
            r"|te|ju)?|treba(?:lo)?) da\b|\bda li\b"
            r"|\b(?:(?:odluči|poč(?:e|n|inj)|pokuša|nastav|usp(?:e|ije|io|jel))\w*|dozvolu)(?: \w{1,4}){0,2}"
            r" da (?!n|im|[bmsv]\w{0,2}\b|ova\b|taj\b)[^\W\d_]{3,}(?:[aei](?:m|š|mo|te)?|ju)\b"
        ),
    ),
)
# Code points inspected.
_READ: Final = 10_000
# What a word tells, and a turn, which tells less and once, since who writes it once always does.
_BY_WORD: Final = 2
_BY_TURN: Final = 1
# Required lead: of 750 Croatian pieces of 200 letters none was misidentified. The least spoken language shares each of
# its words but a few with one or the other, and a Croatian may write one Serbian word: it must lead by one more.
_SURELY: Final = 2 * _BY_WORD
_LEAST_SPOKEN: Final = _BY_WORD
_BY_ONE: Final = 0.8
# The confidence in the most spoken language if no word tells, as in half of the texts of fifty letters of each: it is
# as often another one. In a tie of telling words, it is the likelier one.
_OPEN: Final = 0.45
_TIED: Final = 0.65


def distinguish_near_languages(points: Points, content: Pieces, said: list[Identification]) -> list[Identification]:
    """Return the verdicts with near languages decided by their words; `content` are the judged pieces."""
    return [
        _by_words(beginning(points, content, number, _READ).casefold(), verdict) if verdict.tag in NEAR else verdict
        for number, verdict in enumerate(said)
    ]


def _by_words(text: str, verdict: Identification) -> Identification:
    near = NEAR[verdict.tag]
    found = Counter(dict.fromkeys(near, 0))
    for word in _WORD.findall(text):
        found.update(dict.fromkeys(_languages_of(word), _BY_WORD))
    for languages, said in _SAID:
        found.update(dict.fromkeys(languages if said.search(text) else (), _BY_TURN))
    is_told = any(found.values())
    found[near[-1]] -= _LEAST_SPOKEN
    first, second = sorted(near, key=lambda language: (-found[language], near.index(language)))[:2]
    lead = found[first] - found[second]
    if not is_told or (second == near[-1] and lead < _LEAST_SPOKEN):
        sure = _OPEN
    elif lead >= _SURELY:
        sure = 1.0
    else:
        sure = _BY_ONE if max(lead, found[first] * (first == near[0])) >= _BY_WORD else _TIED
    return replace(verdict, tag=first, confidence=sure * verdict.confidence, runner_up=second)


def _languages_of(word: str) -> frozenset[str]:
    """Return the languages that a word, a beginning of it or its old vowel is exclusive to."""
    forms = (word, *(f"{word[:size]}{_AND_MORE}" for size in range(_SHORTEST, len(word) + 1)))
    made = frozenset[str]().union(*(_telling().get(form, ()) for form in forms))
    return made or (_OF_YAT if _YAT.search(word) else made)


@cache
def _telling() -> dict[str, frozenset[str]]:
    """Return the languages of each word, or beginning of words, that not all near languages have."""
    made: dict[str, frozenset[str]] = {}
    for languages, words in rows("near.tsv"):
        for word in words.split(" "):
            made[word] = made.get(word, frozenset()) | frozenset(languages.split(" "))
    return made
