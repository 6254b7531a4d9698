"""Derive the frequent letter groups of languages that share their script with none; write letter_groups.tsv.

    python -m tests.derive.derive_letter_groups UDHR DJANGO DEBIAN audit/text/tables/letter_groups.tsv

The folders are those of derive_profiles; langdetect's profiles count as a third kind of text. A language's usual share
of its frequent groups is that of the half of its texts from which they are not derived, of the kind that has less.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from audit.measure.langdetect_profiles import shipped
from audit.measure.language.words.letter_groups import GROUP, SCRIPT_OF, letter_groups, without_accents
from tests.derive.derive_profiles import ENOUGH, SENTENCE, declared, is_in, mean, said, shares_of
from tests.derive.profile_sources import Source

# The declaration's codes; those with relatives that are written in the same script.
CODES: Final = {
    "el": ("ell_monotonic",), "gu": ("guj",), "hy": ("hye",), "ka": ("kat",), "kn": ("kan",),
    "ml": ("mal_chillus", "mal"), "my": ("mya",), "or": (), "pa": ("pan",), "si": ("sin",), "ta": ("tam", "tam_LK"),
    "te": ("tel",),
}  # fmt: skip
SHIPPED: Final = ("el", "gu", "kn", "ml", "pa", "ta", "te")
FREQUENT: Final = 1_000


def main(argv: list[str]) -> None:
    """Derive, and write the table."""
    udhr, django, debian, out = map(Path, argv)
    digest, lines = hashlib.sha256(), list[str]()
    for tag, codes in CODES.items():
        prose = list(declared(udhr, Source(codes), digest))
        programs = [*said(django, f"**/locale/{tag}/**/*.mo", 1, digest)]
        programs += said(debian, f"**/{tag}/LC_MESSAGES/*.mo", SENTENCE, digest)
        kinds = [texts for texts in (prose, programs) if sum(map(len, texts)) >= ENOUGH]
        lines.append(f"{tag}\t{usual(tag, kinds)}\t{''.join(frequent(tag, kinds))}\n")
    head = (
        "# language, usual share in hundredths, frequent letter groups: tests/derive/derive_letter_groups.py\n"
        f"# sha256 of the inputs, one after the other: {digest.hexdigest()}\n"
    )
    out.write_text(head + "".join(lines), "utf-8")


def usual(tag: str, kinds: Sequence[Sequence[str]]) -> int:
    """Return the share in hundredths of the groups of one half of the texts in the other half."""
    known = set(frequent(tag, [texts[::2] for texts in kinds]))
    found = [groups(tag, texts[1::2]) for texts in kinds]
    return int(min(100 * sum(own[group] for group in known) / own.total() for own in found))


def frequent(tag: str, kinds: Iterable[Iterable[str]]) -> list[str]:
    """Return the most frequent groups, in order."""
    shares = [shares_of(groups(tag, texts)) for texts in kinds]
    if tag in SHIPPED:
        shares.append(shares_of(in_profile(tag)))
    found = mean(shares)
    return sorted(sorted(found, key=lambda group: (-found[group], group))[:FREQUENT])


def groups(tag: str, texts: Iterable[str]) -> Counter[str]:
    """Return how often texts have each group."""
    return Counter(group for text in texts for group in letter_groups(text, tag))


def in_profile(tag: str) -> Counter[str]:
    """Return how often langdetect's sources have each group."""
    counts: Counter[str] = Counter()
    for group, count in shipped(tag).counts.items():
        if len(group) == GROUP and group[1] != " " and is_in(group.strip(), SCRIPT_OF[tag]):
            counts[without_accents(group)] += count
    return counts


if __name__ == "__main__":
    main(sys.argv[1:])
