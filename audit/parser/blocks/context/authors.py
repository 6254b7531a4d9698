"""Author biographies: paragraphs about the author, above an article or right below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from audit.parser.blocks.context.rows import Flags, Rows

# Letters of such a paragraph at least, code points at most; of a paragraph of prose; and of an article.
_SHORTEST, _LONGEST, _PROSE, _ARTICLE = 60, 1200, 100, 500
# It stands above all prose, or with no more than this share of it below, and half of it above. (On pages of sites that
# the forest had not seen, 96 of 109 such paragraphs are none of the article's, and of the others most tell of an author
# as well; anywhere else on the page as many are the article's as not.)
_BELOW, _ABOVE = 0.08, 0.5
# A name, with what stands behind it.
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
# Nobody writes so of a thing.
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
    # Few lines come so far: they are looked at one by one.
    here = np.flatnonzero(content & has_furniture & place & sized)
    texts, folded = (rows.lines[name].gather(here).to_list() for name in ("text", "folded"))
    found = np.zeros(len(content), np.bool_)
    found[here] = [_tells(text, line) for text, line in zip(texts, folded, strict=True)]
    return found


def _tells(text: str, folded: str) -> bool:
    named = _NAMED.match(text)
    if named is None or not all(word[0].isupper() for word in named[1].split()):
        return False
    return bool(_IS.search(folded) and _PERSON.search(folded))
