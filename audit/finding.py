"""Findings and places: which rule is broken, by which document, at which offsets."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Final, Literal

Severity = Literal["critical", "warning", "info"]
# The scale of great-expectations, most severe first.
SEVERITIES: Final[tuple[Severity, ...]] = ("critical", "warning", "info")
# Places stored per document and fact; the measure holds the full count.
MAX_PLACES: Final = 32
# Context around a place, in code points, that identifies a finding: enough to tell two faults apart. It ends with the
# line, so that changes to other lines make no new finding.
CONTEXT: Final = 40
# Longest subject written out, in code points; longer ones are hashed.
MAX_SUBJECT: Final = 1_000


@dataclass(frozen=True, slots=True)
class Place:
    """A passage of one decoded text that a measured fact is about.

    `fact` is the column of the measures table that counted it; `start` and `end` are code points,
    half open; `evidence` says in printable characters what was seen there.
    """

    fact: str
    start: int
    end: int
    evidence: str


def subject(text: str, start: int, end: int) -> str:
    """Return the text a finding is about: the passage with up to CONTEXT code points on either side, on its own lines.

    A long passage is replaced by its digest: a place may span megabytes, and many rules may have places in it.
    """
    before = text[max(0, start - CONTEXT) : start].rpartition("\n")[2].rpartition("\r")[2]
    after = text[end : end + CONTEXT].partition("\n")[0].partition("\r")[0]
    around = f"{before}{text[start:end]}{after}".replace("\r\n", "\n")
    return around if len(around) <= MAX_SUBJECT else sha256(around.encode("utf-8", "surrogatepass")).hexdigest()


def is_at_least(severity: Severity, threshold: Severity) -> bool:
    """Return whether `severity` is at or above `threshold`."""
    return SEVERITIES.index(severity) <= SEVERITIES.index(threshold)


def graver_severities(threshold: Severity) -> tuple[Severity, ...]:
    """Return the severities at or above `threshold`."""
    return SEVERITIES[: SEVERITIES.index(threshold) + 1]


def fingerprint(code: str, content: str, nth: int = 0) -> str:
    """Return 32 hexadecimal digits that identify a finding by its rule and the content it is about.

    Equal faults in equal content have equal fingerprints in every run, folder and release; `nth` tells apart
    repetitions of one fault within one content.
    """
    return sha256(f"{code}\0{content}\0{nth}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
