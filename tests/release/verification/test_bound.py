"""What a manifest says is held against all that can say it, too; the checksum of each was forged here."""

from __future__ import annotations

import shutil

import pytest

from audit.errors import UsageError
from audit.release.read_manifest import parse_manifest
from audit.release.storage.files import sha256_of
from audit.release.verification.verify import verify
from tests.release.verification.forged import forge

pytestmark = pytest.mark.usefixtures("no_child")


def add(release, path, content=b"import os\n"):
    """Put a file into the release and list it."""
    (release / path).parent.mkdir(exist_ok=True)
    (release / path).write_bytes(content)
    entry = {"path": path, "bytes": len(content), "sha256": sha256_of(release / path)}
    forge(release, lambda m: m["files"].append(entry) or m["files"].sort(key=lambda f: f["path"]))


@pytest.fixture
def moved(made, tmp_path):
    """The release where no card and no version beside it tells; only its own files do."""
    return shutil.copytree(made, tmp_path / "elsewhere")


def said(path, **how):
    return [str(problem) for problem in verify(path, **how).problems]


@pytest.mark.parametrize("quick", [False, True], ids=["read", "quick"])
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(lambda m: m.update(name="harbours"), "its name", id="name"),
        pytest.param(lambda m: m.update(version="1.0.1"), "the version of documents", id="version"),
        pytest.param(lambda m: m["tool"].update(version="9"), "its tool", id="tool version"),
        pytest.param(lambda m: m["tool"].update(more=1), "its tool", id="tool field"),
        pytest.param(lambda m: m["tool"]["libraries"].update(numpy=2), "its tool", id="library"),
        pytest.param(lambda m: m["parameters"].update(fail_on="info"), "its parameters", id="parameters"),
        pytest.param(lambda m: m["judgements"].update(report="0" * 64), "its judgements", id="judgement"),
        pytest.param(lambda m: m["judgements"].update(other="0" * 64), "its judgements", id="one judgement more"),
        pytest.param(lambda m: m["counts"].update(found=5), "its counts", id="counts"),
        pytest.param(
            lambda m: m["content"].update(evil=m["content"]["ledger"]),
            "its tables are not those of a release",
            id="table",
        ),
        pytest.param(lambda m: m["content"]["ledger"].update(rows=5), "it has 4 rows", id="rows"),
        pytest.param(lambda m: m["files"].pop(0), "it does not list README.md", id="no card"),
    ],
)
def test_a_forged_manifest_contradicts_the_rest_of_the_release(moved, change, expected, quick):
    forge(moved, change)
    assert any(expected in problem for problem in said(moved, quick=quick))


def test_a_parent_must_be_one_that_the_report_could_name(moved, again, asked):
    report = {**asked.report, "before": "ports/1.0.0"}
    later = again(report=report).path
    assert said(later) == []
    forge(later, lambda m: m.update(parent=None))
    assert any("its parent does not match" in problem for problem in said(later))


@pytest.mark.parametrize(
    "path", ["evil.py", "documents/evil.py", "documents/test-00000-of-00001.parquet", "audit/x.json"]
)
def test_a_file_that_no_release_holds_is_refused_though_it_is_listed(moved, path):
    add(moved, path)
    assert any(
        problem.startswith(f"{path}: it is listed in the manifest, but is not a file of a release")
        for problem in said(moved)
    )


def test_shards_are_numbered_one_after_another(moved):
    first = moved / "documents/train-00000-of-00001.parquet"
    add(moved, "documents/train-00001-of-00001.parquet", first.read_bytes())
    assert any("not numbered consecutively" in problem for problem in said(moved))


@pytest.mark.parametrize("path", ["more", "audit/more", "documents/train", ".git"])
def test_an_empty_folder_is_refused(moved, path):
    (moved / path).mkdir()
    assert any(problem.startswith(f"{path}: it is not a folder of a release") for problem in said(moved))


def test_a_link_in_the_place_of_a_file_or_of_a_folder_is_refused(moved, tmp_path):
    for path in ("croissant.json", "blocks"):
        (moved / path).rename(tmp_path / path)
        (moved / path).symlink_to(tmp_path / path)
    found = said(moved)
    assert any(problem.startswith("croissant.json: it is not a regular file") for problem in found)
    assert any(problem.startswith("blocks: it is not listed in the manifest") for problem in found)


def test_a_link_in_the_place_of_the_manifest_is_not_followed(moved, tmp_path):
    (moved / "manifest.json").rename(tmp_path / "manifest.json")
    (moved / "manifest.json").symlink_to(tmp_path / "manifest.json")
    with pytest.raises(UsageError, match="it is a symbolic link"):
        verify(moved)


def test_a_release_that_was_moved_is_sound_and_what_could_not_be_compared_is_said(moved):
    found = verify(moved)
    assert found.problems == ()
    told = "manifest.json: its folder is not named after its version"
    assert [str(each).startswith(told) for each in found.unchecked] == [True]


def test_a_version_folder_without_its_home_says_that_no_card_was_there(made, again, other_tables, tmp_path):
    second = again(tables=other_tables).path
    alone = shutil.copytree(second, tmp_path / "alone" / "1.1.0")
    found = verify(alone)
    assert found.problems == ()
    assert ["its parent 1.0.0 is missing" in str(found.unchecked[1]), found.unchecked[0].where] == [
        True,
        "../README.md",
    ]


def test_above_it_may_lie_a_card_of_something_else(made, tmp_path):
    alone = shutil.copytree(made, tmp_path / "alone" / "1.0.0")
    (tmp_path / "alone" / "README.md").write_text("# What I keep here\n", encoding="utf-8")
    assert verify(alone).problems == ()


def test_the_card_of_all_versions_and_the_next_release_know_a_manifest_by_its_digest(made, again, other_tables):
    later = again(tables=other_tables).path
    forge(made, lambda m: m["tool"]["libraries"].update(numpy="0.1"))
    found = said(made)
    assert any("one in the card of all versions" in problem for problem in found)
    assert any("version 1.1.0 gives for its parent" in problem for problem in found)
    # The later one is not to blame, and says of whom it could not be sure.
    found = verify(later)
    assert found.problems == ()
    assert any("its parent 1.0.0 was changed later" in str(each) for each in found.unchecked)


def test_a_parent_that_nobody_else_knows_is_the_forgery(made, again, other_tables):
    later = again(tables=other_tables).path
    forge(later, lambda m: m["parent"].update(sha256="0" * 64))
    found = said(later)
    assert any("the parent's manifest differs from that of 1.0.0" in problem for problem in found)
    assert any("one in the card of all versions" in problem for problem in found)
    assert said(made) == []


def test_a_version_in_the_folder_of_another_is_found(made):
    found = said(made.rename(made.with_name("1.2.0")))
    assert [
        problem.startswith("manifest.json: its version is 1.0.0, but its folder is named 1.2.0") for problem in found
    ]


def test_the_folder_of_all_versions_must_have_its_card(made):
    (made.parent / "README.md").unlink()
    assert [problem.startswith("../README.md: the card of all versions") for problem in said(made.parent)] == [True]
    assert said(made) == []


def test_a_card_of_all_versions_that_is_a_link_is_refused(made, tmp_path):
    (made.parent / "README.md").rename(tmp_path / "card")
    (made.parent / "README.md").symlink_to(tmp_path / "card")
    assert [problem.startswith("../README.md: it is a symbolic link") for problem in said(made)] == [True]


def test_a_pointer_that_was_not_renewed_is_named_with_its_remedy(made, again, other_tables):
    card = (made.parent / "README.md").read_bytes()
    later = again(tables=other_tables).path
    (made.parent / "README.md").write_bytes(card)
    found = said(later)
    assert any("does not list version 1.1.0" in problem and "the next `audit run`" in problem for problem in found)
    assert any("does not describe the newest version, 1.1.0" in problem for problem in found)


def test_a_version_is_sound_while_another_that_came_later_waits_for_its_card(made, again, other_tables):
    card = made.parent / "README.md"
    before = card.read_bytes()
    again(tables=other_tables)
    card.write_bytes(before)
    found = verify(made)
    assert found.problems == ()
    assert any("before version 1.1.0" in str(each) for each in found.unchecked)
    card.write_bytes(before.replace(b"The newest", b"The oldest"))
    assert any("does not describe the newest version" in problem for problem in said(made))


def test_a_manifest_that_cannot_be_read_is_a_fault_and_no_refusal(made):
    (made / "manifest.json").write_bytes(b"{")
    found = verify(made)
    assert (found.name, found.version, found.is_sound) == (None, None, False)


class TestQuick:
    def test_what_was_not_read_is_said(self, made):
        found = verify(made, quick=True)
        assert found.problems == ()
        assert ["were not read" in str(each) for each in found.unchecked] == [True]

    def test_a_flip_in_the_rows_is_not_seen_and_one_in_the_evidence_is(self, made):
        for path, expected in (("blocks/train-00000-of-00001.parquet", False), ("audit/validation.json", True)):
            raw = (made / path).read_bytes()
            at = len(raw) // 3
            (made / path).write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
            assert bool(said(made, quick=True)) is expected
        assert said(made)

    def test_a_cut_file_and_other_columns_are_seen(self, made):
        (made / "blocks/train-00000-of-00001.parquet").write_bytes(b"PAR1")
        (made / "documents/train-00000-of-00001.parquet").write_bytes((made / "audit/ledger.parquet").read_bytes())
        found = said(made, quick=True)
        assert any("it has 4 bytes" in problem for problem in found)
        assert any("its columns" in problem for problem in found)


class TestEarlier:
    """Releases from before the checksum and before the list of manifests."""

    @pytest.fixture
    def old(self, made):
        manifest = parse_manifest((made / "manifest.json").read_bytes())
        (made / "manifest.json").write_bytes(manifest.as_json_without_checksum())
        root = (made.parent / "README.md").read_text(encoding="utf-8")
        head, _, tail = root.partition("manifests:\n")
        (made.parent / "README.md").write_text(head + tail.partition("\n")[2], encoding="utf-8")
        return made

    def test_they_are_sound_and_what_nobody_can_compare_is_said(self, old):
        found = verify(old)
        assert found.problems == ()
        whys = [each.why for each in found.unchecked]
        assert any("before manifests had checksums" in why for why in whys)
        assert any("before such cards listed manifests" in why for why in whys)

    def test_they_can_be_followed(self, old, again, other_tables):
        later = again(tables=other_tables).path
        assert said(later) == []
        assert said(old) == []
