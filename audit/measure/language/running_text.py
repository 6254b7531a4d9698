"""Running text with many signs, as opposed to code: chat with times and names, Markdown, forms."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from audit.measure.language.models.function_words import function_words
from audit.text.classes import Points, text_of

# Of the words in chat and Markdown one in five is a function word, in Python with docstrings one in twenty; nine in ten
# consist of letters, in Python six.
_MIN_COMMON: Final = 0.12
_MIN_PLAIN: Final = 0.87
_FEW: Final = 6
# Words inspected.
_READ: Final = 4_000
_EDGES: Final = ".,;:!?\"'()[]{}<>*_`~#|-–—«»“”„‘’¿¡।،؛؟"
_APOSTROPHES: Final = {ord("'"): None, ord("’"): None}
# The lines between the rows of a table, in which bars part words, and hyphens the names of keys.
_RULED: Final = re.compile(r"[+|](?:[-=]{2,}[+|])+")
_OF_TABLES: Final = {ord("|"): " ", ord("-"): None}
# Parts of Markdown and chat that are not prose: listings, inline code, link targets, ticks; times, speakers, system
# messages.
_UNSAID: Final = re.compile(
    r"(?ms)^(```|~~~).*?^\1|`[^`\n]*`|\]\([^()\n]*\)|\[[ xX]\]"
    r"|^(?:[\[(]?\d\d?:\d\d(?::\d\d)?[\])]?[ \t]*)?(?:<[^<>\n]{1,32}>|-!-[^\n]*|\*\*\* [^\n]*)"
    r"|\b\d\d?:\d\d(?::\d\d)?\b[\])]? (?:<[^<>\n]{1,32}>|\* )"
)
# A label in the index of a site, with the number of its pages and the arrow that opens it: "► June (24)".
_COUNTED: Final = r"^[►▼▸▾][ \t]+|(?<=[\w.])[ \t]+\(\d{1,3}(?:[,.]?\d{3})*\)[ \t]*$"
# Markup of Markdown and forms: headings, lists, tables, boxes to tick, emphasis, links, blanks to fill in.
_MARKUP: Final = re.compile(
    r"(?m)^[ \t]*(?:#{1,6}(?= )|[-*+](?= )|>|[|:-][ |:-]+$)|\[[ xX]\]|\*\*?|~~|_{2,}(?:[./]_+)*|\||!?\[|\]\([^()\n]*\)"
    rf"|{_COUNTED}"
)
# What says that names and nouns without any function word are text: the line below the heads of a table, and counts.
_OF_NAMES: Final = re.compile(
    rf"(?m)^ {{0,3}}\|? *:?-{{2,}}:? *\|[ |:-]*$|^[ \t]*\+(?:[-=]{{2,}}\+){{2,}}[ \t]*$|{_COUNTED}"
)
_FEWEST_MARKS: Final = 3
# Maximum share of other signs in a text of headings and lists, whose words are nouns.
_SIGNS: Final = frozenset("{}()=<>;_\\|&$/+@^~%#[]")
_MAX_SIGNS: Final = 0.05
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
    text = text_of(points[:_READ]).casefold()
    said = _UNSAID.sub(" ", text)
    if _is_said(said, text, tag):
        return True
    return _RULED.search(said) is not None and _is_said(said.translate(_OF_TABLES), text, tag)


def _is_said(said: str, text: str, tag: str) -> bool:
    """Return whether what is said in a text (without listings and speakers) is words."""
    words = [word.strip(_EDGES) for word in said.split() if any(map(str.isalpha, word))]
    plain = sum(len(word) > 1 and word.translate(_APOSTROPHES).isalpha() for word in words)
    common = sum(word in _words(tag) for word in words)
    if len(words) < _FEW or plain < _MIN_PLAIN * len(words):
        return False
    may_be_names = common > 0 or _OF_NAMES.search(text) is not None
    return common >= _MIN_COMMON * len(words) or (may_be_names and _is_marked_up(text))


def _is_marked_up(text: str) -> bool:
    """Return whether a text has Markdown or blanks of a form, and hardly any sign beside these."""
    rest, marks = _MARKUP.subn(" ", _UNSAID.sub(lambda found: found[0] if found[0][0] in "[]" else " ", text))
    visible = "".join(rest.split())
    return marks >= _FEWEST_MARKS and sum(sign in _SIGNS for sign in visible) <= _MAX_SIGNS * len(visible)


@cache
def _words(tag: str) -> frozenset[str]:
    """Return the function words of a language, without single letters, which may be variables."""
    return frozenset(word for word in function_words()[tag] if len(word) > 1) - _OF_PROGRAMS
