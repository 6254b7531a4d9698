"""What the samples show beyond single rules: nothing fires where nothing is wrong, and places and kinds are right."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from audit import samples
from audit.rulebook import RULES

EXPECTED: dict[str, Any] = tomllib.loads(samples.expected().read_text("utf-8"))["rules"]
GRAVE = [rule.code for rule in RULES if rule.scope == "document" and rule.severity != "info"]
# Documents that break a rule beside the one they were written for, and are right to.
ALSO = {
    "BPL002": {"lindmoor-bote/fld-short-body.txt", "yunhe-evening/bpl-run-together-list.txt"},
    "LNG006": {"lindmoor-bote/lng-half-german-half-chinese.txt", "qingya-science/lng-mixed-han-variants.txt"},
}


@pytest.fixture(scope="module")
def findings(samples_checked: Path) -> pl.DataFrame:
    return pl.read_parquet(samples_checked / "findings.parquet")


@pytest.fixture(scope="module")
def blocks(samples_checked: Path) -> pl.DataFrame:
    return pl.read_parquet(samples_checked / "blocks.parquet").sort("id", "block")


@pytest.mark.parametrize("code", GRAVE)
def test_a_grave_rule_is_broken_by_no_other_article(code: str, findings: pl.DataFrame, samples_checked: Path) -> None:
    """Pages without an article and damaged texts may break any; what is published breaks what it was written for."""
    published = pl.read_parquet(samples_checked / "ledger.parquet").filter(state="published")["id"]
    found = set(findings.filter(pl.col("code") == code, pl.col("id").is_in(published.implode()))["id"])
    assert found <= set(EXPECTED[code]["bad"]) | ALSO.get(code, set())


def all_of(test: Callable[[str], bool]) -> Callable[[str], bool]:
    return lambda passage: bool(passage) and all(map(test, passage))


def category(*wanted: str) -> Callable[[str], bool]:
    return all_of(lambda char: unicodedata.category(char) in wanted)


SEEN: dict[str, Callable[[str], bool]] = {
    "ENC002": all_of(lambda char: char in "\ufffd锟斤拷"),
    "ENC003": category("Cc"),
    "ENC005": category("Co"),
    "ENC006": category("Cf"),
    "ENC007": all_of(lambda char: "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069"),
    "ENC010": lambda passage: unicodedata.normalize("NFC", passage) != passage,
    "ENC011": all_of(lambda char: 0xFDD0 <= ord(char) <= 0xFDEF or ord(char) & 0xFFFE == 0xFFFE),
    "ENC013": lambda passage: re.fullmatch(r"&#?\w+;", passage) is not None,
    "ENC014": all_of(lambda char: char in "?？"),
    "ENC017": lambda passage: passage == "€",
    "FLD009": lambda passage: re.search(r"\d", passage) is not None,
    "SPN001": category("Po", "Ps", "Pe", "Pi", "Pf", "Pd", "Sm"),
    "SPN002": lambda passage: " " in passage and not passage.isalnum(),
}  # fmt: skip


@pytest.mark.parametrize("code", SEEN)
def test_a_place_holds_what_its_rule_is_about(code: str, findings: pl.DataFrame, blocks: pl.DataFrame) -> None:
    places = findings.filter(pl.col("code") == code, pl.col("start").is_not_null())
    held = blocks.select("id", block_start="start", block_end="end", text="text")
    # A place in a gap between blocks, where white space stands, is in none of them.
    inside = places.join(held, on="id").filter(
        pl.col("start") >= pl.col("block_start"), pl.col("end") <= pl.col("block_end")
    )
    passages = [r["text"][r["start"] - r["block_start"] : r["end"] - r["block_start"]] for r in inside.to_dicts()]
    assert passages
    assert [passage for passage in passages if not SEEN[code](passage)] == []


BLOCKS = {
    "BPL004": {"related_item", "related_list"}, "BPL005": {"related_list", "related_item"}, "SPN004": {"injected_ad"},
    "FLD006": {"paragraph", "heading"}, "FLD007": {"paragraph"},
}  # fmt: skip


@pytest.mark.parametrize("code", BLOCKS)
def test_a_place_is_in_a_block_of_the_kind(code: str, findings: pl.DataFrame, blocks: pl.DataFrame) -> None:
    places = findings.filter(pl.col("code") == code, pl.col("start").is_not_null()).select("id", "start", "end")
    joined = places.join(blocks, on="id", suffix="_block")
    inside = joined.filter(pl.col("start") >= pl.col("start_block"), pl.col("end") <= pl.col("end_block"))
    assert inside.height
    assert set(inside["kind"]) <= BLOCKS[code]


KINDS = {
    "lanhai-daily/good-oyster-season.txt": (
        "site_name navigation breadcrumb title date paragraph paragraph paragraph paragraph paragraph paragraph "
        "byline qr_prompt rights_notice footer_links"
    ),
    "saltmere-post/good-emoji-family.txt": (
        "site_name navigation navigation navigation title byline date navigation paragraph paragraph quote paragraph "
        "paragraph follow_prompt related_heading related_item related_item rights_notice footer_links"
    ),
    "gazette-montvernel/good-market-day.txt": (
        "site_name navigation navigation title byline date navigation paragraph paragraph paragraph paragraph "
        "follow_prompt related_heading related_item related_item rights_notice"
    ),
}  # fmt: skip


@pytest.mark.parametrize("id", KINDS)
def test_the_blocks_of_a_page_are_of_these_kinds(id: str, blocks: pl.DataFrame) -> None:
    assert blocks.filter(pl.col("id") == id)["kind"].to_list() == KINDS[id].split()


def test_only_what_an_article_says_is_no_boilerplate(blocks: pl.DataFrame) -> None:
    content = set(blocks.filter(~pl.col("boilerplate"))["kind"])
    assert content == {"paragraph", "heading", "list_item", "quote", "title", "original_title"} & content
    assert {"paragraph", "heading", "list_item", "quote", "title"} <= content
