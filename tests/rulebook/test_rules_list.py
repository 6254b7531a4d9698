"""The list of rules: every promise about rules that can be checked without a document."""

import ast
import re
import string
from collections import Counter
from dataclasses import astuple
from pathlib import Path

import pytest

import audit
from audit.finding import SEVERITIES
from audit.ledger import STATES
from audit.measure.measures import MEASURES
from audit.policy.declared import DUPLICATE_KINDS
from audit.rule import EXPECTATIONS, Effect, Evidence
from audit.rulebook import RULES
from audit.rulebook.metrics import METRICS
from audit.rulebook.page import page_of
from audit.rulebook.sentences import KEPT
from audit.validate.suite import parse_suite, suite_of

FAMILIES = ("ENC", "LNG", "DUP", "FLD", "BPL", "SPN")
ROOT = Path(audit.__file__).parent
OUTSIDE = [path for path in sorted(ROOT.rglob("*.py")) if "rulebook" not in path.parts]
CODES = {rule.code for rule in RULES}
ON_DOCUMENTS = [rule for rule in RULES if rule.scope == "document"]


def test_codes_and_names_are_never_reused():
    assert max(Counter(word for rule in RULES for word in (rule.code, rule.name)).values()) == 1


def test_families_come_in_order_and_codes_ascend():
    assert list(dict.fromkeys(rule.family for rule in RULES)) == list(FAMILIES)
    for family in FAMILIES:
        codes = [rule.code for rule in RULES if rule.family == family]
        assert codes == sorted(codes)


@pytest.mark.parametrize("family", ["ENC", "LNG", "DUP", "FLD", "BPL"])
def test_each_family_has_five_rules_on_documents(family):
    assert sum(rule.family == family and rule.scope == "document" for rule in RULES) >= 5


def test_the_code_is_a_code_and_the_name_is_a_fault():
    for rule in RULES:
        assert re.fullmatch(r"(ENC|LNG|DUP|FLD|BPL|SPN)\d{3}", rule.code)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
        assert rule.severity in SEVERITIES


def test_the_rule_judges_a_measured_column():
    for rule in RULES:
        table = MEASURES if rule.scope == "document" else METRICS
        assert rule.expectation.column in table.names
        assert rule.expectation.type in EXPECTATIONS
        assert 0 <= rule.expectation.mostly <= 1


def test_what_the_rule_shows_is_measured():
    for rule in ON_DOCUMENTS:
        assert {*rule.columns, rule.places} <= set(MEASURES.names)
        assert rule.evidence.given is None or rule.evidence.whole


def test_the_rule_says_what_it_does_to_a_document():
    for rule in ON_DOCUMENTS:
        effect = rule.effect
        assert effect.aside is None or effect.aside in STATES
        assert bool(effect.detail) == (effect.aside in ("boilerplate", "duplicate"))
        assert bool(effect.reason) == (effect.aside is None)
        assert {name for _, name, _, _ in string.Formatter().parse(effect.detail) if name is not None} <= {
            "kept",
            *KEPT,
        }
        assert not f"{effect.detail}{effect.reason}".endswith(".")


def test_a_kind_of_copy_has_one_rule():
    told = [rule.expectation for rule in RULES if rule.effect.aside == "duplicate"]
    assert {expectation.column for expectation in told} == {"duplicate_kind"}
    assert sorted(kind for e in told for kind in e.kwargs["value_set"]) == sorted(DUPLICATE_KINDS)


def test_what_a_rule_on_the_corpus_does_to_a_document_is_left_unsaid():
    for rule in RULES:
        assert rule.scope == "document" or (rule.effect, rule.evidence) == (Effect(), Evidence())


def fields_in(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def said_in(source):
    """Return the texts of a module that are no docstrings."""
    tree = ast.parse(source)
    bare = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    texts = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in bare]
    return " ".join(text for text in texts if isinstance(text, str))


def codes_in(text):
    return CODES.intersection(re.findall(r"\b[A-Z]{3}[0-9]{3}\b", text))


def test_no_code_of_a_rule_is_named_outside_the_rulebook():
    sources = {path: path.read_text("utf-8") for path in OUTSIDE}
    assert [path for path, source in sources.items() if codes_in(source) and codes_in(said_in(source))] == []


def test_what_only_informs_is_never_held_against_the_corpus():
    assert [rule.code for rule in RULES if rule.severity == "info" and rule.expectation.mostly != 0] == []


def test_the_message_is_a_sentence_about_one_document():
    for rule in RULES:
        assert rule.message[0].isupper()
        assert rule.message.endswith(".")
        assert fields_in(rule.message) <= {"value"}


def test_the_page_is_written():
    for rule in RULES:
        for text in astuple(page_of(rule)):
            assert text.endswith((".", "?"))
            assert "  " not in text
            assert text == text.strip()


def test_all_rules_make_one_suite_that_can_be_judged():
    suite = suite_of(RULES)
    assert [line["meta"]["rule"] for line in suite["expectations"]] == sorted(rule.code for rule in RULES)
    assert {a.code: a.expectation for a in parse_suite(suite)} == {rule.code: rule.expectation for rule in RULES}
