"""Healthy text of a harsher kind than anybody writes: words of many languages strung together, with signs for spaces.

Signs stand in the midst of what has no space, beside letters of other languages and scripts, as superscripts, bars and
operators do in menus, formulas, code and tables.
"""

from __future__ import annotations

import random
from typing import Final

from tests.measure.encoding.mojibake.healthy_kinds import WORDS, Kind, words

_SIGNS: Final = (
    "·•…–—«»‹›„“”‘’‚¡¿°§©®™¶†‡×÷±µ¬¦¨¯´¸ªº\xa0€£¥¢¤‰′√∆∑∏πΩ∞∫≈≠≤≥∂◊→←─│┌┐═║█░▓■□★☆、。「」《》・～\u3000ˆ˜˚˝"
)
_SUPERSCRIPTS: Final = "¹²³⁴⁵⁰ⁿª º½¼¾₁₂®™°†‡′″*"
_OPERATORS: Final = "=≠≤≥≈∈∉∪∩⊂∑∏∫√∂∆×÷±·→⇒¬∞ /+-"
_SEPARATORS: Final = "› » → ▸ | ¦ • · ¬ ‐ ~ ／ ❯ ˇ „“ ‹› 【】 （） ⟨⟩ ¡!"
_PINYIN: Final = "shū书 lǎo老 mǎ马 hé河 nǚ女 lǜ绿 qiáo桥 yǔ雨 fēng风 chuāng窗 dēng灯 jiù旧 ǎo袄 òu沤 ē婀 páng旁"
_BARS: Final = "|│║┃¦›»·•→／｜"


def _languages(rng: random.Random) -> list[str]:
    return rng.sample(sorted(WORDS), rng.choice((1, 1, 2, 3, 6)))


def _some(rng: random.Random, count: int) -> list[str]:
    """Return words of one to six languages, with capitals here and there."""
    spoken = _languages(rng)
    found = [words(rng, 1, rng.choice(spoken))[0] for _ in range(count)]
    case = rng.choice((str, str, str.capitalize, str.upper))
    return [case(word) for word in found]


def _strung(rng: random.Random) -> str:
    signs = rng.sample(_SIGNS, rng.choice((1, 2, 3, 8, 30)))
    return "".join(word + "".join(rng.choices(signs, k=rng.choice((0, 1, 1, 1, 2)))) for word in _some(rng, 20))


def _superscripts(rng: random.Random) -> str:
    return rng.choice(("", " ", ",")).join(
        word + "".join(rng.choices(_SUPERSCRIPTS, k=rng.choice((1, 1, 2, 3)))) for word in _some(rng, 14)
    )


def _formulas(rng: random.Random) -> str:
    return "".join(
        word[: rng.randrange(1, 5)] + rng.choice(_SUPERSCRIPTS) + rng.choice(_OPERATORS) for word in _some(rng, 16)
    )


def _bars(rng: random.Random) -> str:
    bar = rng.choice(_BARS)
    return bar + bar.join(_some(rng, 14)) + bar


def _keys(rng: random.Random) -> str:
    quote, end = rng.choice((("'", "'"), ('"', '"'), ("«", "»"), ("‘", "’"), ("„", "“"), ("`", "`"), ("¿", "?")))
    return "".join(
        f"{a}[{quote}{b}{end}]{rng.choice('=≠:→')}{c};" for a, b, c in zip(*[iter(_some(rng, 15))] * 3, strict=True)
    )


def _initials(rng: random.Random) -> str:
    joint = rng.choice(("·", "-", "–", ".", "’", "‘", "º", "ª", "°", "\xa0", "&", "/"))
    return "".join(word.capitalize() + joint for word in _some(rng, 12))


def _frames(rng: random.Random) -> str:
    line = rng.choice(("─│┼", "═║╬", "━┃╋", "¯|+", "▀█▄"))
    return "\n".join(line[1] + line[1].join(_some(rng, 4)) + line[1] + line[0] * 5 + line[2] for _ in range(3))


def _verses(rng: random.Random) -> str:
    return "\n".join(
        rng.choice("«»“”‚‘¡¿—–‹›") + rng.choice(("…", "—", "–", "·", "")).join(_some(rng, 5)) + rng.choice("»”’!…›‘“")
        for _ in range(4)
    )


def _letters(rng: random.Random) -> str:
    sign = rng.choice(_SIGNS)
    return " ".join(sign.join(word) if rng.random() < 0.6 else word for word in _some(rng, 10))


def _glued(rng: random.Random) -> str:
    return "".join(_some(rng, 24))


def _set_apart(rng: random.Random) -> str:
    signs = rng.sample(_SIGNS, 4)
    return " ".join(rng.choice(signs) + word + rng.choice(signs) for word in _some(rng, 14))


def _breadcrumbs(rng: random.Random) -> str:
    before, after = (rng.choice(_SEPARATORS.split()) + " ")[:2]
    found = _some(rng, rng.randrange(2, 9))
    return before.join(found) if after == " " else "".join(before + word + after for word in found)


def _pinyin(rng: random.Random) -> str:
    letters = [*"".join(rng.choices(_PINYIN.split(), k=rng.randrange(4, 20)))]
    if rng.random() < 0.5:
        rng.shuffle(letters)
    return "".join(letters)


STRUNG: Final[dict[str, Kind]] = {
    "strung by signs": _strung,
    "strung by superscripts": _superscripts,
    "strung by operators": _formulas,
    "strung by bars": _bars,
    "strung code": _keys,
    "strung names": _initials,
    "strung in frames": _frames,
    "strung verse": _verses,
    "letters set apart": _letters,
    "words without spaces": _glued,
    "words between signs": _set_apart,
    "breadcrumbs": _breadcrumbs,
    "pinyin among hanzi": _pinyin,
}
