"""Counts below a short post and the card of its account go; results, refrains and mentions of the same look stay."""

from __future__ import annotations

import pytest

POST = "The old ferry is back on its slip after three winters, and the paint is still wet. Come and see her soon."
PAGE = f"""\
Log in
Sign up
Conversation
Tarn Museum
@tarnmuseum
{POST}
11:55 PM · Dec 11, 2023
·
{{}}
New to X?
Sign up now to get your own personalized timeline!
Relevant people
Tarn Museum
@tarnmuseum
Click to Follow tarnmuseum
Privacy Policy
© 2024 X Corp."""
COUNTS = [
    "18.9K Views 17 Reposts 240 Likes",
    "18.9万 查看 17 转帖 240 喜欢次数",
    "17 boosts 40 favorites",
    "17 citas 40 guardados",
]
CARD = ["@tarnmuseum", "New to X?", "Click to Follow tarnmuseum", "Relevant people"]


def kept(blocks: list[dict]) -> set[str]:
    return {b["text"] for b in blocks if not b["boilerplate"]}


@pytest.mark.parametrize("counts", COUNTS)
def test_a_post_stays_and_what_counts_it_goes(blocks, counts: str) -> None:
    said = kept(blocks(PAGE.format(counts.replace(" ", "\n"))))
    assert POST in said
    assert said.isdisjoint([*counts.split(), *CARD])


@pytest.mark.parametrize(
    "text",
    [
        "Who said what at the harbour\nlikes\n17\nreplies\n3\nsaid the old man with the list\nviews\n212",
        "Notes on the ferry\n@marit\nhas the key\n@ola\nhas the boat\nand neither of them has the oars",
        "Round four\nRovers\n2\nAthletic\n1\nUnited\n0\nTown\n0",
    ],
)
def test_texts_without_furniture_keep_counts_and_names(blocks, text: str) -> None:
    assert set(text.split("\n")) <= kept(blocks(text))
