"""Healthy text of directories and notations, held back while the judge was tuned: lists, rows, entries, frames."""

from __future__ import annotations

import quopri
import random
from typing import Final

from tests.measure.encoding.mojibake.healthy_kinds import WORDS, Kind, words

_IPA: Final = (
    "ˈwɔːtə(ɹ) ʁɛspiʁe ˌɪntɚˈnæʃn̩əl d͡ʑʉ̞ tʲ ɲɔ̃ ʂɻ̩˥˩ ɕi̯ɛn˧˥ ŋaːʔ ɓɗʄɠʛ kʼ tsʰ ɬɮ ʀ̥ χʷ ħʕ ɧ øː œ̃ ɤ̆ ɯᵝ ɨ̞ ʋ ɰ ǃxóõ ǂ ǁʼ"
)
_LANGUAGES: Final = (
    "aa=Afaraf ab=аҧсуа az=azərbaycan ba=башҡорт be=беларуская bg=български bn=বাংলা bo=བོད་ཡིག br=brezhoneg "
    "bs=bosanski ca=català ce=нохчийн ch=Chamoru cs=čeština cv=чӑваш cy=Cymraeg da=dansk de=Deutsch dv=ދިވެހި "
    "ee=Eʋegbe el=ελληνικά eo=Esperanto es=español et=eesti fa=فارسی ff=Fulfulde fo=føroyskt fr=français "
    "ga=Gaeilge gn=Avañeʼẽ ha=Hausa he=עברית hi=हिन्दी ho=Motu hr=hrvatski hu=magyar hy=հայերեն ig=Igbo ii=ꆈꌠ "
    "is=íslenska iu=ᐃᓄᒃᑎᑐᑦ ja=日本語 ka=ქართული kk=қазақ km=ខ្មែរ ko=한국어 ky=кыргызча ln=lingála lt=lietuvių "
    "lv=latviešu mk=македонски mn=монгол mt=Malti nb=norsk\xa0bokmål ne=नेपाली oc=occitan om=Oromoo pl=polski "
    "pt=português qu=Runa\xa0Simi ro=română ru=русский se=sámegiella sk=slovenčina sl=slovenščina sq=shqip "
    "sr=српски sv=svenska tg=тоҷикӣ th=ไทย tk=Türkmençe tr=Türkçe tt=татарча ug=ئۇيغۇرچە uk=українська uz=oʻzbek "
    "vi=Tiếng\xa0Việt wo=Wollof yi=ייִדיש yo=Yorùbá zh=中文"
)
_PERSONS: Final = (
    "Ağaoğlu Şimşek Yıldız Gündoğdu Çetinkaya Özgür Işık Küçükçavuş Brzęczyszczykiewicz Śliwiński Żuk Łęcki "
    "Gżegżółka Źdźbło Dvořáková Ščerbová Růžička Ďuriš Žižka Ťoupal Hřebíček Nagyváradi Győrffy Ötvös Đặng Trịnh "
    "Nguyễn Phùng Hồ Øverås Håkansson Sæmundsdóttir Guðjónsson Ménard Béranger Lê Núñez Ibáñez Müßig Großmann "
    "Jürgens Țepeș Ștefănescu Kõiv Šimkus Bērziņš"
)
_PINYIN: Final = (
    "Zhāng Lǐ Wáng Liú Chén Yáng Zhào Huáng Zhōu Wú Xú Sūn Hú Zhū Gāo Lín Hé Guō Mǎ Luó Lǚ Lǜ Nǚ Xiǎolóng Jiànguó "
    "Yùlán Měilíng Qīnghuá Dòngfāng Ōuyáng Sīmǎ Zhūgě Ér'àn Xī'ān Lüèyáng Běijīng Shànghǎi Ḿ ǹg ê̄ ế"
)
_ESPERANTO: Final = (
    "ĉiuj homoj estas denaske liberaj kaj egalaj laŭ digno ili posedas racion konsciencon devus konduti unu al "
    "alia en spirito de frateco ĝardeno ĵaŭdo ŝuo ĥoro eĥoŝanĝo ĉiuĵaŭde aŭtuno malĝoja ŝaŭmo"
)
_SHORT: Final = (
    "nf. n.m. adj. v.tr. f -en, ¨-e, pl. ~ung, ‹lat.› ⟨gr.⟩ † ‡ → s.\u2009a. ↗ * ° │ ‖ ∥ ◊ ♦ "
    "¶ Abk. fig. umg. ugs. m̩ [sg.] = ≈ ≠ ⇒ 1° 2º ³"
)
_ALPHABETS: Final = (
    *("αβγδεζηθικλμνξπρστυφχψω", "абвгдежзиклмнпрстуфхцчшэюя", "ΓΔΘΛΞΠΣΦΨΩ", "ЖШДИЛЦ", "áéíóúýæöðþ", "ñäöüß"),
)
_EMOJI_NAMES: Final = (
    ":smile: :thumbs_up: 😀 🇫🇷 ❤️ 👩‍🔬 [:-)] ;-) ^_^ °_° ò_ó ô_ö ¬_¬ ಠ_ಠ ツ ㋡ (◕‿◕) ʕ•ᴥ•ʔ ♡ ♥ ☆ ☺ ☹ ⚡"
)
_BOXES: Final = ("┌┬┐├┼┤└┴┘─│", "╔╦╗╠╬╣╚╩╝═║", "╒╤╕╞╪╡╘╧╛═│", "╓╥╖╟╫╢╙╨╜─║", "▄▄▄███▀▀▀▬▌", "╭┬╮├┼┤╰┴╯╌┆")


def _some(rng: random.Random, of: str, most: int = 16) -> list[str]:
    return rng.choices(of.split(" "), k=rng.randrange(3, most))


def _codes_of_languages(rng: random.Random) -> str:
    form = rng.choice(("{1} ({0})", "{0}\t{1}", "{0}: {1}", "{1}", "[[{0}:{1}]]", "<option value={0}>{1}"))
    return rng.choice(("\n", " · ", ", ", " | ", " ", "•")).join(
        form.format(*entry.split("=")) for entry in _some(rng, _LANGUAGES, 40)
    )


def _phone_book(rng: random.Random) -> str:
    form = rng.choice(("{0} {1} {2}", "{0}, {1}\t{2}", "{0} {1}. …… {2}", "{2} {0}", "{0}"))
    case = rng.choice((str, str, str.upper))
    return "\n".join(
        form.format(case(one), other[0], f"+{rng.randrange(99)} {rng.randrange(9999)}-{rng.randrange(99)}")
        for one, other in zip(_some(rng, _PERSONS, 20), rng.choices(_PERSONS.split(), k=20), strict=False)
    )


def _entries(rng: random.Random) -> str:
    def entry() -> str:
        first, second, third = words(rng, 3)
        note, sound = rng.choice(_SHORT.split()), rng.choice(_IPA.split())
        return f"{first}{rng.choice(('', '·', '|', '̣'))}{second[:3]} {note} [{sound}] {third}; ~{second}"

    return "\n".join(entry() for _ in range(4))


def _mixed_rows(rng: random.Random) -> str:
    joint, quote = rng.choice((",", ";", "\t", "|")), rng.choice(('"', "", "'"))
    spoken = rng.sample(sorted(WORDS), 5)
    return "\n".join(joint.join(f"{quote}{words(rng, 1, one)[0]}{quote}" for one in spoken) for _ in range(5))


def _toned_names(rng: random.Random) -> str:
    case = rng.choice((str, str, str.upper))
    return rng.choice((" ", ", ", "", "-", "·", "\n")).join(map(case, _some(rng, _PINYIN)))


def _letters_of_maths(rng: random.Random) -> str:
    letters = rng.choice(
        ("αβγδεζηθικλμνξπρστυφχψω", "абвгдежзиклмнпрстуфхцчшэюя", "ΓΔΘΛΞΠΣΦΨΩ", "ЖШДИЛЦ", "áéíóúýæöðþ", "ñäöüß")
    )
    marks = "′″¹²³⁰ⁱⁿ₀₁₂ₙ̂̄̇ "

    def term() -> str:
        return (
            rng.choice(letters)
            + rng.choice(marks)
            + rng.choice(("=", "+", "−", "·", "×", "≤", "∈", "→", "/", "(", ")", ", ", " ", "±"))
        )

    return "".join(term() for _ in range(rng.randrange(5, 30)))


def _mixed_menu(rng: random.Random) -> str:
    joint = rng.choice((" ", "|", "｜", "・", " / ", "\n", "　", "》", ">", "·", "", "※", "◆", "→"))
    spoken = rng.choice((("ja", "ko", "zh"), ("zh", "hant"), ("ja",), ("ko", "en"), ("hant", "ja", "en")))
    return joint.join(words(rng, 1, rng.choice(spoken))[0] for _ in range(rng.randrange(3, 40)))


def _boards(rng: random.Random) -> str:
    def piece() -> str:
        word = words(rng, 1)[0]
        tag = rng.choice(("b", "i", "quote=«{}»", "url=/{}", "color=#0ff", "size=+1")).format(word)
        return f"[{tag}]{word}{rng.choice(_EMOJI_NAMES.split())}[/{tag[:3]}]"

    return rng.choice((" ", "", "\n")).join(piece() for _ in range(8))


def _dos_frames(rng: random.Random) -> str:
    box = rng.choice(_BOXES)
    count, width = rng.randrange(2, 4), rng.randrange(3, 9)

    def edge(first: int) -> str:
        return box[first] + box[first + 1].join([box[9] * width] * count) + box[first + 2]

    rows = [box[10] + box[10].join(word[:width].ljust(width) for word in words(rng, count)) + box[10] for _ in range(3)]
    return "\n".join((edge(0), rows[0], edge(3), *rows[1:], edge(6)))


def _sounds(rng: random.Random) -> str:
    opened, closed = rng.choice(("[]", "//", "⟨⟩", "  "))
    return rng.choice((" ", ", ", "; ")).join(opened + sound + closed for sound in _some(rng, _IPA))


def _esperanto(rng: random.Random) -> str:
    case = rng.choice((str, str, str.upper, str.capitalize))
    return " ".join(map(case, _some(rng, _ESPERANTO, 24)))


def _quoted_printable(rng: random.Random) -> str:
    raw = " ".join(words(rng, 9)).encode(rng.choice(("utf-8", "cp1252", "koi8-r", "gb18030", "cp932")), "ignore")
    return quopri.encodestring(raw).decode("ascii") + "\n" + " ".join(words(rng, 6))


HELD_OF_DIRECTORIES: Final[dict[str, Kind]] = {
    "codes of languages": _codes_of_languages,
    "phone books": _phone_book,
    "entries of dictionaries": _entries,
    "rows of mixed scripts": _mixed_rows,
    "names with tones": _toned_names,
    "letters of mathematics": _letters_of_maths,
    "menus of mixed scripts": _mixed_menu,
    "boards and emoji": _boards,
    "frames of DOS": _dos_frames,
    "sounds": _sounds,
    "Esperanto": _esperanto,
    "quoted-printable": _quoted_printable,
}
