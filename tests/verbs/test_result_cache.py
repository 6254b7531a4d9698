"""A cached result changes no byte of an output, and saves the work on everything unchanged."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

import audit
from audit.cache.location import cache_folder
from audit.corpus import inputs
from audit.errors import UsageError
from audit.policy import Policy
from audit.worker import stage
from audit.worker.cached import document_cache
from tests.stories import story

SITE = "Harbour Post\nHome | News | Sport\n{}\nAbout this site and its makers\n"
Worked = Callable[[], list[str]]
# Of what is kept rules are no part: where not all that is written matters, few of them are asked.
FEW = {"select": ["ENC", "DUP"]}


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """Give a folder of pages that share their furniture, of records, and of a file that is no document."""
    folder = tmp_path / "raw"
    (folder / "site").mkdir(parents=True)
    for number in range(20):
        (folder / "site" / f"{number:02d}.txt").write_text(SITE.format(story(number, 4)), "utf-8")
    (folder / "alone.txt").write_text(story(99, 4) + "\n\x00 caf\u00c3\u00a9\n", "utf-8")
    (folder / "nothing.bin").write_bytes(bytes(range(256)) * 4)
    (folder / "more.jsonl").write_text(json.dumps({"text": story(98, 4)}) + "\n", "utf-8")
    return folder


@pytest.fixture(autouse=True)
def several_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the few files make more than one task, and so more than one pack of what is kept."""
    monkeypatch.setattr(inputs, "_SMALLEST_TASK", 16)


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> Iterator[Worked]:
    """Give what tells, and forgets, which documents were parsed and measured."""
    seen: list[str] = []
    measured = stage._measured

    def noted(policy: Policy, rows: list, repeats: object) -> dict:
        seen.extend(row.id for row in rows)
        return measured(policy, rows, repeats)

    monkeypatch.setattr(stage, "_measured", noted)

    def told() -> list[str]:
        found = sorted(seen)
        seen.clear()
        return found

    return told


def released(raw: Path, dist: Path, **flags: object) -> dict[str, str]:
    """Return the digest of each file of a release."""
    path = audit.run(raw, name="news", dist=dist, **flags).path
    assert path is not None
    return {str(file.relative_to(path)): digest(file) for file in path.rglob("*") if file.is_file()}


def digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def test_only_what_changed_is_worked_on_again_and_every_file_is_that_of_a_whole_run(
    raw: Path, tmp_path: Path, worked: Worked
) -> None:
    kept = tmp_path / "kept"
    first = released(raw, tmp_path / "1", cache=kept)
    assert len(worked()) == 22
    assert released(raw, tmp_path / "2", cache=kept) == first
    assert worked() == []
    with (raw / "site" / "07.txt").open("a") as page:
        page.write("The ferry came back in the evening, and nobody had missed it.\n")
    (raw / "alone.txt").rename(raw / "also.txt")
    changed = released(raw, tmp_path / "3", cache=kept)
    assert worked() == ["also.txt", "site/07.txt"]
    assert changed == released(raw, tmp_path / "4", no_cache=True)
    assert len(worked()) == 22
    # A page less: its siblings have less in common, and are judged anew; nobody else is.
    (raw / "site" / "07.txt").unlink()
    less = released(raw, tmp_path / "5", cache=kept)
    assert [id for id in worked() if not id.startswith("site/")] == []
    assert less == released(raw, tmp_path / "6", no_cache=True)


def test_a_run_that_was_stopped_goes_on_where_it_was(
    raw: Path, tmp_path: Path, worked: Worked, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, measured, batches = tmp_path / "kept", stage._measured, [0]

    def stopped(*args: object) -> dict:
        batches[0] += 1
        if batches[0] == 2:
            raise KeyboardInterrupt
        return measured(*args)

    with monkeypatch.context() as patch:
        patch.setattr(stage, "_measured", stopped)
        with pytest.raises(KeyboardInterrupt):
            audit.run(raw, name="news", dist=tmp_path / "1", cache=kept, **FEW)
    before = worked()
    assert 0 < len(before) < 22
    found = released(raw, tmp_path / "1", cache=kept, **FEW)
    after = worked()
    assert not set(before) & set(after)
    assert len(before) + len(after) == 22
    assert found == released(raw, tmp_path / "2", no_cache=True, **FEW)


def test_what_was_damaged_is_found_out_again(raw: Path, tmp_path: Path, worked: Worked) -> None:
    kept = tmp_path / "kept"
    first = released(raw, tmp_path / "1", cache=kept, **FEW)
    packs = sorted(kept.rglob("*.pack"))
    assert len(packs) == 2
    first_pack, other = (pack.read_bytes() for pack in packs)
    packs[0].write_bytes(first_pack[:-900] + bytes([first_pack[-900] ^ 1]) + first_pack[-899:])
    packs[1].write_bytes(other[: len(other) // 2])
    (kept / "documents-1" / f"{'0' * 64}.pack").write_bytes(b"no pack at all")
    worked()
    assert released(raw, tmp_path / "2", cache=kept, **FEW) == first
    assert len(worked()) == 22
    assert [digest(pack) for pack in packs] == [pack.stem for pack in packs]


def test_it_is_never_larger_than_it_may_be_and_nothing_is_kept_without_it(raw: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    audit.check(raw, cache=kept, **FEW)
    sizes = sorted(pack.stat().st_size for pack in kept.rglob("*.pack"))
    (raw / "site" / "07.txt").write_text(story(7, 12), "utf-8")
    audit.check(raw, cache=kept, cache_size=sum(sizes), **FEW)
    assert 0 < sum(pack.stat().st_size for pack in kept.rglob("*.pack")) <= sum(sizes)
    audit.check(raw, cache=tmp_path / "none", no_cache=True, **FEW)
    assert not (tmp_path / "none").exists()


def test_a_check_of_what_was_checked_before_only_reads_it(raw: Path, tmp_path: Path, worked: Worked) -> None:
    kept = tmp_path / "kept"
    first = audit.check(raw, cache=kept, **FEW)
    packs = sorted(kept.rglob("*.pack"))
    assert len(worked()) == 22
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("audit.verbs.check.audit_corpus", None)
        again = audit.check(raw, cache=kept, **FEW)
    assert again.report == first.report
    assert list(again.report) == list(first.report)
    assert (again.passed, again.outcome) == (first.passed, first.outcome)
    assert list(again.findings) == list(first.findings)
    assert list(first.findings)
    # With other settings, other bytes or one file less it is another check.
    assert audit.check(raw, cache=kept, fail_on="info", **FEW).passed is False
    assert worked() == []
    page = raw / "site" / "07.txt"
    page.write_bytes(page.read_bytes().replace(b"before", b"behind", 1))
    other = audit.check(raw, cache=kept, **FEW)
    assert worked() == ["site/07.txt"]
    assert other.report == audit.check(raw, no_cache=True, **FEW).report
    assert all(pack.exists() for pack in packs)


def test_a_folder_that_others_may_write_is_refused_where_it_was_named_and_passed_over_where_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDIT_CACHE_DIR", str(tmp_path))
    found = cache_folder()
    assert found is not None
    assert found.folder.parent == tmp_path
    found.folder.chmod(0o777)
    assert cache_folder() is None
    with pytest.raises(UsageError, match="writable by other users"):
        cache_folder(tmp_path)
    with pytest.raises(UsageError, match="above 0"):
        cache_folder(tmp_path, 0)


def test_every_setting_that_a_worker_reads_is_part_of_the_key() -> None:
    root = Path(audit.__file__).parent
    read = {
        node.attr
        for room in ("worker", "measure", "parser")
        for path in (root / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and ((isinstance(node.value, ast.Name) and node.value.id == "policy")
             or (isinstance(node.value, ast.Attribute) and node.value.attr == "policy"))
    }  # fmt: skip
    keyed = {
        node.attr
        for node in ast.walk(ast.parse(Path(document_cache.__file__).read_text("utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "policy"
    }
    assert read == keyed
    assert document_cache.relevant_settings(Policy()) == document_cache.relevant_settings(Policy(fail_on="info"))
    assert document_cache.relevant_settings(Policy()) != document_cache.relevant_settings(Policy(languages=("en",)))
