"""Whether a text has page furniture at all, and where: nothing is dropped without such grounds.

Chapters, poems, statutes, transcripts and licences have short lines, lines without function words and repeated lines,
none of them furniture. Furniture is recognised by its own words (a cue), by other pages of the site (siblings), or by
neighbours of both. Where hardly anything is recognised, only that and its neighbours may be dropped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.context.rows import NO_CUE
from audit.parser.blocks.context.segments import Segments
from audit.parser.tables.complements import CALLS, says_more
from audit.parser.tables.line_cues import (
    AT_AN_END,
    BUTTONS,
    CUES,
    FURNITURE,
    LABELS,
    OFFERS,
    SPOKEN,
)
from audit.text.punctuation import SENTENCE_CLOSERS, SENTENCE_STOPS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows

    Ints = NDArray[np.int64]

# Minimum number of different furniture words, fewer in a text of few lines. (Reached by .96 of 1,149 labelled pages,
# and by .01 of 1,492 texts without furniture.)
_WORDS, _FEW_WORDS, _FEW_LINES = 3, 2, 128
# Maximum lines per such word (met by all but 4 of 1,086 such pages): a manual of a thousand lines with three labels has
# no menu.
SPREAD: Final = 150
# Lines that begin like labels and go on with their own words, one below the other by chance; and one in so many lines
# from which they are a menu.
_MEETING, _MOST = 2, 4
# Maximum distance of a button of an offer and a call to act.
_CALLED: Final = 2
# Letters of a one-line text, and of a notice that may be a whole page, as in front of an article.
_TEXT, _NOTICE = 100, 400
# A menu in one line.
_MENUS: Final = tuple(i for i, c in enumerate(CUES) if c.label == "menu")
_CATEGORIES: Final = tuple(i for i, c in enumerate(CUES) if c.kind == "category")
# Prompts to subscribe stand between the paragraphs of letters, too: all together are one sign.
PROMPTS: Final = tuple(i for i, c in enumerate(CUES) if c.kind == "follow_prompt")
# The heading of a licence, or what underlines one, and maximum characters of it.
_LICENCE: Final = re.compile(
    r"copyright|licen[cs]|lizen[zs]|rights|urheber|droits|derechos|direitos|diritti|права|лиценз|许可|授权|版权|版權|"
    r"許可|授權|著作権|ライセンス|저작권|라이선스|^#{1,6} |^[-=~*_]{3,}$"
)
_SECTION: Final = 60
_SAID: Final = '"“”„«»「『‘–—-'


def claims(rows: Rows, noticed: Flags) -> Flags:
    """Return which blocks are furniture by their own words and could not be somebody's utterance.

    Ambiguous labels count next to another such label: "Home", "About", "Contact". Possible chapter titles ("History")
    count next to one if no sentence is between, or where an unambiguous label exists. A line that is most of its text
    is never furniture.
    """
    button = rows.with_cue(BUTTONS)
    documents, label = rows.documents, rows.with_cue(LABELS) & ~button
    # A label with a full stop is a statement, one with its value a setting: comment = none.
    ended = label & (rows.closed(SENTENCE_STOPS, SENTENCE_CLOSERS) | rows.opened(_SAID) | rows.naming("=", label))
    numbers, words = rows.seen
    # A menu in one line contains more than its first word.
    sizes = np.array([len(word) for word in words] + [0])[numbers]
    label &= ~(rows.with_cue(_MENUS) & (rows["chars"] > sizes + 1))
    spoken = label & np.array([word in SPOKEN for word in words] + [False])[numbers]
    said = np.where(rows.with_cue(LABELS) & ~ended & ~button, numbers, NO_CUE)
    most = (rows["weight"] >= _TEXT) & (2 * rows.tenths > documents.total(rows.tenths))
    told: Flags = rows.with_cue(FURNITURE) & ~button & ~ended & ~most
    told &= ~spoken | _beside(documents, said, numbers, ~rows["sentence"])
    # Quantity and In stock are also words of price lists: they count next to a call that is nothing else.
    asked = rows.with_cue(OFFERS)
    told &= ~(spoken & asked) | documents.near(asked & told & ~spoken, _CALLED)
    chapter = label & rows.with_cue(_CATEGORIES)
    told &= ~chapter | _beside(documents, said, numbers, ~rows["sentence"]) | documents.any(told & ~chapter)
    return told | (noticed & ~(most & (rows["weight"] > _NOTICE)))


def _beside(documents: Segments, words: Ints, numbers: Ints, between: Flags) -> Flags:
    """Return which blocks have the label of another word next to them, or beyond one block allowed between."""
    found = np.zeros(len(words), np.bool_)
    for step in (-1, 1):
        near, far = (documents.shifted(words, steps, NO_CUE) for steps in (step, 2 * step))
        found |= (near != NO_CUE) & (near != numbers)
        found |= (far != NO_CUE) & (far != numbers) & documents.shifted(between, step, otherwise=False)
    return found


def furnished(rows: Rows, claimed: Flags) -> Flags:
    """Return for each block whether its document has page furniture: enough different words that claim to be it.

    All notices together count as one such word, and do not suffice alone; in a section of their own they are the
    text's. Sentences to readers (audit.parser.blocks.reader_notices) do not count: they are dropped individually.
    """
    documents, notice, words = rows.documents, claimed & rows.with_cue(AT_AN_END), label_words(rows, claimed)
    told = words + documents.any(notice & ~is_headed(rows, notice))
    few = (told >= _FEW_WORDS) & (documents.size <= _FEW_LINES)
    found: Flags = (words > 0) & (((told >= _WORDS) & (told * SPREAD >= documents.size)) | few)
    return found


def speaking(rows: Rows, claimed: Flags) -> Flags:
    """Return which lines with a label at their beginning, or a call that is ambiguous, say something of their own.

    They are no evidence of furniture, nor furniture without other evidence. Where the other lines are enough, nothing
    is asked.
    """
    numbers, words = rows.seen
    sizes = np.array([len(word) for word in words] + [0])[numbers]
    asked: Flags = rows.with_cue(LABELS) | np.array([word in CALLS for word in words] + [False])[numbers]
    asked &= claimed & (rows["chars"] > sizes)
    asked &= ~furnished(rows, claimed & ~asked)
    here = np.flatnonzero(asked)
    lines = zip(rows.cue[here].tolist(), numbers[here].tolist(), rows.texts(here), strict=True)
    asked[here] = [says_more(cue, words[word], line.replace(words[word], " ", 1)) for cue, word, line in lines]
    return asked


def in_runs(rows: Rows, own: Flags, claimed: Flags) -> Flags:
    """Return which lines that say something of their own are next to claimed ones, or others that begin like labels."""
    numbers = rows.seen[0]
    documents, beside = rows.documents, claimed & ~own
    found: Flags = documents.near(beside, 1)
    # Where nothing else is claimed and most lines begin otherwise, two may meet by chance.
    told = documents.any(beside) | (Segments.of(documents.first, own).size > _MEETING)
    told |= _MOST * documents.total(own) >= documents.size
    return found | (told & _beside(documents, np.where(own, numbers, NO_CUE), numbers, np.zeros(len(own), np.bool_)))


def label_words(rows: Rows, claimed: Flags) -> Ints:
    """Return for each block the number of different words by which its document claims to have furniture."""
    telling = np.flatnonzero(claimed & (rows.cue >= 0) & ~rows.with_cue(AT_AN_END))
    words = np.where(rows.with_cue(PROMPTS), NO_CUE, rows.seen[0])
    kinds = len(rows.seen[1]) - NO_CUE
    pairs = np.unique(rows.documents.first[telling] * kinds + words[telling] - NO_CUE)
    counts: Ints = np.bincount(pairs // kinds, minlength=len(claimed))
    return counts[rows.documents.first]


def is_headed(rows: Rows, notice: Flags) -> Flags:
    """Return which of the `notice` lines stand below a heading about rights, or a line that underlines one."""
    asked = np.append(notice[1:], False) & ~rows["sentence"] & (rows["chars"] <= _SECTION)
    headed = rows.documents.shifted(rows.matching("folded", _LICENCE, asked), 1, otherwise=False)
    found: Flags = notice & headed
    return found
