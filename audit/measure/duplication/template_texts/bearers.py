"""Names of bearers at the edges of texts: whom a certificate, an award or a letter is for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.duplication import gaps as kernels
from audit.measure.duplication.template_texts.gaps import WIDE
from audit.measure.duplication.template_texts.kinds import surnames
from audit.measure.duplication.tokens.fold import CAPITAL, codes_of, fold
from audit.measure.duplication.tokens.hashing import distinct, starts_of

if TYPE_CHECKING:
    from audit.measure.duplication.template_texts.gaps import Gaps, MarkedTexts
    from audit.measure.duplication.tokens.hashing import U32, Bools

# Verbs of giving, and the word between one and a name. Sites say "subscribe to" and "reported by".
_GIVEN: Final = (
    "awarded presented issued given granted goes go handed conferred bestowed verliehen überreicht ausgestellt "
    "vergeben décerné décernée délivré délivrée remis remise attribué otorgado otorgada entregado entregada concedido "
    "concedida conferito conferita rilasciato rilasciata uitgereikt toegekend przyznano"
)
_TO: Final = "to on for an für à a al aan dla"
# Greetings at the head of a letter, and what stands between one and a name.
_DEAR: Final = (
    "dear liebe lieber geehrte geehrter cher chère estimado estimada querido querida caro cara gentile prezado prezada "
    "geachte beste kära kjære уважаемый уважаемая дорогой дорогая szanowny szanowna"
)
_TITLES: Final = "mr mrs ms miss dr prof frau herr madame monsieur señor señora signor signora senhor senhora pan pani"
# Characters beside the name of a writer, editor or photographer.
_CREDITS: Final = "者辑文摄源布员图校审订编报讯译"
# Characters of a Chinese name, and last ones of the name of a site or paper.
_OF_A_NAME: Final = (2, 3)
_SITES: Final = "网报社台刊界号站"


def are_of_bearers(texts: MarkedTexts, gaps: Gaps) -> Bools:
    """Return which gaps hold the names of bearers, on both sides.

    Either a verb of giving or a greeting leads to it, or the text begins, or its first words go on, with a Chinese name
    of two or three characters beside which no credit stands.
    """
    return _are_led_to(texts, gaps) | _are_chinese(texts, gaps)


def _are_led_to(texts: MarkedTexts, gaps: Gaps) -> Bools:
    last, before = (texts.codes[np.maximum(gaps.first - back, 0)] for back in (1, 2))
    given, to, dear, titles = _codes((_GIVEN, _TO, _DEAR, _TITLES))
    found: Bools = np.isin(last, to) & np.isin(before, given)
    found |= np.isin(last, dear) | (np.isin(last, titles) & np.isin(before, dear))
    is_capital = starts_of((texts.marks & CAPITAL) > 0)
    for first, size in ((gaps.first, gaps.size), (gaps.second, gaps.other_size)):
        found &= is_capital[first + size] > is_capital[first]
    return found


def _are_chinese(texts: MarkedTexts, gaps: Gaps) -> Bools:
    credits, sites = _codes((_CREDITS, _SITES))
    last = len(texts.codes) - 1
    found: Bools = gaps.edge == kernels.BEFORE
    for first, size in ((gaps.first, gaps.size), (gaps.second, gaps.other_size)):
        ends = first + size
        begin, end = texts.codes[np.minimum(first, last)], texts.codes[np.maximum(ends, 1) - 1]
        found &= (size >= _OF_A_NAME[0]) & (size <= _OF_A_NAME[1]) & np.isin(begin, surnames()) & ~np.isin(end, sites)
        after = texts.codes[np.minimum(ends, last)]
        found &= (after >= WIDE) & ~np.isin(after, credits)
        is_first = np.isin(first, texts.bounds)
        found &= is_first | ~np.isin(texts.codes[np.maximum(first, 1) - 1], credits)
    return found


@lru_cache(maxsize=2)
def _codes(texts: tuple[str, ...]) -> tuple[U32, ...]:
    """Return the codes of the words, or characters, of each text."""
    return tuple(distinct(codes_of(fold([text]))) for text in texts)
