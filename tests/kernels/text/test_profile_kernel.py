"""The kernel against the plain way: langdetect's own cutting of a text into letter groups, summed one by one."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from langdetect.utils.ngram import NGram

from audit.measure.langdetect_profiles import folded
from audit.measure.language.models import profiles
from audit.measure.language.models.function_words import function_words
from audit.measure.language.models.prevalence import LESSER
from audit.measure.language.models.profiles import LANGUAGES, SCALE, scores
from audit.text.classes import codepoints

WORD_STEPS = 6 * SCALE


def scored(*texts: str) -> np.ndarray:
    edges = np.cumsum([0, *map(len, texts)])
    return scores(codepoints("".join(texts)), edges[:-1], edges[1:])[0]


def plainly(text: str, language: str) -> int:
    """One language's score: langdetect's cutting, the weight of the longest run known at each letter, little words."""
    column, cut, total = LANGUAGES.index(language), NGram(), 0
    for char in text + " ":
        cut.add_char(char)
        if not cut.capitalword:
            ends = (cut.grams[-size:] for size in (3, 2, 1) if size <= len(cut.grams))
            total += next((int(weights()[end][column]) for end in ends if end in weights()), 0)
    words = "".join(map(folded, text)).casefold().split()
    plain = {"".join(map(folded, word)) for word in function_words()[language]} if language not in LESSER else set()
    return total + sum(WORD_STEPS for word in words if word in plain)


@cache
def weights() -> dict[str, np.ndarray]:
    """The table of runs as it is made, before any of it is packed for the kernel."""
    return dict(zip(*profiles._grams(), strict=True))


TEXTS = [
    "The harbour was quiet, and nobody knew when the boat would come back.",
    "Der Hafen war still, und niemand wusste, wann das Boot zurückkäme; ABC ging HEIM.",
    "Cảng vắng lặng và không ai biết khi nào con thuyền sẽ trở về.",
    "Гавань была тиха, и никто не знал, когда вернётся лодка.",
    "میناء هادئ ولا أحد يعرف متى يعود القارب",
    "बंदरगाह शांत था और किसी को पता नहीं था",
    "țară și mușchi, 12 km, l·l",
    "",
    " x ",
]


@pytest.mark.parametrize("text", TEXTS)
def test_scores_are_the_plain_sums(text: str) -> None:
    assert scored(text)[0].tolist() == [plainly(text, language) for language in LANGUAGES]


@settings(max_examples=60)
@given(st.text(st.sampled_from("abdeu ÄßéABC,.1жи的\n"), max_size=40))
def test_any_text_is_summed_plainly(text: str) -> None:
    loud = sum(a.isupper() and b.isupper() for a, b in pairwise(text))
    if not loud:
        assert scored(text)[0, LANGUAGES.index("de")] == plainly(text, "de")


def test_a_segment_is_scored_alike_wherever_it_stands() -> None:
    together = scored(*(text + "\n" for text in TEXTS))
    assert together.tolist() == [scored(text + "\n")[0].tolist() for text in TEXTS]


@pytest.mark.parametrize(
    "address", ["https://example.org/the/harbour?was=quiet", "http://a.b", "the.harbour@boats.example.org", "x_1@y"]
)
def test_addresses_speak_no_language(address: str) -> None:
    assert not scored(address).any()
    assert scored(f"still {address} und")[0].tolist() == scored("still  und")[0].tolist()


@pytest.mark.parametrize("text", ["the harbour at noon", "user@", "@boats", "http:/quiet", "a@ b"])
def test_what_only_resembles_an_address_is_read(text: str) -> None:
    assert scored(text).any()


def test_what_cannot_be_seen_is_read_over() -> None:
    selectors = "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
    hidden = scored(f"der ha{selectors}fen\ufeff wa\U000e0041\u200br still")
    assert hidden.tolist() == scored("der hafen war still").tolist()


def test_long_words_and_long_segments_are_summed_without_loss() -> None:
    assert scored("aaaaaaaaa " * 3000)[0].tolist() == (3000 * scored("aaaaaaaaa ")[0]).tolist()


def test_text_in_capitals_is_read_as_if_it_were_not() -> None:
    quiet, loud = scored("der hafen war still", "DER HAFEN WAR STILL")
    assert loud.tolist() == quiet.tolist()


def test_the_inner_letters_of_a_word_of_capitals_are_no_evidence() -> None:
    assert scored("der hafen NATO still").tolist() == scored("der hafen NÄTO still").tolist()
    assert scored("der hafen nato still").tolist() != scored("der hafen näto still").tolist()
