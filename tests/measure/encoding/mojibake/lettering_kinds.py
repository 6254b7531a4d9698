"""Healthy text whose letters look wrong on purpose: marks apart, joined forms, few scripts, disguises, word games.

The kinds were split into a tuned and a held half before any of them was judged.
"""

from __future__ import annotations

import random
import unicodedata
from typing import Final

from tests.measure.encoding.mojibake.healthy_kinds import WORDS, Kind, words

_SHAPED: Final = {
    unicodedata.decomposition(char).split()[1]: char
    for char in map(chr, range(0xFE80, 0xFEF5))
    if unicodedata.decomposition(char).startswith("<")
}
_RARE_SCRIPTS: Final = (
    *((0x1C90, 0x1CBB), (0x10D0, 0x10F1), (0x13A0, 0x13F6), (0x2C80, 0x2CE4), (0x1200, 0x1248), (0x7CA, 0x7EB)),
    *((0x2D30, 0x2D68), (0x1401, 0x1500), (0x16A0, 0x16EB), (0x531, 0x557), (0xA500, 0xA600), (0x10330, 0x1034B)),
)
_JAMO: Final = "ㅋㅋㅋ ㅎㅎ ㅠㅠ ㅜㅜㅜ ㅇㅇ ㄴㄴ ㄱㄱ ㅇㅋ ㄱㅅ ㅊㅋㅊㅋ ㄷㄷㄷ ㅂㅂ ㅈㅅ ㅅㄱ ㄹㅇ ㅗ ㅡㅡ ㅉㅉ"
_PINYIN: Final = (
    "HÚ WÚ LǙ NǙ ÈR Ā É Ō ÒU YÚ YǓ ÀI ÉN JÌ CHÁ SHÍ LÀ MÁ WǑ NǏ TĀ DE HǍO BÙ SHÌ ZHŌNG GUÓ RÉN BĚI JĪNG "
    "SHÀNG HǍI XĪ ĀN GUǍNG DŌNG HÉ NÁN SÌ CHUĀN LǙ XÍNG NǛ SHÌ ÉR ZǏ Ó Ò Á À Ǎ Ǒ Ê̄ ŃG M̀"
)
_CHAO: Final = "˥˩ ˧˥ ˨˩˦ ˥ ˩˧ ˦˨ ˧˩˨ ꜔ ꜕ ꜒꜖ ꜓ ꜗ ʔ ⁵⁵ ³⁵ ²¹⁴ ⁵¹ ˦ˀ ˧˨ʔ"
_SYLLABLES: Final = "pʰa tʰaŋ kwɔ̄ ɲí mbùː ŋ́ŋ̀ ɗɛ́ ɓɔ̀ sɛ̃́ ɛ̂ ɔ̌ ə̄ à̰ ɨ̀ ṵ́ kpá gbẽ̀ tsʼə́ xʷa̤ᵑǃà ŋǂʔó"
_DISGUISES: Final = {
    "a": "ȧáàâãäåαаɐ4@ª",
    "b": "ƀɓßЬ8",
    "c": "çćčƈ¢©",
    "d": "ḓđðďÐ",
    "e": "ḗéèêëẽєξ3€",
    "f": "ƒḟ",
    "g": "ɠĝğ9",
    "h": "ħĥђн",
    "i": "īíìîïıɨ¡1",
    "j": "ĵɉ",
    "k": "ķκҡ",
    "l": "łļĺľ£",
    "m": "ḿмɱ",
    "n": "ƞñńňηп",
    "o": "ǿøóòôõöο0ºΩ",
    "p": "ƥþρ¶",
    "r": "řŕяг®",
    "s": "şšśѕ$§5",
    "t": "ŧťţт†7",
    "u": "ŭúùûüũųυµ",
    "v": "ṽνѵ√",
    "w": "ẇŵωшѡ",
    "x": "ẋχж×",
    "y": "ẏýÿγу¥",
    "z": "źžżʐ2",
}
_PANGRAMS: Final = (
    "Voix ambiguë d'un cœur qui au zéphyr préfère les jattes de kiwis.|Zwölf "
    "Boxkämpfer jagen Viktor quer über den Sylter "
    "Deich.|Příliš žluťoučký kůň úpěl ďábelské ódy.|Pchnąć w tę łódź jeża lub ośm skrzyń fig.|Árvíztűrő tükörfúrógép|"
    "Kæmi ný öxi hér, ykist þjófum nú bæði víl og ádrepa.|Høj bly gom vandt fræk sexquiz på wc.|Pijamalı hasta yağız "
    "şoföre çabucak güvendi.|Съешь же ещё этих мягких французских булок, да выпей чаю.|Жълтата дюля беше щастлива.|"
    "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία.|דג סקרן שט בים מאוכזב|いろはにほへと ちりぬるを|El "
    "pingüino Wenceslao hizo kilómetros|"
    "Luís argüia à Júlia que «brações, fé, chá, óxido, pôr, zângão» eram palavras do "
    "português.|Глыба ѣздитъ|天地玄黃 宇宙洪荒|"
    "Törkylempijävongahdus|Õhtul põdra šašlõkk|Įlinkdama fechtuotojo špaga "
    "sublykčiojusi pragręžė apvalų arbūzą|Škorec a ďateľ"
)


def _lines(rng: random.Random, most: int = 5) -> list[str]:
    return [" ".join(words(rng, rng.randrange(3, 9))) for _ in range(rng.randrange(1, most))]


def _marks_apart(rng: random.Random) -> str:
    language = rng.choice(("vi", "vi", "el", "ko", "fr", "cs", "ja", "hi", "tr"))
    form = rng.choice(("NFD", "NFD", "NFKD"))
    return unicodedata.normalize(form, " ".join(words(rng, 14, language)))


def _joined_forms(rng: random.Random) -> str:
    text = " ".join(words(rng, 12, rng.choice(("ar", "fa"))))
    shown = "".join(_SHAPED.get(f"{ord(char):04X}", char) for char in text)
    return rng.choice((shown, shown[::-1], f"{shown} ﷲ ﷺ ﷼ {text}", "\n".join(shown.split())))


def _jamo(rng: random.Random) -> str:
    if rng.random() < 0.4:
        return " ".join(unicodedata.normalize("NFD", word) for word in words(rng, 9, "ko"))
    said = zip(words(rng, 8, "ko"), _some(rng, _JAMO), strict=False)
    return " ".join(a + rng.choice(("", " ")) + b for a, b in said)


def _capitals_of_pinyin(rng: random.Random) -> str:
    said = rng.choice((", ", " ", "-", " / ", "\n")).join(_some(rng, _PINYIN, 20))
    return said + rng.choice(("", "。", f" {''.join(words(rng, 3, 'zh'))}", f" ({words(rng, 1, 'en')[0]})"))


def _combining_noise(rng: random.Random) -> str:
    def noisy(char: str) -> str:
        return char + "".join(chr(rng.randrange(0x300, 0x370)) for _ in range(rng.randrange(0, 7)))

    text = "".join(map(noisy, " ".join(words(rng, 4))))
    return unicodedata.normalize("NFC", text) if rng.random() < 0.5 else text


def _rare_scripts(rng: random.Random) -> str:
    first, end = rng.choice(_RARE_SCRIPTS)
    said = ["".join(chr(rng.randrange(first, end)) for _ in range(rng.randrange(1, 8))) for _ in range(9)]
    return rng.choice((" ", " ", "\n", "፡", "᛫", "-")).join([*said, *words(rng, rng.randrange(4))])


def _braille(rng: random.Random) -> str:
    rows = ("".join(chr(rng.randrange(0x2800, 0x2900)) for _ in range(rng.randrange(8, 30))) for _ in range(4))
    return "\n".join((*rows, *_lines(rng, 3)))


def _letters_of_tones(rng: random.Random) -> str:
    said = zip(_some(rng, _SYLLABLES), _some(rng, _CHAO), strict=False)
    return rng.choice((" ", ", ", " ~ ")).join(f"{a}{b}" for a, b in said) + f" «{words(rng, 1)[0]}»"


def _pangrams(rng: random.Random) -> str:
    return rng.choice((" ", "\n", " / ")).join(rng.choices(_PANGRAMS.split("|"), k=rng.randrange(1, 6)))


def _false_localisation(rng: random.Random) -> str:
    def shown(char: str) -> str:
        kept = [other for other in _DISGUISES.get(char, char) if unicodedata.category(other)[0] == "L"]
        return rng.choice(kept) if kept else char

    said = "".join(map(shown, "the old bridge over the river is empty please save your changes before you close"))
    start = rng.choice((0, 4, 30))
    return rng.choice(("[{} one two]", "[!!! {} !!!]", "{}", "⟦{}⟧", "[{}ẋẋẋẋ]")).format(said[start : start + 40])


def _names_of_players(rng: random.Random) -> str:
    def player() -> str:
        shown = (rng.choice((*_DISGUISES.get(char, ""), char, char)) for char in words(rng, 1, "en")[0])
        case = rng.choice((str, str.upper, str.title))
        return rng.choice(("xX_{}_Xx", "†{}†", "•{}•", "~{}~", "{}™", "[{}]", "{}", "ღ{}ღ")).format(
            case("".join(shown))
        )

    return rng.choice((" ", ", ", "\n")).join(player() for _ in range(rng.randrange(2, 9)))


def _search_grid(rng: random.Random) -> str:
    letters = sorted({char for char in WORDS[rng.choice(sorted(WORDS))].upper() if char.isalpha()})
    gap = rng.choice(("", " ", "|", "\t"))
    return "\n".join(gap.join(rng.choices(letters, k=12)) for _ in range(rng.randrange(3, 10)))


def _some(rng: random.Random, of: str, most: int = 16) -> list[str]:
    return rng.choices(of.split(" "), k=rng.randrange(3, most))


TUNED_OF_LETTERING: Final[dict[str, Kind]] = {
    "marks apart": _marks_apart,
    "capitals of pinyin": _capitals_of_pinyin,
    "combining noise": _combining_noise,
    "Braille": _braille,
    "letters of tones": _letters_of_tones,
    "names of players": _names_of_players,
    "search grids": _search_grid,
}
HELD_OF_LETTERING: Final[dict[str, Kind]] = {
    "joined forms": _joined_forms,
    "jamo": _jamo,
    "rare scripts": _rare_scripts,
    "pangrams": _pangrams,
    "false localisation": _false_localisation,
}
