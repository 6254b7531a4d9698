"""Words around authors' names (labels, professions, particles), and words that no name contains: see people.tsv."""

from __future__ import annotations

import re
from typing import Final

from audit.parser.tables import lists, patterns
from audit.text.tables import rows

_LISTS, _PATTERNS = lists("people"), patterns("people")
BYLINE_LABELS: Final = frozenset(_LISTS["byline_labels"])
ONE_NAME_LABELS: Final = frozenset(_LISTS["one_name_labels"])
BY_GENRE: Final = re.compile(_PATTERNS["by_genre"])
BYLINE_LABEL: Final = re.compile(_PATTERNS["byline_label"])
LABELLED: Final = _PATTERNS["labelled"]
GLUED: Final = re.compile(_PATTERNS["glued"])
AFTER_DAY, BY_ENDS = re.compile(_PATTERNS["after_day"]), re.compile(_PATTERNS["by_ends"])
BY_FIRST: Final = re.compile(_PATTERNS["by_first"])
POSTED: Final = re.compile(_PATTERNS["posted"])
COUNTER: Final = _PATTERNS["counter"]
POSTER: Final = re.compile(_PATTERNS["poster"], re.IGNORECASE)
NOBODY: Final = re.compile(_PATTERNS["nobody"])
AGENCIES: Final = _LISTS["agencies"]
CREDIT_LINE: Final = re.compile(_PATTERNS["credit_line"])
ORIGINAL_WRITER: Final = re.compile(_PATTERNS["original_writer"])
ORIGINAL_ACCOUNT: Final = re.compile(_PATTERNS["original_account"])
POSTING_WRITER: Final = re.compile(_PATTERNS["posting_writer"])
POSTING_ACCOUNT: Final = re.compile(_PATTERNS["posting_account"])
FOLLOW, ACCOUNT_ID = re.compile(_PATTERNS["follow"]), re.compile(_PATTERNS["account_id"])
TOLD_AGAIN: Final = re.compile(_PATTERNS["told_again"])
WRITER_BEHIND: Final = re.compile(_PATTERNS["writer_behind"])
ROLE_FIRST: Final = re.compile(_PATTERNS["role_first"])
ROLE_INSIDE: Final = re.compile(_PATTERNS["role_inside"])
NAME_ENDS: Final = re.compile(_PATTERNS["name_ends"])
NO_WRITER: Final = re.compile(_PATTERNS["no_writer"], re.IGNORECASE)
ABOVE_ANOTHER: Final = re.compile(_PATTERNS["above_another"])
OF_A_WORK: Final = re.compile(_PATTERNS["of_a_work"])
IMPRINT: Final = re.compile(_PATTERNS["imprint"])
EMPLOYMENT: Final = re.compile(_PATTERNS["employment"], re.IGNORECASE)
AT_A_PLACE: Final = re.compile(_PATTERNS["at_a_place"])
OF_AN_OFFICE: Final = re.compile(_PATTERNS["of_an_office"])
INTRODUCED: Final = _LISTS["introduced"]
INTRODUCING: Final = _LISTS["introducing"]
PARTICLES: Final = frozenset(_LISTS["particles"])
JOINING: Final = frozenset((*_LISTS["joining"], *_LISTS["joining_capitals"]))
TRADE: Final = _PATTERNS["trade"]
TRADES: Final = re.compile(_PATTERNS["trades"])
ROLE_ALONE: Final = re.compile(_PATTERNS["role_alone"])
TRADE_ALONE: Final = re.compile(_PATTERNS["trade_alone"])
# Words that occur in no name although capitalised where bylines are.
NO_PERSON: Final = frozenset(word for _, words in rows("no_names.tsv") for word in words.split())


def names_nobody(line: str) -> bool:
    """Return whether all words of a line but the first, at least two, have small initials: By night we went."""
    first, *words = line.split()
    return first[0].isupper() and len(words) > 1 and all(word[0].islower() for word in words)
