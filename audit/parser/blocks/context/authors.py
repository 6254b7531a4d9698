"""Author biographies: paragraphs about the author, above an article or right below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from audit.parser.blocks.context.rows import Flags, Rows

# Minimum letters and maximum code points of a biography; letters of a paragraph of prose, and of an article.
_SHORTEST, _LONGEST, _PROSE, _ARTICLE = 60, 1200, 100, 500
# Positions: above all prose, or with at most this share of it below and half of it above. (On pages of unseen sites, 96
# of 109 such paragraphs do not belong to the article, and most others describe an author as well; elsewhere on the page
# as many do as do not.)
_BELOW, _ABOVE = 0.08, 0.5
# A name with its continuation.
_NAMED: Final = re.compile(
    r"[(“\"]?(?:By )?([^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3})(?:,[^.]{1,40},)? (?:is|was|ist) "
)
_OCCUPATION: Final = (
    "writer|editor|reporter|journalist|correspondent|columnist|author|co-?founder|founder|ceo|director|photographer|"
    "manager|attorney|lawyer|consultant|analyst|strategist|blogger|contributor|researcher|expert|specialist|marketer|"
    "entrepreneur|producer|professor|lecturer|educator|coach|engineer|developer|designer|economist|advis[eo]r|"
    "winemaker|head|president|officer|partner|associate|fellow|scientist|filmmaker|novelist|historian|critic|"
    "storyteller|documentarian"
)
_IS: Final = re.compile(
    rf"(?:is|was) (?:an?|the|our|\S+['’]s?) (?:[\w'’&/+-]+ ){{0,6}}?(?:{_OCCUPATION})s?(?a:\b)|"
    r"ist (?:\w+ ){0,4}(?:redakteur|journalist|autor|reporter|korrespondent)(?:in)?(?a:\b)"
)
# Phrases used of persons only.
_PERSON: Final = re.compile(r"(?a:\b)(?:he|she|his|her|who|whose|er|sie|seine?|ihre?)(?a:\b)")


def is_about_author(rows: Rows, content: Flags, has_furniture: Flags) -> Flags:
    """Return which lines of `content` describe a person at a position usual for author biographies."""
    documents, letters = rows.documents, rows.letters
    prose = np.where(content & rows["sentence"] & (letters >= _PROSE), letters, 0)
    whole, above = documents.total(prose), documents.above(prose)
    below = whole - above - prose
    place = (above == 0) & (below >= _ARTICLE)
    place |= (below < _BELOW * whole) & (above > _ABOVE * whole) & (above >= _ARTICLE)
    sized = (letters >= _SHORTEST) & (rows["chars"] <= _LONGEST)
    # Few lines get here: they are tested one by one.
    here = np.flatnonzero(content & has_furniture & place & sized)
    texts, folded = (rows.texts(here, name) for name in ("text", "folded"))
    found = np.zeros(len(content), np.bool_)
    found[here] = [_tells(text, line) for text, line in zip(texts, folded, strict=True)]
    return found


def _tells(text: str, folded: str) -> bool:
    named = _NAMED.match(text)
    if named is None or not all(word[0].isupper() for word in named[1].split()):
        return False
    return bool(_IS.search(folded) and _PERSON.search(folded))
