"""Languages that share a script with a major one, known by letters or syllables of their own: Shan, Mon, Dzongkha."""

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
    """Parts of a text, the least number and share of those that are only its own, and the most of a rival's."""

    part: re.Pattern[str]
    own: re.Pattern[str]
    share: float
    rival: re.Pattern[str]
    rival_share: float


_BURMESE: Final = re.compile("[\u1000-\u109f\uaa60-\uaa7f]")
_SYLLABLE: Final = re.compile("[\u0f40-\u0fbc]+")
# Burmese in the Zawgyi encoding has forms of its letters at the code points of other languages, a tenth of all.
_TOLD: Final = {
    "shn": _Sister(_BURMESE, re.compile("[\u1022\u1062\u1075-\u108a]"), 0.2, re.compile("[\u105a-\u1060]"), 0.02),
    "mnw": _Sister(_BURMESE, re.compile("[\u105a-\u1060]"), 0.03, re.compile("[\u1061-\u1097]"), 0.005),
    # To be, to do, the plural, the dative and must, as opposed to those of Tibetan.
    "dz": _Sister(
        _SYLLABLE,
        re.compile("ཨིན|ཨིནམ|འབད|འབདཝ|ཚུ|ཚུའི|ལུ|དགོཔ|ནིའི|འདུག|ཡོདཔ|མེནམ"),
        0.04,
        re.compile("ཡིན|རེད|བྱེད|བྱས|ཚོ|རྣམས|ཏུ|དུ|སུ|ཡིག|ཀྱིས|གྱིས"),
        0.03,
    ),
}
_FEWEST: Final = 3


def distinguish_sister_languages(points: Points, content: Pieces, said: list[Identification]) -> list[Identification]:
    """Return the verdicts with languages of one script decided by their signs; `content` are the judged pieces."""
    return [
        _told(beginning(points, content, number, _READ), verdict) if verdict.tag in SISTERS else verdict
        for number, verdict in enumerate(said)
    ]


def _told(text: str, verdict: Identification) -> Identification:
    found = next((tag for tag in SISTERS[verdict.tag] if _is(text, _TOLD[tag])), None)
    return replace(verdict, tag=found, runner_up=verdict.tag) if found else verdict


def _is(text: str, sister: _Sister) -> bool:
    parts = Counter(sister.part.findall(text))
    own, rival = (sum(n for part, n in parts.items() if form.fullmatch(part)) for form in (sister.own, sister.rival))
    total = parts.total()
    return own >= max(_FEWEST, sister.share * total) and rival <= sister.rival_share * total
