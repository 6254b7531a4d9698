"""Records of a file are known by what they are, wherever in it they stand."""

from __future__ import annotations

from collections import Counter

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.differences.keys import BODY, CHARS, ID, ROW, hashed
from audit.differences.matched import Matched, match
from audit.differences.records import keyed
from audit.differences.snapshot import SPLIT

Told = list[tuple[str, str | None]]


def side(told: Told) -> pl.DataFrame:
    """Return the keys of a file of records, each a body and its own name, and of a file that never changes."""
    made = [(f"all.jsonl#{nth}", *each) for nth, each in enumerate(told)]
    frame = pl.DataFrame([*made, ("a.txt", "itself", None)], [ID, BODY, "record_id"], orient="row").with_row_index(ROW)
    hashes = (pl.col(name).cast(pl.String).hash(7).alias(hashed(name)) for name in (BODY, "record_id"))
    return frame.with_columns(pl.lit("train").alias(SPLIT), pl.col(BODY).str.len_chars().alias(CHARS), *hashes)


def between(old: Told, new: Told) -> Matched:
    compared = ("record_id",)
    here, there = side(old), side(new)
    return match(keyed(here, there, compared), there, compared, pl.Series(ID, [], pl.String))


@settings(max_examples=30)
@given(st.lists(st.integers(0, 9)), st.lists(st.integers(0, 9)))
def test_without_names_a_record_is_its_body(old: list[int], new: list[int]) -> None:
    before, after = (Counter(map(str, some)) for some in (old, new))
    found = between([(str(n), None) for n in old], [(str(n), None) for n in new])
    same, edits = (before & after).total(), len(found.edited)
    assert len(found.renamed) + len(found.unchanged) == same + 1
    assert len(found.added) + edits == (after - before).total()
    assert len(found.removed) + edits == (before - after).total()


def test_a_record_put_in_at_the_top_edits_no_other() -> None:
    old: Told = [(f"text {n}", f"k{n}") for n in range(6)]
    new = [("fresh", "k9"), *old[:2], ("text 2 mended", "k2"), *old[4:]]
    found = between(old, new)
    assert (found.added[ID].to_list(), found.removed[ID].to_list()) == (["all.jsonl#0"], ["all.jsonl#3"])
    assert found.edited.select(ID, f"{ID}_new", "edit").rows() == [("all.jsonl#2", "all.jsonl#3", "body")]
    assert found.renamed[ID].to_list() == ["all.jsonl#0", "all.jsonl#1"]
    assert found.unchanged[ID].to_list() == ["all.jsonl#4", "all.jsonl#5", "a.txt"]


def test_an_edited_record_without_a_name_is_the_one_at_its_place_among_the_others() -> None:
    old: Told = [(f"text {n}", None) for n in range(4)]
    for new, place in (([("fresh", None), ("other", None), *old[1:]], 1), ([*old[:3], ("other", None)], 3)):
        found = between(old, new)
        assert found.edited[f"{ID}_new"].to_list() == [f"all.jsonl#{place}"]


def test_names_given_anew_by_place_are_no_names() -> None:
    bodies = [f"text {n}" for n in range(5)]
    old, new = ([(body, str(n)) for n, body in enumerate(some)] for some in (bodies, ["new", *bodies]))
    found = between(old, new)
    assert (len(found.added), len(found.removed), len(found.edited.filter(pl.col("edit") == "body"))) == (1, 0, 0)
