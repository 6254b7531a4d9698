"""The language measures of a batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from audit.finding import MAX_PLACES, Place
from audit.measure.language.identify import Identification, identifications
from audit.measure.language.judged_text import Judged, judge, summed, variant
from audit.measure.language.kanji import are_kanji
from audit.measure.language.language_scores import LanguageScores, score_languages
from audit.measure.language.models.langdetect_engine import identify_with_langdetect
from audit.measure.language.passages.foreign_blocks import Foreign, foreign, settled
from audit.measure.language.passages.small_print import is_small_print
from audit.measure.language.segments import FAMILY, Letters, Pieces, pieces_of
from audit.measure.language.spans import Spans, Texts, spans_of
from audit.measure.language.words.letter_groups import doubt_strange_groups
from audit.measure.language.words.listings_of_goods import name_listings
from audit.measure.language.words.near_languages import distinguish_near_languages
from audit.measure.language.words.sister_languages import distinguish_sister_languages
from audit.measure.language.words.word_evidence import verify_by_words
from audit.measure.measure import Measured
from audit.text.scripts import SCRIPT, SCRIPTS

_JAPANESE = [SCRIPT["Hani"], SCRIPT["Hira"], SCRIPT["Kana"]]


@dataclass(frozen=True)
class _Facts:
    """The language facts of each document in a batch."""

    identifications: list[Identification]
    scripts: list[tuple[str, float]]
    letters: Letters
    foreign: list[tuple[Foreign, ...]]
    variant_mix: npt.NDArray[np.float64]


def language(
    batch: Texts,
    documents: pa.Table,
    blocks: pa.Table,
    expected: tuple[str, ...] = (),
    engine: str = "profiles",
) -> Measured:
    """Return the language measures of each document: of its content blocks, or of the whole text if the body is empty.

    `batch` are the texts of `documents`, row by row; `blocks` are their blocks. `expected` are the policy's BCP 47
    tags, where `zh` covers `zh-Hans`; empty means any. `engine` distinguishes languages of one script: `profiles`, our
    scores, or `langdetect`, which is slow and meant for comparison.
    """
    spans = spans_of(batch, documents, blocks)
    every = score_languages(batch.points, pieces_of(batch, spans))
    content = every.only(spans.content[every.pieces.span])
    scripts = summed(content.pieces.owner, content.pieces.scripts, len(batch.starts))
    found, said, others = _judged(batch, spans, every, content, engine)
    small_print = is_small_print(batch, content.pieces, others)
    rivals: Sequence[Sequence[Foreign]] = others
    if small_print.any():
        content = content.only(~small_print)
        found, said, others = _judged(batch, spans, every, content, engine)
        rivals = _within(batch, content.pieces, others)
    said = [
        verdict if by_page else settled(verdict, own, worth)
        for verdict, own, worth, by_page in zip(said, rivals, found.worth.tolist(), found.by_page.tolist(), strict=True)
    ]
    said = distinguish_near_languages(batch.points, found.pieces, said)
    said = distinguish_sister_languages(batch.points, found.pieces, said)
    said = doubt_strange_groups(batch.points, found.pieces, said)
    facts = _Facts(said, _scripts(scripts, said), scripts.sum(axis=1), others, _mix(found))
    return Measured(_columns(facts, expected), _places(batch, facts))


def _judged(
    batch: Texts, spans: Spans, every: LanguageScores, content: LanguageScores, engine: str
) -> tuple[Judged, list[Identification], list[tuple[Foreign, ...]]]:
    """Return the evidence of some content, the language that prevails in each document, and passages in others."""
    found = judge(batch, spans, content)
    said = identifications(found, are_kanji(batch.points, found.pieces, found))
    if engine == "langdetect":
        said = identify_with_langdetect(batch, found.pieces, said)
    else:
        said = name_listings(batch.points, found.pieces, verify_by_words(batch.points, found.pieces, said))
    return found, said, _outside_listings(batch, found, foreign(batch, spans, every, [verdict.tag for verdict in said]))


def _outside_listings(texts: Texts, found: Judged, others: list[tuple[Foreign, ...]]) -> list[tuple[Foreign, ...]]:
    """Return the passages, those of documents judged by their sentences without code and logs beside these."""
    made = list(others)
    for document in np.flatnonzero(found.spoken).tolist():
        own, start = others[document], int(texts.starts[document])
        edges = np.array([(start + other.start, start + other.end) for other in own]).reshape(-1, 2)
        first, last = np.searchsorted(found.pieces.starts, edges).T
        made[document] = tuple(other for other, is_said in zip(own, first < last, strict=True) if is_said)
    return made


def _within(texts: Texts, content: Pieces, others: list[tuple[Foreign, ...]]) -> list[list[Foreign]]:
    """Return the passages that begin with a piece of the content."""
    begun = [start + other.start for own, start in zip(others, texts.starts.tolist(), strict=True) for other in own]
    kept = iter(np.isin(begun, content.starts).tolist())
    return [[other for other in own if next(kept)] for own in others]


def is_expected(tag: str, expected: tuple[str, ...]) -> bool:
    """Return whether `tag` is covered by an expected one, or none is expected; `zh` covers Cantonese (zh-yue).

    >>> is_expected("zh-Hans", ("zh", "en")), is_expected("zh", ("zh-Hans",))
    (True, False)
    """
    own = [f"{tag}-".lower(), *([f"zh-{tag[len('yue-') :]}-".lower(), "zh-"] if tag.startswith("yue-") else [])]
    return not expected or any(one.startswith(f"{wanted}-".lower()) for wanted in expected for one in own)


def _scripts(counts: Letters, said: list[Identification]) -> list[tuple[str, float]]:
    """Return the predominant script of each document (Jpan for Japanese), and its share."""
    letters = np.maximum(1, counts.sum(axis=1))
    best = counts.argmax(axis=1)
    shares = counts[np.arange(len(best)), best] / letters
    japanese = counts[:, _JAPANESE].sum(axis=1) / letters
    return [
        ("Jpan", float(japanese[n])) if verdict.tag == "ja" else (SCRIPTS[best[n]], float(shares[n]))
        for n, verdict in enumerate(said)
    ]


def _mix(found: Judged) -> npt.NDArray[np.float64]:
    """Return the share of the rarer Han variant; undefined for Japanese."""
    hans, hant = variant(found.counts)
    is_chinese = found.family == FAMILY["zh"]
    made: npt.NDArray[np.float64] = is_chinese * np.minimum(hans, hant) / np.maximum(1, hans + hant)
    return made


def _places(batch: Texts, facts: _Facts) -> list[tuple[Place, ...]]:
    made: list[tuple[Place, ...]] = []
    for verdict, others, start, end in zip(facts.identifications, facts.foreign, batch.starts, batch.ends, strict=True):
        why = (Place("language", 0, int(end - start), verdict.reason),) if verdict.reason and end > start else ()
        found = [Place("foreign_blocks", o.start, o.end, f"{o.tag} in {verdict.tag}") for o in others]
        made.append((*why, *found[:MAX_PLACES]))
    return made


def _columns(facts: _Facts, expected: tuple[str, ...]) -> pa.Table:
    said, letters = facts.identifications, np.maximum(1, facts.letters).tolist()
    seconds = [_second(others) for others in facts.foreign]
    columns: dict[str, tuple[pa.DataType, list[object]]] = {
        "language": (pa.string(), [verdict.tag for verdict in said]),
        "language_confidence": (pa.float32(), [verdict.confidence for verdict in said]),
        "language_runner_up": (pa.string(), [verdict.runner_up for verdict in said]),
        "language_expected": (pa.bool_(), [is_expected(verdict.tag, expected) for verdict in said]),
        "second_language": (pa.string(), [tag for tag, _ in seconds]),
        "second_share": (pa.float32(), [count / of for (_, count), of in zip(seconds, letters, strict=True)]),
        "script": (pa.string(), [script for script, _ in facts.scripts]),
        "script_share": (pa.float32(), [share for _, share in facts.scripts]),
        "letters": (pa.int32(), facts.letters.tolist()),
        "foreign_blocks": (pa.int32(), [len(others) for others in facts.foreign]),
        "foreign_share": (
            pa.float32(),
            [sum(o.letters for o in os if o.content) / of for os, of in zip(facts.foreign, letters, strict=True)],
        ),
        "variant_mix": (pa.float32(), facts.variant_mix.tolist()),
    }
    return pa.table({name: pa.array(values, kind) for name, (kind, values) in columns.items()})


def _second(others: tuple[Foreign, ...]) -> tuple[str | None, int]:
    """Return the most frequent foreign language of the body, and its letters; ties by tag."""
    letters: dict[str, int] = {}
    for other in others:
        if other.content:
            letters[other.tag] = letters.get(other.tag, 0) + other.letters
    return min(letters.items(), key=lambda item: (-item[1], item[0]), default=(None, 0))
