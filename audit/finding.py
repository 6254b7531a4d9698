"""What breaks a rule, and where: the vocabulary of findings and of places in a text."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Final, Literal

Severity = Literal["critical", "warning", "info"]
# great-expectations' own scale, gravest first.
SEVERITIES: Final[tuple[Severity, ...]] = ("critical", "warning", "info")
# A document with a million control characters is explained by its first places; the measure holds the count.
MAX_PLACES: Final = 32
# How much text around a place, on its own lines, belongs to what a finding is about, code points: enough to tell two
# faults apart. Other lines come and go without making another finding of it.
CONTEXT: Final = 40
# A subject is written out up to this many code points: sentences and paragraphs, as nearly all places are.
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
    """Return what a finding about these code points of `text` is about: the passage and a little around it.

    What is around it ends with its lines, whichever way these end: other lines may change, come and go.
    Of a long passage its digest: a text of megabytes may be one place, and many rules have places in it.
    """
    before = text[max(0, start - CONTEXT) : start].rpartition("\n")[2].rpartition("\r")[2]
    after = text[end : end + CONTEXT].partition("\n")[0].partition("\r")[0]
    around = f"{before}{text[start:end]}{after}".replace("\r\n", "\n")
    return around if len(around) <= MAX_SUBJECT else sha256(around.encode("utf-8", "surrogatepass")).hexdigest()


def is_at_least(severity: Severity, threshold: Severity) -> bool:
    """Return whether `severity` is as grave as `threshold` or graver."""
    return SEVERITIES.index(severity) <= SEVERITIES.index(threshold)


def graver_severities(threshold: Severity) -> tuple[Severity, ...]:
    """Return the severities that are as grave as `threshold` or graver."""
    return SEVERITIES[: SEVERITIES.index(threshold) + 1]


def fingerprint(code: str, content: str, nth: int = 0) -> str:
    """Return 32 hexadecimal digits that name a finding by its rule and the content it is about.

    The same fault in the same content has the same fingerprint in any run, folder and release;
    `nth` tells apart repetitions of one fault inside one content.
    """
    return sha256(f"{code}\0{content}\0{nth}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
