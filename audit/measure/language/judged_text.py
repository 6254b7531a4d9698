"""The evidence per document: which blocks count, their composition and scores."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, TypeVar

import numpy as np
import numpy.typing as npt

from audit.measure.language.character_kinds import HANS_KINDS, HANT_KINDS, Counts
from audit.measure.language.language_scores import ASKED, LanguageScores, add_scores
from audit.measure.language.listings.beside_code import sentences_beside_code
from audit.measure.language.listings.listed_documents import are_few_statements, are_listings, in_code_fences
from audit.measure.language.models.profiles import COLUMNS, LANGUAGES
from audit.measure.language.not_language import leans_to_code
from audit.measure.language.running_text import is_running_text
from audit.measure.language.segments import FAMILIES, Letters, Pieces, Worths, firsts, pieces_of
from audit.measure.language.spans import Mask, Spans, Texts
from audit.measure.language.system_messages import are_system_messages
from audit.measure.language.terms import sentences_with_terms

# What the sentences beside code decide.
_BY_DOCUMENT: Final = ("family", "own", "worth", "counts", "scores", "letters", "by_page")
S = TypeVar("S", bound=np.generic)

# Minimum weight of evidence: two Chinese characters, or a word and a half.
MIN_WORTH: Final = 6.0
# Share from which a language is the document's (the contract).
PREVAILING: Final = 0.7
# A mixed piece counts for each of its languages.
_GOOD_PART: Final = 0.2
# Code with a sentence of comment is code; an article with a listing is an article.
_MIN_PROSE: Final = 0.15
# A few figures next to a word are no table.
_FEW_SIGNS: Final = 24
# With fewer letters in the body, the surrounding text decides whether it is a scrap of code.
_SCRAP: Final = 300
# Also if the body is a small part of the text.
_MIN_KEPT: Final = 0.3


@dataclass(frozen=True)
class Judged:
    """The pieces judged; per document the main script family, its weight and the total, and sums over what counts.

    Pieces count if they have enough of the main family, except code beside prose. `by_page` are documents whose whole
    page decided the family because the body does not; `spoken` those judged by their sentences beside code.
    """

    pieces: Pieces
    family: Letters
    own: Worths
    worth: Worths
    counts: Counts
    scores: npt.NDArray[np.int64]
    letters: Letters
    by_machines: Mask
    by_page: Mask
    spoken: Mask


def judge(texts: Texts, spans: Spans, found: LanguageScores) -> Judged:
    """Return the evidence of each document in a batch: its content; for code, everything or the sentences beside it."""
    found = _without_listings(texts, found)
    documents, pieces = len(texts.starts), found.pieces
    machines = _machines(pieces)
    everything = pieces.worths.sum(axis=1)
    prose, worth = (summed(pieces.owner, w, documents) for w in (np.where(machines, 0.0, everything), everything))
    code = _is_code(pieces, machines, prose < np.maximum(MIN_WORTH, _MIN_PROSE * worth))
    made = _evidence(texts, spans, found, machines & ~code[pieces.owner])
    code |= _scraps(texts, spans, worth) & np.isin(made.family, ASKED)
    code &= ~_runs(texts, pieces, made.family, made.scores, code)
    code |= are_few_statements(texts, made.family) | are_listings(texts, pieces, made.family)
    spoken, said = sentences_beside_code(texts.points, pieces, code)
    if spoken.any():
        own = _evidence(texts, spans, found.only(said), np.zeros(said.sum(), dtype=bool))
        for name in _BY_DOCUMENT:
            getattr(made, name)[spoken] = getattr(own, name)[spoken]
    return replace(made, pieces=pieces.only(said | ~spoken[pieces.owner]), by_machines=code & ~spoken, spoken=spoken)


def _evidence(texts: Texts, spans: Spans, found: LanguageScores, without: Mask) -> Judged:
    """Return the evidence of each document, as of prose; pieces `without` which have no vote."""
    documents, pieces = len(texts.starts), found.pieces
    votes = np.where(without[:, None], 0.0, pieces.worths) if without.any() else pieces.worths
    totals = summed(pieces.owner, votes, documents)
    family, by_page = _families(texts, spans, totals)
    family = sentences_with_terms(texts.points, pieces, totals, family)
    own = votes[np.arange(len(votes)), family[pieces.owner]]
    main = (own > 0) & (own >= _GOOD_PART * pieces.worths.sum(axis=1))
    scored = main & (found.letters > 0)
    none = np.zeros(documents, dtype=bool)
    return Judged(
        pieces,
        family,
        totals[np.arange(documents), family],
        totals.sum(axis=1),
        summed(pieces.owner[main], pieces.counts[main], documents),
        _scores(found, scored, documents),
        summed(pieces.owner[scored], found.letters[scored], documents),
        none,
        by_page,
        none,
    )


def _without_listings(texts: Texts, found: LanguageScores) -> LanguageScores:
    """Return text outside of Markdown listings and chat messages; everything if nothing else is left."""
    listed = in_code_fences(texts.points, found.pieces) | are_system_messages(texts.points, found.pieces)
    if not listed.any():
        return found
    worth = np.where(listed, 0.0, found.pieces.worths.sum(axis=1))
    speaks = summed(found.pieces.owner, worth, len(texts.starts)) >= MIN_WORTH
    return found.only(~(listed & speaks[found.pieces.owner]))


def summed(owner: npt.NDArray[np.int64], rows: npt.NDArray[S], documents: int) -> npt.NDArray[S]:
    """Return the sums of rows per document; `owner` ascends."""
    made = np.zeros((documents, *rows.shape[1:]), dtype=rows.dtype)
    begin = firsts(owner)
    if len(begin):
        made[owner[begin]] = np.add.reduceat(rows, begin, axis=0, dtype=rows.dtype)
    return made


def _scores(found: LanguageScores, which: Mask, documents: int) -> npt.NDArray[np.int64]:
    """Return the sums of some pieces' scores per document."""
    rows, made = np.flatnonzero(which), np.zeros((documents, found.scores.shape[1]), np.int64)
    add_scores(made, found.pieces.owner[rows], found.scores, found.rows[rows])
    return made


def variant(counts: Counts) -> tuple[Letters, Letters]:
    """Return the numbers of characters specific to simplified and to traditional writing, row by row."""
    return counts[:, HANS_KINDS].sum(axis=1), counts[:, HANT_KINDS].sum(axis=1)


def _machines(found: Pieces) -> Mask:
    """Return whether a piece is in a block of code, records or numbers; never in unspaced scripts."""
    begin = firsts(found.span)
    blocks = found.joined(begin)
    machines = blocks.by_machines & (np.isin(blocks.families, ASKED) | (blocks.letters == 0))
    return np.repeat(machines, np.diff(np.append(begin, len(found.span))))


def _is_code(content: Pieces, machines: Mask, scant: Mask) -> Mask:
    """Return which documents are code: with little prose (`scant`), or code overall and similar in other blocks.

    Short code lines have too few signs to differ from prose; an article with a listing is plain prose besides.
    """
    made = np.zeros(len(scant), dtype=bool)
    whole = content.joined(firsts(content.owner))
    spaced = np.isin(whole.families, ASKED) | (whole.letters == 0)
    made[whole.owner] = whole.by_machines & spaced
    others = content.only(~machines & made[content.owner])
    others, leaning = others.joined(firsts(others.owner)), np.zeros(len(scant), dtype=bool)
    leaning[others.owner] = leans_to_code(others.counts)
    signs = summed(content.owner, np.where(machines, content.counts[:, :-1].sum(axis=1), 0), len(scant))
    letters = summed(content.owner, content.letters, len(scant))
    return (scant & (signs >= np.where(letters > 0, _FEW_SIGNS, 1))) | (made & leaning)


def _families(texts: Texts, spans: Spans, totals: Worths) -> tuple[Letters, Mask]:
    """Return the main family of each document, and which were decided by the whole page.

    The page decides if no family prevails in the body, such as a line with a notice in another language.
    """
    family, by_page = totals.argmax(axis=1), np.zeros(len(totals), dtype=bool)
    is_open = totals.max(axis=1, initial=0) < PREVAILING * totals.sum(axis=1)
    rows = np.setdiff1d(np.flatnonzero(is_open), spans.owner[spans.bare])
    if len(rows):
        page = _pages(texts, rows)
        whole = page.joined(firsts(page.owner))
        best = whole.worths.argmax(axis=1)
        told = _prevails(whole.worths, best) & (totals[whole.owner, best] >= MIN_WORTH)
        family[whole.owner[told]] = best[told]
        # Chinese lines beside Japanese ones are kanji in one piece with them.
        by_page[whole.owner] = told & _prevails(summed(page.owner, page.worths, len(totals))[whole.owner], best)
    return family, by_page


def _prevails(worths: Worths, family: Letters) -> Mask:
    """Return whether one family of each row has so much of the weight that the text is in it."""
    made: Mask = worths[np.arange(len(worths)), family] >= PREVAILING * worths.sum(axis=1)
    return made


def _whole(texts: Texts, rows: Letters) -> Pieces:
    """Return the whole texts of some documents, each as one piece; invisible ones have none."""
    page = _pages(texts, rows)
    return page.joined(firsts(page.owner))


def _pages(texts: Texts, rows: Letters) -> Pieces:
    """Return the pieces of the whole texts of some documents."""
    every = np.ones(len(rows), dtype=bool)
    return pieces_of(texts, Spans(rows, texts.starts[rows], texts.ends[rows], every, every))


def _runs(texts: Texts, content: Pieces, family: Letters, scores: npt.NDArray[np.int64], code: Mask) -> Mask:
    """Return which documents that look like `code` are running text: chat, Markdown, forms."""
    made = np.zeros(len(code), dtype=bool)
    for document in np.flatnonzero(code & np.isin(family, ASKED) & scores.any(axis=1)).tolist():
        first, last = np.searchsorted(content.owner, [document, document + 1]).tolist()
        columns = COLUMNS[FAMILIES[family[document]]]
        best = LANGUAGES[columns[scores[document, columns].argmax()]]
        # A piece ends before its line end, or before the separator of texts.
        lines = [texts.points[content.starts[row] : content.ends[row] + 1] for row in range(first, last)]
        made[document] = is_running_text(np.concatenate(lines), best)
    return made


def _scraps(texts: Texts, spans: Spans, worth: Worths) -> Mask:
    """Return which documents are code of which only a few words or comments were kept as body."""
    made = np.zeros(len(worth), dtype=bool)
    least = np.maximum(_SCRAP, _MIN_KEPT * (texts.ends - texts.starts))
    few = np.setdiff1d(np.flatnonzero((worth >= MIN_WORTH) & (worth < least)), spans.owner[spans.bare])
    if len(few):
        whole = _whole(texts, few)
        made[whole.owner] = whole.by_machines
    return made
