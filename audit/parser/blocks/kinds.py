"""The kind of each block of a batch, once boilerplate is decided."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks.context.teasers import day_alone
from audit.parser.blocks.injected import find_planted
from audit.parser.blocks.reader_notices import named
from audit.parser.tables.complements import is_credit
from audit.parser.tables.line_cues import CUES
from audit.parser.tables.reader_notices import NOTICES
from audit.text.fold import fold
from audit.text.punctuation import BULLETS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows
    from audit.parser.blocks.page import Pages

    # The name of each block's kind, or _UNTOLD.
    Kinds = NDArray[np.object_]

_UNTOLD: Final = ""
# Kinds that form the body.
CONTENT: Final = ("paragraph", "heading", "list_item", "quote")
# Kinds that belong to the article without being prose.
OWN: Final = ("title", "original_title", "ai_summary")
# Kinds that describe the article: flagged, since they are not part of its text.
HEADER: Final = ("byline", "date", "source_credit", "image_credit", "caption")
_LISTED: Final = re.compile(rf"^(?:[{BULLETS}]\s|\(?\d{{1,2}}[.、)]\s?\D)")
_OPENED, _CLOSED = '"“„«「『‘', '"”“»」』’'
# Endings of lines that continue.
_OPEN_END: Final = ",;:，；：、…"
# Maximum letters of a heading.
_HEADING: Final = 80
# Minimum function words and letters of a clause.
_RUNNING, _CLAUSE = 3, 35
# A number and what was counted; and characters inspected of a line.
_COUNTER: Final = r"^[\W\d]*\d[\W\d]*(?:k|m|万|千|人|次|条|views?|shares?|comments?|阅读|评论|浏览|跟贴)?\W*$"
_COUNTED: Final = 40
_RUN_TOGETHER: Final = 350
"""Letters from which one line of furniture, if no text of sentences, can only be a list without its line breaks."""
# Letters per full stop at most in a text of sentences. (Of 111 such lines on labelled pages 101 are texts.)
_SENTENCE: Final = 300
# Kinds of lines next to a publisher's slogan.
_BANNERS: Final = ("app_banner", "qr_prompt", "site_name")
_SLOGAN_FROM, _SLOGAN_TO = 8, 40
_ENDS_ARTICLE: Final = ("related_heading", "comment")
# Labels believed on furniture lines, and those believed on other lines that are no sentences.
_TELLING: Final = ("image_credit", "ai_summary", "byline")
# By, author, source: prepositions and words that also begin a line of verse, a note or a field of a record.
_LATIN_LABEL: Final = r"^\P{L}*\p{Latin}"
# Blocks at the beginning and end of a text, among which an editor is named in other scripts.
_ENDS: Final = 4
# Maximum letters of a caption that ends with a picture credit.
_CREDIT: Final = 300
_CREDITED: Final = (
    r"(?:^|[\s(,.])(?:(?i:photograph|photos?|picture|image|fotos?|bild|grafik|crédit(?: photo)?|фото)"
    r" ?[:/] ?(?:\p{Lu}[^\s.!?:]{1,30}[ /][^.!?:\n]{1,40}|dpa|afp|epa|ap)|\p{Han}{2,4}\s?[摄攝])\)?$"
)
_CREDITING: Final = ["photo", "foto", "picture", "image", "bild", "grafik", "crédit", "фото", "摄", "攝"]
# Marks without which a line has no such credit: the pattern itself is slow.
_CREDIT_MARKS: Final = (":", "/", "摄", "攝")
# Number of first lines that may contain a newspaper's name.
_MASTHEAD: Final = 3
_PATH: Final = [">", "»"]
_CUE_KINDS: Final = np.array([*(cue.kind for cue in CUES), _UNTOLD], object)
_NOTICE_KINDS: Final = np.array([notice.kind for notice in NOTICES], object)
_BULLETS: Final = "•·●*-"
_IMAGE_NAMES: Final = ("logo", "image", "img", "icon", "avatar", "banner", "图片", "头像")


def find_kinds(batch: Pages, stated: Mapping[int, str], sources: Sequence[str | None]) -> pl.Series:
    """Return the kind of each block.

    `stated` holds the kinds of the header rows, `sources` the publisher stated by each document.
    """
    opening = batch.opening[batch.document]
    told = _stated(batch, {**stated, **_mastheads(batch, stated, sources)})
    kinds = _own_kinds(batch, told, batch.documents.here < opening)
    kinds[_is_site(batch, told)] = "site_name"
    ends = _are(kinds, _ENDS_ARTICLE) & (batch.documents.here > opening) & batch["boilerplate"]
    unknown = kinds == _UNTOLD
    heading = batch.documents.last_above(ends)
    below = unknown & (heading >= 0)
    kinds[unknown] = "navigation"
    joined = (batch["weight"] >= _RUN_TOGETHER) & ~(batch["sentence"] & (batch["stops"] * _SENTENCE >= batch["weight"]))
    kinds[below] = np.where(joined, "related_list", "related_item")[below]
    kinds[below & (kinds[heading] == "comment")] = "comment"
    kinds = _with_labels(batch, kinds, batch.documents.here < opening)
    return pl.Series(_with_summaries(batch, kinds).tolist(), dtype=pl.String)


def _are(kinds: Kinds, wanted: Sequence[str]) -> Flags:
    """Return which kinds are one of some."""
    found: Flags = np.any([kinds == kind for kind in wanted], axis=0)
    return found


def _stated(rows: Rows, stated: Mapping[int, str]) -> Kinds:
    """Return the stated kinds; a paragraph that also names its author stays one.

    So do the only line of a text, and a clause with a date in one without furniture.
    """
    told = np.full(len(rows.cue), _UNTOLD, object)
    told[list(stated)] = list(stated.values())
    prose = ~rows["boilerplate"] & rows["sentence"] & (rows["weight"] >= _HEADING)
    running = (told == "date") & (rows["words"] >= _RUNNING) & (rows["weight"] >= _CLAUSE) & (rows.cue < 0)
    running &= ~rows.documents.any(rows["furnished"])
    prose |= ~rows["boilerplate"] & (running | (rows.documents.size == 1))
    told[prose & _are(told, HEADER)] = _UNTOLD
    return told


def _mastheads(batch: Pages, stated: Mapping[int, str], sources: Sequence[str | None]) -> dict[int, str]:
    """Return the lines at the very top, above the headline, that consist of the source's name."""
    found = {}
    for row in (row for row, kind in stated.items() if kind == "title"):
        number = int(batch.document[row])
        first, name = int(batch.first[number]), sources[number] or ""
        for line in range(first, min(row, first + _MASTHEAD)) if name else ():
            if line not in stated and batch.content[line] and batch.lines["folded"][line] == fold(name):
                found[line] = "source_credit"
    return found


def _credited(batch: Pages) -> Flags:
    """Return which lines end with a picture credit."""
    short = ~batch["sentence"] & (batch["weight"] <= _CREDIT) & (batch.cue < 0) & ~batch["merged"]
    return batch.matching("text", _CREDITED, batch.naming(_CREDIT_MARKS, batch.naming(_CREDITING, short)))


def _own_kinds(batch: Pages, stated: Kinds, above: Flags) -> Kinds:
    """Return the kind each block's own text declares; _UNTOLD for furniture that declares none.

    `above` are the rows before the start of the article.
    """
    cue, furniture = _CUE_KINDS[batch.cue], batch["boilerplate"]
    kinds = np.where(furniture, cue, _UNTOLD)
    _tell_furniture(batch, kinds, furniture & ((batch.cue < 0) | (cue == "related_heading")), above)
    _tell_content(batch, kinds, ~furniture)
    telling = batch.cued(_TELLING) & (furniture | ~batch["sentence"]) & (batch.documents.size > 1)
    telling &= ~batch["listed"] & ~_is_text(batch, telling & (cue == "byline") & ~furniture, stated)
    telling &= batch["furnished"] | _is_credit(batch, telling & ~batch["furnished"])
    # Another day right beside the stated one: published, updated.
    beside = batch.documents.near(stated == "date", 1) & (cue == "date") & day_alone(batch) & ~batch["sentence"]
    telling |= beside
    kinds[telling] = cue[telling]
    kinds[telling & (cue == "image_credit") & (batch["weight"] >= _HEADING)] = "caption"
    kinds[_credited(batch)] = "caption"
    noticed = batch["noticed"] & furniture & (batch.cue < 0)
    kinds[noticed] = _NOTICE_KINDS[named(batch)[noticed]]
    kinds[find_planted(batch)] = "injected_ad"
    known = stated != _UNTOLD
    kinds[known] = stated[known]
    return kinds


def _is_credit(batch: Pages, telling: Flags) -> Flags:
    """Return which lines with a label of credits go on as credits do."""
    found, here = telling.copy(), np.flatnonzero(telling & (_CUE_KINDS[batch.cue] != "ai_summary"))
    lines = batch.lines["text"], batch.lines["folded"], batch.lines["seen"]
    for row, text, line, label in zip(here.tolist(), *(column.gather(here).to_list() for column in lines), strict=True):
        found[row] = is_credit(label, text[line.find(label) + len(label) :])
    return found


def _is_text(batch: Pages, bylines: Flags, stated: Kinds) -> Flags:
    """Return which lines behind a label of authors are text: in Latin script or far from the ends, without furniture.

    A line that repeats the one that states the author is none.
    """
    documents = batch.documents
    plain = bylines & ~documents.any(batch["furnished"])
    text = plain & (documents.here - documents.first >= _ENDS) & (documents.last - documents.here > _ENDS)
    text |= batch.matching("folded", _LATIN_LABEL, plain)
    if text.any():
        folded = batch.lines["folded"]
        text[text] = ~folded.filter(text).is_in(folded.filter(stated == "byline").implode()).to_numpy()
    return text


def _tell_content(rows: Rows, kinds: Kinds, content: Flags) -> None:
    followed = rows.documents.shifted(content, -1, otherwise=False)
    kinds[content] = "paragraph"
    heading = content & followed & (rows["weight"] < _HEADING) & ~rows["sentence"]
    kinds[heading & ~rows.closed(_OPEN_END)] = "heading"
    kinds[content & (rows["chars"] > 1) & rows.opened(_OPENED) & rows.closed(_CLOSED)] = "quote"
    led = content & (rows.opened(f"{BULLETS}(") | rows.begins_with_digit)
    kinds[rows.matching("text", _LISTED, led)] = "list_item"


def _tell_furniture(rows: Rows, kinds: Kinds, silent: Flags, above: Flags) -> None:
    kinds[silent] = _UNTOLD
    kinds[rows.naming(_PATH, silent & above)] = "breadcrumb"
    here = np.flatnonzero(silent)
    lines = rows.picked(here)
    kinds[here[lines.str.head(_COUNTED).str.contains(_COUNTER).to_numpy()]] = "counter"
    kinds[here[lines.is_in(_IMAGE_NAMES).to_numpy()]] = "logo_alt"
    kinds[silent & (rows.cue >= 0)] = "related_heading"
    kinds[silent & rows["unbroken"]] = "related_list"


def _is_site(rows: Rows, stated: Kinds) -> Flags:
    """Return which furniture lines repeat the line that the site's name was read from."""
    names, repeated = np.flatnonzero(stated == "site_name"), np.flatnonzero(rows["twin"] & rows["boilerplate"])
    known = set(zip(rows["document"][names].tolist(), rows.texts(names), strict=True))
    found = np.zeros(len(stated), np.bool_)
    lines = zip(rows["document"][repeated].tolist(), rows.texts(repeated), strict=True)
    found[repeated] = [line in known for line in lines]
    return found


def _with_labels(rows: Rows, kinds: Kinds, above: Flags) -> Kinds:
    """Return the kinds with slogans (next to a banner) and account names (between headline and date) added."""
    documents, weight = rows.documents, rows["weight"]
    unknown = above & (kinds == "navigation") & (rows.cue < 0) & (weight <= _SLOGAN_TO)
    here = np.flatnonzero(unknown)
    before, after = (documents.shifted(kinds, steps, "")[here].astype(str) for steps in (1, -1))
    slogan = (np.isin(before, _BANNERS) | np.isin(after, _BANNERS)) & (weight[here] >= _SLOGAN_FROM)
    account = (before == "title") & np.isin(after, ("date", "byline"))
    told = kinds.copy()
    told[here[slogan]] = "slogan"
    told[here[account]] = "account_name"
    return told


def _with_summaries(batch: Pages, kinds: Kinds) -> Kinds:
    """Return the kinds with machine summaries added: a labelled paragraph and its bullets."""
    made, texts = kinds.copy(), batch.lines["text"]
    for label in np.flatnonzero((kinds == "ai_summary") & (_CUE_KINDS[batch.cue] == "ai_summary")).tolist():
        last = int(batch.last[batch.document[label]])
        end = label + 2
        while end < last and texts[end][0] in _BULLETS and kinds[end] in CONTENT:
            end += 1
        made[label + 1 : min(end, last)] = "ai_summary"
    return made
