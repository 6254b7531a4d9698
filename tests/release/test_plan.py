"""A release follows the past it was planned for, or none; a broken older version is nobody's hindrance."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
import yaml

from audit.errors import UsageError
from audit.release import pointer
from audit.release.plan import plan
from audit.release.read_manifest import read_manifest
from audit.release.release import release
from audit.release.storage import files
from audit.release.verification.verify import verify


@pytest.fixture
def dist(made):
    return made.parent.parent


def root_card(made):
    return yaml.safe_load((made.parent / "README.md").read_text(encoding="utf-8").split("---\n")[1])


def spoil(manifest):
    manifest.write_bytes(manifest.read_bytes().replace(b"corpus-audit", b"corpus-oudit", 1))


class TestPast:
    def test_a_plan_says_what_is_followed(self, made, dist, again, other_tables):
        again(tables=other_tables)
        found = plan(dist, "ports")
        assert (found.previous_name(), list(map(str, found.earlier))) == ("ports/1.1.0", ["1.1.0", "1.0.0"])
        found = plan(dist, "ports", "1.0.9")
        assert (found.previous_name(), [folder.name for folder in found.folders]) == ("ports/1.0.0", [made.name])
        assert plan(dist, "others").previous_name() == "nothing"

    @pytest.mark.parametrize("version", [None, "3.0.0"])
    def test_a_release_put_in_between_is_not_passed_over(self, dist, again, asked, other_tables, version):
        planned = plan(dist, "ports", version)
        again(tables=other_tables)
        with pytest.raises(
            UsageError, match=r"nothing was released.*successor of ports/1\.0\.0.*ports/1\.1\.0; run again"
        ):
            release(planned, replace(asked, parameters={"fail_on": "info"}))
        assert sorted(p.name for p in (dist / "ports").iterdir()) == ["1.0.0", "1.1.0", "README.md"]

    def test_a_parent_that_changed_or_went_away_is_no_parent(self, made, dist, asked, other_tables):
        planned = plan(dist, "ports")
        made.rename(dist / "away")
        with pytest.raises(UsageError, match=r"successor of ports/1\.0\.0.*now nothing"):
            release(planned, replace(asked, tables=other_tables))

    def test_a_release_that_says_the_same_put_in_between_is_that_release(self, dist, again, asked, other_tables):
        planned = plan(dist, "ports")
        again(tables=other_tables)
        found = release(planned, replace(asked, tables=other_tables))
        assert (str(found.version), found.is_new) == ("1.1.0", False)

    def test_an_older_version_put_in_between_moves_nothing(self, dist, again, asked, other_tables):
        again(version="2.0.0", tables=other_tables)
        planned = plan(dist, "ports")
        again(version="1.0.1")
        assert str(release(planned, asked).version) == "2.1.0"

    def test_a_version_that_is_there_is_refused_before_any_work(self, dist):
        with pytest.raises(UsageError, match="never overwritten"):
            plan(dist, "ports", "1.0.0")

    def test_a_folder_in_the_place_of_a_version_is_not_called_whole(self, dist):
        (dist / "ports/2.0.0").mkdir()
        with pytest.raises(UsageError, match=r"2\.0\.0 already exists"):
            plan(dist, "ports", "2.0.0")


class TestBroken:
    @pytest.mark.parametrize("how", ["changed", "no manifest", "empty", "another version's"])
    def test_an_older_version_stops_nothing_and_falsifies_nothing(self, made, again, other_tables, how):
        again(tables=other_tables)
        listed = root_card(made)["manifests"]["1.0.0"]
        manifest = made / "manifest.json"
        if how == "changed":
            spoil(manifest)
        elif how == "no manifest":
            manifest.unlink()
        else:
            manifest.write_bytes((made.parent / "1.1.0/manifest.json").read_bytes() if how != "empty" else b"")
        newest = again(parameters={"fail_on": "info"}, tables=other_tables)
        assert str(newest.version) == "1.1.1"
        # What lies there now does not become what was released.
        assert root_card(made)["manifests"]["1.0.0"] == listed
        text = (made.parent / "README.md").read_text(encoding="utf-8")
        assert "is not what lies there now: fetch this version again" in text
        assert "[1.1.1](1.1.1/README.md)" in text

    def test_the_one_to_follow_is_named(self, made, dist):
        spoil(made / "manifest.json")
        with pytest.raises(UsageError, match=r"1\.0\.0/manifest\.json was changed"):
            plan(dist, "ports")

    def test_the_one_to_follow_is_the_one_that_was_released(self, made, dist):
        manifest = read_manifest(made)
        (made / "manifest.json").write_bytes(replace(manifest, tool={**manifest.tool, "version": "9"}).as_json())
        with pytest.raises(UsageError, match=r"is not the one that .*README\.md lists"):
            plan(dist, "ports")

    def test_one_that_was_removed_is_listed_no_more(self, made, again, other_tables, tmp_path):
        again(tables=other_tables)
        made.rename(tmp_path / "kept")
        again(tables=other_tables)
        assert list(root_card(made)["manifests"]) == ["1.1.0"]


class TestPointer:
    @pytest.fixture
    def failing(self, monkeypatch):
        """Let the card of all versions not be written, until it is mended."""

        def fail(*_):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(pointer.atomic, "replace_file", fail)
        return monkeypatch

    def test_a_release_whose_pointer_could_not_be_renewed_is_there_and_said_to_be(
        self, made, again, other_tables, failing
    ):
        with pytest.raises(UsageError, match=r"1\.1\.0 is released and complete; only .*README\.md") as refused:
            again(tables=other_tables)
        assert "No space left on device" in str(refused.value)
        assert "nothing was released" not in str(refused.value)
        failing.undo()
        assert list(root_card(made)["manifests"]) == ["1.0.0"]
        assert again(tables=other_tables).is_new is False
        assert verify(made.parent, quick=True).problems == ()

    def test_the_same_call_with_a_version_renews_it_too(self, made, again, other_tables, failing):
        with pytest.raises(UsageError, match="is released and complete"):
            again(version="2.0.0", tables=other_tables)
        failing.undo()
        with pytest.raises(UsageError, match="never overwritten"):
            again(version="2.0.0", tables=other_tables)
        assert list(root_card(made)["manifests"]) == ["2.0.0", "1.0.0"]

    def test_an_error_of_the_disk_after_the_move_is_no_nothing(self, made, again, other_tables, monkeypatch):
        def fail(_):
            raise OSError(5, "Input/output error")

        monkeypatch.setattr(pointer.atomic, "sync", fail)
        with pytest.raises(UsageError, match=r"1\.1\.0 is released and complete.*Input/output error"):
            again(tables=other_tables)
        assert verify(made.parent / "1.1.0", quick=True).problems[0].where == "../README.md"

    def test_an_interrupt_after_the_move_is_no_nothing(self, made, again, other_tables, monkeypatch):
        def stop(*_):
            raise KeyboardInterrupt

        monkeypatch.setattr(pointer.atomic, "replace_file", stop)
        with pytest.raises(KeyboardInterrupt, match=r"1\.1\.0 is released and complete; the next run updates"):
            again(tables=other_tables)
        assert (made.parent / "1.1.0").is_dir()

    def test_a_newest_card_that_cannot_be_read_is_told_and_the_older_version_stands(self, made, again, other_tables):
        newest = again(version="2.0.0", tables=other_tables).path
        (newest / "README.md").write_text("---\nconfigs: [\n---\n", encoding="utf-8")
        with pytest.raises(UsageError, match=r"1\.0\.1 is released and .*2\.0\.0/README\.md has no readable YAML"):
            again(version="1.0.1")
        assert (made.parent / "1.0.1").is_dir()


def test_each_file_is_hashed_once(made, again, other_tables, monkeypatch):
    hashed = Counter()
    digest = files.sha256_of
    monkeypatch.setattr(files, "sha256_of", lambda path: hashed.update([path.name]) or digest(path))
    again(tables=other_tables)
    assert set(hashed.values()) == {1, 2}
    # Shards of both tables have one name.
    assert {name for name, count in hashed.items() if count == 2} == {"train-00000-of-00001.parquet"}
    assert not any(name.endswith(".json") for name in hashed)
    assert made.is_dir()
