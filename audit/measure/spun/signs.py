"""Signs of spun text left in articles by rewriting software and careless copying.

The thresholds of the rules come from 62 real Chinese articles, none of which has any of the signs.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import polars as pl

from audit.finding import MAX_PLACES, Place
from audit.measure.blockwise import EVIDENCE, as_polars, block_places, places, tally
from audit.measure.measure import Measure, Measured, ParsedBatch
from audit.measure.spun.passages import planted
from audit.measure.spun.word_order import OUT_OF_ORDER, disordered_words
from audit.tables.table import required
from audit.text.punctuation import JOINING, is_joining
from audit.text.visible import visible

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Span = tuple[int, int]
# Up to three blanks between a Han character and punctuation, typical of converters.
_SPACED: Final = re.compile(r"[㐀-鿿][ \u00a0\u3000]{1,3}[,.;:!?，。、；：！？]")
# Minimum characters over which a rate is taken.
_PER: Final = 1000
# In three letters both forms are words: Its and lts (releases), Ian and lan (networks).
_FEWEST_LETTERS: Final = 4
_NAME: Final = re.compile(rf"[A-Za-z]{{{_FEWEST_LETTERS},}}")
# Pre-filters over all texts, in polars' syntax: a line beginning with punctuation, and letters with an I in a row.
_LED: Final = rf"[\n\x0b-\r\x1c-\x1e\x85\x{{2028}}\x{{2029}}][\s\x1c-\x1f]*[{re.escape(''.join(sorted(JOINING)))}]"
_WITH_I: Final = "[A-Za-z]*I[A-Za-z]*"
# A text with more such names is read as a whole.
_MOST_NAMES: Final = 64


@dataclass(frozen=True, slots=True)
class Sign:
    """The value of one sign in a text, and its places."""

    value: float
    spans: list[Span]


def spun(batch: ParsedBatch) -> Measured:
    """Return the facts declared by SIGNS, with their places."""
    ids, decoded = batch.texts["id"].to_pylist(), as_polars(batch.texts.select(["text"]))["text"]
    lines, phrases = batch.frame.filter(pl.col("kind") == "injected_ad"), list(_phrases(batch))
    found = [*block_places("injected_ads", lines), *phrases]
    told: dict[str, Sequence[object] | NDArray[np.int32]] = {
        "injected_ads": tally(ids, [*lines["id"], *(id for id, _ in phrases)])
    }
    for fact, (may_show, see) in _SEEN_IN_TEXT.items():
        values = [0.0] * len(ids)
        # A pre-filter over all texts leaves few candidates.
        for row in may_show(decoded):
            sign = see(decoded[row])
            values[row] = sign.value
            found += [(ids[row], place) for place in _places(fact, decoded[row], sign)]
        told[fact] = values
    return Measured(SIGNS.table.build(**told), places(ids, found))


def _places(fact: str, text: str, sign: Sign) -> Iterator[Place]:
    for start, end in sign.spans[:MAX_PLACES]:
        yield Place(fact, start, end, visible(text[start:end], EVIDENCE))


def punctuation_led(text: str) -> Sign:
    """Return the share of lines beginning with punctuation that belongs to the previous line."""
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
    """Return the number of blanks between a Han character and punctuation, per 1,000 characters."""
    spans = [match.span() for match in _SPACED.finditer(text)]
    return Sign(_PER * len(spans) / max(len(text), _PER), spans)


def homoglyph_pairs(text: str) -> Sign:
    """Return the number of names that occur both with I and with l (Illyria, lllyria), and the rarer form's places."""
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


def _holding(pattern: str) -> Callable[[pl.Series], Iterable[int]]:
    """Return a filter for texts that match a polars pattern."""
    return lambda texts: texts.str.contains(pattern).arg_true()


def _with_likes(texts: pl.Series) -> Iterator[int]:
    """Yield the texts that may contain both forms of a name."""
    for row, names in enumerate(texts.str.extract_all(_WITH_I).to_list()):
        known = {name for name in names if len(name) >= _FEWEST_LETTERS}
        keys = {name.replace("I", "l") for name in known}
        text = texts[row] if keys else ""
        if len(keys) < len(known) or len(keys) > _MOST_NAMES or any(_is_name(key, text) for key in keys):
            yield row


def _is_name(name: str, text: str) -> bool:
    """Return whether a name occurs other than inside a longer one."""
    at = text.find(name)
    while at >= 0 and (_is_letter(text[at - 1 : at]) or _is_letter(text[at + len(name) : at + len(name) + 1])):
        at = text.find(name, at + 1)
    return at >= 0


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


_Look = tuple[Callable[[pl.Series], Iterable[int]], Callable[[str], Sign]]
_SEEN_IN_TEXT: Final[Mapping[str, _Look]] = MappingProxyType({
    "punctuation_led": (_holding(_LED), punctuation_led),
    "spaced_punctuation": (_holding(_SPACED.pattern), spaced_punctuation),
    "homoglyph_pairs": (_with_likes, homoglyph_pairs),
    "disordered_words": (
        lambda texts: (texts.str.count_matches(OUT_OF_ORDER) > 1).arg_true(),
        lambda text: Sign(*disordered_words(text)),
    ),
})  # fmt: skip


def _phrases(batch: ParsedBatch) -> Iterator[tuple[str, Place]]:
    """Yield what is planted inside the paragraphs of articles."""
    ids, starts, texts = (batch.content[name] for name in ("id", "start", "text"))
    for block, (start, end) in planted(batch.articles):
        place = Place(
            "injected_ads", starts[block] + start, starts[block] + end, visible(texts[block][start:end], EVIDENCE)
        )
        yield ids[block], place


SIGNS: Final = Measure(
    "signs",
    (
        required(
            "punctuation_led", "float32", "share of lines that begin with closing or mid-sentence punctuation, 0 to 1"
        ),
        required(
            "spaced_punctuation", "float32", "Han character, space, punctuation: occurrences per 1,000 characters"
        ),
        required("homoglyph_pairs", "int32", "names that occur both with I and with l in one document; pairs"),
        required("disordered_words", "float32", "pairs of function words in an impossible order, per 1,000 words"),
        required("injected_ads", "int32", "short advertising lines and phrases unrelated to the article; passages"),
    ),
    spun,
)
