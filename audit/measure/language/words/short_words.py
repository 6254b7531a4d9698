"""Short words that a language lacks: the sign of a relative that fits its letters, as Aragonese fits those of Spanish.

Nearly all short words of a language are among its most frequent ones, which are listed. Names are written with a
capital, and names of programs and commands are English or the same again and again.
"""

from __future__ import annotations

import re
from typing import Final

from audit.measure.language.models.common_words import has_list
from audit.measure.language.words.word_answers import known_in
from audit.text.languages import AMONG

# Short words between spaces and ordinary punctuation: not parts of addresses, file names and options. Vowels are marks
# in Devanagari and Bengali, and count.
_MARKS: Final = "\u064b-\u0655\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc\u09be-\u09cd\u200c"
_LETTER: Final = r"[^\W\d_]"
# It begins with a sign, the blank before the text included, so that Python's engine looks for those alone.
_BETWEEN: Final = r"""[\s'’ʼ"“„«(]({letters}{{1,5}})(?=[.,;:!?…"”“»)।؟،؛]*(?:\s|$)|['’ʼ])"""
_SHORT: Final = re.compile(_BETWEEN.format(letters=_LETTER))
_SHORT_WITH_MARKS: Final = re.compile(_BETWEEN.format(letters=f"(?:{_LETTER}[{_MARKS}]*)"))
_MARK: Final = re.compile(f"[{_MARKS}]")
_CODE_POINTS: Final = range(2, 6)
# What is spoken of Arabic is Arabic, and Hebrew writes two words as one.
_ASKED: Final = frozenset((*AMONG["Latn"], *AMONG["Cyrl"], "fa", "ur", "hi", "bn"))
# Least number and share of distinct short words that are not listed: of 7,012 paragraphs in their own language 0.5 %
# have as many, mostly tables; of translated messages, which are full of abbreviations, 1.5 %; in relatives half.
_SEVERAL: Final = 4
_MANY: Final = 0.25
_PROGRAMS: Final = "en"


def lacks_short_words(text: str, language: str) -> bool:
    """Return whether many short words of a text are unknown in a language; False if its words are not listed."""
    if language not in _ASKED or not has_list(language):
        return False
    in_ascii = language in AMONG["Latn"]
    own, programs = known_in(language), known_in(_PROGRAMS)
    pattern = _SHORT_WITH_MARKS if _MARK.search(text) else _SHORT
    short = [word for word in set(pattern.findall(f" {text}")) if word == word.lower() and len(word) in _CODE_POINTS]
    asked = [word for word in short if in_ascii or not word.isascii()]
    strange = sum(not own[word] and not programs[word] for word in asked)
    return strange >= max(_SEVERAL, _MANY * len(asked))
