"""How sure a verdict is: more of a text that fits its language poorly does not make it surer."""

import pytest

from audit.measure.language.identify import confidence
from audit.measure.language.words.word_evidence import lacking

LENGTHS = (60, 200, 1_000, 10_000)


def _sure(letters: int, fit: float, ahead: float, usual: float) -> float:
    """Return the confidence of a text with the same lead a letter and the same share of known words."""
    return confidence(letters, fit, ahead * letters, lacking(usual, letters // 5))


@pytest.mark.parametrize("ahead", [0.1, 1.0, 3.0])
@pytest.mark.parametrize("fit", [0.8, 0.9, 0.97])
def test_a_longer_text_that_fits_poorly_is_named_no_more_surely(fit: float, ahead: float) -> None:
    sure = [_sure(letters, fit, ahead, 0.5) for letters in LENGTHS]
    assert sure == sorted(sure, reverse=True)


@pytest.mark.parametrize("letters", LENGTHS)
def test_a_text_that_fits_is_named_surely_at_any_length(letters: int) -> None:
    assert _sure(letters, 1.02, 1.5, 1.1) > 0.95
