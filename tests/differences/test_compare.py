"""Every document of two datasets is counted once: unchanged, changed, renamed, added, removed or leaked."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import audit
from audit.differences.compare import Differences, compare
from audit.differences.facts import facts
from audit.report.differences.formats import FORMATS
from audit.tables import DUPLICATES
from tests.differences.sides import STORIES, Rows, document, edited, finding, row_of, rows, snapshot

BEFORE = rows()


@pytest.fixture
def between(tmp_path: Path) -> Any:
    def made(old: Rows, new: Rows, **how: bool) -> Differences:
        return compare(snapshot(tmp_path / "old", "old", old), snapshot(tmp_path / "new", "new", new), **how)

    return made


class TestDocuments:
    def test_each_is_counted_once(self, between: Any) -> None:
        after = edited(edited(BEFORE, "en/tram.txt", id="en/street/tram.txt"), "zh/market.txt", body="夜市关门了。")
        new = document("en/lamp.txt", "A lamp", "Somebody lit a lamp.")
        kept = tuple(row for row in after.documents if row["id"] != "en/ferry.txt")
        found = between(BEFORE, replace(after, documents=(*kept, new)))
        counts = found.counts
        assert (counts.added, counts.removed, counts.renamed, counts.edited["body"], counts.unchanged) == (
            1,
            1,
            1,
            1,
            1,
        )
        assert found.examples.renamed == (("en/tram.txt", "en/street/tram.txt"),)
        assert (found.examples.added, found.examples.removed) == (("en/lamp.txt",), ("en/ferry.txt",))

    def test_of_several_with_one_body_those_that_agree_in_all_are_the_renamed(self, between: Any) -> None:
        texts = [document(f"en/{name}.txt", name, "One text for all of them.") for name in ("one", "two")]
        moved = [{**row, "id": f"moved/{row['title']}.txt"} for row in texts[::-1]]
        found = between(replace(BEFORE, documents=tuple(texts)), replace(BEFORE, documents=tuple(moved)))
        assert set(found.examples.renamed) == {("en/one.txt", "moved/one.txt"), ("en/two.txt", "moved/two.txt")}

    def test_documents_without_a_body_are_not_one_another(self, between: Any) -> None:
        menus = [document(f"en/{n}.txt", f"Menu {n}", "", sha256=str(n) * 64) for n in range(2)]
        found = between(replace(BEFORE, documents=(menus[0],)), replace(BEFORE, documents=(menus[1],)))
        assert (found.counts.renamed, found.counts.added, found.counts.removed) == (0, 1, 1)

    def test_a_copy_of_one_that_stays_is_added_and_said_to_be_a_copy(self, between: Any) -> None:
        copy = document("en/copy.txt", "Copy", STORIES["en/tram.txt"][1])
        found = between(BEFORE, replace(BEFORE, documents=(*BEFORE.documents, copy)))
        assert (found.counts.added, found.counts.renamed, found.counts.copies) == (1, 0, 1)

    def test_two_documents_of_one_id_are_two(self, between: Any) -> None:
        twice = replace(BEFORE, documents=(*BEFORE.documents, BEFORE.documents[0]))
        found = between(twice, BEFORE)
        assert (found.counts.removed, found.counts.unchanged) == (1, 4)

    def test_without_ids_a_document_is_its_body(self, between: Any) -> None:
        nameless = replace(BEFORE, documents_schema=BEFORE.documents_schema.remove(5))
        found = between(nameless, edited(nameless, "en/tram.txt", body="Another text."))
        assert (found.counts.added, found.counts.removed, found.counts.unchanged) == (1, 1, 3)
        assert found.examples.added == ("Another text.",)
        one_sided = between(nameless, BEFORE)
        assert (one_sided.counts.renamed, one_sided.counts.unchanged) == (0, 4)
        assert any("no column id" in note for note in found.notes)

    def test_nothing_is_something_to_compare_with(self, between: Any) -> None:
        nothing = replace(BEFORE, documents=(), blocks=())
        assert between(nothing, BEFORE).counts.added == 4
        assert between(nothing, nothing).demand.level == "none"


class TestExamples:
    def test_chinese_is_shown_by_sentence_and_english_by_word(self, between: Any) -> None:
        zh, en = "zh/harbour.txt", "en/ferry.txt"
        after = edited(BEFORE, zh, body=STORIES[zh][1].replace("八点", "九点"))
        after = edited(after, en, body=STORIES[en][1].replace("nine", "ten"))
        shown = {each.id: each.wording for each in between(BEFORE, after).examples.edited}
        assert shown[zh].unit == "sentence"
        signs = [(piece.sign, piece.text) for piece in shown[zh].places[0]]
        assert signs[1:3] == [("-", "第一艘船在八点离开。"), ("+", "第一艘船在九点离开。")]
        assert shown[en].unit == "word"
        assert [(p.sign, p.text.strip()) for p in shown[en].places[0]][1:3] == [("-", "nine"), ("+", "ten")]

    def test_a_changed_value_is_shown_before_and_after(self, between: Any) -> None:
        found = between(BEFORE, edited(BEFORE, "en/tram.txt", title=None))
        [example] = found.examples.edited
        [change] = example.columns
        assert (change.column, change.old, change.new) == ("title", "A tram for the hill", None)
        assert found.counts.metadata == {"title": 1}

    def test_other_boilerplate_is_shown_as_it_reads(self, between: Any) -> None:
        blocks = (*BEFORE.blocks[:2], {**BEFORE.blocks[2], "text": "Share this story"}, *BEFORE.blocks[3:])
        found = between(BEFORE, replace(BEFORE, blocks=blocks))
        [example] = found.examples.edited
        assert (example.id, example.edit) == (BEFORE.documents[0]["id"], "boilerplate")
        signs = [(piece.sign, piece.text.strip()) for place in example.wording.places for piece in place]
        assert ("-", "page") in signs
        assert ("+", "story") in signs

    def test_without_texts_nothing_is_shown_of_what_a_document_says(self, between: Any) -> None:
        after = edited(BEFORE, "en/tram.txt", body="Something else.", title="Gone")
        said = json.dumps(facts(between(BEFORE, after, texts=False)), ensure_ascii=False)
        assert "tram.txt" in said
        assert not any(text in said for text in ("Something", "climbs", "for the hill", "Gone"))

    def test_there_are_few_of_them_and_they_are_short(self, between: Any) -> None:
        many = tuple(document(f"en/{n:03}.txt", "T", f"Text {n}. " + "long " * 900) for n in range(30))
        other = tuple({**row, "body": row["body"].replace("long", "short")} for row in many)
        found = facts(between(replace(BEFORE, documents=many), replace(BEFORE, documents=other)))
        assert found["documents"]["edited"]["body"] == 30
        assert len(json.dumps(found)) < 20_000


class TestWhole:
    def test_findings_are_told_by_fingerprint_however_often_they_stand(self, between: Any) -> None:
        old = replace(BEFORE, findings=(finding("a"), finding("b"), finding("b"), finding("c", "FLD003")))
        new = replace(BEFORE, findings=(finding("b"), finding("d"), finding("a", id="en/moved.txt")))
        found = between(old, new).findings
        assert (found.new, found.resolved, found.kept) == (1, 2, 2)
        assert [(rule.code, rule.new, rule.resolved) for rule in found.rules] == [("FLD002", 1, 1), ("FLD003", 0, 1)]

    def test_pairs_of_duplicates_come_and_go(self, between: Any) -> None:
        pairs = [row_of(DUPLICATES, a="a", b=b, kind="near") for b in "bcd"]
        found = between(replace(BEFORE, duplicates=tuple(pairs[:2])), replace(BEFORE, duplicates=tuple(pairs[1:])))
        assert (found.duplicates.appeared, found.duplicates.gone) == (1, 1)
        assert found.duplicates.new == {"near": 2}

    def test_what_no_audit_wrote_is_said_not_to_be_known(self, tmp_path: Path) -> None:
        old, new = (snapshot(tmp_path / name, name, BEFORE) for name in ("old", "new"))
        found = compare(replace(old, findings=None), new)
        assert found.findings is None
        assert found.notes == (
            "findings were not compared: old has no audit tables for them (audit check --out DIR writes them)",
        )

    def test_a_test_document_that_is_in_train_next_has_leaked(self, tmp_path: Path) -> None:
        def sides(folder: str, train: Rows, test: Rows) -> Any:
            parts = [snapshot(tmp_path / folder / each.split, folder, each) for each in (train, test)]
            files = tuple(file for part in parts for file in part.documents.files)
            return replace(parts[0], documents=replace(parts[0].documents, files=files))

        one, two, three = (replace(BEFORE, documents=(row,)) for row in BEFORE.documents[:3])
        old = sides("old", one, replace(two, split="test"))
        calm = compare(
            old, sides("calm", replace(one, documents=(*one.documents, *three.documents)), replace(two, split="test"))
        )
        assert calm.leaks == ()
        both = replace(one, documents=(*one.documents, *two.documents))
        found = compare(old, sides("new", both, replace(three, split="test")))
        assert [(leak.of, leak.into, leak.is_across, leak.documents) for leak in found.leaks] == [
            ("test", "train", True, 1)
        ]
        again = compare(
            sides("both", both, replace(two, split="test")), sides("still", both, replace(two, split="test"))
        )
        assert [leak.is_across for leak in again.leaks] == [False]
        within = compare(old, sides("within", both, replace(two, split="test")))
        assert (within.leaks[0].of, within.leaks[0].into, within.leaks[0].is_across) == ("test", "train", False)
        whole = snapshot(tmp_path / "whole", "whole", both)
        divided = sides("divided", replace(one, split="first"), replace(two, split="second"))
        assert compare(whole, divided).leaks == ()


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_says_all_of_it_and_nothing_to_obey(form: str, between: Any) -> None:
    evil = "\x1b[2J::error::<img src=x> | **bold** `code`"
    old = replace(BEFORE, findings=(finding("a"),))
    new = edited(edited(old, "en/tram.txt", title=evil, id=f"en/{evil}.txt"), "en/ferry.txt", body=f"{evil} nine.")
    new = replace(edited(new, "zh/market.txt", title=evil), findings=(finding("b", message=evil),))
    written = FORMATS[form][1](facts(between(old, new)), evil)
    assert "renamed" in written.lower()
    assert "\x1b" not in written
    assert not any(line.startswith("::") for line in written.splitlines())
    # In Markdown either as code, or behind a backslash.
    outside = "\n".join(line for line in written.splitlines() if "``" not in line)
    assert form != "markdown" or "<img" not in outside.replace("\\<img", "")


def test_inputs_that_are_not_read_are_told(tmp_path: Path) -> None:
    for name, more in (
        ("old", {}),
        ("new", {"b.txt": b"", "c.txt": bytes(range(256)), "Thumbs.db": b"x", "a.txt~": b"x"}),
    ):
        (tmp_path / name).mkdir()
        for file, content in ({"a.txt": b"The ferry left the quay at nine.\n"} | more).items():
            (tmp_path / name / file).write_bytes(content)
    notes = audit.diff(tmp_path / "old", tmp_path / "new", workers=1).report["notes"]
    told = [note for note in notes if "not read" in note]
    assert told == [f"2 inputs were not read in {tmp_path}/new and not compared; `audit check {tmp_path}/new` says why"]


def test_a_loss_is_what_went_and_not_what_came(tmp_path: Path) -> None:
    table = pl.DataFrame({"id": ["a", "b"], "text": ["A lamp was lit.", "A boat went out."], "author": ["Ada", None]})
    table.write_ndjson(tmp_path / "two.jsonl")
    unsigned = table.with_columns(author=pl.lit(None, pl.String))
    for name, made in (("two", table), ("one", table[:1]), ("unsigned", unsigned)):
        made.write_parquet(tmp_path / f"{name}.parquet")

    def passes(old: str, new: str) -> bool:
        return audit.diff(tmp_path / f"{old}.parquet", tmp_path / f"{new}.parquet", fail_on="loss").passed

    assert (passes("one", "two"), passes("two", "two"), passes("two", "one")) == (True, True, False)
    # Records in another form of file are the same records.
    assert audit.diff(tmp_path / "two.jsonl", tmp_path / "two.parquet", fail_on="loss", workers=1).passed
    # A field that nobody states any more is a column that went, whatever its schema says.
    assert (passes("two", "unsigned"), passes("unsigned", "two")) == (False, True)
