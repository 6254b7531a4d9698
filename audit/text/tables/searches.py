"""Vocabulary of product search queries and of the sentences around them, folded as by audit.text.fold.fold."""

from __future__ import annotations

from typing import Final

from audit.text.tables import phrases

END_WORDS: Final = frozenset(phrases("searches", "end_words"))
BEGIN_WORDS: Final = frozenset(phrases("searches", "begin_words"))
GRAMMAR: Final = frozenset(phrases("searches", "grammar"))
DETERMINERS: Final = frozenset(phrases("searches", "determiners"))
VERBS_BEHIND: Final = frozenset(phrases("searches", "verbs_behind"))
READER: Final = frozenset(phrases("searches", "reader"))
CLAUSE_WORDS: Final = frozenset(phrases("searches", "clause_words"))
VERBS: Final = frozenset(phrases("searches", "verbs"))
UNITS: Final = frozenset(phrases("searches", "units"))
_PREPOSITIONS: Final = frozenset(phrases("searches", "prepositions"))
# Words that a noun phrase follows, and words that begin none.
BEFORE_NOUNS: Final = _PREPOSITIONS | {"a", "an", "the", "my", "our", "your", "its", "their", "every"}
NO_NOUN_PHRASE: Final = _PREPOSITIONS | VERBS | (VERBS_BEHIND - DETERMINERS) | {"and", "or", "but"}
HAN_END_WORDS: Final = frozenset(phrases("searches", "han_end_words"))
