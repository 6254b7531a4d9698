"""Where a thread ends, and what answers a question: above the form for a reply, or the heading of other threads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.threads import lines as thread_lines
from audit.parser.tables.line_cues import RELATED
from audit.text.tables import phrases

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows

    Ints = NDArray[np.int64]

# Headings that count the answers to a question.
ANSWERS: Final = frozenset(phrases("threads", "answers"))
# What a form for an answer or reply is called, its maximum characters, and what is around it.
_FORMS: Final = frozenset(phrases("threads", "forms"))
_FORM: Final = 60
_AROUND: Final = " 0123456789-.,:：()[]|·…!！?？*+➕✎#"
# So many times the letters of sentences are above the end of a thread.
_MOST: Final = 5
# Letters of a paragraph: below the heading of other threads are only their names.
_PARAGRAPH: Final = 150
# Letters of an answer that does not end like a sentence, and of one that does.
_LONG, _SENTENCE = 60, 20


def ends(rows: Rows) -> Flags:
    """Return which lines are the form or heading below which a thread has ended, if the page is one.

    Five sixths of what the page says in sentences stand above: in a sidebar the same words are a link.
    """
    documents, form = rows.documents, rows.once(_forms)
    said = np.where(rows.once(_is_said) & ~form, rows.letters, 0)
    above = documents.above(said)
    most = above >= np.maximum(_MOST * (documents.total(said) - above), 1)
    paragraphs = rows["sentence"] & (rows.letters >= _PARAGRAPH)
    others = rows.with_cue(RELATED) & ~rows["sentence"] & (documents.above(paragraphs) == documents.total(paragraphs))
    found: Flags = most & (form | others)
    return found


def answered(rows: Rows) -> tuple[Flags, Flags]:
    """Return which lines answer a question, and which are below the last answer.

    Answers stand between the heading that counts them and the form for another.
    """
    documents = rows.documents
    likely = ~rows["sentence"] & (rows["chars"] <= _FORM) & (rows["digit"] > 0)
    here = np.flatnonzero(likely)
    bare = rows.picked(here).str.replace_all(r"\d", "").str.strip_chars(thread_lines.AROUND)
    heading = rows.mask(here[bare.is_in(ANSWERS).to_numpy()])
    none = np.zeros(len(heading), np.bool_)
    if not heading.any():
        return none, none
    said = rows.once(_is_said) & (documents.above(heading) > 0)
    form = rows.once(_forms) & (documents.above(said) > 0)
    below = documents.above(form) + form > 0
    asked: Flags = documents.any(form)
    return asked & said & ~below & (rows.cue < 0), asked & below


def _is_said(rows: Rows) -> Flags:
    found: Flags = (rows["sentence"] & (rows.letters >= _SENTENCE)) | (rows.letters >= _LONG)
    return found


def _forms(rows: Rows) -> Flags:
    here = np.flatnonzero(rows["chars"] <= _FORM)
    return rows.mask(here[rows.picked(here).str.strip_chars(_AROUND).is_in(_FORMS).to_numpy()])
