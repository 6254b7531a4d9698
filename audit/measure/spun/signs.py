"""Signs of spun text: what rewriting machines and careless copies leave in articles.

The thresholds of the rules on these facts come from 62 real Chinese articles, which show none of the signs.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import polars as pl

from audit.finding import MAX_PLACES, Place
from audit.measure.blockwise import EVIDENCE, as_polars, block_places, is_content, places, tally
from audit.measure.measured import Measure, Measured, ParsedBatch
from audit.measure.spun.searches import MAY_HOLD, planted, widened
from audit.tables.table import must
from audit.text.fold import fold
from audit.text.punctuation import is_joining
from audit.text.tables.prompts import PLANTED_INSIDE
from audit.text.visible import visible

if TYPE_CHECKING:
    import pyarrow as pa

Span = tuple[int, int]
# A blank (up to three) between a Han character and a mark: no writer sets one, converters do.
_SPACED: Final = re.compile(r"[㐀-鿿][ \u00a0\u3000]{1,3}[,.;:!?，。、；：！？]")
# A rate is taken over at least so many characters: one slip in a short message is no sign.
_PER: Final = 1000
_NAME: Final = re.compile(r"[A-Za-z]{3,}")
# An address set into Han text without a blank on either side.
_ADDRESS: Final = re.compile(r"(?:www\.|https?://)[a-z0-9./-]{4,60}(?=[㐀-鿿])")
_INSIDE: Final = re.compile("|".join(re.escape(w) for w in sorted(PLANTED_INSIDE, key=lambda word: (-len(word), word))))
# A phrase that comes this often in one text is what the text is about.
_TOPIC: Final = 4
# Phrases closer than this (characters) are one passage.
_APART: Final = 12


@dataclass(frozen=True, slots=True)
class Sign:
    """What one sign amounts to in a text, and where it shows."""

    value: float
    spans: list[Span]


def spun(texts: pa.Table, blocks: pa.Table) -> Measured:
    """Return the facts that SIGNS declares, with their places."""
    ids, decoded = texts["id"].to_pylist(), texts["text"].to_pylist()
    table = as_polars(blocks)
    lines = block_places("injected_ads", table.filter(pl.col("kind") == "injected_ad"))
    found = [*lines, *_phrases(table.filter(is_content))]
    told: dict[str, Sequence[object]] = {"injected_ads": tally(ids, (id for id, _ in found))}
    for fact, see in _SEEN_IN_TEXT.items():
        signs = [see(text) for text in decoded]
        told[fact] = [sign.value for sign in signs]
        found += [
            (id, p) for id, text, sign in zip(ids, decoded, signs, strict=True) for p in _places(fact, text, sign)
        ]
    return Measured(SIGNS.table.build(**told), places(ids, found))


def _places(fact: str, text: str, sign: Sign) -> Iterator[Place]:
    for start, end in sign.spans[:MAX_PLACES]:
        yield Place(fact, start, end, visible(text[start:end], EVIDENCE))


def punctuation_led(text: str) -> Sign:
    """Return the share of lines that begin with punctuation which belongs to the line before."""
    led, lines, at = [], 0, 0
    for line in text.splitlines(keepends=True):
        inked = line.strip()
        if inked and lines and is_joining(inked):
            start = at + len(line) - len(line.lstrip())
            led.append((start, start + 1))
        lines += bool(inked)
        at += len(line)
    return Sign(len(led) / max(lines, 1), led)


def spaced_punctuation(text: str) -> Sign:
    """Return how often blanks stand between a Han character and a mark, per 1,000 characters."""
    spans = [match.span() for match in _SPACED.finditer(text)]
    return Sign(_PER * len(spans) / max(len(text), _PER), spans)


def homoglyph_pairs(text: str) -> Sign:
    """Return how many names occur both with I and with l (Illyria, lllyria), and where the rarer form stands."""
    names = set(_NAME.findall(text)) if "I" in text else set[str]()
    alike = Counter(name.replace("I", "l") for name in names)
    keys = {key for key, count in alike.items() if count > 1 and key.strip("l")}
    forms: defaultdict[str, dict[str, list[Span]]] = defaultdict(dict)
    for word in _NAME.finditer(text) if keys else ():
        key = word[0].replace("I", "l")
        if key in keys:
            forms[key].setdefault(word[0], []).append(word.span())
    doubled = [
        sorted(found.values(), key=lambda at: (len(at), -at[0][0])) for found in forms.values() if len(found) > 1
    ]
    return Sign(len(doubled), sorted(span for found in doubled for at in found[:-1] for span in at))


_SEEN_IN_TEXT: Final[Mapping[str, Callable[[str], Sign]]] = MappingProxyType({
    "punctuation_led": punctuation_led,
    "spaced_punctuation": spaced_punctuation,
    "homoglyph_pairs": homoglyph_pairs,
})  # fmt: skip


def _phrases(content: pl.DataFrame) -> Iterator[tuple[str, Place]]:
    known = pl.col("text").str.to_lowercase().str.contains_any([*PLANTED_INSIDE, "www.", "http"])
    suspects = content.with_columns(suspect=known | MAY_HOLD).filter(pl.col("suspect").any().over("id"))
    for (id,), part in suspects.group_by("id", maintain_order=True):
        body = fold("\n".join(part["text"]))
        told = part.filter("suspect").select("start", "text")
        rows = [(start, text, fold(text)) for start, text in told.iter_rows()]
        said = Counter(phrase for _, _, folded in rows for phrase in _INSIDE.findall(folded))
        topics = {phrase for phrase, times in said.items() if times >= _TOPIC}
        for start, text, folded in rows:
            for a, b in _passages(folded, topics, body):
                yield str(id), Place("injected_ads", start + a, start + b, visible(text[a:b], EVIDENCE))


def _passages(text: str, topics: set[str], body: str) -> list[Span]:
    """Return the phrases, searches and addresses planted in a folded text of a body, near ones as one passage."""
    found = (match for pattern in (_INSIDE, _ADDRESS) for match in pattern.finditer(text))
    spans = [widened(text, match.span(), body) for match in found if match[0] not in topics]
    joined: list[Span] = []
    for start, end in sorted([*spans, *planted(text, body)]):
        if joined and start - joined[-1][1] <= _APART:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _measure(batch: ParsedBatch) -> Measured:
    return spun(batch.texts, batch.blocks)


SIGNS: Final = Measure(
    "signs",
    (
        must("punctuation_led", "float32", "share of lines that begin with closing or mid punctuation, 0 to 1"),
        must("spaced_punctuation", "float32", "Han character, space, punctuation: occurrences per 1,000 characters"),
        must("homoglyph_pairs", "int32", "names that occur both with I and with l in one document; pairs"),
        must("injected_ads", "int32", "short lines and phrases of advertising foreign to the article; passages"),
    ),
    _measure,
)
