"""The page of a rule says everything about it, and names its samples."""

import re
from dataclasses import astuple, replace
from pathlib import Path

import pytest

import audit
from audit.rule import at_least
from audit.rulebook import RULES
from audit.rulebook.page import effect_in_words, in_words, page, page_of, samples


def test_a_page_says_everything_about_its_rule():
    headings = ("What", "Why", "Fix", "Known problems", "Expects")
    for rule in RULES:
        text = page(rule)
        assert text.startswith(f"# {rule.code} {rule.name}\n")
        said = (*astuple(page_of(rule)), in_words(rule))
        assert [part for part in (*said, *(f"\n## {heading}\n" for heading in headings)) if part not in text] == []


def test_each_rule_has_a_page_of_four_sections_and_each_page_a_rule():
    pages = {path.stem: path.read_text("utf-8") for path in (Path(audit.__file__).parent / "rulebook/pages").iterdir()}
    assert sorted(pages) == sorted(rule.code for rule in RULES)
    for rule in RULES:
        headings = re.findall("(?m)^#.*", pages[rule.code])
        assert headings == [f"# {rule.code} {rule.name}", "## What", "## Why", "## Fix", "## Known problems"]


def test_a_page_states_the_threshold_of_its_rule():
    short = next(rule for rule in RULES if rule.code == "FLD005")
    rule = replace(short, expectation=at_least("body_chars", 77))
    assert page_of(rule).what.startswith("The body has fewer than 77 ")


def test_what_needs_a_limit_says_that_it_is_inactive():
    assert {rule.code for rule in RULES if page_of(rule).what.endswith("Inactive unless set in [limits].")} == {
        rule.code for rule in RULES if rule.limit
    }


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ENC001", "`decode_errors` is at most 0, in all documents."),
        ("ENC013", "`html_entities` is at most 0, in at least 98 % of the documents."),
        ("LNG001", "`language_expected` is true, in all documents."),
        ("LNG002", "`language` is not und, in at least 95 % of the documents."),
        ("FLD001", "`title_chars` is stated. Violations are reported but never fail a release."),
        ("ENC102", "`documents` is at least 1, for the corpus as a whole."),
    ],
)
def test_in_words(code, words):
    assert in_words(next(rule for rule in RULES if rule.code == code)) == words


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ENC004", "Set aside as excluded, unless `release.flag` names ENC004."),
        ("ENC002", "Released with the finding; set aside as excluded if `release.exclude` names ENC002."),
        ("BPL001", "Set aside as boilerplate, unless `release.flag` names BPL001."),
        (
            "DUP003",
            "Set aside as a duplicate of the kept document; `duplicates.set_aside` lists the kinds.",
        ),
        ("SPN005", "Never sets a document aside, whatever the policy says: shared words do not prove copying."),
    ],
)
def test_the_effect_in_words(code, words):
    rule = next(rule for rule in RULES if rule.code == code)
    assert effect_in_words(rule) == words
    assert f"\n## Effect\n\n{words}\n" in page(rule)


def test_a_rule_on_the_corpus_sets_no_document_aside():
    assert "## Effect" not in page(next(rule for rule in RULES if rule.scope == "corpus"))


def test_an_unknown_code_has_no_samples():
    assert dict(samples("ENC999")) == {}


def test_a_page_names_each_sample_of_its_rule():
    for rule in RULES:
        listed = samples(rule.code)
        named = [*listed["bad"], *listed["good"]] if rule.scope == "document" else []
        assert [id for id in named if id not in page(rule)] == []
