"""A document of mojibake is in no language; misread accents, or one misread sentence, leave it in its own."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
import pytest

from audit.measure.document_language import LANGUAGE
from audit.measure.encoding.mostly_mojibake import _confused_in_most, without_damaged_language
from audit.measure.encoding.scan import scanned
from audit.measure.measure import Measured
from audit.policy import Policy
from tests.measure.block_rows import batch
from tests.measure.encoding.mojibake.test_every_pair import DE, KO, RU, ZH, misread

DAMAGED = (
    misread(ZH * 3, "gb18030", "cp437"),
    misread(KO * 3, "cp949", "gb18030"),
    misread(RU * 3, "utf-8", "cp1252"),
    misread(RU * 3, "cp1251", "koi8-r"),
)
# What tells are rare characters, or boxes, and no sequences of two.
SHORT = (
    misread("이 서점은 오래전부터 있었고 주인은 모든 손님을 기억한다.", "cp949", "gb18030"),
    misread("Книжный магазин работает уже много лет", "koi8-r", "gb18030"),
    misread("이 서점은 오래전부터 있었고 주인은 모든 손님을 기억한다.", "cp949", "cp437"),
)
RARE = {
    f"{ZH[:27]}魑魅魍魉，饕餮貔貅，踟蹰彳亍，觊觎龃龉。": "zh-Hans",
    "┌──────────┐\n│ Η θάλασσα │\n├──────────┤\n│ είναι ήσυχη │\n└──────────┘\nΗ θάλασσα είναι ήσυχη σήμερα.": "el",
}
WHOLE = {
    ZH * 3: "zh-Hans",
    misread(DE * 3, "cp1252", "mac-roman"): "de",
    ZH * 6 + misread("孩子们放学以后都跑到河边。", "utf-8", "gb18030"): "zh-Hans",
}


def said(*texts: str, policy: Policy | None = None) -> Measured:
    return LANGUAGE.of(batch(*([("paragraph", text)] for text in texts), policy=policy))


def test_a_document_of_mojibake_is_in_no_language():
    found = said(*DAMAGED, ZH)
    assert found.columns["language"].to_pylist() == [*["und"] * len(DAMAGED), "zh-Hans"]
    assert found.columns["language_expected"].to_pylist() == [True] * (len(DAMAGED) + 1)
    assert [place.evidence for place in found.places[0]] == ["mojibake: gb18030 read as cp437"]


@pytest.mark.parametrize("text", SHORT)
def test_a_misread_sentence_of_rare_characters_or_boxes_is_in_no_language(text: str) -> None:
    assert said(text).columns["language"].to_pylist() == ["und"]


def test_rare_characters_and_boxes_alone_leave_the_language():
    assert said(*RARE).columns["language"].to_pylist() == list(RARE.values())


def test_what_can_still_be_read_is_in_its_language():
    assert said(*WHOLE).columns["language"].to_pylist() == list(WHOLE.values())


def test_the_body_decides():
    page = [("paragraph", ZH * 3), ("!list_item", misread(ZH * 5, "gb18030", "cp437"))]
    assert LANGUAGE.of(batch(page)).columns["language"].to_pylist() == ["zh-Hans"]


def test_healthy_documents_keep_what_was_found():
    rows = batch([("paragraph", ZH)], [("paragraph", RU)])
    found = LANGUAGE.of(rows)
    assert without_damaged_language(found, rows) is found


@pytest.mark.parametrize("healthy_first", [True, False])
@pytest.mark.parametrize(("times", "confused"), [(1, "gb18030 read as cp437"), (6, None)])
def test_wherever_the_healthy_passages_are_their_share_decides(
    times: int, confused: str | None, *, healthy_first: bool
) -> None:
    lines = [ZH.strip()] * times + [misread(ZH * 2, "gb18030", "cp437").strip()]
    text = "\n".join(lines if healthy_first else lines[::-1])
    ends = [at for at, char in enumerate(text + "\n") if char == "\n"]
    spans = [*zip([0, *(end + 1 for end in ends)], ends, strict=False)]
    seen = scanned(pa.array([text], pa.large_string())).seen(0, text)

    def share(found: Sequence[tuple[int, int]]) -> float:
        return sum(end - start for start, end in found) / len(text)

    assert _confused_in_most(seen, spans, share) == confused
