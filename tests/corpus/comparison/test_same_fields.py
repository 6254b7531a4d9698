"""Documents that state the same address, or the same title and day, are copies where the policy says so."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import audit

Story = Callable[..., str]


def record(story: Story, seed: int, **stated: str) -> dict[str, str]:
    return {"text": "\n".join(story(seed).splitlines()[2:]), "url": f"https://p.example/{seed}", **stated}


@pytest.fixture(scope="module")
def records(story: Story) -> list[dict[str, str]]:
    heron = {"title": "The heron at the café", "date": "2024-05-03"}
    return [
        record(story, 1, url="https://p.example/heron", **heron),
        record(story, 2, url=" https://p.example/heron", title="Another title", date="2024-05-09"),
        record(story, 3, title="The Heron: at the café!", date="2024-05-03"),
        record(story, 4, title="The heron at the café", date="2024-05-04"),
        record(story, 5, url="https://p.example/heron?page=2", title="Page two", date="2024-05-03"),
        {**record(story, 6, title="One"), "desk": "north"},
        {**record(story, 6, title="Two", url="https://p.example/elsewhere"), "desk": "north"},
        record(story, 7, title="No day"), record(story, 8, title="No day"),
        {**record(story, 4, title="South", url="https://p.example/south"), "desk": "south"},
        {**record(story, 9, title="Southern"), "desk": "south"},
    ]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, records: list[dict[str, str]]) -> Path:
    folder = tmp_path_factory.mktemp("keys")
    lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records)
    (folder / "all.jsonl").write_text(lines, "utf-8")
    return folder


def checked(folder: Path, **settings: Any) -> tuple[Mapping[int, tuple[int, str]], pl.DataFrame]:
    """Return of which record each one is a copy, by number, with the kind; and the table of duplicates."""
    out = folder / f"out-{len(list(folder.iterdir()))}"
    audit.check(folder / "all.jsonl", out=out, workers=1, select=["DUP"], suspects=False, repeats=False, **settings)
    table = pl.read_parquet(out / "measures.parquet").filter(pl.col("duplicate_of").is_not_null())
    number = [int(id.rpartition("#")[2]) for id in table["id"]]
    of = [int(id.rpartition("#")[2]) for id in table["duplicate_of"]]
    ledger = pl.read_parquet(out / "ledger.parquet").filter(pl.col("state") == "duplicate")
    assert sorted(ledger["id"]) == sorted(table["id"])
    return dict(zip(number, zip(of, table["duplicate_kind"], strict=True), strict=True)), pl.read_parquet(
        out / "duplicates.parquet"
    )


def test_the_same_address_or_title_and_day_make_copies(folder: Path) -> None:
    copies, pairs = checked(folder, same_keys=["url", "title+date", "desk"], extra=["desk"], keep="first")
    by_key = {1: (0, "same_key"), 2: (0, "same_key"), 6: (5, "same_key")}
    # The last one states the same as a copy of the fourth, and names the document that is kept.
    assert copies == {**by_key, 9: (3, "exact_raw"), 10: (3, "same_key")}
    told = [(row["a"], row["b"], row["kind"]) for row in pairs.filter(pl.col("kind") == "same_key").to_dicts()]
    assert told == [
        ("all.jsonl#0", "all.jsonl#1", "same_key"), ("all.jsonl#0", "all.jsonl#2", "same_key"),
        ("all.jsonl#10", "all.jsonl#9", "same_key"),
    ]  # fmt: skip
    clusters = dict(pairs.select("b", "cluster").iter_rows())
    assert clusters["all.jsonl#1"] == clusters["all.jsonl#2"] == "all.jsonl#0"
    by_key = pairs.filter(pl.col("kind") == "same_key")
    assert by_key["jaccard"].max() < 0.2
    # What is lost is that of the side set aside, beside a document that is kept.
    assert by_key["lost_a"].to_list() == [None] * 3
    assert by_key["lost_b"].is_null().to_list() == [False, False, True]


def test_what_a_key_takes_along_is_counted_unless_another_kept_document_has_it(tmp_path: Path, story: Story) -> None:
    heron, long = "https://p.example/heron", story(2) + story(4)
    other = " ".join(f"pier{nth}" for nth in range(70))
    texts = ((heron, story(1)), (heron, story(2)), (heron, other), ("https://p.example/2", long))
    records = [{"text": text, "url": url, "title": f"Title {nth}"} for nth, (url, text) in enumerate(texts)]
    (tmp_path / "all.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records), "utf-8")
    audit.check(
        tmp_path / "all.jsonl", out=tmp_path / "out", workers=1, same_keys=["url"], keep="first", parse=False,
        suspects=False, repeats=False,
    )  # fmt: skip
    table = pl.read_parquet(tmp_path / "out/measures.parquet").sort("id")
    lost, tokens = table["lost_tokens"].to_list(), table["tokens"].to_list()
    assert (lost[0], lost[1], lost[3]) == (None, 0, None)
    assert lost[2] == tokens[2] == 70
    pairs = pl.read_parquet(tmp_path / "out" / "duplicates.parquet").filter(pl.col("kind") == "same_key")
    assert pairs.select("a", "b", "lost_a", "lost_b").rows() == [
        ("all.jsonl#0", "all.jsonl#1", None, 0), ("all.jsonl#0", "all.jsonl#2", None, 70),
    ]  # fmt: skip
    ledger = dict(pl.read_parquet(tmp_path / "out/ledger.parquet").select("id", "detail").iter_rows())
    assert ledger["all.jsonl#2"].endswith(f"tokens that occur in no kept document: {lost[2]}")


def test_copies_may_be_asked_to_agree_in_more_than_their_body(folder: Path) -> None:
    """Without keys no field makes a copy; with the title a field, the same body under another title stays."""
    copies, pairs = checked(folder, same_fields=["title", "body"])
    assert copies == {}
    # They are told of all the same.
    assert pairs["kind"].to_list() == ["exact_raw"] * 2


def test_copies_agree_in_their_body_at_least(folder: Path) -> None:
    with pytest.raises(audit.UsageError, match=r"must include body, .* use keys"):
        audit.check(folder / "all.jsonl", workers=1, same_fields=["title"])


def test_a_column_that_is_not_there_is_named(folder: Path) -> None:
    with pytest.raises(audit.UsageError, match=r"there is no 'desk'.*input\.extra"):
        audit.check(folder / "all.jsonl", workers=1, same_keys=["desk"])


def test_bodies_with_bearers_for_titles_are_no_copies(tmp_path: Path, story: Story) -> None:
    names = ("Nadia Farouk", "Ole Brandt", "Mei-Ling Tan")
    sites = ("Evening Star", "Bay Tribune", "The Lake Post")
    certificate = "This certificate is for a year of work in the library. " * 3
    titled = {
        **dict.fromkeys(names, certificate),
        **{f"Reader of the year: {name}": record(story, 2)["text"] for name in names},
        **{name.upper(): "has passed the test. " + record(story, 3)["text"] for name in names},
        **{site: record(story, 1)["text"] for site in sites},
    }
    lines = [json.dumps({"title": title, "text": text}) + "\n" for title, text in titled.items()]
    # A copy with the same title goes as before.
    (tmp_path / "all.jsonl").write_text("".join([*lines, lines[1]]), "utf-8")
    of = [{row, twin} for row, (twin, _) in checked(tmp_path)[0].items()]
    assert {1, 12} in of
    assert len(of) == len(sites)
    assert all(pair == {1, 12} or pair <= {9, 10, 11} for pair in of)


_TRIP = (
    "Wir fahren {} Stunden mit dem Bus und haben vor Ort {} Stunden Zeit. Der Preis von {} Euro schließt die Fahrt, "
    "den Eintritt und ein kaltes Essen ein. Bitte bringen Sie festes Schuhwerk mit. Wer die Fahrt absagt, erhält sein "
    "Geld zurück, wenn ein anderer den Platz einnimmt. Hunde dürfen mit, wenn niemand etwas dagegen hat."
)


def test_titles_tell_variants_of_one_text_apart_and_copies_not(tmp_path: Path) -> None:
    texts = [
        ("Fahrt 3118: Burg Adlerstein", _TRIP.format(3, 5, 64)),
        ("Fahrt 4207: Kloster Marienau", _TRIP.format(3, 5, 58)),
        ("Das sollten Sie nicht verpassen", _TRIP.format(3, 5, 64).replace("festes", "gutes")),
    ]
    lines = [json.dumps({"title": title, "text": text}) + "\n" for title, text in texts]
    (tmp_path / "all.jsonl").write_text("".join(lines), "utf-8")
    assert {frozenset({row, twin}) for row, (twin, _) in checked(tmp_path)[0].items()} == {frozenset({0, 2})}
