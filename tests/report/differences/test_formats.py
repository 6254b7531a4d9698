"""What a summary and a page of Markdown say of differences: what there is, and nothing of what there is not."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from audit.report.differences.formats import differences_markdown
from audit.report.differences.summary import describe_column_change, describe_leak, describe_shift, differences_summary

SAME: dict[str, Any] = {
    "old": {"name": "old", "documents": 1200}, "new": {"name": "new", "documents": 1200},
    "documents": {
        "added": 0, "removed": 0, "renamed": 0, "unchanged": 1200, "copies": 0,
        "edited": {"body": 0, "metadata": 0, "boilerplate": 0, "bytes": 0},
    },
    "examples": {"added": [], "removed": [], "renamed": [], "edited": []},
    "columns": [], "shifts": [], "findings": None, "duplicates": None, "leaks": [], "notes": [],
    "bump": {"level": "none", "reasons": []},
}  # fmt: skip
SHIFT: dict[str, Any] = {
    "of": "language", "verdict": "shifted", "measure": "jensen-shannon", "distance": 0.25, "old": 3, "new": 4,
    "median_old": None, "median_new": None, "movers": [{"value": None, "old": 0.1, "new": 0.6}],
}  # fmt: skip
LEAK = {"of": "test", "into": "train", "is_across": True, "documents": 1, "examples": ["a.txt"]}
IDS = ["a.txt", "b.txt", "c.txt", "d.txt"]


def changed(**sections: Any) -> dict[str, Any]:
    found = deepcopy(SAME)
    for name, value in sections.items():
        found[name] = found[name] | value if isinstance(value, dict) and found[name] else value
    return found


def told(**sections: Any) -> list[str]:
    return ["".join(text for _, text in line).rstrip() for line in differences_summary(changed(**sections))]


def page(failure: str = "", **sections: Any) -> str:
    return differences_markdown(changed(**sections), failure)


def test_two_that_are_the_same_are_told_in_four_lines() -> None:
    assert told() == [
        "old → new", "", "documents    1,200 → 1,200", "                 1,200 unchanged",
        "bump         none: nothing changed",
    ]  # fmt: skip
    assert page().startswith("# old → new\n\nNothing changed: no new version is required.\n\n## Documents")
    assert (page().count("\n## "), "###" in page()) == (1, False)


def test_why_it_fails_comes_first() -> None:
    assert page("it *lost*").split("\n\n")[:2] == ["# audit diff: fail, old → new", "🔴 it \\*lost\\*"]


@pytest.mark.parametrize("name", ["added", "removed"])
def test_of_many_documents_a_few_are_named_and_the_rest_counted(name: str) -> None:
    sections = {"documents": {name: 5}, "examples": {name: IDS}}
    lines = told(**sections)
    assert f"                     5 {name}" in lines
    assert [line.strip() for line in lines if ".txt" in line] == IDS[:3]
    assert "… and 2 more" in lines[7]
    assert f"### {name.capitalize()}" in page(**sections)
    assert "- … and 1 more" in page(**sections)
    few = {"documents": {name: 3}, "examples": {name: IDS[:3]}}
    assert not any("more" in line for line in [*told(**few), page(**few)])


def test_a_renamed_document_has_two_names() -> None:
    sections = {"documents": {"renamed": 1}, "examples": {"renamed": [{"old": "a.txt", "new": "b.txt"}]}}
    assert "                     1 renamed: same body, different id" in told(**sections)
    assert any(line.endswith("a.txt → b.txt") for line in told(**sections))
    assert "### Renamed\n\n- `a.txt` → `b.txt`" in page(**sections)


def test_an_edited_document_is_shown_with_its_values_and_its_passage() -> None:
    place = [{"sign": "=", "text": "The "}, {"sign": "-", "text": "tram"}, {"sign": "+", "text": "ferry\nboat"}]
    values = [
        {"column": "author", "old": None, "new": "Ada"}, {"column": "title", "old": None, "new": None},
        {"column": "date", "old": "2024", "new": None},
    ]  # fmt: skip
    example = {"id": "a.txt", "edit": "metadata", "columns": values, "wording": {"places": [place]}}
    other = {"id": "b.txt", "edit": "body", "columns": [], "wording": None}
    # Without texts nothing is known of its wording.
    bare = {"id": "c.txt", "edit": "bytes", "columns": [], "wording": None}
    edited = dict(SAME["documents"]["edited"], metadata=1, bytes=1)
    sections = {"documents": {"edited": edited}, "examples": {"edited": [example, other, bare]}}
    lines = [line.strip() for line in told(**sections)]
    assert "1 edited in the metadata only" in lines
    assert "author: [-nothing-] {+Ada+}" in lines
    assert "date: [-2024-] {+nothing+}" in lines
    assert "The [-tram-]{+ferry⏎boat+}" in lines
    # Of an edit that was counted nowhere, and a column without values, nothing is said.
    assert not any("b.txt" in line or "title" in line for line in lines)
    assert "- `a.txt`, edited in the metadata only: `author`, `title`, `date`" in page(**sections)
    assert "  - `author`: <del></del> <ins>Ada</ins>" in page(**sections)
    assert "  - The <del>tram</del><ins>ferry⏎boat</ins>" in page(**sections)
    assert "  - `title`" not in page(**sections)
    assert page(**sections).endswith("- `c.txt`, different bytes with the same content\n")


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("moved", "the columns of documents are in a different order"),
        ("removed", "documents.url was removed (string)"),
        ("added", "documents.url was added (string!)"),
        ("filled", "documents.url, empty before, now has values (string!)"),
        ("emptied", "documents.url is now empty; at least half of the documents had a value"),
        ("type", "documents.url changed from string to string! (! is never null)"),
    ],
)
def test_a_change_of_a_column_is_a_sentence(what: str, said: str) -> None:
    change = {"what": what, "table": "documents", "column": "url", "old": "string", "new": "string!"}
    assert describe_column_change(change) == said
    assert told(columns=[change, change])[4:6] == [f"columns      {said}", f"             {said}"]
    assert f"## Columns\n\n- {said}".replace("!", "") in page(columns=[change]).replace("\\", "").replace("!", "")


@pytest.mark.parametrize(
    ("change", "said", "row"),
    [
        ({}, "Jensen-Shannon distance 0.250; none 10.0% → 60.0%", "0.250 | Jensen-Shannon distance | none 10.0% →"),
        ({"verdict": "same"}, "Jensen-Shannon distance 0.250", "0.250 | Jensen-Shannon distance | none 10.0% → 60.0%"),
        (
            {"movers": [{"value": "zh", "old": 0.1, "new": 0.6}]},
            "Jensen-Shannon distance 0.250; zh 10.0% → 60.0%", "0.250 | Jensen-Shannon distance | zh 10.0% →",
        ),
        (
            {"measure": "kolmogorov-smirnov", "median_new": "4", "distance": None},
            "one side has no values (3 and 4 documents have one)", "| Kolmogorov-Smirnov distance | median none → 4",
        ),
        ({"movers": []}, "Jensen-Shannon distance 0.250", "0.250 | Jensen-Shannon distance |"),
        (
            {"measure": "kolmogorov-smirnov", "median_old": "3", "median_new": "4"},
            "Kolmogorov-Smirnov distance 0.250; median 3 → 4", "0.250 | Kolmogorov-Smirnov distance | median 3 → 4",
        ),
        (
            {"distance": None, "movers": []}, "one side has no values (3 and 4 documents have one)",
            "shifted |  | Jensen-Shannon distance",
        ),
    ],
)  # fmt: skip
def test_a_shift_is_a_distance_and_what_moved(change: dict[str, Any], said: str, row: str) -> None:
    assert describe_shift(SHIFT | change) == said
    verdict = change.get("verdict", "shifted")
    assert told(shifts=[SHIFT | change])[4] == f"shift        language  {verdict:8}{said}"
    assert told(shifts=[SHIFT] * 2)[5].startswith("             language")
    assert row in page(shifts=[SHIFT | change])


def test_findings_are_counted_by_rule_and_a_few_are_quoted() -> None:
    quoted = [{"code": "ENC004", "id": id, "message": "Wrong\ncodec."} for id in IDS]
    found = {
        "new": 1200, "resolved": 1, "kept": 2, "examples_new": quoted, "examples_resolved": quoted[:1],
        "rules": [{"code": "ENC004", "severity": "critical", "new": 1200, "resolved": 1, "kept": 2}],
    }  # fmt: skip
    lines = told(findings=found)
    assert "findings     1,200 new, 1 resolved, 2 unchanged" in lines
    assert "             ENC004 critical +1,200 -1" in lines
    assert [line.strip() for line in lines if "codec" in line] == [f"new: ENC004 {id}: Wrong⏎codec." for id in IDS[:3]]
    assert "| `ENC004` | critical | 1,200 | 1 | 2 |" in page(findings=found)
    assert "### New findings" in page(findings=found)
    assert "- … and 1,196 more" in page(findings=found)
    assert page(findings=found).count("### Resolved findings") == 1
    assert "### Resolved findings" not in page(findings=found | {"examples_resolved": []})


@pytest.mark.parametrize(("copies", "said"), [(1, "1 added document has"), (2, "2 added documents have")])
def test_copies_and_pairs_of_duplicates_are_told(copies: int, said: str) -> None:
    pairs = {"old": {"near": 1}, "new": {"near": 2, "exact_raw": 3}, "appeared": 4, "gone": 0}
    sections = {"documents": {"copies": copies}, "duplicates": pairs}
    assert "duplicates   1 → 5 pairs: 4 new, 0 resolved" in told(**sections)
    assert f"             {said} the body of an existing document" in told(**sections)
    assert "- duplicate pairs: 4 new, 0 resolved" in page(**sections)
    assert f"existing document: {copies}" in page(**sections)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, "1 body occurs in train and in test of old, such as a.txt"),
        ({"is_across": False, "documents": 2}, "2 bodies occur in train and in test, such as a.txt"),
    ],
)
def test_a_leak_names_both_parts(change: dict[str, Any], said: str) -> None:
    assert describe_leak(LEAK | change, "old") == said
    assert told(leaks=[LEAK | change] * 2)[4:6] == [f"leakage      {said}", f"             {said}"]
    assert f"- leakage: {said}" in page(leaks=[LEAK | change]).replace("\\", "")


def test_the_version_that_is_asked_for_and_why() -> None:
    bump = {"level": "major", "reasons": [{"level": "major", "change": "gone"}, {"level": "minor", "change": "new"}]}
    assert told(bump=bump)[-2:] == ["bump         major  gone", "             minor  new"]
    assert "Requires a **major** version:\n\n- major: gone\n- minor: new" in page(bump=bump)


def test_what_was_not_compared_is_said_last() -> None:
    assert told(notes=["no ids", "no texts"])[-2:] == ["note         no ids", "             no texts"]
    assert page(notes=["no ids"]).endswith("## Not compared\n\n- no ids\n")
