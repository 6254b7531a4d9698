"""Names of several persons, joined as their language joins them, and what only looks like them."""

from __future__ import annotations

import pytest

from audit.parser.header.person_names import person


@pytest.mark.parametrize(
    "text",
    [
        "Hanna Orlow and Piet Marsh",
        "HANNA ORLOW AND PIET MARSH",
        "JONAS WIEBEL UND INES KAHL",
        "Hanna Orlow with Piet Marsh",
        "Anneke de Wael en Joris Berk",
        "Ewa Malinik i Jan Rzeczny",
        "Анна Речкина и Пётр Марш",
        "ADA E FINCH",
        "Ada Mills",
        "Jose Y Marsh",
    ],
)
def test_persons_are_joined_in_small_letters_or_in_capitals(text: str) -> None:
    assert person(text) == text


@pytest.mark.parametrize(
    "text", ["ADA FINCH AND THE RIVER", "By Hand and Eye", "Living Well with Bees", "VITAMIN C FACTS", "Day and Night"]
)
def test_words_joined_to_words_are_no_persons(text: str) -> None:
    assert person(text) is None


@pytest.mark.parametrize("text", ["League Two", "Women's Cup", "Segunda División", "Regionalliga Nord", "Marl Timber"])
def test_competitions_and_firms_are_no_persons(text: str) -> None:
    assert person(text) is None
