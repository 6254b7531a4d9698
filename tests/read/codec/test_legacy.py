"""A language is read in each code page of its own, few letters give a doubtful choice, and noise is no text."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.read.codec.decode import decode
from audit.read.codec.statistical.legacy import canonical_codec, guess
from audit.rulebook.encoding import CLEAR_CHOICE

WRITTEN = {
    "is": ("Hann las bækur í þrjár klukkustundir á safninu og gekk síðan heim með vinum sínum.", "cp1252 cp850 cp861"),
    "fo": ("Hann las bøkur í tríggjar tímar á savninum og gekk síðan heim við vinum sínum.", "cp1252"),
    "br": ("Lennet en deus levrioù e-pad teir eur el levraoueg ha goude eo distroet d’ar gêr.", "cp1252"),
    "ht": ("Nou te li liv pandan twazè nan bibliyotèk la epi nou te mache lakay ansanm, se te bèl.", "cp1252"),
    "sr": ("Јуче смо три сата читали књиге у библиотеци, а онда смо пешке кренули кући.", "cp1251 iso8859-5 cp855"),
    "ru": ("Вчера мы с Анной читали книги в Библиотеке, потом пошли домой.", "cp1251 koi8-r cp866 cp855 mac-cyrillic"),
    "uk": ("Учора ми три години читали книжки в бібліотеці, а потім пішли додому.", "cp1251 koi8-u cp1125"),
    "kk": ("Кеше біз кітапханада үш сағат кітап оқыдық, содан кейін үйге жаяу қайттық.", "kz1048 ptcp154"),
    "mn": ("Єчигдєр бид номын санд гурван цаг ном уншаад, дараа нь гэртээ алхаж харьсан.", "cp1251"),
    "tg": ("Дирӯз мо дар китобхона се соат китоб хондем ва баъд ба хона пиёда рафтем.", "koi8-t ptcp154"),
    "he": ("אתמול אחר הצהריים קראנו שלוש שעות בספרייה ואחר כך הלכנו הביתה ברגל.", "cp1255 cp862"),
    "he pointed": ("הַיֶּלֶד קָרָא בַּסִּפְרִיָּה שָׁלֹשׁ שָׁעוֹת וְאַחַר כָּךְ הָלַךְ הַבַּיְתָה עִם אִמּוֹ.", "cp1255"),
    "yi": ("נעכטן נאָכמיטאָג האָבן מיר געלייענט ביכער אין דער ביבליאָטעק און זענען געגאַנגען אַהיים.", "cp1255"),
    "ku": ("Zarokên gundê me her sibeh diçûn dibistanê û li ber pencereyê rûdiniştin.", "cp1254"),
    "se": ("Ikte mii logaimet girjjiid girjerádjosis golbma diimmu, čieža máná bázii šillju ala.", "iso8859-10"),
    "lb": ("Gëschter hu mir an der Bibliothéik dräi Stonne Bicher gelies, duerno si mer heem.", "cp1252 cp850"),
    "el": (
        "Χθες το απόγευμα διαβάσαμε τρεις ώρες στη βιβλιοθήκη και γυρίσαμε σπίτι.",
        "cp1253 iso8859-7 cp737 mac-greek",
    ),
    "ar": ("بعد ظهر أمس قرأنا الكتب في المكتبة لمدة ثلاث ساعات ثم عدنا إلى البيت سيرا.", "cp1256 iso8859-6 cp720"),
    "ar joined": ("ﺑﻌﺩ ﻅﻬﺭ ﺃﻣﺱ ﻗﺭﺃﻧﺎ ﺍﻟﻛﺗﺏ ﻓﻲ ﺍﻟﻣﻛﺗﺑﺓ ﻟﻣﺩﺓ ﺛﻟﺎﺙ ﺳﺎﻋﺎﺕ ﺛﻡ ﻋﺩﻧﺎ ﻟﻰ ﺍﻟﺑﻳﺕ ﺳﻳﺭﺍ.", "cp864"),
    "ar with vowels": ("قَرَأَ الوَلَدُ الكِتَابَ في المَكْتَبَةِ ثُمَّ عَادَ إِلَى البَيْتِ مَعَ أُمِّهِ سَيْرًا.", "cp720"),
    "th": ("เมื่อวานตอนบ่ายเราอ่านหนังสือที่ห้องสมุดสามชั่วโมงแล้วเดินกลับบ้าน", "cp874"),
    "lt": ("Vakar tris valandas skaitėme knygas bibliotekoje, o paskui pėsčiomis grįžome namo.", "cp1257 cp775"),
    "pl": ("Wczoraj czytaliśmy książki w bibliotece, a później wróciliśmy pieszo.", "cp1250 iso8859-2 cp852"),
    "hu": ("Tegnap délután három órát olvastunk a könyvtárban, aztán gyalog mentünk haza.", "cp1250 cp852"),
    "ro": ("Ieri după-amiază am citit trei ore în bibliotecă, apoi ne-am întors acasă pe jos.", "cp1250"),
    "tr": ("Dün öğleden sonra üç saat kitap okuduk, sonra yürüyerek eve döndük.", "cp1254 cp857"),
    "fr": ("Hier après-midi, nous avons lu à la bibliothèque, où il était déjà tard.", "cp1252 cp850 mac-roman"),
    "de": ("Gestern lasen wir in der Bücherei, später gingen wir zu Fuß über die Brücke.", "cp1252 cp850 mac-roman"),
    "eo": ("Hieraŭ ni legis tri horojn en la biblioteko, kaj poste ni reiris hejmen, ĉiuj ĝojaj.", "iso8859-3"),
    "ja": ("川にかかる古い橋は冬の間ずっと空いていて、誰も理由を知らなかった。", "utf-16-le utf-16-be"),
    "en": ("The book was read in three hours at the library, and then we walked home together.", "cp037 cp500"),
}
CASES = [(text, codec) for text, codecs in WRITTEN.values() for codec in codecs.split()]


@pytest.mark.parametrize(("text", "codec"), CASES, ids=[f"{t[:5]}-{c}" for t, c in CASES])
def test_a_language_is_read_in_each_code_page_of_its_own(text: str, codec: str):
    raw = text.encode(codec, "ignore")
    found = decode(raw)
    assert found is not None
    assert (found.text, found.errors, found.passages) == (raw.decode(codec), (), ())
    assert decode(raw) == found


@pytest.mark.parametrize(
    "text",
    [
        "The “cost” of it was £5, or £20 for two.",
        "“Yes,” he said – and left…",
        "It’s £5 a day, the owner’s wife said.",
        "© 2020 The Company. All rights reserved – naïve café.",
    ],
)
def test_signs_among_english_are_those_of_western_europe(text: str):
    found = decode(text.encode("cp1252"))
    assert found is not None
    assert (found.encoding, found.text) == ("cp1252", text)


@pytest.mark.parametrize(
    ("stray", "encoding"),
    [(b"caf\xe9 and", "cp1252"), (b"x\x81y", "utf-8"), (b"x \xfe\xfe y", "utf-8"), (b"a \x95 b", "cp1252")],
    ids=["a letter", "no letter of any", "two", "a bullet"],
)
def test_a_stray_byte_in_much_ascii_is_no_text_of_east_asia(stray: bytes, encoding: str):
    plain = b"These are plain words of a language that needs no other letters. " * 150
    found = decode(plain + stray + b" " + plain)
    assert found is not None
    assert found.encoding == encoding


@pytest.mark.parametrize(
    ("text", "codec"),
    [("Łódź", "cp1250"), ("naïf", "mac-roman"), ("a ¼ b", "cp1252"), ("déjà", "cp850")],
)
def test_few_letters_are_a_doubtful_choice(text: str, codec: str):
    found = decode(text.encode(codec))
    assert found is not None
    assert found.text == text or found.confidence < CLEAR_CHOICE


def test_a_whole_sentence_is_no_doubtful_choice():
    found = decode(WRITTEN["pl"][0].encode("cp1250"))
    assert found is not None
    assert found.confidence > CLEAR_CHOICE


def test_utf_8_letters_of_another_part_do_not_sway_the_choice():
    found = decode(WRITTEN["de"][0].encode("cp1252") + b"\n" + WRITTEN["de"][0].encode())
    assert found is not None
    assert found.text == f"{WRITTEN['de'][0]}\n{WRITTEN['de'][0]}"


def test_a_long_file_is_weighed_on_a_sample():
    raw = ("Plain words in a line.\n" * 2000 + WRITTEN["ru"][0]).encode("koi8-r") * 3
    found = guess(raw)
    assert found is not None
    assert found.codec == "koi8-r"


def test_noise_is_no_text():
    rng = random.Random(7)  # noqa: S311  random, not secret
    assert guess(bytes(rng.choices([*range(0x20, 0x7F), *range(0x80, 0x100)], k=4000))) is None


@given(st.binary(max_size=600))
@settings(max_examples=60, deadline=None)
def test_any_bytes_have_one_answer(raw: bytes):
    assert guess(raw) == guess(raw)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("gb2312", "gb18030"), ("ISO-8859-1", "cp1252"), ("shift_jis", "cp932"), ("no such", None), ("IBM855", "cp855")],
)
def test_a_name_stands_for_its_decode_safe_superset(name: str, expected: str | None):
    assert canonical_codec(name) == expected


@pytest.mark.parametrize(
    "text", ["Prices rose from £1.2bn to £1.4bn – the board’s “worst” year.\n", "“It’s £5,” he said."]
)
def test_signs_that_many_code_pages_share_are_those_of_the_commonest(text: str) -> None:
    found = decode((text * 5).encode("cp1252"))
    assert (found.encoding, found.text) == ("cp1252", text * 5)


def test_a_page_that_says_which_it_is_in_is_believed_where_both_read_alike() -> None:
    assert decode("Prices rose – the board’s “worst” year.\n".encode("cp1256") * 5, "cp1256").encoding == "cp1256"


@pytest.mark.parametrize("times", [1, 3])
def test_a_language_that_no_table_knows_is_not_read_in_a_code_page_of_the_baltic(times: int) -> None:
    text = (
        "Tî lo, tî dutï na finî tî lo, tî dutï na yâ tî köbe tî lo. Âzo kûê ayeke ndeke ndeke na lêgë tî nëngö-terê, "
        "na âla lingbi tî dë bê na mbâ tî âla. Mbênî zo agä, atene: pëpëe, mo gä ndo sô, ë te yâ tî köbe nî."
    ) * times
    found = decode(text.encode("cp1252"))
    assert found is not None
    assert (found.text, found.passages) == (text, ())


@pytest.mark.parametrize(
    "text",
    [
        "Kiekvieną rudenį keltas anksti nustoja plaukioti, ir salos gyventojai parsiveža miltų ir žvakių.",
        "Katru rudeni prāmis agri pārstāj kursēt, un salas iedzīvotāji pārved miltus un sveces.",
    ],
    ids=["lt", "lv"],
)
def test_the_languages_of_the_baltic_are(text: str) -> None:
    for codec in ("cp1257", "iso8859-13"):
        found = decode(text.encode(codec))
        assert found is not None
        assert found.text == text


def test_frequent_words_among_those_of_another_language_tell_their_code_page() -> None:
    text = "The rules of the house are told in Kısım 10 of the book that every guest is given."
    assert decode(text.encode("cp1254")).text == text


def test_a_byte_between_letters_of_an_unknown_language_is_an_apostrophe() -> None:
    text = "Te na’il k’op jich la yal te ts’i’ ta jol wits, ja’ jich te ch’ich’ la yil te jme’tik.\n"
    found = decode((text * 3).encode("cp1252"))
    assert found is not None
    assert (found.encoding, found.text) == ("cp1252", text * 3)


def test_the_same_byte_among_accents_is_one_of_them() -> None:
    text = "El río está allí, la vía del país seguía fría y el niño aún dormía.\n"
    found = decode((text * 3).encode("mac-roman"))
    assert found is not None
    assert (found.encoding, found.text) == ("mac-roman", text * 3)
