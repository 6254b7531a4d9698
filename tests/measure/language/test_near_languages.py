"""Croatian, Serbian in Latin letters and Bosnian are told by their words; where none tells, less surely."""

from __future__ import annotations

import pytest

from tests.measure.language.measured_texts import batch
from tests.measure.language.test_language import fact

TOLD = {
    "hr": "Vlada je priopćila da će sljedeći tjedan početi izgradnja mosta preko rijeke, a djeca putuju vlakom.",
    "sr-Latn": "Vlada je saopštila da će sledeće nedelje početi izgradnja mosta preko reke, a deca putuju vozom.",
    "bs": "Vlada je saopćila da će sljedeće sedmice početi izgradnja mosta preko rijeke, a djeca putuju vozom.",
}
OPEN = "Na kraju sela stoji stara kuća, a iza kuće je mali vrt u kojem raste samo trava i jedna jabuka."


@pytest.mark.parametrize("tag", TOLD)
def test_they_are_told_by_words_that_the_others_have_not(tag: str) -> None:
    assert fact(TOLD[tag], "language") == tag
    assert fact(TOLD[tag], "language_confidence") > 0.8


def test_forms_of_a_word_tell_as_it_does() -> None:
    text = "Uslov za premeštanje radionice bio je da se neuspešnim kandidatima obaveštenja šalju bez izmenjenih imena."
    assert fact(text, "language") == "sr-Latn"
    assert fact(text, "language_confidence") > 0.8


def test_names_that_begin_alike_do_not_make_a_text_serbian() -> None:
    text = "Pjevačica Severina i glumica Svetlana gledale su Crvenu zvezdu i drugu ekipu lige Primera na trgu."
    assert fact(text, "language") == "hr"


def test_the_old_yat_tells_in_whatever_word() -> None:
    text = "Umetnost nemačkih pevača i svetska veština pesnika osvojile su dvoranu, a devojčica je plakala od sreće."
    assert fact(text, "language") == "sr-Latn"
    told = "Umjetnost njemačkih pjevača i svjetska vještina pjesnika osvojile su dvoranu, a djevojčica je plakala."
    assert fact(told, "language") == "hr"
    assert min(fact(text, "language_confidence"), fact(told, "language_confidence")) > 0.7


def test_turns_tell_where_no_word_does() -> None:
    croatian = "Na kraju sela stoji stara kuća s malim vrtom, a iza kuće raste trava koju nitko neće kositi."
    serbian = "Na kraju sela stoji stara kuća, a iza kuće je mali vrt, pa pitaju da li neko želi da pokosi travu."
    assert fact(OPEN.replace("vrt u", "vrt s jabukom u"), "language_confidence") > 0.5
    assert (fact(croatian, "language"), fact(serbian, "language")) == ("hr", "sr-Latn")


def test_a_verb_after_da_where_one_decides_or_begins_is_not_croatian() -> None:
    begun = "Na kraju sela stoji stara kuća, pa su nakon toliko vremena odlučili da kupe mali vrt i počeli da rade."
    assert fact(begun, "language") == "sr-Latn"
    assert fact(begun.replace("kupe", "neće kupiti").replace("počeli da rade", "rade"), "language") == "hr"
    bosnian = "Vijeće je jučer odlučilo da kupi stari vrt, a na kraju sela kuću u kojoj raste samo trava i jabuka."
    assert fact(bosnian, "language_runner_up") == "bs"
    assert fact(bosnian, "language_confidence") < 0.5


def test_the_letters_of_the_old_vowel_at_the_seam_of_a_word_tell_nothing() -> None:
    text = "Nijedan član sovjetske delegacije nije podjednako dobro znao Sjedinjene Države, a odjek je bio veliki."
    assert fact(text, "language_confidence") < 0.5
    assert fact(text.replace("bio veliki", "uspeo"), "language") == "sr-Latn"


def test_one_word_that_bosnian_shares_with_serbian_makes_no_croatian_text_bosnian_with_confidence() -> None:
    text = "Vrijeme je lijepo, djeca su cijeli dan na rijeci, a tokom večeri svi sjede ispred kuće i pjevaju pjesme."
    assert fact(text, "language") == "hr"
    assert fact(text, "language_confidence") < 0.5
    both = text.replace("svi", "uz kafu i muziku svi u autobusu i pozorištu, na univerzitetu,")
    assert fact(both, "language") == "bs"


def test_where_no_word_tells_the_greatest_is_named_in_doubt_and_the_next_beside_it() -> None:
    assert (fact(OPEN, "language"), fact(OPEN, "language_runner_up")) == ("hr", "sr-Latn")
    assert fact(OPEN, "language_confidence") < 0.5


def test_their_neighbours_stay_what_they_are() -> None:
    assert fact("Na koncu vasi stoji stara hiša, za hišo pa je majhen vrt, kjer raste samo trava.", "language") == "sl"


OTHER = {
    "sr": "Власти су саопштиле да ће мост бити затворен до краја недеље због радова на његовој поправци и огради.",
    "be": "Кнігарня працуе ўжо шмат гадоў, і яе гаспадар памятае, што любіць чытаць кожны пакупнік.",
    "kk": "Кітап дүкені көп жылдан бері жұмыс істейді, оның иесі әр сатып алушының не оқығанды ұнататынын біледі.",
    "is": "Bókabúðin hefur verið opin í mörg ár og eigandinn man hvað hver viðskiptavinur vill helst lesa.",
    "az": "Kitab mağazası uzun illərdir ki, açıqdır və sahibi hər bir müştərinin nə oxumağı sevdiyini xatırlayır.",
    "eu": "Liburu-denda urte askoan egon da irekita, eta jabeak badaki bezero bakoitzak zer irakurri nahi duen.",
    "ga": "Tá an siopa leabhar ar oscailt le blianta fada, agus is cuimhin leis an úinéir cad is maith le gach duine.",
    "eo": "La librovendejo estas malfermita jam multajn jarojn, kaj ĝia posedanto scias, kion ĉiu kliento ŝatas legi.",
    "yi": "די ביכערקראָם איז אָפֿן שוין לאַנגע יאָרן, און דער בעל־הבית געדענקט וואָס יעדער קונה האָט ליב צו לייענען.",
    "as": "কিতাপৰ দোকানখন বহু বছৰৰ পৰা খোলা আছে আৰু মালিকে প্ৰতিজন গ্ৰাহকে কি পঢ়ি ভাল পায় সেয়া মনত ৰাখে।",
    "cop": "ⲡⲣⲱⲙⲉ ⲁϥⲃⲱⲕ ⲉⲡⲏⲓ ϩⲙ ⲡⲉϩⲟⲟⲩ ⲉⲧⲙⲙⲁⲩ",
    "zgh": "ⵉⴷⴷⴰ ⵓⵔⴳⴰⵣ ⵖⵔ ⵜⴳⵎⵎⵉ ⵏⵏⵙ",
}


def test_languages_of_our_own_profiles_and_scripts_are_told() -> None:
    assert dict(zip(OTHER, batch(*OTHER.values()).columns["language"].to_pylist(), strict=True)) == {
        tag: tag for tag in OTHER
    }


# Letters hardly tell Malay from Indonesian: the words do, of any length.
MALAY = (
    "Kedai buku itu telah dibuka sejak bertahun-tahun lamanya, dan pemiliknya masih ingat buku apa yang digemari oleh "
    "setiap pelanggan. Pada hujung minggu dia menyediakan teh dan kuih untuk kanak-kanak yang datang membaca kerana "
    "rumah mereka terlalu sempit dan bising. Kerajaan tempatan berjanji untuk menghantar beberapa buah kerusi baharu. "
)
INDONESIAN = (
    "Toko buku itu sudah buka selama bertahun-tahun, dan pemiliknya masih ingat buku apa yang disukai oleh setiap "
    "pelanggan. Pada akhir pekan ia menyediakan teh dan kue untuk anak-anak yang datang membaca karena rumah mereka "
    "terlalu sempit dan bising. Pemerintah daerah berjanji akan mengirim beberapa kursi baru. "
)


NEWS = {
    "ms": "Polis telah menahan tiga lelaki yang disyaki mencuri motosikal di kawasan parkir sebuah pasar raya.",
    "id": "Polisi menahan tiga pria yang diduga mencuri sepeda motor di area parkir sebuah pasar swalayan.",
    "nl": "De docker container start niet meer na de update, dus check eerst de logs en doe daarna een clean install.",
    "pt": "O framework usa cache, proxy, backup e cluster, e o deploy do site é feito pelo script de build.",
}


@pytest.mark.parametrize("tag", NEWS)
def test_words_of_another_language_decide_if_its_letters_are_not_far(tag: str) -> None:
    assert fact(NEWS[tag], "language") == tag


@pytest.mark.parametrize("times", [1, 4])
def test_languages_of_the_same_letters_are_told_by_their_words(times: int) -> None:
    assert fact(MALAY * times, "language") == "ms"
    assert fact(INDONESIAN * times, "language") == "id"


# The letters of laws fit the profiles that come from a declaration of rights.
INDONESIAN_RULES = (
    "Setiap orang berhak atas pelayanan yang sama di pelabuhan ini dan tidak seorang pun boleh ditolak tanpa alasan "
    "yang sah. Setiap orang yang bekerja di dermaga berhak atas upah yang adil dan baik, atas istirahat dan hari "
    "libur, dan atas perlindungan yang sama menurut peraturan. Semua orang sama di depan peraturan pelabuhan. "
)
INDONESIAN_DUTIES = (
    "Dalam menjalankan hak dan kewajiban, setiap anggota harus tunduk pada aturan bersama. Anggota berhak atas bagian "
    "hasil tangkapan, dan setiap orang harus menghormati hak orang lain. Tidak satu pun di dalam aturan ini boleh "
    "diartikan memberikan hak kepada seseorang untuk merusak milik bersama. "
)


@pytest.mark.parametrize("times", [1, 4])
@pytest.mark.parametrize("text", [INDONESIAN_RULES, INDONESIAN_DUTIES])
def test_rules_of_a_harbour_in_indonesian_are_indonesian(text: str, times: int) -> None:
    assert fact(text * times, "language") == "id"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Odaberite predložak iz izbornika i upišite novu zaporku kada vas program to upita.", "hr"),
        ("Otvorite obeleživač i pogledajte koje su kartice u istoriji stare, a koje tek učitane.", "sr-Latn"),
    ],
)
def test_words_of_programs_tell(text: str, tag: str) -> None:
    assert fact(text, "language") == tag
    assert fact(text, "language_confidence") > 0.7


def test_a_name_in_a_museum_does_not_tell() -> None:
    text = "Na kraju sela stoji stara kuća, a u njoj je sobica slikara po imenu Opatovac, koji voli Promenadu i Ocean."
    assert fact(text, "language") == "hr"
    assert fact(text, "language_confidence") < 0.7
