"""The subject of a mail, which is its headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.tables.labels import MAIL_HEAD

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]

_SUBJECT: Final = re.compile(
    r"^(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|тема|主题|主旨|件名|제목) ?: ?(?=\S.{2})",
    re.IGNORECASE,
)
# Maximum characters of a subject.
_LONGEST: Final = 200
# Lines of a plain text in which the head of its mail is.
_TOP: Final = 8


def subjects(pages: Pages) -> Ints:
    """Return the rows of plain texts that state the subject of a mail, beside another line of its head."""
    here = np.arange(len(pages.lines))
    high = pages.is_plain[pages.document] & (here - pages.first[pages.document] < _TOP) & (pages.chars <= _LONGEST)
    heads = pages.holding(MAIL_HEAD, high)
    rows = pages.holding(_SUBJECT, high & pages.folded.beginning("sboaтä主件제"))
    first, last = pages.first[pages.document[rows]], pages.last[pages.document[rows]]
    beside = np.zeros(len(rows), bool)
    for step in (-2, -1, 1, 2):
        beside |= np.isin(rows + step, heads) & (rows + step >= first) & (rows + step < last)
    found: Ints = rows[beside]
    return found


def without_label(subject: str) -> str:
    """Return a subject without its label."""
    return _SUBJECT.sub("", subject, count=1)
