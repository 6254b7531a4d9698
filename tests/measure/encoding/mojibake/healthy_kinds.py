"""Kinds of healthy text that look guilty: the judge was tuned on TUNED; HELD was held back until it was."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from typing import Final

WORDS: Final = {
    "en": "the old bridge over river stood empty since winter and nobody asked why",
    "fr": "été déjà élève hôtel français où à naïve cœur garçon forêt",
    "de": "größer über Straße schön Mädchen früher Wörter müssen",
    "es": "niño año corazón también árbol señor después camión",
    "pt": "não coração irmã você avó manhã ações também",
    "it": "città perché più caffè università così libertà",
    "sv": "går över många år själv båten även här",
    "da": "når større æble både være går først også",
    "pl": "żółty książka miłość się jest źródło dzień łąka",
    "cs": "příliš žluťoučký kůň děti řeka město",
    "hu": "könyv híd öreg fölött tűz őszi víz szülő",
    "ro": "când știu țară mâine această înainte pădure",
    "tr": "çocuk güneş ışık öğretmen şehir değil",
    "is": "það á að þú við úr ísland börn stór",
    "vi": "người không được nước việt một những",
    "ru": "он положил старую книгу на стол и стал смотреть",
    "uk": "він поклав стару книгу на стіл її є",
    "el": "το παλιό βιβλίο πάνω στο τραπέζι",
    "he": "הספר הישן על השולחן ליד החלון",
    "ar": "وضع الكتاب القديم على الطاولة قرب النافذة",
    "fa": "کتاب کهنه را روی میز گذاشت",
    "hi": "पुरानी किताब मेज पर रखी है",
    "th": "หนังสือ เก่า อยู่ บน โต๊ะ",
    "ja": "古い 本 を 机の上 に 置いて ください カタカナ",
    "zh": "他把 旧书 放在 桌上 然后 走到 窗前 泰穆尔 救援",
    "hant": "他把 舊書 放在 桌上 然後 走到 窗前 國際 體育",
    "ko": "그는 낡은 책을 책상 위에 놓고",
}
_NAMES: Final = "Dvořák Łukasz Þórður Ørsted Çelik Nguyễn Müller Peña Škoda Ångström Gauß Wałęsa Đoković Čapek Sørensen"
_HANZI: Final = range(0x4E00, 0x9FA6)
_HALF_WIDTH: Final = "ﾈｯﾄﾜｰｸ ｲﾝｽﾄｰﾙ ﾌｧｲﾙ ｼｽﾃﾑ ﾊﾟｯｹｰｼﾞ ﾃﾞｰﾀ ﾕｰｻﾞｰ ｱｯﾌﾟﾛｰﾄﾞ ﾊﾞｰｼﾞｮﾝ ｶﾌﾞｼｷｶﾞｲｼｬ ﾔﾏﾀﾞｼｮｳﾃﾝ ﾃﾆｽ ｺｰﾋｰ ﾃﾞｨﾚｸﾄﾘ ｶﾀﾛｸﾞ ﾌﾘｺﾐ"
Kind = Callable[[random.Random], str]


def words(rng: random.Random, count: int, language: str | None = None) -> list[str]:
    """Return words of one language, chosen at random."""
    return rng.choices(WORDS[language or rng.choice(sorted(WORDS))].split(), k=count)


def _sentence(rng: random.Random, language: str | None = None) -> str:
    return " ".join(words(rng, rng.randrange(3, 9), language))


def _half_width(rng: random.Random) -> str:
    rest = rng.choice(("", "の", "を", "する", "株式会社", " 12,000円"))
    return rng.choice((" ", "･", "")).join(rng.choices(_HALF_WIDTH.split(), k=rng.randrange(1, 7))) + rest


def _indented(rng: random.Random) -> str:
    return "\n".join("\xa0" * rng.randrange(1, 12) + _sentence(rng) for _ in range(3))


def _dotted_names(rng: random.Random) -> str:
    name = "·".join("".join(chr(rng.choice(_HANZI)) for _ in range(rng.randrange(1, 4))) for _ in range(3))
    return rng.choice(("·{}·", "——{},", "（{}）", "{}著")).format(name) + "".join(words(rng, 3, "zh"))


def _menu(rng: random.Random) -> str:
    return rng.choice((" › ", " » ", " ›‹ ", "«", " · ", " ¦ ", "›")).join(words(rng, 6))


def _footnotes(rng: random.Random) -> str:
    return " ".join(f"* [{word}][{number}]" for number, word in enumerate(words(rng, 5)))


def _ruby(rng: random.Random) -> str:
    return "".join(
        f"<ruby>{a}<rt>{b}</rt></ruby>" for a, b in zip(words(rng, 3, "zh"), words(rng, 3, "ja"), strict=True)
    )


def _wide_spaces(rng: random.Random) -> str:
    return "\u3000".join(chr(rng.randrange(0xFF21, 0xFF5B)) for _ in range(8)) + "".join(words(rng, 3, "ja"))


def _random_hanzi(rng: random.Random) -> str:
    return "".join(chr(rng.choice(_HANZI)) + rng.choice(("", "", "、", " ")) for _ in range(30))


def _box_table(rng: random.Random) -> str:
    light = rng.random() < 0.5
    line, bar = ("─", "│") if light else ("═", "║")
    rows = [f"{bar} {bar.join(words(rng, 3))} {bar}" for _ in range(3)]
    top, bottom = ("┌┬┐", "└┴┘") if light else ("╔╦╗", "╚╩╝")
    edge = [end[0] + (line * 6 + end[1]) * 2 + line * 6 + end[2] for end in (top, bottom)]
    return "\n".join((edge[0], *rows, edge[1]))


def _prices(rng: random.Random) -> str:
    sign = rng.choice("€£¥₽₩₹$¢฿₺")
    return "\n".join(f"{word} … {rng.randrange(100)},{rng.randrange(10, 99)}\xa0{sign}" for word in words(rng, 5))


def _code(rng: random.Random) -> str:
    return "\n".join(f'{word}["{word}"] = "{word}\\n";  // {_sentence(rng)}' for word in words(rng, 3))


def _signs(rng: random.Random) -> str:
    return "".join(
        word + rng.choice("\xa0·•…–—«»‹›„“”‘’°§©®™×±²½←→≥√∆□、。「」") * rng.randrange(4) for word in words(rng, 9)
    )


TUNED: Final[dict[str, Kind]] = {
    "indents of no-break spaces": _indented,
    "middle dots in names": _dotted_names,
    "menus": _menu,
    "footnotes": _footnotes,
    "ruby": _ruby,
    "ideographic spaces": _wide_spaces,
    "random hanzi": _random_hanzi,
    "drawn tables": _box_table,
    "prices": _prices,
    "code": _code,
    "signs between words": _signs,
    "half-width kana": _half_width,
}


def _maths(rng: random.Random) -> str:
    sign, letter = "∀∃∈∉⊂∪∩≤≥≠≈∞∑∏∫√∂∇→⇒↔±×÷", "xyzαβγδεζηθλμπρσφψωΓΔΩℝℕℤ"
    return " ".join(rng.choice(letter) + rng.choice("²³₁₂ₙ′ ") + rng.choice(sign) for _ in range(12))


def _phonetics(rng: random.Random) -> str:
    sounds = "abdefɡhijklmnopʁstuvzʃʒŋɛɔəɐœøyʏɪʊɑɾθðʔˈˌː̃"
    return " ".join(f"{word} [{''.join(rng.choices(sounds, k=6))}]," for word in words(rng, 4))


def _art(rng: random.Random) -> str:
    return "\n".join("".join(rng.choices("░▒▓█▄▀▌▐ ■□▪▫●○◆◇ .", k=20)) for _ in range(4))


def _emoji(rng: random.Random) -> str:
    return " ".join(word + chr(rng.randrange(0x1F300, 0x1F640)) * rng.randrange(3) for word in words(rng, 8))


def _license(rng: random.Random) -> str:
    years = f"© {rng.randrange(1980, 2025)}–{rng.randrange(2025, 2030)}"
    return f"{years} {' & '.join(rng.choices(_NAMES.split(), k=3))} ® ™ § {rng.randrange(99)}: {_sentence(rng)}. ¶"


def _foreign_names(rng: random.Random) -> str:
    return " ".join(rng.choice((rng.choice(_NAMES.split()), *words(rng, 2, "en"))) for _ in range(14))


def _dictionary(rng: random.Random) -> str:
    return "\n".join(f"{words(rng, 1)[0]} — {words(rng, 1)[0]}; {words(rng, 1)[0]}" for _ in range(6))


def _all_scripts(rng: random.Random) -> str:
    while True:
        first = rng.randrange(0x250, 0x2FA0, 0x40)
        letters = [chr(p) for p in range(first, first + 0x40) if unicodedata.category(chr(p))[0] == "L"]
        if len(letters) > 20:
            return " ".join("".join(rng.choices(letters, k=rng.randrange(2, 9))) for _ in range(8))


def _fancy(rng: random.Random) -> str:
    first = rng.choice((0x1D400, 0x1D4D0, 0x24B6, 0xFF21, 0x1F130, 0x2460, 0x2160))
    return " ".join("".join(chr(first + rng.randrange(16)) for _ in range(5)) for _ in range(6))


def _science(rng: random.Random) -> str:
    units = "TNF-α IFNγ 5µm 30°C 12Ω β-Carotin m² km³ 10⁻⁹ µF Å ½ 5′ 3″ ‰ H₂O CO₂ λ/4"
    return " ".join(rng.choices(units.split(), k=9))


def _keys_and_music(rng: random.Random) -> str:
    return " ".join(
        rng.choices(["⌘C", "⌥⇧K", "♪♫", "C♯", "B♭", "♔e1", "♞f6", "♥♠", "✓", "✗", "☎", "☆☆☆", "①②", "⅔", "№5"], k=9)
        + words(rng, 4)
    )


def _verse(rng: random.Random) -> str:
    return "\n".join(rng.choice("«»“”‚‘¡¿—–") + _sentence(rng).capitalize() + rng.choice("»”’!…") for _ in range(4))


def _upper(rng: random.Random) -> str:
    return " ".join(word.upper() + rng.choice(("", " »", " ©", " ®", "!", "¡", " ±", "°")) for word in words(rng, 9))


def _apostrophes(rng: random.Random) -> str:
    return " ".join(a + rng.choice("’‘´`ʼ′") + b for a, b in zip(words(rng, 6), words(rng, 6), strict=True))


def _pipes(rng: random.Random) -> str:
    return "\n".join("| " + " | ".join(words(rng, 4)) + " |" for _ in range(4))


def _two_languages(rng: random.Random) -> str:
    return " ".join(_sentence(rng) + rng.choice((".", " /", "(", ":", "\n")) for _ in range(4))


HELD: Final[dict[str, Kind]] = {
    "mathematics": _maths,
    "phonetics": _phonetics,
    "pictures of blocks": _art,
    "emoji": _emoji,
    "licenses": _license,
    "foreign names": _foreign_names,
    "dictionaries": _dictionary,
    "all scripts": _all_scripts,
    "letters as pictures": _fancy,
    "science": _science,
    "keys, chess and music": _keys_and_music,
    "verse": _verse,
    "capitals and signs": _upper,
    "apostrophes": _apostrophes,
    "tables": _pipes,
    "two languages": _two_languages,
}
