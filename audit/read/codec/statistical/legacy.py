"""Detection of legacy codecs by plausibility of the decoded text."""

from __future__ import annotations

import codecs
import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from audit.read.codec.high_bytes import count_high
from audit.read.codec.statistical.charmaps import ASCII_BASED, EBCDIC, SINGLE_BYTE
from audit.read.codec.statistical.codepages import Sample, page_nats
from audit.read.codec.statistical.line_prices import most_prices
from audit.read.codec.statistical.robust import robust_nats
from audit.read.codec.statistical.samples import SAMPLE, sampled
from audit.read.codec.statistical.vowel_marks import TONED, TONED_NATS, are_toned, without_vowel_marks
from audit.read.codec.statistical.wide import WIDE, utf8_nats, wide_nats, with_kanji
from audit.read.codec.statistical.words import with_apostrophes, with_whole_words, with_words
from audit.read.codec.tolerant import decodes_to_other, tolerantly

# East Asian codecs, which lose synchronisation at a lost byte.
TWO_BYTE: Final = frozenset({"gb18030", "cp950", "cp932", "euc_jp", "cp949", "big5hkscs", "johab"})
# Prior cost of each candidate in nats.
CANDIDATES: Final = {"utf-8": 0.0} | {codec: cost for codec, cost, _ in WIDE} | dict(SINGLE_BYTE)
_WIDER: Final = {
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("ascii", "utf-8-sig"), "utf-8"),
    **dict.fromkeys(("tis-620", "iso8859-11"), "cp874"),
    "big5": "cp950",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
}
# Codecs with unambiguous line ends.
_BY_BYTES: Final = frozenset(codec for codec in CANDIDATES if not codec.startswith("utf-16")) - EBCDIC
# A declared codec is right in 312 of 313 files that declare one (research on 425 files).
_DECLARED_NATS: Final = 6.0
_WESTERN: Final = "cp1252"
_LOST: Final = "\ufffd"
# Bytes of the first look, the maximum distance in nats of the remaining candidates, and their minimum number.
_GLANCE: Final = 512
_BEHIND: Final = 60.0
_FEW: Final = 3
# The lead in nats of the right East Asian codec, met in nineteen of twenty texts and mostly far exceeded.
_BY_FAR: Final = 100.0
# Nats per non-ASCII bigram: text in its codec costs 1 to 6, random bytes at least 8 in the best one.
HEALTHY_NATS: Final = 6.0
# Passages in a second code page cost 2.8 to 3.9; passages in a language without tables, slightly better in another
# page, cost that one 4.7 or more.
ORDINARY_NATS: Final = 4.3
# A single implausible letter is damage.
_ONE_LETTER: Final = 2
# For lists of names and other unusual text in the right codec.
_STRANGE_NATS: Final = 7.5
# Maximum share of undecodable non-ASCII bytes for acceptance without a closer look.
_SOME_BAD: Final = 0.02
# Maximum share of unexplained high bytes in damaged text: random bytes have at least 0.83, two encodings 0.6.
_MAX_NOISE: Final = 0.65
# UTF-8 letters and signs within ASCII: two of them do not occur by chance without other high bytes nearby.
_LONE_UTF8: Final = re.compile(rb"(?<![\x80-\xff])(?:[\xc3-\xc5]|\xe2\x80)[\x80-\xbf](?![\x80-\xff])")
# The kinds of bytes in it, by which its absence is seen at once: 1 and 4 lead, 2 follows, 3 is any other high byte.
_LONE_KINDS: Final = bytes(0x80) + b"\2" * 0x40 + b"\3" * 3 + b"\1" * 3 + b"\3" * 0x1C + b"\4" + b"\3" * 0x1D
_LONE: Final = (b"\0\1\2\0", b"\0\4\2\2\0")
_MIN_LETTERS: Final = 3
_ROBUST_SAMPLE: Final = 1536
_SHORTLIST: Final = 3
_FRAGILE: Final = ("utf-8", "gb18030", "cp950", "cp932", "cp949", "euc_jp", "cp1252")


@dataclass(frozen=True, slots=True)
class Guess:
    """A codec, its confidence from 0 to 1, the runner-up with another reading, and nats per non-ASCII bigram."""

    codec: str
    confidence: float
    runner_up: str | None = None
    price: float = math.inf


def guess(raw: bytes, declared: str | None = None) -> Guess | None:
    """Return the most plausible codec for a bounded sample, or None if none is plausible."""
    named = tuple(_declared(declared))
    costs = CANDIDATES | {codec: CANDIDATES[codec] - _DECLARED_NATS for codec in named}
    raw = without_vowel_marks(_without_utf8(raw))
    costs |= {TONED: costs[TONED] - TONED_NATS} if are_toned(raw) else {}
    sample = sampled(raw)
    seen = Sample.of(sampled(sample, _GLANCE), raw)
    scores = _priced(_nats(seen, raw[:_GLANCE]), costs)
    ranked = sorted(scores, key=scores.__getitem__, reverse=True)
    if len(sample) > len(seen.raw) and not _is_clear(scores, ranked, sample):
        seen = Sample.of(sample, raw)
        left = {codec for codec in ranked if scores[codec] > scores[ranked[0]] - _BEHIND} | set(ranked[:_FEW])
        scores = _priced(_nats(seen, raw[:SAMPLE], left), costs)
    # UTF-16 cannot be synchronised: only the beginning is certainly aligned.
    samples = {codec: raw[:SAMPLE] if codec.startswith("utf-16") else sample for codec in scores}
    best = max(scores, key=scores.__getitem__)
    price = -2 * scores[best] / len(samples[best]) if best.startswith("utf-16") else seen.price(scores[best])
    bad = _share_of_bad(samples[best], best)
    if (bad <= _SOME_BAD or seen.is_stray) and price <= HEALTHY_NATS:
        return replace(_chosen(scores, samples, named), price=price)
    again = _weighed_again(sampled(raw, _ROBUST_SAMPLE), scores, costs)
    return _chosen(scores, samples, named) if again is None and not bad and price <= _STRANGE_NATS else again


def _is_clear(scores: Mapping[str, float], ranked: Sequence[str], sample: bytes) -> bool:
    """Return whether the first look is decisive: an East Asian codec decodes everything, far better than any other."""
    if ranked[0] not in TWO_BYTE:
        return False
    try:
        text = sample.decode(ranked[0])
    except UnicodeDecodeError:
        return False
    rival = next((codec for codec in ranked[1:] if decodes_to_other(sample, codec, text)), None)
    return rival is None or scores[ranked[0]] - scores[rival] >= _BY_FAR


def _without_utf8(raw: bytes) -> bytes:
    """Return bytes without UTF-8 letters among ASCII, if others remain, since UTF-8 passages are no evidence."""
    kinds = b"\0%b\0" % raw.translate(_LONE_KINDS)
    if not any(lone in kinds for lone in _LONE):
        return raw
    rest, found = _LONE_UTF8.subn(b"", raw)
    others = count_high(rest)
    return rest if _MIN_LETTERS <= found < others else raw


def _share_of_bad(sample: bytes, codec: str) -> float:
    _, errors = tolerantly(sample, codec)
    return sum(bad.end - bad.start for bad in errors) / max(1, count_high(sample))


def rivals(sample: bytes, codec: str) -> tuple[str, ...]:
    """Return the best codec other than `codec` for a sample, and the best one that decodes most of it differently.

    They may be the same, or None if no codec is plausible: other pages with the same letters decode a passage mostly as
    `codec` does, and slightly better by chance.
    """
    if not sample or sample.isascii():
        return ()
    seen = Sample.of(sample)
    priced = _priced(_nats(seen, sample, _BY_BYTES - {codec}), CANDIDATES)
    scores = with_words(priced, dict.fromkeys(priced, sample))
    ranked = sorted(scores, key=scores.__getitem__, reverse=True)
    foreign = (other for other in ranked if read_otherwise(sample, other, codec) > count_high(sample) // 2)
    found = (ranked[0], next(foreign, ranked[0]))
    return tuple(dict.fromkeys(other for other in found if seen.price(priced[other]) <= _STRANGE_NATS))


def read_otherwise(sample: bytes, codec: str, other: str) -> int:
    """Return the number of non-ASCII bytes that two codecs decode differently: all, if one is no code page."""
    if not ASCII_BASED.issuperset((codec, other)):
        return count_high(sample)
    one, two = (sample.decode(each, "replace") for each in (codec, other))
    return sum(a != b for a, b in zip(one, two, strict=True))


def misread(lines: Sequence[bytes], codec: str) -> Iterator[bool]:
    """Yield for each line whether it is so implausible in a code page that another codec must have written it."""
    for line, most in zip(lines, most_prices(lines, codec).tolist(), strict=True):
        yield most > HEALTHY_NATS and _is_misread(line, codec)


def _is_misread(line: bytes, codec: str) -> bool:
    if 2 * count_high(line) <= _ONE_LETTER:
        return False
    seen = Sample.of(line)
    return seen.price(page_nats(seen, {codec}).get(codec, 0.0), _ONE_LETTER) > HEALTHY_NATS


def reads_well(sample: bytes, codec: str) -> bool:
    """Whether a sample is ordinary text in a code page; True for other codecs, which decode little by chance."""
    seen = Sample.of(sample)
    return codec not in ASCII_BASED or seen.price(page_nats(seen, {codec}).get(codec, -math.inf)) <= ORDINARY_NATS


def line_nats(line: bytes) -> dict[str, float]:
    """Return the log probability of a line in each legacy codec with unambiguous line ends that decodes it."""
    return _priced(_nats(Sample.of(line), line, _BY_BYTES - {"utf-8"}), CANDIDATES)


def gain(sample: bytes, other: str, codec: str) -> float:
    """Return by how many nats a sample is more plausible in `other`; infinity if only `other` decodes it."""
    found = _nats(Sample.of(sample), sample, {other, codec})
    return found.get(other, -math.inf) - found[codec] if codec in found else math.inf


def _declared(name: str | None) -> tuple[str, ...]:
    codec = canonical_codec(name) if name else None
    return (codec,) if codec in CANDIDATES else ()


def _priced(scores: dict[str, float], costs: Mapping[str, float]) -> dict[str, float]:
    return {codec: nats - costs[codec] for codec, nats in scores.items()}


def _nats(sample: Sample, start: bytes, codecs: Collection[str] = frozenset(CANDIDATES)) -> dict[str, float]:
    """Return the log probability of a sample in each codec that decodes it, of `start` for fixed-width ones."""
    found = page_nats(sample, codecs) | wide_nats(sample, start, codecs)
    damaged = utf8_nats(sample) if "utf-8" in codecs else None
    return found if damaged is None else found | {"utf-8": damaged}


def _weighed_again(sample: bytes, scores: Mapping[str, float], costs: Mapping[str, float]) -> Guess | None:
    """Rescore damaged or mixed bytes with the best codecs and those most sensitive to damage."""
    shortlist = dict.fromkeys([*sorted(scores, key=scores.__getitem__, reverse=True)[:_SHORTLIST], *_FRAGILE])
    found = {codec: robust_nats(sample, codec) for codec in shortlist}
    robust = {codec: nats - costs[codec] for codec, (nats, noise) in found.items() if noise <= _MAX_NOISE}
    if not robust:
        return None
    return _chosen(robust, dict.fromkeys(robust, sample), named=())


def _chosen(scores: dict[str, float], samples: dict[str, bytes], named: Collection[str]) -> Guess:
    """Return the best codec, and its probability against the next best with another reading.

    Frequent words decide between close ones. Typographic signs are at the same bytes in many Windows code pages: if
    nothing else is non-ASCII, the commonest page wins, or one of those `named` by the input.
    """
    scores = with_whole_words(with_kanji(with_words(with_apostrophes(scores, samples), samples), samples), samples)
    best, *others = sorted(scores, key=scores.__getitem__, reverse=True)
    text = samples[best].decode(best, "replace")
    if _are_signs(text):
        alike = (codec for codec in (*named, _WESTERN) if samples.get(codec, b"").decode(codec, "replace") == text)
        best = next(alike, best)
    runner_up = next((codec for codec in others if decodes_to_other(samples[codec], codec, text)), None)
    margin = scores[best] - scores[runner_up] if runner_up else math.inf
    return Guess(best, 1 / (1 + math.exp(-_SLOPE * margin - _START)), runner_up)


def _are_signs(text: str) -> bool:
    return not any(char.isalpha() or char == _LOST for char in text if not char.isascii())


# How often the better of two codecs is right, by its margin in nats: fitted on 5,600 texts of 20 to 1,000 characters in
# 26 languages and 45 of their codecs, none of them used for the tables (.43 below 1, .86 from 3, .99 from 6).
_SLOPE: Final = 0.75
_START: Final = -0.6


def canonical_codec(name: str) -> str | None:
    """Return the candidate for a codec name, widened to its superset; None if unknown."""
    try:
        plain = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    return _WIDER.get(plain, plain)
