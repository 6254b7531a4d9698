"""The law of evidence: healthy letters with any signs among them are no mojibake, and are never repaired."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Final

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.measure.encoding.characters import encoding
from audit.measure.encoding.mojibake.repair import repairs
from audit.read.texts.edited import applied
from tests.measure.encoding.mojibake.healthy_kinds import WORDS

SIGNS: Final = "".join(
    chr(point)
    for point in (*range(0x20, 0x3000), *range(0x3000, 0x3040), *range(0xFE10, 0xFFEF), *range(0x1F300, 0x1F700))
    if unicodedata.category(chr(point))[0] in "PSZ"
)
COMMON: Final = "\xa0\u3000·•…–—«»‹›„“”‘’°§©®™×±²½€£¥←→≥≤√∆│─┌┐└┘├┤═║█▓、。《》「」"


def mojibake(*texts: str) -> list[int]:
    column = pa.array(texts, pa.large_string())
    return encoding(pa.table({"text": column})).columns["mojibake"].to_pylist()


@st.composite
def healthy(draw: st.DrawFn) -> str:
    words = st.sampled_from(WORDS[draw(st.sampled_from(sorted(WORDS)))].split())
    signs = st.text(st.sampled_from(draw(st.sampled_from((SIGNS, COMMON)))), max_size=6)
    return "".join(part for pair in draw(st.lists(st.tuples(words, signs), max_size=20)) for part in pair)


@settings(max_examples=16, deadline=None)
@given(st.lists(healthy(), min_size=8, max_size=8))
def test_signs_among_healthy_letters_prove_nothing(texts: list[str]):
    assert mojibake(*texts) == [0] * len(texts)
    assert [repairs(text) for text in texts] == [()] * len(texts)


@settings(max_examples=40, deadline=None)
@given(st.one_of(st.text(), st.lists(healthy(), max_size=4).map("\n".join)))
def test_a_text_that_was_not_damaged_is_not_changed(text: str):
    assert applied(text, repairs(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Absatz\n" + "\xa0" * 8 + "eingerückt\n" + "\xa0" * 4 + "und wieder", id="indents of web pages"),
        pytest.param("作者：·泰穆尔·，——亚当·戈登·贝尔,译者", id="middle dots in names"),
        pytest.param("Start › Nachrichten ›‹ Sport ‹ Wetter", id="menus"),
        pytest.param("* [C][3] * [C++][4] * [Go][5]", id="footnotes"),
        pytest.param("<ruby>救援<rt>きゅうえん</rt></ruby>に<ruby>向<rt>む</rt></ruby>かう", id="ruby"),
        pytest.param("Ｎ\u3000Ｈ\u3000Ｋ\u3000ニュース", id="ideographic spaces"),
        pytest.param("囧槑 霹雳 魑魅 魍魉 饕餮 耄耋", id="rare hanzi"),
        pytest.param("∆° und [x] © ¬´ sind Zeichen", id="signs that other codecs make"),
        pytest.param("├───┬───┤\n│ Größe │ Höhe │\n└───┴───┘", id="drawn tables"),
        pytest.param("\ue000\ue001\ue002 \ue003", id="private use"),
        pytest.param("IRMÃ » ALEMÃ © AMANHÃ ±", id="capitals before signs"),
        pytest.param("[ˈʃtʁaːsə] und [ˈmɛːtçən]", id="phonetics"),
        pytest.param("das‡haus und die‡straße, der‡weg und das‡tor", id="a sign between words again and again"),
        pytest.param("haus£und£hof, tür¢und¢tor", id="signs of money between words"),
        pytest.param("على [õzøhø], القديم [ttøfpə], النافذة [fkʊluɡ]", id="one strange word of several letters"),
        pytest.param("Ｎ\u3000ｓ\u3000ｈ\u3000ｃ\u3000＿ ニュース 紙", id="ideographic spaces and small letters"),
        pytest.param("IĆ\xa0\nMI¼\xa0『PIECE\xa0¼\xa0『\xa0¼", id="a letter before a space"),
        pytest.param("qù è xiàtiān ǎi kāfēi qù È ér àn xuéxiào Bàozhǐ ḿ…", id="pinyin"),
        pytest.param("· ayóó ákót’éego\n• tłʼízí ánííníshní\n* diné įį ayóó", id="letters of pinyin in Navajo"),
        pytest.param("848 ª, 340 ¥, 716 €, 745Å, 324 m³, 505 m³, 290m², 25€", id="areas and volumes"),
        pytest.param("Tõnu Õunapuu, Peña, Dvořák und Łukasz kamen später", id="names of other languages"),
        pytest.param("‘här–avó–ações\n¡Går·Även·År·Båten·Här”\n–MYÖS–COÖRDINATIE", id="Swedish strung by dots"),
        pytest.param("‘NÃO·NÃO·IRMÃ·MANHÃ·IRMÃ…\n“KUĆAČOVJEK", id="Portuguese capitals strung by dots"),
        pytest.param("║schön║стару║її║båten║själv║über║стару║книгу║книгу║Mädchen║стіл║", id="words between bars"),
        pytest.param("АФегцъНЪ бД верфМ СдЬсй ыпо РЮЕщВ тАОБ огЛШжЕ", id="Cyrillic letters by chance"),
        pytest.param("红红火火恍恍惚惚何厚铧", id="hanzi two by two"),
        pytest.param(
            "洋洋洒洒唯唯诺诺にこにこカタカナチュンチュン缠缠绵绵窸窸窣窣骂骂咧咧……", id="doubled, with holes"
        ),
        pytest.param("双绉双绉/宋锦宋锦/蜀锦蜀锦/羊绒羊绒/尊尊/瓷瓷/甗甗/镈镈/卣卣/纱纱", id="words twice"),
        pytest.param("韦韦；曰曰；亅亅；匕匕；尢尢；扌扌；毋毋；钅钅；鼓鼓", id="radicals two by two"),
        pytest.param("匚匚·凵凵·厶厶·疒疒·曰曰·鼎鼎·讠讠·辶辶！", id="radicals between dots"),
        pytest.param("喵喵\t啊啊啊\t嘎嘎\t乓乒……", id="sounds"),
        pytest.param("爿丿曰虍黾覀豸尢皿匸囗鼠！", id="radicals"),
        pytest.param("鷸鷸鷸蚌蚌蚌魑魑魑魅魅魅鶺鶺鶺鴒鴒鴒蟾蟾蟾蜍蜍蜍縹縹縹緲緲緲", id="three by three"),
        pytest.param("哎哎哟哟/咯咯咯咯/吭吭哧哧吭吭哧哧", id="sounds, again"),
        pytest.param("Broen ved Benoît ü er ü en gammel bro av tre", id="a name and a letter"),
        pytest.param("——逥鮬敱·鳝·諬竒滟,泰穆尔他把旧书", id="rare hanzi of names"),
    ],
)
def test_what_looks_guilty_stays_silent(text: str):
    assert mojibake(text) == [0]
    assert repairs(text) == ()


# Between words without blanks: of breadcrumbs, menus, tags and tables.
SEPARATORS: Final = "› ‹ » « · • → ← ⇒ ▸ ► | ¦ │ ¬ ‐ – — ~ ˃ ˇ > 〉 ／ ｜ ‥ … ◦ ● ■ ☆ ※ † § ° × ＋ ⁄ ❯ ➔ ⟩ ¯ ´ ¨ ¡ ¿"
BRACKETS: Final = "() [] «» »« ‹› ›‹ „“ “” ‘’ 「」 『』 【】 〔〕 （） 《》 〈〉 ⟨⟩ ¡! ¿?"


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(WORDS)).flatmap(
        lambda language: st.lists(st.sampled_from(WORDS[language].split()), min_size=2, max_size=9)
    ),
    st.sampled_from([*SEPARATORS.split(), *BRACKETS.split()]),
    st.sampled_from([str, str.upper, str.capitalize]),
)
def test_a_separator_between_words_proves_nothing(words: list[str], sign: str, case: Callable[[str], str]):
    before, after = (sign, "") if len(sign) == 1 else sign
    text = "".join(f"{before}{case(word)}{after}" for word in words).removeprefix(before if not after else "")
    assert mojibake(text) == [0]
    assert repairs(text) == ()


FR = "Les élèves ont été très étonnés de la réponse donnée à la fenêtre fermée."
CS = "Příliš mnoho lidí přišlo včera večer na náměstí, aby vidělo staré město."
RU = "Он положил старую книгу на стол, подошёл к окну и стал смотреть на дождь."
EL = "Έβαλε το παλιό βιβλίο πάνω στο τραπέζι και κοίταξε τη βροχή."
HE = "הוא הניח את הספר הישן על השולחן וניגש אל החלון."
SPELLED: Final = [
    (FR, "cp1252", "mac-roman"),
    (FR, "cp1252", "cp850"),
    (FR, "mac-roman", "cp850"),
    (FR, "mac-roman", "cp1252"),
    (FR, "cp1252", "cp1251"),
    (FR, "cp1252", "koi8-r"),
    (FR, "utf-8", "cp437"),
    (FR, "utf-8", "cp850"),
    (CS, "iso8859-2", "cp1252"),
    (RU, "cp1251", "koi8-r"),
    (RU, "koi8-r", "cp1251"),
    (RU, "koi8-r", "cp866"),
    (RU, "cp1251", "cp866"),
    (RU, "cp866", "cp1252"),
    (EL, "cp1253", "cp1252"),
    (HE, "cp1255", "cp1252"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), SPELLED, ids=lambda value: value[:9])
def test_legacy_codecs_taken_for_each_other_are_found_by_spelling(text: str, right: str, wrong: str):
    assert mojibake(text) == [0]
    assert mojibake(text.encode(right, "ignore").decode(wrong, "ignore")) != [0]


AR = "وضع الكتاب القديم على الطاولة ثم ذهب إلى النافذة لينظر إلى المطر."


@pytest.mark.parametrize("wrong", ["cp949", "cp932"])
@pytest.mark.parametrize("text", [AR, EL, RU], ids=["Arabic", "Greek", "Russian"])
def test_letters_of_one_alphabet_between_dropped_bytes_prove_utf8(text: str, wrong: str):
    assert mojibake(text.encode().decode(wrong, "replace"), text.encode().decode(wrong, "ignore")) == [1, 1]


def test_dropped_bytes_in_healthy_hangul_and_hanja_prove_nothing():
    assert mojibake(
        "家 집\ufffd 佳 아름다울 街 거\ufffd리 可 옳을 歌 노래 加 더할 價 값 假\ufffd 거짓",
        "그는 낡\ufffd은 책\ufffd을",
    ) == [0, 0]


def test_brackets_for_length_marks_of_katakana_prove_japanese_and_pairs_of_brackets_do_not():
    text = "スーパーのサービスカウンターでコーヒーとケーキとビールを注文し、パーティー会場に集合した。"
    assert mojibake(text.encode("euc_jp").decode("gbk", "replace")) == [1]
    assert mojibake(text, "メニュ〖カキ〗とビ〖ワイン〗とケ〖トマト〗とパ〖チーズ〗") == [0, 0]


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(SPELLED), st.integers(0, 30), st.integers(40, 80))
def test_damage_is_put_right_exactly_or_left(case: tuple[str, str, str], start: int, end: int):
    text, right, wrong = case
    raw = text[start:end].encode(right, "ignore")
    bad = raw.decode(wrong, "ignore")
    if bad.encode(wrong) == raw:
        assert applied(bad, repairs(bad)) in (bad, raw.decode(right))


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        pytest.param("Le téléversement du fichier a pris une heure.", "cp1252", "cp850", id="one word, two letters"),
        pytest.param("Il faut vérifier les généralités de près.", "cp1252", "mac-roman", id="capitals behind letters"),
        pytest.param("Er prüft die Bücher und hört später zu.", "cp437", "latin-1", id="controls within words"),
        pytest.param("Wir müssen die Gebühren später ändern können.", "cp1252", "cp437", id="signs within words"),
    ],
)
def test_few_damaged_words_in_latin_letters_are_enough(text: str, right: str, wrong: str):
    assert mojibake(text) == [0]
    assert mojibake(text.encode(right).decode(wrong)) != [0]


SENTENCES: Final = (
    "Questo libro piace molto anche a chi legge poco",
    "De oude brug over de rivier stond sinds de winter leeg",
    "Este livro velho ficou em cima da mesa grande",
    "Den gamla bron stod tom hela vintern och ingen visste varför",
    "Le vieux pont du village est vide depuis hier",
)
STRANGE: Final = "Þ Š ä Ë Ö Ø Õ Ú ê Å Ž Ü Æ þú Dvořák Łukasz Þórður Ørsted Çelik Škoda Peña"


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(SENTENCES), st.sampled_from(STRANGE.split()), st.lists(st.integers(0, 8), min_size=1, max_size=4)
)
def test_a_foreign_letter_or_name_proves_nothing_however_often(sentence: str, strange: str, at: list[int]):
    words = sentence.split()
    for place in at:
        words.insert(place, strange)
    assert mojibake(" ".join(words)) == [0]
    assert repairs(" ".join(words)) == ()


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(SENTENCES),
    st.sampled_from("ΦΘΣαδπ±▀─»¤‰¬"),
    st.lists(st.tuples(st.integers(0, 8), st.integers(1, 9)), min_size=1, max_size=3),
)
def test_a_sign_stuck_to_sound_words_proves_nothing(sentence: str, sign: str, at: list[tuple[int, int]]):
    words = sentence.split()
    for number, place in at:
        words[number] = words[number][:place] + sign + words[number][place:]
    assert mojibake(" ".join(words)) == [0]
    assert repairs(" ".join(words)) == ()


@pytest.mark.parametrize(("right", "wrong"), [("cp850", "cp1252"), ("cp1252", "cp850"), ("cp1252", "mac-roman")])
def test_a_letter_proves_something_beside_a_damaged_word(right: str, wrong: str):
    alone, beside = ("Questo libro è bello e piace molto", "Questo libro è molto bello e piace di più")
    assert mojibake(alone.encode(right).decode(wrong), beside.encode(right).decode(wrong)) == [0, 1]


def test_a_damaged_line_is_found_below_a_healthy_one_in_the_same_passage():
    bad = "Le roi «a besoin» de soldats face à une armée très «tendue»".encode().decode("latin-1")
    assert mojibake(f"La forêt où l’été s’arrête à côté de l’hôtel a brûlé en août.\n{bad}\n") == [1]
