"""Healthy text that looks guilty is no mojibake, and never repaired: kinds tuned on, and kinds held back."""

from __future__ import annotations

import random

import pyarrow as pa
import pytest

from audit.measure.encoding.characters import encoding
from audit.measure.encoding.mojibake.repair import repairs
from tests.measure.encoding.mojibake.every_kind import KINDS
from tests.measure.encoding.mojibake.strung_kinds import STRUNG

_EACH = 60
_FEW = 10
# Flagged in about one of a hundred, and never repaired: see tests/known_failures.
NOT_YET = frozenset({"rules of affixes", "classes of characters"})
# What was flagged once, or would have been repaired: letters set apart, an ordinal between names, a sign behind
# capitals, two capitals in a frame, a sign before a word, half-width kana of which one is voiced, lists of kanji
# and of names, hanja and what they mean, syllables of Bopomofo, drills of half-width kana and of tones, words
# joined that hash as a frequent word does, a caron for a separator, letters of pinyin among hanzi, letters of
# product numbers, a name cut by a sign, a word and its ellipsis, expressions, letters of an alphabet, a mark behind
# capitals, a chart of a code page, a sample of a font, a scanned word of another language, art in the signs of a code
# page of DOS, a word whose reading shares the hash of a frequent one,
# glottal stops, letters of hangul as typed in chats.
ONCE = (
    "l÷i÷s÷t e÷i÷n÷e÷r s÷t÷i÷l÷l÷e÷n Brücke, d÷i÷e n÷i÷e÷m÷a÷n÷d kennt",
    "m‰å‰d‰e lav с‰у‰д‰о‰в ع‰ک‰ا‰س‰ی præcist t‰r‰æ‰n‰g‰t‰e",
    "s┐t┐h┐l┐m kränkande ф┐и┐л┐ь┐м и┐р┐а┐н",
    "s¸k¸o¸v e¸l¸v e¸n¸g¸e¸n og b¸å¸t¸e¸n",
    "OnfiºEnºーºトリビºダ内のºTigerºNhẫnºクリプトºXăngºとそのフºるいºるキº",
    "HR*⊂N₂¬D′/NAPⁿ-CE″±F³≈A†∫DRUŽ″∞PROX⁵÷MERJ°+C¾·SPOª∩KRA²·C ∫R¾≠NAJ⁴∑",
    "ZACHOWAĆ½,DOKUMENT™,ИДИºⁿ, ETKÖ″",
    "책상책상π책을π책상π위에π책을π놓고낡은낡은π책상낡은π놓고π그는낡은ππ놓고ππ책을π낡은ππ그는ππ책을π낡은π책상책상π책을",
    "음π성 THAT 시π스π템π이 HπOπLπDπ가 TπHπAπT 프π로π그π램",
    "議題較為 進≤制≤包 n t≤m ker H≤a pb 所 聯合 程≤序≤的",
    "+Ís* | Þú³∑Þúⁿ∩Áª×B″¬Aðº∈Ís″/S⁵→Í′→Í*⊂Úº≤Að¼∪B⁵∑Á¹+Ís*→Ísla½∑Á¹∪",
    "тур²√кръсª∫и½∏ражд⁵∂могъ°+н₂¬г¼∏невⁿ≤м²÷роⁿ∂с®∞це⁴∉кли′∏мº÷юли′∂же™∏",
    "┃ÞÚ┃어떻게┃وقتش┃━━━━━╋\n┃באולם┃شأنها┃tanımı┃━━━━━╋",
    "√við～ √ísland─ €úr€ €stór─ €stór€ ─þú√ €það√ √að～ ～það€",
    "˚зірка˚ 」أيضا˚ ≥mežs€ 」неможливо≥ ˚atslēgas€ ˚ielām」 ˚реформа≥ ≥роберт€",
    "ｶﾀﾛｸﾞ･ｼｽﾃﾑ",
    "ﾃﾆｽ ﾌﾘｺﾐ ｼｽﾃﾑ ﾌﾘｺﾐ ｸﾘｽﾏｽ",
    "穫骸閑鉛劾越詰釜冠咽尉苛壱……",
    "棋凹縁含憶為拐歓韓奥暇崖威菊括劾違憾姻却唄殴詠偉戯穏浦隔既乾握。",
    "鄭 鵜飼 五十嵐 薮田。",
    "鵜飼　麓　鯨井　雫石　逢坂　安孫子　蟹江　駒井。",
    "黄鉄鉱/ﾖｳ素/硫黄/輝安鉱/砒素/錫/硫黄/炭酸加里。",
    "各(각각 각) 角(뿔 각) 脚(다리 각) 干(방패 간) 間(사이 간) 看(볼 간) 渴(목마를 갈) 甘(달 감) 減(덜 감)",
    "1. 街(거리각(각각 각)角(뿔 각) 脚(다리 각) 干(방패 간) 間(사이 간) 看(볼 간) 渴(목마를 갈) 甘(달 감) 減",
    "一覧：ㄋㄩˇ\tㄓ\tㄒㄧˇ\tㄐㄧ\tㄨㄛˇ。",
    "史史馬馬雞雞ㄇㄇㄚㄚˇˇㄐㄐㄧㄧㄒㄒㄧㄧˇˇ",
    "ｶｶﾅﾅ\n\nﾆﾆｭｭｰｰｽｽ\n\nｼｼｭｭｳｳｼｼﾞﾞﾂﾂ",
    "asked›old›over›river›bridge›nobody",
    "庭ˇホームˇソファˇ庭",
    "h德把mcw哥àpgí河òǒō妈u丝ē",
    "A.Д1199Ø\nЖ®Ö8576µ\nCØ-6418.\n№Ö/18Д\nЖ/І9753Д\n·.B2272-\nΩД.7828Ö\nXBÄ1249/\nAXA756A",
    "/®µ5672Ä, .#Ä1940C, ·Ö#9977І, Xµ®7641®, -X·7349A, B·®881Ä, CІÄ8475., №-Ж4168№, ·B-3677Ö",
    "Þ≈ú Þ≈a≈ð Á Það Það Úr Ú≈r V≈i≈ð V≈i≈ð Ísland",
    "¿A e processore vuole nella…\n¡Och av formatet för…\n»A configurarea gestionarea pornirea and…\n¿Casos, muestra’",
    "é∞è≤é≠ü¹ü≤ñ≥ñ×ñ°ñ±ü∕ö≠ü∂è√ñ−ñ±ñ∞è³ñ½é×ñ±é½ö÷ä÷ñ°ü−ä∕ñ∞ö×",
    "É∕É≤Ü∕Õ¬Î±Î∂Î¬À°Õ·É°Ü∞Î÷Õ³Î·Ü·É≥Õ¬Ü²Õ±É°Õ∕É·Ü∕À½É−À∂À≤Õ½Î¬À½Î±Î²Î¹Î²À×À²À≠É≠",
    "ЇґґЇЇЁєёіҐґЄєІЁІЁєЁІЁІіІїїЁЄєЄ",
    "普普通通ｻｻﾝﾝﾌﾌﾟﾟﾙﾙｱｱﾄﾄﾞﾞﾚﾚｽｽﾆﾆｭｭｰｰｽｽ！",
    "FORAM° PALAVRA¡ ORDEM¡ NOME_DO-PACOTE © PALAVRAS » ASKING SUITE¡ COMENTADA.¡ OBTER¡",
    "8x ÇüéâäàåçêëèïîìÄÅ\nÉæÆôöòûùÿÖÜ¢£¥₧ƒ\náíóúñÑªº¿⌐¬½¼¡«»",
    "Bx °±²³´µ¶·¸¹º»¼½¾¿\nÀÁÂĂÄÅÆÇÈÉÊË̀ÍÎÏ",
    "ìíîïðñòóô\nіїјљњћќўџ\nΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ\nŰųŴŷŸź\nÞß",
    "över år b~ten själv år s»älv här h¿r å• här över h°r",
    "ΩÄ-3878X\nXÖ#3120·\nÄ#Ω6812Ω\nCA®8973#\nØC#8016#\nÖ.Ø167Ø\nBЖÖ2474Ö\nXC№3271Ä\nÖДІ9622#",
    "TAM¹·AÇⁿ∩A*⊂N₂∫N⁴∈M¹∪TAMBª≠AVÓ™≠CORA™∆N⁴ NÃ®/VO¾⇒NÃ†∑V®≥MAⁿ≤TA³√",
    "··Ж8930#, №Ω·9855Ö, /№Ж1537#, CA#4497X, µÄ№1350Ä, BЖ·3227Ж, µ-A1894A, ІД№191C, AДµ1714X",
    "szülh éíz ősz híød heíd szülő őszi könyv híhd",
    "À×Ü½Õ½É−Î·Î°",
    "Õ≥Õ±Õ°Ü≥Õ½Ü·",
    "на√стіл’поклав він, є‰стіл\nїї′″\nє¤¤¤¤¤¤він￥￥, є¥©¢, є¸《настіл─стіл¢, стару›┌, на～її‹‹‹ ",
    "·güneş·на·смотреть·żółty·он·şehir·şehir·şehir·zoëven·coördinatie·steeds·старую·steeds·kopiëren·",
    "»החלון–Đak–그는–그는–Još…\n›ősziнастілfölöttїї“\n‘Книгу—Über—Tűz—Tűz—Stood›\n–國際·öreg·zoëven·國際·híd!",
    "ÐÝÞýÞþÆÞ",
    "МНОПРСТУФХЦЧШ\nåæçèéê\náâãäåæçèéêë\n↓↔↕\nЌЎЏђѓєѕіїј",
    "|15▓ΩΣΣ▀▓▒▓Θτ░ΣΩß▄█∞∞πφ∙µ░▒τ÷≈φ università",
    "&12▒Θπ░≤Φ·ⁿ⌠δµ≈⌠Γ■√δ·√Θⁿ∞ 책을",
    "39⌠φπ²Φ≤⌠ⁿ▐Γ▄≈▌ß⌡≡■▄▓∙√≤°Θ żółty",
    "6,33σ▀Γ█ε▀Ω░⌡░░█Θ²σⁿµ\n42²π▌⌠∞σ▄ß√≡τΘ▄Σ∙▓▓⌠Θ█≈Γ■░≥°▄ατ niño\n43°∙≥■Σ≡εß°°·π√δφ■±■π°µ░ стіл",
    "Ditt brev går till en publik sändlista.",
    "jânnam ïr k'ïk'ï páhppâ mɔ̃ŋgɔ",
    "K'ïk'ï\nRāndakēļ\nŊuhkki\nМѫжь\nMīez\nK'ïk'ï",
    "낡은 ㅅㄱ 낡은 ㅗ 낡은 ㅇㅋ",
    "ㅋㅋㅋ진짜 낡은 책 ㅠㅠ 놓고ㅎㅎ ㅇㅇ ㄱㅅ",
)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in NOT_YET])
def test_a_kind_of_healthy_text_is_neither_reported_nor_repaired(kind: str):
    rng = random.Random(kind)  # noqa: S311
    _is_left_alone([KINDS[kind](rng) for _ in range(_FEW if kind in STRUNG else _EACH)])


def test_what_was_flagged_once_is_not():
    _is_left_alone([*ONCE])


def test_letters_in_the_order_of_words_are_still_reported():
    misread = "Он положил старую книгу на стол и стал смотреть".encode("cp1251").decode("cp1252")
    found = encoding(pa.table({"text": pa.array([misread], pa.large_string())})).columns["mojibake"].to_pylist()
    assert found == [1]


def _is_left_alone(texts: list[str]) -> None:
    found = encoding(pa.table({"text": pa.array(texts, pa.large_string())})).columns["mojibake"].to_pylist()
    assert [text for text, count in zip(texts, found, strict=True) if count] == []
    assert [text for text in texts if repairs(text)] == []
