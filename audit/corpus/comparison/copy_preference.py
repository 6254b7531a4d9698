"""The order in which copies are kept, from measures taken before any comparison."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from audit.corpus.comparison.splits import TRAIN
from audit.measure.duplication.keep import LEAST_CLAUSE
from audit.measure.duplication.pairs.search import SMALL
from audit.measure.duplication.pairs.verify import NEAR
from audit.measure.duplication.preference import Criterion, Preference
from audit.parser.templates.template_lines import sources_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audit.corpus.comparison.splits import Splits
    from audit.corpus.corpus import Corpus
    from audit.corpus.findings import BrokenRules
    from audit.measure.duplication.losses.unknown_words import Damaged
    from audit.measure.duplication.pairs.pairs import Copies
    from audit.measure.duplication.tokens.hashing import Ints
    from audit.policy import DuplicateSettings

# Boilerplate shares closer than this are equal: a line of chrome says nothing about a copy.
_LIKE_SHARES: Final = 0.1
# The suffix of a file's name, and its last and first part with what parts it from the others.
_SUFFIX: Final = r"(?s)^(.+)\.[^.]*$"
_LAST, _FIRST = r"[\s._()~-]+[^\s._()~-]*$", r"^[^\s._()~-]*[\s._()~-]+"
# Criteria of warnings, before which damaged words count.
_FEWER_WARNINGS: Final = "has fewer warnings"


def preference(
    corpus: Corpus, measures: pa.Table, broken: BrokenRules, settings: DuplicateSettings, first: Sequence[Criterion]
) -> Preference:
    """Return the ranking that the settings ask for; the `first` criteria precede all others."""
    before = (*first, *_of_sources(measures, settings.sources))
    longer = Criterion("is longer", -measures["body_chars"].to_numpy().astype(np.int64))
    match settings.keep:
        case "first":
            return Preference(before)
        case "longest":
            return Preference((*before, longer))
    return Preference((
        *before,
        Criterion("has fewer critical findings", _faults(broken, "critical", len(measures))),
        Criterion(_FEWER_WARNINGS, _faults(broken, "warning", len(measures))),
        Criterion("has more of title and date", _unstated(measures)),
        Criterion("has less boilerplate", _boilerplate(measures)),
        Criterion("has an earlier date", _days(corpus)),
        longer,
        Criterion("is not named after another file", _named_after(measures)),
    ))  # fmt: skip


def add_completeness(found: Preference, copies: Copies, settings: DuplicateSettings) -> Preference:
    """Return the ranking in which a copy that contains the other ranks before it.

    With a passage of more than `most_lost` tokens before one with fewer warnings: otherwise both would be kept, or the
    passage lost. With a shorter one before one with less boilerplate. Known only where all pairs are listed: in groups
    up to SMALL.
    """
    if settings.keep != "best":
        return found
    passage = _depths(copies, settings.most_lost, settings.most_lost + 1)
    clause = _depths(copies, 0, LEAST_CLAUSE)
    criteria = list(found.criteria)
    for words, values in ((_FEWER_WARNINGS, passage), ("has less boilerplate", clause)):
        at = [each.words for each in criteria].index(words)
        criteria.insert(at, Criterion("is more complete", values))
    return Preference(tuple(criteria))


def add_wholeness(found: Preference, damaged: Damaged, settings: DuplicateSettings) -> Preference:
    """Return the ranking in which a copy with damaged words ranks behind the one where these are whole.

    Before the number of warnings: a misread or misspelt text may have a title, a day, and a longer one at that.
    """
    if settings.keep != "best" or not len(damaged.rows):
        return found
    depths = np.zeros_like(found.criteria[-1].values)
    for _ in range(SMALL):
        np.maximum.at(depths, damaged.rows, depths[damaged.whole] + 1)
    criteria = list(found.criteria)
    at = [each.words for each in criteria].index(_FEWER_WARNINGS)
    criteria.insert(at, Criterion("has fewer words that occur in no other document", depths))
    return Preference(tuple(criteria))


def _depths(copies: Copies, own: int, other: int) -> Ints:
    """Return of each row how many copies contain it, each the next one: 0 for the most complete.

    A copy contains a row that has at most `own` tokens in a row that the copy lacks, and is more complete if it has a
    run of at least `other` tokens that the row lacks. A row is no less deep than what contains it, be that hardly more
    complete: otherwise it came before that where a third copy contains that alone.
    """
    pairs = copies.pairs.filter(pc.equal(copies.pairs["kind"], NEAR))
    row, container, is_deeper = (np.concatenate(sides) for sides in zip(
        *(_contained(pairs, side, beside, own, other) for side, beside in (("a", "b"), ("b", "a"))), strict=True
    ))  # fmt: skip
    small = np.bincount(copies.copies, minlength=len(copies.copies))[copies.copies] <= SMALL
    row, container, is_deeper = (column[small[row]] for column in (row, container, is_deeper))
    depths = np.zeros(len(small), np.int64)
    for _ in range(SMALL):
        np.maximum.at(depths, row, depths[container] + is_deeper)
    return depths


def _contained(pairs: pa.Table, side: str, beside: str, own: int, other: int) -> tuple[Ints, Ints, Ints]:
    """Return which rows on one side are contained in the other one, that one, and 1 if it is more complete, else 0."""
    unique = {name: pairs[f"unique_{name}"].to_numpy() for name in (side, beside)}
    is_one = unique[side] <= own
    rows = (pairs[f"{name}_row"].to_numpy()[is_one] for name in (side, beside))
    return *rows, (unique[beside][is_one] >= other).astype(np.int64)


def held_out(splits: Splits | None) -> tuple[Criterion, ...]:
    """Return the criterion that keeps the copy in a test split and drops the one in a training split."""
    if splits is None or TRAIN not in splits.names:
        return ()
    is_held = (splits.of_row >= 0) & (splits.of_row != splits.names.index(TRAIN))
    return (Criterion("is held out of training", (~is_held).astype(np.int8)),)


def unknown_sources(measures: pa.Table, sources: Sequence[str]) -> dict[str, list[str]]:
    """Return the preferred sources that no document is from, each with the most similar names of some that are."""
    there = _SourcesThere(measures) if sources else None
    return {} if there is None else {name: there.near(name) for name in sources if not there.rows(name).any()}


def _of_sources(measures: pa.Table, sources: Sequence[str]) -> tuple[Criterion, ...]:
    """Return the criterion of source preference, if there is one."""
    if not sources:
        return ()
    there, places = _SourcesThere(measures), np.full(len(measures), len(sources))
    for place, source in reversed(list(enumerate(sources))):
        places[there.rows(source)] = place
    return (Criterion("is from a preferred source", places),)


class _SourcesThere:
    """The folders, files of records and stated sources of all documents."""

    def __init__(self, measures: pa.Table) -> None:
        self._folders = sources_of(pl.Series(measures["id"]))
        self._stated = pl.Series(measures["stated_source"], dtype=pl.String)

    def rows(self, source: str) -> np.ndarray:
        """Return a mask of the documents from a folder or file of records, or of that stated source."""
        folder = source.rstrip("/")
        is_here = (self._stated.str.to_lowercase() == source.lower()).fill_null(value=False)
        return (is_here | (self._folders == folder) | self._folders.str.starts_with(f"{folder}/")).to_numpy()

    def near(self, source: str) -> list[str]:
        """Return names like this one."""
        names = pl.concat([self._folders.rename(""), self._stated.rename("")]).drop_nulls().unique()
        return get_close_matches(source, sorted(filter(None, names.to_list())), n=2)


def _faults(broken: BrokenRules, severity: str, count: int) -> np.ndarray:
    """Return the number of rules of that severity each document breaks."""
    found = np.zeros(count, np.int32)
    for rule in broken.rules:
        if rule.severity == severity:
            found[broken.rows[rule.code]] += 1
    return found


def _named_after(measures: pa.Table) -> np.ndarray:
    """Return 1 for documents whose file has another file's name with something added, 0 for all others.

    Copies are called after their originals a-copy.txt, a (1).txt, a.txt~, Kopie von a.txt, a 副本.txt.
    """
    names = pl.Series(measures["id"], dtype=pl.String).str.extract(r"([^/#]*)(?:#[^/]*)?$")
    each = names.unique().alias("name").to_frame().with_columns(stem=pl.col("name").str.replace(_SUFFIX, "$1"))
    known = pl.concat([each["name"], each["stem"]]).unique().alias("part").to_frame()
    copied = [names.clear()]
    for whole, end in (("name", _LAST), ("stem", _FIRST)):
        cut, shorter = each.with_columns(part=pl.col(whole)), pl.col("part").str.replace(end, "")
        while len(cut := cut.filter(shorter != pl.col("part")).with_columns(part=shorter)):
            others = (pl.col("part") != pl.col(own) for own in ("name", "stem"))
            copied.append(cut.join(known, on="part", how="semi").filter(pl.col("part") != "", *others)["name"])
    is_copy: np.ndarray = names.is_in(pl.concat(copied).implode()).cast(pl.Int8).to_numpy()
    return is_copy


def _unstated(measures: pa.Table) -> np.ndarray:
    is_undated = ~measures["has_date"].to_numpy()
    unstated: np.ndarray = is_undated.astype(np.int8) + measures["title_chars"].is_null().to_numpy()
    return unstated


def _boilerplate(measures: pa.Table) -> np.ndarray:
    shares: np.ndarray = measures["boilerplate_share"].fill_null(1).to_numpy()
    return np.floor(shares / _LIKE_SHARES)


def _days(corpus: Corpus) -> np.ndarray:
    """Return the dates of all documents as numbers; undated documents come last."""
    columns = [corpus.part(nth, "documents", ["date"])["date"] for nth in range(len(corpus.with_documents))]
    days = pl.concat([pl.Series(column, dtype=pl.Date).cast(pl.Int32) for column in columns])
    return days.fill_null(np.iinfo(np.int32).max).to_numpy()
