"""Running text with many signs, as opposed to code: chat with times and names, Markdown, forms."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from audit.measure.language.models.function_words import little_words
from audit.text.classes import Points

# Of the words in chat and Markdown one in five is a function word, in Python with docstrings one in twenty; nine in ten
# consist of letters, in Python six.
_MIN_COMMON: Final = 0.12
_MIN_PLAIN: Final = 0.87
_FEW: Final = 6
# Words inspected.
_READ: Final = 4_000
_EDGES: Final = ".,;:!?\"'()[]{}<>*_`~#|-–—«»“”„‘’¿¡।،؛؟"
# Parts of Markdown and chat that are not prose: listings, inline code, link targets; times, speakers, system messages.
_UNSAID: Final = re.compile(
    r"(?ms)^(```|~~~).*?^\1|`[^`\n]*`|\]\([^()\n]*\)"
    r"|^(?:[\[(]?\d\d?:\d\d(?::\d\d)?[\])]?[ \t]*)?(?:<[^<>\n]{1,32}>|-!-[^\n]*|\*\*\* [^\n]*)"
)
# Function words that are also keywords or variable names.
_OF_PROGRAMS: Final = frozenset(
    {
        *("and", "as", "assert", "by", "do", "else", "for", "from", "has", "if", "in", "is", "like", "new", "no"),
        *("not", "of", "on", "or", "out", "then", "this", "to", "try", "use", "when", "where", "while", "with"),
        *("con", "den", "der", "des", "die", "id", "int", "let", "log", "max", "min", "nr", "par", "sin", "str", "val"),
        *("var", "be", "end", "def", "del", "pass", "all", "any", "sum", "add", "get", "set", "put"),
    }
)


def is_running_text(points: Points, tag: str) -> bool:
    """Return whether the tokens are words, with enough function words that are no keywords."""
    text = points[:_READ].tobytes().decode("utf-32-le", "replace").casefold()
    words = [word.strip(_EDGES) for word in _UNSAID.sub(" ", text).split() if any(map(str.isalpha, word))]
    plain = sum(word.isalpha() and len(word) > 1 for word in words)
    common = sum(word in _words(tag) for word in words)
    return len(words) >= _FEW and plain >= _MIN_PLAIN * len(words) and common >= _MIN_COMMON * len(words)


@cache
def _words(tag: str) -> frozenset[str]:
    """Return the function words of a language, without single letters, which may be variables."""
    return frozenset(word for word in little_words()[tag] if len(word) > 1) - _OF_PROGRAMS
