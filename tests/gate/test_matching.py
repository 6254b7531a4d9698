"""What is known: by rule and content, counted, whatever became of names, order and neighbours."""

from __future__ import annotations

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.finding import MAX_PLACES
from audit.gate.baseline import Known
from audit.gate.matching import match_known

Finding = tuple[str, str, str, bool]
MARKS, DOCUMENTS = st.sampled_from("abcd"), st.sampled_from(("x.txt", "y.txt", "all.jsonl#1"))


def frame(found: list[Finding]) -> pl.DataFrame:
    schema = {"fingerprint": pl.String, "document": pl.String, "code": pl.String, "is_whole": pl.Boolean}
    return pl.DataFrame(found, schema=schema, orient="row")


def known(found: list[Finding]) -> tuple[Known, ...]:
    counted = frame(found).group_by("fingerprint", "document", "code").len().sort("fingerprint", "document")
    return tuple(Known(*row) for row in counted.iter_rows())


def new(found: list[Finding], before: tuple[Known, ...]) -> list[Finding]:
    is_known = match_known(frame(found), before).is_known
    return [each for each, old in zip(found, is_known, strict=True) if not old]


def placed(mark: str, document: str) -> Finding:
    return mark, document, "ENC002", False


def whole(mark: str, document: str) -> Finding:
    return mark, document, "LNG001", True


PLACED = st.lists(st.builds(placed, MARKS, DOCUMENTS), max_size=8)


@settings(max_examples=25)
@given(PLACED, st.randoms())
def test_what_was_found_before_is_known_in_any_order(found: list[Finding], chance) -> None:
    again = chance.sample(found, len(found))
    result = match_known(frame(again), known(found))
    assert result.is_known.all()
    assert result.left == ()


@settings(max_examples=25)
@given(PLACED, PLACED)
def test_new_are_as_many_as_there_are_more_of_a_fingerprint(before: list[Finding], after: list[Finding]) -> None:
    more = sum(
        max(0, sum(f[0] == mark for f in after) - sum(f[0] == mark for f in before)) for mark in {f[0] for f in after}
    )
    assert len(new(after, known(before))) == more
    left = match_known(frame(after), known(before)).left
    assert sum(entry.times for entry in left) == len(before) - (len(after) - more)


@settings(max_examples=25)
@given(PLACED, MARKS, DOCUMENTS)
def test_of_equal_findings_the_newcomers_are_new(before: list[Finding], mark: str, document: str) -> None:
    assert new([placed(mark, "0-new.txt"), *before], known(before)) == [placed(mark, "0-new.txt")]


@settings(max_examples=25)
@given(PLACED)
def test_new_names_change_nothing(found: list[Finding]) -> None:
    moved = [(mark, f"moved/{document}", code, is_whole) for mark, document, code, is_whole in found]
    assert new(moved, known(found)) == []


def test_two_equal_findings_in_one_file_are_two() -> None:
    one = placed("a", "x.txt")
    assert new([one, one, one], known([one, one])) == [one]
    assert match_known(frame([one]), known([one, one])).left == (Known("a", "x.txt", "ENC002", 1),)


def test_a_file_with_other_bytes_is_the_file_that_it_was() -> None:
    before = known([whole("a", "x.txt")])
    assert new([whole("b", "x.txt")], before) == []
    assert new([whole("b", "x.txt"), whole("a", "y.txt")], before) == [whole("b", "x.txt")]
    assert new([whole("b", "z.txt")], before) == [whole("b", "z.txt")]
    # Another rule, and a passage, are told by what they are about.
    assert new([("b", "x.txt", "LNG002", True)], before) == [("b", "x.txt", "LNG002", True)]
    assert new([placed("b", "x.txt")], known([placed("a", "x.txt")])) == [placed("b", "x.txt")]


def test_a_record_is_not_known_by_its_number() -> None:
    before = known([whole("a", "all.jsonl#5")])
    assert new([whole("b", "all.jsonl#5")], before) == [whole("b", "all.jsonl#5")]
    assert new([whole("a", "all.jsonl#6")], before) == []


def test_as_one_of_many_is_repaired_the_next_that_is_listed_is_not_new() -> None:
    many = [placed(f"{number}", "x.txt") for number in range(MAX_PLACES + 1)]
    assert new(many[1:], known(many[:-1])) == []
    few = many[:5]
    assert new(few[1:], known(few[:-1])) == [few[-1]]
