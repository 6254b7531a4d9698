"""The rules that overrule the model's scores, in the order in which they apply."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.context.authors import is_about_author
from audit.parser.blocks.context.endings import is_below_credit, is_beyond
from audit.parser.blocks.context.posts import is_repeated, is_thread
from audit.parser.blocks.context.teasers import is_cited, is_empty_heading, is_leftover, is_teaser
from audit.parser.blocks.context.unfurnished_text import is_in_unfurnished_text
from audit.parser.blocks.context_rules import keep_by_context
from audit.parser.blocks.offers.facts import is_fact, is_heading, is_terms
from audit.parser.blocks.offers.plans import is_planned
from audit.parser.blocks.offers.specifications import is_choice, is_specified
from audit.parser.blocks.rules.enclosed import is_enclosed
from audit.parser.blocks.rules.grounds import BlockFact, Ground
from audit.parser.blocks.rules.judgement import (
    DROP,
    DROP_AT_LEAST,
    DROP_SURELY,
    DROP_UNSURELY,
    KEEP,
    KEEP_AT_LEAST,
    KEEP_SURELY,
    NOTE,
    SURELY_AT_LEAST,
    UNSURE,
    UNSURELY_AT_LEAST,
    BlockRule,
)
from audit.parser.blocks.rules.plain_text import grounded
from audit.parser.blocks.threads.comments import is_comment
from audit.parser.blocks.threads.frames import is_card
from audit.parser.blocks.whole import wikis
from audit.parser.blocks.whole.framed_text import is_below_beginning, is_framed_text
from audit.parser.blocks.whole.genre import is_appended
from audit.parser.blocks.whole.items import find_items
from audit.parser.blocks.whole.line_looks import SURE_CUES, is_below_footer, is_lone, is_menu, is_template, is_unbroken
from audit.parser.blocks.whole.marked_parts import is_caption, is_chapter, is_table_row, is_verse
from audit.parser.blocks.whole.other_articles import is_in_feed, is_in_other_article, is_resumed
from audit.parser.blocks.whole.outlines import outlined
from audit.parser.blocks.whole.page_code import is_explained_code, is_of_browser, is_page_code, is_picture
from audit.parser.blocks.whole.sections import is_in_section
from audit.parser.blocks.whole.site_menus import is_above_account, is_site_menu
from audit.parser.blocks.whole.walls import NO_WALL, walled
from audit.parser.tables.line_cues import AMBIGUOUS, AT_AN_END, OFFERS

if TYPE_CHECKING:
    from audit.parser.blocks.context.rows import Flags
    from audit.parser.blocks.rules.judgement import Judgement
    from audit.parser.blocks.whole.items import Items
    from audit.parser.blocks.whole.outlines import Outlined

# Minimum letters of a sentence that may be somebody's whatever words it holds; score of other articles' headlines.
_LONG, _BELIEVED = 80, 0.2
# In a text of so few blocks any line may be the headline; so often repeated, without furniture, it is a refrain.
_FEW_BLOCKS, _REFRAIN = 12, 3
# fmt: off
_BY_CONTEXT: Final = (
    Ground.PLACED, Ground.CONTINUED, Ground.FRAMED, Ground.TOPICAL, Ground.SPOKEN,
    Ground.ANNOUNCED, Ground.DECK, Ground.POSTED)
# Grounds that a block is dropped on for what it says, for where it is, or for its copies.
_CAUSES: Final = (
    BlockFact.CUED, BlockFact.TEMPLATE, BlockFact.WALLED, Ground.TEASER, Ground.UNBROKEN, Ground.BUTTON,
    Ground.APPENDED, Ground.COMMENTED, Ground.BEYOND, Ground.OTHER, Ground.FEED, Ground.REPEATED, Ground.ENTRY,
    Ground.FRAME, Ground.END, Ground.CODE, Ground.PICTURE, Ground.AUTHOR, Ground.INSIDE, Ground.TERMS, Ground.FOOT,
    Ground.CHOICE, Ground.BROWSER,
)
# fmt: on


def _by_context(ground: Ground) -> BlockRule:
    return BlockRule(ground, NOTE, lambda page: page.once(_context)[ground])


def _context(page: Judgement) -> dict[Ground, Flags]:
    return keep_by_context(page.rows, page.said, page.scores, page.posts)


def _is_alike(page: Judgement) -> Flags:
    """Return which blocks are kept with their look against them, unless their text is too brief to tell."""
    rows, plain = page.rows, page[Ground.PLAIN]
    # Notices that go from its end say nothing of the lines that begin a text.
    others = page.said.claimed & (plain | ~rows.with_cue(AT_AN_END))
    brief = ~rows.documents.any(others) & (rows.documents.size <= _FEW_BLOCKS) & (rows["weight"] > 0)
    return ((plain & (page.dropped | (rows["times"] >= _REFRAIN))) | page.scored.spared) & ~brief


def _is_told(page: Judgement) -> Flags:
    """Return which blocks say that they are furniture, or look it beyond doubt."""
    return page.said.claimed | page[Ground.TEASER] | page[Ground.UNBROKEN]


def _items(page: Judgement) -> Items:
    """Return the items of lists; marks of posts are known by their words, or by their recurrence around posts."""
    return find_items(page.rows, page.content, page.said.claimed, page.said.furnished, page.posts | page.thread.around)


def apart(page: Judgement) -> Flags:
    """Return which lines belong to an item of a list, of which they state something."""
    return page.once(_items).apart


def _is_free(page: Judgement) -> Flags:
    """Return which blocks of pages with furniture are no item of a list."""
    return page.said.furnished & ~apart(page)


def _is_below_end(page: Judgement) -> Flags:
    if page.endings is None:
        return np.zeros(len(page.scores), np.bool_)
    rows, content = page.rows, page.content
    beyond = is_beyond(rows, page.scores, page.scored.seen, page.endings)
    # Of a thread, what is below its last frame is told by Ground.END.
    beyond |= is_below_credit(rows, content)
    return beyond & ~page.thread.thread & content & _is_free(page) & ~page[BlockFact.STATED]


def _resumption(page: Judgement) -> tuple[Flags, Flags]:
    resumed, inside = is_resumed(page.rows, page.content, page.said.claimed)
    own = _is_free(page) & ~page.any_of(Ground.FEED, Ground.OTHER)
    return resumed & own, inside & own


def _outline(page: Judgement) -> Outlined:
    return outlined(page.rows, page.scores, page.said.claimed, page.posts)


def _is_outlined(page: Judgement) -> Flags:
    kept: Flags = page.once(_outline).headings | (page.once(_outline).inside & (page.rows.cue < 0))
    return kept & (page.scores < UNSURE) & page.said.furnished & page.dropped


def _is_post(page: Judgement) -> Flags:
    told = page.rows.with_cue(SURE_CUES) | page.said.noticed | page.rows.documents.any(page[Ground.COMMENTED])
    return page.thread.posts & page.dropped & ~told


def _is_sectioned(page: Judgement) -> Flags:
    rows, left = page.rows, page[Ground.LEFTOVER] & page.dropped
    threads = is_thread(rows, page.posts) | rows.documents.any(page.thread.around)
    told = page.said.claimed | page.any_of(*_CAUSES)
    return is_in_section(rows, page.scores, told, left, page.said.furnished & ~threads)


# fmt: off
_BY_ITSELF: Final = (
    BlockRule(BlockFact.NOTICED, SURELY_AT_LEAST, lambda page: page.said.noticed),
    BlockRule(Ground.TEASER, SURELY_AT_LEAST, lambda page: is_teaser(page.rows)),
    BlockRule(BlockFact.JOINED, SURELY_AT_LEAST, lambda page: is_unbroken(page.rows)),
    BlockRule(BlockFact.TEMPLATE, SURELY_AT_LEAST, lambda page: is_template(page.rows) | is_menu(page.rows)),
    BlockRule(BlockFact.SAYS_SO, UNSURELY_AT_LEAST, lambda page: page.rows.with_cue(SURE_CUES)),
    # A long sentence that holds such words may be somebody's.
    BlockRule(None, SURELY_AT_LEAST,
              lambda page: page[BlockFact.SAYS_SO] & ~(page.rows["sentence"] & (page.rows["weight"] >= _LONG))),
    BlockRule(None, UNSURELY_AT_LEAST,
              lambda page: page.rows.with_cue((*OFFERS, *AMBIGUOUS)) & page.said.claimed & page.said.furnished),
    BlockRule(Ground.PLAIN, NOTE, lambda page: ~grounded(page.rows, page.dropped, page.said)),
    BlockRule(BlockFact.ALIKE, NOTE, _is_alike),
    BlockRule(None, KEEP_AT_LEAST, lambda page: page[Ground.PLAIN]),
    # Words in a text where nothing says that it is furniture.
    BlockRule(None, KEEP_SURELY,
              lambda page: page[Ground.PLAIN] & ~page.rows.documents.any(page.said.claimed)
              & (page.rows["weight"] > 0)),
    BlockRule(BlockFact.CUED, NOTE, lambda page: page[BlockFact.SAYS_SO] & ~page[Ground.PLAIN]),
    BlockRule(Ground.UNBROKEN, NOTE, lambda page: page[BlockFact.JOINED] & ~page[Ground.PLAIN]),
)
_BY_NEIGHBOURS: Final = (
    *(_by_context(ground) for ground in (*_BY_CONTEXT, Ground.MERGED)),
    BlockRule(BlockFact.HELD, KEEP, lambda page: page.any_of(*_BY_CONTEXT) | (page[Ground.MERGED] & page.dropped)),
    BlockRule(Ground.SILENT, KEEP,
              lambda page: is_in_unfurnished_text(page.rows, page.content, _is_told(page))
              & page.said.furnished & page.dropped),
    BlockRule(BlockFact.TEXT, NOTE,
              lambda page: is_framed_text(page.rows, page.content, _is_told(page), page.posts) & page.said.furnished),
    BlockRule(Ground.WHOLE, KEEP, lambda page: page[BlockFact.TEXT] & page.dropped),
    BlockRule(Ground.FACT, KEEP, lambda page: is_fact(page.rows, page.content, _is_told(page), page.posts)),
    BlockRule(BlockFact.STATED, NOTE, lambda page: is_specified(page.rows, page.said, page.posts | page.thread.thread)),
    BlockRule(Ground.SPECIFIED, KEEP, lambda page: page[BlockFact.STATED] & page.dropped),
    BlockRule(Ground.TYPED, KEEP,
              lambda page: is_explained_code(page.rows, page.content, page.said.claimed) & page.dropped),
    BlockRule(Ground.HEADED, KEEP, lambda page: is_heading(page.rows, page.content)),
    BlockRule(Ground.CITED, KEEP, lambda page: is_cited(page.rows, _is_told(page))),
    BlockRule(None, DROP_AT_LEAST, lambda page: is_empty_heading(page.rows, page.dropped, page[Ground.TEASER])),
    BlockRule(Ground.AUTHOR, DROP, lambda page: is_about_author(page.rows, page.content, page.said.furnished)),
    BlockRule(BlockFact.OWN, NOTE,
              lambda page: (page.scores < _BELIEVED) | page.any_of(BlockFact.HELD, Ground.MERGED, BlockFact.TEXT)),
)
_BY_PLACE: Final = (
    BlockRule(Ground.ITEM, KEEP, lambda page: page.once(_items).content & page.dropped),
    BlockRule(Ground.BUTTON, DROP_SURELY, lambda page: page.once(_items).buttons),
    BlockRule(Ground.APPENDED, DROP, lambda page: is_appended(page.rows, page.content) & _is_free(page)),
    BlockRule(Ground.COMMENTED, DROP_UNSURELY, lambda page: is_comment(page.rows, page.thread.thread, page.said)),
    BlockRule(Ground.LEFTOVER, DROP,
              lambda page: is_leftover(page.rows, page.content, page.said.furnished, page[BlockFact.OWN])),
    BlockRule(Ground.BEYOND, DROP, _is_below_end),
    BlockRule(Ground.OTHER, DROP, lambda page: is_in_other_article(page.rows, page.content) & page.said.furnished),
    BlockRule(Ground.FEED, DROP, lambda page: is_in_feed(page.rows, page.content) & page.said.furnished),
    BlockRule(Ground.TERMS, DROP,
              lambda page: is_terms(page.rows, page.content, page.said.claimed) & _is_free(page) & page.content),
    BlockRule(Ground.CHOICE, DROP_SURELY, lambda page: is_choice(page.rows, page.said.furnished)),
    BlockRule(Ground.REPEATED, DROP_SURELY,
              lambda page: is_repeated(page.rows, page.scores, page.copying) & page.said.furnished),
    BlockRule(Ground.PLANNED, KEEP, lambda page: is_planned(page.rows, page.content, page.said) & page.dropped),
    BlockRule(Ground.RESUMED, KEEP, lambda page: page.once(_resumption)[0]),
    BlockRule(Ground.INSIDE, DROP_SURELY, lambda page: page.once(_resumption)[1]),
)
_BY_PARTS: Final = (
    BlockRule(BlockFact.INDEXED, NOTE, lambda page: page.once(_outline).entries | page.once(_outline).sections),
    BlockRule(BlockFact.ENTITLED, NOTE, lambda page: page.once(_outline).titles | page.rows.once(wikis.headlines)[0]),
    BlockRule(None, SURELY_AT_LEAST,
              lambda page: (page.rows.once(wikis.headlines)[1] | wikis.is_footer(page.rows)) & page.said.furnished),
    BlockRule(Ground.ENTRY, DROP_SURELY, lambda page: page.once(_outline).entries & page.said.furnished),
    BlockRule(Ground.OUTLINED, KEEP, _is_outlined),
    BlockRule(Ground.VERSE, KEEP, lambda page: is_verse(page.rows, page.said.claimed) & page.dropped),
    BlockRule(Ground.CHAPTER, KEEP, lambda page: is_chapter(page.rows, page.content) & page.dropped),
    BlockRule(Ground.CAPTION, KEEP, lambda page: is_caption(page.rows, page.said) & page.dropped),
    BlockRule(Ground.TABULAR, KEEP,
              lambda page: is_table_row(page.rows, page.content) & page.dropped & ~page.said.claimed),
    BlockRule(Ground.POST, KEEP, _is_post),
    BlockRule(Ground.FRAME, DROP_SURELY, lambda page: page.thread.around | is_card(page.rows, page.said.furnished)),
    BlockRule(Ground.END, DROP, lambda page: page.thread.below & page.content),
    BlockRule(Ground.FOOT, DROP, lambda page: is_below_footer(page.rows, page.said.claimed) & page.content),
    BlockRule(Ground.MENU, DROP_SURELY, lambda page: is_site_menu(page.rows, page[Ground.PLAIN])),
    BlockRule(Ground.ABOVE, DROP, lambda page: is_above_account(page.rows, page.content, page.said.furnished)),
    BlockRule(Ground.LONE, KEEP, lambda page: is_lone(page.rows, page.said) & page.dropped),
    BlockRule(BlockFact.WALLED, DROP_SURELY, lambda page: page.rows.once(walled) != NO_WALL),
    BlockRule(Ground.CODE, DROP_SURELY, lambda page: is_page_code(page.rows)),
    BlockRule(Ground.PICTURE, DROP_SURELY, lambda page: is_picture(page.rows) & page.said.furnished),
    BlockRule(Ground.BROWSER, DROP_SURELY, lambda page: page.rows.once(is_of_browser)),
    BlockRule(Ground.SECTIONED, KEEP, _is_sectioned),
    BlockRule(Ground.ENCLOSED, KEEP,
              lambda page: is_enclosed(page.rows, page.content, page.scores, page.said) & ~page.any_of(*_CAUSES)),
    BlockRule(BlockFact.ODD, NOTE,
              lambda page: is_below_beginning(page.rows, page[Ground.SILENT], page[BlockFact.TEXT])
              | page.any_of(BlockFact.ALIKE, Ground.SECTIONED, Ground.HEADED)),
)
RULES: Final = (*_BY_ITSELF, *_BY_NEIGHBOURS, *_BY_PLACE, *_BY_PARTS)
# fmt: on
