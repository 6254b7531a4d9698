"""The only module that imports langdetect: its profiles, its letter folding, and its seeded detection."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

_LONGEST_GRAM: Final = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """A langdetect language code and its probability, 0 to 1."""

    language: str
    probability: float


@dataclass(frozen=True, slots=True)
class Profile:
    """Frequencies of a language's character n-grams (n = 1 to 3), and the total per length."""

    counts: Mapping[str, int]
    totals: tuple[int, ...]


def shipped(language: str) -> Profile:
    """Return the profile of a language in the installed langdetect."""
    found = json.loads((_folder() / language).read_text("utf-8"))
    counts = {gram: count for gram, count in found["freq"].items() if gram != " " and len(gram) <= _LONGEST_GRAM}
    return Profile(counts, tuple(found["n_words"]))


def folded(char: str) -> str:
    """Return the letter langdetect counts a character as; a space for separators."""
    from langdetect.utils.ngram import NGram

    return str(NGram.normalize(char))


@cache
def _folder() -> Path:
    import langdetect

    return Path(langdetect.__file__).parent / "profiles"


@cache
def _factory() -> Any:  # noqa: ANN401 langdetect has no types
    """Return a detector factory of our own, since the module's depends on directory order."""
    from langdetect.detector_factory import DetectorFactory

    factory = DetectorFactory()
    factory.set_seed(0)
    factory.load_json_profile([path.read_text("utf-8") for path in sorted(_folder().iterdir()) if path.is_file()])
    return factory


def detect(text: str, among: Sequence[str] = ()) -> Answer | None:
    """Return the most probable language, of those `among` if any, or None if langdetect finds no features.

    It costs 2 to 45 ms, growing with the text, so cut it before. Random sampling is made reproducible by a seed.
    """
    from langdetect.lang_detect_exception import LangDetectException

    detector = _factory().create()
    if among:
        detector.set_prior_map(dict.fromkeys(among, 1.0))
    detector.append(text)
    try:
        found = detector.get_probabilities()
    except LangDetectException:
        return None
    return Answer(found[0].lang, min(1.0, found[0].prob)) if found else None
