"""Texts whose words speak for a language too little: unknown relatives, lists of names; odd texts in it have them."""

import pytest

from audit.measure.language.words.usual_words import lacks_usual_words
from tests.measure.language.measured_texts import batch

# Istriot, and a squad.
STRANGE = {
    "Meî nuona la ma cuntiva sempro sta stuoria, co i' giero peîcio, e nui gerundo doûti sentadi intuorno del fogo a "
    "scultala, fora che 'l nono, che 'l durmiva cul capiel sui oci.": "it",
    "Pickford, Walker, Stones, Maguire, Shaw, Rice, Phillips, Sterling, Mount, Kane, Saka, Grealish, Foden, Henderson, "
    "Trippier, Mings, Coady, James, Chilwell, White, Bellingham, Rashford, Sancho, Calvert-Lewin": "en",
}
# Nouns alone, compounds, headlines, names in sentences, terms, Norwegian as it is written less often.
ODD = {
    "Donaudampfschifffahrtsgesellschaft, Elektrizitätswerk, Hauptversammlung, Krankenversicherungsbeitrag, "
    "Rindfleischetikettierung, Straßenbahnhaltestelle, Brot, Käse, Gemüse, Öffnungszeiten, Anfahrt": "de",
    "Perunakeitto, lohikeitto, karjalanpaisti, lihapullat, mustikkapiirakka, korvapuusti, kahvi, maito ja vesi": "fi",
    "Kane and Saka scored for England in Tirana as Rice, Stones and Bellingham watched from the bench; Rashford and "
    "Sancho had flown home to Manchester with Maguire on Tuesday": "en",
    "Vel kva mapper som skal synkroniserast, og kva filer du ikkje lenger treng. Namnet finst frå før; byt det ut "
    "eller lagra under eit anna namn. Teikn som ikkje kan visast vert sletta. Logg inn att når eininga er klar.": "no",
    "Мин кечкенә чакта әбием һәрвакыт шушы әкиятне сөйли торган иде, ә без барыбыз да учак янында тыңлый идек.": "tt",
}


@pytest.mark.parametrize(("text", "language"), STRANGE.items())
def test_what_fits_the_letters_only_is_in_doubt(text: str, language: str) -> None:
    found = batch(text).columns
    assert (found["language"][0].as_py(), found["language_confidence"][0].as_py() < 0.5) == (language, True)


@pytest.mark.parametrize(("text", "language"), ODD.items())
def test_odd_texts_keep_their_language(text: str, language: str) -> None:
    found = batch(text).columns
    assert (found["language"][0].as_py(), found["language_confidence"][0].as_py() > 0.5) == (language, True)


def test_letters_that_lead_far_need_fewer_words() -> None:
    words = ["mia", "nonna", *["brillo"] * 14, "fogo", "giero", "cuntiva", "sta"]
    assert lacks_usual_words(words, "it", 0.1)
    assert not lacks_usual_words(words[:3], "it", 0.1)
    assert [lacks_usual_words(["la", "zoppa"] * 10, "it", lead) for lead in (0.0, 3.0)] == [True, False]


def test_long_words_and_unlisted_languages_prove_nothing() -> None:
    assert not lacks_usual_words(["lossipaikoilla", "saaristoväylillä", "tuulenpuuskista"] * 9 + ["ja"], "fi", 1.0)
    assert not lacks_usual_words(["zzyzx"] * 30, "aa", 0.0)
