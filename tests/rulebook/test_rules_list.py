"""The list of rules: every promise about rules that can be checked without a document."""

import re
import string
from collections import Counter

import pytest

from audit.finding import SEVERITIES
from audit.rule import EXPECTATIONS
from audit.rulebook import RULES
from audit.rulebook.metrics import METRICS
from audit.tables import MEASURES
from audit.validate import parse_suite, suite_of

FAMILIES = ("ENC", "LNG", "DUP", "FLD", "BPL", "SPN")
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


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


@every_rule
def test_the_code_is_a_code_and_the_name_is_a_fault(rule):
    assert re.fullmatch(r"(ENC|LNG|DUP|FLD|BPL|SPN)\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.severity in SEVERITIES


@every_rule
def test_the_rule_judges_a_measured_column(rule):
    table = MEASURES if rule.scope == "document" else METRICS
    assert rule.expectation.column in table.names
    assert rule.expectation.type in EXPECTATIONS
    assert 0 <= rule.expectation.mostly <= 1


@every_rule
def test_corpus_rules_have_their_own_hundred(rule):
    assert (rule.code[3] == "1") == (rule.scope == "corpus")


@every_rule
def test_what_only_informs_is_never_held_against_the_corpus(rule):
    assert rule.severity != "info" or rule.expectation.mostly == 0


@every_rule
def test_the_message_is_a_sentence_about_one_document(rule):
    assert rule.message[0].isupper()
    assert rule.message.endswith(".")
    assert {name for _, name, _, _ in string.Formatter().parse(rule.message) if name is not None} <= {"value"}


@every_rule
@pytest.mark.parametrize("part", ["what", "why", "fix", "known_problems"])
def test_the_page_is_written(rule, part):
    text = getattr(rule.page, part)
    assert text.endswith((".", "?"))
    assert "  " not in text
    assert text == text.strip()


def test_all_rules_make_one_suite_that_can_be_judged():
    suite = suite_of(RULES)
    assert [line["meta"]["rule"] for line in suite["expectations"]] == sorted(rule.code for rule in RULES)
    assert {a.code: a.expectation for a in parse_suite(suite)} == {rule.code: rule.expectation for rule in RULES}
