"""Parts that cannot leak: clusters stay together, the same seed gives the same parts, and the check finds nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

import audit
from audit.tables import DOCUMENTS
from tests.conftest import Audit

Story = Callable[..., str]
HALVES = {"train": 0.5, "test": 0.5}


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory, story: Story, write: Callable[..., Path]) -> Path:
    """Give pairs of documents of which one holds, quotes or nearly copies the other; near copies are kept here."""
    folder = tmp_path_factory.mktemp("split")
    texts = {f"own-{seed}.txt": story(seed) for seed in range(20)}
    for seed in range(8):
        body = story(seed).splitlines()[2:]
        texts[f"holds-{seed}.txt"] = "\n".join([story(100 + seed), *body, *story(200 + seed).splitlines()[2:]])
        texts[f"near-{seed}.txt"] = story(seed).replace("harbour", "port").replace("opens", "shuts")
        quoted = story(8 + seed).splitlines()[3:6]
        texts[f"quotes-{seed}.txt"] = "\n".join([story(300 + seed), *quoted, *story(400 + seed).splitlines()[2:]])
    write(folder / "raw", texts)
    (folder / "audit.toml").write_text('[duplicates]\nset_aside = ["exact_raw"]\n')
    return folder


def halves(raw: Path, out: Path, **settings: object) -> dict[str, list[str]]:
    audit.split(raw / "raw", out=out, config=raw / "audit.toml", workers=1, **{"parts": HALVES, **settings})
    return {name: pl.read_parquet(out / f"{name}.parquet")["id"].to_list() for name in HALVES}


def test_nothing_leaks_between_the_parts(raw: Path, tmp_path: Path) -> None:
    found = halves(raw, tmp_path / "parts", seed=5)
    part_of = {id: name for name, ids in found.items() for id in ids}
    assert len(part_of) == 44
    for seed in range(8):
        assert part_of[f"own-{seed}.txt"] == part_of[f"near-{seed}.txt"] == part_of[f"holds-{seed}.txt"]
        assert part_of[f"own-{8 + seed}.txt"] == part_of[f"quotes-{seed}.txt"]
    assert min(map(len, found.values())) > 10
    report = audit.check(tmp_path / "parts", workers=1, select=["DUP"]).report
    (entry,) = report["leakage"]
    assert (entry["of"], entry["in"], sum(entry["pairs"].values())) == ("test", "train", 0)
    train, test = tmp_path / "parts" / "train.parquet", tmp_path / "parts" / "test.parquet"
    against = audit.check(test, against=[train], workers=1, select=["DUP"])
    assert sum(against.report["leakage"][0]["pairs"].values()) == 0


def test_what_rows_by_chance_would_leak_the_check_finds(raw: Path, tmp_path: Path) -> None:
    halves(raw, tmp_path / "parts", seed=5)
    frames = [pl.read_parquet(tmp_path / "parts" / f"{name}.parquet") for name in HALVES]
    rows = pl.concat(frames).sort("id")
    for start, name in zip((0, rows.height // 2), HALVES, strict=True):
        rows.slice(start, rows.height // 2).write_parquet(tmp_path / "parts" / f"{name}.parquet")
    result = audit.check(tmp_path / "parts", workers=1, select=["DUP"])
    assert not result.passed
    copied = result.report["leakage"][0]["copied"]
    assert copied["near"] > 0
    assert copied["contained"] > 0


def test_the_parts_are_a_dataset_of_the_released_documents(raw: Path, tmp_path: Path) -> None:
    halves(raw, tmp_path / "parts")
    table = pl.read_parquet(tmp_path / "parts" / "test.parquet")
    assert table.columns == list(DOCUMENTS.names)
    said = json.loads((tmp_path / "parts" / "split.json").read_bytes())
    assert said["parts"]["test"]["documents"] == table.height
    assert said["documents"] == 44
    assert said["clusters"] < 44


def test_a_document_stays_in_its_part_when_others_come(
    raw: Path, tmp_path: Path, story: Story, write: Callable[..., Path]
) -> None:
    before = halves(raw, tmp_path / "before", seed=2)
    texts = {path.name: path.read_text("utf-8") for path in (raw / "raw").iterdir()}
    write(tmp_path / "more" / "raw", texts | {f"a-{seed}.txt": story(900 + seed) for seed in range(12)})
    (tmp_path / "more" / "audit.toml").write_bytes((raw / "audit.toml").read_bytes())
    after = halves(tmp_path / "more", tmp_path / "after", seed=2)
    assert {name: set(ids) - set(after[name]) for name, ids in before.items()} == {"train": set(), "test": set()}


def test_the_seed_decides_and_nothing_else(raw: Path, tmp_path: Path) -> None:
    first, again, other = (halves(raw, tmp_path / str(n), seed=seed) for n, seed in enumerate((1, 1, 2)))
    assert first == again
    assert first != other
    assert (tmp_path / "0" / "test.parquet").read_bytes() == (tmp_path / "1" / "test.parquet").read_bytes()


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"train": 1.0}, "two parts"),
        ({"train": 0.5, "test": 0.4}, "add up to 0.9, not to 1: test=0.5 would make it so$"),
        ({"train": 0.9, "dev": 0.1, "test": 0.1}, "add up to 1.1, not to 1: lower them"),
        ({"train": 1.5, "test": -0.5}, "between 0 and 1"),
        ({"train": 0.5, "../x": 0.5}, "is not a valid name of a part"),
    ],
)
def test_parts_that_cannot_be_made_are_refused(parts: dict[str, float], said: str, raw: Path, tmp_path: Path) -> None:
    with pytest.raises(audit.UsageError, match=said):
        audit.split(raw / "raw", out=tmp_path / "parts", parts=parts)
    assert not (tmp_path / "parts").exists()


def test_an_empty_part_is_refused(tmp_path: Path, story: Story, write: Callable[..., Path]) -> None:
    write(tmp_path / "raw", {"a.txt": story(1)})
    with pytest.raises(audit.UsageError, match="would get none"):
        audit.split(tmp_path / "raw", out=tmp_path / "parts", workers=1)
    assert not (tmp_path / "parts").exists()


def test_what_is_there_is_not_overwritten(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "mine.txt").write_text("mine")
    with pytest.raises(audit.UsageError, match="already exists"):
        audit.split(raw / "raw", out=tmp_path / "parts", workers=1)


def test_the_command(raw: Path, tmp_path: Path, called: Audit) -> None:
    ran = called(
        "split", raw / "raw", "--out", "parts", "--part", "train=0.6", "--part", "test=0.4", "--format", "json"
    )
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["parts"]["train"]["share"] == 0.6
    assert called("split", raw / "raw", "--out", "others", "--part", "train").code == 2


def test_what_is_left_out_is_counted_and_the_next_steps_are_told(
    tmp_path: Path, called: Audit, story: Story, write: Callable[..., Path]
) -> None:
    write(
        tmp_path / "my texts", {f"{seed}.txt": story(seed) for seed in range(4)} | {"copy.txt": story(1), "no.txt": ""}
    )
    half = ("--part", "a=0.5", "--part", "b=0.5", "--no-suspects")
    ran = called("split", "my texts", "--out", "parts", *half)
    assert ran.code == 0, ran.err
    assert "left out     2 inputs: duplicate 1, quarantined 1" in ran.out
    steps = ran.out.partition("next ")[2].splitlines()
    assert [step.strip() for step in steps] == [
        "audit check 'my texts' --no-suspects  # why inputs were left out",
        "audit check parts  # nothing leaks between the parts",
        'datasets.load_dataset("parts")',
    ]
    assert sum(json.loads((tmp_path / "parts/split.json").read_text("utf-8"))["ledger"].values()) == 6
    whole = write(tmp_path / "whole", {f"{seed}.txt": story(seed) for seed in range(4)})
    assert "left out" not in called("split", whole, "--out", "others", *half).out
