"""The languages that documents are told to be in: those of each script, and who tells them apart."""

from __future__ import annotations

from typing import Final

# Scripts of several languages: those that langdetect ships a profile of, and those of our own profiles.
SHIPPED: Final = {
    "Latn": (
        *("af", "ca", "cs", "cy", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt", "lv"),
        *("nl", "no", "pl", "pt", "ro", "sk", "sl", "so", "sq", "sv", "sw", "tl", "tr", "vi"),
    ),
    "Cyrl": ("bg", "mk", "ru", "uk"),
    "Arab": ("ar", "fa", "ur"),
    "Deva": ("hi", "mr", "ne"),
    "Beng": ("bn",),
    "Hebr": ("he",),
}
DERIVED: Final = {
    "Latn": (
        *("ak", "ast", "ay", "az", "bi", "bik", "bm", "br", "ceb", "co", "crh", "ee", "eo", "eu", "ff", "fj"),
        *("fo", "fy", "ga", "gd", "gl", "gn", "gv", "ha", "haw", "hil", "hsb", "ht", "ig", "ilo", "is", "jv"),
        *("kab", "kg", "kl", "ku", "la", "lb", "lg", "ln", "mg", "mi", "min", "ms", "mt", "nr", "nso", "nv"),
        *("ny", "oc", "om", "pam", "pap", "qu", "rm", "rn", "rw", "sc", "se", "sm", "sn", "ss", "st", "su"),
        *("tet", "tk", "tn", "to", "tpi", "ts", "ty", "uz", "ve", "vec", "war", "wo", "xh", "yo", "zu"),
    ),
    "Cyrl": ("ab", "be", "cv", "kk", "ky", "mn", "os", "sah", "sr", "tg", "tt"),
    "Arab": ("ckb", "pnb", "ps", "ug"),
    "Deva": ("bho", "mai", "sa"),
    "Beng": ("as",),
    "Hebr": ("yi",),
    "Ethi": ("am", "ti"),
}
AMONG: Final = {script: tuple(sorted((*SHIPPED.get(script, ()), *own))) for script, own in DERIVED.items()}
# Scripts with one great language each.
ONE_LANGUAGE: Final = {
    "Grek": "el", "Armn": "hy", "Syrc": "syr", "Thaa": "dv", "Guru": "pa", "Gujr": "gu",
    "Orya": "or", "Taml": "ta", "Telu": "te", "Knda": "kn", "Mlym": "ml", "Sinh": "si", "Thai": "th", "Laoo": "lo",
    "Tibt": "bo", "Mymr": "my", "Geor": "ka", "Hang": "ko", "Khmr": "km", "Mong": "mn", "Hira": "ja",
    "Kana": "ja", "Bopo": "zh", "Hani": "zh", "Cher": "chr", "Yiii": "ii",
}  # fmt: skip
# Chinese is told in its two scripts, spoken Cantonese apart; then what is no language, none that is known, or several.
_CHINESE: Final = tuple(f"{tag}{script}" for tag in ("zh", "yue") for script in ("", "-Hans", "-Hant"))
_NONE: Final = ("und", "zxx", "mul")
TAGS: Final = tuple(
    sorted({*(tag for among in AMONG.values() for tag in among), *ONE_LANGUAGE.values(), *_CHINESE, *_NONE})
)
