"""Each release carries what changed since its parent, and nothing of what was taken out."""

from __future__ import annotations

import json

import pytest

from audit.errors import UsageError
from audit.release.bump import SmallVersionError
from audit.release.manifest import canonical_json
from audit.release.plan import plan
from audit.release.read_manifest import read_manifest
from audit.release.release import release
from audit.release.verification.described import check_described
from audit.release.verification.verify import verify
from tests.release.conftest import ARTICLES, request_of, tables_of
from tests.release.lineage.conftest import TRAM, with_tram
from tests.release.verification.forged import forge, relist


@pytest.fixture
def second(home):
    return home / "1.1.0"


def said(release):
    return [str(problem) for problem in verify(release, quick=True).problems]


def test_it_stands_in_a_file_in_the_manifest_and_in_the_card(second):
    first = second.parent / "1.0.0"
    full = json.loads((second / "audit/changes.json").read_bytes())
    assert (full["old"]["name"], full["new"]["name"]) == ("ports/1.0.0", "ports/1.1.0")
    assert full["documents"]["edited"]["body"] == 1
    gist = read_manifest(second).changes
    assert (gist.bump, gist.reasons, gist.counts["body"]) == ("minor", ("1 document was changed in its body",), 1)
    card = (second / "README.md").read_text("utf-8")
    assert "## Changes since 1.0.0" in card
    assert "1 document was changed in its body" in card
    assert read_manifest(first).changes is None
    assert "## Changes since" not in (first / "README.md").read_text("utf-8")
    assert said(second) == []


def test_the_card_of_a_version_with_changes_of_many_kinds_is_found_correct(tmp_path):
    old = {word: (f"The {word}", [f"The {word} is open today."]) for word in ("market", "bridge", "school", "garden")}
    edited = ("The school", ["The school is closed today."])
    titled = ("Plants", old["garden"][1])
    new = {"tower": ("Up", ["It is high."]), "moved": old["market"], "school": edited, "garden": titled}
    for articles in (old, new):
        made = release(plan(tmp_path, "ports"), request_of(tables_of(articles))).path
    manifest = read_manifest(made)
    counts = {kind: count for kind, count in manifest.changes.counts.items() if count}
    assert counts == dict.fromkeys(("added", "removed", "renamed", "body", "metadata"), 1)
    assert list(check_described(made, manifest)) == []


def test_no_word_of_a_document_is_handed_on(second):
    for name in ("audit/changes.json", "manifest.json", "README.md"):
        text = (second / name).read_text("utf-8")
        assert "climbs the hill" not in text
        assert "A tram for" not in text


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda m: m["changes"].update(bump="patch"), "changes differ from the manifest"),
        (lambda m: m["changes"]["counts"].update(body=0), "changes differ from the manifest"),
        (lambda m: m["changes"].update(reasons=[]), "changes differ from the manifest"),
        (lambda m: m.pop("changes"), "is not a file of a release"),
    ],
    ids=["bump", "counts", "reasons", "not said"],
)
def test_forged_changes_in_the_manifest_contradict_the_file(second, change, expected):
    forge(second, change)
    assert any(expected in problem for problem in said(second))


@pytest.mark.parametrize("value", [{"bump": "huge"}, {"counts": {"added": -1}}, {"reasons": "many"}, {"more": 1}])
def test_malformed_changes_in_the_manifest_are_refused(second, value):
    forge(second, lambda m: m["changes"].update(value))
    assert any("cannot be read as a manifest" in problem for problem in said(second))


def test_changes_of_other_versions_are_found_out(second):
    path = second / "audit/changes.json"
    path.write_bytes(canonical_json({**json.loads(path.read_bytes()), "old": {"name": "ports/0.9.0", "documents": 2}}))
    relist(second, "audit/changes.json")
    assert any("does not compare this version" in problem for problem in said(second))


@pytest.mark.parametrize("content", [b"{", b"[]", b"{}", b'{"documents": 3}'])
def test_a_file_of_changes_that_is_none_is_found_out(second, content):
    (second / "audit/changes.json").write_bytes(content)
    relist(second, "audit/changes.json")
    assert any("changes.json: it is not a valid list of changes" in problem for problem in said(second))


class TestLaw:
    @pytest.mark.usefixtures("made")
    def test_a_corrected_title_is_a_patch(self, again):
        title, paragraphs = ARTICLES[TRAM]
        patched = again(tables=with_tram(*paragraphs, title=f"{title}!"))
        assert str(patched.version) == "1.0.1"
        assert patched.differences.demand.clause() == "1 document was changed in its metadata"

    @pytest.mark.parametrize(
        ("version", "is_refused"), [("1.0.1", True), ("1.1.0", False), ("1.0.9", True), ("3.0.0", False)]
    )
    def test_a_version_too_small_is_refused_and_the_change_named(self, made, again, other_tables, version, is_refused):
        if not is_refused:
            assert str(again(version=version, tables=other_tables).version) == version
            return
        with pytest.raises(SmallVersionError, match=r"1 document was changed in its body.*minor.*1\.1\.0"):
            again(version=version, tables=other_tables)
        assert {path.name for path in made.parent.iterdir()} == {"1.0.0", "README.md"}

    @pytest.mark.usefixtures("made")
    def test_a_version_that_is_asked_for_may_say_nothing_new(self, again):
        released = again(version="1.0.1")
        assert released.is_new
        assert read_manifest(released.path).changes.bump == "none"
        assert said(released.path) == []

    def test_a_parent_that_cannot_be_read_is_told_and_nothing_released(self, made, again, other_tables):
        shard = next((made / "documents").iterdir())
        shard.write_bytes(shard.read_bytes()[:-20])
        with pytest.raises(UsageError, match=r"1\.0\.0.*cannot be read.*the changes are unknown"):
            again(tables=other_tables)
        assert {path.name for path in made.parent.iterdir()} == {"1.0.0", "README.md"}

    @pytest.mark.usefixtures("made")
    def test_settings_alone_are_a_patch(self, again, asked):
        released = again(parameters={**asked.parameters, "fail_on": "warning"})
        assert released.differences.demand.clause() == "the settings of the run differ"
        assert str(released.version) == "1.0.1"


@pytest.mark.usefixtures("made")
def test_the_same_changes_give_the_same_bytes(tmp_path, again, other_tables):
    first = again(tables=other_tables).path
    first.rename(tmp_path / "kept")
    for path in ("audit/changes.json", "README.md", "manifest.json"):
        assert (again(tables=other_tables).path / path).read_bytes() == (tmp_path / "kept" / path).read_bytes()
