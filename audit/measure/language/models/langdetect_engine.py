"""langdetect as the detection engine, for comparison; slow."""

from __future__ import annotations

from typing import Final

from audit.measure.langdetect_profiles import detect
from audit.measure.language.identify import UNDETERMINED, Identification
from audit.measure.language.segments import Pieces, beginning
from audit.measure.language.spans import Texts
from audit.text.languages import AMONG, SHIPPED

# langdetect itself reads no more.
_READ: Final = 10_000


def identify_with_langdetect(texts: Texts, content: Pieces, said: list[Identification]) -> list[Identification]:
    """Return the verdicts with langdetect's own, seeded, for documents in scripts with several languages."""
    return [
        _asked(beginning(texts.points, content, n, _READ), verdict) if _is_asked(verdict) else verdict
        for n, verdict in enumerate(said)
    ]


def _is_asked(verdict: Identification) -> bool:
    return any(verdict.tag in AMONG[script] for script in SHIPPED)


def _asked(text: str, verdict: Identification) -> Identification:
    among = next(own for script, own in SHIPPED.items() if verdict.tag in AMONG[script])
    answer = detect(text, among)
    if answer is None:
        return Identification(UNDETERMINED, 0.5, reason="langdetect finds no features")
    return Identification(answer.language, answer.probability, verdict.runner_up)
