"""Measures of a document's fields: what is stated, what does not fit the body, and dates later than its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.finding import Place
from audit.measure.articles.running import is_running, sentence_length
from audit.measure.articles.visible_length import BLANK, UNSEEN, count_visible
from audit.measure.blockwise import EVIDENCE, as_polars, block_places, is_content, places, tally
from audit.measure.measure import Measure, Measured, ParsedBatch
from audit.tables.table import nullable, required
from audit.text import dates
from audit.text.calendars import HINTS
from audit.text.fold import fold
from audit.text.punctuation import SENTENCE_CLOSERS, SENTENCE_END, SENTENCE_STOPS, is_joining
from audit.text.visible import visible

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

# Maximum characters of a last block that is a signature or credit.
_SIGNATURE: Final = 20
# Length (audit.measure.articles.running) of a last block that is no item of a list, a label or a command.
_LISTED: Final = 40
# Code points of a source that are measured.
_SOURCE: Final = 120
# Characters after which a sentence continues: commas, a lost byte, an ellipsis.
_CUT: Final = (*",，、;；:：…\ufffd", "...")
# A lower case first letter continues a sentence, except in names such as iPhone or e-Golf, URLs and handles.
_SMALL_START: Final = re.compile(r"[^\W\d_]+(?=[\s,;]|$)")
# The end of a sentence, inside a block or its own.
_SENTENCE_IN: Final = re.compile(rf"[^\W\d_]{{2}}[{SENTENCE_STOPS}…][{re.escape(SENTENCE_CLOSERS)}]*(?:\s|$)")
# A sentence after another one, or a line.
_NEXT_START: Final = re.compile(r"(?:[.!?…][\"'”’»)\]]*\s+|\n)\W*([^\W\d_])")
# A text this many times longer than a title cannot equal it, allowing for case expansion.
_LONGER, _SHORTER = 4, 2
_YEAR: Final = "(?:19|20)[0-9][0-9]"
# Each begins with a digit that is told apart for speed.
_YEARS: Final = re.compile("1(?=9[0-9][0-9])|2(?=0[0-9][0-9])")
# The day of the month, in every form of date whose digits are ASCII (audit.text.dates).
_DAY: Final = re.compile(r"(?<!\d)\d\d?(?!\d)")
# A line with a numeric date, year first, possibly a time, and no other numbers.
_ONE_DAY: Final = re.compile(
    rf"\D*(?P<y>{_YEAR})[-/.年](?P<m>\d\d?)[-/.月](?P<d>\d\d?)(?:\D+\d\d?:\d\d(?::\d\d)?)?\D*", re.DOTALL
)
# Years in other digits or in Han numerals.
_OTHERWISE: Final = r"[\p{Nd}&&[^0-9]]|[一二][〇○零0o一二三四五六七八九]{3}年"


def fields(batch: ParsedBatch) -> Measured:
    """Return the facts that FIELDS declares, with the places of those that have any."""
    ids = batch.texts["id"].to_pylist()
    named = _title_blocks(batch)
    titled = named.filter(is_content)
    later = list(_later_dates(batch))
    begun = _capitalised(batch, _begun(batch.content))
    cut = _cut(batch.content)
    told: dict[str, Sequence[object] | NDArray[np.int32]] = {
        **_stated(batch.documents),
        "later_dates": tally(ids, (id for id, _ in later)),
        "starts_mid_sentence": _holds(ids, begun),
        "ends_mid_sentence": _holds(ids, cut),
        "title_in_body": _holds(ids, titled),
        "title_repeats": tally(ids, named.filter(pl.int_range(pl.len()).over("id") > 0)["id"]),
    }
    found = [
        *later,
        *block_places("title_in_body", titled),
        *_edges("starts_mid_sentence", begun),
        *_edges("ends_mid_sentence", cut),
    ]
    return Measured(FIELDS.table.build(**told), places(ids, found))


def _stated(documents: pa.Table) -> dict[str, list[object]]:
    table = as_polars(documents.select(["title", "source", "date", "author", "body"]))
    facts = table.select(
        title_chars=pl.when(pl.col("title").is_not_null()).then(count_visible(table["title"].fill_null(""), UNSEEN)),
        has_source=pl.col("source").is_not_null(),
        has_date=pl.col("date").is_not_null(),
        has_author=pl.col("author").is_not_null(),
        stated_source=pl.col("source").str.slice(0, _SOURCE),
        year=pl.col("date").dt.year(),
        body_chars=pl.Series(count_visible(table["body"], BLANK | UNSEEN)),
    )
    return facts.to_dict(as_series=False)


def _holds(ids: list[str], found: pl.DataFrame) -> list[bool]:
    held = set(found["id"])
    return [id in held for id in ids]


def _begun(content: pl.DataFrame) -> pl.DataFrame:
    """Return the first blocks of bodies that start inside a sentence."""
    is_first = content["id"].ne_missing(content["id"].shift(1))
    first, after = content.filter(is_first), content["text"].shift(-1, fill_value="").filter(is_first)
    told = zip(first["text"].to_list(), after.to_list(), strict=True)
    return first.filter(pl.Series([_is_begun(text, below) for text, below in told], dtype=pl.Boolean))


def _is_begun(text: str, below: str) -> bool:
    """Return whether a body starts inside a sentence: in small letters in a block that ends one, or goes on below.

    Other lines in small letters are names, commands or headings: ferry (1.2-3) stable; urgency=low.
    """
    if is_joining(text):
        return True
    word = _SMALL_START.match(text)
    if word is None or not (word[0][0].islower() and word[0].islower()):
        return False
    return _SENTENCE_IN.search(text) is not None or (below[:1].islower() and len(text) >= _SIGNATURE)


def _capitalised(batch: ParsedBatch, begun: pl.DataFrame) -> pl.DataFrame:
    """Return the first blocks without those of texts that begin no sentence with a capital letter."""
    if begun.is_empty():
        return begun
    bodies = as_polars(batch.documents.select(["id", "body"])).filter(pl.col("id").is_in(begun["id"].implode()))
    body_of = dict(bodies.iter_rows())
    kept = [is_joining(text) or _has_capital_start(body_of[id]) for id, text in begun.select("id", "text").iter_rows()]
    return begun.filter(pl.Series(kept, dtype=pl.Boolean))


def _has_capital_start(body: str) -> bool:
    return any(match[1].isupper() for match in _NEXT_START.finditer(body))


def _cut(content: pl.DataFrame) -> pl.DataFrame:
    """Return the last blocks of bodies that stop inside a sentence."""
    is_last = content["id"].ne_missing(content["id"].shift(-1)) & (content["kind"] == "paragraph")
    last, above = content.filter(is_last), content.select("id", "text").shift(1).filter(is_last)
    told = zip(last["text"].to_list(), last["id"].to_list(), above.iter_rows(), strict=True)
    cut = [_is_cut(text, line if before == id else None) for text, id, (before, line) in told]
    return last.filter(pl.Series(cut, dtype=pl.Boolean))


def _is_cut(text: str, above: str | None) -> bool:
    """Return whether a body stops inside a sentence: after a letter, a comma, a lost byte, an ellipsis.

    What is short and below a line that ends no sentence may be the last of a list.
    """
    if len(text) < _SIGNATURE or not (text[-1].isalpha() or text.endswith(_CUT)):
        return False
    if _SENTENCE_IN.search(text):
        return True
    told = above is None or sentence_length(text) >= _LISTED or re.search(SENTENCE_END, above) is not None
    return told and is_running(text)


def _edges(fact: str, blocks: pl.DataFrame) -> Iterator[tuple[str, Place]]:
    """Yield the places of the first or last characters of blocks."""
    for id, start, end, text in blocks.select("id", "start", "end", "text").iter_rows():
        if fact.startswith("starts"):
            yield id, Place(fact, start, min(end, start + EVIDENCE), visible(text, EVIDENCE))
        else:
            yield id, Place(fact, max(start, end - EVIDENCE), end, visible(text[-EVIDENCE:], EVIDENCE))


def _title_blocks(batch: ParsedBatch) -> pl.DataFrame:
    """Return the blocks that consist of the title."""
    titles = batch.documents["title"].to_pylist()
    wanted = [_letters(title or "") for title in titles]
    longest = np.array([-1 if title is None else _LONGER * len(title) for title in titles], np.int64)
    shortest = np.array([len(letters) // _SHORTER for letters in wanted], np.int64)
    texts, owners = batch.frame["text"], batch.owners
    sizes = texts.str.len_chars().to_numpy()
    likely = np.flatnonzero((sizes <= longest[owners]) & (sizes >= shortest[owners]))
    told = zip(likely.tolist(), texts[likely].to_list(), strict=True)
    return batch.frame[np.array([row for row, text in told if _says(text, wanted[owners[row]])], np.int64)]


def _says(text: str, wanted: str) -> bool:
    """Return whether a text has exactly these letters and digits; most differ at the start."""
    first = next(filter(str.isalnum, text), "")
    return first != "" and wanted.startswith(first.lower()) and _letters(text) == wanted


def _letters(text: str) -> str:
    """Return the letters and digits of a text in lower case."""
    return "".join(filter(str.isalnum, text)).lower()


FIELDS: Final = Measure(
    "fields",
    (
        nullable("title_chars", "int32", "length of the title; null when there is none; code points"),
        required("has_source", "bool", "a source is stated"),
        required("has_date", "bool", "a date is stated"),
        required("has_author", "bool", "an author is stated"),
        nullable("stated_source", "string", "the stated source, its first 120 code points"),
        nullable("year", "int32", "year of the stated date"),
        required("body_chars", "int32", "length of the body without white space; code points"),
        required("later_dates", "int32", "absolute dates in the text that are later than the document's date"),
        required("starts_mid_sentence", "bool", "the body begins in the middle of a sentence"),
        required("ends_mid_sentence", "bool", "the body's last paragraph ends in the middle of a sentence"),
        required("title_in_body", "bool", "a content block repeats the title"),
        required("title_repeats", "int32", "blocks that repeat the title, after the first; blocks"),
    ),
    fields,
)


def _later_dates(batch: ParsedBatch) -> Iterator[tuple[str, Place]]:
    """Yield the absolute dates in blocks that are later than their document's date.

    The line that states the document's date may name the day of an update, too, which contradicts nothing.
    """
    days = dict(zip(batch.documents["id"].to_pylist(), batch.documents["date"].to_pylist(), strict=True))
    told = batch.frame.filter(pl.col("text").str.contains(_YEAR) & (pl.col("kind") != "date"))
    odd = pl.col("text").str.contains(_OTHERWISE) | pl.col("text").str.to_lowercase().str.contains_any(list(HINTS))
    for id, start, text, is_odd in told.select("id", "start", "text", odd=odd).iter_rows():
        day = days[id]
        if day is None or not (is_odd or _may_be_later(text, day)):
            continue
        for stated in dates.find(fold(text)):
            if stated.at.date() > day:
                seen = visible(text[stated.start : stated.end], EVIDENCE)
                yield id, Place("later_dates", start + stated.start, start + stated.end, seen)


def _may_be_later(text: str, day: date) -> bool:
    """Return whether a text may contain a later date: it contains such a year in more than an invalid date."""
    one = _ONE_DAY.fullmatch(text)
    if one:
        return (int(one["y"]), int(one["m"]), int(one["d"])) > (day.year, day.month, day.day)
    starts = (match.start() for match in _YEARS.finditer(text))
    return any(int(text[at : at + 4]) >= day.year for at in starts) and _DAY.search(text) is not None
