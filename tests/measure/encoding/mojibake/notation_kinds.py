"""Healthy text in notations: typed tones, dumps, faces, transliterations, art, names of species, small languages."""

from __future__ import annotations

import random
import unicodedata
from typing import Final

from tests.measure.encoding.mojibake.healthy_kinds import Kind, words

_TYPED: Final = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5", "\u0302": "6"}
_TYPED_TWICE: Final = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j", "\u0302": "^"}
_FACES: Final = (
    "(´･ω･`) (｀・ω・´) ヽ(´ー｀)ノ (；´Д｀) (*ﾟ∀ﾟ) ( ﾟдﾟ) (ﾟдﾟ) (´∀｀*) (ㆆ_ㆆ) (ง'̀-'́)ง ( ͡° ͜ʖ ͡°) ლ(ಠ益ಠლ) ┻━┻ ノ( ゜-゜ノ) "
    "щ(ºДºщ) (¬‿¬) (╯°□°）╯ ¯\\_(ツ)_/¯ ｡ﾟ(ﾟ´Д｀ﾟ)ﾟ｡ ( ´Д`)＜ｺﾗ (ΦωΦ) ε=ε=┌(ﾟдﾟ)┘ Σ(ﾟДﾟ) ☆彡 ✧*｡ (つд⊂) (๑•̀ㅂ•́)و ʕ·͡ᴥ·ʔ (ÒДÓױ)"
)
_TRANSLITERATED: Final = (
    "šarrum ṣābum ṭuppum ilānī bēlīya ᵈmarduk lú.meš gišimmar ḫegallum É.GAL a-na be-lí-ia qí-bí-ma um-ma ʾalif "
    "ʿayn ḥarf ḍaʾīf ẓāhir ġarīb ḏālika ṯalāṯa aš-šams al-ʿarabiyya qurʾān ǧabal Hawaiʻi ʻōlelo Kauaʻi kāne "
    "wāhine Tʻai-pʻing Chʻing-tao Lü-shun Hsü Tzʻŭ-hsi jêng shih^4 ma1 ni3hao3 lü4 nü3er2 ñäkte ṣñi śäk wäs klyomo "
    "ⲁⲛⲟⲕ pnoute ᵉbol ⸗f ẖn ḏd mdw jn ꜥnḫ ꜣbḏw ḥtp-dj-nsw ᾽ΑβγΔ kṛṣṇa jñāna ṛgveda śāstra nāḍī aṅga"
)
_APPARATUS: Final = (
    "ἀνήρ] ἁνὴρ M : ὁ ἀνὴρ Σᴾ τὸν δ᾽ ἠμείβετ᾽ om. B¹ P⁴⁶ ℵ* A² D^gr 𝔐 lat ἐν τῷ] ἐντῶ F || ᾗ] ἧι LP¹ † ⟦καὶ⟧ ⟨γὰρ⟩ "
    "secl. Wil. ‖ 3 ῥᾴδιον Ald.² : -ίως cett. cf. Il. 2.15 ·· ⸀ ⸂ ⸃ ⸆ ꝑ ꝓ ũ ẽ qᷓ ꝯ dñs xp̄s ihū ⁊ þ̄ ðæt ƿæs ſein daſz"
)
_ART: Final = (
    "∧＿∧ （ ´∀｀） /￣￣￣＼ │ ┃ ≡≡≡ ⊂(・∀・)つ ヾ(`Д´)ﾉ ＿|￣|○ :::::::;;; ,､-―''\" 〈〉／￣ヽ ﾄ、 ﾊ i! |l ﾚｲ ,ィ "
    "⌒Y⌒ ゞ ﾐ彡 川川 ∪∪ ミ､ ≧≦ (_)_) ､ｰ‐ﾞ ﾉﾉ丶 ∠ ￢ ﾞﾞ r'⌒ 乂 弋 爻 〆 ヘ ﾍﾍ"
)
_SHADES: Final = "░▒▓█▄▀▌▐■▬·°∙√ⁿ²αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈░▒▓█▄▀"
_SPECIES: Final = (
    "Carex L. Salix ×rubens Schrank Agrostis Ångstr. (Hübner, [1813]) Żelazny & Šmarda (Nyl.) Müll.Arg. Böhm. ex Hörn. "
    "Ö.Nilsson Ş.Çelik Hand.-Mazz. D.Löve & Á.Löve subsp. β-D-Glcp-(1→4)-α-L-Rhap (±)-2′-deoxy-N⁶-methyl-δ⁹ η⁵-Cp₂Fe "
    "µ₂-OH λₘₐₓ (E)-3β,17α-diol ¹³C{¹H} δ_H 7.26 J=8.4 Hz κ²N,O Δ⁴ Ph₃P=O cis-Pt(NH₃)₂Cl₂ ν̃ 1720 cm⁻¹ Ǻ Å³"
)
_SMALL: Final = (
    "sääʹmǩiõll kuâlʹlem ǩeʹrjjem ǩiõlǥâst tuõttâr pääiʹǩ jieʹll vuõiʹǥǥest Līvõ kēļ rāndakēļ ȭdõg jõugõ pǟgiņ mīez "
    "dŵr tŷ ŷd cŵn llên môr gŵyl tŵr sŵn ïr въ начѧлѣ бѣ слово и҆ слово бѣ отъ бога҄ ѥгоже ꙗко сꙑнъ мѫжь ѩзꙑкъ Ѡттꙋдꙋ "
    "guđet čálli šaddá ŋuhkki ođđasat ŧievva jânnam čeeʹpes páhppâ ɛ̀dɔ̀ mɔ̃ŋgɔ Ọ̀ṣun ẹ̀kọ́ ƙasa ɗaki ƴan Ɓaure łéčʼį dził "
    "t'áá ąąʼ shįį Ñawpa ñuqa k'ïk'ï ǁgana ǀgui !Kung"
)
_PROGRAMS: Final = (
    '⍺←⍵ +/÷≢ {⍵[⍋⍵]} ⍴⍳∘.× ↑⍪⍉⌽ ⎕IO←0 ∇R←F ⍝ ¨⍨⍤⍣ ≡≢∊⍷ ⌊0.5+⍟ +/%# *:i.5 |."1 <;._1 ><^:_ ++[>++<-]>. .:+-*/%&| '
    "⟨⟩⊢⊣˙˜∘○⌾⎉ ƛ›½∑⁰ „“øÅå»«Þǝ εyõ∊†ß ÷⁵×¬¤¥€⁴Ç¿"
)


def _some(rng: random.Random, of: str, most: int = 18) -> list[str]:
    return rng.choices(of.split(" "), k=rng.randrange(3, most))


def _typed_tones(rng: random.Random) -> str:
    table = rng.choice((_TYPED, _TYPED_TWICE))
    apart = unicodedata.normalize("NFD", " ".join(words(rng, 12, "vi")))
    typed = "".join(table.get(char, "7" if char == "\u031b" else char) for char in apart)
    return unicodedata.normalize("NFC", f"{typed}: {' '.join(words(rng, 4, 'vi'))}")


def _dump(rng: random.Random) -> str:
    text = " ".join(words(rng, 8))
    raw = text.encode(rng.choice(("utf-8", "utf-16-le", "gb18030", "cp1251", "cp932")), "ignore")
    shown = rng.choice(("ascii", "utf-8"))
    rows = (raw[at : at + 16] for at in range(0, len(raw), 16))
    signs = (row.decode(shown, "replace").replace("\ufffd", ".").replace("\0", "·") for row in rows)
    lines = (f"{16 * at:08x}  {raw[16 * at : 16 * at + 16].hex(' ')}  |{sign}|" for at, sign in enumerate(signs))
    return "\n".join((text, *lines))


def _faces(rng: random.Random) -> str:
    said = words(rng, 12, rng.choice(("ja", "ko", "zh", "en", "ru", "vi")))
    return " ".join(piece for pair in zip(said, _some(rng, _FACES), strict=False) for piece in pair)


def _transliterated(rng: random.Random) -> str:
    case = rng.choice((str, str, str.upper, str.capitalize))
    return rng.choice((" ", ", ", "-", " ‹ ", ".", " ~ ")).join(map(case, _some(rng, _TRANSLITERATED, 24)))


def _apparatus(rng: random.Random) -> str:
    return "\n".join(f"{rng.randrange(1, 99)} {' '.join(_some(rng, _APPARATUS))}" for _ in range(rng.randrange(1, 4)))


def _art_in_shift_jis(rng: random.Random) -> str:
    rows = ("\u3000" * rng.randrange(9) + "".join(_some(rng, _ART, 9)) for _ in range(5))
    return "\n".join((*rows, " ".join(words(rng, 3, "ja"))))


def _art_in_colours(rng: random.Random) -> str:
    opened = rng.choice(("\x1b[{0};{1}m", "\x03{0},{1}", "^C{0},{1}", "&{0}", "|{0:02}"))
    rows = ("".join(rng.choices(rng.choice((_SHADES, _SHADES[:6])), k=rng.randrange(4, 40))) for _ in range(5))
    return "\n".join(
        f"{opened.format(rng.randrange(16), rng.randrange(30, 48))}{row} {words(rng, 1)[0]}" for row in rows
    )


def _species(rng: random.Random) -> str:
    return rng.choice(("; ", " ", ", ", "\n")).join(_some(rng, _SPECIES, 24))


def _small_languages(rng: random.Random) -> str:
    case = rng.choice((str, str, str, str.upper, str.capitalize))
    return rng.choice((" ", " ", ", ", "\n")).join(map(case, _some(rng, _SMALL, 24)))


def _array_programs(rng: random.Random) -> str:
    return rng.choice(("", " ", "\n", " ⋄ ")).join([*_some(rng, _PROGRAMS), *words(rng, 2)])


TUNED_OF_NOTATIONS: Final[dict[str, Kind]] = {
    "tones as typed": _typed_tones,
    "dumps of bytes": _dump,
    "faces": _faces,
    "transliterations": _transliterated,
    "critical apparatus": _apparatus,
}
HELD_OF_NOTATIONS: Final[dict[str, Kind]] = {
    "art of full width": _art_in_shift_jis,
    "art in colours": _art_in_colours,
    "names of species and compounds": _species,
    "small languages": _small_languages,
    "programs for arrays": _array_programs,
}
