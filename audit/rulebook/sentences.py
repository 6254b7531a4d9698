"""The sentences of rules about documents (message, evidence, ledger reason) as column expressions.

Each is one vectorised expression over the measures.
"""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, Final

import polars as pl

from audit.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audit.rule import Rule

# Code points shown of a measured text, and of the id of a kept document.
VALUE_CHARS: Final = 200
ID_CHARS: Final = 120
DECIMALS: Final = 3
# Columns available to the reason of a copy; the first two name the kept document, the last others.
KEPT: Final = (
    "duplicate_of", "duplicate_release", "kept_similarity", "kept_coverage", "kept_coverage_of", "lost_tokens",
    "kept_because", "also_in",
)  # fmt: skip
# Two texts are called nearly the same from this share of common shingles on.
NEARLY_THE_SAME: Final = 0.5


def message(rule: Rule, schema: pl.Schema) -> pl.Expr:
    """Return the rule's sentence per document; `schema` is that of the measures."""
    column = rule.expectation.column
    return _filled(rule.message, {"value": shown(column, schema[column])})


def evidence(rule: Rule, schema: pl.Schema) -> pl.Expr:
    """Return the evidence for a whole document that breaks the rule; null if there is none."""
    template = rule.evidence
    if template.whole is None:
        return pl.lit(None, pl.String)
    sentence = _filled(template.whole, {name: shown(name, schema[name]) for name in rule.columns})
    return sentence if template.given is None else pl.when(pl.col(template.given).is_not_null()).then(sentence)


def reason_excluded(rule: Rule, schema: pl.Schema) -> pl.Expr:
    """Return the reason for excluding each document, and where to read more."""
    return pl.concat_str(message(rule, schema).str.strip_suffix("."), pl.lit(f"; see `audit explain {rule.code}`"))


def reason_set_aside(rule: Rule, schema: pl.Schema) -> pl.Expr:
    """Return the reason for setting aside each boilerplate or duplicate document; a duplicate's names the kept one."""
    of, release = (pl.col(name) for name in KEPT[:2])
    place = pl.concat_str(pl.lit(" in "), release).fill_null("")
    values = {name: shown(name, schema[name]) for name in KEPT[2:-1]}
    values["kept"] = pl.concat_str(_visible(of, ID_CHARS), place)
    detail = _filled(rule.effect.detail, values)
    if not rule.effect.unlike:
        return detail
    is_unlike = pl.col("kept_similarity") < NEARLY_THE_SAME
    also = _visible(pl.col(KEPT[-1]).str.replace_all("\n", ", "), VALUE_CHARS)
    also = pl.concat_str(pl.lit("; passages that it lacks stand in "), also).fill_null("")
    return pl.concat_str(pl.when(is_unlike).then(_filled(rule.effect.unlike, values)).otherwise(detail), also)


def shown(column: str, kind: pl.DataType) -> pl.Expr:
    """Return measured values for display: at most three decimals, escaped, or none.

    Rounds half to even, exactly for the float32 of the measures, since a thousandfold float32 fits a double.
    """
    values = pl.col(column)
    if kind.is_float():
        text = values.cast(pl.Float64).round(DECIMALS, mode="half_to_even").cast(pl.String).str.strip_suffix(".0")
    else:
        text = _visible(values, VALUE_CHARS) if kind == pl.String else values.cast(pl.String)
    return text.fill_null("none")


def _visible(texts: pl.Expr, limit: int) -> pl.Expr:
    # Python's Unicode tables decide what is printable: those of another library may be of another edition.
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
