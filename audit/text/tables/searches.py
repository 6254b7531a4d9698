"""Vocabulary of product search queries and of the sentences around them, folded as by audit.text.fold.fold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from audit.text.tables import phrases, rows

HAN_END_WORDS: Final = frozenset(phrases("searches", "han_end_words"))
SHORTENED: Final = frozenset(phrases("searches", "shortened"))
ENGLISH, JAPANESE, KOREAN = "en", "ja", "ko"
# Languages besides Chinese whose searches are known.
LANGUAGES: Final = (ENGLISH, "de", "es", "fr", "pt", "ru", KOREAN, JAPANESE)
# Words of English before a noun, besides prepositions; and words that begin no noun phrase.
_ARTICLES: Final = ("a", "an", "the")
_JOINING: Final = ("and", "or")
_POSSESSIVES: Final = ("my", "our", "your", "its", "their", "every")
# Function words that English search phrases contain between others.
_WITHIN: Final = ("for", "in", "with", "without", "on", "per", "at", "from", "by", "how", "no", "under", "off")
_BEFORE_VERBS: Final = ("to", "and", "or", "you", "we", "they", "i")


@dataclass(frozen=True, slots=True)
class SearchWords:
    """Words of a language, as they meet in searches and around them.

    `grammar`: function words, of which queries contain only those `within`; `offering`: verbs that offers begin with;
    `before_nouns`, `no_noun_phrase`: what needs a noun behind it, and what begins none; `resuming`: what goes on after
    a noun; `markers` and `before_verbs` stand before the base form of a verb. `past` and `third_person` are endings of
    verbs, `inflected` of words that are bound to their sentence. `has_noun_capitals`: capitals do not tell names, but
    small letters planted nouns, besides the words of wares that are `plain`, no nouns; `is_spaced`: blanks part words.
    """

    language: str
    begin: frozenset[str]
    end: frozenset[str]
    offering: frozenset[str]
    reader: frozenset[str]
    within: frozenset[str]
    articles: frozenset[str]
    joining: frozenset[str]
    clause: frozenset[str]
    verbs: frozenset[str]
    grammar: frozenset[str]
    units: frozenset[str]
    before_nouns: frozenset[str]
    no_noun_phrase: frozenset[str]
    resuming: frozenset[str]
    before_verbs: frozenset[str]
    licensing: frozenset[str]
    markers: tuple[str, ...]
    past: tuple[str, ...]
    third_person: tuple[str, ...]
    inflected: tuple[str, ...]
    has_noun_capitals: bool = False
    is_spaced: bool = True
    plain: frozenset[str] = frozenset()


@cache
def search_words(language: str) -> SearchWords:
    """Return the words of one of LANGUAGES."""
    return _english() if language == ENGLISH else _other(language)


def product_words(language: str) -> dict[str, int]:
    """Return the folded words of wares and services of a language with weights.

    Weights are tenths of the negative decimal logarithm of the share of clean paragraphs with the word, at most 40
    (tests/derive/derive_wares.py). Names of places weigh nothing: they belong to a passage, but do not make one.
    """
    told = ((weight, words) for own, weight, words in rows("wares.tsv") if own == language)
    return {word: int(weight) for weight, words in told for word in words.split(",")}


def _english() -> SearchWords:
    lists = {
        "end_words": frozenset(phrases("searches", "end_words")),
        "begin_words": frozenset(phrases("searches", "begin_words")),
        "grammar": frozenset(phrases("searches", "grammar")),
        "determiners": frozenset(phrases("searches", "determiners")),
        "verbs_behind": frozenset(phrases("searches", "verbs_behind")),
        "reader": frozenset(phrases("searches", "reader")),
        "clause_words": frozenset(phrases("searches", "clause_words")),
        "verbs": frozenset(phrases("searches", "verbs")),
        "units": frozenset(phrases("searches", "units")),
        "prepositions": frozenset(phrases("searches", "prepositions")),
        "acquiring": frozenset(phrases("searches", "acquiring")),
        "offering": frozenset(phrases("searches", "offering")),
    }
    determiners, grammar, within = lists["determiners"], lists["grammar"], frozenset(_WITHIN)
    clause, joining = lists["clause_words"], frozenset(_JOINING)
    offering = lists["acquiring"] | lists["offering"]
    return SearchWords(
        ENGLISH, lists["begin_words"] | offering, lists["end_words"], offering, lists["reader"], within,
        frozenset(_ARTICLES), joining, clause, lists["verbs"], grammar, lists["units"],
        before_nouns=lists["prepositions"] | {*_ARTICLES, *_POSSESSIVES},
        no_noun_phrase=(
            lists["prepositions"] | lists["verbs"] | (lists["verbs_behind"] - determiners) | joining | {"but"}
        ),
        resuming=grammar | determiners | within | clause,
        before_verbs=clause | {*_BEFORE_VERBS}, licensing=clause | {"to"}, markers=("to", "can"), past=("ed",),
        third_person=("s",), inflected=(),
    )  # fmt: skip


def _other(language: str) -> SearchWords:
    def listed(name: str) -> frozenset[str]:
        return told.get(name, frozenset())

    told = {name: frozenset(words.split()) for own, name, words in rows("searches_abroad.tsv") if own == language}
    grammar = frozenset(word for own, words in rows("words.tsv") if own == language for word in words.split())
    grammar |= listed("articles") | listed("joining") | listed("clause") | listed("prepositions")
    bound = listed("prepositions") | listed("joining") | listed("clause")
    return SearchWords(
        language, listed("offers") | listed("verbs_of_offers"), listed("offers") | listed("verbs_of_offers"),
        listed("verbs_of_offers"), listed("reader"), listed("within"), listed("articles"), listed("joining"),
        listed("clause"), listed("verbs"), grammar, listed("units"),
        before_nouns=listed("prepositions") | listed("articles"), no_noun_phrase=bound | listed("verbs"),
        resuming=grammar, before_verbs=frozenset(), licensing=bound | listed("verbs"), markers=(),
        past=tuple(sorted(listed("past"))), third_person=(), inflected=tuple(sorted(listed("inflected"))),
        has_noun_capitals=language == "de", is_spaced=language != JAPANESE,
        plain=listed("plain"),
    )  # fmt: skip
