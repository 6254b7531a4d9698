"""What a rule says of documents: messages, evidence and the ledger's details, as people read them."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.rule import Evidence, Rule, at_most
from audit.rulebook import RULES
from audit.rulebook.sentences import KEPT, evidence, message, reason_excluded, reason_set_aside, shown

BY_CODE = {rule.code: rule for rule in RULES}


def rule(text: str, **told: str) -> Rule:
    return Rule(
        code="ENC999",
        name="some-fault",
        severity="info",
        expectation=at_most("count", 0),
        message=text,
        evidence=Evidence(**told),
    )


def said(sentence, frame: pl.DataFrame) -> list[str | None]:
    return frame.select(sentence).to_series().to_list()


@pytest.mark.parametrize(
    ("values", "kind", "texts"),
    [
        pytest.param([0, 7, None, 12_000], pl.Int32, ["0", "7", "none", "12000"], id="counts"),
        pytest.param(
            [0.0, 1.0, 0.5, None, 0.3333, 0.0004], pl.Float32, ["0", "1", "0.5", "none", "0.333", "0"], id="shares"
        ),
        pytest.param([0.0625, 0.1875, 0.0005], pl.Float64, ["0.062", "0.188", "0"], id="halves go to the even"),
        pytest.param([10.0, 100.0, 12.5, 1e6], pl.Float32, ["10", "100", "12.5", "1000000"], id="zeros that count"),
        pytest.param(["a", "\x1b[2J", "伞\u202e", None], pl.String, ["a", "\\x1b[2J", "伞\\u202e", "none"], id="texts"),
        pytest.param(["x" * 201, "x" * 200], pl.String, ["x" * 199 + "…", "x" * 200], id="long texts"),
        pytest.param([True, False], pl.Boolean, ["true", "false"], id="claims"),
    ],
)
def test_values_are_shown(values, kind, texts):
    assert said(shown("x", kind()), pl.DataFrame({"x": pl.Series(values, dtype=kind)})) == texts


@settings(deadline=None)
@given(st.lists(st.floats(0, 2.0**20, width=32)))
def test_numbers_read_as_python_writes_them(values):
    wanted = [f"{value:.3f}".rstrip("0").rstrip(".") for value in values]
    assert said(shown("x", pl.Float32()), pl.DataFrame({"x": pl.Series(values, dtype=pl.Float32)})) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("Places: {value}.", ["Places: 2.", "Places: 0."], id="value"),
        pytest.param("{value} of {value}.", ["2 of 2.", "0 of 0."], id="twice"),
        pytest.param("No title.", ["No title.", "No title."], id="no value"),
        pytest.param("Holds {{braces}}.", ["Holds {braces}.", "Holds {braces}."], id="braces"),
    ],
)
def test_a_message_is_about_each_document(text, wanted):
    frame = pl.DataFrame({"count": [2, 0], "other": [9, 9]})
    assert frame.select(pl.col("other"), said=message(rule(text), frame.schema))["said"].to_list() == wanted


def test_evidence_is_said_where_it_is_given():
    frame = pl.DataFrame({"count": [1, 1, 1], "twin": ["a\nb", None, "c"], "share": [0.25, 0.5, None]})
    told = rule("Text.", whole="{twin}: {share}", given="twin")
    assert said(evidence(told, frame.schema), frame) == ["a\\x0ab: 0.25", None, "c: none"]
    assert said(evidence(rule("Text.", whole="{share}"), frame.schema), frame) == ["0.25", "0.5", "none"]
    assert frame.select("count", said=evidence(rule("Text."), frame.schema))["said"].to_list() == [None] * 3


def test_a_rule_names_the_columns_that_it_needs():
    assert rule("Text.", whole="{twin}, {count}, {share}", given="twin").columns == ("count", "twin", "share")
    assert rule("Text.").columns == ("count",)
    assert (rule("Text.").places, rule("Text.", places="nfc").places) == ("count", "nfc")


def test_the_ledger_says_why_a_document_is_excluded():
    frame = pl.DataFrame({"decode_errors": [3]})
    assert said(reason_excluded(BY_CODE["ENC001"], frame.schema), frame) == [
        "Byte sequences that are broken or incomplete in the file's codec: 3; see `audit explain ENC001`"
    ]


@pytest.mark.parametrize(
    ("code", "begin"),
    [("DUP001", "the same bytes as"), ("DUP002", "the same text as"), ("DUP003", "nearly the same text as")],
)
def test_the_ledger_names_the_document_kept_instead(code, begin):
    frame = pl.DataFrame(
        {
            "duplicate_of": ["a.txt", "b\u200b.txt", "c" * 121],
            "duplicate_release": [None, "d/1.0.0", None],
            **dict.fromkeys(("kept_similarity", "kept_coverage", "kept_coverage_of"), 0.75),
            "lost_tokens": 12,
            "kept_because": "is longer",
            "also_in": pl.Series([None, "a\nc", None], dtype=pl.String),
        }
    )
    lost = "; tokens that occur in no kept document: 12" if code == "DUP003" else ""
    also = "; passages that it lacks stand in a, c" if code == "DUP003" else ""
    assert said(reason_set_aside(BY_CODE[code], frame.schema), frame) == [
        f"{begin} a.txt, which is kept because it is longer{lost}",
        f"{begin} b\\u200b.txt in d/1.0.0, which is kept because it is longer{lost}{also}",
        f"{begin} {'c' * 119}…, which is kept because it is longer{lost}",
    ]


def test_nearly_the_same_is_said_above_half_of_the_shingles_and_below_it_both_coverages():
    frame = pl.DataFrame(
        {
            "duplicate_of": ["a", "a"],
            "duplicate_release": pl.Series([None, None], dtype=pl.String),
            "kept_similarity": [0.5, 0.33],
            "kept_coverage": [0.9, 0.71],
            "kept_coverage_of": [0.8, 0.62],
            "lost_tokens": [0, 9],
            "kept_because": ["is longer", "is longer"],
            "also_in": pl.Series([None, None], dtype=pl.String),
        }
    )
    assert said(reason_set_aside(BY_CODE["DUP003"], frame.schema), frame) == [
        "nearly the same text as a, which is kept because it is longer; tokens that occur in no kept document: 0",
        (
            "most of it occurs in a, which is kept because it is longer: 0.71 of this text, 0.62 of the other; tokens "
            "that occur in no kept document: 9"
        ),
    ]


def test_a_detail_may_name_no_document():
    frame = pl.DataFrame(
        {name: [None] for name in KEPT},
        {
            name: pl.String if name.startswith("duplicate") or name in {"kept_because", "also_in"} else pl.Float32
            for name in KEPT
        },
    )
    assert said(reason_set_aside(BY_CODE["BPL001"], frame.schema), frame)[0].startswith(
        "none of its blocks is part of an article"
    )
