"""A list of goods in a major language is named by its words, though names fill half of it; a relative is not."""

import pytest

from tests.measure.language.measured_texts import batch

# Invented brands and models, as shops list them.
IN_ENGLISH = """New Arrivals
Kestrova Windrunna 4
Men's Road Running Shoes
7 Colors
Vantiqo Zephlyte GTX
Women's Trail Running Shoes
Only 3 left
Brivano Ulmex Quorra
+2
Sale ends Sunday
Yprex Jaxxel Mid
Kids' Shoes
Free shipping on all orders
Tozzari Nyllo Pro FX
Gift Cards
Find a Store
Low Stock
Best Sellers"""
IN_GERMAN = """Neu eingetroffen
Kestrova Windrunna 4
Laufschuhe für Herren
7 Farben
Vantiqo Zephlyte GTX
Laufschuhe für Damen
Nur noch 3 auf Lager
Brivano Ulmex Quorra
Angebot gilt bis Sonntag
Yprex Jaxxel Mid
Schuhe für Kinder
Kostenloser Versand
Tozzari Nyllo Pro FX
Geschenkkarten
Filiale in Ihrer Nähe suchen"""
# An invented tongue behind an English button: its words are no English ones.
OF_NO_MAJOR_LANGUAGE = [
    """Add to cart. Vekka mordu silp hankor trenni obbal quist, yarba dellum forrik santo plimmer og wexil tarmond;
brusk ennorfel kiddam yolt parrin sebbock tulvian margo fendrith hosk emplor.""",
]


@pytest.mark.parametrize(("text", "tag"), [(IN_ENGLISH, "en"), (IN_GERMAN, "de")])
def test_a_list_of_goods_with_names_is_in_the_language_of_its_other_words(text: str, tag: str) -> None:
    found = batch(text).columns.to_pylist()[0]
    assert found["language"] == tag
    assert found["language_confidence"] >= 0.7


@pytest.mark.parametrize("text", OF_NO_MAJOR_LANGUAGE)
def test_words_of_no_major_language_do_not_name_one(text: str) -> None:
    found = batch(text).columns.to_pylist()[0]
    assert found["language"] == "und" or found["language_confidence"] < 0.5
