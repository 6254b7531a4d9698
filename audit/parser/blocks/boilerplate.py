"""Boilerplate classification of blocks: the model's score, and the rules that override it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks.context.authors import is_about_author, is_account
from audit.parser.blocks.context.endings import is_below_credit, is_beyond
from audit.parser.blocks.context.posts import is_below_event, is_repeated, is_thread
from audit.parser.blocks.context.reasons import reasons
from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.context.teasers import is_cited, is_empty_heading, is_leftover, is_teaser
from audit.parser.blocks.context.unfurnished_text import is_in_unfurnished_text
from audit.parser.blocks.context_rules import HALF, Furniture, keep_by_context
from audit.parser.blocks.reader_notices import is_notice, is_page_notice
from audit.parser.blocks.score import Scored, score
from audit.parser.blocks.signals import REPEATED
from audit.parser.blocks.threads.comments import is_comment
from audit.parser.blocks.threads.frames import Frames, frames
from audit.parser.blocks.whole import wikis
from audit.parser.blocks.whole.facts import is_fact, is_heading, is_similar, is_terms
from audit.parser.blocks.whole.framed_text import entry_days, is_below_beginning, is_framed_text
from audit.parser.blocks.whole.furnished import AT_AN_END, claims, furnished, grounded
from audit.parser.blocks.whole.genre import is_appended
from audit.parser.blocks.whole.items import find_items
from audit.parser.blocks.whole.line_looks import SURE_CUES, is_crumb, is_lone, is_menu, is_template, is_unbroken
from audit.parser.blocks.whole.live_reports import is_in_feed, is_in_report
from audit.parser.blocks.whole.marked_parts import is_chapter, is_table_row, is_verse
from audit.parser.blocks.whole.other_articles import is_in_other_article, is_resumed
from audit.parser.blocks.whole.outlines import outlined
from audit.parser.blocks.whole.page_code import is_page_code
from audit.parser.blocks.whole.records import is_of_record
from audit.parser.blocks.whole.sections import caused, is_in_section
from audit.parser.blocks.whole.walls import NO_WALL, walled
from audit.parser.tables.line_cues import AMBIGUOUS, BUTTONS, FRAMES, OFFERS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags
    from audit.parser.blocks.whole.items import Items
    from audit.parser.models.forest import Forest

    Scores = NDArray[np.float32]

# Scores set by certain rules, at least or at most; positional rules set one just beyond one half.
SURE: Final = 0.98
PLACED: Final = 0.45
_UNSURE: Final = np.float32(0.97)
# Minimum letters of a sentence that may be somebody's whatever words it holds.
_LONG: Final = 80
# In a text of so few blocks any line may be the headline.
_FEW_BLOCKS: Final = 12
# Repetitions from which a line in a text without furniture is a refrain, and no headline.
_REFRAIN: Final = 3
# Minimum score of a headline of other articles.
_BELIEVED: Final = 0.2


def decide(
    lines: pl.DataFrame, model: Forest, endings: Forest | None = None, terse: Forest | None = None
) -> pl.DataFrame:
    """Return `lines` with score (0 content … 1 boilerplate), boilerplate, reason, and the flags set by rules.

    The flags mark blocks that are `sure` furniture by their words, `noticed` as addressing readers, `unbroken` lists,
    and `odd`: kept although they resemble furniture; and texts that are `furnished`. `lines` may have the columns of
    audit.parser.templates.template_lines.repeat_columns; without them each document is judged by itself. Without the
    forest `endings` no article end is detected; without `terse` all pages are judged by `model`.
    """
    lines = lines.with_columns(pl.lit(0, pl.Int64).alias(name) for name in REPEATED if name not in lines.columns)
    rows = Rows(lines)
    said, thread = _said(rows)
    scored = score(lines, model, (terse, said.furnished) if terse else None)
    # Only rules are sure of a sentence: what the model alone drops is told (audit.measure.dropped_prose).
    judged = _Scoring(np.where(rows["sentence"], np.minimum(scored.likely, _UNSURE), scored.likely))
    odd = _by_themselves(rows, said, scored, judged)
    own = _by_neighbours(rows, said, scored, judged)
    items = _by_place(rows, said, judged, own, (scored.seen["thread"] > 0, thread))
    judged.seen["beyond"] = np.zeros(len(judged.scores), np.bool_)
    if endings is not None:
        beyond = is_beyond(rows, judged.scores, scored.seen, endings) & ~is_below_event(rows)
        # Of a thread, what is below its last frame is told by `end`.
        beyond = (beyond | is_below_credit(rows, judged.content)) & ~thread.thread
        judged.move("beyond", beyond & said.furnished & judged.content & ~items.apart, HALF)
    judged.move("other", is_in_other_article(rows, judged.content) & said.furnished, HALF)
    judged.move("feed", is_in_feed(rows, judged.content) & said.furnished, HALF)
    terms = is_terms(rows, judged.content, said.claimed) & said.furnished & ~items.apart
    judged.move("terms", terms & judged.content, HALF)
    judged.move("repeated", is_repeated(rows, judged.scores) & said.furnished, SURE)
    resumed, inside = is_resumed(rows, judged.content, said.claimed)
    own_text = said.furnished & ~items.apart & ~judged.seen["feed"] & ~judged.seen["other"]
    judged.move("resumed", resumed & own_text, PLACED)
    judged.move("inside", inside & own_text, SURE)
    _by_outline(rows, said, judged, scored.seen["thread"] > 0)
    headings, text = wikis.sections(rows, said.claimed)
    edited = (headings | text) & said.furnished & ~thread.thread
    judged.move("edited", edited & ~judged.content, PLACED)
    judged.move("verse", is_verse(rows, said.claimed) & ~judged.content, PLACED)
    judged.move("chapter", is_chapter(rows, judged.content) & ~judged.content, PLACED)
    judged.move("tabular", is_table_row(rows, judged.content) & ~judged.content & ~said.claimed, PLACED)
    walls = walled(rows)
    _by_thread(rows, said, thread, judged)
    judged.move("crumb", is_crumb(rows, said.claimed) & said.furnished & judged.content, HALF)
    judged.move("lone", is_lone(rows, said) & ~judged.content, PLACED)
    judged.move("walled", walls != NO_WALL, SURE)
    judged.move("code", is_page_code(rows), SURE)
    furnished = said.furnished & ~(is_thread(rows, scored.seen["thread"] > 0) | rows.documents.any(thread.around))
    told, left = caused(judged.seen, said.claimed), judged.seen["leftover"] & ~judged.content
    judged.move("sectioned", is_in_section(rows, judged.scores, told, left, furnished), PLACED)
    shown = {name: judged.seen[name] for name in ("sure", "unbroken", "indexed", "entitled")}
    shown["sure"] = shown["sure"] | judged.seen["account"]
    odd |= is_below_beginning(rows, judged.seen["silent"], judged.seen["text"])
    odd |= judged.seen["sectioned"] | judged.seen["headed"] | judged.seen["edited"]
    listed = (items.apart | is_of_record(rows, said.furnished) | entry_days(rows, judged.seen["text"])) & judged.content
    shown |= {"odd": odd, "noticed": said.noticed, "listed": listed}
    seen = judged.seen | {"noticed": said.noticed}
    reason = reasons(rows, ~judged.content, seen, (scored.speaking, scored.against), walls)
    return lines.with_columns(
        score=pl.Series(judged.scores), boilerplate=pl.Series(~judged.content), reason=reason,
        furnished=pl.Series(said.furnished | judged.seen["walled"]),
        **{name: pl.Series(flags) for name, flags in shown.items()},
    )  # fmt: skip


class _Scoring:
    """Scores as modified by one rule after another, and the blocks each rule applied to."""

    def __init__(self, scores: Scores) -> None:
        self.scores = scores
        self.seen: dict[str, Flags] = {}

    @property
    def content(self) -> Flags:
        """A mask of the blocks that are not boilerplate."""
        return self.scores < HALF

    def move(self, rule: str, flags: Flags, score: float) -> None:
        """Record the blocks a rule applies to, and set their score."""
        self.seen[rule] = flags
        self.scores = np.where(flags, np.float32(score), self.scores)

    def raise_to(self, flags: Flags, score: float) -> None:
        """Raise the score of blocks to at least this value."""
        self.scores = np.where(flags, np.maximum(self.scores, np.float32(score)), self.scores)


def _said(rows: Rows) -> tuple[Furniture, Frames]:
    noticed = is_notice(rows)
    claimed = claims(rows, noticed)
    thread, framed = frames(rows), rows.with_cue(FRAMES)
    claimed |= thread.around
    # Above the first post, only the page's own words tell whether a line may go: the topic is there.
    has_furniture = furnished(rows, claimed & ~framed) | thread.around | (rows.documents.above(thread.around) > 0)
    claimed &= ~framed | has_furniture
    further = (is_page_notice(rows) | rows.with_cue(BUTTONS)) & has_furniture
    return Furniture(noticed | further, claimed | further, has_furniture), thread


def _by_themselves(rows: Rows, said: Furniture, scored: Scored, judged: _Scoring) -> Flags:
    """Judge blocks by their own words, and keep those with nothing but their look against them; return the odd ones.

    Odd blocks look like furniture, or recur like a refrain: no headline is searched there.
    """
    seen = {"sure": rows.with_cue(SURE_CUES), "teaser": is_teaser(rows), "unbroken": is_unbroken(rows)}
    # A long sentence that holds such words may be somebody's.
    long = rows["sentence"] & (rows["weight"] >= _LONG)
    seen["template"] = is_template(rows) | is_menu(rows)
    told = (seen["sure"] & ~long, seen["teaser"], seen["unbroken"], said.noticed, seen["template"])
    judged.raise_to(np.any(told, axis=0), SURE)
    judged.raise_to(seen["sure"], float(_UNSURE))
    judged.raise_to(rows.with_cue((*OFFERS, *AMBIGUOUS)) & said.claimed & said.furnished, float(_UNSURE))
    plain = ~grounded(rows, ~judged.content, said.claimed, said.furnished)
    bare = ~rows.documents.any(said.claimed) & (rows["weight"] > 0)
    refrain = rows["times"] >= _REFRAIN
    # Notices that go from its end say nothing of the lines that begin a text.
    others = said.claimed & (plain | ~rows.with_cue(AT_AN_END))
    brief = ~rows.documents.any(others) & (rows.documents.size <= _FEW_BLOCKS)
    odd = ((plain & (~judged.content | refrain)) | scored.spared) & ~(brief & (rows["weight"] > 0))
    most = np.where(bare, np.float32(1 - SURE), np.float32(PLACED))
    judged.scores = np.where(plain, np.minimum(judged.scores, most), judged.scores)
    judged.seen |= seen | {"plain": plain, "sure": seen["sure"] & ~plain, "unbroken": seen["unbroken"] & ~plain}
    return odd


def _by_neighbours(rows: Rows, said: Furniture, scored: Scored, judged: _Scoring) -> Flags:
    """Keep blocks because of those around them; return which blocks certainly belong to the article."""
    judged.seen |= keep_by_context(rows, said, judged.scores, scored.seen["thread"] > 0)
    held = np.any(
        [judged.seen[rule] for rule in ("placed", "continued", "framed", "topical", "spoken", "deck", "posted")], axis=0
    )
    held |= judged.seen["merged"] & ~judged.content
    judged.scores = np.where(held, np.float32(PLACED), judged.scores)
    told = said.claimed | judged.seen["teaser"] | judged.seen["unbroken"]
    silent = is_in_unfurnished_text(rows, judged.content, told) & said.furnished & ~judged.content
    judged.move("silent", silent, PLACED)
    judged.seen["text"] = is_framed_text(rows, judged.content, told, scored.seen["thread"] > 0) & said.furnished
    judged.move("whole", judged.seen["text"] & ~judged.content, PLACED)
    judged.move("fact", is_fact(rows, judged.content, told, scored.seen["thread"] > 0), PLACED)
    judged.move("headed", is_heading(rows, judged.content), PLACED)
    judged.move("report", is_in_report(rows, judged.content, told), PLACED)
    judged.move("cited", is_cited(rows, told), PLACED)
    judged.raise_to(is_empty_heading(rows, ~judged.content, judged.seen["teaser"]), HALF)
    judged.move("account", is_account(rows, judged.content, told) & said.furnished & judged.content, HALF)
    judged.move("author", is_about_author(rows, judged.content, said.furnished), HALF)
    own: Flags = (judged.scores < _BELIEVED) | held | judged.seen["merged"] | judged.seen["text"]
    return own


def _by_place(rows: Rows, said: Furniture, judged: _Scoring, own: Flags, marks: tuple[Flags, Frames]) -> Items:
    """Drop blocks below an article, in its comments, or isolated among furniture; return the items of lists.

    `marks` of posts are known by their words, or by their recurrence around posts.
    """
    mark, thread = marks
    items = find_items(rows, judged.content, said.claimed, said.furnished, mark | thread.around)
    judged.move("item", items.content & ~judged.content, PLACED)
    judged.move("button", items.buttons, SURE)
    free = said.furnished & ~items.apart
    judged.move("appended", is_appended(rows, judged.content) & free, HALF)
    judged.move("commented", is_comment(rows, thread.thread, said.claimed), float(_UNSURE))
    judged.move("similar", is_similar(rows, judged.content, said.claimed) & free, HALF)
    judged.move("leftover", is_leftover(rows, judged.content, said.furnished, own), HALF)
    return items


def _by_outline(rows: Rows, said: Furniture, judged: _Scoring, posts: Flags) -> None:
    """Drop tables of contents and buttons on pages with furniture, and keep the text that such a table describes."""
    outline = outlined(rows, judged.scores, said.claimed, posts)
    headlines, tabs = wikis.headlines(rows)
    judged.seen |= {"indexed": outline.entries | outline.sections, "entitled": outline.titles | headlines}
    judged.raise_to((tabs | wikis.is_footer(rows)) & said.furnished, SURE)
    judged.move("entry", outline.entries & said.furnished, SURE)
    judged.raise_to(rows.with_cue(BUTTONS) & ~outline.headings & said.furnished, HALF)
    kept = (outline.headings | (outline.inside & (rows.cue < 0))) & (judged.scores < _UNSURE)
    judged.move("outlined", kept & said.furnished & ~judged.content, PLACED)


def _by_thread(rows: Rows, said: Furniture, thread: Frames, judged: _Scoring) -> None:
    """Keep short posts of a thread, and drop the frames around its posts and what is below the last one."""
    told = rows.with_cue(SURE_CUES) | said.noticed | rows.documents.any(judged.seen["commented"])
    judged.move("post", thread.posts & ~judged.content & ~told, PLACED)
    judged.move("frame", thread.around, SURE)
    judged.move("end", thread.below & judged.content, HALF)
