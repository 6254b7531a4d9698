"""Surface features of all blocks of a batch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.kernels.parser.lines import MOST_BREAKS
from audit.parser.blocks import code_points as classes
from audit.parser.blocks.context import margins, run_together
from audit.parser.blocks.context.regex_search import LineTexts, picked, search_rows
from audit.parser.blocks.context.rows import NO_CUE, are_cues
from audit.parser.blocks.lexicon import cue_columns
from audit.parser.blocks.reader_notices import NONE, notice_columns
from audit.parser.blocks.segment import segment, spelled
from audit.parser.tables.function_words import word_columns
from audit.parser.tables.line_cues import CUES, WIKI
from audit.text.fold import folded_points
from audit.text.punctuation import SENTENCE_CLOSERS, SENTENCE_STOPS
from audit.text.tables.narration import is_about_rights, is_narrated, is_quoted, is_told

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["MOST_BREAKS", "WIDE_WEIGHT", "lines"]

# Letters that a Han, kana or Hangul character counts (lengths of the same texts in both).
WIDE_WEIGHT: Final = 2.2
_COUNTED: Final = (
    ("space", classes.SPACE),
    ("wide", classes.WIDE),
    ("upper", classes.UPPER),
    ("lower", classes.LOWER),
    ("digit", classes.DIGIT),
    ("stops", classes.STOP),
    ("pauses", classes.PAUSE),
    ("bars", classes.BAR),
    ("marks", classes.MARK),
)
# Code points per chunk, to bound memory.
_PORTION: Final = 1 << 22
# Letters of Thai, Lao, Burmese and Khmer, and the number that exceeds a headline.
_UNSTOPPED: Final = ((0x0E01, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF))
_UNSTOPPED_SENTENCE: Final = 120
# That of a shorter sentence below one.
_UNSTOPPED_SHORT: Final = 50
# Their grammatical words, as substrings of lines without blanks: that, and, of, will, was, not, in, from.
_UNSPACED_WORDS: Final = (
    "ว่า|และ|ที่|ของ|ได้|จะ|แล้ว|เป็น|ให้|กับ|จาก|มาก|ไม่|ซึ่ง|เพื่อ|หรือ|แต่|โดย|เมื่อ|"
    "ວ່າ|ແລະ|ທີ່|ຂອງ|ໄດ້|ຈະ|ແລ້ວ|ເປັນ|ໃຫ້|ກັບ|ຈາກ|ບໍ່|ເພື່ອ|ຫຼື|"
    "ដែល|និង|ថា|បាន|នៅ|មាន|មិន|នឹង|ដើម្បី|ក្នុង|"
    "သည်|သော|ခဲ့|မည်|များ|တွင်|နှင့်|ဟု|၏|သို့"
)
# Quoted speech, and kinds that it is never taken for.
_SAID: Final = '"“„«»「『‘'
# Prompts and notices that sentences may mention; rights are stated in sentences, too, and the day of the last change.
_ASKING: Final = tuple(
    i for i, c in enumerate(CUES) if c.anywhere and c.sure and not (c.late or c.kind == "rights_notice" or i in WIKI)
)
_RIGHTS: Final = tuple(i for i, c in enumerate(CUES) if c.kind == "rights_notice")
_UNSURE: Final = tuple(i for i, c in enumerate(CUES) if c.furniture and not c.sure)
# Labels at the beginning of a line.
_NAMING: Final = tuple(i for i, c in enumerate(CUES) if not c.anywhere)
_DOUBTABLE: Final = (*_ASKING, *_RIGHTS, *_UNSURE, *_NAMING)
# Entries of a table of contents and calls of functions; Markdown headings and table rows, which are no page labels
# (except headings of other articles and of comments).
_ENTRY: Final = re.compile(r"(?:\.{4}|(?:\. ){4}|…{2}).{0,8}\d$|\w\(\);?$")
_SET: Final = re.compile(r"^#{1,6} |^\|.*\|$")
# Numbered headings of a text, unlike those of a menu with the next one right below; and listings by time.
_NUMBERED: Final = re.compile(r"^\d{1,2}\.(?:[1-9]\d?\.?){0,3} ?\D")
_BY_TIME: Final = re.compile(r"^\d{1,2}\.[0-5]\d \D")
_LABELS: Final = tuple(i for i in _UNSURE if not CUES[i].anywhere)
_HEADINGS: Final = tuple(i for i, c in enumerate(CUES) if c.kind in ("related_heading", "comment"))


def lines(texts: Iterable[str]) -> pl.DataFrame:
    """Return a row per block of the texts, in order.

    Columns: document (index of the text), start, end, text, folded; code point counts per class; chars; weight
    (information, in letters); words and particles (function words in short lines); dated (contains a year); cue, seen
    (audit.parser.tables.line_cues); opens, closes (audit.parser.blocks.context.margins); sentence (ends like one);
    times (occurrences of the line in its document), twin (more than one); notice, hint,
    on_consent (audit.parser.blocks.reader_notices); merged (audit.parser.blocks.context.run_together), which excludes
    cue and notice.
    """
    table = pl.concat([_blocks(first, portion) for first, portion in _portions(texts)])
    table = table.with_columns(times=pl.len().over("document", "folded"), sentence=_is_sentence(table))
    return _apart(_heard(table.with_columns(twin=pl.col("times") > 1)))


def _apart(table: pl.DataFrame) -> pl.DataFrame:
    """Return the blocks with joined pages flagged, for which furniture words mean nothing."""
    rows, texts = run_together.candidates(table)
    if rows.is_empty():
        return table.with_columns(merged=pl.lit(value=False))
    sentences = _blocks(0, texts.to_list())
    sentences = sentences.with_columns(sentence=_is_sentence(sentences))
    merged = pl.Series("merged", run_together.run_together(table, rows, sentences))
    table = table.with_columns(merged)
    named = (pl.when(~pl.col("merged")).then(name).alias(name) for name in ("cue", "seen"))
    noticed = (
        pl.when("merged").then(pl.lit(NONE, table.schema[name])).otherwise(name).alias(name)
        for name in ("notice", "hint")
    )
    return table.with_columns(*named, *noticed, pl.col("on_consent") * ~merged)


def _heard(table: pl.DataFrame) -> pl.DataFrame:
    """Return the blocks without labels inside speech, and prompts inside sentences about them.

    "Yes.", he said, is no button; "She had to sign up for the army." asks nobody to do so. Entries of a list are no
    labels either.
    """
    cue, heard = table["cue"].fill_null(NO_CUE).to_numpy(), _is_entry(table)
    rows = np.flatnonzero(table["sentence"].to_numpy() & are_cues(cue, _DOUBTABLE))
    lines = list(zip(*(picked(table[name], rows).to_list() for name in ("folded", "seen")), strict=True))
    told = are_cues(cue[rows], _UNSURE) & margins.are_marks(table["opens"].to_numpy()[rows], _SAID)
    for cues, is_one in (
        (_ASKING, is_told),
        (_NAMING, is_narrated),
        (_RIGHTS, is_about_rights),
        (_DOUBTABLE, is_quoted),
    ):
        asked = np.flatnonzero(are_cues(cue[rows], cues) & ~told)
        told[asked] = [is_one(*lines[n]) for n in asked.tolist()]
    heard[rows] |= told
    if not heard.any():
        return table
    kept = pl.when(~pl.Series(heard))
    return table.with_columns(kept.then(name).alias(name) for name in ("cue", "seen"))


def _is_entry(table: pl.DataFrame) -> NDArray[np.bool_]:
    """Return which labelled blocks are formatted as an entry of a contents list, a call, a heading or a table row."""
    cue, found = table["cue"].fill_null(NO_CUE).to_numpy(), np.zeros(len(table), np.bool_)
    lines = LineTexts(table["folded"])
    unsure, labels, headings = (np.flatnonzero(are_cues(cue, cues)) for cues in (_UNSURE, _LABELS, _HEADINGS))
    numbered = search_rows(_NUMBERED, lines, labels)
    below = np.minimum(numbered + 1, len(table) - 1)
    found[numbered[~np.isin(below, search_rows(_NUMBERED, lines, below))]] = True
    found[search_rows(_BY_TIME, lines, labels)] = True
    found[search_rows(_ENTRY, lines, unsure)] = True
    found[search_rows(_SET, lines, np.setdiff1d(unsure, headings, assume_unique=True))] = True
    return found


def _is_unstopped(table: pl.DataFrame) -> NDArray[np.bool_]:
    """Return which blocks end with a letter of a script without blanks and full stops."""
    last = table["closes"].to_numpy() & margins.POINT
    found: NDArray[np.bool_] = np.any([(low <= last) & (last <= high) for low, high in _UNSTOPPED], 0)
    return found


def _with_unspaced_words(table: pl.DataFrame) -> pl.DataFrame:
    """Return the blocks with the grammatical words of scripts without blanks counted as words."""
    rows = np.flatnonzero(_is_unstopped(table))
    if not len(rows):
        return table
    words = table["words"].to_numpy(writable=True)
    words[rows] = picked(table["folded"], rows).str.count_matches(_UNSPACED_WORDS)
    return table.with_columns(words=pl.Series(words))


def _is_sentence(table: pl.DataFrame) -> pl.Series:
    """Return which blocks end like a sentence; in scripts without full stops, such as Thai, the length decides.

    There also shorter blocks with grammatical words are sentences, from a long one on.
    """
    unstopped, weight = _is_unstopped(table), table["weight"].to_numpy()
    long = unstopped & (weight >= _UNSTOPPED_SENTENCE)
    if long.any():
        short = unstopped & (table["words"].to_numpy() > 0) & (weight >= _UNSTOPPED_SHORT)
        long = _carried_on(long, long | short, table["document"].to_numpy())
    return pl.Series(margins.ends(table["closes"].to_numpy(), SENTENCE_STOPS, SENTENCE_CLOSERS) | long)


def _carried_on(
    begins: NDArray[np.bool_], goes_on: NDArray[np.bool_], document: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Return the rows of runs from a beginning on, within a document."""
    rows = np.arange(len(begins))
    ends = ~goes_on | (np.diff(document, prepend=-1) != 0)
    begun, ended = (np.maximum.accumulate(np.where(at, rows, -1)) for at in (begins, ends))
    carried: NDArray[np.bool_] = goes_on & (begun >= ended) & (begun >= 0)
    return carried


def _portions(texts: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield groups of consecutive texts of bounded size, and the index of the first text of each; at least once."""
    first, portion, size = 0, list[str](), 0
    for text in texts:
        if portion and size + len(text) > _PORTION:
            yield first, portion
            first, portion, size = first + len(portion), [], 0
        portion.append(text)
        size += len(text)
    yield first, portion


def _blocks(number: int, texts: list[str]) -> pl.DataFrame:
    blocks = segment(texts)
    folded = folded_points(blocks.points)
    columns = {
        "document": number + blocks.document,
        "start": blocks.first - blocks.above,
        "end": blocks.last - blocks.above,
        "text": spelled(blocks.points, blocks.first, blocks.last),
        "folded": spelled(folded, blocks.first, blocks.last),
        "breaks": blocks.breaks,
        "opens": blocks.points[blocks.first],
        "closes": margins.closing(blocks.points, blocks.first, blocks.last),
    }
    counted = {name: blocks.counts[:, number].copy() for name, number in _COUNTED}
    told = word_columns(folded, blocks.first, blocks.last), cue_columns(folded, blocks.first, blocks.last)
    table = _with_unspaced_words(pl.DataFrame(columns | counted | told[0] | told[1])).with_columns(_measured())
    return table.with_columns(**notice_columns(table))


def _measured() -> tuple[pl.Expr, ...]:
    return (
        (pl.col("end") - pl.col("start")).alias("chars"),
        (pl.col("upper") + pl.col("lower") + pl.col("digit") + WIDE_WEIGHT * pl.col("wide")).alias("weight"),
    )
