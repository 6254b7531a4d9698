"""Lines that their own look condemns or saves: menus, templates and lists without breaks; a text of a single line.

So does a line that calls itself the footer, as screen readers are told, with all lines below it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.tables.labels import LEAST_BLANKS, LONGEST_MENU, MENU_OF_WORDS
from audit.parser.tables.line_cues import CUES

if TYPE_CHECKING:
    from audit.parser.blocks.context.rows import Flags, Rows
    from audit.parser.blocks.context_rules import Furniture

SURE_CUES: Final = tuple(i for i, c in enumerate(CUES) if c.sure)
_MENUS: Final = tuple(i for i, c in enumerate(CUES) if c.label == "menu")
# Letters that one line has at most to be kept whatever words it has.
_SHORT_TEXT: Final = 100
# Minimum Han characters or kana, and characters per punctuation mark, of a line that is no prose if other lines of the
# page have punctuation.
_UNBROKEN, _MARK_EVERY = 120, 60
# Tenths, and minimum number, of a source's other documents (without versions) from which a line is template.
_TENTHS, _MANY = 9, 7
# A line that says where the footer begins, with the site's name or what it holds; links to it, at the top, go there.
_WORDS: Final = ("footer", "fußzeile", "页脚", "頁尾", "フッター")
_FOOTER: Final = re.compile(
    rf"(?:(?!(?:skip|jump|go|to|the|an?|your|our|my|no) )[\w'.-]+ )?(?:{'|'.join(_WORDS)})"
    "(?: (?:navigation|menu|links|start))?"
)
_LONGEST: Final = 40
# Letters of sentences above it, and lines below it that say that they are furniture, at least.
_SAID, _LINKS = 60, 3


def is_lone(rows: Rows, said: Furniture) -> Flags:
    """Return which blocks are a short text of their own: a sentence, a sign, a word; no notice, prompt or menu."""
    lone: Flags = (rows.documents.size == 1) & (rows["weight"] < _SHORT_TEXT) & ~said.noticed
    return lone & ~rows.with_cue((*_MENUS, *SURE_CUES))


def is_menu(rows: Rows) -> Flags:
    """Return which blocks are sections of a newspaper between blanks, in a script that uses none between words."""
    likely = (rows["space"] >= LEAST_BLANKS) & (rows["wide"] + rows["particles"] > 0) & (rows["chars"] <= LONGEST_MENU)
    return rows.matching("folded", MENU_OF_WORDS, likely)


def is_below_footer(rows: Rows, claimed: Flags) -> Flags:
    """Return which blocks are below a line that calls itself the footer, unless a sentence of the text is about one."""
    documents, sentence = rows.documents, rows["sentence"]
    mark = rows.naming(_WORDS, ~sentence & (rows["chars"] <= _LONGEST))
    if not mark.any():
        return mark
    here = np.flatnonzero(mark)
    mark[here] = [bool(_FOOTER.fullmatch(line)) for line in rows.texts(here)]
    mark &= documents.above(np.where(sentence, rows.letters, 0)) >= _SAID
    mark &= documents.total(claimed) - documents.above(claimed) > _LINKS
    below: Flags = documents.above(mark) > 0
    return below & ~documents.any(rows.naming(_WORDS, sentence & documents.any(below)))


def is_template(rows: Rows) -> Flags:
    """Return which blocks recur in nearly all other documents of their source."""
    told: Flags = 10 * rows["repeats_paired"].astype(np.int64) >= _TENTHS * rows["siblings"].astype(np.int64)
    return told & (rows["siblings"] >= _MANY)


def is_unbroken(rows: Rows) -> Flags:
    """Return which blocks are long, in an unspaced script, and have almost no punctuation, unlike the page's others."""
    marks = sum(rows[name].astype(np.int64) for name in ("stops", "pauses", "space", "bars"))
    wide = rows["wide"].astype(np.int64)
    # Thai and its like end sentences without a mark.
    bare: Flags = (wide >= _UNBROKEN) & (marks * _MARK_EVERY < wide) & ~(rows["sentence"] & (rows["stops"] == 0))
    if not bare.any():
        return bare
    others_marks, others_wide = (rows.documents.total(np.where(bare, 0, e)) for e in (marks, wide))
    return bare & (others_marks * _MARK_EVERY > 2 * others_wide) & (others_wide > 0)
