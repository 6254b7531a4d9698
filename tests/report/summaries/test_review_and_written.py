"""The summaries of `sample`, `init`, `evidence`, `report` and `split`, line by line."""

from __future__ import annotations

from typing import Any

import pytest

from audit.report.summaries.review import review_summary, started_summary
from audit.report.summaries.written import evidence_summary, site_summary, split_summary
from audit.report.summary import Outcome

JUDGED: dict[str, Any] = {
    "drawn": 40, "judged": 40, "documents": 1200, "wrong": 0, "rate": 0.0, "upper": 0.08, "confidence": 0.95,
    "effective": 36.5, "limit": None, "strata": [],
}  # fmt: skip


def lines(made: Any) -> list[str]:
    return ["".join(text for _, text in line).rstrip() for line in made]


def told(report: dict[str, Any], *steps: str) -> list[str]:
    return lines(review_summary(report, Outcome("audit sample", "the default policy", "review", steps)))


def stratum(name: str, documents: int = 9, **counts: int) -> dict[str, Any]:
    return {"name": name, "documents": documents, "drawn": 1, "judged": 3, **counts}


def test_a_sheet_is_announced_with_what_to_do_next() -> None:
    report = {"drawn": 2, "documents": 1200, "seed": 7, "strata": [stratum("zh"), stratum("en", 1191)]}
    assert told(report, "open review/sheet.html", "audit sample --read review/sheet.csv") == [
        "audit sample  with the default policy", "", "drawn        2 of 1,200 documents, seed 7",
        "                 1 of     1,191  en", "                 1 of         9  zh",
        "next         open review/sheet.html", "             audit sample --read review/sheet.csv",
    ]  # fmt: skip


@pytest.mark.parametrize(("many", "more"), [(12, []), (13, ["and 1 more strata"]), (15, ["and 3 more strata"])])
def test_the_largest_strata_are_shown(many: int, more: list[str]) -> None:
    report = {"drawn": 2, "documents": 1200, "seed": 7, "strata": [stratum(f"s{n:02}", 100 - n) for n in range(many)]}
    shown = [line.strip() for line in told(report) if " of " in line and "  s" in line]
    assert [line[-3:] for line in shown] == [f"s{n:02}" for n in range(12)]
    assert [line.strip() for line in told(report) if "more strata" in line] == more


def test_verdicts_give_a_rate_and_a_bound() -> None:
    assert told(JUDGED) == [
        "audit sample", "", "judged       40 of 40 drawn from 1,200 documents",
        "wrong        0; error rate 0.00%, strata weighted by size",
        "at most      8.00%, with 95% confidence (Clopper-Pearson; effective sample size 36.5)",
    ]  # fmt: skip
    assert any("error rate unknown" in line for line in told(JUDGED | {"rate": None}))


def test_what_was_not_judged_is_said_to_count_as_wrong() -> None:
    assert told(JUDGED | {"judged": 38})[3] == "             2 without a verdict: they count as wrong in the bound"


def test_only_strata_with_errors_are_shown_of_verdicts() -> None:
    strata = [stratum("good", 99, wrong=0), stratum("bad", 9, wrong=1), stratum("worse", 5, wrong=2)]
    found = [line.strip() for line in told(JUDGED | {"wrong": 3, "strata": strata}) if " of         3" in line]
    assert found == ["2 of         3  worse", "1 of         3  bad"]
    assert not any("bad" in line for line in told(JUDGED | {"strata": strata}))


@pytest.mark.parametrize(("limit", "verdict"), [(0.09, "pass"), (0.08, "pass"), (0.07, "fail")])
def test_a_bound_is_held_against_the_limit(limit: float, verdict: str) -> None:
    assert told(JUDGED | {"limit": limit})[-1] == f"verdict      {verdict}; the limit is {limit:.2%}"
    *_, last = review_summary(JUDGED | {"limit": limit}, Outcome("", ""))
    assert last[1][0] == {"pass": "bold green", "fail": "bold red"}[verdict]


@pytest.mark.parametrize(
    ("target", "step"),
    [
        (None, "read audit.toml, then audit check raw"), (".", "read audit.toml, then audit check raw"),
        ("news", "cd news, read audit.toml, then audit check raw"),
        ("my news", "cd 'my news', read audit.toml, then audit check raw"),
    ],
)  # fmt: skip
def test_a_start_says_what_was_found_and_what_is_next(target: str | None, step: str) -> None:
    report = {
        "files": 1, "bytes": 1500, "target": "raw", "kinds": {".txt": 1}, "encodings": {}, "languages": {"en": 1200},
        "written": ["audit.toml", "ci.yml"],
    }  # fmt: skip
    assert lines(started_summary(report, Outcome("audit init", "", target))) == [
        "audit init", "", "found        1 file, 1.5 kB, in raw", "kinds        .txt 1", "encodings    none",
        "languages    en 1,200", "written      audit.toml", "             ci.yml", f"next         {step}",
    ]  # fmt: skip
    many = report | {"files": 2, "target": "my raw"}
    assert lines(started_summary(many, Outcome("", "")))[2] == "found        2 files, 1.5 kB, in my raw"
    assert lines(started_summary(many, Outcome("", "")))[-1].endswith("audit check 'my raw'")


def test_evidence_is_listed_or_why_there_is_none() -> None:
    report = {
        "name": "news", "version": "1.0.0", "problems": [], "yanked": None, "signed_by": ["ab12"],
        "files": [{"name": "a.json", "what": "all"}, {"name": "long.json", "what": "more"}],
    }  # fmt: skip
    assert lines(evidence_summary(report, Outcome("", "", "ev"))) == [
        "news 1.0.0  evidence in ev", "  a.json     all", "  long.json  more", "  signed with the key ab12",
    ]  # fmt: skip
    broken = report | {"name": "", "problems": ["it is cut"], "files": [], "yanked": None, "signed_by": []}
    assert lines(evidence_summary(broken, Outcome("", ""))) == [
        "a release whose manifest cannot be read  no evidence: the release failed verification", "  ✗ it is cut",
    ]  # fmt: skip
    assert [line[0][0] for line in evidence_summary(broken, Outcome("", ""))][1:] == ["red"]


def test_a_site_says_how_many_pages_it_has_and_shows_an_atlas_only_where_there_is_one() -> None:
    report = {"pages": 1200, "documents": 3, "inputs": 4, "verdict": "pass"}
    found = lines(site_summary(report, Outcome("audit report", "", "site", ("open it",))))
    assert found == [
        "audit report", "", "written      1,200 pages in site",
        "to open      3 of 4 inputs have pages; --documents N makes more", "verdict      pass in the audit shown",
        "next         open it",
    ]  # fmt: skip
    assert "atlas        a plane" in lines(site_summary(report | {"atlas": "a plane"}, Outcome("", "")))


def test_a_division_says_how_large_its_parts_are_and_what_is_in_none() -> None:
    report = {
        "documents": 1200, "clusters": 1, "largest_cluster": 1, "ledger": {"published": 1200, "excluded": 0},
        "parts": {"train": {"documents": 1100}, "test": {"documents": 100}},
    }  # fmt: skip
    found = lines(split_summary(report, Outcome("audit split", "half.toml", "out", ("load it",))))
    assert found == [
        "audit split  with half.toml", "", "divided      1,200 documents in 1 cluster",
        "             the largest cluster has 1 document", "               1,100 train  (91.7%)",
        "                 100 test  (8.3%)", "next         load it",
    ]  # fmt: skip
    left = report | {"ledger": {"published": 1, "duplicate": 1000, "excluded": 0, "boilerplate": 2}}
    (*_, last) = lines(split_summary(left, Outcome("", "")))
    assert last == "left out     1,002 inputs: duplicate 1,000, boilerplate 2"
