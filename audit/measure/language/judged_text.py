"""Sum up what each document is judged on: which of its blocks count, what they are made of and what they speak for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeVar

import numpy as np
import numpy.typing as npt

from audit.measure.language.character_kinds import HANS_KINDS, HANT_KINDS, Counts
from audit.measure.language.comings_and_goings import are_told
from audit.measure.language.listings import in_listings
from audit.measure.language.models.profiles import COLUMNS, LANGUAGES
from audit.measure.language.not_language import leans_to_code
from audit.measure.language.running_text import is_running_text
from audit.measure.language.segments import FAMILIES, Letters, Pieces, Worths, firsts, pieces_of
from audit.measure.language.spans import Mask, Spans, Texts
from audit.measure.language.statements import LONGEST, are_statements
from audit.measure.language.votes import ASKED, Spoken

_COLUMNS: Final = 16
S = TypeVar("S", bound=np.generic)

# Less than that says nothing: two Chinese characters, or a word and a half.
MIN_WORTH: Final = 6.0
# A document speaks one language when that holds so much of it (the contract).
PREVAILING: Final = 0.7
# A mixed piece belongs to each of its languages.
_GOOD_PART: Final = 0.2
# Code with a sentence of comment is code; an article with a listing is an article.
_MIN_PROSE: Final = 0.15
# Beside a word, a few figures are no table.
_FEW_SIGNS: Final = 24
# Of a body with fewer letters, the text around it says whether it is a scrap of code.
_SCRAP: Final = 300
# So it does where the body is a small part of it.
_MIN_KEPT: Final = 0.3


@dataclass(frozen=True)
class Judged:
    """One row a document: its main family, the worth of that and of all; sums over the pieces that count.

    Those are the pieces with a good part of the main family, code beside prose excepted. `by_page` are the documents
    whose body leaves the family open and whose page does not.
    """

    family: Letters
    own: Worths
    worth: Worths
    counts: Counts
    scores: npt.NDArray[np.int64]
    letters: Letters
    by_machines: Mask
    by_page: Mask


def judge(texts: Texts, spans: Spans, found: Spoken) -> Judged:
    """Return what the documents of a batch are judged on: their content; of code, everything."""
    found = _without_listings(texts, found)
    documents, pieces = len(texts.starts), found.pieces
    machines = _machines(pieces)
    everything = pieces.worths.sum(axis=1)
    prose, worth = (summed(pieces.owner, w, documents) for w in (np.where(machines, 0.0, everything), everything))
    code = _is_code(pieces, machines, prose < np.maximum(MIN_WORTH, _MIN_PROSE * worth))
    without = machines & ~code[pieces.owner]
    votes = np.where(without[:, None], 0.0, pieces.worths) if without.any() else pieces.worths
    totals = summed(pieces.owner, votes, documents)
    family, by_page = _families(texts, spans, totals)
    own = votes[np.arange(len(votes)), family[pieces.owner]]
    main = (own > 0) & (own >= _GOOD_PART * everything)
    scored = main & (found.letters > 0)
    scores = _scores(found, scored, documents)
    code |= _scraps(texts, spans, worth) & np.isin(family, ASKED)
    code &= ~_runs(texts, pieces, family, scores, code)
    code |= _few_statements(texts, family)
    return Judged(
        family,
        totals[np.arange(documents), family],
        totals.sum(axis=1),
        summed(pieces.owner[main], pieces.counts[main], documents),
        scores,
        summed(pieces.owner[scored], found.letters[scored], documents),
        code,
        by_page,
    )


def _without_listings(texts: Texts, found: Spoken) -> Spoken:
    """Return what is said outside the listings of Markdown, and in chat; all of a document that says nothing there."""
    listed = in_listings(texts.points, found.pieces) | are_told(texts.points, found.pieces)
    if not listed.any():
        return found
    worth = np.where(listed, 0.0, found.pieces.worths.sum(axis=1))
    speaks = summed(found.pieces.owner, worth, len(texts.starts)) >= MIN_WORTH
    return found.only(~(listed & speaks[found.pieces.owner]))


def summed(owner: npt.NDArray[np.int64], rows: npt.NDArray[S], documents: int) -> npt.NDArray[S]:
    """Return the sums of the rows of each document; `owner`, their documents, ascends."""
    made = np.zeros((documents, *rows.shape[1:]), dtype=rows.dtype)
    begin = firsts(owner)
    if len(begin):
        made[owner[begin]] = np.add.reduceat(rows, begin, axis=0, dtype=rows.dtype)
    return made


def _scores(found: Spoken, which: Mask, documents: int) -> npt.NDArray[np.int64]:
    """Return the sums of the scores of some pieces of each document.

    Some columns at a time: all of them, wide enough for sums, would be larger than all else that is known of a novel.
    """
    rows, made = np.flatnonzero(which), np.zeros((documents, found.scores.shape[1]), np.int64)
    for at in range(0, found.scores.shape[1], _COLUMNS):
        some = slice(at, at + _COLUMNS)
        made[:, some] = summed(found.pieces.owner[rows], found.scores[rows, some].astype(np.int64), documents)
    return made


def variant(counts: Counts) -> tuple[Letters, Letters]:
    """Return how many characters exist in simplified writing only, and how many in traditional only, row by row."""
    return counts[:, HANS_KINDS].sum(axis=1), counts[:, HANT_KINDS].sum(axis=1)


def _machines(found: Pieces) -> Mask:
    """Return whether a piece lies in a block of code, records or numbers; scripts without spaces never do."""
    begin = firsts(found.span)
    blocks = found.joined(begin)
    machines = blocks.by_machines & (np.isin(blocks.families, ASKED) | (blocks.letters == 0))
    return np.repeat(machines, np.diff(np.append(begin, len(found.span))))


def _is_code(content: Pieces, machines: Mask, scant: Mask) -> Mask:
    """Return which documents are code: `scant` of prose, or code as a whole and much like it in their other blocks.

    Short lines of code have too few signs each to be told from prose; an article with a listing is plain prose apart
    from that.
    """
    made = np.zeros(len(scant), dtype=bool)
    whole, others = (found.joined(firsts(found.owner)) for found in (content, content.only(~machines)))
    spaced = np.isin(whole.families, ASKED) | (whole.letters == 0)
    made[whole.owner] = whole.by_machines & spaced
    leaning = np.zeros(len(scant), dtype=bool)
    leaning[others.owner] = leans_to_code(others.counts)
    signs = summed(content.owner, np.where(machines, content.counts[:, :-1].sum(axis=1), 0), len(scant))
    letters = summed(content.owner, content.letters, len(scant))
    return (scant & (signs >= np.where(letters > 0, _FEW_SIGNS, 1))) | (made & leaning)


def _families(texts: Texts, spans: Spans, totals: Worths) -> tuple[Letters, Mask]:
    """Return the main family of each document, and which were told by the whole page.

    That is asked where the body, a line with a notice in another language, holds none that prevails.
    """
    family, by_page = totals.argmax(axis=1), np.zeros(len(totals), dtype=bool)
    is_open = totals.max(axis=1, initial=0) < PREVAILING * totals.sum(axis=1)
    rows = np.setdiff1d(np.flatnonzero(is_open), spans.owner[spans.bare])
    if len(rows):
        whole = _whole(texts, rows)
        worths = whole.worths
        best = worths.argmax(axis=1)
        told = (worths.max(axis=1) >= PREVAILING * worths.sum(axis=1)) & (totals[whole.owner, best] >= MIN_WORTH)
        family[whole.owner[told]], by_page[whole.owner[told]] = best[told], True
    return family, by_page


def _whole(texts: Texts, rows: Letters) -> Pieces:
    """Return the whole texts of some documents, each as one piece; those without anything visible have none."""
    every = np.ones(len(rows), dtype=bool)
    whole = pieces_of(texts, Spans(rows, texts.starts[rows], texts.ends[rows], every, every))
    return whole.joined(firsts(whole.owner))


def _runs(texts: Texts, content: Pieces, family: Letters, scores: npt.NDArray[np.int64], code: Mask) -> Mask:
    """Return which documents with the signs of `code` are running text all the same: chat, Markdown, forms."""
    made = np.zeros(len(code), dtype=bool)
    for document in np.flatnonzero(code & np.isin(family, ASKED) & scores.any(axis=1)).tolist():
        first, last = np.searchsorted(content.owner, [document, document + 1]).tolist()
        columns = COLUMNS[FAMILIES[family[document]]]
        best = LANGUAGES[columns[scores[document, columns].argmax()]]
        # A piece ends before its line end, or where its text does, before one that parts the texts.
        lines = [texts.points[content.starts[row] : content.ends[row] + 1] for row in range(first, last)]
        made[document] = is_running_text(np.concatenate(lines), best)
    return made


def _few_statements(texts: Texts, family: Letters) -> Mask:
    """Return which documents are a few statements of a program, with too few signs each to be told by them."""
    made = np.zeros(len(family), dtype=bool)
    sizes = texts.ends - texts.starts
    for document in np.flatnonzero((sizes > 0) & (sizes <= LONGEST) & (family == FAMILIES.index("Latn"))).tolist():
        text = texts.points[texts.starts[document] : texts.ends[document]].tobytes().decode("utf-32-le", "replace")
        made[document] = are_statements(text)
    return made


def _scraps(texts: Texts, spans: Spans, worth: Worths) -> Mask:
    """Return which documents are code of which the parser kept a few words, or its comments, as the body."""
    made = np.zeros(len(worth), dtype=bool)
    least = np.maximum(_SCRAP, _MIN_KEPT * (texts.ends - texts.starts))
    few = np.setdiff1d(np.flatnonzero((worth >= MIN_WORTH) & (worth < least)), spans.owner[spans.bare])
    if len(few):
        whole = _whole(texts, few)
        made[whole.owner] = whole.by_machines
    return made
