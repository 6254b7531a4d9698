"""The documents that fail a rule, computed from the columns that great-expectations judges.

great-expectations decides whether a rule is met and counts failing rows, but listing them is infeasible (62 MB of JSON
for a million rows). They are listed here, and the judge checks that both counts agree.
"""

from __future__ import annotations

from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa

from audit.errors import DefectError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from audit.rule import Expectation, Rule

Measures: TypeAlias = "pa.Table | pl.DataFrame"
# Measures are float32, in which 0.3 is slightly above 0.3 and would break "at most 0.3" without rounding to the six
# decimals that float32 carries near 1.
DECIMALS: Final = 6
# Where null is a value: great-expectations skips nulls, and "at most half of the documents are near duplicates" would
# become "at most half of the duplicates are".
UNIQUE: Final = "unique"
# Cells judged at once: 8 MiB.
_CELLS: Final = 1 << 20
_NULL_MEANS: Final = {"duplicate_kind": UNIQUE}
# These consider all rows; the others only rows with a value.
_JUDGES_NULLS: Final = ("expect_column_values_to_not_be_null", "expect_column_values_to_be_null")


def slim(measures: Measures, columns: Iterable[str]) -> pl.DataFrame:
    """Return the named columns in canonical types: int64, float64 of six decimals, bool or string.

    A null `duplicate_kind` becomes "unique"; other nulls stay. Raises DefectError if a column is missing or holds a
    non-finite number.
    """
    wanted = sorted(set(columns))
    names = measures.column_names if isinstance(measures, pa.Table) else measures.columns
    if missing := [name for name in wanted if name not in names]:
        raise DefectError(f"the measures lack {', '.join(missing)}; this is a defect of corpus-audit")
    found = measures.select(wanted)
    frame = cast("pl.DataFrame", pl.from_arrow(found)) if isinstance(found, pa.Table) else found
    judged = frame.select(_judged_form(name, dtype) for name, dtype in frame.schema.items())
    _refuse_unmeasured(judged)
    return judged


def _judged_form(name: str, dtype: pl.DataType) -> pl.Expr:
    if dtype.is_float():
        return pl.col(name).cast(pl.Float64).round(DECIMALS)
    if name in _NULL_MEANS:
        return pl.col(name).fill_null(_NULL_MEANS[name])
    return pl.col(name).cast(pl.Int64) if dtype.is_integer() else pl.col(name)


def _refuse_unmeasured(frame: pl.DataFrame) -> None:
    for name, dtype in frame.schema.items():
        if dtype.is_float() and not frame[name].is_finite().all():
            raise DefectError(f"the measure {name} has values that are not finite; this is a defect of corpus-audit")


def failing_rows(rules: Sequence[Rule], measures: Measures) -> dict[str, npt.NDArray[np.int64]]:
    """Return by rule the row numbers, ascending, of all documents that fail it.

    Raises DefectError if a column is missing or not comparable with a rule's values.
    """
    judged = _judged([rule.expectation for rule in rules], measures)
    failed = (each for _, _, some in judged for each in some)
    return {
        rule.code: np.flatnonzero(each.to_numpy()).astype(np.int64) for rule, each in zip(rules, failed, strict=True)
    }


def failing_counts(expectations: Sequence[Expectation], measures: Measures) -> list[tuple[int, int]]:
    """Return for each expectation how many rows fail it, and how many are considered."""
    return [
        (int(each.sum()), considered(expectation, frame))
        for some, frame, failed in _judged(expectations, measures)
        for expectation, each in zip(some, failed, strict=True)
    ]


def _judged(
    expectations: Sequence[Expectation], measures: Measures
) -> Iterator[tuple[Sequence[Expectation], pl.DataFrame, list[pl.Series]]]:
    """Yield some expectations at a time, the columns that they judge, and which rows each of them fails.

    As 64-bit numbers, the whole frame would double the memory of the measures.
    """
    size = max(1, _CELLS // max(1, len(measures)))
    for start in range(0, len(expectations), size):
        some = expectations[start : start + size]
        frame = slim(measures, [each.column for each in some])
        yield some, frame, _all_unmet(some, frame)


def _all_unmet(expectations: Sequence[Expectation], frame: pl.DataFrame) -> list[pl.Series]:
    try:
        return frame.select(_unmet(each).alias(str(n)) for n, each in enumerate(expectations)).get_columns()
    except pl.exceptions.PolarsError:
        # One by one, to name the one that cannot be judged.
        return [unmet(each, frame) for each in expectations]


def unmet(expectation: Expectation, frame: pl.DataFrame) -> pl.Series:
    """Return, per row, whether `expectation` is unmet; `frame` comes from `slim`. Nulls fail null checks only.

    Raises DefectError if the column's type does not fit the rule's values.
    """
    try:
        return frame.select(_unmet(expectation).alias("unmet"))["unmet"]
    except pl.exceptions.PolarsError as error:
        raise DefectError(
            f"{expectation.type} cannot be judged on {expectation.column}: {type(error).__name__}; "
            "compare the rule's values with the column's type (audit schema)"
        ) from error


def _unmet(expectation: Expectation) -> pl.Expr:
    is_met = _MEETS[expectation.type](pl.col(expectation.column), expectation.kwargs)
    return (~is_met).fill_null(value=False)


def considered(expectation: Expectation, frame: pl.DataFrame) -> int:
    """Return the number of rows `mostly` refers to: those with a value, or all for null checks."""
    if expectation.type in _JUDGES_NULLS:
        return frame.height
    return frame.height - frame[expectation.column].null_count()


def is_missed(expectation: Expectation, failed: int, of: int) -> bool:
    """Return whether too many of `of` considered rows failed; never if there are none.

    It divides as great-expectations does, so that both round alike.
    """
    return of > 0 and (of - failed) / of < expectation.mostly


def _is_between(column: pl.Expr, kwargs: Mapping[str, Any]) -> pl.Expr:
    low, high = kwargs.get("min_value"), kwargs.get("max_value")
    bounds: list[pl.Expr] = []
    if low is not None:
        bounds.append(column > low if kwargs.get("strict_min") else column >= low)
    if high is not None:
        bounds.append(column < high if kwargs.get("strict_max") else column <= high)
    return reduce(and_, bounds, pl.lit(value=True))


def _is_in_set(column: pl.Expr, kwargs: Mapping[str, Any]) -> pl.Expr:
    # As in great-expectations, a null is neither in nor outside of a set.
    return reduce(or_, [column.eq(value) for value in kwargs["value_set"]], pl.lit(value=False))


_MEETS: Final[dict[str, Callable[[pl.Expr, Mapping[str, Any]], pl.Expr]]] = {
    "expect_column_values_to_be_between": _is_between,
    "expect_column_values_to_be_in_set": _is_in_set,
    "expect_column_values_to_not_be_in_set": lambda column, kwargs: ~_is_in_set(column, kwargs),
    "expect_column_values_to_not_be_null": lambda column, _: column.is_not_null(),
    "expect_column_values_to_be_null": lambda column, _: column.is_null(),
}
