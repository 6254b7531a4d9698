"""Languages that share a script with a major one, known by letters or syllables of their own.

They are Shan, Mon, Pa'O, Eastern Pwo Karen and Rakhine, Dzongkha, Mingrelian, Manchu, Kazakh in Arabic letters, Pontic
Greek and Tulu.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from audit.measure.language.identify import Identification
from audit.measure.language.segments import Pieces, beginning
from audit.text.classes import Points
from audit.text.languages import SISTERS

# Code points inspected.
_READ: Final = 10_000


@dataclass(frozen=True, slots=True)
class _Sister:
    """Parts of a text, the least share of those that are only its own, and the most of a rival's.

    Texts of `open_from` parts or more may be of either language: fewer signs make it probable, and none leaves it open.
    """

    part: re.Pattern[str]
    own: re.Pattern[str]
    share: float
    rival: re.Pattern[str]
    rival_share: float
    open_from: int | None = None


_BURMESE: Final = re.compile("[\u1000-\u109f\uaa60-\uaa7f]")
_GEORGIAN: Final = re.compile("[\u10d0-\u10fa]{2,}")
_MONGOLIAN: Final = re.compile("[\u1820-\u18aa]")
_ARABIC: Final = re.compile("[\u0620-\u06d5]{2,}")
# With the apostrophe of what is left out at an end.
_GREEK: Final = re.compile("[\u0370-\u03ff\u1f00-\u1fff]+['’ʼ]?")
_KANNADA: Final = re.compile("[\u0c80-\u0cff\u200c\u200d]+")
_SYLLABLE: Final = re.compile("[\u0f40-\u0fbc]+")
# Burmese in the Zawgyi encoding has forms of its letters at the code points of other languages, a tenth of all.
_TOLD: Final = {
    "shn": _Sister(_BURMESE, re.compile("[\u1022\u1062\u1075-\u108a]"), 0.2, re.compile("[\u105a-\u1060]"), 0.02),
    "mnw": _Sister(_BURMESE, re.compile("[\u105a-\u1060]"), 0.03, re.compile("[\u1061-\u1097]"), 0.005),
    # Pa'O and Eastern Pwo Karen; in Zawgyi the letters of the latter are rare, and others of that range are not.
    "blk": _Sister(_BURMESE, re.compile("\uaa7b"), 0.03, re.compile("[\u105a-\u1060]"), 0.005),
    "kjp": _Sister(_BURMESE, re.compile("[\u106e-\u1070\u108b]"), 0.03, re.compile("[\u1064\u1086\u1087\u108f]"), 0.01),
    # Ends of what is done, not to be, and many; in Burmese others.
    "rki": _Sister(
        re.compile("[\u1000-\u109f]+"),
        re.compile(".*[\u102b-\u103a]ရေ|.*(?:ဟိ|တိကိ).*|.*[^်]?နီ[^း]?.{0,3}"),
        0.07,
        re.compile(".*(?:သည်|တယ်|ရှိ|သော|များ).*"),
        0.12,
    ),
    # Articles and endings that are cut short, to be and to have, that and this; Greek has the little words of today.
    "pnt": _Sister(
        _GREEK,
        re.compile(
            "[τσνμκ]['’ʼ]|κι?|ντο|[εέ][νχ]['’ʼ]?|σ[οα]|σην|ατ(?:ό|ά|έν).*|αβούτ.*|ασ['’ʼ]|άμον|απές|ατουν.*|έχνε|επορ.*",
            re.IGNORECASE,
        ),
        0.06,
        re.compile("δεν|από|του|της|είναι|που|στ(?:ο|η|ην|ον|α|ις|ους)|τις|των|μια|οι", re.IGNORECASE),
        0.04,
    ),
    # Cases and verbs end otherwise, and I, one, is, this, and, new are other words.
    "tcy": _Sister(
        _KANNADA,
        re.compile(
            ".*(?:್ತ್|ಜ್ಜಿ|ಪುಜಿ|ುಲೆ|ೊನು|ೊಗು|ೊಡು|ೊಲು|ೊಟು|ೆನ್|ಂಡ್|ೊಲಿ|ುಂಡು|ುಂದು|ಿನಿ)|ಈರ್|ಇರೆ.*|ಒಂಜಿ|ಉಂಡು|ಉಂದು|ಬೊಕ್?.?|ಪೊಸ|ದುಂಬು|ಇತ್ತೆ|ಬೇತೆ|ನನಲಾ|ಅಂಚ"
        ),
        0.08,
        re.compile("ನೀವು|ನಿಮ್ಮ|ಮತ್ತು|.*(?:ವನ್ನು|ಗಳನ್ನು|ದಲ್ಲಿ|ಗಳಲ್ಲಿ|ಗಳು)|ಅಥವಾ|ಇಲ್ಲ|ಒಂದು|ಎಂದು|ಇದೆ|ಈ|ಎಂಬ|ಅವರ.*"),
        0.07,
    ),
    # One word in seven has such a letter; Svan and old Georgian have others, Georgian none.
    "xmf": _Sister(_GEORGIAN, re.compile(".*[\u10f7\u10f8].*"), 0.05, re.compile(".*[\u10f1-\u10f5].*"), 0.02),
    # Sibe shares Manchu's letters but one, in place of Manchu's i.
    "mnc": _Sister(_MONGOLIAN, re.compile("[\u1873-\u1877]"), 0.1, re.compile("\u185e"), 0.02),
    # Kazakh of China begins words with a bare vowel, which stands on a hamza in Uyghur, ends them in v, and has ayn for
    # gh and a high hamza; Uyghur has other vowels, gh, h or kh in most words. A few words may have none of these.
    "kk": _Sister(
        _ARABIC,
        re.compile("[\u0627\u0648\u06d5\u06c7].*|.*[\u0674\u0639].*|.*\u06cb"),
        0.2,
        re.compile(".*[\u0626\u06c8\u06d0\u063a\u06be\u062e].*|\u0686.*|.*\u06c7|\u06cb\u06d5"),
        0.1,
        open_from=4,
    ),
    # To be, to do, the plural, the dative, one and must, as opposed to those of Tibetan.
    "dz": _Sister(
        _SYLLABLE,
        re.compile("ཨིན|ཨིནམ|འབད|འབདཝ|ཚུ|ཚུའི|ལུ|དགོཔ|ནིའི|ཅིག|སྦེ|ཡོདཔ|མེནམ"),
        0.04,
        re.compile("ཡིན|རེད|བྱེད|བྱས|ཚོ|རྣམས|ཏུ|དུ|སུ|ཀྱིས|གྱིས|ལ|ནས|གཅིག|ཞིག"),
        0.03,
        open_from=0,
    ),
}
_FEWEST: Final = 3
# Confidence by fewer signs of one language only, and by none or as many of both.
_PROBABLE: Final = 0.6
_OPEN: Final = 0.45


def distinguish_sister_languages(points: Points, content: Pieces, said: list[Identification]) -> list[Identification]:
    """Return the verdicts with languages of one script decided by their signs; `content` are the judged pieces."""
    return [
        _told(beginning(points, content, number, _READ), verdict) if verdict.tag in SISTERS else verdict
        for number, verdict in enumerate(said)
    ]


def _told(text: str, verdict: Identification) -> Identification:
    for tag in SISTERS[verdict.tag]:
        sister = _TOLD[tag]
        parts = Counter(sister.part.findall(text))
        own, rival = (
            sum(n for part, n in parts.items() if form.fullmatch(part)) for form in (sister.own, sister.rival)
        )
        total = parts.total()
        if own >= max(_FEWEST, sister.share * total) and rival <= sister.rival_share * total:
            return replace(verdict, tag=tag, runner_up=verdict.tag)
        is_open = sister.open_from is not None and total >= sister.open_from
        if is_open and own > rival:
            sure = _PROBABLE if own > 1 and not rival else _OPEN
            return replace(verdict, tag=tag, runner_up=verdict.tag, confidence=min(sure, verdict.confidence))
        if is_open and own == rival:
            verdict = replace(verdict, runner_up=tag, confidence=min(_OPEN, verdict.confidence))
    return verdict
