"""Short lines between paragraphs that share no word with the article: often planted, sometimes an unusual heading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from audit.finding import MAX_PLACES, Place
from audit.measure.blockwise import EVIDENCE, is_content, places, tally
from audit.measure.measure import Measure, Measured, ParsedBatch
from audit.measure.spun.chinese_search_phrases import weighed_words
from audit.measure.spun.search_languages import language_of
from audit.measure.spun.search_phrases import telling_words
from audit.tables.table import required
from audit.text.classes import codepoints
from audit.text.punctuation import SENTENCE_END
from audit.text.shared_words import HAN_PAIR, is_foreign, terms
from audit.text.visible import visible

FACT: Final = "foreign_lines"
CHINESE: Final = "zh"
# Letters that a Han, kana or hangul character counts (as audit.parser.blocks.features.WIDE_WEIGHT).
_WIDE: Final = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]"
_WIDE_WEIGHT: Final = 2.2
# Maximum letters of a short line, and minimum of the paragraphs around it.
_SHORT, _BESIDE = 60, 30
# The end of a sentence, or an announcement of what follows.
_ENDED: Final = rf"{SENTENCE_END}|[:：…]$"
# The end of a line that is called out; the weight of words of wares in one that offers something, which takes two of
# them; and characters of an article that tell its language.
_LOUD: Final = r"[^!！?？][!！]\s*$"
_OFFERED, _READ = 55, 1600
# Minimum share of such ends for text in sentences, and the characters of a block that are searched for one.
_MOSTLY, _CLOSE = 0.5, 8
# Minimum words of a phrase that can be judged foreign.
_SEVERAL: Final = 4
_KINDS: Final = ("paragraph", "heading", "quote")
# Lines that are no phrases: Markdown headings, lines in brackets, owners of rights, mail addresses; numbered headings,
# options and chapters; rows of tables, and messages that begin with their time or sender.
_NO_PHRASE: Final = re.compile(
    r"\s*(?:#+ |\[[^]]*\]\s*$|\([^)]*\)\s*$)|.*(?:\bcopyright\b|©|<[^<>\s]+@)"
    r"|\s*(?:\d{1,3}(?:\.\d{1,3})*(?:[.)、．:：]|\s)|[a-h][.)、．]|[ivxl]{1,6}\.|[(（]?[一二三四五六七八九十]+[、)）])"
    r"|\s*第[\d一二三四五六七八九十百]+[章节回卷幕场篇部课条讲]"
    r"|\s*[^\W\d_]+\s+(?:\d{1,3}|[ivxl]{1,6})\s*$|\s*(?:\||[\[(<]\S)"
)


def foreign_lines(batch: ParsedBatch) -> Iterator[tuple[str, Place]]:
    """Yield the lines of documents that are unrelated to the surrounding article.

    Measured with lines of advertising put between the paragraphs of 203 labelled pages (tests/benchmarks/
    injected_lines.py): 40 of 48 lines in Han script are found and 6 are dropped as boilerplate; of 257 others 39 % are
    found and 52 % dropped. Of the articles' own lines 0.5 and 0.4 % are flagged. Phrases appended to a heading are
    found, too; of 8,367 lines of articles one is flagged for that.
    """
    weight = _weights(batch.frame["text"])
    short, loud = _is_short(batch.frame, weight)
    columns = {"short": short | loud, "loud": loud, "framed": _is_framed(batch.frame, batch.owners, weight)}
    told = batch.frame.with_columns(pl.Series(name, flags) for name, flags in columns.items()).filter(is_content)
    lines = told.with_row_index("nth").filter("short").select("nth", "id", "start", "text", "framed", "loud")
    looked_at: Counter[str] = Counter()
    for block, id, start, text, framed, is_loud in lines.iter_rows():
        looked_at[id] += 1
        if looked_at[id] <= MAX_PLACES:
            own = batch.articles.text(block), batch.articles.words(block).body
            if not is_loud or (framed and _offers(*own)):
                yield from ((id, place) for place in _places(own, start, text, framed))


def _places(lines: tuple[str, str], start: int, text: str, framed: bool) -> Iterator[Place]:  # noqa: FBT001 a column
    """Yield a line, or the part after its last comma, if it is foreign to the body.

    `lines` are the line and the body, folded.
    """
    line, body = lines
    if _is_heading(line):
        return
    glued = line.rfind(",") + 1 or line.rfind("、") + 1
    if framed and is_foreign(line, body.replace(line, " ")):
        yield Place(FACT, start, start + len(text), visible(text, EVIDENCE))
    elif glued and _is_utterly_foreign(line[glued:], body):
        first = glued + len(line[glued:]) - len(line[glued:].lstrip())
        yield Place(FACT, start + first, start + len(text), visible(text[first:], EVIDENCE))


def _offers(line: str, body: str) -> bool:
    """Return whether a folded line that is called out has several words of wares in the language of the body."""
    language = language_of(body[:_READ]) or (CHINESE if HAN_PAIR.search(line) else None)
    if language is None:
        return False
    vocabulary, weights = weighed_words() if language == CHINESE else telling_words(language)
    found = vocabulary.find(codepoints(line))
    return int(weights[found.words].sum()) >= _OFFERED


def _is_heading(line: str) -> bool:
    """Return whether a folded line is a label, a greeting, one word, or of documentation, which no search phrase is."""
    if _NO_PHRASE.match(line):
        return True
    return line.rstrip().endswith((":", ",", "，")) or (" " not in line.strip() and len(terms(line)) == 1)


def _is_utterly_foreign(phrase: str, body: str) -> bool:
    """Return whether a phrase of several words shares none with the surrounding body."""
    said = terms(phrase)
    rest = body.replace(phrase, " ")
    return len(said) >= _SEVERAL and not any(term in rest for term in said)


def _is_short(blocks: pl.DataFrame, weights: NDArray[np.float64]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which blocks are short and no sentences, and which are short and called out."""
    short: NDArray[np.bool_] = (weights <= _SHORT) & blocks["kind"].is_in(_KINDS).to_numpy()
    texts = blocks["text"][np.flatnonzero(short)]
    loud = np.zeros(len(short), np.bool_)
    loud[short] = texts.str.contains(_LOUD).to_numpy()
    short[short] = ~texts.str.contains(SENTENCE_END).to_numpy()
    return short, loud


def _is_framed(blocks: pl.DataFrame, owners: NDArray[np.int64], weights: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return which blocks are between two that are no labels, among paragraphs of their document that end as sentences.

    Where paragraphs do not, as in verse, tables, or the posts of some writers, the lack of a full stop means nothing;
    nor does it above the first of them, where headlines, decks and credits are.
    """
    beside, framed = weights >= _BESIDE, np.zeros(len(weights), np.bool_)
    framed[1:-1] = beside[:-2] & beside[2:] & (owners[:-2] == owners[2:])
    paragraphs = np.flatnonzero(beside & blocks.select(is_content).to_series().to_numpy())
    ended = paragraphs[blocks["text"][paragraphs].str.tail(_CLOSE).str.contains(_ENDED).to_numpy()]
    documents = int(owners.max(initial=-1)) + 1
    count, stopped = (np.bincount(owners[rows], minlength=documents) for rows in (paragraphs, ended))
    begun = np.full(documents, len(weights))
    begun[owners[ended][::-1]] = ended[::-1]
    return framed & (stopped >= _MOSTLY * count)[owners] & (np.arange(len(weights)) > begun[owners])


def _weights(texts: pl.Series) -> NDArray[np.float64]:
    """Return the letters of each block; those of a long line are its characters, since it is long in any script."""
    sizes = texts.str.len_chars().to_numpy()
    rows, wide = np.flatnonzero(sizes <= _SHORT), np.zeros(len(sizes), np.int64)
    wide[rows] = texts[rows].str.count_matches(_WIDE).to_numpy()
    found: NDArray[np.float64] = sizes + (_WIDE_WEIGHT - 1) * wide
    return found


def _measure(batch: ParsedBatch) -> Measured:
    ids = batch.texts["id"].to_pylist()
    found = list(foreign_lines(batch))
    return Measured(FOREIGN_LINES.table.build(foreign_lines=tally(ids, (id for id, _ in found))), places(ids, found))


FOREIGN_LINES: Final = Measure(
    "foreign_lines",
    (required("foreign_lines", "int32", "short lines between paragraphs that share no word with the article; lines"),),
    _measure,
)
