"""Healthy text of catalogues, notes and keyboards: lists of names and goods, old scripts, schemes of spelling, noise.

The judge was tuned on half of them, HELD_OF_CATALOGUES was held back.
"""

from __future__ import annotations

import random
from typing import Final

from tests.measure.encoding.mojibake.healthy_kinds import WORDS, Kind, words

_SHELVES: Final = (
    "首页 新闻 体育 财经 娱乐 科技 汽车 房产 教育 健康 旅游 美食 家居 母婴 游戏 军事 历史 佛学 星座 彩票 招聘 "
    "論壇 相簿 留言 購物車 會員登入 關於我們 常見問題 聯絡客服 隱私權 網站地圖 螺絲 墊圈 軸承 鍋爐 閘閥 "
    "お知らせ 会社概要 採用情報 お問い合わせ 商品一覧 鉛筆 消しゴム 醤油 味噌 煎餅 漬物 鰹節 昆布 椎茸"
)
_KANA: Final = (
    "アイロン イヤホン ウクレレ エプロン オルガン カメラ ギター クッション ケチャップ コーヒー サラダ シャツ スープ "
    "ソファー タオル チーズ ツナ テーブル トースター ナイフ ヌガー ネクタイ ノート バッグ ヒーター フォーク ヘルメット "
    "ほうき まないた やかん ゆのみ わりばし さいふ てぶくろ くつした ものさし つめきり ぞうきん ばけつ"
)
_HANGUL: Final = (
    "홈 뉴스 스포츠 연예 경제 부동산 자동차 맛집 여행 쇼핑 게시판 자유게시판 질문답변 회원가입 로그인 장바구니 고객센터"
)
_SURNAMES: Final = (
    "Żółkiewski Šťastný Ďurčo Ľubica Őszi Fűzfa Ğüneş Şahin Čížek Řehoř Ůlehla Ýmir Þorsteinn Ægir Bjørnson Åkerblom "
    "Çağlar İnönü Ñandú Muñoz Peñalver João Conceição Gonçalves Guimarães Crăciun Țurcanu Șerban Ībrahīm Žukauskas "
    "Kęstutis Jõgi Tõnu Mäkelä Öztürk Übelacker Weiß Lefèvre Françoise Noël Hélène Aÿ Groß Đukić Čović Ćosić Ṣàngó"
)
_NOTES: Final = "C♯ D♭ E♭m7 F♯° G7♭9 A♭Δ B𝄫 ♮ 𝄞 𝄢 ♩ ♪ ♫ ♬ pp ƒ mƒ ƒƒ ³⁄₄ ‖: :‖ Ø7 B♭ø"
_MOVES: Final = "e4 ♘f3 ♝b5 O-O ♕xh7+ ♜d8‡ ½–½ ♙a8=♛ ± ∓ ⩲ ⩱ ∞ ⇄ ↑ → □ ⨀ △ 1–0 N×d5 Sf3 Cç6 Кf3 Фd4"
_OLD: Final = (
    range(0x10400, 0x10450), range(0x16A0, 0x16EB), range(0x10330, 0x1034B), range(0x2C80, 0x2CB0),
    range(0x12000, 0x12100), range(0x13000, 0x13100), range(0x10900, 0x10916), range(0x1680, 0x169B),
    range(0x10A0, 0x10C6), range(0x2C00, 0x2C2F), range(0x3D8, 0x3F0), range(0x460, 0x482), range(0x1F00, 0x1F16),
)  # fmt: skip
_SCHEMES: Final = (
    "Shāhnāmah ʿAbd al-Raḥmān Qurʾān Muḥammad b. ʿĪsā saṃskṛtam jñāna ṛṣi Śaṅkara Viṣṇu ḷḹ Čajkovskij Ŝerbina ʹ ʺ "
    "žurnalʹ obʺezd Ch'ŏng-gye Sŏul Kyŏngbokkung Tōkyō Ōsaka jūdō Běijīng lǜchá Lǚ nǚ'ér T’ai-pei Yü-shan ŋwɛ̀ "
    "d͡ʒ ʔáa ɓàɗí ƙasa ṣẹ́gun ọ̀rẹ́ kꞌutz' xʷəłəl p̓aʔ Hawaiʻi ʻokina Māori ḥeres ṭēṯ ʾālep̄ šāmayim ḫammu"
)
_UNITS: Final = (
    "µg/m³ kΩ·cm² °C/min Å⁻¹ ±½″ 10⁻⁶mol·l⁻¹ ‰ №12 ℃ ㎏ ㎡ ㏄ ㎜×㎜ µSv/h λ=632,8nm ∅12 Ø25×40 ¼″ 5′10″ kWh/m²·a"
)
_LEGAL: Final = "§§ 12–14 ¶ 3 Abs. 2 © ℗ 1998–2007 ® ™ ℠ № 7 º ª art. 5º §3º 1ª 2ª nº n.º c/ª Mª Dª ² ³ † ‡ * ¹⁾ ²⁾"
_EMOJI: Final = "👍🏽 👩‍🔬 🇫🇷 ❤️ ☕️ ✅ ➡️ ©️ ™️ ♻️ 🕵️‍♂️ 1️⃣ #️⃣ ¯\\_(ツ)_/¯ ʕ•ᴥ•ʔ ಠ_ಠ (╯°□°）╯︵┻━┻ (｡◕‿◕｡) ﾟ･✧ ヽ(´▽`)/ ლ(ಠ益ಠლ)"
_LINES: Final = (
    'printf("{0}\\n", {1});  /* {2} */', "s/{0}/{1}/g; # {2}", "λ {0} → {1} ∘ {2}", "{0} ← {1} ⍴ ⍳{2}",
    "val {0}: Map[String, {1}] = {2} // ¿?", "<{0} class=«{1}»>{2}</{0}>", "{{{{ {0}|{1} }}}} &nbsp;{2}",
    "SELECT `{0}` FROM \"{1}\" WHERE x = '{2}'", "{0} = {{'{1}': “{2}”}}", "if ({0}≠{1}) ⟦{2}⟧",
    "\\textsc{{{0}}}~\\'{{{1}}} ¶ {2}",
)  # fmt: skip


def _some(rng: random.Random, of: str, most: int = 14) -> list[str]:
    return rng.choices(of.split(), k=rng.randrange(2, most))


def _list(rng: random.Random, of: str) -> str:
    joint = rng.choice((" ", "\n", "、", "｜", " | ", "\u3000", "・", "/", "", "·", " > ", "，", "\t", "】【"))
    return joint.join(_some(rng, of, 40))


def _hanzi_menu(rng: random.Random) -> str:
    return _list(rng, _SHELVES)


def _kana_list(rng: random.Random) -> str:
    return _list(rng, _KANA)


def _hangul_menu(rng: random.Random) -> str:
    return _list(rng, _HANGUL)


def _surnames(rng: random.Random) -> str:
    case = rng.choice((str, str.upper, str.lower))
    return rng.choice((", ", " ", "; ", "/", "–", "\n")).join(map(case, _some(rng, _SURNAMES)))


def _music(rng: random.Random) -> str:
    return rng.choice((" ", "|", "")).join(_some(rng, _NOTES) + words(rng, 2))


def _chess(rng: random.Random) -> str:
    return " ".join(f"{at}.{rng.choice(_MOVES.split())}{rng.choice(' …!?')}" for at in range(1, 12))


def _old_scripts(rng: random.Random) -> str:
    own = rng.choice(_OLD)
    return rng.choice(("᛫", " ", "·", "፡", "⁘")).join(
        "".join(chr(rng.choice(own)) for _ in range(rng.randrange(2, 8))) for _ in range(8)
    )


def _romanised(rng: random.Random) -> str:
    return rng.choice((" ", " = ", "/", ", ")).join(_some(rng, _SCHEMES))


def _units(rng: random.Random) -> str:
    return rng.choice((" ", "", "; ", " × ")).join(f"{rng.randrange(99)}{unit}" for unit in _some(rng, _UNITS))


def _legal(rng: random.Random) -> str:
    return rng.choice((" ", "")).join(_some(rng, _LEGAL, 9) + words(rng, 3))


def _pictures(rng: random.Random) -> str:
    return rng.choice((" ", "")).join(_some(rng, _EMOJI, 8) + words(rng, 5))


def _programs(rng: random.Random) -> str:
    return "\n".join(rng.choice(_LINES).format(*words(rng, 3)) for _ in range(5))


def _numbers(rng: random.Random) -> str:
    letters = "ABCXÄÖØ-/.#·µΩ®№ІЖД"
    return rng.choice((" ", "\n", ", ")).join(
        "".join(rng.choices(letters, k=3)) + str(rng.randrange(9999)) + rng.choice(letters) for _ in range(9)
    )


def _passwords(rng: random.Random) -> str:
    keys = "abcdefghijKLMNOPQR0123456789!\"§$%&/()=?`´*+~'#äöüßÄÖÜ€µ@éèçà°¨£¤ñÑ¿¡ºª·|¬"
    return " ".join("".join(rng.choices(keys, k=rng.randrange(8, 17))) for _ in range(6))


def _misspelt(rng: random.Random) -> str:
    return " ".join(_changed(rng, word, rng.choice(("", "e", "é", "ü", "h", "ı", "ø", "ñ"))) for word in words(rng, 9))


def _scanned(rng: random.Random) -> str:
    return " ".join(_changed(rng, word, rng.choice("°¬|¦·•'`´¢£§®©«»—_~^ﬁﬂſ¡¿™†")) for word in words(rng, 12))


def _changed(rng: random.Random, word: str, by: str) -> str:
    at = rng.randrange(len(word))
    return word[:at] + by + word[at + rng.randrange(2) :] if rng.random() < 0.4 else word


def _subtitles(rng: random.Random) -> str:
    language = rng.choice(sorted(WORDS))
    return "\n".join(
        f"{at}\n00:0{at}:12,5{at}0 --> 00:0{at}:15,000\n{rng.choice(('♪ ', '– ', '— ', '<i>', '【', '«'))}"
        f"{' '.join(words(rng, 5, language))}{rng.choice((' ♪', '…', '?!', '</i>', '】', '»'))}"
        for at in range(1, 4)
    )


def _expressions(rng: random.Random) -> str:
    letters = rng.choice(("abcxyz", "αβγδεθλπ", "абвгдж", "甲乙丙丁", "äöüéèñ", "ÀÉÎÕÜ", "あいうえお", "가나다"))
    return "".join(rng.choice(letters) + rng.choice("·×÷±−∕√²³°¹½∂≤≥≠∞¬") for _ in range(rng.randrange(6, 40)))


def _ledger(rng: random.Random) -> str:
    bars = rng.choice(("|", "│", "║", "¦", "\t", "；"))
    return "\n".join(
        bars.join((*words(rng, 2), f"{rng.randrange(9999)},{rng.randrange(99)}", rng.choice("€£¥元円₩")))
        for _ in range(5)
    )


def _pairs_of_letters(rng: random.Random) -> str:
    letters = rng.choice(
        ("ÄäÖöÜüßẞ", "ĄąĆćĘęŁłŃńÓóŚśŹźŻż", "ЁёЇїЄєҐґІі", "ΆάΈέΉήΊίΌόΎύΏώ", "ÇçĞğİıÖöŞşÜü", "ÐðÞþÆæÖöÝý")
    )
    return rng.choice((" ", ", ", "", "/", "|")).join(rng.choices(letters, k=rng.randrange(6, 30)))


TUNED_OF_CATALOGUES: Final[dict[str, Kind]] = {
    "menus of hanzi": _hanzi_menu,
    "lists of surnames": _surnames,
    "music": _music,
    "old scripts": _old_scripts,
    "units": _units,
    "emoticons": _pictures,
    "product numbers": _numbers,
    "misspelt words": _misspelt,
    "subtitles": _subtitles,
    "ledgers": _ledger,
}
HELD_OF_CATALOGUES: Final[dict[str, Kind]] = {
    "lists of kana": _kana_list,
    "menus of hangul": _hangul_menu,
    "chess": _chess,
    "romanised names": _romanised,
    "legal signs": _legal,
    "programs": _programs,
    "passwords": _passwords,
    "scanned words": _scanned,
    "expressions": _expressions,
    "letters of an alphabet": _pairs_of_letters,
}
