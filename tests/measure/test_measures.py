"""Measures are values: what they declare is what they give, and what they give is the table that rules judge."""

from __future__ import annotations

from dataclasses import replace

import pyarrow as pa
import pytest

from audit.errors import DefectError
from audit.finding import Place
from audit.measure.measure import Measure, Measured
from audit.measure.measures import EVERY, MEASURES, OF_A_BATCH
from audit.policy import Policy
from audit.tables.table import nullable, required
from tests.measure.block_rows import batch

ARTICLE = [("title", "渡口复航"), ("paragraph", "老渡口的船工说,雨季以后河水涨了两米。"), ("!related_item", "相关新闻")]
EMPTY = [("!navigation", "Home | News | Sport")]

every_measure = pytest.mark.parametrize("measure", OF_A_BATCH, ids=lambda m: m.name)


def test_the_table_is_what_the_measures_declare_one_after_another():
    assert MEASURES.names == ("id", *(column.name for facts in EVERY for column in facts.columns))


def test_no_two_measures_have_a_name_or_a_column_in_common():
    assert len({facts.name for facts in EVERY}) == len(EVERY)
    assert len(set(MEASURES.names)) == len(MEASURES.columns)


def test_each_column_says_what_it_means():
    assert [column.name for column in MEASURES.columns if column.meaning[-1:] in {"", "."}] == []


@every_measure
@pytest.mark.parametrize("documents", [[ARTICLE, EMPTY], [EMPTY], []], ids=["two", "one", "none"])
def test_a_measure_gives_its_columns_for_each_document(measure, documents):
    found = measure.of(batch(*documents))
    assert found.columns.schema.equals(measure.table.arrow)
    assert len(found.columns) == len(found.places) == len(documents)


@every_measure
def test_a_document_is_measured_alike_beside_others(measure):
    alone, beside = measure.of(batch(ARTICLE)), measure.of(batch(ARTICLE, EMPTY))
    assert alone.columns.to_pylist() == beside.columns.slice(0, 1).to_pylist()
    assert alone.places[0] == beside.places[0]


def test_the_policy_reaches_the_measures():
    (language,) = (measure for measure in OF_A_BATCH if measure.name == "language")
    for wanted, is_expected in (("zh", True), ("de", False)):
        found = language.of(batch(ARTICLE, policy=replace(Policy(), languages=(wanted,))))
        assert found.columns["language_expected"].to_pylist() == [is_expected]


def words(given, places=((), ())):
    return Measure("words", (required("words", "int32", "words"), nullable("of", "string", "of")), lambda _: Measured(
        pa.table(given), places
    ))  # fmt: skip


GIVEN = {"words": pa.array([1, 2], pa.int32()), "of": pa.array(["a", None])}


def test_what_fits_is_given_in_the_order_that_is_declared():
    found = words(dict(reversed(GIVEN.items()))).of(batch(ARTICLE, EMPTY))
    assert found.columns.column_names == ["words", "of"]


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        (words({"words": GIVEN["words"]}), "lacks of"),
        (words({**GIVEN, "letters": GIVEN["words"]}), "no column letters"),
        (words({**GIVEN, "of": GIVEN["words"]}), "words.of is string"),
        (words({**GIVEN, "words": pa.array([1, None], pa.int32())}), "nulls in words"),
        (words({name: column.slice(1) for name, column in GIVEN.items()}), "gave 1 rows"),
        (words(GIVEN, places=((),)), "places of 1 documents"),
        (words(GIVEN, places=((Place("letters", 0, 1, ""),), ())), "letters"),
    ],
)
def test_a_measure_that_gives_something_else_is_a_defect(measure, told):
    with pytest.raises(DefectError, match=told):
        measure.of(batch(ARTICLE, EMPTY))
