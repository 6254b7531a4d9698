"""Pages whose bodies are equal, as the parser takes the rest for furniture, are copies only if they state the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

import audit
from audit.corpus.comparison.other_things import PagesOfCopies

Story = Callable[..., str]
SALE = (
    "The condition of the lots is not described in the catalogue, and buyers are asked to satisfy themselves by viewing"
    " before the sale. A premium is added to the hammer price, on which tax is due. Payment must be made within five "
    "days, after which storage is charged by the day. Bids can be left with the office in writing or by telephone until"
    " one hour before the sale begins. The decision of the auctioneer is final."
)
LICENCE = (
    "Anyone who receives a copy of this program may use, change and pass it on without charge, provided that this note "
    "stays in every copy. It comes as it is, without promise of any kind, and its makers answer for no harm."
)


def set_aside(folder: Path, pages: dict[str, str]) -> dict[str, str]:
    """Return the pages set aside, with those kept instead."""
    raw = folder / "raw"
    raw.mkdir()
    for name, text in pages.items():
        (raw / f"{name}.txt").write_text(text, "utf-8")
    audit.check(raw, out=folder / "out", workers=1, select=["DUP"], suspects=False)
    table = pl.read_parquet(folder / "out" / "measures.parquet").filter(pl.col("duplicate_of").is_not_null())
    return {id.removesuffix(".txt"): of.removesuffix(".txt") for id, of in table.select("id", "duplicate_of").rows()}


def lot(number: int, thing: str, price: int) -> str:
    return f"Home | About | Contact\n\nLot {number}: {thing}\n\nEstimate: {price} pounds\n\n{SALE}\n\n© 2024\n"


LOTS = {"a": lot(12, "walnut chair", 400), "b": lot(37, "silver jug", 900), "c": lot(508, "oak chest", 250)}


def test_lots_are_no_copies_and_their_copies_are(tmp_path: Path) -> None:
    again = lot(37, "silver jug", 900).replace("Home | About | Contact", "Fenland Auctions | Log in")
    assert set_aside(tmp_path, {**LOTS, "d": again}) == {"d": "b"}


def test_licences_of_others_are_no_copies_and_their_copies_are(tmp_path: Path) -> None:
    licences = {
        name: f"Copyright {year} {owner}\n\n{LICENCE}\n\n© 2024\n"
        for name, year, owner in (
            ("a", 2016, "Kestrel Maps"), ("b", 2016, "Umber Studio"), ("c", 2019, "Larch Fonts"),
            ("d", 2016, "Umber Studio"),
        )
    }  # fmt: skip
    assert set_aside(tmp_path, licences | {"d": licences["d"] + "\n"}) == {"d": "b"}


@pytest.mark.parametrize("title", ["The heron at the mill", "The mill pond"])
def test_an_article_on_two_sites_is_a_copy(tmp_path: Path, story: Story, title: str) -> None:
    text = "\n".join(story(3).splitlines()[2:])
    pages = {
        name: f"{site}\nStory code: {code}\n{title}\nBy: {author}\nViews: {code}\n\n{text}\n\nCopyright 2024 {site}\n"
        for name, site, code, author in (
            ("a", "Harbour Gazette", 351465, "Ada Finch"), ("b", "Fenland Observer", 818, "Ben Moor"),
            ("c", "Castleton Times", 77102, "Cora Lind"),
        )
    }  # fmt: skip
    assert len(set_aside(tmp_path, pages)) == 2


def test_pages_reduced_to_a_line_are_no_copies() -> None:
    pages = PagesOfCopies()
    pages.read(0, "Dear parents of class 2a, we meet on Monday in room 12\n© 2024", 2)
    pages.read(1, "Dear parents of class 9c, the trip to the mill is off\n© 2024", 2)
    pages.read(2, "Dear parents of class 2a, we meet on Monday in room 12 | Print\n© 2024", 2)
    assert pages.split(pl.Series([0, 0, 0]).to_numpy()).tolist() == [0, 1, 0]
