"""Long words that are not listed, of two listed ones: known in a language that compounds, and in no other."""

import pytest

from audit.measure.language.words.compounds import languages_with_parts, parts_of
from tests.measure.language.measured_texts import batch

COMPOUNDS = {
    ("umgebungsvariable", "de"): ("umgebung", "variable"),
    ("broncode", "nl"): ("bron", "code"),
    ("indholdstyper", "da"): ("indhold", "typer"),
    ("passordfelt", "no"): ("passord", "felt"),
}
# Too short, a half that is no word, two of English, and languages that compound nothing.
NONE = (
    ("brötchen", "de"),
    ("pushbutton", "de"),
    ("filesystem", "da"),
    ("zzyzxvariable", "de"),
    ("umgebungsvariable", "fr"),
    ("environmentvariable", "en"),
)
SHORT = {
    "Umgebungsvariable": "de",
    "Zugriffsberechtigung": "de",
    "Broncode weergeven": "nl",
    "Wachtwoordherstel mislukt": "nl",
    "Fortrukne indholdstyper": "da",
    "Jelszóemlékeztető": "hu",
}


@pytest.mark.parametrize(("asked", "parts"), COMPOUNDS.items())
def test_a_compound_has_two_listed_parts(asked: tuple[str, str], parts: tuple[str, str]) -> None:
    assert parts_of(*asked) == parts


@pytest.mark.parametrize("asked", NONE)
def test_other_long_words_have_none(asked: tuple[str, str]) -> None:
    assert parts_of(*asked) is None


def test_parts_of_many_languages_tell_little() -> None:
    assert languages_with_parts(("station", "service")) > languages_with_parts(("umgebung", "variable"))


@pytest.mark.parametrize(("text", "language"), SHORT.items())
def test_short_texts_of_compounds_keep_their_language(text: str, language: str) -> None:
    found = batch(text).columns
    assert (found["language"][0].as_py(), found["language_confidence"][0].as_py() > 0.5) == (language, True)
