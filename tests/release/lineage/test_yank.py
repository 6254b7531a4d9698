"""A version that was taken back stays where it is, is pointed at by nobody, and is known to all who look."""

from __future__ import annotations

import pytest
import yaml

from audit.errors import UsageError
from audit.release.lineage.history import history
from audit.release.lineage.yank import yank
from audit.release.lineage.yanked import YANKED, YankMark, leading
from audit.release.pinned import pin
from audit.release.storage import files
from audit.release.verification.chain import walk_chain
from audit.release.verification.problem import Problem
from audit.release.verification.verify import find_release, verify
from audit.release.version import Version
from tests.release.lineage.conftest import with_tram

BAD = Version(1, 1, 0)


def card(home):
    text = (home / "README.md").read_text("utf-8")
    return yaml.safe_load(text.split("---\n")[1]), text


def contents(home):
    return {path: files.sha256_of(home / path) for path in files.files_below(home) if "/" in path}


def test_the_pointer_moves_back_and_the_folder_stays(home):
    before = contents(home)
    assert yank(home, BAD, "half of the\nbodies are cut off") is None
    assert contents(home) == before
    front, text = card(home)
    assert [each["data_files"][0]["path"] for each in front["configs"]] == [
        "1.0.0/documents/train-*.parquet",
        "1.0.0/blocks/train-*.parquet",
    ]
    assert front["yanked"] == {"1.1.0": "half of the bodies are cut off"}
    assert "1.1.0 was yanked: half of the bodies are cut off" in text
    assert find_release(home) == home / "1.0.0"
    for why in ("half of the bodies are cut off", "all of them are"):
        assert yank(home, BAD, why) == YankMark("half of the bodies are cut off")


def test_verify_knows_it_and_finds_no_fault(home):
    yank(home, BAD, "bad")
    for path, why in ((home / "1.1.0", "bad"), (home / "1.0.0", None), (home, None)):
        found = verify(path, quick=True)
        assert (found.yanked, found.problems) == (why, ())


def test_a_card_that_still_points_at_it_is_found_out(home):
    stale = (home / "README.md").read_bytes()
    yank(home, BAD, "bad")
    (home / "README.md").write_bytes(stale)
    assert any("does not describe the newest version" in str(problem) for problem in verify(home, quick=True).problems)


def test_the_next_release_follows_all_the_same_and_is_pointed_at(home, again):
    yank(home, BAD, "bad")
    third = again(tables=with_tram("The tram was sold."))
    assert str(third.version) == "1.2.0"
    assert card(home)[0]["configs"][0]["data_files"][0]["path"].startswith("1.2.0/")
    assert list(card(home)[0]["yanked"]) == ["1.1.0"]


def test_when_every_version_is_bad_nothing_is_loaded(home):
    yank(home, BAD, "bad")
    yank(home, Version(1, 0, 0), "bad as well")
    front, text = card(home)
    assert not any(list(home.glob(each["data_files"][0]["path"])) for each in front["configs"])
    assert "Every version was yanked" in text
    assert leading(home) == BAD
    assert verify(home, quick=True).problems == ()


def test_a_version_whose_files_are_broken_can_be_taken_back(home):
    (home / "1.1.0/manifest.json").write_text("{}")
    yank(home, BAD, "its manifest is gone")
    assert find_release(home) == home / "1.0.0"


@pytest.mark.parametrize("why", ["", "  \n", "long " * 200])
def test_a_reason_is_a_sentence(home, why):
    with pytest.raises(UsageError, match="give a reason"):
        yank(home, BAD, why)
    assert not (home / YANKED).exists()


def test_a_version_that_is_not_there_is_refused(home):
    with pytest.raises(UsageError, match=r"has no version 9\.0\.0.*1\.0\.0, 1\.1\.0"):
        yank(home, Version(9, 0, 0), "bad")
    with pytest.raises(UsageError, match="contains no release: name a dataset"):
        yank(home.with_name("another"), BAD, "bad")


@pytest.mark.parametrize(
    "text", ["[]", '{"1.0.0": "bad"}', '{"../1.0.0": {"why": "bad"}}', '{"1.0.0": {"why": ""}}', "{"]
)
def test_a_list_that_cannot_be_read_passes_no_version_on(home, text):
    (home / YANKED).write_text(text)
    with pytest.raises(UsageError, match=r"yanked\.json cannot be read"):
        leading(home)
    assert any(YANKED in str(problem) for problem in verify(home / "1.1.0", quick=True).problems)


def test_what_a_reason_says_is_shown_and_never_obeyed(home):
    yank(home, BAD, "\x1b[2J **bad** <img src=x>")
    text = card(home)[1].split("---\n")[2]
    assert "\x1b" not in text
    assert "\\<img" in text


def test_a_history_tells_each_version(home, again):
    again(tables=with_tram("The tram climbs the hill no more."), parameters={"fail_on": "info"})
    yank(home, Version(1, 1, 1), "bad settings")
    (home / "1.0.0/manifest.json").write_text("{}")
    newest, middle, oldest = history(home)
    assert [str(each.version) for each in (newest, middle, oldest)] == ["1.1.1", "1.1.0", "1.0.0"]
    assert (newest.bump, newest.yanked, newest.is_pointed_at) == ("patch", "bad settings", False)
    assert (middle.bump, middle.documents, middle.counts["found"], middle.is_pointed_at) == ("minor", 2, 4, True)
    assert middle.reasons == ("1 document was changed in its body",)
    assert (oldest.is_sound, oldest.documents) == (False, None)


class TestChain:
    def test_it_is_walked_to_the_first(self, three):
        found = verify(three / "1.2.0", quick=True, chain=True)
        assert (found.chain, found.problems) == (("1.2.0", "1.1.0", "1.0.0"), ())
        assert verify(three / "1.0.0", quick=True, chain=True).chain == ("1.0.0",)
        assert verify(three / "1.2.0", quick=True).chain == ()

    def test_a_version_that_is_gone_breaks_it(self, three, tmp_path):
        (three / "1.1.0").rename(tmp_path / "away")
        found = verify(three / "1.2.0", quick=True, chain=True)
        assert found.chain == ("1.2.0",)
        [broken] = [problem for problem in found.problems if "the chain breaks" in problem.what]
        assert broken.where == "../1.1.0/manifest.json"
        assert broken.what == "the chain breaks: it is missing, and 1.2.0 follows it"

    def test_a_first_version_made_anew_breaks_it(self, three):
        path = three / "1.0.0/manifest.json"
        path.write_bytes(path.read_bytes().replace(b'"fail_on": "critical"', b'"fail_on": "warning"'))
        found = verify(three / "1.2.0", quick=True, chain=True)
        assert found.chain == ("1.2.0", "1.1.0")
        assert [p.where for p in found.problems if "chain" in p.what] == ["../1.0.0/manifest.json"]

    def test_a_flipped_bit_two_versions_back_is_found(self, three):
        shard = next((three / "1.0.0/documents").iterdir())
        raw = bytearray(shard.read_bytes())
        raw[len(raw) // 2] ^= 1
        shard.write_bytes(raw)
        release = three / "1.2.0"
        [problem] = _problems(release)
        assert problem.where == "../1.0.0/documents/train-00000-of-00001.parquet"
        assert _problems(release, quick=True) == []


def _problems(release, **how):
    return [link for link in walk_chain(release, pin(release), **how) if isinstance(link, Problem)]
