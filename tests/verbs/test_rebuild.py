"""A release comes out again from its raw files; what does not is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import audit
from audit.errors import UsageError
from tests.conftest import Audit
from tests.stories import story


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(story(number), "utf-8")
    return folder


def test_a_release_comes_out_again_only_of_what_it_was_made_of_and_beside_its_parent(
    raw: Path, tmp_path: Path, called: Audit
) -> None:
    dist = tmp_path / "dist"
    first = audit.run(raw, name="news", dist=dist).path
    assert first is not None
    (raw / "3.txt").write_text(story(3), "utf-8")
    second = audit.run(raw, name="news", dist=dist).path
    assert second is not None
    assert second != first
    found = audit.verify(second, rebuild=raw)
    assert (found.passed, found.report["rebuilt"], found.report["problems"]) == (True, True, [])
    ran = called("verify", str(first), "--rebuild", str(raw), "--quiet")
    assert ran.code == 1
    assert "rebuild: documents/train-00000-of-00001.parquet: differs in the rebuild" in ran.out
    assert "rebuild: input 3.txt is new" in ran.out
    assert sorted(path.name for path in dist.iterdir()) == ["news"]
    assert sorted(path.name for path in (dist / "news").iterdir()) == ["1.0.0", "1.1.0", "README.md"]
    alone = shutil.copytree(second, tmp_path / "moved" / "news" / second.name)
    with pytest.raises(UsageError, match=r"1\.0\.0"):
        audit.verify(alone, rebuild=raw)


def test_the_inputs_that_changed_are_named_first(raw: Path, tmp_path: Path) -> None:
    path = audit.run(raw, name="news", dist=tmp_path / "dist").path
    assert path is not None
    (raw / "0.txt").write_text(story(7), "utf-8")
    (raw / "1.txt").unlink()
    for number in range(20, 32):
        (raw / f"{number}.txt").write_text(story(number), "utf-8")
    problems = [each for each in audit.verify(path, rebuild=raw).report["problems"] if "input" in each]
    assert problems[:3] == [
        "rebuild: input 0.txt has changed",
        "rebuild: input 1.txt is not there any more",
        "rebuild: input 20.txt is new",
    ]
    assert problems[-1] == "rebuild: and 4 more inputs"


def test_a_release_that_is_not_sound_is_not_made_again(raw: Path, tmp_path: Path) -> None:
    path = audit.run(raw, name="news", dist=tmp_path / "dist").path
    assert path is not None
    with (path / "README.md").open("a") as card:
        card.write("\nAnd more.\n")
    found = audit.verify(path, rebuild=raw)
    assert (found.passed, found.report["rebuilt"]) == (False, False)
    assert not [each for each in found.report["problems"] if each.startswith("rebuild")]
