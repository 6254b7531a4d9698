"""What a rule says of documents: its message, its evidence and its line in the ledger, as columns of sentences.

Each is one expression over the measures, so that a thousand documents cost little more than one.
"""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, Final

import polars as pl

from audit.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audit.rule import Rule

# How much of a measured text is shown, and of the id of a document that is kept; code points.
VALUE_CHARS: Final = 200
ID_CHARS: Final = 120
DECIMALS: Final = 3
# What a reason may tell of a copy: first the two that name what is kept.
KEPT: Final = (
    "duplicate_of", "duplicate_release", "kept_similarity", "kept_coverage", "kept_coverage_of", "lost_tokens",
    "kept_because",
)  # fmt: skip
# "Nearly the same" is said of two texts that have at least half of their shingles in common.
NEARLY_THE_SAME: Final = 0.5


def message(rule: Rule, schema: pl.Schema) -> pl.Expr:
    """Return the rule's sentence about each document; `schema` is that of the measures."""
    column = rule.expectation.column
    return _filled(rule.message, {"value": shown(column, schema[column])})


def evidence(rule: Rule, schema: pl.Schema) -> pl.Expr:
    """Return what there is to show for each document as a whole that breaks the rule; null where there is nothing."""
    told = rule.evidence
    if told.whole is None:
        return pl.lit(None, pl.String)
    sentence = _filled(told.whole, {name: shown(name, schema[name]) for name in rule.columns})
    return sentence if told.given is None else pl.when(pl.col(told.given).is_not_null()).then(sentence)


def reason_excluded(rule: Rule, schema: pl.Schema) -> pl.Expr:
    """Return why each document is excluded that breaks the rule, and where to read on."""
    return pl.concat_str(message(rule, schema).str.strip_suffix("."), pl.lit(f"; see `audit explain {rule.code}`"))


def reason_set_aside(rule: Rule, schema: pl.Schema) -> pl.Expr:
    """Return why each document is boilerplate or a duplicate that breaks the rule; a duplicate's names the kept one."""
    of, release = (pl.col(name) for name in KEPT[:2])
    place = pl.concat_str(pl.lit(" in "), release).fill_null("")
    values = {name: shown(name, schema[name]) for name in KEPT[2:]}
    values["kept"] = pl.concat_str(_visible(of, ID_CHARS), place)
    detail = _filled(rule.effect.detail, values)
    if not rule.effect.unlike:
        return detail
    is_unlike = pl.col("kept_similarity") < NEARLY_THE_SAME
    return pl.when(is_unlike).then(_filled(rule.effect.unlike, values)).otherwise(detail)


def shown(column: str, kind: pl.DataType) -> pl.Expr:
    """Return measured values as people read them: three decimals at most, nothing that acts on a terminal, or none.

    Halves of the last decimal go to the even one. That is exact for float32, in which measures are stored: times a
    thousand they still fit a double.
    """
    values = pl.col(column)
    if kind.is_float():
        told = values.cast(pl.Float64).round(DECIMALS, mode="half_to_even").cast(pl.String).str.strip_suffix(".0")
    else:
        told = _visible(values, VALUE_CHARS) if kind == pl.String else values.cast(pl.String)
    return told.fill_null("none")


def _visible(texts: pl.Expr, limit: int) -> pl.Expr:
    # Python says what is visible, text by text: the tables of two libraries need not be of one edition of Unicode.
    def made(column: pl.Series) -> pl.Series:
        return pl.Series([None if text is None else visible(text, limit) for text in column], dtype=pl.String)

    return texts.map_batches(made, return_dtype=pl.String)


def _filled(template: str, values: Mapping[str, pl.Expr]) -> pl.Expr:
    """Return `template` with a value for each name in braces."""
    pieces: list[pl.Expr] = []
    for literal, name, _, _ in Formatter().parse(template):
        pieces.append(pl.lit(literal))
        if name is not None:
            pieces.append(values[name])
    return pl.concat_str(pieces)
