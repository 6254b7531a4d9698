"""Grammar of English sentences with product words: which passages are their parts, and cannot be planted in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from audit.measure.spun.sentence_words import SentenceWords
from audit.text.tables.searches import (
    BEFORE_NOUNS,
    BEGIN_WORDS,
    COUNTING,
    DETERMINERS,
    END_WORDS,
    NO_NOUN_PHRASE,
    VERBS,
)

# Function words that search phrases contain between others.
WITHIN: Final = frozenset(
    ("for", "in", "with", "without", "on", "per", "at", "from", "by", "how", "no", "under", "off")
)
# Unknown content words in a run from which it is a clause ("workshops near Falkau hung bicycle lamps"), unless its
# first or last word is typical of searches.
_A_CLAUSE: Final = 2
# Letters of "fed", "need", which resemble past tense verbs.
_SHORTEST_VERB: Final = 4
# First and last word.
_Run = tuple[int, int]


def _new_words(words: SentenceWords, known: Mapping[int, int], run: _Run) -> int:
    """Return the number of unknown content words in a run."""
    return sum(at not in known and words.word(at) not in WITHIN for at in range(run[0], run[1] + 1))


def is_clause(words: SentenceWords, known: Mapping[int, int], run: _Run) -> bool:
    """Return whether a run is a clause: plural and verb, "by" and participle, or unknown words without a search's."""
    # "training programs hire"
    if words.word(run[1]) in BEGIN_WORDS and run[1] > run[0] and words.word(run[1] - 1).endswith("s"):
        return True
    if any(words.word(at) == "by" and words.word(at + 1).endswith("ing") for at in range(run[0], run[1])):
        return True
    is_search = words.word(run[0]) in BEGIN_WORDS or words.word(run[1]) in END_WORDS
    return not is_search and _new_words(words, known, run) >= _A_CLAUSE


def belongs(words: SentenceWords, known: Mapping[int, int], run: _Run) -> bool:
    """Return whether a passage belongs to its sentence: by a verb, as a topic, or because a gap is left without it."""
    is_object = words.word(run[0] - 1) in VERBS
    return is_object or _says(words, known, run) or _leaves_gap(words, run) or _is_topic(words, run)


def _leaves_gap(words: SentenceWords, run: _Run) -> bool:
    """Return whether the word before a passage requires a noun phrase, and the word behind begins none ("of and")."""
    before, behind = words.word(run[0] - 1), words.word(run[1] + 1)
    return (before in BEFORE_NOUNS or before.endswith(("'s", "’s"))) and behind in NO_NOUN_PHRASE


def _says(words: SentenceWords, known: Mapping[int, int], run: _Run) -> bool:
    """Return whether a passage contains an unweighted verb, and thus belongs to the sentence."""
    return any(_is_verb(words.word(n)) and not known.get(n) for n in range(run[0], run[1] + 1))


def _is_topic(words: SentenceWords, run: _Run) -> bool:
    """Return whether two adjacent words of a passage occur elsewhere in the article, apart from the whole passage."""
    passage, body = words.text[words.spans[run[0]][0] : words.spans[run[1]][1]], words.article.body
    couples = (f"{words.word(n)} {words.word(n + 1)}" for n in range(run[0], run[1]))
    times = max(1, body.count(passage))
    return any(body.count(couple) > passage.count(couple) * times for couple in couples)


def is_determined(word: str) -> bool:
    """Return whether a word requires a following noun: determiner, number, possessive."""
    return word in DETERMINERS or word in COUNTING or word.isdigit() or word.endswith(("'s", "’s", "s'"))


def _is_verb(word: str) -> bool:
    """Return whether a word is a past tense verb, or a verb of trade."""
    return word in VERBS or (word.endswith("ed") and len(word) > _SHORTEST_VERB)
