"""Where each rule begins to hold a document, or the corpus, against itself: both sides of every threshold, written out.

A threshold that is moved on purpose is moved here as well.
"""

from __future__ import annotations

import pyarrow as pa
import pytest

from audit.measure.measures import MEASURES
from audit.rulebook import RULES
from audit.rulebook.failing import considered, is_missed, slim
from audit.rulebook.metrics import METRICS
from tests.rulebook.alone import failing

# Code, column, the last value that is fine, the first that is not, and the share of documents that must be fine.
DOCUMENT = (
    ("ENC001", "decode_errors", 0, 1, 1.0),
    ("ENC002", "replacement_chars", 0, 1, 0.98),
    ("ENC003", "control_chars", 0, 1, 0.9),
    ("ENC004", "mojibake", 0, 1, 1.0),
    ("ENC005", "private_use", 0, 1, 0.9),
    ("ENC006", "zero_width", 0, 1, 0.9),
    ("ENC007", "bidi_unbalanced", 0, 1, 0.98),
    ("ENC008", "legacy_codec", False, True, 0.0),
    ("ENC009", "bom", False, True, 0.0),
    ("ENC010", "nfc", True, False, 0.0),
    ("ENC011", "noncharacters", 0, 1, 0.98),
    ("ENC012", "lone_surrogates", 0, 1, 0.98),
    ("ENC013", "html_entities", 0, 1, 0.98),
    ("ENC014", "question_runs", 0, 1, 0.98),
    ("ENC015", "encoding_confidence", 0.9, 0.899999, 0.9),
    ("ENC016", "mixed_encoding", 0, 1, 0.98),
    ("ENC017", "superseded_codes", 0, 1, 0.0),
    ("ENC021", "repaired", 0, 1, 0.0),
    ("ENC022", "mixed_script_words", 0, 1, 0.98),
    ("LNG001", "language_expected", True, False, 1.0),
    ("LNG002", "language", "de", "und", 0.95),
    ("LNG003", "language", "de", "zxx", 0.9),
    ("LNG004", "language", "de", "mul", 0.9),
    ("LNG005", "language_confidence", 0.7, 0.699999, 0.0),
    ("LNG006", "foreign_blocks", 0, 1, 0.9),
    ("LNG007", "variant_mix", 0.1, 0.100001, 0.0),
    ("LNG008", "letters", 20, 19, 0.0),
    ("DUP001", "duplicate_kind", "contained", "exact_raw", 0.5),
    ("DUP002", "duplicate_kind", "contained", "exact_normalised", 0.5),
    ("DUP003", "duplicate_kind", "contained", "near", 0.5),
    ("DUP004", "contained_in", None, "a.txt", 0.8),
    ("DUP005", "repeated_share", 0.3, 0.300001, 0.9),
    ("DUP006", "shared_share", 0.5, 0.500001, 0.8),
    ("DUP007", "title_twins", 0, 1, 0.0),
    ("DUP008", "quotes", 0, 1, 0.0),
    ("DUP009", "leaked_share", 0.5, 0.500001, 1.0),
    ("DUP010", "near_copy_of", None, "a.txt", 0.0),
    ("DUP011", "benchmark_items", 0, 1, 1.0),
    ("DUP012", "duplicate_kind", "near", "same_key", 0.5),
    ("FLD001", "title_chars", 1, None, 0.0),
    ("FLD002", "has_source", True, False, 0.0),
    ("FLD003", "has_date", True, False, 0.0),
    ("FLD004", "has_author", True, False, 0.0),
    ("FLD005", "body_chars", 40, 39, 0.0),
    ("FLD006", "title_in_body", False, True, 0.0),
    ("FLD007", "starts_mid_sentence", False, True, 0.8),
    ("FLD008", "ends_mid_sentence", False, True, 0.0),
    ("FLD009", "later_dates", 0, 1, 0.0),
    ("FLD010", "title_chars", 150, 151, 0.9),
    ("FLD012", "reservation", None, "news.example: noai", 1.0),
    ("BPL001", "no_article", False, True, 0.5),
    ("BPL002", "boilerplate_share", 0.8, 0.800001, 0.5),
    ("BPL003", "boilerplate_inside", 3, 4, 0.0),
    ("BPL004", "related_items", 0, 1, 0.0),
    ("BPL005", "run_together", 0, 1, 0.0),
    ("BPL006", "residual_prompts", 0, 1, 0.8),
    ("BPL007", "prose_dropped", 0, 1, 0.8),
    ("BPL008", "prose_left_out", 0, 1, 0.0),
    ("SPN001", "punctuation_led", 0.2, 0.200001, 0.5),
    ("SPN002", "spaced_punctuation", 3.0, 3.000001, 0.5),
    ("SPN003", "homoglyph_pairs", 0, 1, 0.5),
    ("SPN004", "injected_ads", 0, 1, 0.5),
    ("SPN005", "spun_score", 0.5, 0.500001, 0.0),
    ("SPN006", "disordered_words", 4.0, 4.000001, 0.0),
    ("SPN010", "foreign_lines", 0, 1, 0.0),
)
CORPUS = (
    ("ENC101", "quarantined_share", 0.5, 0.500001, 1.0),
    ("ENC102", "documents", 1, 0, 1.0),
    ("ENC103", "abandoned_share", 0, 1e-06, 0.0),
    ("ENC104", "containers_broken_off", 0, 1, 1.0),
    ("ENC105", "abandoned_share", 0.000999, 0.001, 1.0),
    ("ENC106", "containers_without_documents", 0, 1, 1.0),
    ("ENC107", "quarantined_share", 0, 1e-06, 0.0),
    ("LNG101", "undetermined_share", 0.5, 0.500001, 1.0),
    ("LNG102", "other_language_share", 0.1, 0.100001, 1.0),
    ("DUP101", "duplicate_share", 0.5, 0.500001, 1.0),
    ("DUP102", "near_copy_share", 0.1, 0.100001, 1.0),
    ("DUP103", "source_copies_share", 0.5, 0.500001, 0.0),
    ("DUP104", "group_copies_share", 0.9, 0.900001, 1.0),
    ("DUP105", "language_copies_share", 0.5, 0.500001, 0.0),
    ("DUP106", "year_copies_share", 0.5, 0.500001, 0.0),
    ("FLD101", "untitled_share", 0.5, 0.500001, 0.0),
    ("FLD102", "undated_share", 0.5, 0.500001, 0.0),
    ("FLD103", "source_set_aside_share", 0.5, 0.500001, 1.0),
    ("FLD104", "drift", 0.2, 0.200001, 1.0),
    ("FLD105", "review_error", 0.02, 0.020001, 1.0),
    ("FLD106", "licences_stated", 1, 0, 0.0),
    ("BPL101", "no_article_share", 0.5, 0.500001, 1.0),
    ("BPL102", "boilerplate_text_share", 0.5, 0.500001, 1.0),
    ("BPL103", "dropped_prose_share", 0.1, 0.100001, 1.0),
)
BY_CODE = {rule.code: rule for rule in RULES}
DOCUMENTS = 1000


def column(code: str, name: str, values: list[object]) -> pa.Table:
    """Return the values as the column that the rule judges, in the type of its table."""
    table = MEASURES if BY_CODE[code].scope == "document" else METRICS
    return pa.table({name: pa.array(values, table.arrow.field(name).type)})


@pytest.mark.parametrize(("code", "name", "fine", "broken", "mostly"), DOCUMENT + CORPUS)
def test_a_rule_fires_from_its_threshold_on(code: str, name: str, fine: object, broken: object, mostly: float) -> None:
    rule = BY_CODE[code]
    assert rule.expectation.column == name
    assert failing(rule, column(code, name, [fine, broken, fine])).tolist() == [1]
    assert rule.expectation.mostly == mostly


@pytest.mark.parametrize(("code", "name", "fine", "broken", "mostly"), [row for row in DOCUMENT if 0 < row[-1] < 1])
def test_a_rule_on_documents_holds_one_more_than_it_allows_against_the_corpus(
    code: str, name: str, fine: object, broken: object, mostly: float
) -> None:
    rule, allowed = BY_CODE[code], round(DOCUMENTS * (1 - mostly))
    for failed, missed in ((allowed, False), (allowed + 1, True)):
        table = column(code, name, [broken] * failed + [fine] * (DOCUMENTS - failed))
        of = considered(rule.expectation, slim(table, [name]))
        assert of == DOCUMENTS
        assert is_missed(rule.expectation, len(failing(rule, table)), of) is missed


def test_every_rule_on_the_corpus_is_written_out() -> None:
    assert [row[0] for row in CORPUS] == [rule.code for rule in RULES if rule.scope == "corpus"]
