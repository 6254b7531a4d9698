"""Healthy text of works of reference: charts, layouts, samples, transliterations, old languages, sources."""

from __future__ import annotations

import random
from typing import Final

from tests.measure.encoding.mojibake.healthy_kinds import WORDS, Kind, words

_CODE_PAGES: Final = (
    *("cp437", "cp850", "cp852", "cp866", "cp737", "cp857", "cp862", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254"),
    *("cp1255", "cp1256", "cp1257", "cp1258", "koi8-r", "mac-roman", "mac-cyrillic", "iso8859-2", "iso8859-5", "cp874"),
)
_LAYOUTS: Final = (
    "²&é\"'(-è_çà)= azertyuiop^$ qsdfghjklmù* <wxcvbn,;:!",
    "^1234567890ß´ qwertzuiopü+ asdfghjklöä# <yxcvbnm,.-",
    "§1234567890'^ qwertzuiopè¨ asdfghjkléà$ <yxcvbnm,.-",
    ";+ěščřžýáíé=´ qwertzuiopú) asdfghjklů§¨ \\yxcvbnm,.-",
    "0123456789öüó qwertzuiopőú asdfghjkléáű íyxcvbnm,.-",
    '"1234567890*- fgğıodrnhpqw uieaütkmlyşx <jövcçzsb.,',
    "ё1234567890-= йцукенгшщзхъ фывапролджэ ячсмитьбю.",
    "'1234567890-= ςερτυθιοπ[] ασδφγηξκλ΄' ζχψωβνμ,./",
    ";1234567890-= /'קראטוןםפ שדגכעיחלךף זסבהנמצתץ.",
    "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ ㅁㄴㅇㄹㅎㅗㅓㅏㅣ ㅋㅌㅊㅍㅠㅜㅡ",
    "ぬふあうえおやゆよわほへ たていすかんなにらせ ちとしはきくまのりれけむ つさそひこみもねるめろ",
    "½§1234567890+´ qwertyuiopå¨ asdfghjklöä' <zxcvbnm,.-",
    "º1234567890'¡ qwertyuiop`+ asdfghjklñ´ç <zxcvbnm,.-ª·€¬",
    "ذض ص ث ق ف غ ع ه خ ح ج د ش س ي ب ل ا ت ن م ك ط ئ ء ؤ ر لا ى ة و ز ظ",
)
_GLYPHS: Final = (
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞß àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ ĀăĄćĈċČďĐēĔėĘěĜğĠģĤħĨīĬįİĳĴķĸĺĻľĿłŃņŇŉŊōŎőŒ "
    "ŔŗŘśŜşŠţŤŧŨūŬůŰųŴŷŸźŻžſ ƒǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜ ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ ΆΈΉΊΌΎΏΐΰ ЂЃЄЅІЇЈЉЊЋЌЎЏђѓєѕіїјљњћќўџ "
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ אבגדהוזחטיכלמנסעפצקרשת ﬁﬂﬀﬃ €₤₦₧₪₫ ¼½¾⅓⅔⅛⅜⅝⅞ ←↑→↓↔↕ ∂∆∏∑−√∞∫≈≠≤≥ ◊"
)
_SANSKRIT: Final = (
    "dharmakṣetre kurukṣetre samavetā yuyutsavaḥ māmakāḥ pāṇḍavāś caiva kim akurvata sañjaya vṛddhaḥ ṛṣiḥ jñānam "
    "ṅ ñ ṭh buddhiyoga ātmā prakṛti puruṣa ahaṃkāra ākāśa śūnyatā vijñapti Nāgārjuna Śāntideva Bhagavadgītā oṃ "
    "maṇi sūtra"
)
_OLD_WORDS: Final = {
    "norse": "Hljóðs biðk allar helgar kindir meiri ok minni mǫgu Heimdallar viltu Valfǫðr at vel telja fǫrn "
    "sǫgur þær"
    "œðri ǫ́ss þǫkk ǿrr hǫggva gǫrðum við ár vas alda þars ekki vas vasa sandr né sær",
    "english": "Hwæt wē Gār-Dena in geārdagum þēodcyninga þrym gefrūnon hū ðā æþelingas ellen fremedon ȝiuen þouȝ "
    "þurȝ niȝt kniȝt ȝe þat ƿæs ⁊ þęt ſchulde ſpeke muſt",
    "german": "ih gihôrta dat seggen dat sih urhettun ænon muotin hiltibrant enti hadubrant untar heriun tuem uuîp "
    "küneginne wîse minne scœne ûf der heide mîn ſîn daz wîb",
    "french": "li reis Charles noſtre emperere magnes ſet anz tuz pleins ad eſtet en Eſpaigne cunquiſt la tere q̃ ꝑ ꝓ ꝗ",
    "latin": "ārma virumque canō Trōiae quī prīmus ab ōrīs Ītaliam fātō profugus Lāvīniaque vēnit lītora dīs ꝯ ꝝ æ",
}
_TEX: Final = (
    '\\"a{0}', "{0}\\'e{1}", "\\c{{c}}{0}", "\\v{{s}}{0}", "{0}\\ss{{}}{1}", "\\o{0}", "\\AA{0}", "\\~n{0}",
    "\\^{{\\i}}{0}",
    "$\\alpha_{{{0}}}$", "\\cite{{{0}}}", "``{0}''", "\\foreignlanguage{{x}}{{{0}}}", "% {0} — «{1}»", "{0}~{1}",
)  # fmt: skip
_SOURCES: Final = (
    "⍝ {0} {1}", "{0}←(⍳⍴{1})∘.×⍳⍴{1} ⋄ ⎕←⍉⌽{0}", "+/¨⊂[1]{0}⍪{1}", "{0} ∷ ∀ α β. α → β → [{1}]",
    "f ∘ g = λ{0} → g ({1} ⊕ x)",
    "my %{0} = map {{ $_ => qw«{1}» }} @{2};", "$_ ~~ s:g/«{0}»/{1}/;", 'say "{0}¥{1}", 1..∞ »+» {2};',
    "⟨{0}|{1}⟩ ≡ ⊥ ∨ ¬{2}",
    "m{{[À-ÖØ-öø-ÿ]+|[ĀāĂă]{0}}}gx", "tr/àâäéèêëïîôùûüÿ/aaaeeeeiiouuuy/; # {0}", "[^\\x00-\\x7F«»„“‚‘]{0}*",
    "⎡{0}⎤ ⎣{1}⎦ ⌈x⌉ ⌊y⌋",
    "{0} ≝ Π(x : {1}) → Σ(y : {2})", "Δ{0} := ∂{1}/∂t × ∇²φ", "𝕗 {0} ⥊ 𝕩 ∾ ⌽˘ {1}",
)  # fmt: skip


def _some(rng: random.Random, of: str, most: int = 16) -> list[str]:
    return rng.choices(of.split(), k=rng.randrange(3, most))


def _chart(rng: random.Random) -> str:
    page, joint = rng.choice(_CODE_PAGES), rng.choice((" ", "", "\t", " | ", ", "))
    first = rng.randrange(8, 14)
    return "\n".join(
        rng.choice((f"{row:X}x ", f"0x{row:X}0: ", "", f"| {row:X}_ | "))
        + joint.join(bytes((code,)).decode(page, "ignore") or "·" for code in range(16 * row, 16 * row + 16))
        for row in range(first, min(16, first + rng.randrange(1, 5)))
    )


def _layout(rng: random.Random) -> str:
    rows = rng.choice(_LAYOUTS).split()
    case = rng.choice((str, str, str.upper))
    joint = rng.choice(("", " ", " | ", "] [", " "))
    return rng.choice(("\n", "  ")).join(joint.join(case(row)) for row in rows)


def _glyphs(rng: random.Random) -> str:
    return rng.choice((" ", "\n", "")).join(
        run[at : at + rng.randrange(4, 30)] for run in _some(rng, _GLYPHS, 9) for at in [rng.randrange(len(run))]
    )


def _transliterated(rng: random.Random) -> str:
    case = rng.choice((str, str, str.upper, str.capitalize))
    return rng.choice((" ", " ", "\n", " | ", "-", "/")).join(map(case, _some(rng, _SANSKRIT)))


def _of_old(rng: random.Random) -> str:
    own = _OLD_WORDS[rng.choice(sorted(_OLD_WORDS))]
    return rng.choice((" ", " ", " · ", "\n", " / ")).join(_some(rng, own, 24))


def _tex(rng: random.Random) -> str:
    return rng.choice((" ", "", "\n")).join(rng.choice(_TEX).format(*words(rng, 2)) for _ in range(9))


def _sources(rng: random.Random) -> str:
    return "\n".join(rng.choice(_SOURCES).format(*words(rng, 3)) for _ in range(5))


def _catalogue_diff(rng: random.Random) -> str:
    language = rng.choice(sorted(WORDS))
    old, new, first = *(" ".join(words(rng, 4, language)) for _ in range(2)), rng.randrange(99)
    head = f'@@ -{first},7 +{first},7 @@\n msgid "{" ".join(words(rng, 4, "en"))}"\n'
    return f'{head}-msgstr "{old}"\n+msgstr "{new}…"\n'


TUNED_OF_REFERENCE: Final[dict[str, Kind]] = {
    "charts of code pages": _chart,
    "keyboard layouts": _layout,
    "samples of fonts": _glyphs,
    "transliterated words": _transliterated,
    "old languages": _of_old,
    "accents of TeX": _tex,
    "sources of programs": _sources,
    "diffs of translations": _catalogue_diff,
}
