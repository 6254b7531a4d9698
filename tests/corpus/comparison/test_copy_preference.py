"""Which of several copies survives a check, and what the ledger says for it."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import audit

TEXT = [
    "The ferry to the island was late again on Tuesday, and the keeper of the light wrote it down in his book.",
    "He has counted four hundred and twelve such days since the company bought its new boat from a yard in the south.",
    "Nobody at the office wanted to say when the old one, which everybody calls the Hen, will come back into service.",
    "A teacher who crosses twice a day told us that her pupils have learned to knit while they wait on the quay.",
    "The council will hear the company in March, and the keeper has promised to bring the book along and read from it.",
]
WORSE = [*TEXT[:4], TEXT[4].replace("the", "t\ufffde")]
MORE = (
    "Its captain, who has steered the Hen for thirty years, says that she needs a boiler, some paint and patience, "
    "and that whoever sells her to the breakers will have to drag him from the wheelhouse by the beard and boots."
)


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what one check wrote: each group's copies in folders, and one passage of the last in a book, too."""
    raw, out = tmp_path_factory.mktemp("raw"), tmp_path_factory.mktemp("out")
    groups = {
        "faults": {"a": WORSE, "b": TEXT},
        "whole": {"a": TEXT, "b": [*TEXT[:3], MORE, *TEXT[3:]]},
        "equal": {"a": TEXT, "b": TEXT},
        "warned": {"a": TEXT, "b": [*WORSE[:3], MORE, *WORSE[3:]]},
        "elsewhere": {"a": TEXT, "b": [*WORSE[:3], MORE, *WORSE[3:]]},
    }
    for nth, (group, copies) in enumerate(groups.items()):
        for name, lines in copies.items():
            path = raw / f"{group}-{name}" / "text.txt"
            path.parent.mkdir()
            path.write_text(turned(nth, lines))
    (raw / "book.txt").write_text(turned(len(groups), TEXT) + "\n\n" + turned(len(groups) - 1, [MORE]))
    audit.check(raw, out=out)
    return out


@pytest.fixture(scope="module")
def states_and_details(checked: Path) -> dict[str, tuple[str, str | None]]:
    """Return of each document its state and what the ledger says."""
    rows = pq.read_table(checked / "ledger.parquet").to_pylist()
    return {row["id"].split("/")[0]: (row["state"], row["detail"]) for row in rows}


def turned(nth: int, lines: list[str]) -> str:
    """Return lines with their words in another order for each number: two of them have nothing in common."""
    words = [line.split() for line in lines]
    return "\n\n".join(" ".join(word for start in range(nth + 1) for word in line[start :: nth + 1]) for line in words)


@pytest.mark.parametrize(
    ("lost", "kept", "why"),
    [
        ("faults-a", "faults-b", "it has fewer warnings"),
        ("whole-a", "whole-b", "it is more complete"),
        ("warned-a", "warned-b", "it is more complete"),
        ("equal-b", "equal-a", "it is first in path order"),
        ("elsewhere-b", "elsewhere-a", "it has fewer warnings"),
    ],
)
def test_the_better_copy_is_kept_and_the_ledger_says_why(
    states_and_details: dict[str, tuple[str, str | None]], lost: str, kept: str, why: str
) -> None:
    assert states_and_details[kept][0] == "published"
    state, detail = states_and_details[lost]
    assert state == "duplicate"
    assert detail is not None
    assert f"{kept}/text.txt, which is kept because {why}" in detail


@pytest.fixture(scope="module")
def preferred(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str | None]]:
    """Return the same of two folders, and of records in two splits; two of the sources are preferred."""
    raw, out = tmp_path_factory.mktemp("raw"), tmp_path_factory.mktemp("out")
    for folder, lines in {"mirror": TEXT, "own/2024": WORSE}.items():
        (raw / folder).mkdir(parents=True)
        (raw / folder / "text.txt").write_text(turned(0, lines))
    records = {
        "train.jsonl": [
            {"text": turned(1, TEXT), "source": "A Mirror"},
            {"text": turned(1, WORSE), "source": "Harbour Post"},
            {"text": turned(2, TEXT), "source": "Harbour Post"},
        ],
        "test.jsonl": [{"text": turned(2, WORSE), "source": "A Mirror"}],
    }
    for name, rows in records.items():
        (raw / name).write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    audit.check(raw, out=out, prefer_sources=["own", "harbour post"])
    return {row["id"]: (row["state"], row["detail"]) for row in pq.read_table(out / "ledger.parquet").to_pylist()}


def test_pairs_tell_what_decided(checked: Path) -> None:
    """A passage that stands elsewhere is not told as lost, neither of the pair nor of the copy."""
    pairs = {row["b"].split("/")[0]: row for row in pq.read_table(checked / "duplicates.parquet").to_pylist()}
    rows = {row["id"].split("/")[0]: row for row in pq.read_table(checked / "measures.parquet").to_pylist()}
    told = pairs["elsewhere-b"]
    assert (told["kind"], told["lost_b"], told["unique_b"], rows["elsewhere-b"]["lost_tokens"]) == ("near", 0, 0, 0)
    # Where it stands nowhere else it would be lost, but that one is kept.
    assert (pairs["warned-b"]["lost_b"], pairs["warned-b"]["unique_b"]) == (0, 41)


@pytest.mark.parametrize(
    ("lost", "kept", "why"),
    [
        pytest.param("mirror/text.txt", "own/2024/text.txt", "is from a preferred source", id="folder"),
        pytest.param("train.jsonl#0", "train.jsonl#1", "is from a preferred source", id="stated"),
        pytest.param("train.jsonl#2", "test.jsonl#0", "is held out of training", id="split"),
    ],
)
def test_copies_of_preferred_sources_and_what_is_held_out_are_kept(
    preferred: dict[str, tuple[str, str | None]], lost: str, kept: str, why: str
) -> None:
    assert preferred[kept][0] == "published"
    assert preferred[lost][0] == "duplicate"
    assert f"{kept}, which is kept because it {why}" in (preferred[lost][1] or "")
