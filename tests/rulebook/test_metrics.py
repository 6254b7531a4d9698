"""One row describes the corpus, whatever the policy set aside, and holds all that rules on it ask for."""

from dataclasses import replace

import pyarrow as pa
import pytest

from audit.errors import DefectError
from audit.measure.measures import MEASURES
from audit.rulebook import RULES
from audit.rulebook.metrics import ASKED_FOR, METRICS, ReadCounts, all_measured, metrics, with_asked
from audit.tables import empty
from tests.rulebook.alone import failing

MEASURED = pa.table(
    {
        "id": ["news/a.txt", "news/b.txt", "c.txt", "d.txt"],
        "language": ["zh-Hans", "zh-Hans", "und", "de"],
        "duplicate_of": [None, "a.txt", None, None],
        "no_article": [False, False, True, False],
        "title_chars": [10, None, None, 4],
        "has_date": [True, False, False, False],
        "bytes": [100, 200, 300, 400],
        "language_expected": [True, True, False, True],
        "duplicate_kind": [None, "near", None, None],
        "chars": [100, 100, 200, 0],
        "boilerplate_share": [0.0, 0.5, 1.0, 0.0],
        "prose_dropped": [0, 2, 1, 0],
        "stated_source": [None, "a", "a", None],
        "year": [None, 2024, 2024, None],
        "tokens": [100, 80, 20, 0],
        "lost_tokens": [None, 20, None, None],
    }
)
CORPUS_RULES = [rule for rule in RULES if rule.scope == "corpus"]


def test_one_row_about_the_corpus():
    states = {"published": 2, "duplicate": 1, "boilerplate": 1, "excluded": 0, "quarantined": 1}
    made = metrics(MEASURED, states, (3, 7), read=ReadCounts(broken_off=2, barren=3, abandoned=1), licences=1)
    assert made.schema == METRICS.arrow
    assert made.to_pylist() == [
        {
            "found": 5,
            "documents": 4,
            "languages": 2,
            "quarantined_share": 0.2,
            "containers_broken_off": 2,
            "containers_without_documents": 3,
            "abandoned_share": 0.2,
            "excluded_share": 0.0,
            "duplicate_share": 0.25,
            "source_copies_share": None,
            **dict.fromkeys(("language_copies_share", "year_copies_share", "group_copies_share")),
            "lost_text_share": 0.25,
            "no_article_share": 0.25,
            "undetermined_share": 0.25,
            "main_language_share": 0.5,
            "untitled_share": 0.5,
            "undated_share": 0.75,
            "duplicates_left_out": 3,
            "retold_left_out": 7,
            "licences_stated": 1,
            "near_copy_share": 0.25,
            "other_language_share": 0.25,
            "boilerplate_text_share": 0.625,
            "dropped_prose_share": 0.5,
            **dict.fromkeys(ASKED_FOR),
            "bytes_per_document": 250.0,
        }
    ]


def test_what_limits_ask_for_is_put_into_the_row():
    made = with_asked(metrics(MEASURED, {"published": 4}), {"drift": 0.25, "review_error": None})
    assert made.schema == METRICS.arrow
    assert (made["drift"].to_pylist(), made["review_error"].to_pylist()) == ([0.25], [None])


@pytest.mark.parametrize(("redirects", "share"), [(0, 0.6), (4, 1 / 3), (6, 0.0)])
def test_what_is_no_document_by_what_it_is_could_not_have_been_read(redirects, share):
    made = metrics(MEASURED, {"published": 4, "quarantined": 6}, read=ReadCounts(no_documents=redirects))
    assert made["quarantined_share"].to_pylist() == [pytest.approx(share)]


def test_an_empty_corpus_fails_by_having_no_documents_and_by_nothing_else():
    made = metrics(empty(MEASURES), {"published": 0}, licences=1)
    assert made["duplicate_share"].to_pylist() == [None]
    assert [rule.code for rule in CORPUS_RULES if len(failing(rule, made))] == ["ENC102"]


def test_the_shares_do_not_depend_on_the_policy_that_set_documents_aside():
    kept, dropped = {"published": 4}, {"published": 1, "duplicate": 1, "boilerplate": 1, "excluded": 1}
    differing = {name for name in METRICS.names if metrics(MEASURED, kept)[name] != metrics(MEASURED, dropped)[name]}
    assert differing == {"excluded_share"}


def test_measures_without_a_column_are_a_defect():
    with pytest.raises((DefectError, KeyError)):
        metrics(MEASURED.drop_columns(["bytes"]), {"published": 4})


@pytest.mark.parametrize(("documents", "share"), [(19, 0.1), (20, 0.95)])
def test_a_source_that_is_wiped_out_is_seen_from_twenty_documents_on(documents, share):
    # Beside it a source of a hundred, of which one in ten is a copy: the whole corpus looks well.
    copies = [True] * (documents - 1) + [False]
    ids = [f"reports/{n}.txt" for n in range(documents)] + [f"news/{n}.txt" for n in range(100)]
    some = MEASURED.slice(3, 1).take([0] * len(ids)).to_pydict() | {
        "id": ids,
        "duplicate_of": ["x" if copy else None for copy in copies] + ["x" if n % 10 == 0 else None for n in range(100)],
    }
    made = metrics(pa.table(some), {"published": len(ids)}).to_pylist()[0]
    assert made["source_copies_share"] == pytest.approx(share)
    assert made["language_copies_share"] < 0.3


@pytest.mark.parametrize(
    ("column", "values", "metric"),
    [
        ("stated_source", ["Harbour Weekly", "Island Post"], "source_copies_share"),
        ("language", ["de", "en"], "language_copies_share"),
        ("year", [1998, 2024], "year_copies_share"),
    ],
)
def test_a_source_as_stated_a_language_and_a_year_are_seen_alike(column, values, metric):
    # All lie in folders of one document each: nothing but the column tells them apart.
    some = MEASURED.slice(3, 1).take([0] * 60).to_pydict() | {
        "id": [f"{n}/a.txt" for n in range(60)],
        "duplicate_of": ["x"] * 20 + [None] * 40,
        column: [values[0]] * 20 + [values[1]] * 40,
    }
    made = metrics(pa.table(some), {"published": 60}).to_pylist()[0]
    assert made[metric] == made["group_copies_share"] == 1.0
    assert {name for name in METRICS.names if name.endswith("_copies_share") and made[name] == 1.0} == {
        metric,
        "group_copies_share",
    }


def test_the_rules_there_are_judge_what_is_measured():
    assert all_measured(RULES) == RULES


@pytest.mark.parametrize(
    ("column", "scope", "table"),
    [("mojibakes", "document", "measures"), ("mojibake", "corpus", "metrics"), ("found", "document", "measures")],
)
def test_a_column_that_nobody_gives_is_a_defect_that_names_the_rule(column, scope, table):
    one = next(rule for rule in RULES if rule.scope == scope)
    rule = replace(one, expectation=replace(one.expectation, column=column))
    with pytest.raises(DefectError, match=f"{one.code} .* judges {column}, .* not a column of {table}"):
        all_measured((*RULES, rule))
