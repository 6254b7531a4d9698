"""The next version knows the ones before: whom they published stays, and only newcomers lose."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import audit
from audit.policy import Policy, parse
from audit.release.tables import INDEX

Story = Callable[..., str]
Run = Callable[..., Mapping[str, Any]]


@pytest.fixture
def run(tmp_path: Path, write: Callable[..., Path]) -> Run:
    """Run texts as the next version of one dataset; give what its ledger says of those set aside, and the pairs."""
    count = iter(range(100))

    def released(texts: Mapping[str, str], across: str = "present", **duplicates: object) -> Mapping[str, Any]:
        raw = write(tmp_path / f"raw-{next(count)}", texts)
        # Only rules that see copies: each of the others costs the judge as much.
        policy: Policy = parse({"select": ["DUP"], "duplicates": {"across": across, **duplicates}})
        result = audit.run(raw, name="news", dist=tmp_path / "dist", config=policy, workers=1)
        assert result.path is not None, result.report["reasons"]
        ledger = pl.read_parquet(result.path / "audit" / "ledger.parquet").filter(pl.col("state") != "published")
        return {
            "version": result.path.name,
            "before": result.report["before"],
            "aside": dict(ledger.select("id", "duplicate_of").iter_rows()),
            "details": ledger["detail"].to_list(),
            "pairs": pl.read_parquet(result.path / "audit" / "duplicates.parquet"),
            "path": result.path,
        }

    return released


def test_a_newcomer_does_not_displace_what_was_published(run: Run, story: Story) -> None:
    old = {"b.txt": story(1), "c.txt": story(2)}
    assert run(old)["aside"] == {}
    second = run({**old, "a.txt": story(1)})
    assert (second["before"], second["aside"]) == ("news/1.0.0", {"a.txt": "b.txt"})
    assert second["pairs"]["release"].to_list() == [None]
    # Run again on the same input, it is the same release, with the same past.
    again = run({**old, "a.txt": story(1)})
    assert (again["version"], again["before"]) == (second["version"], "news/1.0.0")


def test_without_the_past_the_first_is_kept(run: Run, story: Story) -> None:
    run({"b.txt": story(1), "c.txt": story(2)})
    second = run({"a.txt": story(1), "b.txt": story(1), "c.txt": story(2)}, across="no")
    assert (second["before"], second["aside"]) == (None, {"b.txt": "a.txt"})


def test_a_longer_newcomer_loses_too_and_among_newcomers_the_longest_is_kept(run: Run, story: Story) -> None:
    run({"b.txt": story(1, 20)}, keep="longest")
    longer = {"a.txt": story(1, 20) + "\n" + story(7, 3).splitlines()[-1], "b.txt": story(1, 20)}
    new = {"x.txt": story(2, 20), "y.txt": story(2, 20) + "\n" + story(8, 3).splitlines()[-1]}
    assert run({**longer, **new}, keep="longest")["aside"] == {"a.txt": "b.txt", "x.txt": "y.txt"}


def test_an_unchanged_document_is_no_copy_of_its_older_row(run: Run, story: Story) -> None:
    old = {f"{seed}.txt": story(seed) for seed in range(3)}
    run(old)
    second = run({**old, "9.txt": story(9)}, across="all")
    assert second["aside"] == {}
    assert second["pairs"].height == 0


def test_a_file_that_moved_is_not_lost(run: Run, story: Story) -> None:
    run({"old/a.txt": story(1), "old/b.txt": story(2)})
    assert run({"new/a.txt": story(1), "old/b.txt": story(2)})["aside"] == {}


def test_against_all_before_newcomers_lose_and_the_twin_is_named(run: Run, story: Story) -> None:
    run({"jan/a.txt": story(1), "jan/b.txt": story(2)}, across="all")
    run({"feb/a.txt": story(3)}, across="all")
    third = run(
        {
            "mar/a.txt": story(1),  # as in January
            "mar/b.txt": story(3).replace("harbour", "port"),  # nearly as in February
            "mar/c.txt": story(4),
            "mar/d.txt": "\n".join(
                [story(5), *story(2).splitlines()[2:], *story(6).splitlines()[2:]]
            ),  # holds January's
        },
        across="all",
    )
    assert third["aside"] == {"mar/a.txt": "jan/a.txt", "mar/b.txt": "feb/a.txt"}
    assert (
        third["details"][0] == "the same bytes as jan/a.txt in news/1.0.0, which is kept because it was published "
        "before"
    )
    assert third["pairs"].select("a", "b", "kind", "release").rows() == [
        ("mar/a.txt", "jan/a.txt", "exact_raw", "news/1.0.0"),
        ("mar/b.txt", "feb/a.txt", "near", "news/1.1.0"),
        ("mar/d.txt", "jan/b.txt", "contained", "news/1.0.0"),
    ]


def test_copies_of_a_newcomer_that_lost_are_judged_by_themselves(run: Run, story: Story) -> None:
    run({"jan.txt": story(1)}, across="all")
    fresh = {f"{seed}.txt": story(seed) for seed in range(2, 5)}
    assert run({"a.txt": story(1), "b.txt": story(1), **fresh}, across="all")["aside"] == {
        "a.txt": "jan.txt", "b.txt": "jan.txt",
    }  # fmt: skip


def test_what_a_release_before_never_published_makes_nobody_lose(run: Run, story: Story) -> None:
    run({"a.txt": story(1), "b.txt": story(1)}, across="all")
    second = run({"b.txt": story(1), "c.txt": story(2)}, across="all")
    assert second["aside"] == {"b.txt": "a.txt"}
    third = run({"d.txt": story(1), "c.txt": story(2)}, across="present")
    assert third["aside"] == {}


def test_a_release_without_an_index_is_refused_where_one_is_needed(run: Run, story: Story) -> None:
    (run({"a.txt": story(1)})["path"] / INDEX).unlink()
    with pytest.raises(audit.UsageError, match='across = "present"'):
        run({"b.txt": story(2)}, across="all")
    assert run({"b.txt": story(2)})["before"] == "news/1.0.0"


def spoil(release: Path) -> None:
    ledger = release / "audit" / "ledger.parquet"
    ledger.write_bytes(ledger.read_bytes()[:-9])


def test_only_a_ledger_that_is_needed_is_read(run: Run, story: Story) -> None:
    texts = {f"{seed}.txt": story(seed) for seed in range(3)}
    first = run(texts)["path"]
    second = run({**texts, "3.txt": story(3)})["path"]
    spoil(first)
    third = run({**texts, "4.txt": story(4), "5.txt": story(5)})
    assert (third["version"], third["before"]) == ("1.2.0", "news/1.1.0")
    spoil(second)
    spoil(third["path"])
    with pytest.raises(audit.UsageError, match=r"the ledger of .*1\.2\.0 cannot be read, but the next release depends"):
        run({**texts, "6.txt": story(6)})


def test_a_release_put_in_between_is_not_passed_over(
    run: Run, story: Story, write: Callable[..., Path], tmp_path: Path
) -> None:
    run({"a.txt": story(1)})
    newer = run({"a.txt": story(1), "b.txt": story(2)})["path"]
    newer.rename(tmp_path / "kept")

    def meanwhile(_items: int, _bytes: int) -> None:
        if not newer.exists():
            (tmp_path / "kept").rename(newer)

    raw = write(tmp_path / "raw", {"a.txt": story(1), "c.txt": story(3)})
    with pytest.raises(audit.UsageError, match=r"successor of news/1\.0\.0.* is now news/1\.1\.0; run again"):
        audit.run(raw, name="news", dist=tmp_path / "dist", workers=1, progress=meanwhile)
    again = audit.run(raw, name="news", dist=tmp_path / "dist", workers=1)
    assert (again.path and again.path.name, again.report["before"]) == ("1.2.0", "news/1.1.0")


def test_the_index_does_not_make_a_version_and_has_the_same_bytes(run: Run, story: Story, tmp_path: Path) -> None:
    first = run({"a.txt": story(1), "b.txt": story(2)})["path"] / INDEX
    digest = hashlib.sha256(first.read_bytes()).hexdigest()
    assert run({"a.txt": story(1), "b.txt": story(2)})["version"] == "1.0.0"
    result = audit.run(tmp_path / "raw-0", name="other", dist=tmp_path / "dist", workers=2)
    assert result.path is not None
    assert hashlib.sha256((result.path / INDEX).read_bytes()).hexdigest() == digest
