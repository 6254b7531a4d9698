"""Repairs applied to a decoded text: which ones, and where everything else then is."""

from __future__ import annotations

import pytest

from audit.finding import Place
from audit.measure.encoding.mojibake.repair import Repair
from audit.read.codec.assembled import CodecPassage
from audit.read.codec.decoded import Decoded
from audit.worker.repair import RepairedText, describe_repairs, repair_text

TEXT = "A cafÃ© by the quay, then a rÃ´le."
CAFE, ROLE = Repair(5, 7, "é", "utf-8", "cp1252"), Repair(29, 31, "ô", "utf-8", "cp1252")


def made(*proven: Repair, passages: tuple[tuple[int, int], ...] = (), surrogates: tuple[int, ...] = ()) -> RepairedText:
    """Return the text repaired; `passages` are the code points that were decoded with a codec of their own."""
    own = tuple(CodecPassage(start, end, start, end, "gb18030") for start, end in passages)
    return repair_text(Decoded(TEXT, "utf-8", "utf-8", passages=own), TEXT.encode(), surrogates, proven)


def test_every_repair_is_applied_and_shown_where_it_then_is() -> None:
    found = made(CAFE, ROLE, surrogates=(2, 8, 33))
    assert found.decoded.text == "A café by the quay, then a rôle."
    assert found.repairs == (CAFE, ROLE)
    assert found.surrogates == (2, 7, 31)
    assert found.places == (
        Place("repaired", 5, 6, "utf-8 read as cp1252; “Ã©” became “é”"),
        Place("repaired", 28, 29, "utf-8 read as cp1252; “Ã´” became “ô”"),
    )


def test_nothing_proven_changes_nothing() -> None:
    assert made(surrogates=(2, 8)) == RepairedText(Decoded(TEXT, "utf-8", "utf-8"), (2, 8), ())


@pytest.mark.parametrize(
    ("passage", "repaired"),
    [
        pytest.param((2, 5), (CAFE, ROLE), id="ends-before"),
        pytest.param((7, 9), (CAFE, ROLE), id="begins-behind"),
        pytest.param((2, 6), (ROLE,), id="reaches-into"),
        pytest.param((6, 9), (ROLE,), id="begins-within"),
        pytest.param((0, 32), (), id="around-all"),
    ],
)
def test_what_has_a_codec_of_its_own_is_not_repaired(passage: tuple[int, int], repaired: tuple[Repair, ...]) -> None:
    assert made(CAFE, ROLE, passages=(passage,)).repairs == repaired


def test_the_ledger_tells_how_many_and_of_which_kinds() -> None:
    other = Repair(0, 1, "港", "gb18030", "cp1252")
    assert describe_repairs([]) is None
    assert describe_repairs([CAFE]) == "repaired: 1 passage of utf-8 read as cp1252"
    told = "repaired: 3 passages of gb18030 read as cp1252, utf-8 read as cp1252"
    assert describe_repairs([CAFE, other, ROLE]) == told
