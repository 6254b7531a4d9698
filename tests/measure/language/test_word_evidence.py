"""What is said surely is borne out by words, and what is in no known language is not named surely."""

from unicodedata import normalize

import pytest

from tests.measure.language.measured_texts import batch

SURE = 0.65
ROMANISED = {
    "Japanese": "watashi wa gakusei desu",
    "Chinese": "ni hao wo jiao Li Ming",
    "Russian": "privet kak dela druzya, ya ne znayu chto delat",
    "Arabic": "ana mish aref enta fein",
    "Hindi": "mujhe nahi pata kya karna hai",
    "Greek": "den xero pou einai to spiti",
    "Arabic by the rules": "Qala al-wazir inna al-jisr al-jadid yakun jahiz qabla nihayat al-am, wa lam yadhkur.",
    "Bengali": "Tumi kothay achho, ami tomar jonno onek khon dhore bose achi kintu keu ekhono ashe ni",
    "Persian": "Emrooz ba doostam be bazar raftim va kheili chizha kharidim, farda ham miravim khane",
    "Punjabi": "Asi kal tuhanu dassange ki hoya si, hun tusi ghar jao te sab nu bahut changa khana khilao",
}
NO_TEXT = {
    "laughter": "hahahahahahaha",
    "one word again": "banana banana banana banana",
    "syllables": "blah blah blah blah blah",
    "a key held down": "aaaaaaaah ooooooh",
    "a reaction": "C6H12O6 + 6 O2 = 6 CO2 + 6 H2O",
    "an address": "www.example.org/shop/item",
    "abbreviations": "NATO UNESCO WHO IMF OPEC",
    "keys": "asdf jkl asdf jkl",
    "chess": "1. d4 d5 2. c4 e6 3. Nc3 Nf6 4. Bg5 Be7 5. e3 O-O 6. Nf3 Nbd7 7. Rc1 c6 8. Bd3 dxc4 9. Bxc4 Nd5",
    "letters set apart": "D i e  F ä h r e  f ä h r t  a m  M o n t a g  w e g e n  d e s  N e b e l s  n i c h t",
    "an alphabet": "a á b c d e é f g h i í j k l m n o ó ö ő p r s t u ú ü ű v z",
    "digits for letters": "7h3 f3rry d1d n07 541l 0n m0nd4y b3c4u53 0f 7h3 f06, 4nd 7h3 cr3w w3n7 h0m3",
}
# Texts in languages that no profile is of, whose letters fit a known language well.
UNKNOWN = {
    "invented": "Maro telina suvo pelari dano miresta, ke luvari sonta bel maridona ve tolesi. Pano suvira dele monta "
    "risano ke pelavi, ton luvesa mirando bel sorite. Danova telusi marenta, ke suvora pelina tosa veludi monare.",
}
# They look guilty: words of the lists above, something said twice, syllables of two letters, a number, an apostrophe.
TEXTS = {
    "Hai già visto chi ama la tua città?": "it",
    "No, no, I do not want to go there": "en",
    "Watu wote wana haki ya kuishi na kuwa huru, na wanawake wana haki sawa na wanaume katika nchi yao": "sw",
    "Ha ha, das war aber wirklich sehr lustig": "de",
    "Am 3. Mai sind wir um 18 Uhr zurück": "de",
    "Je n'ai pas encore lu l'article de ce matin": "fr",
    "Oni są u nas, a my nie wiemy, kto to": "pl",
    "A e i o u ou y são as vogais que a criança já sabe": "pt",
    "a) o prazo, b) o valor, c) a taxa, d) o banco, e) a data e o local": "pt",
    # Names with the article of Arabic, and words that romanised languages have, too.
    "The historian al-Tabari and the geographers al-Idrisi and al-Muqaddasi wrote that the road was safe": "en",
    "Dia dan kami tahu bahwa anak itu ada di rumah, ketika hari sudah malam dan semua toko tutup": "id",
    # Long words, and hardly a frequent one.
    "Lauttaliikenteen sääpalvelu varoittaa veneilijöitä sumusta, tuulenpuuskista, aallokosta, matalikoista ja "
    "jäälautoista saaristoväylillä, satamalahdilla, salmissa, lossipaikoilla sekä kalastusalueilla": "fi",
}


@pytest.mark.parametrize("texts", [ROMANISED, NO_TEXT, UNKNOWN], ids=["romanised", "no text", "unknown"])
def test_what_is_in_no_known_language_is_not_named_surely(texts: dict[str, str]) -> None:
    found = batch(*texts.values()).columns
    said = zip(texts, found["language"].to_pylist(), found["language_confidence"].to_pylist(), strict=True)
    assert [(kind, tag) for kind, tag, sure in said if tag not in ("und", "zxx") and sure >= SURE] == []


def test_what_merely_looks_like_it_has_its_language_surely() -> None:
    found = batch(*TEXTS).columns
    assert found["language"].to_pylist() == list(TEXTS.values())
    assert min(found["language_confidence"].to_pylist()) >= SURE


def test_words_are_known_with_their_marks_apart() -> None:
    text = "Chuyến phà không chạy vào thứ hai vì sương mù, nhưng những người đã mua vé vẫn chờ ở bến cho đến chiều."
    rows = batch(text, normalize("NFD", text)).columns.to_pylist()
    assert [row["language"] for row in rows] == ["vi", "vi"]
    assert min(row["language_confidence"] for row in rows) >= SURE


def test_words_decide_between_relatives_that_the_letters_leave_open() -> None:
    rows = batch("Днем никто про себя ничего еще не знал наверняка", "Никто не знал").columns.to_pylist()
    assert [row["language"] for row in rows] == ["ru", "ru"]


# Of two relatives that the letters alone confuse: words of ASCII letters that only one of them has.
RELATIVES = {
    "Regenjas heren waterdicht zwart": "nl",
    "Pravila za najmodavce od ponedjeljka": "hr",
    "Veekindel jope": "et",
    "Noves regles per als llogaters": "ca",
    "Nye regler for leietakere": "no",
    "Nye regler for lejere": "da",
    "Policie našla dva muže": "cs",
    "Polícia našla dvoch mužov": "sk",
}


def test_words_of_many_languages_make_none_sure() -> None:
    texts = "Radio Video Internet Station", "Station Radio Hotel Taxi", "Gestern war das Wetter gut"
    *international, german = batch(*texts).columns["language_confidence"].to_pylist()
    assert max(international) < 0.5 < SURE < german


def test_common_words_decide_between_relatives_in_a_title() -> None:
    assert batch(*RELATIVES).columns["language"].to_pylist() == list(RELATIVES.values())


def test_greetings_are_told_apart_by_common_words() -> None:
    greetings = {
        "Добар дан, како сте данас?": "sr",
        "Добар ден, како сте денес?": "mk",
        "Добър ден, как сте днес?": "bg",
        "Добрий день, як ви сьогодні?": "uk",
        "Добрый день, как вы сегодня?": "ru",
    }
    assert batch(*greetings).columns["language"].to_pylist() == list(greetings.values())


def test_a_script_that_decides_alone_needs_no_words() -> None:
    found = batch("ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ ᠰᠤᠷᠤᠯᠴᠠᠶ᠎ᠠ", "𞤀𞤣𞤤𞤢𞤥 𞤨𞤵𞤤𞤢𞤪 𞤸𞤫𞤦𞤭 𞤺𞤭𞤯𞤮").columns
    assert found["language"].to_pylist() == ["mn", "ff"]


def test_the_same_few_words_again_and_again_are_no_language_but_a_refrain_is() -> None:
    sizes = "L 12.4 mm W 3.1 mm H 2.2 mm m 143 g rho 1.69 g/cm3\n"
    chants = "word " * 40, "doo wop shoo bee doo, yeah yeah yeah, " * 5, "buy now " * 30, sizes * 4
    assert batch(*chants).columns["language"].to_pylist() == ["und"] * 4
    refrain = "Row the boat, row the boat, over the bay,\nHey ho, the wind takes us home.\n"
    assert batch(refrain * 3).columns["language"].to_pylist() == ["en"]


def test_a_list_of_goods_is_in_its_language_though_it_lacks_little_words() -> None:
    text = """Featured Boat Supplies
Shop All Ropes
Anchor Chain Galvanised Steel
Brass Oarlock Set Twin Pack
Waxed Canvas Holdall Olive
Cork Float Necklace Orange
Hull Paint Marine Blue Matt
Lantern Hook Wrought Iron
Teak Deck Brush Long Handle
Bilge Pump Rubber Hose Kit"""
    assert batch(text).columns["language"].to_pylist() == ["en"]


# Their letters fit Indonesian better than Malay, whose profile is of laws only.
MALAY = ("Kereta itu boleh dibaiki di bengkel yang sama", "Dia cuba membuka pintu bilik semasa hujan lebat")
INDONESIAN = ("Mobil itu bisa diperbaiki di bengkel yang sama", "Dia coba membuka pintu kamar saat hujan deras")


@pytest.mark.parametrize(("texts", "tag"), [(MALAY, "ms"), (INDONESIAN, "id")], ids=["ms", "id"])
def test_words_tell_short_texts_in_the_same_letters_apart(texts: tuple[str, ...], tag: str):
    found = batch(*texts).columns
    assert found["language"].to_pylist() == [tag] * len(texts)
    assert min(found["language_confidence"].to_pylist()) > 0.5
