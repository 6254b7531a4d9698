"""Supported language tags: the languages of each script, and common misspellings of tags."""

from __future__ import annotations

import difflib
from typing import Final

# Scripts with several languages: those of langdetect's profiles and of our own.
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
        *("aa", "abs", "ace", "acf", "ak", "an", "ast", "ay", "az", "ban", "bci", "bem", "bi", "bik", "bjn"),
        *("bm", "br", "ceb", "cfm", "cnh", "co", "cof", "crh", "crs", "csb", "ctd", "dje", "dsb", "ee", "emk"),
        *("eo", "eu", "ff", "fj", "fkv", "fo", "fur", "fy", "ga", "gag", "gd", "gl", "gn", "gv", "gyr", "ha"),
        *("haw", "hil", "hsb", "ht", "hus", "ia", "ie", "ig", "ilo", "io", "is", "jv", "kab", "kea", "kg"),
        *("kl", "kmb", "krl", "ku", "la", "lad", "lb", "lg", "li", "lij", "ln", "loz", "lua", "lus"),
        *("mad", "mfe", "mg", "mh", "mi", "min", "miq", "mos", "ms", "mt", "mwl", "mxv", "nds", "niu", "nr"),
        *("nso", "nv", "ny", "nym", "oc", "om", "ote", "pam", "pap", "pcd", "pcm", "pmy", "pov", "qu"),
        *("rar", "rgn", "rm", "rn", "rup", "rw", "sc", "sco", "se", "sid", "slr", "sm", "sn", "snk", "srr"),
        *("ss", "st", "su", "suk", "swb", "szl", "tet", "tiv", "tk", "tly", "tn", "to", "tok", "tpi", "ts"),
        *("ty", "tzm", "umb", "uz", "ve", "vec", "wa", "war", "wo", "xh", "yo", "zdj", "zro", "zu"),
    ),
    "Cyrl": ("ab", "be", "cv", "kk", "ky", "mn", "os", "sah", "sr", "tg", "tt", "tyv"),
    "Arab": ("ckb", "ks", "pnb", "ps", "sd", "skr", "ug"),
    "Deva": ("bho", "brx", "doi", "kok", "mai", "sa"),
    "Beng": ("as", "mni"),
    "Hebr": ("yi",),
    "Ethi": ("am", "ti"),
}
# Languages of a wiki's messages, which passed for a relative (tests/derive/derive_wiki_languages.py).
WIKI: Final = {
    "Latn": (
        *("abr", "ada", "ajg", "ami", "ann", "arn", "bar", "bbc", "bew", "btm", "cbk", "ch", "dag", "dga", "diq"),
        *("dtp", "egl", "ext", "fon", "frp", "frr", "gaa", "gcf", "gcr", "gej", "gom", "gor", "gpe", "gsw"),
        *("guc", "gur", "guw", "hak", "hif", "hns", "hrx", "iba", "isv", "jam", "jii", "jut", "kaa", "kaj", "kcg"),
        *("kge", "kiu", "kqn", "kri", "ksh", "kw", "lfn", "liv", "ljp", "lld", "lmo", "ltg", "lzz", "mrh"),
        *("mui", "nah", "nan", "nap", "nia", "nup", "olo", "pfl", "pms", "ppl", "prg", "pwn", "rif", "sas", "scn"),
        *("sdc", "sei", "ses", "sgs", "shi", "sli", "smn", "sms", "srn", "stq", "szy", "tay", "trv", "tum", "vep"),
        *("vmf", "vmw", "vo", "vot", "vro", "wal", "wls", "xsy", "yrl", "yua", "zea"),
    ),
    "Cyrl": (
        *("ady", "alt", "av", "ba", "bxr", "ce", "dlg", "inh", "kbd", "kjh", "koi", "krc", "kum", "kv", "lbe"),
        *("lez", "mdf", "mhr", "mrj", "myv", "rsk", "rue", "sty", "udm", "xal"),
    ),
    "Arab": ("azb", "bcc", "bgn", "bqi", "khw", "lrc", "luz", "mzn", "sdh"),
    "Deva": ("anp", "mag"),
    "Beng": ("bpy",),
}
AMONG: Final = {
    script: tuple(sorted((*SHIPPED.get(script, ()), *own, *WIKI.get(script, ())))) for script, own in DERIVED.items()
}
# Scripts with one major language each.
ONE_LANGUAGE: Final = {
    "Grek": "el", "Armn": "hy", "Syrc": "syr", "Thaa": "dv", "Guru": "pa", "Gujr": "gu",
    "Orya": "or", "Taml": "ta", "Telu": "te", "Knda": "kn", "Mlym": "ml", "Sinh": "si", "Thai": "th", "Laoo": "lo",
    "Tibt": "bo", "Mymr": "my", "Geor": "ka", "Hang": "ko", "Khmr": "km", "Mong": "mn", "Hira": "ja",
    "Kana": "ja", "Bopo": "zh", "Hani": "zh", "Cher": "chr", "Yiii": "ii",
    "Copt": "cop", "Nkoo": "nqo", "Tfng": "zgh", "Vaii": "vai", "Olck": "sat", "Cakm": "ccp", "Adlm": "ff",
}  # fmt: skip
# Languages that differ in words only, not letters: the tag detected first, and the most spoken one first.
NEAR: Final = {"hr": ("hr", "sr-Latn", "bs")}
# Languages that share the script of a major one, and have signs of their own.
SISTERS: Final = {
    "my": ("shn", "mnw", "blk", "kjp", "rki"), "bo": ("dz",), "ka": ("xmf",), "mn": ("mnc",), "ug": ("kk",),
    "el": ("pnt",), "kn": ("tcy",),
}  # fmt: skip
# Chinese has a tag per script, Cantonese its own.
_CHINESE: Final = tuple(f"{tag}{script}" for tag in ("zh", "yue") for script in ("", "-Hans", "-Hant"))
# An undetermined language, none, and several.
NO_SINGLE_LANGUAGE: Final = ("und", "zxx", "mul")
TAGS: Final = tuple(
    sorted(
        {
            tag
            for among in (
                *(*AMONG.values(), *NEAR.values(), *SISTERS.values()),
                *(ONE_LANGUAGE.values(), _CHINESE, NO_SINGLE_LANGUAGE),
            )
            for tag in among
        }
    )
)
# Countries, other codes, and names used in place of a tag. Unknown regions and scripts are cut off.
_INSTEAD: Final = {
    "cn": "zh", "zh-cn": "zh-Hans", "zh-sg": "zh-Hans", "zh-tw": "zh-Hant", "zh-hk": "zh-Hant", "zh-mo": "zh-Hant",
    "cmn": "zh", "tw": "zh-Hant", "hk": "zh-Hant", "jp": "ja", "kr": "ko", "gr": "el",
    "cz": "cs", "ua": "uk", "dk": "da", "se": "sv", "iw": "he", "in": "id", "nb": "no", "nn": "no", "fil": "tl",
    "gb": "en", "us": "en", "jw": "jv", "ji": "yi", "mo": "ro", "sh": "sr-Latn",
    # ISO 639-2 and 639-3: a code of three letters often looks like another language's (est, swe, mal).
    "afr": "af", "ara": "ar", "arb": "ar", "azj": "az", "ben": "bn", "bul": "bg", "cat": "ca", "ces": "cs", "chi": "zh",
    "cze": "cs", "dan": "da", "deu": "de", "dut": "nl", "ell": "el", "eng": "en", "est": "et", "fas": "fa", "fin": "fi",
    "fra": "fr", "fre": "fr", "ger": "de", "gre": "el", "guj": "gu", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu",
    "ind": "id", "ita": "it", "jpn": "ja", "kan": "kn", "kmr": "ku", "kor": "ko", "lav": "lv", "lit": "lt", "mal": "ml",
    "mar": "mr", "mkd": "mk", "msa": "ms", "nep": "ne", "nld": "nl", "nno": "no", "nob": "no", "nor": "no", "pan": "pa",
    "pes": "fa", "pol": "pl", "por": "pt", "prs": "fa", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk", "slv": "sl",
    "som": "so", "spa": "es", "sqi": "sq", "srp": "sr", "swa": "sw", "swe": "sv", "tam": "ta", "tel": "te", "tgl": "tl",
    "tha": "th", "tur": "tr", "ukr": "uk", "urd": "ur", "vie": "vi", "zho": "zh", "zsm": "ms",
    "chinese": "zh", "english": "en", "japanese": "ja", "korean": "ko", "german": "de", "french": "fr",
    "spanish": "es", "russian": "ru", "arabic": "ar", "hindi": "hi", "italian": "it", "portuguese": "pt",
    "cantonese": "yue", "unknown": "und", "none": "zxx",
}  # fmt: skip
# Letters of a language's code at most.
_CODE: Final = 3
_BY_LOWER: Final = {tag.lower(): tag for tag in TAGS}


def tag_of(written: str) -> str | None:
    """Return the canonical tag, ignoring case; None if it is none of TAGS.

    >>> tag_of("ZH-hans"), tag_of("klingon!")
    ('zh-Hans', None)
    """
    return _BY_LOWER.get(written.lower())


def nearest_tag(written: str) -> str | None:
    """Return the tag probably meant by an invalid one; None if there is none.

    >>> nearest_tag("en-US"), nearest_tag("zh-TW"), nearest_tag("klingon!")
    ('en', 'zh-Hant', None)
    """
    low = written.lower().replace("_", "-")
    if low in _INSTEAD:
        return _INSTEAD[low]
    primary = low.partition("-")[0]
    # A code is a language that is not supported, not a misspelt one.
    alike = difflib.get_close_matches(low, TAGS, n=1) if len(primary) > _CODE else []
    return _INSTEAD.get(primary) or tag_of(primary) or next(iter(alike), None)
