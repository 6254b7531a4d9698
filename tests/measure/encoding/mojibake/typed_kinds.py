"""Healthy text that is written for machines or in their forms: subtitles, tickers, patterns, encoded bytes, tables.

The kinds were split into a tuned and a held half before any of them was judged.
"""

from __future__ import annotations

import base64
import binascii
import random
import unicodedata
from itertools import pairwise
from typing import Final

from tests.measure.encoding.mojibake.healthy_kinds import Kind, words

_CLASSES: Final = (
    r"[À-ÿ] [a-zà-ÿ]+ [À-ÖØ-öø-ÿ] [А-яЁё] [Α-Ωα-ω] [ÄÖÜäöüß] [áéíóúñÁÉÍÓÚÑ¿¡] [ąćęłńóśźż] [áčďéěíňóřšťúůýž] "
    r"[\u00C0-\u017F] [^\x00-\x7F] [«»„“”‘’] [一-龥] [ぁ-んァ-ヶ] [가-힣] [ا-ي] [א-ת] [ก-๙] "
    r"[âêîôûŵŷ] (ä|ö|ü) [ÆØÅæøå] [çğıöşü] [ẞß]"
)
_CURRENCIES: Final = (
    "€ £ ¥ ₣ ₤ ₦ ₩ ₪ ₫ ₭ ₮ ₱ ₲ ₴ ₵ ₸ ₹ ₺ ₼ ₽ ₾ ₿ ƒ ¢ $ лв ден Дин. Kč zł Ft kr KM ﷼ "
    "฿ ៛ ؋ ֏ 元 円 원 圓 R$ S/. C$ Bs ß Þ ¤ "
    "د.إ ر.س руб. сом soʻm ლ лей"
)
_MARKETS: Final = "▲ ▼ △ ▽ ↑ ↓ ↗ ↘ ► ◄ ⬆ ⬇ ● ◆ ■ ＋ － ± ‰ % bp ½ ⅛ ⅞"
_SYLLABLES: Final = ("-", "\xad", "·", "‧", "=", "|", "1", "2")
_NUMBERED: Final = (
    "nº 12 n° 3 3º andar 2ª planta 1er étage 1ère §§ 4–6 Nr. 7½ №\xa015 к. 3 кв. 21 Sk. İç Kapı Blok B ul. Św. Jana "
    "tř. Míru čp. 8 Çıkmazı Str. 9ᵃ bis Pç. R. São João Av. Nª Sª calle Ñuñoa 丁目 番地 路12號 弄 동 호"
)


def _subtitles(rng: random.Random) -> str:
    language, made = rng.choice(("fr", "pl", "ru", "zh", "ja", "ko", "tr", "vi", "el", "ar", "es")), []
    for number in range(rng.randrange(2, 6)):
        said = " ".join(words(rng, 6, language))
        style = rng.choice(
            (
                "{n}\n00:0{n}:01,000 --> 00:0{n}:03,500\n<i>{s}</i>\n",
                "{n}\n00:0{n}:01,000 --> 00:0{n}:03,500\n- {s}\n♪ {s} ♪\n",
                "Dialogue: 0,0:0{n}:01.00,0:0{n}:03.00,Défaut,,0,0,0,,{{\\an8\\fad(200,200)\\c&H00FFFF&}}{s}\\N{s}",
                "{{{n}25}}{{{n}90}}{{y:i}}{s}|{s}",
                "WEBVTT\n\n0{n}:01.000 --> 0{n}:03.000 align:start\n<v Éric><c.jaune>{s}</c>\n",
            )
        )
        made.append(style.format(n=number, s=said))
    return "\n".join(made)


def _tickers(rng: random.Random) -> str:
    def quoted() -> str:
        sign = rng.choice(_MARKETS.split())
        return f"{words(rng, 1)[0].upper()}{rng.choice(('', ' ', '_'))}{sign}{rng.randrange(999)},{rng.randrange(99)}"

    return rng.choice(("  ", " | ", "\n", "•", " ◆ ")).join(quoted() for _ in range(rng.randrange(3, 12)))


def _classes(rng: random.Random) -> str:
    made = rng.choice(("", "|", " ", "+", "*\n")).join(rng.choices(_CLASSES.split(" "), k=rng.randrange(2, 8)))
    forms = ("re.compile(r'{}')", "/{}/giu", "^{}$", "RewriteRule ^{} /x [L]", "s/{}/_/g", "{}")
    return rng.choice(forms).format(made)


def _currencies(rng: random.Random) -> str:
    def priced() -> str:
        sign, amount = rng.choice(_CURRENCIES.split(" ")), f"{rng.randrange(9999)},{rng.randrange(10, 99)}"
        return rng.choice((f"{sign}{amount}", f"{amount}\xa0{sign}", f"{words(rng, 1)[0]} ({sign})", sign))

    return rng.choice(("\n", " = ", "; ", "\t", " → ")).join(priced() for _ in range(rng.randrange(4, 16)))


def _composed_keys(rng: random.Random) -> str:
    rows = []
    for _ in range(rng.randrange(3, 9)):
        char = chr(rng.choice((rng.randrange(0xC0, 0x180), rng.randrange(0x1E00, 0x1F00), rng.randrange(0x370, 0x460))))
        apart = [f"<{unicodedata.name(part, 'U')[:12]}>" for part in unicodedata.normalize("NFD", char)]
        form = rng.choice(
            ('{keys} : "{char}" U{code:04X} # {name}', "{char}\t{name}", "&#{code}; {char}", "'{char}': {code},")
        )
        rows.append(
            form.format(keys=" ".join(apart), char=char, code=ord(char), name=unicodedata.name(char, "unnamed"))
        )
    return "\n".join(rows)


def _folded_letters(rng: random.Random) -> str:
    pairs = [(chr(point), unicodedata.normalize("NFD", chr(point))[0]) for point in range(0xC0, 0x17F)]
    some = rng.choices(pairs, k=rng.randrange(5, 40))
    form = rng.choice(("'{0}' => '{1}',", "{0}→{1}", "{0}={1}", "{0}{1}", "{0}", "case '{0}': return '{1}';"))
    return rng.choice((" ", "\n", "")).join(form.format(*pair) for pair in some)


def _encoded(rng: random.Random) -> str:
    raw = bytes(rng.randrange(256) for _ in range(rng.randrange(30, 200)))
    way = rng.randrange(5)
    if way == 0:
        return base64.b85encode(raw).decode()
    if way == 1:
        return base64.a85encode(raw, adobe=True).decode()
    if way == 2:
        return f"begin 644 {words(rng, 1)[0]}.bin\n" + binascii.b2a_uu(raw[:45]).decode()
    if way == 3:
        return "".join(chr(0x2800 + byte) if byte % 3 else chr(0x3400 + byte * 7) for byte in raw)
    return f"{' '.join(words(rng, 3))}: {base64.b64encode(raw).decode()}"


def _parted_words(rng: random.Random) -> str:
    sign = rng.choice(_SYLLABLES)
    parted = [
        "".join(char + (sign if at % 3 == 1 and at + 1 < len(word) else "") for at, char in enumerate(word))
        for word in words(rng, 14)
    ]
    return rng.choice((" ", "\n", " .", ", ")).join(parted)


def _affixes(rng: random.Random) -> str:
    language = rng.choice(("cs", "pl", "hu", "de", "fr", "is", "ru", "el", "tr", "ro"))
    said = [word[-rng.randrange(1, 5) :] for word in words(rng, 12, language)]
    rows = (
        f"{rng.choice(('SFX', 'PFX'))} {chr(65 + at)} {a} {b} [^{a}]{b}" for at, (a, b) in enumerate(pairwise(said))
    )
    return "\n".join(rows)


def _addresses(rng: random.Random) -> str:
    return "\n".join(
        " ".join(rng.choices(_NUMBERED.split(" "), k=9) + words(rng, 2)) for _ in range(rng.randrange(1, 4))
    )


def _names_of_files(rng: random.Random) -> str:
    def path() -> str:
        return rng.choice(("/", "\\")).join(words(rng, rng.randrange(2, 5))) + rng.choice(
            (".txt", ".mp3", "~1.DOC", " (1).jpg")
        )

    return rng.choice(("\n", "; ", " ")).join(
        rng.choice(("", "C:\\", "./", "└── ", "│   ├── ", "+ ")) + path() for _ in range(5)
    )


def _short_messages(rng: random.Random) -> str:
    made = []
    for _ in range(rng.randrange(1, 5)):
        said = words(rng, rng.randrange(1, 5))
        if rng.random() < 0.4:
            said = [
                "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
                for word in said
            ]
        if rng.random() < 0.4:
            said = [word[:-1] + word[-1] * rng.randrange(1, 7) for word in said]
        made.append(" ".join(said) + rng.choice(("!!!", "…", "??", " xD", " :-*", " <3", "¿¿", " ô_ô")))
    return "\n".join(made)


TUNED_OF_TYPED: Final[dict[str, Kind]] = {
    "tags of subtitles": _subtitles,
    "tickers": _tickers,
    "composed keys": _composed_keys,
    "parted words": _parted_words,
    "short messages": _short_messages,
}
HELD_OF_TYPED: Final[dict[str, Kind]] = {
    "classes of characters": _classes,
    "lists of currencies": _currencies,
    "tables of folded letters": _folded_letters,
    "bytes as letters": _encoded,
    "rules of affixes": _affixes,
    "addresses": _addresses,
    "names of files": _names_of_files,
}
