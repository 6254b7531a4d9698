"""The door to langdetect: seeded, its profiles loaded in a fixed order, its answers bound to one script's languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import log
from pathlib import Path
from typing import Any, Final

# Its own constants (detector.py): smoothing and base frequency.
_ALPHA: Final = 0.5 / 10_000
_LONGEST_GRAM: Final = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """A language in langdetect's code and its probability, 0 to 1."""

    language: str
    probability: float


@cache
def _factory() -> Any:  # noqa: ANN401 langdetect has no types
    """Return a factory of our own: the module's reads its folder in the order the file system gives."""
    import langdetect
    from langdetect.detector_factory import DetectorFactory

    factory = DetectorFactory()
    factory.set_seed(0)
    folder = Path(langdetect.__file__).parent / "profiles"
    factory.load_json_profile([path.read_text("utf-8") for path in sorted(folder.iterdir()) if path.is_file()])
    return factory


def ask(text: str, among: Sequence[str]) -> Answer | None:
    """Return the most probable of the languages `among`, or None when langdetect finds no features.

    Cost is 2 to 45 ms and grows with the text: cut it before. langdetect draws samples; its seed makes them the same.
    """
    from langdetect.lang_detect_exception import LangDetectException

    detector = _factory().create()
    detector.set_prior_map(dict.fromkeys(among, 1.0))
    detector.append(text)
    try:
        found = detector.get_probabilities()
    except LangDetectException:
        return None
    return Answer(found[0].lang, min(1.0, found[0].prob)) if found else None


def evidence(text: str, language: str) -> float:
    """Return how much the text's letter groups speak for the language, in nats a letter.

    The sum, over runs of one to three letters, of log((alpha + p) / alpha) with langdetect's own p and alpha. Prose has
    11 and more (5th percentile; median 14), random letters 8.5 to 9.6, base64 6.
    """
    grams, index = _factory().word_lang_prob_map, _factory().langlist.index(language)
    words = "".join(char if char.isalpha() else " " for char in text).split()
    letters = sum(map(len, words))
    total = sum(_gram_nats(grams, f" {word} ", index) for word in words)
    return total / letters if letters else 0.0


def _gram_nats(grams: dict[str, list[float]], word: str, index: int) -> float:
    pieces = (word[at : at + size] for size in range(1, _LONGEST_GRAM + 1) for at in range(len(word) - size + 1))
    return sum(log((_ALPHA + grams[piece][index]) / _ALPHA) for piece in pieces if piece in grams)
